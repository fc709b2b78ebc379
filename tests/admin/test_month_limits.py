"""Every card and letter of a month, of its locks, repairs and results, with the longest names, the most rows and the
largest ids: each fits into a message, no button is too long, and no name is cut inside of a sign."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest

from engine.locks import MOST_HELPERS, UNLOCK_MINUTES, Who
from engine.month import MOST_COUNT, MOST_FRIENDS
from engine.planning import PinOff
from engine.repairs import Lost
from engine.roles import Administrator, Member
from engine.rules.comparing import Comparison, Move
from engine.rules.periods import deadlines
from engine.rules.plan_checks import Concern, Finding
from engine.rules.proof import Difference, Proof
from engine.rules.repair_plan import RepairPlan
from engine.services.runs import Plan
from engine.settings import Mode, Settings
from engine.views import (
    AdjustmentCard,
    BookingCard,
    ChoiceCard,
    EventCard,
    EventNamed,
    FriendCard,
    InterestCard,
    Invitation,
    LockCard,
    LockingCard,
    Page,
    PeriodCard,
    Person,
    PinOffCard,
    PlaceChange,
    PlacedCard,
    RepairCard,
    RepairLine,
    ResultCard,
    RunCard,
    RunEventCard,
    RunPersonCard,
    ShortCard,
    TellingCard,
    UnlockCard,
    WishCard,
)
from handlers import month_cards as wishing
from handlers import repair_cards as asking
from handlers import result_cards as results
from handlers.admin import batch_deciding_cards as deciding
from handlers.admin import batch_final_cards as ending
from handlers.admin import batch_plan_cards as planning
from handlers.admin import batch_review_cards as review
from handlers.admin import batch_versions_cards as versions
from handlers.admin import lock_cards, month_cards, proof_cards, repair_cards, unlock_cards
from handlers.admin import repair_stuck_cards as stuck
from handlers.admin.layout import units
from handlers.admin.month_seen import MonthSeen
from handlers.admin.named_rows import PAGE, Named
from handlers.callbacks import LIMIT_BYTES, MOST
from handlers.door import Admin, Button, Card, Texts
from tests.admin.conftest import Desk as Rooms

ZONE = "Europe/Budapest"
AT = datetime(2026, 12, 30, 18, 30, tzinfo=UTC)
NOW = AT - timedelta(days=40)
MANY = 40
SIGNS = {
    "wide": "🧘",
    "family": "👩‍👩‍👧‍👦",
    "coloured": "👋🏽",
    "flag": "🇭🇺",
    "accents": "e\u0301\u0323",
    "markup": "&<",
}
"""What the longest names are made of: each is one sign to a reader, however many characters it has."""
OFTEN = ("wide", "family")
"""The widest, and the longest, every time."""
LONGEST_NAME, LONGEST_TITLE, LONGEST_REASON = 64, 80, 200


@dataclass(frozen=True)
class Made:
    """Values of the views, as large as they can be; `sign` is what every name consists of."""

    texts: Texts
    sign: str

    def of(self, most: int) -> str:
        return self.sign * (most // len(self.sign))

    @property
    def name(self) -> str:
        return self.of(LONGEST_NAME)

    @property
    def reason(self) -> str:
        return self.of(LONGEST_REASON)

    def event(self, at: int = 0) -> EventNamed:
        names = dict.fromkeys(("en", "hu", "de"), self.of(LONGEST_TITLE))
        return EventNamed(MOST - at, "code", names, AT + timedelta(hours=at), ZONE)

    @property
    def events(self) -> list[EventNamed]:
        return [self.event(at) for at in range(MANY)]

    def period(self, status: Any = "planned") -> PeriodCard:
        seed = "f" * 64 if status == "final" else ""
        until = NOW + timedelta(days=3) if status == "collecting" else NOW
        return PeriodCard(
            MOST, "2026-09", ZONE, status, until, "a" * 64, self.name, AT, AT, seed, 99_999, 99_999
        )

    @property
    def run(self) -> RunCard:
        made = dict.fromkeys(
            (
                "people_placed",
                "seats_filled",
                "seats_free",
                "first_choices",
                "second_choices",
                "later_choices",
            ),
            99_999,
        )
        return RunCard(
            MOST, 9_999, "fast_fill", "fair", 9_998, "done", self.name, AT, AT, False, "", "a" * 64,
            made, 9_999, 999,
        )  # fmt: skip

    @property
    def named(self) -> Named:
        return Named({event.id: event for event in self.events}, {MOST: self.name})

    @property
    def placed(self) -> list[PlacedCard]:
        return [PlacedCard(MOST, self.name, event, 20, 20, "pinned") for event in self.events]

    @property
    def short(self) -> ShortCard:
        return ShortCard(MOST, self.name, 99, 9, "together", self.event(), one_more_seat=True)

    @property
    def said(self) -> list[AdjustmentCard]:
        return [
            AdjustmentCard(MOST, MOST, self.name, "move", event, self.event(), self.reason, self.name, AT)
            for event in self.events
        ]

    def wish(self, status: Any = "stated") -> WishCard:
        choices = [
            ChoiceCard(event, AT + timedelta(days=9), rank, equal=True)
            for rank, event in enumerate(self.events[:20], 1)
        ]
        friends = [
            FriendCard(MOST, self.name if at % 2 else "", "agreed", asks=True, link=MOST)
            for at in range(MOST_FRIENDS)
        ]
        return WishCard(
            self.period("collecting"), status, choices, MOST_COUNT, "week", tuple(range(7)), 6,
            (self.name,) * 5, True, AT, friends,
        )  # fmt: skip

    def seen(self, status: Any) -> MonthSeen:
        interest = [InterestCard(event, 99_999, 999, 9_999, 99_999, 99_999) for event in self.events]
        telling = TellingCard(9_999, 9_999, 9_999)
        return MonthSeen(
            self.period(status), interest, [self.run, replace(self.run, number=9_998)],
            replace(self.run, final=status == "final"), 999, 99, telling, self.events, NOW, 99_999,
        )  # fmt: skip

    def person(self, status: Any = "planned") -> review.PersonSeen:
        found = RunPersonCard(MOST, self.name, self.placed[:MOST_COUNT], self.short, 6)
        return review.PersonSeen(self.period(status), self.run, found, self.wish(), self.said)

    @property
    def plan(self) -> Plan:
        odd = [Finding(concern, MOST, MOST, 99_999, 9_999, 9_999) for concern in get_args(Concern)] * 3
        odd += [Finding("unwished", event.id) for event in self.events]
        sessions = [
            {"id": str(event.id), "capacity": 9_999, "starts_at": event.starts_at.isoformat()}
            for event in self.events
        ]
        people = [{"id": str(MOST), "seats": 9, "wishes": [[str(MOST)]]}]
        output = {
            "metrics": self.run.metrics,
            "unplaced": [{"reason": reason, "got": 0} for reason in planning.WHY],
            "not_held": [str(event.id) for event in self.events],
            "placements": [{"person": str(MOST), "session": str(MOST)}],
        }
        return Plan(odd, {"sessions": sessions, "people": people}, output)

    def repair(self, status: Any = "open", *, lost: bool = True, agreed: bool = False) -> RepairCard:
        line = RepairLine(MOST, self.name, self.event(), self.event(1), 6, 20, 20, lost, agreed)
        return RepairCard(MOST, MOST, "2026-09", ZONE, status, "declined", AT, self.name, [line] * MANY)

    @property
    def unlock(self) -> UnlockCard:
        who = Who(MOST, self.name)
        period = self.period("final")
        return UnlockCard(MOST, period, "over", who, self.reason, 1440, AT, self.name, AT, AT, AT)

    def locking(self, status: Any, unlock: UnlockCard | None = None) -> LockingCard:
        who = Who(MOST, self.name)
        lock = LockCard(MOST, who, [replace(who, id=MOST - 1)] * MOST_HELPERS, AT, who, 999)
        return LockingCard(self.period(status), None if status == "final" else lock, unlock)

    def dated(self, event: EventNamed) -> EventCard:
        at = event.starts_at
        return EventCard(
            event.id, "code", MOST, "yoga", event.names, at, at + timedelta(hours=1), ZONE,
            self.of(LONGEST_TITLE), "open", 9_999, 9_999, 0, 0, 0, 0, 9_999, False, None,
            Settings(mode=Mode.OFFER),
        )  # fmt: skip

    def booked(self, event: EventNamed) -> BookingCard:
        at, card = event.starts_at, self.dated(event)
        return BookingCard(
            MOST, card, MOST, self.name, "confirmed", 6, (self.name,) * 5, "month", at, final=True
        )

    def result(self, held: int, placed: int = MOST_COUNT, first: int = 0) -> ResultCard:
        """What was drawn begins with the `first` of the dates, and is gone as far as it is not held."""
        events = self.events
        drawn = events[first : first + placed]
        gone = {event.id: "event" for event in drawn if event not in events[:held]}
        return ResultCard(
            self.period("final"), drawn, 99, placed, "full", self.event(), 9_999, "paused", 0, 6,
            gone, {event.id for event in events},
            [self.booked(event) for event in events[:held]], set(),
            dict.fromkeys((event.id for event in events), (self.name,) * MOST_FRIENDS),
            999, "most", self.reason, self.dated(self.event()), latest=True,
            turn=self.dated(self.event()).turn(auto=False),
        )  # fmt: skip


def all_of_a_month(made: Made) -> Iterator[Card]:
    """From its opening to its end, in the group."""
    texts, period = made.texts, made.period()
    for status in ("collecting", "closed", "planned", "final"):
        yield month_cards.period_card(texts, made.seen(status))
        yield month_cards.announced(texts, made.period(status), "extended", NOW)
    yield month_cards.months_card(texts, [period] * 12, ["2026-09", "2026-10"], NOW)
    seen = made.seen("planned")
    yield month_cards.interest_card(texts, period, seen.interest, PAGE)
    choices = deadlines("2026-12", NOW, ZONE)
    back = Button(texts.plain("admin-button-back"), "1:a-batch")
    question = texts.say("batch-open-ask", month=texts.month("2026-09"))
    yield month_cards.deadline_card(texts, question, choices, ZONE, "a-period-begin", MOST, back)
    yield month_cards.close_card(texts, period, NOW)
    yield month_cards.closed(texts, period)
    for way in (0, 7):
        yield planning.plan_card(texts, period, made.plan, made.named, way, 9_999)
        yield planning.fills_card(texts, period, made.plan, made.named, way, PAGE)
    for concern in get_args(Concern):
        found = [Finding(concern, MOST, MOST, 99_999, 9_999, 9_999)] * 3 * PAGE
        yield planning.findings_card(texts, period, found, made.named, 3, PAGE)
    yield planning.working_card(texts, period)


def all_of_a_version(made: Made) -> Iterator[Card]:
    """Looked through, decided about, compared and made final."""
    texts, period, run = made.texts, made.period(), made.run
    dates = [RunEventCard(event, 99_999, 99_999, 9_999, 9_999) for event in made.events]
    for why in get_args(PinOff):
        off = [PinOffCard(MOST, made.name, event, why) for event in made.events]
        yield review.review_card(texts, period, run, dates, off, PAGE)
    yield review.event_card(texts, period, run, made.event(), Page(made.placed[:PAGE], PAGE, 999))
    yield review.short_card(texts, period, run, Page([made.short] * PAGE, PAGE, 999))
    for status in ("planned", "final"):
        yield review.person_card(texts, made.person(status))
        yield review.place_card(texts, made.person(status), made.event())
        yield deciding.word_card(texts, made.period(status), made.said[0])
    for slot in (0, 9_999):
        yield deciding.where_card(texts, made.person(), dates, slot, PAGE)
    for what in deciding.ASKED:
        question = texts.say("batch-pin-ask", name=made.name, event=made.name, when=texts.when(AT, ZONE))
        way_back = ("a-batch-person", MOST, MOST, 9_999)
        yield deciding.ask_card(texts, question, what, (1, 2, 3, 4), (MOST, MOST, 9_999, MOST), way_back)
    yield deciding.words_card(texts, period, made.said, PAGE)
    yield versions.versions_card(texts, period, Page([run] * PAGE, PAGE, 999))
    yield versions.with_card(texts, period, run, [run] * MANY, PAGE)
    ids = tuple(event.id for event in made.events)
    moved = Comparison((Move(MOST, ids[:12], ids[12:24]),) * MANY, (), ())
    yield versions.compare_card(texts, period, (run, run), moved, made.named, PAGE)
    yield ending.final_card(texts, period, run, made.events)
    parts = [("sessions", MOST), ("people", MOST), ("adjusted", MOST)] * PAGE
    yield ending.changed_card(texts, period, run, parts, made.named, PAGE, 9_999)
    proof = Proof("2026-09", 9_999, "a" * 64, "b" * 64, *[99_999] * 6, (), False, ())
    wrong = [Difference(made.reason, made.reason, made.reason)] * MANY
    yield proof_cards.checking_card(texts, made.period("final"))
    yield proof_cards.proof_card(texts, made.period("final"), proof)
    yield proof_cards.proof_card(texts, made.period("final"), replace(proof, differences=tuple(wrong)))


def all_of_locks(made: Made) -> Iterator[Card]:
    """As the holder, as an owner, and as anybody else sees them."""
    texts, owner = made.texts, Administrator(5, made.name, creator=True)
    team = {5: Member(owner, "owner")}
    team |= {MOST - at: Member(Administrator(MOST - at, made.name), "operator") for at in range(1, MANY)}
    for telegram_id in (MOST, 5, 6):
        admin = replace(reader(made), telegram_id=telegram_id, team=team)
        locked = made.locking("planned")
        assert locked.lock is not None
        yield lock_cards.lock_card(admin, locked)
        yield lock_cards.lock_card(admin, replace(locked, lock=replace(locked.lock, asked=None)))
        yield lock_cards.lock_card(admin, replace(locked, lock=None))
        yield lock_cards.helpers_card(admin, locked, PAGE)
        yield lock_cards.force_card(admin, locked, locked.lock)
    admin, period = reader(made), made.period("final")
    for minutes in UNLOCK_MINUTES:
        yield unlock_cards.reasons_card(admin, period, minutes)
    asked = replace(made.unlock, status="asked", until=None, ended_at=None, lapses_at=AT)
    for unlock in (None, asked, replace(asked, status="open", until=AT)):
        yield unlock_cards.unlock_card(admin, made.locking("final", unlock))
    full = {"capacity": 99, "booked": 99, "waiting": 99}
    dates = [replace(made.dated(event), **full) for event in made.events[:PAGE]]
    yield unlock_cards.dates_card(texts, period, Page(dates, PAGE, 99_999))
    yield unlock_cards.dates_card(texts, period, Page([], 0, 0))
    for how in (*unlock_cards.HOW, "self"):
        change = PlaceChange(made.name, made.event(), made.event(1), how, "admin", made.name, made.reason, AT)
        for again in (None, made.unlock):
            yield Card(unlock_cards._changed(texts, made.unlock, [change] * MANY, again, NOW))


def all_of_repairs(made: Made) -> Iterator[Card]:
    """In the group, and for whoever is asked."""
    texts, period, chain = made.texts, made.period("final"), made.repair().lines
    for chains in ([chain], [[line] for line in chain]):
        plan, asked = RepairPlan(passed=999), [made.repair()] * PAGE
        free = [made.dated(event) for event in made.events]
        missing = [[Lost(MOST, MOST, MOST, 6)] * MANY] * MANY
        lost = stuck.Stuck(missing, frozenset({MOST}), made.named)
        seen = repair_cards.PlanSeen(plan, MOST, chains, lost, asked, free)
        yield repair_cards.plan_card(texts, period, seen)
    yield repair_cards.plan_card(texts, period, replace(seen, chains=[]))
    yield stuck.stuck_card(texts, period, lost, PAGE)
    yield stuck.free_card(texts, period, free, PAGE)
    yield stuck.date_card(texts, period, free[0], lost, PAGE)
    for person in (
        Person(MOST, None, made.name, "en", reachable=True),
        Person(MOST, MOST, made.name, "en", reachable=False),
    ):
        yield stuck.for_card(texts, period, free[0], person, 6, (made.name,) * 5)
    for status in ("open", "done", "withdrawn"):
        for lost in (True, False):
            card = made.repair(status, lost=lost, agreed=status == "done")
            yield repair_cards.repair_card(texts, card)
            yield asking.asked_card(texts, card, card.lines[0])
            yield asking.no_card(texts, card, card.lines[0])
            if status != "open":
                yield repair_cards.told_card(texts, card)


def all_of_a_participant(made: Made) -> Iterator[Card]:
    """What somebody wishes for, and what comes of it."""
    texts, wish = made.texts, made.wish()
    yield wishing.month_card(texts, wish, NOW)
    for equal in (True, False):
        yield wishing.dates_card(texts, wish, wish.choices, 2, equal=equal)
    yield wishing.many_card(texts, wish)
    yield wishing.days_card(texts, wish)
    yield wishing.party_card(texts, wish, 20)
    yield wishing.names_card(texts, MOST, 19)
    yield wishing.friends_card(texts, wish, ["https://t.me/" + "x" * 90] * MOST_FRIENDS)
    yield wishing.away_card(texts, wish)
    yield wishing.which_card(texts, [made.period()] * 12, [])
    yield wishing.invited_card(
        texts, Invitation(made.period("collecting"), MOST, MOST, made.name, "asked"), MOST, NOW
    )
    for held in (0, 1, results.DETAILED, MOST_COUNT):
        yield results.result_card(texts, made.result(held), NOW)
        yield results.result_card(texts, made.result(held, placed=0), NOW)
        yield results.result_card(texts, made.result(held, placed=held), NOW)
        yield results.result_card(texts, made.result(held, first=held), NOW)
    yield results.fair_card(texts, made.result(1), MOST)
    yield results.ledger_card(texts, [made.result(1)] * MANY)


ALL: tuple[Callable[[Made], Iterator[Card]], ...] = (
    all_of_a_month,
    all_of_a_version,
    all_of_locks,
    all_of_repairs,
    all_of_a_participant,
)


def reader(made: Made) -> Admin:
    """An admin of the group, at that moment."""
    admin = Rooms(None, made.texts).admin  # type: ignore[arg-type]
    return replace(admin, rooms=replace(admin.rooms, now=lambda: NOW))


def seen(card: Card) -> str:
    """What a reader sees of it, and Telegram counts."""
    return html.unescape(re.sub(r"<[^>]+>", "", card.text))


def whole(words: str, sign: str) -> bool:
    """Whether nothing is left of the sign but all of it; plain letters stand elsewhere, too."""
    return all(part.isascii() or part not in words.replace(sign, "") for part in sign)


@pytest.mark.parametrize(
    "sign", [sign if sign in OFTEN else pytest.param(sign, marks=pytest.mark.long) for sign in SIGNS]
)
@pytest.mark.parametrize("cards", ALL, ids=lambda cards: cards.__name__)
def test_the_largest_fits(texts: Texts, cards: Callable[[Made], Iterator[Card]], sign: str) -> None:
    for card in cards(Made(texts, SIGNS[sign])):
        shown = seen(card)
        assert 1 <= units(shown) <= 4096, (units(shown), shown[:200])
        assert whole(shown, SIGNS[sign]), shown
        buttons = [button for row in card.rows for button in row]
        assert len(buttons) <= 100 and all(len(row) <= 8 for row in card.rows)
        for button in buttons:
            assert len(button.data.encode()) <= LIMIT_BYTES
            assert 1 <= len(button.label) <= 64 and whole(button.label, SIGNS[sign]), button.label
            assert texts.language != "de" or "Uhr" not in button.label, button.label
            cut = 0 < button.label.count(SIGNS[sign]) < LONGEST_NAME // len(SIGNS[sign])
            assert not cut or "…" in button.label, button.label
