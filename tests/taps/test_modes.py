"""Every sentence of the product's page about the four modes has a test through the admin chat. The page's words stand
here as they are there; what is not held by a test, or by one that is gone, is red."""

from __future__ import annotations

import re
from types import ModuleType

import pytest

from tests.taps import test_mode_choice, test_mode_rules, test_mode_splitter, test_mode_table

TABLE, RULES, SPLITTER, CHOICE = test_mode_table, test_mode_rules, test_mode_splitter, test_mode_choice

PAGE = """
| manual | Manual handling | nothing automatic; the process stops, says so, and the admins get the card |
| legacy | Automatic waitlist promotion | the first suitable person by (priority, joined, id) is booked at once, `confirmed` or `pending` by the account's setting; a free-cancel grace after any promotion |
| offer | Offer-based waitlist filling | an offer goes to the best candidate: the event's line first, then the service's reserve list, filtered by their time windows; held until accepted, rejected, expired or withdrawn |
| splitter | Multi-event balancing fill | plan → offers/distribution → finalization over sibling events; simulation first, live on a tap |

Offer rules per event or service: validity (fixed, or by time to start: > 48 h: 12 h; 48–12 h: 2 h; 12–2 h: 20 min;
< 2 h: last call, everybody in line at once, first tap wins, no hold); quiet hours; cut-off before start; automatic
confirmation (entries that asked for it, or starts within N hours); at most one active offer per event (guard), or N in
parallel but never more than free seats; order (line, or a seeded lottery); what a missed offer costs (keep the place
once, then to the end, then off the list, each told). Party fit: strict order, or best fit with a bounded number of
times anybody may be skipped. An offer never outlives `min(validity, start − cut-off, booking close)`.

Splitter: groups `forward`, `same_day`, `same_slot`; steps plan, distribute, finalize are separate and visible; the plan
shows who would move where, the fill of each sibling before and after, and why; simulation writes nothing.

Tiers: Starter: manual, legacy. Basic: legacy, offer. Pro: manual, legacy, offer (simplified view by default).
Enterprise: all four. Automatic backfill is also an account-level switch: off means nothing runs, and it says so.

Manual mode: each freed seat makes a card: "1 seat free in …; next: A, B, C" with buttons Promote, Offer, Hold,
Release to the public.

Automate an event or a service: mode and its rules, all with their effect shown before they are saved; the
four modes below; presets with a name; tier limits explained where they bind.
"""  # noqa: E501 - the words of the page

Held = tuple[str, ModuleType, str]

