"""Files in the group: the dry run with its two buttons, what came of them, and files to fill in."""

import html
from collections.abc import Sequence
from typing import assert_never

from handlers.admin.layout import lines, named, short
from handlers.admin.mistakes import at, described
from handlers.admin.wizards.entry import new_dates, new_service
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Document, Html
from handlers.files import Attached, Change, Ended, Mistakes, Preview, Template, Uploader, Warned

CHANGES, WARNINGS, MISTAKES, FEW = 12, 5, 5, 10
LINE = 180  # characters of one line of a card
SERVICES = 30
TEMPLATES: tuple[tuple[Template, str], ...] = (
    ("events.csv", "admin-button-events-csv"),
    ("events.xlsx", "admin-button-events-xlsx"),
    ("participants.csv", "admin-button-people-csv"),
    ("catalogue.yaml", "admin-button-catalogue-yaml"),
)
CAPTIONS: dict[Template, str] = {"catalogue.yaml": "admin-catalogue-caption"}


async def dropped(admin: Admin, file: Attached) -> Card:
    """A file was dropped into the group: what it would do, or what is wrong with it."""
    return card(admin, await admin.rooms.imports.receive(file, uploader(admin)))


async def take(admin: Admin, pending_id: int) -> Answer:
    """The button Import."""
    came_to = await admin.rooms.imports.confirm(pending_id, uploader(admin))
    match came_to:
        case Ended():
            return await _late(admin, came_to)
        case Mistakes():
            shown = card(admin, came_to)
            return Answer(
                admin.plain("admin-done-import-wrong"), alert=True, card=shown, document=shown.document
            )
        case Preview(done=True):
            return Answer(admin.plain("admin-done-import"), card=card(admin, came_to))
        case Preview():
            return Answer(admin.plain("admin-done-import-afresh"), alert=True, card=card(admin, came_to))
        case _:
            assert_never(came_to)


async def discard(admin: Admin, pending_id: int) -> Answer:
    """The button Discard."""
    late = await admin.rooms.imports.discard(pending_id, uploader(admin))
    if late is not None:
        return await _late(admin, late)
    text = admin.say("admin-import-discarded", by=admin.name)
    return Answer(admin.plain("admin-done-discard"), card=Card(text))


async def services_command(admin: Admin, _: str) -> Card:
    """/services"""
    listed = await admin.rooms.imports.services()
    found = [
        admin.say("admin-services-line", name=admin.texts.name(each.names), code=each.code, count=each.events)
        for each in listed[:SERVICES]
    ]
    more = len(listed) - len(found)
    text = lines(
        admin.say("admin-services-head") if listed else admin.say("admin-services-none"),
        *found,
        admin.say("admin-import-more", count=more) if more else None,
        admin.say("admin-services-how"),
    )
    new = [[new_service(admin)], *([new_dates(admin)] if listed else [])]
    files = [[Button(admin.plain(key), pack("a-template", n))] for n, (_, key) in enumerate(TEMPLATES)]
    asking = [[Button(admin.plain("admin-button-questions"), pack("a-asking", 0))]] if listed else []
    return Card(text, [*new, *files, *asking])


async def template(admin: Admin, number: int) -> Answer:
    """A file with all there is, to look at or to change and send back."""
    name, _ = TEMPLATES[number % len(TEMPLATES)]
    content = await admin.rooms.imports.template(name)
    return Answer(document=Document(name, content, admin.say(CAPTIONS.get(name, "admin-template-caption"))))


def uploader(admin: Admin) -> Uploader:
    return Uploader(admin.telegram_id, admin.name)


async def _late(admin: Admin, ended: Ended) -> Answer:
    account = await admin.rooms.views.account()
    key = "admin-import-ended" if ended.imported else "admin-import-ended-discarded"
    when = admin.texts.until(ended.at, account.timezone if account else "UTC", admin.rooms.now())
    text = admin.say(key, name=ended.name, by=ended.by, when=when)
    late = admin.plain("admin-faster-person", name=named(ended.by), at=when)
    return Answer(late, alert=True, card=Card(text))


# --- cards


def card(admin: Admin, came_to: Preview | Mistakes, most: int = CHANGES) -> Card:
    """What a file would do, its first changes named, or what is wrong with it."""
    if isinstance(came_to, Mistakes):
        return _wrong(admin, came_to)
    changes, warnings = came_to.changes, came_to.warnings
    some = bool(changes)
    key = "admin-import-imported" if came_to.done else "admin-import-preview" if some else "admin-import-same"
    text = lines(
        admin.say(key, name=came_to.name, by=admin.name),
        admin.say(
            "admin-import-counts", made=came_to.made, changed=came_to.changed, unchanged=came_to.unchanged
        ),
        admin.say("admin-import-served", offered=came_to.offered, booked=came_to.booked)
        if came_to.offered or came_to.booked
        else None,
        *_cut(admin, [_changed(admin, change) for change in changes[:most]], len(changes)),
        admin.say("admin-import-warnings", count=len(warnings)) if warnings else None,
        *_cut(admin, [_warned(admin, came_to.name, each) for each in warnings[:WARNINGS]], len(warnings)),
    )
    return Card(text, [] if came_to.done or not some else [_buttons(admin, came_to.pending_id)])


def _buttons(admin: Admin, pending_id: int) -> list[Button]:
    return [
        Button(admin.plain("admin-button-import"), pack("a-import", pending_id), style="success"),
        Button(admin.plain("admin-button-discard"), pack("a-discard", pending_id)),
    ]


def _wrong(admin: Admin, wrong: Mistakes) -> Card:
    said = [described(admin.texts, wrong.name, mistake) for mistake in wrong.found]
    many = len(said) > FEW
    text = lines(
        admin.say("admin-import-wrong", name=wrong.name, count=len(said)),
        *_cut(admin, said[: MISTAKES if many else FEW], len(said)),
    )
    content = "\n".join([*said, ""]).encode("utf-8-sig")
    caption = admin.say("admin-import-all-mistakes", name=wrong.name, count=len(said))
    return Card(text, document=Document("mistakes.txt", content, caption) if many else None)


def _cut(admin: Admin, said: Sequence[str], total: int) -> list[Html]:
    """Some lines, each short, and how many more there are."""
    shown = [Html(html.escape(short(line, LINE))) for line in said]
    more = total - len(shown)
    return [*shown, admin.say("admin-import-more", count=more)] if more else shown


def _changed(admin: Admin, change: Change) -> str:
    return admin.plain(f"admin-change-{change.key}", **change.values) if change.key else change.text


def _warned(admin: Admin, name: str, warned: Warned) -> str:
    text = admin.plain(f"admin-warning-{warned.key}", **warned.values)
    return f"{at(admin.texts, name, warned.line)}{text}"
