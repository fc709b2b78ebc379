"""The words of each language, strict: a missing text or variable is an error and never reaches a reader."""

import html
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from handlers.admin.reasons import REASONS
from handlers.door import Html, Texts

FOLDER = Path(__file__).parent.parent / "locales"
FALLBACK = "en"

# Day and time as people write them: short enough for a button, 24 hours everywhere.
DAY_AND_TIME = {"en": "EEE d MMM, HH:mm", "hu": "MMM d. (EEE) HH:mm", "de": "EEE, d. MMM, HH:mm"}
DAY = {"en": "EEE d MMM", "hu": "MMM d. (EEE)", "de": "EEE, d. MMM"}
FAR_DAY = {"en": "EEE d MMM y", "hu": "y. MMM d. (EEE)", "de": "EEE, d. MMM y"}
MONTH = {"en": "LLLL y", "hu": "y. LLLL", "de": "LLLL y"}
SMALL = frozenset({"hu"})
"""Languages that write days and months small wherever they stand."""
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60))


class Language:
    """The texts of one language. See `handlers.door.Texts`."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle
        self._locale = Locale.parse(language)
        self._day_and_time = DAY_AND_TIME.get(language, DAY_AND_TIME[FALLBACK])
        self._day, self._far_day = (days.get(language, days[FALLBACK]) for days in (DAY, FAR_DAY))
        self.reasons: Mapping[str, str] = {}

    def say(self, key: str, **values: object) -> Html:
        """See `Texts.say`."""
        return Html(self._format(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, **values: object) -> str:
        """See `Texts.plain`."""
        return self._format(key, values)

    def when(self, moment: datetime, zone: str) -> str:
        """See `Texts.when`."""
        return self._small(
            format_datetime(moment, self._day_and_time, tzinfo=ZoneInfo(zone), locale=self._locale)
        )

    def day_of(self, moment: datetime, zone: str) -> str:
        """See `Texts.day_of`."""
        return self._small(format_datetime(moment, self._day, tzinfo=ZoneInfo(zone), locale=self._locale))

    def weekday(self, number: int) -> str:
        """See `Texts.weekday`."""
        name = str(self._locale.days["stand-alone"]["wide"][number])
        return name[:1].upper() + name[1:]

    def until(self, moment: datetime, zone: str, now: datetime) -> str:
        """See `Texts.until`."""
        local = moment.astimezone(ZoneInfo(zone))
        if local.date() == now.astimezone(ZoneInfo(zone)).date():
            return f"{local:%H:%M}"
        return self.when(moment, zone)

    def day(self, day: date, today: date) -> str:
        """See `Texts.day`."""
        way = self._day if day.year == today.year else self._far_day
        return self._small(format_date(day, way, locale=self._locale))

    def month(self, month: str) -> str:
        """See `Texts.month`."""
        pattern = MONTH.get(self.language, MONTH[FALLBACK])
        return format_date(date.fromisoformat(f"{month}-01"), pattern, locale=self._locale)

    def month_short(self, month: str) -> str:
        """See `Texts.month_short`."""
        return format_date(date.fromisoformat(f"{month}-01"), "LLL", locale=self._locale).rstrip(".")

    def length(self, time: timedelta) -> str:
        """See `Texts.length`. Whole minutes; seconds only for less than one."""
        left = max(round(time.total_seconds()), 0)
        if left < 60:
            return self._unit(left, "second")
        parts = []
        for unit, seconds in UNITS:
            count, left = divmod(left, seconds)
            if count:
                parts.append(self._unit(count, unit))
        return " ".join(parts)

    def reason(self, given: str) -> str:
        """See `Texts.reason`. `reasons` has the key of each, by its words in any language."""
        return self.plain(self.reasons[given]) if given in self.reasons else given

    def name(self, names: object) -> str:
        """See `Texts.name`."""
        if not isinstance(names, Mapping):
            raise TypeError(names)
        known = {str(language): str(text) for language, text in names.items() if text}
        return known.get(self.language) or known.get(FALLBACK) or next(iter(known.values()), "")

    def _small(self, words: str) -> str:
        return words.lower() if self.language in SMALL else words

    def _unit(self, count: int, unit: str) -> str:
        return format_unit(count, f"duration-{unit}", "long", locale=self._locale)

    def _format(self, key: str, values: Mapping[str, object]) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(pattern, dict(values))
        if errors:
            raise KeyError(f"{key} ({self.language}): {errors[0]}")
        return str(text)


def load_texts() -> dict[str, Texts]:
    """Every language that has a folder in `locales`. Raises ValueError for a text that cannot be read or that stands
    in two files."""
    texts = {
        folder.name: Language(folder.name, _bundle(folder))
        for folder in sorted(FOLDER.iterdir())
        if folder.is_dir()
    }
    reasons = {texts[name].plain(key): key for name in texts for key in REASONS.values()}
    for language in texts.values():
        language.reasons = reasons
    return dict(texts)


def pick_language(telegram_code: str | None, languages: Collection[str]) -> str:
    """The language for Telegram's code of a reader ("hu-HU" is hu); English for all others."""
    code = (telegram_code or "").replace("_", "-").split("-")[0].lower()
    if code in languages:
        return code
    return FALLBACK if FALLBACK in languages else next(iter(languages), FALLBACK)


def _bundle(folder: Path) -> FluentBundle:
    bundle = FluentBundle([folder.name], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            _check(entry, bundle, file)
        bundle.add_resource(resource)
    return bundle


def _check(entry: ast.EntryType, bundle: FluentBundle, file: Path) -> None:
    where = f"{file.parent.name}/{file.name}"
    if isinstance(entry, ast.Junk):
        raise ValueError(f"{where}: {(entry.content or '').strip()[:80]!r} is no Fluent text")
    if isinstance(entry, ast.Message) and bundle.has_message(entry.id.name):
        raise ValueError(f"{where}: {entry.id.name} stands in another file too")


def _escaped(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Html):
        return html.escape(value)
    return value
