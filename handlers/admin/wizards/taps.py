"""What is tapped and typed in a wizard. Only the admin who is asked answers; everybody sees the card."""

import json
from collections.abc import Sequence
from dataclasses import replace

from engine.ports import AdminQuestion, Draft
from engine.refusals import AskedOfAnother, ButtonStale, NoAccount, ServiceUnknown
from engine.views import EventCard
from handlers.admin.imports import card as preview_card
from handlers.admin.imports import uploader
from handlers.admin.layout import lines, mention, short
from handlers.admin.outcome import TOAST
from handlers.admin.wizards.course import KIND, OVER, Course, draft_of, kept
from handlers.admin.wizards.entry import NEW_EVENT, NEW_SERIES, NEW_SERVICE, NO_SERVICE
from handlers.admin.wizards.event import EVENT
from handlers.admin.wizards.judging import judge, judge_start
from handlers.admin.wizards.series import SERIES
from handlers.admin.wizards.service import SERVICE
from handlers.admin.wizards.step import Asking, Option, Step, Unfit, Wizard
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card
from handlers.files import Preview
from handlers.keyboards import paragraphs

WIZARDS: dict[str, Wizard] = {"service": SERVICE, "event": EVENT, "series": SERIES}
NUMBERS = {NEW_SERVICE: "service", NEW_EVENT: "event", NEW_SERIES: "series"}

PAGE = 16  # options on a card
NAMED = 3  # rows of the dry run; the answers tell the same above it
EARLIER = 30  # events that suggestions are taken from


# ---------------------------------------------------------------------------------------------------------- taps


async def start(admin: Admin, number: int, service_id: int) -> Answer:
    """The first question, on a card of its own, so that two who begin at once have two; with a service the one behind
    it."""
    if number not in NUMBERS:
        raise ButtonStale
    name, update = NUMBERS[number], admin.update_id or 0
    course = Course(name, "", admin.name, update, update, asked=False, options=(), answers={})
    if service_id != NO_SERVICE:
        found = await admin.rooms.views.service(service_id)
        if found is None:
            raise ServiceUnknown
        course = replace(course, answers={"service": found.code})
    asking = await _asking(admin, course)
    answer = await _ask_from(admin, course, asking, "service" if course.answers else "")
    return replace(answer, card=None, further=answer.card)


async def pick(admin: Admin, asker: int, turn: int, number: int) -> Answer:
    """One of the answers on the card."""
    course = await _course(admin, asker, turn)
    if course.update == admin.update_id:
        return await _again(admin, course)
    if number >= len(course.options):
        raise ButtonStale
    option = course.options[number]
    return await _answered_by_tap(admin, course, option[1:], stays=option[0] == STAYS)


async def write(admin: Admin, asker: int, turn: int) -> Answer:
    """The answer is to be typed."""
    course = await _course(admin, asker, turn)
    asking = await _asking(admin, course)
    step = _step(asking, course)
    question = await _keep(admin, replace(course, asked=True), waits=True)
    return Answer(field=_field(asking, step, question))


async def page(admin: Admin, asker: int, turn: int, offset: int) -> Answer:
    """More of what there is to choose from."""
    course = await _course(admin, asker, turn)
    return await _again(admin, course, offset)


async def back(admin: Admin, asker: int, turn: int) -> Answer:
    """The question before, without its answer."""
    course = await _course(admin, asker, turn)
    if course.update == admin.update_id:
        return await _again(admin, course)
    asking = await _asking(admin, course)
    wizard = WIZARDS[course.wizard]
    step = wizard.before(asking, course.step)
    if step is None:
        raise ButtonStale
    return await _ask(admin, course, wizard.up_to(asking, step.name), step)


async def stop(admin: Admin, asker: int, turn: int) -> Answer:
    """Nothing of it is kept."""
    await _course(admin, asker, turn)
    await admin.rooms.people.keep_admin_draft(admin.telegram_id, OVER, waits=False)
    text = admin.say("wizard-stopped", by=admin.name)
    return Answer(admin.plain("admin-done-discard"), card=Card(text))


# ---------------------------------------------------------------------------------------------------------- typed


async def typed(admin: Admin, draft: Draft, text: str) -> Card | None:
    """What was typed for the step that is asked; None when nothing is to be typed now: people talk."""
    course, answered = await _newest(admin, admin.telegram_id), kept(draft)
    if course is None or answered is None:
        return None
    if course.update == admin.update_id:
        return (await _again(admin, course)).card
    if not course.step:
        return None
    if answered.turn != course.turn:
        return (await _again(admin, course)).card
    if not course.asked:
        return None
    asking = await _asking(admin, course)
    step = _step(asking, course)
    try:
        value = step.read(asking, text).strip()
        answer = await _answered(admin, course, asking, step, value)
    except Unfit as unfit:
        return _field(asking, step, await _keep(admin, course, waits=True), str(unfit))
    return answer.card and replace(answer.card, field=answer.field)


