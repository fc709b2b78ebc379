"""The whole document: everything right, or every error at once."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.catalogue.account import account
from engine.catalogue.block import Block, nearest
from engine.catalogue.context import Context
from engine.catalogue.events import event_or_series
from engine.catalogue.nodes import Fields, Node, Scalar
from engine.catalogue.plans import AccountPlan, Catalogue, EventPlan, Known, SeriesPlan, ServicePlan
from engine.catalogue.problems import CatalogueErrors, Note, Problem, Spot
from engine.catalogue.services import service

KEYS = ("account", "services", "events")
PROBLEMS_MOST = 1_000
NOBODY = Known()


def check(document: Node, now: datetime, known: Known = NOBODY) -> Catalogue:
    """The catalogue of a document. `events` on top level name their service, which may be one of `known`.

    `now` decides from which day on a series without a first day runs.
    Raises CatalogueErrors with everything that is wrong, by line (the first thousand things).
    """
    problems: list[Problem] = []

    def note(problem: Problem) -> None:
        problems.append(problem)
        if len(problems) == PROBLEMS_MOST:  # nobody reads more, and looking for near words takes its time
            raise _all(problems)

    block = Block(Spot(document, ""), KEYS, note)
    plan = (
        account(block.at("account"), note, known.timezone or known.default_timezone)
        if block.has("account")
        else None
    )
    if plan is None and known.timezone is None and block.whole:
        note(block.at("account").problem("account"))
    context = _context(plan, now, known, note)
    catalogue = _rest(block, context)
    if problems:
        raise _all(problems)
    return Catalogue(plan, *catalogue, context.services.lines, context.events.lines)


def _all(problems: Iterable[Problem]) -> CatalogueErrors:
    return CatalogueErrors(sorted(problems, key=lambda problem: problem.line or 0))


def _context(plan: AccountPlan | None, now: datetime, known: Known, note: Note) -> Context:
    return Context(
        zone=ZoneInfo(plan.timezone if plan else known.timezone or "UTC"),
        tier=plan.tier if plan else known.tier,
        language=(plan.languages if plan else known.languages)[0],
        now=now,
        known=known,
        note=note,
    )


Plans = tuple[tuple[ServicePlan, ...], tuple[SeriesPlan, ...], tuple[EventPlan, ...]]


def _rest(block: Block, context: Context) -> Plans:
    services: list[ServicePlan] = []
    series: list[SeriesPlan] = []
    events: list[EventPlan] = []
    for spot in block.each("services"):
        plan, inner = service(spot, context)
        services.append(plan)
        for place in inner:
            _add(event_or_series(place, plan, context), series, events)
    everybody = {**context.known.services, **{plan.code: plan for plan in services}}
    for spot in block.each("events"):
        owner = _owner(spot, everybody, context)
        if owner is not None:
            _add(event_or_series(spot, owner, context, "service"), series, events)
    return tuple(services), tuple(series), tuple(events)


def _add(
    found: tuple[Iterable[SeriesPlan], Iterable[EventPlan]], series: list[SeriesPlan], events: list[EventPlan]
) -> None:
    series += found[0]
    events += found[1]


def _owner(spot: Spot, services: dict[str, ServicePlan], context: Context) -> ServicePlan | None:
    """The service an event on top level names; a stand-in when there is none, so that the rest is checked too."""
    if not isinstance(spot.node, Fields):
        context.note(spot.problem("fields"))
        return None
    place = Block(spot, [field.key for field in spot.node.fields], _silent).at("service")
    code = place.node.written.strip() if isinstance(place.node, Scalar) else ""
    found = services.get(code)
    if found is None:
        key, values = nearest(code, services, "service") if code else ("missing", {})
        context.note(place.problem(key, **values))
    elif found.kind == "individual":
        context.note(place.problem("individual_events"))
    return found or ServicePlan("", "group", {}, minutes=1)


def _silent(_: Problem) -> None:
    """Said already, or about to be said."""
