"""Taps that are forged, foreign, doubled, repeated or late: a sentence each time, and nothing is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from itertools import product
from typing import Any

import pytest
import sqlalchemy as sa

from bot.sandbox import Toast
from handlers.admin.table import NO_EVENT, NUMBERS, SHOWS
from handlers.admin.table import TAPS as ADMIN_TAPS
from handlers.callbacks import parse
from handlers.table import TAPS
from storage.tables import accounts, bookings, drafts, entries, events, facts, offers, requests, services
from tests.taps.asking import MAT, asks
from tests.taps.hall import LANGUAGES, Dump, Hall, Human
from tests.taps.stages import Stage
from tests.taps.test_admins import WAYS as ADMIN_WAYS
from tests.taps.words import says

# Verbs that ask for, or change, what somebody has.
OWN = (
    "cancel", "cancel-confirm", "entry", "leave", "leave-confirm", "pause", "pause-for", "resume", "offer",
    "accept", "decline", "decline-leave", "decline-keep", "decline-pause", "coming", "reschedule", "reschedule-to",
    "reschedule-confirm", "take-back",
)  # fmt: skip


# An admin's taps whose second number is a page, a count or a reason, and no row.
NO_ROW = frozenset(
    {
        "a-bookings",
        "a-line",
        "a-offers",
        "a-requests",
        "a-hold",
        "a-freed-hold",
        "a-publish",
        "a-freed-publish",
        "a-attendance",
    }
    | {"a-capacity", "a-capacity-set", "a-drain", "a-displace-ask", "a-date", "a-date-ask", "a-date-set"}
    | {"a-split", "a-split-offers", "a-split-direct", "a-clone", "a-repeat"}
    | {
        "a-list-file",
        "a-whatif-capacity",
        "a-whatif-bookings",
        "a-whatif-mode",
        "a-whatif-date",
        "a-requests",
    }
)


async def crowded(stage: Stage) -> tuple[Human, Human, Human]:
    """Anna has an offer, Cleo waits, Paul is paused, Ben is booked elsewhere, Rita asks for a place."""
    anna, ben, cleo = await stage.offered()
    paul = await stage.joined("yoga-1", "Paul")
    await paul.presses("pause", "pause-for")
    await ben.opens("yoga-2")
    await ben.presses("book")
    await stage.asked("jazz-2", "Rita")
    return anna, ben, cleo


async def all_ids(stage: Stage) -> list[int]:
    studio = stage.hall.studio
    tables = (bookings, entries, offers, requests)
    return [row.id for table in tables for row in await studio.rows(table)]


@pytest.mark.parametrize("verb", OWN)
async def test_nobody_touches_what_is_somebody_elses(hall: Hall, verb: str) -> None:
    """Eve has seen all the ids there are."""
    stage = Stage(hall)
    await crowded(stage)
    eve = await hall.person("Eve")
    ids, events = await all_ids(stage), [hall.event(code) for code in ("yoga-1", "yoga-2", "jazz-2")]
    message, before = await eve.newest(), await hall.dump()
    for event, row in product(events, ids):
        wanted = {
            "entry": (row,),
            "pause-for": (event, row, 0),
            "reschedule": (event, row, 1),
            "reschedule-to": (event, row, hall.event("yoga-2")),
            "reschedule-confirm": (event, row, hall.event("yoga-2")),
        }.get(verb, (event, row))
        toast = await eve.taps_on(message.id, ":".join(("1", verb, *map(str, wanted))))
        assert toast.alert and toast.text
        text = (await eve.sees(message.id)).text
        assert not any(name in text for name in ("Anna", "Ben", "Cleo", "Paul", "Rita"))
    assert await hall.dump() == before


async def test_only_admins_manage(hall: Hall) -> None:
    """No admin's button does anything in a private chat, for somebody who is no admin, or in another group."""
    stage = Stage(hall)
    await crowded(stage)
    eve = await hall.person("Eve")
    await hall.group.gives("member", eve.phone)
    other = await hall.driver.group("Eve's", creator=eve.phone)
    for room in (hall.group, other):
        await eve.types("/events", chat=room)
    (row, *_), before = await all_ids(stage), await hall.dump()
    for verb, chat in product(ADMIN_TAPS, (None, hall.group, other)):
        message = await eve.newest(chat)
        for args in ((), (row,), (row, 1)):
            data = ":".join(("1", verb, str(hall.event("yoga-1")), *map(str, args)))
            toast = await eve.taps_on(message.id, data, chat)
            assert toast.alert and "Anna" not in toast.text, data
    assert await hall.dump() == before


