"""An answer that is there only after its toast: what the toast would have said stands in the message."""

from dataclasses import replace

from handlers.door import Admin, Answer, Card
from handlers.keyboards import paragraphs


def late(admin: Admin, shown: Card | None, found: Answer) -> Answer:
    """`shown` is in its place until now; its ways lead on where nothing else does."""
    said = admin.say("refusal-card", text=found.toast)
    if found.card is None and found.further is None:
        return replace(found, card=Card(said, shown.rows if shown else ()))
    if found.alert and found.card is not None:
        return replace(found, card=replace(found.card, text=paragraphs(said, found.card.text)))
    return found
