"""The reserve list gives its own numbers, so that its order does not hang on anything else."""

from datetime import timedelta

from engine.facts import EntryJoined, EntryReturned
from engine.rules.offers import expire
from engine.rules.waitlist import join_reserve
from engine.state import TimeWindow
from tests.rules.builders import NOW, act, changed, event, offer, only, reserve, state

NEVER = (TimeWindow(6, 0, 1),)


def test_newcomers_are_numbered_one_after_the_other_whatever_their_ids() -> None:
    now = state(entries=[reserve(10, windows=NEVER)])
    for person_id, first_id in ((2, 900), (3, 500)):
        facts = join_reserve(now, act(first_id=first_id), person_id, NEVER)
        assert only(facts, EntryJoined).id == first_id
        now = changed(now, facts)
    assert [now.reserve.entries[i].person_id for i in now.reserve.window] == [10, 2, 3]


def test_the_second_missed_offer_moves_to_the_end_of_the_reserve_list() -> None:
    of = event(1)
    missing = reserve(700, status="offered", misses=1)
    over = offer(40, missing, 1, event=of, expires_at=NOW, delivered_at=NOW - timedelta(hours=1))
    before = state(of, entries=[missing, reserve(800, windows=NEVER)], offers=[over])
    facts = expire(before, act(first_id=100), 40)
    assert only(facts, EntryReturned).seq == 801
    assert changed(before, facts).reserve.window == (800, 700)
