"""Who should hear of a fact. A notice becomes a letter in the outbox in the same transaction, and a message when it
is delivered, in the reader's language, from what is true then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, assert_never

from engine import facts as f
from engine.change import after, shared
from engine.hours import quiet_until
from engine.month import QUIET, Month
from engine.ports import Act, Panel, States, Steps
from engine.state import State, Wishing

Kind = Literal[
    "booking-made",
    "booking-confirmed",
    "booking-cancelled",
    "booking-shifted",
    "booking-reconfirmed",
    "entry-joined",
    "entry-displaced",
    "entry-left",
    "entry-paused",
    "entry-resumed",
    "entry-closed",
    "entry-shifted",
    "offer-made",
    "offer-extended",
    "offer-reminder",
    "offer-over",
    "offer-missed",
    "offer-withdrawn",
    "seats-freed",
    "person-unreachable",
    "booking-pending",
    "request-made",
    "request-declined",
    "request-taken-back",
    "request-closed",
    "request-shifted",
    "request-card",
    "period-opened",
    "period-closed",
    "wishes-asked",
    "wishes-carried",
    "wishes-shifted",
    "wished-moved",
    "wished-cancelled",
    "friendship-agreed",
    "friendship-ended",
    "run-made",
    "run-failed",
    "month-result",
    "period-finalized",
    "repair-asked",
    "repair-extended",
    "repair-done",
    "repair-withdrawn",
    "places-lost",
    "repair-done-told",
    "repair-withdrawn-told",
    "lock-ended",
    "lock-asked",
    "lock-handed",
    "lock-kept",
    "unlock-asked",
    "unlock-granted",
    "unlock-denied",
    "unlock-lapsed",
    "unlock-ended",
]

# A: loss hurts, repetition does not. P: a panel, the newest state is all that counts, so letters for one merge.
Class = Literal["A", "P"]

OFFERS, RESULTS, PANELS, REMINDERS, MONTHS = 0, 1, 2, 3, 4
"""Priorities of letters: lower leaves first. What thousands are told at once comes last."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`to` is a participant, None the account's admins. `subject` names the row it is about ("offer:42"); letters
    about one subject to one reader leave in order. `panel` is the message to write into, if it still exists."""

    kind: Kind
    to: int | None
    subject: str
    priority: int
    letter_class: Class = "A"
    data: Mapping[str, int | str | bool] = field(default_factory=dict)
    not_before: datetime | None = None
    panel: Panel | None = None


Changes = list[tuple[f.Fact, list[Notice]]]
"""Facts, each with who is to hear of it."""


def consequences(states: States, steps: Steps, act: Act, panel: Panel | None) -> list[tuple[Changes, State]]:
    """Each step's facts with who is to hear of them, and the state that it leads to."""
    done = []
    for event_id, facts in steps:
        state = after(states[event_id], facts, act.now)
        if len(steps) > 1:
            states = shared(states, state)
        done.append(([(fact, notices(fact, state, act, panel)) for fact in facts], state))
    return done


BookingTold = (
    f.BookingMade | f.BookingConfirmed | f.BookingCancelled | f.BookingShifted | f.BookingReconfirmed
)
EntryTold = f.EntryJoined | f.EntryLeft | f.EntryPaused | f.EntryResumed | f.EntryClosed | f.EntryShifted
OfferTold = (
    f.OfferMade
    | f.OfferExtended
    | f.OfferReminded
    | f.OfferAccepted
    | f.OfferRejected
    | f.OfferExpired
    | f.OfferWithdrawn
)
RequestTold = (
    f.RequestMade
    | f.RequestGranted
    | f.RequestDeclined
    | f.RequestTakenBack
    | f.RequestClosed
    | f.RequestShifted
)
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


def notices(fact: f.Fact, state: State, act: Act, panel: Panel | None) -> list[Notice]:
    """The notices of one fact; `state` is the state once the whole decision has happened. Whoever also wishes for the
    event reads in the same letter what becomes of that."""
    heard = _notices(fact, state, act, panel)
    if not state.wishers or not _of_a_date(fact):
        return heard
    return [_with_wish(notice, state.wishers) for notice in heard]


