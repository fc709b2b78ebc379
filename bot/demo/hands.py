"""What a guest does on their phone, step by step; buttons are found by what they do, in whatever language."""

from __future__ import annotations

from bot.demo.process import DemoFailed
from bot.demo.story import does, has, shows
from bot.sandbox import Phone, Shown, Toast

PATIENCE = 30.0
CARD = frozenset({"book", "join", "cancel", "leave", "accept"})
"""Buttons of an event's card, whoever looks at it."""


async def opens(phone: Phone, code: str, patience: float = PATIENCE) -> Shown:
    """Follow the event's link; its card."""
    sent = await phone.start(f"e-{code}")
    return await phone.waits_for(
        lambda message: has(message, CARD.__contains__), patience, after=int(sent["message_id"])
    )


async def taps(phone: Phone, card: Shown, verb: str, patience: float = PATIENCE) -> Toast:
    """Tap the button of this card that does that, as soon as it is there; the bot's answer."""
    now = await phone.waits_for(lambda message: message.id == card.id and shows(verb)(message), patience)
    data = next(button.data for button in now.buttons if does(button.data, verb))
    return await phone.taps(data=data, message=card.id, timeout=patience)


async def done(phone: Phone, card: Shown, *verbs: str) -> None:
    """Tap one after another. Raises DemoFailed where the bot refuses."""
    for verb in verbs:
        toast = await taps(phone, card, verb)
        if not toast.answered or toast.alert:
            raise DemoFailed(f"{phone.name} tapped {verb} and was told: {toast.text or 'nothing'}")


async def books(phone: Phone, code: str) -> Shown:
    """Take a seat; the card, which can cancel it."""
    card = await opens(phone, code)
    await done(phone, card, "book")
    return await phone.waits_for(lambda message: message.id == card.id and shows("cancel")(message), PATIENCE)


async def joins(phone: Phone, code: str) -> Shown:
    """Wait in line; the card, which can leave it."""
    card = await opens(phone, code)
    await done(phone, card, "join", "join-confirm")
    return await phone.waits_for(lambda message: message.id == card.id and shows("leave")(message), PATIENCE)
