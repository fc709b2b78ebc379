"""One event as admins see it: its seats, its line, its mode, why automation stands still, and what can be done."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from engine.settings import Mode
from engine.views import EntryCard, EventCard, HoldCard, OutOfTurn, Views
from handlers.admin.found import event as find
from handlers.admin.layout import head, is_open, label, lines
from handlers.admin.out_of_turn import because, passed_over
from handlers.admin.queue import names_in
from handlers.callbacks import pack
from handlers.door import Button, Card, Html, Texts

HOLDS_SHOWN = 5
NEXT_SHOWN = 3

MODES: dict[Mode, str] = {
    Mode.MANUAL: "admin-mode-manual",
    Mode.LEGACY: "admin-mode-legacy",
    Mode.OFFER: "admin-mode-offer",
    Mode.SPLITTER: "admin-mode-splitter",
}

STATES = {"closed": "admin-event-state-closed", "cancelled": "admin-event-state-cancelled"}

HALTED: dict[str, str] = {
    "closed": "admin-halted-closed",
    "started": "admin-halted-started",
    "frozen": "admin-halted-frozen",
    "switch_off": "admin-halted-switch-off",
    "tier": "admin-halted-tier",
    "manual": "admin-halted-manual",
    "splitter": "admin-halted-splitter",
}


def why_halted(texts: Texts, reason: str) -> Html:
    """One sentence; a reason nobody has words for yet is named as it is."""
    key = HALTED.get(reason)
    return texts.say(key) if key else texts.say("admin-halted-other", reason=reason)


async def show(views: Views, texts: Texts, event_id: int) -> Card:
    """The manage card as things stand. Raises EventUnknown."""
    return await show_event(views, texts, await find(views, event_id))


async def show_event(views: Views, texts: Texts, event: EventCard) -> Card:
    """The manage card of an event that was read just now."""
    holds = await views.holds(event.id)
    queue = await views.in_turn(event.id, NEXT_SHOWN) if event.waiting or event.reserve else ()
    out = await passed_over(views, event)
    rows = _rows(texts, event, holds)
    month = await views.month_with_losses(event.id)
    return Card(_text(texts, event, holds, queue, out), [*(_repair(texts, month) if month else []), *rows])


def _repair(texts: Texts, period_id: int) -> list[list[Button]]:
    """The way to another place for those who have lost theirs here."""
    return [[Button(texts.plain("admin-button-repair"), pack("a-repair", period_id))]]


def _text(
    texts: Texts, event: EventCard, holds: Sequence[HoldCard], queue: Sequence[EntryCard], out: OutOfTurn
) -> Html:
    takes_place = event.status != "cancelled"
    return lines(
        head(texts, event, "admin-event-head"),
        texts.say("admin-event-where", location=event.location) if event.location else None,
        texts.say(STATES[event.status]) if event.status in STATES else None,
        texts.say("admin-event-seats", booked=event.booked, capacity=event.capacity),
        *(_seats(texts, event) if takes_place else ()),
        texts.say("admin-capacity-draining", wanted=event.drain_to) if event.drain_to else None,
        texts.say("admin-event-waiting", waiting=event.in_line),
        texts.say("admin-event-visiting", count=event.visiting) if event.visiting else None,
        texts.say("admin-event-reserve", reserve=event.reserve) if event.reserve else None,
        texts.say("admin-event-requests", count=event.requests) if event.requests else None,
        texts.say("admin-event-next", names=names_in(texts, queue, NEXT_SHOWN)) if queue else None,
        texts.say("admin-event-lottery") if queue and event.settings.offer.order == "lottery" else None,
        _kept_for_line(texts, event),
        texts.say("admin-event-out-of-turn", count=event.public) if out.anybody else None,
        *because(texts, out),
        *_hold_lines(texts, holds),
        texts.say("admin-event-mode", mode=texts.plain(MODES[event.mode])),
        why_halted(texts, event.halted) if event.halted and takes_place else None,
        texts.say("admin-event-split") if event.split_id is not None else None,
    )


def _seats(texts: Texts, event: EventCard) -> Sequence[Html | None]:
    """What becomes of those that nobody has booked; and how many people it takes."""
    return (
        texts.say("admin-event-kept", offered=event.offered, held=event.held, free=event.free),
        texts.say("admin-event-minimum", minimum=event.minimum) if event.booked < event.minimum else None,
    )


def _kept_for_line(texts: Texts, event: EventCard) -> Html | None:
    kept = event.free - event.public
    return texts.say("admin-event-for-line", kept=kept) if kept > 0 else None


def _alike(holds: Sequence[HoldCard]) -> list[list[HoldCard]]:
    """Holds that read the same, together."""
    found: dict[tuple[str, str], list[HoldCard]] = {}
    for hold in holds:
        found.setdefault((hold.by_name, hold.reason), []).append(hold)
    return list(found.values())


def _hold_lines(texts: Texts, holds: Sequence[HoldCard]) -> list[Html]:
    alike = _alike(holds)
    shown = [_hold_line(texts, same[0], sum(hold.seats for hold in same)) for same in alike[:HOLDS_SHOWN]]
    more = len(alike) - len(shown)
    return [*shown, texts.say("admin-event-more-holds", count=more)] if more else shown


def _hold_line(texts: Texts, hold: HoldCard, seats: int) -> Html:
    if not hold.reason:
        return texts.say("admin-hold-line", seats=seats, by=hold.by_name)
    return texts.say("admin-hold-line-reason", seats=seats, by=hold.by_name, reason=hold.reason)


def _rows(texts: Texts, event: EventCard, holds: Sequence[HoldCard]) -> list[list[Button]]:
    def button(key: str, verb: str, *args: int) -> Button:
        return Button(texts.plain(key), pack(verb, event.id, *args))

    lists = [
        button("admin-button-bookings", "a-bookings", 0),
        button("admin-button-line", "a-line", 0),
        button("admin-button-offers", "a-offers", 0),
    ]
    asked = [_requests(texts, event)] if event.requests else []
    seats = [button("admin-button-hold", "a-hold", event.held)] if is_open(event) and event.free else []
    if is_open(event) and event.free > event.public:
        seats.append(button("admin-button-publish", "a-publish-ask"))
    freeze = (
        ("admin-button-unfreeze", "a-unfreeze") if event.frozen else ("admin-button-freeze", "a-freeze-ask")
    )
    rows = [lists, asked, seats, *_releases(texts, holds)]
    if is_open(event):
        rows += [[button("admin-button-automation", "a-auto")], [button(*freeze)]]
    if event.split_id is not None or (event.mode is Mode.SPLITTER and is_open(event)):
        rows.append([button("admin-button-split", "a-split", 0)])
    rows.append([button("admin-button-more", "a-more"), button("admin-button-history", "a-audit", 0, 0, 0)])
    last = [
        button("admin-button-refresh", "a-refresh"),
        Button(texts.plain("admin-button-back"), _way_back(event)),
    ]
    return [row for row in (*rows, last) if row]


def _requests(texts: Texts, event: EventCard) -> Button:
    return Button(texts.plain("admin-button-requests", count=event.requests), pack("a-requests", event.id, 0))


def _way_back(event: EventCard) -> str:
    """To the list, or to the day of a slot."""
    if not event.settings.individual:
        return pack("a-events", 0)
    day = event.starts_at.astimezone(ZoneInfo(event.timezone)).date()
    return pack("a-slots", event.service_id, day.toordinal(), 0)


def _releases(texts: Texts, holds: Sequence[HoldCard]) -> list[list[Button]]:
    """A button for each line; of holds that read the same, one after the other."""
    return [
        [
            Button(
                label(texts, "admin-button-release", seats=hold.seats, by=hold.by_name),
                pack("a-release", hold.event_id, hold.id),
            )
        ]
        for hold, *_ in _alike(holds)[:HOLDS_SHOWN]
    ]
