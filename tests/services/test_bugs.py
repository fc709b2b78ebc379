"""Each of the looks that stories of everything take goes red for bugs that are planted: the laws of a decision, what
people are told, and the rows of a database."""

import importlib
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import Literal

import pytest
from sqlalchemy.exc import IntegrityError

from engine.rules.configuring import Change
from engine.services import balancing, capacity, configuring, dates, offers
from engine.services.who import Tap
from engine.settings import Mode
from storage.database import Database
from tests.rules.planted import Bug
from tests.services import model, safety
from tests.services.ensemble import Call
from tests.services.open_offers import (
    ADA,
    Told,
    about_to_balance,
    asked_elsewhere,
    in_two_lines,
    two_open_offers,
)
from tests.services.world import DAY, HOUR

ROOT = Path(__file__).parents[2]
Opened = Callable[[list[Database], str], Awaitable[Told]]
By = Literal["laws", "told", "rows"]


@dataclass(frozen=True)
class Planted:
    """A bug, the story in which it happens, and the looks that see it, each by itself."""

    bug: Bug
    opened: Opened
    then: Callable[[Told], Call]
    seen: tuple[By, ...]


def call_off(event: int = 1) -> Callable[[Told], Call]:
    return lambda _: lambda on: dates.call_off(on, ADA, event)


def move_date(told: Told) -> Call:
    starts_at = told.story.ensemble.state().event.starts_at + 2 * DAY
    return lambda on: dates.move_date(on, ADA, 1, starts_at, starts_at + HOUR)


def switch(mode: Mode) -> Callable[[Told], Call]:
    return lambda _: lambda on: configuring.configure_service(on, ADA, 1, [1, 2], Change(mode), "withdraw")


def distribute(*, direct: bool) -> Callable[[Told], Call]:
    return lambda _: lambda on: balancing.distribute(on, ADA, [1, 2], {}, direct=direct)


def finalize(told: Told) -> Call:
    (offer,) = told.story.ensemble.state(2).pending()
    return lambda on: balancing.finalize(on, ADA, [1, 2], [offer.id], offer.split_id or 0)


def cut(told: Told) -> Call:
    return lambda on: capacity.resize(on, ADA, 1, 2)


def displace(told: Told) -> Call:
    return lambda on: capacity.displace(on, ADA, 1, 2)


async def draining(databases: list[Database], template: str) -> Told:
    """Down to two seats, with two open offers."""
    told = await two_open_offers(databases, template)
    return await told.do(lambda on: capacity.drain(on, ADA, 1, 2))


def decline(told: Told) -> Call:
    offer, *_ = told.story.ensemble.state().pending()
    return lambda on: offers.decline(on, Tap(offer.person_id), 1, offer.id, "keep")


DATES, CAPACITY = "engine/rules/dates.py", "engine/rules/capacity.py"
OFFERS_TOLD, BOOKINGS_TOLD = "engine/notices/offers.py", "engine/notices/bookings.py"
SHIFTING, CONFIGURING = "engine/rules/shifting.py", "engine/rules/configuring.py"
BALANCING, CANDIDATES, FILLING = (
    "engine/rules/balancing.py",
    "engine/rules/candidates.py",
    "engine/rules/filling.py",
)
ALL, ALL_BUT_ONE = "for offer in state.pending():\n", "for offer in state.pending()[1:]:\n"
TOLD = "        told = offer.person_id in waiting | asking\n"
WITHDRAWN = TOLD + '        facts.append(OfferWithdrawn(id=offer.id, cause="cancelled", told=told))'
CUT = """    if used > capacity:
        raise SeatsInUse(wanted=capacity, used=used)
    return and_fill(state, act, shrunk(state, capacity))"""
SHIFTED = "        back = returned"

