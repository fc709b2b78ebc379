"""Who hears of what has become of somebody who asks for a place."""

from typing import assert_never

from engine import facts as f
from engine.notices.notice import RESULTS, Kind, Notice
from engine.ports import Act, Panel
from engine.state import State

RequestTold = (
    f.RequestMade
    | f.RequestGranted
    | f.RequestDeclined
    | f.RequestTakenBack
    | f.RequestClosed
    | f.RequestShifted
)


def about(
    fact: RequestTold,
    state: State,
    act: Act,
    panel: Panel | None,
) -> list[Notice]:
    """The person, and the card of the request in the admins' group, which every change rewrites."""
    request = state.requests[fact.id]
    own = act.by.kind == "person" and act.by.id == request.person_id
    about = f"request:{fact.id}"
    data: dict[str, int | str | bool] = {"request": fact.id, "event": request.event_id}
    card = Notice("request-card", None, about, RESULTS, "P", data)
    match fact:
        case f.RequestMade():
            kind: Kind = "request-made"
        case f.RequestGranted():
            return [card]  # the booking's or the place's own notice says it
        case f.RequestDeclined():
            kind = "request-declined"
            data = {**data, "reason": fact.reason}
        case f.RequestTakenBack():
            kind = "request-taken-back"
        case f.RequestClosed():
            if fact.cause == "served" or fact.told:
                return [card]  # what they have instead says it, or the end of their place
            kind = "request-closed"
            data = {**data, "cause": fact.cause, "reason": act.reason if fact.cause == "cancelled" else ""}
        case f.RequestShifted():
            kind = "request-shifted"
        case _:
            assert_never(fact)
    told = Notice(kind, request.person_id, about, RESULTS, data=data, panel=panel if own else None)
    return [told, card]
