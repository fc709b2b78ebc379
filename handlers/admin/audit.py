"""The history for admins: newest first, on pages, by event, month, person, day or admins alone, and as a file."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from engine.refusals import ButtonStale
from engine.views import Account, Change, EventNamed
from handlers.admin.audit_asked import Asked, Unclear, from_button, from_words, sought
from handlers.admin.audit_facts import what
from handlers.admin.audit_file import MOST, as_csv
from handlers.admin.audit_who import who
from handlers.admin.audit_why import why
from handlers.admin.layout import back, lines, named, short
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Document, Html, Texts

PAGE = 6
PAGES = 100_000
REASON = 160
TITLE = 60
TOLD = "WisherTold"  # of one event, however many they are
MANY = {
    "EventClosed": "audit-slots-closed",
    "EventMoved": "audit-slots-moved",
    "EventOpened": "audit-slots-reopened",
    "ResultGiven": "audit-results-given",
    "BookingMade": "audit-month-booked",
    "EntryJoined": "audit-month-waiting",
    "SlotOpened": "audit-slots-opened",
    "WisherTold": "audit-wishers-told",
}


async def audit_command(admin: Admin, rest: str) -> Card:
    """/audit"""
    try:
        asked = await from_words(admin, rest.split())
    except Unclear as unclear:
        return unclear.card
    return await _card(admin, asked, 0)


async def audit(admin: Admin, event_id: int, who_id: int, flags: int, page: int) -> Answer:
    """A page of it, edited in place."""
    return Answer(card=await _card(admin, from_button(event_id, who_id, flags), page))


async def file(admin: Admin, event_id: int, who_id: int, flags: int) -> Answer:
    """The same as a file."""
    account, asked = await _account(admin), from_button(event_id, who_id, flags)
    head = await _head(admin, asked)
    found = await admin.rooms.views.changes(sought(asked, account), 0, MOST + 1)
    content = await asyncio.to_thread(as_csv, admin.texts, found[:MOST], account.timezone)
    cut = len(found) > MOST
    count = admin.say("admin-audit-file-cut" if cut else "admin-audit-file", count=len(found[:MOST]))
    name = f"history-{admin.rooms.now():%Y-%m-%d}.csv"
    return Answer(document=Document(name, content, lines(*head, count)))


async def _account(admin: Admin) -> Account:
    account = await admin.rooms.views.account()
    if account is None:
        raise ButtonStale
    return account


async def _card(admin: Admin, asked: Asked, page: int) -> Card:
    if page > PAGES:
        raise ButtonStale
    account = await _account(admin)
    wanted = replace(sought(asked, account), gathered=not asked.event_id)
    found = await admin.rooms.views.changes(wanted, page * PAGE, PAGE + 1)
    if not found and page:
        return await _card(admin, asked, 0)
    entries = [_entry(admin, asked, change, account.timezone) for change in found[:PAGE]]
    young = sum(change.seal_id is None for change in found[:PAGE])
    text = "\n\n".join(
        (
            lines(*await _head(admin, asked)),
            *(entries or [admin.say("admin-audit-none")]),
            *([admin.say("admin-audit-young", count=young)] if young else []),
        )
    )
    return Card(Html(text), [*_rows(admin, asked, page, found), *await _back(admin, asked)])


async def _head(admin: Admin, asked: Asked) -> list[Html]:
    """The title, and what was asked for."""
    views, parts = admin.rooms.views, [admin.say("admin-audit-head")]
    if asked.event_id:
        event = await views.event(asked.event_id)
        if event is None:
            raise ButtonStale
        title = short(admin.texts.name(event.names), TITLE)
        when = admin.texts.when(event.starts_at, event.timezone)
        parts.append(admin.say("admin-audit-event", event=title, when=when))
    if asked.who:
        known = await views.known(asked.who, is_admin=asked.by_admin)
        if known is None:
            raise ButtonStale
        key = "admin-audit-done-by" if asked.by_admin else "admin-audit-about"
        parts.append(admin.say(key, name=named(known.name)))
    if asked.only_admins:
        parts.append(admin.say("admin-audit-only-admins"))
    if asked.month:
        parts.append(admin.say("admin-audit-month", month=admin.texts.month(asked.month)))
    if asked.day:
        parts.append(admin.say("admin-audit-day", text=f"{asked.date:%Y-%m-%d}"))
    return parts


def _entry(admin: Admin, asked: Asked, change: Change, zone: str) -> Html:
    """When and by whom; what, and about whom; at which event; why."""
    texts, event = admin.texts, change.event
    happened = Html(what(texts.say, texts, change, event.timezone if event else zone))
    if change.gathered:
        happened = texts.say(MANY[change.kind], count=change.gathered.count)
    everybody = change.gathered is not None and change.person_id is not None
    name = "" if everybody else named(change.person_name)
    reason = short(why(texts, change), REASON)
    return lines(
        texts.say("admin-audit-line", when=texts.when(change.at, zone), by=named(who(texts, change))),
        texts.say("admin-audit-what", what=happened, name=name) if name else happened,
        None if (everybody and change.kind != TOLD) or (event and asked.event_id) else _title(texts, change),
        texts.say("admin-audit-why", reason=reason) if reason else None,
    )


def _title(texts: Texts, change: Change) -> Html | None:
    """The event that it happened to, or the service that itself was changed."""
    if change.event is not None:
        title, when = texts.name(change.event.names), _when(texts, change, change.event)
        return texts.say("admin-audit-event", event=short(title, TITLE), when=when)
    if change.service is None:
        return None
    return texts.say("admin-audit-service", service=short(texts.name(change.service), TITLE))


def _when(texts: Texts, change: Change, event: EventNamed) -> str:
    """When the event begins; of several slots the first and the last."""
    if change.gathered is None:
        return texts.when(event.starts_at, event.timezone)
    first, last = (texts.when(at, event.timezone) for at in (change.gathered.first, change.gathered.last))
    return texts.plain("label-audit-from-to", first=first, last=last)


def _rows(admin: Admin, asked: Asked, page: int, found: Sequence[Change]) -> list[list[Button]]:
    def button(key: str, there: Asked, to_page: int) -> Button:
        return Button(admin.plain(key), pack("a-audit", *there.numbers, to_page))

    pages = [button("admin-button-newer", asked, page - 1)] if page else []
    if len(found) > PAGE:
        pages.append(button("admin-button-older", asked, page + 1))
    other = replace(asked, only_admins=not asked.only_admins)
    key = "admin-button-everybody" if asked.only_admins else "admin-button-only-admins"
    rows = [pages, [] if asked.by_admin else [button(key, other, 0)]]
    if found:
        rows.append([Button(admin.plain("admin-button-as-file"), pack("a-audit-file", *asked.numbers))])
    return [row for row in rows if row]


async def _back(admin: Admin, asked: Asked) -> list[list[Button]]:
    """To the event, or the month. Raises ButtonStale for a month that was never opened."""
    if asked.event_id:
        return [back(admin, "a-event", asked.event_id)]
    if not asked.month:
        return []
    known = {period.month: period.id for period in await admin.rooms.views.months()}
    if asked.month not in known:
        raise ButtonStale
    return [back(admin, "a-period", known[asked.month])]
