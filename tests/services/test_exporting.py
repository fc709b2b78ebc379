"""What the bot hands out and is given back: the whole catalogue as YAML, events and participants as tables. Sent
back as they are, they change nothing."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue_file import load, read
from bot.imports import exporting, templates
from engine.catalogue import AccountPlan, Catalogue, EventPlan, SeriesPlan, ServicePlan, people
from engine.services import capacity
from engine.services.who import AdminTap
from engine.settings import Mode, OfferRules, QuietHours, Tier, written
from engine.state import TimeWindow
from handlers.sheets import as_csv, as_xlsx
from storage.catalogue import import_catalogue, import_people, known
from storage.catalogue.listing import account_kept, events_kept, people_kept, services_kept
from storage.database import Database
from storage.tables import entries, events, participants, services
from storage.views import SqlViews
from storage.work import SharedWork
from tests.services.fresh import empty
from tests.services.world import NOW, Clock

FEW = settings(max_examples=max(settings().max_examples // 4, 10))
ADA = AdminTap(900, "Ada", reason="another hall")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)

ODD = [
    "Yoga",
    "=1+1",
    "@x",
    "+1",
    "-",
    "'=1",
    "no",
    "null",
    "~",
    "18:30",
    "2026-12-01",
    "007",
    "1e3",
    "a: b # c",
    "- {x}, [y]",
    "& <b> *z",
    "\"quoted\" 'too'",
    "% Zoë 🧘‍♀️ ő",
    "ends with:",
]
names = st.sampled_from(ODD)
texts = st.dictionaries(st.sampled_from(["en", "hu", "de"]), names, min_size=1)
stories = st.dictionaries(
    st.sampled_from(["en", "hu"]), st.sampled_from([*ODD, "two\nlines", "a\n\n  b: c\n# d"]), max_size=2
)
lengths = st.sampled_from([timedelta(0), MINUTE, 90 * MINUTE, 2 * HOUR, 48 * HOUR])
rules = st.builds(
    OfferRules,
    validity=st.sampled_from([None, MINUTE, 2 * HOUR]),
    parallel=st.sampled_from([0, 1, 3]),
    last_call=lengths,
    cutoff=lengths,
    quiet=st.sampled_from([None, QuietHours(time(22), time(8, 30))]),
    auto_confirm=st.sampled_from([None, timedelta(0), 3 * HOUR]),
    order=st.just("lottery"),
    seed=st.sampled_from(["moon", "12345678", "true"]),
    party_fit=st.sampled_from(["strict", "best"]),
    max_skips=st.integers(0, 5),
) | st.just(OfferRules())
AUTUMN = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
"""Around it the clock shows some hours twice."""
starts = st.builds(lambda n: AUTUMN + n * 15 * MINUTE, st.integers(0, 12)) | st.just(
    NOW + timedelta(days=9, seconds=30)
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    account = draw(
        st.builds(
            AccountPlan,
            name=names,
            timezone=st.sampled_from(["Europe/Budapest", "America/New_York", "UTC", "Asia/Kolkata"]),
            tier=st.just(Tier.ENTERPRISE),
            auto_backfill=st.booleans(),
            booking_status=st.sampled_from(["confirmed", "pending"]),
            languages=st.sampled_from([("en",), ("hu", "de"), ("de", "en", "hu")]),
            grace=lengths,
            cancel_before=lengths,
            max_party=st.integers(1, 9),
        )
    )
    plans = [draw(_services(code)) for code in ("a", "B-2")]
    group = [plan for plan in plans if plan.kind == "group"]
    count = draw(st.integers(0, 4)) if group else 0
    found = [draw(_events(f"e-{n}", draw(st.sampled_from(group)))) for n in range(count)]
    listed = [SeriesPlan(plan.code, "weekly", "FREQ=WEEKLY;COUNT=1") for plan in group]
    return Catalogue(account, tuple(plans), tuple(listed), tuple(found))


def _services(code: str) -> st.SearchStrategy[ServicePlan]:
    common = {"names": texts, "descriptions": stories, "mode": st.sampled_from(list(Mode)), "offer": rules}
    common |= {"cancel_before": st.none() | lengths, "self_service": st.booleans()}
    hours = st.sampled_from([(TimeWindow(0, 0, 1440),), (TimeWindow(1, 540, 545), TimeWindow(6, 600, 720))])
    group = st.builds(
        ServicePlan, st.just(code), st.just("group"), minutes=st.sampled_from([None, 75]), **common
    )
    single = st.builds(
        ServicePlan, st.just(code), st.just("individual"), minutes=st.integers(1, 90), hours=hours, **common
    )
    return group | group | single


@st.composite
def _events(draw: st.DrawFn, code: str, service: ServicePlan) -> EventPlan:
    begin, length = draw(starts), draw(st.sampled_from([1, 60, 90, 7 * 24 * 60]))
    return EventPlan(
        service.code,
        code,
        begin,
        begin + length * MINUTE,
        capacity=draw(st.integers(3, 9)),
        minimum=draw(st.integers(0, 3)),
        location=draw(st.just("") | names),
        mode=draw(st.none() | st.sampled_from(list(Mode))),
        offer=draw(st.none() | rules),
        series=draw(st.sampled_from([None, "weekly"])),
    )


async def set_in_the_chat(database: Database, some: list[str]) -> None:
    """There only the rules that are chosen are kept."""

    def change(connection: sa.Connection) -> None:
        for table in (services, events):
            for row in connection.execute(sa.select(table)).all():
                kept = {name: value for name, value in (row.offer or {}).items() if name in some}
                values = {"offer": kept or row.offer, **_next(row)}
                connection.execute(sa.update(table).where(table.c.id == row.id).values(values))

    await database.transact(change)


def _next(row: Any) -> dict[str, int]:
    """An event changes with its version."""
    return {"version": row.version + 1} if "version" in row._mapping else {}


async def handed_out(database: Database) -> dict[str, bytes]:
    """As `ImportDesk.template` does."""
    found = await database.look(lambda on: (account_kept(on), services_kept(on), events_kept(on)))
    table = templates.events(found[2])
    files = {"catalogue.yaml": exporting.catalogue(*found)}
    return files | {"events.csv": as_csv(table), "events.xlsx": as_xlsx(table)}


@FEW
@given(catalogue=catalogues(), some=st.lists(st.sampled_from(sorted(written(OfferRules()))), min_size=1))
async def test_what_is_handed_out_and_sent_back_changes_nothing(
    sqlite: Database, template: str, catalogue: Catalogue, some: list[str]
) -> None:
    await empty(sqlite, template)
    await import_catalogue(sqlite, catalogue, NOW)
    await set_in_the_chat(sqlite, [*some, "order", "seed"])
    for name, content in (await handed_out(sqlite)).items():
        again = load(content, name, NOW, await known(sqlite))
        report = await import_catalogue(sqlite, again, NOW, dry_run=True)
        assert not report.changes, (name, report.changes, content.decode(errors="ignore"))


@FEW
@given(catalogue=catalogues())
async def test_the_yaml_file_says_everything(sqlite: Database, template: str, catalogue: Catalogue) -> None:
    """To somebody who knows nothing yet; but no series, whose events stand there one by one."""
    await empty(sqlite, template)
    await import_catalogue(sqlite, catalogue, NOW)
    content = (await handed_out(sqlite))["catalogue.yaml"]
    again = load(content, "catalogue.yaml", NOW, await known(sqlite))
    alone = {plan.code: replace(_seeded(plan), series=None) for plan in catalogue.events}
    assert {plan.code: _seeded(plan) for plan in again.events} == alone
    assert again.account == catalogue.account
    assert {plan.code: plan for plan in again.services} == {plan.code: plan for plan in catalogue.services}


def _seeded(plan: EventPlan) -> EventPlan:
    """A seed means nothing where no lots are drawn."""
    if plan.offer is None or plan.offer.order == "lottery":
        return plan
    return replace(plan, offer=replace(plan.offer, seed=""))


# ------------------------------------------------------------------------------------------------ tables, people


YOGA = ServicePlan("yoga", "group", {"en": "Yoga"}, mode=Mode.MANUAL)
NOVA = Catalogue(
    AccountPlan("Nova", "Europe/Budapest"),
    (YOGA,),
    (SeriesPlan("yoga", "weekly", "FREQ=WEEKLY;COUNT=1"),),
    (
        EventPlan(
            "yoga", "y-1", NOW + 24 * HOUR, NOW + 25 * HOUR, 3, offer=OfferRules(parallel=3), series="weekly"
        ),
    ),
)


async def rows(database: Database, table: sa.Table) -> list[Any]:
    async with database.read.connect() as connection:
        return list(await connection.execute(sa.select(table).order_by(table.c.id)))


async def test_a_table_that_changes_seats_leaves_rules_and_series_alone(
    sqlite: Database, template: str
) -> None:
    await empty(sqlite, template)
    await import_catalogue(sqlite, NOVA, NOW)
    (before,) = await rows(sqlite, events)
    csv = (await handed_out(sqlite))["events.csv"].replace(b",60,3,", b",60,5,")
    report = await import_catalogue(sqlite, load(csv, "e.csv", NOW, await known(sqlite)), NOW)
    (after,) = await rows(sqlite, events)
    assert [set(change.fields) for change in report.changes] == [{"capacity", "round"}]
    assert (after.capacity, after.offer, after.series_id) == (5, before.offer, before.series_id)
    assert after.series_id is not None


@pytest.mark.parametrize("name", ["catalogue.yaml", "events.csv", "events.xlsx"])
async def test_fewer_seats_than_it_takes_to_happen(sqlite: Database, template: str, name: str) -> None:
    """An admin has taken seats away: more than there are it never takes. What is handed out can be sent back; and the
    file of before gives back both, with a line for the seats."""
    await empty(sqlite, template)
    (event,) = NOVA.events
    before = replace(NOVA, events=(replace(event, capacity=8, minimum=6),))
    await import_catalogue(sqlite, before, NOW)
    (row,) = await rows(sqlite, events)
    await capacity.resize(SharedWork(sqlite, Clock()), ADA, row.id, 4)
    card = await SqlViews(sqlite, Clock()).event(row.id)
    assert card is not None and (card.capacity, card.minimum) == (4, 4)
    again = load((await handed_out(sqlite))[name], name, NOW, await known(sqlite))
    assert not (await import_catalogue(sqlite, again, NOW, dry_run=True)).changes
    report = await import_catalogue(sqlite, before, NOW)
    assert [dict(change.fields)["capacity"] for change in report.changes] == [(4, 8)]
    (after,) = await rows(sqlite, events)
    assert (after.capacity, after.minimum) == (8, 6)


async def test_a_file_without_rules_goes_by_the_service_again(sqlite: Database, template: str) -> None:
    """In YAML what is left out is the service's."""
    await empty(sqlite, template)
    await import_catalogue(sqlite, NOVA, NOW)
    await import_catalogue(sqlite, Catalogue(events=(replace(NOVA.events[0], offer=None),)), NOW)
    (after,) = await rows(sqlite, events)
    assert after.offer is None


