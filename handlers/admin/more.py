"""What is done to an event seldom: seats, date, cancelling, people booked by hand, who came."""

from engine.views import EventCard
from handlers.admin import found
from handlers.admin.layout import back, head
from handlers.admin.wizards.entry import new_dates
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card


async def more(admin: Admin, event_id: int) -> Answer:
    """The second card of an event."""
    event = await found.event(admin.rooms.views, event_id)
    return Answer(card=Card(head(admin.texts, event, "admin-event-head"), _rows(admin, event)))


def _rows(admin: Admin, event: EventCard) -> list[list[Button]]:
    def button(key: str, verb: str, *args: int) -> Button:
        return Button(admin.plain(key), pack(verb, event.id, *args))

    individual = event.settings.individual  # its seat and time follow the opening hours
    begun = event.starts_at <= admin.rooms.now()
    clone = button("admin-button-repeat", "a-clone", 0)
    ahead = [
        [button("admin-button-book-for", "a-book")],
        []
        if individual
        else [button("admin-button-capacity", "a-capacity", 0), button("admin-button-date", "a-date", 0)],
        [*([] if individual else [clone]), button("admin-button-off", "a-off-ask")],
        [button("admin-button-whatif", "a-whatif")],
    ]
    again = [] if individual else [[clone]]
    new = [] if individual else new_dates(admin, event.service_id)
    if begun:
        rows = [[button("admin-button-attendance", "a-attendance", 0)], *again]
    else:
        rows = ahead if event.status != "cancelled" else again
    return [*(row for row in (*rows, new) if row), back(admin, "a-event", event.id)]
