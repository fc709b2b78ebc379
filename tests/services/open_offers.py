"""Short stories that lead to open offers, and what admins do then."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.facts import Fact
from engine.refusals import Refusal
from engine.services import balancing, booking, by_hand, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, Settings
from storage.database import Database
from tests.services.ensemble import Call
from tests.services.story_of_everything import Everything, begun
from tests.services.world import DAY, HOUR, World

ADA = AdminTap(900, "Ada", reason="because")
ASKED, ON_RESERVE, IN_LINE = 4, 5, 6
OFFERS = Settings(mode=Mode.OFFER, offer=OfferRules(parallel=0, validity=2 * HOUR))


def book(person: int, event: int = 1) -> Call:
    return lambda on: booking.book(on, Tap(person), event)


def join(person: int, event: int = 1) -> Call:
    return lambda on: waitlist.join(on, Tap(person), event)


def reserve(person: int, event: int = 1) -> Call:
    return lambda on: waitlist.join_reserve(on, Tap(person), event)


@dataclass
class Told:
    """A story so far; `facts` and `letters` are those of the newest decision."""

    story: Everything
    facts: list[Fact] = field(default_factory=list)
    letters: list[tuple[int, str]] = field(default_factory=list)

    async def do(self, call: Call) -> "Told":
        """One decision; raises its refusal."""
        written = len(self.story.ensemble.model.letters)
        (outcome,) = await self.story.do(call)
        if isinstance(outcome, Refusal):
            raise outcome
        self.facts = outcome
        written_now = self.story.ensemble.model.letters[written:]
        self.letters = sorted((row["person_id"], row["kind"]) for row in written_now if row["person_id"])
        return self

    def booking_of(self, person: int, event: int = 1) -> int:
        """The id of their booking."""
        found = self.story.ensemble.state(event).booking_of(person)
        assert found is not None
        return found.id

    def entry_of(self, person: int, event: int = 1) -> int:
        """The id of their place in line."""
        found = self.story.ensemble.state(event).line.of(person)
        assert found is not None
        return found.id

    def asked(self, event: int = 1) -> list[int]:
        """Whoever has an open offer."""
        return sorted(offer.person_id for offer in self.story.ensemble.state(event).pending())


def cancel(told: Told, person: int, event: int = 1) -> Call:
    """They give their seat back."""
    number = told.booking_of(person, event)
    return lambda on: booking.cancel(on, Tap(person), event, number)


async def two_open_offers(databases: Sequence[Database], template: str, *, starts_in: int = 10) -> Told:
    """Three seats: 1 is booked; two are offered, to whoever was first in line and to the reserve list; 6 has come
    since, and waits. So has 7, for another date that is full."""
    world = World((3, 1), 8, OFFERS, starts_in=starts_in * DAY, guests=1)
    told = Told(await begun(world, databases, template, people=False))
    for call in (book(1), book(2), book(3), book(8, 2), join(ASKED), join(7, 2), reserve(ON_RESERVE)):
        await told.do(call)
    for person in (2, 3):
        await told.do(cancel(told, person))
    assert told.asked() == [ASKED, ON_RESERVE]
    return await told.do(join(IN_LINE))


async def in_two_lines(databases: Sequence[Database], template: str) -> Told:
    """2 waits for the first date, which is full, and has paused a place for the second, where a seat is free."""
    told = Told(
        await begun(World((1, 1), 8, Settings(mode=Mode.SPLITTER)), databases, template, people=False)
    )
    for call in (book(1), book(3, 2), join(2), join(2, 2)):
        await told.do(call)
    await told.do(lambda on: waitlist.pause(on, Tap(2), 2, told.entry_of(2, 2), None))
    return await told.do(cancel(told, 3, 2))


async def about_to_balance(databases: Sequence[Database], template: str) -> Told:
    """The first date is full and 2 waits for it; the second has a free seat."""
    told = Told(
        await begun(World((1, 1), 8, Settings(mode=Mode.SPLITTER)), databases, template, people=False)
    )
    for call in (book(1), join(2)):
        await told.do(call)
    return told


async def asked_elsewhere(databases: Sequence[Database], template: str) -> Told:
    """Balanced, 2 is asked to go to the second date."""
    told = await about_to_balance(databases, template)
    await told.do(lambda on: balancing.distribute(on, ADA, [1, 2], {}, direct=False))
    assert told.asked(2) == [2]
    return told


def book_guest(event: int = 1) -> Call:
    """Somebody without Telegram, by an admin's hand."""
    return lambda on: by_hand.book_for(on, ADA, event, 9)


def of(facts: Sequence[Fact], kind: type[Fact]) -> list[Fact]:
    """The facts of this kind."""
    return [fact for fact in facts if isinstance(fact, kind)]
