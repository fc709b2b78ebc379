"""Whatever a button's data, a text or a link may be: one answer, no apology, and for what was forged no change."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox import Phone
from handlers.admin.table import TAPS as ADMIN_TAPS
from handlers.callbacks import parse
from handlers.table import TAPS
from storage.doctor import examine
from tests.taps.hall import LANGUAGES, Hall, Human, opened
from tests.taps.stages import Stage
from tests.taps.words import says

IN_ONE_HALL = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
NUMBERS = st.one_of(
    st.integers(0, 60),
    st.integers(40_000, 40_040),
    st.sampled_from([2**31, 2**63 - 1, 2**63, 10**30, -1]),
).map(str)
ODD = st.sampled_from(["", " 7 ", "1e3", "1_000", "٣", "+1", "0x1", "007", "7\n", "½", "\x00"])
CALLS = st.builds(
    lambda version, verb, args: ":".join((version, verb, *args)),
    st.sampled_from(["1", "1", "1", "1", "0", "2", "", "11"]),
    st.sampled_from([*TAPS, *ADMIN_TAPS, "", "nothing", "Book", "book "]),
    st.lists(st.one_of(NUMBERS, ODD), max_size=4),
)
DATA = st.one_of(CALLS, st.text(max_size=64), st.none())
TEXTS = st.one_of(
    st.text(max_size=200),
    st.text(st.characters(), max_size=40),
    st.builds("/{}{} {}".format, st.sampled_from(["start", "events", "my", "settings", "help", "x"]),
              st.sampled_from(["", "@nextseat_sandbox_bot", "@other"]), st.text(max_size=64)),
    st.builds("/start {}-{}".format, st.sampled_from("se"), st.text(max_size=64)),
    st.sampled_from(["<b>", "&amp;", "{ $name }", "'; DROP TABLE seats; --", "a\x00b", "\ud800", "\u202e\u2066abc",
                     "e\u0301\u0302\u0303\u0304\u0305" * 50, "🦄" * 2000, "\u200b", "/start e-\x00", "/start s-\ud800",
                     "/start " + "x" * 4000, "/", "//", "/ start", "/@", "/start@", "x\n" * 2000]),
)  # fmt: skip


async def _apologised(hall: Hall, text: str) -> bool:
    return any(says(language, "error-apology", text) for language in LANGUAGES)


@settings(suppress_health_check=IN_ONE_HALL)
@given(st.lists(st.tuples(st.booleans(), DATA), min_size=5, max_size=5))
async def test_any_data(hall: Hall, taps: list[tuple[bool, str | None]]) -> None:
    """Of a participant and of an admin: answered once, without an apology, and the database stays sound."""
    anna = hall.people.get("anna") or await _met(hall)
    for as_admin, data in taps:
        chat = hall.group if as_admin else None
        message = hall.people["panel" if as_admin else "card"]
        toast = await anna.taps_on(message, data, chat)
        assert not await _apologised(hall, toast.text), data
        assert toast.alert or data is not None
        call = parse(data or "")
        if call is None:
            assert toast.alert
    assert await examine(hall.house.database, hall.calendar()) == []


async def _met(hall: Hall) -> Human:
    """One person who may do everything, in front of a card in each chat, while others have things of their own."""
    stage = Stage(hall)
    await stage.freed("clay-1")
    await stage.booked("yoga-1", "Zoe")
    anna = await hall.person("Anna")
    await hall.group.gives("administrator", anna.phone)
    await hall.settle()
    await anna.types("/events", chat=hall.group)
    hall.people |= {
        "anna": anna,
        "card": (await anna.newest()).id,
        "panel": (await anna.newest(hall.group)).id,
    }
    return anna


@settings(suppress_health_check=IN_ONE_HALL)
@given(st.lists(st.tuples(st.booleans(), TEXTS), min_size=3, max_size=3))
async def test_any_text(hall: Hall, texts: list[tuple[bool, str]]) -> None:
    """Every text of a person is answered by one message; in a party's question, too."""
    await _any_text(hall, texts)


@settings(max_examples=15, suppress_health_check=IN_ONE_HALL)
@given(st.lists(st.tuples(st.booleans(), TEXTS), min_size=3, max_size=3))
async def test_any_text_on_postgresql(hall_on_postgres: Hall, texts: list[tuple[bool, str]]) -> None:
    """The other engine knows other letters that it cannot keep."""
    await _any_text(hall_on_postgres, texts)


async def _any_text(hall: Hall, texts: list[tuple[bool, str]]) -> None:
    anna = hall.people.get("anna") or await hall.person("Anna")
    hall.people["anna"] = anna
    for asked, text in texts:
        if asked:
            await anna.taps_on((await anna.newest()).id, f"1:party:{hall.event('yoga-2')}:3")
        before = (await anna.newest()).id
        await _written(hall, anna.phone, text)
        answers = [
            m for m in await anna.phone.messages() if m.id > before and m.sender_id == hall.sandbox.bot.id
        ]
        assert 1 <= len(answers) <= 2, text
        assert not any([await _apologised(hall, answer.text) for answer in answers]), text


