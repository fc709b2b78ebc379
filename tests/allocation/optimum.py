"""The best there is, found by trying everything: for tiny inputs only. And who may complain of a fair order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from tests.allocation.checker import Case, Document, count, day, ranks, seats, week

Choice = tuple[str, ...]
Worth = tuple[int, int, int]
"""Seats filled; people with at least one session; the value of all placements, whatever the priority. Each outweighs
those after it."""
LIMITS = {"per_day": day, "per_week": week}


def optimum(document: Document) -> Worth:
    """The best that the rules allow. Needs `values` with whoever has wishes."""
    case = Case(document, {"placements": [], "unplaced": []})
    choices = [(name, list(_choices(case, name))) for name in case.people]
    return max(_worth(case, chosen) for chosen in _everything(case, choices, {}, Counter()))


def worth(document: Document, output: Document) -> Worth:
    """That of an output."""
    case = Case(document, output)
    return _worth(case, {name: tuple(has) for name, has in case.has.items()})


def _worth(case: Case, chosen: dict[str, Choice]) -> Worth:
    filled = sum(len(choice) * seats(case.people[name]) for name, choice in chosen.items())
    placed = sum(bool(choice) for choice in chosen.values())
    value = sum(case.people[name]["values"][session] for name, choice in chosen.items() for session in choice)
    return filled, placed, value


def _choices(case: Case, name: str) -> Iterator[Choice]:
    """Every set of wished sessions that this person could have if nobody else were there."""
    person = case.people[name]
    wished = sorted(ranks(person))
    for number in range(min(count(person), len(wished)) + 1):
        for choice in combinations(wished, number):
            if not any(case.collide(*pair) for pair in combinations(choice, 2)) and _limited(
                case, person, choice
            ):
                yield choice


def _limited(case: Case, person: Document, choice: Choice) -> bool:
    return all(
        max(
            Counter(when for session in choice if (when := bucket(case.sessions[session]))).values(),
            default=0,
        )
        <= person.get(limit, len(choice))
        for limit, bucket in LIMITS.items()
    )


def _everything(
    case: Case, left: list[tuple[str, list[Choice]]], chosen: dict[str, Choice], used: Counter[str]
) -> Iterator[dict[str, Choice]]:
    """Every allocation that keeps the rules."""
    if not left:
        if _held(case, used) and _together(case, chosen):
            yield dict(chosen)
        return
    name, choices = left[0]
    for choice in choices:
        then = used + Counter(dict.fromkeys(choice, seats(case.people[name])))
        if all(then[session] <= case.sessions[session]["capacity"] for session in choice):
            yield from _everything(case, left[1:], {**chosen, name: choice}, then)


def _held(case: Case, used: Counter[str]) -> bool:
    return all(used[name] >= case.sessions[name].get("minimum", 0) for name in used if used[name])


def _together(case: Case, chosen: dict[str, Choice]) -> bool:
    return all(chosen[one] == chosen[other] for one, other in case.friends())


# ---------------------------------------------------------------------------------------------------------- envy


def envy(document: Document, output: Document) -> list[str]:
    """Where everybody wants one session, for one: who would rather be where somebody of lower (priority, credit) is,
    or where a seat is free (Balinski and Sönmez, 1999: justified envy and waste)."""
    case = Case(document, output)
    lowest: dict[str, tuple[int, int]] = {}
    for name, has in case.has.items():
        for session in has:
            lowest[session] = min(
                lowest.get(session, standing(case.people[name])), standing(case.people[name])
            )
    found: list[str] = []
    for name, person in case.people.items():
        wished = ranks(person)
        has_rank = min((wished[session] for session in case.has[name]), default=len(wished) + 1)
        found += [
            f"{name} would rather be in {session}"
            for session, rank in wished.items()
            if rank < has_rank
            and (case.free(session) > 0 or lowest.get(session, standing(person)) < standing(person))
        ]
    return found


def standing(person: Document) -> tuple[int, int]:
    """Who comes first: the higher."""
    return person.get("priority", 0), person.get("credit", 0)
