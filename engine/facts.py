"""What happened, in the past tense: the vocabulary of change, the history, and the source of notices.

Each fact steps the version of exactly one row, its subject, by one. `engine.change.after` says what it does to
state. Facts hold ids and values, never objects, so that they can be kept as JSON.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar, Literal

from engine.month import AtMost, Ranked
from engine.planning import AdjustmentKind, Document, Ordering, Strategy
from engine.questions import Answers, Question, untold
from engine.repairs import RepairMove, Withdrawal
from engine.roles import Role
from engine.settings import Mode, Rules
from engine.state import BookingStatus, Decline, TimeWindow

Subject = Literal[
    "event",
    "booking",
    "entry",
    "offer",
    "hold",
    "request",
    "service",
    "account",
    "period",
    "wish",
    "friendship",
    "run",
    "adjustment",
    "result",
    "repair",
    "lock",
    "unlock",
]


@dataclass(frozen=True, slots=True)
class BookingMade:
    """`from_event`: the booking took the place of one at that event, whose seats are free since. `automatic`: nobody
    has chosen this person, their turn came. `period_id`: the final month of whose places it is one: a placement, or
    what came in its stead by a move or a repair."""

    subject: ClassVar[Subject] = "booking"
    id: int
    event_id: int
    person_id: int
    status: BookingStatus
    seats: tuple[int, ...]
    names: tuple[str, ...]
    source: Literal["self", "offer", "promotion", "admin", "move", "request", "month", "repair"]
    free_cancel_until: datetime | None = None
    from_event: int | None = None
    answers: Answers = ()
    automatic: bool = False
    period_id: int | None = None


@dataclass(frozen=True, slots=True)
class BookingConfirmed:
    subject: ClassVar[Subject] = "booking"
    id: int


@dataclass(frozen=True, slots=True)
class BookingCancelled:
    """`late`: after the moment the cancellation rule names. `by`: who or what ended it; "move": another booking has
    taken its place; "line": the person waits again; "event": the event does not take place; "silence": nobody said
    in time that the new date suits; "repair": another booking has taken its place in a repair that all agreed to."""

    subject: ClassVar[Subject] = "booking"
    id: int
    by: Literal["self", "admin", "move", "line", "event", "silence", "repair"]
    late: bool = False


@dataclass(frozen=True, slots=True)
class BookingShifted:
    """Its event begins at another time now, and the person is told. With `reconfirm_by` they have until then to say
    that they are coming; the seats stay theirs meanwhile."""

    subject: ClassVar[Subject] = "booking"
    id: int
    reconfirm_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class BookingReconfirmed:
    """The new date suits."""

    subject: ClassVar[Subject] = "booking"
    id: int


@dataclass(frozen=True, slots=True)
class BookingReseated:
    """The same number of seats, with other numbers: those it had are to go."""

    subject: ClassVar[Subject] = "booking"
    id: int
    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AttendanceMarked:
    """Whether they came; "confirmed" takes a mark back."""

    subject: ClassVar[Subject] = "booking"
    id: int
    status: Literal["attended", "no_show", "confirmed"]


@dataclass(frozen=True, slots=True)
class EntryJoined:
    """`event_id` None is the service's reserve list. `position` is what the person was told. `passed`: the round of
    seats they are not asked for, because they have just been put back from one of them."""

    subject: ClassVar[Subject] = "entry"
    id: int
    service_id: int
    event_id: int | None
    person_id: int
    seats: int
    names: tuple[str, ...]
    priority: int
    seq: int
    position: int
    source: str
    auto_confirm: bool = False
    windows: tuple[TimeWindow, ...] = ()
    passed: int = -1
    split: bool = False
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class EntryOffered:
    subject: ClassVar[Subject] = "entry"
    id: int
    offer_id: int


@dataclass(frozen=True, slots=True)
class EntryReturned:
    """Back to waiting after an offer came to nothing. A new `seq` means a new place: the end of the line.
    `passed` is the round of the event in which a seat was let go, -1 for none."""

    subject: ClassVar[Subject] = "entry"
    id: int
    event_id: int
    seq: int
    misses: int
    passed: int
    cause: Literal["kept", "missed", "withdrawn", "too_slow"]


@dataclass(frozen=True, slots=True)
class EntryPaused:
    """`declined`: it was the answer to an offer."""

    subject: ClassVar[Subject] = "entry"
    id: int
    until: datetime | None
    declined: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class EntryResumed:
    """`passed`: the round of `passed_event` in which a seat was let go meanwhile, in a balancing; -1 for none. `told`:
    by the end of an offer, in the same decision."""

    subject: ClassVar[Subject] = "entry"
    id: int
    passed: int = -1
    passed_event: int = 0
    told: bool = False


@dataclass(frozen=True, slots=True)
class EntrySkipped:
    """Passed over because the party did not fit; `skips` so far, bounded by the rule."""

    subject: ClassVar[Subject] = "entry"
    id: int
    skips: int


@dataclass(frozen=True, slots=True)
class EntryPassed:
    """On the reserve list, of whoever has just let seats of the event go: they are not asked for those, `passed` being
    the event's round since."""

    subject: ClassVar[Subject] = "entry"
    id: int
    event_id: int
    passed: int


