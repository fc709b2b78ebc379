"""How the bot gets its updates: by asking, or by being called."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.sandbox.arguments import Arguments
from bot.sandbox.refusals import Json, bad_request, conflict
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webhook import Address

LONGEST_POLL = 50
MOST_UPDATES = 100
DEFAULT_CONNECTIONS = 40
MOST_CONNECTIONS = 100
LONGEST_SECRET = 256
BUSY = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
TERMINATED = "terminated by setWebhook request"


@dataclass(frozen=True, slots=True)
class Explained:
    """A result that Telegram sends with a word of explanation."""

    result: bool
    description: str


async def get_updates(sandbox: Sandbox, call: Arguments) -> list[Json]:
    """What waits from `offset` on; holds the call up to `timeout` seconds while nothing does."""
    if sandbox.webhook.address is not None:
        raise conflict(BUSY)
    sandbox.updates.allow(call.structure("allowed_updates", "allowed updates"))
    limit = min(max(call.number("limit", MOST_UPDATES), 1), MOST_UPDATES)
    timeout = min(max(call.number("timeout"), 0), LONGEST_POLL)
    return await sandbox.updates.poll(call.number("offset"), limit, timeout)


async def set_webhook(sandbox: Sandbox, call: Arguments) -> Explained:
    """Deliver to a server on this machine; an empty url ends it."""
    url = call.text("url")
    if not url:
        return await delete_webhook(sandbox, call)
    secret = _secret(call.text("secret_token"))
    _check_url(url)
    wanted = call.number("max_connections", DEFAULT_CONNECTIONS)
    address = Address(url, secret, min(max(wanted, 1), MOST_CONNECTIONS))
    _drop_pending(sandbox, call)
    sandbox.updates.end_poll(TERMINATED)
    sandbox.updates.allow(call.structure("allowed_updates", "allowed updates"))
    if address == sandbox.webhook.address:
        return Explained(True, "Webhook is already set")
    await sandbox.webhook.set(address)
    return Explained(True, "Webhook was set")


async def delete_webhook(sandbox: Sandbox, call: Arguments) -> Explained:
    """Stop delivering; what waits is kept unless it is to be dropped."""
    was_set = sandbox.webhook.address is not None
    await sandbox.webhook.remove()
    _drop_pending(sandbox, call)
    return Explained(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


def get_webhook_info(sandbox: Sandbox, call: Arguments) -> Json:
    """Where updates go, how many wait, and what last went wrong."""
    address = sandbox.webhook.address
    info: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(sandbox.updates)}
    if address is not None:
        info |= {"url": address.url, "max_connections": address.max_connections}
        info["ip_address"] = "127.0.0.1"
    if sandbox.webhook.last_error is not None:
        info["last_error_date"], info["last_error_message"] = sandbox.webhook.last_error
    info["allowed_updates"] = sorted(sandbox.updates.allowed)
    return info


def _drop_pending(sandbox: Sandbox, call: Arguments) -> None:
    if call.flag("drop_pending_updates"):
        sandbox.updates.clear()


def _secret(secret: str) -> str:
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not re.fullmatch("[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if parts.scheme not in ("http", "https"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    # The sandbox calls nobody but this machine, so that a demo can never reach a stranger's server.
    if host == "localhost":
        return
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        raise bad_request("bad webhook: Failed to resolve host: Name or service not known") from None
    if not address.is_loopback:
        raise bad_request(f"bad webhook: IP address {host} is reserved")


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
