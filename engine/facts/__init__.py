"""What happened, in the past tense: the vocabulary of change, the history, and the source of notices.

Each fact steps the version of exactly one row, its subject, by one. `engine.change.after` says what it does to
state. Facts hold ids and values, never objects, so that they can be kept as JSON.
"""

from dataclasses import replace

from engine.facts.answers import BookingAnswered, EntryAnswered, QuestionsChanged, RequestAnswered
from engine.facts.bookings import (
    AttendanceMarked,
    BookingCancelled,
    BookingConfirmed,
    BookingMade,
    BookingReconfirmed,
    BookingReseated,
    BookingShifted,
)
from engine.facts.entries import (
    EntryBooked,
    EntryClosed,
    EntryJoined,
    EntryLeft,
    EntryOffered,
    EntryPassed,
    EntryPaused,
    EntryPrioritised,
    EntryResumed,
    EntryReturned,
    EntryShifted,
    EntrySkipped,
)
from engine.facts.events import (
    CapacityChanged,
    CapacityDraining,
    EventCancelled,
    EventClosed,
    EventFrozen,
    EventMoved,
    EventOpened,
    EventSplit,
    EventUnfrozen,
    FillHalted,
    WisherTold,
)
from engine.facts.house import (
    AccountConfigured,
    EventConfigured,
    GroupLanguageChosen,
    RoleGiven,
    SelfServiceSwitched,
    ServiceConfigured,
)
from engine.facts.locks import (
    EditRefused,
    HelperDropped,
    HelperNamed,
    LockAsked,
    LockEnded,
    LockExtended,
    LockFact,
    LockHanded,
    LockKept,
    PeriodLocked,
    UnlockAsked,
    UnlockDenied,
    UnlockEnded,
    UnlockGranted,
    UnlockLapsed,
)
from engine.facts.months import (
    FriendshipAgreed,
    FriendshipAsked,
    FriendshipEnded,
    MonthFact,
    PeriodClosed,
    PeriodExtended,
    PeriodOpened,
    PeriodReopened,
    WishesAsked,
    WishesShifted,
    WishesStated,
    WishesWithdrawn,
)
from engine.facts.offers import (
    OfferAccepted,
    OfferDelivered,
    OfferExpired,
    OfferExtended,
    OfferMade,
    OfferRejected,
    OfferReminded,
    OfferReseated,
    OfferUndelivered,
    OfferWithdrawn,
)
from engine.facts.repairs import (
    RepairAgreed,
    RepairAsked,
    RepairAskedAnew,
    RepairDone,
    RepairExtended,
    RepairFact,
    RepairProposed,
    RepairTold,
    RepairWithdrawn,
)
from engine.facts.requests import (
    RequestClosed,
    RequestDeclined,
    RequestGranted,
    RequestMade,
    RequestShifted,
    RequestTakenBack,
)
from engine.facts.runs import (
    AdjustmentEnded,
    PeriodFinalized,
    PeriodPlanned,
    PersonExcluded,
    PlacementMoved,
    PlacementPinned,
    ResultGiven,
    RunFact,
    RunFailed,
    RunFinalized,
    RunMade,
    RunStarted,
    RunStopped,
    as_filed,
)
from engine.facts.schedules import ScheduleChosen
from engine.facts.seats import HoldReleased, HoldReseated, SeatsHeld, SeatsPublished
from engine.facts.subject import Subject
from engine.questions import untold

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
    | WisherTold
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


__all__ = [
    "ANSWERING",
    "AccountConfigured",
    "AdjustmentEnded",
    "AttendanceMarked",
    "BookingAnswered",
    "BookingCancelled",
    "BookingConfirmed",
    "BookingMade",
    "BookingReconfirmed",
    "BookingReseated",
    "BookingShifted",
    "CapacityChanged",
    "CapacityDraining",
    "EditRefused",
    "EntryAnswered",
    "EntryBooked",
    "EntryClosed",
    "EntryJoined",
    "EntryLeft",
    "EntryOffered",
    "EntryPassed",
    "EntryPaused",
    "EntryPrioritised",
    "EntryResumed",
    "EntryReturned",
    "EntryShifted",
    "EntrySkipped",
    "EventCancelled",
    "EventClosed",
    "EventConfigured",
    "EventFrozen",
    "EventMoved",
    "EventOpened",
    "EventSplit",
    "EventUnfrozen",
    "Fact",
    "FillHalted",
    "FriendshipAgreed",
    "FriendshipAsked",
    "FriendshipEnded",
    "GroupLanguageChosen",
    "HelperDropped",
    "HelperNamed",
    "HoldReleased",
    "HoldReseated",
    "LockAsked",
    "LockEnded",
    "LockExtended",
    "LockFact",
    "LockHanded",
    "LockKept",
    "MonthFact",
    "OfferAccepted",
    "OfferDelivered",
    "OfferExpired",
    "OfferExtended",
    "OfferMade",
    "OfferRejected",
    "OfferReminded",
    "OfferReseated",
    "OfferUndelivered",
    "OfferWithdrawn",
    "PeriodClosed",
    "PeriodExtended",
    "PeriodFinalized",
    "PeriodLocked",
    "PeriodOpened",
    "PeriodPlanned",
    "PeriodReopened",
    "PersonExcluded",
    "PlacementMoved",
    "PlacementPinned",
    "QuestionsChanged",
    "RepairAgreed",
    "RepairAsked",
    "RepairAskedAnew",
    "RepairDone",
    "RepairExtended",
    "RepairFact",
    "RepairProposed",
    "RepairTold",
    "RepairWithdrawn",
    "RequestAnswered",
    "RequestClosed",
    "RequestDeclined",
    "RequestGranted",
    "RequestMade",
    "RequestShifted",
    "RequestTakenBack",
    "ResultGiven",
    "RoleGiven",
    "RunFact",
    "RunFailed",
    "RunFinalized",
    "RunMade",
    "RunStarted",
    "RunStopped",
    "ScheduleChosen",
    "SeatsHeld",
    "SeatsPublished",
    "SelfServiceSwitched",
    "ServiceConfigured",
    "Subject",
    "UnlockAsked",
    "UnlockDenied",
    "UnlockEnded",
    "UnlockGranted",
    "UnlockLapsed",
    "WisherTold",
    "WishesAsked",
    "WishesShifted",
    "WishesStated",
    "WishesWithdrawn",
    "as_filed",
    "as_kept",
]
