"""A month's allocation: plan, execute, adjust, compare, finalize."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from engine.facts import RunFact, RunStarted
from engine.planning import Document, Ordering, Planning, Strategy
from engine.ports import Act, Actor, RunAsk, Runs, Steps
from engine.rules import finalizing
from engine.rules import runs as rules
from engine.rules.comparing import Comparison
from engine.rules.comparing import compare as comparison
from engine.rules.plan_checks import Finding, findings
from engine.rules.run_fixing import Allocate, solve
from engine.rules.run_input import differing, input_of
from engine.services.who import AdminTap

Done = list[RunFact]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would come to now: what to look at first, its input and its output."""

    findings: list[Finding]
    document: Document
    output: Document


@dataclass(frozen=True, slots=True)
class Executed:
    """A version that has been computed."""

    run_id: int
    number: int
    output: Document


def allocate(problem: Document) -> Document:
    """The document's allocation. The solvers are imported when they are first needed."""
    from engine.rules import allocation
    from engine.rules.allocation.document import read, write

    read_ = read(problem)
    return write(read_, allocation.allocate(read_))


def _ask(tap: AdminTap, period_id: int, run_id: int = 0, *, newest: bool = False) -> RunAsk:
    return RunAsk(
        by=tap.actor,
        period_id=period_id,
        run_id=run_id,
        newest=newest,
        reason=tap.reason,
        update_id=tap.update_id,
    )


async def plan(
    runs: Runs,
    tap: AdminTap,
    period_id: int,
    strategy: Strategy,
    ordering: Ordering = "most",
    *,
    allocate: Allocate = allocate,
) -> Plan:
    """What a run would come to, and what is odd about its input; nothing is written. Raises PeriodUnknown, PeriodOpen,
    PeriodFinal."""

    def look(planning: Planning, act: Act) -> tuple[list[Finding], Document]:
        rules.allotting(planning)
        return findings(planning, act.now), input_of(planning, act.now, strategy, ordering)

    found, document = await runs.preview(_ask(tap, period_id), look)
    seed = await runs.seed(period_id)
    output = await asyncio.to_thread(solve, document, seed, allocate)
    return Plan(found, document, output)


async def execute(
    runs: Runs,
    tap: AdminTap,
    period_id: int,
    strategy: Strategy,
    ordering: Ordering = "most",
    *,
    keep: bool = False,
    allocate: Allocate = allocate,
) -> Executed:
    """A new version: written down, computed in a thread of its own while nothing is locked, kept. With `keep` it moves
    nobody of the newest version without need. What goes wrong is written down, and raised.

    Raises RunOver when it was stopped meanwhile, and what `rules.runs.start` does.
    """
    ask = _ask(tap, period_id, newest=keep)
    started = await runs.decide(
        ask, lambda planning, act: rules.start(planning, act, strategy, ordering, keep=keep)
    )
    return await _computed(runs, ask, started, allocate)


async def execute_as(
    runs: Runs,
    actor: Actor,
    period_id: int,
    check: Callable[[Planning, Act], None],
    strategy: Strategy,
    ordering: Ordering,
    keep: bool,
    *,
    allocate: Allocate = allocate,
) -> Executed:
    """The same where nobody has tapped, as long as `check` raises nothing under the lock."""
    ask = RunAsk(by=actor, period_id=period_id, newest=keep)

    def begun(planning: Planning, act: Act) -> Done:
        check(planning, act)
        return rules.start(planning, act, strategy, ordering, keep=keep)

    return await _computed(runs, ask, await runs.decide(ask, begun), allocate)


async def _computed(runs: Runs, ask: RunAsk, started: Done, allocate: Allocate) -> Executed:
    run = next(fact for fact in started if isinstance(fact, RunStarted))
    later = RunAsk(by=ask.by, period_id=ask.period_id, run_id=run.id)
    try:
        seed = await runs.seed(ask.period_id)
        output = await asyncio.to_thread(solve, run.document, seed, allocate)
    except Exception as error:
        cause = type(error).__name__
        await runs.decide(later, lambda planning, _: rules.fail(planning, run.id, cause))
        raise
    await runs.decide(later, lambda planning, _: rules.finish(planning, run.id, output))
    return Executed(run.id, run.number, output)


async def stop(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> Done:
    """See `rules.runs.stop`."""
    return await runs.decide(_ask(tap, period_id, run_id), lambda planning, _: rules.stop(planning, run_id))


async def pin(runs: Runs, tap: AdminTap, period_id: int, person_id: int, event_id: int) -> Done:
    """See `rules.runs.pin`."""
    return await runs.decide(
        _ask(tap, period_id), lambda planning, act: rules.pin(planning, act, person_id, event_id)
    )


async def move(
    runs: Runs, tap: AdminTap, period_id: int, person_id: int, from_event_id: int, event_id: int
) -> Done:
    """See `rules.runs.move`."""
    return await runs.decide(
        _ask(tap, period_id, newest=True),
        lambda planning, act: rules.move(planning, act, person_id, from_event_id, event_id),
    )


async def exclude(runs: Runs, tap: AdminTap, period_id: int, person_id: int, event_id: int | None) -> Done:
    """See `rules.runs.exclude`."""
    return await runs.decide(
        _ask(tap, period_id), lambda planning, act: rules.exclude(planning, act, person_id, event_id)
    )


async def lift(runs: Runs, tap: AdminTap, period_id: int, adjustment_id: int) -> Done:
    """See `rules.runs.lift`."""
    return await runs.decide(_ask(tap, period_id), lambda planning, _: rules.lift(planning, adjustment_id))


async def compare(runs: Runs, before_id: int, after_id: int) -> Comparison:
    """See `rules.comparing.compare`. Raises NoRun."""
    return comparison(await runs.output(before_id), await runs.output(after_id))


async def finalize(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> tuple[Done, Steps]:
    """See `rules.finalizing.finalize`."""
    return await runs.finalize(
        _ask(tap, period_id, run_id),
        lambda planning, states, act, seed: finalizing.finalize(planning, states, act, run_id, seed),
    )


async def changed(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> dict[str, list[int]]:
    """Which events and people are not any more as the run has them, by "sessions" and "people". Raises PeriodUnknown,
    NoRun."""
    return await runs.preview(
        _ask(tap, period_id, run_id),
        lambda planning, act: differing(
            rules.known_run(planning, run_id).document, input_of(planning, act.now, "balanced", "most")
        ),
    )
