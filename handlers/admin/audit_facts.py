"""Every kind of fact in words: what happened, without whom it happened to."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from engine.settings import Mode
from engine.views import Change
from handlers.admin.modes import public_name
from handlers.door import Texts

KINDS: Mapping[str, str] = {
    "BookingMade": "fact-booking-made",
    "BookingConfirmed": "fact-booking-confirmed",
    "BookingCancelled": "fact-booking-cancelled",
    "BookingShifted": "fact-booking-asked",
    "BookingReconfirmed": "fact-booking-reconfirmed",
    "BookingReseated": "fact-reseated",
    "AttendanceMarked": "fact-attendance-confirmed",
    "EntryJoined": "fact-entry-joined",
    "EntryOffered": "fact-entry-offered",
    "EntryReturned": "fact-entry-returned",
    "EntryPaused": "fact-entry-paused",
    "EntryResumed": "fact-entry-resumed",
    "EntrySkipped": "fact-entry-skipped",
    "EntryPassed": "fact-entry-passed",
    "EntryPrioritised": "fact-entry-prioritised",
    "EntryShifted": "fact-shifted",
    "EntryBooked": "fact-entry-booked",
    "EntryLeft": "fact-entry-left",
    "EntryClosed": "fact-entry-closed",
    "OfferMade": "fact-offer-made",
    "OfferDelivered": "fact-offer-delivered",
    "OfferUndelivered": "fact-offer-undelivered",
    "OfferExtended": "fact-offer-extended",
    "OfferReminded": "fact-offer-reminded",
    "OfferAccepted": "fact-offer-accepted",
    "OfferRejected": "fact-offer-rejected",
    "OfferExpired": "fact-offer-expired",
    "OfferWithdrawn": "fact-offer-withdrawn",
    "OfferReseated": "fact-reseated",
    "SeatsHeld": "fact-seats-held",
    "HoldReleased": "fact-hold-released",
    "HoldReseated": "fact-reseated",
    "SeatsPublished": "fact-seats-published",
    "EventFrozen": "fact-event-frozen",
    "EventUnfrozen": "fact-event-unfrozen",
    "EventClosed": "fact-event-closed",
    "EventOpened": "fact-event-opened",
    "SlotOpened": "fact-slot-opened",
    "HoursChanged": "fact-hours-changed",
    "EventMoved": "fact-event-moved",
    "EventCancelled": "fact-event-cancelled",
    "WisherTold": "fact-wisher-told",
    "EventSplit": "fact-event-split",
    "CapacityChanged": "fact-capacity-changed",
    "CapacityDraining": "fact-capacity-draining",
    "FillHalted": "fact-fill-halted",
    "EventConfigured": "fact-event-configured-mode",
    "ServiceConfigured": "fact-service-configured-mode",
    "AccountConfigured": "fact-account-configured",
    "SelfServiceSwitched": "fact-self-service-off",
    "RequestMade": "fact-request-made",
    "RequestGranted": "fact-request-granted",
    "RequestDeclined": "fact-request-declined",
    "RequestTakenBack": "fact-request-taken-back",
    "RequestClosed": "fact-request-closed",
    "RequestShifted": "fact-shifted",
    "BookingAnswered": "fact-answered",
    "EntryAnswered": "fact-answered",
    "RequestAnswered": "fact-answered",
    "QuestionsChanged": "fact-question-added",
    "PresetSaved": "fact-preset-saved",
    "PresetDeleted": "fact-preset-deleted",
    "RoleGiven": "fact-role-given",
    "GroupLanguageChosen": "fact-group-language",
    "PeriodOpened": "fact-period-opened",
    "PeriodExtended": "fact-period-extended",
    "PeriodClosed": "fact-period-closed",
    "PeriodReopened": "fact-period-reopened",
    "PeriodPlanned": "fact-period-planned",
    "RunStarted": "fact-run-started-again",
    "RunMade": "fact-run-made",
    "RunStopped": "fact-run-stopped",
    "RunFailed": "fact-run-failed",
    "PlacementPinned": "fact-placement-pinned",
    "PlacementMoved": "fact-placement-moved",
    "PersonExcluded": "fact-person-excluded",
    "AdjustmentEnded": "fact-adjustment-ended",
    "RunFinalized": "fact-run-finalized",
    "ResultGiven": "fact-result-given",
    "PeriodFinalized": "fact-period-finalized",
    "WishesStated": "fact-wishes-stated",
    "WishesWithdrawn": "fact-wishes-withdrawn",
    "WishesAsked": "fact-wishes-asked",
    "WishesShifted": "fact-wishes-shifted",
    "FriendshipAsked": "fact-friendship-asked",
    "FriendshipAgreed": "fact-friendship-agreed",
    "FriendshipEnded": "fact-friendship-ended",
    "RepairProposed": "fact-repair-proposed",
    "RepairAsked": "fact-repair-asked",
    "RepairExtended": "fact-repair-extended",
    "RepairAskedAnew": "fact-repair-asked-anew",
    "RepairAgreed": "fact-repair-agreed",
    "RepairTold": "fact-repair-told",
    "RepairDone": "fact-repair-done",
    "RepairWithdrawn": "fact-repair-withdrawn",
    "ScheduleChosen": "fact-schedule-chosen",
    "PeriodLocked": "fact-period-locked",
    "LockExtended": "fact-lock-extended",
    "HelperNamed": "fact-helper-named",
    "HelperDropped": "fact-helper-dropped",
    "LockAsked": "fact-lock-asked",
    "LockKept": "fact-lock-kept",
    "LockHanded": "fact-lock-handed",
    "LockEnded": "fact-lock-released",
    "EditRefused": "fact-edit-refused",
    "UnlockAsked": "fact-unlock-asked",
    "UnlockGranted": "fact-unlock-granted",
    "UnlockDenied": "fact-unlock-denied",
    "UnlockLapsed": "fact-unlock-lapsed",
    "UnlockEnded": "fact-unlock-ended",
    "AccountImported": "fact-account-imported",
    "ServiceImported": "fact-service-imported",
    "SeriesImported": "fact-series-imported",
    "EventImported": "fact-event-imported",
}

VARIANTS: Mapping[tuple[str, str, object], str] = {
    ("BookingMade", "source", "offer"): "fact-booking-made-offer",
    ("BookingMade", "source", "promotion"): "fact-booking-made-promotion",
    ("BookingMade", "source", "admin"): "fact-booking-made-admin",
    ("BookingMade", "source", "move"): "fact-booking-made-move",
    ("BookingMade", "source", "repair"): "fact-booking-made-repair",
    ("BookingCancelled", "by", "repair"): "fact-booking-cancelled-move",
    ("RepairWithdrawn", "cause", "declined"): "fact-repair-withdrawn-declined",
    ("RepairWithdrawn", "cause", "expired"): "fact-repair-withdrawn-expired",
    ("RepairWithdrawn", "cause", "changed"): "fact-repair-withdrawn-changed",
    ("ScheduleChosen", "cron", ""): "fact-schedule-off",
    ("BookingCancelled", "late", True): "fact-booking-cancelled-late",
    ("BookingCancelled", "by", "admin"): "fact-booking-cancelled-admin",
    ("BookingCancelled", "by", "move"): "fact-booking-cancelled-move",
    ("BookingCancelled", "by", "line"): "fact-booking-cancelled-line",
    ("BookingCancelled", "by", "event"): "fact-booking-cancelled-event",
    ("BookingCancelled", "by", "silence"): "fact-booking-cancelled-silence",
    ("BookingShifted", "reconfirm_by", None): "fact-shifted",
    ("AttendanceMarked", "status", "attended"): "fact-attendance-attended",
    ("AttendanceMarked", "status", "no_show"): "fact-attendance-missed",
    ("EntryJoined", "source", "month"): "fact-entry-joined-month",
    ("EntryJoined", "event_id", None): "fact-entry-joined-reserve",
    ("EntryPaused", "until", None): "fact-entry-paused-open",
    ("EntryLeft", "cause", "declined"): "fact-entry-left-declined",
    ("EntryLeft", "cause", "missed"): "fact-entry-left-missed",
    ("EntryLeft", "cause", "admin"): "fact-entry-left-admin",
    ("EntryLeft", "cause", "split"): "fact-entry-left-split",
    ("EntryClosed", "cause", "cancelled"): "fact-entry-closed-cancelled",
    ("OfferMade", "last_call", True): "fact-offer-called",
    ("OfferWithdrawn", "cause", "unreachable"): "fact-offer-withdrawn-unreachable",
    ("OfferWithdrawn", "cause", "admin"): "fact-offer-withdrawn-admin",
    ("OfferWithdrawn", "cause", "taken"): "fact-offer-withdrawn-taken",
    ("OfferWithdrawn", "cause", "shifted"): "fact-offer-withdrawn-shifted",
    ("OfferWithdrawn", "cause", "cancelled"): "fact-offer-withdrawn-cancelled",
    ("OfferWithdrawn", "cause", "split"): "fact-offer-withdrawn-split",
    ("OfferWithdrawn", "cause", "repair"): "fact-offer-withdrawn-repair",
    ("BookingMade", "source", "request"): "fact-booking-made-request",
    ("SelfServiceSwitched", "on", True): "fact-self-service-on",
    ("RequestGranted", "booking_id", None): "fact-request-granted-line",
    ("RequestClosed", "cause", "cancelled"): "fact-request-closed-cancelled",
    ("RequestClosed", "cause", "served"): "fact-request-closed-served",
    ("QuestionsChanged", "how", "removed"): "fact-question-removed",
    ("QuestionsChanged", "how", "moved"): "fact-question-moved",
    ("QuestionsChanged", "how", "required"): "fact-question-required",
    ("QuestionsChanged", "how", "optional"): "fact-question-optional",
    ("PeriodClosed", "early", True): "fact-period-closed-early",
    ("WishesShifted", "closed", True): "fact-wishes-shifted-closed",
    ("WishesShifted", "closed", False): "fact-wishes-shifted-later",
    ("WishesStated", "source", "standing"): "fact-wishes-carried",
    ("RunStarted", "base", None): "fact-run-started",
    ("RunFailed", "cause", "lost"): "fact-run-lost",
    ("RunFailed", "cause", "interrupted"): "fact-run-interrupted",
    ("PersonExcluded", "event_id", None): "fact-person-excluded-all",
    ("AdjustmentEnded", "replaced", True): "fact-adjustment-replaced",
    ("BookingMade", "source", "month"): "fact-booking-made-month",
    ("LockEnded", "cause", "expired"): "fact-lock-expired",
    ("LockEnded", "cause", "forced"): "fact-lock-forced",
    ("LockEnded", "cause", "final"): "fact-lock-final",
    ("UnlockEnded", "cause", "expired"): "fact-unlock-expired",
    ("EventSplit", "split_id", None): "fact-event-split-over",
    ("CapacityDraining", "capacity", None): "fact-capacity-draining-over",
    ("FillHalted", "free", 0): "fact-fill-halted-over",
    ("EventConfigured", "mode", None): "fact-event-configured",
    ("ServiceConfigured", "mode", None): "fact-service-configured",
}
"""Another sentence when a field has this value; the first that fits."""

_BY_KIND: dict[str, list[tuple[str, object, str]]] = defaultdict(list)
for (_kind, _field, _value), _key in VARIANTS.items():
    _BY_KIND[_kind].append((_field, _value, _key))

Say = Callable[..., str]


def what(say: Say, texts: Texts, change: Change, zone: str) -> str:
    """The sentence of a fact, by `texts.say` or `texts.plain`; a kind that nobody has words for is named as it is."""
    key = _key_of(change)
    return say(key, **_values(texts, change.data, zone)) if key else say("fact-other", name=change.kind)


def _key_of(change: Change) -> str | None:
    for field, value, key in _BY_KIND.get(change.kind, ()):
        if change.data.get(field) == value:
            return key
    imported = "fact-imported" if change.kind.endswith("Imported") else None
    return KINDS.get(change.kind, imported)


def _values(texts: Texts, data: Mapping[str, Any], zone: str) -> dict[str, object]:
    """All that any sentence needs; what a fact lacks is not in its sentence, and never stops a reader."""
    seats = data.get("seats", 1)
    return {
        "seats": len(seats) if isinstance(seats, list) else seats,
        "position": data.get("position", 0),
        "capacity": data.get("capacity", 0),
        "count": data.get("free", data.get("released", data.get("count", 0))),
        "until": _moment(texts, data, ("reconfirm_by", "until", "expires_at", "wishes_until"), zone),
        "when": _moment(texts, data, ("starts_at",), zone),
        "code": str(data.get("code", "")),
        "name": str(data.get("name", "")),
        "cron": str(data.get("cron", "")),
        "mode": _mode(texts, data.get("mode")),
        "month": texts.month(str(data["month"])) if data.get("month") else "",
        "dates": len(data.get("choices", ())),
        **{name: data.get(name, 0) for name in ("number", "people", "short", "got", "wanted")},
    }


def _mode(texts: Texts, code: object) -> str:
    """Its public name: the code is never shown."""
    mode = next((mode for mode in Mode if mode == code), None)
    return public_name(texts, mode) if mode else ""


def _moment(texts: Texts, data: Mapping[str, Any], names: tuple[str, ...], zone: str) -> str:
    given = next((data[name] for name in names if data.get(name)), None)
    return texts.when(datetime.fromisoformat(given), zone) if given else "–"
