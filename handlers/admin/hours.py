"""Opening hours of an individual service: the card, what would come of other hours, and the change.

Times are typed as an answer, or a window goes by a tap; either way nothing is saved before its effect was seen. What is
to be saved waits in the draft of whoever was asked, and a button names it by its number, so that nothing else is saved
than was shown.
"""

import json
import zlib
from collections.abc import Sequence

from engine.ports import Draft, Refit
from engine.refusals import ButtonStale, HoursUnchanged, ServiceUnknown
from engine.state import Opening, TimeWindow
from engine.views import IndividualCard
from handlers.admin.hours_typed import check_fits, ordered, read_hours, read_minutes, written
from handlers.admin.layout import back, label, lines, mention
from handlers.admin.reasons import OTHER_HOURS, buttons, with_reason
from handlers.admin.slots import day_buttons, taken_by
from handlers.callbacks import pack
from handlers.door import Admin, Answer, Button, Card, Html
from handlers.keyboards import paragraphs

KIND = "hours"
WEEKDAYS = range(7)
WORKDAYS, EVERY_DAY, MINUTES = 7, 8, 9
"""What a button changes beside one weekday; the numbers stand in old messages."""

DAYS_OF = {**{day: (day,) for day in WEEKDAYS}, WORKDAYS: tuple(range(5)), EVERY_DAY: tuple(WEEKDAYS)}
ALL = 0
STAYING = 6


# ---------------------------------------------------------------------------------------------------------- cards


async def individual(admin: Admin, service_id: int, page: int) -> Answer:
    """The card of an individual service: its hours, and the days to come."""
    return Answer(card=await card(admin, service_id, page))


async def card(admin: Admin, service_id: int, page: int = 0) -> Card:
    """The same, as a card."""
    service = await find(admin, service_id)
    days = await day_buttons(admin, service, page)
    text = paragraphs(
        admin.say("hours-head", service=admin.texts.name(service.names)),
        _week(admin, service.opening),
        admin.say("hours-minutes", minutes=service.opening.minutes),
        admin.say("hours-days") if days else admin.say("hours-no-days"),
    )
    more = [
        Button(admin.plain("admin-button-hours"), pack("a-hours", service_id)),
        Button(admin.plain("admin-button-automation"), pack("a-service", service_id)),
    ]
    return Card(text, [*days, more, back(admin, "a-events", 0)])


def _week(admin: Admin, opening: Opening) -> Html:
    said = [
        admin.say("hours-line", day=admin.texts.weekday(day), times=_times(admin, opening, day))
        for day in WEEKDAYS
    ]
    return lines(*said)


def _times(admin: Admin, opening: Opening, day: int) -> str:
    return ", ".join(map(written, windows_of(opening, day))) or admin.plain("label-hours-closed")


def windows_of(opening: Opening, day: int) -> list[tuple[int, int]]:
    """From and until, by start."""
    return sorted((window.start, window.end) for window in opening.hours if window.weekday == day)


async def hours(admin: Admin, service_id: int) -> Answer:
    """What of the hours is to be changed?"""
    service = await find(admin, service_id)

    def button(words: str, which: int) -> Button:
        return Button(words, pack("a-hours-day", service_id, which))

    days = [button(admin.texts.weekday(day), day) for day in WEEKDAYS]
    several = [
        button(admin.plain("label-hours-workdays"), WORKDAYS),
        button(admin.plain("label-hours-every-day"), EVERY_DAY),
    ]
    length = Button(admin.plain("admin-button-hours-minutes"), pack("a-hours-ask", service_id, MINUTES))
    text = paragraphs(
        admin.say("hours-head", service=admin.texts.name(service.names)),
        _week(admin, service.opening),
        admin.say("hours-minutes", minutes=service.opening.minutes),
        admin.say("hours-choose"),
    )
    rows = [
        days[:2],
        days[2:4],
        days[4:6],
        days[6:],
        several,
        [length],
        back(admin, "a-individual", service_id, 0),
    ]
    return Answer(card=Card(text, rows))


