"""The lists of commands, one per scope and language."""

from __future__ import annotations

import json
import re
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import Json, Refused, bad_request
from bot.sandbox.sandbox import Sandbox

MOST_COMMANDS = 100
LONGEST_COMMAND = 32
LONGEST_DESCRIPTION = 256
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (), "all_private_chats": (), "all_group_chats": (), "all_chat_administrators": (),
    "chat": ("chat_id",), "chat_administrators": ("chat_id",), "chat_member": ("chat_id", "user_id"),
}  # fmt: skip


def set_my_commands(sandbox: Sandbox, call: Arguments) -> bool:
    """Replaces the list of one scope and language; an empty list takes it away."""
    raw = call.structure("commands", "commands") or []
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    commands = [_command(entry) for entry in raw]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    place = _place(sandbox, call)
    sandbox.profile.commands.pop(place, None)
    if commands:
        sandbox.profile.commands[place] = commands
    sandbox.feed.tell("commands", None, {"scope": place[0], "language_code": place[1], "commands": commands})
    return True


def get_my_commands(sandbox: Sandbox, call: Arguments) -> list[Json]:
    """The list of exactly this scope and language."""
    return sandbox.profile.commands.get(_place(sandbox, call), [])


def delete_my_commands(sandbox: Sandbox, call: Arguments) -> bool:
    """Takes the list of one scope and language away."""
    sandbox.profile.commands.pop(_place(sandbox, call), None)
    return True


def _command(entry: Any) -> Json:
    if not isinstance(entry, dict):
        raise _unparsable("expected an Object")
    for name in ("command", "description"):
        if not isinstance(entry.get(name), str):
            raise _unparsable(f'Can\'t find field "{name}"')
    command = entry["command"].strip().removeprefix("/")
    description = entry["description"].strip()
    _check_lengths(command, description)
    if not _NAME.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _check_lengths(command: str, description: str) -> None:
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > LONGEST_DESCRIPTION:
        raise bad_request(f"command description length must not exceed {LONGEST_DESCRIPTION}")


def _place(sandbox: Sandbox, call: Arguments) -> tuple[str, str]:
    scope = call.structure("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    needed = _SCOPES[scope["type"]]
    if "chat_id" in needed:
        sandbox.world.named(str(scope.get("chat_id") or ""))
    if "user_id" in needed and not scope.get("user_id"):
        raise bad_request("can't parse BotCommandScope: Invalid user_id specified")
    language = call.text("language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("LANG_CODE_INVALID")
    named = {"type": scope["type"]} | {name: int(scope[name]) for name in needed}
    return json.dumps(named, sort_keys=True), language


def _unparsable(reason: str) -> Refused:
    return bad_request(f"can't parse BotCommand: {reason}")


METHODS = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
