"""A month's allocation: plan, execute, adjust, compare, finalize."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from engine.facts import RunFact, RunStarted
from engine.planning import Document, Ordering, Planning, Strategy
from engine.ports import Act, Actor, RunAsk, Runs, States, Steps
from engine.refusals import Busy, RunOver
from engine.rules import finalizing, proof
from engine.rules import runs as rules
from engine.rules.comparing import Comparison
from engine.rules.comparing import compare as comparison
from engine.rules.locks import check_lock, free_to_plan
from engine.rules.plan_checks import Finding, findings
from engine.rules.proof import Proof
from engine.rules.run_fixing import Allocate, solve
from engine.rules.run_input import differing, input_of
from engine.services.computing import computed
from engine.services.enduring import written
from engine.services.once import Once
from engine.services.who import AdminTap

Done = list[RunFact]
INTERRUPTING = Actor("job", name="runs")
PLANNED = Once[Document]()
CODE = "code "
"""How the note of an error begins that says by which code it was written down."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would come to now: what to look at first, its input and its output."""

    findings: list[Finding]
    document: Document
    output: Document


@dataclass(frozen=True, slots=True)
class Begun:
    """A version that is to be computed."""

    run_id: int
    number: int
    document: Document


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


async def check(runs: Runs, tap: AdminTap, period_id: int) -> list[Finding]:
    """What is odd about the input of a run that would begin now. Raises PeriodUnknown, PeriodOpen, PeriodFinal."""

    def look(planning: Planning, act: Act) -> list[Finding]:
        rules.allotting(planning)
        return findings(planning, act.now)

    return await runs.preview(_ask(tap, period_id), look)


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
    question = await computed(partial(_question, document)), seed, allocate
    output = await PLANNED.get(question, partial(solve, document, seed, allocate))
    return Plan(found, document, output)


async def verify(export: Document, *, allocate: Allocate = allocate) -> Proof:
    """The proof of a final month from its export as the file has it, computed in a thread of its own. Raises NoExport
    for any other month."""
    return await computed(lambda: proof.verify(json.loads(json.dumps(export)), allocate))


def _question(document: Document) -> str:
    """What stands for all of it: a month is too large to be kept for a comparison."""
    return sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


async def begin(
    runs: Runs,
    tap: AdminTap,
    period_id: int,
    strategy: Strategy,
    ordering: Ordering = "most",
    *,
    keep: bool = False,
    after: int | None = None,
) -> Begun:
    """A new version is written down; nothing of it is computed yet. With `keep` it moves nobody of the newest version
    without need. Raises what `rules.runs.start` does."""
    started = await runs.decide(
        _ask(tap, period_id, newest=keep),
        free_to_plan(
            lambda planning, act: rules.start(planning, act, strategy, ordering, keep=keep, after=after)
        ),
    )
    run = next(fact for fact in started if isinstance(fact, RunStarted))
    return Begun(run.id, run.number, run.document)


async def compute(
    runs: Runs, tap: AdminTap, period_id: int, begun: Begun, *, allocate: Allocate = allocate
) -> Executed:
    """What came of it: computed in a thread of its own while nothing is locked, and kept. What goes wrong is written
    down, and raised; so is that nobody waits for it any more. Raises RunOver when it was stopped meanwhile."""
    return await _computed(runs, _ask(tap, period_id), begun, allocate)


async def _computed(runs: Runs, ask: RunAsk, begun: Begun, allocate: Allocate) -> Executed:
    """Its lease is held until its end is written, however long the database is away: else it would be taken for one
    whose process has died, and what came of it thrown away."""
    with runs.computing(begun.run_id):
        return await _to_its_end(runs, ask, begun, allocate)


async def _to_its_end(runs: Runs, ask: RunAsk, begun: Begun, allocate: Allocate) -> Executed:
    later = RunAsk(by=ask.by, period_id=ask.period_id, run_id=begun.run_id, reason=ask.reason)

    async def fail(cause: str) -> None:
        await written(
            lambda: runs.decide(later, lambda planning, _: rules.fail(planning, begun.run_id, cause))
        )

    try:
        seed = await runs.seed(ask.period_id)
        output = await computed(partial(solve, begun.document, seed, allocate))
    except asyncio.CancelledError:
        with suppress(RunOver):
            await fail(rules.INTERRUPTED)
        raise
    except Exception as error:
        await fail(_noted(error, begun.run_id))
        raise
    await written(
        lambda: runs.decide(later, lambda planning, _: rules.finish(planning, begun.run_id, output))
    )
    return Executed(begun.run_id, begun.number, output)


