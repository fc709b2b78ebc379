"""The sandbox's state in one place: the world, its time, and what the bot has set up."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.arguments import Upload
from bot.sandbox.callbacks import Callbacks
from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import Faults
from bot.sandbox.feed import Feed
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.people import Person
from bot.sandbox.refusals import Json
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

DEFAULT_TOKEN = "4242424242:AAE-sandbox-token-of-no-real-bot-000"
CALLBACK_LIFETIME = 15.0
"""Seconds in sandbox time within which a tap must be answered."""


@dataclass(frozen=True, slots=True)
class Options:
    """How this sandbox is set up. `webhook_delay` is the first growing pause before a redelivery."""

    token: str = DEFAULT_TOKEN
    bot_name: str = "Nextseat"
    bot_username: str = "nextseat_sandbox_bot"
    limits: bool = False
    callback_lifetime: float = CALLBACK_LIFETIME
    webhook_delay: float = 1.0
    reads_all_group_messages: bool = False


@dataclass(slots=True)
class Profile:
    """What the bot told Telegram about itself: commands per (scope, language), texts per language."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


class Sandbox:
    """Everything behind the Bot API and the control endpoints."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.id = secrets.token_hex(8)
        """Tells a page that was left open whether this is still the world that it knows."""
        bot_id = int(options.token.partition(":")[0])
        self.bot = Person(bot_id, options.bot_name, username=options.bot_username, is_bot=True)
        self.world = World(self.bot)
        self.clock = SandboxClock()
        self.feed = Feed()
        self.journal = Journal(self.clock, self.feed)
        self.updates = Updates()
        self.webhook = Webhook(self.updates, self.clock, options.webhook_delay)
        self.callbacks = Callbacks(self.clock, options.callback_lifetime)
        self.faults = Faults()
        self.limits = Limits(options.limits)
        self.profile = Profile()
        self.files: dict[str, Upload] = {}
        self.unplug: Callable[[float], None] | None = None
        """Refuses connections for some seconds; set while it listens."""
        self.base_url = ""
        """Where it listens; empty until it does."""

    @property
    def token(self) -> str:
        """The one token it accepts."""
        return self.options.token

    async def push(self, milliseconds: int, patience: float = 5.0) -> Json:
        """Time goes on, and everybody who watches hears of it; see `SandboxClock.push`."""
        pushed = await self.clock.push(milliseconds, patience)
        self.feed.tell("clock", None, pushed)
        return pushed

    def file_path(self, file_id: str) -> str:
        """Where a stored file is downloaded from, below /file/bot<token>/."""
        ending = self.files[file_id].name.rpartition(".")[2]
        safe = ending.isascii() and ending.isalnum() and len(ending) <= 8
        return f"documents/{file_id}.{ending}" if safe else f"documents/{file_id}"
