"""When months plan themselves: ready choices, or a crontab that is typed."""

from collections.abc import Mapping

from engine.ports import Draft
from engine.refusals import ButtonStale, NoAccount, Refusal
from engine.services import schedule as service
from engine.views import ScheduleCard
from handlers.admin.layout import lines, mention, short
from handlers.admin.outcome import TOAST
from handlers.admin.reasons import BY_HAND, with_reason
from handlers.admin.words import refused
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.keyboards import paragraphs

KIND = "schedule"
OFF = 0
CHOICES: Mapping[int, tuple[str, str]] = {
    1: ("label-schedule-night", "0 3 * * *"),
    2: ("label-schedule-morning", "0 7 * * *"),
    3: ("label-schedule-monday", "0 7 * * 1"),
    4: ("label-schedule-hour", "0 * * * *"),
    OFF: ("label-schedule-off", ""),
}
"""The numbers stand in buttons of old messages: add, never renumber."""


async def schedule(admin: Admin) -> Answer:
    """How it stands."""
    return Answer(card=_card(admin, await _find(admin)))


async def _find(admin: Admin) -> ScheduleCard:
    found = await admin.rooms.views.schedule()
    if found is None:
        raise NoAccount
    return found


def _card(admin: Admin, found: ScheduleCard) -> Card:
    texts = admin.texts
    state = texts.say("schedule-off")
    if found.due_at is not None:
        when = texts.when(found.due_at, found.timezone)
        state = texts.say("schedule-on", cron=found.cron, when=when, by=found.chosen_by)
    rows = [
        [Button(texts.plain(key), pack("a-schedule-set", choice))]
        for choice, (key, cron) in CHOICES.items()
        if cron != found.cron
    ]
    typed = Button(texts.plain("admin-button-schedule-type"), pack("a-schedule-type"))
    back = Button(texts.plain("admin-button-back"), pack("a-batch"))
    return Card(paragraphs(texts.say("schedule-head"), state), [*rows, [typed], [back]])


async def choose(admin: Admin, choice: int) -> Answer:
    """From now on."""
    if choice not in CHOICES:
        raise ButtonStale
    return await _chosen(admin, CHOICES[choice][1])


async def _chosen(admin: Admin, cron: str) -> Answer:
    now, zone = admin.rooms.now(), (await _find(admin)).timezone
    await service.choose(admin.rooms.schedules, with_reason(admin, BY_HAND), cron, now, zone)
    said = "admin-done-schedule" if cron else "admin-done-schedule-off"
    return Answer(admin.plain(said), card=_card(admin, await _find(admin)))


async def type_ask(admin: Admin) -> Answer:
    """Asks for a crontab."""
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, Draft(KIND, {}))
    text = admin.say("schedule-ask", admin=mention(admin.name, admin.telegram_id))
    return Answer(further=Card(text, ask=admin.plain("admin-button-schedule-field"), question=question))


async def typed(admin: Admin, _: Draft, text: str) -> Card:
    """The crontab was typed. Raises NoCrontab, CrontabNever, ScheduleUnchanged."""
    answer = await _chosen(admin, text.strip() or "?")
    assert answer.card is not None
    said = admin.say("refusal-card", text=answer.toast)
    return Card(lines(said, answer.card.text), answer.card.rows)


async def after_refusal(admin: Admin, refusal: Refusal) -> Answer:
    """The sentence, and how it stands."""
    sentence = short(refused(admin.texts, refusal), TOAST)
    found = await admin.rooms.views.schedule()
    return Answer(sentence, alert=True, card=_card(admin, found) if found else None)
