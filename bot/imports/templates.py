"""Tables of what there is, in the columns that an import reads: to look at, to change, to send back."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.catalogue_file import COLUMNS
from engine.catalogue.moments import written
from engine.catalogue.nodes import Scalar
from engine.catalogue.people import KEYS as PEOPLE
from engine.catalogue.people import NAME_MOST
from engine.catalogue.problems import Spot, Wrong
from engine.catalogue.values import text
from handlers.sheets import Cell, Sheet

MINUTE = timedelta(minutes=1)
_name = text(NAME_MOST)


def events(rows: Iterable[Any]) -> Sheet:
    """Events, in their account's time."""
    return Sheet("events", COLUMNS, [_event(row) for row in rows])


def _event(row: Any) -> list[Cell]:
    minutes = round((row.ends_at - row.starts_at) / MINUTE)
    starts = _plain(row.starts_at, ZoneInfo(row.timezone))
    seats = (row.capacity, min(row.minimum, row.capacity))
    return [row.service, row.code, starts, minutes, *seats, row.location, row.mode]


def _plain(moment: datetime, zone: ZoneInfo) -> datetime | str:
    """A date as spreadsheets know it; in words where that would not say it all."""
    local = moment.astimezone(zone)
    return said(moment, zone) if local.second or _twice(local) else local


def said(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as a file says it: wall time, with its offset where the clock shows it twice."""
    local = moment.astimezone(zone)
    wall = f"{local:%Y-%m-%dT%H:%M:%S}" if local.second else f"{local:%Y-%m-%dT%H:%M}"
    return wall + written(local.utcoffset() or timedelta(0)) if _twice(local) else wall


def _twice(local: datetime) -> bool:
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def participants(rows: Iterable[Any]) -> Sheet:
    """Who there is, and who waits where with which priority."""
    return Sheet("participants", PEOPLE, [_person(row) for row in rows])


def _person(row: Any) -> Sequence[Cell]:
    place = (row.event, None if row.event else row.service, row.priority)
    return [row.telegram_id, _readable(row), row.language, *place, None]


def _readable(row: Any) -> str:
    """Somebody on Telegram may be called what no file may say; the number says who it is."""
    if row.telegram_id is None:
        return str(row.name)
    try:
        return _name(Spot(Scalar(row.name, row.name), "name"))
    except Wrong:
        return ""
