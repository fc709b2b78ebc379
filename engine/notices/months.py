"""Who hears of what has become of a month, and of the wishes for it."""

from typing import assert_never

from engine import facts as f
from engine.hours import quiet_until
from engine.month import QUIET, Month
from engine.notices.notice import REMINDERS, RESULTS, Kind, Notice
from engine.ports import Act


def month_notices(fact: f.MonthFact, month: Month, act: Act) -> list[Notice]:
    """The notices of a fact of the month; `month` is as it was before. Nobody is woken for any of them."""
    data: dict[str, int | str | bool] = {"period": _period_of(fact, month)}
    morning = quiet_until(act.now, QUIET, month.timezone)

    def told(kind: Kind, to: int) -> list[Notice]:
        return [Notice(kind, to, f"{fact.subject}:{fact.id}", REMINDERS, data=data, not_before=morning)]

    match fact:
        case f.PeriodOpened() | f.PeriodExtended() | f.PeriodReopened():
            data["how"] = {f.PeriodOpened: "opened", f.PeriodExtended: "extended"}.get(type(fact), "reopened")
            return [Notice("period-opened", None, f"period:{fact.id}", RESULTS, data=data)]
        case f.PeriodClosed():
            data["early"] = fact.early
            return [Notice("period-closed", None, f"period:{fact.id}", RESULTS, data=data)]
        case f.WishesStated():
            return told("wishes-carried", fact.person_id) if fact.source == "standing" else []
        case f.WishesAsked():
            return told("wishes-asked", fact.person_id)
        case f.WishesShifted():
            data |= {"reason": act.reason} if act.reason else {}
            return told("wishes-shifted", fact.person_id)
        case f.FriendshipAgreed():
            data["friend"] = fact.person_id
            return told("friendship-agreed", month.friendships[fact.id].asker_id)
        case f.FriendshipEnded():
            data["friend"] = fact.person_id
            return told("friendship-ended", fact.told) if fact.told is not None else []
        case f.WishesWithdrawn() | f.FriendshipAsked():
            return []  # who tapped is answered
        case _:
            assert_never(fact)


def _period_of(fact: f.MonthFact, month: Month) -> int:
    return month.period.id if month.period else getattr(fact, "period_id", fact.id)
