"""Letters: none without its fact, none twice, none early, none stuck."""

from storage.invariants.invariant import Invariant

POST = (
    Invariant(
        18,
        "a letter has its committed fact; only alerts speak of none",
        """
        SELECT l.id FROM letters l WHERE (l.fact_id IS NULL AND l.kind NOT LIKE 'alert-%')
            OR (l.fact_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.id = l.fact_id))
        """,
    ),
    Invariant(
        18,
        "one letter a reader, subject, version and kind",
        """
        SELECT min(l.id) AS id FROM letters l WHERE l.fact_id IS NOT NULL
            GROUP BY l.person_id, l.subject, l.version, l.kind HAVING count(*) > 1
        """,
    ),
    Invariant(
        18,
        "every offer that was made has its letter",
        """
        SELECT f.subject_id AS id FROM facts f WHERE f.kind = 'OfferMade' AND NOT EXISTS (SELECT 1 FROM letters l
            WHERE l.fact_id = f.id AND l.kind = 'offer-made')
        """,
    ),
    Invariant(
        19,
        "a letter is sent exactly when it is a message in a chat, and on its way exactly under a lease",
        """
        SELECT l.id FROM letters l WHERE (l.status = 'sent') <> (l.message_id IS NOT NULL AND l.chat_id IS NOT NULL)
            OR (l.status = 'sending') <> (l.lease_until IS NOT NULL)
        """,
    ),
    Invariant(
        20,
        "no letter left before its fact",
        "SELECT l.id FROM letters l JOIN facts f ON f.id = l.fact_id WHERE l.sent_at < f.at",
    ),
    Invariant(
        22,
        "no letter waits for long after its time, or stays on its way",
        """
        SELECT l.id FROM letters l WHERE (l.status = 'queued' AND coalesce(l.not_before, l.created_at) < :stuck
                AND NOT (l.kind = 'month-result' AND EXISTS (SELECT 1 FROM letters s
                    WHERE s.kind = 'month-result' AND s.sent_at >= :stuck)))
            OR (l.status = 'sending' AND l.lease_until < :stuck)
        """,
        "L",
    ),
)
