"""Moves of everybody: those of `moves`, and what admins do besides: other modes and rules, for one event, a service or
the account, siblings that are balanced, priorities, guests. About events that may have a service in common."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random

from engine.ports import Actor, Ask, States
from engine.rules.configuring import Change, OpenOffers
from engine.rules.priorities import Priority, prioritise
from engine.services import balancing, by_hand, capacity, configuring, moving
from engine.services.configuring import Switches
from engine.services.who import AdminTap, Tap
from engine.settings import Mode
from tests.rules.worlds import settings as some_settings
from tests.services import moves
from tests.services.ensemble import Call
from tests.services.moves import Blocks, Move, Passes, Step, Together, words
from tests.services.world import DAY, HOUR, MINUTE, World

EVENTS, PEOPLE, GUESTS = 3, 8, 2
BY_IMPORT = Actor("import", 900, "Ada")

SPLITTER = Change(Mode.SPLITTER)
CHANGES: tuple[Change, ...] = (
    Change(Mode.OFFER),
    SPLITTER,
    Change(Mode.LEGACY),
    Change(Mode.MANUAL),
    Change(Mode.OFFER, {"parallel": 0}),
    Change(cleared=True),
    SPLITTER,
    Change(Mode.OFFER, {"validity": 300, "parallel": 3}, preset=5, cleared=True),
    Change(rules={"cutoff": 3600}),
    Change(rules={"order": "lottery", "seed": "sun"}),
    Change(rules={"party_fit": "best", "max_skips": 1}),
    Change(rules={"quiet": "22:00-08:00", "auto_confirm": 3 * 3600}),
)


@dataclass(frozen=True)
class Here:
    """All events at one moment, and when each place in line was taken."""

    states: States
    joined: Mapping[int, datetime]

    def siblings(self, event_id: int) -> list[int]:
        """The events of the same service."""
        service_id = self.states[event_id].event.service_id
        return [i for i, state in self.states.items() if state.event.service_id == service_id]

    def split(self, event_id: int) -> tuple[list[int], list[int], int]:
        """The balancing that the event takes part in, or else any: events, offers, id."""
        under_way = [s.event.split_id for s in self.states.values() if s.event.split_id is not None]
        split_id = self.states[event_id].event.split_id or next(iter(under_way), moves.NO_SUCH)
        part = [i for i, state in self.states.items() if state.event.split_id == split_id]
        made = [o.id for i in part for o in self.states[i].offers.values() if o.split_id == split_id]
        return part or [event_id], made, split_id


# ---------------------------------------------------------------------------------------------- moves to calls


def call(move: Move, event_id: int, here: Here) -> Call:
    """The service call that the move is at this moment."""
    move = lively(move, event_id, here)
    for calls in (_movers, _capacity, _settings, _balancing, _lists):
        if found := calls(move, event_id, here):
            return found
    return moves.call(move, here.states[event_id])


def tapper(move: Move, event_id: int, here: Here) -> int | None:
    """The person who taps, if one does."""
    return moves.tapper(lively(move, event_id, here), here.states[event_id])


def lively(move: Move, event_id: int, here: Here) -> Move:
    """The move; or what comes before it, where there is nothing yet that it could be about."""
    for _ in INSTEAD:
        instead = INSTEAD.get(move.what)
        if instead is None or not move.by_owner or instead.possible(here, event_id):
            break
        move = replace(move, what=instead.what, row=instead.row(move.row))
    return move


@dataclass(frozen=True)
class Instead:
    """When a move is possible, and which one to make when it is not."""

    possible: Callable[[Here, int], bool]
    what: str
    row: Callable[[int], int] = lambda row: row


def _booked(here: Here, event_id: int) -> bool:
    return any(b.active for b in here.states[event_id].bookings.values())


def _in_line(here: Here, event_id: int) -> bool:
    state = here.states[event_id]
    return any(e.active for line in (state.line, state.reserve) for e in line.entries.values())


def _free(here: Here, event_id: int) -> bool:
    return bool(here.states[event_id].free)


def _splitting(here: Here, event_id: int) -> bool:
    return any(here.states[i].settings.mode is Mode.SPLITTER for i in here.siblings(event_id))


INSTEAD: dict[str, Instead] = {
    "book": Instead(_free, "join"),
    **dict.fromkeys(
        words("cancel reschedule move cancel-for confirm back mark displace"), Instead(_booked, "book")
    ),
    **dict.fromkeys(words("leave pause remove prioritise"), Instead(_in_line, "join")),
    **dict.fromkeys(words("hold publish promote offer book-for book-guest"), Instead(_free, "cancel")),
    **dict.fromkeys(
        words("accept decline withdraw deliver expire extend remind unreachable"),
        Instead(lambda here, i: bool(here.states[i].pending()), "cancel"),
    ),
    **dict.fromkeys(
        words("release book-held"),
        Instead(lambda here, i: any(hold.active for hold in here.states[i].holds.values()), "hold"),
    ),
    **dict.fromkeys(
        words("reconfirm lapse"),
        Instead(
            lambda here, i: any(b.reconfirm_by and b.active for b in here.states[i].bookings.values()),
            "move date",
        ),
    ),
    "resume": Instead(
        lambda here, i: any(e.status == "paused" for e in here.states[i].line.entries.values()), "pause"
    ),
    "unfreeze": Instead(lambda here, i: here.states[i].event.frozen, "freeze"),
    "stop draining": Instead(lambda here, i: here.states[i].event.drain_to is not None, "drain"),
    "finalize": Instead(lambda here, i: here.states[i].event.split_id is not None, "balance"),
    **dict.fromkeys(
        words("balance balance-direct"),
        Instead(_splitting, "configure service", lambda _: CHANGES.index(SPLITTER)),
    ),
}


def _admin(move: Move) -> AdminTap:
    return AdminTap(900, "Ada", move.update, reason="because" if move.by_owner else "")


def _movers(move: Move, event_id: int, here: Here) -> Call | None:
    """To any event, now and then to the same."""
    state, target = here.states[event_id], 1 + (event_id + move.row) % len(here.states)
    booked = [b for b in state.bookings.values() if b.active or move.row >= 9]
    chosen = booked[move.row % len(booked)] if booked else None
    booked_id, owner, size = (
        (chosen.id, chosen.person_id, max(len(chosen.seats), 1)) if chosen else (moves.NO_SUCH, 1, 1)
    )
    tap = Tap(moves.tapper(move, state) or 0, move.update)
    if move.what == "reschedule":
        return lambda on: moving.reschedule(on, tap, booked_id, event_id, target, size)
    if move.what == "move":
        return lambda on: moving.move(on, _admin(move), booked_id, event_id, target, owner, size)
    return None


def _capacity(move: Move, event_id: int, here: Here) -> Call | None:
    """A seat or two more or less."""
    tap, now = _admin(move), here.states[event_id].event.capacity
    less = max(now - 1 - move.row % 2, 1)
    calls: dict[str, Call] = {
        "resize": lambda on: capacity.resize(on, tap, event_id, (now + 1, less, now + 2)[move.row % 3]),
        "drain": lambda on: capacity.drain(on, tap, event_id, less),
        "displace": lambda on: capacity.displace(on, tap, event_id, less),
    }
    return calls.get(move.what)


def _settings(move: Move, event_id: int, here: Here) -> Call | None:
    tap, change = _admin(move), CHANGES[move.row % len(CHANGES)]
    offers: OpenOffers = "withdraw" if move.person % 2 else "keep"
    service_id = here.states[event_id].event.service_id
    switches = (
        Switches(auto_backfill=False),
        Switches(auto_backfill=True),
        Switches(booking_status="pending"),
        Switches(auto_backfill=True, booking_status="confirmed"),
    )[move.row % 4]
    calls: dict[str, Call] = {
        "configure": lambda on: configuring.configure_event(on, tap, event_id, change, offers),
        "configure service": lambda on: configuring.configure_service(
            on, tap, service_id, here.siblings(event_id), change, offers
        ),
        "configure account": lambda on: configuring.configure_account(on, tap, 1, [*here.states], switches),
    }
    return calls.get(move.what)


def _balancing(move: Move, event_id: int, here: Here) -> Call | None:
    tap, siblings = _admin(move), here.siblings(event_id)
    part, made, split_id = here.split(event_id)
    calls: dict[str, Call] = {
        "balance": lambda on: balancing.distribute(on, tap, siblings, here.joined, direct=False),
        "balance direct": lambda on: balancing.distribute(on, tap, siblings, here.joined, direct=True),
        "finalize": lambda on: balancing.finalize(on, tap, part, made, split_id),
        "finalize due": lambda on: balancing.finalize_due(on, part, made, split_id),
    }
    return calls.get(move.what)


def _lists(move: Move, event_id: int, here: Here) -> Call | None:
    """Priorities as a file sets them, for every third place; and guests, whom only an admin can book."""
    state, names = here.states[event_id], tuple(f"guest {n}" for n in range(1, move.party))
    places = [e.id for line in (state.line, state.reserve) for e in line.entries.values() if e.active]
    wanted = {i: Priority((move.person + i) % 3 - 1, "a regular") for i in places[move.row % 3 :: 3]}
    file = Ask(BY_IMPORT, event_id, entries=tuple(wanted), reserve=True, reason="people.csv")
    guest = PEOPLE + 1 + move.person % GUESTS
    calls: dict[str, Call] = {
        "prioritise": lambda on: on.decide(file, lambda state, act: prioritise(state, act, wanted)),
        "book guest": lambda on: by_hand.book_for(on, _admin(move), event_id, guest, move.party, names),
    }
    return calls.get(move.what)


# ----------------------------------------------------------------------------------------------------- stories

WIDE = """
    configure configure configure-service configure-account balance balance balance-direct finalize prioritise
    book-guest
