"""One import: lock, compare, write, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.catalogue import AccountPlan, Catalogue, EventPlan
from engine.ports import Actor
from engine.settings import OfferRules, items, resolve_rules, written
from storage.catalogue import columns, slots
from storage.catalogue.finality import final_dates
from storage.catalogue.held import held_before
from storage.catalogue.report import Conflict, ImportRefused, ImportReport
from storage.catalogue.seating import Seating
from storage.catalogue.shifting import shift_events
from storage.catalogue.writing import Importer, Writing
from storage.database import Database
from storage.ids import Ids, OutOfIds
from storage.selects import in_ids
from storage.settings import offer_rules
from storage.tables import accounts, events, series, services

SLOTS = 4_096  # ids for the slots of an individual service, to begin with

Rows = dict[str, Any]


async def import_catalogue(
    database: Database,
    catalogue: Catalogue,
    now: datetime,
    *,
    dry_run: bool = False,
    by: Importer = Importer(),  # noqa: B008 - frozen
    besides: Callable[[sa.Connection, ImportReport], None] = lambda _, __: None,
) -> ImportReport:
    """Write the catalogue, or with `dry_run` only say what it would do; the report is the same.

    Rows are met by their codes: a new code makes a row, a known one is changed where it differs, what the file does
    not mention stays. The account is met by its name; a single account may be renamed. Events are locked first, in
    the order of their ids. Slots of individual services follow their hours. `besides` is done in the same
    transaction. Raises ImportRefused with every problem, and then has written nothing.
    """
    ids = Ids(database)
    plans = 1 + len(catalogue.services) + len(catalogue.series) + len(catalogue.events)
    individual = any(plan.kind == "individual" for plan in catalogue.services)
    needed = 2 * plans + individual * SLOTS  # a row and a fact each

    def write(connection: sa.Connection) -> ImportReport:
        report = _import(connection, catalogue, Writing(connection, ids, now, by), now)
        moved = {
            change.id: change.fields["starts_at"][0]
            for change in report.changes
            if change.subject == "event" and "starts_at" in change.fields
        }
        shift_events(connection, moved, ids, now, by)
        report = _with_slots(connection, report, ids, now, by)
        besides(connection, report)
        if dry_run:
            raise _Enough(report)
        return report

    while True:
        await ids.reserve(needed)
        try:
            return await database.transact(write)
        except _Enough as enough:
            return replace(enough.report, dry_run=True)
        except OutOfIds:  # many people to be told of another time
            needed *= 8


class _Enough(Exception):
    def __init__(self, report: ImportReport) -> None:
        self.report = report
        super().__init__("dry run")


def _import(connection: sa.Connection, catalogue: Catalogue, writing: Writing, now: datetime) -> ImportReport:
    slots.alone(connection)
    found = _account(connection, catalogue.account)
    event_rows = _lock_events(connection, found.id, catalogue) if found else {}
    account_id = _write_account(writing, found, catalogue.account)
    service_ids, problems = _write_services(writing, catalogue, account_id)
    series_ids = _write_series(writing, catalogue, service_ids)
    seating = Seating(connection)
    problems += _write_events(writing, seating, catalogue, event_rows, (account_id, service_ids, series_ids))
    problems += seating.problems()
    problems += held_before(connection, catalogue.events, event_rows, now)
    problems += final_dates(connection, catalogue.events, event_rows, now)
    if problems:
        raise ImportRefused(problems)
    seating.shrink()
    report = writing.flush()
    seating.grow()
    return report


def _account(connection: sa.Connection, plan: AccountPlan | None) -> Any:
    found = connection.execute(sa.select(accounts).order_by(accounts.c.id)).all()
    if plan is not None and (same := [row for row in found if row.name == plan.name]):
        return same[0]
    if len(found) > 1:
        raise ImportRefused(
            [
                Conflict(
                    "There are several accounts: name the one that this file is for.", key="several_accounts"
                )
            ]
        )
    if not found and plan is None:
        raise ImportRefused(
            [
                Conflict(
                    "There is no account yet: the first file must name one, with its timezone.",
                    key="no_account",
                )
            ]
        )
    return found[0] if found else None


def _lock_events(connection: sa.Connection, account_id: int, catalogue: Catalogue) -> Rows:
    """By code; of individual services, whose hours or zone may change, all. Decisions about these events wait until the
    import is committed."""
    wanted = {plan.code for plan in catalogue.events}
    individual = any(plan.kind == "individual" for plan in catalogue.services)
    ours = (
        sa.select(events.c.id, events.c.code, services.c.kind)
        .join(services, services.c.id == events.c.service_id)
        .where(events.c.account_id == account_id)
    )
    slots_too = individual or catalogue.account is not None
    found = connection.execute(ours).all()
    ids = sorted(row.id for row in found if row.code in wanted or (slots_too and row.kind == "individual"))
    chosen = sa.select(events).where(in_ids(events.c.id, ids, connection)).order_by(events.c.id)
    return {row.code: row for row in connection.execute(chosen.with_for_update())}


def _write_account(writing: Writing, found: Any, plan: AccountPlan | None) -> int:
    if plan is None:
        return int(found.id)
    return writing.put("account", accounts, found, columns.account(plan), plan.name)


def _write_services(
    writing: Writing, catalogue: Catalogue, account_id: int
) -> tuple[Mapping[str, int], list[Conflict]]:
    """Ids of the account's services by code, those included that only the database knows; and the problems."""
    known = writing.rows(sa.select(services).where(services.c.account_id == account_id))
    ids = {code: int(row.id) for code, row in known.items()}
    problems = []
    for plan in catalogue.services:
        if plan.code in known and known[plan.code].kind != plan.kind:
            problems.append(Conflict("the kind of a service cannot change.", "service", plan.code, "kind"))
            continue
        values = columns.service(plan, account_id)
        if plan.code not in known:
            values.setdefault("questions", [])  # new rows are written together, with the same columns
        if plan.code in known and _alike(offer_rules(known[plan.code].offer), plan.offer):
            values["offer"] = known[plan.code].offer  # the same in fewer words
        ids[plan.code] = writing.put("service", services, known.get(plan.code), values, plan.code)
    return ids, problems


