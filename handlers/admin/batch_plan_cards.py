"""What a plan looks like: what is odd about the input, what would come of it, and the ways in which it can be done."""

from collections import Counter
from collections.abc import Mapping, Sequence

from engine.planning import Document
from engine.rules.measures import seats_of
from engine.rules.plan_checks import Concern, Finding
from engine.services.runs import Plan
from engine.views import Page, PeriodCard
from handlers.admin.batch_state import FAIR, FAST, first_of, outcome
from handlers.admin.layout import pager
from handlers.admin.named_rows import PAGE, Named
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts
from handlers.keyboards import Rows, lines, paragraphs

FEW = 5
CONCERNS: Mapping[Concern, str] = {
    "event_off": "batch-find-event-off",
    "no_seats": "batch-find-no-seats",
    "scarce": "batch-find-scarce",
    "below_minimum": "batch-find-below-minimum",
    "line": "batch-find-line",
    "unreachable": "batch-find-unreachable",
    "impossible": "batch-find-impossible",
    "too_few_wishes": "batch-find-too-few-wishes",
    "overlap": "batch-find-overlap",
    "excluded": "batch-find-excluded",
    "pin_off": "batch-find-pin-off",
    "unwished": "batch-find-unwished",
}
WHY: Mapping[str, str] = {
    "full": "batch-why-full",
    "party": "batch-why-party",
    "collides": "batch-why-collides",
    "per_day": "batch-why-limit",
    "per_week": "batch-why-limit",
    "minimum": "batch-why-minimum",
    "together": "batch-why-together",
    "count": "batch-why-together",
    "impossible": "batch-why-impossible",
    "excluded": "batch-why-excluded",
}
"""Why somebody gets fewer, as admins read it; by the allocation's reasons."""


def why(texts: Texts, reason: str) -> Html:
    """Why somebody gets fewer than they want."""
    return texts.say(WHY.get(reason, "batch-why-full"))


def working_card(texts: Texts, period: PeriodCard) -> Card:
    """It takes a while."""
    return Card(texts.say("batch-plan-working", month=texts.month(period.month)), [_back(texts, period.id)])


def plan_card(texts: Texts, period: PeriodCard, plan: Plan, known: Named, way: int, newest: int) -> Card:
    """What would come of it, and what to look at first."""
    text = paragraphs(
        lines(
            texts.say("batch-plan-head", month=texts.month(period.month)),
            texts.say("batch-way-fast" if way & FAST else "batch-way-balanced"),
            texts.say("batch-order-fair" if way & FAIR else "batch-order-most"),
        ),
        _expected(texts, plan, known),
        _fills(texts, plan.document, plan.output, known),
        _reasons(texts, plan.output),
        _odd(texts, plan.findings, known),
        texts.say("batch-plan-nothing"),
    )
    more = len(plan.document["sessions"]) > PAGE
    return Card(text, _rows(texts, period, plan.findings, way, newest, dates=more))


def _expected(texts: Texts, plan: Plan, known: Named) -> Html:
    metrics, output = plan.output["metrics"], plan.output
    none = {each.event_id for each in plan.findings if each.event_id and each.concern == "unwished"}
    few = [int(one) for one in output["not_held"] if int(one) not in none]
    without = sum(not each["got"] for each in output["unplaced"])
    return lines(
        texts.say(
            "batch-plan-expected",
            text=outcome(texts, metrics["people_placed"], len(output["unplaced"]), without),
            seats=metrics["seats_filled"],
            total=metrics["seats_free"],
            share=first_of(texts, metrics),
        ),
        texts.say("batch-plan-off", names=known.dates(texts, few)) if few else None,
        _unwished(texts, plan.findings, known),
    )


def _unwished(texts: Texts, found: Sequence[Finding], known: Named) -> Html | None:
    """Dates that nobody wishes for; what is odd names each of them."""
    none = [each.event_id for each in found if each.event_id and each.concern == "unwished"]
    names, more = known.first(texts, none, FEW)
    return texts.say("batch-plan-unwished", names=names, more=more) if none else None


def _fills(texts: Texts, document: Document, output: Document, known: Named) -> Html | None:
    """The first dates of the month; a button leads to all of them."""
    sessions = by_start(document)
    told = _filled(texts, document, output, sessions[:PAGE], known)
    more = len(sessions) - len(told)
    if not told:
        return None
    return lines(
        texts.say("batch-plan-fill"), *told, texts.say("batch-plan-more", count=more) if more else None
    )


def by_start(document: Document) -> list[Document]:
    """The dates that people can be placed at."""
    return sorted(document["sessions"], key=lambda one: (one["starts_at"], int(one["id"])))


