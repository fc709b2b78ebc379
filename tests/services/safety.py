"""What must be true after every step of a story: of the rows, of the events together, and of what people are told."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import sqlalchemy as sa

from engine.state import State
from storage.database import Database
from storage.doctor import examine
from storage.tables import Instant
from tests.services.model import Decided, Row

EDITS = {"offer-over"}
"""They change a message that is there already."""
EVERYWHERE = {"ServiceConfigured", "AccountConfigured"}
ANEW = {"offer-made", "booking-made"}
"""What somebody has instead, beside the word of what has become of the old."""
SAID_BY_THE_NEW = {"offer-withdrawn", "offer-missed", "entry-joined", "entry-displaced", "entry-resumed"}
"""Of no interest to somebody who is booked or asked at the same event in the same decision."""
LETTERS_WAIT = 22
"""The doctor's number for letters that wait, as nobody carries them here."""

OVERSOLD = sa.text(
    """
    SELECT e.id FROM events e WHERE e.capacity <
        coalesce((SELECT sum(b.seats) FROM bookings b WHERE b.event_id = e.id AND b.active = 1), 0)
        + coalesce((SELECT sum(o.count) FROM offers o
            WHERE o.event_id = e.id AND o.status = 'pending' AND NOT o.last_call), 0)
        + (SELECT count(*) FROM seats s JOIN holds h ON h.id = s.hold_id WHERE h.event_id = e.id AND h.active = 1)
    """
)
FOR_NOTHING = sa.text(
    """
    SELECT o.id FROM offers o JOIN events e ON e.id = o.event_id LEFT JOIN entries n ON n.id = o.entry_id
        WHERE o.status = 'pending' AND (e.status <> 'open' OR o.expires_at > e.starts_at
            OR n.id IS NULL OR n.status <> 'offered'
            OR EXISTS (SELECT 1 FROM bookings b WHERE b.event_id = e.id AND b.person_id = o.person_id AND b.active = 1)
            OR (o.split_id IS NOT NULL AND coalesce(e.split_id, -1) <> o.split_id))
    """
)
BEGUN = sa.text(
    "SELECT o.id FROM offers o JOIN events e ON e.id = o.event_id WHERE o.status = 'pending' AND e.starts_at <= :now"
).bindparams(sa.bindparam("now", type_=Instant))


async def check(now: datetime, databases: Iterable[Database], *, settled: bool = False) -> None:
    """Nothing is wrong in any of the databases; `settled` once the clock has done what was due, too."""
    for database in databases:
        found = await examine(database, now, settled=settled)
        assert [str(finding) for finding in found if finding.number != LETTERS_WAIT] == []
        assert await _ids(database, OVERSOLD) == [], "oversold"
        assert await _ids(database, FOR_NOTHING) == [], "open for something that is gone"
        if settled:
            assert await _ids(database, BEGUN.bindparams(now=now)) == [], "open for an event that has begun"


async def _ids(database: Database, statement: sa.Executable) -> list[int]:
    async with database.read.connect() as connection:
        return list((await connection.execute(statement)).scalars())


# ------------------------------------------------------------------------------------------------- what is told


def check_told(decided: Decided) -> None:
    """One decision writes a person one message, and what they have anew at an event is said by that alone; but for a
    new date, which an offer does not explain. A decision about all events of a service or an account does so for each
    event."""
    happened = {row["kind"] for row in decided.history}
    sent = [row for row in decided.letters if row["person_id"] is not None and row["kind"] not in EDITS]
    anew = [(row["person_id"], row["data"]["event"]) for row in sent if row["kind"] in ANEW]
    news = [(row["person_id"], row["data"]["event"]) for row in sent if row["kind"] not in ANEW]
    heard = news if happened & EVERYWHERE else [person_id for person_id, _ in news]
    told = sorted((row["person_id"], row["kind"]) for row in sent)
    assert len(anew) == len(set(anew)) and len(heard) == len(set(heard)), f"not one message a person: {told}"
    ends = {(row["person_id"], row["data"]["event"]) for row in sent if row["kind"] in SAID_BY_THE_NEW}
    assert "EventMoved" in happened or not ends & set(anew), f"told what the new thing says: {told}"


def check_order(decided: Decided) -> None:
    """Whoever keeps a place keeps its rank, unless a fact says otherwise."""
    said = {row["subject_id"] for row in decided.history if _moved(row)}
    old, new = _ranks(decided.before), _ranks(decided.after)
    for entry_id in old.keys() & new.keys() - said:
        assert old[entry_id] == new[entry_id], f"the place {entry_id} has another rank"


def _moved(row: Row) -> bool:
    missed = row["kind"] == "EntryReturned" and row["data"]["cause"] == "missed"
    return bool(missed) or row["kind"] == "EntryPrioritised"


def _ranks(states: Mapping[int, State]) -> dict[int, tuple[int, int]]:
    lines = [line for state in states.values() for line in (state.line, state.reserve)]
    return {e.id: (-e.priority, e.seq) for line in lines for e in line.entries.values() if e.active}


REFEREES = (check_told, check_order)
"""They look at each decision."""
