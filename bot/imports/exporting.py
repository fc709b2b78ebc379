"""The whole catalogue as YAML, in the words that an import reads: sent back unchanged it changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bot.imports.templates import MINUTE, said
from engine.catalogue.events import MINUTES_MOST
from engine.catalogue.services import WEEKDAYS
from engine.catalogue.values import spoken
from engine.questions import Question, from_json
from engine.settings import Items, OfferRules, QuietHours, items, resolve_rules, written

Values = dict[str, Any]
WIDTH = 120
DAYS = {number: name for name, number in WEEKDAYS.items()}


class _Plain(yaml.SafeDumper):
    """Each value written out, as an import reads no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def catalogue(account: Any, services: Sequence[Any], events: Sequence[Any]) -> bytes:
    """The rows as a file; without an account there is nothing to say."""
    if account is None:
        return b""
    zone = ZoneInfo(account.timezone)
    listed = [
        _service(row, [event for event in events if event.service_id == row.id], zone) for row in services
    ]
    document = {"account": _account(account), "services": listed}
    text = yaml.dump(document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=WIDTH)
    return str(text).encode()


def _account(row: Any) -> Values:
    return {
        "name": row.name,
        "timezone": row.timezone,
        "tier": row.tier,
        "auto_backfill": row.auto_backfill,
        "booking_status": row.booking_status,
        "languages": list(row.languages),
        "grace": _seconds(row.grace_seconds),
        "cancel_before": _seconds(row.cancel_before_seconds),
        "max_party": row.max_party,
    }


def _service(row: Any, events: Sequence[Any], zone: ZoneInfo) -> Values:
    late = row.cancel_before_seconds
    found = {
        "code": row.code,
        "kind": row.kind,
        "name": dict(row.names),
        "description": dict(row.descriptions),
        "mode": row.mode,
        "offer": _offer(items(row.offer)),
        "cancel_before": None if late is None else _seconds(late),
        "minutes": row.minutes,
        "hours": [_window(window) for window in row.hours or ()],
        "self_service": None if row.self_service else False,
        "questions": [_question(question) for question in from_json(row.questions)],
        "events": [_event(event, zone) for event in events],
    }
    needed = {"minutes", "hours"} if row.kind == "individual" else set()  # also where it is closed all week
    return {key: value for key, value in found.items() if key in needed or value not in (None, [], {})}


def _window(window: Mapping[str, int]) -> Values:
    return {"weekday": DAYS[window["weekday"]], "from": _clock(window["start"]), "to": _clock(window["end"])}


def _question(question: Question) -> Values:
    found = {
        "code": question.code,
        "text": dict(question.texts),
        "kind": question.kind,
        "required": None if question.required else False,
        "choices": [dict(choice) for choice in question.choices],
        "min": question.least,
        "max": question.most,
    }
    return {key: value for key, value in found.items() if value not in (None, [])}


def _event(row: Any, zone: ZoneInfo) -> Values:
    found: Values = {"code": row.code, "starts_at": said(row.starts_at, zone), **_length(row, zone)}
    found["capacity"] = row.capacity
    said_only = {"minimum": min(row.minimum, row.capacity), "location": row.location, "mode": row.mode}
    found |= {key: value for key, value in said_only.items() if value}
    return found | ({"offer": _offer(items(row.offer), own=True)} if row.offer else {})


def _length(row: Any, zone: ZoneInfo) -> Values:
    minutes, rest = divmod(row.ends_at - row.starts_at, MINUTE)
    if rest or minutes > MINUTES_MOST:
        return {"ends_at": said(row.ends_at, zone)}
    return {"minutes": minutes}


def _offer(chosen: Items, *, own: bool = False) -> Values:
    """What was chosen: of an event all of it, of a service what is not the default."""
    rules, plain, names = resolve_rules(chosen), OfferRules(), dict(chosen)
    differs = {name for name in written(rules) if getattr(rules, name) != getattr(plain, name)}
    return {
        name: value for name, value in _rules(rules) if name in (names if own else differs) and value != ""
    }


def _rules(rules: OfferRules) -> Iterator[tuple[str, Any]]:
    for name in written(rules):
        yield name, WRITTEN.get(name, _same)(getattr(rules, name))


def _same(value: Any) -> Any:
    return value


def _seconds(seconds: int) -> str:
    return spoken(timedelta(seconds=seconds))


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _quiet(hours: QuietHours | None) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if hours else "off"


WRITTEN: dict[str, Callable[[Any], Any]] = {
    "validity": lambda time: "by_start" if time is None else spoken(time),
    "last_call": spoken,
    "cutoff": spoken,
    "quiet": _quiet,
    "auto_confirm": lambda time: "off" if time is None else spoken(time),
}
"""How a rule's value is said; the others say themselves."""
