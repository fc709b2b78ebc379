"""What has come of a month that was computed again from its own export."""

from engine.rules.proof import Difference, Proof
from engine.views import PeriodCard
from handlers.admin.export_cards import PROOF, Asked
from handlers.admin.layout import lines, short
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, paragraphs

FEW, LONG = 5, 80
"""Differences that a card has room for, and characters of what stands at one."""


def verify_rows(texts: Texts, period: PeriodCard) -> Rows:
    """The way there, once there is something to verify."""
    return [[_button(texts, "admin-button-verify", pack("a-batch-verify", period.id))]] if period.seed else []


def checking_card(texts: Texts, period: PeriodCard) -> Card:
    """It takes a while."""
    return Card(texts.say("proof-checking", month=texts.month(period.month)), [_back(texts, period)])


def proof_card(texts: Texts, period: PeriodCard, proof: Proof) -> Card:
    """What holds, or what differs; and the file with which anybody can do it."""
    text = _differs(texts, proof) if proof.differences else _holds(texts, period, proof)
    return Card(text, [[_file(texts, period)], _back(texts, period)])


def earlier_card(texts: Texts, period: PeriodCard) -> Card:
    """A month that a method of before has drawn: the file tells whoever has that one."""
    text = texts.say("proof-earlier", month=texts.month(period.month))
    return Card(text, [[_file(texts, period)], _back(texts, period)])


def _file(texts: Texts, period: PeriodCard) -> Button:
    return _button(texts, "admin-button-export-proof", Asked(period.id).pack("a-export-file", PROOF))


def _holds(texts: Texts, period: PeriodCard, proof: Proof) -> Html:
    return paragraphs(
        texts.say("proof-holds", month=texts.month(proof.month), number=proof.number),
        lines(
            texts.say("proof-holds-seal", hash=proof.seed_hash),
            texts.say("proof-seed", text=period.seed),
            texts.say(
                "proof-holds-input", people=proof.people, sessions=proof.sessions, hash=proof.input_hash
            ),
            texts.say("proof-holds-output", got=proof.placements, short=proof.unplaced),
            texts.say("proof-holds-told"),
        ),
        texts.say("proof-anybody"),
    )


def _differs(texts: Texts, proof: Proof) -> Html:
    more = len(proof.differences) - FEW
    return paragraphs(
        texts.say(
            "proof-differs",
            month=texts.month(proof.month),
            number=proof.number,
            count=len(proof.differences),
        ),
        lines(
            *(_difference(texts, each) for each in proof.differences[:FEW]),
            texts.say("proof-more", count=more) if more > 0 else None,
        ),
        texts.say("proof-differs-next"),
    )


def _difference(texts: Texts, difference: Difference) -> Html:
    place, old, found = (short(part, LONG) for part in (difference.path, difference.said, difference.found))
    return texts.say("proof-difference", place=place, old=old, found=found)


def _back(texts: Texts, period: PeriodCard) -> list[Button]:
    return [_button(texts, "admin-button-back", pack("a-period", period.id))]


def _button(texts: Texts, key: str, data: str) -> Button:
    return Button(texts.plain(key), data)
