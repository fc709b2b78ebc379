"""Long polling, our own loop: an update is acknowledged (by the next offset) only after its work is committed, so a
crash repeats it. Updates of one chat are handled in order, chats side by side."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramConflictError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from pydantic import ValidationError

from bot.secret import told
from engine.ports import Unavailable
from engine.refusals import Busy

log = structlog.get_logger()

ALLOWED = ["message", "callback_query", "my_chat_member", "chat_member"]
WAIT_SECONDS = 25
PAUSE_SECONDS = 1.0
FEWEST, MOST = 10, 100
"""Updates that are fetched at once: few at first, as a process that does not live long has at least these behind it;
twice as many each time there were more, up to what Telegram gives."""

Take = Callable[[Update], Awaitable[None]]
Unreadable = Callable[[int], Awaitable[None]]


class Contact(Protocol):
    """Is told whether Telegram answers."""

    async def reached(self) -> None:
        """It does; its updates are handled once this returns."""
        ...

    def lost(self) -> None:
        """It does not."""
        ...


async def poll(
    bot: Bot, take: Take, stopping: asyncio.Event, unreadable: Unreadable, contact: Contact
) -> None:
    """Fetch and handle updates until `stopping`. `unreadable` is told of an update that is set aside."""
    await _leave_webhook(bot, stopping)
    offset, wait, size = 0, WAIT_SECONDS, FEWEST
    while not stopping.is_set():
        documents = await _fetch(bot, offset, stopping, wait, size)
        if documents is None:
            contact.lost()
        if documents is None or not await _told(contact):
            wait = 0  # whether it is back shall be known at once
            await _pause(stopping, PAUSE_SECONDS)
            continue
        wait = WAIT_SECONDS
        size = min(2 * size, MOST) if len(documents) >= size else size
        updates, poison = _read(bot, documents)
        offset = await handle(updates, take, offset)
        if updates and offset <= max(update.update_id for update in updates):
            await _pause(stopping, PAUSE_SECONDS)  # something must come again
        elif poison:
            offset = max(offset, max(poison) + 1)
        for update_id in poison:
            if update_id < offset:
                await _set_aside(update_id, unreadable)
    if offset:
        with contextlib.suppress(AiogramError):
            await bot.get_updates(offset=offset, limit=1, timeout=0, allowed_updates=ALLOWED)


async def _leave_webhook(bot: Bot, stopping: asyncio.Event) -> None:
    """Telegram lets nobody poll while a webhook is set; asked until it hears."""
    while not stopping.is_set():
        try:
            await bot.delete_webhook()
        except AiogramError as error:
            log.warning("polling-failed", why=told(error))
            await _pause(stopping, PAUSE_SECONDS)
        else:
            return


async def _told(contact: Contact) -> bool:
    """Whether updates may be handled; they come again as long as the database is away."""
    try:
        await contact.reached()
    except (Unavailable, Busy):
        log.warning("database-away", update=None)
        return False
    except Exception:
        log.exception("presence-failed")  # people are served all the same
    return True


class _Documents(TelegramMethod[list[Any]]):
    """getUpdates without reading the updates: the client would refuse all of a batch for one that it cannot read."""

    __returning__ = list[Any]
    __api_method__ = "getUpdates"

    offset: int
    limit: int
    timeout: int
    allowed_updates: list[str]


def _read(bot: Bot, documents: list[Any]) -> tuple[list[Update], list[int]]:
    """The updates, and the numbers of those that are none."""
    updates: list[Update] = []
    poison: list[int] = []
    for document in documents:
        try:
            updates.append(Update.model_validate(document, context={"bot": bot}))
        except (ValidationError, RecursionError, ValueError) as error:
            log.error("update-unreadable", why=type(error).__name__)
            if isinstance(document, dict) and isinstance(number := document.get("update_id"), int):
                poison.append(number)
    return updates, poison


async def _set_aside(update_id: int, unreadable: Unreadable) -> None:
    log.error("update-set-aside", update=update_id)
    try:
        await unreadable(update_id)
    except Exception:
        log.exception("alert-failed", update=update_id)


async def _fetch(bot: Bot, offset: int, stopping: asyncio.Event, wait: int, size: int) -> list[Any] | None:
    method = _Documents(offset=offset, limit=size, timeout=wait, allowed_updates=ALLOWED)
    call = asyncio.create_task(bot(method, request_timeout=wait + 15))
    stop = asyncio.create_task(stopping.wait())
    await asyncio.wait({call, stop}, return_when=asyncio.FIRST_COMPLETED)
    stop.cancel()
    if not call.done():
        call.cancel()
        return None
    try:
        return call.result()
    except TelegramRetryAfter as error:
        await _pause(stopping, float(error.retry_after))
    except TelegramConflictError:
        log.error(
            "polling-conflict", hint="another process fetches updates with this token: stop the other process"
        )
    except (AiogramError, OSError) as error:  # also an answer that is no JSON, which is no TelegramAPIError
        log.warning("polling-failed", why=told(error))
    return None


async def handle(updates: list[Update], take: Take, offset: int) -> int:
    """Handle a batch; the next offset, which never passes an update whose work is not committed."""
    chats: dict[int, list[Update]] = defaultdict(list)
    for update in updates:
        chats[chat_of(update)].append(update)
    undone = await asyncio.gather(*(_in_order(batch, take) for batch in chats.values()))
    lost = [update_id for update_id in undone if update_id is not None]
    if lost:
        return min(lost)
    return max((update.update_id + 1 for update in updates), default=offset)


async def _in_order(updates: list[Update], take: Take) -> int | None:
    """The id of the first update that could not be handled, None when all were."""
    for update in updates:
        try:
            await take(update)
        except Unavailable:
            log.warning("database-away", update=update.update_id)
            return update.update_id
    return None


def chat_of(update: Update) -> int:
    """The chat whose order an update belongs to; taps belong to the person, so that a group's admins race fairly."""
    if update.callback_query is not None:
        return update.callback_query.from_user.id
    if update.message is not None:
        return update.message.chat.id
    return 0


async def _pause(stopping: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stopping.wait(), seconds)
