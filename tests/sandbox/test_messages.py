"""Sending, editing and deleting: what is accepted, and every refusal in Telegram's words."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from aiohttp import ClientResponseError

from bot.sandbox import Driver, Phone, Sandbox
from bot.sandbox.arguments import Upload
from bot.sandbox.methods.files import keep


def keyboard(*labels: str, data: str = "x") -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=t, callback_data=data)] for t in labels]
    )


async def refusal(call: Any, error: type[TelegramAPIError] = TelegramBadRequest) -> str:
    with pytest.raises(error) as refused:
        await call
    return refused.value.message


async def test_text_with_entities_and_buttons(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "<b>Yoga</b> at 6", reply_markup=keyboard("Book"))
    assert (sent.text, sent.html_text, sent.chat.id) == ("Yoga at 6", "<b>Yoga</b> at 6", anna.id)
    assert (await anna.waits_for("Yoga")).labels == ("Book",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "message text is empty"),
        ("  \n ", "text must be non-empty"),
        ("<b> </b>", "text must be non-empty"),
        ("é" * 4097, "message is too long"),
        ("👍" * 2049, "message is too long"),
        ("x" * 32769, "text is too long"),
        ("<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ],
)
async def test_text_is_refused(bot: Bot, anna: Phone, text: str, reason: str) -> None:
    assert await refusal(bot.send_message(anna.id, text)) == f"Bad Request: {reason}"


async def test_markup_does_not_count_in_the_length(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "<b>" + "👍" * 2048 + "</b>")
    assert sent.text == "👍" * 2048


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([[{"text": "x", "callback_data": "é" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "x"}]],
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ([[{"text": "x", "callback_data": ""}]],
         "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ([[{"text": "x", "callback_data": "a", "url": "https://a.hu"}]],
         "can't parse inline keyboard button: exactly one action expected, found url, callback_data"),
        ([[{"text": " ", "callback_data": "a"}]], "inline keyboard button text must be non-empty"),
        ([[{"text": "x", "callback_data": "a"}] * 8] * 13, "reply markup is too long"),
    ],
)  # fmt: skip
async def test_buttons_are_refused(
    bot: Bot, anna: Phone, rows: list[list[dict[str, str]]], reason: str
) -> None:
    markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": rows})
    assert await refusal(bot.send_message(anna.id, "x", reply_markup=markup)) == f"Bad Request: {reason}"


async def test_64_bytes_and_100_buttons_pass_and_the_ninth_in_a_row_is_dropped(bot: Bot, anna: Phone) -> None:
    full = [[InlineKeyboardButton(text="x", callback_data="é" * 32)] * 5] * 20
    sent = await bot.send_message(anna.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=full))
    assert sent.reply_markup is not None
    assert len(sent.reply_markup.inline_keyboard) == 20
    wide = [[InlineKeyboardButton(text="x", callback_data="x")] * 9]
    sent = await bot.send_message(anna.id, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=wide))
    assert sent.reply_markup is not None
    assert len(sent.reply_markup.inline_keyboard[0]) == 8


async def test_chats_that_cannot_be_written_to(bot: Bot, driver: Driver, anna: Phone) -> None:
    assert await refusal(bot.send_message(999, "x")) == "Bad Request: chat not found"
    stranger = await driver.person("Stranger")
    assert await refusal(bot.send_message(stranger.id, "x")) == "Bad Request: chat not found"
    await driver.group("Studio", members=[stranger])
    initiates = "Forbidden: bot can't initiate conversation with a user"
    assert await refusal(bot.send_message(stranger.id, "x"), TelegramForbiddenError) == initiates
    await anna.blocks()
    blocked = "Forbidden: bot was blocked by the user"
    assert await refusal(bot.send_message(anna.id, "x"), TelegramForbiddenError) == blocked
    await anna.changes(deactivated=True)
    gone = "Forbidden: user is deactivated"
    assert await refusal(bot.send_message(anna.id, "x"), TelegramForbiddenError) == gone


async def test_editing(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "one", reply_markup=keyboard("A"))
    edited = await bot.edit_message_text("two", chat_id=anna.id, message_id=sent.message_id)
    assert isinstance(edited, Message)
    assert edited.text == "two"
    assert edited.reply_markup is None
    await bot.edit_message_reply_markup(
        chat_id=anna.id, message_id=sent.message_id, reply_markup=keyboard("B")
    )
    now = (await anna.messages())[-1]
    assert (now.text, now.labels, now.edited) == ("two", ("B",), True)


async def test_editing_is_refused(bot: Bot, anna: Phone) -> None:
    sent = await bot.send_message(anna.id, "<b>one</b>", reply_markup=keyboard("A"))
    own: dict[str, Any] = {"chat_id": anna.id, "message_id": sent.message_id}
    same = bot.edit_message_text("<b>one</b>", **own, reply_markup=keyboard("A"))
    assert (await refusal(same)).startswith(
        "Bad Request: message is not modified: specified new message content"
    )
    markup = bot.edit_message_reply_markup(**own, reply_markup=keyboard("A"))
    assert (await refusal(markup)).startswith("Bad Request: message is not modified")
    assert await refusal(bot.edit_message_text("x" * 4097, **own)) == "Bad Request: MESSAGE_TOO_LONG"
    gone = bot.edit_message_text("x", chat_id=anna.id, message_id=9999)
    assert await refusal(gone) == "Bad Request: message to edit not found"
    hers = (await anna.types("mine"))["message_id"]
    others = bot.edit_message_text("x", chat_id=anna.id, message_id=hers)
    assert await refusal(others) == "Bad Request: message can't be edited"
    captioned = bot.edit_message_caption(**own, caption="x")
    assert await refusal(captioned) == "Bad Request: there is no caption in the message to edit"
    await bot.delete_message(**own)
    assert await refusal(bot.delete_message(**own)) == "Bad Request: message to delete not found"
    assert await refusal(bot.edit_message_text("x", **own)) == "Bad Request: message to edit not found"


async def test_deleting_ends_after_48_hours(bot: Bot, anna: Phone, driver: Driver) -> None:
    sent = await bot.send_message(anna.id, "x")
    await driver.push(hours=49)
    too_late = bot.delete_message(anna.id, sent.message_id)
    assert await refusal(too_late) == "Bad Request: message can't be deleted"


async def test_files(bot: Bot, anna: Phone, sandbox: Sandbox) -> None:
    file = BufferedInputFile(b"a;b\n1;2\n", "wünsche.csv")
    sent = await bot.send_document(anna.id, file, caption="<i>list</i>", reply_markup=keyboard("A"))
    assert sent.document is not None
    assert sent.document.file_name == "wünsche.csv"
    info = await bot.get_file(sent.document.file_id)
    content = await bot.download_file(info.file_path or "")
    assert content is not None
    assert content.read() == b"a;b\n1;2\n"
    again = await bot.send_document(anna.id, sent.document.file_id)
    assert again.document is not None
    assert again.document.file_id == sent.document.file_id
    photo = await bot.send_photo(anna.id, BufferedInputFile(b"png", "x.png"))
    assert photo.photo
    assert photo.photo[0].file_size == 3
    edited = await bot.edit_message_caption(chat_id=anna.id, message_id=sent.message_id, caption="new")
    assert isinstance(edited, Message)
    assert edited.caption == "new"
    text = bot.edit_message_text("x", chat_id=anna.id, message_id=sent.message_id)
    assert await refusal(text) == "Bad Request: there is no text in the message to edit"


async def test_a_persons_file_is_downloaded(bot: Bot, anna: Phone, sandbox: Sandbox) -> None:
    sent = await anna.sends_file("../a b#?.csv", b"a;b\n", caption="look")
    update = (await bot.get_updates())[-1]
    assert update.message is not None and update.message.document is not None
    document = update.message.document
    assert (document.file_id, document.file_name) == (sent["file_id"], "../a b#?.csv")
    assert (document.file_size, update.message.caption) == (4, "look")
    info = await bot.get_file(document.file_id)
    content = await bot.download_file(info.file_path or "")
    assert content is not None and content.read() == b"a;b\n"


async def test_a_large_file_is_not_for_bots(bot: Bot, sandbox: Sandbox) -> None:
    largest = keep(sandbox, Upload("largest.csv", b"x" * (20 << 20), "text/csv"))["file_id"]
    info = await bot.get_file(largest)
    assert info.file_size == 20 << 20
    large = keep(sandbox, Upload("large.csv", b"x" * ((20 << 20) + 1), "text/csv"))["file_id"]
    assert await refusal(bot.get_file(large)) == "Bad Request: file is too big"
    with pytest.raises(ClientResponseError):
        await bot.download_file(sandbox.file_path(large))


async def test_in_privacy_mode_only_files_for_the_bot_are_seen(bot: Bot, anna: Phone, driver: Driver) -> None:
    group = await driver.group("Studio", members=[anna], bot_role="member")
    mine = await bot.send_message(group.id, "?")
    assert "update_id" not in await anna.sends_file("a.csv", b"a", group)
    assert "update_id" in await anna.sends_file("a.csv", b"a", group, reply_to=mine.message_id)
    assert "update_id" in await anna.sends_file("a.csv", b"a", group, caption="@nextseat_sandbox_bot look")


async def test_files_are_refused(bot: Bot, anna: Phone) -> None:
    file = BufferedInputFile(b"x", "x.txt")
    too_long = bot.send_document(anna.id, file, caption="👍" * 513)
    assert await refusal(too_long) == "Bad Request: message caption is too long"
    empty = bot.send_document(anna.id, BufferedInputFile(b"", "x.txt"))
    assert await refusal(empty) == "Bad Request: file must be non-empty"
    unknown = bot.send_document(anna.id, "nonsense")
    assert "wrong remote file identifier specified" in await refusal(unknown)
    assert await refusal(bot.get_file("nonsense")) == "Bad Request: invalid file_id"


async def test_reply_keyboard_for_one_time_and_a_contact(bot: Bot, anna: Phone) -> None:
    rows = [[KeyboardButton(text="My number", request_contact=True)]]
    markup = ReplyKeyboardMarkup(keyboard=rows, one_time_keyboard=True)
    sent = await bot.send_message(anna.id, "?", reply_markup=markup)
    assert sent.reply_markup is None
    await anna.taps("My number")
    contact = (await anna.messages())[-1].raw["contact"]
    assert contact["user_id"] == anna.id
    assert (await anna.keyboard() or {})["hidden"]
    await bot.send_message(anna.id, "thanks", reply_markup=ReplyKeyboardRemove())
    assert await anna.keyboard() is None


async def test_replies_reactions_and_actions(bot: Bot, anna: Phone) -> None:
    hers = (await anna.types("hello"))["message_id"]
    sent = await bot.send_message(anna.id, "hi", reply_parameters=ReplyParameters(message_id=hers))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "hello"
    missing = bot.send_message(anna.id, "hi", reply_parameters=ReplyParameters(message_id=777))
    assert await refusal(missing) == "Bad Request: message to be replied not found"
    assert await bot.set_message_reaction(anna.id, hers, reaction=[ReactionTypeEmoji(emoji="👍")])
    assert await bot.send_chat_action(anna.id, "typing")
    assert (
        await refusal(bot.send_chat_action(anna.id, "dancing"))
        == "Bad Request: wrong parameter action in request"
    )


async def test_mentions_of_persons(bot: Bot, anna: Phone) -> None:
    link = '<a href="tg://user?id={}">who</a>'
    known = await bot.send_message(anna.id, link.format(anna.id))
    assert known.entities is not None
    assert known.entities[0].user is not None
    assert known.entities[0].user.id == anna.id
    assert (await bot.send_message(anna.id, link.format(555))).entities is None
