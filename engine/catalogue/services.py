"""Services: groups with events, individual ones with opening hours."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from engine.catalogue.block import Block
from engine.catalogue.context import Context
from engine.catalogue.offer import offer
from engine.catalogue.plans import Kind, ServicePlan
from engine.catalogue.problems import Spot
from engine.catalogue.questions import questions
from engine.catalogue.texts import texts
from engine.catalogue.values import choice, clock, code, length, truth, whole
from engine.settings import OfferRules
from engine.state import TimeWindow

KEYS = (
    "code",
    "kind",
    "name",
    "description",
    "mode",
    "offer",
    "cancel_before",
    "minutes",
    "hours",
    "self_service",
    "questions",
    "events",
)
NAME_MOST = 80
DESCRIPTION_MOST = 1000
MINUTES_MOST = 7 * 24 * 60

GROUP: Kind = "group"
KINDS: dict[str, Kind] = {"group": "group", "individual": "individual"}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}


def service(spot: Spot, context: Context) -> tuple[ServicePlan, list[Spot]]:
    """The service, and the places of its events."""
    block = Block(spot, KEYS, context.note)
    kind = block.get("kind", choice(KINDS), GROUP)
    plan = ServicePlan(
        code=block.need("code", code(), ""),
        kind=kind,
        names=texts(block, "name", NAME_MOST, context, needed=True),
        descriptions=texts(block, "description", DESCRIPTION_MOST, context, needed=False),
        mode=block.get("mode", context.mode(), context.default_mode),
        offer=block.get("offer", offer(OfferRules(), context.note), OfferRules()),
        cancel_before=block.get("cancel_before", length(timedelta(0), timedelta(days=365)), None),
        minutes=block.get("minutes", whole(1, MINUTES_MOST), None),
        hours=_hours(block),
        self_service=block.get("self_service", truth, True),
        questions=questions(block, context) if block.has("questions") else None,
    )
    if plan.code:
        context.services.claim(block.at("code"), plan.code, context.note)
    _check_kind(block, kind)
    _check_known(block, plan, context)
    return plan, block.each("events") if kind == "group" else []


def _check_kind(block: Block, kind: Kind) -> None:
    """A group has events, an individual service has minutes and hours."""
    if kind == "group" and block.has("hours"):
        block.note(block.at("hours").problem("group_hours"))
    if kind == "individual":
        if block.has("events"):
            block.note(block.at("events").problem("individual_events"))
        for key in ("minutes", "hours"):
            if not block.has(key):
                block.note(block.at(key).problem("missing"))


def _check_known(block: Block, plan: ServicePlan, context: Context) -> None:
    """A service stays what it is: its events, bookings and lines would have no home in the other kind."""
    known = context.known.services.get(plan.code)
    if known is not None and known.kind != plan.kind:
        block.note(block.at("kind").problem("other_kind", kind=known.kind, code=plan.code))


def _hours(block: Block) -> tuple[TimeWindow, ...]:
    found = [
        (spot, _window(Block(spot, ("weekday", "from", "to"), block.note))) for spot in block.each("hours")
    ]
    windows = [(spot, window) for spot, window in found if window is not None]
    windows.sort(key=lambda pair: (pair[1].weekday, pair[1].start))
    _check_overlap(block, windows)
    return tuple(window for _, window in windows)


def _check_overlap(block: Block, windows: Iterable[tuple[Spot, TimeWindow]]) -> None:
    for (_, before), (spot, window) in pairwise(windows):
        if before.weekday == window.weekday and window.start < before.end:
            block.note(spot.problem("hours_overlap"))


def _window(block: Block) -> TimeWindow | None:
    if not block.whole:
        return None
    weekday = block.need("weekday", choice(WEEKDAYS), None)
    start, end = block.need("from", clock, None), block.need("to", clock, None)
    if weekday is None or start is None or end is None:
        return None
    if end <= start:
        block.note(block.at("to").problem("end_after_start"))
        return None
    return TimeWindow(weekday, start, end)
