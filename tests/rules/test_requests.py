"""Where nobody takes a place by themselves they ask for one, and an admin decides."""

from dataclasses import replace
from datetime import timedelta

import pytest

from engine import facts as f
from engine import refusals as no
from engine.change import after_steps
from engine.notices import notices
from engine.ports import Act
from engine.questions import Answer, Question
from engine.rules import booking, by_hand, configuring, dates, moving, offers, waitlist
from engine.rules import requests as rules
from engine.rules.balancing import distribute
from engine.settings import Mode, Settings
from engine.state import State
from tests.rules.builders import (
    ADMIN,
    EVENT,
    HOUR,
    NOW,
    SERVICE,
    act,
    changed,
    entry,
    event,
    kinds,
    offer,
    only,
    person,
    request,
    reserve,
    settings,
    state,
)
from tests.rules.builders import booking as booked

ADA = act(by=ADMIN, reason="the teacher's friend")
SILENT = act(by=ADMIN)
ANNA = act(by=person(7))
OFF = settings(Mode.MANUAL, self_service=False)
AGE = Question("age", {"en": "Your age?"}, "number", least=14)
THIRTY = Answer("age", "Your age?", "number", "30")


def off(capacity: int = 2, under: Settings = OFF, **rows: object) -> State:
    """Nobody takes a place here by themselves."""
    return state(event(capacity), under, **rows)  # type: ignore[arg-type]


def test_a_request_holds_nothing() -> None:
    before = off(2)
    made = only(rules.ask(before, ANNA, 7, 2, ("Bea",)), f.RequestMade)
    after = changed(before, [made])
    assert (after.free, after.line, after.event.requests) == (before.free, before.line, 1)
    assert after.request_of(7) == request(made.id, 7, 2, names=("Bea",))


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (off(2, replace(OFF, self_service=True)), no.SelfServiceOn),
        (off(2, bookings=[booked(50, 7, 1)]), no.AlreadyBooked),
        (off(2, entries=[entry(10, 7)]), no.AlreadyWaiting),
        (off(2, requests=[request(90, 7)]), no.AlreadyAsked),
        (off(2, entries=[reserve(30, 7, status="offered")],
             offers=[offer(40, reserve(30, 7), 1, event=event(2))]), no.OfferOpen),
        (state(event(2, status="closed"), OFF), no.EventNotOpen),
        (state(event(2, status="cancelled"), OFF), no.EventCancelled),
        (state(event(2, timedelta(0)), OFF), no.EventStarted),
    ],
)  # fmt: skip
def test_who_cannot_ask(before: State, why: type[no.Refusal]) -> None:
    with pytest.raises(why):
        rules.ask(before, ANNA, 7)


def test_a_party_that_asks_is_named_and_fits_in() -> None:
    with pytest.raises(no.PartyTooLarge):
        rules.ask(off(2), ANNA, 7, 3, ("Bea", "Carl"))
    with pytest.raises(no.PartyNotNamed):
        rules.ask(off(2), ANNA, 7, 2)
    with pytest.raises(no.SeatsForPeople):
        rules.ask(off(2), ANNA, 7, 0)


def test_whoever_was_answered_may_ask_again() -> None:
    before = off(requests=[request(90, 7, status="declined", decided_at=NOW)])
    assert kinds(rules.ask(before, ANNA, 7)) == ["RequestMade"]


# ---------------------------------------------------------------------------------------------- what is asked back


def test_whoever_asks_for_a_place_answers_the_services_questions() -> None:
    before = off(under=replace(OFF, questions=(AGE,)))
    for given in (None, (), (replace(THIRTY, value="13"),)):
        with pytest.raises(no.AnswersNeeded):
            rules.ask(before, ANNA, 7, answers=given)
    (made,) = rules.ask(before, ANNA, 7, answers=(THIRTY,))
    assert only([made], f.RequestMade).answers == (THIRTY,)
    assert changed(before, [made]).requests[made.id].answers == (THIRTY,)
    listed = replace(before, reserve=replace(before.reserve, entries={30: reserve(30, 7, answers=(THIRTY,))}))
    assert only(rules.ask(listed, ANNA, 7), f.RequestMade).answers == (THIRTY,), "answered there before"


