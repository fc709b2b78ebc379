"""Why not. Each refusal is a reason with the values its sentence needs; the sentence lives in `locales/`.

The Fluent key is the class name in kebab case behind `refusal-`; the fields are its variables.
"""

import re
from dataclasses import dataclass, fields
from datetime import datetime


class Refusal(Exception):
    """The rules say no. Nothing was changed."""

    @property
    def key(self) -> str:
        """The Fluent key of the sentence."""
        return "refusal-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def values(self) -> dict[str, object]:
        """The sentence's variables."""
        return {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]


@dataclass
class EventUnknown(Refusal):
    """No such event, or not this reader's."""


@dataclass
class EventCancelled(Refusal):
    pass


@dataclass
class EventNotOpen(Refusal):
    """Closed for booking by the organiser."""


@dataclass
class EventStarted(Refusal):
    pass


@dataclass
class EventFull(Refusal):
    """`waiting` people are in line; whoever joins now gets place `position`."""

    waiting: int
    position: int


@dataclass
class TooFewSeats(Refusal):
    """A party is placed whole or not at all."""

    wanted: int
    free: int


@dataclass
class HeldForLine(Refusal):
    """Seats are free, but people wait for them."""

    waiting: int
    position: int


@dataclass
class SeatsAreFree(Refusal):
    """Nobody needs to wait: book."""

    free: int


@dataclass
class AlreadyBooked(Refusal):
    pass


@dataclass
class AlreadyWaiting(Refusal):
    pass


@dataclass
class PartyTooLarge(Refusal):
    most: int


@dataclass
class PartyNotNamed(Refusal):
    """Each further attendee needs a name."""

    wanted: int
    named: int


@dataclass
class BookingOver(Refusal):
    """No such booking any more, or not this reader's."""


@dataclass
class BookingNotPending(Refusal):
    """Somebody confirmed or cancelled it before."""


@dataclass
class NotWaiting(Refusal):
    """No place in line any more, or not this reader's."""


@dataclass
class NotPaused(Refusal):
    pass


@dataclass
class PauseOverStart(Refusal):
    """The pause must end before the event starts and after now."""


@dataclass
class OfferUnknown(Refusal):
    """No such offer, or not this reader's."""


@dataclass
class OfferExpired(Refusal):
    at: datetime


@dataclass
class OfferWithdrawn(Refusal):
    pass


@dataclass
class OfferAnswered(Refusal):
    """Accepted or declined before."""


@dataclass
class OfferTaken(Refusal):
    """Last call: somebody was faster."""


@dataclass
class OfferOpen(Refusal):
    """The person has an open offer for this event already."""


@dataclass
class NoFreeSeat(Refusal):
    wanted: int
    free: int


@dataclass
class SeatsInUse(Refusal):
    """The capacity cannot be `wanted` while `used` seats are booked, offered or held."""

    wanted: int
    used: int


@dataclass
class CapacityUnusable(Refusal):
    """A capacity is a whole number from 1 to `most`."""

    most: int


@dataclass
class CapacityUnchanged(Refusal):
    """It is `capacity` already."""

    capacity: int


@dataclass
class AlreadyDraining(Refusal):
    """The capacity is going down to `capacity` already."""

    capacity: int


@dataclass
class NotDraining(Refusal):
    """The capacity is not going down."""


@dataclass
class SplitRunning(Refusal):
    """A balancing of these siblings is under way already."""


@dataclass
class SplitOver(Refusal):
    """No balancing is under way (any more)."""


@dataclass
class NothingToBalance(Refusal):
    """No seat is free for anybody who waits, at any of the siblings."""


@dataclass
class SameEvent(Refusal):
    """A booking is moved to another event."""


@dataclass
class DateUnusable(Refusal):
    """A new date lies ahead, and differs from the old one."""


@dataclass
class NothingToConfirm(Refusal):
    """Nobody waits for this answer (any more)."""


