"""A final month that two admins open for a while, on cards and in letters."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from engine.locks import UNLOCK_MINUTES
from engine.views import EventCard, LockingCard, Page, PeriodCard, PlaceChange, UnlockCard, Views
from handlers.admin.event_line import event_line
from handlers.admin.layout import fitting, label, lines, named, pager, short
from handlers.admin.named_rows import PAGE, said
from handlers.admin.reasons import UNLOCKING, buttons
from handlers.callbacks import pack
from handlers.door import Admin, Button, Card, Html, Texts
from handlers.keyboards import paragraphs

WHY = 80  # characters of a reason in a list

HOW: Mapping[str, str] = {
    "move": "unlock-change-move",
    "line": "unlock-change-line",
    "event": "unlock-change-event",
    "hand": "unlock-change-hand",
    "promotion": "unlock-change-promotion",
    "repair": "unlock-change-repair",
}
TOLD: Mapping[str, str] = {"unlock-denied": "unlock-denied", "unlock-lapsed": "unlock-lapsed"}


def unlock_card(admin: Admin, found: LockingCard) -> Card:
    """How the final lock stands, and what can be done about it."""
    texts, now, period = admin.texts, admin.rooms.now(), found.period
    way_back = [Button(texts.plain("admin-button-back"), pack("a-period", period.id))]
    head = texts.say("unlock-head", month=texts.month(period.month))
    if period.status != "final":
        return Card(paragraphs(head, texts.say("unlock-not-final")), [way_back])
    unlock = found.unlock
    if unlock is None or _over(unlock, now):
        rows = [
            [
                Button(
                    label(texts, "label-unlock", length=_length(texts, minutes)),
                    pack("a-unlock-ask", period.id, minutes),
                )
            ]
            for minutes in UNLOCK_MINUTES
        ]
        return Card(paragraphs(head, texts.say("unlock-how")), [*rows, way_back])
    card = _asked(texts, unlock, now) if unlock.until is None else _open(texts, unlock, now)
    return Card(paragraphs(head, card.text), [*card.rows, way_back])


def _over(unlock: UnlockCard, now: datetime) -> bool:
    return unlock.ended_at is not None or now >= (unlock.until or unlock.lapses_at)


def _length(texts: Texts, minutes: int) -> str:
    return texts.length(timedelta(minutes=minutes))


def _asked(texts: Texts, unlock: UnlockCard, now: datetime) -> Card:
    period = unlock.period
    text = lines(
        texts.say(
            "unlock-asked",
            name=named(unlock.asked_by.name),
            month=texts.month(period.month),
            length=_length(texts, unlock.minutes),
        ),
        texts.say("unlock-reason", reason=texts.reason(unlock.reason)),
        texts.say("unlock-lapses", until=texts.until(unlock.lapses_at, period.timezone, now)),
    )
    row = [
        Button(
            texts.plain("admin-button-unlock-approve"),
            pack("a-unlock-approve", period.id, unlock.id),
            style="success",
        ),
        Button(
            texts.plain("admin-button-unlock-deny"),
            pack("a-unlock-deny", period.id, unlock.id),
            style="danger",
        ),
    ]
    return Card(text, [row])


def _open(texts: Texts, unlock: UnlockCard, now: datetime) -> Card:
    period = unlock.period
    text = lines(
        texts.say("unlock-open", until=texts.until(unlock.until or now, period.timezone, now)),
        texts.say("unlock-by", name=named(unlock.asked_by.name), by=named(unlock.decided_by)),
        texts.say("unlock-reason", reason=texts.reason(unlock.reason)),
        texts.say("unlock-where"),
    )
    dates = Button(texts.plain("admin-button-unlock-dates"), pack("a-unlock-dates", period.id, 0))
    again = Button(texts.plain("admin-button-unlock-again"), pack("a-unlock-again", period.id, unlock.id))
    return Card(text, [[dates], [again]])


def dates_card(texts: Texts, period: PeriodCard, page: Page[EventCard]) -> Card:
    """A page of the dates of the month, each with the way to its bookings."""
    month, back = (
        texts.month(period.month),
        [Button(texts.plain("admin-button-back"), pack("a-unlock", period.id))],
    )
    if not page.total:
        return Card(texts.say("unlock-dates-none", month=month), [back])
    first, last = page.offset + 1, page.offset + len(page.items)
    head = texts.say("unlock-dates", month=month, first=first, last=last, total=page.total)
    rows = [[Button(event_line(texts, event), pack("a-event", event.id))] for event in page.items]
    return Card(head, [*rows, *pager(texts, page, PAGE, "a-unlock-dates", period.id), back])


def reasons_card(admin: Admin, period: PeriodCard, minutes: int) -> Card:
    """Says what it means, then asks why."""
    texts = admin.texts
    text = texts.say("unlock-ask", month=texts.month(period.month), length=_length(texts, minutes))
    rows = buttons(texts, "admin-button-unlock-because", "a-unlock-do", (period.id, minutes), UNLOCKING)
    return Card(text, [*rows, [Button(texts.plain("admin-button-back"), pack("a-unlock", period.id))]])


# ------------------------------------------------------------------------------------------------ letters


async def told(views: Views, texts: Texts, kind: str, data: Mapping[str, Any], now: datetime) -> Card | None:
    """To the group: somebody asks, what was answered, and what was changed once it is locked again. What is not so any
    more is not said; what was changed is, in any case."""
    unlock = await views.unlock(int(data["unlock"]))
    if unlock is None:
        return None
    if kind == "unlock-asked":
        return None if unlock.status != "asked" or _over(unlock, now) else _asked(texts, unlock, now)
    month, again = texts.month(unlock.period.month), await _open_now(views, unlock, now)
    see = [[Button(texts.plain("admin-button-batch-see"), pack("a-period", unlock.period.id))]]
    if kind == "unlock-granted":
        if _over(unlock, now):
            return None
        card = _open(texts, unlock, now)
        return Card(paragraphs(texts.say("unlock-granted", month=month), card.text), card.rows)
    if kind == "unlock-ended":
        changes = await views.place_changes(unlock.id)
        return Card(_changed(texts, unlock, changes, again, now), see)
    return None if again else Card(texts.say(TOLD[kind], month=month, by=named(unlock.decided_by)), see)


async def _open_now(views: Views, unlock: UnlockCard, now: datetime) -> UnlockCard | None:
    """The unlocking that the month is open by."""
    found = await views.locking(unlock.period.id)
    current = found.unlock if found is not None else None
    return current if current is not None and current.until is not None and now < current.until else None


def _changed(
    texts: Texts, unlock: UnlockCard, changes: Sequence[PlaceChange], again: UnlockCard | None, now: datetime
) -> Html:
    """`again`: the month is open once more by now."""
    month = texts.month(unlock.period.month)
    head = paragraphs(
        texts.say("unlock-head", month=month) if again else texts.say("unlock-ended", month=month),
        texts.say("unlock-open", until=texts.until(again.until or now, again.period.timezone, now))
        if again
        else None,
        texts.say("unlock-changed", count=len(changes)),
    )
    told = [_change(texts, change) for change in changes]
    return lines(head, *fitting(told, head, lambda more: texts.say("unlock-changed-more", more=more)))


def _change(texts: Texts, change: PlaceChange) -> Html:
    where = texts.say("unlock-place", **said(texts, change.event))
    there = texts.say("unlock-place", **said(texts, change.to)) if change.to else Html("–")
    what = texts.say(
        HOW.get(change.how, "unlock-change-cancel"), name=named(change.person), before=where, after=there
    )
    who = texts.say("unlock-change-by", by=named(change.by_name)) if change.by == "admin" else None
    why = (
        texts.say("unlock-reason", reason=short(texts.reason(change.reason), WHY)) if change.reason else None
    )
    return Html(" ".join(filter(None, (what, who, why))))
