"""New series: dates that come again, by weekdays or by a rule."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from engine.catalogue.events import SERIES_CODE_MOST
from engine.catalogue.recurrence import WEEKDAYS
from handlers.admin.codes import unused
from handlers.admin.layout import short
from handlers.admin.wizards import choices, written
from handlers.admin.wizards.event import NOON
from handlers.admin.wizards.judging import judge
from handlers.admin.wizards.step import Asking, Document, Option, Step, Unfit, Wizard
from handlers.door import Html

WEEKLY = "FREQ=WEEKLY;BYDAY="
COUNTS = (4, 8, 12, 20)
SHOWN = 10
ENDS = re.compile(r"(^|;)(COUNT|UNTIL)=")
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # in codes, as in the hours of a file


def _ticked(asking: Asking) -> list[int]:
    """The weekdays of a weekly rule."""
    said = asking.said("days").removeprefix(WEEKLY).split(",")
    return [number for number, name in enumerate(WEEKDAYS) if name in said]


def _weekly(numbers: Sequence[int]) -> str:
    return WEEKLY + ",".join(WEEKDAYS[number] for number in sorted(numbers)) if numbers else ""


def _day_options(asking: Asking) -> Sequence[Option]:
    ticked, names = _ticked(asking), _names(asking)
    found = []
    for number, name in enumerate(names):
        chosen = number in ticked
        others = [n for n in ticked if n != number] if chosen else [*ticked, number]
        found.append(Option(f"✓ {name}" if chosen else name, _weekly(others), stays=True))
    done = Option(asking.texts.plain("admin-button-wizard-done"), _weekly(ticked))
    return [*found, done] if ticked else found


def _names(asking: Asking) -> list[str]:
    return asking.texts.plain("label-weekdays").split(", ")


def _read_days(asking: Asking, text: str) -> str:
    """Weekdays in words, or a whole rule."""
    return _weekly(written.weekdays(text, choices.languages(asking))) or text.strip().upper().strip(";")


def _ends(asking: Asking) -> bool:
    """Whether the rule says itself when it ends."""
    return ENDS.search(asking.said("days").removeprefix("RRULE:")) is not None


def _first_days(asking: Asking) -> Sequence[Option]:
    """Today while its time is still ahead, the next Monday, the first of the next months."""
    today = asking.today
    monday = today + timedelta(days=7 - today.weekday())
    months = [(today.replace(day=1) + timedelta(days=32 * ahead)).replace(day=1) for ahead in (1, 2)]
    ahead = asking.said("time")[:5] > f"{asking.now:%H:%M}"
    found = sorted({today if ahead else today + timedelta(days=1), monday, *months})
    return [Option(asking.texts.day(day, today), day.isoformat()) for day in found]


def _last_options(asking: Asking) -> Sequence[Option]:
    """So many dates, or the end of a month."""
    counts = [
        Option(asking.texts.plain("label-wizard-dates", count=count), f"COUNT={count}") for count in COUNTS
    ]
    first = date.fromisoformat(asking.said("from"))
    ends = [_month_end(first, ahead) for ahead in (1, 2, 3, 6)]
    named = [(end, asking.texts.day(end, asking.today)) for end in ends]
    until = [
        Option(asking.texts.plain("label-wizard-until", when=name), f"UNTIL={end:%Y%m%d}")
        for end, name in named
    ]
    return [*counts, *until]


def _month_end(day: date, ahead: int) -> date:
    """The last day of the month of `day`, or of a later one."""
    months = day.year * 12 + day.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)


def _read_last(asking: Asking, text: str) -> str:
    """A number of dates, or a day. Raises Unfit."""
    if re.fullmatch("[0-9]+", text.strip()):
        return f"COUNT={int(text)}"
    return f"UNTIL={choices.read_date(asking, text).replace('-', '')}"


def _rule(asking: Asking) -> str:
    """As a file writes it; with one date as long as nothing is said."""
    days = asking.said("days") or "FREQ=DAILY"
    return days if _ends(asking) else f"{days};{asking.said('until') or 'COUNT=1'}"


def _document(asking: Asking) -> Document:
    tomorrow = (asking.today + timedelta(days=1)).isoformat()
    plan = {
        "series": asking.said("series") or _code(asking),
        "rrule": _rule(asking),
        "at": asking.said("time") or NOON,
        "from": asking.said("from") or tomorrow,
    }
    return {"events": [{**plan, **choices.common(asking)}]}


def _code(asking: Asking) -> str:
    """The service with its weekdays, and the time where that is taken."""
    days, time = "".join(NAMES[n] for n in _ticked(asking)), asking.said("time")[:5].replace(":", "")
    taken = _taken(asking)
    tail = f"-{days or 'series'}"
    if _fits(asking, tail) in taken:
        tail += f"-{time}"
    return unused(_fits(asking, tail), SERIES_CODE_MOST, taken)


def _fits(asking: Asking, tail: str) -> str:
    return f"{asking.said('service')[: SERIES_CODE_MOST - len(tail)]}{tail}"


def _taken(asking: Asking) -> set[str]:
    """Codes of series, by their dates' codes."""
    return {code[: -len("-20261201")] for code in asking.known.events if re.search(r"-[0-9]{8}$", code)}


