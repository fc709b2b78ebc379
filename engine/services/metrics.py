"""What an admin has to look at in months that are planned: few people with a place, much left open, or a version that
does not match its input any more. Read only; whoever asks tells the admins."""

from collections.abc import Mapping

from engine.planning import Planning
from engine.ports import Act, Actor, RunAsk, Runs
from engine.rules.month_metrics import Outdated, concerns, figures, outdated
from engine.views import Views

KINDS = ("batch-low", "batch-unmet", "batch-stale")
"""Of alerts."""

Told = Mapping[str, int]
"""What an alert says, in numbers."""


async def look(views: Views, runs: Runs, period_id: int) -> dict[str, Told]:
    """By the kind of alert. Nothing for a period without a version. Raises PeriodUnknown."""
    known = await views.run_numbers(period_id)
    if not known:
        return {}
    newest = known[-1]
    made, about = figures(newest), {"period": period_id, "number": newest.number}
    shares = {"low": made.success, "unmet": made.unprocessed}
    found: dict[str, Told] = {
        f"batch-{concern}": {**about, "part": shares[concern].part, "whole": shares[concern].whole}
        for concern in concerns(newest)
    }
    other = await _outdated(runs, period_id)
    if other is not None:
        changed = {"sessions": other.sessions, "people": other.people}
        found["batch-stale"] = {**about, "number": other.number, **changed}
    return found


async def _outdated(runs: Runs, period_id: int) -> Outdated | None:
    def seen(planning: Planning, act: Act) -> Outdated | None:
        return outdated(planning, act.now)

    ask = RunAsk(by=Actor("job", name="batch"), period_id=period_id, newest=True)
    return await runs.preview(ask, seen)
