"""What holds for one event, from its account, service and own row; and offer rules as JSON.

In JSON durations are whole seconds, quiet hours "22:00-08:00", a missing key means the next wider choice: the
service's, else the default. This runs for every decision, so equal rows share one result.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import time, timedelta
from functools import lru_cache
from typing import Any

from engine.settings import Mode, OfferRules, QuietHours, Settings, Tier

Json = Mapping[str, Any]
Items = tuple[tuple[str, Any], ...]

DURATIONS = frozenset({"validity", "last_call", "cutoff", "auto_confirm"})
NAMES = tuple(field.name for field in fields(OfferRules))


def resolve(row: Any) -> Settings:
    """The settings of an event from one joined row, the columns of `storage.load.EVENT_COLUMNS`: the event's own,
    the service's with the prefix `service_`, and the account's."""
    cancel_before = row.service_cancel_before_seconds
    return _settings(
        row.mode or row.service_mode,
        _items(row.service_offer),
        _items(row.offer),
        row.tier,
        row.auto_backfill,
        row.booking_status,
        row.timezone,
        row.cancel_before_seconds if cancel_before is None else cancel_before,
        row.grace_seconds,
        row.max_party,
    )


def offer_rules(service: Json | None, event: Json | None = None) -> OfferRules:
    """The event's keys over the service's over the defaults. Unknown keys are of a later version and ignored."""
    return _offer_rules(_items(service), _items(event))


def to_json(rules: OfferRules) -> dict[str, int | str | None]:
    """Every key, so that a default which changes later changes nothing that was chosen."""
    return {name: _written(getattr(rules, name)) for name in NAMES}


@lru_cache(maxsize=4096)
def _settings(
    mode: str,
    service: Items,
    event: Items,
    tier: str,
    auto_backfill: bool,
    booking_status: Any,
    timezone: str,
    cancel_before: int,
    grace: int,
    max_party: int,
) -> Settings:
    return Settings(
        mode=Mode(mode),
        offer=_offer_rules(service, event),
        tier=Tier(tier),
        auto_backfill=auto_backfill,
        booking_status=booking_status,
        timezone=timezone,
        cancel_before=timedelta(seconds=cancel_before),
        grace=timedelta(seconds=grace),
        max_party=max_party,
    )


@lru_cache(maxsize=4096)
def _offer_rules(service: Items, event: Items) -> OfferRules:
    chosen = {**dict(service), **dict(event)}
    return OfferRules(**{name: _read(name, chosen[name]) for name in NAMES if name in chosen})


def _items(json: Json | None) -> Items:
    return tuple(json.items()) if json else ()


def _written(value: Any) -> int | str | None:
    if isinstance(value, timedelta):
        return round(value.total_seconds())
    if isinstance(value, QuietHours):
        return f"{value.start:%H:%M}-{value.end:%H:%M}"
    kept: int | str | None = value
    return kept


def _read(name: str, value: Any) -> Any:
    if name in DURATIONS and value is not None:
        return timedelta(seconds=value)
    if name == "quiet" and value is not None:
        start, _, end = value.partition("-")
        return QuietHours(time.fromisoformat(start), time.fromisoformat(end))
    return value
