"""The month's card once wishes are closed: what has been computed, what is booked, and the next step."""

from collections.abc import Mapping, Sequence

from engine.rules.measures import said_choices
from engine.rules.runs import INTERRUPTED
from engine.views import EventNamed, PeriodCard, RunCard, RunHead, TellingCard
from handlers.admin.layout import button, label, percent
from handlers.admin.month_seen import MonthSeen
from handlers.admin.named_rows import Named, said
from handlers.callbacks import pack
from handlers.door import Button, Html, Texts
from handlers.keyboards import Rows, lines

UNSAID = {"lost": "batch-lost", INTERRUPTED: "batch-interrupted"}
"""Causes that are no error's name."""
FEW = 3
"""Dates to be called off that the card has buttons for; the next ones come when these are gone."""


def runs_told(texts: Texts, seen: MonthSeen) -> Html | None:
    """What the newest version has come to, and the one that counts."""
    if not seen.runs:
        return None
    newest, best = seen.runs[-1], seen.best
    counts = best is not None and newest.id == best.id
    return lines(
        None if counts else unmade(texts, seen.period, newest),
        None if best is None else _best(texts, seen.period, best),
        None if best is None else measures(texts, best),
        texts.say("batch-said", count=seen.said) if seen.said and seen.period.status != "final" else None,
    )


def unmade(texts: Texts, period: PeriodCard, run: RunHead) -> Html | None:
    """A version of which nothing has come, or not yet."""
    if run.status == "running":
        when = texts.when(run.started_at, period.timezone)
        return texts.say("batch-running", number=run.number, by=run.started_by, when=when)
    if run.status == "stopped":
        return texts.say("batch-stopped", number=run.number)
    if run.status == "failed" and run.error in UNSAID:
        return texts.say(UNSAID[run.error], number=run.number)
    return texts.say("batch-failed", number=run.number, code=run.error) if run.error else None


def _best(texts: Texts, period: PeriodCard, run: RunCard) -> Html:
    finished = texts.when(run.finished_at or run.started_at, period.timezone)
    made = texts.say(
        "batch-newest",
        number=run.number,
        by=run.started_by,
        when=finished,
        text=outcome_of(texts, run),
    )
    return lines(texts.say("batch-final", number=run.number) if run.final else None, made)


def outcome_of(texts: Texts, run: RunCard) -> Html:
    """Who has what of this version."""
    return outcome(texts, int(run.metrics.get("people_placed", 0)), run.short, run.without)


def outcome(texts: Texts, people: int, short: int, without: int) -> Html:
    """How many have a place, how many of those fewer than they wished, and how many none: everybody is counted once.
    `short` are those with fewer or none."""
    return texts.say("batch-outcome", people=people, fewer=short - without, without=without)


def measures(texts: Texts, run: RunCard) -> Html:
    """How well it did."""
    return texts.say("batch-measures", seats=seats_of(run), share=first_of(texts, run.metrics))


def seats_of(run: RunCard) -> int:
    return int(run.metrics.get("seats_filled", 0))


def first_of(texts: Texts, metrics: Mapping[str, float]) -> str:
    """How many of the places given are somebody's first choice, as the language writes a share."""
    return percent(texts, said_choices(metrics).shares()[0])


def telling_told(texts: Texts, seen: MonthSeen) -> Html | None:
    """How far everybody has heard."""
    return None if seen.telling is None else how_far(texts, seen.telling)


def how_far(texts: Texts, telling: TellingCard) -> Html:
    """How many results are sent, how many cannot be told, and whether that is all."""
    total = telling.sent + telling.waiting + telling.failed
    return lines(
        texts.say("batch-telling", made=telling.sent, total=total),
        texts.say("batch-telling-failed", count=telling.failed) if telling.failed else None,
        None if telling.waiting else texts.say("batch-telling-done"),
    )


def off_told(texts: Texts, key: str, off: Sequence[EventNamed]) -> Html | None:
    """Which dates too few people want."""
    known = Named({event.id: event for event in off}, {})
    return texts.say(key, names=known.dates(texts, known.events), count=len(off)) if off else None


