"""Mode splitter from the group: which siblings, what balancing them would do, distribute, look. `finalizing` ends
it."""

from collections.abc import Sequence
from itertools import groupby

from engine.facts import BookingMade, Fact, OfferMade
from engine.refusals import ButtonStale, SplitOver
from engine.rules.splitting import Placement, SplitPlan
from engine.services import balancing as service
from engine.settings import Mode
from engine.views import EventCard, Grouping, SplitCard
from handlers.admin import found
from handlers.admin.event_card import show_event
from handlers.admin.layout import back, head, lines, named
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html

GROUPINGS: tuple[Grouping, ...] = ("forward", "same_slot", "same_day")
LABELS: dict[Grouping, str] = {
    "forward": "admin-button-split-forward",
    "same_slot": "admin-button-split-slot",
    "same_day": "admin-button-split-day",
}
WHY: dict[str, str] = {
    "only_here": "admin-split-only-here",
    "own_unfit": "admin-split-unfit",
    "own_full": "admin-split-full",
    "balance": "admin-split-even",
}
SHOWN_EVENTS, SHOWN_MOVES = 12, 8


async def split(admin: Admin, event_id: int, grouping: int) -> Answer:
    """What balancing would do now, or how far the one that is under way has come."""
    event = await found.event(admin.rooms.views, event_id)
    if event.split_id is not None:
        return Answer(card=await _running(admin, event, event.split_id))
    if event.mode is not Mode.SPLITTER:  # it was, when the button was made
        return Answer(card=await show_event(admin.rooms.views, admin.texts, event))
    return Answer(card=await _simulated(admin, event, _grouping(grouping)))


def _grouping(number: int) -> Grouping:
    if number >= len(GROUPINGS):
        raise ButtonStale
    return GROUPINGS[number]


async def _simulated(admin: Admin, event: EventCard, grouping: Grouping) -> Card:
    siblings = await admin.rooms.views.siblings(event.id, grouping)
    ids = [sibling.id for sibling in siblings] or [event.id]
    joined = await admin.rooms.views.joined(ids)
    plan = await service.simulate(admin.rooms.work, admin.tap, ids, joined)
    return Card(
        lines(
            head(admin.texts, event, "admin-ask-head"),
            admin.say("admin-split-head", count=len(plan.fills)),
            *_fills(admin, siblings, plan),
            admin.say(
                "admin-split-sum",
                count=len(plan.placements),
                more=sum(placement.elsewhere for placement in plan.placements),
                left=len(plan.left),
            ),
            *await _moves(admin, event, siblings, plan),
            None if plan.exact else admin.say("admin-split-unproven"),
        ),
        _rows(admin, event, GROUPINGS.index(grouping), any_move=bool(plan.placements)),
    )


def _fills(admin: Admin, siblings: Sequence[EventCard], plan: SplitPlan) -> list[Html]:
    by_id = {sibling.id: sibling for sibling in siblings}
    shown = [
        admin.say(
            "admin-split-fill",
            when=admin.texts.when(by_id[fill.sibling].starts_at, by_id[fill.sibling].timezone),
            booked=fill.before,
            used=fill.after,
            capacity=fill.capacity,
        )
        for fill in plan.fills[:SHOWN_EVENTS]
    ]
    more = len(plan.fills) - len(shown)
    return [*shown, admin.say("admin-split-more", count=more)] if more else shown


async def _moves(
    admin: Admin, event: EventCard, siblings: Sequence[EventCard], plan: SplitPlan
) -> list[Html]:
    """Who is asked to go elsewhere, below the reason."""
    elsewhere = [placement for placement in plan.placements if placement.elsewhere]
    by_id = {sibling.id: sibling for sibling in siblings}
    said: list[Html] = []
    for why, moves in groupby(sorted(elsewhere, key=_why)[:SHOWN_MOVES], key=_why):
        said.append(admin.say(WHY[why]))
        said += [await _move(admin, event, by_id, placement) for placement in moves]
    more = len(elsewhere) - SHOWN_MOVES
    return [*said, admin.say("admin-split-more-moves", count=more)] if more > 0 else said