UNKEPT = ("/start e-a\x00b", "/start s-\ud800", "a\x00b", "\ud800", "/my\x00", "x\udfffy\nz")


async def test_letters_that_a_database_does_not_take(either_hall: Hall) -> None:
    await _any_text(either_hall, [(asked, text) for text in UNKEPT for asked in (False, True)])


async def _written(hall: Hall, phone: Phone, text: str) -> None:
    """As it comes from Telegram, which no app would send like this."""
    await phone.line.do("sends", {"person": phone.id, "content": {"text": text}})
    await hall.settle()


@pytest.fixture
async def hall_on_postgres(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    async with opened(postgres_url, monkeypatch) as hall:
        yield hall


# ------------------------------------------------------------------------------------------------- walks


@pytest.mark.parametrize("seed", range(4))
async def test_any_way_through_the_buttons(hall: Hall, seed: int) -> None:
    """Three people and an admin tap whatever is shown to them, while time goes on: always an answer, never an apology,
    and the database stays sound."""
    dice, people = random.Random(seed), await _walkers(hall)
    for step in range(60):
        if dice.random() < 0.05:
            await hall.forward(minutes=dice.choice([5, 50, 90]))
        human, chat = dice.choice(people)
        message = dice.choice(
            [m for m in (await (chat or human.phone).messages())[-4:] if m.buttons] or [None]
        )
        if message is None:
            await human.types("/events", chat=chat)
            continue
        toast = await human.taps_on(message.id, dice.choice(message.buttons).data, chat)
        assert not await _apologised(hall, toast.text)
        if dice.random() < 0.1:
            await human.types(
                dice.choice(["Bea", "/my", "/events", "/start e-yoga-1", "/start e-clay-1", "/cancel"])
            )
        if step % 12 == 0:
            assert await examine(hall.house.database, hall.calendar(), settled=False) == []


async def _walkers(hall: Hall) -> list[tuple[Human, Any]]:
    stage = Stage(hall)
    people: list[tuple[Human, Any]] = []
    for name, code in (("Anna", "yoga-1"), ("Ben", "clay-1"), ("Cleo", "jazz-1")):
        human = await stage.somebody(name)
        await human.opens(code)
        people.append((human, None))
    return [*people, (await stage.managing("clay-1"), hall.group)]


# ------------------------------------------------------------------------------------------------- names

NAMES = {
    "markup": "<b>Ann</b> & <i>co",
    "entity": "&lt;script&gt;",
    "fluent": "{ $name } { -x }",
    "right-to-left": "שָׁלוֹם عائشة",
    "override": "\u202eann\u2066A",
    "emoji": "👩‍👩‍👧‍👦🇭🇺" * 4,
    "long": "W" * 64,
    "lines": "An\nna\tZ",
    "nothing": "\u2060\u3164",
    "at": "@durov /start https://t.me",
}


@pytest.mark.parametrize("kind", NAMES)
async def test_a_name_is_data(hall: Hall, kind: str) -> None:
    """In a greeting, in line, in the admins' lists, cards and toasts: as it is, and never read as anything else."""
    first, last = NAMES[kind], NAMES[kind] if kind == "long" else None
    stage = Stage(hall)
    dora, _, _ = await stage.freed("clay-1")
    anna = Human(hall, await hall.driver.person(first, last_name=last, language_code="en"), "en")
    await anna.opens("clay-1")
    await anna.presses("join", "join-confirm")
    await stage.manages(dora, "clay-1")
    await dora.presses("a-line", chat=hall.group)
    entry = await stage.entry_id(anna)
    await dora.taps("a-entry", hall.event("clay-1"), entry, chat=hall.group)
    await dora.presses("a-promote", "a-promote-because", chat=hall.group)
    await dora.presses("a-bookings", "a-booking", "a-cancel-ask", chat=hall.group)
    person = await hall.studio.views.person(anna.id)
    assert person is not None
    assert person.name and len(person.name) <= 60
    assert person.name in (await dora.newest(hall.group)).text
    await anna.starts()
    assert person.name in (await anna.newest()).text
    assert not set(person.name) & set("\n\t\u202e\u2066\u2060\u3164")
    if kind in ("markup", "entity", "fluent", "at"):
        assert person.name == first


@pytest.mark.parametrize("kind", NAMES)
async def test_an_admins_name_is_data(hall: Hall, kind: str) -> None:
    """It stands on a card as who holds a seat."""
    stage = Stage(hall)
    dora = await stage.admin()
    await hall.driver.line.do("changes", {"person": dora.id, "first_name": NAMES[kind]})
    await stage.manages(dora, "clay-2")
    await dora.presses("a-hold", "a-refresh", "a-release", chat=hall.group)
