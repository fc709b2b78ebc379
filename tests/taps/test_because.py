"""Reasons and names in an admin's own words: every button with a reason has one for typing it, the typed answer does
what the button would have done, and an answer counts for the question that it answers."""

from __future__ import annotations

import pytest

from handlers.admin.because import WHAT
from handlers.admin.reasons import OTHER
from handlers.admin.table import REASONED
from storage.tables import bookings, facts
from tests.taps.hall import Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_admins import WAYS
from tests.taps.words import says

HOSTILE = "=1+1 <b>wet</b> & \u202e\nfloor"
TIDY = "=1+1 <b>wet</b> & floor"


def test_every_reason_says_what_it_is_for() -> None:
    assert WHAT.keys() == REASONED


ASKED_BY = {"a-request-book": "a-request-ask"}
"""What needs a reason only where somebody is passed over: the tap that shows the reasons."""


async def asked_why(hall: Hall, verb: str, language: str = "en") -> Human:
    """An admin in front of the question that the last button of the reasons has brought."""
    asks = ASKED_BY.get(verb)
    wanted = WAYS[asks or verb]
    dora = await wanted.before(Stage(hall, language))
    await dora.presses(*wanted.by, *([asks] if asks else []), chat=hall.group)
    _, data = await dora.finds(verb, chat=hall.group)
    message, _ = await dora.finds(verb, chat=hall.group)
    typed = ":".join([*data.split(":")[:-1], str(OTHER)])
    assert typed in [button.data for button in message.buttons], "the card offers it"
    before = [row.id for row in await hall.studio.rows(facts)]
    toast = await dora.taps_on(message.id, typed, hall.group)
    assert not toast.alert and [row.id for row in await hall.studio.rows(facts)] == before
    return dora


@pytest.mark.parametrize("verb", sorted(REASONED))
async def test_a_typed_reason_does_it(hall: Hall, language: str, verb: str) -> None:
    """It stands in the history as it was typed, on one line."""
    dora = await asked_why(hall, verb, language)
    question = await dora.newest(hall.group)
    assert says(language, "because-ask", question.text) and not question.buttons
    assert dora.texts.plain(WHAT[verb], reason="…") in question.text
    before = len(await hall.studio.rows(facts))
    await dora.replies(HOSTILE, hall.group)
    new = [row for row in (await hall.studio.rows(facts))[before:] if row.actor_kind == "admin"]
    assert new and {(row.actor_name, row.reason) for row in new} == {(dora.phone.name, TIDY)}
    said = [message for message in await hall.group.messages() if message.id > question.id]
    (done,) = [message for message in said if says(language, WAYS[verb].toast, message.text)]
    assert all(says(language, key, done.text) for key in WAYS[verb].shows)


async def test_whoever_is_concerned_reads_it(hall: Hall, language: str) -> None:
    """Word for word, in whatever language it is, and never as markup."""
    stage = Stage(hall, language)
    anna, dora = await stage.booked("yoga-2"), await stage.admin()
    await stage.more(dora, "yoga-2", "a-off-ask")
    await dora.taps("a-off", hall.event("yoga-2"), OTHER, chat=hall.group)
    await dora.replies(HOSTILE, hall.group)
    assert anna.texts.plain("reason-told", reason=TIDY) in (await anna.newest()).text
    await dora.types("/audit", chat=hall.group)
    assert TIDY in (await dora.newest(hall.group)).text


