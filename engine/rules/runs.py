"""Runs of a month's allocation: each a version, computed while nobody waits; and what admins adjust in every later one.

`start` writes down what is to be computed, `finish` what came of it; between them nothing is locked, and the process
that computes says again and again that it does. A run of which nobody says so any more is interrupted, as its process
has ended.
"""

from collections.abc import Collection

from engine.facts import (
    AdjustmentEnded,
    PeriodPlanned,
    PersonExcluded,
    PlacementMoved,
    PlacementPinned,
    RunFact,
    RunFailed,
    RunMade,
    RunStarted,
    RunStopped,
)
from engine.month import Period, Wish
from engine.planning import (
    Adjustment,
    AdjustmentKind,
    Document,
    Ordering,
    Planning,
    Run,
    RunStatus,
    Seating,
    Strategy,
)
from engine.ports import Act
from engine.refusals import (
    AdjustmentOver,
    AdjustmentUnchanged,
    AlreadyBooked,
    EventCancelled,
    EventNotOpen,
    EventStarted,
    NobodyWishes,
    NoRun,
    NotPlaced,
    NotThisMonth,
    PeriodFinal,
    PeriodOpen,
    PeriodUnknown,
    PinsCollide,
    PinsFull,
    RunNewer,
    RunOpen,
    RunOver,
    WishUnknown,
)
from engine.rules.reasons import check_reason
from engine.rules.run_input import hash_of_input, input_of, overlap, wisher_of

INTERRUPTED = "interrupted"
"""Why a run came to nothing whose process has ended."""


def allotting(planning: Planning) -> Period:
    """The period between its wishes and its end. Raises PeriodUnknown, PeriodOpen, PeriodFinal."""
    period = planning.month.period
    if period is None:
        raise PeriodUnknown
    if period.status == "collecting":
        raise PeriodOpen
    if period.status == "final":
        raise PeriodFinal
    return period


def start(
    planning: Planning,
    act: Act,
    strategy: Strategy,
    ordering: Ordering,
    *,
    keep: bool = False,
    after: int | None = None,
) -> list[RunFact]:
    """A new version begins. With `keep` whatever the newest one has placed stays where it can. `after`: the number of
    the newest version that the admin has seen, 0 for none; whoever taps twice gets one version.

    Raises RunOpen, RunNewer, NoRun (nothing to keep), NobodyWishes, and what `allotting` does.
    """
    period = allotting(planning)
    gone = interrupt(planning, act)
    running = planning.open_run()
    if running is not None and not gone:
        raise RunOpen(running.number)
    newest = max((run.number for run in planning.runs), default=0)
    if after is not None and after != newest:
        raise RunNewer(newest)
    base = planning.last_done() if keep else None
    if keep and base is None:
        raise NoRun
    document = input_of(planning, act.now, strategy, ordering, base)
    if not document["people"]:
        raise NobodyWishes
    started = RunStarted(
        id=act.new_id(),
        period_id=period.id,
        number=newest + 1,
        strategy=strategy,
        ordering=ordering,
        base=base.number if base is not None else None,
        input_hash=hash_of_input(document),
        document=document,
    )
    planned = [PeriodPlanned(period.id, period.month)] if period.status == "closed" else []
    return [*gone, *planned, started]


def interrupt(planning: Planning, act: Act) -> list[RunFact]:
    """The end of a run whose process has ended; nothing where it is computed still, and nothing twice."""
    run = planning.open_run()
    if run is None or not run.abandoned(act.now):
        return []
    return [RunFailed(run.id, run.period_id, run.number, INTERRUPTED)]


def finish(planning: Planning, run_id: int, output: Document) -> list[RunFact]:
    """What came of it; nothing more where that is written already. Raises RunOver when it was stopped meanwhile."""
    if _written(planning, run_id, "done"):
        return []
    run = running(planning, run_id)
    people = output["metrics"]["people_placed"]
    return [RunMade(run.id, run.period_id, run.number, people, len(output["unplaced"]), output)]


