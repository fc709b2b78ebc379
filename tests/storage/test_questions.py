"""What services ask, on both databases: one change at a time, each with its fact, none twice; and by files."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
import sqlalchemy as sa

from engine.catalogue import AccountPlan, Catalogue, ServicePlan
from engine.ports import Actor
from engine.questions import Question, to_json
from engine.refusals import AlreadyDone, QuestionGone, ServiceUnknown
from engine.services import asking
from engine.services.who import AdminTap
from storage.catalogue import import_catalogue, known
from storage.database import Database
from storage.doctor import examine
from storage.questions import SqlQuestions
from storage.tables import facts, services
from storage.views import SqlViews
from tests.storage.world import HOUR, NOW

AGE = Question("age", {"en": "Your age?", "hu": "Hány éves vagy?"}, "number", least=14, most=99)
LEVEL = Question("level", {"en": "How good?"}, "choice", False, ({"en": "New", "hu": "Új"}, {"en": "Old"}))
ADA, BEA = AdminTap(900, "Ada"), AdminTap(901, "Bea")
YOGA = ServicePlan("yoga", "group", {"en": "Yoga"}, questions=(AGE, LEVEL))
JAZZ = ServicePlan("jazz", "group", {"en": "Jazz"})
NOVA = Catalogue(account=AccountPlan("Studio Nova", "Europe/Budapest"), services=(YOGA, JAZZ))


def table(database: Database) -> SqlQuestions:
    return SqlQuestions(database, lambda: NOW)


async def test_each_change_is_there_at_once_and_in_the_history(world: Database) -> None:
    kept = table(world)
    await asking.add(kept, ADA, 1, AGE, "Your age?")
    await asking.add(kept, BEA, 1, LEVEL, "How good?")
    await asking.move(kept, ADA, 1, LEVEL, "How good?", here=1, there=0)
    await asking.require(kept, BEA, 1, LEVEL, "How good?", required=True)
    await asking.remove(kept, ADA, 1, AGE, "Your age?")
    found = await SqlViews(world, lambda: NOW).service_questions(1)
    assert found is not None and found.last is not None
    assert found.questions == (replace(LEVEL, required=True),)
    assert (found.last.by, found.last.by_id, found.last.name, found.last.at) == ("admin", 900, "Ada", NOW)
    rows = await _facts(world)
    assert [(row.data["how"], row.data["code"], row.actor_name) for row in rows] == [
        ("added", "age", "Ada"),
        ("added", "level", "Bea"),
        ("moved", "level", "Ada"),
        ("required", "level", "Bea"),
        ("removed", "age", "Ada"),
    ]
    first = rows[0].version
    assert [row.version for row in rows] == list(range(first, first + 5))
    assert rows[1].data["questions"] == to_json((AGE, LEVEL))
    assert await examine(world, NOW) == []


async def _facts(database: Database) -> list[sa.Row[tuple[object, ...]]]:
    chosen = sa.select(facts).where(facts.c.kind == "QuestionsChanged").order_by(facts.c.id)
    async with database.read.connect() as connection:
        return list((await connection.execute(chosen)).all())


async def test_an_update_that_comes_again(world: Database) -> None:
    tap = replace(ADA, update_id=7)
    await asking.add(table(world), tap, 1, AGE, "Your age?")
    with pytest.raises(AlreadyDone):
        await asking.add(table(world), tap, 1, AGE, "Your age?")
    assert len(await _facts(world)) == 1


async def test_no_such_service(world: Database) -> None:
    with pytest.raises(ServiceUnknown):
        await asking.add(table(world), ADA, 99, AGE, "Your age?")
    assert await SqlViews(world, lambda: NOW).service_questions(99) is None


async def test_two_admins_at_once_and_one_of_them_wins(world: Database) -> None:
    for question in (AGE, LEVEL):
        await asking.add(table(world), ADA, 1, question, "?")
    both = [asking.remove(table(world), tap, 1, AGE, "?") for tap in (ADA, BEA) for _ in range(5)]
    came = await asyncio.gather(*both, return_exceptions=True)
    assert sum(not isinstance(each, BaseException) for each in came) == 1
    assert sum(isinstance(each, QuestionGone) for each in came) == 9
    assert [row.data["how"] for row in await _facts(world)] == ["added", "added", "removed"]


async def test_a_rule_that_fails_changes_nothing(world: Database) -> None:
    def fails(_: object) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await table(world).decide(1, Actor("admin", 1, "Ada"), 3, "why", fails)  # type: ignore[arg-type]
    assert await _facts(world) == []


# ------------------------------------------------------------------------------------------------------- by files


async def _asked(database: Database) -> dict[str, object]:
    async with database.read.connect() as connection:
        found = await connection.execute(sa.select(services.c.code, services.c.questions))
        return {row.code: row.questions for row in found}


async def test_a_file_twice_changes_nothing_and_what_is_known_is_what_was_planned(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    assert (await known(database)).services == {"yoga": YOGA, "jazz": JAZZ}
    report = await import_catalogue(database, NOVA, NOW + HOUR)
    assert (report.changes, report.unchanged) == ((), 3)
    again = replace(NOVA, services=tuple((await known(database)).services.values()))
    assert (await import_catalogue(database, again, NOW + HOUR)).changes == ()
    assert await _asked(database) == {"yoga": to_json((AGE, LEVEL)), "jazz": []}


async def test_a_file_that_says_nothing_of_questions_leaves_them(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    silent = replace(NOVA, services=(replace(YOGA, questions=None), JAZZ))
    assert (await import_catalogue(database, silent, NOW)).changes == ()
    assert (await _asked(database))["yoga"] == to_json((AGE, LEVEL))


async def test_a_file_that_says_others_sets_those(database: Database) -> None:
    await import_catalogue(database, NOVA, NOW)
    other = replace(NOVA, services=(replace(YOGA, questions=(LEVEL,)), replace(JAZZ, questions=())))
    (change,) = (await import_catalogue(database, other, NOW)).changes
    assert change.fields == {"questions": (to_json((AGE, LEVEL)), to_json((LEVEL,)))}
    assert (await known(database)).services["yoga"].questions == (LEVEL,)
