"""Seats: never oversold, each owner with exactly its own."""

from storage.invariants.invariant import Invariant

SEATS = (
    Invariant(
        1,
        "an event has one seat for each number up to its capacity",
        """
        SELECT e.id FROM events e WHERE e.capacity <> (SELECT count(*) FROM seats s
            WHERE s.event_id = e.id AND s.capacity = e.capacity AND s.number BETWEEN 1 AND e.capacity)
        UNION SELECT s.event_id FROM seats s JOIN events e ON e.id = s.event_id
            WHERE s.capacity <> e.capacity OR s.number NOT BETWEEN 1 AND e.capacity
        UNION SELECT s.event_id FROM seats s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.id = s.event_id)
        """,
    ),
    Invariant(
        1,
        "a seat has one owner at most",
        """
        SELECT s.event_id FROM seats s WHERE (CASE WHEN s.booking_id IS NULL THEN 0 ELSE 1 END
            + CASE WHEN s.offer_id IS NULL THEN 0 ELSE 1 END
            + CASE WHEN s.hold_id IS NULL THEN 0 ELSE 1 END) > 1
        """,
    ),
    Invariant(
        2,
        "a booking owns exactly its seats, in its own event",
        """
        SELECT b.id FROM bookings b WHERE b.active * b.seats <> (SELECT count(*) FROM seats s
            WHERE s.booking_id = b.id AND s.event_id = b.event_id)
        UNION SELECT b.id FROM bookings b JOIN seats s ON s.booking_id = b.id WHERE s.event_id <> b.event_id
        UNION SELECT s.booking_id FROM seats s WHERE s.booking_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM bookings b WHERE b.id = s.booking_id)
        """,
    ),
    Invariant(
        2,
        "a pending offer owns exactly its seats, in its own event; a last call and an offer that is over own none",
        """
        SELECT o.id FROM offers o WHERE CASE WHEN o.status = 'pending' AND NOT o.last_call THEN o.count ELSE 0 END
            <> (SELECT count(*) FROM seats s WHERE s.offer_id = o.id AND s.event_id = o.event_id)
        UNION SELECT o.id FROM offers o JOIN seats s ON s.offer_id = o.id WHERE s.event_id <> o.event_id
        UNION SELECT s.offer_id FROM seats s WHERE s.offer_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.id = s.offer_id)
        """,
    ),
    Invariant(
        2,
        "a hold owns seats as long as it is active, in its own event",
        """
        SELECT h.id FROM holds h WHERE (h.active = 1) <> EXISTS (SELECT 1 FROM seats s
            WHERE s.hold_id = h.id AND s.event_id = h.event_id)
        UNION SELECT h.id FROM holds h JOIN seats s ON s.hold_id = h.id WHERE s.event_id <> h.event_id
        UNION SELECT s.hold_id FROM seats s WHERE s.hold_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM holds h WHERE h.id = s.hold_id)
        """,
    ),
    Invariant(
        1,
        "a slot of an individual service has one seat",
        """
        SELECT e.id FROM events e JOIN services v ON v.id = e.service_id
            WHERE v.kind = 'individual' AND e.capacity <> 1
        """,
    ),
    Invariant(
        1,
        "a capacity that goes down is still above its target",
        "SELECT e.id FROM events e WHERE e.drain_to >= e.capacity OR (e.drain_to > 0 AND e.status = 'cancelled')",
    ),
    Invariant(
        2,
        "nothing is left of an event that does not take place",
        """
        SELECT e.id FROM events e WHERE e.status = 'cancelled' AND (
            EXISTS (SELECT 1 FROM bookings b WHERE b.event_id = e.id AND b.active = 1)
            OR EXISTS (SELECT 1 FROM entries n WHERE n.event_id = e.id AND n.status IN ('waiting', 'offered', 'paused'))
            OR EXISTS (SELECT 1 FROM offers o WHERE o.event_id = e.id AND o.status = 'pending')
            OR EXISTS (SELECT 1 FROM holds h WHERE h.event_id = e.id AND h.active = 1) OR e.released > 0
            OR e.requests > 0)
        """,
    ),
)