def _write_series(
    writing: Writing, catalogue: Catalogue, service_ids: Mapping[str, int]
) -> Mapping[tuple[str, str], int]:
    """Ids of series by the codes of their service and their own."""
    by_id = {service_id: code for code, service_id in service_ids.items()}
    here = in_ids(series.c.service_id, sorted(by_id), writing.connection)
    known = {
        (by_id[row.service_id], row.code): row
        for row in writing.connection.execute(sa.select(series).where(here))
    }
    ids = {codes: int(row.id) for codes, row in known.items()}
    for plan in catalogue.series:
        codes = (plan.service, plan.code)
        values = columns.series(plan, service_ids[plan.service])
        ids[codes] = writing.put("series", series, known.get(codes), values, plan.code)
    return ids


def _with_slots(
    connection: sa.Connection,
    report: ImportReport,
    ids: Ids,
    now: datetime,
    by: Importer,
) -> ImportReport:
    """Slots follow hours that are new or others, and another zone of the account."""
    zone = any(change.subject == "account" and "timezone" in change.fields for change in report.changes)
    hours = {
        change.id
        for change in report.changes
        if change.subject == "service" and (change.made or {"hours", "minutes"} & change.fields.keys())
    }
    actor = Actor("import", by.id, by.name)
    done = {
        service.row.code: slots.follow(connection, service, ids, now, actor, by.reason)
        for service in slots.planned(connection, now)
        if zone or service.row.id in hours
    }
    for code, refit in done.items():
        slots.tell_who_stays(connection, code, refit, ids, now)
    return replace(report, slots=done)


def _follows(row: Any, plan: EventPlan) -> Rows:
    """What else of an event changes with it. New seats, and seats at another time, are not those that anybody let go:
    everybody is asked for them. A capacity that was going down is as the file says from now on."""
    released: Rows = {"released": plan.capacity} if row.released > plan.capacity else {}
    if row.drain_to is not None and plan.capacity != row.capacity:
        released["drain_to"] = None
    afresh = plan.capacity > row.capacity or plan.starts_at != row.starts_at
    return released | ({"round": row.round + 1} if afresh else {})


def _rules(connection: sa.Connection, account_id: int, catalogue: Catalogue) -> dict[str, OfferRules]:
    """Each service's rules as they will be, by its code."""
    known = sa.select(services.c.code, services.c.offer).where(services.c.account_id == account_id)
    found = {row.code: offer_rules(row.offer) for row in connection.execute(known)}
    return found | {plan.code: plan.offer for plan in catalogue.services}


def _alike(rules: OfferRules, others: OfferRules) -> bool:
    """Whether they come to the same; a seed means nothing where no lots are drawn."""
    if rules.order == others.order != "lottery":
        others = replace(others, seed=rules.seed)
    return rules == others


def _stays(row: Any, plan: EventPlan, service: OfferRules) -> Rows:
    """What the file does not say of an event, or says in other words."""
    values: Rows = {} if plan.series else {"series_id": row.series_id}
    if plan.minimum == plan.capacity == row.capacity < row.minimum:  # an admin has taken seats away
        values["minimum"] = row.minimum
    if plan.offer is None:
        same = not row.offer
    else:
        same = _alike(resolve_rules(items(written(service)), items(row.offer)), plan.offer)
    return values | ({"offer": row.offer} if plan.of_table or same else {})


def _write_events(
    writing: Writing,
    seating: Seating,
    catalogue: Catalogue,
    known: Rows,
    ids: tuple[int, Mapping[str, int], Mapping[tuple[str, str], int]],
) -> list[Conflict]:
    """The problems."""
    account_id, service_ids, series_ids = ids
    problems = []
    rules = _rules(writing.connection, account_id, catalogue)
    for plan in catalogue.events:
        service_id = service_ids.get(plan.service)
        row = known.get(plan.code)
        if service_id is None:
            problems.append(
                Conflict(
                    f"there is no service {plan.service}.",
                    "event",
                    plan.code,
                    "no_service",
                    {"service": plan.service},
                )
            )
        elif row is not None and row.service_id != service_id:
            problems.append(
                Conflict(
                    "this code belongs to an event of another service.", "event", plan.code, "other_service"
                )
            )
        else:
            series_id = series_ids.get((plan.service, plan.series or ""))
            values = columns.event(plan, account_id, service_id, series_id)
            if row is not None:
                values |= _follows(row, plan) | _stays(row, plan, rules[plan.service])
            event_id = writing.put("event", events, row, values, plan.code)
            seating.plan(event_id, plan.code, row.capacity if row else 0, plan.capacity)
    return problems