def fail(planning: Planning, run_id: int, cause: str) -> list[RunFact]:
    """It came to nothing; nothing more where that is written already. Raises RunOver."""
    if _written(planning, run_id, "failed"):
        return []
    run = running(planning, run_id)
    return [RunFailed(run.id, run.period_id, run.number, cause)]


def stop(planning: Planning, run_id: int) -> list[RunFact]:
    """An admin does not want it any more; what comes of it is thrown away. Raises RunOver."""
    run = running(planning, run_id)
    return [RunStopped(run.id, run.period_id, run.number)]


def _written(planning: Planning, run_id: int, how: RunStatus) -> bool:
    """Whether its end is known: a commit may have come through although nobody heard so, and is tried again."""
    run = planning.run(run_id)
    return run is not None and run.status == how


def running(planning: Planning, run_id: int) -> Run:
    """The run as long as it is computed. Raises RunOver."""
    run = planning.run(run_id)
    if run is None or run.status != "running":
        raise RunOver
    return run


def known_run(planning: Planning, run_id: int) -> Run:
    """Raises NoRun."""
    run = planning.run(run_id)
    if run is None:
        raise NoRun
    return run


# ------------------------------------------------------------------------------------------------ adjustments


def pin(planning: Planning, act: Act, person_id: int, event_id: int) -> list[RunFact]:
    """The person has a place at this event in every later run, wished for or not. The act has a reason.

    Raises ReasonNeeded, WishUnknown, NotThisMonth, EventCancelled, EventNotOpen, EventStarted, AlreadyBooked, PinsFull,
    PinsCollide, AdjustmentUnchanged, and what `allotting` does.
    """
    period = allotting(planning)
    check_reason(act)
    ended = _replacing(planning, person_id, event_id, "pin")
    _check_pin(planning, act, person_id, event_id, ended)
    away = _away(planning, act, ended, {event_id})
    return [*ended, *away, PlacementPinned(act.new_id(), period.id, person_id, event_id)]


def move(planning: Planning, act: Act, person_id: int, from_event_id: int, event_id: int) -> list[RunFact]:
    """There instead of where the newest run has placed them. Raises NotPlaced, and what `pin` does."""
    period = allotting(planning)
    check_reason(act)
    moves = [each for each in planning.adjustments if each.kind == "move" and _is(each, person_id, event_id)]
    if from_event_id == event_id:
        raise AdjustmentUnchanged("there")
    if any(each.from_event_id == from_event_id for each in moves):
        raise AdjustmentUnchanged("move")
    last = planning.last_done()
    placed = last.output.get("placements", ()) if last is not None else ()
    wanted = (str(person_id), str(from_event_id))
    if all((each["person"], each["session"]) != wanted for each in placed):
        raise NotPlaced
    ended = [
        *_replacing(planning, person_id, event_id, "move"),
        *(_ended(each) for each in planning.adjustments if _is(each, person_id, from_event_id)),
    ]
    _check_pin(planning, act, person_id, event_id, ended)
    away = _away(planning, act, ended, {event_id, from_event_id})
    return [*ended, *away, PlacementMoved(act.new_id(), period.id, person_id, event_id, from_event_id)]


def exclude(planning: Planning, act: Act, person_id: int, event_id: int | None) -> list[RunFact]:
    """The person gets no place at this event, or (None) at none of the month; whatever was said of that before counts
    no more. Raises ReasonNeeded, WishUnknown, NotThisMonth, AdjustmentUnchanged, and what `allotting` does."""
    period = allotting(planning)
    check_reason(act)
    _wish(planning, person_id)
    if event_id is not None and event_id not in planning.seatings:
        raise NotThisMonth
    if event_id is not None:
        ended = _replacing(planning, person_id, event_id, "exclude")
        away = _away(planning, act, ended, {event_id})
    else:
        own = [each for each in planning.adjustments if each.person_id == person_id]
        if any(each.kind == "exclude" and each.event_id is None for each in own):
            raise AdjustmentUnchanged("out-all")
        ended, away = [_ended(each) for each in own], []
    return [*ended, *away, PersonExcluded(act.new_id(), period.id, person_id, event_id)]


