"""The answer to a question of /whatif: what was asked, what it would come to, and the way to do it."""

from collections.abc import Sequence

from engine.rules.foresight import Effect
from engine.services.who import AdminTap
from engine.views import EventCard
from handlers.admin.effects import balanced
from handlers.admin.layout import back, head, lines
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.whatif_told import told
from handlers.door import Admin, Button, Card, Html
from handlers.keyboards import paragraphs


def tap_of(admin: Admin) -> AdminTap:
    """Some changes need a reason; it is asked for when they are made."""
    return with_reason(admin, BY_HAND)


def heading(admin: Admin, event: EventCard) -> Html:
    """What it is about."""
    return head(admin.texts, event, "whatif-head")


async def answer(
    admin: Admin,
    event: EventCard,
    asked: Html,
    effects: Sequence[Effect],
    rows: list[list[Button]],
    do: str,
    also: EventCard | None = None,
) -> Card:
    """What each effect comes to: one, or with open offers kept and with open offers withdrawn."""
    said = [await told(admin, effect, event, also) for effect in effects]
    if len(said) > 1:
        kept, withdrawn = said
        said = [
            lines(admin.say("whatif-offers-kept"), kept),
            lines(admin.say("whatif-offers-withdrawn"), withdrawn),
        ]
    going_on = await balanced(admin, effects[0], asked=len(effects) > 1)
    text = paragraphs(
        lines(heading(admin, event), asked), *said, going_on, admin.say("whatif-nothing-written")
    )
    make = [Button(admin.plain("admin-button-whatif-do"), do)]
    return Card(text, [*rows, make, back(admin, "a-whatif", event.id)])
