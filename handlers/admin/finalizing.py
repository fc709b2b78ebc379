"""The end of a balancing from the group: whose offer is taken back, who moves, who is back where; then it is done."""

from collections.abc import Mapping, Sequence

from engine.rules.ending import Back, Ending, Moved, Out, Withdrawn, ending_of
from engine.services import balancing as service
from engine.services.foresight import foresee
from engine.state import State
from handlers.admin import found
from handlers.admin.balancing import running_split, split
from handlers.admin.effects import further
from handlers.admin.layout import back, head, lines, named
from handlers.admin.outcome import told
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.keyboards import paragraphs

SHOWN = 8

Whens = Mapping[int, str]
"""When each event is, in words."""

Somebody = Withdrawn | Moved | Back | Out


async def split_finalize_ask(admin: Admin, event_id: int, split_id: int) -> Answer:
    """What finalizing would do now; nothing is done yet. Raises SplitOver."""
    event = await found.event(admin.rooms.views, event_id)
    running = await running_split(admin, split_id)
    effect = await foresee(
        admin.rooms.work,
        lambda on: service.finalize(on, admin.tap, running.event_ids, running.offer_ids, split_id),
    )
    whens = {each: _when(admin, state) for each, state in effect.before.items()}
    text = paragraphs(
        lines(head(admin.texts, event, "admin-ask-head"), admin.say("finalize-ask", count=len(whens))),
        *await _groups(admin, whens, ending_of(effect)),
        lines(*await further(admin, effect)) or None,
    )
    return Answer(card=Card(text, _rows(admin, event_id, split_id)))


def _rows(admin: Admin, event_id: int, split_id: int) -> list[list[Button]]:
    do = pack("a-split-finalize", event_id, split_id)
    return [
        [Button(admin.plain("admin-button-split-finalize-do"), do, style="danger")],
        back(admin, "a-split", event_id, 0),
    ]


def _when(admin: Admin, state: State) -> str:
    return admin.texts.when(state.event.starts_at, state.settings.timezone)


async def _groups(admin: Admin, whens: Whens, ending: Ending) -> list[Html]:
    """A paragraph for each thing that would happen to somebody."""
    groups: list[tuple[str, Sequence[Somebody]]] = [
        ("finalize-withdrawn", ending.withdrawn),
        ("finalize-moved", ending.moved),
        ("finalize-back", ending.back),
        ("finalize-out", ending.out),
    ]
    said = [await _group(admin, key, people, whens) for key, people in groups if people]
    return said or [admin.say("finalize-nobody")]


async def _group(admin: Admin, key: str, people: Sequence[Somebody], whens: Whens) -> Html:
    more = len(people) - SHOWN
    shown = [await _line(admin, each, whens) for each in people[:SHOWN]]
    return lines(admin.say(key), *shown, admin.say("finalize-more", count=more) if more > 0 else None)


async def _line(admin: Admin, somebody: Somebody, whens: Whens) -> Html:
    person = await admin.rooms.views.person_by_id(somebody.person_id)
    name = named(person.name if person else "")
    match somebody:
        case Withdrawn(event_id=event_id) | Out(home=event_id):
            return admin.say("finalize-line", name=name, when=whens[event_id])
        case Moved(home=home, event_id=event_id):
            return admin.say("admin-split-move-from", name=name, when=whens[home], new=whens[event_id])
        case Back(event_id=there, position=position):
            if there is None:
                return admin.say("finalize-reserve", name=name, position=position)
            return admin.say("finalize-place", name=name, when=whens[there], position=position)


async def split_finalize(admin: Admin, event_id: int, split_id: int) -> Answer:
    """Open offers are taken back, and whoever has no seat is back at their place."""
    running = await running_split(admin, split_id)
    tap = with_reason(admin, BY_HAND)
    steps = await service.finalize(admin.rooms.work, tap, running.event_ids, running.offer_ids, split_id)
    facts = [fact for _, happened in steps for fact in happened]
    known = {"booked": running.accepted, "offered": len(running.offer_ids)}
    toast = await told(admin, facts, "admin-done-split-over", **known)
    return Answer(toast, card=(await split(admin, event_id, 0)).card)
