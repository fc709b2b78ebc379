"""A file from the Bot API server, of the kinds and sizes that are read."""

import io
from pathlib import PurePath
from typing import Any

import aiohttp
import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.secret import told
from engine.refusals import FileGone, FileOfOtherKind, FileTooLarge
from handlers.files import Attached

log = structlog.get_logger()

MEGABYTE = 1024 * 1024
MOST = 5  # MB
READ = (".csv", ".xlsx", ".yaml", ".yml", ".json")
LIKE_OURS = (".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".tsv")  # tables of kinds that are not read


def is_ours(name: str) -> bool:
    """Whether a document of this name is meant for the bot. Photos, letters and whatever else people send each other
    are none of its business."""
    return _suffix(name) in READ + LIKE_OURS


async def fetch(bot: Bot, file: Attached) -> bytes:
    """What is in it. Raises FileOfOtherKind, FileTooLarge, FileGone."""
    if _suffix(file.name) not in READ:
        raise FileOfOtherKind
    if file.size is not None and file.size > MOST * MEGABYTE:
        raise FileTooLarge(most=MOST)
    try:
        found = await bot.get_file(file.file_id)
        if found.file_size is not None and found.file_size > MOST * MEGABYTE:
            raise FileTooLarge(most=MOST)
        content = _Capped()
        await bot.download_file(found.file_path or "", content)
    except (AiogramError, aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("file-not-fetched", why=told(error))
        raise FileGone from error
    return content.getvalue()


class _Capped(io.BytesIO):
    """Whatever the server says beforehand: more than this is not taken."""

    def write(self, data: Any) -> int:
        if self.tell() + memoryview(data).nbytes > MOST * MEGABYTE:
            raise FileTooLarge(most=MOST)
        return super().write(data)


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()