@dataclass(frozen=True, slots=True)
class EntryShifted:
    """Its event begins at another time now, and the person is told."""

    subject: ClassVar[Subject] = "entry"
    id: int


@dataclass(frozen=True, slots=True)
class EntryPrioritised:
    """The place counts before those of a lower priority from now on. `note`: why this person, in an admin's words."""

    subject: ClassVar[Subject] = "entry"
    id: int
    priority: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryBooked:
    subject: ClassVar[Subject] = "entry"
    id: int
    booking_id: int


@dataclass(frozen=True, slots=True)
class EntryLeft:
    subject: ClassVar[Subject] = "entry"
    id: int
    cause: Literal["self", "declined", "missed", "admin", "split", "repair"]


@dataclass(frozen=True, slots=True)
class EntryClosed:
    """The event began, or was cancelled, before a seat came free."""

    subject: ClassVar[Subject] = "entry"
    id: int
    cause: Literal["over", "cancelled"] = "over"


@dataclass(frozen=True, slots=True)
class OfferMade:
    """Seats are held from now; the clock starts when it is delivered. `closes_at` bounds every deadline."""

    subject: ClassVar[Subject] = "offer"
    id: int
    event_id: int
    entry_id: int
    person_id: int
    count: int
    seats: tuple[int, ...]
    closes_at: datetime
    guarded: bool
    last_call: bool
    automatic: bool
    split_id: int | None = None
    instead_of: int | None = None


@dataclass(frozen=True, slots=True)
class OfferDelivered:
    """The letter is about to leave and says `expires_at`; `again`: a copy of it may have arrived before."""

    subject: ClassVar[Subject] = "offer"
    id: int
    expires_at: datetime
    again: bool = False


@dataclass(frozen=True, slots=True)
class OfferUndelivered:
    """The letter was refused for sure: the clock stands still until one is about to leave again."""

    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferExtended:
    """Nobody could answer for a while; the time that was left begins now. `in_full`: all of it comes before the close;
    otherwise the offer is open until the close, with no clock running, and missing it costs nothing."""

    subject: ClassVar[Subject] = "offer"
    id: int
    expires_at: datetime
    in_full: bool = True


@dataclass(frozen=True, slots=True)
class OfferReminded:
    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    subject: ClassVar[Subject] = "offer"
    id: int
    booking_id: int


@dataclass(frozen=True, slots=True)
class OfferRejected:
    subject: ClassVar[Subject] = "offer"
    id: int
    then: Decline


@dataclass(frozen=True, slots=True)
class OfferExpired:
    subject: ClassVar[Subject] = "offer"
    id: int


@dataclass(frozen=True, slots=True)
class OfferWithdrawn:
    """`told`: the person hears of it by the end of something else of theirs."""

    subject: ClassVar[Subject] = "offer"
    id: int
    cause: Literal[
        "unreachable", "admin", "left", "taken", "closed", "shifted", "cancelled", "rules", "split"
    ]
    told: bool = False