async def test_a_cancelled_event_is_not_handed_out(sqlite: Database, template: str) -> None:
    await empty(sqlite, template)
    assert exporting.catalogue(None, [], []) == b""
    await import_catalogue(sqlite, NOVA, NOW)
    await sqlite.transact(lambda on: on.execute(sa.update(events).values(status="cancelled", version=2)))
    files = await handed_out(sqlite)
    assert b"y-1" not in files["catalogue.yaml"] and b"y-1" not in files["events.csv"]


@pytest.mark.parametrize("name", ["p.csv", "p.xlsx"])
async def test_participants_come_back_as_they_are(sqlite: Database, template: str, name: str) -> None:
    """Guests and people on Telegram, whatever they are called, with all their places."""
    await empty(sqlite, template)
    await import_catalogue(sqlite, NOVA, NOW)
    called = [*ODD, "\u202ebackwards", "x" * 200, ""]
    (event,) = await rows(sqlite, events)

    def plant(connection: sa.Connection) -> None:
        made = [
            {"id": 10**6 + n, "telegram_id": tg, "name": text, "language": "hu", "created_at": NOW}
            for n, (tg, text) in enumerate([*((700 + n, text) for n, text in enumerate(called)), *_guests()])
        ]
        connection.execute(participants.insert(), made)
        waits = {"service_id": event.service_id, "seats": 1, "status": "waiting", "names": [], "windows": []}
        places = [
            waits
            | {
                "id": 2 * 10**6 + n,
                "event_id": at,
                "person_id": 10**6 + n // 2,
                "seq": n + 1,
                "priority": n - 9,
            }
            | {"created_at": NOW}
            for n, at in enumerate([event.id, None] * 8)
        ]
        connection.execute(entries.insert(), places)

    await sqlite.transact(plant)
    table = templates.participants(await sqlite.look(people_kept))
    content = as_csv(table) if name.endswith("csv") else as_xlsx(table)
    plans = people(read(content, name), await known(sqlite))
    assert len(plans) == len(called) + len(ODD) + 8
    report = await import_people(sqlite, plans, Clock(), dry_run=True)
    assert not report.changes and report.unchanged == len(plans)


def _guests() -> list[tuple[None, str]]:
    return [(None, text) for text in ODD]
