"""The account of this database, and which group its admins meet in."""

from typing import Any

import sqlalchemy as sa

from storage.database import Database
from storage.tables import accounts


async def first_account(database: Database) -> Any | None:
    """The row of the account that this bot serves; None before the first import."""
    async with database.read.connect() as connection:
        return (await connection.execute(sa.select(accounts).order_by(accounts.c.id).limit(1))).one_or_none()


async def bind_group(database: Database, account_id: int, chat_id: int) -> None:
    """From now on the admins meet in this group."""
    statement = sa.update(accounts).where(accounts.c.id == account_id).values(admin_chat_id=chat_id)
    await database.execute(statement.where(accounts.c.admin_chat_id.is_distinct_from(chat_id)))
