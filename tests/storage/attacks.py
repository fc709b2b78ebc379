"""Attacks by plain SQL on the world of `tests.storage.world`: what no rule, no bug and no careless hand may do.

`guard` is what refuses: a constraint, an index or a trigger (or several, in depth); "" where a column is NOT NULL.
"""
# ruff: noqa: S608 - SQL put together from strings is what an attack is

from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    name: str
    guard: str
    statements: tuple[str, ...]


def attack(name: str, guard: str, *statements: str) -> Attack:
    return Attack(name, guard, statements)


SOONER = "'2026-11-20 10:00:00'"
AFTER = "'2026-11-20 19:30:00'"
AT, LATER, NEVER = "'2026-11-20 09:00:00'", "'2026-11-20 18:00:00'", "'2026-12-24 18:00:00'"


def booking(values: str) -> str:
    """id, event, person, status, active, seats, first_seat."""
    columns = "id, event_id, person_id, status, active, seats, first_seat, names, created_at"
    return f"INSERT INTO bookings ({columns}) VALUES ({values}, '[]', {AT})"


def guest(number: int) -> str:
    """A participant without Telegram."""
    return f"INSERT INTO participants (id, name, created_at) VALUES ({number}, 'Eve', {AT})"


def entry(values: str) -> str:
    """id, event, person, seq."""
    columns = "id, event_id, person_id, seq, service_id, seats, status, names, windows, created_at"
    return f"INSERT INTO entries ({columns}) VALUES ({values}, 1, 1, 'waiting', '[]', '[]', {AT})"


def offer(values: str, expires: str = LATER, closes: str = LATER) -> str:
    """id, event, entry, person, status, active, first_seat, guarded, last_call, decided_at, booking_id."""
    columns = (
        "id, event_id, entry_id, person_id, status, active, first_seat, guarded, last_call, decided_at, booking_id,"
        " count, created_at, expires_at, closes_at"
    )
    return f"INSERT INTO offers ({columns}) VALUES ({values}, 1, {AT}, {expires}, {closes})"


def letter(values: str) -> str:
    """id, fact, kind, status, message_id, lease_until, subject, letter_class."""
    columns = "id, fact_id, kind, status, message_id, lease_until, subject, letter_class, priority, data, created_at"
    return f"INSERT INTO letters ({columns}) VALUES ({values}, 1, '{{}}', {AT})"


def asks(values: str) -> str:
    """id, event, person, seats, status, decided_at."""
    columns = "id, event_id, person_id, seats, status, decided_at, names, created_at"
    return f"INSERT INTO requests ({columns}) VALUES ({values}, '[]', {AT})"


def owner(column: str, value: object, event: int, number: int) -> str:
    return f"UPDATE seats SET {column} = {value} WHERE event_id = {event} AND number = {number}"


OVERSELLING = (
    attack(
        "a fourth seat of three",
        "ck_seats_number",
        "INSERT INTO seats (event_id, number, capacity) VALUES (1, 4, 3)",
    ),
    attack(
        "a fourth seat by a larger copy",
        "fk_seats_event",
        "INSERT INTO seats (event_id, number, capacity) VALUES (1, 4, 4)",
    ),
    attack("seat zero", "ck_seats_number", "INSERT INTO seats (event_id, number, capacity) VALUES (1, 0, 3)"),
    attack("a seat twice", "pk_seats", "INSERT INTO seats (event_id, number, capacity) VALUES (1, 1, 3)"),
    attack("a seat without capacity", "", "UPDATE seats SET capacity = NULL WHERE event_id = 1"),
    attack(
        "a seat of no event",
        "fk_seats_event",
        "INSERT INTO seats (event_id, number, capacity) VALUES (9, 1, 1)",
    ),
    attack("capacity below the seats", "ck_seats_number", "UPDATE events SET capacity = 2 WHERE id = 1"),
    attack(
        "capacity below nothing",
        "ck_events_capacity ck_events_released ck_seats_number",
        "UPDATE events SET capacity = -1, released = 0 WHERE id = 1",
    ),
    attack(
        "more released than there are", "ck_events_released", "UPDATE events SET released = 4 WHERE id = 1"
    ),
    attack(
        "a seat in use deleted",
        "seats_owned fk_bookings_first_seat",
        "DELETE FROM seats WHERE event_id = 2 AND number = 1",
    ),
)

OWNERS = (
    attack("booked and offered", "ck_seats_one_owner", owner("offer_id", 32, 1, 1)),
    attack("booked and held", "ck_seats_one_owner", owner("hold_id", 43, 1, 1)),
    attack("offered and held", "ck_seats_one_owner", owner("hold_id", 43, 1, 2)),
    attack("a booked seat taken away", "fk_bookings_first_seat", owner("booking_id", "NULL", 1, 1)),
    attack("an offered seat taken away", "fk_offers_first_seat", owner("offer_id", "NULL", 1, 2)),
    attack("a held seat taken away", "fk_holds_first_seat", owner("hold_id", "NULL", 1, 3)),
    attack(
        "a booked seat handed over",
        "fk_bookings_first_seat",
        "UPDATE seats SET booking_id = NULL, hold_id = 43 WHERE event_id = 1 AND number = 1",
    ),
    attack("a seat of a cancelled booking", "fk_seats_booking_id", owner("booking_id", 19, 2, 2)),
    attack("a seat of an expired offer", "fk_seats_offer_id", owner("offer_id", 39, 2, 2)),
    attack("a seat of a released hold", "fk_seats_hold_id", owner("hold_id", 49, 2, 2)),
    attack("a seat of a booking elsewhere", "fk_seats_booking_id", owner("booking_id", 11, 2, 2)),
    attack("a seat of an offer elsewhere", "fk_seats_offer_id", owner("offer_id", 32, 2, 2)),
    attack("a seat of a hold elsewhere", "fk_seats_hold_id", owner("hold_id", 43, 2, 2)),
    attack("a seat of nobody", "fk_seats_booking_id", owner("booking_id", 999, 2, 2)),
    attack("a dead owner by another word", "ck_seats_live", owner("live = 0, booking_id", 19, 2, 2)),
    attack("a dead owner by NULL", "", owner("live = NULL, booking_id", 19, 2, 2)),
)

