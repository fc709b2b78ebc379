"""Until when wishes are open, typed: what was understood is shown with a button, and nothing is changed before that."""

from collections.abc import Mapping

from engine.ports import Draft
from engine.refusals import ButtonStale, DeadlineUnchanged, NoAccount, PeriodUnknown
from engine.rules.periods import TYPED, deadline, offered
from handlers.admin.deadline_typed import read_deadline
from handlers.admin.layout import back, lines, mention
from handlers.admin.month_cards import WHAT, deadline_card, month_of, told_later
from handlers.admin.month_seen import find
from handlers.door import Admin, Answer, Button, Card
from handlers.keyboards import paragraphs

KIND = "deadline"
OPEN, EXTEND = WHAT["a-period-begin"], WHAT["a-period-extend"]
QUESTIONS: Mapping[str, str] = {
    "a-period-begin": "batch-open-ask",
    "a-period-extend": "batch-extend-ask",
    "a-period-reopen": "batch-reopen-ask",
}
ABOUT = {number: (verb, QUESTIONS[verb]) for verb, number in WHAT.items()}
"""What a deadline can be typed for: the tap that it ends in, and the question."""


async def ask(admin: Admin, row: int, what: int) -> Answer:
    """Asks for a day and a time; `row` is the month, or its number where it was never opened."""
    month, _ = await _about(admin, row, what)
    draft = Draft(KIND, {"row": row, "what": what})
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft)
    text = lines(
        admin.say(ABOUT[what][1], month=admin.texts.month(month)),
        admin.say("batch-deadline-type", admin=mention(admin.name, admin.telegram_id)),
    )
    return Answer(further=Card(text, ask=admin.plain("admin-button-deadline-field"), question=question))


async def typed(admin: Admin, draft: Draft, text: str) -> Card:
    """What was typed, as a button. Raises DeadlineUnreadable, DeadlineUnusable, DeadlineUnchanged, PeriodUnknown."""
    row, what = int(str(draft.data["row"])), int(str(draft.data["what"]))
    month, zone = await _about(admin, row, what)
    now, rooms = admin.rooms.now(), admin.rooms
    languages = {language: rooms.texts(language) for language in rooms.languages}
    until = read_deadline(text, languages, admin.texts.language, now, zone)
    deadline(offered(TYPED, until, zone), month, now, zone)
    if what == EXTEND and until == (await find(admin, row)).wishes_until:
        raise DeadlineUnchanged
    verb, key = ABOUT[what]
    question = admin.say(key, month=admin.texts.month(month))
    later = told_later(admin.texts, zone, now) if what != OPEN else None
    return deadline_card(
        admin.texts, paragraphs(question, later), {TYPED: until}, zone, verb, row, _back(admin, row, what)
    )


async def _about(admin: Admin, row: int, what: int) -> tuple[str, str]:
    """The month, and its zone. Raises ButtonStale, NoAccount, PeriodUnknown."""
    if what not in ABOUT:
        raise ButtonStale
    if what != OPEN:
        found = await find(admin, row)
        return found.month, found.timezone
    account, month = await admin.rooms.views.account(), month_of(row)
    if account is None:
        raise NoAccount
    if not month:
        raise PeriodUnknown
    return month, account.timezone


def _back(admin: Admin, row: int, what: int) -> Button:
    (button,) = back(admin, "a-batch") if what == OPEN else back(admin, "a-period", row)
    return button