def test_the_answers_go_along_into_what_is_granted() -> None:
    asks, older = replace(OFF, questions=(AGE,)), replace(THIRTY, value="31")
    before = off(under=asks, requests=[request(90, 7, answers=(THIRTY,))])
    assert only(rules.book(before, SILENT, 90), f.BookingMade).answers == (THIRTY,)
    assert only(by_hand.book_for(before, ADA, 7), f.BookingMade).answers == (THIRTY,)
    assert only(rules.put_in_line(before, SILENT, 90), f.EntryJoined).answers == (THIRTY,)
    waits = [entry(10, 7, answers=(older,))]
    newer = off(under=asks, entries=waits, requests=[request(90, 7, answers=(THIRTY,))])
    silent = off(under=asks, entries=waits, requests=[request(90, 7)])
    assert only(rules.book(newer, ADA, 90), f.BookingMade).answers == (THIRTY,)
    assert only(rules.book(silent, ADA, 90), f.BookingMade).answers == (older,)


def test_whoever_asked_has_answered_when_people_book_themselves_again() -> None:
    on = replace(OFF, self_service=True, questions=(AGE,))
    before = off(under=on, requests=[request(90, 7, answers=(THIRTY,))])
    assert only(booking.book(before, ANNA, 7), f.BookingMade).answers == (THIRTY,)
    full = off(1, on, bookings=[booked(50, 5, 1)], requests=[request(90, 7, answers=(THIRTY,))])
    assert only(waitlist.join(full, ANNA, 7), f.EntryJoined).answers == (THIRTY,)


def test_answers_are_not_in_the_history() -> None:
    made = f.RequestMade(90, EVENT, 7, 1, (), (THIRTY,))
    assert f.as_kept(made) == replace(made, answers=(replace(THIRTY, value=""),))


# ---------------------------------------------------------------------------------------------- what nobody does


def test_nobody_takes_a_seat_or_a_place_in_line() -> None:
    with pytest.raises(no.SelfServiceOff):
        booking.book(off(), ANNA, 7)
    with pytest.raises(no.SelfServiceOff):
        waitlist.join(off(1, bookings=[booked(50, 5, 1)]), ANNA, 7)
    with pytest.raises(no.SelfServiceOff):
        waitlist.join_reserve(off(), ANNA, 7, ())


def test_whoever_has_what_they_tap_for_is_told_that_first() -> None:
    with pytest.raises(no.AlreadyBooked):
        booking.book(off(bookings=[booked(50, 7, 1)]), ANNA, 7)
    with pytest.raises(no.AlreadyWaiting):
        waitlist.join(off(entries=[entry(10, 7)]), ANNA, 7)
    with pytest.raises(no.AlreadyWaiting):
        waitlist.join_reserve(off(entries=[reserve(30, 7)]), ANNA, 7, ())


def test_nobody_moves_into_it_but_an_admin_may_move_them() -> None:
    here = state(event(1), bookings=[booked(50, 7, 1)])
    there = state(replace(event(2, timedelta(days=8)), id=2), OFF)
    states = {EVENT: here, 2: there}
    with pytest.raises(no.SelfServiceOff):
        moving.move(states, ANNA, 50, EVENT, 2, 7)
    assert kinds(moving.move(states, ADA, 50, EVENT, 2, None)[0][1]) == ["BookingMade"]
    out = {EVENT: replace(here, settings=OFF), 2: replace(there, settings=settings(Mode.MANUAL))}
    assert moving.move(out, ANNA, 50, EVENT, 2, 7)


def test_what_people_have_stays_theirs_to_give_up_and_to_answer() -> None:
    under = settings(Mode.OFFER, self_service=False)
    of, asked = event(2), entry(10, 7, status="offered")
    before = state(of, under, entries=[asked, entry(11, 8)], offers=[offer(40, asked, 1, event=of)],
                   bookings=[booked(50, 9, 2)])  # fmt: skip
    assert only(offers.accept(before, ANNA, 40, 7), f.BookingMade).person_id == 7
    assert only(offers.decline(before, ANNA, 40, 7, "keep"), f.OfferRejected)
    assert only(waitlist.pause(before, act(by=person(8)), 11, 8, None), f.EntryPaused)
    assert only(waitlist.leave(before, act(by=person(8)), 11, 8), f.EntryLeft)
    assert kinds(booking.cancel(before, act(by=person(9)), 50, 9))[0] == "BookingCancelled"


def test_the_line_goes_on_by_itself() -> None:
    under = settings(Mode.LEGACY, self_service=False)
    before = state(event(1), under, entries=[entry(10, 8)], bookings=[booked(50, 9, 1)])
    assert only(booking.cancel(before, act(by=person(9)), 50, 9), f.BookingMade).person_id == 8


# ---------------------------------------------------------------------------------------------- an admin decides