BOOKINGS = (
    attack("no seat", "ck_bookings_first_seat", booking("90, 2, 3, 'confirmed', 1, 1, NULL")),
    attack("a seat it does not own", "fk_bookings_first_seat", booking("90, 2, 3, 'confirmed', 1, 1, 2")),
    attack("somebody else's seat", "fk_bookings_first_seat", booking("90, 2, 3, 'confirmed', 1, 1, 1")),
    attack("confirmed and not active", "ck_bookings_active", booking("90, 2, 3, 'confirmed', 0, 1, NULL")),
    attack("neither active nor not", "", booking("90, 2, 3, 'confirmed', NULL, 1, NULL")),
    attack("cancelled and active", "ck_bookings_active",
           booking("90, 2, 3, 'cancelled', 1, 1, 2"), owner("booking_id", 90, 2, 2)),
    attack("twice the same person", "uq_bookings_active",
           booking("90, 2, 1, 'confirmed', 1, 1, 2"), owner("booking_id", 90, 2, 2)),
    attack("cancelled with its seat", "fk_seats_booking_id",
           "UPDATE bookings SET status = 'cancelled', active = 0, first_seat = NULL, version = 2 WHERE id = 12"),
    attack("cancelled and back", "bookings_over", owner("booking_id", 19, 2, 2),
           "UPDATE bookings SET status = 'confirmed', active = 1, first_seat = 2, version = 3 WHERE id = 19"),
    attack("a status nobody knows", "ck_bookings_status",
           booking("90, 2, 3, 'perhaps', 1, 1, 2"), owner("booking_id", 90, 2, 2)),
    attack("a party of none", "ck_bookings_seats", "UPDATE bookings SET seats = 0 WHERE id = 12"),
    attack("nobody's", "fk_bookings_person_id",
           booking("90, 2, 999, 'confirmed', 1, 1, 2"), owner("booking_id", 90, 2, 2)),
    attack("moved to another event", "fk_seats_booking_id fk_bookings_first_seat",
           "UPDATE bookings SET event_id = 1, person_id = 4 WHERE id = 12"),
    attack("deleted with its seat", "fk_seats_booking_id", "DELETE FROM bookings WHERE id = 12"),
    attack("changed without a version", "bookings_version", "UPDATE bookings SET status = 'pending' WHERE id = 12"),
    attack("an older version", "bookings_version",
           "UPDATE bookings SET version = 1, source = 'admin' WHERE id = 19"),
)  # fmt: skip

LINE = (
    attack("two guests of one name", "uq_participants_guest", guest(90), guest(91)),
    attack("twice in line", "uq_entries_active", entry("90, 1, 3, 90")),
    attack("twice on the reserve list", "uq_entries_reserve_active", entry("90, NULL, 4, 90")),
    attack("the place of another", "uq_entries_event_id_seq", entry("90, 1, 4, 23")),
    attack("paused until, and not paused", "ck_entries_paused",
           f"UPDATE entries SET paused_until = {LATER} WHERE id = 23"),
    attack("offered without a version", "entries_version", "UPDATE entries SET status = 'offered' WHERE id = 23"),
    attack("left and back", "entries_over", "UPDATE entries SET status = 'waiting', version = 9 WHERE id = 29"),
    attack("no seats wanted", "ck_entries_seats", "UPDATE entries SET seats = 0 WHERE id = 23"),
)  # fmt: skip

TAKE = owner("offer_id", 90, 2, 2)
OFFERS = (
    attack("no seat held", "ck_offers_first_seat", offer("90, 2, 23, 3, 'pending', 1, NULL, false, false, NULL, NULL")),
    attack("a seat it does not hold", "fk_offers_first_seat",
           offer("90, 2, 23, 3, 'pending', 1, 2, false, false, NULL, NULL")),
    attack("a last call with a seat", "ck_offers_first_seat",
           offer("90, 2, 23, 3, 'pending', 1, 2, false, true, NULL, NULL"), TAKE),
    attack("twice for one place in line", "uq_offers_entry",
           offer("90, 2, 22, 3, 'pending', 1, 2, false, false, NULL, NULL"), TAKE),
    attack("twice for one person", "uq_offers_person",
           offer("90, 1, 23, 2, 'pending', 1, NULL, false, true, NULL, NULL")),
    attack("two guarded", "uq_offers_guard",
           offer("90, 1, 23, 3, 'pending', 1, NULL, true, true, NULL, NULL")),
    attack("pending and decided", "ck_offers_decided",
           offer(f"90, 2, 23, 3, 'pending', 1, 2, false, false, {AT}, NULL"), TAKE),
    attack("decided by NULL", "ck_offers_decided",
           offer("90, 2, 23, 3, 'withdrawn', 0, NULL, false, false, NULL, NULL")),
    attack("accepted at the deadline", "ck_offers_accepted_in_time",
           offer(f"90, 2, 23, 3, 'accepted', 0, NULL, false, false, {LATER}, 12")),
    attack("expired before the deadline", "ck_offers_expired_in_time",
           offer(f"90, 2, 23, 3, 'expired', 0, NULL, false, false, {AT}, NULL")),
    attack("accepted without a booking", "ck_offers_booking",
           offer(f"90, 2, 23, 3, 'accepted', 0, NULL, false, false, {AT}, NULL")),
    attack("accepted for no booking", "fk_offers_booking",
           offer(f"90, 2, 23, 3, 'accepted', 0, NULL, false, false, {AT}, 999")),
    attack("open after the close", "ck_offers_closes",
           offer("90, 2, 23, 3, 'pending', 1, 2, false, false, NULL, NULL", NEVER), TAKE),
    attack("pending and not active", "ck_offers_active fk_offers_first_seat",
           offer("90, 2, 23, 3, 'pending', 0, 2, false, false, NULL, NULL")),
    attack("expired and open again", "offers_over", owner("offer_id", 39, 2, 2),
           "UPDATE offers SET status = 'pending', active = 1, first_seat = 2, decided_at = NULL, version = 9"
           " WHERE id = 39"),
    attack("withdrawn without a version", "offers_version", owner("offer_id", "NULL", 1, 2),
           f"UPDATE offers SET status = 'withdrawn', active = 0, first_seat = NULL, decided_at = {AT}"
           " WHERE id = 32"),
)  # fmt: skip

