"""A reason in the admin's own words. Every button that carries a reason may carry `OTHER` instead: then the reason is
asked for, and the typed answer does what the button would have done, with rights and state as they are by then."""

from collections.abc import Mapping
from dataclasses import replace

from engine.ports import Draft
from engine.refusals import ButtonStale, ReasonNeeded
from engine.rules.reasons import LEAST
from handlers.admin import found
from handlers.admin.layout import head, lines, mention
from handlers.admin.reasons import OTHER
from handlers.callbacks import Call, pack, parse
from handlers.door import Admin, Answer, Card
from handlers.names import tidy

KIND = "because"
MOST = 200

WHAT: Mapping[str, str] = {
    "a-cancel": "admin-button-cancel-because",
    "a-promote-because": "admin-button-promote-because",
    "a-offer-because": "admin-button-offer-because",
    "a-remove": "admin-button-remove-because",
    "a-withdraw": "admin-button-withdraw-because",
    "a-publish": "admin-button-publish-because",
    "a-freed-publish": "admin-button-publish-because",
    "a-displace": "admin-button-displace-because",
    "a-date-set": "admin-button-date-because",
    "a-off": "admin-button-off-because",
    "a-move": "admin-button-move-because",
    "a-back": "admin-button-back-because",
    "a-book-do": "admin-button-book-because",
    "a-repair-book": "admin-button-book-because",
    "a-request-book": "admin-button-request-book-because",
    "a-request-decline": "admin-button-request-decline-because",
    "a-hours-save": "admin-button-hours-because",
    "a-period-begin": "admin-button-period-open-because",
    "a-period-extend": "admin-button-period-extend-because",
    "a-period-close": "admin-button-period-close-because",
    "a-period-reopen": "admin-button-period-reopen-because",
    "a-repair-go": "admin-button-repair-because",
    "a-repair-back": "admin-button-repair-back-because",
    "a-batch-pin": "admin-button-batch-pin-because",
    "a-batch-move": "admin-button-batch-move-because",
    "a-batch-out": "admin-button-batch-out-because",
    "a-batch-lift": "admin-button-batch-lift-because",
    "a-batch-final": "admin-button-batch-final-because",
    "a-lock-force": "admin-button-lock-force-because",
    "a-unlock-do": "admin-button-unlock-because",
}
"""What a button with a reason says that it does."""


def asks(call: Call) -> bool:
    """Whether the last number of this call says that its reason will be typed."""
    return bool(call.args) and call.args[-1] == OTHER


async def ask(admin: Admin, call: Call, event_id: int | None) -> Answer:
    """Asks why; nothing is done yet."""
    event = None if event_id is None else await found.event(admin.rooms.views, event_id)
    draft = Draft(KIND, {"call": pack(call.verb, *call.args)})
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft)
    what = WHAT.get(call.verb)
    text = lines(
        head(admin.texts, event, "admin-ask-head") if event else None,
        admin.say("because-what", text=admin.plain(what, reason="…")) if what else None,
        admin.say("because-ask", admin=mention(admin.name, admin.telegram_id), most=MOST),
    )
    return Answer(further=Card(text, ask=admin.plain("admin-button-because-field"), question=question))


def answered(admin: Admin, draft: Draft, text: str) -> tuple[Admin, Call]:
    """The call that waited, and the admin with the reason. Raises ReasonNeeded, ButtonStale."""
    call = parse(str(draft.data["call"]))
    if call is None:
        raise ButtonStale
    return replace(admin, reason=_read(text)), call


def _read(text: str) -> str:
    """One line of visible signs."""
    reason = tidy(text)
    if not LEAST <= len(reason) <= MOST:
        raise ReasonNeeded(least=LEAST, most=MOST)
    return reason
