"""What of the history an admin asks for: words after /audit, or numbers in a button."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.refusals import ButtonStale
from engine.views import Account, Known, Sought
from handlers.admin.audit_month import MONTH, MONTHS, month_of, named, number_of, numbered
from handlers.callbacks import pack
from handlers.door import Admin, Button, Card, Texts
from handlers.keyboards import short

DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
FIRST_DAY = date(2020, 1, 1)
DAYS = 30_000
"""As many as a button has room for: until the year 2102."""
BEFORE_MONTHS = 40_000
"""Months have the numbers behind this one, in the place of a day's."""
SHOWN = 8
LABEL = 56
TEXT = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """`who` is a participant's id or, `by_admin`, an admin's on Telegram; `day` counts from 1, the first of 2020;
    `month` is instead of it. 0 and "": anything."""

    event_id: int = 0
    who: int = 0
    by_admin: bool = False
    only_admins: bool = False
    day: int = 0
    month: str = ""

    @property
    def numbers(self) -> tuple[int, int, int]:
        """As they stand in a button."""
        span = BEFORE_MONTHS + number_of(self.month) if self.month else self.day
        return self.event_id, self.who, span * 4 + self.only_admins * 2 + self.by_admin

    @property
    def date(self) -> date:
        return FIRST_DAY + timedelta(days=self.day - 1)


class Unclear(Exception):
    """The words say nothing, or several things; the card says what would be right."""

    def __init__(self, card: Card) -> None:
        self.card = card
        super().__init__()


def from_button(event_id: int, who: int, flags: int) -> Asked:
    """Raises ButtonStale for numbers that no button of ours has."""
    span, kind = divmod(flags, 4)
    asked = Asked(event_id, who, bool(kind & 1), bool(kind & 2))
    if span <= DAYS:
        return replace(asked, day=span)
    if not 1 <= span - BEFORE_MONTHS <= MONTHS or event_id:
        raise ButtonStale
    return replace(asked, month=month_of(span - BEFORE_MONTHS))


def sought(asked: Asked, account: Account) -> Sought:
    """The same for `Views.changes`; days are the account's. Everything stands for itself."""
    since = until = None
    if asked.day:
        since, until = (_midnight(asked.date + timedelta(days=n), account.timezone) for n in (0, 1))
    return Sought(
        event_id=asked.event_id or None,
        person_id=asked.who if asked.who and not asked.by_admin else None,
        admin_id=asked.who if asked.who and asked.by_admin else None,
        admins_only=asked.only_admins,
        since=since,
        until=until,
        month=asked.month,
    )


def _midnight(day: date, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))


async def from_words(admin: Admin, words: Sequence[str]) -> Asked:
    """A day or a month, an event's code, "admins", and all else a name, in any order. Raises Unclear."""
    asked, names = Asked(), list[str]()
    for word in words:
        if word.casefold() in _only_admins(admin.texts):
            asked = replace(asked, only_admins=True)
        elif DAY.fullmatch(word):
            _only_once(admin, asked.day or asked.month)
            asked = replace(asked, day=_day(admin, word))
        elif MONTH.fullmatch(word):
            _only_once(admin, asked.day or asked.month or asked.event_id)
            asked = replace(asked, month=await _month(admin, word))
        elif event_id := await _event(admin, word):
            _only_once(admin, asked.event_id or asked.month)
            asked = replace(asked, event_id=event_id)
        else:
            names.append(word)
    return await _with_names(admin, asked, names) if names else asked


def _only_once(admin: Admin, said: object) -> None:
    if said:
        raise Unclear(Card(admin.say("admin-audit-twice")))


def _only_admins(texts: Texts) -> set[str]:
    return set(texts.plain("words-admins").split())


def _day(admin: Admin, word: str) -> int:
    try:
        number = (date(*map(int, word.split("-"))) - FIRST_DAY).days + 1
    except ValueError:
        number = 0
    if not 1 <= number <= DAYS:
        raise Unclear(Card(admin.say("admin-audit-no-day", text=word)))
    return number


async def _month(admin: Admin, word: str) -> str:
    found = await numbered(admin, word)
    if not found:
        raise Unclear(Card(admin.say("admin-audit-no-month", text=word)))
    return found


async def _event(admin: Admin, word: str) -> int:
    for code in dict.fromkeys((word, word.lower())):
        event = await admin.rooms.views.event_by_code(code)
        if event is not None:
            return event.id
    return 0


async def _with_names(admin: Admin, asked: Asked, words: Sequence[str]) -> Asked:
    """Somebody's name, a month's, or both; people may be called like a month."""
    people = await _called(admin, words)
    month, others = await named(admin, words)
    if people and (not month or others or asked.day or asked.month or asked.event_id):
        return _only(admin, asked, words, people)
    if people:
        raise Unclear(_which(admin, asked, people, month))
    if not month:
        return _only(admin, asked, words, people)
    _only_once(admin, asked.day or asked.month or asked.event_id)
    asked = replace(asked, month=month)
    return _only(admin, asked, others, await _called(admin, others)) if others else asked


async def _called(admin: Admin, words: Sequence[str]) -> Sequence[Known]:
    return await admin.rooms.views.known_as(" ".join(words), SHOWN + 1)


def _only(admin: Admin, asked: Asked, words: Sequence[str], found: Sequence[Known]) -> Asked:
    """The one who is called so. Raises Unclear."""
    if not found:
        raise Unclear(Card(admin.say("admin-audit-unknown", text=short(" ".join(words), TEXT))))
    if len(found) > 1:
        raise Unclear(_which(admin, asked, found))
    return _of(asked, found[0])


def _of(asked: Asked, known: Known) -> Asked:
    return replace(asked, who=known.id, by_admin=known.is_admin)


def _which(admin: Admin, asked: Asked, found: Sequence[Known], month: str = "") -> Card:
    """Who is meant, or whether the `month` is."""
    rows = [
        [Button(_label(admin.texts, known), pack("a-audit", *_of(asked, known).numbers, 0))]
        for known in found[:SHOWN]
    ]
    key = "admin-audit-which-more" if len(found) > SHOWN else "admin-audit-which"
    if not month:
        return Card(admin.say(key), rows)
    numbers = replace(asked, month=month).numbers
    first = [Button(admin.texts.month(month), pack("a-audit", *numbers, 0))]
    return Card(admin.say("admin-audit-which-month"), [first, *rows])


def _label(texts: Texts, known: Known) -> str:
    return short(texts.plain("who-admin", name=known.name) if known.is_admin else known.name, LABEL)
