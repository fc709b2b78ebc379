"""What services ask of the rooms outside: work under a lock. Storage keeps the promise."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol, TypeVar

from engine.facts import (
    Fact,
    GroupLanguageChosen,
    LockFact,
    MonthFact,
    QuestionsChanged,
    RepairFact,
    RoleGiven,
    RunFact,
    ScheduleChosen,
)
from engine.locks import Locking
from engine.month import Month
from engine.planning import Document, Planning
from engine.questions import Question
from engine.repairs import Repairing, RepairMove, Survey
from engine.roles import Given
from engine.settings import Mode, Rules
from engine.state import Opening, State

Facts = list[Fact]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: a participant or an admin (Telegram's user id), a job, or an import."""

    kind: Literal["person", "admin", "job", "import"]
    id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """The circumstances of one decision. `now` is read after the lock; `new_id` gives ids never given before."""

    now: datetime
    by: Actor
    new_id: Callable[[], int]
    reason: str = ""


Rule = Callable[[State, Act], Facts]

States = Mapping[int, State]
"""Several events under their locks, by id."""

Steps = list[tuple[int, Facts]]
"""What happens at which event, in order."""

WideRule = Callable[[States, Act], Steps]


Look = Callable[[States, Act], T]
"""What somebody wants to know of events that nobody has locked."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The message that was tapped: an answer that should outlive a crash is written into it by letter."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class Ask:
    """What a decision is about, so that the work locks and loads just that.

    event_id: the event to lock (for a reserve list: any event of its service, which locks the list too).
    also: further events that a wide rule sees, locked and loaded like the first.
    people, bookings, entries, offers, requests: ids whose rows the rule wants to see.
    seats, line: how many free seats and how many people in line the rule will probably look at.
    reserve: whether the rule changes the service's reserve list.
    holds: whether the rule looks at the seats that admins keep back.
    everybody: whether the rule looks at every booking, hold, place in line and open request of the events.
    wishers: whether the rule looks at who wishes for the events in a month that is not final.
    update_id: Telegram's number of the update; a second decision with the same number is refused as `AlreadyDone`.
    """

    by: Actor
    event_id: int
    also: tuple[int, ...] = ()
    people: tuple[int, ...] = ()
    bookings: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    offers: tuple[int, ...] = ()
    requests: tuple[int, ...] = ()
    seats: int = 1
    line: int = 0
    reserve: bool = False
    holds: bool = False
    everybody: bool = False
    wishers: bool = False
    reason: str = ""
    update_id: int | None = None
    panel: Panel | None = None

    @property
    def event_ids(self) -> tuple[int, ...]:
        """Every event it is about."""
        return (self.event_id, *self.also)


class Unavailable(Exception):
    """The database cannot be reached; nothing is known to be changed, and the update must come again."""


class Work(Protocol):
    """The only way to change anything."""

    async def decide(self, ask: Ask, rule: Rule) -> Facts:
        """Lock, load, call the rule, record, commit; returns the committed facts.

        Raises the rule's `Refusal`; `Busy` when the lock is not free in time; `EventUnknown` for no such event.
        """
        ...

    async def decide_wide(self, ask: Ask, rule: WideRule) -> Steps:
        """The same for a rule that sees all of `ask.event_ids` at once: all of it happens, or nothing."""
        ...

    async def preview(self, ask: Ask, look: Look[T]) -> T:
        """What would happen: the same states without a lock, judged and thrown away; nothing is written. New ids are
        below zero. Raises what `look` raises, and EventUnknown."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A question that waits for a typed answer, kept over a restart: which one, and what is known so far."""

    kind: str
    data: dict[str, int | str | list[str]]


@dataclass(frozen=True, slots=True)
class AdminQuestion:
    """One of the questions that the bot has asked an admin in the group: whom, by Telegram's id, and which."""

    of: int
    number: int


@dataclass(frozen=True, slots=True)
class Refit:
    """What it comes to that the slots of a service follow its opening hours: how many open and close, the events that
    stay although they are outside the hours, because somebody has them or waits for them, and what else followed."""

    opened: int = 0
    closed: int = 0
    stay: tuple[int, ...] = ()
    facts: Facts = field(default_factory=list)


class Calendar(Protocol):
    """Events as dates. No rule judges rows that nobody can have seen yet."""

    async def foresee_hours(self, service_id: int, opening: Opening) -> Refit:
        """What other opening hours would come to; nothing is written. Raises ServiceUnknown."""
        ...

    async def set_hours(
        self, service_id: int, known: Opening, opening: Opening, by: Actor, reason: str
    ) -> Refit:
        """Other opening hours instead of those that are known, and slots that follow them, in one step. Raises
        HoursUnchanged, HoursDiffer when they are others by now, ServiceUnknown, Busy."""
        ...

    async def repeat(
        self, event_id: int, starts: Sequence[datetime], by: Actor, reason: str
    ) -> Sequence[int]:
        """An event like that one at each of these moments, empty and open: ids in their order. Where one was made of it
        for that moment before, that one is left as it is. Raises EventUnknown, SlotFromHours."""
        ...


