"""The account of this database, and which group its admins meet in."""

from typing import Any

import sqlalchemy as sa

from storage.database import Database
from storage.tables import accounts, moved_groups


async def first_account(database: Database) -> Any | None:
    """The row of the account that this bot serves; None before the first import."""
    async with database.read.connect() as connection:
        return (await connection.execute(sa.select(accounts).order_by(accounts.c.id).limit(1))).one_or_none()


async def bind_group(database: Database, account_id: int, chat_id: int) -> None:
    """From now on the admins meet in this group."""
    statement = sa.update(accounts).where(accounts.c.id == account_id).values(admin_chat_id=chat_id)
    await database.execute(statement.where(accounts.c.admin_chat_id.is_distinct_from(chat_id)))


async def group_now(database: Database, chat_id: int) -> int:
    """The id that this group has by now: settings may name the one that it had before it became a supergroup."""
    async with database.read.connect() as connection:
        moves = {
            row.old_chat_id: row.new_chat_id for row in await connection.execute(sa.select(moved_groups))
        }
    while chat_id in moves:
        chat_id = moves.pop(chat_id)
    return chat_id


async def move_group(database: Database, old: int, new: int) -> None:
    """The group has a new id, for good."""

    def note(connection: sa.Connection) -> None:
        connection.execute(sa.delete(moved_groups).where(moved_groups.c.old_chat_id == old))
        connection.execute(moved_groups.insert().values(old_chat_id=old, new_chat_id=new))
        connection.execute(
            sa.update(accounts).where(accounts.c.admin_chat_id == old).values(admin_chat_id=new)
        )

    await database.transact(note)
