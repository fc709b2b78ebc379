"""Moves of people, admins and jobs as plain values, so that one generated story can be told on every work. Which row
a move is about is a number; on the state of the moment it becomes an id, also of a row that is over or another's."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal, TypeVar

from hypothesis import strategies as st

from engine.rules.by_hand import Mark
from engine.services import (
    booking,
    by_hand,
    capacity,
    configuring,
    dates,
    moving,
    offers,
    requests,
    seats,
    waitlist,
)
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, QuietHours, Settings, Tier
from engine.state import Booking, Decline, Entry, Offer, Request, State, TimeWindow
from tests.rules.builders import INSTANT
from tests.services.ensemble import Call
from tests.services.world import DAY, HOUR, MINUTE, World

PEOPLE = 7
NO_SUCH = 999_999
FRIDAYS = (TimeWindow(4, 0, 24 * 60),)
THENS: tuple[Decline, ...] = ("keep", "leave", "pause")
Row = TypeVar("Row", Booking, Entry, Offer, Request)


@dataclass(frozen=True)
class Move:
    """`row`: which of the open rows, from 9 on which of all; `by_owner`: tapped by whose row it is."""

    what: str
    person: int = 1
    row: int = 0
    party: int = 1
    by_owner: bool = True
    update: int | None = None


@dataclass(frozen=True)
class Together:
    """Moves about one event that come at the same time."""

    event_id: int
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Across:
    """Moves about several events that come at the same time; they have the reserve list in common."""

    moves: tuple[tuple[int, Move], ...]


@dataclass(frozen=True)
class Passes:
    """Time passes; with `due` until the first deadline of an offer, and then some."""

    length: timedelta
    due: bool = False


@dataclass(frozen=True)
class Blocks:
    """The person blocks the bot, or comes back."""

    person: int
    blocks: bool


Step = Together | Across | Passes | Blocks


# ---------------------------------------------------------------------------------------------- moves to calls


def call(move: Move, state: State) -> Call:
    """The service call that the move is on this state."""
    for calls in (_newcomers, _people, _movers, _admins, _admins_with_events, _requests, _jobs):
        if found := calls(move, state):
            return found
    raise LookupError(move.what)


def tapper(move: Move, state: State) -> int | None:
    """The person who taps, if one does."""
    about: dict[str, Callable[[Move, State], Booking | Entry | Offer | Request | None]]
    about = {"cancel": _booked, "accept": _asked, "decline": _asked, "leave": _placed, "pause": _placed}
    about |= {"resume": _placed, "reconfirm": _booked, "reschedule": _booked}
    about["take back"] = _wanted
    if move.what in ("book", "join", "auto", "reserve", "ask"):
        return move.person
    if move.what not in about:
        return None
    row = about[move.what](move, state)
    return row.person_id if row is not None and move.by_owner else move.person


def declines_and_pauses(move: Move) -> bool:
    """Whether the answer to an offer is a pause."""
    return move.what == "decline" and THENS[move.party % 3] == "pause"


def _newcomers(move: Move, state: State) -> Call | None:
    tap, event_id = Tap(move.person, move.update), state.event.id
    names = tuple(f"guest {n}" for n in range(1, move.party))
    windows = FRIDAYS if move.row % 2 else ()
    calls: dict[str, Call] = {
        "book": lambda on: booking.book(on, tap, event_id, move.party, names),
        "join": lambda on: waitlist.join(on, tap, event_id, move.party, names),
        "auto": lambda on: waitlist.join(on, tap, event_id, move.party, names, auto_confirm=True),
        "reserve": lambda on: waitlist.join_reserve(on, tap, event_id, windows, move.party),
    }
    return calls.get(move.what)


def _people(move: Move, state: State) -> Call | None:
    tap, event_id = Tap(tapper(move, state) or 0, move.update), state.event.id
    booked, entry, offer = _id(_booked(move, state)), _id(_placed(move, state)), _id(_asked(move, state))
    length = (None, MINUTE, 5 * HOUR, 3 * DAY)[move.party % 4]
    then = THENS[move.party % 3]
    calls: dict[str, Call] = {
        "cancel": lambda on: booking.cancel(on, tap, event_id, booked),
        "accept": lambda on: offers.accept(on, tap, event_id, offer),
        "decline": lambda on: offers.decline(on, tap, event_id, offer, then),
        "leave": lambda on: waitlist.leave(on, tap, event_id, entry),
        "pause": lambda on: waitlist.pause(on, tap, event_id, entry, length),
        "resume": lambda on: waitlist.resume(on, tap, event_id, entry),
        "reconfirm": lambda on: dates.reconfirm(on, tap, event_id, booked),
    }
    return calls.get(move.what)


def _movers(move: Move, state: State) -> Call | None:
    """To the other one of two events."""
    source, target = state.event.id, 3 - state.event.id
    chosen = _booked(move, state)
    booked, owner, size = (chosen.id, chosen.person_id, len(chosen.seats)) if chosen else (NO_SUCH, 1, 1)
    tap = Tap(tapper(move, state) or 0, move.update)
    admin = AdminTap(900, "Ada", move.update, reason="because")
    calls: dict[str, Call] = {
        "reschedule": lambda on: moving.reschedule(on, tap, booked, source, target, size),
        "move": lambda on: moving.move(on, admin, booked, source, target, owner, size),
    }
    return calls.get(move.what)


def _admins(move: Move, state: State) -> Call | None:
    tap = AdminTap(900, "Ada", move.update, reason="because" if move.by_owner else "")
    event_id, entry = state.event.id, _placed(move, state)
    entry_id, person_id = _id(entry), entry.person_id if entry else move.person
    how: Literal["offer", "promote"] = "offer" if move.what == "offer" else "promote"
    held = sorted(state.holds)
    hold_id = held[move.row % len(held)] if held else NO_SUCH
    calls: dict[str, Call] = {
        "cancel for": lambda on: booking.cancel_for(on, tap, event_id, _id(_booked(move, state))),
        "confirm": lambda on: booking.confirm(on, tap, event_id, _id(_booked(move, state))),
        "remove": lambda on: waitlist.remove(on, tap, event_id, entry_id),
        "withdraw": lambda on: offers.withdraw(on, tap, event_id, _id(_asked(move, state))),
        "offer": lambda on: offers.choose(on, tap, event_id, entry_id, how, person_id),
        "promote": lambda on: offers.choose(on, tap, event_id, entry_id, how, person_id),
        "hold": lambda on: seats.hold(on, tap, event_id, move.party),
        "release": lambda on: seats.release(on, tap, event_id, hold_id),
        "publish": lambda on: seats.publish(on, tap, event_id),
        "freeze": lambda on: seats.freeze(on, tap, event_id),
        "unfreeze": lambda on: seats.unfreeze(on, tap, event_id),
    }
    return calls.get(move.what)


def _admins_with_events(move: Move, state: State) -> Call | None:
    tap = AdminTap(900, "Ada", move.update, reason="because" if move.by_owner else "")
    event, size = state.event, 1 + (move.row + move.party) % 6
    names = tuple(f"guest {n}" for n in range(1, move.party))
    held = sorted(state.holds)
    hold_id = held[move.row % len(held)] if held else NO_SUCH
    mark: Mark = ("attended", "no_show", "confirmed")[move.party % 3]
    starts_at = event.starts_at + (move.party - 2 or 48) * HOUR
    sure = replace(tap, reason="because" if move.row == 11 else "")  # or every story would end with it
    calls: dict[str, Call] = {
        "book for": lambda on: by_hand.book_for(on, tap, event.id, move.person, move.party, names),
        "book held": lambda on: by_hand.book_for(on, tap, event.id, move.person, move.party, names, hold_id),
        "back": lambda on: by_hand.back_to_line(on, tap, event.id, _id(_booked(move, state))),
        "mark": lambda on: by_hand.mark(on, tap, event.id, _id(_booked(move, state)), mark),
        "resize": lambda on: capacity.resize(on, tap, event.id, size),
        "drain": lambda on: capacity.drain(on, tap, event.id, size),
        "stop draining": lambda on: capacity.stop_draining(on, tap, event.id),
        "displace": lambda on: capacity.displace(on, tap, event.id, size),
        "move date": lambda on: dates.move_date(on, tap, event.id, starts_at, starts_at + HOUR),
        "call off": lambda on: dates.call_off(on, sure, event.id),
    }
    return calls.get(move.what)


def _requests(move: Move, state: State) -> Call | None:
    """A switch is for both events, and comes alone."""
    tap, event_id = Tap(tapper(move, state) or 0, move.update), state.event.id
    admin = AdminTap(900, "Ada", move.update, reason="because" if move.by_owner else "")
    names = tuple(f"guest {n}" for n in range(1, move.party))
    wanted = _wanted(move, state)
    asked, owner, size = (wanted.id, wanted.person_id, wanted.seats) if wanted else (NO_SUCH, 1, 1)
    service, there = state.event.service_id, not state.settings.self_service
    calls: dict[str, Call] = {
        "ask": lambda on: requests.ask(on, tap, event_id, move.party, names),
        "take back": lambda on: requests.take_back(on, tap, event_id, asked),
        "grant": lambda on: requests.book(on, admin, event_id, asked, owner, size),
        "queue": lambda on: requests.put_in_line(on, admin, event_id, asked, owner),
        "say no": lambda on: requests.decline(on, admin, event_id, asked),
        "close requests": lambda on: requests.close(on, event_id, tuple(state.requests)),
        "switch": lambda on: configuring.switch_self_service(on, admin, service, (1, 2), on=there),
    }
    return calls.get(move.what)


def _jobs(move: Move, state: State) -> Call | None:
    event_id, offer, entry = state.event.id, _id(_asked(move, state)), _id(_placed(move, state))
    calls: dict[str, Call] = {
        "deliver": lambda on: offers.deliver(on, event_id, offer),
        "expire": lambda on: offers.expire(on, event_id, offer),
        "remind": lambda on: offers.remind(on, event_id, offer),
        "extend": lambda on: offers.extend(on, event_id, offer, since(move, state)),
        "unreachable": lambda on: offers.withdraw_unreachable(on, event_id, offer),
        "resume due": lambda on: waitlist.resume_due(on, event_id, entry),
        "lapse": lambda on: dates.lapse(on, event_id, _id(_booked(move, state))),
        "sweep": lambda on: seats.sweep(on, event_id),
        "close": lambda on: waitlist.close(on, event_id, tuple(state.line.entries)),
    }
    return calls.get(move.what)


def since(move: Move, state: State) -> datetime:
    """When an outage began: some half-hours before the deadline of the open offer."""
    offer = _asked(move, state)
    ends = offer.expires_at if offer else state.event.starts_at
    return ends - move.party * move.person * HOUR / 2


def _booked(move: Move, state: State) -> Booking | None:
    rows = list(state.bookings.values())
    return _pick(move.row, rows, (b for b in rows if b.active))


def _placed(move: Move, state: State) -> Entry | None:
    rows = [*state.line.entries.values(), *state.reserve.entries.values()]
    return _pick(move.row, rows, (e for e in rows if e.active))


def _asked(move: Move, state: State) -> Offer | None:
    return _pick(move.row, list(state.offers.values()), state.pending())


def _wanted(move: Move, state: State) -> Request | None:
    rows = list(state.requests.values())
    return _pick(move.row, rows, (r for r in rows if r.open))


def _pick(row: int, rows: list[Row], still_open: Iterable[Row]) -> Row | None:
    chosen = rows if row >= 9 else list(still_open)
    return chosen[row % len(chosen)] if chosen else None


def _id(row: Booking | Entry | Offer | Request | None) -> int:
    return NO_SUCH if row is None else row.id


# ----------------------------------------------------------------------------------------------------- stories

PERSONS = (
    "book join join join auto reserve cancel cancel cancel accept accept decline decline leave pause resume"
    " reschedule reschedule reconfirm"
)
ADMINS = "cancel-for confirm remove withdraw offer promote hold release publish freeze unfreeze unfreeze"
EVENTS = (
    "book-for book-held back mark resize resize drain stop-draining displace move-date call-off move move"
)
REQUESTS = "ask ask ask ask ask take-back grant grant queue say-no close-requests"
JOBS = "deliver deliver expire extend remind unreachable resume-due sweep close lapse"


def words(text: str) -> list[str]:
    """The moves of such a list; a dash stands for a blank."""
    return [word.replace("-", " ") for word in text.split()]


moves = st.builds(
    Move,
    what=st.sampled_from([*words(PERSONS) * 2, *words(ADMINS), *words(EVENTS), *words(JOBS)]),
    person=st.integers(1, PEOPLE),
    row=st.integers(0, 11),
    party=st.sampled_from([1, 1, 1, 2, 3]),
    by_owner=st.sampled_from([True, True, True, True, False]),
    update=st.none() | st.integers(1, 40),  # so few that some come again
)
_asking = st.builds(
    Together,
    event_id=st.sampled_from([1, 1, 2]),
    moves=st.lists(
        st.builds(
            Move,
            what=st.sampled_from(
                words(f"{REQUESTS} cancel accept book join back move resize book-for deliver")
            ),
            person=st.integers(1, PEOPLE),
            row=st.integers(0, 11),
            party=st.sampled_from([1, 1, 2]),
            by_owner=st.sampled_from([True, True, True, False]),
            update=st.none() | st.integers(1, 40),
        ),
        min_size=1,
        max_size=4,
    ).map(tuple),
)
_about_one = st.builds(
    Together,
    event_id=st.sampled_from([1, 1, 2]),
    moves=st.lists(moves, min_size=1, max_size=4).map(tuple),
)
_time = st.builds(
    Passes,
    length=st.sampled_from([timedelta(0), -INSTANT, MINUTE, 20 * MINUTE, 2 * HOUR, 5 * HOUR, DAY]),
    due=st.booleans(),
)
_reach = st.builds(Blocks, person=st.integers(1, PEOPLE), blocks=st.booleans())
steps: st.SearchStrategy[Step] = st.one_of(_about_one, _about_one, _about_one, _about_one, _time, _reach)
reachable: st.SearchStrategy[Step] = st.one_of(_about_one, _about_one, _about_one, _about_one, _time)
"""Steps of a story in which nobody blocks the bot."""

_ends = st.sampled_from(["move date", "call off", "close", "sweep"]).map(
    lambda what: Together(1, (Move(what, row=11),))
)
_switch = st.just(Together(1, (Move("switch"),)))
asking: st.SearchStrategy[Step] = st.one_of(_asking, _asking, _asking, _asking, _time, _ends, _switch)
"""Steps of a story about people who ask for places."""

settings = st.builds(
    Settings,
    mode=st.sampled_from([*[Mode.OFFER] * 5, Mode.LEGACY, Mode.MANUAL]),
    offer=st.builds(
        OfferRules,
        validity=st.sampled_from([None, 5 * MINUTE, 2 * HOUR]),
        parallel=st.sampled_from([1, 0, 3]),
        cutoff=st.sampled_from([timedelta(0), timedelta(0), HOUR]),
        quiet=st.sampled_from(
            [None, None, QuietHours(time(22), time(8)), QuietHours(time(12), time(14, 30))]
        ),
        auto_confirm=st.sampled_from([None, None, None, 3 * HOUR]),
        order=st.sampled_from(["line", "line", "lottery"]),
        seed=st.sampled_from(["", "moon"]),
        party_fit=st.sampled_from(["best", "strict"]),
    ),
    tier=st.sampled_from([*[Tier.ENTERPRISE] * 7, Tier.BASIC]),
    auto_backfill=st.sampled_from([*[True] * 9, False]),
    booking_status=st.sampled_from(["confirmed", "pending"]),
    timezone=st.sampled_from(["UTC", "Europe/Budapest", "America/New_York"]),
    max_party=st.just(3),
)
worlds = st.builds(
    World,
    capacities=st.tuples(st.integers(1, 4), st.integers(1, 2)),
    people=st.just(PEOPLE),
    settings=settings,
    starts_in=st.sampled_from([10 * DAY, 60 * HOUR, 5 * HOUR, HOUR]),
)


_across = st.builds(
    Across, moves=st.lists(st.tuples(st.integers(1, 2), moves), min_size=3, max_size=6).map(tuple)
)
crossing: st.SearchStrategy[Step] = st.one_of(_across, _across, _about_one, _time)


def stories(length: int, of: st.SearchStrategy[Step] = steps) -> st.SearchStrategy[list[Step]]:
    """Stories of up to so many steps."""
    return st.lists(of, min_size=length // 2, max_size=length)