def test_granted_with_a_booking() -> None:
    before = off(requests=[request(90, 7, 2)])
    facts = rules.book(before, SILENT, 90)
    made = only(facts, f.BookingMade)
    assert (made.person_id, made.seats, made.names) == (7, (1, 2), ("guest 1",))
    assert (made.status, made.source) == ("confirmed", "request")
    after = changed(before, facts)
    answered = after.requests[90]
    assert (answered.status, answered.by_name, answered.decided_at) == ("granted", "Ada", NOW)
    assert after.event.requests == 0
    with pytest.raises(no.RequestOver):
        rules.book(after, ADA, 90)


def test_nobody_is_passed_over_without_a_word() -> None:
    before = off(1, entries=[entry(10, 8)], requests=[request(90, 7)])
    with pytest.raises(no.ReasonNeeded):
        rules.book(before, SILENT, 90)
    with pytest.raises(no.ReasonNeeded):
        rules.book(before, act(by=ADMIN, reason="x"), 90)
    granted = only(rules.book(before, ADA, 90), f.RequestGranted)
    assert (granted.by_name, granted.reason) == ("Ada", "the teacher's friend")


def test_a_reason_that_says_nothing_is_none() -> None:
    with pytest.raises(no.ReasonNeeded):
        rules.book(off(requests=[request(90, 7)]), act(by=ADMIN, reason="x"), 90)


def test_the_same_holds_when_nothing_is_filled_any_more() -> None:
    """After the cut-off nobody is served by themselves; the line is passed over all the same."""
    under = settings(Mode.OFFER, cutoff=HOUR, self_service=False)
    before = state(event(1, HOUR), under, entries=[entry(10, 8)], requests=[request(90, 7)])
    with pytest.raises(no.ReasonNeeded):
        rules.book(before, SILENT, 90)


def test_whom_a_last_call_asks_is_passed_over_too() -> None:
    under, of = settings(Mode.OFFER, self_service=False), event(1, HOUR)
    called = entry(10, 8, status="offered")
    before = state(of, under, entries=[called], requests=[request(90, 7)],
                   offers=[offer(40, called, event=of, last_call=True, guarded=False)])  # fmt: skip
    with pytest.raises(no.ReasonNeeded):
        rules.book(before, SILENT, 90)


def test_only_what_is_free_can_be_given() -> None:
    with pytest.raises(no.NoFreeSeat):
        rules.book(off(1, bookings=[booked(50, 9, 1)], requests=[request(90, 7)]), SILENT, 90)
    with pytest.raises(no.PartyTooLarge):
        rules.book(off(1, requests=[request(90, 7, 2)]), SILENT, 90)
    with pytest.raises(no.EventStarted):
        rules.book(state(event(1, timedelta(0)), OFF, requests=[request(90, 7)]), SILENT, 90)


def test_granted_with_a_place_in_line() -> None:
    before = off(1, bookings=[booked(50, 9, 1)], entries=[entry(10, 8)], requests=[request(90, 7)])
    facts = rules.put_in_line(before, SILENT, 90)
    joined = only(facts, f.EntryJoined)
    assert (joined.person_id, joined.position, joined.source, joined.priority) == (7, 2, "request", 0)
    assert only(facts, f.RequestGranted).entry_id == joined.id
    after = changed(before, facts)
    assert after.line.window == (10, joined.id) and after.request_of(7) is None
    told = [n for fact in facts for n in notices(fact, after, SILENT, None)]
    assert [(n.kind, n.to) for n in told] == [("entry-joined", 7), ("request-card", None)]
    assert told[0].data["source"] == "request"


def test_a_free_seat_that_nobody_waits_for_is_theirs_at_once() -> None:
    before = off(1, settings(Mode.LEGACY, self_service=False), requests=[request(90, 7)])
    facts = rules.put_in_line(before, SILENT, 90)
    assert kinds(facts) == ["EntryJoined", "RequestGranted", "BookingMade", "EntryBooked"]


def test_nobody_waits_twice_or_is_asked_and_waits() -> None:
    with pytest.raises(no.AlreadyWaiting):
        rules.put_in_line(off(entries=[entry(10, 7)], requests=[request(90, 7)]), SILENT, 90)
    on_list = reserve(30, 7, status="offered")
    asked = off(entries=[on_list], offers=[offer(40, on_list, 1, event=event(2))], requests=[request(90, 7)])
    with pytest.raises(no.OfferOpen):
        rules.put_in_line(asked, SILENT, 90)
    with pytest.raises(no.OfferOpen):
        rules.book(asked, ADA, 90)


