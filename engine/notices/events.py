"""Who hears of what a decision has done to an event and to those who have something there."""

from typing import assert_never

from engine import facts as f
from engine.change import after, shared
from engine.notices import bookings, entries, offers, requests
from engine.notices.notice import PANELS, RESULTS, Notice
from engine.notices.wishers import of_a_date, to_wisher, with_wish
from engine.ports import Act, Panel, States, Steps
from engine.state import State

Changes = list[tuple[f.Fact, list[Notice]]]
"""Facts, each with who is to hear of it."""

SeatsGone = f.EventCancelled | f.CapacityChanged
SaidOtherwise = (
    f.EntryOffered | f.EntryReturned | f.EntrySkipped | f.EntryBooked | f.EntryPrioritised | f.EntryPassed
)
"""The offer's or the booking's own notice says it; an order is the admins' own; who passes has let the seats go."""
Unsaid = (
    f.OfferDelivered
    | f.OfferUndelivered
    | f.SeatsHeld
    | f.HoldReleased
    | f.SeatsPublished
    | f.EventFrozen
    | f.EventUnfrozen
    | f.EventClosed
    | f.EventOpened
    | f.EventMoved
    | f.EventSplit
    | f.CapacityDraining
    | f.AttendanceMarked
    | f.BookingReseated
    | f.OfferReseated
    | f.HoldReseated
    | f.EventConfigured
    | f.ServiceConfigured
    | f.AccountConfigured
    | f.SelfServiceSwitched
    | f.BookingAnswered
    | f.EntryAnswered
    | f.RequestAnswered
)
"""The admin reads the answer, or other facts say it to whom it concerns."""


def consequences(states: States, steps: Steps, act: Act, panel: Panel | None) -> list[tuple[Changes, State]]:
    """Each step's facts with who is to hear of them, and the state that it leads to."""
    done = []
    for event_id, facts in steps:
        state = after(states[event_id], facts, act.now)
        if len(steps) > 1:
            states = shared(states, state)
        done.append(([(fact, notices(fact, state, act, panel)) for fact in facts], state))
    return done


def notices(fact: f.Fact, state: State, act: Act, panel: Panel | None) -> list[Notice]:
    """The notices of one fact; `state` is the state once the whole decision has happened. Whoever also wishes for the
    event reads in the same letter what becomes of that."""
    heard = _notices(fact, state, act, panel)
    if not state.wishers or not of_a_date(fact):
        return heard
    return [with_wish(notice, state.wishers) for notice in heard]


def _notices(fact: f.Fact, state: State, act: Act, panel: Panel | None) -> list[Notice]:
    if isinstance(fact, bookings.BookingTold):
        return bookings.about(fact, state, act, panel)
    if isinstance(fact, entries.EntryTold):
        return entries.about(fact, state, act, panel)
    if isinstance(fact, offers.OfferTold):
        return offers.about(fact, state, act)
    if isinstance(fact, requests.RequestTold):
        return requests.about(fact, state, act, panel)
    if isinstance(fact, SeatsGone):
        return _places_lost(state)
    if isinstance(fact, f.WisherTold):
        return [to_wisher(fact, state, act)]
    if isinstance(fact, f.FillHalted):
        known: dict[str, int | str | bool] = {"event": fact.id, "reason": fact.reason, "news": fact.news}
        return [Notice("seats-freed", None, f"freed:{fact.id}", PANELS, "P", known)]
    if isinstance(fact, (SaidOtherwise, Unsaid)):
        return []
    assert_never(fact)


def _places_lost(state: State) -> list[Notice]:
    """Who of a final month has lost their place by it: the admins hear it once, as there is something to be done."""
    lost = [b for b in state.bookings.values() if b.period_id is not None and b.ended in ("event", "line")]
    if not lost:
        return []
    about, period = state.event.id, lost[0].period_id or 0
    data: dict[str, int | str | bool] = {"event": about, "period": period, "count": len(lost)}
    return [Notice("places-lost", None, f"event:{about}", RESULTS, data=data)]
