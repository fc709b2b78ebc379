"""Everybody does anything at once: a crowd of actors over several events and two services with their reserve lists,
each with one tap after another, on two replicas."""

import asyncio
from datetime import timedelta
from random import Random

from engine.refusals import Refusal
from engine.rules.configuring import Change, OpenOffers
from engine.services import booking, by_hand, capacity, dates, offers, seats, waitlist
from engine.services.configuring import Switches
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, Settings
from engine.state import Decline
from tests.races.arena import Arena, Call
from tests.races.contests import accept, book, cancel, join, move, reserve, sweep
from tests.races.deeds import call_off, configure, configure_account, configure_service, distribute, finalize
from tests.races.ledger import Ledger
from tests.services.world import HOUR, NOW, World

ACTORS, TAPS = 12, 10
EVENTS = 6
PEOPLE = 40
ADA = AdminTap(900, "Ada", reason="because")
THENS: tuple[Decline, ...] = ("keep", "leave", "pause")
RULES = (
    Settings(offer=OfferRules(parallel=1, validity=HOUR)),
    Settings(offer=OfferRules(parallel=0, validity=HOUR, party_fit="best")),
    Settings(mode=Mode.LEGACY),
    Settings(offer=OfferRules(parallel=2, order="lottery", seed="moon")),
)


async def storm(arena: Arena, seed: int) -> list[str]:
    """One storm; what is wrong after it."""
    await arena.begin(World((1, 2, 3, 1, 2, 5), PEOPLE, RULES[seed % len(RULES)], services=2))
    ledger = Ledger()
    arena.heard.append(ledger.heard)
    for first in range(1, PEOPLE + 1, 20):
        await arena.all([book(person, 1 + person % EVENTS) for person in range(first, first + 20)])
    outcomes = await asyncio.gather(*(_actor(arena, ledger, Random(f"{seed}:{n}")) for n in range(ACTORS)))
    for (
        event
    ) in arena.world.event_ids:  # as the clock does: a reserve list is not told of other events' seats
        await arena.one(sweep(event))
    wrong = await arena.wrong()
    done = sum(outcomes)
    return wrong if done > ACTORS * TAPS // 4 else [*wrong, f"only {done} taps had an effect"]


async def _actor(arena: Arena, ledger: Ledger, random: Random) -> int:
    """One tap after another; how many had an effect."""
    done = 0
    for _ in range(TAPS):
        outcome = await arena.one(_any_call(ledger, random))
        assert isinstance(outcome, list | Refusal), outcome
        done += isinstance(outcome, list) and bool(outcome)
    return done


def _any_call(ledger: Ledger, random: Random) -> Call:
    chosen = random.choice(
        [*[_arrive, _cancel, _answer] * 2, _in_line, _move, _by_clock, _by_admin, _by_organiser]
    )
    return chosen(ledger, random) or _arrive(ledger, random)


def _arrive(_: Ledger, random: Random) -> Call:
    person, event, party = random.randint(1, PEOPLE), random.randint(1, EVENTS), random.choice((1, 1, 1, 2))
    return random.choice(
        (book(person, event, party), join(person, event, party), join(person, event), reserve(person, event))
    )


def _cancel(ledger: Ledger, random: Random) -> Call | None:
    if not ledger.bookings:
        return None
    booking_id, (event, person) = random.choice(list(ledger.bookings.items()))
    return cancel(person, booking_id, event)


def _move(ledger: Ledger, random: Random) -> Call | None:
    if not ledger.bookings:
        return None
    booking_id, (event, person) = random.choice(list(ledger.bookings.items()))
    return move(person, booking_id, event, random.randint(1, EVENTS))


def _answer(ledger: Ledger, random: Random) -> Call | None:
    if not ledger.offers:
        return None
    offer_id, (event, person) = random.choice(list(ledger.offers.items()))
    if random.random() < 0.5:
        return accept(person, offer_id, event)
    then = random.choice(THENS)
    return lambda on: offers.decline(on, Tap(person), event, offer_id, then)


