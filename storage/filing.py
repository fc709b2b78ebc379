"""Rows of the history and of the outbox for decisions about no event; see `recorder` for those about events."""

from typing import Any

from engine.notices import Notice
from engine.ports import Act
from storage.by_account import by_whom

Values = dict[str, Any]


def fact_row(
    act: Act, fact_id: int, subject: tuple[str, int], version: int, kind: str, data: object
) -> Values:
    """A fact about the row `subject`, which has `version` with it."""
    return {
        "id": fact_id,
        "event_id": None,
        "subject": subject[0],
        "subject_id": subject[1],
        "version": version,
        "kind": kind,
        "data": data,
        **by_whom(act.by, act.reason, act.now),
    }


def letter_row(act: Act, fact_id: int, version: int, notice: Notice) -> Values:
    """A letter that says it."""
    return {
        "id": act.new_id(),
        "fact_id": fact_id,
        "kind": notice.kind,
        "person_id": notice.to,
        "subject": notice.subject,
        "version": version,
        "priority": notice.priority,
        "letter_class": notice.letter_class,
        "data": notice.data,
        "not_before": notice.not_before,
        "created_at": act.now,
    }
