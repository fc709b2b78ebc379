"""What if an event began at another time: chosen by steps, or written as people write days and times."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from engine.refusals import DateUnusable
from engine.rules.dates import MOST_AHEAD
from engine.services import dates as service
from engine.services.foresight import foresee
from engine.views import EventCard
from handlers.admin import found
from handlers.admin.dates import in_minutes, moment_of, steps
from handlers.admin.layout import back, lines
from handlers.admin.whatif_answer import answer, heading, tap_of
from handlers.admin.wizards import written
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Card

VERB = "a-whatif-date"
AS_IN_FILES = re.compile(r"(?<=\d)[Tt](?=\d)")


async def date(admin: Admin, event_id: int, minutes: int) -> Answer:
    """Another time, chosen by steps; 0 is as it is."""
    event = await found.event(admin.rooms.views, event_id)
    wanted = moment_of(minutes) if minutes else event.starts_at
    if wanted != event.starts_at:
        return Answer(card=await of_date(admin, event, wanted))
    rows = [*steps(admin, event, wanted, VERB), back(admin, "a-whatif", event.id)]
    return Answer(card=Card(lines(heading(admin, event), admin.say("admin-date-choose")), rows))


async def of_date(admin: Admin, event: EventCard, wanted: datetime) -> Card:
    """As long as before. Raises what the change would."""
    if wanted - admin.rooms.now() > MOST_AHEAD:
        raise DateUnusable
    tap, ends_at = tap_of(admin), wanted + (event.ends_at - event.starts_at)
    effect = await foresee(admin.rooms.work, lambda on: service.move_date(on, tap, event.id, wanted, ends_at))
    asked = admin.say("whatif-date", new=admin.texts.when(wanted, event.timezone))
    do = pack("a-date-ask", event.id, in_minutes(wanted))
    return await answer(admin, event, asked, [effect], steps(admin, event, wanted, VERB), do)


def moment_in(admin: Admin, event: EventCard, words: Sequence[str]) -> datetime | None:
    """A day and a time, or one of them and the other as it is; in the event's zone if no offset is written. An hour
    that is skipped that night is the next one that there is. None for anything else."""
    said = AS_IN_FILES.sub(" ", " ".join(words)).split()
    for many in range(len(said), -1, -1):
        found = _moment(admin, event, " ".join(said[:many]), " ".join(said[many:]))
        if said and found is not None:
            return found
    return None


def _moment(admin: Admin, event: EventCard, day: str, time: str) -> datetime | None:
    zone = ZoneInfo(event.timezone)
    languages = {language: admin.rooms.texts(language) for language in admin.rooms.languages}
    today, starts = admin.rooms.now().astimezone(zone).date(), event.starts_at.astimezone(zone)
    on = written.day(day, languages, admin.texts.language, today) if day else f"{starts:%Y-%m-%d}"
    at = written.time(time, languages) if time else f"{starts:%H:%M}"
    try:
        moment = datetime.fromisoformat(f"{on}T{at}").replace(second=0, microsecond=0)
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):  # not a time at all, or none that can be told
        return None
