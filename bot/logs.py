"""Logs: one event name a line, ids never names, the token never."""

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

import structlog

from bot.secret import hidden


def set_up(level: str, style: str) -> None:
    """Configure for this process; `style` is console or json. Everything goes to standard error."""
    last = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            last,
            without_secrets,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Hiding("%(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    sys.excepthook = _last_words


def without_secrets(_: Any, __: str, line: Any) -> str:
    """The finished line, so that a secret is found in whatever it was part of: a list, an object, a traceback."""
    return hidden(line)


class _Hiding(logging.Formatter):
    """The lines of libraries, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return hidden(super().format(record))


def _last_words(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.stderr.write(hidden("".join(traceback.format_exception(kind, error, trace))))
