"""The methods of the Bot API: each takes the sandbox and the arguments, and returns or raises Refused.

A method is a plain function, so that a call is decided in one piece and no other can come between.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.sandbox.arguments import Arguments
from bot.sandbox.methods import answering, chats, commands, editing, files, profile, receiving, sending
from bot.sandbox.sandbox import Sandbox

Method = Callable[[Sandbox, Arguments], Any | Awaitable[Any]]

METHODS: dict[str, Method] = {
    name.lower(): method
    for table in (answering, chats, commands, editing, files, profile, receiving, sending)
    for name, method in table.METHODS.items()
}
"""By lower-case name: Telegram does not mind the case."""
