"""States to judge, built from rows: free seats and lines follow from them, so that no builder can contradict itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from engine.change import after
from engine.facts import Fact
from engine.ports import Act, Actor
from engine.settings import Mode, OfferRules, Settings
from engine.state import Booking, Entry, Event, Hold, Line, Offer, Request, State

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)  # a Tuesday
EVENT, SERVICE, ACCOUNT = 1, 1, 1
JOB = Actor("job", name="test")
ADMIN = Actor("admin", 900, "Ada")
HOUR, MINUTE, INSTANT = timedelta(hours=1), timedelta(minutes=1), timedelta(microseconds=1)


def person(person_id: int) -> Actor:
    """A participant who taps."""
    return Actor("person", person_id)


def act(now: datetime = NOW, by: Actor = JOB, reason: str = "", first_id: int = 1000) -> Act:
    """The circumstances of one decision; ids count up from `first_id`."""
    return Act(now=now, by=by, new_id=count(first_id).__next__, reason=reason)


def settings(mode: Mode = Mode.OFFER, **values: Any) -> Settings:
    """Settings; names of `OfferRules` go there."""
    offer = {name: values.pop(name) for name in list(values) if name in OfferRules.__dataclass_fields__}
    return Settings(mode=mode, offer=OfferRules(**offer), **values)


def event(capacity: int = 1, starts_in: timedelta = timedelta(days=7), **values: Any) -> Event:
    """An event that starts `starts_in` after `NOW` and takes an hour."""
    starts_at = NOW + starts_in
    return Event(EVENT, ACCOUNT, SERVICE, starts_at, starts_at + HOUR, capacity, **values)


def entry(entry_id: int, person_id: int | None = None, seats: int = 1, **values: Any) -> Entry:
    """A place in the event's line; number and person are the entry's id unless said otherwise."""
    names = tuple(f"guest {n}" for n in range(1, seats))
    row: dict[str, Any] = {"event_id": EVENT, "priority": 0, "seq": entry_id, "names": names, **values}
    return Entry(
        id=entry_id,
        service_id=SERVICE,
        person_id=entry_id if person_id is None else person_id,
        seats=seats,
        **row,
    )


def reserve(entry_id: int, person_id: int | None = None, seats: int = 1, **values: Any) -> Entry:
    """A place on the service's reserve list."""
    return entry(entry_id, person_id, seats, **{"event_id": None, **values})


def booking(booking_id: int, person_id: int, *seats: int, **values: Any) -> Booking:
    """A confirmed booking of these seat numbers."""
    return Booking(booking_id, EVENT, person_id, **{"status": "confirmed", "seats": seats, **values})


def offer(offer_id: int, of: Entry, *seats: int, event: Event, **values: Any) -> Offer:
    """A pending offer to `of`, delivered or not as the values say."""
    row: dict[str, Any] = {"expires_at": event.starts_at, "closes_at": event.starts_at, **values}
    return Offer(offer_id, event.id, of.id, of.person_id, of.seats, seats, **row)


def request(request_id: int, person_id: int, seats: int = 1, **values: Any) -> Request:
    """An open request for a place."""
    names = tuple(f"guest {n}" for n in range(1, seats))
    return Request(request_id, EVENT, person_id, seats, **{"names": names, **values})


def line(entries: Iterable[Entry]) -> Line:
    """A whole line."""
    rows = {e.id: e for e in entries}
    waiting = sorted(
        (e for e in rows.values() if e.status == "waiting"), key=lambda e: (-e.priority, e.seq, e.id)
    )
    active: dict[int, int] = {}
    for row in rows.values():
        if row.active:
            active[row.priority] = active.get(row.priority, 0) + 1
    return Line(rows, tuple(e.id for e in waiting), complete=True, waiting=len(waiting), active=active)


def owned_seats(bookings: Iterable[Booking], offers: Iterable[Offer], holds: Iterable[Hold]) -> list[int]:
    """Every owned seat number, as often as it is owned."""
    return [number for rows in (bookings, offers, holds) for row in rows for number in row.seats]


def state(
    of: Event | None = None,
    under: Settings | None = None,
    *,
    entries: Iterable[Entry] = (),
    bookings: Iterable[Booking] = (),
    offers: Iterable[Offer] = (),
    holds: Iterable[Hold] = (),
    requests: Iterable[Request] = (),
    next_on_reserve: int = 1,
) -> State:
    """A whole state: nothing is a window."""
    of = of or event()
    entries, bookings, offers, holds = list(entries), list(bookings), list(offers), list(holds)
    asked = {r.id: r for r in requests}
    owned = set(owned_seats(bookings, offers, holds))
    in_line = [e for e in entries if e.event_id is not None]
    on_reserve = [e for e in entries if e.event_id is None]
    next_seq = max([of.next_seq, *(e.seq + 1 for e in in_line)])
    return State(
        event=replace(of, next_seq=next_seq, requests=sum(r.open for r in asked.values())),
        settings=under or settings(),
        free=tuple(n for n in range(1, of.capacity + 1) if n not in owned),
        bookings={b.id: b for b in bookings},
        offers={o.id: o for o in offers},
        holds={h.id: h for h in holds},
        requests=asked,
        line=line(in_line),
        reserve=replace(line(on_reserve), next_seq=max([next_on_reserve, *(e.seq + 1 for e in on_reserve)])),
    )


def full_house(capacity: int = 1, starts_in: timedelta = timedelta(days=7), **values: Any) -> State:
    """Every seat booked, each by another person (1001, 1002, …), with what `values` says on top."""
    taken = [booking(1000 + n, 1000 + n, n) for n in range(1, capacity + 1)]
    of = event(capacity, starts_in, **values.pop("event", {}))
    return state(of, values.pop("under", None), bookings=taken, **values)


def rebuilt(now: State) -> State:
    """The same rows, with everything that follows from them worked out anew."""
    return replace(
        state(
            now.event,
            now.settings,
            entries=[*now.line.entries.values(), *now.reserve.entries.values()],
            bookings=now.bookings.values(),
            offers=now.offers.values(),
            holds=now.holds.values(),
            requests=now.requests.values(),
            next_on_reserve=now.reserve.next_seq,
        ),
        event=now.event,
    )


def with_entry(now: State, new: Entry) -> State:
    """The state with this row of an entry, and the lines that follow from it."""
    line = now.line if new.event_id else now.reserve
    line = replace(line, entries={**line.entries, new.id: new})
    return rebuilt(replace(now, line=line) if new.event_id else replace(now, reserve=line))


def changed(before: State, facts: list[Fact], now: datetime = NOW) -> State:
    """The state once the facts have happened."""
    return after(before, facts, now)


def kinds(facts: Iterable[Fact]) -> list[str]:
    """The names of facts, in order."""
    return [type(fact).__name__ for fact in facts]


def only(facts: Iterable[Fact], kind: type) -> Any:
    """The one fact of this kind."""
    (found,) = [fact for fact in facts if isinstance(fact, kind)]
    return found
