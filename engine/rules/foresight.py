"""What a decision would come to: the rule itself without its last step, and who would get in or out by it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from engine.change import after_steps
from engine.notices import Notice, consequences
from engine.ports import Act, Facts, Look, States, Steps, WideRule
from engine.rules.automation import halted
from engine.rules.candidates import choose
from engine.rules.validity import deadline
from engine.state import Booking, Entry, Offer, State


@dataclass(frozen=True, slots=True)
class Effect:
    """What a decision would come to. `heard`: the letters that it would write."""

    before: States
    after: States
    steps: Steps
    heard: Sequence[Notice]
    now: datetime

    @property
    def facts(self) -> Facts:
        """All of it, in order."""
        return [fact for _, facts in self.steps for fact in facts]

    @property
    def told(self) -> tuple[int, ...]:
        """The participants who would hear of it, each once, in the order of their letters."""
        return tuple(dict.fromkeys(notice.to for notice in self.heard if notice.to is not None))


def effect_of(rule: WideRule) -> Look[Effect]:
    """The rule itself without its last step: nothing is written. Raises what the rule raises."""

    def look(states: States, act: Act) -> Effect:
        steps = rule(states, act)
        done = consequences(states, steps, act, None)
        heard = [notice for changes, _ in done for _, notices in changes for notice in notices]
        return Effect(states, after_steps(states, steps, act.now), steps, heard, act.now)

    return look


@dataclass(frozen=True, slots=True)
class Fill:
    """How full an event is, in seats; `waiting` counts everybody with a place in its line but those
    who are only asked to come here from a sibling."""

    capacity: int
    booked: int
    offered: int
    held: int
    waiting: int

    @property
    def free(self) -> int:
        return self.capacity - self.booked - self.offered - self.held


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody would get, keep or lose. `until`: when an offer would end that is delivered as soon as it may be,
    or until when whoever keeps a booking is asked whether the new time suits."""

    person_id: int
    seats: int
    until: datetime | None = None
    last_call: bool = False


Shares = tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a decision would come to at one event.

    booked, offered: who would get a seat, or an offer of one. shifted: who would keep the seats at another time.
    displaced: whose seats would go, with a place in line instead; cancelled: with none. renewed: whose offer would end,
    with another instead; withdrawn: with neither that nor a seat. closed: whose place in line would end without a seat.
    left_over: free seats that would wait for an admin. one_by_one: others would wait for an answer to an open offer.
    """

    before: Fill
    after: Fill
    booked: Shares
    offered: Shares
    shifted: Shares
    displaced: Shares
    cancelled: Shares
    renewed: Shares
    withdrawn: Shares
    closed: Shares
    left_over: int
    one_by_one: bool


def outcome_at(effect: Effect, event_id: int) -> Outcome:
    """Read off the states before and after, in which every booking, hold and place in line of the event must be."""
    was, become = effect.before[event_id], effect.after[event_id]
    had, have = _booked(was), _booked(become)
    promised, kept = {offer.id for offer in was.pending()}, become.pending()
    still, asked = {offer.id for offer in kept}, {offer.person_id for offer in kept}
    ended = [offer for offer in was.pending() if offer.id not in still]
    gone = [booking for person_id, booking in had.items() if person_id not in have]
    places, leaves = _places(become), _leaving(effect)
    return Outcome(
        before=fill_of(was),
        after=fill_of(become),
        booked=_shares(booking for person_id, booking in have.items() if person_id not in had),
        offered=tuple(_promise(become, o, leaves[o.id]) for o in kept if o.id not in promised),
        shifted=_shifted(was, become),
        displaced=_shares(booking for booking in gone if booking.person_id in places),
        cancelled=_shares(booking for booking in gone if booking.person_id not in places),
        renewed=_shares(o for o in ended if o.person_id in asked),
        withdrawn=_shares(o for o in ended if o.person_id not in have.keys() | asked),
        closed=_shares(e for person, e in _places(was).items() if person not in places.keys() | have.keys()),
        left_over=become.event.announced,
        one_by_one=_one_by_one(become, effect.now),
    )


def _one_by_one(state: State, now: datetime) -> bool:
    """Whether free seats are offered one after the other: whoever is next would have one by now, but for those that are
    open. In the other modes nobody is left whom the seats suffice for, or nothing runs."""
    return not halted(state, now) and choose(state, now) is not None


def fill_of(state: State) -> Fill:
    """See `outcome_at` for what must be in the state."""
    return Fill(
        capacity=state.event.capacity,
        booked=sum(len(booking.seats) for booking in state.bookings.values()),
        offered=sum(len(offer.seats) for offer in state.pending()),
        held=sum(len(hold.seats) for hold in state.holds.values()),
        waiting=state.line.length
        - sum(each.active and each.visiting for each in state.line.entries.values()),
    )


def _booked(state: State) -> dict[int, Booking]:
    """Who has seats, by person, in the order in which they were booked."""
    return {row.person_id: row for _, row in sorted(state.bookings.items(), key=_made) if row.seats}


def _made(pair: tuple[int, object]) -> tuple[bool, int]:
    """Ids below zero were given in a preview, one after the other downwards: newest last."""
    return pair[0] < 0, abs(pair[0])


def _places(state: State) -> dict[int, Entry]:
    """By person, in the order of the line."""
    rows = sorted(state.line.entries.values(), key=lambda row: (-row.priority, row.seq, row.id))
    return {row.person_id: row for row in rows if row.active}


def _shifted(was: State, become: State) -> Shares:
    if was.event.starts_at == become.event.starts_at:
        return ()
    kept = (row for row in _booked(become).values() if row.id in was.bookings)
    return tuple(Share(row.person_id, len(row.seats), row.reconfirm_by) for row in kept)


def _shares(rows: Iterable[Booking | Entry | Offer]) -> Shares:
    return tuple(Share(row.person_id, _seats(row)) for row in rows)


def _seats(row: Booking | Entry | Offer) -> int:
    match row:
        case Booking():
            return len(row.seats)
        case Entry():
            return row.seats
        case Offer():
            return row.count
        case _:
            assert_never(row)


def _leaving(effect: Effect) -> dict[object, datetime]:
    """When the letter of each new offer leaves, which in quiet hours is later than now: then its clock starts."""
    return {n.data["offer"]: n.not_before or effect.now for n in effect.heard if n.kind == "offer-made"}


def _promise(state: State, offer: Offer, leaves: datetime) -> Share:
    ends = min(deadline(state.event, state.settings, leaves, last_call=offer.last_call), offer.closes_at)
    return Share(offer.person_id, offer.count, ends, offer.last_call)
