"""The main job, with taps only: a full class, a line, a cancellation, an offer that is taken, one that runs out and
goes on to the next, and a seat that an admin gives by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.demo.hands import books
from bot.demo.seeding import Cast
from bot.demo.stage import Stage
from bot.sandbox import Sandbox
from tests.page.screen import Card, Screen

UNCHANGED = "message is not modified"
VALIDITY_MINUTES, ROUNDING_MINUTES = 120, 5  # a deadline is told as a full minute
REGULARS = ("Emily", "Oliver", "Grace", "Harry", "Sophie", "Réka", "Gergő")
"""They live in the demo, but their phones are not on the page."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Who plays: three guests with a language each, and the studio's owner."""

    anna: int
    bence: int
    clara: int
    dora: int


def persons(cast: Cast) -> Persons:
    """Their ids."""
    return Persons(*(cast.phones[name].id for name in ("Anna", "Bence", "Clara", "Dóra")))


def unrefused(sandbox: Sandbox) -> None:
    """Raises AssertionError if the server, which judges by Telegram's documented limits, has refused anything.

    An edit that changes nothing breaks no limit: the letter that corrects a card may come after the tap that did it.
    """
    calls = [call for call in sandbox.journal.since() if call["verdict"] != "accepted"]
    refused = [call for call in calls if UNCHANGED not in call.get("description", "")]
    assert not refused, refused


async def event(stage: Stage, code: str) -> dict[str, Any]:
    """What the stage knows of an event."""
    state = await stage.document()
    (found,) = [event for event in state["events"] if event["code"] == code]
    return dict(found)


async def fill(stage: Stage, code: str) -> None:
    """Regulars book until at most one seat is left."""
    assert stage.cast is not None
    now = await event(stage, code)
    inside = {booking["person"] for booking in now["bookings"]}
    others = [phone for name in REGULARS if (phone := stage.cast.phones[name]).id not in inside]
    for phone in others[: max(0, now["free"] - 1)]:
        await books(phone, code)


async def sits(screen: Screen, person: int, code: str) -> Card:
    """The person has a seat, if not before then now; their card."""
    card = await screen.opens(person, code)
    if not await screen.has(card, "cancel"):
        await screen.taps(card, "book")
        await screen.shows(card, "cancel")
    return card


async def takes(screen: Screen, person: int, code: str) -> Card:
    """The same, and it is the last seat."""
    card = await sits(screen, person, code)
    await screen.counts(code, free=0)
    return card


async def joins(screen: Screen, person: int, code: str) -> Card:
    """The person waits in line; their card."""
    card = await screen.opens(person, code)
    await screen.taps(card, "join", "join-confirm")
    await screen.shows(card, "leave")
    return card


async def offers(screen: Screen, who: Persons, code: str) -> None:
    """Anna takes the last seat; Bence and Clara wait; the seat goes from hand to hand."""
    anna = await takes(screen, who.anna, code)
    await joins(screen, who.bence, code)
    await joins(screen, who.clara, code)
    await screen.line(code, [who.bence, who.clara])

    before = await screen.newest(who.bence)
    await screen.taps(anna, "cancel", "cancel-confirm")
    offer = await screen.waits_for(who.bence, "accept", after=before)
    await screen.counts(code, offered=1, free=0)
    await screen.taps(offer, "accept")
    await screen.shows(offer, "cancel")
    await screen.line(code, [who.clara])

    await joins(screen, who.anna, code)
    seen = {person: await screen.newest(person) for person in (who.anna, who.clara)}
    await screen.taps(offer, "cancel", "cancel-confirm")
    missed = await screen.waits_for(who.clara, "accept", after=seen[who.clara])
    for minutes in (VALIDITY_MINUTES, ROUNDING_MINUTES):
        await screen.push(minutes)
    following = await screen.waits_for(who.anna, "accept", after=seen[who.anna])
    await screen.lacks(missed, "accept")
    await screen.taps(following, "accept")
    await screen.shows(following, "cancel")
    await screen.counts(code, offered=0, free=0)
    await screen.line(code, [who.clara])


async def by_hand(screen: Screen, leaves: int, waits: int, dora: int, code: str, promoted: int) -> None:
    """A seat of an event that is filled by hand comes free; Dóra gives it with a tap in the admins' group."""
    card = await takes(screen, leaves, code)
    await joins(screen, waits, code)
    seen, before = await screen.newest(dora), await screen.newest(promoted)
    await screen.taps(card, "cancel", "cancel-confirm")
    freed = await screen.waits_for(dora, "a-freed-promote", after=seen)
    await screen.taps(freed, "a-freed-promote")
    await screen.waits_for(promoted, "cancel", after=before)
    await screen.counts(code, free=0, offered=0)
    await screen.lacks(freed, "a-freed-promote")
