"""From the placements to the answer: what everybody got, and why not more."""

from bisect import bisect_left
from collections.abc import Mapping
from fractions import Fraction

from engine.rules.allocation.board import Board
from engine.rules.allocation.figures import evenness, fills, rounded
from engine.rules.allocation.problem import Allocation, Person, Placement, Shortfall

OUT_OF_SEATS = ("full", "party", "together")


def answer(board: Board, winners: Mapping[int, int]) -> Allocation:
    """The allocation with its reasons; `winners` says for a session which unit one more seat in it would serve."""
    case = board.case
    placements = _placements(board)
    first = {one.person for one in placements if one.rank == 1}
    people = case.problem.people
    return Allocation(
        placements=tuple(placements),
        shortfalls=tuple(_shortfalls(board, winners)),
        not_held=tuple(case.problem.sessions[i].id for i in sorted(board.closed)),
        seats_filled=sum(case.capacities) - sum(board.left),
        people_placed=len({one.person for one in placements}),
        first_choice_share=rounded(Fraction(len(first), len(people))) if people else 0.0,
        evenness=rounded(evenness(fills(case.capacities, board.left))),
    )


def _placements(board: Board) -> list[Placement]:
    """Everybody's in the order of their wishes, people by their ids."""
    sessions, found = board.case.problem.sessions, []
    for person, unit in zip(board.case.problem.people, board.case.unit_of, strict=True):
        got = {sessions[i].id for i in board.got[unit]}
        if got:
            found += [
                Placement(person.id, session, rank)
                for rank, group in enumerate(person.wishes, 1)
                for session in group
                if session in got
            ]
    return found


def _shortfalls(board: Board, winners: Mapping[int, int]) -> list[Shortfall]:
    case = board.case
    numbers = {session.id: i for i, session in enumerate(case.problem.sessions)}
    lines = _lines(board, numbers)
    place = {unit: i for i, unit in enumerate(case.order)}
    found = []
    for person, unit in zip(case.problem.people, case.unit_of, strict=True):
        got = len(board.got[unit])
        if got < person.count:
            session, reason = _missed(board, person, unit, numbers)
            ahead = bisect_left(lines[session], place[unit]) if reason in OUT_OF_SEATS else None
            name = None if session is None else case.problem.sessions[session].id
            yours = session is not None and winners.get(session) == unit
            found.append(Shortfall(person.id, person.count, got, reason, name, ahead, yours))
    return found


def _missed(board: Board, person: Person, unit: int, numbers: dict[str, int]) -> tuple[int | None, str]:
    """The best wish that did not come true, and why; nothing is left to be wished is a reason too."""
    shared = {choice.session for choice in board.case.units[unit].choices}
    for session in (numbers[name] for group in person.wishes for name in group):
        if session not in board.got[unit]:
            if session not in shared:
                return session, "together"
            return session, _reason(board, unit, session, person.seats)
    return None, "wishes"


def _reason(board: Board, unit: int, session: int, alone: int) -> str:
    """`count` is what a friend wanted less of: only together they would have gone."""
    reason = board.obstacle(unit, session, alone)
    assert reason is not None, "a seat was left for somebody who asked for it"
    return "together" if reason == "count" else reason


def _lines(board: Board, numbers: dict[str, int]) -> dict[int | None, list[int]]:
    """For each session the places in line, by (priority, credit, lot), of those who asked for it and lack a session."""
    lines: dict[int | None, list[int]] = {}
    people = board.case.problem.people
    for place, unit in enumerate(board.case.order):
        for member in board.case.units[unit].members:
            person = people[member]
            if len(board.got[unit]) < person.count:
                for session in (numbers[name] for group in person.wishes for name in group):
                    if session not in board.got[unit]:
                        lines.setdefault(session, []).append(place)
    return lines
