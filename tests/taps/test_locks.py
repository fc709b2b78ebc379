"""Stories of the locks of a month, by taps: two admins in each other's way, and two who open what is final."""

from __future__ import annotations

from datetime import timedelta

from handlers.callbacks import pack, parse
from storage.tables import alerts, bookings, events, facts, locks, periods, unlocks
from tests.taps import locking, months
from tests.taps.hall import Hall, Human
from tests.taps.months import ZONE
from tests.taps.stages import Stage
from tests.taps.words import says


async def said(hall: Hall, language: str, key: str) -> list[str]:
    """Messages to the group that say this."""
    return [message.text for message in await hall.group.messages() if says(language, key, message.text)]


async def edits(ben: Human, period: int) -> None:
    """Ben tries to close wishes, and is told who keeps him from it."""
    group = ben.hall.group
    await ben.types("/batch", chat=group)
    await ben.presses("a-period", "a-period-close-ask", chat=group)
    message, data = await ben.finds("a-period-close", period, chat=group)
    toast = await ben.taps_on(message.id, data, group)
    assert toast.alert and says(ben.language, "refusal-period-held", toast.text) and "Dora" in toast.text
    assert says(ben.language, "lock-held", (await ben.sees(message.id, group)).text)


async def test_two_in_each_others_way(hall: Hall, language: str) -> None:
    """Ben is kept out, counted and told of; he asks, gets it, and then Dora is kept out."""
    stage = Stage(hall, language)
    ben, group = await locking.by_other(stage), hall.group
    period = await months.period_id(stage)
    await edits(ben, period)
    assert await said(hall, language, "lock-alert-refused") == []
    await edits(ben, period)
    await edits(ben, period)
    assert len(await said(hall, language, "lock-alert-refused")) == 1
    (told,) = await hall.studio.rows(alerts, alerts.c.kind == "lock-refused")
    assert told.count == 2
    await ben.types("/lock", chat=group)
    assert says(language, "lock-refused", (await ben.newest(group)).text)
    await ben.presses("a-lock-wish", chat=group)
    toast = await ben.taps("a-lock-hand", chat=group)
    assert toast.alert and says(language, "refusal-not-holder", toast.text)
    (row,) = await hall.studio.rows(locks)
    hall.calendar.moment = row.until
    await hall.tick()
    assert len(await said(hall, language, "lock-ended")) == 1
    await ben.presses("a-lock", "a-lock-take", chat=group)
    await ben.types("/batch", chat=group)
    await ben.presses("a-period", "a-period-close-ask", "a-period-close", chat=group)
    kinds = {fact.kind for fact in await hall.studio.rows(facts) if fact.subject == "lock"}
    assert kinds == {"PeriodLocked", "EditRefused", "LockAsked", "LockEnded"}


async def test_nobody_is_named_who_is_not_in_the_way(hall: Hall) -> None:
    """Dora opened wishes long ago, Cleo holds the lock: neither Ben nor Dora reads that Dora was faster."""
    stage = Stage(hall, "en")
    dora, group = await months.opened(stage), hall.group
    cleo = await stage.admin("Cleo")
    await cleo.types("/lock", chat=group)
    await cleo.presses("a-lock-take", chat=group)
    for admin in (await stage.admin("Ben"), dora):
        await admin.types("/batch", chat=group)
        await admin.presses("a-period", "a-period-close-ask", chat=group)
        toast = await admin.taps("a-period-close", chat=group)
        assert toast.alert and "Cleo" in toast.text and "Dora" not in toast.text
        for key in ("admin-faster-you", "admin-faster-person"):
            assert not says("en", key, toast.text)


async def test_a_lock_that_is_taken_again_is_not_open(hall: Hall) -> None:
    stage = Stage(hall, "en")
    ben, group = await locking.by_other(stage), hall.group
    (row,) = await hall.studio.rows(locks)
    hall.calendar.moment = row.until
    await ben.types("/lock", chat=group)
    await ben.presses("a-lock-take", chat=group)
    await hall.tick()
    assert await said(hall, "en", "lock-ended") == []


