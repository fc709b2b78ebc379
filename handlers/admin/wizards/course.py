"""How far an admin has come in a wizard, as their draft keeps it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from engine.ports import Draft

KIND = "wizard"

OVER = Draft(KIND, {})
"""Kept in the place of a course that was given up."""


@dataclass(frozen=True, slots=True)
class Course:
    """`step` is what is asked, "" once everything is answered. `turn` is the update that has led to it, so that buttons
    of earlier cards are known; `update` is the last one that changed anything here. `options` are what the buttons of
    the card stand for, `asked`: a typed answer is waited for. `answers` are by step, as a file writes them."""

    wizard: str
    step: str
    name: str
    turn: int
    update: int
    asked: bool
    options: tuple[str, ...]
    answers: Mapping[str, str]


def kept(draft: Draft | None) -> Course | None:
    """The course in a draft; None in a draft of another kind, and in one of a course that is over."""
    if draft is None or draft.kind != KIND or not draft.data:
        return None
    data = draft.data
    options = data["options"]
    assert isinstance(options, list)
    return Course(
        wizard=str(data["wizard"]),
        step=str(data["step"]),
        name=str(data["name"]),
        turn=int(str(data["turn"])),
        update=int(str(data["update"])),
        asked=bool(data["asked"]),
        options=tuple(options),
        answers=json.loads(str(data["answers"])),
    )


def draft_of(course: Course) -> Draft:
    """The draft that keeps it."""
    return Draft(
        KIND,
        {
            "wizard": course.wizard,
            "step": course.step,
            "name": course.name,
            "turn": course.turn,
            "update": course.update,
            "asked": int(course.asked),
            "options": list(course.options),
            "answers": json.dumps(dict(course.answers)),
        },
    )
