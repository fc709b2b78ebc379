"""After the bot was killed and started again, the page shows what is in the database and on the server."""

from __future__ import annotations

from typing import Any

from bot.demo.seeding import Cast
from bot.demo.show import Show
from engine.views import EventCard
from storage.database import open_database
from storage.views import SqlViews
from tests.page.screen import Screen
from tests.page.story import persons, sits

NUMBERS = ("booked", "offered", "held", "free", "waiting", "reserve")
NEWEST = 10
PANELS = """names => Object.fromEntries([...document.querySelectorAll("section.event[data-code]")].map(event => [
    event.dataset.code,
    {
        numbers: names.map(name => Number(event.querySelector(`[data-count="${name}"]`).textContent)),
        line: [...event.querySelectorAll("ol.line li[data-person]")].map(place => place.dataset.person),
    },
]))"""
PHONE = """(person, newest) => [...document.querySelectorAll(
        `section.phone[data-person="${person}"] article.message`)].slice(-newest).map(message => ({
    id: Number(message.dataset.id),
    text: message.textContent.replace(/\\s+/g, " "),
    buttons: [...message.querySelectorAll("button.inline")].map(button => button.dataset.data),
}))"""


async def test_every_panel_is_what_views_say(screen: Screen, demo: Show, cast: Cast) -> None:
    await crash(screen, cast)
    expected = await read(demo)
    for code, event in expected.items():  # the page follows within a moment
        await screen.counts(code, **dict(zip(NUMBERS, event["numbers"], strict=True)))
        await screen.line(code, [int(person) for person in event["line"]])
    assert await screen.pane.run(PANELS, NUMBERS) == expected


async def test_every_phone_shows_what_the_server_has(screen: Screen, demo: Show, cast: Cast) -> None:
    for opened in cast.opened:
        person, chat = opened["person"], opened["chat"] or opened["person"]
        assert chat is not None
        messages = demo.stage.sandbox.world.chat(chat).messages
        newest = list(messages.values())[-NEWEST:]
        await screen.sees(
            f'section.phone[data-person="{person}"] article.message[data-id="{newest[-1]["message_id"]}"]'
        )
        shown = await screen.pane.run(PHONE, person, NEWEST)
        assert [message["id"] for message in shown] == [message["message_id"] for message in newest]
        for there, kept in zip(shown, newest, strict=True):
            assert _written(kept) in there["text"]
            assert there["buttons"] == _buttons(kept)


async def crash(screen: Screen, cast: Cast) -> None:
    """kill -9 by the stage's button; Anna taps while nobody is there; started again, the bot answers her."""
    card = await sits(screen, persons(cast).anna, "swim-thu-2")
    await screen.order("crash")
    await screen.bot("stopped")
    await screen.taps(card, "cancel")
    await screen.order("start")
    await screen.bot("running")
    await screen.shows(card, "cancel-confirm")


async def read(demo: Show) -> dict[str, Any]:
    """Every event as another reader finds it in the database."""
    database = open_database(demo.stage.database_url)
    try:
        views = SqlViews(database, demo.stage.sandbox.clock.now)
        events = (await views.events(None, 0, 100)).items
        return {card.code: await _panel(views, card) for card in events}
    finally:
        await database.close()


async def _panel(views: SqlViews, card: EventCard) -> dict[str, Any]:
    line = (await views.line(card.id, 0, 1000)).items
    persons = [await views.person_by_id(entry.person_id) for entry in line]
    return {
        "numbers": [getattr(card, name) for name in NUMBERS],
        "line": [str(person.telegram_id) for person in persons if person is not None],
    }


def _written(message: dict[str, Any]) -> str:
    """Telegram shows no payload of a deep link."""
    words = message.get("text", "").split()
    return " ".join(words[:1] if words[:1] == ["/start"] else words)


def _buttons(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]
