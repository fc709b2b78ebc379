"""Requests for a place: they hold nothing, and each is answered once."""

from storage.invariants.invariant import Invariant

REQUESTS = (
    Invariant(
        4,
        "one open request a person and event",
        """
        SELECT min(r.id) AS id FROM requests r WHERE r.status = 'open'
            GROUP BY r.event_id, r.person_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        4,
        "nobody asks for a place at an event where they have one",
        """
        SELECT r.id FROM requests r JOIN bookings b ON b.event_id = r.event_id AND b.person_id = r.person_id
            WHERE r.status = 'open' AND b.active = 1
        """,
    ),
    Invariant(
        3,
        "an event knows how many ask for a place",
        """
        SELECT e.id FROM events e WHERE e.requests <> (SELECT count(*) FROM requests r
            WHERE r.event_id = e.id AND r.status = 'open')
        """,
    ),
    Invariant(
        8,
        "a granted request became a booking or a place in line of that person",
        """
        SELECT r.id FROM requests r WHERE r.status = 'granted'
            AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.event_id = r.event_id
                AND b.person_id = r.person_id AND b.source = 'request')
            AND NOT EXISTS (SELECT 1 FROM entries n WHERE n.event_id = r.event_id
                AND n.person_id = r.person_id AND n.source = 'request')
        """,
    ),
    Invariant(
        24,
        "nobody asks for a place at an event that has begun",
        """
        SELECT r.id FROM requests r JOIN events e ON e.id = r.event_id
            WHERE r.status = 'open' AND e.starts_at < :late
        """,
        "L",
    ),
)
