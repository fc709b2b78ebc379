"""The statements of the outbox. Each is made once, as making one takes longer than running it; states are written out,
so that the index of open letters is found however many have been sent."""

from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from storage.tables import Instant, letters, participants

NOW: sa.BindParameter[Any] = sa.bindparam("now", type_=Instant)
DUE, EARLIER = letters.alias("due"), letters.alias("earlier")


@cache
def claim(dialect: str) -> sa.Update:
    """Takes the letters that may leave at `now` until `lease`, at most `most`, of the priorities from `first` to below
    `end`, none to a reader in `skip` (Telegram ids as `storage.selects.id_list` gives them, 0 for the admins); returns
    them with their reader's `telegram_id`."""
    first, end = (sa.bindparam(name, type_=sa.Integer) for name in ("first", "end"))
    chosen = (
        sa.select(DUE.c.id)
        .where(
            sa.text("due.status IN ('queued', 'sending')"),
            DUE.c.priority >= first,
            DUE.c.priority < end,
            _ready(),
            ~_in_the_way(),
            _may_read(dialect),
        )
        .order_by(DUE.c.priority, DUE.c.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
    )
    if dialect == "postgresql":  # as an array, so that it is chosen once, whatever the plan
        locked = chosen.with_for_update(skip_locked=True, of=DUE).scalar_subquery()
        mine: sa.ColumnElement[bool] = letters.c.id == sa.any_(sa.func.array(locked))
    else:
        mine = letters.c.id.in_(chosen)
    reader = sa.select(participants.c.telegram_id).where(participants.c.id == letters.c.person_id)
    return (
        sa.update(letters)
        .where(mine)
        .values(
            status="sending",
            lease_until=sa.bindparam("lease", type_=Instant),
            attempts=letters.c.attempts + 1,
        )
        .returning(*letters.c, reader.correlate(letters).scalar_subquery().label("telegram_id"))
    )


def _ready() -> sa.ColumnElement[bool]:
    """Its time has come, or whoever took it did not come back."""
    in_time = sa.or_(DUE.c.not_before.is_(None), DUE.c.not_before <= NOW)
    return sa.or_(
        sa.and_(sa.text("due.status = 'queued'"), in_time),
        sa.and_(sa.text("due.status = 'sending'"), DUE.c.lease_until <= NOW),
    )


def _in_the_way() -> sa.ColumnElement[bool]:
    """An earlier letter to the same reader about the same subject is still on its way."""
    nobody: sa.ColumnElement[int] = sa.literal_column("0")
    same_reader = sa.func.coalesce(EARLIER.c.person_id, nobody) == sa.func.coalesce(DUE.c.person_id, nobody)
    before = sa.or_(
        EARLIER.c.version < DUE.c.version,
        sa.and_(EARLIER.c.version == DUE.c.version, EARLIER.c.id < DUE.c.id),
    )
    # Said the other way round, so that PostgreSQL reads the few letters of the subject and not the index of all that
    # are open, which its plan takes for short.
    still = sa.text("earlier.status NOT IN ('sent', 'dropped', 'failed', 'uncertain')")
    return sa.exists().where(EARLIER.c.subject == DUE.c.subject, same_reader, before, still)


def _may_read(dialect: str) -> sa.ColumnElement[bool]:
    reader = sa.select(participants.c.telegram_id).where(participants.c.id == DUE.c.person_id)
    whom = sa.func.coalesce(reader.scalar_subquery(), sa.literal_column("0"))
    if dialect == "postgresql":
        return whom != sa.all_(sa.bindparam("skip", type_=ARRAY(sa.BigInteger)))
    listed = sa.func.json_each(sa.bindparam("skip", type_=sa.Text))
    return whom.not_in(sa.select(sa.column("value")).select_from(listed))


@cache
def end(names: frozenset[str], *, fenced: bool, counts: bool) -> sa.Update:
    """A letter on its way (`b_id`) is so no more: these columns are set. `fenced`: only if this is still the try
    `b_attempts`; without `counts` the try is taken back."""
    mine = sa.and_(letters.c.id == sa.bindparam("b_id"), sa.text("letters.status = 'sending'"))
    if fenced:
        mine = sa.and_(mine, letters.c.attempts == sa.bindparam("b_attempts"))
    values: dict[str, Any] = {name: sa.bindparam(name) for name in names}
    if not counts:
        values["attempts"] = letters.c.attempts - 1
    return sa.update(letters).where(mine).values(lease_until=None, **values)


MESSAGES = (
    sa.select(letters.c.chat_id, letters.c.message_id)
    .where(
        letters.c.subject == sa.bindparam("about"),
        sa.func.coalesce(letters.c.person_id, sa.literal_column("0")) == sa.bindparam("reader"),
        sa.text("letters.status = 'sent'"),
    )
    .order_by(letters.c.id)
)
OFFER_MESSAGES = MESSAGES.where(sa.text("letters.kind IN ('offer-made', 'offer-reminder')"))
