"""Who would get in or out, in words, and how full the events would be."""

from collections.abc import Iterator

from engine.rules.foresight import Effect, Fill, Outcome, Share, Shares, outcome_at
from engine.views import EventCard
from handlers.admin.effects import stopped
from handlers.admin.layout import lines, named
from handlers.door import Admin, Html

NAMED = 6


async def told(admin: Admin, effect: Effect, event: EventCard, also: EventCard | None = None) -> Html:
    """At the event, and at the other one that the change is about; who hears of it; whether anything runs at all."""
    said = [await _at(admin, effect, event)]
    if also is not None:
        said.append(lines(admin.say("whatif-there"), await _at(admin, effect, also)))
    hear = tuple(Share(person_id, 1) for person_id in effect.told)
    heard = await _people(admin, "whatif-told", hear) if hear else admin.say("whatif-told-nobody")
    over = effect.after[event.id].event.status == "cancelled"  # then nobody expects anything to run
    return lines(*said, heard, *([] if over else stopped(admin, effect)))


async def _at(admin: Admin, effect: Effect, event: EventCard) -> Html:
    outcome = outcome_at(effect, event.id)
    groups = [await _people(admin, key, shares) for key, shares in _groups(outcome) if shares]
    kept = [await _kept(admin, event, shares) for shares in _alike(outcome.shifted)]
    offered = [await _promised(admin, event, shares) for shares in _alike(outcome.offered)]
    waits = admin.plain("label-effect-waits", count=outcome.left_over)
    return lines(
        admin.say("whatif-now", text=_fill(admin, outcome.before)),
        admin.say("whatif-then", text=_fill(admin, outcome.after)),
        *kept,
        *groups,
        *offered,
        None if kept or groups or offered else admin.say("whatif-nobody"),
        admin.say("auto-effect-line", text=waits) if outcome.left_over else None,
        admin.say("whatif-next-offer") if outcome.one_by_one else None,
    )


def _groups(outcome: Outcome) -> tuple[tuple[str, Shares], ...]:
    return (
        ("whatif-booked", outcome.booked),
        ("whatif-displaced", outcome.displaced),
        ("whatif-cancelled", outcome.cancelled),
        ("whatif-renewed", outcome.renewed),
        ("whatif-withdrawn", outcome.withdrawn),
        ("whatif-closed", outcome.closed),
    )


def _fill(admin: Admin, fill: Fill) -> str:
    return admin.plain(
        "label-whatif-fill",
        booked=fill.booked,
        capacity=fill.capacity,
        offered=fill.offered,
        held=fill.held,
        free=fill.free,
        waiting=fill.waiting,
    )


def _alike(shares: Shares) -> Iterator[Shares]:
    """Those with the same time, together."""
    ends = dict.fromkeys((share.until, share.last_call) for share in shares)
    for end in ends:
        yield tuple(share for share in shares if (share.until, share.last_call) == end)


async def _kept(admin: Admin, event: EventCard, shares: Shares) -> Html:
    until = shares[0].until
    if until is None:
        return await _people(admin, "whatif-keeps", shares)
    when = admin.texts.until(until, event.timezone, admin.rooms.now())
    return await _people(admin, "whatif-asked", shares, until=when)


async def _promised(admin: Admin, event: EventCard, shares: Shares) -> Html:
    first = shares[0]
    assert first.until is not None  # an offer ends
    until = admin.texts.until(first.until, event.timezone, admin.rooms.now())
    key = "whatif-called" if first.last_call else "whatif-offered"
    return await _people(admin, key, shares, until=until)


async def _people(admin: Admin, key: str, shares: Shares, **values: object) -> Html:
    more = max(len(shares) - NAMED, 0)
    return admin.say(key, names=await _names(admin, shares), more=more, **values)


async def _names(admin: Admin, shares: Shares) -> str:
    found = [(await admin.rooms.views.person_by_id(share.person_id), share.seats) for share in shares[:NAMED]]
    return ", ".join(
        admin.plain("label-whatif-person", name=named(person.name), seats=seats)
        for person, seats in found
        if person is not None
    )
