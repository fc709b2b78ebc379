"""Whether the database can be used at all, in one line; without any of Telegram, as quick commands ask it too."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from bot.secret import told
from bot.settings import WrongSetting
from engine.ports import Unavailable
from engine.refusals import Busy


def missing_file(database_url: str) -> Path | None:
    """The SQLite file that is not there yet: opening the database would make it. None for any other database."""
    address = sa.make_url(database_url)
    if address.get_backend_name() != "sqlite" or not address.database or address.database == ":memory:":
        return None
    path = Path(address.database)
    return None if path.exists() else path


@contextlib.contextmanager
def usable(database_url: str) -> Iterator[None]:
    """Whatever keeps the database from being used, as one line. Raises WrongSetting."""
    try:
        yield
    except (OSError, sa.exc.SQLAlchemyError, Unavailable, Busy) as error:
        shown = sa.make_url(database_url).render_as_string(hide_password=True)
        raise WrongSetting(f"DATABASE_URL is {shown}, which cannot be used: {_reason(error)}") from None


def _reason(error: BaseException) -> str:
    """The innermost cause says most, in its first line."""
    while (deeper := error.__cause__ or getattr(error, "orig", None)) is not None:
        error = deeper
    return told(error)
