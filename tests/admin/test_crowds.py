"""Cards of a large event with long names and the longest ids: they fit, and name the right people."""

from dataclasses import replace

import pytest

from engine.ports import Draft
from engine.settings import Mode
from engine.state import Booking
from handlers.admin import people
from handlers.admin.reasons import OTHER
from handlers.admin.table import REASONED, TAPS
from handlers.callbacks import LIMIT_BYTES, MOST, pack, parse
from handlers.door import Texts
from tests.admin.conftest import Desk, button, buttons, fit, verbs
from tests.admin.rooms import EVENT, PEOPLE, START, House, house

CROWD = 2_000
FIRST = 8_000_000_000_000_000_000
LONG = '<b>&"Ödön ' + "x" * 50


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody in the crowd has a name, the longest that is kept."""
    for number in range(CROWD):
        monkeypatch.setitem(PEOPLE, FIRST + number, f"{LONG}{number:04}"[:60] if number % 2 else f"P{number}")


def crowded(mode: Mode = Mode.MANUAL, status: str = "confirmed") -> House:
    """2,000 seats, each booked, in the order of their ids."""
    place = house(mode, waiting=0)
    bookings = {
        FIRST + n: Booking(FIRST + n, EVENT, FIRST + n, status, (n + 1,))  # type: ignore[arg-type]
        for n in range(CROWD)
    }
    event = replace(place.state.event, capacity=CROWD)
    place.state = replace(place.state, event=event, bookings=bookings)
    return place


async def test_the_newest_of_two_thousand_go(texts: Texts) -> None:
    """Not the newest of the first page."""
    card = (await Desk(crowded(), texts).tap("a-displace-ask", EVENT, CROWD - 2)).card
    assert card is not None
    assert "P1998" in card.text and "P998," not in card.text
    fit(card)
    all_but_one = (await Desk(crowded(), texts).tap("a-displace-ask", EVENT, 1)).card
    assert all_but_one is not None and "994" in fit(all_but_one).text


async def test_who_came_on_the_last_page(texts: Texts) -> None:
    """A page that there is not is the last one, and a mark leaves the reader there."""
    place = crowded()
    place.now = START
    desk = Desk(place, texts)
    last = (await desk.tap("a-attendance", EVENT, 10**9)).card
    assert len(buttons(last)) == 8 + 1 + 1, "eight people, earlier ones, the way back"
    marked = await desk.tap(*_call(buttons(last)[0].data))
    assert buttons(marked.card)[0].label == buttons(last)[0].label.replace("·", "✓", 1)
    assert [found.label for found in buttons(marked.card)][1:8] == [found.label for found in buttons(last)][
        1:8
    ]


async def test_another_date_of_a_long_name(texts: Texts) -> None:
    desk = Desk(crowded(), texts)
    card = (await desk.tap("a-back-ask", EVENT, FIRST + 1)).card
    assert card is not None and "a-back" in verbs(card)
    assert {"a-booking"} <= verbs((await desk.tap("a-move-list", EVENT, FIRST + 1, 0)).card)


@pytest.mark.parametrize("others", [0, 2])
async def test_an_answer_with_long_names_fits(texts: Texts, others: int) -> None:
    """Who is meant, and the question, with the longest ids that there can be."""
    place = house(free=5)
    desk = Desk(place, texts)
    desk.admin = replace(desk.admin, telegram_id=2**52 - 1)
    await desk.tap("a-book", EVENT)
    (asked,) = await place.admin_drafts(desk.admin.telegram_id)
    typed = "\n".join(["Anna", *(f"{LONG}{n}"[:60] for n in range(others))])
    card = fit(await people.named_people(desk.admin, asked, typed))
    question = (await desk.tap(*_call(button(card, "a-book-for").data))).card
    done = await desk.tap(*_call(button(question, "a-book-do").data))
    assert not done.alert and place.state.line.waiting == 2, "Anna has a seat now, and waits no more"
    guest = (await desk.tap(*_call(button(card, "a-book-guest").data))).card
    assert "a-book-do" in verbs(guest)
    place.asked[desk.admin.telegram_id] = {"asked": []}
    other = Draft(people.KIND, {"event": EVENT, "name": "Anna", "names": ["Z"]})
    await place.keep_admin_draft(desk.admin.telegram_id, other, waits=False)
    stale = await desk.tap(*_call(button(card, "a-book-guest").data))
    assert stale.alert and stale.toast.startswith(texts.plain("admin-refusal-button-stale"))


def _call(data: str) -> tuple:  # type: ignore[type-arg]
    call = parse(data)
    assert call is not None
    return call.verb, *call.args


SMALL = (
    "batch-event",
    "batch-person",
    "batch-place",
    "batch-where",
    "batch-move",
    "batch-compare",
    "lock-helper",
)
"""The third is the number of a version, a time in the month, or a switch."""


@pytest.mark.parametrize("verb", TAPS)
def test_every_verb_fits_with_the_longest_ids(verb: str) -> None:
    """Three ids that are as long as an id can be, a user's, and a small number; of these verbs the third is one too.
    A reason is a small number, wherever it stands."""
    takes = TAPS[verb].__code__.co_argcount - 1
    known = ("book-", "auto-", "hours-save", "request-", "question-", "export", "difference", *SMALL)
    small = any(part in verb for part in known)
    longest = [MOST, MOST, 9_999 if small else MOST, 2**52 - 1, 10][:takes]
    if verb in REASONED and takes == 4:
        longest[-1] = OTHER
    data = pack(verb, *longest)
    assert len(data.encode()) <= LIMIT_BYTES
    call = parse(data)
    assert call is not None and (call.verb, list(call.args)) == (verb, longest)


@pytest.mark.parametrize("verb", ["reschedule-confirm", "reschedule-to", "a-move-ask"])
def test_three_of_the_longest_ids_fit(verb: str) -> None:
    data = pack(verb, MOST, MOST - 1, MOST - 35)
    assert len(data.encode()) <= LIMIT_BYTES and data.startswith("1z:")
    call = parse(data)
    assert call is not None and call.args == (MOST, MOST - 1, MOST - 35)
    assert pack(verb, 1, 2, 0) == f"1:{verb}:1:2:0", "short ones are written as ever"


@pytest.mark.parametrize(
    "data",
    ["1z", "1z:", "1z:a-event:", "1z:a-event:01", "1z:a-event:A", "1z:a-event:1y2p0ij32e8e8", "1:a-event:a"],
)
def test_what_was_never_packed(data: str) -> None:
    assert parse(data) is None