def forged(verb: str, first: int, row: int) -> str:
    """As many numbers as the verb takes."""
    numbers = [first, row, 1, 1, 1, 1][: max(NUMBERS[verb])]
    return ":".join(("1", verb, *map(str, numbers)))


def some(verbs: Iterable[str], most: int = 12) -> list[list[str]]:
    """A few at a time, as setting the scene takes longer than a tap."""
    listed = list(verbs)
    return [listed[at : at + most] for at in range(0, len(listed), most)]


@pytest.mark.parametrize("verbs", some(ADMIN_TAPS), ids=lambda verbs: verbs[0])
async def test_who_has_no_right_changes_nothing(hall: Hall, verbs: list[str]) -> None:
    """A member of the group, an administrator in a private chat, and one with a copy of the card in another group."""
    stage = Stage(hall)
    await crowded(stage)
    dora, eve = await stage.owner("Dora"), await hall.person("Eve")
    await dora.starts()
    await hall.group.gives("member", eve.phone)
    other = await hall.driver.group("Dora's", creator=dora.phone)
    await dora.types("/roles", chat=hall.group)
    await dora.types("/events", chat=other)
    row, before = (await all_ids(stage))[0], await hall.dump()
    ways = (
        (eve, hall.group, "refusal-not-admin"),
        (dora, other, "refusal-not-this-group"),
        (dora, None, "refusal-button-stale"),
    )
    for verb, (who, chat, why) in product(verbs, ways):
        first = dora.id if verb.startswith("a-role") else hall.event("yoga-1")
        message = await dora.newest(chat) if who is dora else await eve.newest(chat)
        toast = await who.taps_on(message.id, forged(verb, first, row), chat)
        assert toast == Toast(who.texts.plain(why), alert=True), verb
        assert await who.newest(chat) == message
    assert await hall.dump() == before


@pytest.mark.parametrize(
    "verbs", some(verb for verb in ADMIN_TAPS if verb not in NO_EVENT), ids=lambda verbs: verbs[0]
)
async def test_another_accounts_event_is_no_event(hall: Hall, verbs: list[str]) -> None:
    stage = Stage(hall)
    dora = await stage.managing("yoga-2")
    there = await _of_another_account(hall)
    message, before = await dora.newest(hall.group), await hall.dump()
    for verb in verbs:
        toast = await dora.taps_on(message.id, forged(verb, there, 1), hall.group)
        assert toast == Toast(dora.texts.plain("refusal-event-unknown"), alert=True), verb
        assert await dora.sees(message.id, hall.group) == message
    assert await hall.dump() == before
    await _gone_again(hall, there)


async def _of_another_account(hall: Hall) -> int:
    """Another organisation in the same database."""
    (mine,) = await hall.studio.rows(events, events.c.id == hall.event("yoga-2"))
    (account,) = await hall.studio.rows(accounts)
    (service,) = await hall.studio.rows(services, services.c.id == mine.service_id)
    far = 8_000_000_000

    def planted(connection: sa.Connection) -> None:
        theirs = {"id": far, "name": "Others", "admin_chat_id": -5}
        connection.execute(accounts.insert().values(**dict(account._mapping) | theirs))
        theirs = {"id": far, "account_id": far}
        connection.execute(services.insert().values(**dict(service._mapping) | theirs))
        connection.execute(
            events.insert().values(**dict(mine._mapping) | theirs | {"service_id": far, "capacity": 0})
        )

    await hall.studio.database.transact(planted)
    return far


async def _gone_again(hall: Hall, row: int) -> None:
    """It has no history, which the hall would find at the end."""
    for table in (events, services, accounts):
        await hall.studio.database.execute(table.delete().where(table.c.id == row))


FOREIGN = [verb for verb, numbers in NUMBERS.items() if max(numbers) > 1 and verb not in NO_EVENT | NO_ROW]


@pytest.mark.parametrize("verbs", some(FOREIGN, 6), ids=lambda verbs: verbs[0])
async def test_a_row_of_another_event_is_no_row_of_this_one(hall: Hall, verbs: list[str]) -> None:
    """An admin's forged button: this event, and ids of another one, in every order."""
    stage = Stage(hall)
    await crowded(stage)
    dora = await stage.managing("clay-2")
    message = await dora.newest(hall.group)
    before = await hall.dump()
    for verb, row in product(verbs, (*await all_ids(stage), 0, 999, 2**63 - 1)):
        toast = await dora.taps_on(message.id, forged(verb, hall.event("clay-2"), row), hall.group)
        assert toast.alert and toast.text, (verb, row)
    assert await hall.dump() == before


