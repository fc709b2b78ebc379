"""Mode splitter: seats of sibling events for the people of all their lines and the reserve list, in three steps.

`planned` says who would go where (`rules.splitting` finds it); it changes nothing and is the same for a simulation and
for `distribute`, which makes the offers, or the bookings, of that very plan. Whoever is asked to another sibling keeps
their place at home, paused, and has one at that sibling as long as the offer is open. `finalize` ends it: offers that
nobody answered are taken back, and whoever has no seat is back at their place in line.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime

from engine.change import after_steps
from engine.facts import (
    BookingMade,
    EntryBooked,
    EntryJoined,
    EntryLeft,
    EntryOffered,
    EntryPaused,
    EntryResumed,
    EventSplit,
    Fact,
    OfferMade,
    OfferWithdrawn,
)
from engine.hours import fits
from engine.ports import Act, States, Steps
from engine.refusals import NothingToBalance, SplitOver, SplitRunning
from engine.rules.automation import halted
from engine.rules.filling import and_fill
from engine.rules.settling import settled
from engine.rules.splitting import Placement, Sibling, SplitPlan, Waiter, plan
from engine.rules.validity import closes_at
from engine.rules.waitlist import returned
from engine.state import Entry, Offer, State

Joined = Mapping[int, datetime]
"""When each place in line was taken, by entry; never changes. Whoever is missing has come just now."""


def planned(states: States, act: Act, joined: Joined) -> SplitPlan:
    """Who would go where, of everybody who waits for one of the events that take part or is on the reserve list of
    their service. `states` have everybody."""
    here = {event_id: state for event_id, state in states.items() if takes_part(state, act.now)}
    siblings = [
        Sibling(
            event_id, state.event.capacity, state.event.capacity - state.free_count(), state.event.starts_at
        )
        for event_id, state in here.items()
    ]
    return plan(siblings, list(_waiters(here, act, joined, _let_go(here))))


def takes_part(state: State, now: datetime) -> bool:
    """Whether its seats may be balanced: nothing but the mode keeps them from being filled."""
    return halted(state, now) == "splitter"


LetGo = Set[tuple[int, int]]
"""Persons and the events whose seats, as they are, they were asked for and let go."""


def _let_go(states: States) -> LetGo:
    """Whichever of their places in line says so: a person is asked once, however often they wait."""
    return {
        (entry.person_id, entry.passed_event)
        for state in states.values()
        for entry in (*state.line.entries.values(), *state.reserve.entries.values())
        if entry.active
        and entry.passed_event in states
        and entry.passed >= states[entry.passed_event].event.round
    }


def _waiters(states: States, act: Act, joined: Joined, let_go: LetGo) -> Iterator[Waiter]:
    for event_id, state in states.items():
        for entry in state.waiting():
            yield _waiter(states, act, joined, let_go, entry, event_id)
    for state in _one_a_service(states):
        for entry in state.waiting_reserve():
            yield _waiter(states, act, joined, let_go, entry, None)


def _one_a_service(states: States) -> Iterator[State]:
    seen: set[int] = set()
    for state in states.values():
        if state.event.service_id not in seen:
            seen.add(state.event.service_id)
            yield state


def _waiter(
    states: States, act: Act, joined: Joined, let_go: LetGo, entry: Entry, home: int | None
) -> Waiter:
    return Waiter(
        entry_id=entry.id,
        person_id=entry.person_id,
        seats=entry.seats,
        priority=entry.priority,
        joined=joined.get(entry.id, act.now),
        home=home,
        may=tuple(event_id for event_id, state in states.items() if _could(state, entry, let_go)),
    )


def _could(state: State, entry: Entry, let_go: LetGo) -> bool:
    """Whether the person could take seats of this event: reachable, neither booked nor asked there, nor asked before
    for these very seats, in their times; and from no other place than the one in its own line, if they have one."""
    own = state.line.of(entry.person_id)
    return (
        entry.reachable
        and (entry.person_id, state.event.id) not in let_go
        and entry.seats <= min(state.event.capacity, state.settings.max_party)
        and state.booking_of(entry.person_id) is None
        and (own is None or own.id == entry.id)
        and all(offer.person_id != entry.person_id for offer in state.pending())
        and fits(entry.windows, state.event.starts_at, state.settings.timezone)
    )


def distribute(states: States, act: Act, joined: Joined, *, direct: bool) -> Steps:
    """The plan as it is now, by offers, or with `direct` as bookings at once. Raises SplitRunning, NothingToBalance."""
    if any(state.event.split_id is not None for state in states.values()):
        raise SplitRunning
    found = planned(states, act, joined)
    if not found.placements:
        raise NothingToBalance
    sharing = _Sharing(states, act, act.new_id(), direct=direct)
    for fill in found.fills:
        split_id = None if direct else sharing.split_id  # what is booked at once is over at once
        sharing.facts[fill.sibling] = [EventSplit(id=fill.sibling, split_id=split_id)]
    for placement in found.placements:
        sharing.place(placement)
    return _and_fill(states, act, list(sharing.facts.items()))


def _and_fill(states: States, act: Act, steps: Steps) -> Steps:
    """Each step, and what filling makes of the state that all of them lead to: the admins hear what stays free."""
    become = after_steps(states, steps, act.now)
    return [(event_id, [*facts, *and_fill(become[event_id], act, [])]) for event_id, facts in steps if facts]


@dataclass(slots=True)
class _Sharing:
    """The facts of one distribution, by event, as they are put together."""

    states: States
    act: Act
    split_id: int
    direct: bool
    facts: dict[int, list[Fact]] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    joins: dict[int, int] = field(default_factory=dict)

    def place(self, placement: Placement) -> None:
        state = self.states[placement.sibling]
        entry = self._entry(placement)
        seats = self._seats(state, placement.seats)
        if self.direct:
            self._book(state, placement, entry, seats)
        else:
            self._offer(state, placement, entry, seats)

    def _entry(self, placement: Placement) -> Entry:
        state = self.states[placement.sibling if placement.home is None else placement.home]
        entry = state.entry(placement.entry_id)
        assert entry is not None  # it was planned from these very states
        return entry

    def _seats(self, state: State, count: int) -> tuple[int, ...]:
        first = self.taken.get(state.event.id, 0)
        self.taken[state.event.id] = first + count
        return state.free[first : first + count]

    def _book(self, state: State, placement: Placement, entry: Entry, seats: tuple[int, ...]) -> None:
        booking_id = self.act.new_id()
        made = BookingMade(
            id=booking_id,
            event_id=state.event.id,
            person_id=entry.person_id,
            status=state.settings.booking_status,
            seats=seats,
            names=entry.names,
            source="promotion",
            free_cancel_until=self.act.now + state.settings.grace,
            from_event=placement.home if placement.elsewhere else None,
            answers=entry.answers,
        )
        self.facts[state.event.id] += [made, *settled(state, entry.person_id)]
        home = state.event.id if placement.home is None else placement.home
        self.facts[home].append(EntryBooked(id=entry.id, booking_id=booking_id))

    def _offer(self, state: State, placement: Placement, entry: Entry, seats: tuple[int, ...]) -> None:
        facts = self.facts[state.event.id]
        entry_id, home = entry.id, placement.home if placement.elsewhere else None
        if home is not None:
            self.facts[home].append(EntryPaused(id=entry.id, until=None, split=True))
            facts.append(joined := self._guest(state, entry))
            entry_id = joined.id
        offer_id = self.act.new_id()
        facts.append(
            OfferMade(
                id=offer_id,
                event_id=state.event.id,
                entry_id=entry_id,
                person_id=entry.person_id,
                count=entry.seats,
                seats=seats,
                closes_at=closes_at(state.event, state.settings),
                guarded=False,
                last_call=False,
                automatic=True,
                split_id=self.split_id,
                instead_of=home,
            )
        )
        facts.append(EntryOffered(id=entry_id, offer_id=offer_id))

    def _guest(self, state: State, entry: Entry) -> EntryJoined:
        """A place in the sibling's line for as long as the offer is open."""
        number = self.joins.get(state.event.id, 0)
        self.joins[state.event.id] = number + 1
        return EntryJoined(
            id=self.act.new_id(),
            service_id=state.event.service_id,
            event_id=state.event.id,
            person_id=entry.person_id,
            seats=entry.seats,
            names=entry.names,
            priority=entry.priority,
            seq=state.event.next_seq + number,
            position=state.line.position(entry.priority),
            source="split",
            split=True,
            answers=entry.answers,
        )


