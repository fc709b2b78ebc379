"""Answers to taps, and reactions."""

from __future__ import annotations

from bot.sandbox import access
from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import bad_request
from bot.sandbox.sandbox import Sandbox

LONGEST_ANSWER = 200


def answer_callback_query(sandbox: Sandbox, call: Arguments) -> bool:
    """Ends the waiting of the person who tapped; the text is a toast or an alert."""
    text = call.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "alert": call.flag("show_alert"), "url": call.text("url")}
    query_id = call.text("callback_query_id")
    sandbox.callbacks.answer(query_id, answer)
    sandbox.feed.tell("answer", None, {"query_id": query_id, **answer})
    return True


def set_message_reaction(sandbox: Sandbox, call: Arguments) -> bool:
    """The bot's reaction to a message, or none."""
    chat = access.writable_chat(sandbox.world, call)
    message = access.message(chat, call, "message to react")
    reaction = call.structure("reaction", "reaction types") or []
    if not isinstance(reaction, list):
        raise bad_request("expected an Array of ReactionType")
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    sandbox.feed.tell("reaction", chat.id, {"message_id": message["message_id"], "reaction": reaction})
    return True


METHODS = {"answerCallbackQuery": answer_callback_query, "setMessageReaction": set_message_reaction}
