"""Whether automation runs for an event, and if not, why. The reason is shown wherever the event is."""

from datetime import datetime

from engine.settings import Mode, Settings, Tier
from engine.state import State

TIERS: dict[Tier, frozenset[Mode]] = {
    Tier.STARTER: frozenset({Mode.MANUAL, Mode.LEGACY}),
    Tier.BASIC: frozenset({Mode.LEGACY, Mode.OFFER}),
    Tier.PRO: frozenset({Mode.MANUAL, Mode.LEGACY, Mode.OFFER}),
    Tier.ENTERPRISE: frozenset(Mode),
}


def allowed(settings: Settings) -> bool:
    """Whether the account's tier includes the mode."""
    return settings.mode in TIERS[settings.tier]


def halted(state: State, now: datetime) -> str | None:
    """Why nothing is filled by itself, or None. Reasons: closed, started, frozen, switch_off, tier, manual,
    splitter. The first that applies is named."""
    event, settings = state.event, state.settings
    checks = (
        ("closed", event.status != "open"),
        ("started", event.starts_at <= now),
        ("frozen", event.frozen),
        ("switch_off", not settings.auto_backfill),
        ("tier", not allowed(settings)),
        ("manual", settings.mode is Mode.MANUAL),
        ("splitter", settings.mode is Mode.SPLITTER),
    )
    return next((reason for reason, applies in checks if applies), None)
