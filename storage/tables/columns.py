"""Columns and checks as all tables have them."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Dialect

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(sa.types.TypeDecorator[datetime]):
    """A moment in UTC; naive values are refused, naive rows (SQLite) come back with their zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        value = value.astimezone(UTC)
        return value if dialect.name == "postgresql" else value.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None or value.tzinfo is not None:
            return value
        return value.replace(tzinfo=UTC)


Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def key() -> sa.Column[int]:
    """A primary key; ids are given by `storage.ids`, never by the database."""
    return sa.Column("id", Id, primary_key=True, autoincrement=False)


def ref(name: str, target: str, *, optional: bool = False) -> sa.Column[int]:
    """A reference to another table's id."""
    return sa.Column(name, Id, sa.ForeignKey(target), nullable=optional)


def flag(name: str, default: bool) -> sa.Column[bool]:
    """A boolean with a default."""
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.true() if default else sa.false())


def number(name: str, default: int) -> sa.Column[int]:
    """A whole number with a default."""
    return sa.Column(name, sa.Integer, nullable=False, server_default=str(default))


def one_of(name: str, column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    """The column holds one of these words."""
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(v) for v in values)})", name=name)


def text(name: str, default: str | None = None, *, optional: bool = False) -> sa.Column[str]:
    """A text; without `optional` never NULL."""
    return sa.Column(name, sa.Text, nullable=optional, server_default=default)


def moment(name: str, *, optional: bool = False) -> sa.Column[datetime]:
    """A moment in UTC."""
    return sa.Column(name, Instant, nullable=optional)


def json(name: str, *, optional: bool = False) -> sa.Column[Any]:
    """A small document."""
    return sa.Column(name, Json, nullable=optional)


def listed(name: str) -> sa.Column[Any]:
    """A list, empty where nothing is said."""
    return sa.Column(name, Json, nullable=False, server_default="[]")