HELD: tuple[Held, ...] = (
    ("manual | Manual handling | nothing automatic; the process stops, says so, and the admins get the card",
     TABLE, "test_manual_nothing_happens_by_itself_and_it_says_so"),
    ("legacy | Automatic waitlist promotion | the first suitable person by (priority, joined",
     TABLE, "test_legacy_the_first_suitable_is_booked_at_once"),
    (", id) is booked at once", TABLE, "test_legacy_who_came_in_the_same_moment_goes_by_the_id"),
    ("`confirmed` or `pending` by the account's setting", TABLE, "test_legacy_pending_by_the_accounts_setting"),
    ("a free-cancel grace after any promotion", TABLE, "test_legacy_free_cancel_grace"),
    ("offer | Offer-based waitlist filling | an offer goes to the best candidate: the event's line first",
     TABLE, "test_offer_goes_to_the_line_first_and_is_held"),
    ("then the service's reserve list, filtered by their time windows",
     TABLE, "test_offer_goes_to_the_reserve_list_by_time_windows"),
    ("held until accepted, rejected, expired or withdrawn",
     TABLE, "test_offer_rejected_expired_or_withdrawn_goes_to_the_next"),
    ("splitter | Multi-event balancing fill | plan → offers/distribution → finalization over sibling events",
     SPLITTER, "test_plan_offers_finalization"),
    ("simulation first, live on a tap", SPLITTER, "test_direct_distribution_is_what_was_simulated"),
    ("Offer rules per event or service", RULES, "test_rules_of_a_service_hold_for_its_events_but_for_their_own"),
    ("validity (fixed", RULES, "test_validity_fixed"),
    ("or by time to start: > 48 h: 12 h; 48–12 h: 2 h; 12–2 h: 20 min", RULES, "test_validity_by_time_to_start"),
    ("< 2 h: last call, everybody in line at once, first tap wins, no hold)", RULES, "test_last_call"),
    ("quiet hours", RULES, "test_quiet_hours"),
    ("cut-off before start", RULES, "test_cutoff_before_start"),
    ("automatic\nconfirmation (entries that asked for it", RULES, "test_who_asked_for_it_is_booked_without_a_question"),
    ("or starts within N hours)", RULES, "test_close_to_the_start_the_next_is_booked_without_a_question"),
    ("at most one active offer per event (guard)", RULES, "test_guard_one_offer_at_a_time"),
    ("or N in\nparallel", RULES, "test_some_in_parallel"),
    ("but never more than free seats", RULES, "test_never_more_than_free_seats"),
    ("order (line", RULES, "test_order_of_the_line"),
    ("or a seeded lottery)", RULES, "test_seeded_lottery"),
    ("what a missed offer costs (keep the place\nonce, then to the end, then off the list, each told)",
     RULES, "test_what_a_missed_offer_costs"),
    ("Party fit: strict order", RULES, "test_party_fit_strict_order"),
    ("or best fit with a bounded number of\ntimes anybody may be skipped",
     RULES, "test_party_fit_best_with_a_bounded_number_of_skips"),
    ("An offer never outlives `min(validity, start − cut-off, booking close)`",
     RULES, "test_an_offer_never_outlives_the_least_of_its_limits"),
    ("Splitter: groups `forward`, `same_day`, `same_slot`", SPLITTER, "test_groups"),
    ("steps plan, distribute, finalize are separate and visible", SPLITTER, "test_plan_offers_finalization"),
    ("the plan\nshows who would move where, the fill of each sibling before and after, and why",
     SPLITTER, "test_simulation_writes_nothing_and_shows_the_plan"),
    ("simulation writes nothing", SPLITTER, "test_simulation_writes_nothing_and_shows_the_plan"),
    ("Tiers: Starter: manual, legacy. Basic: legacy, offer. Pro: manual, legacy, offer",
     CHOICE, "test_the_plan_says_which_modes_there_are"),
    ("(simplified view by default)", CHOICE, "test_pro_sees_the_simplified_view_first"),
    ("Enterprise: all four", CHOICE, "test_the_plan_says_which_modes_there_are"),
    ("Automatic backfill is also an account-level switch: off means nothing runs, and it says so",
     CHOICE, "test_switched_off_nothing_runs_and_it_says_so"),
    ("Manual mode: each freed seat makes a card: \"1 seat free in …; next: A, B, C\" with buttons",
     TABLE, "test_manual_nothing_happens_by_itself_and_it_says_so"),
    ("Promote,", TABLE, "test_manual_promote"),
    ("Offer,", TABLE, "test_manual_offer"),
    ("Hold,", TABLE, "test_manual_hold"),
    ("Release to the public", TABLE, "test_manual_release_to_the_public"),
    ("Automate an event or a service: mode and its rules, all with their effect shown before they are saved",
     CHOICE, "test_what_a_change_comes_to_is_shown_before_it_is_saved"),
    ("the\nfour modes below", TABLE, "test_every_change_of_a_mode_names_who_and_what"),
    ("presets with a name", CHOICE, "test_a_preset_has_a_name_and_brings_mode_and_rules"),
    ("tier limits explained where they bind", CHOICE, "test_the_plan_says_which_modes_there_are"),
)  # fmt: skip
"""The page's words in its order, and the test that holds them."""


def test_every_sentence_of_the_page_is_held() -> None:
    assert unheld(PAGE, HELD) == ""


def unheld(page: str, held: tuple[Held, ...]) -> str:
    """What is left of the page without the words that are held, from where each was looked for."""
    left = page
    for words, _, _ in held:
        assert words in left, f"the page does not say (any more): {words}"
        left = left.replace(words, "", 1)
    return re.sub(r"[\W_]+", " ", left).strip()


@pytest.mark.parametrize("missing", range(0, len(HELD), 7))
def test_a_sentence_without_a_test_is_seen(missing: int) -> None:
    """The page with one more rule, or with one test less."""
    assert unheld(PAGE, (*HELD[:missing], *HELD[missing + 1 :]))
    assert unheld(f"{PAGE} Nobody waits twice.", HELD) == "Nobody waits twice"


@pytest.mark.parametrize(
    ("words", "where", "name"), HELD, ids=lambda value: getattr(value, "__name__", "")[-8:]
)
def test_the_test_is_there(words: str, where: ModuleType, name: str) -> None:
    found = getattr(where, name, None)
    assert callable(found), f"{words}: no test {name}"
