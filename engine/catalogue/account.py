"""The account: the organisation and its switches."""

from datetime import timedelta
from typing import Literal

from engine.catalogue.block import Block, items
from engine.catalogue.plans import LANGUAGES, AccountPlan
from engine.catalogue.problems import Note, Spot, Wrong
from engine.catalogue.values import choice, length, text, truth, whole, zone
from engine.settings import Tier

KEYS = (
    "name",
    "timezone",
    "tier",
    "auto_backfill",
    "booking_status",
    "languages",
    "grace",
    "cancel_before",
    "max_party",
)
NAME_MOST = 100
PARTY_MOST = 100

TIERS = {tier.value: tier for tier in Tier}
STATUSES: dict[str, Literal["confirmed", "pending"]] = {"confirmed": "confirmed", "pending": "pending"}
NOTHING = timedelta(0)
DAY = timedelta(days=1)


def account(spot: Spot, note: Note, known_zone: str | None = None) -> AccountPlan:
    """Reads the account; its name and, unless one is known, its time zone are needed."""
    block = Block(spot, KEYS, note)
    plain = AccountPlan("account", "UTC")
    return AccountPlan(
        name=block.need("name", text(NAME_MOST), plain.name),
        timezone=(
            block.get("timezone", zone, known_zone)
            if known_zone
            else block.need("timezone", zone, plain.timezone)
        ),
        tier=block.get("tier", choice(TIERS), plain.tier),
        auto_backfill=block.get("auto_backfill", truth, plain.auto_backfill),
        booking_status=block.get("booking_status", choice(STATUSES), plain.booking_status),
        languages=_languages(block) or plain.languages,
        grace=block.get("grace", length(NOTHING, 30 * DAY), plain.grace),
        cancel_before=block.get("cancel_before", length(NOTHING, 365 * DAY), plain.cancel_before),
        max_party=block.get("max_party", whole(1, PARTY_MOST), plain.max_party),
    )


def _languages(block: Block) -> tuple[str, ...]:
    read = choice({language: language for language in LANGUAGES})
    if not block.has("languages"):
        return ()
    found = [block.try_read(spot, read, None) for spot in block.get("languages", _some, [])]
    return tuple(dict.fromkeys(language for language in found if language is not None))


def _some(spot: Spot) -> list[Spot]:
    found = items(spot)
    if not found:
        raise Wrong(spot.problem("choice", choices=", ".join(LANGUAGES)))
    return found