# ---------------------------------------------------------------------------------------------------------- steps


async def _answered_by_tap(admin: Admin, course: Course, value: str, *, stays: bool) -> Answer:
    asking = await _asking(admin, course)
    step = _step(asking, course)
    if stays:
        asking = asking.answered(step.name, value)
        card, _ = await _show(admin, course, asking, step, step.options(asking))
        return Answer(card=card)
    try:
        return await _answered(admin, course, asking, step, value)
    except Unfit as unfit:
        return Answer(short(str(unfit), TOAST), alert=True)


async def _answered(admin: Admin, course: Course, asking: Asking, step: Step, value: str) -> Answer:
    """Judge the answer, keep it, ask on. Raises Unfit."""
    wizard = WIZARDS[course.wizard]
    asking = asking.answered(step.name, value)
    step.check(asking, value)
    judge_start(asking, judge(wizard, asking))
    if step.name == "service":
        asking = replace(asking, before=await _before(admin, value))
    return await _ask_from(admin, course, asking, step.name)


async def _ask_from(admin: Admin, course: Course, asking: Asking, name: str) -> Answer:
    """The question behind that step; behind the last one what it would all do."""
    step = WIZARDS[course.wizard].after(asking, name)
    if step is None:
        return await _preview(admin, course, asking)
    return await _ask(admin, course, asking, step)


async def _ask(admin: Admin, course: Course, asking: Asking, step: Step) -> Answer:
    """The card with the next question. Where nothing can be chosen, the field for the answer opens at once."""
    options = step.options(asking)
    if not options and not step.hint:
        return Answer(admin.plain("toast-wizard-no-service"), alert=True)
    course = replace(course, step=step.name, turn=admin.update_id or 0, asked=not options)
    card, question = await _show(admin, course, asking, step, options, sent=True)
    return Answer(card=card, field=None if options else _field(asking, step, question))


async def _show(
    admin: Admin,
    course: Course,
    asking: Asking,
    step: Step,
    options: Sequence[Option],
    offset: int = 0,
    *,
    sent: bool = False,
) -> tuple[Card, AdminQuestion]:
    """The card of a step; what its buttons stand for is kept, with the question that it is. `sent`: a message follows
    that is to be answered."""
    course = replace(
        course,
        update=admin.update_id or 0,
        options=tuple(f"{STAYS if option.stays else LEAVES}{option.value}" for option in options),
        answers=asking.answers,
    )
    return _card(asking, course, step, options, offset), await _keep(
        admin, course, waits=sent and course.asked
    )


async def _again(admin: Admin, course: Course, offset: int = 0) -> Answer:
    """The same question once more."""
    asking = await _asking(admin, course)
    if not course.step:
        return await _preview(admin, course, asking)
    step = _step(asking, course)
    card, _ = await _show(admin, course, asking, step, step.options(asking), offset)
    return Answer(card=card)


async def _preview(admin: Admin, course: Course, asking: Asking) -> Answer:
    """What it would do, or what is against it; the way back stays open."""
    wizard, update = WIZARDS[course.wizard], admin.update_id or 0
    document = json.dumps(wizard.document(asking))
    came_to = await admin.rooms.imports.compose(document, wizard.title(asking), uploader(admin))
    course = replace(
        course, step="", turn=update, update=update, asked=False, options=(), answers=asking.answers
    )
    await _keep(admin, course, waits=False)
    if isinstance(came_to, Preview) and not came_to.changed:
        told, shown = lines(*wizard.told(asking)), preview_card(admin, came_to, NAMED)
    else:
        told, shown = None, preview_card(admin, came_to)
    row = [_button(admin, "admin-button-back", "a-wizard-back", course)]
    if not shown.rows:  # nothing that could be discarded
        row.append(_button(admin, "admin-button-wizard-stop", "a-wizard-stop", course))
    return Answer(card=replace(shown, text=paragraphs(told, shown.text), rows=[*shown.rows, row]))


# ---------------------------------------------------------------------------------------------------------- cards

STAYS, LEAVES = "+", "="
"""In front of the answers that a draft keeps: whether the same is asked again."""


