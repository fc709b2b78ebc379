"""What a change did, in one toast: the change itself, and what automation made of it in the same commit."""

from collections.abc import Iterable

from engine import facts as f
from engine.facts import Fact
from engine.ports import Facts
from engine.views import Views
from handlers.admin.event_card import show
from handlers.admin.layout import names, short
from handlers.door import Admin, Answer, Texts

TOAST = 200  # Telegram's limit for the answer to a tap
NAMES = 3


async def changed(admin: Admin, event_id: int, facts: Facts, key: str, **values: object) -> Answer:
    """The event's card afresh, with the toast."""
    toast = await told(admin, facts, key, **values)
    return Answer(toast, card=await show(admin.rooms.views, admin.texts, event_id))


async def told(admin: Admin, facts: Facts, key: str, **values: object) -> str:
    """The sentence of `key`, then a sentence for each kind of consequence in `facts`."""
    views, texts = admin.rooms.views, admin.texts
    sentences = [
        texts.plain(key, **values),
        await named_people(views, texts, "admin-then-offered", offered(facts)),
        await named_people(views, texts, "admin-then-booked", promoted(facts)),
        await named_people(views, texts, "admin-then-called", called(facts)),
        _waits(texts, facts),
    ]
    return short(" ".join(sentence for sentence in sentences if sentence), TOAST)


def offered(facts: Iterable[Fact]) -> list[int]:
    """Whom a mode has made an offer."""
    return [x.person_id for x in facts if isinstance(x, f.OfferMade) and x.automatic and not x.last_call]


def called(facts: Iterable[Fact]) -> list[int]:
    """Who heard a last call."""
    return [x.person_id for x in facts if isinstance(x, f.OfferMade) and x.last_call]


def promoted(facts: Facts) -> list[int]:
    """Whoever was booked without being the admin's own choice: that one is the first fact of the decision."""
    return [x.person_id for x in facts[1:] if isinstance(x, f.BookingMade) and x.source == "promotion"]


def _waits(texts: Texts, facts: Iterable[Fact]) -> str:
    free = next((x.free for x in facts if isinstance(x, f.FillHalted) and x.free), 0)
    return texts.plain("admin-then-waits", count=free) if free else ""


async def named_people(views: Views, texts: Texts, key: str, people: list[int]) -> str:
    """The sentence of `key` with the first names; nothing without anybody."""
    found = [await views.person_by_id(person) for person in people[:NAMES]]
    known = [person.name for person in found if person is not None]
    if not known:
        return ""
    return texts.plain(key, names=names(known, NAMES), more=len(people) - len(known))