def _of_a_date(fact: f.Fact) -> bool:
    """Whether it tells somebody of another date, or of none, by what they have there."""
    match fact:
        case f.BookingShifted() | f.EntryShifted() | f.RequestShifted():
            return True
        case f.BookingCancelled():
            return fact.by == "event"
        case f.OfferWithdrawn():
            return fact.cause in ("cancelled", "shifted")
        case f.EntryClosed() | f.RequestClosed():
            return fact.cause == "cancelled"
        case _:
            return False


def _with_wish(notice: Notice, wishers: Mapping[int, Sequence[Wishing]]) -> Notice:
    """`offer-over` only takes the buttons away."""
    own = wishers.get(notice.to or 0)
    if not own or notice.kind == "offer-over":
        return notice
    return replace(notice, data={**notice.data, "wished": own[-1].period_id})


def _notices(fact: f.Fact, state: State, act: Act, panel: Panel | None) -> list[Notice]:
    if isinstance(fact, BookingTold):
        return _about_booking(fact, state, act, panel)
    if isinstance(fact, EntryTold):
        return _about_entry(fact, state, act, panel)
    if isinstance(fact, OfferTold):
        return _about_offer(fact, state, act)
    if isinstance(fact, RequestTold):
        return _about_request(fact, state, act, panel)
    if isinstance(fact, SeatsGone):
        return _places_lost(state)
    if isinstance(fact, f.WisherTold):
        return [_to_wisher(fact, state, act)]
    if isinstance(fact, f.FillHalted):
        known: dict[str, int | str | bool] = {"event": fact.id, "reason": fact.reason, "news": fact.news}
        return [Notice("seats-freed", None, f"freed:{fact.id}", PANELS, "P", known)]
    if isinstance(fact, (SaidOtherwise, Unsaid)):
        return []
    assert_never(fact)


