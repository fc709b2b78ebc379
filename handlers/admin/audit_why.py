"""Why a change was made: the reason that was given for it. What automation made of a decision only followed from it,
and so did what is said twice, of the person and of their place: the reason is not theirs. A tap that asks for no reason
leaves words of its own, which nobody has said."""

from collections.abc import Mapping

from engine.views import Change
from handlers.admin.reasons import BY_HAND, REASONS
from handlers.door import Texts

ALWAYS = frozenset({"EntryBooked", "EntryOffered", "EntrySkipped", "FillHalted"})
"""Kinds that only ever follow."""

FOLLOWED: Mapping[str, tuple[str, object]] = {
    "BookingMade": ("automatic", True),
    "EntryReturned": ("cause", "too_slow"),
    "OfferWithdrawn": ("cause", "taken"),
    "RequestClosed": ("cause", "served"),
}
"""Kinds that do so when a field has this value."""


def why(texts: Texts, change: Change) -> str:
    """The reason in the reader's words, or that there was none of its own; nothing where nobody was asked why."""
    if change.reason and followed(change):
        return texts.plain("label-audit-followed")
    given = texts.reason(change.reason)
    if given != texts.plain(REASONS[BY_HAND]):
        return given
    return texts.reason(change.asked_why) if change.kind == "UnlockGranted" else ""


def followed(change: Change) -> bool:
    """Whether it came by itself from another change of the same decision."""
    data = change.data
    if change.kind == "OfferMade":  # those of a balancing are what was decided
        return bool(data.get("automatic")) and data.get("split_id") is None
    if change.kind in FOLLOWED:
        field, value = FOLLOWED[change.kind]
        return bool(data.get(field) == value)
    return change.kind in ALWAYS
