"""Whether the answers so far can be: the catalogue is asked, and answers in its own words."""

from engine.catalogue import Catalogue, CatalogueErrors, Field, Fields, Items, Node, Scalar, check
from handlers.admin.mistakes import described
from handlers.admin.wizards.step import Asking, Unfit, Wizard
from handlers.files import Mistake


def judge(wizard: Wizard, asking: Asking) -> Catalogue:
    """What the answers come to. Raises Unfit."""
    document = node(wizard.document(asking))
    try:
        return check(document, asking.admin.rooms.now(), asking.known)
    except CatalogueErrors as error:
        problem = error.problems[0]
        wrong = Mistake(None, "", problem.found, problem.key, problem.values)
        raise Unfit(described(asking.texts, "", wrong)) from None


def judge_start(asking: Asking, catalogue: Catalogue) -> None:
    """Nothing new begins in the past. Raises Unfit."""
    first = min((plan.starts_at for plan in catalogue.events), default=None)
    if first is not None and first <= asking.now and asking.said("time"):
        when = asking.texts.when(first, asking.known.timezone or "UTC")
        raise Unfit(asking.texts.plain("toast-wizard-past", when=when))


def node(value: object) -> Node:
    """A value as a document's node; no line is known."""
    if isinstance(value, dict):
        return Fields(tuple(Field(str(key), node(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return Items(tuple(node(inner) for inner in value))
    return Scalar(str(value), str(value))
