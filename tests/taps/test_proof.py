"""Verify, on the card of a final month: computed again from what its export says, with what holds or what differs."""

from __future__ import annotations

import pytest

from engine.planning import Document
from handlers.admin.proof_cards import FEW
from tests.rules.greedy import greedy
from tests.taps import drawn, months
from tests.taps.hall import Hall
from tests.taps.stages import Stage
from tests.taps.words import says


async def test_a_draw_that_another_method_made_differs(hall: Hall, language: str) -> None:
    """Every place where it does is counted, and the first ones are named."""
    stage = Stage(hall, language)
    dora, period = await drawn.final(stage), await months.period_id(stage)
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period", period, chat=hall.group)
    await dora.presses("a-batch-verify", chat=hall.group)
    text = (await dora.newest(hall.group)).text
    assert says(language, "proof-differs", text) and says(language, "proof-differs-next", text), text
    assert not says(language, "proof-holds", text)
    named = [line for line in text.splitlines() if says(language, "proof-difference", line)]
    assert 0 < len(named) <= FEW and any(line.startswith("runs") for line in named), text


async def test_a_draw_of_an_earlier_method_is_not_computed_again(
    hall: Hall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card says so, and offers the file for whoever has that method."""

    def earlier(problem: Document) -> Document:
        return {**greedy(problem), "engine_version": "allocation-1"}

    monkeypatch.setattr(drawn, "greedy", earlier)
    stage = Stage(hall, language)
    dora, period = await drawn.final(stage), await months.period_id(stage)
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period", period, chat=hall.group)
    await dora.presses("a-batch-verify", chat=hall.group)
    card = await dora.newest(hall.group)
    assert says(language, "proof-earlier", card.text) and not says(language, "proof-differs", card.text), card
    assert any("a-export-file" in button.data for button in card.buttons)


async def test_there_is_nothing_to_verify_before_a_month_is_final(hall: Hall) -> None:
    stage = Stage(hall, "en")
    dora, period = await drawn.drawn(stage), await months.period_id(stage)
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period", period, chat=hall.group)
    card = await dora.newest(hall.group)
    assert not any("a-batch-verify" in button.data for button in card.buttons)
    toast = await dora.taps_on(card.id, f"1:a-batch-verify:{period}", hall.group)
    assert toast.alert, toast
