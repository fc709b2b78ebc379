"""Everything that may be asked of the rows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, Literal, Protocol

from engine.planning import Document
from engine.questions import Answers
from engine.repairs import RepairMove
from engine.views.balancing import Grouping, SplitCard
from engine.views.bookings import BookingCard, EntryCard, Mine, OfferCard, RequestCard, Standing
from engine.views.events import (
    EventCard,
    HoldCard,
    IndividualCard,
    PresetCard,
    ServiceCard,
    ServiceRules,
    SlotCard,
)
from engine.views.history import Change, Deed, EventNamed, Known, OutOfTurn, ServiceQuestions, Sought
from engine.views.locks import LockingCard, PlaceChange, UnlockCard
from engine.views.months import (
    ChoiceCard,
    InterestCard,
    Invitation,
    PeriodCard,
    ResultCard,
    ScheduleCard,
    WishCard,
)
from engine.views.people import Account, Person, T
from engine.views.repairs import RepairCard, RepairLine
from engine.views.runs import (
    AdjustmentCard,
    ExportChoices,
    PinOffCard,
    PlacedCard,
    RunCard,
    RunEventCard,
    RunHead,
    RunNumbers,
    RunPersonCard,
    ShortCard,
    TellingCard,
    VersionsCounted,
)


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """`items` from `offset` on; `total` is how many there are in all."""

    items: Sequence[T]
    offset: int
    total: int


Section = Literal["bookings", "line", "offers"]


class Views(Protocol):
    """Reads, on their own connections; never under a lock. None: no such thing."""

    async def account(self) -> Account | None: ...
    async def is_ours(self, event_id: int) -> bool:
        """Whether it is an event of that account."""
        ...

    async def person(self, telegram_id: int) -> Person | None: ...
    async def person_by_id(self, person_id: int) -> Person | None: ...
    async def people_named(self, text: str, limit: int) -> Sequence[Person]:
        """Participants and guests whose name contains the text, whatever its capitals, by name."""
        ...

    async def services(self) -> Sequence[ServiceCard]: ...
    async def service(self, service_id: int) -> ServiceCard | None: ...
    async def service_by_code(self, code: str) -> ServiceCard | None: ...
    async def events(self, service_id: int | None, offset: int, limit: int) -> Page[EventCard]:
        """Open events that have not begun, by start; of one service, or of all groups."""
        ...

    async def past_events(self, offset: int, limit: int) -> Page[EventCard]:
        """Events of groups that have begun or do not take place, the newest first."""
        ...

    async def individual(self, service_id: int) -> IndividualCard | None:
        """None for a group too."""
        ...

    async def individuals(self) -> Sequence[IndividualCard]:
        """Every individual service, in the order they were made."""
        ...

    async def slots(self, service_id: int, since: datetime, until: datetime) -> Sequence[SlotCard]:
        """What of an individual service begins from `since` on and before `until`, by start: all but what is closed
        and has nobody."""
        ...

    async def event(self, event_id: int) -> EventCard | None: ...
    async def event_by_code(self, code: str) -> EventCard | None: ...
    async def standing(self, event_id: int, person_id: int) -> Standing: ...
    async def mine(self, person_id: int) -> Mine: ...
    async def booking(self, booking_id: int) -> BookingCard | None: ...
    async def entry(self, entry_id: int) -> EntryCard | None: ...
    async def offer(self, offer_id: int) -> OfferCard | None: ...
    async def bookings(self, event_id: int, offset: int, limit: int) -> Page[BookingCard]:
        """Active ones, in the order they were made."""
        ...

    async def line(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place in the event's line, in order; where lots are drawn, in the order of the draw.
        `position` is the place a person was told."""
        ...

    async def reserve(self, event_id: int, offset: int, limit: int) -> Page[EntryCard]:
        """Everybody with a place on the reserve list of the event's service, in order."""
        ...

    async def in_turn(self, event_id: int, limit: int) -> Sequence[EntryCard]:
        """Whom a free seat could go to, best first, exactly as the rules see it (`rules.candidates.in_turn`)."""
        ...

    async def out_of_turn(self, event_id: int) -> OutOfTurn:
        """Who waits and is passed over, as the rules see it (`rules.candidates.out_of_turn`)."""
        ...

    async def last_deed(self, kinds: Sequence[str], row_id: int | None, event_id: int) -> Deed | None:
        """The last of the event's facts of one of these kinds, about this row or (None) about any."""
        ...

    async def offers(self, event_id: int, offset: int, limit: int) -> Page[OfferCard]:
        """Open ones, oldest first."""
        ...

    async def request(self, request_id: int) -> RequestCard | None: ...
    async def requests(self, event_id: int, offset: int, limit: int) -> Page[RequestCard]:
        """Open ones, oldest first."""
        ...

    async def holds(self, event_id: int) -> Sequence[HoldCard]: ...
    async def changes(self, sought: Sought, offset: int, limit: int) -> Sequence[Change]:
        """Newest first."""
        ...

    async def known_as(self, name: str, limit: int) -> Sequence[Known]:
        """Whose names have these words in them, whatever their case and accents."""
        ...

    async def known(self, row_id: int, *, is_admin: bool) -> Known | None: ...

    async def service_questions(self, service_id: int) -> ServiceQuestions | None: ...
    async def answered_before(self, person_id: int, service_id: int) -> Answers:
        """What the person has answered last, at any event of the service or in any of its lines."""
        ...

    async def service_rules(self, service_id: int) -> ServiceRules | None: ...
    async def bookable_ids(self) -> Sequence[int]:
        """The events of all services that can still be booked, by start; without any the newest one, or what
        stands in for one."""
        ...

    async def presets(self) -> Sequence[PresetCard]:
        """Every version, by name, newest first."""
        ...

    async def siblings(self, event_id: int, grouping: Grouping) -> Sequence[EventCard]:
        """Open events that have not begun, by start; the event itself is one of them. A hundred at most."""
        ...

    async def joined(self, event_ids: Sequence[int]) -> Mapping[int, datetime]:
        """When each place in the events' lines, and on the reserve lists of their services, was taken, by entry."""
        ...

    async def split(self, split_id: int) -> SplitCard | None:
        """None when it is over."""
        ...

    async def periods(self) -> Sequence[PeriodCard]:
        """Every month that was opened and is not over, by month."""
        ...

    async def period(self, period_id: int) -> PeriodCard | None: ...
    async def wish(self, period_id: int, person_id: int) -> WishCard | None:
        """None for no such period."""
        ...

    async def choices(self, period_id: int, person_id: int) -> Sequence[ChoiceCard]:
        """Every event of the month that the person can wish for, by start, and where it stands in their wish."""
        ...

    async def dates_in(self, month: str) -> int:
        """How many dates of the account people could wish for in this month, named as 2026-12."""
        ...

    async def interest(self, period_id: int) -> Sequence[InterestCard]:
        """Of every event of the month that somebody can wish for, by start."""
        ...

    async def too_few(self, event_ids: Collection[int]) -> Collection[int]:
        """Those of these events for which not enough people are booked by now, or nobody is."""
        ...

    async def invitation(self, link: int) -> Invitation | None: ...
    async def result(self, result_id: int) -> ResultCard | None: ...
    async def results_of(self, person_id: int) -> Sequence[ResultCard]:
        """Of every month that was finalized, the newest first: their ledger."""
        ...

    async def locking(self, period_id: int) -> LockingCard | None: ...
    async def unlock(self, unlock_id: int) -> UnlockCard | None: ...
    async def place_changes(self, unlock_id: int) -> Sequence[PlaceChange]:
        """What has become of places of the month while it was open, in the order in which it happened."""
        ...

    async def runs(self, period_id: int) -> Sequence[RunHead]:
        """Every version, by number."""
        ...

    async def run_cards(self, run_ids: Collection[int]) -> Sequence[RunCard]:
        """These versions, by number: the ones that are shown, as each reads an output as large as its month."""
        ...

    async def wishers(self, event_id: int) -> int:
        """How many people wish for it in a month that is not final."""
        ...

    async def wishes_for(self, event_id: int, person_id: int) -> Sequence[WishCard]:
        """What the person wants of months that are not final and in which they wish for the event, by month."""
        ...

    async def lost_places(self, period_id: int) -> int:
        """Of a final month, how many people have lost a place, as its event was called off or has fewer seats, and
        have fewer by now than the month gave them, whatever they have come by since."""
        ...

    async def month_with_losses(self, event_id: int) -> int | None:
        """The final month of which people have lost a place here, as the event was called off or has fewer seats."""
        ...

    async def dates(self, period_id: int, offset: int, limit: int) -> Page[EventCard]:
        """The coming dates of a month, by start."""
        ...

    async def free_dates(self, period_id: int) -> Sequence[EventCard]:
        """The coming dates of a month with seats that nobody waits for, by start; those of a service first of which
        a date of the month was called off."""
        ...

    async def repair(self, repair_id: int) -> RepairCard | None: ...
    async def repairs(self, period_id: int) -> Sequence[RepairCard]:
        """The open ones, by id."""
        ...

    async def repair_lines(self, moves: Sequence[RepairMove]) -> Sequence[RepairLine]:
        """The same in words for moves that nobody was asked about yet."""
        ...

    async def schedule(self) -> ScheduleCard | None:
        """None before there is an account."""
        ...

    async def run_events(self, run_id: int) -> Sequence[RunEventCard]:
        """Every event that took people when the version was computed, by start."""
        ...

    async def run_people(
        self, run_id: int, event_id: int | None, offset: int, limit: int
    ) -> Page[PlacedCard]:
        """Whom a version places at an event, or (None) at any, by name."""
        ...

    async def run_pins_off(self, run_id: int) -> Sequence[PinOffCard]:
        """The pins that a version could not keep, by name."""
        ...

    async def run_short(self, run_id: int, offset: int, limit: int) -> Page[ShortCard]:
        """Who gets fewer than they want, by name."""
        ...

    async def run_person(self, run_id: int, person_id: int) -> RunPersonCard | None: ...
    async def month_deed(self, kinds: Sequence[str], period_id: int) -> Deed | None:
        """The last fact of one of these kinds about the period, its versions, or what was adjusted in it."""
        ...

    async def telling(self, period_id: int) -> TellingCard:
        """Letters with results of the period."""
        ...

    async def names_of(self, person_ids: Sequence[int]) -> Mapping[int, str]:
        """What people are called, by id."""
        ...

    async def events_of(self, event_ids: Sequence[int]) -> Mapping[int, EventNamed]:
        """What events are called, by id."""
        ...

    async def run_numbers(self, period_id: int) -> Sequence[RunNumbers]:
        """Every version of the period that is done, by number."""
        ...

    async def month_numbers(self, limit: int) -> Sequence[RunNumbers]:
        """Of each of the newest months the version that was finalized, or else the newest that is done; by month."""
        ...

    async def versions(self, period_id: int) -> VersionsCounted: ...
    async def adjustments(self, period_id: int) -> Sequence[AdjustmentCard]:
        """Those that count, in the order they were made."""
        ...

    async def taken_back(self, period_id: int) -> bool:
        """Whether any of them was taken back, or replaced."""
        ...

    async def months(self) -> Sequence[PeriodCard]:
        """Every month that was ever opened, the newest first."""
        ...

    async def export_choices(self, period_id: int) -> ExportChoices | None:
        """None for no such month."""
        ...

    async def export(self, period_id: int, number: int) -> Document | None:
        """The month with this version of its allocation, as `rules.proof` reads it; number 0 is the final one, else the
        newest. None for no such month or version."""
        ...


PAUSE_CHOICES: tuple[timedelta, ...] = (timedelta(days=1), timedelta(days=3), timedelta(days=7))
"""How long a place in line can be paused from a button; without an end is the further choice."""