def finalize(states: States, act: Act, split_id: int) -> Steps:
    """It is over. Open offers are taken back; of those who were asked elsewhere, whoever has got a seat gives up the
    place at home, whoever has said that they leave the line does so, whoever wants a pause has one, and everybody else
    is back at their place; the seats that they let go are not offered to them again. `states` have everybody, and
    every offer of it. Raises SplitOver."""
    here = {event_id: state for event_id, state in states.items() if state.event.split_id == split_id}
    if not here:
        raise SplitOver
    said = _said(here, split_id)
    open_ = {event_id: _open(state, split_id) for event_id, state in here.items()}
    told = {offer.person_id for offers in open_.values() for offer in offers}
    steps: Steps = []
    for event_id, state in here.items():
        facts: list[Fact] = [EventSplit(id=event_id, split_id=None)]
        for offer in open_[event_id]:
            facts.append(OfferWithdrawn(id=offer.id, cause="split"))
            if not (entry := state.asked(offer)).split:
                facts.append(returned(state, entry, passed=False))
        facts += [_home(entry, said.get(entry.person_id), here, told) for entry in _marked(state)]
        steps.append((event_id, facts))
    return _and_fill(states, act, steps)


def _open(state: State, split_id: int) -> Sequence[Offer]:
    """Its open offers, and those that an admin has made since to a place that ends with it."""
    return [offer for offer in state.pending() if offer.split_id == split_id or state.asked(offer).visiting]


