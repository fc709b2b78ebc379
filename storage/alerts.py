"""Alerts: what needs a person, one letter a cause; repeats count up."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from storage.tables import alerts, letters

NEWS_AGAIN = timedelta(hours=6)
Data = Mapping[str, int | str]


def tell(
    connection: sa.Connection,
    new_id: Callable[[], int],
    now: datetime,
    kind: str,
    cause: str,
    data: Data,
    readers: Sequence[int | None] = (None,),
    *,
    again: bool = True,
) -> None:
    """See `storage.outbox.SqlOutbox.alert`. Another one that does the same at once fails on the index of causes."""
    same = (alerts.c.kind == kind, alerts.c.cause == cause, alerts.c.status != "resolved")
    if again:
        over = sa.update(alerts).where(*same, alerts.c.last_at < now - NEWS_AGAIN)
        connection.execute(over.values(status="resolved", resolved_at=now))
    counted = connection.execute(sa.update(alerts).where(*same).values(count=alerts.c.count + 1, last_at=now))
    if counted.rowcount:
        return
    alert_id = new_id()
    opened = alerts.insert().values(
        id=alert_id, kind=kind, cause=cause, data=data, opened_at=now, last_at=now
    )
    connection.execute(opened)
    for reader in readers:
        connection.execute(
            letters.insert().values(
                id=new_id(),
                kind=f"alert-{kind}",
                person_id=reader,
                subject=f"alert:{alert_id}",
                priority=1,
                data=data,
                created_at=now,
            )
        )


def causes(connection: sa.Connection, kind: str) -> list[str]:
    """See `storage.outbox.SqlOutbox.causes`."""
    open_ = sa.select(alerts.c.cause).where(alerts.c.kind == kind, alerts.c.status != "resolved")
    return list(connection.execute(open_.order_by(alerts.c.id)).scalars())


def resolve(connection: sa.Connection, now: datetime, kind: str, cause: str) -> None:
    """See `storage.outbox.SqlOutbox.resolve`."""
    still = (alerts.c.kind == kind, alerts.c.cause == cause, alerts.c.status != "resolved")
    over = sa.update(alerts).where(*still).values(status="resolved", resolved_at=now)
    gone = [f"alert:{row.id}" for row in connection.execute(over.returning(alerts.c.id))]
    if gone:
        waits = sa.update(letters).where(letters.c.subject.in_(gone), letters.c.status == "queued")
        connection.execute(waits.values(status="dropped", error="it is over"))
