"""Slots: one-to-one events cut from the opening hours of an individual service.

Opening hours are wall time of the account's zone, and a slot takes exactly its minutes of real time: on the days on
which the clock is changed there are as many as fit into the hours that there really are.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from engine.facts import EventClosed, EventMoved, EventOpened, Fact
from engine.ports import Act
from engine.rules.filling import and_fill
from engine.state import EventStatus, Opening, State, TimeWindow

DAYS_AHEAD = 28
"""How far ahead slots are cut: every weekday four times. Whoever plans further ahead would be promised hours that are
likely to change; whoever has a shorter look would find a busy week full and nothing behind it."""

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
ANY_OFFSET = timedelta(hours=27)  # no zone is further from UTC, and no change of the clock is larger


@dataclass(frozen=True, slots=True)
class Slot:
    """`stamp` is its day and time on the wall, for its code; in a doubled hour the second one says so."""

    starts_at: datetime
    ends_at: datetime
    stamp: str


def cut(opening: Opening, zone: str, first: date, last: date) -> list[Slot]:
    """The slots of the days from `first` to `last`, by start. None overlaps another, each takes exactly its minutes,
    all of it within one window; no more would fit behind each other."""
    there = ZoneInfo(zone)
    length = opening.minutes * MINUTE
    days = (first + n * DAY for n in range((last - first).days + 1))
    found = [
        _slot(start + n * length, length, there)
        for day in days
        for window in opening.hours
        if window.weekday == day.weekday()
        for start, end in stretches(window, day, there)
        for n in range((end - start) // length)
    ]
    return sorted(found, key=lambda slot: slot.starts_at)


def stretches(window: TimeWindow, day: date, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The moments (UTC) at which the clock on the wall shows a time of the window on that day, from and until. Mostly
    one stretch; a doubled hour that the window begins or ends in gives two, a skipped one may give none."""
    midnight = datetime.combine(day, time())
    ends = [midnight + window.start * MINUTE, midnight + window.end * MINUTE]
    shown = [local.replace(tzinfo=zone, fold=fold) for local in ends for fold in (0, 1)]
    if len({local.utcoffset() for local in shown}) == 1:
        yield shown[0].astimezone(UTC), shown[2].astimezone(UTC)
        return
    begin: datetime | None = None
    moment = midnight.replace(tzinfo=UTC) - ANY_OFFSET
    for _ in range((DAY + 2 * ANY_OFFSET) // MINUTE):
        inside = _shows(moment.astimezone(zone), window, day)
        if inside and begin is None:
            begin = moment
        elif not inside and begin is not None:
            yield begin, moment
            begin = None
        moment += MINUTE


def _shows(local: datetime, window: TimeWindow, day: date) -> bool:
    return local.date() == day and window.start <= local.hour * 60 + local.minute < window.end


def _slot(start: datetime, length: timedelta, zone: ZoneInfo) -> Slot:
    local = start.astimezone(zone)
    return Slot(start, start + length, f"{local:%Y%m%d-%H%M}{'-2' if local.fold else ''}")


def code_of(service: str, slot: Slot, taken: Collection[str]) -> str:
    """The code of a new slot. Where an event that was moved to another time has it, a number tells them apart."""
    code = f"{service}-{slot.stamp}"
    if code not in taken:
        return code
    return next(other for n in range(2, len(taken) + 3) if (other := f"{code}-{n}") not in taken)


@dataclass(frozen=True, slots=True)
class Known:
    """An event of the service that is still to come, or under way (`begun`). `taken`: somebody has it, is asked for it,
    asks or waits for it, or an admin keeps it back."""

    id: int
    starts_at: datetime
    ends_at: datetime
    status: EventStatus
    taken: bool
    begun: bool = False

    @property
    def fixed(self) -> bool:
        """It stays as it is, and nothing can be had at its time: it is taken, or was called off."""
        return self.taken or self.status == "cancelled"


@dataclass(frozen=True, slots=True)
class Plan:
    """What makes the events of a service follow its hours: `opened` are new; `kept` are there, and are to be open with
    that end; `closed` are outside the hours and free. `stay`: outside the hours, but taken."""

    opened: tuple[Slot, ...] = ()
    kept: tuple[tuple[int, datetime], ...] = ()
    closed: tuple[int, ...] = ()
    stay: tuple[int, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.opened or self.kept or self.closed)


def plan(known: Sequence[Known], slots: Sequence[Slot], until: datetime) -> Plan:
    """Make `known` what `slots` say, all of them still to come; those that begin at `until` or later are not opened
    yet. What is fixed stays, and nothing opens across it. A plan that is carried out leaves nothing to do."""
    fixed = [event for event in known if event.fixed]
    wanted = {slot.starts_at: slot for slot in _clear_of(slots, fixed)}
    kept: list[tuple[int, datetime]] = []
    closed: list[int] = []
    for event in sorted(
        (e for e in known if not e.fixed), key=lambda e: (e.starts_at, e.status != "open", e.id)
    ):
        slot = wanted.pop(event.starts_at, None)
        if slot is None and event.status == "open":
            closed.append(event.id)
        elif slot is not None and (event.status, event.ends_at) != ("open", slot.ends_at):
            kept.append((event.id, slot.ends_at))
    inside = {(slot.starts_at, slot.ends_at) for slot in slots}
    return Plan(
        opened=tuple(slot for start, slot in wanted.items() if start < until),
        kept=tuple(kept),
        closed=tuple(closed),
        stay=tuple(e.id for e in known if e.taken and not e.begun and (e.starts_at, e.ends_at) not in inside),
    )


def _clear_of(slots: Iterable[Slot], fixed: Sequence[Known]) -> Iterator[Slot]:
    """Slots at whose time nothing fixed is. Those do not overlap but for what admins have moved by hand."""
    starts = sorted(event.starts_at for event in fixed)
    ends = sorted(event.ends_at for event in fixed)
    for slot in slots:
        begun = bisect_left(starts, slot.ends_at)  # before the slot ends
        over = bisect_left(ends, slot.starts_at + timedelta.resolution)  # when the slot begins
        if begun == over:
            yield slot


def is_taken(state: State) -> bool:
    """See `Known.taken`."""
    return state.take(1) is None or state.line.length > 0 or state.event.requests > 0


def close(state: State, act: Act) -> list[Fact]:
    """A slot outside the hours cannot be booked any more. Nothing where it is taken."""
    if is_taken(state) or state.event.status != "open":
        return []
    return and_fill(state, act, [EventClosed(id=state.event.id)])


def keep(state: State, act: Act, ends_at: datetime) -> list[Fact]:
    """A slot is open, until that end, and goes to whoever waits. Nothing where it is taken or was called off."""
    event = state.event
    if is_taken(state) or event.status == "cancelled":
        return []
    facts: list[Fact] = []
    if event.ends_at != ends_at:
        facts.append(EventMoved(id=event.id, starts_at=event.starts_at, ends_at=ends_at))
    if event.status != "open":
        facts.append(EventOpened(id=event.id))
    return and_fill(state, act, facts)
