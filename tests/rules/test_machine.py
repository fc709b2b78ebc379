"""Everything that participants, admins, the clock and the world can do to one event, in any order, several decisions to
a commit; the laws are checked after every decision, and every decision is judged on windows as well as on the whole."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Any, Literal, TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from engine.change import after
from engine.facts import EventClosed
from engine.ports import Facts, Work
from engine.rules.by_hand import Mark
from engine.rules.offers import remind_at
from engine.services import booking, by_hand, capacity, dates, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Settings
from engine.state import Booking, Decline, Entry, Offer, State
from tests.rules import laws
from tests.rules.builders import EVENT, HOUR, INSTANT, MINUTE, NOW, event, state, with_entry
from tests.rules.memory import Request, request
from tests.rules.playing import play
from tests.rules.worlds import MORNINGS
from tests.rules.worlds import settings as some_settings

PEOPLE = 8
DAY = timedelta(days=1)
Row = TypeVar("Row", Booking, Entry, Offer)

all_settings = st.integers(0, 2**32).map(lambda seed: some_settings(Random(seed)))
people = st.integers(1, PEOPLE)
parties = st.sampled_from([1, 1, 1, 2, 3])
any_row = st.integers(0, 11)
half = st.booleans()
lengths = st.sampled_from([None, None, MINUTE, 5 * HOUR, timedelta(days=3)])
starts = st.sampled_from([timedelta(days=10), 60 * HOUR, 14 * HOUR, 5 * HOUR])
steps = st.sampled_from([MINUTE, INSTANT, 19 * MINUTE, 20 * MINUTE, 2 * HOUR, 5 * HOUR, 12 * HOUR])
before_start = st.sampled_from(
    [2 * HOUR - INSTANT, 2 * HOUR, 3 * HOUR, 26 * HOUR, HOUR, INSTANT, timedelta(0)]
)


class Event(RuleBasedStateMachine):
    """The whole state is kept here; services only say what they would have decided."""

    @initialize(
        size=st.integers(1, 3),
        line=st.lists(parties, max_size=PEOPLE - 3),
        starts_in=starts,
        under=all_settings,
        together=st.sampled_from([1, 1, 1, 2, 3]),
    )
    def begin(self, size: int, line: list[int], starts_in: timedelta, under: Settings, together: int) -> None:
        self.now = NOW
        self.next_id = 100
        self.together = together
        self.asked: list[Request] = []
        self.state: State = state(event(size, starts_in), under)
        for person_id in range(1, size + 1):  # a full house
            self.tap(person_id, lambda work, tap: booking.book(work, tap, EVENT))
        for person_id, party in enumerate(line, size + 1):
            names = tuple("guest" for _ in range(party - 1))
            self.tap(person_id, lambda work, tap, p=party, n=names: waitlist.join(work, tap, EVENT, p, n))
        self.commit()

    # ---------------------------------------------------------------------------------------------- participants

    @rule(
        person=people,
        party=parties,
        what=st.sampled_from(["join", "book", "reserve", "auto", "join"]),
        am=half,
    )
    def come(self, person: int, party: int, what: str, am: bool) -> None:
        names = tuple("guest" for _ in range(party - 1))
        windows = MORNINGS if am else ()
        calls: Mapping[str, Callable[[Work, Tap], Awaitable[Facts]]] = {
            "book": lambda work, tap: booking.book(work, tap, EVENT, party, names),
            "join": lambda work, tap: waitlist.join(work, tap, EVENT, party, names),
            "auto": lambda work, tap: waitlist.join(work, tap, EVENT, party, names, auto_confirm=True),
            "reserve": lambda work, tap: waitlist.join_reserve(work, tap, EVENT, windows, party),
        }
        self.tap(person, calls[what])

    @precondition(lambda self: self.booked())
    @rule(row=any_row)
    def cancel(self, row: int) -> None:
        chosen = pick(self.booked(), row)
        self.tap(chosen.person_id, lambda work, tap: booking.cancel(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.entries())
    @rule(row=any_row, what=st.sampled_from(["pause", "resume", "resume", "leave"]), length=lengths)
    def in_line(self, row: int, what: str, length: timedelta | None) -> None:
        chosen = pick(self.entries(), row)
        calls: Mapping[str, Callable[[Work, Tap], Awaitable[Facts]]] = {
            "leave": lambda work, tap: waitlist.leave(work, tap, EVENT, chosen.id),
            "pause": lambda work, tap: waitlist.pause(work, tap, EVENT, chosen.id, length),
            "resume": lambda work, tap: waitlist.resume(work, tap, EVENT, chosen.id),
        }
        self.tap(chosen.person_id, calls[what])

    @precondition(lambda self: self.pending())
    @rule(row=any_row)
    def accept(self, row: int) -> None:
        chosen = pick(self.pending(), row)
        self.tap(chosen.person_id, lambda work, tap: offers.accept(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(row=any_row, then=st.sampled_from(["keep", "keep", "leave", "pause"]))
    def decline(self, row: int, then: Decline) -> None:
        chosen = pick(self.pending(), row)
        self.tap(chosen.person_id, lambda work, tap: offers.decline(work, tap, EVENT, chosen.id, then))

    @precondition(lambda self: self.state.offers)
    @rule(row=any_row, person=st.none() | people, what=st.sampled_from(["accept", "decline", "cancel"]))
    def tap_an_old_button(self, row: int, person: int | None, what: str) -> None:
        """Anybody's button, open or long over."""
        chosen = pick(list(self.state.offers.values()), row)
        who = person or chosen.person_id
        if what == "accept":
            self.tap(who, lambda work, tap: offers.accept(work, tap, EVENT, chosen.id))
        elif what == "decline":
            self.tap(who, lambda work, tap: offers.decline(work, tap, EVENT, chosen.id, "keep"))
        elif self.state.bookings:
            old = pick(list(self.state.bookings.values()), row)
            self.tap(who, lambda work, tap: booking.cancel(work, tap, EVENT, old.id))

    # ----------------------------------------------------------------------------------------------- clock, post

    @precondition(lambda self: any(o.delivered_at is None for o in self.pending()))
    @rule()
    def deliver(self) -> None:
        for chosen in self.pending():
            if chosen.delivered_at is None:
                self.job(lambda work, i=chosen.id: offers.deliver(work, EVENT, i))

    @precondition(lambda self: self.state.offers)
    @rule(row=any_row, what=st.sampled_from([offers.remind, offers.deliver, offers.expire]))
    def too_early_or_again(self, row: int, what: Callable[[Work, int, int], Awaitable[Facts]]) -> None:
        chosen = pick(list(self.state.offers.values()), row)
        self.job(lambda work: what(work, EVENT, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(step=st.sampled_from([timedelta(0), timedelta(0), -INSTANT, INSTANT]), remind=half)
    def until_a_deadline(self, step: timedelta, remind: bool) -> None:
        self.commit()
        if not self.pending():
            return
        first = min(self.pending(), key=lambda o: o.expires_at)
        due = remind_at(first, self.state.settings) if remind else None
        self.now = max(self.now, (due or first.expires_at) + step)
        if remind:
            self.job(lambda work: offers.remind(work, EVENT, first.id))
        self.tick()

    @rule(step=steps)
    def time_passes(self, step: timedelta) -> None:
        self.commit()
        self.now += step
        self.tick()

    @rule(length=steps)
    def an_outage(self, length: timedelta) -> None:
        """Nothing happened for a while; what is owed comes before the clock."""
        self.commit()
        since, self.now = self.now, self.now + length
        for chosen in self.pending():
            self.job(lambda work, i=chosen.id: offers.extend(work, EVENT, i, since))
        self.commit()
        self.tick()

    def tick(self) -> None:
        """What the clock does by itself."""
        for chosen in self.pending():
            if chosen.expires_at <= self.now:
                self.job(lambda work, i=chosen.id: offers.expire(work, EVENT, i))
        for paused in self.entries():
            if paused.paused_until is not None:
                self.job(lambda work, i=paused.id: waitlist.resume_due(work, EVENT, i))
        self.job(lambda work: seats.sweep(work, EVENT))

    @rule(left=before_start)
    def towards_the_start(self, left: timedelta) -> None:
        self.commit()
        moment = self.state.event.starts_at - left
        if (
            self.now < moment <= self.now + timedelta(days=2)
        ):  # from far away the days in between are not skipped
            self.now = moment
            self.job(lambda work: seats.sweep(work, EVENT))
            places = tuple(self.state.line.entries)
            self.job(lambda work: waitlist.close(work, EVENT, places))

    # ---------------------------------------------------------------------------------------------------- admins

    @rule(row=any_row, what=st.sampled_from(["cancel", "confirm", "offer", "promote", "remove", "withdraw"]))
    def admin_with_somebody(self, row: int, what: str) -> None:
        if what in ("cancel", "confirm") and self.state.bookings:
            service = booking.cancel_for if what == "cancel" else booking.confirm
            booked = pick(list(self.state.bookings.values()), row)
            self.admin(lambda work, tap: service(work, tap, EVENT, booked.id))
        if what in ("offer", "promote", "remove") and self.entries():
            chosen = pick(self.entries(), row)
            how: Literal["offer", "promote"] = "offer" if what == "offer" else "promote"
            if what == "remove":
                self.admin(lambda work, tap: waitlist.remove(work, tap, EVENT, chosen.id))
            else:
                self.admin(
                    lambda work, tap: offers.choose(work, tap, EVENT, chosen.id, how, chosen.person_id)
                )
        if what == "withdraw" and self.pending():
            asked = pick(self.pending(), row)
            self.admin(lambda work, tap: offers.withdraw(work, tap, EVENT, asked.id))

    @rule(
        what=st.sampled_from(["hold", "release", "release", "publish", "freeze", "unfreeze", "unfreeze"]),
        row=any_row,
    )
    def admin_with_seats(self, what: str, row: int) -> None:
        held = sorted(self.state.holds)
        hold_id = held[-1 - row % len(held)] if held else 0
        calls: Mapping[str, Callable[[Work, AdminTap], Awaitable[Facts]]] = {
            "hold": lambda work, tap: seats.hold(work, tap, EVENT, (row + 1) % 4),
            "release": lambda work, tap: seats.release(work, tap, EVENT, hold_id),
            "publish": lambda work, tap: seats.publish(work, tap, EVENT),
            "freeze": lambda work, tap: seats.freeze(work, tap, EVENT),
            "unfreeze": lambda work, tap: seats.unfreeze(work, tap, EVENT),
        }
        self.admin(calls[what])

    @rule(
        what=st.sampled_from(["book", "book", "held", "back", "back", "mark"]),
        row=any_row,
        person=st.integers(1, PEOPLE + 2),
        party=parties,
    )
    def admin_by_hand(self, what: str, row: int, person: int, party: int) -> None:
        names, hold_id = ("guest",) * (party - 1), pick_or_none(self.state.holds, row)
        booked = pick_or_none(self.state.bookings, row)
        mark: Mark = ("attended", "no_show", "confirmed")[row % 3]
        calls: Mapping[str, Callable[[Work, AdminTap], Awaitable[Facts]]] = {
            "book": lambda work, tap: by_hand.book_for(work, tap, EVENT, person, party, names),
            "held": lambda work, tap: by_hand.book_for(work, tap, EVENT, person, party, names, hold_id),
            "back": lambda work, tap: by_hand.back_to_line(work, tap, EVENT, booked),
            "mark": lambda work, tap: by_hand.mark(work, tap, EVENT, booked, mark),
        }
        self.admin(calls[what])

    @rule(
        what=st.sampled_from(["resize", "resize", "drain", "stop", "displace"]),
        size=st.integers(1, 6),
    )
    def admin_with_capacity(self, what: str, size: int) -> None:
        calls: Mapping[str, Callable[[Work, AdminTap], Awaitable[Facts]]] = {
            "resize": lambda work, tap: capacity.resize(work, tap, EVENT, size),
            "drain": lambda work, tap: capacity.drain(work, tap, EVENT, size),
            "stop": lambda work, tap: capacity.stop_draining(work, tap, EVENT),
            "displace": lambda work, tap: capacity.displace(work, tap, EVENT, size),
        }
        self.admin(calls[what])

    @rule(by=st.sampled_from([-HOUR, HOUR, 5 * HOUR, 3 * DAY, 10 * DAY]))
    def admin_moves_the_date(self, by: timedelta) -> None:
        starts_at = self.state.event.starts_at + by
        self.admin(lambda work, tap: dates.move_date(work, tap, EVENT, starts_at, starts_at + HOUR))

    @precondition(lambda self: self.now > NOW + DAY)
    @rule(sure=st.integers(0, 5))
    def admin_calls_it_off(self, sure: int) -> None:
        if not sure:
            self.admin(lambda work, tap: dates.call_off(work, tap, EVENT))

    @precondition(lambda self: self.to_answer())
    @rule(row=any_row)
    def the_date_suits(self, row: int) -> None:
        chosen = pick(self.to_answer(), row)
        self.tap(chosen.person_id, lambda work, tap: dates.reconfirm(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.to_answer())
    @rule(row=any_row, step=st.sampled_from([-INSTANT, timedelta(0), INSTANT]))
    def nobody_answered(self, row: int, step: timedelta) -> None:
        """At the deadline, or just before, or a moment later."""
        self.commit()
        if asked := self.to_answer():
            chosen = pick(asked, row)
            assert chosen.reconfirm_by is not None
            self.now = max(self.now, chosen.reconfirm_by + step)
            due = chosen.reconfirm_by <= self.now < self.state.event.starts_at
            self.commit()
            self.job(lambda work: dates.lapse(work, EVENT, chosen.id))
            self.commit()
            assert (self.state.bookings[chosen.id].status == "cancelled") == due
            self.tick()

    # ------------------------------------------------------------------------------------------------- the world

    @rule(under=all_settings)
    def other_settings(self, under: Settings) -> None:
        self.commit()
        self.state = replace(self.state, settings=under)
        self.job(lambda work: seats.sweep(work, EVENT))

    @rule(person=people, blocks=half)
    def reachability(self, person: int, blocks: bool) -> None:
        self.commit()
        self.reach(person, reachable=not blocks)
        for chosen in self.pending() if blocks else ():
            if chosen.person_id == person:
                self.job(lambda work, i=chosen.id: offers.withdraw_unreachable(work, EVENT, i))

    @precondition(lambda self: self.entries())
    @rule(row=any_row, priority=st.integers(-1, 1))
    def give_priority(self, row: int, priority: int) -> None:
        self.commit()
        if entries := self.entries():
            self.state = with_entry(self.state, replace(pick(entries, row), priority=priority))

    @precondition(lambda self: self.now > NOW + 2 * DAY)
    @rule()
    def close_the_event(self) -> None:
        self.commit()
        if self.state.event.status == "open":
            self.state = after(self.state, [EventClosed(EVENT)], self.now)

    # ----------------------------------------------------------------------------------------------- the machinery

    def booked(self) -> list[Booking]:
        return [b for b in self.state.bookings.values() if b.active]

    def to_answer(self) -> list[Booking]:
        return [b for b in self.booked() if b.reconfirm_by is not None]

    def entries(self) -> list[Entry]:
        both = [*self.state.line.entries.values(), *self.state.reserve.entries.values()]
        return [e for e in both if e.active]

    def pending(self) -> list[Offer]:
        return self.state.pending()

    def tap(self, person_id: int, service: Callable[[Work, Tap], Awaitable[Facts]]) -> None:
        self.ask(lambda work: service(work, Tap(person_id, panel=laws.PANEL)))

    def admin(self, service: Callable[[Work, AdminTap], Awaitable[Facts]]) -> None:
        self.ask(lambda work: service(work, AdminTap(900, "Ada", reason="because")))

    def job(self, service: Callable[[Work], Awaitable[Facts]]) -> None:
        self.ask(service)

    def ask(self, service: Callable[[Work], Awaitable[Facts]]) -> None:
        self.asked.append(request(service))
        if len(self.asked) >= self.together:
            self.commit()

    def commit(self) -> None:
        """Judge what was asked since the last commit, together."""
        asked, self.asked = self.asked, []
        self.state = play(self.state, asked, self.now, self.next_id)
        self.next_id += 1000

    def reach(self, person_id: int, *, reachable: bool) -> None:
        away = self.state.unreachable - {person_id} if reachable else self.state.unreachable | {person_id}
        self.state = replace(self.state, unreachable=away)
        for chosen in self.entries():
            if chosen.person_id == person_id:
                self.state = with_entry(self.state, replace(chosen, reachable=reachable))

    def teardown(self) -> None:
        if hasattr(self, "state"):
            self.commit()


def pick_or_none(rows: Mapping[int, Any], number: int) -> int:
    """The id of one of the rows, or one that nothing has."""
    some = sorted(rows)
    return some[number % len(some)] if some else 99


def pick(rows: list[Row], number: int) -> Row:
    """One of the rows."""
    return rows[number % len(rows)]


EXAMPLES = settings().max_examples
TestEvent = Event.TestCase
TestEvent.settings = settings(max_examples=min(6 * EXAMPLES, max(300, EXAMPLES)), stateful_step_count=50)
