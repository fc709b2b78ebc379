"""What is said about a place in line: before joining, while waiting, before leaving or pausing."""

from datetime import datetime

from engine.settings import Mode
from engine.views import PAUSE_CHOICES, EntryCard, EventCard, Turn
from handlers.door import Button, Card, Html, Texts
from handlers.event_lines import event_lines
from handlers.keyboards import Rows, back, button, lines, named, paragraphs, titled
from handlers.windows import CHOICES, key_of

WORKING = (None, "manual", "splitter")  # reasons for a stop that are the mode itself
OVER = ("closed", "started")  # those for which nobody can get in any more


def entry_line(texts: Texts, event: EventCard, entry: EntryCard) -> Html:
    """The true place, and what happens next."""
    return lines(
        texts.say("entry-place", position=entry.position),
        texts.say("party-seats", seats=entry.seats) if entry.seats > 1 else None,
        free_line(texts, event, entry),
        next_step(texts, event, entry),
    )


def free_line(texts: Texts, event: EventCard, entry: EntryCard) -> Html | None:
    """Why the reader still waits although the seats would do: they let those go, or an admin has opened them to
    everybody."""
    if event.halted in OVER or event.public < entry.seats or not event.settings.self_service:
        return None
    return texts.say("entry-free", free=event.public)


def reserve_line(texts: Texts, entry: EntryCard) -> Html:
    """The place on the service's list, and the times it is for."""
    times = texts.plain(key_of(entry.windows))
    return texts.say("reserve-place", position=entry.position, times=times)


def next_step(texts: Texts, event: EventCard, entry: EntryCard) -> Html:
    """What the reader can expect, by the state of the place and the event's mode."""
    if entry.status == "paused":
        return paused_line(texts, entry, event.timezone)
    return turn_line(texts, event.turn(auto=entry.auto_confirm))


def paused_line(texts: Texts, entry: EntryCard, zone: str) -> Html:
    """That nothing is offered now, and until when."""
    if entry.paused_until is None:
        return texts.say("entry-paused-open")
    return texts.say("entry-paused-until", until=texts.when(entry.paused_until, zone))


def turn_line(texts: Texts, turn: Turn) -> Html:
    """What happens when a seat comes free and it is the reader's turn."""
    if turn.halted not in WORKING or turn.mode is Mode.MANUAL:
        return texts.say("next-manual")
    if turn.mode is Mode.LEGACY or (turn.mode is Mode.OFFER and turn.auto):
        grace = turn.grace
        return (
            texts.say("next-booked-grace", length=texts.length(grace)) if grace else texts.say("next-booked")
        )
    return texts.say("next-offer" if turn.mode is Mode.OFFER else "next-splitter")


def ahead(texts: Texts, event: EventCard) -> Html:
    """How many are ahead, and the place one would get: also behind whoever is asked to come from another date."""
    return texts.say("join-ahead", waiting=event.waiting, position=event.waiting + 1)


def join_question(texts: Texts, event: EventCard, *, auto: bool, several: bool, anywhere: bool) -> Card:
    """How many wait, the place one would get, and what happens then, before anybody joins."""
    text = paragraphs(
        texts.say("join-ask", **titled(texts, event)),
        ahead(texts, event),
        turn_line(texts, event.turn(auto=auto)),
    )
    return Card(text, [*_join_rows(texts, event, auto, several, anywhere), back(texts, "event", event.id)])


def _join_rows(texts: Texts, event: EventCard, auto: bool, several: bool, anywhere: bool) -> Rows:
    rows = [[button(texts, "button-confirm", "join-confirm", event.id, int(auto), style="primary")]]
    if event.mode is Mode.OFFER:
        key = "button-auto-off" if auto else "button-auto-on"
        rows.append([button(texts, key, "join", event.id, int(not auto))])
    if anywhere and event.mode is Mode.OFFER:
        rows.append([button(texts, "button-anywhere", "anywhere", event.id)])
    if several:
        rows.append([button(texts, "button-several-wait", "several", event.id)])
    return rows


def anywhere_question(texts: Texts, event: EventCard) -> Card:
    """Any date of the service: at which times?"""
    choices = [
        [button(texts, key, "anywhere-confirm", event.id, index)] for index, (key, _) in enumerate(CHOICES)
    ]
    text = texts.say("anywhere-ask", event=texts.name(event.names))
    return Card(text, [*choices, back(texts, "join", event.id, 0)])


def leave_question(texts: Texts, event_id: int, entry: EntryCard) -> Card:
    """What giving the place up means."""
    confirm = button(texts, "button-confirm", "leave-confirm", event_id, entry.id, style="danger")
    text = texts.say("leave-ask", event=entry_name(texts, entry), position=entry.position)
    return Card(text, [[confirm], _back_to(texts, entry)])


def pause_question(texts: Texts, event_id: int, entry: EntryCard, now: datetime) -> Card:
    """How long? Only lengths that end before the event starts."""
    starts_at = entry.event.starts_at if entry.event else None
    choices = [
        [named(texts.length(length), "pause-for", event_id, entry.id, index)]
        for index, length in enumerate(PAUSE_CHOICES)
        if starts_at is None or now + length < starts_at
    ]
    open_end = button(texts, "button-pause-open", "pause-for", event_id, entry.id, len(PAUSE_CHOICES))
    text = texts.say("pause-ask", event=entry_name(texts, entry), position=entry.position)
    return Card(text, [*choices, [open_end], _back_to(texts, entry)])


def reserve_card(texts: Texts, entry: EntryCard, event_id: int | None, zone: str) -> Card:
    """A place on a service's list; `event_id` is any event of the service, through which it is changed."""
    head = texts.say("reserve-head", event=texts.name(entry.service_names))
    paused = paused_line(texts, entry, zone) if entry.status == "paused" else texts.say("next-offer")
    rows = [] if event_id is None else entry_rows(texts, event_id, entry)
    return Card(paragraphs(head, reserve_line(texts, entry), paused), [*rows, back(texts, "my")])


def entry_card(texts: Texts, event: EventCard, entry: EntryCard, key: str) -> Card:
    """How a place in line stands now; `key` says what has just happened."""
    if entry.event is None:
        head, place = (
            texts.say("reserve-head", event=texts.name(entry.service_names)),
            reserve_line(texts, entry),
        )
        after = (
            paused_line(texts, entry, event.timezone) if entry.status == "paused" else texts.say("next-offer")
        )
        text = paragraphs(texts.say(key), lines(head, place), after)
    else:
        text = paragraphs(texts.say(key), event_lines(texts, event), entry_line(texts, event, entry))
    return Card(text, [*entry_rows(texts, event.id, entry), [button(texts, "button-my", "my")]])


def entry_rows(texts: Texts, event_id: int, entry: EntryCard) -> Rows:
    """Pause or resume, and leave."""
    key, verb = ("button-resume", "resume") if entry.status == "paused" else ("button-pause", "pause")
    leave = button(texts, "button-leave", "leave", event_id, entry.id)
    return [[button(texts, key, verb, event_id, entry.id), leave]]


def entry_name(texts: Texts, entry: EntryCard) -> str:
    """What the place is for."""
    return texts.name(entry.event.names if entry.event else entry.service_names)


def _back_to(texts: Texts, entry: EntryCard) -> list[Button]:
    return back(texts, "event", entry.event.id) if entry.event else back(texts, "entry", entry.id)
