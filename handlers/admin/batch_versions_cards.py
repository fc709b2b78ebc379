"""What versions of a month look like side by side."""

from collections.abc import Sequence

from engine.rules.comparing import Comparison, Move
from engine.views import Page, PeriodCard, RunCard, RunHead
from handlers.admin.batch_review_cards import back
from handlers.admin.batch_state import first_of, outcome_of, seats_of
from handlers.admin.layout import label, named, pager
from handlers.admin.named_rows import PAGE, Named
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import lines, paragraphs

STATES = {
    "running": "batch-version-running",
    "stopped": "batch-version-stopped",
    "failed": "batch-version-failed",
}


def versions_card(texts: Texts, period: PeriodCard, page: Page[RunCard]) -> Card:
    """Each with what came of it."""
    shown = page.items
    told = [version_line(texts, period, run) for run in shown] or [texts.say("batch-versions-none")]
    rows = [
        [_button(texts, run, "a-batch-review", period.id, run.number, 0)]
        for run in shown
        if run.status == "done"
    ]
    text = paragraphs(texts.say("batch-versions-head", month=texts.month(period.month)), lines(*told))
    pages = pager(texts, page, PAGE, "a-batch-versions", period.id)
    return Card(text, [*rows, *pages, back(texts, "a-period", period.id)])


def version_line(texts: Texts, period: PeriodCard, run: RunCard) -> Html:
    """One version in a line."""
    about = {
        "number": run.number,
        "by": named(run.started_by),
        "when": texts.when(run.started_at, period.timezone),
    }
    if run.status != "done":
        return texts.say("batch-version-other", text=texts.say(STATES[run.status]), **about)
    text, share = outcome_of(texts, run), first_of(texts, run.metrics)
    return texts.say("batch-version", text=text, seats=seats_of(run), share=share, **about)


def _button(texts: Texts, run: RunHead, verb: str, *args: int) -> Button:
    return Button(label(texts, "label-batch-version", number=run.number), pack(verb, *args))


def with_card(texts: Texts, period: PeriodCard, run: RunCard, others: Sequence[RunHead], offset: int) -> Card:
    """The others to compare with; the older one is always the first of the two."""
    shown = others[offset : offset + PAGE]
    rows = []
    for other in shown:
        first, second = sorted((run, other), key=lambda each: each.number)
        rows.append([_button(texts, other, "a-batch-compare", period.id, first.number, second.number, 0)])
    text = texts.say("batch-with-head", number=run.number) if others else texts.say("batch-with-none")
    pages = pager(texts, Page(shown, offset, len(others)), PAGE, "a-batch-with", period.id, run.number)
    return Card(text, [*rows, *pages, back(texts, "a-batch-review", period.id, run.number, 0)])


def compare_card(
    texts: Texts,
    period: PeriodCard,
    both: tuple[RunCard, RunCard],
    found: Comparison,
    known: Named,
    offset: int,
) -> Card:
    """Who has lost, gained and moved, a page of it."""
    before, after = both
    moves = [*found.fell_out, *found.came_in, *found.moved]
    shown = moves[offset : offset + PAGE]
    told = [_move_line(texts, move, known) for move in shown] or [texts.say("batch-compare-none")]
    month, numbers = texts.month(period.month), (str(before.number), str(after.number))
    text = paragraphs(
        texts.say("batch-compare-head", month=month, before=numbers[0], after=numbers[1]),
        lines(version_line(texts, period, before), version_line(texts, period, after)),
        texts.say(
            "batch-compare-sums",
            made=len(found.came_in),
            left=len(found.fell_out),
            changed=len(found.moved),
        ),
        lines(*told),
    )
    args = (period.id, before.number, after.number)
    pages = pager(texts, Page(shown, offset, len(moves)), PAGE, "a-batch-compare", *args)
    return Card(text, [*pages, back(texts, "a-batch-review", period.id, after.number, 0)])


def _move_line(texts: Texts, move: Move, known: Named) -> Html:
    name = known.person(move.person_id)
    had, has = known.dates(texts, move.before), known.dates(texts, move.after)
    if not move.before:
        return texts.say("batch-came", name=name, after=has)
    if not move.after:
        return texts.say("batch-fell", name=name, before=had)
    return texts.say("batch-moved", name=name, before=had, after=has)
