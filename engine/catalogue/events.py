"""Events of a service: single ones, and the occurrences of a series."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from engine.catalogue.block import Block
from engine.catalogue.context import Context
from engine.catalogue.moments import day, in_zone, moment
from engine.catalogue.nodes import Fields, Scalar
from engine.catalogue.offer import offer
from engine.catalogue.plans import EventPlan, SeriesPlan, ServicePlan
from engine.catalogue.problems import Spot, Wrong
from engine.catalogue.recurrence import Recurrence, days, recurrence
from engine.catalogue.values import CODE_MOST, clock, code, text, whole
from engine.settings import Mode, OfferRules

COMMON = ("minutes", "capacity", "minimum", "location", "mode", "offer")
EVENT_KEYS = ("code", "starts_at", "ends_at", *COMMON)
SERIES_KEYS = ("series", "rrule", "at", "from", "skip", *COMMON)
SERIES_CODE_MOST = CODE_MOST - len("-20261201")

CAPACITY_MOST = 10_000
MINUTES_MOST = 7 * 24 * 60
LOCATION_MOST = 100
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Common:
    """What a single event and a series have alike."""

    capacity: int
    minimum: int
    location: str
    mode: Mode | None
    offer: OfferRules | None


Read = tuple[list[SeriesPlan], list[EventPlan]]


def event_or_series(spot: Spot, service: ServicePlan, context: Context, *more_keys: str) -> Read:
    """The plans of one item of a list of events."""
    keys = {field.key for field in spot.node.fields} if isinstance(spot.node, Fields) else set()
    if keys & {"series", "rrule"}:
        return _series(Block(spot, (*SERIES_KEYS, *more_keys), context.note), service, context)
    return [], _event(Block(spot, (*EVENT_KEYS, *more_keys), context.note), service, context)


def _common(block: Block, service: ServicePlan, context: Context) -> Common:
    capacity = block.need("capacity", whole(1, CAPACITY_MOST), 1)
    minimum = block.get("minimum", whole(0, CAPACITY_MOST), 0)
    if block.has("capacity") and minimum > capacity:
        block.note(block.at("minimum").problem("minimum", most=capacity))
    return Common(
        capacity=capacity,
        minimum=minimum,
        location=block.get("location", text(LOCATION_MOST), ""),
        mode=block.get("mode", context.mode(), None),
        offer=block.get("offer", offer(service.offer, context.note), None),
    )


def _event(block: Block, service: ServicePlan, context: Context) -> list[EventPlan]:
    if not block.whole:
        return []
    name = block.need("code", code(), "")
    starts = block.need("starts_at", moment(context.zone), None)
    ends = _ends(block, starts, service, context)
    common = _common(block, service, context)
    if name:
        _claim(block.at("code"), name, service, context)
    plan = _plan(service, name, starts or context.now, ends, common)
    return [replace(plan, of_table=isinstance(block.spot.node, Fields) and block.spot.node.of_table)]


def _ends(block: Block, starts: datetime | None, service: ServicePlan, context: Context) -> datetime:
    """From minutes, from ends_at, or from the service's minutes."""
    begin = starts or context.now
    if not block.has("ends_at"):
        return begin + _minutes(block, service) * MINUTE
    if block.has("minutes"):
        block.note(block.at("ends_at").problem("minutes_or_end"))
    ends = block.get("ends_at", moment(context.zone), None)
    if starts and ends and not starts < ends <= starts + MINUTES_MOST * MINUTE:
        block.note(block.at("ends_at").problem("end_after_start"))
    return ends or begin


def _minutes(block: Block, service: ServicePlan) -> int:
    if not block.has("minutes") and service.minutes is None:
        block.note(block.at("minutes").problem("duration"))
    return block.get("minutes", whole(1, MINUTES_MOST), service.minutes or 1)


def _series(block: Block, service: ServicePlan, context: Context) -> Read:
    name = block.need("series", code(SERIES_CODE_MOST), "")
    rule = block.need("rrule", recurrence(context.zone), None)
    at = block.need("at", clock, None)
    minutes = _minutes(block, service)
    common = _common(block, service, context)
    if name:
        context.series.claim(block.at("series"), name, context.note)
    if rule is None or at is None or not name:
        return [], []
    if context.series.too_many or context.events.too_many:
        return [], []  # said already: nobody waits for their days
    starts = block.try_read(block.at("rrule"), lambda _: _starts(block, rule, at, context), [])
    plans = []
    for begin, moment_utc in starts:
        occurrence = f"{name}-{begin:%Y%m%d}"
        _claim(block.at("series"), occurrence, service, context)
        ends = moment_utc + minutes * MINUTE
        plans.append(_plan(service, occurrence, moment_utc, ends, common, name))
    return [SeriesPlan(service.code, name, rule.written)], plans


def _starts(block: Block, rule: Recurrence, at: int, context: Context) -> list[tuple[datetime, datetime]]:
    """The occurrences in wall time and in UTC."""
    today = context.now.astimezone(context.zone).date()
    if rule.from_needed and not block.has("from"):
        raise Wrong(block.at("from").problem("from"))
    first = block.get("from", day, today)
    skipped = {block.try_read(spot, day, None) for spot in block.each("skip")}
    if rule.until is not None and rule.until.date() < today and not block.has("from"):
        return []  # a series of the past, read again: its occurrences stay as they are
    found = []
    for date in days(block.at("rrule"), rule, first):
        wall = datetime.combine(date, time()) + at * MINUTE
        if date not in skipped and (rule.until is None or wall <= rule.until):
            found.append((wall, in_zone(_shown(block, wall), wall, context.zone)))
    return found


def _shown(block: Block, wall: datetime) -> Spot:
    at = block.at("at")
    written = f"{wall:%Y-%m-%dT%H:%M}"
    return Spot(Scalar(written, written, at.line), at.path)


def _claim(spot: Spot, name: str, service: ServicePlan, context: Context) -> None:
    """An event's code is its own in the file, and belongs to the same service as before."""
    context.events.claim(spot, name, context.note)
    owner = context.known.events.get(name, service.code)
    if owner != service.code:
        context.note(spot.problem("other_service", service=owner))


def _plan(
    service: ServicePlan,
    name: str,
    starts: datetime,
    ends: datetime,
    common: Common,
    series: str | None = None,
) -> EventPlan:
    return EventPlan(
        service=service.code,
        code=name,
        starts_at=starts,
        ends_at=ends,
        capacity=common.capacity,
        minimum=common.minimum,
        location=common.location,
        mode=common.mode,
        offer=common.offer,
        series=series,
    )