def _in_line(ledger: Ledger, random: Random) -> Call | None:
    if not ledger.entries:
        return None
    entry_id, (event, service, person) = random.choice(list(ledger.entries.items()))
    here = event or random.choice([i for i in range(1, EVENTS + 1) if (i - 1) % 2 + 1 == service])
    length = random.choice((None, timedelta(hours=1)))
    calls: tuple[Call, ...] = (
        lambda on: waitlist.leave(on, Tap(person), here, entry_id),
        lambda on: waitlist.pause(on, Tap(person), here, entry_id, length),
        lambda on: waitlist.resume(on, Tap(person), here, entry_id),
    )
    return random.choice(calls)


def _by_clock(ledger: Ledger, random: Random) -> Call | None:
    if not ledger.offers:
        return sweep(random.randint(1, EVENTS))
    offer_id, (event, _) = random.choice(list(ledger.offers.items()))
    calls: tuple[Call, ...] = (
        lambda on: offers.deliver(on, event, offer_id),
        lambda on: offers.expire(on, event, offer_id),
        lambda on: offers.withdraw_unreachable(on, event, offer_id),
        sweep(event),
    )
    return random.choice(calls)


CHANGES = (
    Change(Mode.OFFER),
    Change(Mode.LEGACY),
    Change(Mode.SPLITTER),
    Change(Mode.MANUAL),
    Change(Mode.OFFER, {"parallel": 0}),
    Change(rules={"cutoff": 3600}),
)
WHICH: tuple[OpenOffers, ...] = ("keep", "withdraw")


def _by_organiser(ledger: Ledger, random: Random) -> Call:
    """To whole events, all the siblings of one, or all there are."""
    event, service, change = random.randint(1, EVENTS), random.randint(1, 2), random.choice(CHANGES)
    siblings, which = [i for i in range(1, EVENTS + 1) if (i - 1) % 2 + 1 == service], random.choice(WHICH)
    starts_at = NOW + timedelta(days=random.randint(7, 9), minutes=random.randint(0, 59))
    calls = [
        configure(ADA, change, which, event),
        configure(ADA, change, which, event),
        configure_service(ADA, siblings, service, change, which),
        configure_account(ADA, [*range(1, EVENTS + 1)], Switches(auto_backfill=random.random() < 0.7)),
        distribute(ADA, siblings, direct=random.random() < 0.3),
        lambda on: dates.move_date(on, ADA, event, starts_at, starts_at + HOUR),
        lambda on: dates.move_date(on, ADA, event, starts_at, starts_at + HOUR),
    ]
    if random.random() < 0.2:
        calls.append(call_off(ADA, event))
    if ledger.splits:
        split_id, (part, made) = random.choice(list(ledger.splits.items()))
        calls += [finalize(ADA, sorted(part), sorted(made), split_id)] * 3
    return random.choice(calls)


def _by_admin(ledger: Ledger, random: Random) -> Call | None:
    event = random.randint(1, EVENTS)
    calls: list[Call] = [lambda on: seats.hold(on, ADA, event), lambda on: seats.publish(on, ADA, event)]
    size = random.randint(1, 6)
    calls += [
        lambda on: capacity.resize(on, ADA, event, size),
        lambda on: capacity.drain(on, ADA, event, size),
        lambda on: capacity.displace(on, ADA, event, size),
        lambda on: by_hand.book_for(on, ADA, event, random.randint(1, PEOPLE)),
    ]
    if ledger.holds:
        hold_id, where = random.choice(list(ledger.holds.items()))
        calls.append(lambda on: seats.release(on, ADA, where, hold_id))
    if ledger.bookings:
        booking_id, (there, _) = random.choice(list(ledger.bookings.items()))
        calls.append(lambda on: booking.cancel_for(on, ADA, there, booking_id))
    return random.choice(calls)