@dataclass(frozen=True, slots=True)
class OfferReseated:
    """See `BookingReseated`."""

    subject: ClassVar[Subject] = "offer"
    id: int
    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SeatsHeld:
    subject: ClassVar[Subject] = "hold"
    id: int
    event_id: int
    seats: tuple[int, ...]
    reason: str
    by_name: str


@dataclass(frozen=True, slots=True)
class HoldReleased:
    subject: ClassVar[Subject] = "hold"
    id: int


@dataclass(frozen=True, slots=True)
class HoldReseated:
    """See `BookingReseated`."""

    subject: ClassVar[Subject] = "hold"
    id: int
    seats: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SeatsPublished:
    """An admin lets anybody book `released` seats although people wait (the whole number that now holds)."""

    subject: ClassVar[Subject] = "event"
    id: int
    released: int


@dataclass(frozen=True, slots=True)
class EventFrozen:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventUnfrozen:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventClosed:
    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class EventOpened:
    """It was closed, and can be booked again."""

    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class CapacityChanged:
    """Seats are added behind, or taken from behind; nobody sits on those."""

    subject: ClassVar[Subject] = "event"
    id: int
    capacity: int


@dataclass(frozen=True, slots=True)
class CapacityDraining:
    """Seats that come free go, until `capacity` of them are left; None: not any more."""

    subject: ClassVar[Subject] = "event"
    id: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class EventMoved:
    """To another time."""

    subject: ClassVar[Subject] = "event"
    id: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class EventSplit:
    """The event takes part in this balancing of siblings; None: it is over."""

    subject: ClassVar[Subject] = "event"
    id: int
    split_id: int | None


@dataclass(frozen=True, slots=True)
class EventCancelled:
    """It does not take place."""

    subject: ClassVar[Subject] = "event"
    id: int


@dataclass(frozen=True, slots=True)
class FillHalted:
    """`free` seats stay empty although people wait, because of `reason`; 0 says that this is over. `news`: there were
    none before."""

    subject: ClassVar[Subject] = "event"
    id: int
    free: int
    reason: str
    news: bool = False


@dataclass(frozen=True, slots=True)
class RoleGiven:
    """An administrator of the group, by Telegram's id, may do more or less than `before`. About no event, so no step of
    a decision: see `ports.Roles`."""

    id: int
    name: str
    before: Role
    role: Role


@dataclass(frozen=True, slots=True)
class GroupLanguageChosen:
    """The admins' group is spoken to in another language. About no event: see `ports.GroupLanguages`."""

    id: int
    before: str
    language: str


@dataclass(frozen=True, slots=True)
class EventConfigured:
    """How its line is handled, as far as it is chosen for this event: everything that is, not only what is new.
    `mode` None and rules that are missing are the service's. `preset`: where it was taken from."""

    subject: ClassVar[Subject] = "event"
    id: int
    mode: Mode | None
    offer: Rules | None
    preset: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceConfigured:
    """How the lines of its events are handled, where they choose nothing themselves."""

    subject: ClassVar[Subject] = "service"
    id: int
    mode: Mode | None
    offer: Rules | None
    preset: int | None = None


@dataclass(frozen=True, slots=True)
class AccountConfigured:
    """Its switches: whether anything is filled by itself, and what a booking is until an admin has seen it."""

    subject: ClassVar[Subject] = "account"
    id: int
    auto_backfill: bool
    booking_status: Literal["confirmed", "pending"]


