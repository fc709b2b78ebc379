"""Persons: once in, once in line, once asked."""

from storage.invariants.invariant import Invariant

PERSONS = (
    Invariant(
        4,
        "one active booking a person and event",
        """
        SELECT min(b.id) AS id FROM bookings b WHERE b.active = 1
            GROUP BY b.event_id, b.person_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        4,
        "one place in a line a person",
        """
        SELECT min(n.id) AS id FROM entries n WHERE n.status IN ('waiting', 'offered', 'paused')
            GROUP BY n.service_id, n.event_id, n.person_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        4,
        "one open offer a person and event",
        """
        SELECT min(o.id) AS id FROM offers o WHERE o.status = 'pending'
            GROUP BY o.event_id, o.person_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        4,
        "nobody is booked and waits for the same event",
        """
        SELECT n.id FROM entries n JOIN bookings b ON b.event_id = n.event_id AND b.person_id = n.person_id
            WHERE n.status IN ('waiting', 'offered', 'paused') AND b.active = 1
        """,
    ),
)
