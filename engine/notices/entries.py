"""Who hears of what has become of a place in a line."""

from typing import assert_never

from engine import facts as f
from engine.notices.notice import RESULTS, Kind, Notice
from engine.ports import Act, Panel
from engine.state import State

EntryTold = f.EntryJoined | f.EntryLeft | f.EntryPaused | f.EntryResumed | f.EntryClosed | f.EntryShifted


def about(
    fact: EntryTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    """Most often the person, in the message that they have tapped in, if they did."""
    entry = state.entry(fact.id)
    if entry is None:
        raise KeyError(fact.id)
    own = act.by.kind == "person" and act.by.id == entry.person_id
    data: dict[str, int | str | bool] = {"entry": fact.id, "event": state.event.id}
    match fact:
        case f.EntryJoined():
            if entry.status != "waiting" or fact.source == "month":
                return []  # served in the same breath, or by the month: that notice says more
            kind: Kind = "entry-joined"
            data["position"] = fact.position
            if fact.source == "request":
                data["source"] = fact.source
            if fact.source == "displaced":
                kind = "entry-displaced"
                data["reason"] = act.reason
        case f.EntryLeft():
            if fact.cause in ("declined", "missed", "split", "repair"):
                return []  # said by the offer's own notice, or by the repair's
            if entry.event_id is not None and state.booking_of(entry.person_id) is not None:
                return []  # left the line by booking
            kind = "entry-left"
            data["cause"] = fact.cause
        case f.EntryPaused():
            if fact.declined or fact.split:
                return []  # said by the offer's own notice
            kind = "entry-paused"
        case f.EntryResumed():
            if fact.told or entry.status != "waiting":
                return []  # said by the end of an offer, or by what the person has at once
            kind = "entry-resumed"
        case f.EntryClosed():
            kind = "entry-closed"
            data |= {"cause": fact.cause, "reason": act.reason if fact.cause == "cancelled" else ""}
        case f.EntryShifted():
            kind = "entry-shifted"
        case _:
            assert_never(fact)
    return [
        Notice(kind, entry.person_id, f"entry:{fact.id}", RESULTS, data=data, panel=panel if own else None)
    ]