HISTORY = (
    attack("a fact rewritten", "facts_unchanged",
           "UPDATE facts SET actor_name = 'somebody else' WHERE subject_id = 11"),
    attack("a fact deleted", "facts_undeleted", "DELETE FROM facts WHERE subject = 'hold' AND subject_id = 49"),
    attack("a version twice", "uq_facts_subject_subject_id_version",
           "INSERT INTO facts (id, subject, subject_id, version, kind, actor_kind, actor_id, at, data)"
           f" VALUES (90, 'booking', 11, 1, 'BookingMade', 'job', 0, {AT}, '{{}}')"),
    attack("by nobody we know", "ck_facts_actor_kind",
           "INSERT INTO facts (id, subject, subject_id, version, kind, actor_kind, actor_id, at, data)"
           f" VALUES (90, 'booking', 11, 2, 'BookingMade', 'ghost', 0, {AT}, '{{}}')"),
    attack("an event closed without a version", "events_version", "UPDATE events SET status = 'closed' WHERE id = 1"),
    attack("a hold over without a version", "holds_version", owner("hold_id", "NULL", 1, 3),
           "UPDATE holds SET active = 0, first_seat = NULL WHERE id = 43"),
    attack("a hold over and back", "holds_over", owner("hold_id", 49, 2, 2),
           "UPDATE holds SET active = 1, first_seat = 2, version = 9 WHERE id = 49"),
    attack("an event that ends before it starts", "ck_events_ends",
           "UPDATE events SET ends_at = starts_at WHERE id = 1"),
)  # fmt: skip

POST = (
    attack("sent, and no message", "ck_letters_sent",
           letter("90, NULL, 'alert-x', 'sent', NULL, NULL, 'x', 'A'")),
    attack("a message, and not sent", "ck_letters_sent",
           letter("90, NULL, 'alert-x', 'queued', 5, NULL, 'x', 'A'")),
    attack("on its way without a lease", "ck_letters_sending",
           letter("90, NULL, 'alert-x', 'sending', NULL, NULL, 'x', 'A'")),
    attack("of a fact that never was", "fk_letters_fact_id",
           letter("90, 999, 'offer-made', 'queued', NULL, NULL, 'x', 'A'")),
    attack("twice of one fact", "uq_letters_fact",
           letter("90, 1001, 'offer-made', 'queued', NULL, NULL, 'x', 'A'"),
           letter("91, 1001, 'offer-made', 'queued', NULL, NULL, 'y', 'A'")),
    attack("two letters for one panel", "uq_letters_panel",
           letter("90, NULL, 'seats-freed', 'queued', NULL, NULL, 'x', 'P'"),
           letter("91, NULL, 'seats-freed', 'queued', NULL, NULL, 'x', 'P'")),
    attack("an update twice", "pk_updates",
           *[f"INSERT INTO updates (id, at) VALUES (5, {AT})"] * 2),
    attack("two persons with one Telegram id", "uq_participants_telegram_id",
           "UPDATE participants SET telegram_id = 7001 WHERE id = 2"),
)  # fmt: skip

REQUESTS = (
    attack("asked twice", "uq_requests_open", asks("90, 2, 4, 1, 'open', NULL")),
    attack("asked for nothing", "ck_requests_seats", asks("90, 2, 3, 0, 'open', NULL")),
    attack("asked for nobody", "fk_requests_person_id", asks("90, 2, 999, 1, 'open', NULL")),
    attack("asked for no event", "fk_requests_event_id", asks("90, 999, 3, 1, 'open', NULL")),
    attack("open and decided", "ck_requests_decided", asks(f"90, 2, 3, 1, 'open', {AT}")),
    attack("declined, nobody knows when", "ck_requests_decided", asks("90, 2, 3, 1, 'declined', NULL")),
    attack("an answer nobody knows", "ck_requests_status", asks(f"90, 2, 3, 1, 'perhaps', {AT}")),
    attack("granted without a version", "requests_version",
           f"UPDATE requests SET status = 'granted', decided_at = {AT} WHERE id = 54"),
    attack("declined and open again", "requests_over",
           "UPDATE requests SET status = 'open', decided_at = NULL, version = 9 WHERE id = 59"),
    attack("fewer than nobody ask", "ck_events_requests", "UPDATE events SET requests = -1 WHERE id = 2"),
)  # fmt: skip


def month(number: int, status: str) -> str:
    """A period of which wishes are closed."""
    columns = "id, account_id, month, status, wishes_until, seed, seed_hash"
    columns += ", opened_by, opened_by_name, opened_at, closed_at"
    seeds = f"'{'a' * 64}', '{'b' * 64}'"
    values = f"{number}, 1, '2027-{number - 59:02}', '{status}', {AT}, {seeds}, 900, 'Ada', {AT}, {AT}"
    return f"INSERT INTO periods ({columns}) VALUES ({values})"


def month_run(values: str) -> str:
    """id, period, number, status, output, finished_at, finalized_at."""
    columns = "id, period_id, number, status, output, finished_at, finalized_at"
    columns += ", strategy, ordering, seed_hash, input, input_hash, started_by, started_by_name, started_at"
    fixed = f"'balanced', 'most', '{'b' * 64}', '{{}}', '{'c' * 64}', 900, 'Ada', {AT}"
    return f"INSERT INTO runs ({columns}) VALUES ({values}, {fixed})"


def placement(values: str) -> str:
    """run, person, event, booking."""
    columns = "run_id, person_id, event_id, booking_id, seats, rank, reason"
    return f"INSERT INTO placements ({columns}) VALUES ({values}, 1, 1, 'placed')"


def short(values: str) -> str:
    """run, person, wanted, got."""
    return f"INSERT INTO unplaced (run_id, person_id, wanted, got, reason, detail) VALUES ({values}, 'full', '{{}}')"