def _filled(
    texts: Texts, document: Document, output: Document, shown: Sequence[Document], known: Named
) -> list[Html]:
    """How these dates would fill."""
    taken = seats_of(document, output["placements"])
    return [
        texts.say(
            "batch-fill",
            seats=taken.get(one["id"], 0),
            free=one["capacity"],
            **known.event(texts, int(one["id"])),
        )
        for one in shown
    ]


def fills_card(texts: Texts, period: PeriodCard, plan: Plan, known: Named, way: int, offset: int) -> Card:
    """A page of all dates, with how they would fill."""
    dates = by_start(plan.document)
    shown = dates[offset : offset + PAGE]
    told = _filled(texts, plan.document, plan.output, shown, known)
    text = paragraphs(
        texts.say("batch-plan-head", month=texts.month(period.month)),
        lines(texts.say("batch-plan-fill"), *told) if told else None,
        texts.say("batch-plan-nothing"),
    )
    pages = pager(texts, Page(shown, offset, len(dates)), PAGE, "a-batch-fills", period.id, way)
    return Card(text, [*pages, _to_plan(texts, period.id, way)])


def _to_plan(texts: Texts, period_id: int, way: int) -> list[Button]:
    """Back to the plan, made in the same way."""
    return [Button(texts.plain("admin-button-back"), pack("a-batch-plan", period_id, way))]


def _reasons(texts: Texts, output: Document) -> Html | None:
    counted = Counter(WHY.get(each["reason"], "batch-why-full") for each in output["unplaced"])
    told = [
        texts.say("batch-plan-reason", why=texts.say(key), count=count)
        for key, count in counted.most_common()
    ]
    return lines(texts.say("batch-plan-why"), *told) if told else None


def _odd(texts: Texts, findings: Sequence[Finding], known: Named) -> Html | None:
    """Beside what `_unwished` has said."""
    found = [each for each in findings if each.concern != "unwished"]
    if not found:
        return None if findings else texts.say("batch-plan-clear")
    more = len(found) - FEW
    return lines(
        texts.say("batch-plan-findings"),
        *(finding_line(texts, each, known) for each in found[:FEW]),
        texts.say("batch-plan-more", count=more) if more > 0 else None,
    )


def finding_line(texts: Texts, found: Finding, known: Named) -> Html:
    """One thing that is odd."""
    about: dict[str, object] = {}
    if found.event_id is not None:
        about |= known.event(texts, found.event_id)
    if found.person_id is not None:
        about["name"] = known.person(found.person_id)
    numbers = {"count": found.count, "least": found.least, "used": found.used}
    return texts.say(CONCERNS[found.concern], **numbers, **about)


def _rows(
    texts: Texts, period: PeriodCard, found: Sequence[Finding], way: int, newest: int, *, dates: bool
) -> Rows:
    def choice(key: str, wanted: int) -> Button:
        words = texts.plain(key)
        return Button(f"✓ {words}" if wanted == way else words, pack("a-batch-plan", period.id, wanted))

    execute = Button(
        texts.plain("admin-button-batch-execute"),
        pack("a-batch-execute", period.id, way, newest),
        style="primary",
    )
    odd = Button(texts.plain("admin-button-batch-findings"), pack("a-batch-findings", period.id, way, 0))
    every = Button(texts.plain("admin-button-batch-fills"), pack("a-batch-fills", period.id, way, PAGE))
    fair, fast = way & FAIR, way & FAST
    return [
        [choice("admin-button-batch-balanced", fair), choice("admin-button-batch-fast", fair + FAST)],
        [choice("admin-button-batch-most", fast), choice("admin-button-batch-fair", fast + FAIR)],
        *([[every]] if dates else []),
        *([[odd]] if found else []),
        [execute],
        _back(texts, period.id),
    ]


def findings_card(
    texts: Texts, period: PeriodCard, found: Sequence[Finding], known: Named, way: int, offset: int
) -> Card:
    """A page of all that is odd."""
    shown = found[offset : offset + PAGE]
    told = [finding_line(texts, each, known) for each in shown] or [texts.say("batch-plan-clear")]
    text = paragraphs(texts.say("batch-findings-head", month=texts.month(period.month)), lines(*told))
    pages = pager(texts, Page(shown, offset, len(found)), PAGE, "a-batch-findings", period.id, way)
    return Card(text, [*pages, _to_plan(texts, period.id, way)])


def _back(texts: Texts, period_id: int) -> list[Button]:
    return [Button(texts.plain("admin-button-back"), pack("a-period", period_id))]
