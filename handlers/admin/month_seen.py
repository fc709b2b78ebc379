"""All that the card of a month is made of, read in one place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from engine.refusals import NoRun, PeriodUnknown
from engine.rules.runs import INTERRUPTED
from engine.services import runs as service
from engine.views import AdjustmentCard, EventNamed, InterestCard, PeriodCard, RunCard, RunHead, TellingCard
from handlers.door import Admin


@dataclass(frozen=True, slots=True)
class MonthSeen:
    """A month as it stands. `runs` by number; `best`: the version that counts, the one that was booked, else the newest
    that is done; `said`: how much admins have decided, and `unsaid` about how many people it has it otherwise,
    as something was decided or taken back since; `telling` and `off` once it is final: dates that are still ahead,
    though too few people want them, and not enough are booked by now; `lost`: how many people have lost a place
    since."""

    period: PeriodCard
    interest: Sequence[InterestCard]
    runs: Sequence[RunHead]
    best: RunCard | None
    said: int
    unsaid: int
    telling: TellingCard | None
    off: Sequence[EventNamed]
    now: datetime
    lost: int

    @property
    def running(self) -> RunHead | None:
        """The version that is being computed."""
        return next((run for run in self.runs if run.status == "running"), None)

    @property
    def interrupted(self) -> RunHead | None:
        """The newest version, where nobody computed it to its end, and the month still waits for one."""
        return again_of(self.period, self.runs)

    @property
    def newest(self) -> int:
        """The number of the newest version, 0 without any."""
        return max((run.number for run in self.runs), default=0)


def best_of(runs: Sequence[RunHead]) -> RunHead | None:
    """The version that was booked, else the newest that is done."""
    done = [run for run in runs if run.status == "done"]
    return next((run for run in done if run.final), done[-1] if done else None)


def again_of(period: PeriodCard, runs: Sequence[RunHead]) -> RunHead | None:
    """See `MonthSeen.interrupted`."""
    newest = max(runs, key=lambda run: run.number, default=None)
    if newest is None or period.status == "final" or newest.status != "failed":
        return None
    return newest if newest.error == INTERRUPTED else None


async def find(admin: Admin, period_id: int) -> PeriodCard:
    """Raises PeriodUnknown."""
    found = await admin.rooms.views.period(period_id)
    if found is None:
        raise PeriodUnknown
    return found


async def see(admin: Admin, period_id: int) -> MonthSeen:
    """The month as it is now. Raises PeriodUnknown."""
    views = admin.rooms.views
    period, runs = await find(admin, period_id), await views.runs(period_id)
    best, said = best_of(runs), await views.adjustments(period_id)
    shown = None if best is None else (await views.run_cards([best.id]))[0]
    return MonthSeen(
        period=period,
        interest=await views.interest(period_id),
        runs=runs,
        best=shown,
        said=len(said),
        unsaid=0 if best is None else await _unsaid(admin, period, best, said),
        telling=await views.telling(period_id) if period.status == "final" else None,
        off=await _still_off(admin, period_id, shown) if shown is not None and shown.final else (),
        now=admin.rooms.now(),
        lost=await views.lost_places(period_id) if period.status == "final" else 0,
    )


async def _unsaid(admin: Admin, period: PeriodCard, best: RunHead, said: Sequence[AdjustmentCard]) -> int:
    """See `MonthSeen.unsaid`. It reads the whole month, so that it is asked only where there may be any."""
    newer = any(each.made_at > best.started_at for each in said)
    if period.status == "final" or not (newer or await admin.rooms.views.taken_back(period.id)):
        return 0
    return len((await service.changed(admin.rooms.runs, admin.tap, period.id, best.id))["adjusted"])


async def _still_off(admin: Admin, period_id: int, run: RunCard) -> Sequence[EventNamed]:
    """After the month was booked others may have booked there, too."""
    off = await not_held(admin, period_id, run)
    few = await admin.rooms.views.too_few([event.id for event in off]) if off else ()
    return [event for event in off if event.id in few]


async def not_held(admin: Admin, period_id: int, run: RunCard) -> Sequence[EventNamed]:
    """Dates that the version does not hold and that still take people."""
    ahead = {card.event.id for card in await admin.rooms.views.interest(period_id)}
    known = await admin.rooms.views.run_events(run.id)
    return [card.event for card in known if not card.held and card.event.id in ahead]


async def version(admin: Admin, period_id: int, number: int) -> RunCard:
    """The version with this number, which is done. Raises NoRun."""
    known = await admin.rooms.views.runs(period_id)
    found = next((run for run in known if run.number == number and run.status == "done"), None)
    if found is None:
        raise NoRun
    return (await admin.rooms.views.run_cards([found.id]))[0]
