"""Periods and wishes: a deadline is kept, a draw is proved, and what was chosen is in order."""

from storage.invariants.invariant import Invariant

MONTH = (
    Invariant(
        14,
        "no wish changed when its period was closed",
        """
        SELECT w.id FROM wishes w JOIN periods p ON p.id = w.period_id
            WHERE p.status <> 'collecting' AND w.stated_at > p.closed_at
        """,
    ),
    Invariant(
        16,
        "the hash of a period's seed is the one that was posted",
        """
        SELECT p.id FROM periods p WHERE NOT EXISTS (SELECT 1 FROM facts f WHERE f.subject = 'period'
            AND f.subject_id = p.id AND f.version = 1 AND f.kind = 'PeriodOpened'
            AND CAST(f.data AS TEXT) LIKE '%' || p.seed_hash || '%')
        """,
    ),
    Invariant(
        28,
        "no seed stands in the history",
        """
        SELECT p.id FROM periods p WHERE EXISTS (SELECT 1 FROM facts f WHERE f.subject = 'period'
            AND f.subject_id = p.id AND CAST(f.data AS TEXT) LIKE '%' || p.seed || '%')
        """,
    ),
    Invariant(
        4,
        "who wants nothing any more has chosen nothing",
        """
        SELECT w.id FROM wishes w WHERE w.status <> 'stated'
            AND EXISTS (SELECT 1 FROM wish_choices c WHERE c.wish_id = w.id)
        """,
    ),
    Invariant(
        3,
        "the ranks of a wish have no gap",
        """
        SELECT c.wish_id AS id FROM wish_choices c GROUP BY c.wish_id
            HAVING min(c.rank) <> 1 OR max(c.rank) <> count(DISTINCT c.rank)
        """,
    ),
    Invariant(
        24,
        "no period collects wishes long after its deadline",
        "SELECT p.id FROM periods p WHERE p.status = 'collecting' AND p.wishes_until < :late",
        "L",
    ),
)
