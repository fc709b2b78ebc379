"""History: every change of state has its fact, and the last fact equals the row."""

from storage.invariants.invariant import Invariant


def _last(table: str, subject: str, cases: str) -> str:
    """Rows whose status is not what their newest fact says; facts that say nothing of it are no judge."""
    return f"""
        SELECT r.id FROM {table} r JOIN facts f ON f.subject = '{subject}' AND f.subject_id = r.id
            AND f.version = r.version WHERE r.status <> CASE f.kind {cases} ELSE r.status END
        """  # noqa: S608 - our own words only


DATA = "replace(CAST(f.data AS TEXT), ' ', '')"
MARKS = " ".join(
    f"WHEN {DATA} LIKE '%\"status\"_\"{status}\"%' THEN '{status}'"
    for status in ("attended", "no_show", "confirmed")
)

TABLES = {
    "event": "events",
    "booking": "bookings",
    "entry": "entries",
    "offer": "offers",
    "hold": "holds",
    "request": "requests",
    "period": "periods",
    "wish": "wishes",
    "friendship": "friendships",
    "run": "runs",
    "adjustment": "adjustments",
    "result": "results",
    "lock": "locks",
    "unlock": "unlocks",
}

HISTORY = (
    Invariant(
        12,
        "versions of one subject step by one from one",
        """
        SELECT f.subject_id AS id FROM facts f GROUP BY f.subject, f.subject_id
            HAVING min(f.version) <> 1 OR max(f.version) <> count(*) OR count(DISTINCT f.version) <> count(*)
        """,
    ),
    *(
        Invariant(
            12,
            f"the last fact of {'an' if subject[0] in 'aeiou' else 'a'} {subject} has its version",
            f"""
            SELECT r.id FROM {TABLES[subject]} r WHERE r.version <> coalesce((SELECT max(f.version) FROM facts f
                WHERE f.subject = '{subject}' AND f.subject_id = r.id), 0)
            UNION SELECT f.subject_id FROM facts f WHERE f.subject = '{subject}'
                AND NOT EXISTS (SELECT 1 FROM {TABLES[subject]} r WHERE r.id = f.subject_id)
            """,  # noqa: S608 - our own words only
        )
        for subject in TABLES
    ),
    Invariant(
        12,
        "the last fact of an entry says its status",
        _last(
            "entries",
            "entry",
            "WHEN 'EntryJoined' THEN 'waiting' WHEN 'EntryOffered' THEN 'offered' WHEN 'EntryReturned' THEN 'waiting' "
            "WHEN 'EntryPaused' THEN 'paused' WHEN 'EntryResumed' THEN 'waiting' WHEN 'EntrySkipped' THEN 'waiting' "
            "WHEN 'EntryBooked' THEN 'booked' WHEN 'EntryLeft' THEN 'left' WHEN 'EntryClosed' THEN 'closed'",
        ),
    ),
    Invariant(
        12,
        "the last fact of an offer says its status",
        _last(
            "offers",
            "offer",
            "WHEN 'OfferMade' THEN 'pending' WHEN 'OfferDelivered' THEN 'pending' WHEN 'OfferReminded' THEN 'pending' "
            "WHEN 'OfferUndelivered' THEN 'pending' WHEN 'OfferExtended' THEN 'pending' "
            "WHEN 'OfferAccepted' THEN 'accepted' WHEN 'OfferRejected' THEN 'rejected' "
            "WHEN 'OfferExpired' THEN 'expired' WHEN 'OfferWithdrawn' THEN 'withdrawn'",
        ),
    ),
    Invariant(
        12,
        "the last fact of a request says its status",
        _last(
            "requests",
            "request",
            "WHEN 'RequestMade' THEN 'open' WHEN 'RequestShifted' THEN 'open' "
            "WHEN 'RequestAnswered' THEN 'open' WHEN 'RequestGranted' THEN 'granted' "
            "WHEN 'RequestDeclined' THEN 'declined' WHEN 'RequestTakenBack' THEN 'taken_back' "
            "WHEN 'RequestClosed' THEN 'closed'",
        ),
    ),
    Invariant(
        12,
        "the last fact of a booking says its status",
        _last(
            "bookings",
            "booking",
            "WHEN 'BookingConfirmed' THEN 'confirmed' WHEN 'BookingCancelled' THEN 'cancelled' "
            f"WHEN 'AttendanceMarked' THEN CASE {MARKS} END",
        ),
    ),
    Invariant(
        12,
        "an event is cancelled exactly when its history says so",
        """
        SELECT e.id FROM events e WHERE (e.status = 'cancelled') <> EXISTS (SELECT 1 FROM facts f
            WHERE f.subject = 'event' AND f.subject_id = e.id AND f.kind = 'EventCancelled')
        """,
    ),
    Invariant(
        12,
        "nobody came to an event, or did not, before it began",
        """
        SELECT f.subject_id AS id FROM facts f JOIN events e ON e.id = f.event_id
            WHERE f.kind = 'AttendanceMarked' AND f.at < e.starts_at
        """,
    ),
)
