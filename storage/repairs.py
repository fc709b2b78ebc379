"""Repairs of final months. `engine.ports.Repairs` on a database; the period's row is the lock, taken before the
events."""

from datetime import datetime

import sqlalchemy as sa

from engine.facts import RepairFact
from engine.ports import Ask, RepairAsk, RepairRule, Steps
from engine.repairs import RepairMove, Survey, events_of
from storage import repair_record
from storage.deciding import Deciding, record_steps, until_loaded
from storage.load import Wanted
from storage.load import lock as lock_events
from storage.repair_load import period_of_repair, repairing, survey
from storage.repair_record import Writing
from storage.run_load import find
from storage.tables import repairs

IDS_A_DECISION = 256
SEATS, LINE = 8, 8
"""Free seats and people in line that are loaded of each event at first."""

Done = tuple[list[RepairFact], Steps]


class SqlRepairs(Deciding):
    """See `engine.ports.Repairs`."""

    async def survey(self, period_id: int) -> Survey:
        """See `engine.ports.Repairs.survey`."""
        return await self._database.look(
            lambda connection: survey(connection, find(connection, period_id, locking=False))
        )

    async def decide(self, ask: RepairAsk, rule: RepairRule) -> list[RepairFact]:
        """See `engine.ports.Repairs.decide`."""
        made, steps = await self._with_ids(IDS_A_DECISION, lambda c: self._locked(c, ask, rule))
        if made:
            self._committed([fact for _, facts in steps for fact in facts])
        return made

    async def due(self, now: datetime) -> list[int]:
        """Open repairs whose time is up, or that something has happened to: those that are worth a look."""
        return await self._database.look(lambda connection: _due(connection, now), snapshot=False)

    async def open_at(self, moment: datetime) -> list[int]:
        """Open repairs whose deadline was still to come then."""
        still = (repairs.c.status == "open", repairs.c.expires_at > moment)
        chosen = sa.select(repairs.c.id).where(*still).order_by(repairs.c.id)
        return await self._database.look(
            lambda connection: list(connection.execute(chosen).scalars()), snapshot=False
        )

    def _locked(self, connection: sa.Connection, ask: RepairAsk, rule: RepairRule) -> Done:
        period_id = ask.period_id or period_of_repair(connection, ask.repair_id)
        period = find(connection, period_id, locking=True)
        known = repairing(connection, period, ask.repair_id)
        own = known.repair(ask.repair_id)
        moves = own.moves if own is not None else ask.moves
        locking = not self._database.is_sqlite
        rows = lock_events(connection, events_of(moves), locking=locking)
        act, wanted = self._act(connection, ask), _wanted(ask, moves)
        states, (made, steps) = until_loaded(
            connection, rows, wanted, lambda known_now: rule(known, known_now, act), locking=locking
        )
        repair_record.agreed(connection, made)  # the database lets nobody be moved before all have said yes
        record_steps(connection, states, steps, act)
        repair_record.write(connection, Writing(known, act), made)
        self._tell(connection, made)
        return made, steps


def _wanted(ask: RepairAsk, moves: tuple[RepairMove, ...]) -> Wanted:
    wanted, people = Wanted(), tuple(move.person_id for move in moves)
    booked = tuple(move.booking_id for move in moves)
    for event_id in events_of(moves):
        about = Ask(by=ask.by, event_id=event_id, people=people, bookings=booked, seats=SEATS, line=LINE)
        wanted.add(about)
    wanted.holds = wanted.reserve = True
    return wanted


CHANGED = """
    EXISTS (SELECT 1 FROM repair_moves m
        JOIN events t ON t.id = m.event_id JOIN events s ON s.id = m.from_event_id
        JOIN bookings b ON b.id = m.booking_id
        WHERE m.repair_id = repairs.id AND (t.status <> 'open' OR t.starts_at <= :now
            OR t.starts_at <> m.starts_at OR t.ends_at <> m.ends_at
            OR (NOT m.lost AND (b.active = 0 OR s.starts_at <= :now))
            OR EXISTS (SELECT 1 FROM bookings o WHERE o.person_id = m.person_id AND o.active = 1
                AND o.event_id IN (m.event_id, CASE WHEN m.lost THEN m.from_event_id ELSE m.event_id END))))
    OR EXISTS (SELECT 1 FROM repair_holds r LEFT JOIN seats x ON x.hold_id = r.hold_id
        WHERE r.repair_id = repairs.id AND x.hold_id IS NULL)
"""


def _due(connection: sa.Connection, now: datetime) -> list[int]:
    changed = sa.text(CHANGED).bindparams(sa.bindparam("now", now, type_=repairs.c.expires_at.type))
    due = sa.or_(repairs.c.expires_at <= now, changed)
    chosen = sa.select(repairs.c.id).where(repairs.c.status == "open", due).order_by(repairs.c.id)
    return list(connection.execute(chosen).scalars())
