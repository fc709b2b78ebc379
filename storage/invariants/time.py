"""Time: what is due is done."""

from storage.invariants.invariant import Invariant

TIME = (
    Invariant(
        24,
        "no offer is open past its deadline",
        "SELECT o.id FROM offers o WHERE o.status = 'pending' AND o.expires_at < :late",
        "L",
    ),
    Invariant(
        24,
        "no open offer outlives the start of its event",
        """
        SELECT o.id FROM offers o JOIN events e ON e.id = o.event_id
            WHERE o.status = 'pending' AND o.expires_at > e.starts_at
        """,
    ),
    Invariant(
        24,
        "no pause lasts longer than asked for",
        "SELECT n.id FROM entries n WHERE n.status = 'paused' AND n.paused_until < :late",
        "L",
    ),
    Invariant(
        24,
        "nobody waits for an event that has begun",
        """
        SELECT n.id FROM entries n JOIN events e ON e.id = n.event_id
            WHERE n.status IN ('waiting', 'offered', 'paused') AND e.starts_at < :late
        """,
        "L",
    ),
    Invariant(
        24,
        "nobody is asked whether a new date suits whose booking is over",
        """
        SELECT b.id FROM bookings b WHERE b.reconfirm_by IS NOT NULL AND b.status NOT IN ('pending', 'confirmed')
        """,
    ),
    Invariant(
        24,
        "nobody keeps a seat by saying nothing about a new date",
        """
        SELECT b.id FROM bookings b JOIN events e ON e.id = b.event_id
            WHERE b.reconfirm_by < :late AND b.active = 1 AND e.starts_at > :late
        """,
        "L",
    ),
)
