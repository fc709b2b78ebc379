"""What the bot says about itself, and the end of a session."""

from __future__ import annotations

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.sandbox import Sandbox

LONGEST_DESCRIPTION = 512
LONGEST_SHORT_DESCRIPTION = 120


def get_me(sandbox: Sandbox, call: Arguments) -> Json:
    """The bot as a user, with what it may do."""
    may = {
        "can_join_groups": True,
        "can_read_all_group_messages": sandbox.options.reads_all_group_messages,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return sandbox.bot.card() | may


def set_my_description(sandbox: Sandbox, call: Arguments) -> bool:
    """The text in the empty chat."""
    return _set(sandbox.profile.descriptions, call, "description", LONGEST_DESCRIPTION)


def set_my_short_description(sandbox: Sandbox, call: Arguments) -> bool:
    """The text on the profile page."""
    return _set(sandbox.profile.short_descriptions, call, "short_description", LONGEST_SHORT_DESCRIPTION)


def _set(texts: dict[str, str], call: Arguments, name: str, longest: int) -> bool:
    """An empty text takes away what a language has of its own."""
    text = call.text(name)
    if len(text) > longest:
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    if text:
        texts[call.text("language_code")] = text
    else:
        texts.pop(call.text("language_code"), None)
    return True


def get_my_description(sandbox: Sandbox, call: Arguments) -> Json:
    """The text in the empty chat; without one for this language, the one for all."""
    texts = sandbox.profile.descriptions
    return {"description": texts.get(call.text("language_code"), texts.get("", ""))}


def get_my_short_description(sandbox: Sandbox, call: Arguments) -> Json:
    """The text on the profile page; without one for this language, the one for all."""
    texts = sandbox.profile.short_descriptions
    return {"short_description": texts.get(call.text("language_code"), texts.get("", ""))}


def set_chat_menu_button(sandbox: Sandbox, call: Arguments) -> bool:
    """The button beside the input field, of one private chat or of all."""
    button = call.structure("menu_button", "menu button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    chat_id = call.number("chat_id")
    if chat_id:
        sandbox.world.named(str(chat_id))
    sandbox.profile.menu_buttons[chat_id] = button
    return True


def end_session(sandbox: Sandbox, call: Arguments) -> bool:
    """logOut and close: the sandbox has nothing to move, so it only agrees."""
    return True


METHODS = {
    "getMe": get_me,
    "setMyDescription": set_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyDescription": get_my_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "logOut": end_session,
    "close": end_session,
}