async def test_who_is_demoted_has_no_right_at_the_next_tap(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).managing("clay-2")
    await dora.presses("a-freeze-ask", chat=hall.group)
    message, freeze = await dora.finds("a-freeze", chat=hall.group)
    await dora.presses("a-event", "a-hold", chat=hall.group)
    await hall.group.gives("member", dora.phone)
    await hall.settle()
    before = await hall.dump()
    toast = await dora.taps_on(message.id, freeze, hall.group)
    assert toast.alert and toast.text == dora.texts.plain("refusal-not-admin")
    await hall.group.gives("left", dora.phone)
    await hall.settle()
    assert (await dora.taps_on(message.id, freeze, hall.group)).alert
    assert await hall.dump() == before


async def test_a_demotion_that_telegram_did_not_tell_counts_after_a_minute(hall: Hall) -> None:
    dora = await Stage(hall).managing("clay-2")
    await dora.presses("a-freeze-ask", chat=hall.group)
    message, freeze = await dora.finds("a-freeze", chat=hall.group)
    hall.sandbox.world.seat(
        hall.sandbox.world.chat(hall.group.id), hall.sandbox.world.person(dora.id), "member"
    )
    hall.hand.seconds += 61
    assert (await dora.taps_on(message.id, freeze, hall.group)).alert


async def test_nobody_knows_who_is_admin_while_telegram_is_away(hall: Hall, language: str) -> None:
    """Asked to try again, instead of silence or a change without a right."""
    dora = await Stage(hall, language).managing("clay-2")
    await dora.presses("a-freeze-ask", chat=hall.group)
    message, freeze = await dora.finds("a-freeze", chat=hall.group)
    hall.hand.seconds += 61
    await hall.driver.fault("server_error", methods=["getChatAdministrators"], times=2)
    before = await hall.dump()
    toast = await dora.taps_on(message.id, freeze, hall.group)
    assert toast.alert and toast.text == dora.texts.plain("refusal-busy")
    await dora.types("/events", chat=hall.group)
    assert (await dora.newest(hall.group)).text == dora.texts.plain("refusal-busy")
    assert await hall.dump() == before
    assert not (await dora.taps_on(message.id, freeze, hall.group)).alert


# ------------------------------------------------------------------------------------------------- late taps


async def test_every_button_that_ever_was_is_harmless_later(hall: Hall, language: str) -> None:
    """After the event, each button of each message of everybody is tapped once more."""
    stage = Stage(hall, language)
    people = await crowded(stage)
    await people[0].presses("decline", "decline-keep")
    await people[2].presses("accept")
    await people[0].opens("yoga-2")
    await people[0].presses("several")
    shown = await _ever_shown(hall)
    await hall.forward(days=7)
    before = await hall.dump()
    for human in people:
        message = await human.newest()
        for data in shown[human.id]:
            call = parse(data)
            assert call is not None
            toast = await human.taps_on(message.id, data)
            quiet = toast.text in [human.texts.plain(key) for key in DONE]
            assert toast.alert or quiet or call.verb not in CHANGES, data
    assert await hall.dump() == before


CHANGES = frozenset(
    {"book", "cancel-confirm", "join-confirm", "leave-confirm", "pause-for", "resume", "accept", "decline-keep",
     "decline-leave", "decline-pause", "anywhere-confirm"}
)  # fmt: skip
DONE = ("refusal-already-done", "refusal-already-booked", "refusal-already-waiting", "refusal-not-paused")
"""What is told without an alarm to whoever has done it themselves."""


async def _ever_shown(hall: Hall) -> dict[int, list[str]]:
    """The data of all buttons, by chat. What is only shown again is no matter: `party` would begin a question."""
    shown: dict[int, dict[str, None]] = {}
    for call in await hall.driver.calls():
        for row in (call["params"].get("reply_markup") or {}).get("inline_keyboard", ()):
            for button in row:
                if not button["callback_data"].startswith("1:party:"):
                    shown.setdefault(int(call["params"]["chat_id"]), {})[button["callback_data"]] = None
    return {chat: list(data) for chat, data in shown.items()}


@pytest.mark.parametrize("verb", TAPS)
async def test_a_tap_on_a_message_too_old_to_be_shown(hall: Hall, verb: str) -> None:
    anna = await hall.person("Anna")
    before = await hall.dump()
    toast = await anna.taps_on(None, f"1:{verb}:{hall.event('yoga-2')}:1")
    assert toast.alert and toast.text == anna.texts.plain("refusal-button-stale")
    assert await hall.dump() == before


# ------------------------------------------------------------------------------------------------- twice


