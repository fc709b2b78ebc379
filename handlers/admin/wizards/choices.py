"""What the steps of several wizards offer and read: days, times, lengths, seats, places, codes."""

from collections.abc import Callable, Container, Iterable, Sequence
from datetime import timedelta

from engine.catalogue.moments import day as read_day
from engine.catalogue.nodes import Scalar
from engine.catalogue.problems import Spot, Wrong
from handlers.admin.layout import LABEL, short
from handlers.admin.mistakes import described
from handlers.admin.wizards import written
from handlers.admin.wizards.step import Asking, Option, Step, Unfit
from handlers.door import Html, Texts
from handlers.files import Mistake

DAYS = 14
TIMES = ("09:00", "10:00", "17:00", "18:00", "19:00", "20:00")
LENGTHS = ("45", "60", "75", "90", "120")
SEATS = ("6", "8", "10", "12", "15", "20")
MINIMA = ("2", "3", "4", "5", "6", "8")
MOST = 8  # suggestions of one kind
PLACES = 4


def question(key: str) -> Callable[[Asking], Html]:
    """A question without anything in it."""
    return lambda asking: asking.admin.say(key)


def languages(asking: Asking) -> dict[str, Texts]:
    """The words of every language: an admin may write in another one than the group's."""
    rooms = asking.admin.rooms
    return {language: rooms.texts(language) for language in rooms.languages}


# --- the service


def services(asking: Asking) -> Sequence[Option]:
    """Those that have dates."""
    found = [plan for plan in asking.known.services.values() if plan.kind == "group"]
    named = [(asking.texts.name(plan.names), plan.code) for plan in found]
    return [Option(short(name, LABEL), code) for name, code in sorted(named)]


SERVICE = Step("service", question("wizard-ask-service"), services)


# --- days and times


def read_date(asking: Asking, text: str) -> str:
    """A day in ISO, not in the past. Raises Unfit."""
    found = written.day(text, languages(asking), asking.texts.language, asking.today)
    try:
        day = read_day(Spot(Scalar(found, found), ""))
    except Wrong as wrong:
        mistake = Mistake(None, "", wrong.problem.found, wrong.problem.key, wrong.problem.values)
        raise Unfit(described(asking.texts, "", mistake)) from None
    if day < asking.today:
        raise Unfit(asking.texts.plain("toast-wizard-past", when=asking.texts.day(day, asking.today)))
    return found


def days(asking: Asking, count: int = DAYS) -> Sequence[Option]:
    """The next ones."""
    found = [asking.today + timedelta(days=ahead) for ahead in range(count)]
    return [Option(asking.texts.day(day, asking.today), day.isoformat()) for day in found]


def read_time(asking: Asking, text: str) -> str:
    return written.time(text, languages(asking))


def times(asking: Asking) -> Sequence[Option]:
    """Those of earlier events, and usual ones; on the day itself only what lies ahead."""
    used = [event.starts_at.astimezone(asking.now.tzinfo) for event in asking.before]
    found = sorted(_first([*(f"{at:%H:%M}" for at in used), *TIMES]))
    today = asking.said("date") == asking.today.isoformat()
    return [Option(at, at) for at in found if not today or at > f"{asking.now:%H:%M}"]


def _first(values: Iterable[str]) -> list[str]:
    """Each once, as many as there is room for."""
    return list(dict.fromkeys(values))[:MOST]


# --- what every event has


def read_minutes(asking: Asking, text: str) -> str:
    return written.minutes(text, languages(asking))


def lengths(asking: Asking) -> Sequence[Option]:
    """The service's, those of earlier events, and usual ones."""
    usual = [str(asking.service.minutes)] if asking.service and asking.service.minutes else []
    used = [str(round((event.ends_at - event.starts_at) / timedelta(minutes=1))) for event in asking.before]
    last = [*usual, *reversed(used)]
    found = sorted(_first([*last, *LENGTHS]), key=int)
    return [Option(length(asking, minutes), minutes, proposed=minutes in last[:1]) for minutes in found]


def length(asking: Asking, minutes: str) -> str:
    """So many minutes, in words."""
    return asking.texts.length(timedelta(minutes=int(minutes)))


def seats(asking: Asking) -> Sequence[Option]:
    """As many as earlier events have, and usual numbers."""
    last = [str(event.capacity) for event in reversed(asking.before) if event.capacity]
    found = sorted(_first([*last, *SEATS]), key=int)
    return [Option(count, count, proposed=count in last[:1]) for count in found]


def places(asking: Asking) -> Sequence[Option]:
    """Where earlier events are, the last one first; or nowhere in particular."""
    used = [event.location for event in reversed(asking.before) if event.location]
    found = [Option(short(place, LABEL), place) for place in list(dict.fromkeys(used))[:PLACES]]
    return [*found, Option(asking.texts.plain("admin-button-wizard-no-place"), "")]


def minima(asking: Asking) -> Sequence[Option]:
    """None, or some that the seats suffice for."""
    most = int(asking.said("capacity"))
    found = [Option(count, count) for count in MINIMA if int(count) <= most]
    return [Option(asking.texts.plain("admin-button-wizard-no-minimum"), ""), *found]


COMMON = (
    Step("minutes", question("wizard-ask-minutes"), lengths, "wizard-hint-minutes", read_minutes, columns=2),
    Step("capacity", question("wizard-ask-seats"), seats, "wizard-hint-number", columns=4),
    Step("location", question("wizard-ask-place"), places, "wizard-hint-place"),
    Step("minimum", question("wizard-ask-minimum"), minima, "wizard-hint-number", columns=4),
)
"""The steps that one event and a series share."""


def common(asking: Asking) -> dict[str, object]:
    """What those make of a document."""
    usual = str(asking.service.minutes or 60) if asking.service else "60"
    found = {key: asking.said(key) for key in ("location", "minimum") if asking.said(key)}
    return {
        "service": asking.said("service"),
        "minutes": asking.said("minutes") or usual,
        "capacity": asking.said("capacity") or "10000",
        **found,
    }


def common_lines(asking: Asking) -> list[Html]:
    """What those were answered, in words."""
    say, said = asking.admin.say, asking.said
    found = []
    if minutes := said("minutes"):
        found.append(say("wizard-told-length", length=length(asking, minutes)))
    if capacity := said("capacity"):
        found.append(say("wizard-told-seats", count=int(capacity)))
    if location := said("location"):
        found.append(say("wizard-told-place", location=location))
    if minimum := said("minimum"):
        found.append(say("wizard-told-minimum", minimum=int(minimum)))
    return found


def service_line(asking: Asking) -> list[Html]:
    """The name of the service."""
    plan = asking.service
    return [asking.admin.say("wizard-told-name", name=asking.texts.name(plan.names))] if plan else []


# --- codes


def proposed(code: Callable[[Asking], str]) -> Callable[[Asking], Sequence[Option]]:
    """One that is free."""
    return lambda asking: [Option(code(asking), code(asking))]


def untaken(taken: Callable[[Asking], Container[str]]) -> Callable[[Asking, str], None]:
    """Nothing that there is already is meant: an import would change it. Raises Unfit."""

    def check(asking: Asking, code: str) -> None:
        if code in taken(asking):
            raise Unfit(asking.texts.plain("toast-wizard-taken", code=code))

    return check
