"""A service, an event, a series, asked for step by step: what is tapped and typed is what a file would have said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.sandbox import Shown, Toast
from handlers.admin.wizards.entry import NEW_EVENT, NEW_SERIES, NEW_SERVICE
from storage.tables import accounts, events, facts, series, services
from tests.taps.hall import LANGUAGES, TEXTS, Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_imports import written
from tests.taps.test_two_admins import at_once
from tests.taps.words import says

ZONE = ZoneInfo("Europe/Budapest")
IN_ONE_HALL = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@dataclass
class Asked:
    """An admin in front of a wizard's card."""

    dora: Human

    @property
    def hall(self) -> Hall:
        return self.dora.hall

    @property
    def today(self) -> date:
        return self.hall.calendar().astimezone(ZONE).date()

    async def card(self) -> Shown:
        """The newest message with buttons."""
        return next(m for m in reversed(await self.hall.group.messages()) if m.buttons)

    async def newest(self) -> str:
        return (await self.dora.newest(self.hall.group)).text

    async def begins(self, number: int) -> None:
        await self.dora.types("/services", chat=self.hall.group)
        await self.does("a-wizard", number)

    async def does(self, verb: str, *args: int) -> Toast:
        return await self.dora.taps(verb, *args, chat=self.hall.group)

    async def picks(self, *labels: str) -> Toast:
        """Tap what is called so."""
        toast = Toast()
        for label in labels:
            card = await self.card()
            data = next(button.data for button in card.buttons if button.label == label)
            toast = await self.dora.taps_on(card.id, data, self.hall.group)
        return toast

    async def picks_any(self, times: int = 1) -> None:
        """Tap the first answer there is."""
        for _ in range(times):
            await self.dora.presses("a-wizard-pick", chat=self.hall.group)

    async def writes(self, text: str) -> None:
        """Type the answer."""
        await self.does("a-wizard-write")
        await self.dora.replies(text, self.hall.group)

    async def says_nothing_new(self, document: dict[str, Any]) -> None:
        """A file that says this would change nothing."""
        await self.dora.drops("same.json", json.dumps(document).encode(), self.hall.group)
        text = await self.newest()
        assert says(self.dora.language, "admin-import-same", text), text


async def asked(hall: Hall, language: str = "en", name: str = "Dora") -> Asked:
    return Asked(await Stage(hall, language).admin(name))


async def kept(hall: Hall) -> dict[str, list[Any]]:
    """Everything but what admins are being asked."""
    return {name: rows for name, rows in (await written(hall)).items() if name != "admin_drafts"}


def day(wizard: Asked, days: int) -> date:
    return wizard.today + timedelta(days=days)


def typed_day(language: str, wanted: date) -> str:
    """As people write it in this language."""
    return {
        "en": f"{wanted.day} {wanted:%b} {wanted.year}",
        "de": f"{wanted.day}.{wanted.month}.{wanted.year}",
        "hu": f"{wanted.year}. {wanted.month}. {wanted.day}.",
    }[language]


# ------------------------------------------------------------------------------------------------- the three