def _told(asking: Asking) -> Sequence[Html]:
    return [*choices.service_line(asking), *_days_told(asking), *choices.common_lines(asking)]


def _days_told(asking: Asking) -> list[Html]:
    say = asking.admin.say
    if not asking.said("days"):
        return []
    names = _names(asking)
    ticked = ", ".join(names[number] for number in _ticked(asking))
    found = [say("wizard-told-weekly", names=ticked) if ticked else _rule_told(asking)]
    if asking.said("time"):
        found.append(say("wizard-told-time", at=asking.said("time")))
    if asking.said("from"):
        found += _dates_told(asking) if _complete(asking) else [_from_told(asking)]
    return found


def _rule_told(asking: Asking) -> Html:
    return asking.admin.say("wizard-told-rule", text=short(asking.said("days"), 200))


def _from_told(asking: Asking) -> Html:
    day = date.fromisoformat(asking.said("from"))
    return asking.admin.say("wizard-told-from", when=asking.texts.day(day, asking.today))


def _complete(asking: Asking) -> bool:
    """Whether it is known which dates there are."""
    return _ends(asking) or bool(asking.said("until"))


def _dates_told(asking: Asking) -> list[Html]:
    """How many there are, and the first of them."""
    try:
        plans = judge(SERIES, asking).events
    except Unfit:  # something else is there by now: the next answer, and the dry run, say what
        return [_from_told(asking)]
    days = [plan.starts_at.astimezone(asking.now.tzinfo).date() for plan in plans]
    first = " · ".join(asking.texts.day(day, asking.today) for day in days[:SHOWN])
    say = asking.admin.say
    found = [say("wizard-told-dates", count=len(days), text=first)]
    if len(days) > SHOWN:
        last = asking.texts.day(days[-1], asking.today)
        found.append(say("wizard-told-last", more=len(days) - SHOWN, when=last))
    return found


STEPS = (
    choices.SERVICE,
    Step(
        "days",
        choices.question("wizard-ask-days"),
        _day_options,
        "wizard-hint-days",
        _read_days,
        columns=4,
    ),
    Step(
        "time",
        choices.question("wizard-ask-time"),
        choices.times,
        "wizard-hint-time",
        choices.read_time,
        columns=4,
    ),
    Step(
        "from",
        choices.question("wizard-ask-from"),
        _first_days,
        "wizard-hint-date",
        choices.read_date,
        columns=2,
    ),
    Step(
        "until",
        choices.question("wizard-ask-until"),
        _last_options,
        "wizard-hint-until",
        _read_last,
        columns=2,
        applies=lambda asking: not _ends(asking),
    ),
    *choices.COMMON,
    Step(
        "series",
        choices.question("wizard-ask-code"),
        choices.proposed(_code),
        "wizard-hint-code",
        check=choices.untaken(_taken),
    ),
)

SERIES = Wizard(
    head="wizard-head-series",
    steps=lambda _: STEPS,
    document=_document,
    told=_told,
    title=lambda asking: asking.admin.plain("label-wizard-series", code=asking.said("series")),
)