def adjust(values: str) -> str:
    """id, period, person, kind, event, from_event, reason."""
    columns = "id, period_id, person_id, kind, event_id, from_event_id, reason, by_id, by_name, made_at"
    return f"INSERT INTO adjustments ({columns}) VALUES ({values}, 900, 'Ada', {AT})"


def result(values: str) -> str:
    """id, period, run, person, got, credit."""
    columns = "id, period_id, run_id, person_id, got, credit, wanted, reason, credit_before"
    return f"INSERT INTO results ({columns}) VALUES ({values}, 1, 'full', 0)"


PLANNED = (
    month(60, "planned"),
    month_run(f"61, 60, 1, 'done', '{{}}', {AT}, NULL"),
    placement("61, 1, 1, 11"),
    short("61, 3, 1, 0"),
    adjust("63, 60, 1, 'pin', 1, NULL, 'because'"),
)
FINAL = (
    *PLANNED,
    f"UPDATE runs SET finalized_at = {AT}, version = 2 WHERE id = 61",
    result("64, 60, 61, 3, 0, 1"),
    "UPDATE periods SET status = 'final', version = 2 WHERE id = 60",
)
NEXT_MONTH = (
    month(62, "planned"),
    month_run(f"85, 62, 1, 'done', '{{}}', {AT}, NULL"),
    placement("85, 2, 2, NULL"),
    short("85, 4, 1, 0"),
    adjust("86, 62, 3, 'pin', 1, NULL, 'because'"),
    result("87, 62, 85, 4, 0, 1"),
)
RUNS = (
    attack("a month that begins as a final one", "periods_begun", month(60, "final")),
    attack("a final month opened again", "periods_final", *FINAL,
           "UPDATE periods SET status = 'planned', version = 9 WHERE id = 60"),
    attack("a final month deleted",
           "periods_final_gone fk_runs_period_id fk_results_period_id fk_adjustments_period_id", *FINAL,
           "DELETE FROM periods WHERE id = 60"),
    attack("final without a run", "periods_made_final", *PLANNED,
           "UPDATE periods SET status = 'final', version = 9 WHERE id = 60"),
    attack("a run of a final month added", "runs_final_new", *FINAL,
           month_run(f"90, 60, 2, 'stopped', NULL, {AT}, NULL")),
    attack("a run of a final month changed", "runs_final", *FINAL,
           "UPDATE runs SET error = 'x', version = 9 WHERE id = 61"),
    attack("the run of a final month deleted",
           "runs_final_gone fk_placements_run_id fk_unplaced_run_id fk_results_run_id", *FINAL,
           "DELETE FROM runs WHERE id = 61"),
    attack("a place more in a final month", "placements_final_new", *FINAL, placement("61, 2, 2, NULL")),
    attack("a place changed in a final month", "placements_final", *FINAL,
           "UPDATE placements SET person_id = 2 WHERE run_id = 61"),
    attack("a place less in a final month", "placements_final_gone", *FINAL,
           "DELETE FROM placements WHERE run_id = 61"),
    attack("somebody short more", "unplaced_final_new", *FINAL, short("61, 4, 1, 0")),
    attack("somebody short changed", "unplaced_final", *FINAL,
           "UPDATE unplaced SET reason = 'x' WHERE run_id = 61"),
    attack("somebody short less", "unplaced_final_gone", *FINAL, "DELETE FROM unplaced WHERE run_id = 61"),
    attack("an adjustment after the end", "adjustments_final_new", *FINAL,
           adjust("90, 60, 3, 'pin', 1, NULL, 'because'")),
    attack("an adjustment changed after the end", "adjustments_final", *FINAL,
           "UPDATE adjustments SET active = false, version = 9 WHERE id = 63"),
    attack("an adjustment deleted after the end", "adjustments_final_gone", *FINAL,
           "DELETE FROM adjustments WHERE id = 63"),
    attack("a result more", "results_final_new", *FINAL, result("90, 60, 61, 4, 0, 1")),
    attack("a result changed", "results_final", *FINAL, "UPDATE results SET credit = 6 WHERE id = 64"),
    attack("a result deleted", "results_final_gone", *FINAL, "DELETE FROM results WHERE id = 64"),
    attack("a booking of the month for somebody else", "bookings_of_months", *FINAL,
           "UPDATE bookings SET person_id = 4, version = 9 WHERE id = 11"),
    attack("a booking of the month for more seats", "bookings_of_months", *FINAL,
           "UPDATE bookings SET seats = 2, version = 9 WHERE id = 11"),
    attack("a booking of the month at another event",
           "bookings_of_months fk_seats_booking_id fk_bookings_first_seat", *FINAL,
           "UPDATE bookings SET event_id = 2, person_id = 4, version = 9 WHERE id = 11"),
    attack("two final runs", "uq_runs_final", *PLANNED,
           f"UPDATE runs SET finalized_at = {AT}, version = 2 WHERE id = 61",
           month_run(f"90, 60, 2, 'done', '{{}}', {AT}, {AT}")),
    attack("two runs at once", "uq_runs_open", *PLANNED,
           month_run("90, 60, 2, 'running', NULL, NULL, NULL"), month_run("91, 60, 3, 'running', NULL, NULL, NULL")),
    attack("a version twice", "uq_runs_number", *PLANNED, month_run(f"90, 60, 1, 'stopped', NULL, {AT}, NULL")),
    attack("an output rewritten", "runs_over", *PLANNED,
           "UPDATE runs SET output = '[1]', version = 9 WHERE id = 61"),
    attack("an input rewritten", "runs_over", *PLANNED,
           "UPDATE runs SET input = '[1]', version = 9 WHERE id = 61"),
    attack("a run changed without a version", "runs_version", *PLANNED, "UPDATE runs SET error = 'x' WHERE id = 61"),
    attack("a run done with nothing", "ck_runs_output", *PLANNED,
           month_run(f"90, 60, 2, 'done', NULL, {AT}, NULL")),
    attack("a run that failed is final", "ck_runs_finalized", *PLANNED,
           month_run(f"90, 60, 2, 'failed', NULL, {AT}, {AT}")),
    attack("a run over, nobody knows when", "ck_runs_finished", *PLANNED,
           month_run("90, 60, 2, 'failed', NULL, NULL, NULL")),
    attack("one booking for two places", "uq_placements_booking", *PLANNED, placement("61, 2, 2, 11")),
    attack("a place for nobody", "fk_placements_person_id", *PLANNED, placement("61, 999, 2, NULL")),
    attack("short of nothing", "ck_unplaced_less", *PLANNED, short("61, 4, 1, 1")),
    attack("said twice", "uq_adjustments_event", *PLANNED, adjust("90, 60, 1, 'exclude', 1, NULL, 'because'")),
    attack("said twice of the month", "uq_adjustments_whole", *PLANNED,
           adjust("90, 60, 1, 'exclude', NULL, NULL, 'because'"),
           adjust("91, 60, 1, 'exclude', NULL, NULL, 'because'")),
    attack("pinned nowhere", "ck_adjustments_event", *PLANNED, adjust("90, 60, 2, 'pin', NULL, NULL, 'because'")),
    attack("moved from nowhere", "ck_adjustments_move", *PLANNED, adjust("90, 60, 2, 'move', 2, NULL, 'because'")),
    attack("moved to where they are", "ck_adjustments_two", *PLANNED, adjust("90, 60, 2, 'move', 2, 2, 'because'")),
    attack("adjusted without a reason", "ck_adjustments_reason", *PLANNED, adjust("90, 60, 2, 'pin', 2, NULL, ''")),
    attack("an adjustment that counts again", "adjustments_version", *PLANNED,
           "UPDATE adjustments SET active = false, version = 2 WHERE id = 63",
           "UPDATE adjustments SET active = true, version = 3 WHERE id = 63"),
    attack("seven months without a place", "ck_results_credit", *PLANNED, result("90, 60, 61, 3, 0, 7")),
    attack("a place of another month becomes one of a final one", "placements_stay", *FINAL, *NEXT_MONTH,
           "UPDATE placements SET run_id = 61 WHERE run_id = 85"),
    attack("somebody short elsewhere is so here", "unplaced_stay", *FINAL, *NEXT_MONTH,
           "UPDATE unplaced SET run_id = 61 WHERE run_id = 85"),
    attack("an adjustment of another month", "adjustments_stay", *FINAL, *NEXT_MONTH,
           "UPDATE adjustments SET period_id = 60, version = 2 WHERE id = 86"),
    attack("a result of another month", "results_stay", *FINAL, *NEXT_MONTH,
           "UPDATE results SET period_id = 60, run_id = 61 WHERE id = 87"),
    attack("two results", "uq_results_person", *PLANNED, result("90, 60, 61, 3, 0, 1"), result("91, 60, 61, 3, 0, 1")),
)  # fmt: skip


