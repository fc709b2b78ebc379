"""What a person does, step by step; buttons are found by what they do, so the words may change."""

from __future__ import annotations

from bot.demo.story import does, shows
from bot.sandbox.driver import Phone, Toast


async def opens(phone: Phone, code: str = "yoga-1") -> None:
    """Open the event's card by its deep link."""
    seen = (await phone.messages())[-1].id if await phone.messages() else 0
    await phone.start(f"e-{code}")
    await phone.waits_for(lambda m: "Studio A" in m.text, after=seen)


async def tap(phone: Phone, verb: str) -> Toast:
    """Tap the newest button that does this, as soon as it is shown."""
    await phone.waits_for(shows(verb))
    return await phone.taps(lambda button: does(button.data, verb))


async def taps(phone: Phone, *verbs: str) -> None:
    """Tap one after another; each must be done, and none of them refused."""
    for verb in verbs:
        toast = await tap(phone, verb)
        assert toast.answered, verb
        assert not toast.alert, (verb, toast.text)


async def books(phone: Phone, code: str = "yoga-1") -> None:
    await opens(phone, code)
    await taps(phone, "book")
    await phone.waits_for(shows("cancel"))


async def joins(phone: Phone, code: str = "yoga-1") -> None:
    await opens(phone, code)
    await taps(phone, "join", "join-confirm")
    await phone.waits_for(shows("leave"))


async def cancels(phone: Phone) -> None:
    await taps(phone, "cancel", "cancel-confirm")
