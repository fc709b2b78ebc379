"""New event: one date of a service."""

from collections.abc import Sequence
from datetime import date, timedelta

from engine.catalogue.values import CODE_MOST
from handlers.admin.codes import unused
from handlers.admin.wizards import choices
from handlers.admin.wizards.step import Asking, Document, Step, Wizard
from handlers.door import Html

NOON = "12:00"


def _moment(asking: Asking) -> str:
    """As a file writes it; tomorrow at noon as long as nothing is said, which every zone has."""
    day = asking.said("date") or (asking.today + timedelta(days=1)).isoformat()
    return f"{day}T{asking.said('time') or NOON}"


def _code(asking: Asking) -> str:
    """The service with the day, and the time where that is taken; the name of the service is cut, not the day."""
    day, time = asking.said("date")[5:].replace("-", ""), asking.said("time")[:5].replace(":", "")
    taken = asking.known.events
    plain = f"-{day}" if _fits(asking, f"-{day}") not in taken else f"-{day}-{time}"
    return unused(_fits(asking, plain), CODE_MOST, taken)


def _fits(asking: Asking, tail: str) -> str:
    return f"{asking.said('service')[: CODE_MOST - len(tail)]}{tail}"


def _document(asking: Asking) -> Document:
    code = asking.said("code") or "new"
    return {"events": [{"code": code, "starts_at": _moment(asking), **choices.common(asking)}]}


def _told(asking: Asking) -> Sequence[Html]:
    return [*choices.service_line(asking), *_when(asking), *choices.common_lines(asking)]


def _when(asking: Asking) -> list[Html]:
    if not asking.said("date"):
        return []
    day = asking.texts.day(date.fromisoformat(asking.said("date")), asking.today)
    if not asking.said("time"):
        return [asking.admin.say("wizard-told-day", when=day)]
    return [asking.admin.say("wizard-told-moment", when=day, at=asking.said("time"))]


STEPS = (
    choices.SERVICE,
    Step(
        "date",
        choices.question("wizard-ask-date"),
        choices.days,
        "wizard-hint-date",
        choices.read_date,
        columns=2,
    ),
    Step(
        "time",
        choices.question("wizard-ask-time"),
        choices.times,
        "wizard-hint-time",
        choices.read_time,
        columns=4,
    ),
    *choices.COMMON,
    Step(
        "code",
        choices.question("wizard-ask-code"),
        choices.proposed(_code),
        "wizard-hint-code",
        check=choices.untaken(lambda asking: asking.known.events),
    ),
)

EVENT = Wizard(
    head="wizard-head-event",
    steps=lambda _: STEPS,
    document=_document,
    told=_told,
    title=lambda asking: asking.admin.plain("label-wizard-event", code=asking.said("code")),
)