@dataclass
class NotBegun(Refusal):
    """Who came can be said from the start on."""

    at: datetime


@dataclass
class HoldOver(Refusal):
    pass


@dataclass
class HoldsChanged(Refusal):
    """Other seats are kept back than whoever asks has seen."""


@dataclass
class AlreadyPublic(Refusal):
    """Anybody may book every free seat already."""


@dataclass
class AlreadyFrozen(Refusal):
    pass


@dataclass
class NotFrozen(Refusal):
    pass


@dataclass
class PersonUnreachable(Refusal):
    """The person has blocked the bot."""


@dataclass
class ReasonNeeded(Refusal):
    """An exceptional change needs a reason of `least` to `most` characters."""

    least: int
    most: int


@dataclass
class FileTooLarge(Refusal):
    """Files of up to `most` megabytes are read."""

    most: int


@dataclass
class FileOfOtherKind(Refusal):
    """By its name it is a table or a document, of a kind that is not read."""


@dataclass
class FileGone(Refusal):
    """Telegram does not hand the file out, or it is another one by now."""


@dataclass
class SeatsForPeople(Refusal):
    """`seats` is not a number from 1 to `most`."""

    most: int


@dataclass
class ModeNotInTier(Refusal):
    """The account's plan does not include this mode."""


@dataclass
class RulesUnchanged(Refusal):
    """Mode and rules are like that already."""


@dataclass
class SelfServiceOff(Refusal):
    """Places of this service are given by the organiser: ask for one."""


@dataclass
class SelfServiceOn(Refusal):
    """Nobody needs to ask: book."""


@dataclass
class AlreadyAsked(Refusal):
    """The person has an open request for this event."""


@dataclass
class RequestOver(Refusal):
    """No such request, or not this reader's, or it was decided or taken back before."""


@dataclass
class PresetUnknown(Refusal):
    """No such preset (any more)."""


@dataclass
class PresetInUse(Refusal):
    """`count` services and events have it."""

    count: int


@dataclass
class ServiceUnknown(Refusal):
    """No such service, or not this account's."""


@dataclass
class ServiceWithoutEvents(Refusal):
    """A service whose rules are to be set has no event yet."""


@dataclass
class SlotTaken(Refusal):
    """Somebody else has this time by now, or it cannot be booked any more."""


@dataclass
class SlotFromHours(Refusal):
    """A slot of an individual service has one seat, and its time follows the opening hours."""


@dataclass
class HoursUnreadable(Refusal):
    """What was typed are no times of a day; `text` is what cannot be read."""

    text: str


@dataclass
class HoursOverlap(Refusal):
    """Two windows of one day have some time in common, or one ends before it begins: `text` is the one."""

    text: str


@dataclass
class HoursTooShort(Refusal):
    """No slot of `minutes` fits into the window `text`."""

    text: str
    minutes: int


@dataclass
class MinutesUnusable(Refusal):
    """A slot takes a whole number of minutes from 1 to `most`."""

    most: int


@dataclass
class HoursUnchanged(Refusal):
    """The opening hours are like that already."""


@dataclass
class HoursDiffer(Refusal):
    """Somebody has changed the opening hours since the question was asked: `name`, at `at`."""

    name: str
    at: datetime


@dataclass
class NotAdmin(Refusal):
    """Only administrators of the group may do this."""


@dataclass
class RoleNeeded(Refusal):
    """An administrator with too low a role; `names` could give it, empty when nobody can."""

    needed: str
    names: tuple[str, ...] = ()


@dataclass
class NotOnTeam(Refusal):
    """Only an administrator of the group can have a role."""


@dataclass
class RoleUnchanged(Refusal):
    """`name` is a `role` already."""

    name: str
    role: str


@dataclass
class LastOwner(Refusal):
    """Nobody would be left to give roles."""


@dataclass
class NoAccount(Refusal):
    """Nothing was imported yet."""


@dataclass
class NamelessAdmin(Refusal):
    """An anonymous admin must act under their own name."""