def repaired(number: int, person: int = 1, more: str = "1, 2, 1", of: int = 60) -> tuple[str, str]:
    """A repair that would move this person; `more`: from event, to event, seats; `of`: which month its move says."""
    made = f"'open', 'because', {LATER}, 900, 'Ada', {AT}"
    columns = "id, period_id, status, reason, expires_at, made_by, made_by_name, made_at"
    moved = "repair_id, person_id, booking_id, from_event_id, event_id, seats, rank, rank_before"
    moved += ", period_id, starts_at, ends_at"
    return (
        f"INSERT INTO repairs ({columns}) VALUES ({number}, 60, {made})",
        f"INSERT INTO repair_moves ({moved}) VALUES ({number}, {person}, 11, {more}, 2, 1, {of}, {AT}, {LATER})",
    )


REPAIRED = (month(60, "planned"), *repaired(70))
REPAIRS = (
    attack("moved without being asked", "bookings_repaired",
           "UPDATE seats SET booking_id = NULL WHERE booking_id = 12",
           "UPDATE bookings SET status = 'cancelled', active = 0, first_seat = NULL, ended = 'repair', "
           "version = version + 1 WHERE id = 12"),
    attack("moved before the own yes", "bookings_agreed", *REPAIRED,
           "UPDATE seats SET booking_id = NULL WHERE booking_id = 11",
           "UPDATE bookings SET status = 'cancelled', active = 0, first_seat = NULL, ended = 'repair', "
           "version = version + 1 WHERE id = 11"),
    attack("a repair that counts as done before all have agreed", "repairs_agreed", *REPAIRED,
           f"UPDATE repairs SET status = 'done', ended_at = {AT}, version = 2 WHERE id = 70"),
    attack("a repair that begins again", "repairs_over", *REPAIRED,
           f"UPDATE repairs SET status = 'withdrawn', cause = 'admin', ended_at = {AT}, version = 2 WHERE id = 70",
           "UPDATE repairs SET status = 'open', cause = '', ended_at = NULL, version = 3 WHERE id = 70"),
    attack("less time to answer than was said", "repairs_over", *REPAIRED,
           f"UPDATE repairs SET expires_at = {SOONER}, version = 2 WHERE id = 70"),
    attack("more time to answer what is over", "repairs_over", *REPAIRED,
           f"UPDATE repairs SET status = 'withdrawn', cause = 'admin', ended_at = {AT}, expires_at = {NEVER}, "
           "version = 2 WHERE id = 70"),
    attack("a repair without its version", "repairs_version", *REPAIRED,
           "UPDATE repairs SET made_by = 901 WHERE id = 70"),
    attack("a yes taken back", "repair_moves_over", *REPAIRED,
           "UPDATE repair_moves SET agreed = true WHERE repair_id = 70",
           "UPDATE repair_moves SET agreed = false WHERE repair_id = 70"),
    attack("another date than was asked", "repair_moves_over", *REPAIRED,
           f"UPDATE repair_moves SET starts_at = {SOONER} WHERE repair_id = 70"),
    attack("a move of another month", "fk_repair_moves_repair", month(60, "planned"), *repaired(70, of=61)),
    attack("asked for two at once", "uq_repair_moves_person", *REPAIRED, *repaired(71)),
    attack("withdrawn for nothing", "ck_repairs_withdrawn", *REPAIRED,
           f"UPDATE repairs SET status = 'withdrawn', ended_at = {AT}, version = 2 WHERE id = 70"),
    attack("over without an end", "ck_repairs_ended", *REPAIRED,
           "UPDATE repairs SET status = 'withdrawn', cause = 'admin', version = 2 WHERE id = 70"),
    attack("a repair to where they are", "ck_repair_moves_two", month(60, "planned"), *repaired(70, 1, "1, 1, 1")),
    attack("a repair without a seat", "ck_repair_moves_seats", month(60, "planned"), *repaired(70, 1, "1, 2, 0")),
    attack("a repair deleted", "repairs_undeleted", *REPAIRED[:2], "DELETE FROM repairs WHERE id = 70"),
    attack("whoever has not agreed was never asked", "repair_moves_undeleted", *REPAIRED,
           "DELETE FROM repair_moves WHERE repair_id = 70"),
    attack("a schedule that is never due", "ck_schedules_due",
           "INSERT INTO schedules (account_id, cron, chosen_by, chosen_by_name, chosen_at) "
           f"VALUES (1, '0 3 * * *', 900, 'Ada', {AT})"),
)  # fmt: skip


