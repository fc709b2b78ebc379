"""What one admin was asked in the group: the last questions, each with the messages in which it stands. They are kept
as one row an admin, so that a question is found by the message that an answer replies to."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from engine.ports import Draft

KIND = "questions"
MOST = 20
"""Open questions of one admin; older ones are forgotten."""
MOST_FOR_BUTTONS = 10
"""Answers that buttons stand for."""
FRESH = timedelta(minutes=10)
"""For so long after a question what its admin writes may be meant for it."""

Kept = dict[str, Any]
"""`asked`: the questions, oldest first. Each has its number, the messages in which it stands and their topic, its
draft, when it was asked last, and whether its admin was pointed at it since; what is only remembered for buttons waits
for no answer."""


def read(kind: str, data: dict[str, Any]) -> Kept:
    """A row as it is now; before questions had messages there was one draft an admin, for any answer."""
    return data if kind == KIND else {"asked": [_question(1, Draft(kind, data), "", waits=True)]}


def with_question(kept: Kept, draft: Draft, now: datetime, *, waits: bool) -> tuple[Kept, int]:
    """One more question, and its number; the same one once more, as by a repeated update, is the one that is there."""
    asked: list[Kept] = kept["asked"]
    at = now.isoformat()
    if asked and (asked[-1]["kind"], asked[-1]["data"], asked[-1]["waits"]) == (
        draft.kind,
        draft.data,
        waits,
    ):
        last = {**asked[-1], "at": at, "pointed": False}
        return {"asked": [*asked[:-1], last]}, int(last["number"])
    number = max((int(each["number"]) for each in asked), default=0) + 1
    return {"asked": _newest([*asked, _question(number, draft, at, waits=waits)])}, number


def closed(kept: Kept, number: int) -> Kept:
    """The question is answered: whatever else is written below it is no answer."""
    return {
        "asked": [{**each, "waits": False} if each["number"] == number else each for each in kept["asked"]]
    }


def _newest(asked: list[Kept]) -> list[Kept]:
    """What is only remembered for buttons pushes no open question out."""
    for_buttons = [each["number"] for each in asked if not each["waits"]][-MOST_FOR_BUTTONS:]
    waiting = [each["number"] for each in asked if each["waits"]][-MOST:]
    return [each for each in asked if each["number"] in (*for_buttons, *waiting)]


def placed(kept: Kept, number: int, message_id: int, topic: int | None) -> Kept:
    """An answer to this message, which was sent just now, is for that question and for no other."""
    return {"asked": [_placed(each, number, message_id, topic) for each in kept["asked"]]}


def find(kept: Kept, message_id: int) -> tuple[int, Draft] | None:
    """The question that stands in this message, and its number; of those that no message is known of yet, the newest
    one. None: the message asked this admin nothing."""
    waiting = [each for each in kept["asked"] if each["waits"]]
    here = [each for each in waiting if message_id in each["messages"]]
    found = here or [each for each in waiting if not each["messages"]]
    return (int(found[-1]["number"]), _draft(found[-1])) if found else None


def missed(kept: Kept, topic: int | None, now: datetime) -> tuple[int, int] | None:
    """The newest question that was asked in this topic a moment ago and still waits, and the message in which it stands
    last. None where there is none, and where its admin was pointed at it before."""
    waiting = [each for each in kept["asked"] if each["waits"] and each["messages"]]
    here = [each for each in waiting if each.get("topic") == topic and _fresh(each, now)]
    if not here or here[-1]["pointed"]:
        return None
    return int(here[-1]["number"]), int(here[-1]["messages"][-1])


def _fresh(each: Kept, now: datetime) -> bool:
    """Nobody knows when older rows were asked."""
    asked: str = each.get("at", "")
    return bool(asked) and now - datetime.fromisoformat(asked) <= FRESH


def pointed(kept: Kept, number: int) -> Kept:
    """Its admin was pointed at this question; once is enough."""
    return {
        "asked": [{**each, "pointed": True} if each["number"] == number else each for each in kept["asked"]]
    }


def drafts(kept: Kept) -> Sequence[Draft]:
    """All of them, newest first."""
    return [_draft(each) for each in reversed(kept["asked"])]


def _question(number: int, draft: Draft, at: str, *, waits: bool) -> Kept:
    row = {"number": number, "waits": waits, "messages": [], "topic": None, "at": at, "pointed": False}
    return {**row, "kind": draft.kind, "data": draft.data}


def _placed(each: Kept, number: int, message_id: int, topic: int | None) -> Kept:
    others = [known for known in each["messages"] if known != message_id]
    if each["number"] != number:
        return {**each, "messages": others}
    return {**each, "messages": [*others, message_id][-MOST:], "topic": topic}


def _draft(each: Kept) -> Draft:
    return Draft(each["kind"], each["data"])