@dataclass(frozen=True, slots=True)
class SelfServiceSwitched:
    """Whether participants take places at the service's events themselves (`on`), or ask for them."""

    subject: ClassVar[Subject] = "service"
    id: int
    on: bool


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Somebody asks for a place. No seat is held, and no place in line."""

    subject: ClassVar[Subject] = "request"
    id: int
    event_id: int
    person_id: int
    seats: int
    names: tuple[str, ...]
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class RequestGranted:
    """By an admin, who has booked the person, or put them in line; `reason` as far as one was given."""

    subject: ClassVar[Subject] = "request"
    id: int
    by_name: str
    reason: str
    booking_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class RequestDeclined:
    """By an admin; the person is told why."""

    subject: ClassVar[Subject] = "request"
    id: int
    by_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class RequestTakenBack:
    """By whoever made it."""

    subject: ClassVar[Subject] = "request"
    id: int


@dataclass(frozen=True, slots=True)
class RequestClosed:
    """Nobody needs to decide any more: the event began, or was cancelled, or the person has a place by another way.
    `told`: the person hears of it by the end of their place."""

    subject: ClassVar[Subject] = "request"
    id: int
    cause: Literal["over", "cancelled", "served"]
    told: bool = False


@dataclass(frozen=True, slots=True)
class RequestShifted:
    """Its event begins at another time now, and the person is told."""

    subject: ClassVar[Subject] = "request"
    id: int


@dataclass(frozen=True, slots=True)
class BookingAnswered:
    """What the person has answered by now to the service's questions. The history keeps which, and not what."""

    subject: ClassVar[Subject] = "booking"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class EntryAnswered:
    """See `BookingAnswered`."""

    subject: ClassVar[Subject] = "entry"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class RequestAnswered:
    """See `BookingAnswered`."""

    subject: ClassVar[Subject] = "request"
    id: int
    answers: Answers


@dataclass(frozen=True, slots=True)
class QuestionsChanged:
    """What the service asks from now on, and which question (`code`, in words `name`) was concerned. About no event, so
    no step of a decision: see `ports.Questions`."""

    id: int
    how: Literal["added", "removed", "moved", "required", "optional"]
    code: str
    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class PeriodOpened:
    """Wishes for a calendar month are open. Facts of the month are about no event: see `ports.Months`."""

    subject: ClassVar[Subject] = "period"
    id: int
    account_id: int
    month: str
    wishes_until: datetime
    seed_hash: str


@dataclass(frozen=True, slots=True)
class PeriodExtended:
    """Wishes are open until another moment, which may be an earlier one."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    wishes_until: datetime


@dataclass(frozen=True, slots=True)
class PeriodClosed:
    """No wish changes any more; `early`: by an admin, before its time."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    early: bool


@dataclass(frozen=True, slots=True)
class PeriodReopened:
    """It was closed, and wishes can change again."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    wishes_until: datetime


@dataclass(frozen=True, slots=True)
class WishesStated:
    """Everything that the person wants of the period, not only what is new. `source`: their own, or theirs of a month
    before, which stays."""

    subject: ClassVar[Subject] = "wish"
    id: int
    period_id: int
    person_id: int
    choices: tuple[Ranked, ...]
    count: int
    at_most: AtMost
    weekdays: tuple[int, ...]
    seats: int
    names: tuple[str, ...]
    standing: bool
    source: Literal["self", "standing"] = "self"


@dataclass(frozen=True, slots=True)
class WishesWithdrawn:
    """The person wants nothing of the period any more."""

    subject: ClassVar[Subject] = "wish"
    id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class WishesAsked:
    """The person was reminded that wishes are open."""

    subject: ClassVar[Subject] = "wish"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class WishesShifted:
    """Their period closes, or has closed, at another time than they were told."""

    subject: ClassVar[Subject] = "wish"
    id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class FriendshipAsked:
    """The person wants to come together with whomever they give the link."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class FriendshipAgreed:
    """The other one wants it too."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class FriendshipEnded:
    """One of them does not want it any more. `told`: the other one, who hears of it."""

    subject: ClassVar[Subject] = "friendship"
    id: int
    person_id: int
    told: int | None = None


MonthFact = (
    PeriodOpened
    | PeriodExtended
    | PeriodClosed
    | PeriodReopened
    | WishesStated
    | WishesWithdrawn
    | WishesAsked
    | WishesShifted
    | FriendshipAsked
    | FriendshipAgreed
    | FriendshipEnded
)


@dataclass(frozen=True, slots=True)
class PeriodPlanned:
    """Its allocation has begun, so that wishes do not open again."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str


