"""/metrics: what a month's allocation was worth, as text and as a picture; its versions side by side; the months."""

import asyncio
from collections.abc import Sequence

from engine.refusals import NoRun, PeriodUnknown
from engine.rules.month_metrics import figures
from engine.views import PeriodCard, RunNumbers
from handlers.admin.metrics_cards import THE_BEST, figures_card, months_card, nothing_card, versions_card
from handlers.admin.metrics_sheet import sheet
from handlers.door import Admin, Answer, Card, Document
from handlers.pictures.sheet import Sheet

MONTHS = 12


async def metrics_command(admin: Admin, _: str) -> Card:
    """/metrics: the newest month that has any."""
    newest = await admin.rooms.views.month_numbers(1)
    return await _card(admin, newest[0].period_id, THE_BEST) if newest else nothing_card(admin.texts)


async def metrics(admin: Admin, period_id: int, number: int) -> Answer:
    """One version in place of the tapped message."""
    return Answer(card=await _card(admin, period_id, number))


async def _card(admin: Admin, period_id: int, number: int) -> Card:
    period = await _period(admin, period_id)
    known = await admin.rooms.views.run_numbers(period_id)
    if not known and number == THE_BEST:
        return nothing_card(admin.texts, period)
    counted = await admin.rooms.views.versions(period_id)
    return figures_card(admin.texts, _chosen(known, number), known, counted)


async def _period(admin: Admin, period_id: int) -> PeriodCard:
    found = await admin.rooms.views.period(period_id)
    if found is None:
        raise PeriodUnknown
    return found


def _chosen(known: Sequence[RunNumbers], number: int) -> RunNumbers:
    """Raises NoRun."""
    if not known:
        raise NoRun
    if number == THE_BEST:
        return next((each for each in known if each.final), known[-1])
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise NoRun
    return found


async def versions(admin: Admin, period_id: int) -> Answer:
    """A month's versions side by side."""
    period = await _period(admin, period_id)
    known = await admin.rooms.views.run_numbers(period_id)
    card = versions_card(admin.texts, period, known) if known else nothing_card(admin.texts, period)
    return Answer(card=card)


async def months(admin: Admin) -> Answer:
    """The newest months, each by its best version."""
    return Answer(card=months_card(admin.texts, await admin.rooms.views.month_numbers(MONTHS)))


async def picture(admin: Admin, period_id: int, number: int, dark: int) -> Answer:
    """One version as a picture, with the months before it."""
    await _period(admin, period_id)
    numbers = _chosen(await admin.rooms.views.run_numbers(period_id), number)
    past = [each for each in await admin.rooms.views.month_numbers(MONTHS) if each.month < numbers.month]
    shown = sheet(admin.texts, numbers, [(each.month, figures(each)) for each in past])
    content = await asyncio.to_thread(_drawn, shown, dark=bool(dark))
    month = admin.texts.month(numbers.month)
    caption = admin.say("metrics-head", month=month, number=numbers.number)
    name = f"{numbers.month}-{numbers.number}.png"
    return Answer(document=Document(name, content, caption, picture=True))


def _drawn(shown: Sheet, *, dark: bool) -> bytes:
    """The library for it is imported when it is first needed."""
    from handlers.pictures import month
    from handlers.pictures.palette import DARK, LIGHT

    return month.picture(shown, DARK if dark else LIGHT)
