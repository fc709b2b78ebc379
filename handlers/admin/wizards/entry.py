"""The ways into a wizard."""

from handlers.callbacks import pack
from handlers.door import Admin, Button

NEW_SERVICE, NEW_EVENT, NEW_SERIES = range(3)
"""They stand in buttons of old messages: add at the end, never renumber."""

NO_SERVICE = 0


def new_service(admin: Admin) -> Button:
    """To the questions about a service."""
    return Button(admin.plain("admin-button-new-service"), pack("a-wizard", NEW_SERVICE, NO_SERVICE))


def new_dates(admin: Admin, service_id: int = NO_SERVICE) -> list[Button]:
    """To those about an event, and a series, of this service; or of one that is asked for first."""
    return [
        Button(admin.plain("admin-button-new-event"), pack("a-wizard", NEW_EVENT, service_id)),
        Button(admin.plain("admin-button-new-series"), pack("a-wizard", NEW_SERIES, service_id)),
    ]
