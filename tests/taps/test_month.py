"""Stories of a month's wishes, by taps: both sides of the chat, in every language."""

from __future__ import annotations

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from engine.month import month_after
from engine.services import month
from engine.services.who import AdminTap
from handlers.callbacks import pack
from storage.month import SqlMonths
from storage.tables import bookings, events, facts, friendships, letters, periods, wish_choices, wishes
from tests.taps import months
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.words import says
from tests.texts import TEXTS


async def until(hall: Hall, **before: float) -> None:
    """Time goes on to so long before the deadline, and the clock's jobs do what is due."""
    (row,) = await hall.studio.rows(periods)
    hall.calendar.moment = row.wishes_until - timedelta(**before)
    await hall.tick()


async def told(human: Human, key: str) -> bool:
    return says(human.language, key, (await human.newest()).text)


async def test_a_month_from_the_first_tap_to_the_deadline(hall: Hall, language: str) -> None:
    """Wishes are ranked by tapping, changed, shown as they were saved, and closed when it was said."""
    stage = Stage(hall, language)
    dora = await months.opened(stage)
    group = [message.text for message in await hall.group.messages()]
    (row,) = await hall.studio.rows(periods)
    assert any(says(language, "batch-announced", text) and row.seed_hash in text for text in group)
    anna = await months.wishing(stage)
    await anna.presses("month-dates")
    first, second, third = (button for button in (await anna.newest()).buttons[:3])
    for button in (second, first):
        await anna.taps_on((await anna.newest()).id, button.data)
    shown = await anna.newest()
    assert shown.buttons[1].label.startswith("✓ 1.")
    assert shown.buttons[0].label.startswith("✓ 2.")
    await anna.taps("month-dates", row.id, 1, 1)  # the next one just as gladly
    assert await told(anna, "month-dates-equal")
    await anna.taps_on((await anna.newest()).id, third.data.rpartition(":")[0] + ":1")
    found = await hall.studio.rows(wish_choices)
    assert sorted(choice.rank for choice in found) == [1, 2, 2]
    await anna.presses("month-drop")
    await anna.presses("month")
    assert await told(anna, "month-saved")
    await anna.types("/my")
    assert await told(anna, "my-wishes")
    await until(hall, seconds=0)
    group = [message.text for message in await hall.group.messages()]
    assert any(says(language, "batch-over", text) for text in group)
    await anna.types("/month")
    assert await told(anna, "month-closed")
    assert {button.data for button in (await anna.newest()).buttons} == {"1:home"}
    for tap in ("month-dates:{}:1:0", "month-party-set:{}:2", "month-friends:{}"):  # of a card from before
        toast = await anna.taps_on((await anna.newest()).id, "1:" + tap.format(row.id))
        assert toast.alert and says(language, "refusal-wishes-closed", toast.text), tap
        assert await told(anna, "month-closed")
    await anna.presses("home")
    assert "month" in await anna.offered_verbs()
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", chat=hall.group)
    text = (await dora.newest(hall.group)).text
    assert says(language, "batch-wanted", text)
    assert row.seed_hash[:12] in text


async def test_the_seed_is_said_nowhere(hall: Hall) -> None:
    stage = Stage(hall)
    dora = await months.closed(stage)
    anna = await stage.somebody("Anna")
    await anna.types("/month")
    await dora.types("/audit", chat=hall.group)
    await dora.presses("a-audit-file", chat=hall.group)
    (row,) = await hall.studio.rows(periods)
    made = await hall.driver.calls()
    assert row.seed_hash in str(made)
    assert row.seed not in str(made)


async def test_two_who_want_to_come_together(hall: Hall, language: str) -> None:
    """A link, a yes, and each sees the other; one of them changes their mind."""
    stage = Stage(hall, language)
    ben = await months.invited(stage)
    assert await told(ben, "month-invited")
    (anna_id, ben_id) = [row.person_id for row in await hall.studio.rows(wishes)] + [
        await stage.person_id(ben)
    ]
    await ben.presses("month-agree")
    (row,) = await hall.studio.rows(friendships)
    assert (row.person_id, row.friend_id, row.status) == (anna_id, ben_id, "agreed")
    (letter,) = await hall.studio.rows(letters, letters.c.kind == "friendship-agreed")
    assert letter.person_id == anna_id
    await ben.presses("month-friends", "month-friend-end")
    (letter,) = await hall.studio.rows(letters, letters.c.kind == "friendship-ended")
    assert letter.person_id == anna_id


