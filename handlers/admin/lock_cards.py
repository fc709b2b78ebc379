"""The lock of a month on cards and in letters: who holds it, until when, and what can be done about it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from engine.locks import MOST_HELPERS, Who
from engine.roles import Team, reaches
from engine.rules.locks import HALF_AN_HOUR, TOMORROW, TWO_HOURS, until
from engine.views import LockCard, LockingCard, Page, Views
from handlers.admin.layout import label, lines, mention, named, names, offset_within, pager
from handlers.admin.reasons import FORCING, buttons
from handlers.callbacks import pack
from handlers.door import Admin, Button, Card, Html, Texts
from handlers.keyboards import paragraphs

OTHERS = 8
"""Admins who may be asked to help, on a page."""

CHOICES: Mapping[int, str] = {
    HALF_AN_HOUR: "label-lock-half",
    TWO_HOURS: "label-lock-two",
    TOMORROW: "label-lock-tomorrow",
}
LONGER: Mapping[int, str] = {
    HALF_AN_HOUR: "label-lock-half-more",
    TWO_HOURS: "label-lock-two-more",
    TOMORROW: "label-lock-tomorrow-more",
}
TOLD: Mapping[str, str] = {
    "lock-ended": "lock-ended",
    "lock-handed": "lock-handed",
    "lock-kept": "lock-kept",
}


async def with_lock(admin: Admin, card: Card, period_id: int) -> Card:
    """The card of a month with its lock, and the way to it above the last row."""
    found = await admin.rooms.views.locking(period_id)
    if found is None:
        return card
    now = admin.rooms.now()
    way = (
        _unlock_way(admin.texts, found, now)
        if found.period.status == "final"
        else _lock_way(admin.texts, found)
    )
    text = paragraphs(card.text, line(admin.texts, found, now))
    return replace(card, text=text, rows=[*card.rows[:-1], [way], *card.rows[-1:]])


def _lock_way(texts: Texts, found: LockingCard) -> Button:
    return Button(texts.plain("admin-button-lock"), pack("a-lock", found.period.id))


def _unlock_way(texts: Texts, found: LockingCard, now: datetime) -> Button:
    """Named after how the month stands: final, or open for a while."""
    until = open_until(found, now)
    open_ = until and label(texts, "label-unlock-open", until=texts.until(until, found.period.timezone, now))
    return Button(open_ or texts.plain("admin-button-unlock"), pack("a-unlock", found.period.id))


def open_until(found: LockingCard, now: datetime) -> datetime | None:
    """Until when two admins have opened a final month; None when it is not open."""
    until = found.unlock.until if found.unlock is not None else None
    return until if until is not None and now < until else None


def line(texts: Texts, found: LockingCard, now: datetime) -> Html | None:
    """Who has it locked, or until when a final month is open; None where there is nothing to say."""
    zone = found.period.timezone
    opened, lock = open_until(found, now), active(found, now)
    if opened is not None:
        return texts.say("unlock-open", until=texts.until(opened, zone, now))
    if found.period.status == "final":
        return texts.say("lock-final")
    return None if lock is None else _held(texts, lock, zone, now)


def active(found: LockingCard, now: datetime) -> LockCard | None:
    """The lock, as long as it holds."""
    return found.lock if found.lock is not None and now < found.lock.until else None


def _held(texts: Texts, lock: LockCard, zone: str, now: datetime) -> Html:
    return texts.say("lock-held", name=named(lock.holder.name), until=texts.until(lock.until, zone, now))


def lock_card(admin: Admin, found: LockingCard) -> Card:
    """A month's lock, and what this admin can do about it."""
    texts, now, period = admin.texts, admin.rooms.now(), found.period
    head = texts.say("lock-head", month=texts.month(period.month))
    way_back = [Button(texts.plain("admin-button-back"), pack("a-period", period.id))]
    if period.status == "final":
        return Card(paragraphs(head, texts.say("lock-final")), [[_unlock_way(texts, found, now)], way_back])
    lock = active(found, now)
    if lock is None:
        rows = [
            [Button(label(texts, key), pack("a-lock-take", period.id, choice))]
            for choice, key in CHOICES.items()
        ]
        return Card(paragraphs(head, texts.say("lock-nobody")), [*rows, way_back])
    said = lines(
        _held(texts, lock, period.timezone, now),
        texts.say("lock-helpers", names=_names(lock)) if lock.helpers else None,
        texts.say("lock-asked-by", name=named(lock.asked.name)) if lock.asked else None,
        texts.say("lock-refused", count=lock.refused) if lock.refused else None,
    )
    mine = lock.holder.id == admin.telegram_id
    rows = _own(texts, found, lock, now) if mine else _others(admin, found, lock)
    return Card(paragraphs(head, said), [*rows, way_back])


def _names(lock: LockCard) -> str:
    return names([helper.name for helper in lock.helpers], MOST_HELPERS)


def _own(texts: Texts, found: LockingCard, lock: LockCard, now: datetime) -> list[list[Button]]:
    period = found.period
    longer = [
        [Button(label(texts, key), pack("a-lock-extend", period.id, choice))]
        for choice, key in LONGER.items()
        if until(choice, now, period.timezone) > lock.until
    ]
    asked = [_answers(texts, period.id, lock.id, lock.asked)] if lock.asked else []
    return [
        *asked,
        *longer,
        [Button(texts.plain("admin-button-lock-helpers"), pack("a-lock-helpers", period.id, 0))],
        [Button(texts.plain("admin-button-lock-release"), pack("a-lock-release", period.id))],
    ]