class People(Protocol):
    """Participants as persons: who they are, not what they booked. No rule judges these rows."""

    async def meet(self, telegram_id: int, name: str, language: str) -> int:
        """The participant's id; makes the row at the first contact, and marks the person reachable."""
        ...

    async def choose_language(self, person_id: int, language: str) -> None: ...
    async def set_reachable(self, telegram_id: int, reachable: bool) -> int | None:
        """Note that the bot can (not) write to the person; their id, None for a stranger."""
        ...

    async def draft(self, person_id: int) -> Draft | None: ...
    async def keep_draft(self, person_id: int, draft: Draft | None) -> None:
        """Keep the question, or with None drop it."""
        ...

    async def guest(self, name: str) -> int:
        """The participant without Telegram who has exactly this name; made if there is none."""
        ...

    async def admin_question(self, telegram_id: int, message_id: int) -> tuple[AdminQuestion, Draft] | None:
        """What this admin was asked in that message of the group; None when it asked them nothing."""
        ...

    async def admin_drafts(self, telegram_id: int) -> Sequence[Draft]:
        """What this admin was asked lately, and what was answered; newest first."""
        ...

    async def keep_admin_draft(self, telegram_id: int, draft: Draft, *, waits: bool = True) -> AdminQuestion:
        """Keep one more question beside those that are open; without `waits` what was answered, for buttons to find."""
        ...

    async def place_question(
        self, question: AdminQuestion, message_id: int, topic: int | None = None
    ) -> None:
        """The question stands in this message now, besides those in which it stood: answers to it belong to it.
        `topic`: of a forum, in which the message stands."""
        ...

    async def missed_question(self, telegram_id: int, topic: int | None) -> tuple[AdminQuestion, int] | None:
        """The question that this admin was asked in this topic a moment ago and has not answered, and the message in
        which it stands; once for each time that it is asked."""
        ...

    async def close_question(self, question: AdminQuestion) -> None:
        """It is answered; nothing that is written below it from now on is an answer."""
        ...

    async def change_draft(self, person_id: int, known: Draft, draft: Draft) -> bool:
        """Keep `draft` in the place of `known`; False when something else is kept by now, which then stays."""
        ...


class GroupLanguages(Protocol):
    """In which language the bot speaks to the admins' group."""

    async def language(self) -> str | None:
        """The one that was chosen, else the account's first; None before there is an account."""
        ...

    async def choose(
        self, by: Actor, update_id: int | None, reason: str, language: str
    ) -> GroupLanguageChosen:
        """From now on. Raises RulesUnchanged, NoAccount, and AlreadyDone for an update that was handled before."""
        ...


class Roles(Protocol):
    """The account's table of roles. One decision at a time."""

    async def given(self) -> Mapping[int, Given]:
        """By Telegram's id; who has no row is what Telegram makes them."""
        ...

    async def decide(
        self,
        by: Actor,
        update_id: int | None,
        reason: str,
        rule: Callable[[Mapping[int, Given]], RoleGiven],
    ) -> RoleGiven:
        """Lock, load, call the rule, record, commit. Raises the rule's `Refusal`; AlreadyDone for an update that was
        handled before; Busy; NoAccount before the first import."""
        ...


class Questions(Protocol):
    """What services ask. One decision at a time for a service."""

    async def decide(
        self,
        service_id: int,
        by: Actor,
        update_id: int | None,
        reason: str,
        rule: Callable[[tuple[Question, ...]], QuestionsChanged],
    ) -> QuestionsChanged:
        """Lock, load, call the rule, record, commit. Raises the rule's `Refusal`; ServiceUnknown; AlreadyDone for an
        update that was handled before; Busy."""
        ...


MonthRule = Callable[[Month, Act], list[MonthFact]]


@dataclass(frozen=True, slots=True)
class MonthAsk:
    """What a decision about a period is about: the one with this id, or (`month`) the one of that month, which may
    never have been opened.

    people: whose wishes and friendships the rule wants to see; everybody: all wishes. events: ids whose dates it wants
    to see. link: the secret number of a friendship's link. unasked: how many of those who have said nothing.
    """

    by: Actor
    period_id: int = 0
    month: str = ""
    people: tuple[int, ...] = ()
    everybody: bool = False
    events: tuple[int, ...] = ()
    link: int = 0
    unasked: int = 0
    reason: str = ""
    update_id: int | None = None


class Months(Protocol):
    """Periods, wishes and friendships. One decision at a time for a period."""

    async def decide(self, ask: MonthAsk, rule: MonthRule) -> list[MonthFact]:
        """Lock, load, call the rule, record, commit. Raises the rule's `Refusal`; AlreadyDone for an update that was
        handled before; PeriodUnknown for an id that nothing has; NoAccount; Busy."""
        ...