async def test_nobody_is_said_to_know_what_they_are_told_in_the_morning(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    ben = await months.invited(stage)
    night = hall.calendar().astimezone(ZoneInfo(months.ZONE)).replace(hour=23, minute=0)
    hall.calendar.moment = night.astimezone(UTC)
    toast = await ben.presses("month-agree")
    assert says(language, "toast-friend-agreed-later", toast.text)
    (letter,) = await hall.studio.rows(letters, letters.c.kind == "friendship-agreed")
    assert letter.status == "queued"
    assert ben.texts.until(letter.not_before, months.ZONE, hall.calendar()) in toast.text


async def test_a_link_is_for_one_person(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await months.linked(stage)
    link = await months.link_of(anna)
    share = next(button.url for button in (await anna.newest()).buttons if button.url)
    assert share.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2F") and share.endswith(link)
    await anna.starts(link)
    assert await told(anna, "month-friends-ask")  # her own
    ben = await stage.somebody("Ben")
    await ben.starts(link)
    await ben.presses("month-agree")
    cleo = await stage.somebody("Cleo")
    for payload in (
        link,
        "w-",
        "w-0",
        "w-zzzzzzzzzzzzzz",
        "w-zzzzzzzzzzzzz",
        "w-ABC",
        "m-2020-01",
        "m-rubbish",
    ):
        await cleo.starts(payload)
        assert await told(cleo, "refusal-link-unknown"), payload
    await cleo.starts(f"m-{months.month_after_next(stage)}")
    assert await told(cleo, "month-head")


async def test_a_link_after_the_deadline(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await months.linked(stage)
    ben = await stage.somebody("Ben")
    await until(hall, seconds=0)
    await ben.starts(await months.link_of(anna))
    assert await told(ben, "month-closed")
    assert await ben.offered_verbs() == {"home"}


async def test_a_party_with_names(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await months.wished(stage)
    period = await months.period_id(stage)
    await anna.presses("month-party")
    await anna.taps("month-party-set", period, 3)
    await anna.types("Bea <b>\nCarl")
    assert await told(anna, "month-said-party")
    (row,) = await hall.studio.rows(wishes)
    assert (row.seats, row.names) == (3, ["Bea <b>", "Carl"])
    await anna.presses("month-party")
    await anna.taps("month-party-set", period, 1)
    (row,) = await hall.studio.rows(wishes)
    assert (row.seats, row.names) == (1, [])


async def test_reminded_once_by_day(hall: Hall, language: str) -> None:
    """Who has a booking and has said nothing; not who has, nor a stranger to it all."""
    stage = Stage(hall, language)
    ben = await stage.booked("yoga-2", "Ben")
    anna, cleo = await months.wished(stage), await stage.somebody("Cleo")
    await stage.hall.studio.change(bookings, created_at=hall.calendar())
    await until(hall, hours=22)  # ten in the evening: nobody is woken
    assert not await told(ben, "wishes-asked")
    await until(hall, hours=8)
    assert await told(ben, "wishes-asked")
    await hall.tick()
    assert len(await hall.studio.rows(letters, letters.c.kind == "wishes-asked")) == 1
    for other in (anna, cleo):
        assert not await told(other, "wishes-asked")
    await ben.presses("month")
    await ben.presses("month-dates", "month-want")
    assert len(await hall.studio.rows(wishes)) == 2


async def test_another_deadline_is_told_and_its_reason_kept(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna = await months.wished(stage)
    dora = await stage.admin("Dina")
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-period-close-ask", chat=hall.group)
    (row,) = await hall.studio.rows(periods)
    until = int(row.wishes_until.timestamp())
    await dora.taps("a-period-close", row.id, until, 99, chat=hall.group)
    await dora.replies("The hall is ours earlier", hall.group)
    (row,) = await hall.studio.rows(periods)
    assert row.status == "closed"
    closed = (await hall.studio.rows(facts, facts.c.kind == "PeriodClosed"))[0]
    assert (closed.reason, closed.actor_id) == ("The hall is ours earlier", dora.id)
    hall.calendar.forward(hours=12)  # whatever the hour was, the night is over
    await hall.settle()
    hall.calendar.forward(hours=10)
    await hall.settle()
    assert await told(anna, "wishes-closed")
    assert anna.texts.plain("reason-told", reason="The hall is ours earlier") in (await anna.newest()).text
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-period-reopen-ask", "a-period-reopen", chat=hall.group)
    assert any(says(language, "batch-announced-reopened", m.text) for m in await hall.group.messages())


async def test_another_deadline_is_told_once_as_it_is_by_now(hall: Hall, language: str) -> None:
    """Moved with a reason and closed in one night: one letter, the newest state, and the reason."""
    stage = Stage(hall, language)
    anna, dora = await months.wished(stage), await stage.admin("Dina")
    night = hall.calendar().astimezone(ZoneInfo(months.ZONE)).replace(hour=23, minute=0)
    hall.calendar.moment = night.astimezone(UTC)
    period = await months.period_id(stage)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-period-extend-ask", chat=hall.group)
    assert says(language, "batch-told-later", (await dora.newest(hall.group)).text)
    await dora.taps("a-period-extend", period, chat=hall.group)
    await hall.studio.change(letters, letters.c.kind == "wishes-shifted", data={"reason": "The hall is ours"})
    await month.close(SqlMonths(hall.house.database, hall.calendar), AdminTap(990, "Bori"), period)
    hall.calendar.forward(hours=11)
    await hall.settle()
    sent = [row.status for row in await hall.studio.rows(letters, letters.c.kind == "wishes-shifted")]
    assert sorted(sent) == ["dropped", "sent"]
    text = (await anna.newest()).text
    assert says(language, "wishes-closed", text)
    assert anna.texts.plain("reason-told", reason="The hall is ours") in text


async def test_a_tap_that_asks_for_no_reason_tells_none(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    anna, dora = await months.wished(stage), await stage.admin("Dina")
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-period-close-ask", "a-period-close", chat=hall.group)
    text = (await anna.newest()).text
    assert says(language, "wishes-closed", text) and not says(language, "reason-told", text)


async def test_weekdays_put_a_wish_to_rest_and_take_nothing_away(hall: Hall, language: str) -> None:
    """Another day is tapped and tapped off again: the wish stays as it was. More than is chosen does not count."""
    stage = Stage(hall, language)
    anna, period = await months.wished(stage), await months.period_id(stage)
    (chosen,) = await hall.studio.rows(wish_choices)
    (event,) = await hall.studio.rows(events, events.c.id == chosen.event_id)
    other = (event.starts_at.weekday() + 3) % 7
    await anna.presses("month-days")
    toast = await anna.taps("month-day", period, other, 1)
    assert says(language, "toast-wish-unsuited", toast.text) and await told(anna, "month-days-unsuited")
    await anna.presses("month")
    assert await told(anna, "month-choice-rests") and await told(anna, "month-days-unsuited")
    card = (await hall.house.intake._rooms.views.interest(period))[0]
    assert (card.first, card.wanted, card.seats) == (0, 0, 0)
    await anna.presses("month-days")
    toast = await anna.taps("month-day", period, event.starts_at.weekday(), 1)  # one that suits, beside it
    assert says(language, "toast-wish-saved", toast.text) and not await told(anna, "month-days-unsuited")
    await anna.taps("month-day", period, event.starts_at.weekday(), 0)
    await anna.taps("month-day", period, other, 0)
    await anna.presses("month", "month-many")
    assert await hall.studio.rows(wish_choices) == [chosen]
    toast = await anna.taps("month-count", period, 12)
    assert toast.text == anna.texts.plain("toast-wish-most", named=1)
    assert await told(anna, "month-many-ask")  # how often, too
    await anna.presses("month")
    assert anna.texts.plain("month-said-count-most", count=1, wanted=12) in (await anna.newest()).text


async def test_a_doubled_tap_leads_nowhere_else(hall: Hall, language: str) -> None:
    """Who ranks dates with a nervous finger goes on ranking them."""
    stage = Stage(hall, language)
    anna = await months.wishing(stage)
    await anna.presses("month-dates")
    shown = await anna.newest()
    for _ in range(2):
        await anna.taps_on(shown.id, shown.buttons[0].data)
    assert await told(anna, "month-dates-head") and "month-drop" in await anna.offered_verbs()
    await anna.presses("month", "month-many")
    period = await months.period_id(stage)
    for _ in range(2):
        await anna.taps("month-count", period, 3)
        assert await told(anna, "month-many-ask")
    await anna.presses("month", "month-days")
    card = (await anna.newest()).id
    for _ in range(2):
        await anna.taps_on(card, pack("month-day", period, 0, 1))
        assert await told(anna, "month-days-ask")


async def test_a_text_that_nobody_asked_for_leads_to_the_wishes_while_they_are_open(hall: Hall) -> None:
    stage = Stage(hall)
    anna = await stage.somebody("Anna")
    for word in ("tango?", "/help", "/cancel"):
        await anna.types(word)
        assert "month" not in await anna.offered_verbs(), word
    await months.opened(stage)
    for word in ("tango?", "/help", "/cancel"):
        await anna.types(word)
        assert "month" in await anna.offered_verbs(), word
    await anna.presses("month")
    assert await told(anna, "month-nothing")
    await until(hall, seconds=0)
    await anna.types("tango?")
    assert "month" not in await anna.offered_verbs()


async def test_wishes_at_the_same_time_are_said_to_be(hall: Hall, language: str) -> None:
    """For whoever wants more than one: of those that only one can be had of, nobody should expect both."""
    stage = Stage(hall, language)
    anna = await months.wishing(stage)
    found = await hall.studio.rows(events)
    clashing = [row.id for row in sorted(found, key=lambda row: row.starts_at) if row.starts_at.hour < 12]
    period = await months.period_id(stage)
    await anna.presses("month-dates")
    for event in clashing[:2]:
        await anna.taps("month-want", period, event, 1, 0)
    await anna.presses("month")
    assert not await told(anna, "month-clash")  # one of them is all that is wanted
    await anna.presses("month-many")
    await anna.taps("month-count", period, 2)
    await anna.presses("month")
    assert await told(anna, "month-clash") and not await told(anna, "month-clash-more")
    await anna.presses("month-dates")
    await anna.taps("month-want", period, clashing[2], 1, 0)
    assert await told(anna, "month-clash-group") and not await told(anna, "month-clash")
    assert anna.texts.plain("month-clash-group", most=1) in (await anna.newest()).text


async def test_a_deadline_opens_the_day_that_its_button_says(hall: Hall, language: str) -> None:
    """Or, tapped on another day, nothing."""
    stage = Stage(hall, language)
    dora = await months.deadlines(stage)
    hall.calendar.forward(days=1)
    toast = await dora.taps("a-period-begin", chat=hall.group)
    assert toast.alert and says(language, "refusal-deadline-unusable", toast.text)
    assert await hall.studio.rows(periods) == []


async def test_wishes_that_stay(hall: Hall, language: str) -> None:
    """The same wishes stand for the next month that opens, and the person hears of it."""
    stage = Stage(hall, language)
    anna = await months.wished(stage)
    await anna.presses("month-stay")
    name = month_after(months.month_after_next(stage))
    alike, later = await months.alike(stage, name), months.number(name)
    dora = await stage.admin("Dina")
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period-open", later, chat=hall.group)
    await dora.taps("a-period-begin", later, chat=hall.group)
    assert len(await hall.studio.rows(periods)) == 2
    (chosen,) = await hall.studio.rows(wish_choices, wish_choices.c.event_id == alike)
    assert chosen.rank == 1
    hall.calendar.forward(hours=12)  # whatever the hour was, the night is over
    await hall.settle()
    hall.calendar.forward(hours=10)
    await hall.settle()
    assert await told(anna, "wishes-carried")
    await anna.types("/month")
    assert await told(anna, "month-which")


async def test_pages_and_a_month_without_dates(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora = await months.opened(stage)
    anna = await months.wishing(stage)
    await anna.presses("month-dates")
    period = await months.period_id(stage)
    await anna.taps("month-dates", period, 2)
    await anna.taps("month-dates", period, 1)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-interest", chat=hall.group)
    assert says(language, "batch-unwished", (await dora.newest(hall.group)).text)
    for code in [row.code for row in await hall.studio.rows(events, events.c.code.like("choir-%"))]:
        await stage.shut(code, "closed")
    await anna.presses("month", "month-dates")
    assert await told(anna, "month-empty")
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period-open", 202702, chat=hall.group)
    assert says(language, "batch-open-empty", (await dora.newest(hall.group)).text)


async def test_what_is_called_off_can_be_taken_away(hall: Hall, language: str) -> None:
    """It is struck out, and can only be taken away."""
    stage = Stage(hall, language)
    anna = await months.wished(stage)
    (chosen,) = await hall.studio.rows(wish_choices)
    await stage.shut("choir-1", "closed")
    assert chosen.event_id == hall.event("choir-1")
    await anna.types("/month")
    assert await told(anna, "month-choice-off")
    await anna.presses("month-dates", "month-drop")
    assert await hall.studio.rows(wish_choices) == []


async def test_two_admins_at_once(hall: Hall, language: str) -> None:
    """The second reads who was faster, and sees the month as it is."""
    stage = Stage(hall, language)
    dora = await months.opened(stage)
    dina = await stage.admin("Dina")
    await dora.presses("a-period-close-ask", chat=hall.group)
    message, data = await dora.finds("a-period-close", chat=hall.group)
    assert not (await dora.taps_on(message.id, data, hall.group)).alert
    toast = await dina.taps_on(message.id, data, hall.group)
    assert toast.alert
    assert "Dora" in toast.text
    assert says(language, "batch-closed", (await dina.sees(message.id, hall.group)).text)
    assert not (await dora.taps_on(message.id, data, hall.group)).alert


async def test_an_old_yes_does_not_close_what_was_opened_again(hall: Hall) -> None:
    """The question was about another deadline."""
    stage, group = Stage(hall), hall.group
    dora = await months.opened(stage)
    await dora.presses("a-period-close-ask", chat=group)
    message, old = await dora.finds("a-period-close", chat=group)
    await dora.types("/batch", chat=group)
    await dora.presses("a-period", "a-period-extend-ask", "a-period-extend", chat=group)
    toast = await dora.taps_on(message.id, old, group)
    assert toast.alert and says("en", "admin-refusal-button-stale", toast.text)
    (row,) = await hall.studio.rows(periods)
    assert row.status == "collecting"
    await dora.presses("a-period-close-ask", "a-period-close", chat=group)
    (row,) = await hall.studio.rows(periods)
    assert row.status == "closed"


async def test_a_deadline_of_yesterday_leads_to_those_of_today(hall: Hall, language: str) -> None:
    stage, group = Stage(hall, language), hall.group
    dora = await months.deadlines(stage)
    message, old = await dora.finds("a-period-begin", chat=group)
    hall.calendar.forward(hours=24)
    toast = await dora.taps_on(message.id, old, group)
    assert toast.alert and says(language, "refusal-deadline-unusable", toast.text)
    shown = await dora.sees(message.id, group)
    fresh = [button.data for button in shown.buttons if "a-period-begin" in button.data]
    assert fresh and old not in fresh
    assert not (await dora.taps_on(message.id, fresh[0], group)).alert


async def test_wishes_that_are_open_already_are_not_asked_about(hall: Hall) -> None:
    """An old button leads to the month, and says by whom it was opened."""
    stage, group = Stage(hall), hall.group
    dora = await months.batch(stage)
    message, old = await dora.finds(
        "a-period-open", months.number(months.month_after_next(stage)), chat=group
    )
    await dora.taps_on(message.id, old, group)
    await dora.taps("a-period-begin", chat=group)
    dina = await stage.admin("Dina")
    toast = await dina.taps_on(message.id, old, group)
    assert toast.alert and says("en", "refusal-period-exists", toast.text) and "Dora" in toast.text
    shown = await dina.sees(message.id, group)
    assert any("a-period-close-ask" in button.data for button in shown.buttons)


async def test_wishes_of_a_closed_month_are_reached_beside_the_next(hall: Hall) -> None:
    """By whoever has any."""
    stage = Stage(hall)
    anna, cleo = await months.wished(stage), await stage.somebody("Cleo")
    dora, here = await stage.admin("Dina"), await months.period_id(stage)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-period-close-ask", "a-period-close", chat=hall.group)
    later = months.number(month_after(months.month_after_next(stage)))
    await dora.types("/batch", chat=hall.group)
    await dora.taps("a-period-open", later, chat=hall.group)
    await dora.taps("a-period-begin", later, chat=hall.group)
    await cleo.types("/month")
    assert not await told(cleo, "month-which")
    await anna.types("/month")
    assert await told(anna, "month-which")
    await anna.taps("month", here)
    assert await told(anna, "month-closed")


async def test_a_viewer_looks_and_does_not_act(hall: Hall) -> None:
    stage = Stage(hall)
    dora, olga = await months.opened(stage), await stage.owner()
    await olga.types("/roles", chat=hall.group)
    await olga.taps("a-role", dora.id, chat=hall.group)
    await olga.presses("a-role-ask", "a-role-give", chat=hall.group)
    await dora.types("/batch", chat=hall.group)
    await dora.presses("a-period", "a-interest", "a-period", "a-period-close-ask", chat=hall.group)
    assert (await dora.taps("a-period-close", chat=hall.group)).alert
    (row,) = await hall.studio.rows(periods)
    assert row.status == "collecting"


async def test_a_month_behind_a_command(hall: Hall, language: str) -> None:
    """As a number or a name of any language; one that there is not is said to be none."""
    stage, group = Stage(hall, language), hall.group
    dora = await months.opened(stage)
    (row,) = await hall.studio.rows(periods)
    number = int(row.month[5:])
    for word in (row.month, TEXTS["de"].plain("words-months").split(", ")[number - 1].split("/")[-1].upper()):
        await dora.types(f"/batch {word}", chat=group)
        assert says(language, "batch-collecting", (await dora.newest(group)).text)
        await dora.types(f"/lock {word}", chat=group)
        assert "a-lock-take" in await dora.offered_verbs(group)
        await dora.types(f"/unlock {word}", chat=group)
        assert says(language, "unlock-not-final", (await dora.newest(group)).text)
    later = months.coming(hall.calendar(), months.ZONE)[2]
    await dora.types(f"/batch {later}", chat=group)
    assert "a-period-begin" in await dora.offered_verbs(group)
    for command in ("/batch 2026-13", "/lock 2001-01", "/unlock Brumaire"):
        await dora.types(command, chat=group)
        assert says(language, "batch-no-month", (await dora.newest(group)).text)


async def test_a_date_that_is_called_off_is_told_to_whoever_wishes_for_it(hall: Hall, language: str) -> None:
    stage, group = Stage(hall, language), hall.group
    anna, dora = await months.wished(stage), await stage.admin("Dina")
    (choice,) = await hall.studio.rows(wish_choices)
    message = await dora.newest(group)
    await dora.taps_on(message.id, pack("a-off-ask", choice.event_id), group)
    asked = (await dora.sees(message.id, group)).text
    assert says(language, "admin-date-wished", asked) and not says(language, "admin-off-nobody", asked)
    await dora.presses("a-off", chat=group)
    await hall.settle()
    assert await told(anna, "wished-dropped") and await told(anna, "wished-none")
    await anna.presses("month")
    assert await told(anna, "month-head")
