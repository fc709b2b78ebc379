"""The account's switches: whether anything is filled by itself, and what a booking is until an admin has seen it. The
card is reached from an automation card, and leads back there."""

from engine.refusals import ButtonStale, EventUnknown
from engine.services import configuring
from engine.services.configuring import Switches
from engine.views import Account
from handlers.admin.effects import balanced, effect_lines
from handlers.admin.layout import back, lines
from handlers.admin.outcome import told
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.scopes import find
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.keyboards import paragraphs

# The numbers stand in buttons of old messages: add at the end, never renumber.
SWITCHES: dict[int, Switches] = {
    1: Switches(auto_backfill=False),
    2: Switches(auto_backfill=True),
    3: Switches(booking_status="pending"),
    4: Switches(booking_status="confirmed"),
}
ASKS: dict[int, str] = {
    1: "auto-ask-fill-off",
    2: "auto-ask-fill-on",
    3: "auto-ask-pending",
    4: "auto-ask-confirmed",
}
LABELS: dict[int, str] = {
    1: "admin-button-auto-fill-off",
    2: "admin-button-auto-fill-on",
    3: "admin-button-auto-pending",
    4: "admin-button-auto-confirmed",
}


async def account(admin: Admin, row_id: int, kind: int) -> Answer:
    """Both switches as they are."""
    scope = await find(admin, row_id, kind)
    return Answer(card=await _card(admin, *scope.ids))


async def _card(admin: Admin, row_id: int, kind: int) -> Card:
    found = await _account(admin)
    text = lines(
        admin.say("auto-account", name=found.name),
        admin.say("auto-fill-on" if found.auto_backfill else "auto-fill-off"),
        admin.say("auto-confirmed" if found.booking_status == "confirmed" else "auto-pending"),
    )
    numbers = (1 if found.auto_backfill else 2, 3 if found.booking_status == "confirmed" else 4)
    rows = [
        [Button(admin.plain(LABELS[number]), pack("a-account-ask", row_id, kind, number))]
        for number in numbers
    ]
    return Card(text, [*rows, back(admin, "a-auto-show", row_id, kind)])


async def ask(admin: Admin, row_id: int, kind: int, number: int) -> Answer:
    """What the switch would come to; nothing is saved yet."""
    scope = await find(admin, row_id, kind)
    found, events = await _account(admin), await admin.rooms.views.bookable_ids()
    effect = await configuring.foresee_account(
        admin.rooms.work, admin.tap, found.id, events, _switches(number)
    )
    going_on = await balanced(admin, effect, asked=False)
    text = paragraphs(admin.say(ASKS[number]), await effect_lines(admin, effect), going_on)
    save = Button(
        admin.plain("admin-button-auto-save"), pack("a-account-do", *scope.ids, number), style="success"
    )
    return Answer(card=Card(text, [[save], back(admin, "a-account", *scope.ids)]))


async def do(admin: Admin, row_id: int, kind: int, number: int) -> Answer:
    """Turn it, and let it work at once."""
    scope = await find(admin, row_id, kind)
    found, events = await _account(admin), await admin.rooms.views.bookable_ids()
    tap = with_reason(admin, BY_HAND)
    steps = await configuring.configure_account(admin.rooms.work, tap, found.id, events, _switches(number))
    facts = [fact for _, happened in steps for fact in happened]
    toast = await told(admin, facts, "admin-done-auto")
    return Answer(toast, card=await _card(admin, *scope.ids))


def _switches(number: int) -> Switches:
    if number not in SWITCHES:
        raise ButtonStale
    return SWITCHES[number]


async def _account(admin: Admin) -> Account:
    found = await admin.rooms.views.account()
    if found is None:
        raise EventUnknown
    return found
