"""The seed of a month's draw, told to the group once the month is final."""

from bot.letters.desk import Desk
from handlers.admin.export_cards import export_row, published
from handlers.door import Card
from handlers.keyboards import lines, paragraphs


async def with_proof(desk: Desk, card: Card) -> Card:
    """To the group: hash and seed, the hash of the input, and where the files are."""
    period, runs = await desk.views.period(desk.id("period")), await desk.views.runs(desk.id("period"))
    final = next((run for run in runs if run.final), None)
    if period is None or final is None:
        return card
    told = lines(
        desk.texts.say("batch-hash", hash=period.seed_hash),
        published(desk.texts, period),
        desk.texts.say("proof-input", number=final.number, hash=final.input_hash),
    )
    return Card(paragraphs(card.text, told), [*card.rows, export_row(desk.texts, period)])