async def test_an_event(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    before = await kept(hall)
    await wizard.begins(NEW_EVENT)
    await wizard.picks(TEXTS[language].name({"en": "Yoga", "hu": "yoga-hu", "de": "yoga-de"}))
    await wizard.picks_any()
    await wizard.writes({"en": "11:15 pm", "de": "23.15 Uhr", "hu": "23:15"}[language])
    await wizard.writes({"en": "1 h 15 min", "de": "1 Std. 15 Min.", "hu": "1 óra 15 perc"}[language])
    await wizard.writes("17")
    await wizard.writes("Roof <i>& garden")
    await wizard.writes("4")
    code = f"yoga-{wizard.today:%m%d}"
    assert code in (await wizard.card()).labels
    await wizard.picks(code)
    shown = (await wizard.card()).text
    assert says(language, "admin-import-preview", shown) and "Roof <i>& garden" in shown
    assert await kept(hall) == before
    await wizard.does("a-import")
    assert says(language, "admin-import-imported", await wizard.newest())
    (row,) = await hall.studio.rows(events, events.c.code == code)
    starts = datetime.combine(wizard.today, datetime.min.time(), ZONE).replace(hour=23, minute=15)
    assert (row.starts_at, row.ends_at - row.starts_at) == (starts, timedelta(minutes=75))
    assert (row.capacity, row.minimum, row.location) == (17, 4, "Roof <i>& garden")
    (fact,) = await hall.studio.rows(facts, facts.c.kind == "EventImported", facts.c.event_id == row.id)
    assert (fact.actor_id, fact.actor_name) == (wizard.dora.id, "Dora")
    assert fact.reason == wizard.dora.texts.plain("label-wizard-event", code=code)


async def test_a_series(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    texts = wizard.dora.texts
    names = texts.plain("label-weekdays").split(", ")
    await wizard.begins(NEW_SERIES)
    await wizard.picks_any()
    await wizard.picks(names[3], names[0], f"✓ {names[3]}", names[1])
    await wizard.picks(texts.plain("admin-button-wizard-done"), "18:00")
    first = day(wizard, 40)
    await wizard.writes(typed_day(language, first))
    await wizard.picks(texts.plain("label-wizard-dates", count=20))
    shown = (await wizard.card()).text
    assert says(language, "wizard-told-dates", shown) and says(language, "wizard-told-last", shown)
    assert shown.count("·") == 9
    await wizard.picks_any(4)
    await wizard.picks("clay-montue")
    await wizard.does("a-import")
    made = await hall.studio.rows(events, events.c.code.like("clay-montue-%"))
    assert len(made) == 20
    days = sorted(row.starts_at.astimezone(ZONE) for row in made)
    assert {start.weekday() for start in days} == {0, 1} and {start.hour for start in days} == {18}
    assert first <= days[0].date() < first + timedelta(days=7)
    (row,) = await hall.studio.rows(series)
    assert row.rrule == "FREQ=WEEKLY;BYDAY=MO,TU;COUNT=20"


async def test_a_series_by_a_rule(hall: Hall) -> None:
    """For whoever knows; one that says when it ends is not asked for its end."""
    wizard = await asked(hall)
    await wizard.begins(NEW_SERIES)
    await wizard.picks_any()
    await wizard.writes("RRULE:FREQ=MONTHLY;BYDAY=1SA;COUNT=6")
    await wizard.picks("10:00")
    await wizard.picks_any()
    assert says("en", "wizard-ask-minutes", (await wizard.card()).text)
    await wizard.picks_any(4)
    await wizard.picks("clay-series")
    await wizard.does("a-import")
    made = await hall.studio.rows(events, events.c.code.like("clay-series-%"))
    assert len(made) == 6 and {row.starts_at.astimezone(ZONE).weekday() for row in made} == {5}


async def test_weekdays_in_words_and_a_last_day(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.begins(NEW_SERIES)
    await wizard.picks_any()
    await wizard.writes({"en": "Mondays, Thu", "de": "Montag und Do", "hu": "hétfő, cs"}[language])
    if language == "de":  # one word too many
        assert says(language, "admin-mistake", await wizard.newest())
        await wizard.dora.replies("Montag, Do", hall.group)
    names = wizard.dora.texts.plain("label-weekdays").split(", ")
    assert f"{names[0]}, {names[3]}" in await wizard.newest()
    await wizard.picks_any(2)
    await wizard.writes(typed_day(language, day(wizard, 30)))
    assert says(language, "wizard-told-dates", await wizard.newest())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Jóga & Űrhajó!", "joga-urhajo"),
        ("Übungen für Große", "ubungen-fur-grosse"),
        ("🦄", "new"),
        ("yoga", "yoga-2"),
    ],
)
async def test_a_service(hall: Hall, name: str, code: str) -> None:
    wizard = await asked(hall)
    await hall.studio.change(accounts, tier="basic", languages=["hu", "en", "de"])
    await wizard.begins(NEW_SERVICE)
    await wizard.dora.replies(name, hall.group)
    await wizard.writes("In English")
    await wizard.picks("Skip")
    await wizard.writes("Bring a towel\nand <b>water</b>.")
    await wizard.picks("Skip", "Skip")
    labels = (await wizard.card()).labels
    assert "Automatic waitlist promotion" in labels and "Manual handling" not in labels
    await wizard.picks("Automatic waitlist promotion", "1 hour", code)
    await wizard.does("a-import")
    (row,) = await hall.studio.rows(services, services.c.code == code)
    assert row.names == {"hu": name, "en": "In English"} and row.mode == "legacy" and row.minutes == 60
    assert row.descriptions == {"hu": "Bring a towel\nand <b>water</b>."} and row.kind == "group"
    await wizard.begins(NEW_EVENT)
    assert "In English" in (await wizard.card()).labels


# ------------------------------------------------------------------------------------------------- the same as a file

ANSWERS = st.fixed_dictionaries(
    {
        "service": st.sampled_from(["yoga", "jazz", "clay"]),
        "days": st.integers(1, 400),
        "minute": st.integers(4 * 60, 24 * 60 - 1),
        "minutes": st.integers(1, 600),
        "capacity": st.integers(1, 60),
        "location": st.sampled_from(["", "Hall", "Ő <b>&amp;", "null", "- 7: [x"]),
        "weekdays": st.sets(st.integers(0, 6), min_size=1),
        "count": st.integers(1, 30),
    }
)


@settings(suppress_health_check=IN_ONE_HALL, max_examples=max(5, settings.default.max_examples // 20))
@given(ANSWERS, st.booleans())
async def test_what_is_answered_is_what_a_file_would_say(
    hall: Hall, said: dict[str, Any], several: bool
) -> None:
    """Once the wizard has ended, a file that says the same says nothing new."""
    wizard = hall.people["wizard"] = hall.people.get("wizard") or await asked(hall)
    number = hall.people["number"] = hall.people.get("number", 0) + 1
    code, names = f"new-{number}", TEXTS["en"].plain("label-weekdays").split(", ")
    first, time = day(wizard, said["days"]), f"{said['minute'] // 60:02}:{said['minute'] % 60:02}"
    await wizard.begins(NEW_SERIES if several else NEW_EVENT)
    await wizard.picks(said["service"].title())
    if several:
        await wizard.writes(" ".join(names[n] for n in said["weekdays"]))
        await wizard.writes(time)
    await wizard.writes(typed_day("en", first))
    await wizard.writes(str(said["count"]) if several else time)
    for text in (f"{said['minutes']} min", str(said["capacity"]), said["location"]):
        await (wizard.writes(text) if text else wizard.picks("No place"))
    await wizard.picks("No minimum")
    await wizard.writes(code)
    assert (await wizard.does("a-import")).text == "Imported."
    plan: dict[str, Any] = {key: said[key] for key in ("service", "minutes", "capacity")}
    plan |= {"location": said["location"]} if said["location"] else {}
    by_day = ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[n] for n in sorted(said["weekdays"]))
    rule = f"FREQ=WEEKLY;BYDAY={by_day};COUNT={said['count']}"
    dates = {"series": code, "rrule": rule, "at": time, "from": f"{first}"}
    once = {"code": code, "starts_at": f"{first}T{time}"}
    await wizard.says_nothing_new({"events": [plan | (dates if several else once)]})
    made = await hall.studio.rows(events, events.c.code.like(f"{code}-%" if several else code))
    assert len(made) == (said["count"] if several else 1)


# ------------------------------------------------------------------------------------------------- what cannot be


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nonsense_gets_a_sentence_and_the_question_stays(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.begins(NEW_EVENT)
    await wizard.picks_any()
    nonsense = {
        "wizard-ask-date": ("soon", "31.2.2027", "2099-13-01", "32", "a\x00b"),
        "wizard-ask-time": ("25:00", "noon", "7:60"),
        "wizard-ask-minutes": ("0", "long", "99999", "1 parsec"),
        "wizard-ask-seats": ("0", "10001", "many", "-1", "1.5"),
        "wizard-ask-place": ("x" * 101, "a\nb", "\u202e"),
        "wizard-ask-minimum": ("9999", "few"),
        "wizard-ask-code": ("a b", "ő", "x" * 49),
    }
    before = await kept(hall)
    for question, texts in nonsense.items():
        card = await wizard.card()
        assert says(language, question, card.text), (question, card.text)
        await wizard.does("a-wizard-write")
        for text in texts:
            await wizard.dora.replies(text, hall.group)
            told = await wizard.newest()
            assert says(language, "admin-mistake", told) and says(language, question, told), (text, told)
            assert len(told.splitlines()) <= 6
        assert await wizard.card() == card
        await wizard.picks_any()
    assert await kept(hall) == before


async def test_nothing_begins_in_the_past(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.begins(NEW_EVENT)
    await wizard.picks_any()
    await wizard.writes(typed_day(language, day(wizard, -1)))
    assert says(language, "toast-wizard-past", await wizard.newest())
    await wizard.dora.replies({"en": "today", "de": "heute", "hu": "ma"}[language], hall.group)
    assert "09:00" not in (await wizard.card()).labels
    await wizard.writes("0:01")
    assert says(language, "toast-wizard-past", await wizard.newest())
    await wizard.begins(NEW_SERIES)
    await wizard.picks_any()
    await wizard.writes("FREQ=DAILY;COUNT=3")
    await wizard.writes("0:01")
    await wizard.writes(typed_day(language, wizard.today))
    assert says(language, "toast-wizard-past", await wizard.newest())


async def test_a_button_that_has_become_the_past(hall: Hall) -> None:
    wizard = await asked(hall)
    await wizard.begins(NEW_EVENT)
    await wizard.picks_any(2)
    await hall.forward(days=1)
    toast = await wizard.picks("18:00")
    assert toast.alert and says("en", "toast-wizard-past", toast.text)


def last_sunday(wizard: Asked, month: int) -> date:
    """Of the next such month: then clocks change."""
    year = wizard.today.year + (wizard.today.month >= month)
    end = date(year, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


async def test_hours_that_a_clock_skips_or_shows_twice(hall: Hall) -> None:
    """As the catalogue judges them, for one event and for each of a series."""
    wizard = await asked(hall)
    for month, words in ((3, "a time that exists, like 03:30"), (10, "an offset (+02:00 or +01:00)")):
        await wizard.begins(NEW_EVENT)
        await wizard.picks_any()
        await wizard.writes(last_sunday(wizard, month).isoformat())
        await wizard.writes("2:30")
        assert words in await wizard.newest()
    await wizard.dora.replies("2:30 +01:00", hall.group)
    assert says("en", "wizard-ask-minutes", await wizard.newest())
    await wizard.begins(NEW_SERIES)
    await wizard.picks_any()
    await wizard.writes("Sunday")
    await wizard.writes("2:30")
    await wizard.writes((last_sunday(wizard, 3) - timedelta(days=7)).isoformat())
    await wizard.writes("3")
    assert "a time that exists, like 03:30" in await wizard.newest()


async def test_a_code_that_is_in_use_is_not_meant(hall: Hall, language: str) -> None:
    """An import would change what has it."""
    wizard = await asked(hall, language)
    for number, code in ((NEW_EVENT, "yoga-1"), (NEW_SERVICE, "yoga")):
        await wizard.begins(number)
        if number == NEW_SERVICE:
            await wizard.dora.replies("Pottery", hall.group)
        while not says(language, "wizard-ask-code", (await wizard.card()).text):
            await wizard.picks_any()
        await wizard.writes(code)
        assert says(language, "toast-wizard-taken", await wizard.newest())


async def test_codes_are_proposed_until_one_is_free(hall: Hall) -> None:
    wizard, found = await asked(hall), []
    for _ in range(3):
        await wizard.begins(NEW_EVENT)
        await wizard.picks_any(7)
        found.append((await wizard.card()).labels[0])
        await wizard.picks_any()
        await wizard.does("a-import")
    plain = f"clay-{wizard.today:%m%d}"
    assert found == [plain, f"{plain}-1700", f"{plain}-1700-2"]
    found.clear()
    for _ in range(3):
        await wizard.begins(NEW_SERIES)
        await wizard.picks_any()
        await wizard.picks("Mon", "Done")
        await wizard.picks_any(7)
        found.append((await wizard.card()).labels[0])
        await wizard.picks_any()
        await wizard.does("a-import")
    assert found == ["clay-mon", "clay-mon-0900", "clay-mon-0900-2"]


# ------------------------------------------------------------------------------------------------- one way and back


async def test_back_to_the_first_question_and_on_again(hall: Hall) -> None:
    wizard = await asked(hall)
    await wizard.begins(NEW_EVENT)
    shown = []
    for _ in range(8):
        shown.append((await wizard.card()).text)
        await wizard.picks_any()
    for text in reversed(shown):
        await wizard.does("a-wizard-back")
        assert (await wizard.card()).text == text
    assert "Back" not in (await wizard.card()).labels
    await wizard.picks_any(8)
    assert says("en", "admin-import-preview", (await wizard.card()).text)


async def test_an_older_card_is_stale_and_says_so(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.begins(NEW_EVENT)
    old = await wizard.card()
    await wizard.picks_any(2)
    await wizard.writes("18:00")  # the next card is a new message
    before = await hall.dump()
    for button in old.buttons:
        toast = await wizard.dora.taps_on(old.id, button.data, hall.group)
        assert toast == Toast(wizard.dora.texts.plain("admin-refusal-button-stale"), alert=True)
    assert await hall.dump() == before


async def test_cancelled_is_forgotten(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.begins(NEW_SERVICE)
    card, before = await wizard.card(), await kept(hall)
    await wizard.does("a-wizard-stop")
    assert says(language, "wizard-stopped", (await wizard.dora.sees(card.id, hall.group)).text)
    told = len(await hall.group.messages())
    await wizard.dora.replies("Pottery", hall.group)  # nobody asks any more: people talk
    assert len(await hall.group.messages()) == told + 1
    assert await kept(hall) == before


async def test_two_admins_do_not_disturb_each_other(hall: Hall) -> None:
    dora, emil = await asked(hall), await asked(hall, name="Emil")
    await dora.begins(NEW_EVENT)
    hers = await dora.card()
    toast = await emil.dora.taps_on(hers.id, hers.buttons[0].data, hall.group)
    assert toast.alert and "Dora" in toast.text
    await emil.begins(NEW_SERVICE)
    await dora.dora.taps_on(hers.id, hers.buttons[0].data, hall.group)
    asked_emil = next(
        m for m in reversed(await hall.group.messages()) if says("en", "wizard-ask-name", m.text)
    )
    await dora.dora.replies("Not mine", hall.group, asked_emil.id)
    assert not any("Not mine" in m.text for m in await hall.group.messages() if m.sender_id != dora.dora.id)
    await emil.dora.replies("Pottery", hall.group, asked_emil.id)
    assert "Pottery" in await emil.newest()
    assert says("en", "wizard-ask-date", (await dora.dora.sees(hers.id, hall.group)).text)


async def test_two_begin_at_once(hall: Hall) -> None:
    """Each has a card of their own."""
    dora, emil = await asked(hall), await asked(hall, name="Emil")
    await dora.dora.types("/services", chat=hall.group)
    message, data = await dora.dora.finds("a-wizard", NEW_EVENT, chat=hall.group)
    toasts = await at_once(hall, [dora.dora, emil.dora], message.id, data)
    assert toasts == [Toast(answered=True), Toast(answered=True)]
    cards = [m for m in await hall.group.messages() if says("en", "wizard-head-event", m.text)]
    assert sorted("Dora" in card.text for card in cards) == [False, True]
    for card in cards:
        who = dora if "Dora" in card.text else emil
        assert not (await who.dora.taps_on(card.id, card.buttons[0].data, hall.group)).alert


async def test_anybody_may_import_what_was_put_together(hall: Hall) -> None:
    """As with a file; and once only."""
    dora, emil = await asked(hall), await asked(hall, name="Emil")
    await dora.begins(NEW_EVENT)
    await dora.picks_any(8)
    card = await dora.card()
    take = next(button.data for button in card.buttons if ":a-import:" in button.data)
    assert not (await emil.dora.taps_on(card.id, take, hall.group)).alert
    assert (await dora.dora.taps_on(card.id, take, hall.group)).alert
    assert len(await hall.studio.rows(events, events.c.code == f"clay-{dora.today:%m%d}")) == 1


async def test_what_was_taken_meanwhile_is_shown_before_it_is_changed(hall: Hall) -> None:
    """Both have put the same date together; the second one reads what it would be now."""
    dora, emil = await asked(hall), await asked(hall, name="Emil")
    for wizard in (dora, emil):
        await wizard.begins(NEW_EVENT)
        await wizard.picks_any(4)
        await wizard.picks("6" if wizard is dora else "8")
        await wizard.picks_any(3)
    cards = [m for m in await hall.group.messages() if says("en", "admin-import-preview", m.text)]
    takes = [next(b.data for b in card.buttons if ":a-import:" in b.data) for card in cards]
    await dora.dora.taps_on(cards[0].id, takes[0], hall.group)
    toast = await emil.dora.taps_on(cards[1].id, takes[1], hall.group)
    assert toast.alert and says("en", "admin-done-import-afresh", toast.text)
    assert "6 → 8" in (await emil.dora.sees(cards[1].id, hall.group)).text


async def test_a_service_is_chosen_already_where_one_was_looked_at(hall: Hall) -> None:
    dora = await Stage(hall).managing("yoga-2")
    wizard = Asked(dora)
    await dora.presses("a-more", "a-wizard", chat=hall.group)
    card = (await wizard.card()).text
    assert says("en", "wizard-ask-date", card) and "Yoga" in card
    await Stage(hall).manages(dora, "clay-2")
    await dora.presses("a-auto", "a-service", chat=hall.group)
    await wizard.does("a-wizard", NEW_SERIES)
    card = (await wizard.card()).text
    assert says("en", "wizard-ask-days", card) and "Clay" in card


async def test_without_a_service_there_are_no_dates(hall: Hall, language: str) -> None:
    wizard = await asked(hall, language)
    await wizard.dora.types("/services", chat=hall.group)
    await hall.studio.change(services, kind="individual")
    toast = await wizard.does("a-wizard", NEW_EVENT)
    assert toast == Toast(wizard.dora.texts.plain("toast-wizard-no-service"), alert=True)
    await hall.studio.change(services, kind="group")


# ------------------------------------------------------------------------------------------------- anything


TYPED = st.one_of(
    st.text(max_size=60),
    st.text("0123456789:.+- hmin,", max_size=12),
    st.builds("{}{}{}".format, st.integers(0, 99), st.sampled_from([". ", ".", ":", " dec ", "h"]), st.integers(0, 99)),
    st.sampled_from(["FREQ=DAILY;COUNT=3", "FREQ=YEARLY;UNTIL=21001231", "RRULE:", ";;;", "FREQ=DAILY;COUNT=3;UNTIL=2",
                     "99999999999999999999", "٣", "²", "9999-12-31", "0001-01-01", "24:00", "tomorrow", "29.2."]),
)  # fmt: skip


@settings(suppress_health_check=IN_ONE_HALL, max_examples=max(20, settings.default.max_examples // 10))
@given(st.lists(st.one_of(TYPED, st.integers(0, 9)), min_size=6, max_size=6), st.sampled_from(range(3)))
async def test_anything_typed_or_tapped(hall: Hall, answers: list[str | int], number: int) -> None:
    """Never an apology; nothing is written before Import; what is refused leaves the question as it is."""
    wizard = hall.people["wizard"] = hall.people.get("wizard") or await asked(hall)
    before = await kept(hall)
    await wizard.begins(number)
    for answer in answers:
        verbs = await wizard.dora.offered_verbs(hall.group)
        if isinstance(answer, int):
            card = await wizard.card()
            button = card.buttons[answer % len(card.buttons)]
            if ":a-wizard" in button.data:
                await wizard.dora.taps_on(card.id, button.data, hall.group)
        elif not verbs or "a-wizard-write" in verbs:
            if verbs:
                await wizard.does("a-wizard-write")
            field = (await wizard.dora.newest(hall.group)).id
            await wizard.dora.phone.sends({"text": answer}, hall.group, field)
            await hall.settle()
        assert not says("en", "error-apology", await wizard.newest()), answer
    assert await kept(hall) == before