"""
BY_PEOPLE = [what for what in words(moves.PERSONS) if what != "join"]
BY_ADMINS = words(moves.ADMINS) + words(moves.EVENTS) + words(WIDE)
BY_CLOCK = words("deliver deliver remind extend sweep")
LENGTHS = [MINUTE, 20 * MINUTE, 2 * HOUR, 5 * HOUR, DAY]


def steps(any_: Random, length: int) -> list[Step]:
    """A story; evenly, as Hypothesis would lean towards the empty and the simple."""
    return [_step(any_) for _ in range(length)]


def _step(any_: Random) -> Step:
    chance = any_.random()
    if chance < 0.08:
        return Passes(any_.choice(LENGTHS), due=any_.random() < 0.6)
    if chance < 0.12:
        return Blocks(any_.randint(1, PEOPLE), blocks=any_.random() < 0.6)
    event_id = any_.randint(1, EVENTS)
    return Together(event_id, tuple(_move(any_) for _ in range(any_.choice([1, 1, 2]))))


def _move(any_: Random) -> Move:
    return Move(
        what=any_.choice(any_.choice([BY_PEOPLE, BY_PEOPLE, BY_ADMINS, BY_ADMINS, BY_CLOCK])),
        person=any_.randint(1, PEOPLE),
        row=any_.choice([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        party=any_.choice([1, 1, 1, 1, 2, 3]),
        by_owner=any_.random() < 0.93,
        update=any_.choice([None, None, any_.randint(1, 200)]),
    )


def world(any_: Random) -> World:
    """Three events with a seat or more, of one service or two."""
    return World(
        capacities=tuple(any_.randint(1, 3) for _ in range(EVENTS)),
        people=PEOPLE,
        guests=GUESTS,
        settings=some_settings(any_),
        starts_in=any_.choice([10 * DAY, 10 * DAY, 60 * HOUR, 8 * HOUR]),
        services=any_.choice([1, 1, 2]),
    )


def arrivals(world: World) -> list[Step]:
    """Full events, and two people who wait at each; one of them is on the reserve list as well."""
    full = [
        Together(i, tuple(Move("book", person) for person in range(1, size + 1)))
        for i, size in zip(world.event_ids, world.capacities, strict=True)
    ]
    waiting = [Together(i, (Move("join", 3 + i), Move("join", PEOPLE))) for i in world.event_ids]
    return [*full, *waiting, Together(1, (Move("reserve", PEOPLE), Move("reserve", PEOPLE - 1)))]
