"""The event's choice over the service's over the defaults; and JSON that says the same again."""

from datetime import time, timedelta
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from engine.settings import Mode, OfferRules, QuietHours, Tier
from storage.database import dumps
from storage.settings import offer_rules, resolve, to_json

seconds = st.integers(0, 10**7).map(lambda n: timedelta(seconds=n))
clock = st.builds(time, st.integers(0, 23), st.integers(0, 59))
rules = st.builds(
    OfferRules,
    validity=st.none() | seconds,
    parallel=st.integers(0, 50),
    last_call=seconds,
    cutoff=seconds,
    quiet=st.none() | st.builds(QuietHours, clock, clock),
    auto_confirm=st.none() | seconds,
    order=st.sampled_from(["line", "lottery"]),
    seed=st.text(max_size=9),
    party_fit=st.sampled_from(["strict", "best"]),
    max_skips=st.integers(0, 9),
)


@given(rules, rules)
def test_rules_survive_json(service: OfferRules, event: OfferRules) -> None:
    assert dumps(to_json(service))
    assert offer_rules(to_json(service)) == service
    assert offer_rules(to_json(service), to_json(event)) == event


def test_the_narrower_choice_wins() -> None:
    found = offer_rules({"validity": 60, "parallel": 3, "quiet": "22:00-08:00"}, {"validity": None})
    assert found == OfferRules(parallel=3, quiet=QuietHours(time(22), time(8)))
    assert offer_rules(None) == offer_rules({}, {}) == OfferRules()
    assert offer_rules({"of_a_later_version": 1}) == OfferRules()


def row(**values: Any) -> Any:
    account: dict[str, Any] = {
        "tier": "pro",
        "auto_backfill": False,
        "booking_status": "pending",
        "timezone": "Europe/Budapest",
        "cancel_before_seconds": 3600,
        "grace_seconds": 60,
        "max_party": 4,
    }
    service: dict[str, Any] = {
        "service_kind": "group",
        "service_mode": "legacy",
        "service_offer": {},
        "service_cancel_before_seconds": None,
        "service_preset_id": None,
        "service_self_service": True,
        "service_questions": [],
    }
    return SimpleNamespace(**{**account, **service, "mode": None, "offer": None, "preset_id": None, **values})


def test_settings_of_an_event() -> None:
    found = resolve(row())
    assert (found.mode, found.tier, found.auto_backfill) == (Mode.LEGACY, Tier.PRO, False)
    assert (found.booking_status, found.timezone, found.max_party) == ("pending", "Europe/Budapest", 4)
    assert (found.cancel_before, found.grace) == (timedelta(hours=1), timedelta(minutes=1))
    assert resolve(row(mode="manual")).mode is Mode.MANUAL
    assert resolve(row(service_cancel_before_seconds=0)).cancel_before == timedelta(0)
    assert found.self_service and not resolve(row(service_self_service=False)).self_service
    assert resolve(row()) is found, "equal rows share one result"