def _answers(texts: Texts, period_id: int, lock_id: int, asker: Who) -> list[Button]:
    """To this admin: an old message gives nothing to whoever asks later."""
    args = (period_id, lock_id, asker.id)
    return [
        Button(texts.plain("admin-button-lock-hand"), pack("a-lock-hand", *args)),
        Button(texts.plain("admin-button-lock-keep"), pack("a-lock-keep", *args)),
    ]


def _others(admin: Admin, found: LockingCard, lock: LockCard) -> list[list[Button]]:
    texts, period = admin.texts, found.period
    rows = []
    if lock.asked is None:
        rows.append([Button(texts.plain("admin-button-lock-wish"), pack("a-lock-wish", period.id))])
    if _owns(admin.team, admin.telegram_id):
        rows.append([Button(texts.plain("admin-button-lock-force"), pack("a-lock-force-ask", period.id))])
    return rows


def _owns(team: Team, telegram_id: int) -> bool:
    member = team.get(telegram_id)
    return member is not None and reaches(member.role, "owner")


def helpers_card(admin: Admin, found: LockingCard, offset: int) -> Card:
    """Who may change the month already, also whoever has left the team since; and page by page everybody else who may
    act here."""
    texts, period, lock = admin.texts, found.period, active(found, admin.rooms.now())
    helpers = lock.helpers if lock else ()
    known = {helper.id for helper in helpers} | ({lock.holder.id} if lock else set())
    others = sorted(
        (Who(member.id, member.name) for member in admin.team.values() if member.id not in known),
        key=lambda each: (each.name, each.id),
    )
    offset = offset_within(offset, len(others), OTHERS)
    shown = others[offset : offset + OTHERS]
    rows = [[_helper(texts, period.id, helper, offset, on=True)] for helper in helpers]
    rows += [[_helper(texts, period.id, other, offset, on=False)] for other in shown]
    rows += pager(texts, Page(shown, offset, len(others)), OTHERS, "a-lock-helpers", period.id)
    head = texts.say("lock-helpers-ask", month=texts.month(period.month))
    return Card(head, [*rows, [Button(texts.plain("admin-button-back"), pack("a-lock", period.id))]])


def _helper(texts: Texts, period_id: int, who: Who, offset: int, *, on: bool) -> Button:
    said = label(texts, "label-helper-on" if on else "label-helper-off", name=named(who.name))
    return Button(said, pack("a-lock-helper", period_id, who.id, int(not on), offset))


def force_card(admin: Admin, found: LockingCard, lock: LockCard) -> Card:
    """Says what it does, then asks why."""
    texts, period = admin.texts, found.period
    text = texts.say("lock-force-ask", month=texts.month(period.month), name=named(lock.holder.name))
    args = (period.id, lock.id, lock.holder.id)  # a lock that is handed over stays the same one
    rows = buttons(texts, "admin-button-lock-force-because", "a-lock-force", args, FORCING)
    return Card(text, [*rows, [Button(texts.plain("admin-button-back"), pack("a-lock", period.id))]])


# ------------------------------------------------------------------------------------------------ letters


async def told(views: Views, texts: Texts, kind: str, data: Mapping[str, Any], now: datetime) -> Card | None:
    """To the group: a lock has run out, somebody asks for it, and what the holder says. Nobody asks twice: a question
    that is answered by then is not put; and what is not so any more is not said."""
    found = await views.locking(int(data["period"]))
    if found is None:
        return None
    month, lock = texts.month(found.period.month), active(found, now)
    see = [_lock_way(texts, found)]
    if kind == "lock-asked":
        if lock is None or lock.asked is None:
            return None
        holder = mention(lock.holder.name, lock.holder.id)
        text = texts.say("lock-asked", admin=holder, name=named(lock.asked.name), month=month)
        return Card(text, [_answers(texts, found.period.id, lock.id, lock.asked)])
    if not _still(kind, data, found, lock):
        return None
    return Card(texts.say(TOLD[kind], month=month, name=named(str(data.get("name", "")))), [see])


def _still(kind: str, data: Mapping[str, Any], found: LockingCard, lock: LockCard | None) -> bool:
    """Whether it is as the letter says."""
    if kind == "lock-ended":
        return lock is None and found.period.status != "final"
    if lock is None or lock.id != data["lock"]:
        return False
    return kind != "lock-handed" or lock.holder.name == data["name"]


async def alert(views: Views, texts: Texts, data: Mapping[str, Any], now: datetime) -> Card | None:
    """Edits that were refused again and again, or (with a reason) a lock that was forced open."""
    found = await views.locking(int(data["period"]))
    if found is None:
        return None
    month, holder, name = texts.month(found.period.month), named(data["holder"]), named(data["name"])
    see = [[_lock_way(texts, found)]]
    if "reason" in data:
        reason = texts.reason(data["reason"])
        return Card(texts.say("lock-alert-forced", month=month, name=name, by=holder, reason=reason), see)
    lock = active(found, now)
    if lock is None or lock.id != data["lock"]:
        return None
    when = texts.until(lock.until, found.period.timezone, now)
    text = texts.say("lock-alert-refused", month=month, name=name, by=holder, until=when, count=lock.refused)
    return Card(text, see)
