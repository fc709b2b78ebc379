"""Who hears of a month's allocation."""

from typing import assert_never

from engine import facts as f
from engine.notices.notice import MONTHS, RESULTS, Notice


def run_notices(fact: f.RunFact) -> list[Notice]:
    """The notices of a fact of a month's allocation. A result is no reminder: it leaves at once."""
    match fact:
        case f.RunMade():
            data: dict[str, int | str | bool] = {"period": fact.period_id, "number": fact.number}
            data |= {"people": fact.people, "short": fact.short}
            return [Notice("run-made", None, f"run:{fact.id}", RESULTS, data=data)]
        case f.RunFailed():
            data = {"period": fact.period_id, "number": fact.number, "cause": fact.cause}
            return [Notice("run-failed", None, f"run:{fact.id}", RESULTS, data=data)]
        case f.ResultGiven():
            data = {"result": fact.id, "period": fact.period_id}
            return [Notice("month-result", fact.person_id, f"result:{fact.id}", MONTHS, data=data)]
        case f.PeriodFinalized():
            data = {"period": fact.id, "number": fact.number, "people": fact.people, "short": fact.short}
            return [Notice("period-finalized", None, f"telling:{fact.id}", RESULTS, data=data)]
        case (
            f.PeriodPlanned()
            | f.RunStarted()
            | f.RunStopped()
            | f.RunFinalized()
            | f.PlacementPinned()
            | f.PlacementMoved()
            | f.PersonExcluded()
            | f.AdjustmentEnded()
        ):
            return []  # who tapped is answered
        case _:
            assert_never(fact)