async def hours_day(admin: Admin, service_id: int, which: int) -> Answer:
    """One weekday, or several: other times, or some of them no more."""
    service = await find(admin, service_id)
    days = _days(which)
    there = windows_of(service.opening, days[0]) if len(days) == 1 else []
    rows = [[Button(admin.plain("admin-button-hours-type"), pack("a-hours-ask", service_id, which))]]
    rows += [
        [
            Button(
                label(admin.texts, "admin-button-hours-drop", times=written(window)),
                pack("a-hours-drop", service_id, which, at),
            )
        ]
        for at, window in enumerate(there, 1)
        if len(there) > 1
    ]
    if any(window.weekday in days for window in service.opening.hours):
        rows.append(
            [Button(admin.plain("admin-button-hours-close"), pack("a-hours-drop", service_id, which, ALL))]
        )
    text = paragraphs(
        admin.say("hours-head", service=admin.texts.name(service.names)),
        lines(
            *(
                admin.say(
                    "hours-line", day=admin.texts.weekday(day), times=_times(admin, service.opening, day)
                )
                for day in days
            )
        ),
    )
    return Answer(card=Card(text, [*rows, back(admin, "a-hours", service_id)]))


# ---------------------------------------------------------------------------------------------- asking, saving


async def hours_ask(admin: Admin, service_id: int, which: int) -> Answer:
    """Asks for times, or for how long a slot takes; the answer is typed."""
    service = await find(admin, service_id)
    if which != MINUTES:
        _days(which)
    draft = Draft(KIND, {"service": service_id, "which": which})
    question = await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft)
    who = mention(admin.name, admin.telegram_id)
    head = admin.say("hours-head", service=admin.texts.name(service.names))
    if which == MINUTES:
        text = lines(head, admin.say("hours-ask-minutes", admin=who))
        field = admin.plain("admin-button-minutes-field")
        return Answer(further=Card(text, ask=field, question=question))
    text = lines(head, admin.say("hours-ask-times", admin=who, day=_named(admin, which)))
    return Answer(further=Card(text, ask=admin.plain("admin-button-times-field"), question=question))


async def hours_typed(admin: Admin, draft: Draft, text: str) -> Card:
    """What was typed, and what it would come to. Raises what the reading of it does."""
    service = await find(admin, _number(draft.data.get("service")))
    which = _number(draft.data.get("which"))
    if which == MINUTES:
        opening = Opening(read_minutes(text), service.opening.hours)
        check_fits([(window.start, window.end) for window in opening.hours], opening.minutes)
        return await _preview(admin, service, which, opening)
    add = text.lstrip().startswith("+")
    new = read_hours(text)
    check_fits(new, service.opening.minutes)
    windows = [window for window in service.opening.hours if add or window.weekday not in _days(which)]
    windows += [TimeWindow(day, start, end) for day in _days(which) for start, end in new]
    return await _preview(admin, service, which, _ordered(service.opening.minutes, windows))


async def hours_drop(admin: Admin, service_id: int, which: int, window: int) -> Answer:
    """Some times no more: what would that come to? `window` counts from one; 0 is all of them."""
    service = await find(admin, service_id)
    days = _days(which)
    gone = [each for each in service.opening.hours if each.weekday in days]
    if window != ALL:
        there = windows_of(service.opening, days[0])
        if window > len(there):
            raise ButtonStale
        gone = [TimeWindow(days[0], *there[window - 1])]
    left = [each for each in service.opening.hours if each not in gone]
    return Answer(card=await _preview(admin, service, which, Opening(service.opening.minutes, tuple(left))))


def _ordered(minutes: int, windows: Sequence[TimeWindow]) -> Opening:
    """By weekday and start. Raises HoursOverlap."""
    found = []
    for day in WEEKDAYS:
        of_day = ordered([(window.start, window.end) for window in windows if window.weekday == day])
        found += [TimeWindow(day, start, end) for start, end in of_day]
    return Opening(minutes, tuple(found))