async def _offered(stage: Stage) -> Human:
    return (await stage.offered())[0]


async def _waiting(stage: Stage) -> Human:
    return (await stage.waiting())[0]


async def _full(stage: Stage) -> Human:
    return (await stage.full())[0]


async def _paused(stage: Stage) -> Human:
    anna = await _waiting(stage)
    await anna.presses("pause", "pause-for")
    return anna


async def _asked(stage: Stage) -> Human:
    """Whether the new date suits."""
    anna = await stage.booked("yoga-2")
    await stage.moved(await stage.admin(), "yoga-2")
    return anna


async def _looking_at_own(stage: Stage) -> Human:
    anna = await stage.booked("yoga-2")
    await anna.opens("yoga-2")
    return anna


async def _questioned(stage: Stage) -> Human:
    """In front of the only question before a booking."""
    await asks(stage, MAT)
    anna = await stage.looking()
    await anna.presses("book")
    return anna


Set = Callable[[Stage], Awaitable[Human]]

ONCE: dict[str, tuple[Set, tuple[str, ...]]] = {
    "book": (Stage.looking, ()),
    "cancel-confirm": (Stage.booked, ("cancel",)),
    "join-confirm": (_full, ("join",)),
    "anywhere-confirm": (_full, ("join", "anywhere")),
    "leave-confirm": (_waiting, ("leave",)),
    "pause-for": (_waiting, ("pause",)),
    "resume": (_paused, ()),
    "accept": (_offered, ()),
    "decline-leave": (_offered, ("decline",)),
    "decline-keep": (_offered, ("decline",)),
    "decline-pause": (_offered, ("decline",)),
    "coming": (_asked, ()),
    "answer": (_questioned, ()),
    "reschedule-confirm": (_looking_at_own, ("reschedule", "reschedule-to")),
    **{verb: (way.before, way.by) for verb, way in ADMIN_WAYS.items() if verb not in SHOWS},
}

ASKS_AGAIN = ("a-wizard", "a-wizard-write")


@pytest.mark.parametrize("verb", ONCE)
async def test_the_same_update_again(hall: Hall, verb: str) -> None:
    """Telegram repeats what it thinks was lost; so does a crash before the acknowledgement."""
    hall.refusals_expected = True  # nobody waits for a second answer
    before, by = ONCE[verb]
    chat = hall.group if verb.startswith("a-") else None
    human = await before(Stage(hall))
    await human.presses(*by, chat=chat)
    await human.presses(verb, chat=chat)
    update = hall.last_update
    done, said = await hall.dump(), len(await human.phone.messages())
    for _ in range(3):
        await hall.driver.redeliver(update)
        await hall.settle()
    assert _counted(await hall.dump(), verb) == _counted(done, verb)
    assert len(await human.phone.messages()) == said


def _counted(dump: Dump, verb: str) -> Dump:
    """A question may be asked again; nothing else."""
    return {name: rows for name, rows in dump.items() if name != "admin_drafts" or verb not in ASKS_AGAIN}


@pytest.mark.parametrize("verb", [verb for verb in ONCE if not verb.startswith("a-")])
async def test_two_taps_in_a_moment(hall: Hall, verb: str) -> None:
    """The finger was faster than the answer: both taps are on their way before the first is handled."""
    before, by = ONCE[verb]
    human = await before(Stage(hall))
    await human.presses(*by)
    message, data = await human.finds(verb)
    made = [await human.phone._do("forges", data=data, message_id=message.id) for _ in range(3)]
    history = len(await hall.studio.rows(facts))
    await hall.settle()
    toasts = [await human.phone._toast(tap, 0.5) for tap in made]
    assert all(toast.answered for toast in toasts)
    done = [row.kind for row in (await hall.studio.rows(facts))[history:] if row.actor_kind == "person"]
    if verb == "pause-for":  # another length may be chosen while the place is paused
        assert done == ["EntryPaused"] * 3
        return
    assert [toast.alert for toast in toasts] == [False] * 3, "what is done already is no reason for an alarm"
    assert {toast.text for toast in toasts[1:]} <= {human.texts.plain(key) for key in DONE}
    assert len(done) == len(set(done))


@pytest.mark.parametrize(
    ("first", "then", "sentence"),
    [
        ("decline-keep", "accept", "refusal-offer-answered"),
        ("decline-keep", "decline-leave", "refusal-offer-answered"),
        ("accept", "decline-keep", "refusal-offer-answered"),
    ],
)
async def test_another_answer_is_no_repetition(hall: Hall, first: str, then: str, sentence: str) -> None:
    anna, _, _ = await Stage(hall).offered()
    data = {"accept": (await anna.finds("accept"))[1]}
    await anna.presses("decline")
    for verb in ("decline-keep", "decline-leave"):
        message, data[verb] = await anna.finds(verb)
    await anna.taps_on(message.id, data[first])
    toast = await anna.taps_on(message.id, data[then])
    assert (toast.alert, toast.text) == (True, anna.texts.plain(sentence))


