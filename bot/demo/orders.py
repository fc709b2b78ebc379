"""What the stage's buttons do: JSON in, JSON out, at once; what takes time goes on by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.demo.crowd import MOST
from bot.demo.keeper import Keeper
from bot.demo.panels import Json
from bot.demo.stage import CHAPTERS, SOON, Stage

SENDING = ("sendMessage", "editMessageText", "editMessageReplyMarkup")
SEATS_MOST = 100


class NotNow(ValueError):
    """An order that makes no sense at this moment. The page says why in its reader's language, by the `code`."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def crash(stage: Stage, _: Json) -> Json:
    """kill -9. Raises NotNow when nothing runs."""
    stage.run(_running(stage).kill(), "crash")
    return {}


def start(stage: Stage, _: Json) -> Json:
    """Start the bot again. Raises NotNow during the set-up."""
    stage.run(_keeper(stage).start(), "start")
    return {}


def too_many(stage: Stage, order: Json) -> Json:
    """Telegram answers the next `times` sendings with 429 and `retry_after`."""
    times, wait = _number(order, "times", 5, 1, 100), _number(order, "retry_after", 3, 1, 60)
    stage.sandbox.faults.add("too_many_requests", SENDING, times=times, retry_after=wait)
    return _faults(stage)


def away(stage: Stage, order: Json) -> Json:
    """Telegram is away for some seconds."""
    seconds = _number(order, "seconds", 10, 1, 120)
    fault = stage.sandbox.faults.add("away")

    def back() -> None:
        stage.sandbox.faults.lift(fault.id)
        stage.stir()

    asyncio.get_running_loop().call_later(seconds, back)
    return _faults(stage)


def lift(stage: Stage, _: Json) -> Json:
    """Take every fault away."""
    stage.sandbox.faults.lift()
    return _faults(stage)


def crowd(stage: Stage, order: Json) -> Json:
    """A crowd for an event of its own. Raises NotNow while another one is at the door."""
    _running(stage)
    if stage.crowd is not None and stage.crowd.state != "done":
        raise NotNow("crowd", "a crowd is at the door already: wait until everybody has an answer")
    people, seats = _number(order, "people", 200, 1, MOST), _number(order, "seats", 10, 1, SEATS_MOST)
    came = stage.comes(people, seats)
    return {"id": came.id, "code": came.code}


def play(stage: Stage, order: Json) -> Json:
    """Play a chapter on the phones of the page. Raises NotNow when it has been played, or while another one plays."""
    _running(stage)
    chapter = order.get("chapter", "seats")
    if chapter not in CHAPTERS:
        raise ValueError(f"chapter is {chapter!r}: one of {', '.join(CHAPTERS)} is expected")
    if chapter in stage.played:
        raise NotNow("played", "the story has been played in this world: start anew to see it again")
    if stage.playing:
        raise NotNow("playing", "another story is playing: stop it first, or wait until it is over")
    stage.plays(chapter)
    return {}


def stop(stage: Stage, _: Json) -> Json:
    """The story ends where it is. Raises NotNow when none plays."""
    if not stage.playing:
        raise NotNow("quiet", "no story is playing")
    stage.stops()
    return {}


def reset(stage: Stage, _: Json) -> Json:
    """Another world: everybody starts anew."""
    stage.sandbox.feed.tell("reset", None, {})
    asyncio.get_running_loop().call_later(SOON, stage.end, True)
    return {}


Order = Callable[[Stage, Json], Json]
ORDERS: dict[str, Order] = {
    order.__name__: order for order in (crash, start, too_many, away, lift, crowd, play, stop, reset)
}


def _keeper(stage: Stage) -> Keeper:
    if stage.keeper is None:
        raise NotNow("setting-up", "the demo is still being set up")
    return stage.keeper


def _running(stage: Stage) -> Keeper:
    keeper = _keeper(stage)
    if not stage.ready:
        raise NotNow("setting-up", "the demo is still being set up")
    if keeper.state != "running":
        raise NotNow("down", "the bot is down: start it first")
    return keeper


def _faults(stage: Stage) -> Json:
    stage.stir()
    return {"faults": [rule.document() for rule in stage.sandbox.faults.rules()]}


def _number(order: Json, name: str, usual: int, least: int, most: int) -> int:
    value = order.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"{name} is {value!r}: a whole number from {least} to {most} is expected")
    return value