def test_a_place_in_line_that_somebody_has_already_ends_with_the_booking() -> None:
    before = off(entries=[entry(10, 7)], requests=[request(90, 7)])
    facts = rules.book(before, ADA, 90)
    assert kinds(facts) == ["BookingMade", "EntryBooked", "RequestGranted"]


def test_declined_with_the_reason_that_the_person_is_told() -> None:
    before = off(requests=[request(90, 7)])
    with pytest.raises(no.ReasonNeeded):
        rules.decline(before, SILENT, 90)
    (fact,) = rules.decline(before, ADA, 90)
    after = changed(before, [fact])
    assert after.requests[90].status == "declined"
    told, card = notices(fact, after, ADA, None)
    assert (told.kind, told.to, told.data["reason"]) == ("request-declined", 7, "the teacher's friend")
    assert (card.kind, card.to, card.letter_class, card.subject) == ("request-card", None, "P", "request:90")


def test_taken_back_by_whoever_asked() -> None:
    before = off(requests=[request(90, 7)])
    for somebody, request_id in ((8, 90), (7, 91)):
        with pytest.raises(no.RequestOver):
            rules.take_back(before, request_id, somebody)
    after = changed(before, rules.take_back(before, 90, 7))
    assert (after.requests[90].status, after.event.requests) == ("taken_back", 0)
    with pytest.raises(no.RequestOver):
        rules.take_back(after, 90, 7)
    with pytest.raises(no.RequestOver):
        rules.decline(after, ADA, 90)


def test_closed_when_nobody_decided_in_time() -> None:
    asked = [request(90, 7), request(91, 8, status="declined", decided_at=NOW)]
    assert rules.close(off(requests=asked), act(), (90, 91, 99)) == []
    begun = state(event(2, timedelta(0)), OFF, requests=asked)
    assert rules.close(begun, act(), (90, 91, 99)) == [f.RequestClosed(90, "over")]
    shut = state(event(2, status="closed"), OFF, requests=asked)
    assert rules.close(shut, act(), (90,)) == [f.RequestClosed(90, "over")]


def test_closed_with_an_event_that_does_not_take_place() -> None:
    """One letter a person, whatever else they have there."""
    of, on_list = event(2), reserve(30, 6, status="offered")
    before = state(of, settings(Mode.OFFER, self_service=False), entries=[entry(10, 8), on_list],
                   offers=[offer(40, on_list, 1, event=of)],
                   requests=[request(90, 7), request(91, 8), request(92, 6)])  # fmt: skip
    facts = dates.call_off(before, ADA)
    after = changed(before, facts)
    assert [r.status for r in after.requests.values()] == ["closed"] * 3
    told = [n for fact in facts for n in notices(fact, after, ADA, None)]
    heard = sorted((n.to, n.kind) for n in told if n.to is not None and n.kind != "offer-over")
    assert heard == [(6, "request-closed"), (7, "request-closed"), (8, "entry-closed")]
    assert sum(n.kind == "request-card" for n in told) == 3


def test_told_that_the_event_begins_at_another_time() -> None:
    before = off(requests=[request(90, 7), request(91, 8), request(92, 9, status="declined", decided_at=NOW)],
                 entries=[entry(10, 8)])  # fmt: skip
    later = before.event.starts_at + HOUR
    facts = dates.move_date(before, ADA, later, later + HOUR)
    assert kinds(facts) == ["EventMoved", "EntryShifted", "RequestShifted", "FillHalted"]
    assert only(facts, f.RequestShifted).id == 90
    after = changed(before, facts)
    assert after.requests[90] == replace(before.requests[90], version=2)
    assert [n.kind for n in notices(facts[2], after, ADA, None)] == ["request-shifted", "request-card"]


# ---------------------------------------------------------------------------------------------- by another way


def test_whoever_has_a_place_by_another_way_does_not_ask_any_more() -> None:
    on = replace(off(requests=[request(90, 7)]), settings=settings(Mode.MANUAL))
    facts = booking.book(on, ANNA, 7)
    assert kinds(facts) == ["BookingMade", "RequestClosed"]
    after = changed(on, facts)
    assert [n.kind for n in notices(facts[1], after, ANNA, None)] == ["request-card"]


