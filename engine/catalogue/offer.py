"""The rules of mode `offer` as a catalogue writes them; what is left out is the base's."""

from dataclasses import replace
from datetime import time, timedelta
from typing import Literal

from engine.catalogue.block import Block
from engine.catalogue.problems import Note, Spot
from engine.catalogue.values import QUIET, Read, choice, length, minutes_of, text, truth, whole, words
from engine.settings import OfferRules, QuietHours

KEYS = (
    "validity",
    "guard",
    "parallel",
    "cutoff",
    "last_call",
    "quiet",
    "auto_confirm",
    "order",
    "seed",
    "party_fit",
    "max_skips",
)

NOTHING = timedelta(0)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
OFF = ("off", "no", "false")

ORDERS: dict[str, Literal["line", "lottery"]] = {"line": "line", "lottery": "lottery"}
FITS: dict[str, Literal["strict", "best"]] = {"strict": "strict", "best": "best"}


def offer(base: OfferRules, note: Note) -> Read[OfferRules]:
    """Reads a mapping of rules over `base`."""

    def read(spot: Spot) -> OfferRules:
        block = Block(spot, KEYS, note)
        found = replace(
            base,
            validity=block.get("validity", _validity, base.validity),
            parallel=_parallel(block, base),
            cutoff=block.get("cutoff", length(NOTHING, 90 * DAY), base.cutoff),
            last_call=block.get("last_call", length(NOTHING, 30 * DAY), base.last_call),
            quiet=block.get("quiet", _quiet, base.quiet),
            auto_confirm=block.get("auto_confirm", _auto_confirm, base.auto_confirm),
            order=block.get("order", choice(ORDERS), base.order),
            seed=block.get("seed", text(200), base.seed),
            party_fit=block.get("party_fit", choice(FITS), base.party_fit),
            max_skips=block.get("max_skips", whole(0, 100), base.max_skips),
        )
        if found.order == "lottery" and not found.seed and not block.has("seed"):
            note(block.at("seed").problem("seed"))
        return found

    return read


def _parallel(block: Block, base: OfferRules) -> int:
    """`guard: true` is one open offer at a time; `guard: false` alone is as many as there are free seats."""
    guard = block.get("guard", truth, None)
    given = block.get("parallel", whole(0, 10_000), None)
    if guard and given not in (None, 1):
        block.note(block.at("parallel").problem("guard"))
    if given is not None:
        return given
    if guard is None:
        return base.parallel
    return 1 if guard else (base.parallel if base.parallel != 1 else 0)


def _validity(spot: Spot) -> timedelta | None:
    return None if words(spot) == "by_start" else length(MINUTE, 90 * DAY)(spot)


def _auto_confirm(spot: Spot) -> timedelta | None:
    return None if words(spot).lower() in OFF else length(NOTHING, 365 * DAY)(spot)


def _quiet(spot: Spot) -> QuietHours | None:
    written = words(spot)
    if written.lower() in OFF:
        return None
    match = QUIET.fullmatch(written)
    bounds = [minutes_of(part) for part in match.groups()] if match else [None, None]
    if bounds[0] is None or bounds[1] is None or bounds[0] % 1440 == bounds[1] % 1440:
        raise spot.wrong("quiet")
    return QuietHours(_time(bounds[0]), _time(bounds[1]))


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
