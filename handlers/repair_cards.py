"""What a repair of the month looks like to somebody whom it moves: only their own line of it."""

from engine.views import RepairCard, RepairLine
from handlers.door import Card, Html, Texts
from handlers.keyboards import back, button, lines, paragraphs


def asked_card(texts: Texts, card: RepairCard, own: RepairLine, head: str = "") -> Card:
    """Where they would go, and that nobody moves before all have said yes; `head` is a line above."""
    if card.status != "open":
        return Card(ended_text(texts, card, own), [back(texts, "my")])
    until = texts.when(card.expires_at, card.timezone)
    others = card.left - (not own.agreed)
    rule = "repair-rule-lost" if own.lost else "repair-rule-move"
    text = paragraphs(
        texts.say(head) if head else None,
        lines(
            texts.say("repair-asks-lost" if own.lost else "repair-asks-move", **_words(texts, own)),
            texts.say("repair-seats", count=own.seats) if own.seats > 1 else None,
        ),
        texts.say(rule, until=until, more=others),
        texts.say("repair-agreed") if own.agreed else None,
    )
    yes = [] if own.agreed else [button(texts, "button-repair-yes", "repair-yes", card.id, style="success")]
    return Card(text, [[*yes, button(texts, "button-repair-no", "repair-no-ask", card.id)]])


def no_card(texts: Texts, card: RepairCard, own: RepairLine) -> Card:
    """Really?"""
    text = texts.say("repair-no-lost" if own.lost else "repair-no-move", **_words(texts, own))
    rows = [[button(texts, "button-repair-no-yes", "repair-no", card.id, style="danger")]]
    return Card(text, [*rows, back(texts, "repair", card.id)])


def ended_text(texts: Texts, card: RepairCard, own: RepairLine) -> Html:
    """What they have now."""
    if card.status == "done":
        return texts.say("repair-ended-done", **_words(texts, own))
    return texts.say("repair-ended-lost" if own.lost else "repair-ended-move", **_words(texts, own))


def _words(texts: Texts, own: RepairLine) -> dict[str, str]:
    return {
        "event": texts.name(own.target.names),
        "when": texts.when(own.target.starts_at, own.target.timezone),
        "old": texts.name(own.source.names),
        "before": texts.when(own.source.starts_at, own.source.timezone),
    }