RunRule = Callable[[Planning, Act], list[RunFact]]
FinalRule = Callable[[Planning, States, Act, str], tuple[list[RunFact], Steps]]
"""The text is the seed of the draw."""


@dataclass(frozen=True, slots=True)
class RunAsk:
    """What a decision about a month's allocation is about. run_id: whose documents the rule wants to see; newest: those
    of the newest run that is done."""

    by: Actor
    period_id: int
    run_id: int = 0
    newest: bool = False
    reason: str = ""
    update_id: int | None = None


class Runs(Protocol):
    """A month's allocation: runs, adjustments, and their end. One decision at a time for a period."""

    async def decide(self, ask: RunAsk, rule: RunRule) -> list[RunFact]:
        """Lock the period, load, call the rule, record, commit. Raises the rule's `Refusal`; AlreadyDone for an update
        that was handled before; PeriodUnknown; Busy."""
        ...

    async def finalize(self, ask: RunAsk, rule: FinalRule) -> tuple[list[RunFact], Steps]:
        """The same with every event of the month that takes people, locked after the period and whole: their facts and
        the period's are one commit."""
        ...

    async def preview(self, ask: RunAsk, look: Callable[[Planning, Act], T]) -> T:
        """What a rule would see now, without a lock; nothing is written."""
        ...

    def computing(self, run_id: int) -> AbstractContextManager[None]:
        """As long as it lasts, `renew` says of this run that it is computed here."""
        ...

    async def renew(self) -> None:
        """Whoever asks knows for a while that the runs that this process computes are not abandoned."""
        ...

    async def abandoned(self) -> list[int]:
        """Periods with a run that nobody computes any more."""
        ...

    async def seed(self, period_id: int) -> str:
        """Of the draw. For computing only: nobody is shown it before the month is final. Raises PeriodUnknown."""
        ...

    async def output(self, run_id: int) -> Document:
        """Of a run that is done. Raises NoRun."""
        ...


RepairRule = Callable[[Repairing, States, Act], tuple[list[RepairFact], Steps]]


@dataclass(frozen=True, slots=True)
class RepairAsk:
    """What a decision about a repair is about: the one with this id, or a new one of these moves in the period."""

    by: Actor
    repair_id: int = 0
    period_id: int = 0
    moves: tuple[RepairMove, ...] = ()
    reason: str = ""
    update_id: int | None = None


class Repairs(Protocol):
    """Repairs of final months. One decision at a time for a period."""

    async def survey(self, period_id: int) -> Survey:
        """The month as it is now, without a lock. Raises PeriodUnknown."""
        ...

    async def decide(self, ask: RepairAsk, rule: RepairRule) -> list[RepairFact]:
        """Lock the period and then the events of the moves, load, call the rule, record, commit: the repair's facts and
        those of the events are one commit. Raises the rule's `Refusal`; AlreadyDone for an update that was handled
        before; PeriodUnknown; RepairUnknown; Busy."""
        ...


@dataclass(frozen=True, slots=True)
class DueSchedule:
    """An account whose months are to be planned now, since `due_at`: those whose wishes are closed and that are neither
    final nor over."""

    account_id: int
    cron: str
    timezone: str
    due_at: datetime
    periods: tuple[int, ...]


class Schedules(Protocol):
    """When months are planned by themselves. One decision at a time for the account."""

    async def choose(
        self, by: Actor, update_id: int | None, reason: str, cron: str, due_at: datetime | None
    ) -> ScheduleChosen:
        """From now on, at `due_at` for the first time; "" and None is never. Raises ScheduleUnchanged, AlreadyDone for
        an update that was handled before, NoAccount."""
        ...

    async def due(self, now: datetime) -> Sequence[DueSchedule]:
        """Those whose time has come."""
        ...

    async def went(self, due: DueSchedule, due_at: datetime) -> None:
        """It was its turn, and is again then; nothing where another process was quicker, or it was chosen anew."""
        ...


LockRule = Callable[[Locking, Act], list[LockFact]]


@dataclass(frozen=True, slots=True)
class LockAsk:
    """Which period's locks a decision is about."""

    by: Actor
    period_id: int
    reason: str = ""
    update_id: int | None = None


class Locks(Protocol):
    """Who may change a period, and until when. One decision at a time for a period."""

    async def decide(self, ask: LockAsk, rule: LockRule) -> list[LockFact]:
        """Lock the period, load, call the rule, record, commit. Raises the rule's `Refusal`; AlreadyDone for an update
        that was handled before; PeriodUnknown; Busy."""
        ...


class Presets(Protocol):
    """Named modes and rules, in versions; every change has its fact. No rule judges these rows."""

    async def save(self, by: Actor, reason: str, name: str, mode: Mode, rules: Rules) -> int:
        """The id of a new version of the preset with this name; of its first one for a new name. The newest one stays
        where it says the same already."""
        ...

    async def delete(self, by: Actor, reason: str, preset_id: int) -> None:
        """Raises PresetInUse, PresetUnknown."""
        ...
