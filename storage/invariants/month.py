"""Periods, wishes, runs: a deadline is kept, a draw is proved, what was chosen is in order, and what is final stays."""

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
    Invariant(
        14,
        "a final month has one final run, and its results are of it",
        """
        SELECT p.id FROM periods p WHERE (p.status = 'final') <> EXISTS (SELECT 1 FROM runs r
            WHERE r.period_id = p.id AND r.finalized_at IS NOT NULL)
        UNION SELECT x.id FROM results x JOIN runs r ON r.id = x.run_id
            WHERE r.finalized_at IS NULL OR r.period_id <> x.period_id
        """,
    ),
    Invariant(
        14,
        "every placement of a final run is a booking of that person and party at that event, and no other placement is",
        """
        SELECT l.person_id AS id FROM placements l JOIN runs r ON r.id = l.run_id
            WHERE r.finalized_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = l.booking_id
                AND b.person_id = l.person_id AND b.event_id = l.event_id AND b.seats = l.seats
                AND b.source = 'month')
        UNION SELECT l.person_id FROM placements l JOIN runs r ON r.id = l.run_id
            WHERE r.finalized_at IS NULL AND l.booking_id IS NOT NULL
        UNION SELECT b.id FROM bookings b WHERE b.source = 'month'
            AND NOT EXISTS (SELECT 1 FROM placements l WHERE l.booking_id = b.id)
        """,
    ),
    Invariant(
        14,
        "a result counts the places of its person, and the ledger follows from it",
        """
        SELECT x.id FROM results x WHERE x.got <> (SELECT count(*) FROM placements l
                WHERE l.run_id = x.run_id AND l.person_id = x.person_id)
            OR (x.got > 0 AND x.credit <> x.credit_before / 2)
            OR (x.reason = 'booked' AND (x.got > 0 OR x.credit <> x.credit_before / 2))
            OR (x.got = 0 AND x.credit <> x.credit_before AND x.credit <> x.credit_before + 1
                AND NOT (x.credit = x.credit_before / 2 AND EXISTS (SELECT 1 FROM wishes w
                    JOIN wish_choices c ON c.wish_id = w.id
                    WHERE w.period_id = x.period_id AND w.person_id = x.person_id
                    AND (EXISTS (SELECT 1 FROM bookings b WHERE b.event_id = c.event_id
                            AND b.person_id = x.person_id AND b.source <> 'month')
                        OR EXISTS (SELECT 1 FROM offers o WHERE o.event_id = c.event_id
                            AND o.person_id = x.person_id)))))
        """,
    ),
    Invariant(
        14,
        "a ledger goes on from where the month that ended before has left it",
        """
        SELECT y.id FROM (SELECT x.id, x.credit_before, lag(x.credit) OVER (PARTITION BY p.account_id, x.person_id
                ORDER BY r.finalized_at, x.id) AS was
            FROM results x JOIN runs r ON r.id = x.run_id JOIN periods p ON p.id = x.period_id
            WHERE r.finalized_at IS NOT NULL) y WHERE y.credit_before <> y.was
        """,
    ),
    Invariant(
        24,
        "nothing is computed for a month that is final",
        """
        SELECT r.id FROM runs r JOIN periods p ON p.id = r.period_id WHERE r.status = 'running'
            AND p.status NOT IN ('planned')
        """,
    ),
    Invariant(
        14,
        "whoever a repair has moved said yes, and has what was said; nobody else was moved by one",
        """
        SELECT m.person_id AS id FROM repair_moves m JOIN repairs r ON r.id = m.repair_id
            WHERE r.status = 'done' AND (NOT m.agreed OR NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = m.made_id
                AND b.person_id = m.person_id AND b.event_id = m.event_id AND b.source = 'repair'
                AND coalesce(b.period_id, 0) = (SELECT coalesce(o.period_id, 0) FROM bookings o
                    WHERE o.id = m.booking_id)))
        UNION SELECT b.id FROM bookings b WHERE b.source = 'repair'
            AND NOT EXISTS (SELECT 1 FROM repair_moves m WHERE m.made_id = b.id)
        """,
    ),
    Invariant(
        14,
        "a booking knows its month where it is a placement of the final run or has taken the place of one by a move or "
        "a repair, and nowhere else",
        """
        SELECT b.id FROM bookings b WHERE b.period_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM placements l
                JOIN runs r ON r.id = l.run_id WHERE l.booking_id = b.id AND r.period_id = b.period_id)
            AND NOT EXISTS (SELECT 1 FROM repair_moves m WHERE m.made_id = b.id AND m.period_id = b.period_id)
            AND NOT (b.source = 'move' AND EXISTS (SELECT 1 FROM bookings o JOIN facts f ON f.subject = 'booking'
                AND f.subject_id = o.id AND f.kind = 'BookingCancelled' AND f.at = b.created_at
                WHERE o.person_id = b.person_id AND o.period_id = b.period_id AND o.ended = 'move'))
        UNION SELECT o.id FROM bookings o JOIN facts f ON f.subject = 'booking' AND f.subject_id = o.id
            AND f.kind = 'BookingCancelled'
            WHERE o.period_id IS NOT NULL AND o.ended = 'move' AND NOT EXISTS (SELECT 1 FROM bookings b
                WHERE b.person_id = o.person_id AND b.period_id = o.period_id AND b.source = 'move'
                AND b.created_at = f.at)
        UNION SELECT l.booking_id FROM placements l JOIN bookings b ON b.id = l.booking_id WHERE b.period_id IS NULL
        """,
    ),
    Invariant(
        14,
        "who has which place of a final month changes by cancelling only, unless two admins have opened it",
        """
        SELECT b.id FROM bookings b WHERE b.period_id IS NOT NULL AND b.ended IN ('move', 'line')
            AND NOT EXISTS (SELECT 1 FROM facts f JOIN unlocks u ON u.period_id = b.period_id
                WHERE f.subject = 'booking' AND f.subject_id = b.id AND f.kind = 'BookingCancelled'
                AND f.at >= u.decided_at AND f.at < u.until AND (u.ended_at IS NULL OR f.at <= u.ended_at))
        UNION SELECT b.id FROM bookings b WHERE b.period_id IS NOT NULL AND b.status = 'cancelled' AND b.ended = ''
        """,
    ),
    Invariant(
        24,
        "no lock and no unlocking lasts long after its time",
        """
        SELECT l.id FROM locks l WHERE l.ended_at IS NULL AND l.until < :late
        UNION SELECT u.id FROM unlocks u WHERE u.ended_at IS NULL AND coalesce(u.until, u.lapses_at) < :late
        """,
        "L",
    ),
)
