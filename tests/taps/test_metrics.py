"""A month's figures in the admins' group: as text and as a picture, by version and by month, in every language."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from handlers.callbacks import pack
from storage.tables import periods
from tests.taps import metrics, months
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says


async def newest(dora: Human) -> str:
    return (await dora.newest(dora.hall.group)).text


async def test_nothing_is_there_yet(hall: Hall) -> None:
    """The command says where figures come from; a month without a version leads back to it."""
    stage = Stage(hall)
    dora = await stage.admin()
    await dora.types("/metrics", chat=hall.group)
    assert says("en", "metrics-none", await newest(dora))
    await months.closed(stage)
    period = await months.period_id(stage)
    for data in (pack("a-metrics", period, 0), pack("a-metrics-versions", period), pack("a-metrics-months")):
        await dora.taps_on((await dora.newest(hall.group)).id, data, hall.group)
        assert says("en", "metrics-none", await newest(dora))


async def test_what_a_version_is_worth(hall: Hall, language: str) -> None:
    """Each figure with what it means; the version before it is a tap away."""
    stage = Stage(hall, language)
    dora = await metrics.figured(stage)
    shown = await dora.newest(hall.group)
    for key in (
        "head",
        "draft",
        "success",
        "open",
        "planned",
        "choices",
        "even",
        "fair-none",
        "load",
        "counted",
    ):
        assert says(language, f"metrics-{key}", shown.text), key
    assert not says(language, "metrics-because", shown.text)
    assert dora.texts.plain("label-percent", percent=100) in shown.text
    (period,) = await hall.studio.rows(periods)
    assert dora.texts.month(period.month) in shown.text
    await dora.taps("a-metrics", period.id, 1, chat=hall.group)
    assert await newest(dora) != shown.text
    await dora.presses("a-metrics-versions", chat=hall.group)
    text = await newest(dora)
    assert text.count(dora.texts.plain("label-metrics-version", number=1)) == 1
    await dora.presses("a-metrics", "a-metrics-months", chat=hall.group)
    assert says(language, "metrics-months", await newest(dora))
    assert says(language, "metrics-line", await newest(dora))
    await dora.presses("a-metrics", chat=hall.group)
    assert says(language, "metrics-draft", await newest(dora))


async def test_what_became_of_a_plan(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await metrics.finalized(stage)
    text = await newest(dora)
    for key in ("booked", "actual", "kept"):
        assert says(language, f"metrics-{key}", text), key
    period = await months.period_id(stage)
    await dora.taps("a-metrics-versions", period, chat=hall.group)
    assert says(language, "metrics-version-booked", await newest(dora))


@pytest.mark.parametrize("dark", [0, 1])
async def test_a_picture_is_sent_as_one(hall: Hall, language: str, dark: int) -> None:
    """Telegram shows it at once; it is light or dark, and in the group's language."""
    stage = Stage(hall, language)
    dora = await metrics.figured(stage)
    period = await months.period_id(stage)
    await dora.taps("a-metrics-picture", period, 2, dark, chat=hall.group)
    shown = await dora.newest(hall.group)
    assert says(language, "metrics-head", shown.text)
    (photo,) = shown.raw["photo"]
    picture = Image.open(io.BytesIO(hall.sandbox.files[photo["file_id"]].content))
    assert picture.format == "PNG" and picture.width == 1080
    corner = picture.convert("L").getpixel((2, 2))
    assert isinstance(corner, int) and (corner < 64) == bool(dark)


async def test_the_month_leads_to_its_figures_and_back(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await metrics.batched(stage)
    await dora.presses("a-metrics", chat=hall.group)
    assert says("en", "metrics-success", await newest(dora))
    await dora.presses("a-period", chat=hall.group)
    assert says("en", "batch-answers", await newest(dora))


@pytest.mark.parametrize(("verb", "numbers"), [("a-metrics", (9,)), ("a-metrics-picture", (9, 0))])
async def test_a_version_that_is_not_there(hall: Hall, verb: str, numbers: tuple[int, ...]) -> None:
    stage = Stage(hall)
    dora = await metrics.figured(stage)
    hall.refusals_expected = True
    data = pack(verb, await months.period_id(stage), *numbers)
    toast = await dora.taps_on((await dora.newest(hall.group)).id, data, hall.group)
    assert says("en", "refusal-no-run", toast.text)