def _why(placement: Placement) -> str:
    return placement.why if placement.why in WHY else "balance"


async def _move(admin: Admin, event: EventCard, by_id: dict[int, EventCard], placement: Placement) -> Html:
    """From where is said where it is another date than the card's own."""
    person = await admin.rooms.views.person_by_id(placement.person_id)
    home, there = by_id[placement.home or placement.sibling], by_id[placement.sibling]
    values = {"name": named(person.name if person else ""), "new": when(admin, there)}
    if home.id == event.id:
        return admin.say("admin-split-move", **values)
    return admin.say("admin-split-move-from", when=when(admin, home), **values)


def when(admin: Admin, event: EventCard) -> str:
    return admin.texts.when(event.starts_at, event.timezone)


def _rows(admin: Admin, event: EventCard, grouping: int, *, any_move: bool) -> list[list[Button]]:
    others = [
        Button(admin.plain(LABELS[other]), pack("a-split", event.id, number))
        for number, other in enumerate(GROUPINGS)
        if number != grouping
    ]
    again = Button(admin.plain("admin-button-simulate"), pack("a-split", event.id, grouping))
    live = [
        [
            Button(
                admin.plain("admin-button-split-offers"),
                pack("a-split-offers", event.id, grouping),
                style="primary",
            )
        ],
        [Button(admin.plain("admin-button-split-direct"), pack("a-split-direct", event.id, grouping))],
    ]
    return [others, [again], *(live if any_move else []), back(admin, "a-event", event.id)]


async def split_offers(admin: Admin, event_id: int, grouping: int) -> Answer:
    """Offers to everybody in the plan."""
    return await _distributed(admin, event_id, grouping, direct=False)


async def split_direct(admin: Admin, event_id: int, grouping: int) -> Answer:
    """Bookings for everybody in the plan, at once."""
    return await _distributed(admin, event_id, grouping, direct=True)


async def _distributed(admin: Admin, event_id: int, grouping: int, *, direct: bool) -> Answer:
    siblings = await admin.rooms.views.siblings(event_id, _grouping(grouping))
    ids = [sibling.id for sibling in siblings] or [event_id]
    joined = await admin.rooms.views.joined(ids)
    tap = with_reason(admin, BY_HAND)
    steps = await service.distribute(admin.rooms.work, tap, ids, joined, direct=direct)
    count = sum(_placed(fact) for _, facts in steps for fact in facts)
    toast = admin.plain("admin-done-split-direct" if direct else "admin-done-split", count=count)
    return Answer(toast, card=(await split(admin, event_id, grouping)).card)


def _placed(fact: Fact) -> bool:
    return isinstance(fact, BookingMade | OfferMade)


async def _running(admin: Admin, event: EventCard, split_id: int) -> Card:
    running = await running_split(admin, split_id)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-split-running", count=len(running.event_ids)),
        _how_far(admin, running),
        admin.say("admin-split-ends"),
    )
    rows = [
        [Button(admin.plain("admin-button-refresh"), pack("a-split", event.id, 0))],
        [
            Button(
                admin.plain("admin-button-split-finalize"), pack("a-split-finalize-ask", event.id, split_id)
            )
        ],
        back(admin, "a-event", event.id),
    ]
    return Card(text, rows)


def _how_far(admin: Admin, running: SplitCard) -> Html:
    return admin.say(
        "admin-split-how-far",
        offered=len(running.offer_ids),
        booked=running.accepted,
        left=running.declined,
        misses=running.expired,
        waiting=running.open,
    )


async def running_split(admin: Admin, split_id: int) -> SplitCard:
    """A balancing that is under way. Raises SplitOver."""
    running = await admin.rooms.views.split(split_id)
    if running is None:
        raise SplitOver
    return running
