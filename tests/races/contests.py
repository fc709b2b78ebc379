"""The races. Each runs in an arena and says what is wrong afterwards, in words; with the lock nothing ever is."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta

from engine import facts as f
from engine.facts import Fact
from engine.ports import Facts, Work
from engine.refusals import (
    AlreadyDone,
    BookingOver,
    CapacityUnchanged,
    CapacityUnusable,
    EventFull,
    HeldForLine,
    OfferTaken,
    Refusal,
    SeatsInUse,
    TooFewSeats,
)
from engine.services import booking, capacity, moving, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, Settings
from tests.races.arena import Arena, Call, Outcome
from tests.services.world import HOUR, NOW, World

Contest = Callable[[Arena], Awaitable[list[str]]]
ADA, BEN = AdminTap(900, "Ada", reason="because"), AdminTap(901, "Ben", reason="no, because")
AT_ONCE = Settings(offer=OfferRules(parallel=0, validity=2 * HOUR))
ONE_BY_ONE = Settings(offer=OfferRules(parallel=1, validity=2 * HOUR))
TICK = timedelta(milliseconds=1)


def book(person: int, event: int = 1, party: int = 1, update: int | None = None) -> Call:
    return lambda on: booking.book(on, Tap(person, update), event, party, ("guest",) * (party - 1))


def join(person: int, event: int = 1, party: int = 1, update: int | None = None) -> Call:
    return lambda on: waitlist.join(on, Tap(person, update), event, party, ("guest",) * (party - 1))


def reserve(person: int, event: int = 1) -> Call:
    return lambda on: waitlist.join_reserve(on, Tap(person), event)


def sweep(event: int) -> Call:
    return lambda on: seats.sweep(on, event)


def cancel(person: int, booking_id: int, event: int = 1) -> Call:
    return lambda on: booking.cancel(on, Tap(person), event, booking_id)


def accept(person: int, offer_id: int, event: int = 1) -> Call:
    return lambda on: offers.accept(on, Tap(person), event, offer_id)


def move(person: int, booking_id: int, source: int, target: int) -> Call:
    async def call(on: Work) -> Facts:
        steps = await moving.reschedule(on, Tap(person), booking_id, source, target, 1)
        return [fact for _, facts in steps for fact in facts]

    return call


def of_kind(facts: Iterable[Fact], *kinds: type) -> list[Fact]:
    return [fact for fact in facts if isinstance(fact, kinds)]


def unlike(outcomes: Iterable[Outcome], *kinds: type[Refusal]) -> list[str]:
    """Refusals that are not what they should be."""
    others = [o for o in outcomes if isinstance(o, Exception) and not isinstance(o, kinds)]
    return [f"{len(others)} answers like {others[0]!r}"] if others else []


def facts_in(outcomes: Iterable[Outcome]) -> list[Fact]:
    return [fact for outcome in outcomes if not isinstance(outcome, Exception) for fact in outcome]


def counted(what: str, found: int, wanted: int) -> list[str]:
    return [] if found == wanted else [f"{what}: {found} instead of {wanted}"]


# ------------------------------------------------------------------------------------------------- too few seats


def rush(people: int, size: int) -> Contest:
    """Everybody books; whoever was refused joins the line at once. Nobody is lost, and places are true."""

    async def race(arena: Arena) -> list[str]:
        await arena.begin(World((size,), people, AT_ONCE))
        everybody = list(range(1, people + 1))
        booked = await arena.all([book(person) for person in everybody])
        wrong = unlike(booked, EventFull) + counted("booked", len(facts_in(booked)), size)
        late = [person for person, o in zip(everybody, booked, strict=True) if isinstance(o, EventFull)]
        joined = facts_in(await arena.all([join(person) for person in late]))
        places = sorted(fact.position for fact in joined if isinstance(fact, f.EntryJoined))
        if places != list(range(1, people - size + 1)):
            wrong.append(f"places {places}")
        wrong += await arena.wrong()
        if not wrong:
            line = (await arena.states())[1].line
            in_order = [line.entries[i].person_id for i in line.window]
            told = sorted(
                (fact.position, fact.person_id) for fact in joined if isinstance(fact, f.EntryJoined)
            )
            if in_order != [person for _, person in told]:
                wrong.append("the line is not in the order that was told")
        return wrong

    return race


async def parties(arena: Arena) -> list[str]:
    """Parties of one to four for ten seats: each whole or not at all, and nobody is refused who would have fitted."""
    await arena.begin(World((10,), 24, AT_ONCE))
    sizes = {person: 1 + arena.random.randrange(4) for person in range(1, 25)}
    outcomes = await arena.all([book(person, party=size) for person, size in sizes.items()])
    wrong = unlike(outcomes, EventFull, TooFewSeats)
    made = [fact for fact in facts_in(outcomes) if isinstance(fact, f.BookingMade)]
    wrong += [
        f"{fact.person_id} got {fact.seats}" for fact in made if len(fact.seats) != sizes[fact.person_id]
    ]
    left = 10 - sum(len(fact.seats) for fact in made)
    refused = sizes.keys() - {fact.person_id for fact in made}
    wrong += [f"{person} would have fitted" for person in refused if sizes[person] <= left]
    return wrong + await arena.wrong()


async def double_taps(arena: Arena) -> list[str]:
    """Every tap comes three times: to book, and for the line of a full event. It has one effect."""
    await arena.begin(World((12, 1), 13, AT_ONCE))
    await arena.quietly(book(13, 2))
    taps = [book(i, 1, 1, 100 + i) for i in range(1, 13)] + [join(i, 2, 1, 200 + i) for i in range(1, 13)]
    outcomes = await arena.all(taps * 3)
    wrong = unlike(outcomes, AlreadyDone) + counted("effects", len(facts_in(outcomes)), 24)
    return wrong + await arena.wrong()


# ---------------------------------------------------------------------------------------------------- one offer


async def one_offer(arena: Arena) -> list[str]:
    """At the deadline of an offer everything happens at once: two acceptances, a refusal, a pause, the place in line
    given up, an admin who takes it back, a blocked bot, the clock twice, somebody else who cancels. It ends once."""
    await arena.begin(World((2,), 8, ONE_BY_ONE))
    made = [fact for i in (1, 2) for fact in await arena.quietly(book(i))]
    for person in (3, 4, 5):
        await arena.quietly(join(person))
    (offer,) = of_kind(await arena.quietly(cancel(1, made[0].id)), f.OfferMade)
    assert isinstance(offer, f.OfferMade)
    (told,) = await arena.quietly(lambda on: offers.deliver(on, 1, offer.id))
    assert isinstance(told, f.OfferDelivered)
    arena.clock.jump(told.expires_at - arena.random.randrange(1, 10) * TICK, TICK)
    expire: Call = lambda on: offers.expire(on, 1, offer.id)  # noqa: E731
    outcomes = await arena.all(
        [
            *[accept(3, offer.id)] * 2,
            *[expire] * 2,
            lambda on: offers.decline(on, Tap(3), 1, offer.id, "keep"),
            lambda on: waitlist.pause(on, Tap(3), 1, offer.entry_id, None),
            lambda on: waitlist.leave(on, Tap(3), 1, offer.entry_id),
            lambda on: offers.withdraw(on, ADA, 1, offer.id),
            lambda on: offers.withdraw_unreachable(on, 1, offer.id),
            cancel(2, made[1].id),
        ]
    )
    arena.clock.jump(arena.clock.last + HOUR, TICK)
    await arena.one(expire)
    ends = of_kind(arena.facts, f.OfferAccepted, f.OfferExpired, f.OfferRejected, f.OfferWithdrawn)
    wrong = counted("ends", len([fact for fact in ends if fact.id == offer.id]), 1)
    wrong += [f"failed: {o!r}" for o in outcomes if isinstance(o, Exception) and not isinstance(o, Refusal)]
    return wrong + await arena.wrong()


async def last_call(arena: Arena) -> list[str]:
    """Everybody in line is asked at once and says yes at once: the first tap wins, the others are told so."""
    await arena.begin(World((2,), 12, AT_ONCE))
    made = [fact for i in (1, 2) for fact in await arena.quietly(book(i))]
    for person in range(3, 13):
        await arena.quietly(join(person))
    arena.clock.jump(NOW + arena.world.starts_in, TICK)  # an hour before the start
    calls: dict[int, int] = {}
    for fact in facts_in([await arena.quietly(cancel(i, made[i - 1].id)) for i in (1, 2)]):
        if isinstance(fact, f.OfferMade):
            calls[fact.person_id] = fact.id
    outcomes = await arena.all([accept(person, offer_id) for person, offer_id in calls.items()])
    wrong = unlike(outcomes, OfferTaken) + counted("asked", len(calls), 10)
    wrong += counted("booked", len(of_kind(facts_in(outcomes), f.BookingMade)), 2)
    return wrong + await arena.wrong()


# -------------------------------------------------------------------------------------------------- freed seats


async def everybody_cancels(arena: Arena) -> list[str]:
    """Eight give their seats back while eight more join a line of four: each seat goes to one person, in order."""
    settings = AT_ONCE if arena.random.random() < 0.5 else Settings(mode=Mode.LEGACY)
    await arena.begin(World((8,), 24, settings))
    made = [fact.id for i in range(1, 9) for fact in await arena.quietly(book(i))]
    for person in range(9, 13):
        await arena.quietly(join(person))
    calls = [cancel(i, made[i - 1]) for i in range(1, 9)] + [join(i) for i in range(13, 21)]
    outcomes = await arena.all([*calls, *[book(i) for i in range(21, 25)]])
    gone = of_kind(facts_in(outcomes), f.BookingCancelled)
    return counted("cancelled", len(gone), 8) + await arena.wrong()


async def admins_and_people(arena: Arena) -> list[str]:
    """Two free seats in mode manual; admins promote, offer, hold and publish them, and newcomers book what is
    published, all at once."""
    await arena.begin(World((2,), 12, Settings(mode=Mode.MANUAL)))
    made = [fact.id for i in (1, 2) for fact in await arena.quietly(book(i))]
    waiting = {person: (await arena.quietly(join(person)))[0].id for person in (3, 4, 5)}
    for person in (1, 2):
        await arena.quietly(cancel(person, made[person - 1]))
    calls: list[Call] = [
        lambda on: offers.choose(on, ADA, 1, waiting[3], "promote", 3),
        lambda on: offers.choose(on, BEN, 1, waiting[3], "offer", 3),
        lambda on: offers.choose(on, ADA, 1, waiting[4], "offer", 4),
        lambda on: offers.choose(on, BEN, 1, waiting[5], "promote", 5),
        lambda on: seats.hold(on, ADA, 1, 2),
        lambda on: seats.hold(on, BEN, 1),
        lambda on: seats.publish(on, ADA, 1),
    ]
    await arena.all([*calls, *[book(i) for i in range(6, 13)]])
    return await arena.wrong()


async def reserve_list(arena: Arena) -> list[str]:
    """Seats of five events come free at once, for three people on the one reserve list of their service: each of them
    is asked once, and for one event."""
    await arena.begin(World((1,) * 5, 10, ONE_BY_ONE))
    made = [(await arena.quietly(book(i, i)))[0].id for i in range(1, 6)]
    for person in (6, 7, 8):
        await arena.quietly(reserve(person, 1 + person % 5))
    outcomes = await arena.all([cancel(i, made[i - 1], i) for i in range(1, 6)])
    wrong = unlike(outcomes)
    asked = [fact.person_id for fact in facts_in(outcomes) if isinstance(fact, f.OfferMade)]
    if sorted(asked) != [6, 7, 8]:
        wrong.append(f"asked {asked}")
    return wrong + await arena.wrong()


# ------------------------------------------------------------------------------------------------------- moving


async def moves(arena: Arena) -> list[str]:
    """Six people of six events move to the two seats of a seventh: two of them do, and the others keep what they
    have."""
    await arena.begin(World((*(1,) * 6, 2), 6, AT_ONCE))
    made = [(await arena.quietly(book(i, i)))[0].id for i in range(1, 7)]
    outcomes = await arena.all([move(i, made[i - 1], i, 7) for i in range(1, 7)])
    gone = of_kind(facts_in(outcomes), f.BookingCancelled)
    return unlike(outcomes, EventFull) + counted("moved", len(gone), 2) + await arena.wrong()


async def both_ways(arena: Arena) -> list[str]:
    """Two events with two free seats each, and everybody booked at one moves to the other, while newcomers book.
    Nobody is lost on the way, and nobody is in twice."""
    await arena.begin(World((6, 6), 16, AT_ONCE))
    made = {i: (await arena.quietly(book(i, 1 + i % 2)))[0].id for i in range(1, 9)}
    calls = [move(i, booking_id, 1 + i % 2, 2 - i % 2) for i, booking_id in made.items()]
    outcomes = await arena.all([*calls, *[book(i, 1 + i % 2) for i in range(9, 13)]])
    wrong = unlike(outcomes, EventFull) + await arena.wrong()
    if not wrong:
        bookings = [
            b for state in (await arena.states()).values() for b in state.bookings.values() if b.active
        ]
        people = sorted(b.person_id for b in bookings if b.person_id <= 8)
        wrong += [] if people == list(range(1, 9)) else [f"booked are {people}"]
    return wrong


async def fewer_seats(arena: Arena) -> list[str]:
    """An admin takes four of eight seats away, another has them drain, people cancel, join and book: the capacity is
    never below the seats in use."""
    await arena.begin(World((8,), 20, AT_ONCE))
    made = [(await arena.quietly(book(i)))[0].id for i in range(1, 7)]
    calls: list[Call] = [
        lambda on: capacity.resize(on, ADA, 1, 4),
        lambda on: capacity.drain(on, BEN, 1, 3),
        lambda on: capacity.displace(on, ADA, 1, 5),
        lambda on: capacity.resize(on, BEN, 1, 9),
        *[cancel(i, made[i - 1]) for i in (1, 3, 5)],
        *[book(i) for i in range(7, 15)],
    ]
    outcomes = await arena.all(calls)
    refusals = (EventFull, SeatsInUse, CapacityUnchanged, CapacityUnusable, BookingOver, HeldForLine)
    return unlike(outcomes, *refusals) + await arena.wrong()


CONTESTS: dict[str, Contest] = {
    "rush": rush(50, 10),
    "parties": parties,
    "double taps": double_taps,
    "one offer": one_offer,
    "last call": last_call,
    "everybody cancels": everybody_cancels,
    "admins and people": admins_and_people,
    "reserve list": reserve_list,
    "moves": moves,
    "both ways": both_ways,
    "fewer seats": fewer_seats,
}
OVERSELLING = ("rush", "parties", "last call", "admins and people", "moves")
"""Those in which decisions on the same old state take the same seats."""
