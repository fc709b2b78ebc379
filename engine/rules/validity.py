"""How long an offer stays open. What is computed here is what the letter says and what is enforced."""

from datetime import datetime, timedelta

from engine.hours import add_waking_time, waking_time
from engine.settings import Mode, OfferRules, QuietHours, Settings
from engine.state import Event

MINUTE = timedelta(minutes=1)

# By time to start: (more than this long before the start, valid for).
BY_START: tuple[tuple[timedelta, timedelta], ...] = (
    (timedelta(hours=48), timedelta(hours=12)),
    (timedelta(hours=12), timedelta(hours=2)),
    (timedelta(0), timedelta(minutes=20)),
)


def closes_at(event: Event, settings: Settings) -> datetime:
    """From this moment the line is not served any more: the start, in mode offer less the cut-off."""
    return event.starts_at - (settings.offer.cutoff if settings.mode is Mode.OFFER else timedelta(0))


def is_last_call(event: Event, rules: OfferRules, now: datetime) -> bool:
    """Whether an offer made now goes to everybody in line at once."""
    return event.starts_at - now < rules.last_call


def validity(event: Event, rules: OfferRules, now: datetime) -> timedelta:
    """How long an offer delivered now would stay open if nothing bounded it."""
    if rules.validity is not None:
        return rules.validity
    left = event.starts_at - now
    return next((length for more_than, length in BY_START if left > more_than), BY_START[-1][1])


def deadline(event: Event, settings: Settings, now: datetime, *, last_call: bool) -> datetime:
    """When an offer delivered now ends: validity in waking hours, up to the full minute, never past the close.

    Full minutes, so that the time in the message is the whole truth. What is delivered after the cut-off is an
    admin's own offer: that one ends at the start at the latest.
    """
    close = closes_at(event, settings)
    if now >= close:
        close = event.starts_at
    if last_call:
        return close
    rules = settings.offer
    end = add_waking_time(now, validity(event, rules, now), rules.quiet, settings.timezone)
    return min(_full_minute(end), close)


def put_off(
    ends: datetime, quiet: QuietHours | None, zone: str, stopped: datetime, now: datetime
) -> datetime:
    """Where a deadline goes when nobody could answer from `stopped` until now: the waking time that was left then is
    left now, up to the full minute; of what was open in quiet hours alone, all the time. Never earlier than it was; the
    close is the caller's."""
    left = waking_time(stopped, ends, quiet, zone)
    end = add_waking_time(now, left, quiet, zone) if left else now + (ends - stopped)
    return max(_full_minute(end), ends)


def _full_minute(moment: datetime) -> datetime:
    whole = moment.replace(second=0, microsecond=0)
    return whole if whole == moment else whole + MINUTE
