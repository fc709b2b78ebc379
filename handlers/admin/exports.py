"""/export: a month as a file: whole or in part, any version, the difference between two, and the proof of its draw."""

import asyncio

from engine.planning import Document as Export
from engine.refusals import ButtonStale, NoRun, PeriodUnknown
from engine.rules import exporting
from engine.views import ExportChoices, PeriodCard
from handlers.admin import export_files
from handlers.admin.export_cards import (
    PROOF,
    STATE,
    Asked,
    Chosen,
    chosen,
    difference_card,
    export_card,
    months_card,
    pick_card,
    two_card,
)
from handlers.admin.export_files import Format
from handlers.admin.layout import lines
from handlers.door import Admin, Answer, Card, Document

FORMS: tuple[Format, ...] = ("xlsx", "csv", "json", "json")
"""By what stands in buttons."""
DIFFERENT = 3
"""Forms of a difference: the first ones."""


async def export_command(admin: Admin, rest: str) -> Card:
    """/export, and /export 2026-12."""
    periods = await admin.rooms.views.months()
    found = next((period for period in periods if period.month == rest.strip()), None)
    return months_card(admin.texts, periods, 0) if found is None else await _card(admin, Asked(found.id))


async def months(admin: Admin, offset: int) -> Answer:
    """The same in place of the tapped message."""
    return Answer(card=months_card(admin.texts, await admin.rooms.views.months(), offset))


async def export(
    admin: Admin, period_id: int, service: int, number: int, location: int, state: int
) -> Answer:
    """What of the month, and its formats."""
    return Answer(card=await _card(admin, Asked(period_id, service, number, location, state)))


async def _card(admin: Admin, asked: Asked) -> Card:
    period, choices, limits = await _look(admin, asked)
    return export_card(admin.texts, period, asked, choices, limits)


async def _look(admin: Admin, asked: Asked) -> tuple[PeriodCard, ExportChoices, Chosen]:
    """Raises PeriodUnknown, ButtonStale."""
    period, choices = await _find(admin, asked.period_id)
    limits = chosen(asked, choices)
    if limits is None:
        raise ButtonStale
    return period, choices, limits


async def _find(admin: Admin, period_id: int) -> tuple[PeriodCard, ExportChoices]:
    period = await admin.rooms.views.period(period_id)
    choices = await admin.rooms.views.export_choices(period_id)
    if period is None or choices is None:
        raise PeriodUnknown
    return period, choices


async def pick(
    admin: Admin, period_id: int, service: int, number: int, location: int, state: int, what: int, offset: int
) -> Answer:
    """Another version, only one service, one place, one state."""
    asked = Asked(period_id, service, number, location, state)
    _, choices, _ = await _look(admin, asked)
    if what > STATE:
        raise ButtonStale
    return Answer(card=pick_card(admin.texts, asked, choices, what, offset))


async def file(
    admin: Admin, period_id: int, service: int, number: int, location: int, state: int, form: int
) -> Answer:
    """The file; a proof is always of the final version, whole. Raises PeriodUnknown, ButtonStale."""
    period, _, limits = await _look(admin, Asked(period_id, service, number, location, state))
    if form >= len(FORMS) or (form == PROOF and not period.seed):
        raise ButtonStale
    whole = await _export(admin, period_id, 0 if form == PROOF else number)
    found = (
        whole if form == PROOF else exporting.limited(whole, limits.service, limits.location, limits.state)
    )
    found = exporting.nameless(found) if form == PROOF else found
    content = await asyncio.to_thread(export_files.content, admin.texts, found, FORMS[form])
    caption = lines(
        admin.say("export-caption", month=admin.texts.month(period.month), number=found["run"] or 0),
        admin.say("export-rows", got=len(found["placements"]), short=len(found["unplaced"])),
        admin.say("export-part") if found["filter"] else None,
        admin.say("export-check") if form == PROOF else None,
    )
    name = export_files.name(found, FORMS[form], nameless=form == PROOF)
    return Answer(document=Document(name, content, caption))


async def _export(admin: Admin, period_id: int, number: int) -> Export:
    found = await admin.rooms.views.export(period_id, number)
    if found is None:
        raise NoRun
    return found


async def difference(admin: Admin, period_id: int, before: int, after: int) -> Answer:
    """Between which two, and how much it is."""
    period, choices = await _find(admin, period_id)
    if not {before, after} <= {0, *choices.done}:
        raise NoRun
    if not before or not after or before == after:
        return Answer(card=two_card(admin.texts, period, choices, before))
    changes = (await _difference(admin, period_id, before, after))["changes"]
    moved, came_in, fell_out = (
        sum(row["change"] == what for row in changes) for what in ("moved", "came_in", "fell_out")
    )
    return Answer(card=difference_card(admin.texts, period, (before, after), (moved, came_in, fell_out)))


async def _difference(admin: Admin, period_id: int, before: int, after: int) -> Export:
    old, new = [await _export(admin, period_id, number) for number in (before, after)]
    return exporting.difference(old, new)


async def difference_file(admin: Admin, period_id: int, before: int, after: int, form: int) -> Answer:
    """The file. Raises PeriodUnknown, NoRun, ButtonStale."""
    period, choices = await _find(admin, period_id)
    if not {before, after} <= {*choices.done} or before == after:
        raise NoRun
    if form >= DIFFERENT:
        raise ButtonStale
    found = await _difference(admin, period_id, before, after)
    content = await asyncio.to_thread(export_files.content, admin.texts, found, FORMS[form])
    month = admin.texts.month(period.month)
    caption = admin.say("export-difference", month=month, before=before, after=after)
    return Answer(document=Document(export_files.name(found, FORMS[form]), content, caption))