def off_next(texts: Texts, seen: MonthSeen) -> Html | None:
    """Nobody calls these dates off but an admin."""
    return off_told(texts, "batch-off-next", seen.off)


def off_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """The way to call the first of them off."""
    return [
        [
            Button(
                label(texts, "label-batch-off", **said(texts, event)),
                pack("a-off-month", event.id, seen.period.id),
            )
        ]
        for event in seen.off[:FEW]
    ]


def next_told(texts: Texts, seen: MonthSeen) -> Html | None:
    """What an admin does next."""
    if seen.period.status in ("collecting", "final"):
        return None
    if seen.running is not None:
        return texts.say("batch-next-wait")
    if seen.interrupted is not None:
        return texts.say("batch-next-again")
    if seen.unsaid:
        return texts.say("batch-next-rerun", count=seen.unsaid)
    return texts.say("batch-next-plan" if seen.best is None else "batch-next-review")


def run_rows(texts: Texts, seen: MonthSeen) -> Rows:
    """The next step first, then what else can be done with the month's versions."""
    period, status = seen.period.id, seen.period.status
    if status == "collecting":
        return []
    best, running = seen.best, seen.running
    if running is not None:
        first = [
            button(texts, "admin-button-batch-refresh", "a-period", period),
            button(texts, "admin-button-batch-stop", "a-batch-stop", period, running.number),
        ]
        return [first, *_looks(texts, seen, best)]
    if seen.interrupted is not None:
        return [[again_button(texts, period, seen.interrupted)], *_open_rows(texts, seen, best)]
    if status == "final":
        refresh = [[button(texts, "admin-button-batch-refresh", "a-period", period)]]
        told = seen.telling is not None and not seen.telling.waiting  # there is nothing left to look after
        return [*([] if told else refresh), *_looks(texts, seen, best)]
    return _open_rows(texts, seen, best)


def _open_rows(texts: Texts, seen: MonthSeen, best: RunCard | None) -> Rows:
    period = seen.period.id
    plan = "admin-button-batch-plan" if best is None else "admin-button-batch-plan-again"
    way = 0 if best is None else way_of(best)
    planning = Button(
        texts.plain(plan), pack("a-batch-plan", period, way), style="primary" if best is None else ""
    )
    if best is None:
        return [[planning], *_looks(texts, seen, best)]
    final = Button(
        texts.plain("admin-button-batch-finalize"),
        pack("a-batch-final-ask", period, best.number),
        style="" if seen.unsaid else "success",
    )
    again = pack("a-batch-execute", period, way + KEEP, seen.newest)
    return [
        *_looks(texts, seen, best),
        [Button(texts.plain("admin-button-batch-rerun"), again, style="primary" if seen.unsaid else "")],
        [planning, final],
    ]


def again_button(texts: Texts, period_id: int, run: RunHead) -> Button:
    """A version like this one, which was interrupted."""
    way = way_of(run) + (KEEP if run.base is not None else 0)
    words = texts.plain("admin-button-batch-again")
    return Button(words, pack("a-batch-execute", period_id, way, run.number), style="primary")


def _looks(texts: Texts, seen: MonthSeen, best: RunCard | None) -> Rows:
    """What there is to be seen."""
    period, rows = seen.period.id, []
    if best is not None:
        rows.append([button(texts, "admin-button-batch-review", "a-batch-review", period, best.number, 0)])
    if seen.said:
        rows.append([button(texts, "admin-button-batch-words", "a-batch-words", period, 0)])
    if len(seen.runs) > 1:
        rows.append([button(texts, "admin-button-batch-versions", "a-batch-versions", period, 0)])
    return rows


FAST, FAIR, KEEP = 1, 2, 4
"""How a version is computed, as buttons carry it: the sum of these."""


def way_of(run: RunHead) -> int:
    """The way in which this version was computed."""
    return (FAST if run.strategy == "fast_fill" else 0) + (FAIR if run.ordering == "fair" else 0)
