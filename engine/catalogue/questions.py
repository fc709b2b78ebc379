"""What a service asks of everybody who books, waits, or asks for a place."""

from collections.abc import Sequence

from engine.catalogue.block import Block
from engine.catalogue.context import Codes, Context
from engine.catalogue.problems import Spot
from engine.catalogue.texts import texts, texts_at
from engine.catalogue.values import choice, code, truth, whole
from engine.questions import (
    CHOICE_MOST,
    KINDS,
    MOST_CHOICES,
    MOST_QUESTIONS,
    TEXT_MOST,
    Kind,
    Names,
    Question,
)

KEYS = ("code", "text", "kind", "required", "choices", "min", "max")
KIND_NAMES: dict[str, Kind] = {kind: kind for kind in KINDS}
TEXT: Kind = "text"
BOUND = 999_999_999


def questions(block: Block, context: Context) -> tuple[Question, ...]:
    """All of them, in the order in which they are asked."""
    spots = block.each("questions")
    if len(spots) > MOST_QUESTIONS:
        context.note(block.at("questions").problem("questions_many", most=MOST_QUESTIONS))
    codes = Codes()
    return tuple(_question(spot, codes, context) for spot in spots)


def _question(spot: Spot, codes: Codes, context: Context) -> Question:
    block = Block(spot, KEYS, context.note)
    kind = block.get("kind", choice(KIND_NAMES), TEXT)
    found = Question(
        code=block.need("code", code(), ""),
        texts=texts(block, "text", TEXT_MOST, context, needed=True),
        kind=kind,
        required=block.get("required", truth, True),
        choices=_choices(block, kind, context),
        least=block.get("min", whole(-BOUND, BOUND), None),
        most=block.get("max", whole(-BOUND, BOUND), None),
    )
    if found.code:
        codes.claim(block.at("code"), found.code, context.note)
    _check_bounds(block, found)
    return found


def _choices(block: Block, kind: Kind, context: Context) -> tuple[Names, ...]:
    """Different ones, in every language, so that each can be told from the others."""
    if kind != "choice":
        if block.has("choices"):
            block.note(block.at("choices").problem("questions_no_choices"))
        return ()
    if not block.has("choices"):
        block.note(block.at("choices").problem("missing"))
        return ()
    found = [texts_at(spot, CHOICE_MOST, context) for spot in block.each("choices")]
    if not 2 <= len(found) <= MOST_CHOICES or not different(found):
        block.note(block.at("choices").problem("questions_choices", most=MOST_CHOICES))
    return tuple(found)


def different(choices: Sequence[Names]) -> bool:
    """Whether no word stands for two of them, in any language."""
    words = [{" ".join(word.split()).casefold() for word in each.values()} for each in choices]
    return len(set().union(*words)) == sum(map(len, words))


def _check_bounds(block: Block, question: Question) -> None:
    for key in ("min", "max"):
        if block.has(key) and question.kind != "number":
            block.note(block.at(key).problem("questions_no_number"))
    if question.least is not None and question.most is not None and question.most < question.least:
        block.note(block.at("max").problem("questions_most", least=question.least))
