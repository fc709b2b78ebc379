"""Answer a service's question anew."""

from engine.ports import Ask, Facts, Work
from engine.questions import Answer
from engine.rules import answering as rules
from engine.services.who import Tap


async def change(work: Work, tap: Tap, event_id: int, answer: Answer) -> Facts:
    """See `rules.answering.change`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            reserve=True,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.change(state, act, tap.person_id, answer),
    )