def _card(asking: Asking, course: Course, step: Step, options: Sequence[Option], offset: int = 0) -> Card:
    admin, wizard = asking.admin, WIZARDS[course.wizard]
    text = paragraphs(
        lines(admin.say(wizard.head, by=course.name), *wizard.told(asking)),
        step.ask(asking),
    )
    start = offset if offset < len(options) else 0
    shown = [
        Button(
            option.label,
            pack("a-wizard-pick", admin.telegram_id, course.turn, number),
            style="primary" if option.proposed else "",
        )
        for number, option in enumerate(options)
    ][start : start + PAGE]
    rows = [shown[at : at + step.columns] for at in range(0, len(shown), step.columns)]
    return Card(text, [*rows, *_pages(admin, course, start, len(options)), *_last(asking, course, step)])


def _pages(admin: Admin, course: Course, start: int, total: int) -> list[list[Button]]:
    row = []
    if start:
        row.append(_button(admin, "admin-button-earlier", "a-wizard-page", course, max(start - PAGE, 0)))
    if start + PAGE < total:
        row.append(_button(admin, "admin-button-later", "a-wizard-page", course, start + PAGE))
    return [row] if row else []


def _last(asking: Asking, course: Course, step: Step) -> list[list[Button]]:
    """Typing, the way back, the way out."""
    admin = asking.admin
    typing = [[_button(admin, "admin-button-wizard-write", "a-wizard-write", course)]] if step.hint else []
    row = [_button(admin, "admin-button-wizard-stop", "a-wizard-stop", course)]
    if WIZARDS[course.wizard].before(asking, step.name):
        row.insert(0, _button(admin, "admin-button-back", "a-wizard-back", course))
    return [*typing, row]


def _button(admin: Admin, key: str, verb: str, course: Course, *args: int) -> Button:
    return Button(admin.plain(key), pack(verb, admin.telegram_id, course.turn, *args))


def _field(asking: Asking, step: Step, question: AdminQuestion, why: str = "") -> Card:
    """A message that is answered by typing; after an answer that cannot be, why."""
    admin = asking.admin
    asked = lines(
        step.ask(asking),
        admin.say("wizard-write", admin=mention(admin.name, admin.telegram_id)),
        admin.say(step.hint) if step.hint else None,
    )
    said = admin.say("refusal-card", text=why) if why else None
    return Card(paragraphs(said, asked), ask=admin.plain("label-wizard-field"), question=question)


# ---------------------------------------------------------------------------------------------------------- drafts


async def _course(admin: Admin, asker: int, turn: int) -> Course:
    """What that admin is asked on this card. Raises AskedOfAnother; ButtonStale when it is something else by now."""
    course = await _newest(admin, asker)
    if course is None:
        raise ButtonStale
    repeated = asker == admin.telegram_id and course.update == admin.update_id
    if course.turn != turn and not repeated:
        raise ButtonStale
    if asker != admin.telegram_id:
        raise AskedOfAnother(name=course.name)
    return course


async def _newest(admin: Admin, asker: int) -> Course | None:
    """How far that admin has come in the wizard that they began last; None when it is over."""
    drafts = await admin.rooms.people.admin_drafts(asker)
    return kept(next((draft for draft in drafts if draft.kind == KIND), None))


async def _keep(admin: Admin, course: Course, *, waits: bool) -> AdminQuestion:
    return await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft_of(course), waits=waits)


async def _asking(admin: Admin, course: Course) -> Asking:
    """Raises NoAccount, and ServiceUnknown when the chosen one is gone."""
    known = await admin.rooms.imports.known()
    if known.timezone is None:
        raise NoAccount
    code = course.answers.get("service")
    if code is None:
        return Asking(admin, known, course.answers)
    if code not in known.services:
        raise ServiceUnknown
    return Asking(admin, known, course.answers, await _before(admin, code))


async def _before(admin: Admin, code: str) -> Sequence[EventCard]:
    """The next events of the service; without any the last of those that are over."""
    views = admin.rooms.views
    service = await views.service_by_code(code)
    if service is None:
        return ()
    coming = (await views.events(service.id, 0, EARLIER)).items
    if coming:
        return coming
    over = (await views.past_events(0, EARLIER)).items
    return [event for event in reversed(over) if event.service_id == service.id]


def _step(asking: Asking, course: Course) -> Step:
    """Raises ButtonStale where everything is answered, or the account has other questions by now."""
    step = WIZARDS[course.wizard].step(asking, course.step)
    if step is None:
        raise ButtonStale
    return step


__all__ = ["KIND", "back", "page", "pick", "start", "stop", "typed", "write"]
