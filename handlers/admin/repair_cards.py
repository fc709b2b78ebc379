"""A repair in the admins' group: who would go where, who has said yes, and how it ended."""

from collections.abc import Sequence

from engine.rules.repair_plan import RepairPlan
from engine.views import PeriodCard, RepairCard, RepairLine
from handlers.admin.layout import label, lines, names
from handlers.admin.reasons import buttons
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import paragraphs

MOST = 12
"""Lines of a plan that a card has room for."""
FEW = 5
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


def plan_card(
    texts: Texts,
    period: PeriodCard,
    plan: RepairPlan,
    number: int,
    chains: Sequence[Sequence[RepairLine]],
    people: tuple[Sequence[str], Sequence[str]],
    asked: Sequence[RepairCard],
) -> Card:
    """What the smallest repair would do; `people`: who gets nothing, and who of them cannot be written to."""
    stuck, away = people
    text = paragraphs(
        texts.say("repair-plan-head", month=texts.month(period.month)),
        *_chains(texts, chains),
        texts.say("repair-plan-none") if not (chains or stuck or asked) else None,
        lines(
            texts.say("repair-plan-passed", count=plan.passed) if plan.passed else None,
            texts.say("repair-plan-stuck", names=names(stuck, FEW)) if stuck else None,
            texts.say("repair-plan-away", names=names(away, FEW)) if away else None,
        ),
        texts.say("repair-plan-rule") if chains else None,
    )
    rows = [[Button(_open_label(texts, card), pack("a-repair-one", card.id))] for card in asked]
    if chains:
        rows += buttons(texts, "admin-button-repair-because", "a-repair-go", (period.id, number), WHY)
    return Card(text, [*rows, [_back(texts, "a-period", period.id)]])


def _chains(texts: Texts, chains: Sequence[Sequence[RepairLine]]) -> list[Html]:
    shown = 0
    told: list[Html] = []
    for chain in chains:
        if shown + len(chain) > MOST and told:
            break
        shown += len(chain)
        head = texts.say("repair-plan-chain", count=len(chain)) if len(chain) > 1 else None
        told.append(lines(head, *(repair_line(texts, line) for line in chain)))
    left = len(chains) - len(told)
    return [*told, texts.say("repair-plan-more", count=left)] if left else told


def repair_line(texts: Texts, line: RepairLine) -> Html:
    """One person: from where to where, and how gladly."""
    words = {
        "name": line.person_name,
        "event": texts.name(line.target.names),
        "when": texts.when(line.target.starts_at, line.target.timezone),
        "old": texts.name(line.source.names),
        "before": texts.when(line.source.starts_at, line.source.timezone),
        "position": line.rank,
    }
    said = texts.say("repair-line-lost" if line.lost else "repair-line-move", **words)
    return Html(f"{said} {texts.say('repair-line-yes')}") if line.agreed else said


def _open_label(texts: Texts, card: RepairCard) -> str:
    until = texts.when(card.expires_at, card.timezone)
    total = len(card.lines)
    return label(texts, "label-repair-open", until=until, count=total - card.left, total=total)


def repair_card(texts: Texts, card: RepairCard) -> Card:
    """One that was proposed."""
    text = paragraphs(
        lines(
            texts.say("repair-one-head", month=texts.month(card.month), by=card.made_by), _state(texts, card)
        ),
        lines(*(repair_line(texts, line) for line in card.lines)),
    )
    rows = []
    if card.status == "open":
        rows = buttons(texts, "admin-button-repair-back-because", "a-repair-back", (card.id,), WHY_BACK)
    return Card(text, [*rows, [_back(texts, "a-repair", card.period_id)]])


def _state(texts: Texts, card: RepairCard) -> Html:
    if card.status == "open":
        until = texts.when(card.expires_at, card.timezone)
        return texts.say("repair-open", until=until, left=card.left)
    return texts.say("repair-is-done" if card.status == "done" else CAUSES[card.cause])


def told_card(texts: Texts, card: RepairCard) -> Card:
    """To the group: how it ended."""
    key = "repair-done-told" if card.status == "done" else "repair-withdrawn-told"
    text = paragraphs(
        lines(texts.say(key, month=texts.month(card.month)), _state(texts, card)),
        lines(*(repair_line(texts, line) for line in card.lines)),
    )
    return Card(text, [[Button(texts.plain("admin-button-repair-see"), pack("a-repair", card.period_id))]])


def _back(texts: Texts, verb: str, *args: int) -> Button:
    return Button(texts.plain("admin-button-back"), pack(verb, *args))
