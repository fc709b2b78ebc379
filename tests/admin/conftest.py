"""An admin in each language, in front of an account in memory."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

import pytest

from engine.refusals import Refusal
from handlers.admin.errors import after_refusal
from handlers.admin.table import find_tap
from handlers.callbacks import LIMIT_BYTES, pack
from handlers.door import Admin, Answer, Button, Card, Rooms, Texts
from tests.admin.rooms import House
from tests.texts import TEXTS


@pytest.fixture(params=["en", "hu", "de"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return TEXTS[request.param]


Tap = Callable[..., Any]


class Desk:
    """Taps as an admin does, and judges every answer against Telegram's limits."""

    def __init__(self, house: House, texts: Texts) -> None:
        self.house = house
        rooms = Rooms(
            work=house,
            views=cast(Any, house),
            people=cast(Any, house),
            presets=house,
            questions=cast(Any, None),
            calendar=cast(Any, None),
            now=lambda: house.now,
            texts=lambda language: TEXTS[language],
            link=lambda payload: payload,
            imports=cast(Any, None),
            roles=cast(Any, None),
            group_languages=cast(Any, None),
            months=cast(Any, None),
            repairs=cast(Any, None),
            schedules=cast(Any, None),
            runs=cast(Any, None),
            locks=cast(Any, None),
        )
        self.admin = Admin(rooms, 77, "Ádám <x>", texts, 1)

    def of(self, telegram_id: int, name: str) -> "Desk":
        """The same group, another admin."""
        other = Desk(self.house, self.admin.texts)
        other.admin = replace(other.admin, telegram_id=telegram_id, name=name)
        return other

    async def tap(self, verb: str, *args: int) -> Answer:
        found = find_tap(pack(verb, *args))
        assert found is not None, verb
        handler, call = found
        try:
            answer = await handler(self.admin, *call.args)
        except Refusal as refusal:
            answer = await after_refusal(self.admin, call.verb, call.args, refusal)
        return judged(answer)


def judged(answer: Answer) -> Answer:
    """The answer, fit for Telegram, with buttons that lead somewhere."""
    assert len(answer.toast) <= 200
    assert not answer.alert or answer.toast
    for card in (answer.card, answer.further):
        if card is not None:
            fit(card)
    return answer


def fit(card: Card) -> Card:
    assert 1 <= len(card.text) <= 4096
    assert "<x>" not in card.text and "<i>" not in card.text and "Anna <b>" not in card.text
    for button in buttons(card):
        assert len(button.data.encode()) <= LIMIT_BYTES
        assert 1 <= len(button.label) <= 64
        assert find_tap(button.data) is not None, button.data
    return card


def buttons(card: Card | None) -> list[Button]:
    return [button for row in card.rows for button in row] if card else []


def button(card: Card | None, verb: str) -> Button:
    """The first button of a verb."""
    return next(found for found in buttons(card) if found.data.split(":")[1] == verb)


def verbs(card: Card | None) -> set[str]:
    return {found.data.split(":")[1] for found in buttons(card)}