def lift(planning: Planning, adjustment_id: int) -> list[RunFact]:
    """It counts no more. Raises AdjustmentOver, and what `allotting` does."""
    allotting(planning)
    found = next((each for each in planning.adjustments if each.id == adjustment_id), None)
    if found is None:
        raise AdjustmentOver
    return [AdjustmentEnded(found.id, found.kind, found.person_id)]


def _replacing(
    planning: Planning, person_id: int, event_id: int, kind: AdjustmentKind
) -> list[AdjustmentEnded]:
    """The end of what was said of this person and event before, and of a word that no event of the month is theirs.
    Raises AdjustmentUnchanged."""
    found = [each for each in planning.adjustments if _is(each, person_id, event_id)]
    if kind != "move" and any(each.kind == kind for each in found):
        raise AdjustmentUnchanged("pin" if kind == "pin" else "out")
    whole = [each for each in planning.adjustments if _is(each, person_id, None)] if kind != "exclude" else []
    return [_ended(each) for each in (*found, *whole)]


def _away(
    planning: Planning, act: Act, ended: list[AdjustmentEnded], said: Collection[int]
) -> list[PersonExcluded]:
    """A move that is replaced still keeps its person from where they were, unless something is `said` of that event."""
    over = {each.id for each in ended}
    stays = {(each.person_id, each.event_id) for each in planning.adjustments if each.id not in over}
    moves = [each for each in planning.adjustments if each.id in over and each.from_event_id is not None]
    return [
        PersonExcluded(act.new_id(), each.period_id, each.person_id, each.from_event_id)
        for each in moves
        if each.from_event_id not in said and (each.person_id, each.from_event_id) not in stays
    ]


def _is(each: Adjustment, person_id: int, event_id: int | None) -> bool:
    return (each.person_id, each.event_id) == (person_id, event_id)


def _ended(each: Adjustment) -> AdjustmentEnded:
    return AdjustmentEnded(each.id, each.kind, each.person_id, replaced=True)


def _check_pin(
    planning: Planning, act: Act, person_id: int, event_id: int, ended: list[AdjustmentEnded]
) -> None:
    wish = _wish(planning, person_id)
    seating = _usable(planning, act, event_id)
    booked = wisher_of(planning, person_id).booked
    if event_id in booked:
        raise AlreadyBooked
    over = {each.id for each in ended}
    pins = [each for each in planning.adjustments if each.kind != "exclude" and each.id not in over]
    own = {each.event_id for each in pins if each.person_id == person_id} | booked
    others = (each for event, each in planning.seatings.items() if event in own)
    if any(overlap(seating, other) for other in others):
        raise PinsCollide
    party = {each.person_id: each.wanted.seats for each in planning.month.wishes.values()}
    given = sum(party.get(each.person_id, 1) for each in pins if each.event_id == event_id)
    if given + wish.wanted.seats > seating.free:
        raise PinsFull(free=max(seating.free - given, 0))


def _wish(planning: Planning, person_id: int) -> Wish:
    wish = planning.month.wish_of(person_id)
    if wish is None or wish.status != "stated" or not wish.wanted.choices:
        raise WishUnknown
    return wish


def _usable(planning: Planning, act: Act, event_id: int) -> Seating:
    seating = planning.seatings.get(event_id)
    if seating is None:
        raise NotThisMonth
    if seating.status == "cancelled":
        raise EventCancelled
    if seating.status == "closed":
        raise EventNotOpen
    if seating.starts_at <= act.now:
        raise EventStarted
    return seating
