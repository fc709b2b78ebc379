"""Change what a service asks."""

from engine.facts import QuestionsChanged
from engine.ports import Questions
from engine.questions import Question
from engine.rules import asking as rules
from engine.services.who import AdminTap


async def add(
    questions: Questions, tap: AdminTap, service_id: int, question: Question, name: str
) -> QuestionsChanged:
    """See `rules.asking.add`."""
    return await questions.decide(
        service_id,
        tap.actor,
        tap.update_id,
        tap.reason,
        lambda asked: rules.add(service_id, asked, question, name),
    )


async def remove(
    questions: Questions, tap: AdminTap, service_id: int, question: Question, name: str
) -> QuestionsChanged:
    """See `rules.asking.remove`."""
    return await questions.decide(
        service_id,
        tap.actor,
        tap.update_id,
        tap.reason,
        lambda asked: rules.remove(service_id, asked, question, name),
    )


async def move(
    questions: Questions,
    tap: AdminTap,
    service_id: int,
    question: Question,
    name: str,
    *,
    here: int,
    there: int,
) -> QuestionsChanged:
    """See `rules.asking.move`."""
    return await questions.decide(
        service_id,
        tap.actor,
        tap.update_id,
        tap.reason,
        lambda asked: rules.move(service_id, asked, question, name, here, there),
    )


async def require(
    questions: Questions, tap: AdminTap, service_id: int, question: Question, name: str, *, required: bool
) -> QuestionsChanged:
    """See `rules.asking.require`."""
    return await questions.decide(
        service_id,
        tap.actor,
        tap.update_id,
        tap.reason,
        lambda asked: rules.require(service_id, asked, question, name, required=required),
    )
