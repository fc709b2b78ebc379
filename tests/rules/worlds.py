"""Any event at any moment: settings, rows, and what somebody may want of it. A world need not have a history that leads
to it; it only keeps what every commit keeps (`laws.check_state`), so what is decided in it holds whatever came before.

Made from one seed, evenly, as Hypothesis would lean towards the empty and the simple; each list names the common thing
more often."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time, timedelta
from random import Random
from typing import Any, Literal, TypeVar

from engine.month import month_after, month_of
from engine.ports import Work
from engine.rules.configuring import Change, OpenOffers
from engine.services import booking as bookings
from engine.services import by_hand, capacity, configuring, dates, offers, seats, waitlist
from engine.services.who import AdminTap, Tap
from engine.settings import Mode, OfferRules, QuietHours, Settings, Tier, Value, written
from engine.state import Booking, Entry, Event, Hold, Offer, State, TimeWindow, Wishing
from tests.rules.builders import (
    EVENT,
    HOUR,
    INSTANT,
    MINUTE,
    NOW,
    booking,
    entry,
    event,
    offer,
    reserve,
    state,
)

T = TypeVar("T")
DAY = timedelta(days=1)
PEOPLE = range(1, 7)
MORNINGS = tuple(TimeWindow(day, 0, 12 * 60) for day in range(7))

# ---------------------------------------------------------------------------------------------------- settings

MODES = [*[Mode.OFFER] * 6, Mode.LEGACY, Mode.LEGACY, Mode.MANUAL, Mode.SPLITTER]
TIERS = [*[Tier.ENTERPRISE] * 7, Tier.STARTER, Tier.BASIC, Tier.PRO]
QUIET = [
    None,
    None,
    QuietHours(time(22), time(8)),
    QuietHours(time(1), time(5)),
    QuietHours(time(12), time(14, 30)),
]


def offer_rules(any_: Random) -> OfferRules:
    return OfferRules(
        validity=any_.choice([None, None, 5 * MINUTE, 2 * HOUR]),
        parallel=any_.choice([1, 0, 3, 1]),
        last_call=any_.choice([2 * HOUR, 2 * HOUR, timedelta(0)]),
        cutoff=any_.choice([*[timedelta(0)] * 3, HOUR, 26 * HOUR]),
        quiet=any_.choice(QUIET),
        auto_confirm=any_.choice([None, None, None, 3 * HOUR]),
        order=any_.choice(["line", "line", "lottery"]),
        seed=any_.choice(["", "moon"]),
        party_fit=any_.choice(["best", "strict"]),
        max_skips=any_.randint(0, 3),
    )


def settings(any_: Random) -> Settings:
    return Settings(
        mode=any_.choice(MODES),
        offer=offer_rules(any_),
        tier=any_.choice(TIERS),
        auto_backfill=any_.random() < 0.9,
        booking_status=any_.choice(["confirmed", "pending"]),
        timezone=any_.choice(["UTC", "Europe/Budapest", "America/New_York"]),
        max_party=3,
    )


# ------------------------------------------------------------------------------------------------------ states

STARTS = [
    *[7 * DAY, 60 * HOUR, 14 * HOUR, 5 * HOUR] * 2,
    26 * HOUR,
    26 * HOUR + INSTANT,
    3 * HOUR,
    3 * HOUR + INSTANT,
    2 * HOUR,
    2 * HOUR - INSTANT,
    HOUR + INSTANT,
    HOUR,
    INSTANT,
    timedelta(0),
    -HOUR,
]
ROLES = [
    *["waiting", "booked"] * 5,
    *["asked", "called", "nothing"] * 2,
    "paused",
    "over",
    "reserve",
    "reserve",
    "reserve asked",
    "reserve paused",
    "both",
    "both asked",
]


@dataclass
class Rows:
    """What is there so far, and which seats are left."""

    of: Event
    under: Settings
    free: list[int]
    bookings: list[Booking] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    holds: list[Hold] = field(default_factory=list)

    def take(self, count: int) -> tuple[int, ...]:
        taken, self.free = tuple(self.free[:count]), self.free[count:]
        return taken


def world(any_: Random) -> State:
    """A state at `NOW`."""
    under, of = settings(any_), an_event(any_)
    rows = Rows(of, under, shuffled(any_, range(1, of.capacity + 1)))
    if any_.randint(0, 4) == 0:
        rows.holds.append(Hold(90, EVENT, rows.take(any_.randint(1, 2)), "why", "Ada"))
    rows.holds = [hold for hold in rows.holds if hold.seats and of.status != "cancelled"]
    for person_id, seq in zip(PEOPLE, shuffled(any_, range(1, 1 + len(PEOPLE))), strict=True):
        _come(any_, rows, person_id, seq)
    made = state(
        of, under, entries=rows.entries, bookings=rows.bookings, offers=rows.offers, holds=rows.holds
    )
    return replace(made, wishers=_wishers(of, under.timezone))


def _wishers(of: Event, zone: str) -> dict[int, tuple[Wishing, ...]]:
    """Some of the people and two others: one of them wishes in another month, and one in both."""
    here = month_of(of.starts_at, zone)
    found = {person_id: (Wishing(person_id, 70, here),) for person_id in PEOPLE[of.capacity % 3 :: 2]}
    elsewhere = {who: Wishing(who, 71, month_after(here, 5)) for who in (17, 18)}
    return {**found, 17: (Wishing(17, 70, here), elsewhere[17]), 18: (elsewhere[18],)}


def shuffled(any_: Random, numbers: Iterable[int]) -> list[int]:
    some = list(numbers)
    any_.shuffle(some)
    return some


def an_event(any_: Random) -> Event:
    capacity = any_.randint(1, 4)
    status = any_.choice([*["open"] * 12, "closed", "cancelled"])
    over, smaller = status == "cancelled", any_.choice([None, None, None, 1, 2])
    return event(
        capacity,
        any_.choice(STARTS),
        status=status,
        frozen=any_.randint(0, 9) == 0,
        released=0 if over else min(capacity, any_.choice([0, 0, 0, 0, 0, 1, 2])),
        drain_to=None if over or smaller is None or smaller >= capacity else smaller,
        announced=any_.choice([0, 0, 0, 1, 2]),
        round=any_.randint(0, 2),
    )


def _come(any_: Random, rows: Rows, person_id: int, seq: int) -> None:
    role, party = any_.choice(ROLES), any_.choice([1, 1, 1, 2, 3])
    if rows.of.status == "cancelled":  # nothing is left of it
        role = {"reserve": "reserve", "reserve paused": "reserve paused"}.get(role, "nothing")
    if role == "booked":
        _book(any_, rows, person_id, party)
    elif role.startswith(("reserve", "both")):
        _reserve(any_, rows, person_id, party, role)
    if role in ("waiting", "asked", "called", "paused", "over") or role.startswith("both"):
        _join(any_, rows, person_id, party, seq, role)


def _book(any_: Random, rows: Rows, person_id: int, party: int) -> None:
    taken = rows.take(party)
    begun = rows.of.starts_at <= NOW
    status = any_.choice(["confirmed", "pending", "cancelled", *(["attended", "no_show"] if begun else [])])
    answer_by = any_.choice([None, None, None, NOW, NOW - INSTANT, NOW + INSTANT, NOW + HOUR])
    asked = status in ("confirmed", "pending") and answer_by is not None
    if not taken:
        return
    if status == "cancelled":
        rows.free += taken
    values: dict[str, Any] = {
        "status": status,
        "names": ("guest",) * (len(taken) - 1),
        "free_cancel_until": any_.choice([None, None, NOW, NOW - INSTANT, NOW + HOUR]),
        "reconfirm_by": answer_by if asked and answer_by and answer_by < rows.of.starts_at else None,
    }
    rows.bookings.append(
        booking(50 + person_id, person_id, *(() if status == "cancelled" else taken), **values)
    )


def _place(any_: Random, status: str) -> dict[str, Any]:
    """What a place in line has on top of who and how many."""
    return {
        "status": status,
        "priority": any_.choice([0, 0, 0, 1, -1]),
        "reachable": any_.randint(0, 9) > 0,
        "skips": any_.randint(0, 3),
        "misses": any_.randint(0, 2),
        "passed": any_.choice([-1, -1, -1, 0, 1, 2]),
        "passed_event": any_.choice([EVENT, EVENT, 0, 99]),
        "paused_until": any_.choice([None, NOW, NOW + INSTANT]) if status == "paused" else None,
    }


def _join(any_: Random, rows: Rows, person_id: int, party: int, seq: int, role: str) -> None:
    asked, called = role == "asked", role == "called"
    taken = rows.take(party) if asked and len(rows.free) >= party else ()
    status = {"paused": "paused", "over": any_.choice(["left", "booked", "closed"])}.get(role, "waiting")
    place = _place(any_, "offered" if taken or called else status)
    auto = any_.randint(0, 7) == 0
    row = entry(10 + person_id, person_id, party, seq=seq, auto_confirm=auto, **place)
    rows.entries.append(row)
    if taken or called:
        rows.offers.append(_offer(any_, rows, 70 + person_id, row, taken, called=called))
    elif role == "over":
        rows.offers.append(_ended(any_, rows, 70 + person_id, row))


def _reserve(any_: Random, rows: Rows, person_id: int, party: int, role: str) -> None:
    taken = rows.take(party) if role.endswith("asked") and len(rows.free) >= party else ()
    place = _place(any_, "offered" if taken else "paused" if role.endswith("paused") else "waiting")
    row = reserve(30 + person_id, person_id, party, windows=any_.choice([(), MORNINGS]), **place)
    rows.entries.append(row)
    if taken:
        rows.offers.append(_offer(any_, rows, 80 + person_id, row, taken, called=False))


def _offer(
    any_: Random, rows: Rows, offer_id: int, row: Entry, taken: tuple[int, ...], *, called: bool
) -> Offer:
    """Open: on its way, or delivered some time ago, perhaps with its time just up."""
    cutoff = rows.under.offer.cutoff if rows.under.mode is Mode.OFFER else timedelta(0)
    closes_at = rows.of.starts_at - any_.choice([cutoff, timedelta(0)])
    ends = {"closes_at": closes_at, "expires_at": closes_at}
    if any_.random() < 0.5:
        length, left = any_.choice([20 * MINUTE, 5 * MINUTE, 2 * HOUR]), any_.choice(LEFTS)
        until = min(NOW + left, closes_at)
        ends |= {"expires_at": until, "delivered_at": until - length}
    return offer(offer_id, row, *taken, event=rows.of, last_call=called, guarded=False, **ends)


LEFTS = [timedelta(0), INSTANT, -INSTANT, 2 * MINUTE, 4 * MINUTE, 20 * MINUTE, HOUR]


def _ended(any_: Random, rows: Rows, offer_id: int, row: Entry) -> Offer:
    status = any_.choice(["expired", "rejected", "withdrawn"])
    ended = {"rejected": "pause", "withdrawn": "taken"}.get(status, "")
    return offer(
        offer_id,
        row,
        event=rows.of,
        status=status,
        decided_at=NOW - HOUR,
        ended=ended,
        last_call=any_.random() < 0.5,
    )


# -------------------------------------------------------------------------------------------------------- wishes

Service = Callable[[Work], Awaitable[Any]]


def pick(rows: Iterable[T], number: int) -> T | None:
    """One of the rows, None when there are none."""
    some: Sequence[T] = list(rows)
    return some[number % len(some)] if some else None


def wish(any_: Random, now: State) -> Service:
    """What anybody, or the clock, may ask: mostly of what is theirs, sometimes of what is not."""
    number = any_.randint(0, 11)
    by_person = [_person_wishes, _person_wishes, _place_wishes, _offer_wishes, _offer_wishes]
    by_admin = [_admin_wishes, _seat_wishes, _hand_wishes, _capacity_wishes, _date_wishes]
    return any_.choice([*by_person, *by_admin, _clock_wishes])(any_, now, number)


def _who(any_: Random, owner: int) -> Tap:
    stranger = any_.choice([None, None, None, None, 1, 2])
    return Tap(owner if stranger is None else stranger)


def _person_wishes(any_: Random, now: State, number: int) -> Service:
    tap, party = Tap(any_.choice([*PEOPLE, 8, 9])), any_.choice([1, 1, 2, 3, 0, 4])
    names, windows = ("guest",) * (party - 1), any_.choice([(), MORNINGS])
    return any_.choice(
        [
            lambda work: bookings.book(work, tap, EVENT, party, names),
            lambda work: waitlist.join(work, tap, EVENT, party, names),
            lambda work: waitlist.join(work, tap, EVENT, party, names, auto_confirm=True),
            lambda work: waitlist.join_reserve(work, tap, EVENT, windows, party),
        ]
    )


def _place_wishes(any_: Random, now: State, number: int) -> Service:
    rows = [*now.line.entries.values(), *now.reserve.entries.values()]
    chosen, booked = pick(rows, number), pick(now.bookings.values(), number)
    if chosen is None or (booked is not None and any_.random() < 0.5):
        booked_id, owner = (booked.id, booked.person_id) if booked else (0, 1)
        tap = _who(any_, owner)
        return lambda work: bookings.cancel(work, tap, EVENT, booked_id)
    tap, length = _who(any_, chosen.person_id), any_.choice([None, MINUTE, 3 * DAY, timedelta(0)])
    return any_.choice(
        [
            lambda work: waitlist.leave(work, tap, EVENT, chosen.id),
            lambda work: waitlist.pause(work, tap, EVENT, chosen.id, length),
            lambda work: waitlist.resume(work, tap, EVENT, chosen.id),
        ]
    )


def _offer_wishes(any_: Random, now: State, number: int) -> Service:
    chosen = pick(now.offers.values(), number)
    offer_id, owner = (chosen.id, chosen.person_id) if chosen else (0, 1)
    tap, said = _who(any_, owner), chosen.expires_at if chosen and any_.random() < 0.7 else NOW
    away = any_.choice([INSTANT, MINUTE, 17 * MINUTE + INSTANT, 5 * HOUR])
    return any_.choice(
        [
            lambda work: offers.accept(work, tap, EVENT, offer_id),
            lambda work: offers.accept(work, tap, EVENT, offer_id),
            lambda work: offers.decline(work, tap, EVENT, offer_id, "keep"),
            lambda work: offers.decline(work, tap, EVENT, offer_id, "leave"),
            lambda work: offers.decline(work, tap, EVENT, offer_id, "pause"),
            lambda work: offers.deliver(work, EVENT, offer_id),
            lambda work: offers.undeliver(work, EVENT, offer_id, said),
            lambda work: offers.extend(work, EVENT, offer_id, NOW - away),
            lambda work: offers.withdraw_undelivered(work, EVENT, offer_id),
            lambda work: offers.remind(work, EVENT, offer_id),
            lambda work: offers.expire(work, EVENT, offer_id),
            lambda work: offers.withdraw_unreachable(work, EVENT, offer_id),
        ]
    )


def _admin(any_: Random) -> AdminTap:
    return AdminTap(900, "Ada", reason=any_.choice(["because", "because", ""]))


def _admin_wishes(any_: Random, now: State, number: int) -> Service:
    tap = _admin(any_)
    place = pick([*now.line.entries.values(), *now.reserve.entries.values()], number)
    booked, asked = pick(now.bookings, number) or 0, pick(now.offers, number) or 0
    place_id, owner = (place.id, place.person_id) if place else (0, 1)
    return any_.choice(
        [
            lambda work: bookings.cancel_for(work, tap, EVENT, booked),
            lambda work: bookings.confirm(work, tap, EVENT, booked),
            lambda work: offers.withdraw(work, tap, EVENT, asked),
            lambda work: waitlist.remove(work, tap, EVENT, place_id),
            lambda work: offers.choose(work, tap, EVENT, place_id, "offer", owner),
            lambda work: offers.choose(work, tap, EVENT, place_id, "promote", owner),
        ]
    )


def _seat_wishes(any_: Random, now: State, number: int) -> Service:
    tap, count = _admin(any_), any_.randint(0, 3)
    change, how = Change(any_.choice([None, *Mode]), _some_rules(any_)), any_.choice(HOW)
    return any_.choice(
        [
            lambda work: seats.hold(work, tap, EVENT, count),
            lambda work: seats.release(work, tap, EVENT, 90 + count // 3),
            lambda work: seats.publish(work, tap, EVENT),
            lambda work: seats.freeze(work, tap, EVENT),
            lambda work: seats.unfreeze(work, tap, EVENT),
            lambda work: configuring.configure_event(work, tap, EVENT, change, how),
        ]
    )


HOW: list[OpenOffers] = ["keep", "withdraw"]


def _some_rules(any_: Random) -> dict[str, Value]:
    rules = list(written(offer_rules(any_)).items())
    return dict(any_.sample(rules, any_.choice([0, 1, 1, len(rules)])))


def _hand_wishes(any_: Random, now: State, number: int) -> Service:
    tap, who, party = _admin(any_), any_.choice([*PEOPLE, 8, 9]), any_.choice([1, 1, 2, 3, 0])
    names, hold = ("guest",) * (party - 1), pick(now.holds, number)
    booked = pick(now.bookings, number) or 0
    mark: Literal["attended", "no_show", "confirmed"] = any_.choice(["attended", "no_show", "confirmed"])
    return any_.choice(
        [
            lambda work: by_hand.book_for(work, tap, EVENT, who, party, names),
            lambda work: by_hand.book_for(work, tap, EVENT, who, party, names, hold or 99),
            lambda work: by_hand.back_to_line(work, tap, EVENT, booked),
            lambda work: by_hand.mark(work, tap, EVENT, booked, mark),
        ]
    )


def _capacity_wishes(any_: Random, now: State, number: int) -> Service:
    tap, size = _admin(any_), any_.randint(0, now.event.capacity + 2)
    return any_.choice(
        [
            lambda work: capacity.resize(work, tap, EVENT, size),
            lambda work: capacity.resize(work, tap, EVENT, size),
            lambda work: capacity.drain(work, tap, EVENT, size),
            lambda work: capacity.stop_draining(work, tap, EVENT),
            lambda work: capacity.displace(work, tap, EVENT, size),
            lambda work: capacity.displace(work, tap, EVENT, max(now.event.capacity - 1, 1)),
        ]
    )


def _date_wishes(any_: Random, now: State, number: int) -> Service:
    tap, booked = _admin(any_), pick(now.bookings.values(), number)
    booked_id, owner = (booked.id, booked.person_id) if booked else (0, 1)
    starts_at = any_.choice([now.event.starts_at, NOW]) + any_.choice([*AWAY, -INSTANT, timedelta(0)])
    return any_.choice(
        [
            lambda work: dates.move_date(work, tap, EVENT, starts_at, starts_at + any_.choice([HOUR, -HOUR])),
            lambda work: dates.move_date(work, tap, EVENT, starts_at, starts_at + HOUR),
            lambda work: dates.call_off(work, tap, EVENT),
            lambda work: dates.reconfirm(work, _who(any_, owner), EVENT, booked_id),
            lambda work: dates.lapse(work, EVENT, booked_id),
        ]
    )


AWAY = [HOUR, 5 * HOUR, 5 * HOUR + MINUTE, 3 * DAY, 9 * DAY]


def _clock_wishes(any_: Random, now: State, number: int) -> Service:
    places = tuple(now.line.entries)
    paused = pick([e.id for e in (*now.line.entries.values(), *now.reserve.entries.values())], number) or 0
    return any_.choice(
        [
            lambda work: seats.sweep(work, EVENT),
            lambda work: waitlist.close(work, EVENT, places),
            lambda work: waitlist.resume_due(work, EVENT, paused),
        ]
    )
