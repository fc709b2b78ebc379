"""Alerts about a month that is planned: the evidence, what it means, and the ways to look into it."""

from collections.abc import Mapping

from engine.views import Views
from handlers.admin.layout import lines
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts

SAYS: Mapping[str, str] = {
    "low": "admin-alert-batch-low",
    "unmet": "admin-alert-batch-unmet",
}

CHANGED: Mapping[str, str] = {"sessions": "label-stale-sessions", "people": "label-stale-people"}
"""What a version may be outdated by, beside what admins have decided."""


async def card(views: Views, texts: Texts, kind: str, data: Mapping[str, object]) -> Card | None:
    """Nothing once the month is final, or a newer version is there. KeyError for an unknown kind."""
    period = await views.period(_number(data, "period"))
    if period is None or period.status != "planned":
        return None
    newest = (await views.run_numbers(period.id))[-1].number
    if newest != data["number"]:
        return None
    head = texts.say("admin-alert-batch-head", month=texts.month(period.month), number=newest)
    ways = [
        [Button(texts.plain("admin-button-metrics"), pack("a-metrics", period.id, newest))],
        [Button(texts.plain("admin-button-batch-interest"), pack("a-interest", period.id, 0))],
        [Button(texts.plain("admin-button-metrics-month"), pack("a-period", period.id))],
    ]
    return Card(lines(head, _told(texts, kind.removeprefix("batch-"), data)), ways)


def _told(texts: Texts, kind: str, data: Mapping[str, object]) -> Html:
    if kind == "stale":
        return _stale(texts, data)
    told = {name: value for name, value in data.items() if name not in ("period", "number")}
    return texts.say(SAYS[kind], **told)


def _stale(texts: Texts, data: Mapping[str, object]) -> Html:
    """By what it is outdated. Where it is neither dates nor people, it is what admins have decided."""
    counts = {key: _number(data, part) for part, key in CHANGED.items()}
    what = [texts.plain(key, count=count) for key, count in counts.items() if count]
    if not what:
        return texts.say("admin-alert-batch-stale-said")
    return texts.say("admin-alert-batch-stale", what=", ".join(what))


def _number(data: Mapping[str, object], name: str) -> int:
    value = data.get(name)
    return value if isinstance(value, int) else 0
