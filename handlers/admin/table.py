"""Every tap and command of the admins' group, by name."""

from inspect import signature

from handlers.admin import (
    account,
    automation,
    bookings,
    choosing,
    events,
    freed,
    line,
    offers,
    presets,
    seats,
)
from handlers.callbacks import Call, parse
from handlers.door import AdminCommandHandler, TapHandler

TAPS: dict[str, TapHandler] = {
    "a-events": events.events,
    "a-event": events.event,
    "a-refresh": events.refresh,
    "a-manage": events.manage,
    "a-bookings": bookings.bookings,
    "a-booking": bookings.booking,
    "a-confirm": bookings.confirm,
    "a-cancel-ask": bookings.cancel_ask,
    "a-cancel": bookings.cancel,
    "a-line": line.line,
    "a-entry": line.entry,
    "a-promote": choosing.promote,
    "a-promote-because": choosing.promote_because,
    "a-offer-to": choosing.offer_to,
    "a-offer-because": choosing.offer_because,
    "a-remove-ask": line.remove_ask,
    "a-remove": line.remove,
    "a-offers": offers.offers,
    "a-offer": offers.offer,
    "a-withdraw-ask": offers.withdraw_ask,
    "a-withdraw": offers.withdraw,
    "a-hold": seats.hold,
    "a-release": seats.release,
    "a-publish-ask": seats.publish_ask,
    "a-publish": seats.publish,
    "a-freeze": seats.freeze,
    "a-unfreeze": seats.unfreeze,
    "a-freed": freed.again,
    "a-freed-promote": freed.promote,
    "a-freed-offer": freed.offer,
    "a-freed-hold": freed.hold,
    "a-freed-publish-ask": freed.publish_ask,
    "a-freed-publish": freed.publish,
    "a-auto": automation.automation,
    "a-service": automation.service,
    "a-auto-show": automation.show,
    "a-auto-more": automation.more,
    "a-auto-modes": automation.modes,
    "a-auto-locked": automation.locked,
    "a-auto-guide": automation.which,
    "a-auto-rule": automation.rule,
    "a-auto-ask": automation.ask,
    "a-auto-do": automation.do,
    "a-presets": presets.presets,
    "a-preset": presets.preset,
    "a-preset-save": presets.save,
    "a-preset-renew": presets.renew,
    "a-preset-drop-ask": presets.drop_ask,
    "a-preset-drop": presets.drop,
    "a-account": account.account,
    "a-account-ask": account.ask,
    "a-account-do": account.do,
}

# Taps that only show something; commands do nothing else.
SHOWS = frozenset(
    (
        "a-events", "a-event", "a-refresh", "a-manage", "a-bookings", "a-booking", "a-cancel-ask", "a-line", "a-entry",
        "a-remove-ask", "a-offers", "a-offer", "a-withdraw-ask", "a-publish-ask", "a-freed", "a-freed-publish-ask",
        "a-auto", "a-service", "a-auto-show", "a-auto-more", "a-auto-modes", "a-auto-locked", "a-auto-guide",
        "a-auto-rule", "a-auto-ask", "a-presets", "a-preset", "a-preset-drop-ask", "a-account", "a-account-ask",
    )
)  # fmt: skip

COMMANDS: dict[str, AdminCommandHandler] = {
    "events": events.events_command,
    "help": events.help_command,
}

NUMBERS: dict[str, int] = {verb: len(signature(handler).parameters) - 1 for verb, handler in TAPS.items()}


def find_tap(data: str) -> tuple[TapHandler, Call] | None:
    """The handler of a button and its call; None for a button that is not ours (any more)."""
    call = parse(data)
    if call is None or NUMBERS.get(call.verb) != len(call.args):
        return None
    return TAPS[call.verb], call