@dataclass
class NotThisGroup(Refusal):
    """The group is not the account's admin group."""


@dataclass
class ButtonStale(Refusal):
    """The button is from an older message or was never ours."""


@dataclass
class AskedOfAnother(Refusal):
    """The question on the card is for another admin."""

    name: str


@dataclass
class AlreadyDone(Refusal):
    """This very tap was handled before."""


@dataclass
class Busy(Refusal):
    """The lock was not free in time, or the database is away for a moment."""


@dataclass
class TooFast(Refusal):
    """More taps than a person makes; `seconds` to wait."""

    seconds: int


@dataclass
class TextExpected(Refusal):
    """A text message was asked for."""


@dataclass
class NameUnusable(Refusal):
    """A name is one line of 1 to `most` visible characters."""

    most: int


@dataclass
class LinkUnknown(Refusal):
    """The deep link leads nowhere (any more)."""


@dataclass
class CommandUnknown(Refusal):
    pass


@dataclass
class AnswersNeeded(Refusal):
    """The service asks something first."""


@dataclass
class AnswerTooLong(Refusal):
    """A text is 1 to `most` visible characters."""

    most: int


@dataclass
class AnswerNoNumber(Refusal):
    pass


@dataclass
class AnswerTooSmall(Refusal):
    least: int


@dataclass
class AnswerTooLarge(Refusal):
    most: int


@dataclass
class AnswerNoChoice(Refusal):
    """It can only be chosen, by a button."""


@dataclass
class AnswerNoPhone(Refusal):
    pass


@dataclass
class AnswerNoEmail(Refusal):
    pass


@dataclass
class QuestionGone(Refusal):
    """It is not asked any more, or not so, or was answered before."""


@dataclass
class QuestionTwice(Refusal):
    """It is asked in these words already."""


@dataclass
class TooManyQuestions(Refusal):
    most: int


@dataclass
class QuestionUnusable(Refusal):
    """A question is one text of 1 to `most` visible characters."""

    most: int


@dataclass
class ChoicesUnusable(Refusal):
    """2 to `most` different ones, one a line, of 1 to `count` visible characters."""

    most: int
    count: int


@dataclass
class ChoicesUneven(Refusal):
    """As many as there are in the other language."""

    wanted: int


@dataclass
class BoundsUnusable(Refusal):
    """Two whole numbers, the smaller first."""


@dataclass
class PeriodUnknown(Refusal):
    """No such month, or nobody may wish for it yet."""


@dataclass
class PeriodExists(Refusal):
    """Wishes for it have been opened before."""


@dataclass
class PeriodBegun(Refusal):
    """The month is no coming one any more."""


@dataclass
class PeriodNotCollecting(Refusal):
    """Wishes are closed, so there is no deadline."""


@dataclass
class PeriodNotClosed(Refusal):
    """Wishes are open already."""


@dataclass
class PeriodPlanned(Refusal):
    """Its allocation has been planned from the wishes as they are."""


@dataclass
class DeadlineUnusable(Refusal):
    """A deadline is to come, and before the month begins."""


@dataclass
class DeadlineUnchanged(Refusal):
    pass


@dataclass
class WishesClosed(Refusal):
    """Since `until`."""

    until: datetime


@dataclass
class WishUnchanged(Refusal):
    """It is as they want it already."""


@dataclass
class WishUnusable(Refusal):
    """A number that no button has."""


@dataclass
class NothingWished(Refusal):
    """There is nothing to take back."""


@dataclass
class NotThisMonth(Refusal):
    """The event is not one of the period."""


@dataclass
class DayNotWanted(Refusal):
    """It is on a weekday that they have excluded."""


@dataclass
class TooManyChoices(Refusal):
    most: int


@dataclass
class TooManyFriends(Refusal):
    most: int


@dataclass
class FriendshipOver(Refusal):
    """Nobody asks with this link any more, or it was answered."""


