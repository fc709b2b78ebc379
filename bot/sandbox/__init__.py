"""The sandbox: Telegram's Bot API on this machine, so strict that a bot cannot tell the difference.

It imports aiohttp and the standard library, never aiogram nor another room: what the bot believes about
Telegram must not leak into what judges the bot. It refuses what Telegram refuses, in Telegram's words; where
it must choose, it is the stricter one. Persons act through `Driver`; time goes on through the sandbox clock.
"""

from bot.sandbox.driver import Driver, Group, Phone, Shown, Toast
from bot.sandbox.sandbox import DEFAULT_TOKEN, Options, Sandbox
from bot.sandbox.server import application, running_sandbox

__all__ = [
    "DEFAULT_TOKEN",
    "Driver",
    "Group",
    "Options",
    "Phone",
    "Sandbox",
    "Shown",
    "Toast",
    "application",
    "running_sandbox",
]
