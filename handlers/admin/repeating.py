"""A date like another one, once or every week; the moment is chosen by steps, as when an event is moved."""

from datetime import timedelta

from engine.refusals import DateUnusable
from engine.rules.dates import MOST_AHEAD
from engine.views import EventCard
from handlers.admin import found
from handlers.admin.dates import in_minutes, later, moment_of, steps
from handlers.admin.event_card import show
from handlers.admin.layout import back, head, label, lines
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card

WEEKS = (4, 8, 12)
MOST = 52


async def clone(admin: Admin, event_id: int, minutes: int) -> Answer:
    """When the next one should begin; 0 is a week later."""
    event = await found.event(admin.rooms.views, event_id)
    wanted = moment_of(minutes) if minutes else later(event.starts_at, 7, event.timezone)
    text = lines(
        head(admin.texts, event, "admin-ask-head"),
        admin.say("admin-clone-how", new=admin.texts.when(wanted, event.timezone), seats=event.capacity),
    )
    once = Button(admin.plain("admin-button-clone"), pack("a-repeat", event_id, in_minutes(wanted), 1))
    rows = [*steps(admin, event, wanted, "a-clone"), [once], _weekly(admin, event, in_minutes(wanted))]
    return Answer(card=Card(text, [*rows, back(admin, "a-more", event_id)]))


def _weekly(admin: Admin, event: EventCard, minutes: int) -> list[Button]:
    return [
        Button(
            label(admin.texts, "admin-button-clone-weekly", count=weeks),
            pack("a-repeat", event.id, minutes, weeks),
        )
        for weeks in WEEKS
    ]


async def repeat(admin: Admin, event_id: int, minutes: int, times: int) -> Answer:
    """So many dates, a week apart in the event's own time; the card of the first. Raises DateUnusable."""
    event = await found.event(admin.rooms.views, event_id)
    first = moment_of(minutes)
    if (
        not timedelta(0) < first - admin.rooms.now() <= MOST_AHEAD
    ):  # the card is older than the moment on it, or forged
        raise DateUnusable
    starts = [later(first, 7 * n, event.timezone) for n in range(min(max(times, 1), MOST))]
    tap = with_reason(admin, BY_HAND)
    made = await admin.rooms.calendar.repeat(event_id, starts, tap.actor, tap.reason)
    toast = admin.plain("admin-done-clone", count=len(made))
    return Answer(toast, card=await show(admin.rooms.views, admin.texts, made[0]))