@dataclass(frozen=True, slots=True)
class RunStarted:
    """A version of the allocation is computed. `base`: the number of the one whose placements it keeps where it can."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    strategy: Strategy
    ordering: Ordering
    base: int | None
    input_hash: str
    document: Document


@dataclass(frozen=True, slots=True)
class RunMade:
    """The version is there; `output` with all of it, `people` have a place, `short` have fewer than they want."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    people: int
    short: int
    output: Document


@dataclass(frozen=True, slots=True)
class RunStopped:
    """An admin did not want to wait for it."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int


@dataclass(frozen=True, slots=True)
class RunFailed:
    """It came to nothing. `cause`: the code by which the log knows why, or "interrupted" when the process that computed
    it has ended ("lost" in older histories)."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    cause: str


@dataclass(frozen=True, slots=True)
class PlacementPinned:
    """The person has a place at this event in every later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int


@dataclass(frozen=True, slots=True)
class PlacementMoved:
    """There instead of here, in every later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int
    from_event_id: int


@dataclass(frozen=True, slots=True)
class PersonExcluded:
    """The person gets no place at this event, or (None) at none of the month, in any later run."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    period_id: int
    person_id: int
    event_id: int | None


@dataclass(frozen=True, slots=True)
class AdjustmentEnded:
    """It counts no more; `replaced`: by a later one of the same decision."""

    subject: ClassVar[Subject] = "adjustment"
    id: int
    kind: AdjustmentKind
    person_id: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class RunFinalized:
    """This version is the month's. `bookings`: which booking each placement became, by person and event."""

    subject: ClassVar[Subject] = "run"
    id: int
    period_id: int
    number: int
    bookings: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ResultGiven:
    """What the month has come to for one person, and why; `credit` counts their months without a place from now on.
    `entry_id`: their place in line instead, at `event_id`."""

    subject: ClassVar[Subject] = "result"
    id: int
    period_id: int
    run_id: int
    person_id: int
    wanted: int
    got: int
    reason: str
    credit_before: int
    credit: int
    event_id: int | None = None
    entry_id: int | None = None


@dataclass(frozen=True, slots=True)
class PeriodFinalized:
    """The month's allocation is what has been booked, and does not change any more."""

    subject: ClassVar[Subject] = "period"
    id: int
    month: str
    run_id: int
    number: int
    people: int
    short: int


RunFact = (
    PeriodPlanned
    | RunStarted
    | RunMade
    | RunStopped
    | RunFailed
    | PlacementPinned
    | PlacementMoved
    | PersonExcluded
    | AdjustmentEnded
    | RunFinalized
    | ResultGiven
    | PeriodFinalized
)


def as_filed(fact: RunFact) -> RunFact:
    """As the history has it: the documents of a run stand in its own row, its bookings in those of its placements."""
    match fact:
        case RunStarted():
            return replace(fact, document={})
        case RunMade():
            return replace(fact, output={})
        case RunFinalized():
            return replace(fact, bookings=())
        case _:
            return fact


# ------------------------------------------------------------------------------------------------ the month's repair


@dataclass(frozen=True, slots=True)
class RepairProposed:
    """Everybody whom it moves is asked until `expires_at`. `holds`: which hold keeps its free seats, by event."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    expires_at: datetime
    moves: tuple[RepairMove, ...]
    holds: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RepairAsked:
    """One of them is asked."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RepairTold:
    """One of them hears how it ended: "done", or why nobody moves."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int
    how: Withdrawal | Literal["done"]


@dataclass(frozen=True, slots=True)
class RepairAgreed:
    """One of them has said yes."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    person_id: int


@dataclass(frozen=True, slots=True)
class RepairDone:
    """All have said yes, and are where they would be. `bookings`: which booking each has now, by person."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    bookings: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class RepairWithdrawn:
    """Nobody moves. `cause`: somebody said no ("declined", `person_id` says who), not all answered in time ("expired"),
    something is not as it was ("changed"), or an admin took it back ("admin")."""

    subject: ClassVar[Subject] = "repair"
    id: int
    period_id: int
    cause: Withdrawal
    person_id: int | None = None


RepairFact = RepairProposed | RepairAsked | RepairAgreed | RepairTold | RepairDone | RepairWithdrawn


@dataclass(frozen=True, slots=True)
class ScheduleChosen:
    """When months are planned by themselves from now on, as a crontab; "" is never. About no event."""

    subject: ClassVar[Subject] = "account"
    id: int
    before: str
    cron: str


@dataclass(frozen=True, slots=True)
class PeriodLocked:
    """Whoever decided it is the only admin who may change the period now, until then."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    month: str
    until: datetime


