"""Everything that participants, admins, the clock and the world can do to one event, in any order, several decisions to
a commit; the laws are checked after every decision, and every decision is judged on windows as well as on the whole."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Literal, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from engine.facts import EventClosed
from engine.ports import Act, Ask, Facts, Work
from engine.refusals import Refusal
from engine.services import booking, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, QuietHours, Settings, Tier
from engine.state import Booking, Decline, Entry, Offer, State, TimeWindow
from tests.rules import laws
from tests.rules.builders import EVENT, HOUR, INSTANT, MINUTE, NOW, event, rebuilt, state
from tests.rules.memory import Request, judge, judge_windowed, request, same

PEOPLE = 6
Row = TypeVar("Row", Booking, Entry, Offer)

modes = st.sampled_from([Mode.OFFER, Mode.OFFER, Mode.OFFER, Mode.LEGACY, Mode.MANUAL, Mode.SPLITTER])
quiet_hours = st.sampled_from(
    [
        None,
        None,
        QuietHours(time(22), time(8)),
        QuietHours(time(1), time(5)),
        QuietHours(time(12), time(14, 30)),
    ]
)
offer_rules = st.builds(
    OfferRules,
    validity=st.sampled_from([None, None, timedelta(minutes=5), 2 * HOUR]),
    parallel=st.sampled_from([0, 1, 1, 3]),
    last_call=st.sampled_from([timedelta(0), 2 * HOUR, 2 * HOUR]),
    cutoff=st.sampled_from([timedelta(0), timedelta(0), HOUR, 26 * HOUR]),
    quiet=quiet_hours,
    auto_confirm=st.sampled_from([None, None, None, 3 * HOUR]),
    order=st.sampled_from(["line", "line", "lottery"]),
    seed=st.sampled_from(["", "moon"]),
    party_fit=st.sampled_from(["strict", "best"]),
    max_skips=st.integers(0, 2),
)
all_settings = st.builds(
    Settings,
    mode=modes,
    offer=offer_rules,
    tier=st.sampled_from([*[Tier.ENTERPRISE] * 4, Tier.STARTER, Tier.BASIC, Tier.PRO]),
    auto_backfill=st.sampled_from([True, True, True, True, False]),
    booking_status=st.sampled_from(["confirmed", "pending"]),
    timezone=st.sampled_from(["UTC", "Europe/Budapest", "America/New_York"]),
    max_party=st.just(3),
)
people = st.integers(1, PEOPLE)
parties = st.sampled_from([1, 1, 1, 2, 3])
any_row = st.integers(0, 11)
half = st.booleans()
windows = st.sampled_from([(), (), tuple(TimeWindow(day, 0, 12 * 60) for day in range(7))])
starts = st.sampled_from([5 * HOUR, 14 * HOUR, 60 * HOUR, timedelta(days=10)])
steps = st.sampled_from(
    [INSTANT, MINUTE, 19 * MINUTE, 20 * MINUTE, HOUR, 2 * HOUR, 5 * HOUR, 12 * HOUR, timedelta(days=3)]
)


class Event(RuleBasedStateMachine):
    """The whole state is kept here; services only say what they would have decided."""

    @initialize(
        capacity=st.integers(1, 4),
        crowd=st.integers(0, PEOPLE),
        starts_in=starts,
        under=all_settings,
        together=st.sampled_from([1, 1, 1, 2, 3]),
    )
    def begin(self, capacity: int, crowd: int, starts_in: timedelta, under: Settings, together: int) -> None:
        self.now = NOW
        self.next_id = 100
        self.together = together
        self.asked: list[Request] = []
        self.state: State = state(event(capacity, starts_in), under)
        for person_id in range(1, crowd + 1):  # a full house and a line, most of the time
            self.tap(person_id, lambda work, tap: booking.book(work, tap, EVENT))
            self.tap(person_id, lambda work, tap: waitlist.join(work, tap, EVENT))
        self.commit()

    # ---------------------------------------------------------------------------------------------- participants

    @rule(person=people, party=parties)
    def book(self, person: int, party: int) -> None:
        names = tuple("guest" for _ in range(party - 1))
        self.tap(person, lambda work, tap: booking.book(work, tap, EVENT, party, names))

    @rule(person=people, party=parties, auto=half)
    def join(self, person: int, party: int, auto: bool) -> None:
        names = tuple("guest" for _ in range(party - 1))
        self.tap(person, lambda work, tap: waitlist.join(work, tap, EVENT, party, names, auto_confirm=auto))

    @rule(person=people, party=parties, when=windows)
    def join_reserve(self, person: int, party: int, when: tuple[TimeWindow, ...]) -> None:
        self.tap(person, lambda work, tap: waitlist.join_reserve(work, tap, EVENT, when, party))

    @precondition(lambda self: self.bookings())
    @rule(row=any_row, own=st.sampled_from([True, True, False]), person=people)
    def cancel(self, row: int, own: bool, person: int) -> None:
        chosen = pick(self.bookings(), row)
        who = chosen.person_id if own else person
        self.tap(who, lambda work, tap: booking.cancel(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.entries())
    @rule(row=any_row, what=st.sampled_from(["leave", "pause", "pause", "resume"]), until=steps, ends=half)
    def in_line(self, row: int, what: str, until: timedelta, ends: bool) -> None:
        chosen = pick(self.entries(), row)
        calls: Mapping[str, Callable[[Work, Tap], Awaitable[Facts]]] = {
            "leave": lambda work, tap: waitlist.leave(work, tap, EVENT, chosen.id),
            "pause": lambda work, tap: waitlist.pause(work, tap, EVENT, chosen.id, until if ends else None),
            "resume": lambda work, tap: waitlist.resume(work, tap, EVENT, chosen.id),
        }
        self.tap(chosen.person_id, calls[what])

    @precondition(lambda self: self.pending())
    @rule(row=any_row, own=st.sampled_from([True, True, True, False]), person=people)
    def accept(self, row: int, own: bool, person: int) -> None:
        chosen = pick(self.pending(), row)
        who = chosen.person_id if own else person
        self.tap(who, lambda work, tap: offers.accept(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(row=any_row, then=st.sampled_from(["leave", "keep", "pause"]))
    def decline(self, row: int, then: Decline) -> None:
        chosen = pick(self.pending(), row)
        self.tap(chosen.person_id, lambda work, tap: offers.decline(work, tap, EVENT, chosen.id, then))

    @precondition(lambda self: self.state.offers)
    @rule(row=any_row, keep=half)
    def tap_an_old_offer(self, row: int, keep: bool) -> None:
        chosen = pick(list(self.state.offers.values()), row)
        if keep:
            self.tap(chosen.person_id, lambda work, tap: offers.decline(work, tap, EVENT, chosen.id, "keep"))
        else:
            self.tap(chosen.person_id, lambda work, tap: offers.accept(work, tap, EVENT, chosen.id))

    # ----------------------------------------------------------------------------------------------- clock, post

    @precondition(lambda self: self.pending())
    @rule(row=any_row, again=half)
    def deliver(self, row: int, again: bool) -> None:
        chosen = pick(self.pending(), row)
        if again or chosen.delivered_at is None:
            self.job(lambda work: offers.deliver(work, EVENT, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(row=any_row)
    def remind(self, row: int) -> None:
        chosen = pick(self.pending(), row)
        self.job(lambda work: offers.remind(work, EVENT, chosen.id))

    @precondition(lambda self: self.state.offers)
    @rule()
    def expire(self) -> None:
        for chosen in list(self.state.offers.values()):
            if chosen.expires_at <= self.now:
                self.job(lambda work, i=chosen.id: offers.expire(work, EVENT, i))

    @precondition(lambda self: self.pending())
    @rule(row=any_row)
    def expire_too_early(self, row: int) -> None:
        chosen = pick(self.pending(), row)
        self.job(lambda work: offers.expire(work, EVENT, chosen.id))

    @precondition(lambda self: any(e.status == "paused" for e in self.entries()))
    @rule(row=any_row)
    def resume_due(self, row: int) -> None:
        chosen = pick([e for e in self.entries() if e.status == "paused"], row)
        self.job(lambda work: waitlist.resume_due(work, EVENT, chosen.id))

    @rule()
    def sweep(self) -> None:
        self.job(lambda work: seats.sweep(work, EVENT))

    @precondition(lambda self: self.state.line.entries)
    @rule()
    def close(self) -> None:
        places = tuple(self.state.line.entries)
        self.job(lambda work: waitlist.close(work, EVENT, places))

    @rule(step=steps)
    def time_passes(self, step: timedelta) -> None:
        self.commit()
        self.now += step

    @precondition(lambda self: self.pending())
    @rule(row=any_row, step=st.sampled_from([-INSTANT, timedelta(0), INSTANT]))
    def until_a_deadline(self, row: int, step: timedelta) -> None:
        self.commit()
        if pending := self.pending():
            self.now = max(self.now, pick(pending, row).expires_at + step)

    @rule(step=st.sampled_from([-3 * HOUR, -2 * HOUR, -INSTANT, timedelta(0)]))
    def until_the_start(self, step: timedelta) -> None:
        self.commit()
        self.now = max(self.now, self.state.event.starts_at + step)

    # ---------------------------------------------------------------------------------------------------- admins

    @precondition(lambda self: self.bookings())
    @rule(row=any_row, what=st.sampled_from(["cancel", "confirm"]))
    def admin_with_booking(self, row: int, what: str) -> None:
        chosen = pick(self.bookings(), row)
        service = booking.cancel_for if what == "cancel" else booking.confirm
        self.admin(lambda work, tap: service(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.entries())
    @rule(row=any_row, how=st.sampled_from(["offer", "promote"]))
    def choose(self, row: int, how: Literal["offer", "promote"]) -> None:
        chosen = pick(self.entries(), row)
        self.admin(lambda work, tap: offers.choose(work, tap, EVENT, chosen.id, how, chosen.person_id))

    @precondition(lambda self: self.entries())
    @rule(row=any_row)
    def remove(self, row: int) -> None:
        chosen = pick(self.entries(), row)
        self.admin(lambda work, tap: waitlist.remove(work, tap, EVENT, chosen.id))

    @precondition(lambda self: self.pending())
    @rule(row=any_row)
    def withdraw(self, row: int) -> None:
        chosen = pick(self.pending(), row)
        self.admin(lambda work, tap: offers.withdraw(work, tap, EVENT, chosen.id))

    @rule(count=st.sampled_from([1, 1, 2, 0]))
    def hold(self, count: int) -> None:
        self.admin(lambda work, tap: seats.hold(work, tap, EVENT, count))

    @precondition(lambda self: self.state.holds)
    @rule(row=any_row)
    def release(self, row: int) -> None:
        chosen = sorted(self.state.holds)[row % len(self.state.holds)]
        self.admin(lambda work, tap: seats.release(work, tap, EVENT, chosen))

    @rule(what=st.sampled_from([seats.publish, seats.publish, seats.freeze, seats.unfreeze, seats.unfreeze]))
    def automation(self, what: Callable[[Work, AdminTap, int], Awaitable[Facts]]) -> None:
        self.admin(lambda work, tap: what(work, tap, EVENT))

    # ------------------------------------------------------------------------------------------------- the world

    @rule(under=all_settings)
    def other_settings(self, under: Settings) -> None:
        self.commit()
        self.state = replace(self.state, settings=under)

    @rule(person=people)
    def block_the_bot(self, person: int) -> None:
        self.commit()
        self.reach(person, reachable=False)
        for chosen in self.pending():
            if chosen.person_id == person:
                self.job(lambda work, i=chosen.id: offers.withdraw_unreachable(work, EVENT, i))

    @rule(person=people)
    def come_back(self, person: int) -> None:
        self.commit()
        self.reach(person, reachable=True)

    @precondition(lambda self: self.entries())
    @rule(row=any_row, priority=st.integers(-1, 1))
    def give_priority(self, row: int, priority: int) -> None:
        self.commit()
        if entries := self.entries():
            self.replace_entry(replace(pick(entries, row), priority=priority))

    @precondition(lambda self: self.now > NOW + timedelta(days=2))
    @rule()
    def close_the_event(self) -> None:
        self.commit()
        self.state = laws.changed(self.state, [EventClosed(EVENT)], self.now)

    # ----------------------------------------------------------------------------------------------- the machinery

    def bookings(self) -> list[Booking]:
        return list(self.state.bookings.values())

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
        outcomes = judge(self.state, asked, self.now, self.next_id)
        on_windows = judge_windowed(self.state, asked, self.now, self.next_id)
        self.next_id += 1000
        for (ask, _), (outcome, after), small in zip(asked, outcomes, on_windows, strict=True):
            assert same(outcome, small), f"a window came to {small}, the whole state to {outcome}"
            if not isinstance(outcome, Refusal):
                self.check(ask, outcome, after)
            self.state = after

    def check(self, ask: Ask, facts: Facts, after: State) -> None:
        laws.check_state(after)
        laws.check_decision(self.state, facts, ask, self.now)
        by = Act(self.now, ask.by, int)
        laws.check_notices(self.state, after, facts, by)
        if fills(ask, facts):
            laws.check_filled(after, self.now)

    def reach(self, person_id: int, *, reachable: bool) -> None:
        for chosen in self.entries():
            if chosen.person_id == person_id:
                self.replace_entry(replace(chosen, reachable=reachable))

    def replace_entry(self, new: Entry) -> None:
        line = self.state.line if new.event_id else self.state.reserve
        line = replace(line, entries={**line.entries, new.id: new})
        self.state = rebuilt(replace(self.state, **{"line" if new.event_id else "reserve": line}))

    def teardown(self) -> None:
        if hasattr(self, "state"):
            self.commit()


QUIET = {"OfferDelivered", "OfferReminded", "BookingConfirmed"}


def fills(ask: Ask, facts: Facts) -> bool:
    """Whether the decision ends in the one function that fills."""
    swept = ask.by.name == "sweep"
    return swept or any(type(fact).__name__ not in QUIET for fact in facts)


def pick(rows: list[Row], number: int) -> Row:
    """One of the rows."""
    return rows[number % len(rows)]


TestEvent = Event.TestCase
