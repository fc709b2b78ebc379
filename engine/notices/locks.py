"""Who hears of the locks of a month."""

from collections.abc import Mapping

from engine import facts as f
from engine.notices.notice import RESULTS, Kind, Notice

LOCKS: Mapping[type[f.LockFact], Kind] = {
    f.LockAsked: "lock-asked",
    f.LockHanded: "lock-handed",
    f.LockKept: "lock-kept",
    f.UnlockAsked: "unlock-asked",
    f.UnlockGranted: "unlock-granted",
    f.UnlockDenied: "unlock-denied",
    f.UnlockLapsed: "unlock-lapsed",
    f.UnlockEnded: "unlock-ended",
}


def lock_notices(fact: f.LockFact) -> list[Notice]:
    """To the group, as admins have no other place: who asks whom, what was answered, and what has run out. Taking a
    lock and giving it back is on the card of its month."""
    data: dict[str, int | str | bool] = {"period": fact.period_id, fact.subject: fact.id}
    match fact:
        case f.LockEnded():
            kind: Kind | None = "lock-ended" if fact.cause == "expired" else None
        case f.LockAsked() | f.LockKept() | f.LockHanded():
            data["name"] = fact.name
            kind = LOCKS[type(fact)]
        case _:
            kind = LOCKS.get(type(fact))
    return [Notice(kind, None, f"{fact.subject}:{fact.id}", RESULTS, data=data)] if kind else []