async def _preview(admin: Admin, service: IndividualCard, which: int, opening: Opening) -> Card:
    """What was and would be; how many slots open and close, and who stays; then why?"""
    if opening == service.opening:
        raise HoursUnchanged
    foreseen = await admin.rooms.calendar.foresee_hours(service.id, opening)
    draft = Draft(
        KIND,
        {
            "service": service.id,
            "which": which,
            "known": _packed(service.opening),
            "wanted": _packed(opening),
        },
    )
    await admin.rooms.people.keep_admin_draft(admin.telegram_id, draft, waits=False)
    text = paragraphs(
        admin.say("hours-head", service=admin.texts.name(service.names)),
        _differences(admin, service.opening, opening),
        await effect(admin, foreseen),
        admin.say("admin-ask-reason"),
    )
    args = [service.id, admin.telegram_id, _check(draft)]
    choices = buttons(admin.texts, "admin-button-hours-because", "a-hours-save", args, OTHER_HOURS)
    return Card(text, [*choices, back(admin, "a-hours", service.id)])


def _differences(admin: Admin, before: Opening, after: Opening) -> Html:
    changed = [day for day in WEEKDAYS if windows_of(before, day) != windows_of(after, day)]
    return lines(
        *(
            admin.say(
                "hours-change",
                day=admin.texts.weekday(day),
                before=_times(admin, before, day),
                after=_times(admin, after, day),
            )
            for day in changed
        ),
        admin.say("hours-change-minutes", minutes=after.minutes) if before.minutes != after.minutes else None,
    )


async def effect(admin: Admin, refit: Refit) -> Html:
    """How many slots open and close, and which stay although they are outside the hours."""
    stays = [await taken_by(admin, event_id) for event_id in refit.stay[:STAYING]]
    more = len(refit.stay) - len(stays)
    return lines(
        admin.say("hours-effect", opened=refit.opened, closed=refit.closed),
        admin.say("hours-stay", count=len(refit.stay)) if stays else None,
        *stays,
        admin.say("hours-stay-more", count=more) if more else None,
    )


async def hours_save(admin: Admin, service_id: int, asker: int, answer: int, reason: int) -> Answer:
    """The change itself. Raises ButtonStale when something else was asked about since."""
    tap = with_reason(admin, reason)
    draft = await _asked(admin, service_id, asker, answer)
    known, wanted = _unpacked(draft.data["known"]), _unpacked(draft.data["wanted"])
    done = await admin.rooms.calendar.set_hours(service_id, known, wanted, tap.actor, tap.reason)
    toast = admin.plain("admin-done-hours", opened=done.opened, closed=done.closed)
    saved = await card(admin, service_id)
    if done.stay:
        saved = Card(paragraphs(await effect(admin, done), saved.text), saved.rows)
    return Answer(toast, card=saved)


# ------------------------------------------------------------------------------------------------------- drafts


async def _asked(admin: Admin, service_id: int, asker: int, answer: int) -> Draft:
    """The hours that this button stands for. Raises ButtonStale when they were forgotten since."""
    for draft in await admin.rooms.people.admin_drafts(asker):
        here = draft.kind == KIND and draft.data.get("service") == service_id
        if here and "wanted" in draft.data and _check(draft) == answer:
            return draft
    raise ButtonStale


def _packed(opening: Opening) -> list[str]:
    windows = (f"{w.weekday}:{w.start}:{w.end}" for w in opening.hours)
    return [str(opening.minutes), *windows]


def _unpacked(kept: object) -> Opening:
    assert isinstance(kept, list)
    minutes, *windows = map(str, kept)
    return Opening(int(minutes), tuple(TimeWindow(*map(int, window.split(":"))) for window in windows))


def _check(draft: Draft) -> int:
    """Tells one question from the next, in few digits."""
    said = json.dumps([draft.data["known"], draft.data["wanted"]])
    return zlib.crc32(said.encode()) % 9999 + 1


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _days(which: int) -> tuple[int, ...]:
    if which not in DAYS_OF:
        raise ButtonStale
    return DAYS_OF[which]


def _named(admin: Admin, which: int) -> str:
    if which == WORKDAYS:
        return admin.plain("label-hours-workdays")
    return admin.plain("label-hours-every-day") if which == EVERY_DAY else admin.texts.weekday(which)


async def find(admin: Admin, service_id: int) -> IndividualCard:
    """Raises ServiceUnknown."""
    service = await admin.rooms.views.individual(service_id)
    if service is None:
        raise ServiceUnknown
    return service
