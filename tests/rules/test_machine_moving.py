"""Two or three events of one service, which have its reserve list in common: people move between them, admins move
people, and everything else goes on meanwhile. The laws hold for all of them after every decision."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from engine.ports import Work
from engine.services import booking, capacity, dates, moving, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Settings
from engine.state import Booking, Entry, Offer, State
from tests.rules import laws
from tests.rules.builders import HOUR, MINUTE, NOW, event, state
from tests.rules.memory import Request, request
from tests.rules.playing import play_wide
from tests.rules.test_machine import pick, pick_or_none
from tests.rules.worlds import MORNINGS
from tests.rules.worlds import settings as some_settings

PEOPLE = 8
ADA = AdminTap(900, "Ada", reason="because")
Service = Callable[[Work], Awaitable[object]]

all_settings = st.integers(0, 2**32).map(lambda seed: some_settings(Random(seed)))
people = st.integers(1, PEOPLE)
parties = st.sampled_from([1, 1, 1, 2, 3])
any_row = st.integers(0, 11)
any_event = st.integers(0, 2)
starts = st.sampled_from([timedelta(days=10), 60 * HOUR, 14 * HOUR, 5 * HOUR])
steps = st.sampled_from([MINUTE, 20 * MINUTE, 2 * HOUR, 5 * HOUR, 12 * HOUR])


class Siblings(RuleBasedStateMachine):
    """Several decisions share a commit, whichever events they are about."""

    @initialize(
        sizes=st.lists(st.integers(1, 3), min_size=2, max_size=3),
        starts_in=starts,
        under=all_settings,
        together=st.sampled_from([1, 1, 1, 2, 3]),
    )
    def begin(self, sizes: list[int], starts_in: timedelta, under: Settings, together: int) -> None:
        self.now, self.next_id, self.together = NOW, 100, together
        self.asked: list[Request] = []
        self.states: Mapping[int, State] = {
            number: state(replace(event(size, starts_in + number * HOUR), id=number), under)
            for number, size in enumerate(sizes, 1)
        }
        for person, number in enumerate(self.states, 1):  # somebody is booked at each
            self.tap(person, lambda work, tap, i=number: booking.book(work, tap, i))
        self.commit()

    # ---------------------------------------------------------------------------------------------------- moving

    @precondition(lambda self: self.booked())
    @rule(row=any_row, to=any_event, party=st.sampled_from([None, None, None, 1]))
    def reschedule(self, row: int, to: int, party: int | None) -> None:
        """Now and then the card that was tapped says another size than the booking has by now."""
        chosen, target = pick(self.booked(), row), self.event_id(to)
        size = party or len(chosen.seats)
        self.tap(
            chosen.person_id,
            lambda work, tap: moving.reschedule(work, tap, chosen.id, chosen.event_id, target, size),
        )

    @precondition(lambda self: self.booked())
    @rule(row=any_row, to=any_event)
    def admin_moves(self, row: int, to: int) -> None:
        chosen, target = pick(self.booked(), row), self.event_id(to)
        self.ask(
            lambda work: moving.move(
                work, ADA, chosen.id, chosen.event_id, target, chosen.person_id, len(chosen.seats)
            )
        )

    @rule(row=any_row, person=people, source=any_event, to=any_event)
    def somebody_elses_or_over(self, row: int, person: int, source: int, to: int) -> None:
        here = self.event_id(source)
        booking_id = pick_or_none(self.states[here].bookings, row)
        self.tap(
            person,
            lambda work, tap: moving.reschedule(work, tap, booking_id, here, self.event_id(to), 1),
        )

    # ------------------------------------------------------------------------------------------- everything else

    @rule(
        person=people,
        party=parties,
        where=any_event,
        what=st.sampled_from(["join", "book", "book", "reserve", "reserve"]),
        am=st.booleans(),
    )
    def come(self, person: int, party: int, where: int, what: str, am: bool) -> None:
        here, names, windows = self.event_id(where), ("guest",) * (party - 1), MORNINGS if am else ()
        calls: Mapping[str, Callable[[Work, Tap], Awaitable[object]]] = {
            "book": lambda work, tap: booking.book(work, tap, here, party, names),
            "join": lambda work, tap: waitlist.join(work, tap, here, party, names),
            "reserve": lambda work, tap: waitlist.join_reserve(work, tap, here, windows, party),
        }
        self.tap(person, calls[what])

    @precondition(lambda self: self.booked())
    @rule(row=any_row)
    def cancel(self, row: int) -> None:
        chosen = pick(self.booked(), row)
        self.tap(chosen.person_id, lambda work, tap: booking.cancel(work, tap, chosen.event_id, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(row=any_row, what=st.sampled_from(["accept", "accept", "keep", "withdraw", "deliver"]))
    def answer(self, row: int, what: str) -> None:
        asked = pick(self.pending(), row)
        here, tap = asked.event_id, Tap(asked.person_id, panel=laws.PANEL)
        calls: Mapping[str, Service] = {
            "accept": lambda work: offers.accept(work, tap, here, asked.id),
            "keep": lambda work: offers.decline(work, tap, here, asked.id, "keep"),
            "withdraw": lambda work: offers.withdraw(work, ADA, here, asked.id),
            "deliver": lambda work: offers.deliver(work, here, asked.id),
        }
        self.ask(calls[what])

    @precondition(lambda self: self.entries())
    @rule(row=any_row, what=st.sampled_from(["pause", "resume", "leave"]))
    def in_line(self, row: int, what: str) -> None:
        chosen = pick(self.entries(), row)
        here = chosen.event_id or self.event_id(row)
        calls: Mapping[str, Callable[[Work, Tap], Awaitable[object]]] = {
            "leave": lambda work, tap: waitlist.leave(work, tap, here, chosen.id),
            "pause": lambda work, tap: waitlist.pause(work, tap, here, chosen.id, None),
            "resume": lambda work, tap: waitlist.resume(work, tap, here, chosen.id),
        }
        self.tap(chosen.person_id, calls[what])

    @rule(
        where=any_event,
        size=st.integers(1, 4),
        what=st.sampled_from(["resize", "resize", "drain", "displace", "publish", "hold", "date"]),
    )
    def admin_with_an_event(self, where: int, size: int, what: str) -> None:
        here = self.event_id(where)
        starts_at = self.states[here].event.starts_at + size * HOUR
        calls: Mapping[str, Service] = {
            "resize": lambda work: capacity.resize(work, ADA, here, size),
            "drain": lambda work: capacity.drain(work, ADA, here, size),
            "displace": lambda work: capacity.displace(work, ADA, here, size),
            "publish": lambda work: seats.publish(work, ADA, here),
            "hold": lambda work: seats.hold(work, ADA, here),
            "date": lambda work: dates.move_date(work, ADA, here, starts_at, starts_at + HOUR),
        }
        self.ask(calls[what])

    @precondition(lambda self: self.now > NOW + timedelta(hours=4))
    @rule(where=any_event, sure=st.integers(0, 3))
    def admin_calls_one_off(self, where: int, sure: int) -> None:
        if not sure:
            self.ask(lambda work: dates.call_off(work, ADA, self.event_id(where)))

    @rule(step=steps)
    def time_passes(self, step: timedelta) -> None:
        self.commit()
        self.now += step
        for asked in self.pending():
            if asked.expires_at <= self.now:
                self.ask(lambda work, o=asked: offers.expire(work, o.event_id, o.id))
        for number in self.states:
            self.ask(lambda work, i=number: seats.sweep(work, i))

    # ----------------------------------------------------------------------------------------------- the machinery

    def event_id(self, number: int) -> int:
        return 1 + number % len(self.states)

    def booked(self) -> list[Booking]:
        return [b for s in self.states.values() for b in s.bookings.values() if b.active]

    def pending(self) -> list[Offer]:
        return [o for s in self.states.values() for o in s.pending()]

    def entries(self) -> list[Entry]:
        lines = [*(s.line for s in self.states.values()), self.states[1].reserve]
        return [e for line in lines for e in line.entries.values() if e.active]

    def tap(self, person_id: int, service: Callable[..., Awaitable[object]]) -> None:
        self.ask(lambda work: service(work, Tap(person_id, panel=laws.PANEL)))

    def ask(self, service: Service) -> None:
        self.asked.append(request(service))
        if len(self.asked) >= self.together:
            self.commit()

    def commit(self) -> None:
        asked, self.asked = self.asked, []
        self.states = play_wide(self.states, asked, self.now, self.next_id)
        self.next_id += 1000

    def teardown(self) -> None:
        if hasattr(self, "states"):
            self.commit()


EXAMPLES = settings().max_examples
TestSiblings = Siblings.TestCase
TestSiblings.settings = settings(max_examples=min(4 * EXAMPLES, max(200, EXAMPLES)), stateful_step_count=40)
