"""Join, leave, pause and resume a place in line."""

from datetime import timedelta

from engine.ports import Actor, Ask, Facts, Work
from engine.questions import Answers
from engine.rules import waitlist as rules
from engine.services.who import AdminTap, Tap
from engine.state import TimeWindow

SYSTEM = Actor("job", name="resume")


def _own(tap: Tap, event_id: int, entry_id: int) -> Ask:
    return Ask(
        by=tap.actor,
        event_id=event_id,
        people=(tap.person_id,),
        entries=(entry_id,),
        line=4,
        reserve=True,
        update_id=tap.update_id,
        panel=tap.panel,
    )


async def join(
    work: Work,
    tap: Tap,
    event_id: int,
    seats: int = 1,
    names: tuple[str, ...] = (),
    *,
    auto_confirm: bool = False,
    answers: Answers | None = None,
) -> Facts:
    """See `rules.waitlist.join`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            seats=seats,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.join(
            state, act, tap.person_id, seats, names, auto_confirm=auto_confirm, answers=answers
        ),
    )


async def join_reserve(
    work: Work,
    tap: Tap,
    event_id: int,
    windows: tuple[TimeWindow, ...] = (),
    seats: int = 1,
    answers: Answers | None = None,
) -> Facts:
    """The reserve list of the event's service. See `rules.waitlist.join_reserve`."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            people=(tap.person_id,),
            seats=seats,
            reserve=True,
            update_id=tap.update_id,
            panel=tap.panel,
        ),
        lambda state, act: rules.join_reserve(state, act, tap.person_id, windows, seats, answers),
    )


async def leave(work: Work, tap: Tap, event_id: int, entry_id: int) -> Facts:
    """For a reserve list any event of its service will do; the one with an open offer if there is one."""
    return await work.decide(
        _own(tap, event_id, entry_id),
        lambda state, act: rules.leave(state, act, entry_id, tap.person_id),
    )


async def remove(work: Work, tap: AdminTap, event_id: int, entry_id: int) -> Facts:
    """An admin takes somebody off the list."""
    return await work.decide(
        Ask(
            by=tap.actor,
            event_id=event_id,
            entries=(entry_id,),
            line=4,
            reserve=True,
            reason=tap.reason,
            update_id=tap.update_id,
        ),
        lambda state, act: rules.leave(state, act, entry_id, None),
    )


async def pause(work: Work, tap: Tap, event_id: int, entry_id: int, length: timedelta | None) -> Facts:
    """`length` None pauses until resumed. See `rules.waitlist.pause`."""
    return await work.decide(
        _own(tap, event_id, entry_id),
        lambda state, act: rules.pause(
            state, act, entry_id, tap.person_id, None if length is None else act.now + length
        ),
    )


async def resume(work: Work, tap: Tap, event_id: int, entry_id: int) -> Facts:
    """See `rules.waitlist.resume`."""
    return await work.decide(
        _own(tap, event_id, entry_id),
        lambda state, act: rules.resume(state, act, entry_id, tap.person_id),
    )


async def resume_due(work: Work, event_id: int, entry_id: int) -> Facts:
    """The pause is over."""
    return await work.decide(
        Ask(by=SYSTEM, event_id=event_id, entries=(entry_id,), line=4, reserve=True),
        lambda state, act: rules.resume(state, act, entry_id, None),
    )


async def close(work: Work, event_id: int, entry_ids: tuple[int, ...]) -> Facts:
    """The event has begun. See `rules.waitlist.close`."""
    return await work.decide(
        Ask(by=Actor("job", name="close"), event_id=event_id, entries=entry_ids),
        lambda state, act: rules.close(state, act, entry_ids),
    )