def _noted(error: Exception, run_id: int) -> str:
    """A short code for what went wrong: admins are told no more, and whoever looks for it finds it in the log."""
    code = sha256(f"{run_id} {error!r}".encode()).hexdigest()[:6].upper()
    error.add_note(f"{CODE}{code}")
    return code


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
    """See `begin` and `compute`."""
    begun = await begin(runs, tap, period_id, strategy, ordering, keep=keep)
    return await compute(runs, tap, period_id, begun, allocate=allocate)


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

    started = await runs.decide(ask, free_to_plan(begun))
    run = next(fact for fact in started if isinstance(fact, RunStarted))
    return await _computed(runs, ask, Begun(run.id, run.number, run.document), allocate)


async def interrupt(runs: Runs) -> int:
    """Every run whose process has ended comes to its end; how many did. What is computed here says so first: a clock
    that leaps, or a machine that has slept, interrupts nothing. Where somebody decides about the month right now, the
    next call looks again."""
    await runs.renew()
    done = 0
    for period_id in await runs.abandoned():
        with suppress(Busy):
            done += len(await runs.decide(RunAsk(by=INTERRUPTING, period_id=period_id), rules.interrupt))
    return done


async def stop(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> Done:
    """See `rules.runs.stop`."""
    return await runs.decide(
        _ask(tap, period_id, run_id), free_to_plan(lambda planning, _: rules.stop(planning, run_id))
    )


async def pin(runs: Runs, tap: AdminTap, period_id: int, person_id: int, event_id: int) -> Done:
    """See `rules.runs.pin`."""
    return await runs.decide(
        _ask(tap, period_id),
        free_to_plan(lambda planning, act: rules.pin(planning, act, person_id, event_id)),
    )


async def move(
    runs: Runs, tap: AdminTap, period_id: int, person_id: int, from_event_id: int, event_id: int
) -> Done:
    """See `rules.runs.move`."""
    return await runs.decide(
        _ask(tap, period_id, newest=True),
        free_to_plan(lambda planning, act: rules.move(planning, act, person_id, from_event_id, event_id)),
    )


async def exclude(runs: Runs, tap: AdminTap, period_id: int, person_id: int, event_id: int | None) -> Done:
    """See `rules.runs.exclude`."""
    return await runs.decide(
        _ask(tap, period_id),
        free_to_plan(lambda planning, act: rules.exclude(planning, act, person_id, event_id)),
    )


async def lift(runs: Runs, tap: AdminTap, period_id: int, adjustment_id: int) -> Done:
    """See `rules.runs.lift`."""
    return await runs.decide(
        _ask(tap, period_id), free_to_plan(lambda planning, _: rules.lift(planning, adjustment_id))
    )


async def compare(runs: Runs, before_id: int, after_id: int) -> Comparison:
    """See `rules.comparing.compare`. Raises NoRun."""
    return comparison(await runs.output(before_id), await runs.output(after_id))


async def finalize(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> tuple[Done, Steps]:
    """See `rules.finalizing.finalize`."""

    def final(planning: Planning, states: States, act: Act, seed: str) -> tuple[list[RunFact], Steps]:
        check_lock(planning.month, act)
        return finalizing.finalize(planning, states, act, run_id, seed)

    return await runs.finalize(_ask(tap, period_id, run_id), final)


async def changed(runs: Runs, tap: AdminTap, period_id: int, run_id: int) -> dict[str, list[int]]:
    """Which events and people are not any more as the run has them, see `rules.run_input.differing`. Raises
    PeriodUnknown, NoRun."""
    return await runs.preview(
        _ask(tap, period_id, run_id),
        lambda planning, act: differing(
            rules.known_run(planning, run_id).document, input_of(planning, act.now, "balanced", "most")
        ),
    )
