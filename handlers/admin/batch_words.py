"""What admins have decided about people of a month, in words."""

from engine.views import AdjustmentCard
from handlers.admin.layout import named
from handlers.admin.named_rows import dated, said
from handlers.door import Html, Texts


def word_line(texts: Texts, card: AdjustmentCard) -> Html:
    """One decision."""
    name = named(card.person_name)
    if card.event is None:
        return texts.say("batch-word-out-all", name=name)
    about = said(texts, card.event)
    if card.source is not None:
        return texts.say("batch-word-move", name=name, other=dated(texts, card.source), **about)
    return texts.say("batch-word-pin" if card.kind == "pin" else "batch-word-out", name=name, **about)
