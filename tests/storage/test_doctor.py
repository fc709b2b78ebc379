"""Every invariant is silent on a sound world and red on a planted violation."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.database import Database
from storage.doctor import examine, report
from storage.invariants import INVARIANTS
from tests.storage.attacks import (
    AT,
    LATER,
    PLACED,
    REPAIRED,
    adjust,
    asks,
    booking,
    entry,
    gone,
    letter,
    locked,
    month,
    month_run,
    offer,
    owner,
    placed,
    placement,
    repaired,
    result,
    unlocked,
)
from tests.storage.unguarded import without
from tests.storage.world import HOUR, NOW, STARTS

# ruff: noqa: S608 - SQL put together from strings is what a planted violation is


EARLY = "'2026-11-20 09:30:00'"
ENDED_FIRST = (
    month(60, "planned"),
    month_run(f"62, 60, 1, 'done', '{{}}', {AT}, {AT}"),
    result("63, 60, 62, 3, 0, 1"),
)
COMPUTED = (month(60, "planned"), month_run(f"62, 60, 1, 'done', '{{}}', {AT}, NULL"))


@dataclass(frozen=True)
class Planted:
    """`guards` go first; then `statements` break the invariant called `name` for row `found`."""

    name: str
    guards: str
    statements: tuple[str, ...]
    found: int


def planted(name: str, found: int, guards: str, *statements: str) -> Planted:
    return Planted(name, guards, statements, found)


def fact(
    row_id: int,
    subject: str,
    subject_id: int,
    version: int,
    kind: str,
    at: str = AT,
    event: int = 1,
    status: str = "",
) -> str:
    columns = "id, event_id, subject, subject_id, version, kind, actor_kind, actor_id, at, data"
    values = f"{row_id}, {event}, '{subject}', {subject_id}, {version}, '{kind}', 'job', 0, {at}"
    return f'INSERT INTO facts ({columns}) VALUES ({values}, \'{{"automatic": true, "status": "{status}"}}\')'


def told(values: str, month_id: int = 60) -> str:
    """person, got, wanted, reason, credit_before, credit: of the run 62."""
    columns = "id, period_id, run_id, person_id, got, wanted, reason, credit_before, credit"
    return f"INSERT INTO results ({columns}) VALUES (63, {month_id}, 62, {values})"


FINALIZED = f"UPDATE runs SET finalized_at = {AT}, version = 2 WHERE id = 62"
REPAIRED_70 = f"UPDATE repairs SET status = 'done', ended_at = {AT}, version = 2 WHERE id = 70"

VIOLATIONS = (
    planted("whoever a repair has moved", 12, "", "UPDATE bookings SET source = 'repair' WHERE id = 12"),
    planted("whoever a repair has moved", 1, "repairs_agreed", *REPAIRED, REPAIRED_70),
    planted("whoever a repair has moved", 1, "repairs_agreed", *REPAIRED,
            "UPDATE repair_moves SET agreed = true WHERE repair_id = 70", REPAIRED_70),
    planted("whoever a repair has moved", 1, "repairs_agreed", *REPAIRED,
            "UPDATE repair_moves SET agreed = true, made_id = 12 WHERE repair_id = 70", REPAIRED_70),
    planted("whoever a repair has moved", 3, "repairs_agreed bookings_placed_new bookings_agreed_new",
            month(60, "planned"), *repaired(70, 3), *placed(80, 60, "repair"),
            "UPDATE repair_moves SET agreed = true, made_id = 80 WHERE repair_id = 70", REPAIRED_70),
    planted("an event has one seat", 2, "", "DELETE FROM seats WHERE event_id = 2 AND number = 2"),
    planted("a slot of an individual", 2, "", "UPDATE services SET kind = 'individual' WHERE id = 1"),
    planted("a seat has one owner", 2, "ck_seats_one_owner fk_seats_offer_id fk_seats_booking_id",
            owner("offer_id = 32, booking_id", 12, 2, 1)),
    planted("a booking owns exactly", 12, "", owner("booking_id", 12, 2, 2)),
    planted("a booking owns exactly", 19, "fk_seats_booking_id", owner("booking_id", 19, 2, 2)),
    planted("a pending offer owns exactly", 32, "fk_offers_first_seat", owner("offer_id", "NULL", 1, 2)),
    planted("a pending offer owns exactly", 39, "fk_seats_offer_id", owner("offer_id", 39, 2, 2)),
    planted("a hold owns seats", 43, "fk_holds_first_seat", owner("hold_id", "NULL", 1, 3)),
    planted("one active booking a person", 12, "uq_bookings_active",
            booking("90, 2, 1, 'confirmed', 1, 1, 2"), owner("booking_id", 90, 2, 2)),
    planted("one place in a line", 23, "uq_entries_active", entry("90, 1, 3, 90")),
    planted("one open offer a person", 32, "uq_offers_person",
            offer("90, 1, 23, 2, 'pending', 1, NULL, false, true, NULL, NULL")),
    planted("nobody is booked and waits", 90, "", entry("90, 1, 1, 90")),
    planted("the size of a line", 1, "", "UPDATE line_sizes SET count = 2 WHERE on_reserve = 1"),
    planted("the size of a line", 90, "line_sizes_joined", entry("90, 2, 3, 90")),
    planted("a place in line has a number", 24, "", entry("90, NULL, 3, 24")),
    planted("a place in line has a number", 23, "", "UPDATE entries SET seq = 24 WHERE id = 23"),
    planted("a place in line has a number", 24, "", "UPDATE services SET next_seq = 24 WHERE id = 1"),
    planted("nobody who waited unchanged", 23, "", "UPDATE entries SET priority = 1 WHERE id = 23"),
    planted("an entry is offered exactly", 23, "entries_version",
            "UPDATE entries SET status = 'offered' WHERE id = 23"),
    planted("an entry is offered exactly", 22, "", "UPDATE offers SET person_id = 4 WHERE id = 32"),
    planted("an offer is accepted before", 39, "ck_offers_expired_in_time",
            f"UPDATE offers SET expires_at = {LATER} WHERE id = 39"),
    planted("an offer is accepted before", 39, "", fact(90, "offer", 39, 4, "OfferRejected")),
    planted("an accepted offer became", 90, "",
            offer(f"90, 2, 29, 5, 'accepted', 0, NULL, false, false, {AT}, 12")),
    planted("an accepted offer became", 12, "", "UPDATE bookings SET source = 'offer' WHERE id = 12"),
    planted("nothing was offered automatically", 91, "",
            fact(90, "event", 1, 2, "EventFrozen", "'2026-11-20 08:00:00'"), fact(91, "offer", 91, 1, "OfferMade")),
    planted("versions of one subject", 43, "", fact(90, "hold", 43, 3, "HoldReleased")),
    planted("the last fact of an event", 2, "", "UPDATE events SET version = 2 WHERE id = 2"),
    planted("the last fact of a booking has", 12, "", "UPDATE bookings SET version = 2 WHERE id = 12"),
    planted("the last fact of an entry has", 23, "", fact(90, "entry", 23, 2, "EntryPaused")),
    planted("the last fact of an offer has", 99, "", fact(90, "offer", 99, 1, "OfferMade")),
    planted("the last fact of a hold", 43, "", "UPDATE holds SET version = 3 WHERE id = 43"),
    planted("the last fact of an entry says", 23, "entries_version",
            "UPDATE entries SET status = 'left' WHERE id = 23"),
    planted("the last fact of an offer says", 39, "offers_version offers_over",
            "UPDATE offers SET status = 'withdrawn' WHERE id = 39"),
    planted("the last fact of a booking says", 19, "bookings_version bookings_over",
            "UPDATE bookings SET status = 'attended', active = 1, first_seat = 2 WHERE id = 19",
            owner("booking_id", 19, 2, 2)),
    planted("the last fact of a booking says", 12, "",
            "UPDATE bookings SET status = 'no_show', version = 2 WHERE id = 12",
            fact(90, "booking", 12, 2, "AttendanceMarked", status="attended", event=2)),
    planted("a place is set aside", 23, "", "UPDATE entries SET split = true, version = 2 WHERE id = 23"),
    planted("a capacity that goes down", 2, "", "UPDATE events SET drain_to = 2 WHERE id = 2"),
    planted("a capacity that goes down", 2, "",
            "UPDATE events SET drain_to = 1, status = 'cancelled', version = 2 WHERE id = 2"),
    planted("nothing is left of an event", 2, "",
            "UPDATE events SET status = 'cancelled', version = 2 WHERE id = 2"),
    planted("nothing is left of an event", 1, "",
            "UPDATE events SET status = 'cancelled', version = 2 WHERE id = 1"),
    planted("an event is cancelled exactly", 2, "",
            "UPDATE events SET status = 'cancelled', version = 2 WHERE id = 2"),
    planted("an event is cancelled exactly", 2, "", fact(90, "event", 2, 2, "EventCancelled", event=2)),
    planted("nobody came to an event", 12, "", fact(90, "booking", 12, 2, "AttendanceMarked", event=2)),
    planted("nobody is asked whether a new date", 19, "", f"UPDATE bookings SET reconfirm_by = {LATER} WHERE id = 19"),
    planted("nobody keeps a seat by saying nothing", 12, "", f"UPDATE bookings SET reconfirm_by = {AT} WHERE id = 12"),
    planted("one open request a person", 54, "uq_requests_open", asks("90, 2, 4, 1, 'open', NULL")),
    planted("nobody asks for a place at an event where", 90, "", asks("90, 2, 1, 1, 'open', NULL")),
    planted("an event knows how many ask", 2, "", "UPDATE events SET requests = 2 WHERE id = 2"),
    planted("an event knows how many ask", 1, "", asks("90, 1, 4, 1, 'open', NULL")),
    planted("a granted request became", 90, "", asks(f"90, 2, 3, 1, 'granted', {AT}")),
    planted("nobody asks for a place at an event that has begun", 54, "",
            f"UPDATE events SET starts_at = {AT} WHERE id = 2"),
    planted("the last fact of a request has", 54, "", "UPDATE requests SET version = 2 WHERE id = 54"),
    planted("the last fact of a request says", 59, "requests_version requests_over",
            "UPDATE requests SET status = 'closed' WHERE id = 59"),
    planted("no wish changed when", 64, "wishes_version periods_version",
            f"UPDATE wishes SET stated_at = {LATER} WHERE id = 64",
            f"UPDATE periods SET status = 'closed', closed_at = {AT} WHERE id = 61"),
    planted("the hash of a period", 61, "periods_seed periods_version",
            f"UPDATE periods SET seed_hash = '{'c' * 64}' WHERE id = 61"),
    planted("no seed stands", 61, "", fact(90, "period", 61, 2, "PeriodExtended", status="a" * 64)),
    planted("who wants nothing any more", 64, "",
            "UPDATE wishes SET status = 'withdrawn', version = 2 WHERE id = 64"),
    planted("the ranks of a wish", 64, "", "UPDATE wish_choices SET rank = 2 WHERE wish_id = 64"),
    planted("no period collects wishes", 61, "periods_version",
            "UPDATE periods SET wishes_until = '2026-11-19 09:00:00' WHERE id = 61"),
    planted("the last fact of a period", 61, "", "UPDATE periods SET version = 2 WHERE id = 61"),
    planted("the last fact of a wish", 64, "", "UPDATE wishes SET version = 2 WHERE id = 64"),
    planted("the last fact of a friendship", 67, "", "UPDATE friendships SET version = 3 WHERE id = 67"),
    planted("a final month has one final run", 61, "periods_made_final",
            f"UPDATE periods SET status = 'final', closed_at = {AT}, version = 2 WHERE id = 61"),
    planted("a final month has one final run", 60, "", *COMPUTED, FINALIZED),
    planted("a final month has one final run", 63, "", *COMPUTED, result("63, 60, 62, 3, 0, 0")),
    planted("a final month has one final run", 63, "", *PLACED, told("3, 1, 1, 'placed', 0, 0", 61)),
    planted("every placement of a final run", 12, "", "UPDATE bookings SET source = 'month' WHERE id = 12"),
    planted("every placement of a final run", 1, "", *COMPUTED, placement("62, 1, 1, 11")),
    planted("every placement of a final run", 3, "periods_made_final", *COMPUTED, placement("62, 3, 2, NULL"),
            FINALIZED),
    planted("every placement of a final run", 2, "periods_made_final", *COMPUTED, *placed(70, 60),
            placement("62, 2, 2, 70"), FINALIZED),
    planted("a result counts", 63, "", *COMPUTED, result("63, 60, 62, 3, 1, 0")),
    planted("a result counts", 63, "", *COMPUTED, result("63, 61, 62, 2, 0, 2"),
            "UPDATE results SET credit_before = 4 WHERE id = 63"),
    planted("a result counts", 63, "", *COMPUTED, result("63, 61, 62, 2, 0, 0"),
            "UPDATE results SET reason = 'booked' WHERE id = 63"),
    planted("a result counts", 63, "", *COMPUTED, result("63, 61, 62, 2, 0, 1"),
            "UPDATE results SET reason = 'offered' WHERE id = 63"),
    planted("a ledger goes on", 66, "", *ENDED_FIRST, month(64, "planned"),
            month_run(f"65, 64, 1, 'done', '{{}}', {AT}, {LATER}"), result("66, 64, 65, 3, 0, 1")),
    planted("a result counts", 63, "", *COMPUTED, placement("62, 1, 1, NULL"), told("1, 1, 1, 'placed', 4, 3")),
    planted("a result counts", 63, "", *COMPUTED, told("3, 0, 1, 'booked', 4, 4")),
    planted("a result counts", 63, "", *COMPUTED, placement("62, 1, 1, NULL"), told("1, 1, 1, 'booked', 4, 2")),
    planted("a result counts", 63, "", *COMPUTED, told("3, 0, 1, 'full', 4, 1")),
    planted("a result counts", 63, "", *COMPUTED, told("3, 0, 1, 'full', 4, 2")),
    planted("nothing is computed for a month", 62, "",
            month(60, "closed"), month_run("62, 60, 1, 'running', NULL, NULL, NULL")),
    planted("the last fact of a run", 62, "", *COMPUTED),
    planted("the last fact of an adjustment", 63, "", adjust("63, 61, 1, 'pin', 1, NULL, 'because'")),
    planted("the last fact of a result", 63, "", *COMPUTED, result("63, 60, 62, 3, 0, 0")),
    planted("a booking knows its month", 70, "bookings_placed_new", *placed(70, 61)),
    planted("a booking knows its month", 70, "bookings_placed_new", *placed(70, 61, "move")),
    planted("a booking knows its month", 70, "bookings_placed_moved", *PLACED, *gone("move"),
            fact(90, "booking", 70, 2, "BookingCancelled", event=2)),
    planted("a booking knows its month", 70, "bookings_placed", *COMPUTED, *placed(70, 60), placement("62, 3, 2, 70"),
            "UPDATE bookings SET period_id = NULL, version = 2 WHERE id = 70"),
    planted("a booking knows its month", 80, "bookings_placed_new bookings_agreed_new",
            month(60, "planned"), *repaired(70, 3), *placed(80, 61, "repair"),
            "UPDATE repair_moves SET agreed = true, made_id = 80 WHERE repair_id = 70"),
    planted("who has which place of a final month", 70, "bookings_placed_moved", *placed(70, 61), *gone("move")),
    planted("who has which place of a final month", 70, "bookings_placed_ended", *placed(70, 61), *gone("")),
    planted("no lock and no unlocking lasts", 72, "", locked(f"72, {EARLY}, '', NULL, 0, NULL, ''")),
    planted("no lock and no unlocking lasts", 71, "unlocks_final",
            unlocked(f"71, 'asked', 'because', 30, {EARLY}, NULL", 61)),
    planted("the last fact of a lock", 72, "", locked(f"72, {LATER}, '', NULL, 0, NULL, ''")),
    planted("the last fact of an unlock", 71, "unlocks_final",
            unlocked(f"71, 'asked', 'because', 30, {LATER}, NULL", 61)),
    planted("a letter has its committed fact", 90, "",
            letter("90, NULL, 'offer-made', 'queued', NULL, NULL, 'x', 'A'")),
    planted("one letter a reader", 90, "",
            letter("90, 1001, 'booking-made', 'queued', NULL, NULL, 'x', 'A'"),
            letter("91, 1002, 'booking-made', 'queued', NULL, NULL, 'x', 'A'"),
            "UPDATE letters SET person_id = 1 WHERE id IN (90, 91)"),
    planted("every offer that was made", 32, "", "DELETE FROM letters WHERE subject = 'offer:32'"),
    planted("a letter is sent exactly", 90, "ck_letters_sent",
            letter("90, NULL, 'alert-x', 'sent', NULL, NULL, 'x', 'A'")),
    planted("no letter left before its fact", 90, "",
            letter("90, 1001, 'booking-made', 'sent', 5, NULL, 'x', 'A'"),
            "UPDATE letters SET chat_id = 1, sent_at = '2026-11-19 09:00:00' WHERE id = 90"),
    planted("no offer is open past", 32, "", f"UPDATE offers SET expires_at = {AT} WHERE id = 32"),
    planted("no open offer outlives", 32, "",
            "UPDATE offers SET closes_at = '2026-12-09 09:00:00', expires_at = '2026-12-09 09:00:00' WHERE id = 32"),
    planted("no pause lasts longer", 23, "",
            f"UPDATE entries SET status = 'paused', paused_until = {AT}, version = 2 WHERE id = 23"),
    planted("nobody waits for an event that has begun", 23, "",
            f"UPDATE events SET starts_at = {AT} WHERE id = 1"),
    planted("no letter waits for long", 90, "", letter("90, NULL, 'alert-x', 'queued', NULL, NULL, 'x', 'A'")),
    planted("no letter waits for long", 90, "",
            letter(f"90, NULL, 'alert-x', 'sending', NULL, {AT}, 'x', 'A'")),
)  # fmt: skip


async def plant(database: Database, violation: Planted) -> AsyncEngine:
    engine = await without(database, violation.guards)
    async with engine.begin() as connection:
        for statement in violation.statements:
            await connection.execute(sa.text(statement.replace(":", r"\:")))
    return engine


async def test_a_sound_world_has_no_findings(world: Database) -> None:
    assert await examine(world, NOW) == []
    said = await report(world, NOW)
    assert said["problems"] == []
    assert said["lines"] == [f"{len(INVARIANTS) + 4} checks, all is well"]


@pytest.mark.parametrize("violation", VIOLATIONS, ids=lambda v: f"{v.name} {v.found}")
async def test_a_violation_is_found(world: Database, violation: Planted) -> None:
    await (await plant(world, violation)).dispose()
    found = {finding.name: finding for finding in await examine(world, NOW)}
    named = [finding for name, finding in found.items() if name.startswith(violation.name)]
    assert len(named) == 1, found
    assert violation.found in named[0].found


@pytest.mark.parametrize("since", [False, True])
async def test_lots_and_other_rules_pass_nobody_over(world: Database, since: bool) -> None:
    """Lots are drawn by the service's rule, also where an event has another rule of its own; or the rules are others
    than when the offer was made."""
    lots = (
        'UPDATE services SET offer = \'{"order": "lottery"}\'',
        "UPDATE events SET offer = '{\"parallel\": 0}'",
    )
    later = fact(90, "event", 1, 2, "EventConfigured", LATER)
    found = next(v for v in VIOLATIONS if v.name.startswith("nobody who waited"))
    for statements in (found.statements, (later,) if since else lots):
        await (await plant(world, Planted("", "", statements, 0))).dispose()
    assert not [x for x in await examine(world, NOW) if x.name.startswith(found.name)]


async def test_a_place_of_ones_own_is_no_month_without_one(world: Database) -> None:
    """Person 1 wished for event 1 in December, and had booked a seat there: half of their months are enough."""
    of_december = month_run(f"62, 61, 1, 'done', '{{}}', {AT}, NULL")
    wished = (
        "INSERT INTO wishes (id, period_id, person_id, status, stated_at) VALUES (65, 61, 1, 'stated', '2026-11-20')",
        "INSERT INTO wish_choices (wish_id, event_id, rank) VALUES (65, 1, 1)",
    )
    own = Planted("", "", (of_december, *wished, told("1, 0, 1, 'full', 4, 2", 61)), 0)
    await (await plant(world, own)).dispose()
    assert not [found for found in await examine(world, NOW) if found.name.startswith("a result counts")]


def test_every_invariant_has_its_violation() -> None:
    for invariant in INVARIANTS:
        assert any(invariant.name.startswith(planted.name) for planted in VIOLATIONS), invariant.name


async def test_a_seat_that_nobody_fills_is_found(world: Database) -> None:
    def wait_for_event_2(connection: sa.Connection) -> None:
        connection.execute(sa.text("UPDATE entries SET windows = '[]' WHERE id = 24"))

    await world.transact(wait_for_event_2)
    (finding,) = await examine(world, NOW)
    assert (finding.number, finding.found) == (10, (2,))
    assert await examine(world, NOW, settled=False) == []
    assert await examine(world, NOW - 3 * HOUR + timedelta(minutes=2)) == [], "younger than two ticks"
    (late,) = [f for f in await examine(world, STARTS[2]) if f.number == 24 and "waits for" in f.name]
    assert late.found == (22, 23)
    await world.transact(lambda c: c.execute(sa.text("UPDATE events SET frozen = true WHERE id = 2")))
    assert await examine(world, NOW) == [], "nothing runs there by choice"


async def test_a_schema_out_of_force_is_found(world: Database) -> None:
    for guard in (
        "facts_undeleted",
        "uq_bookings_active",
        *([] if world.is_sqlite else ["ck_seats_one_owner"]),
    ):
        await (await without(world, guard)).dispose()
    (finding,) = await examine(world, NOW)
    assert finding.number == 29
    assert {"facts_undeleted", "uq_bookings_active"} <= set(finding.found)
    assert world.is_sqlite or "ck_seats_one_owner" in finding.found
    assert "facts_undeleted" in str(finding)
