"""Plans as columns and back. One function a table, no query."""

from typing import Any

from engine.catalogue import AccountPlan, EventPlan, SeriesPlan, ServicePlan
from engine.questions import to_json as to_json_questions
from engine.state import TimeWindow
from storage.settings import to_json

Values = dict[str, Any]


def account(plan: AccountPlan) -> Values:
    return {
        "name": plan.name,
        "timezone": plan.timezone,
        "tier": plan.tier.value,
        "languages": list(plan.languages),
        "auto_backfill": plan.auto_backfill,
        "booking_status": plan.booking_status,
        "cancel_before_seconds": round(plan.cancel_before.total_seconds()),
        "grace_seconds": round(plan.grace.total_seconds()),
        "max_party": plan.max_party,
    }


def service(plan: ServicePlan, account_id: int) -> Values:
    late = plan.cancel_before
    asked = {} if plan.questions is None else {"questions": to_json_questions(plan.questions)}
    return {
        "account_id": account_id,
        "code": plan.code,
        "kind": plan.kind,
        "names": dict(plan.names),
        "descriptions": dict(plan.descriptions),
        "mode": plan.mode.value,
        "offer": to_json(plan.offer),
        "cancel_before_seconds": None if late is None else round(late.total_seconds()),
        "minutes": plan.minutes,
        "hours": hours(plan.hours),
        "self_service": plan.self_service,
        **asked,
    }


def series(plan: SeriesPlan, service_id: int) -> Values:
    return {"service_id": service_id, "code": plan.code, "rrule": plan.rrule}


def event(plan: EventPlan, account_id: int, service_id: int, series_id: int | None) -> Values:
    return {
        "account_id": account_id,
        "service_id": service_id,
        "series_id": series_id,
        "code": plan.code,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "location": plan.location,
        "capacity": plan.capacity,
        "minimum": plan.minimum,
        "mode": None if plan.mode is None else plan.mode.value,
        "offer": None if plan.offer is None else to_json(plan.offer),
    }


def hours(windows: tuple[TimeWindow, ...]) -> list[Values] | None:
    """Opening hours as they are kept."""
    return [_window(window) for window in windows] or None


def windows(hours: list[dict[str, int]] | None) -> tuple[TimeWindow, ...]:
    """Opening hours out of what is kept."""
    return tuple(TimeWindow(**window) for window in hours or ())


def _window(window: TimeWindow) -> Values:
    return {"weekday": window.weekday, "start": window.start, "end": window.end}