async def test_a_name_that_comes_twice_is_one_name(hall: Hall) -> None:
    anna = await Stage(hall).looking()
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 3)
    first = await anna.types("Bea")
    kept = await _drafts(hall)
    await hall.driver.redeliver(first["update_id"])
    await hall.settle()
    assert await _drafts(hall) == kept
    last = await anna.types("Carl")
    done = await hall.dump()
    for update in (first, last):
        await hall.driver.redeliver(update["update_id"])
    await hall.settle()
    assert await hall.dump() == done
    assert [row.names for row in await hall.studio.rows(bookings)] == [["Bea", "Carl"]]


async def test_a_party_committed_before_a_crash_is_not_booked_again(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process dies after the commit and before the question is dropped."""
    anna = await Stage(hall).looking()
    await anna.presses("several")
    await anna.taps("party", hall.event("yoga-2"), 2)

    async def dies(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(hall.house.people, "keep_draft", dies)
        last = await anna.types("Bea")
    assert await _drafts(hall)
    await hall.driver.redeliver(last["update_id"])
    await hall.settle()
    assert await _drafts(hall) == []
    assert [(row.seats, row.names) for row in await hall.studio.rows(bookings)] == [(2, ["Bea"])]


async def _drafts(hall: Hall) -> list[Any]:
    async with hall.house.database.read.connect() as connection:
        return [tuple(row) for row in (await connection.execute(drafts.select())).all()]


# ------------------------------------------------------------------------------------------------- groups


async def test_what_a_group_does_not_answer(hall: Hall) -> None:
    """Only commands that are ours are answered in a group."""
    dora = await Stage(hall).admin()
    await dora.types("/events", chat=hall.group)
    said = len(await hall.group.messages())
    for text in ("hello", "/events@another_bot", "/sesame", "/my", "events"):
        await dora.types(text, chat=hall.group)
        said += 1
    assert len(await hall.group.messages()) == said


async def test_a_participants_button_in_the_group(hall: Hall, language: str) -> None:
    dora = await Stage(hall, language).managing("clay-2")
    message, before = await dora.newest(hall.group), await hall.dump()
    for verb in TAPS:
        toast = await dora.taps_on(message.id, f"1:{verb}:{hall.event('clay-2')}:1", hall.group)
        assert toast == Toast(dora.texts.plain("admin-refusal-button-stale"), alert=True)
    assert await hall.dump() == before


async def test_another_group_is_told_how_to_bind_it(hall: Hall, language: str) -> None:
    eve = await hall.stranger("Eve", language)
    other = await hall.driver.group("Another", creator=eve.phone)
    await hall.settle()
    assert says(language, "group-unbound", (await eve.newest(other)).text)
    await eve.types("/events", chat=other)
    assert says(language, "group-unbound", (await eve.newest(other)).text)
    assert str(other.id) in (await eve.newest(other)).text


async def test_the_admin_group_is_greeted(hall: Hall, language: str) -> None:
    await hall.group.gives("left")
    await hall.group.gives("administrator")
    await hall.settle()
    dora = await Stage(hall, language).admin()
    assert says(language, "group-bound", (await dora.newest(hall.group)).text)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_something_breaks(hall: Hall, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An apology with a code; the admins read the same code; the next tap works."""
    stage = Stage(hall, language)
    anna, dora = await stage.looking(), await stage.managing("clay-1")
    await dora.presses("a-freeze-ask", chat=hall.group)

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a private word")

    with monkeypatch.context() as patch:
        patch.setattr(hall.house.work, "decide", broken)
        toast = await anna.taps("book")
        patch.setattr(hall.house.people, "draft", broken)
        await anna.types("hello")
        admin = await dora.taps("a-freeze", chat=hall.group)
        patch.setattr(hall.house.views, "events", broken)
        await dora.types("/events", chat=hall.group)
    for text in (toast.text, (await anna.newest()).text, admin.text):
        assert says(language, "error-apology", text) and "private" not in text
    told = [m.text for m in await hall.group.messages() if says(language, "admin-alert-error", m.text)]
    assert len(told) == 1 and "private" not in told[0]
    assert toast.text.rpartition(" ")[2].rstrip(".") in told[0]
    assert not (await anna.taps("book")).alert