BUGS = (
    Planted(
        Bug("called off, and an offer is forgotten", DATES, ALL + WITHDRAWN, ALL_BUT_ONE + WITHDRAWN),
        two_open_offers,
        call_off(),
        ("laws", "rows"),
    ),
    Planted(
        Bug(
            "called off, and the reserve list is forgotten",
            DATES,
            "event_id is None:  # the",
            "event_id == 0:  # the",
        ),
        two_open_offers,
        call_off(),
        ("laws", "rows"),
    ),
    Planted(
        Bug(
            "called off, and told twice",
            OFFERS_TOLD,
            "            if fact.told:\n                return [over]",
            "            if False:\n                return [over]",
        ),
        two_open_offers,
        call_off(),
        ("laws", "told"),
    ),
    Planted(
        Bug(
            "what drains is somebody else's",
            FILLING,
            "if state.event.drain_to is not None and (gone := drained(state)):",
            "if False:",
        ),
        draining,
        decline,
        ("laws",),
    ),
    Planted(
        Bug(
            "a cut below what is in use",
            CAPACITY,
            CUT,
            CUT.replace("shrunk(state, capacity)", "[CapacityChanged(state.event.id, capacity)]").split("\n")[
                -1
            ],
        ),
        two_open_offers,
        cut,
        ("laws", "rows"),
    ),
    Planted(
        Bug(
            "displaced, and told of the end as well",
            BOOKINGS_TOLD,
            'fact.by in ("move", "line", "repair")',
            'fact.by == "move"',
        ),
        two_open_offers,
        displace,
        ("told",),
    ),
    Planted(
        Bug("moved, and an offer stays", SHIFTING, ALL + SHIFTED, ALL_BUT_ONE + SHIFTED),
        two_open_offers,
        move_date,
        ("laws",),
    ),
    Planted(
        Bug(
            "moved, and whoever was asked is told twice",
            SHIFTING,
            "asked = {offer.person_id for offer in state.pending()}",
            "asked = set()",
        ),
        two_open_offers,
        move_date,
        ("laws", "told"),
    ),
    Planted(
        Bug(
            "another mode, and told twice",
            OFFERS_TOLD,
            'if fact.cause in ("rules", "split") and _served_anew',
            "if False and _served_anew",
        ),
        two_open_offers,
        switch(Mode.LEGACY),
        ("told",),
    ),
    Planted(
        Bug(
            "balanced to where they wait already",
            BALANCING,
            "        and (own is None or own.id == entry.id)\n",
            "",
        ),
        in_two_lines,
        distribute(direct=False),
        ("laws", "rows"),
    ),
    Planted(
        Bug(
            "booked where they wait already",
            BALANCING,
            "        and (own is None or own.id == entry.id)\n",
            "",
        ),
        in_two_lines,
        distribute(direct=True),
        ("laws", "rows"),
    ),
    Planted(
        Bug("a question for a date becomes a place there", CANDIDATES, " and not entry.visiting", ""),
        asked_elsewhere,
        switch(Mode.LEGACY),
        ("laws",),
    ),
    Planted(
        Bug(
            "the end of a balancing is told twice",
            BALANCING,
            "told=entry.person_id in told)",
            "told=False)",
        ),
        asked_elsewhere,
        finalize,
        ("told",),
    ),
    Planted(
        Bug(
            "after a balancing nobody is back",
            BALANCING,
            "facts += [_home(entry, said.get(entry.person_id), here, told) for entry in _marked(state)]",
            "pass",
        ),
        asked_elsewhere,
        finalize,
        ("laws", "rows"),
    ),
    Planted(
        Bug(
            "an offer forgets its balancing",
            "storage/rows.py",
            '"split_id": new.split_id,',
            '"split_id": None,',
        ),
        about_to_balance,
        distribute(direct=False),
        ("rows",),
    ),
)


async def test_every_bug_has_its_place() -> None:
    """All of them, every time: a bug whose place has changed shows nothing on the day when its turn comes."""
    lost = [p.bug.name for p in BUGS if (ROOT / p.bug.file).read_text().count(p.bug.right) != 1]
    assert lost == []


def plant(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    """The functions that everybody has imported already do what the wrong text says."""
    text = (ROOT / bug.file).read_text()
    assert text.count(bug.right) == 1
    module = importlib.import_module(bug.file.removesuffix(".py").replace("/", "."))
    wrong = dict(vars(module))
    exec(compile(text.replace(bug.right, bug.wrong), bug.file, "exec"), wrong)  # noqa: S102 - our own text
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and isinstance(wrong[name], FunctionType):
            monkeypatch.setattr(function, "__code__", wrong[name].__code__)


def look_with(by: By, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than this."""
    if by != "laws":
        monkeypatch.setattr(model, "check", lambda *_: None)
    if by != "told":
        told.story.ensemble.model.referees.clear()
    if by != "rows":

        async def nothing(*_: object, **__: object) -> None:
            """The database is not asked."""

        monkeypatch.setattr(safety, "check", nothing)


SEEN = [pytest.param(planted, by, id=f"{planted.bug.name} ({by})") for planted in BUGS for by in planted.seen]


@pytest.mark.parametrize(("planted", "by"), SEEN)
async def test_a_bug_is_seen(
    sqlite: Database, template: str, monkeypatch: pytest.MonkeyPatch, planted: Planted, by: By
) -> None:
    databases = [sqlite] if by == "rows" else []
    told = await planted.opened(databases, template)
    plant(planted.bug, monkeypatch)
    look_with(by, told, monkeypatch)
    with pytest.raises((AssertionError, IntegrityError)):
        await told.do(planted.then(told))
