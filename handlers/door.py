"""What comes in and what goes out, free of Telegram's client: any handler can be called with a plain value.

Taps are found through one table by the verb in their data (`callbacks`), commands by their name; no filter is asked
on the way.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from engine.ports import (
    AdminQuestion,
    Calendar,
    GroupLanguages,
    Locks,
    Months,
    Panel,
    People,
    Presets,
    Questions,
    Repairs,
    Roles,
    Runs,
    Schedules,
    Work,
)
from engine.roles import Team
from engine.services.who import AdminTap, Tap
from engine.views import Person, Views
from handlers.files import Imports


class Texts(Protocol):
    """The words of one language. `say` is HTML for messages: values are escaped unless they are `Html`; `plain` is
    for buttons, toasts and alerts: no markup, nothing escaped. Both raise KeyError for an unknown key or variable.

    Values may be str, int, Html.
    """

    language: str

    def say(self, key: str, **values: object) -> "Html": ...
    def plain(self, key: str, **values: object) -> str: ...
    def when(self, moment: datetime, zone: str) -> str:
        """Day and time in the zone, short: "Tue 1 Dec, 18:00"."""
        ...

    def day_of(self, moment: datetime, zone: str) -> str:
        """The day in the zone, short: "Tue 1 Dec"."""
        ...

    def weekday(self, number: int) -> str:
        """Its name, 0 is Monday, as a line begins with it."""
        ...

    def until(self, moment: datetime, zone: str, now: datetime) -> str:
        """A deadline to the minute: the time alone when it is today in the zone, else with its day."""
        ...

    def day(self, day: date, today: date) -> str:
        """A day, short: "Tue 1 Dec"; with its year when that is another one than today's."""
        ...

    def month_short(self, month: str) -> str:
        """A month, as short as it is written under a line of them: "Dec"."""
        ...

    def month(self, month: str) -> str:
        """A calendar month, given as "2026-12": "December 2026"."""
        ...

    def length(self, time: timedelta) -> str:
        """A stretch of time in words: "2 hours 30 minutes"."""
        ...

    def reason(self, given: str) -> str:
        """A reason that an admin chose from the buttons, in this language; any other as it was written."""
        ...

    def name(self, names: object) -> str:
        """The text of this language out of `views.Names`, else English, else any."""
        ...


class Html(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button: `data` comes back when it is tapped (see `callbacks.pack`), or `url` is opened."""

    label: str
    data: str = ""
    url: str = ""
    style: Literal["", "primary", "success", "danger"] = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be sent; `caption` is HTML. `picture`: it is shown at once, and need not be opened."""

    name: str
    content: bytes
    caption: Html = Html("")  # noqa: RUF009 - frozen, as text is
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One message: HTML text and rows of buttons. `ask`: an answer is typed to it, and these words stand in the field
    where; whoever is mentioned in the text sees that field at once. `question`: to which question an answer to this
    message belongs. `below`: the message of the chat that it replies to. A `document` or a `field`, which is answered
    by typing, follows it, when it is a new message."""

    text: Html
    rows: Sequence[Sequence[Button]] = ()
    ask: str = ""
    question: AdminQuestion | None = None
    below: int = 0
    document: Document | None = None
    field: "Card | None" = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tap gets. toast: one plain line at the top of the screen, with `alert` a box that must be closed (200
    characters at most). card: what the tapped message turns into now; None leaves it as it is (a letter about a
    committed change rewrites it by itself). later: what takes long; its answer takes the place of this one when it is
    there soon, and of this one's card otherwise. further: a new message besides. field: another one behind it, which is
    answered by typing. document: a file besides."""

    toast: str = ""
    alert: bool = False
    card: Card | None = None
    further: Card | None = None
    field: Card | None = None
    document: Document | None = None
    later: "Callable[[], Awaitable[Answer]] | None" = None


@dataclass(frozen=True, slots=True)
class Rooms:
    """What handlers may call."""

    work: Work
    views: Views
    people: People
    now: Callable[[], datetime]
    languages: Sequence[str] = ("en", "hu", "de")
    calendar: Calendar = field(kw_only=True)
    texts: Callable[[str], Texts] = field(kw_only=True)
    presets: Presets = field(kw_only=True)
    questions: Questions = field(kw_only=True)
    link: Callable[[str], str] = field(kw_only=True)
    """The deep link with this payload (t.me/bot?start=payload)."""
    imports: Imports = field(kw_only=True)
    roles: Roles = field(kw_only=True)
    group_languages: GroupLanguages = field(kw_only=True)
    months: Months = field(kw_only=True)
    runs: Runs = field(kw_only=True)
    repairs: Repairs = field(kw_only=True)
    schedules: Schedules = field(kw_only=True)
    locks: Locks = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Visitor:
    """A participant in the private chat; `panel` is the tapped message, None for a typed one."""

    rooms: Rooms
    person: Person
    texts: Texts
    update_id: int | None
    panel: Panel | None = None

    @property
    def tap(self) -> Tap:
        return Tap(self.person.id, self.update_id, self.panel)

    def say(self, key: str, **values: object) -> Html:
        return self.texts.say(key, **values)

    def plain(self, key: str, **values: object) -> str:
        return self.texts.plain(key, **values)


@dataclass(frozen=True, slots=True)
class Admin:
    """An administrator of the account's group, whose rights were judged just now; `team` is everybody who may act in
    it, as of then."""

    rooms: Rooms
    telegram_id: int
    name: str
    texts: Texts
    update_id: int | None
    panel: Panel | None = None
    team: Team = field(default_factory=dict)
    reason: str = ""
    """Why, as it was typed."""

    @property
    def tap(self) -> AdminTap:
        return AdminTap(self.telegram_id, self.name, self.update_id)

    def say(self, key: str, **values: object) -> Html:
        return self.texts.say(key, **values)

    def plain(self, key: str, **values: object) -> str:
        return self.texts.plain(key, **values)


TapHandler = Callable[..., Awaitable[Answer]]
"""(visitor or admin, *ints from the data) -> Answer."""

CommandHandler = Callable[[Visitor, str], Awaitable[Card]]
"""(visitor, the rest of the line) -> the message that answers."""

AdminCommandHandler = Callable[[Admin, str], Awaitable[Card]]