@dataclass(frozen=True, slots=True)
class LockExtended:
    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class HelperNamed:
    """This admin may change the period, too."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    helper_id: int
    name: str


@dataclass(frozen=True, slots=True)
class HelperDropped:
    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    helper_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockAsked:
    """Somebody else would like to have it."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    asker_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockKept:
    """The holder does not give it to whoever asked."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    asker_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockHanded:
    """It is this admin's now."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    holder_id: int
    name: str


@dataclass(frozen=True, slots=True)
class LockEnded:
    """The holder does not need it any more, its time is up, an owner has forced it open, or the month is final."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    cause: Literal["released", "expired", "forced", "final"]


@dataclass(frozen=True, slots=True)
class EditRefused:
    """Somebody else has tried to change the period, for the `count`th time; `edit` is what they tapped."""

    subject: ClassVar[Subject] = "lock"
    id: int
    period_id: int
    edit: str
    count: int


@dataclass(frozen=True, slots=True)
class UnlockAsked:
    """A final month is to be opened for so many minutes; the act has the reason."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    month: str
    minutes: int
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class UnlockGranted:
    """A second admin agrees: places of its allocation can be moved until then."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    until: datetime


@dataclass(frozen=True, slots=True)
class UnlockDenied:
    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int


@dataclass(frozen=True, slots=True)
class UnlockLapsed:
    """Nobody has agreed in time."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int


@dataclass(frozen=True, slots=True)
class UnlockEnded:
    """The month is locked again: an admin was ready, or the time is up."""

    subject: ClassVar[Subject] = "unlock"
    id: int
    period_id: int
    cause: Literal["ready", "expired"]


LockFact = (
    PeriodLocked
    | LockExtended
    | HelperNamed
    | HelperDropped
    | LockAsked
    | LockKept
    | LockHanded
    | LockEnded
    | EditRefused
    | UnlockAsked
    | UnlockGranted
    | UnlockDenied
    | UnlockLapsed
    | UnlockEnded
)


Fact = (
    BookingAnswered
    | EntryAnswered
    | BookingMade
    | BookingConfirmed
    | BookingCancelled
    | BookingShifted
    | BookingReconfirmed
    | BookingReseated
    | AttendanceMarked
    | EntryJoined
    | EntryOffered
    | EntryReturned
    | EntryPaused
    | EntryResumed
    | EntrySkipped
    | EntryPassed
    | EntryShifted
    | EntryPrioritised
    | EntryBooked
    | EntryLeft
    | EntryClosed
    | OfferMade
    | OfferDelivered
    | OfferUndelivered
    | OfferExtended
    | OfferReminded
    | OfferAccepted
    | OfferRejected
    | OfferExpired
    | OfferWithdrawn
    | OfferReseated
    | SeatsHeld
    | HoldReleased
    | HoldReseated
    | SeatsPublished
    | EventFrozen
    | EventUnfrozen
    | EventClosed
    | EventOpened
    | EventMoved
    | EventCancelled
    | EventSplit
    | CapacityChanged
    | CapacityDraining
    | FillHalted
    | EventConfigured
    | ServiceConfigured
    | AccountConfigured
    | SelfServiceSwitched
    | RequestMade
    | RequestGranted
    | RequestDeclined
    | RequestTakenBack
    | RequestClosed
    | RequestShifted
    | RequestAnswered
)

ANSWERING = (BookingMade, EntryJoined, RequestMade, BookingAnswered, EntryAnswered, RequestAnswered)


def as_kept(fact: Fact) -> Fact:
    """As the history has it for good: what people answered is theirs, and stands in their own rows only."""
    if isinstance(fact, ANSWERING) and fact.answers:
        return replace(fact, answers=untold(fact.answers))
    return fact