def test_so_for_a_place_in_line_an_offer_a_promotion_and_a_move() -> None:
    full = state(event(1), settings(Mode.MANUAL), bookings=[booked(50, 9, 1)], requests=[request(90, 7)])
    assert kinds(waitlist.join(full, ANNA, 7)) == ["EntryJoined", "RequestClosed"]
    of, asked = event(1), entry(10, 7, status="offered")
    offered = state(
        of, OFF, entries=[asked], offers=[offer(40, asked, 1, event=of)], requests=[request(90, 7)]
    )
    assert "RequestClosed" in kinds(offers.accept(offered, ANNA, 40, 7))
    waits = off(1, entries=[entry(10, 7)], requests=[request(90, 7)])
    assert "RequestClosed" in kinds(offers.promote(waits, SILENT, 10))
    there = replace(state(event(1, timedelta(days=8)), OFF, requests=[request(90, 7)]))
    there = replace(there, event=replace(there.event, id=2))
    states = {EVENT: state(event(1), OFF, bookings=[booked(50, 7, 1)]), 2: there}
    assert "RequestClosed" in kinds(moving.move(states, ADA, 50, EVENT, 2, None)[0][1])


def test_an_admin_who_books_for_somebody_who_asks_grants_it() -> None:
    before = off(requests=[request(90, 7)])
    facts = by_hand.book_for(before, ADA, 7)
    assert kinds(facts) == ["BookingMade", "RequestGranted"]
    assert only(facts, f.BookingMade).source == "request"


# ---------------------------------------------------------------------------------------------- the switch


def test_switched_for_all_events_of_the_service_and_no_other() -> None:
    def of(event_id: int, service_id: int) -> State:
        made = state(requests=[request(90, 7)])
        return replace(made, event=replace(made.event, id=event_id, service_id=service_id))

    states = {1: of(1, SERVICE), 2: of(2, SERVICE), 3: of(3, 5)}
    steps = configuring.switch_self_service(states, SERVICE, on=False)
    assert steps == [(1, [f.SelfServiceSwitched(SERVICE, False)])]
    become = after_steps(states, steps, NOW)
    assert [s.settings.self_service for s in become.values()] == [False, False, True]
    assert all(s.request_of(7) for s in become.values()), "open requests stay to be decided"
    assert notices(steps[0][1][0], become[1], ADA, None) == []
    with pytest.raises(no.RulesUnchanged):
        configuring.switch_self_service(become, SERVICE, on=False)
    with pytest.raises(no.ServiceWithoutEvents):
        configuring.switch_self_service(states, 99, on=False)
    back = configuring.switch_self_service(become, SERVICE, on=True)
    assert all(s.settings.self_service for s in after_steps(become, back, NOW).values())


def test_a_service_with_rules_of_its_own_keeps_them() -> None:
    """Both are the service's: one does not undo the other."""
    states = {1: state(), 2: replace(state(), event=replace(event(), id=2))}
    steps = configuring.switch_self_service(states, SERVICE, on=False)
    become = after_steps(states, steps, NOW)
    become = after_steps(become, [(1, [f.ServiceConfigured(SERVICE, Mode.LEGACY, None)])], NOW)
    assert {(s.settings.mode, s.settings.self_service) for s in become.values()} == {(Mode.LEGACY, False)}


def test_what_the_person_is_told_when_they_ask_and_when_it_is_over() -> None:
    before = off()
    (fact,) = rules.ask(before, ANNA, 7)
    after = changed(before, [fact])
    assert [n.kind for n in notices(fact, after, ANNA, None)] == ["request-made", "request-card"]
    (closed,) = rules.close(_begun(after), act(), (fact.id,))
    over = changed(_begun(after), [closed])
    told, _ = notices(closed, over, act(), None)
    assert (told.kind, told.data["cause"], told.data["reason"]) == ("request-closed", "over", "")
    (back,) = rules.take_back(after, fact.id, 7)
    assert notices(back, changed(after, [back]), ANNA, None)[0].kind == "request-taken-back"


def _begun(now: State) -> State:
    return replace(now, event=replace(now.event, starts_at=NOW))


def test_the_balancing_of_siblings_settles_it_too() -> None:
    """Whoever is booked directly has no open request there."""
    here = state(event(1), settings(Mode.SPLITTER), bookings=[booked(50, 9, 1)], entries=[entry(10, 7)])
    there = state(event(1, timedelta(days=8)), settings(Mode.SPLITTER), requests=[request(90, 7)])
    there = replace(there, event=replace(there.event, id=2))
    by: Act = act(by=ADMIN, reason="because")
    steps = distribute({EVENT: here, 2: there}, by, {10: NOW}, direct=True)
    assert "RequestClosed" in [kind for _, facts in steps for kind in kinds(facts)]
