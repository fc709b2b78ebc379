"""Why an admin does something exceptional: ready-made reasons as buttons, and one for words of the admin's own; kept in
the history as they were said.

The numbers stand in buttons of old messages: add at the end, never renumber.
"""

from collections.abc import Sequence
from dataclasses import replace

from engine.refusals import ButtonStale
from engine.services.who import AdminTap
from handlers.callbacks import pack
from handlers.door import Admin, Button, Texts

REASONS: dict[int, str] = {
    1: "admin-reason-teacher",
    2: "admin-reason-mistake",
    3: "admin-reason-need",
    4: "admin-reason-agreed",
    5: "admin-reason-asked",
    6: "admin-reason-hand",
    7: "admin-reason-ill",
    8: "admin-reason-few",
    9: "admin-reason-room",
    10: "admin-reason-plan",
    31: "admin-reason-no-room",
    32: "admin-reason-other-level",
    33: "admin-reason-other-date",
    34: "admin-reason-talk",
    41: "admin-reason-turn",
    61: "admin-reason-away",
}

OTHER = 99
"""In the place of a reason: it will be typed."""

IN_TURN = 41  # whoever is next may be served without a word
ASKED = 5  # whoever has asked for a place gets it without a word where nobody waits
BY_HAND = 6  # what can be taken back with one tap is not asked about

OUT_OF_ORDER = (1, 2, 3, 4)
FOR_SOMEBODY = (5, 1, 2, 4)
TO_THE_PUBLIC = (1, 2, 4)
OTHER_SEATS = (9, 10, 2)
OTHER_DATE = (7, 9, 10, 4)
NOT_AT_ALL = (7, 8, 9, 10)
DECLINING = (31, 32, 33, 34)
OTHER_HOURS = (10, 7, 9, 2)
FORCING = (61, 4, 2)
UNLOCKING = (2, 7, 9, 4)


def with_reason(admin: Admin, reason: int) -> AdminTap:
    """The tap with the reason's text. Raises ButtonStale for a number that was never a reason."""
    if reason == OTHER and admin.reason:
        return replace(admin.tap, reason=admin.reason)
    if reason not in REASONS:
        raise ButtonStale
    return replace(admin.tap, reason=admin.plain(REASONS[reason]))


def buttons(
    texts: Texts, label: str, verb: str, args: Sequence[int], choices: Sequence[int]
) -> list[list[Button]]:
    """One button a reason, in a row of its own: what will be done, and why. The reason is the last argument. The last
    button is for a reason that none of them says."""
    ready = [
        [Button(texts.plain(label, reason=texts.plain(REASONS[choice])), pack(verb, *args, choice))]
        for choice in choices
    ]
    return [*ready, [Button(texts.plain("admin-button-because-other"), pack(verb, *args, OTHER))]]