async def test_everybody_of_a_large_team_can_help(hall: Hall) -> None:
    """Page by page; and whoever helps comes first, also when they have left the team."""
    stage = Stage(hall, "en")
    dora, group = await locking.held(stage), hall.group
    await locking.helped(stage, dora, 1)
    for number in range(8):
        await stage.admin(f"Admin {number}")
    zoe = await stage.admin("Zoe")
    await dora.types("/lock", chat=group)
    await dora.presses("a-lock-helpers", chat=group)
    message = await dora.newest(group)
    assert message.buttons[0].label == "✓ Helper 1"
    assert "Zoe" not in [button.label for button in message.buttons]
    await dora.taps("a-lock-helpers", await months.period_id(stage), 8, chat=group)
    await dora.taps("a-lock-helper", await months.period_id(stage), zoe.id, 1, 8, chat=group)
    await dora.taps("a-lock-helper", await months.period_id(stage), 1, 0, 8, chat=group)
    (row,) = await hall.studio.rows(locks)
    assert [helper["name"] for helper in row.helpers] == ["Zoe"]


async def test_a_question_that_is_answered(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    dora, group = await locking.asked(stage), hall.group
    (asked,) = await said(hall, language, "lock-asked")
    assert "Dora" in asked and "Ben" in asked
    await dora.presses("a-lock-keep", chat=group)
    assert len(await said(hall, language, "lock-kept")) == 1
    ben = await stage.admin("Cleo")
    await ben.types("/lock", chat=group)
    await ben.presses("a-lock-wish", chat=group)
    await dora.presses("a-lock-hand", chat=group)
    assert len(await said(hall, language, "lock-handed")) == 1
    assert [row.holder_name for row in await hall.studio.rows(locks)] == ["Cleo"]


async def test_a_question_to_the_holder_stays_whoever_else_taps_it(hall: Hall, language: str) -> None:
    stage, group = Stage(hall, language), hall.group
    dora = await locking.asked(stage)
    shown = next(m for m in reversed(await group.messages()) if says(language, "lock-asked", m.text))
    cleo = await stage.admin("Cleo")
    for verb in ("a-lock-keep", "a-lock-hand"):
        (row,) = await hall.studio.rows(locks)
        toast = await cleo.taps_on(shown.id, pack(verb, row.period_id, row.id, row.asked_id), group)
        assert toast is not None and toast.alert
        now = next(m for m in await group.messages() if m.id == shown.id)
        assert (now.text, now.raw["reply_markup"]) == (shown.text, shown.raw["reply_markup"])
    await dora.taps_on(shown.id, pack("a-lock-hand", row.period_id, row.id, row.asked_id), group)
    assert [row.holder_name for row in await hall.studio.rows(locks)] == ["Ben"]


async def test_an_old_hand_over_gives_the_lock_to_nobody_else(hall: Hall, language: str) -> None:
    """Dora keeps it from Ben; then Cleo asks: the message that names Ben hands nothing to Cleo."""
    stage, group = Stage(hall, language), hall.group
    dora = await locking.asked(stage)
    shown = next(m for m in reversed(await group.messages()) if says(language, "lock-asked", m.text))
    (old,) = [b.data for b in shown.buttons if "a-lock-hand" in b.data]
    await dora.presses("a-lock-keep", chat=group)
    cleo = await stage.admin("Cleo")
    await cleo.types("/lock", chat=group)
    await cleo.presses("a-lock-wish", chat=group)
    toast = await dora.taps_on(shown.id, old, group)
    assert says(language, "refusal-nobody-asks", toast.text)
    assert [row.holder_name for row in await hall.studio.rows(locks)] == ["Dora"]
    text = (await dora.sees(shown.id, group)).text
    assert says(language, "lock-asked-by", text) and "Cleo" in text


async def test_an_old_force_open_ends_nobody_elses_lock(hall: Hall, language: str) -> None:
    """Olga is asked about Dora's, which Dora hands over to Ben: it is still the same lock."""
    stage, group = Stage(hall, language), hall.group
    dora, olga = await locking.asked(stage), await stage.owner()
    await olga.types("/lock", chat=group)
    await olga.presses("a-lock-force-ask", chat=group)
    message, old = await olga.finds("a-lock-force", chat=group)
    await dora.presses("a-lock-hand", chat=group)
    toast = await olga.taps_on(message.id, old, group)
    assert toast.alert and says(language, "refusal-lock-over", toast.text)
    assert [row.ended for row in await hall.studio.rows(locks)] == [""]
    text = (await olga.sees(message.id, group)).text
    assert says(language, "lock-held", text) and "Ben" in text


async def test_forced_open_by_an_owner_only(hall: Hall, language: str) -> None:
    stage = Stage(hall, language)
    ben, group = await locking.by_other(stage), hall.group
    assert "a-lock-force-ask" not in await ben.offered_verbs(group)
    message = await ben.newest(group)
    period = await months.period_id(stage)
    (row,) = await hall.studio.rows(locks)
    data = pack("a-lock-force", period, row.id, row.holder_id, 61)
    toast = await ben.taps_on(message.id, data, group)
    assert toast.alert and not says(language, "admin-done-lock-force", toast.text)
    olga = await stage.owner()
    await olga.types("/lock", chat=group)
    await olga.presses("a-lock-force-ask", "a-lock-force", chat=group)
    (told,) = await said(hall, language, "lock-alert-forced")
    assert "Olga" in told and "Dora" in told and olga.texts.plain("admin-reason-away") in told


async def test_opened_by_two_moved_and_locked_again(hall: Hall, language: str) -> None:
    """Anna's place cannot be moved; then two agree, it can, and the group reads what was changed."""
    stage = Stage(hall, language)
    dora, group = await locking.wanted(stage), hall.group
    row = await locking.place(stage)
    toast = await dora.taps("a-unlock-approve", chat=group)
    assert toast.alert  # she may not agree at all, and not to herself
    assert len(await said(hall, language, "unlock-asked")) == 2  # her card, and the letter
    ben = await locking.approver(stage)
    await ben.presses("a-unlock-approve", chat=group)
    assert len(await said(hall, language, "unlock-granted")) == 1
    others = await hall.studio.rows(events)
    target = next(event.id for event in others if event.code == "choir-2" and event.id != row.event_id)
    message = await ben.newest(group)
    toast = await ben.taps_on(message.id, f"1:a-move:{row.event_id}:{row.id}:{target}:4", group)
    found = await hall.studio.rows(bookings, bookings.c.source == "move")
    assert [booking.event_id for booking in found] == [target], toast
    (opened,) = await hall.studio.rows(unlocks)
    hall.calendar.moment = opened.until + timedelta(seconds=1)
    await hall.tick()
    (told,) = await said(hall, language, "unlock-ended")
    assert says(language, "unlock-changed", told) and "Anna" in told and "Ben" in told and "→" in told
    (month,) = await hall.studio.rows(periods)
    assert month.status == "final"


async def test_an_open_month_leads_to_its_own_dates(hall: Hall, language: str) -> None:
    """Page by page, and to none of another month."""
    stage, group = Stage(hall, language), hall.group
    ben = await locking.open_month(stage)
    choirs = {row.id for row in await hall.studio.rows(events) if row.code.startswith("choir-")}
    await ben.presses("a-unlock-dates", chat=group)
    shown, seen = await ben.newest(group), set[int]()
    assert says(language, "unlock-dates", shown.text)
    for offset in (8, 0, 8):
        calls = [call for call in map(parse, (button.data for button in shown.buttons)) if call is not None]
        seen |= {call.args[0] for call in calls if call.verb == "a-event"}
        assert [call.args[1] for call in calls if call.verb == "a-unlock-dates"] == [offset]
        await ben.presses("a-unlock-dates", chat=group)
        shown = await ben.sees(shown.id, group)
    assert seen == choirs and len(choirs) == 13
    await ben.presses("a-unlock", chat=group)
    assert says(language, "unlock-open", (await ben.sees(shown.id, group)).text)


async def test_the_way_to_the_final_lock_says_how_it_stands(hall: Hall, language: str) -> None:
    """Open until then, or final; on the month's card and on the lock's."""
    stage, group = Stage(hall, language), hall.group
    ben = await locking.open_month(stage)
    period, final = await months.period_id(stage), ben.texts.plain("admin-button-unlock")
    (unlock,) = await hall.studio.rows(unlocks)
    until = ben.texts.until(unlock.until, months.ZONE, hall.calendar())

    async def way(verb: str) -> str:
        message = await ben.newest(group)
        await ben.taps_on(message.id, pack(verb, period), group)
        found = [
            button for button in (await ben.sees(message.id, group)).buttons if "a-unlock" in button.data
        ]
        (label,) = {button.label for button in found if button.data == pack("a-unlock", period)}
        return label

    await ben.types("/batch", chat=group)
    open_ = ben.texts.plain("label-unlock-open", until=until)
    assert (await way("a-period"), await way("a-lock")) == (open_, open_)
    hall.calendar.forward(hours=5)
    await hall.tick()
    await ben.types("/batch", chat=group)
    assert (await way("a-period"), await way("a-lock")) == (final, final)


async def test_an_old_button_says_what_became_of_the_request(hall: Hall, language: str) -> None:
    """Approved by whom and when, and until when; locked again since; denied; run out."""
    stage = Stage(hall, language)
    ben, group = await locking.open_month(stage), hall.group
    dora = await stage.admin("Dora")
    (row,) = await hall.studio.rows(unlocks)
    old = pack("a-unlock-approve", row.period_id, row.id)
    cleo = await locking.approver(stage, "Cleo")

    async def taps(data: str = old) -> str:
        toast = await cleo.taps_on((await cleo.newest(group)).id, data, group)
        assert toast.alert
        return toast.text

    now, at = hall.calendar(), row.decided_at
    text = await taps()
    assert says(language, "unlock-became-open", text)
    assert cleo.texts.until(row.until, ZONE, now) in text
    assert text.endswith(
        cleo.texts.plain("admin-faster-person", name="Ben", at=cleo.texts.until(at, ZONE, now))
    )
    toast = await ben.taps_on((await ben.newest(group)).id, old, group)
    assert not toast.alert and says(language, "unlock-became-open", toast.text)
    hall.calendar.moment = row.until + timedelta(seconds=1)
    assert says(language, "unlock-became-over", await taps())
    await hall.tick()
    assert says(language, "unlock-became-over", await taps()) and "Ben" in await taps()
    for key, answered in (("unlock-became-denied", True), ("unlock-became-lapsed", False)):
        await dora.types("/unlock", chat=group)
        await dora.presses("a-unlock-ask", "a-unlock-do", chat=group)
        (row,) = await hall.studio.rows(unlocks, unlocks.c.status == "asked")
        if answered:
            await ben.types("/unlock", chat=group)
            await ben.presses("a-unlock-deny", chat=group)
        else:
            hall.calendar.moment = row.lapses_at
        text = await taps(pack("a-unlock-approve", row.period_id, row.id))
        assert says(language, key, text) and ("Ben" in text) is answered
    await hall.tick()
    assert says(language, "unlock-became-lapsed", await taps(pack("a-unlock-deny", row.period_id, row.id)))


async def test_what_a_participant_reads(hall: Hall, language: str) -> None:
    """A place of a final month is not moved, and is cancelled with two taps."""
    stage = Stage(hall, language)
    _, anna = await locking.finalized(stage)
    row = await locking.place(stage)
    (target,) = [event.id for event in await hall.studio.rows(events, events.c.code == "choir-2")]
    message = await anna.newest()
    await anna.taps_on(message.id, f"1:event:{row.event_id}:1")
    assert "cancel" in await anna.offered_verbs()
    assert "reschedule" not in await anna.offered_verbs()
    for tap in (
        f"reschedule:{row.event_id}:{row.id}:1",
        f"reschedule-confirm:{row.event_id}:{row.id}:{target}",
    ):
        toast = await anna.taps_on(message.id, f"1:{tap}")
        assert toast.alert and toast.text == anna.texts.plain("refusal-month-final")
    await anna.taps_on(message.id, f"1:cancel-confirm:{row.event_id}:{row.id}")
    assert [(found.status, found.ended) for found in await hall.studio.rows(bookings)] == [
        ("cancelled", "self")
    ]