def _marked(state: State) -> Sequence[Entry]:
    return [entry for _, entry in sorted(state.line.entries.items()) if entry.split and entry.active]


def _said(states: States, split_id: int) -> Mapping[int, Offer]:
    """By person, the offer that they had of it."""
    return {
        offer.person_id: offer
        for state in states.values()
        for offer in state.offers.values()
        if offer.split_id == split_id
    }


def _home(entry: Entry, offer: Offer | None, states: States, told: Set[int]) -> Fact:
    """`told`: who hears of it by the end of an offer."""
    if entry.visiting:  # the place at the sibling was for the offer alone
        return EntryLeft(id=entry.id, cause="split")
    if offer is not None and (offer.status == "accepted" or _seated(states[offer.event_id], entry)):
        return EntryLeft(id=entry.id, cause="split")
    match offer.ended if offer is not None else "":
        case "leave":
            return EntryLeft(id=entry.id, cause="declined")
        case "pause":
            return EntryPaused(id=entry.id, until=None, declined=True)
        case _:
            return _resumed(entry, offer, states, told=entry.person_id in told)


def _seated(there: State, entry: Entry) -> bool:
    """Whether an admin has given the person a seat there after all."""
    return there.booking_of(entry.person_id) is not None


def _resumed(entry: Entry, offer: Offer | None, states: States, *, told: bool) -> EntryResumed:
    """Back to waiting; with the seats that they declined, or let go by although they could have read of them."""
    if offer is None or not (offer.status == "rejected" or _missed(offer)):
        return EntryResumed(id=entry.id, told=told)
    return EntryResumed(
        id=entry.id,
        passed=states[offer.event_id].event.round,
        passed_event=offer.event_id,
        told=told,
    )


def _missed(offer: Offer) -> bool:
    return offer.status == "expired" and offer.delivered_at is not None
