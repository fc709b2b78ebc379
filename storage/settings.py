"""What holds for one event, from its account, service and own row; and offer rules as JSON (see `engine.settings`).

This runs for every decision, so equal rows share one result.
"""

from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from typing import Any

import orjson

from engine.questions import from_json
from engine.settings import (
    Choice,
    Choices,
    Mode,
    OfferRules,
    Settings,
    Tier,
    items,
    resolve_rules,
    under,
    written,
)

Json = Mapping[str, Any]
Items = tuple[tuple[str, Any], ...]

Chosen = tuple[str | None, Items, int | None]
"""Mode, rules, preset as they stand in a row."""

to_json = written


def resolve(row: Any) -> Settings:
    """The settings of an event from one joined row, the columns of `storage.load.EVENT_COLUMNS`: the event's own,
    the service's with the prefix `service_`, and the account's."""
    cancel_before = row.service_cancel_before_seconds
    return _settings(
        (row.mode, _items(row.offer), row.preset_id),
        (row.service_mode, _items(row.service_offer), row.service_preset_id),
        row.tier,
        row.auto_backfill,
        row.booking_status,
        row.timezone,
        row.cancel_before_seconds if cancel_before is None else cancel_before,
        row.grace_seconds,
        row.max_party,
        row.service_self_service,
        orjson.dumps(row.service_questions) if row.service_questions else b"",
        row.service_kind,
    )


def offer_rules(service: Json | None, event: Json | None = None) -> OfferRules:
    """The event's keys over the service's over the defaults. Unknown keys are of a later version and ignored."""
    return resolve_rules(items(service), items(event))


@lru_cache(maxsize=4096)
def _settings(
    event: Chosen,
    service: Chosen,
    tier: str,
    auto_backfill: bool,
    booking_status: Any,
    timezone: str,
    cancel_before: int,
    grace: int,
    max_party: int,
    self_service: bool,
    questions: bytes,
    kind: str,
) -> Settings:
    settings = Settings(
        tier=Tier(tier),
        auto_backfill=auto_backfill,
        booking_status=booking_status,
        timezone=timezone,
        cancel_before=timedelta(seconds=cancel_before),
        grace=timedelta(seconds=grace),
        max_party=max_party,
        self_service=self_service,
        questions=from_json(orjson.loads(questions)) if questions else (),
        individual=kind == "individual",
    )
    return under(settings, Choices(event=_choice(*event), service=_choice(*service)))


def _choice(mode: str | None, rules: Items, preset: int | None) -> Choice:
    return Choice(Mode(mode) if mode else None, tuple(sorted(rules)), preset)


def _items(json: Json | None) -> Items:
    return tuple(json.items()) if json else ()
