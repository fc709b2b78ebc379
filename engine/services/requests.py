"""Ask for a place, take it back; decide about it."""

from dataclasses import replace

from engine.ports import Actor, Ask, Facts, Rule, Work
from engine.questions import Answers
from engine.rules import requests as rules
from engine.services.who import AdminTap, Tap


async def ask(
    work: Work,
    tap: Tap,
    event_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    answers: Answers | None = None,
) -> Facts:
    """See `rules.requests.ask`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.ask(state, act, tap.person_id, seats, names, answers),
    )


async def take_back(work: Work, tap: Tap, event_id: int, request_id: int) -> Facts:
    """See `rules.requests.take_back`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            requests=(request_id,),
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, _: rules.take_back(state, request_id, tap.person_id),
    )


async def book(
    work: Work,
    tap: AdminTap,
    event_id: int,
    request_id: int,
    person_id: int,
    seats: int,
    *,
    in_turn: bool = False,
) -> Facts:
    """`person_id` and `seats` are those of the request; `in_turn`: the tap's reason does not do where somebody is
    passed over. See `rules.requests.book`."""
    return await _decide(
        work,
        tap,
        event_id,
        request_id,
        lambda state, act: rules.book(state, replace(act, reason="") if in_turn else act, request_id),
        person_id,
        seats,
    )


async def put_in_line(work: Work, tap: AdminTap, event_id: int, request_id: int, person_id: int) -> Facts:
    """`person_id` is that of the request. See `rules.requests.put_in_line`."""
    return await _decide(
        work,
        tap,
        event_id,
        request_id,
        lambda state, act: rules.put_in_line(state, act, request_id),
        person_id,
    )


async def decline(work: Work, tap: AdminTap, event_id: int, request_id: int) -> Facts:
    """See `rules.requests.decline`."""
    return await _decide(
        work, tap, event_id, request_id, lambda state, act: rules.decline(state, act, request_id)
    )


async def _decide(
    work: Work,
    tap: AdminTap,
    event_id: int,
    request_id: int,
    rule: Rule,
    person_id: int | None = None,
    seats: int = 1,
) -> Facts:
    ask = Ask(
        by=tap.actor,
        event_id=event_id,
        people=() if person_id is None else (person_id,),
        requests=(request_id,),
        seats=seats,
        line=4,
        reason=tap.reason,
        update_id=tap.update_id,
    )
    return await work.decide(ask, rule)


async def close(work: Work, event_id: int, request_ids: tuple[int, ...]) -> Facts:
    """Nobody can decide any more. See `rules.requests.close`."""
    return await work.decide(
        Ask(by=Actor("job", name="close"), event_id=event_id, requests=request_ids),
        lambda state, act: rules.close(state, act, request_ids),
    )
