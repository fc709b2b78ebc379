"""What a guest does on their phone, step by step; buttons are found by what they do, in whatever language."""

from __future__ import annotations

from collections.abc import Container

from bot.demo.process import DemoFailed
from bot.demo.story import does, has, shows
from bot.sandbox import Phone, Shown, Toast
from bot.sandbox.rooms import Room, Wanted

PATIENCE = 30.0
CARD = frozenset({"book", "join", "cancel", "leave", "accept", "ask"})
"""Buttons of an event's card, whoever looks at it."""


async def sees(room: Room, wanted: Wanted, what: str, patience: float = PATIENCE, after: int = 0) -> Shown:
    """Wait for a message like that. Raises DemoFailed that names `what` never came."""
    try:
        return await room.waits_for(wanted, patience, after=after)
    except TimeoutError:
        who = getattr(room, "name", "") or getattr(room, "title", "")
        raise DemoFailed(f"{who} has waited {patience:.0f} s for {what}") from None


async def opens(phone: Phone, code: str, patience: float = PATIENCE) -> Shown:
    """Follow the event's link; its card."""
    return await follows(phone, f"e-{code}", CARD, patience)


async def follows(phone: Phone, link: str, verbs: Container[str], patience: float = PATIENCE) -> Shown:
    """The card behind the link, with a button that does one of these."""
    sent = await phone.start(link)
    after = int(sent["message_id"])
    return await sees(
        phone, lambda message: has(message, verbs.__contains__), f"the card of {link}", patience, after
    )


async def taps(phone: Phone, card: Shown, verb: str, patience: float = PATIENCE, which: int = 0) -> Toast:
    """Tap the button of this card that does that, as soon as it is there; the bot's answer. `which`: of several."""
    now = await _turns(phone, card, verb, patience)
    data = [button.data for button in now.buttons if does(button.data, verb)]
    return await phone.taps(data=data[which], message=card.id, timeout=patience)


async def done(phone: Phone, card: Shown, *verbs: str, which: int = 0) -> None:
    """Tap one after another. Raises DemoFailed where the bot refuses."""
    for verb in verbs:
        toast = await taps(phone, card, verb, which=which)
        if not toast.answered or toast.alert:
            raise DemoFailed(f"{phone.name} tapped {verb} and was told: {toast.text or 'nothing'}")


async def books(phone: Phone, code: str) -> Shown:
    """Take a seat; the card, which can cancel it."""
    card = await opens(phone, code)
    await done(phone, card, "book")
    return await _turns(phone, card, "cancel")


async def joins(phone: Phone, code: str) -> Shown:
    """Wait in line; the card, which can leave it."""
    card = await opens(phone, code)
    await done(phone, card, "join", "join-confirm")
    return await _turns(phone, card, "leave")


async def asks(phone: Phone, code: str) -> Shown:
    """Ask for a place where the organiser decides; the card, which can take it back."""
    card = await opens(phone, code)
    await done(phone, card, "ask")
    return await _turns(phone, card, "take-back")


async def meets(phone: Phone, service: str) -> Shown:
    """Take an appointment and answer what is asked; on the second day that has one, as the first may be over soon."""
    card = await follows(phone, f"s-{service}", {"slots"})
    await done(phone, card, "slots", which=1)
    await done(phone, card, "slot", "slot-book", "answer")
    return await _turns(phone, card, "cancel")


async def _turns(phone: Phone, card: Shown, verb: str, patience: float = PATIENCE) -> Shown:
    """Wait until the card has a button that does that."""
    return await sees(
        phone, lambda message: message.id == card.id and shows(verb)(message), f"{verb} on a card", patience
    )