def placed(number: int, month_id: int, source: str = "month") -> tuple[str, ...]:
    """A booking of person 3 for event 2, given by the allocation of this month."""
    columns = (
        "id, event_id, person_id, status, active, seats, first_seat, names, created_at, source, period_id"
    )
    values = f"{number}, 2, 3, 'confirmed', 1, 1, 2, '[]', {AT}, '{source}', {month_id}"
    return f"INSERT INTO bookings ({columns}) VALUES ({values})", owner("booking_id", number, 2, 2)


def gone(ended: str, version: int = 2) -> tuple[str, ...]:
    """That booking is over, in this way."""
    freed = "UPDATE seats SET booking_id = NULL WHERE event_id = 2 AND number = 2"
    values = f"status = 'cancelled', active = 0, first_seat = NULL, ended = '{ended}', version = {version}"
    return freed, f"UPDATE bookings SET {values} WHERE id = 70"


def locked(values: str, period: int = 61) -> str:
    """id, until, ended, ended_at, refused, asked_id, asked_name."""
    columns = (
        "id, until, ended, ended_at, refused, asked_id, asked_name, period_id, holder_id, holder_name, since"
    )
    return f"INSERT INTO locks ({columns}) VALUES ({values}, {period}, 900, 'Ada', {AT})"


def unlocked(values: str, period: int = 60) -> str:
    """id, status, reason, minutes, lapses_at, ended_at."""
    columns = "id, status, reason, minutes, lapses_at, ended_at, period_id, asked_by, asked_by_name, asked_at"
    return f"INSERT INTO unlocks ({columns}) VALUES ({values}, {period}, 900, 'Ada', {AT})"


def agreed(by: str = "901", until: str = LATER, status: str = "open") -> str:
    """Somebody agrees to the unlocking 71."""
    values = (
        f"status = '{status}', decided_by = {by}, decided_by_name = 'Ben', decided_at = {AT}, until = {until}"
    )
    return f"UPDATE unlocks SET {values}, version = 2 WHERE id = 71"


