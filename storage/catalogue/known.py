"""What is kept already, for the check of a file that says only a part."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from engine.catalogue import Known, ServicePlan
from engine.questions import from_json
from engine.settings import Mode, Tier
from storage.catalogue import columns
from storage.database import Database
from storage.settings import offer_rules
from storage.tables import accounts, events, services


async def known(database: Database) -> Known:
    """The account, its services and the codes of its events; an empty `Known` before the first import."""
    async with database.read.connect() as connection:
        return await connection.run_sync(_known)


def _known(connection: sa.Connection) -> Known:
    account = connection.execute(sa.select(accounts).order_by(accounts.c.id).limit(1)).one_or_none()
    if account is None:
        return Known()
    of_account = sa.select(services).where(services.c.account_id == account.id)
    codes = (
        sa.select(events.c.code, services.c.code.label("service"))
        .join(services, services.c.id == events.c.service_id)
        .where(events.c.account_id == account.id)
    )
    return Known(
        timezone=account.timezone,
        tier=Tier(account.tier),
        languages=tuple(account.languages),
        services={row.code: _service(row) for row in connection.execute(of_account)},
        events={row.code: row.service for row in connection.execute(codes)},
    )


def _service(row: Any) -> ServicePlan:
    late = row.cancel_before_seconds
    return ServicePlan(
        code=row.code,
        kind=row.kind,
        names=row.names,
        descriptions=row.descriptions,
        mode=Mode(row.mode),
        offer=offer_rules(row.offer),
        cancel_before=None if late is None else timedelta(seconds=late),
        minutes=row.minutes,
        hours=columns.windows(row.hours),
        self_service=row.self_service,
        questions=from_json(row.questions) or None,
    )
