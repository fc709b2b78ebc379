"""/batch, /lock and /unlock with the month behind them: "2026-12", "December", "december 2026"."""

from collections.abc import Iterable

from engine.refusals import NoAccount
from engine.rules.periods import coming
from handlers.admin import locks, month, unlocking
from handlers.admin.layout import short
from handlers.admin.month_cards import number_of
from handlers.admin.month_named import languages_of, named_month
from handlers.callbacks import pack
from handlers.door import Admin, AdminCommandHandler, Answer, Button, Card, TapHandler

TEXT = 40
SHOWN = 6
"""So much of what was typed, and so many months, has the answer room for."""


async def batch_command(admin: Admin, rest: str) -> Card:
    """The coming months, or the one that is named: how it stands, or until when it may be opened."""
    if not rest.strip():
        return await month.batch_command(admin, rest)
    known = {period.month: period.id for period in await admin.rooms.views.months()}
    ahead = await _coming(admin)
    found = named_month(languages_of(admin), rest, [*ahead, *known])
    if not found:
        return _unknown(admin, rest, dict.fromkeys([*ahead, *known]))
    if found in known:
        return await month.shown(admin, known[found])
    return _card(await month.open_ask(admin, number_of(found)))


async def lock_command(admin: Admin, rest: str) -> Card:
    """The lock of the month that is named, or of the one that there is."""
    return await _about(admin, rest, locks.lock_command, locks.lock)


async def unlock_command(admin: Admin, rest: str) -> Card:
    """The final lock of the month that is named, or of the one that there is."""
    return await _about(admin, rest, unlocking.unlock_command, unlocking.unlock)


async def _about(admin: Admin, rest: str, plain: AdminCommandHandler, tap: TapHandler) -> Card:
    known = {period.month: period.id for period in await admin.rooms.views.months()}
    if not rest.strip() or not known:
        return await plain(admin, rest)
    found = named_month(languages_of(admin), rest, known)
    return _card(await tap(admin, known[found])) if found else _unknown(admin, rest, known)


def _card(answer: Answer) -> Card:
    """What a tap would show."""
    assert answer.card is not None
    return answer.card


async def _coming(admin: Admin) -> tuple[str, ...]:
    account = await admin.rooms.views.account()
    if account is None:
        raise NoAccount
    return coming(admin.rooms.now(), account.timezone)


def _unknown(admin: Admin, rest: str, known: Iterable[str]) -> Card:
    names = ", ".join(admin.texts.month(each) for each in list(known)[:SHOWN])
    text = admin.say("batch-no-month", text=short(rest.strip(), TEXT), names=names)
    return Card(text, [[Button(admin.plain("admin-button-batch-see-all"), pack("a-batch"))]])
