"""Alerts about a month that is planned: the evidence, what it means, and the ways to look into it."""

from collections.abc import Mapping

from engine.views import Views
from handlers.admin.layout import lines
from handlers.callbacks import pack
from handlers.door import Button, Card, Texts

SAYS: Mapping[str, str] = {
    "low": "admin-alert-batch-low",
    "unmet": "admin-alert-batch-unmet",
    "stale": "admin-alert-batch-stale",
}


async def card(views: Views, texts: Texts, kind: str, data: Mapping[str, object]) -> Card | None:
    """Nothing once the month is final, or a newer version is there. KeyError for an unknown kind."""
    period = await views.period(_number(data, "period"))
    if period is None or period.status != "planned":
        return None
    newest = (await views.run_numbers(period.id))[-1].number
    if newest != data["number"]:
        return None
    head = texts.say("admin-alert-batch-head", month=texts.month(period.month), number=newest)
    told = {name: value for name, value in data.items() if name not in ("period", "number")}
    ways = [
        [Button(texts.plain("admin-button-metrics"), pack("a-metrics", period.id, newest))],
        [Button(texts.plain("admin-button-batch-interest"), pack("a-interest", period.id, 0))],
        [Button(texts.plain("admin-button-metrics-month"), pack("a-period", period.id))],
    ]
    return Card(lines(head, texts.say(SAYS[kind.removeprefix("batch-")], **told)), ways)


def _number(data: Mapping[str, object], name: str) -> int:
    value = data.get(name)
    return value if isinstance(value, int) else 0