@pytest.mark.parametrize("text", ["ok", "x" * 201, "\u200b\u2060\u3164", "\u202e\n\n."])
async def test_what_is_no_reason(hall: Hall, text: str) -> None:
    """One sentence, nothing is done, and the answer can be given again: to the question, or below the sentence."""
    dora = await asked_why(hall, "a-off")
    question = await dora.newest(hall.group)
    await dora.replies(text, hall.group)
    told = await dora.newest(hall.group)
    assert told.text == dora.texts.plain("refusal-reason-needed", least=3, most=200)
    await dora.replies(text, hall.group, question.id)
    await dora.replies("x" * 200, hall.group, told.id)
    (off,) = [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"]
    assert off.reason == "x" * 200


# ------------------------------------------------------------------------------------------------- which question


async def test_an_answer_counts_for_the_question_it_answers(hall: Hall, language: str) -> None:
    """Two questions of one admin are open; the older one is answered first, then the newer one."""
    stage, group = Stage(hall, language), hall.group
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-book")
    first = await dora.newest(group)
    await stage.more(dora, "jazz-2", "a-book")
    second = await dora.newest(group)
    await dora.replies("Bea", group, first.id)
    await dora.presses("a-book-guest", "a-book-do", chat=group)
    await dora.replies("Carl", group, second.id)
    await dora.presses("a-book-guest", "a-book-do", chat=group)
    booked = [row.event_id for row in await hall.studio.rows(bookings)]
    assert booked == [hall.event("yoga-2"), hall.event("jazz-2")]


async def test_questions_of_different_kinds(hall: Hall) -> None:
    """A reason, a name and a preset are asked for; each answer is what it was asked for, in any order."""
    stage, group = Stage(hall), hall.group
    dora = await stage.admin()
    asked = []
    for code, *verbs in (
        ("yoga-2", "a-more", "a-off-ask"),
        ("jazz-2", "a-more", "a-book"),
        ("clay-2", "a-auto", "a-presets", "a-preset-save"),
    ):
        await stage.manages(dora, code)
        await dora.presses(*verbs, chat=group)
        if code == "yoga-2":
            await dora.taps("a-off", hall.event(code), OTHER, chat=group)
        asked.append((await dora.newest(group)).id)
    await dora.replies("Summer", group, asked[2])
    await dora.replies("Flooded", group, asked[0])
    await dora.replies("Bea", group, asked[1])
    await dora.presses("a-book-guest", "a-book-do", chat=group)
    kinds = {row.kind: row for row in await hall.studio.rows(facts) if row.actor_kind == "admin"}
    assert kinds["PresetSaved"].data["name"] == "Summer"
    assert kinds["EventCancelled"].reason == "Flooded"
    assert kinds["BookingMade"].event_id == hall.event("jazz-2")


async def test_below_another_message_and_by_another_admin_it_is_no_answer(hall: Hall) -> None:
    dora = await asked_why(hall, "a-off")
    emil = await Stage(hall).admin("Emil")
    question = await dora.newest(hall.group)
    await dora.types("/help", chat=hall.group)
    before = await hall.dump()
    shown = len(await hall.group.messages())
    await dora.replies("Flooded", hall.group)  # the help has asked nothing
    await emil.replies("Flooded", hall.group, question.id)  # and Emil was not asked
    assert await hall.dump() == before
    assert len(await hall.group.messages()) == shown + 2, "nothing is said about it"


async def test_what_answers_no_message_is_never_taken_for_an_answer(hall: Hall, language: str) -> None:
    """Where the bot reads all that is written, whoever was asked is shown once where the answer goes; there it does."""
    dora = await asked_why(hall, "a-off", language)
    emil = await Stage(hall, language).admin("Emil")
    question, before = await dora.newest(hall.group), len(await hall.studio.rows(facts))
    await emil.types("Flooded", hall.group)
    assert (await dora.newest(hall.group)).id == question.id, "Emil was not asked"
    await dora.types("Flooded", hall.group)
    pointed = await dora.newest(hall.group)
    assert says(language, "question-missed", pointed.text) and not pointed.buttons
    assert pointed.raw["reply_to_message"]["message_id"] == question.id
    sent = [call["params"] for call in await hall.driver.calls() if call["method"] == "sendMessage"][-1]
    assert sent["reply_markup"]["force_reply"] and sent["reply_markup"]["selective"]
    await dora.types("Flooded, I said", hall.group)
    assert (await dora.newest(hall.group)).id == pointed.id, "once is enough"
    assert len(await hall.studio.rows(facts)) == before
    await dora.replies("Flooded", hall.group, pointed.id)
    (off,) = [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"]
    assert off.reason == "Flooded"


async def test_a_photo_is_no_answer(hall: Hall, language: str) -> None:
    """One sentence says so; the answer can be given again below it. Below anything else it is nobody's."""
    dora, group = await asked_why(hall, "a-off", language), hall.group
    question = await dora.newest(group)
    photo = {"photo": [{"file_id": "p", "file_unique_id": "u", "width": 1, "height": 1}]}
    await dora.phone.sends(photo, group, reply_to=question.id)
    await hall.settle()
    told = await dora.newest(group)
    assert told.id > question.id and says(language, "refusal-text-expected", told.text)
    await dora.phone.sends(photo, group)
    await hall.settle()
    assert (await dora.newest(group)).id == told.id
    await dora.replies("Flooded", group, told.id)
    assert [row.kind for row in await hall.studio.rows(facts)].count("EventCancelled") == 1


async def test_talk_is_nobodys_answer(hall: Hall) -> None:
    """To somebody's message, by the group itself, a question of long ago: nothing is said."""
    dora, group = await asked_why(hall, "a-off"), hall.group
    emil = await Stage(hall).admin("Emil")
    question, hers = await dora.newest(group), await emil.types("What is it?", group)
    await dora.phone.types("The pipes", group, reply_to=hers["message_id"])
    content = {"text": "Flooded", "sender_chat": {"id": group.id, "type": "supergroup", "title": "Admins"}}
    await dora.phone.sends(content, group)
    await hall.settle()
    hall.calendar.forward(minutes=11)
    await dora.types("Flooded", group)
    assert (await dora.newest(group)).id == question.id


async def test_state_and_rights_are_judged_when_it_is_answered(hall: Hall) -> None:
    """Meanwhile another admin was faster, or Dora may only look."""
    stage, group = Stage(hall), hall.group
    dora = await asked_why(hall, "a-cancel")
    question = await dora.newest(group)
    emil = await stage.admin("Emil")
    await emil.presses("a-cancel", chat=group)
    await dora.replies("Flooded", group, question.id)
    told = (await dora.newest(group)).text
    assert "Emil was faster" in told and says("en", "admin-event-seats", told)
    olga = await stage.owner()
    await stage.more(dora, "clay-2", "a-off-ask")
    await dora.taps("a-off", hall.event("clay-2"), OTHER, chat=group)
    question = await dora.newest(group)
    await olga.types("/roles", chat=group)
    await olga.taps("a-role", dora.id, chat=group)
    await olga.presses("a-role-ask", "a-role-give", chat=group)
    await dora.replies("Flooded", group, question.id)
    needed = dora.texts.plain("admin-role-operator")
    told = (await dora.newest(group)).text
    assert told == dora.texts.plain("refusal-role-needed", needed=needed, names="Founder, Olga")
    assert not [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"]


async def test_the_same_answer_again_changes_nothing(hall: Hall) -> None:
    """Twice typed: the second one reads what the first has done."""
    dora = await asked_why(hall, "a-off")
    question = await dora.newest(hall.group)
    await dora.replies("Flooded", hall.group, question.id)
    before = len(await hall.studio.rows(facts))
    await dora.replies("Flooded", hall.group, question.id)
    assert len(await hall.studio.rows(facts)) == before
    assert says("en", "admin-event-state-cancelled", (await dora.newest(hall.group)).text)


async def test_many_open_questions(either_hall: Hall) -> None:
    """The last twenty are kept, on either database."""
    hall, stage = either_hall, Stage(either_hall)
    dora = await stage.admin()
    await stage.more(dora, "yoga-2", "a-off-ask")
    message, _ = await dora.finds("a-off", chat=hall.group)
    asked = []
    for _ in range(21):
        await dora.taps_on(message.id, f"1:a-off:{hall.event('yoga-2')}:{OTHER}", hall.group)
        asked.append((await dora.newest(hall.group)).id)
    await dora.replies("Flooded", hall.group, asked[0])
    assert not [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"]
    await dora.replies("Flooded", hall.group, asked[1])
    assert [row for row in await hall.studio.rows(facts) if row.kind == "EventCancelled"]
