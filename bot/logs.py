"""Logs: one event name a line, ids never names, the token never."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

SECRETS = re.compile(r"\d{1,20}:[A-Za-z0-9_-]{30,64}")


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
            without_secrets,
            last,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(name)s %(message)s", force=True)
    for handler in logging.getLogger().handlers:
        handler.addFilter(_hide)


def _hide(record: logging.LogRecord) -> bool:
    record.msg, record.args = SECRETS.sub("<token>", record.getMessage()), None
    return True


def without_secrets(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Whatever looks like a token is taken out of every text."""
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = SECRETS.sub("<token>", value)
    return event