PLACED = (
    month(60, "planned"),
    month_run(f"62, 60, 1, 'done', '{{}}', {AT}, NULL"),
    *placed(70, 60),
    placement("62, 3, 2, 70"),
    f"UPDATE runs SET finalized_at = {AT}, version = 2 WHERE id = 62",
    "UPDATE periods SET status = 'final', version = 2 WHERE id = 60",
)
ANOTHER_DAY = f"UPDATE events SET starts_at = {LATER}, ends_at = {AFTER}, version = 9 WHERE id = 2"
ASKED = (*PLACED, unlocked(f"71, 'asked', 'because', 540, {LATER}, NULL"))
MOVED = (*ASKED, agreed(), *gone("move"), *placed(80, 60, "move"))
HELD = locked(f"72, {LATER}, '', NULL, 0, NULL, ''")
LOCKS = (
    attack("a place of a final month moved", "bookings_placed_moved", *PLACED, *gone("move")),
    attack("a place of a final month given to the line", "bookings_placed_moved", *PLACED, *gone("line")),
    attack("a date of a final month moved", "events_of_months", *PLACED, ANOTHER_DAY),
    attack("a date of a final month made longer", "events_of_months", *PLACED,
           f"UPDATE events SET ends_at = {NEVER}, version = 9 WHERE id = 2"),
    attack("a date moved before the second one agrees", "events_of_months", *ASKED, ANOTHER_DAY),
    attack("a date moved after it was locked again", "events_of_months", *ASKED, agreed(),
           f"UPDATE unlocks SET status = 'over', ended_at = {AT}, version = 3 WHERE id = 71", ANOTHER_DAY),
    attack("moved before the second one agrees", "bookings_placed_moved", *ASKED, *gone("move")),
    attack("moved after it was locked again", "bookings_placed_moved", *ASKED, agreed(),
           f"UPDATE unlocks SET status = 'over', ended_at = {AT}, version = 3 WHERE id = 71", *gone("move")),
    attack("a place that ends, nobody knows how", "bookings_placed_ended", *PLACED, *gone("")),
    attack("a place that has ended otherwise", "bookings_placed_ended", *PLACED, *gone("self"), *gone("move", 3)),
    attack("a place that ends in a way nobody knows", "bookings_known_end", *PLACED, *gone("perhaps")),
    attack("a place that begins as over, nobody knows how", "bookings_known_end_new", month(60, "planned"),
           placed(70, 60)[0].replace("period_id)", "period_id, ended)").replace(", 60)", ", 60, 'perhaps')"),
           placed(70, 60)[1]),
    attack("a place that was moved for somebody else", "bookings_stay", *MOVED,
           "UPDATE bookings SET person_id = 4, version = 9 WHERE id = 80"),
    attack("a place that was moved for more seats", "bookings_stay", *MOVED,
           "UPDATE bookings SET seats = 2, version = 9 WHERE id = 80"),
    attack("open for longer than was asked", "unlocks_as_asked", *ASKED, agreed(until="'2026-11-20 18:01:00'")),
    attack("an unlocking that never was", "unlocks_undeleted", *ASKED, "DELETE FROM unlocks WHERE id = 71"),
    attack("a lock that never was", "locks_undeleted", HELD, "DELETE FROM locks WHERE id = 72"),
    attack("a place that is none of its month any more", "bookings_placed", *PLACED,
           "UPDATE bookings SET period_id = NULL, version = 2 WHERE id = 70"),
    attack("a booking made a place of a final month", "bookings_placed", *FINAL,
           "UPDATE bookings SET period_id = 60, version = 9 WHERE id = 12"),
    attack("a place added to a final month", "bookings_placed_new", *FINAL, *placed(70, 60)),
    attack("a place moved to, nobody has opened the month", "bookings_placed_new", *FINAL, *placed(70, 60, "move")),
    attack("a place moved to without having had one", "bookings_placed_new", *FINAL,
           unlocked(f"71, 'asked', 'because', 540, {LATER}, NULL"), agreed(), *placed(70, 60, "move")),
    attack("a place repaired without being asked", "bookings_placed_new", *FINAL, *placed(70, 60, "repair")),
    attack("a place repaired before all have agreed", "bookings_agreed_new", *FINAL, *repaired(70, 3),
           *placed(80, 60, "repair")),
    attack("a place of a month that never was", "bookings_placed_new", *placed(70, 999)),
    attack("a place deleted", "bookings_placed_gone", month(60, "planned"), *placed(70, 60), *gone("self"),
           "DELETE FROM bookings WHERE id = 70"),
    attack("two locks at once", "uq_locks_active", HELD, locked(f"90, {LATER}, '', NULL, 0, NULL, ''")),
    attack("a lock of no month", "fk_locks_period_id", locked(f"90, {LATER}, '', NULL, 0, NULL, ''", 999)),
    attack("a lock over before it begins", "ck_locks_until", locked(f"90, {AT}, '', NULL, 0, NULL, ''")),
    attack("a lock over, nobody knows when", "ck_locks_over", locked(f"90, {LATER}, 'expired', NULL, 0, NULL, ''")),
    attack("a lock over, nobody knows how", "ck_locks_ended", locked(f"90, {LATER}, 'perhaps', {AT}, 0, NULL, ''")),
    attack("fewer than no edits refused", "ck_locks_refused", locked(f"90, {LATER}, '', NULL, -1, NULL, ''")),
    attack("asked for by nobody", "ck_locks_asked", locked(f"90, {LATER}, '', NULL, 0, NULL, 'Ben'")),
    attack("a lock of no version", "ck_locks_version locks_version", HELD,
           "UPDATE locks SET version = 0 WHERE id = 72"),
    attack("a lock changed without a version", "locks_version", HELD, "UPDATE locks SET refused = 1 WHERE id = 72"),
    attack("a lock that holds again", "locks_over", HELD,
           f"UPDATE locks SET ended = 'expired', ended_at = {AT}, version = 2 WHERE id = 72",
           "UPDATE locks SET ended = '', ended_at = NULL, version = 3 WHERE id = 72"),
    attack("a lock cut short", "locks_over", HELD, f"UPDATE locks SET until = {SOONER}, version = 2 WHERE id = 72"),
    attack("edits that nobody has refused", "locks_over", locked(f"72, {LATER}, '', NULL, 3, NULL, ''"),
           "UPDATE locks SET refused = 2, version = 2 WHERE id = 72"),
    attack("two who ask", "uq_unlocks_active", *ASKED, unlocked(f"90, 'asked', 'because', 30, {LATER}, NULL")),
    attack("a month opened that is not final", "unlocks_final", month(60, "planned"),
           unlocked(f"71, 'asked', 'because', 30, {LATER}, NULL")),
    attack("no month opened", "fk_unlocks_period_id unlocks_final",
           unlocked(f"71, 'asked', 'because', 30, {LATER}, NULL", 999)),
    attack("opened without being asked for", "unlocks_asked", *PLACED,
           unlocked(f"90, 'lapsed', 'because', 30, {LATER}, {AT}")),
    attack("an answer nobody knows of an unlocking", "ck_unlocks_status unlocks_asked", *PLACED,
           unlocked(f"90, 'perhaps', 'because', 30, {LATER}, {AT}")),
    attack("asked for without a reason", "ck_unlocks_reason", *PLACED,
           unlocked(f"90, 'asked', '', 30, {LATER}, NULL")),
    attack("opened for a week", "ck_unlocks_minutes", *PLACED,
           unlocked(f"90, 'asked', 'because', 10080, {LATER}, NULL")),
    attack("lapsed before it was asked for", "ck_unlocks_lapses", *PLACED,
           unlocked(f"90, 'asked', 'because', 30, {AT}, NULL")),
    attack("asked for and over", "ck_unlocks_over", *PLACED, unlocked(f"90, 'asked', 'because', 30, {LATER}, {AT}")),
    attack("one who asks and agrees", "ck_unlocks_two", *ASKED, agreed("900")),
    attack("agreed by nobody", "ck_unlocks_decided", *ASKED,
           f"UPDATE unlocks SET status = 'open', until = {LATER}, version = 2 WHERE id = 71"),
    attack("open for ever", "ck_unlocks_until", *ASKED, agreed(until="NULL")),
    attack("an unlocking changed without a version", "unlocks_version", *ASKED,
           f"UPDATE unlocks SET status = 'lapsed', ended_at = {AT} WHERE id = 71"),
    attack("an unlocking of no version", "ck_unlocks_version unlocks_version", *ASKED,
           f"UPDATE unlocks SET status = 'lapsed', ended_at = {AT}, version = 0 WHERE id = 71"),
    attack("open for longer than agreed", "unlocks_over unlocks_as_asked", *ASKED, agreed(),
           f"UPDATE unlocks SET until = {NEVER}, version = 3 WHERE id = 71"),
    attack("open again", "unlocks_over", *ASKED,
           f"UPDATE unlocks SET status = 'lapsed', ended_at = {AT}, version = 2 WHERE id = 71",
           "UPDATE unlocks SET status = 'asked', ended_at = NULL, version = 3 WHERE id = 71"),
)  # fmt: skip

SHUT = f"UPDATE periods SET status = 'closed', closed_at = {AT}, version = 2 WHERE id = 61"