def _about_booking(
    fact: BookingTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    booking = state.bookings[fact.id]
    own = act.by.kind == "person" and act.by.id == booking.person_id
    data: dict[str, int | str | bool] = {"booking": fact.id, "event": booking.event_id}
    match fact:
        case f.BookingMade():
            if fact.source in ("month", "repair"):
                return []  # the result of the month says it, or the end of the repair
            if fact.source == "offer":
                return _to_confirm(fact)  # the offer's message turns into the confirmation
            kind: Kind = "booking-made"
            data["source"] = fact.source
            if fact.from_event is not None:
                data["from"] = fact.from_event
        case f.BookingConfirmed():
            if booking.status != "confirmed":
                return []  # marked in the same step: whoever came is there
            kind = "booking-confirmed"
        case f.BookingCancelled():
            if fact.by in ("move", "line", "repair"):
                return []  # said by what the person has instead
            kind = "booking-cancelled"
            data |= {"by": fact.by, "late": fact.late, "reason": act.reason if fact.by == "event" else ""}
            if fact.by == "event" and booking.period_id is not None:
                data["period"] = booking.period_id
        case f.BookingShifted():
            kind = "booking-shifted"
        case f.BookingReconfirmed():
            kind = "booking-reconfirmed"
        case _:
            assert_never(fact)
    to_confirm = _to_confirm(fact) if isinstance(fact, f.BookingMade) else []
    about = f"booking:{fact.id}"
    return [
        Notice(kind, booking.person_id, about, RESULTS, data=data, panel=panel if own else None),
        *to_confirm,
    ]


def _to_confirm(fact: f.BookingMade) -> list[Notice]:
    """The admins are asked; until they have said yes, nobody is in."""
    if fact.status != "pending":
        return []
    data = {"booking": fact.id, "event": fact.event_id}
    return [Notice("booking-pending", None, f"booking:{fact.id}", RESULTS, data=data)]


def _places_lost(state: State) -> list[Notice]:
    """Who of a final month has lost their place by it: the admins hear it once, as there is something to be done."""
    lost = [b for b in state.bookings.values() if b.period_id is not None and b.ended in ("event", "line")]
    if not lost:
        return []
    about, period = state.event.id, lost[0].period_id or 0
    data: dict[str, int | str | bool] = {"event": about, "period": period, "count": len(lost)}
    return [Notice("places-lost", None, f"event:{about}", RESULTS, data=data)]


def _to_wisher(fact: f.WisherTold, state: State, act: Act) -> Notice:
    """Nobody is woken, unless wishes cannot be changed any more in the morning."""
    data: dict[str, int | str | bool] = {"event": fact.id, "period": fact.period_id}
    kind: Kind = "wished-moved"
    if fact.was is None:
        kind, data["reason"] = "wished-cancelled", act.reason
    else:
        data["was"] = fact.was.isoformat()
    morning = quiet_until(act.now, QUIET, state.settings.timezone)
    ends = (wishing.until for wishing in state.wishers[fact.person_id] if wishing.until is not None)
    late = morning is not None and any(act.now < until <= morning for until in ends)
    wait = None if late else morning
    return Notice(kind, fact.person_id, f"event:{fact.id}", REMINDERS, data=data, not_before=wait)


def _about_entry(
    fact: EntryTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    entry = state.entry(fact.id)
    if entry is None:
        raise KeyError(fact.id)
    own = act.by.kind == "person" and act.by.id == entry.person_id
    data: dict[str, int | str | bool] = {"entry": fact.id, "event": state.event.id}
    match fact:
        case f.EntryJoined():
            if entry.status != "waiting" or fact.source == "month":
                return []  # served in the same breath, or by the month: that notice says more
            kind: Kind = "entry-joined"
            data["position"] = fact.position
            if fact.source == "request":
                data["source"] = fact.source
            if fact.source == "displaced":
                kind = "entry-displaced"
                data["reason"] = act.reason
        case f.EntryLeft():
            if fact.cause in ("declined", "missed", "split", "repair"):
                return []  # said by the offer's own notice, or by the repair's
            if entry.event_id is not None and state.booking_of(entry.person_id) is not None:
                return []  # left the line by booking
            kind = "entry-left"
            data["cause"] = fact.cause
        case f.EntryPaused():
            if fact.declined or fact.split:
                return []  # said by the offer's own notice
            kind = "entry-paused"
        case f.EntryResumed():
            if fact.told or entry.status != "waiting":
                return []  # said by the end of an offer, or by what the person has at once
            kind = "entry-resumed"
        case f.EntryClosed():
            kind = "entry-closed"
            data |= {"cause": fact.cause, "reason": act.reason if fact.cause == "cancelled" else ""}
        case f.EntryShifted():
            kind = "entry-shifted"
        case _:
            assert_never(fact)
    return [
        Notice(kind, entry.person_id, f"entry:{fact.id}", RESULTS, data=data, panel=panel if own else None)
    ]


def _about_request(
    fact: RequestTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    """The person, and the card of the request in the admins' group, which every change rewrites."""
    request = state.requests[fact.id]
    own = act.by.kind == "person" and act.by.id == request.person_id
    about = f"request:{fact.id}"
    data: dict[str, int | str | bool] = {"request": fact.id, "event": request.event_id}
    card = Notice("request-card", None, about, RESULTS, "P", data)
    match fact:
        case f.RequestMade():
            kind: Kind = "request-made"
        case f.RequestGranted():
            return [card]  # the booking's or the place's own notice says it
        case f.RequestDeclined():
            kind = "request-declined"
            data = {**data, "reason": fact.reason}
        case f.RequestTakenBack():
            kind = "request-taken-back"
        case f.RequestClosed():
            if fact.cause == "served" or fact.told:
                return [card]  # what they have instead says it, or the end of their place
            kind = "request-closed"
            data = {**data, "cause": fact.cause, "reason": act.reason if fact.cause == "cancelled" else ""}
        case f.RequestShifted():
            kind = "request-shifted"
        case _:
            assert_never(fact)
    told = Notice(kind, request.person_id, about, RESULTS, data=data, panel=panel if own else None)
    return [told, card]


def _about_offer(
    fact: OfferTold,
    state: State,
    act: Act,
) -> list[Notice]:
    offer = state.offers[fact.id]
    about = f"offer:{fact.id}"
    data = {"offer": fact.id, "event": offer.event_id, "entry": offer.entry_id}
    over = Notice("offer-over", offer.person_id, about, OFFERS, data=data)
    match fact:
        case f.OfferMade():
            wait = _until_morning(state, act, fact.closes_at - state.settings.offer.last_call)
            if fact.instead_of is not None:
                data["instead"] = fact.instead_of
            return [Notice("offer-made", offer.person_id, about, OFFERS, data=data, not_before=wait)]
        case f.OfferExtended():
            return [Notice("offer-extended", offer.person_id, about, OFFERS, data=data)]
        case f.OfferReminded():
            wait = _until_morning(state, act, offer.expires_at)
            return [Notice("offer-reminder", offer.person_id, about, REMINDERS, data=data, not_before=wait)]
        case f.OfferAccepted():
            return [replace(over, data={**data, "accepted": True})]
        case f.OfferRejected():
            return [over]
        case f.OfferExpired():
            return [over, Notice("offer-missed", offer.person_id, about, RESULTS, data=data)]
        case f.OfferWithdrawn():
            if fact.told:
                return [over]
            if fact.cause in ("rules", "split") and _served_anew(state, offer.person_id):
                return [over]  # what the person has instead says it
            said = _withdrawn(fact, offer.person_id, about, data)
            if any(notice.to is not None for notice in said):
                over = replace(over, data={**data, "letter": True})
            return [over, *said]
        case _:
            assert_never(fact)


def _served_anew(state: State, person_id: int) -> bool:
    """Whether the same decision has booked or asked the person again."""
    asked = any(offer.person_id == person_id for offer in state.pending())
    return asked or state.booking_of(person_id) is not None


def _withdrawn(fact: f.OfferWithdrawn, person_id: int, about: str, data: dict[str, int]) -> list[Notice]:
    match fact.cause:
        case "unreachable":
            return [Notice("person-unreachable", None, about, RESULTS, data=data)]
        case "admin" | "shifted" | "cancelled" | "rules" | "split":
            return [Notice("offer-withdrawn", person_id, about, RESULTS, data=data)]
        case "left" | "taken" | "closed" | "repair":
            return []
        case _:
            assert_never(fact.cause)


def _until_morning(state: State, act: Act, too_late: datetime) -> datetime | None:
    """Quiet hours hold an offer's letters back, unless morning would be too late to answer."""
    morning = quiet_until(act.now, state.settings.offer.quiet, state.settings.timezone)
    return morning if morning is not None and morning < too_late else None


def month_notices(fact: f.MonthFact, month: Month, act: Act) -> list[Notice]:
    """The notices of a fact of the month; `month` is as it was before. Nobody is woken for any of them."""
    data: dict[str, int | str | bool] = {"period": _period_of(fact, month)}
    morning = quiet_until(act.now, QUIET, month.timezone)

    def told(kind: Kind, to: int) -> list[Notice]:
        return [Notice(kind, to, f"{fact.subject}:{fact.id}", REMINDERS, data=data, not_before=morning)]

    match fact:
        case f.PeriodOpened() | f.PeriodExtended() | f.PeriodReopened():
            data["how"] = {f.PeriodOpened: "opened", f.PeriodExtended: "extended"}.get(type(fact), "reopened")
            return [Notice("period-opened", None, f"period:{fact.id}", RESULTS, data=data)]
        case f.PeriodClosed():
            data["early"] = fact.early
            return [Notice("period-closed", None, f"period:{fact.id}", RESULTS, data=data)]
        case f.WishesStated():
            return told("wishes-carried", fact.person_id) if fact.source == "standing" else []
        case f.WishesAsked():
            return told("wishes-asked", fact.person_id)
        case f.WishesShifted():
            data |= {"reason": act.reason} if act.reason else {}
            return told("wishes-shifted", fact.person_id)
        case f.FriendshipAgreed():
            data["friend"] = fact.person_id
            return told("friendship-agreed", month.friendships[fact.id].asker_id)
        case f.FriendshipEnded():
            data["friend"] = fact.person_id
            return told("friendship-ended", fact.told) if fact.told is not None else []
        case f.WishesWithdrawn() | f.FriendshipAsked():
            return []  # who tapped is answered
        case _:
            assert_never(fact)


def _period_of(fact: f.MonthFact, month: Month) -> int:
    return month.period.id if month.period else getattr(fact, "period_id", fact.id)


def run_notices(fact: f.RunFact) -> list[Notice]:
    """The notices of a fact of a month's allocation. A result is no reminder: it leaves at once."""
    match fact:
        case f.RunMade():
            data: dict[str, int | str | bool] = {"period": fact.period_id, "number": fact.number}
            data |= {"people": fact.people, "short": fact.short}
            return [Notice("run-made", None, f"run:{fact.id}", RESULTS, data=data)]
        case f.RunFailed():
            data = {"period": fact.period_id, "number": fact.number, "cause": fact.cause}
            return [Notice("run-failed", None, f"run:{fact.id}", RESULTS, data=data)]
        case f.ResultGiven():
            data = {"result": fact.id, "period": fact.period_id}
            return [Notice("month-result", fact.person_id, f"result:{fact.id}", MONTHS, data=data)]
        case f.PeriodFinalized():
            data = {"period": fact.id, "number": fact.number, "people": fact.people, "short": fact.short}
            return [Notice("period-finalized", None, f"telling:{fact.id}", RESULTS, data=data)]
        case (
            f.PeriodPlanned()
            | f.RunStarted()
            | f.RunStopped()
            | f.RunFinalized()
            | f.PlacementPinned()
            | f.PlacementMoved()
            | f.PersonExcluded()
            | f.AdjustmentEnded()
        ):
            return []  # who tapped is answered
        case _:
            assert_never(fact)


def repair_notices(fact: f.RepairFact, act: Act, zone: str) -> list[Notice]:
    """The notices of a fact of a repair: everybody whom it moves is asked, and hears once how it ended; the group, too.
    Nobody is woken."""
    data: dict[str, int | str | bool] = {"repair": fact.id, "period": fact.period_id}
    about, morning = f"repair:{fact.id}", quiet_until(act.now, QUIET, zone)
    match fact:
        case f.RepairAsked():
            return [Notice("repair-asked", fact.person_id, about, OFFERS, data=data, not_before=morning)]
        case f.RepairAskedAnew():
            return [Notice("repair-extended", fact.person_id, about, OFFERS, data=data, not_before=morning)]
        case f.RepairTold():
            kind: Kind = "repair-done" if fact.how == "done" else "repair-withdrawn"
            data["cause"] = fact.how
            return [Notice(kind, fact.person_id, about, RESULTS, data=data, not_before=morning)]
        case f.RepairDone():
            return [Notice("repair-done-told", None, about, RESULTS, data=data)]
        case f.RepairWithdrawn():
            data["cause"] = fact.cause
            return [Notice("repair-withdrawn-told", None, about, RESULTS, data=data)]
        case f.RepairProposed() | f.RepairAgreed() | f.RepairExtended():
            return []  # who tapped is answered, and more time is told to each by a fact of their own
        case _:
            assert_never(fact)


LOCKS: Mapping[type[f.LockFact], Kind] = {
    f.LockAsked: "lock-asked",
    f.LockHanded: "lock-handed",
    f.LockKept: "lock-kept",
    f.UnlockAsked: "unlock-asked",
    f.UnlockGranted: "unlock-granted",
    f.UnlockDenied: "unlock-denied",
    f.UnlockLapsed: "unlock-lapsed",
    f.UnlockEnded: "unlock-ended",
}


def lock_notices(fact: f.LockFact) -> list[Notice]:
    """To the group, as admins have no other place: who asks whom, what was answered, and what has run out. Taking a
    lock and giving it back is on the card of its month."""
    data: dict[str, int | str | bool] = {"period": fact.period_id, fact.subject: fact.id}
    match fact:
        case f.LockEnded():
            kind: Kind | None = "lock-ended" if fact.cause == "expired" else None
        case f.LockAsked() | f.LockKept() | f.LockHanded():
            data["name"] = fact.name
            kind = LOCKS[type(fact)]
        case _:
            kind = LOCKS.get(type(fact))
    return [Notice(kind, None, f"{fact.subject}:{fact.id}", RESULTS, data=data)] if kind else []
