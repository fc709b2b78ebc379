"""Time as people live it: quiet hours and weekly windows, judged in wall time of a zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from engine.settings import QuietHours
from engine.state import TimeWindow

DAY = timedelta(days=1)


def quiet_until(moment: datetime, quiet: QuietHours | None, zone: str) -> datetime | None:
    """When the quiet hours that `moment` lies in are over (UTC); None outside them."""
    if quiet is None or quiet.start == quiet.end:
        return None
    local = moment.astimezone(ZoneInfo(zone))
    clock = local.time().replace(tzinfo=None)
    over_midnight = quiet.end < quiet.start
    if over_midnight:
        inside = clock >= quiet.start or clock < quiet.end
    else:
        inside = quiet.start <= clock < quiet.end
    if not inside:
        return None
    day = local.date() + (DAY if over_midnight and clock >= quiet.start else timedelta(0))
    return datetime.combine(day, quiet.end, tzinfo=ZoneInfo(zone)).astimezone(UTC)


def add_waking_time(start: datetime, length: timedelta, quiet: QuietHours | None, zone: str) -> datetime:
    """`length` after `start`, quiet hours not counted."""
    if quiet is None or quiet.start == quiet.end:
        return start + length
    moment = quiet_until(start, quiet, zone) or start
    while (night := _next_quiet(moment, quiet, zone)) < moment + length:
        length -= night - moment
        moment = quiet_until(night, quiet, zone) or night
    return moment + length


def waking_time(start: datetime, end: datetime, quiet: QuietHours | None, zone: str) -> timedelta:
    """How much of the time from `start` to `end` is outside quiet hours."""
    if quiet is None or quiet.start == quiet.end:
        return max(end - start, timedelta(0))
    awake = timedelta(0)
    moment = quiet_until(start, quiet, zone) or start
    while moment < end:
        night = _next_quiet(moment, quiet, zone)
        awake += min(night, end) - moment
        moment = quiet_until(night, quiet, zone) or night
    return awake


def _next_quiet(moment: datetime, quiet: QuietHours, zone: str) -> datetime:
    """The next time that quiet hours begin, after `moment`: in the night of a doubled hour perhaps the second time."""
    today = datetime.combine(moment.astimezone(ZoneInfo(zone)).date(), quiet.start, tzinfo=ZoneInfo(zone))
    starts = (today.replace(fold=0), today.replace(fold=1), today + DAY)
    return next(start for local in starts if (start := local.astimezone(UTC)) > moment)


def fits(windows: tuple[TimeWindow, ...], starts_at: datetime, zone: str) -> bool:
    """Whether a start lies in one of the weekly windows; no windows means any time."""
    local = starts_at.astimezone(ZoneInfo(zone))
    minute = local.hour * 60 + local.minute
    return not windows or any(w.weekday == local.weekday() and w.start <= minute < w.end for w in windows)