def period(values: str) -> str:
    """id, account, month, status, seed, seed_hash, closed_at."""
    columns = "id, account_id, month, status, seed, seed_hash, closed_at, wishes_until, opened_at, opened_by"
    return f"INSERT INTO periods ({columns}, opened_by_name) VALUES ({values}, {LATER}, {AT}, 900, 'Ada')"


def wish(values: str) -> str:
    """id, person, status, count, at_most, seats."""
    columns = "id, person_id, status, count, at_most, seats, period_id, stated_at"
    return f"INSERT INTO wishes ({columns}) VALUES ({values}, 61, {AT})"


def together(values: str) -> str:
    """id, person, friend, link, status."""
    columns = "id, person_id, friend_id, link, status, period_id, asked_at"
    return f"INSERT INTO friendships ({columns}) VALUES ({values}, 61, {AT})"


def chosen(values: str) -> str:
    """wish, event, rank."""
    return f"INSERT INTO wish_choices (wish_id, event_id, rank) VALUES ({values})"


SEEDS = f"'{'c' * 64}', '{'d' * 64}'"
MONTH = (
    attack("a month twice", "uq_periods_month", period(f"90, 1, '2026-12', 'collecting', {SEEDS}, NULL")),
    attack("a month of nobody", "fk_periods_account_id", period(f"90, 9, '2027-01', 'collecting', {SEEDS}, NULL")),
    attack("a month nobody knows", "ck_periods_month", period(f"90, 1, '27-1', 'collecting', {SEEDS}, NULL")),
    attack("a month in a state nobody knows", "ck_periods_status",
           period(f"90, 1, '2027-01', 'perhaps', {SEEDS}, {AT}")),
    attack("a short seed", "ck_periods_seed", period(f"90, 1, '2027-01', 'collecting', 'c', '{'d' * 64}', NULL")),
    attack("open and closed", "ck_periods_closed", period(f"90, 1, '2027-01', 'collecting', {SEEDS}, {AT}")),
    attack("closed, nobody knows when", "ck_periods_closed", period(f"90, 1, '2027-01', 'closed', {SEEDS}, NULL")),
    attack("another seed", "periods_seed", f"UPDATE periods SET seed = '{'c' * 64}', version = 2 WHERE id = 61"),
    attack("another hash", "periods_seed", f"UPDATE periods SET seed_hash = '{'c' * 64}', version = 2 WHERE id = 61"),
    attack("closed without a version", "periods_version",
           f"UPDATE periods SET status = 'closed', closed_at = {AT} WHERE id = 61"),
    attack("two wishes", "uq_wishes_person", wish("90, 2, 'stated', 1, '', 1")),
    attack("a wish of nobody", "fk_wishes_person_id", wish("90, 999, 'stated', 1, '', 1")),
    attack("a wish for nothing", "ck_wishes_count", wish("90, 3, 'stated', 0, '', 1")),
    attack("a wish for no seat", "ck_wishes_seats", wish("90, 3, 'stated', 1, '', 0")),
    attack("at most one a year", "ck_wishes_at_most", wish("90, 3, 'stated', 1, 'year', 1")),
    attack("a wish perhaps", "ck_wishes_status", wish("90, 3, 'perhaps', 1, '', 1")),
    attack("a wish too late", "wishes_open", SHUT, wish("90, 3, 'stated', 1, '', 1")),
    attack("a change too late", "wishes_changed", SHUT, "UPDATE wishes SET count = 2, version = 2 WHERE id = 64"),
    attack("a change without a version", "wishes_version", "UPDATE wishes SET count = 2 WHERE id = 64"),
    attack("a date too late", "wish_choices_open", SHUT, chosen("64, 2, 2")),
    attack("a date gone too late", "wish_choices_gone", SHUT, "DELETE FROM wish_choices WHERE wish_id = 64"),
    attack("a wish of another month", "wishes_stay", period(f"90, 1, '2027-01', 'collecting', {SEEDS}, NULL"),
           "UPDATE wishes SET period_id = 90, version = 2 WHERE id = 64"),
    attack("a wish of somebody else", "wishes_stay", "UPDATE wishes SET person_id = 3, version = 2 WHERE id = 64"),
    attack("a wish deleted", "wishes_undeleted",
           "DELETE FROM wish_choices WHERE wish_id = 64", SHUT, "DELETE FROM wishes WHERE id = 64"),
    attack("a date at another rank too late", "wish_choices_stay", SHUT,
           "UPDATE wish_choices SET rank = 2 WHERE wish_id = 64"),
    attack("a date at no rank", "ck_wish_choices_rank", chosen("64, 2, 0")),
    attack("a date twice", "pk_wish_choices", chosen("64, 1, 2")),
    attack("a date that never was", "fk_wish_choices_event_id", chosen("64, 999, 2")),
    attack("together with oneself", "ck_friendships_two", together("90, 3, 3, 9, 'agreed'")),
    attack("together with nobody", "ck_friendships_agreed", together("90, 3, NULL, 9, 'agreed'")),
    attack("a yes before it was given", "ck_friendships_asked", together("90, 3, 4, 9, 'asked'")),
    attack("together in a way nobody knows", "ck_friendships_status", together("90, 3, 4, 9, 'perhaps'")),
    attack("together twice", "uq_friendships_agreed", together("90, 2, 1, 9, 'agreed'")),
    attack("a link twice", "uq_friendships_link", together("90, 3, NULL, 5, 'asked'")),
    attack("together in another month", "friendships_stay",
           period(f"90, 1, '2027-01', 'collecting', {SEEDS}, NULL"),
           "UPDATE friendships SET period_id = 90, version = 9 WHERE id = 67"),
    attack("never together", "friendships_undeleted", "DELETE FROM friendships WHERE id = 67"),
    attack("together without a version", "friendships_over", "UPDATE friendships SET status = 'ended' WHERE id = 67"),
)  # fmt: skip

GROUPS = {
    "repairs": REPAIRS,
    "runs": RUNS,
    "locks": LOCKS,
    "month": MONTH,
    "requests": REQUESTS,
    "seats": OVERSELLING,
    "owners": OWNERS,
    "bookings": BOOKINGS,
    "line": LINE,
    "offers": OFFERS,
    "history": HISTORY,
    "post": POST,
}
