"""The plan: who is served, where, and why the others are not."""

from collections.abc import Iterable, Sequence
from math import gcd

from engine.rules.splitting.balance import Balance
from engine.rules.splitting.group import Sibling, SplitPlan, Waiter
from engine.rules.splitting.lines import Candidate, candidates, kinds, steps
from engine.rules.splitting.parties import Answer, mixed
from engine.rules.splitting.report import Decision, report
from engine.rules.splitting.ties import Turn, settle

WORK = 500_000
"""How much may go into proofs about parties of different sizes: siblings looked at; somewhat less than a second."""


def plan(siblings: Iterable[Sibling], waiters: Iterable[Waiter], work: int = WORK) -> SplitPlan:
    """The best plan, as the package says. Ids of siblings and entries are unique, capacities and seats at least 1."""
    group = sorted(siblings, key=lambda sibling: (sibling.starts_at, sibling.id))
    line = candidates(group, waiters)
    fitting = [one for one in line if one.may]
    answer = _answer(group, fitting, work)
    decided = {
        id(one): Decision(one, place, i not in answer.not_found)
        for i, (one, place) in enumerate(zip(fitting, answer.places, strict=True))
    }
    decisions = [decided.get(id(one), Decision(one, None, proven=True)) for one in line]
    return report(group, decisions, answer.unproven)


def _answer(group: Sequence[Sibling], fitting: Sequence[Candidate], work: int) -> Answer:
    sizes = {one.seats for one in fitting}
    if len(sizes) > 1:
        return mixed(group, fitting, gcd(*sizes), work)
    return Answer(_even(group, fitting, max(sizes, default=1)))


def _even(group: Sequence[Sibling], line: Sequence[Candidate], unit: int) -> list[int | None]:
    """All of one size."""
    balance = Balance(steps(group, unit, len(line)))
    asking = list(zip(kinds(line), line, strict=True))
    served = [balance.add(kind) for kind, _ in asking]
    turns = [Turn(kind, one.choice()) for (kind, one), yes in zip(asking, served, strict=True) if yes]
    places = iter(settle(balance, turns))
    return [next(places) if yes else None for yes in served]
