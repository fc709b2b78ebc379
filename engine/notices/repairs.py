"""Who hears of a repair of a final month."""

from typing import assert_never

from engine import facts as f
from engine.hours import quiet_until
from engine.month import QUIET
from engine.notices.notice import OFFERS, RESULTS, Kind, Notice
from engine.ports import Act


def repair_notices(fact: f.RepairFact, act: Act, zone: str) -> list[Notice]:
    """The notices of a fact of a repair: everybody whom it moves is asked, and hears once how it ended; the group, too.
    Nobody is woken."""
    data: dict[str, int | str | bool] = {"repair": fact.id, "period": fact.period_id}
    about, morning = f"repair:{fact.id}", quiet_until(act.now, QUIET, zone)
    match fact:
        case f.RepairAsked():
            return [Notice("repair-asked", fact.person_id, about, OFFERS, data=data, not_before=morning)]
        case f.RepairAskedAnew():
            return [Notice("repair-extended", fact.person_id, about, OFFERS, data=data, not_before=morning)]
        case f.RepairTold():
            kind: Kind = "repair-done" if fact.how == "done" else "repair-withdrawn"
            data["cause"] = fact.how
            return [Notice(kind, fact.person_id, about, RESULTS, data=data, not_before=morning)]
        case f.RepairDone():
            return [Notice("repair-done-told", None, about, RESULTS, data=data)]
        case f.RepairWithdrawn():
            data["cause"] = fact.cause
            return [Notice("repair-withdrawn-told", None, about, RESULTS, data=data)]
        case f.RepairProposed() | f.RepairAgreed() | f.RepairExtended():
            return []  # who tapped is answered, and more time is told to each by a fact of their own
        case _:
            assert_never(fact)
