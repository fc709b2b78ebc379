"""Bugs planted in what repairs are made of outside of the rules: the stories of a repair go red for each."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from storage.database import Database
from tests.rules.planted import Bug
from tests.services import test_lost_places as losses
from tests.services import test_repair as stories
from tests.services.fresh import empty
from tests.services.test_bugs import plant
from tests.services.test_repair import Workshop

Story = Callable[[Workshop], Awaitable[None]]
SERVICE, LOAD, RECORD = "engine/services/repair.py", "storage/repair_load.py", "storage/repair_record.py"
SQL, NOTICES = "storage/repairs.py", "engine/notices/events.py"
LOSSES, DATES = "storage/views/repairs.py", "storage/month_dates.py"
SINCE = "bookings.c.created_at > run.finalized_at"

BUGS: tuple[tuple[Bug, Story], ...] = (
    (
        Bug(
            "something else than what was shown",
            SERVICE,
            "if number_of(found) != number or not found.chains:",
            "if not found.chains:",
        ),
        stories.test_another_plan_than_the_one_shown_is_not_proposed,
    ),
    (
        Bug(
            "any plan has the same number",
            SERVICE,
            "hashlib.sha256(repr(plan.chains).encode())",
            'hashlib.sha256(b"")',
        ),
        stories.test_another_plan_than_the_one_shown_is_not_proposed,
    ),
    (
        Bug("a no counts as a yes", SERVICE, "rules.decline(repairing", "rules.agree(repairing"),
        stories.test_a_no_ends_it_and_gives_the_seat_back,
    ),
    (
        Bug("made good, and lost again", LOAD, "            ~made_good,\n", ""),
        stories.test_who_lets_the_new_place_go_has_lost_nothing,
    ),
    (
        Bug(
            "what has fewer seats is not looked at",
            LOAD,
            'sa.or_(sa.and_(events.c.status == "cancelled", called_off), bookings.c.ended == "line"),',
            'events.c.status == "cancelled", called_off,',
        ),
        stories.test_whoever_had_to_make_way_for_fewer_seats_gets_another_place,
    ),
    (
        Bug("a no is forgotten", RECORD, "declined=no)", "declined=sa.false())"),
        stories.test_a_no_ends_it_and_gives_the_seat_back,
    ),
    (
        Bug("a yes is everybody's", RECORD, ", repair_moves.c.person_id == fact.person_id)", ",)"),
        stories.test_nobody_moves_before_all_have_agreed,
    ),
    (
        Bug(
            "nobody looks at what has changed",
            SQL,
            "sa.or_(repairs.c.expires_at <= now, changed)",
            "repairs.c.expires_at <= now",
        ),
        partial(stories.test_what_is_not_as_it_was_ends_it, what="off"),
    ),
    (
        Bug("nobody looks at what is late", SQL, "sa.or_(repairs.c.expires_at <= now, changed)", "changed"),
        stories.test_the_deadline_ends_it,
    ),
    (
        Bug(
            "nobody hears of lost places",
            NOTICES,
            "    if not lost:\n        return []\n    about, period",
            "    return []\n    about, period",
        ),
        stories.test_the_group_hears_of_lost_places_with_the_way_to_the_repair,
    ),
    (
        Bug(
            "a slot of one's own makes good", DATES, "here.where(OF_GROUP, begins_in", "here.where(begins_in"
        ),
        losses.test_a_slot_of_ones_own_makes_nothing_good,
    ),
    (
        Bug("a later month makes good", DATES, "events.c.starts_at < after", "sa.true()"),
        partial(losses.test_a_date_of_another_month_makes_nothing_good, event_id=losses.NEXT_MONTH),
    ),
    (
        Bug("an earlier month makes good", DATES, "events.c.starts_at >= first", "sa.true()"),
        partial(losses.test_a_date_of_another_month_makes_nothing_good, event_id=losses.LAST_MONTH),
    ),
    (
        Bug("what they had before makes good", LOSSES, SINCE, "sa.true()"),
        losses.test_what_they_had_before_makes_nothing_good,
    ),
    (
        Bug("what they had at the end makes good", LOSSES, SINCE, SINCE.replace(">", ">=")),
        losses.test_what_they_had_at_the_moment_of_the_end_makes_nothing_good,
    ),
    (
        Bug("nothing makes good", LOSSES, "sa.or_(bookings.c.period_id == period_id, since)", "sa.false()"),
        losses.test_a_date_of_a_group_booked_since_makes_good,
    ),
    (
        Bug(
            "nobody has lost anything",
            LOSSES,
            "bookings.c.period_id == period_id, bookings.c.ended.in_(LOST)",
            "sa.false()",
        ),
        losses.test_a_slot_of_ones_own_makes_nothing_good,
    ),
)


@pytest.mark.parametrize(("bug", "story"), BUGS, ids=[bug.name for bug, _ in BUGS])
async def test_a_bug_is_seen(
    sqlite: Database, template: str, monkeypatch: pytest.MonkeyPatch, bug: Bug, story: Story
) -> None:
    await empty(sqlite, template)
    plant(bug, monkeypatch)
    with pytest.raises((Exception, pytest.fail.Exception)):  # red, whatever the story stumbles over
        await story(Workshop(sqlite))