@dataclass
class FriendYourself(Refusal):
    """The link is for somebody else."""


@dataclass
class AlreadyFriends(Refusal):
    """These two want to come together already."""


@dataclass
class PeriodOpen(Refusal):
    """Wishes are open still: an allocation would be of wishes that change."""


@dataclass
class PeriodFinal(Refusal):
    """The month is final: its allocation does not change any more."""


@dataclass
class RunOpen(Refusal):
    """A version is being computed."""

    number: int


@dataclass
class RunNewer(Refusal):
    """Another version has been computed since the one that the admin has seen."""

    number: int


@dataclass
class NoRun(Refusal):
    """There is no such version, or it did not come to an end."""


@dataclass
class RunOver(Refusal):
    """It is not being computed any more."""


@dataclass
class InputChanged(Refusal):
    """Something that the version was made of is not so any more: how many `sessions`, how many `people`; and whether
    `adjustments` have been made since."""

    sessions: int
    people: int
    adjustments: bool


@dataclass
class NobodyWishes(Refusal):
    """There is nothing to allocate."""


@dataclass
class WishUnknown(Refusal):
    """The person wishes for nothing of the month."""


@dataclass
class AdjustmentUnchanged(Refusal):
    """It is so already."""


@dataclass
class AdjustmentOver(Refusal):
    """It does not count any more."""


@dataclass
class PinsFull(Refusal):
    """Admins have given all free seats of the event to others."""

    free: int


@dataclass
class PinsCollide(Refusal):
    """The person has a place at that time already, by an admin's word or a booking."""


@dataclass
class NotPlaced(Refusal):
    """The person has no place at that event which could be moved."""


@dataclass
class RepairNotYet(Refusal):
    """Only a month that is final can be repaired."""


@dataclass
class RepairChanged(Refusal):
    """What was shown is not possible like that any more."""


@dataclass
class RepairUnknown(Refusal):
    """No such repair, or it does not move this reader."""


@dataclass
class RepairOver(Refusal):
    """It has ended, one way or the other."""


@dataclass
class RepairAnswered(Refusal):
    """The person has said yes already; the others have not all answered."""


@dataclass
class NoCrontab(Refusal):
    """The text is no crontab; `word` is what cannot be read."""

    word: str


@dataclass
class CrontabNever(Refusal):
    """There is no such day."""


@dataclass
class ScheduleUnchanged(Refusal):
    """It is so already."""


@dataclass
class PeriodHeld(Refusal):
    """Another admin has locked the period until then; `period` is its id."""

    by: str
    until: datetime
    period: int


@dataclass
class LockOver(Refusal):
    """Nobody holds it any more."""


@dataclass
class LockUnchanged(Refusal):
    """It is so already."""


@dataclass
class NotHolder(Refusal):
    """Only whoever holds it can do that."""

    by: str


@dataclass
class LockOwn(Refusal):
    """The month is theirs to change anyway."""


@dataclass
class LockAskedFor(Refusal):
    """Somebody has asked for it already."""

    by: str


@dataclass
class NobodyAsks(Refusal):
    """Nobody would like to have it, or that is answered."""


@dataclass
class HelpersFull(Refusal):
    most: int


@dataclass
class PeriodNotFinal(Refusal):
    """Its allocation can be changed anyway."""


@dataclass
class MonthFinal(Refusal):
    """The booking is part of a final month: it can be cancelled, and not moved."""


@dataclass
class DateFinal(Refusal):
    """So many seats of the event are given by a final month: it stays when it is."""

    count: int


@dataclass
class UnlockPending(Refusal):
    """Somebody has asked for it already."""

    by: str


@dataclass
class UnlockOpen(Refusal):
    """The month is open until then."""

    until: datetime


@dataclass
class UnlockOver(Refusal):
    """It was answered, or its time is up."""


@dataclass
class SecondAdminNeeded(Refusal):
    """Whoever asks cannot be the one who agrees."""
