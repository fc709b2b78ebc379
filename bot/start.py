"""The first words with Telegram: what cannot get better by waiting ends the start with one line, and what can is waited
for."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.secret import told
from bot.settings import WrongSetting

log = structlog.get_logger()

PAUSES = (1, 2, 5, 10, 30)
T = TypeVar("T")


async def asked(call: Callable[[], Awaitable[T]]) -> T:
    """What Telegram answers, as soon as it does. Raises WrongSetting when it refuses the token or the webhook."""
    tries = 0
    while True:
        try:
            return await call()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise WrongSetting("BOT_TOKEN is refused by Telegram: copy it again from @BotFather") from None
        except TelegramBadRequest as error:
            raise WrongSetting(
                f"WEBHOOK_URL is refused ({told(error)}): it must be a public https address"
            ) from None
        except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, AiogramError) as error:
            pause = PAUSES[min(tries, len(PAUSES) - 1)]
            log.warning("telegram-away", why=told(error), again_in_seconds=pause)
            await asyncio.sleep(pause)
            tries += 1
