"""The line: its order, its offers, and how they end."""

from storage.invariants.invariant import Invariant

LINE = (
    Invariant(
        3,
        "the size of a line is that of its places",
        """
        SELECT z.place_id AS id FROM line_sizes z LEFT JOIN (
            SELECT CASE WHEN event_id IS NULL THEN 1 ELSE 0 END AS on_reserve,
                coalesce(event_id, service_id) AS place_id, priority, status, count(*) AS places
            FROM entries WHERE status IN ('waiting', 'offered', 'paused') GROUP BY 1, 2, 3, 4
        ) n ON n.on_reserve = z.on_reserve AND n.place_id = z.place_id
            AND n.priority = z.priority AND n.status = z.status
            WHERE z.count <> coalesce(n.places, 0)
        UNION SELECT n.id FROM entries n WHERE n.status IN ('waiting', 'offered', 'paused')
            AND NOT EXISTS (SELECT 1 FROM line_sizes z WHERE z.priority = n.priority AND z.status = n.status
                AND z.on_reserve = CASE WHEN n.event_id IS NULL THEN 1 ELSE 0 END
                AND z.place_id = coalesce(n.event_id, n.service_id))
        """,
    ),
    Invariant(
        5,
        "a place in line has a number of its own, given by the line's counter",
        """
        SELECT min(n.id) AS id FROM entries n GROUP BY n.event_id, CASE WHEN n.event_id IS NULL
            THEN n.service_id ELSE 0 END, n.seq HAVING count(*) > 1
        UNION SELECT n.id FROM entries n JOIN events e ON e.id = n.event_id WHERE n.seq >= e.next_seq
        UNION SELECT n.id FROM entries n JOIN services v ON v.id = n.service_id
            WHERE n.event_id IS NULL AND n.seq >= v.next_seq
        """,
    ),
    Invariant(
        6,
        "nobody who waited unchanged was passed over by an automatic offer to somebody behind",
        """
        SELECT n.id FROM entries n
            JOIN offers o ON o.event_id = n.event_id AND o.status = 'pending' AND NOT o.last_call AND o.split_id IS NULL
            JOIN entries x ON x.id = o.entry_id AND x.event_id = n.event_id
            JOIN events e ON e.id = n.event_id
            JOIN services v ON v.id = e.service_id
            JOIN participants p ON p.id = n.person_id AND p.reachable
            JOIN facts f ON f.subject = 'offer' AND f.subject_id = o.id AND f.kind = 'OfferMade'
                AND replace(CAST(f.data AS TEXT), ' ', '') LIKE '%"automatic"_true%'
        WHERE n.status = 'waiting' AND NOT n.split
            AND (n.priority > x.priority OR (n.priority = x.priority AND n.seq < x.seq))
            AND NOT (n.passed_event = e.id AND n.passed >= 0)
            AND f.at > (SELECT max(l.at) FROM facts l WHERE l.subject = 'entry' AND l.subject_id = n.id)
            AND CASE WHEN CAST(e.offer AS TEXT) LIKE '%"order"%' THEN CAST(e.offer AS TEXT)
                ELSE CAST(v.offer AS TEXT) END NOT LIKE '%lottery%'
            AND NOT EXISTS (SELECT 1 FROM facts c WHERE c.subject = 'event' AND c.subject_id = e.id
                AND c.kind = 'EventConfigured' AND c.at >= f.at)
            AND NOT EXISTS (SELECT 1 FROM facts c WHERE c.subject = 'service' AND c.subject_id = v.id
                AND c.kind = 'ServiceConfigured' AND c.at >= f.at)
        """,
        "L",
    ),
    Invariant(
        7,
        "an entry is offered exactly while it has a pending offer, to the same person, for a seat it waits for",
        """
        SELECT n.id FROM entries n WHERE (n.status = 'offered') <> EXISTS (SELECT 1 FROM offers o
            WHERE o.entry_id = n.id AND o.status = 'pending')
        UNION SELECT n.id FROM entries n JOIN offers o ON o.entry_id = n.id JOIN events e ON e.id = o.event_id
            WHERE o.person_id <> n.person_id OR n.event_id <> o.event_id OR n.service_id <> e.service_id
        """,
    ),
    Invariant(
        7,
        "an offer is accepted before its deadline and expires at or after it, once",
        """
        SELECT o.id FROM offers o WHERE (o.status = 'accepted' AND o.decided_at >= o.expires_at)
            OR (o.status = 'expired' AND o.decided_at < o.expires_at)
            OR (o.status = 'pending') <> (o.decided_at IS NULL)
        UNION SELECT f.subject_id FROM facts f WHERE f.kind IN ('OfferAccepted', 'OfferRejected', 'OfferExpired',
            'OfferWithdrawn') GROUP BY f.subject_id HAVING count(*) > 1
        """,
    ),
    Invariant(
        7,
        "a place is set aside for a balancing only while that is under way",
        """
        SELECT n.id FROM entries n JOIN events e ON e.id = n.event_id
            WHERE n.split AND n.status IN ('waiting', 'offered', 'paused') AND e.split_id IS NULL
        """,
    ),
    Invariant(
        8,
        "an accepted offer became exactly one booking of that person in that event",
        """
        SELECT o.id FROM offers o WHERE o.status = 'accepted' AND NOT EXISTS (SELECT 1 FROM bookings b
            WHERE b.id = o.booking_id AND b.event_id = o.event_id AND b.person_id = o.person_id)
        UNION SELECT o.id FROM offers o WHERE o.status <> 'accepted' AND o.booking_id IS NOT NULL
        UNION SELECT min(o.id) FROM offers o WHERE o.booking_id IS NOT NULL GROUP BY o.booking_id
            HAVING count(*) > 1
        UNION SELECT b.id FROM bookings b WHERE b.source = 'offer'
            AND NOT EXISTS (SELECT 1 FROM offers o WHERE o.booking_id = b.id AND o.status = 'accepted')
        """,
    ),
    Invariant(
        9,
        "nothing was offered automatically while the event was frozen",
        """
        SELECT f.subject_id AS id FROM facts f JOIN facts z ON z.subject = 'event' AND z.subject_id = f.event_id
                AND z.kind = 'EventFrozen' AND z.at < f.at
            WHERE f.kind = 'OfferMade' AND replace(CAST(f.data AS TEXT), ' ', '') LIKE '%"automatic"_true%'
                AND NOT EXISTS (SELECT 1 FROM facts u WHERE u.subject = 'event' AND u.subject_id = f.event_id
                    AND u.kind = 'EventUnfrozen' AND u.version > z.version AND u.at <= f.at)
        """,
    ),
)
