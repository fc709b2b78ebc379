"""What the readers of one document share."""

from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.catalogue.plans import Known
from engine.catalogue.problems import Note, Spot
from engine.catalogue.values import Read, choice
from engine.rules.automation import TIERS
from engine.settings import Mode, Tier

CODES_MOST = 50_000
SERIES_MOST = 500

MODES = {mode.value: mode for mode in Mode}


@dataclass(slots=True)
class Codes:
    """Codes of one kind, each with the line it stands in first."""

    most: int = CODES_MOST
    lines: dict[str, int | None] = field(default_factory=dict)

    @property
    def too_many(self) -> bool:
        return len(self.lines) > self.most

    def claim(self, spot: Spot, code: str, note: Note) -> None:
        """Take the code; doubled is a problem, and so is the first one too many."""
        if code in self.lines:
            note(spot.problem("doubled_code", other=self.lines[code] or 0))
            return
        self.lines[code] = spot.line
        if len(self.lines) == self.most + 1:
            note(spot.problem("many", most=self.most))


@dataclass(frozen=True, slots=True)
class Context:
    """`language` is the one a bare text is in."""

    zone: ZoneInfo
    tier: Tier
    language: str
    now: datetime
    known: Known
    note: Note
    services: Codes = field(default_factory=Codes)
    events: Codes = field(default_factory=Codes)
    series: Codes = field(default_factory=lambda: Codes(SERIES_MOST))

    @property
    def default_mode(self) -> Mode:
        """Offers where the tier has them."""
        return Mode.OFFER if Mode.OFFER in TIERS[self.tier] else Mode.LEGACY

    def mode(self) -> Read[Mode]:
        """Reads a mode of the account's tier."""
        read_any = choice(MODES)

        def read(spot: Spot) -> Mode:
            mode = read_any(spot)
            if mode not in TIERS[self.tier]:
                choices = ", ".join(sorted(TIERS[self.tier]))
                raise spot.wrong("mode_in_tier", tier=self.tier.value, choices=choices)
            return mode

        return read
