"""A repair in the admins' group: who would go where, who has said yes, and how it ended."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.rules.repair_plan import RepairPlan
from engine.views import EventCard, Page, PeriodCard, RepairCard, RepairLine
from handlers.admin.layout import back_button, fitting, label, lines, named, offset_within, pager, short
from handlers.admin.named_rows import said
from handlers.admin.reasons import buttons
from handlers.admin.repair_stuck_cards import Stuck, free_rows, stuck_rows, stuck_told
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import paragraphs

PAGE = 8
NAME = 12
"""Of a person, in a label that also says until when and how many have said yes."""
WHY = (7, 9, 10, 4)
WHY_BACK = (2, 10, 5)
CAUSES = {
    "declined": "repair-cause-declined",
    "expired": "repair-cause-expired",
    "changed": "repair-cause-changed",
    "admin": "repair-cause-admin",
}


def repair_rows(texts: Texts, period: PeriodCard) -> list[list[Button]]:
    """The way to the repair, on the card of a month that is final."""
    if period.status != "final":
        return []
    return [[Button(texts.plain("admin-button-repair"), pack("a-repair", period.id))]]


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """What the smallest repair would do, by its `number`, with its moves in words. stuck: who gets nothing. asked:
    repairs that are open already. free: other dates that anybody can be booked on, asked for once nothing but that is
    left to be done."""

    plan: RepairPlan
    number: int
    chains: Sequence[Sequence[RepairLine]]
    stuck: Stuck
    asked: Sequence[RepairCard]
    free: Sequence[EventCard]


def plan_card(texts: Texts, period: PeriodCard, seen: PlanSeen) -> Card:
    """What would be done; and for whoever gets nothing by it what is left."""
    chains, passed = seen.chains, seen.plan.passed
    head, stuck = (
        texts.say("repair-plan-head", month=texts.month(period.month)),
        stuck_told(texts, seen.stuck),
    )
    rest = paragraphs(
        texts.say("repair-plan-none") if not (chains or stuck or seen.asked) else None,
        lines(
            texts.say("repair-plan-passed", count=passed) if passed else None,
            stuck,
        ),
        _left(texts, seen) if stuck and not chains else None,
        texts.say("repair-plan-rule") if chains else None,
    )
    text = paragraphs(head, *_chains(texts, chains, paragraphs(head, rest)), rest)
    rows = _open_rows(texts, period, seen.asked, 0)
    if chains:
        rows += buttons(texts, "admin-button-repair-because", "a-repair-go", (period.id, seen.number), WHY)
    rows += stuck_rows(texts, period.id, seen.stuck) + free_rows(texts, period.id, seen.free)
    return Card(text, [*rows, [back_button(texts, "a-period", period.id)]])


def _left(texts: Texts, seen: PlanSeen) -> Html:
    """What can still be done by hand."""
    return texts.say("repair-plan-free" if seen.free else "repair-plan-full")


def list_card(texts: Texts, period: PeriodCard, asked: Sequence[RepairCard], offset: int) -> Card:
    """A page of what people are asked already."""
    head = texts.say("repair-list-head", month=texts.month(period.month), count=len(asked))
    rows = _open_rows(texts, period, asked, offset_within(offset, len(asked), PAGE))
    return Card(head, [*rows, [back_button(texts, "a-repair", period.id)]])


def _open_rows(
    texts: Texts, period: PeriodCard, asked: Sequence[RepairCard], offset: int
) -> list[list[Button]]:
    shown = asked[offset : offset + PAGE]
    rows = [[Button(_open_label(texts, card), pack("a-repair-one", card.id))] for card in shown]
    return rows + pager(texts, Page(shown, offset, len(asked)), PAGE, "a-repair-list", period.id)


def _chains(texts: Texts, chains: Sequence[Sequence[RepairLine]], around: Html) -> list[Html]:
    """The first even where it does not fit as a whole."""

    def more(count: int) -> Html:
        return texts.say("repair-plan-more", count=count)

    told = [_chain(texts, chain, around) for chain in chains]
    return fitting(told, around, more)


def _chain(texts: Texts, chain: Sequence[RepairLine], around: Html) -> Html:
    head = texts.say("repair-plan-chain", count=len(chain)) if len(chain) > 1 else None
    return lines(head, *_lines(texts, chain, lines(around, head, texts.say("repair-plan-more", count=1))))


def _lines(texts: Texts, chain: Sequence[RepairLine], around: Html) -> list[Html]:
    """As many as fit."""
    told = [repair_line(texts, line) for line in chain]
    return fitting(told, around, lambda more: texts.say("repair-lines-more", more=more))


def repair_line(texts: Texts, line: RepairLine) -> Html:
    """One person: from where to where, and how gladly."""
    source = said(texts, line.source)
    words = {
        **said(texts, line.target),
        "name": named(line.person_name),
        "old": source["event"],
        "before": source["when"],
        "position": line.rank,
    }
    told = texts.say("repair-line-lost" if line.lost else "repair-line-move", **words)
    return Html(f"{told} {texts.say('repair-line-yes')}") if line.agreed else told


def _open_label(texts: Texts, card: RepairCard) -> str:
    """Whom it is about first, how long it is open, and how many have said yes."""
    name, total = short(card.lines[0].person_name, NAME), len(card.lines)
    until = texts.when(card.expires_at, card.timezone)
    return label(texts, "label-repair-open", name=name, until=until, count=total - card.left, total=total)


def repair_card(texts: Texts, card: RepairCard) -> Card:
    """One that was proposed."""
    head = texts.say("repair-one-head", month=texts.month(card.month), by=named(card.made_by))
    text = _told(texts, card, head)
    rows = []
    if card.status == "open":
        rows = buttons(texts, "admin-button-repair-back-because", "a-repair-back", (card.id,), WHY_BACK)
    return Card(text, [*rows, [back_button(texts, "a-repair", card.period_id)]])


def _state(texts: Texts, card: RepairCard) -> Html:
    if card.status == "open":
        until = texts.when(card.expires_at, card.timezone)
        return texts.say("repair-open", until=until, left=card.left)
    return texts.say("repair-is-done" if card.status == "done" else CAUSES[card.cause])


def told_card(texts: Texts, card: RepairCard) -> Card:
    """To the group: how it ended."""
    key = "repair-done-told" if card.status == "done" else "repair-withdrawn-told"
    text = _told(texts, card, texts.say(key, month=texts.month(card.month)))
    return Card(text, [[Button(texts.plain("admin-button-repair-see"), pack("a-repair", card.period_id))]])


def _told(texts: Texts, card: RepairCard, head: Html) -> Html:
    above = lines(head, _state(texts, card))
    return paragraphs(above, lines(*_lines(texts, card.lines, above)))
