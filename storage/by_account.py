"""Decisions about the account and nothing else: its row is the lock, one at a time, each with its fact."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from engine.ports import Actor
from engine.refusals import AlreadyDone, NoAccount
from storage.tables import accounts, facts, updates

FIRST = sa.select(accounts.c.id).order_by(accounts.c.id).limit(1)


def lock_account(connection: sa.Connection) -> int:
    """The account's id; until the commit nobody else decides. Raises NoAccount."""
    account_id: int | None = connection.execute(FIRST.with_for_update()).scalar_one_or_none()
    if account_id is None:
        raise NoAccount
    return account_id


def only_once(connection: sa.Connection, update_id: int | None, now: datetime) -> None:
    """Telegram repeats what it thinks was lost. Raises AlreadyDone."""
    if update_id is None:
        return
    if connection.execute(sa.select(updates.c.id).where(updates.c.id == update_id)).one_or_none():
        raise AlreadyDone
    connection.execute(updates.insert().values(id=update_id, at=now))


def next_version(connection: sa.Connection, subject: str, subject_id: int) -> int:
    """Of a row that has its version in its history only."""
    latest = sa.select(sa.func.max(facts.c.version)).where(
        facts.c.subject == subject, facts.c.subject_id == subject_id
    )
    return (connection.execute(latest).scalar_one() or 0) + 1


def by_whom(by: Actor, reason: str, now: datetime) -> dict[str, Any]:
    """Who, when and why, as columns of a fact."""
    return {"actor_kind": by.kind, "actor_id": by.id, "actor_name": by.name, "reason": reason, "at": now}
