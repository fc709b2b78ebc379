"""The last question of a month, and what stands in its way."""

from collections.abc import Sequence

from engine.views import EventNamed, Page, PeriodCard, RunCard
from handlers.admin.batch_review_cards import back
from handlers.admin.batch_state import KEEP, off_told, outcome_of, seats_of, way_of
from handlers.admin.layout import pager
from handlers.admin.named_rows import PAGE, Named
from handlers.admin.reasons import BY_HAND, OTHER
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import lines, paragraphs


def final_card(texts: Texts, period: PeriodCard, run: RunCard, off: Sequence[EventNamed]) -> Card:
    """What it will do."""
    text = paragraphs(
        texts.say("batch-final-ask", month=texts.month(period.month), number=run.number),
        lines(
            texts.say("batch-final-books", text=outcome_of(texts, run), seats=seats_of(run)),
            texts.say("batch-final-waits") if run.short else None,
            off_told(texts, "batch-final-off", off),
        ),
        texts.say("batch-final-tells"),
    )
    yes = Button(
        texts.plain("admin-button-batch-final-yes"),
        pack("a-batch-final", period.id, run.number, BY_HAND),
        style="danger",
    )
    why = Button(
        texts.plain("admin-button-batch-final-why"), pack("a-batch-final", period.id, run.number, OTHER)
    )
    return Card(text, [[yes], [why], back(texts, "a-batch-review", period.id, run.number, 0)])


def changed_card(
    texts: Texts,
    period: PeriodCard,
    run: RunCard,
    found: Sequence[tuple[str, int]],
    known: Named,
    offset: int,
    newest: int,
) -> Card:
    """What is not as it was, by names, and the way on."""
    way_back = back(texts, "a-period", period.id)
    if not found:
        return Card(texts.say("batch-changed-nothing", number=run.number), [way_back])
    shown = found[offset : offset + PAGE]
    text = paragraphs(
        texts.say("batch-changed-head", number=run.number),
        lines(*(_line(texts, part, number, known) for part, number in shown)),
        texts.say("batch-changed-next"),
    )
    again = pack("a-batch-execute", period.id, way_of(run) + KEEP, newest)
    rerun = Button(texts.plain("admin-button-batch-rerun"), again, style="primary")
    pages = pager(texts, Page(shown, offset, len(found)), PAGE, "a-batch-changed", period.id, run.number)
    return Card(text, [*pages, [rerun], way_back])


def _line(texts: Texts, part: str, number: int, known: Named) -> Html:
    if part == "sessions":
        return texts.say("batch-changed-event", **known.event(texts, number))
    key = "batch-changed-person" if part == "people" else "batch-changed-said"
    return texts.say(key, name=known.person(number))
