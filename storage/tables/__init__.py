"""The schema, once, for SQLite and PostgreSQL.

A seat is a row. There are exactly `capacity` of them for an event, each has at most one owner (a booking, an offer or
a hold), and an owner that is over cannot own any; an active booking, a pending offer and an active hold must name a
first seat that they really own. So neither a rule nor hand-written SQL can sell an event over.
"""

from storage.tables.bookings import bookings
from storage.tables.columns import (
    Id,
    Instant,
    Json,
    flag,
    json,
    key,
    listed,
    metadata,
    moment,
    number,
    one_of,
    ref,
    text,
)
from storage.tables.entries import ACTIVE_ENTRY, entries, line_sizes
from storage.tables.events import events
from storage.tables.history import anchors, facts, seal_facts, seals, updates
from storage.tables.house import (
    admin_drafts,
    alerts,
    counters,
    drafts,
    job_runs,
    moved_groups,
    pending_imports,
    roles,
    topics,
)
from storage.tables.letters import LETTER_STATES, OPEN_LETTER, letters
from storage.tables.locks import locks, schedules, unlocks
from storage.tables.months import AGREED, friendships, periods, wish_choices, wishes
from storage.tables.offers import holds, offers
from storage.tables.people import GUEST, participants
from storage.tables.repairs import repair_holds, repair_moves, repairs
from storage.tables.requests import OPEN_REQUEST, requests
from storage.tables.runs import adjustments, placements, results, run_leases, runs, unplaced
from storage.tables.seats import seats
from storage.tables.services import MODES, accounts, presets, series, services

__all__ = [
    "ACTIVE_ENTRY",
    "AGREED",
    "GUEST",
    "LETTER_STATES",
    "MODES",
    "OPEN_LETTER",
    "OPEN_REQUEST",
    "Id",
    "Instant",
    "Json",
    "accounts",
    "adjustments",
    "admin_drafts",
    "alerts",
    "anchors",
    "bookings",
    "counters",
    "drafts",
    "entries",
    "events",
    "facts",
    "flag",
    "friendships",
    "holds",
    "job_runs",
    "json",
    "key",
    "letters",
    "line_sizes",
    "listed",
    "locks",
    "metadata",
    "moment",
    "moved_groups",
    "number",
    "offers",
    "one_of",
    "participants",
    "pending_imports",
    "periods",
    "placements",
    "presets",
    "ref",
    "repair_holds",
    "repair_moves",
    "repairs",
    "requests",
    "results",
    "roles",
    "run_leases",
    "runs",
    "schedules",
    "seal_facts",
    "seals",
    "seats",
    "series",
    "services",
    "text",
    "topics",
    "unlocks",
    "unplaced",
    "updates",
    "wish_choices",
    "wishes",
]
