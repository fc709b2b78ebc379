"""What another process may order under /sandbox/do/<name>: JSON in, JSON out.

The same table serves the Driver whether it speaks over HTTP or lives in this process.
"""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable

from bot.sandbox import acts, groups
from bot.sandbox.arguments import Upload
from bot.sandbox.membership import upgrade
from bot.sandbox.people import Chat, Person
from bot.sandbox.refusals import Json
from bot.sandbox.sandbox import Sandbox

Order = Callable[[Sandbox, Json], Json | Awaitable[Json]]
LONGEST_WAIT = 25.0


def _person(sandbox: Sandbox, order: Json, name: str = "person") -> Person:
    return sandbox.world.person(int(order[name]))


def _chat(sandbox: Sandbox, order: Json) -> Chat:
    return sandbox.world.chat(int(order.get("chat") or order["person"]))


def _people(sandbox: Sandbox, order: Json, name: str) -> list[Person]:
    return [sandbox.world.person(int(i)) for i in order.get(name, ())]


def person(sandbox: Sandbox, order: Json) -> Json:
    """A new person: first_name, and optionally id, last_name, username, language_code."""
    names = {k: order.get(k) for k in ("last_name", "username", "language_code")}
    new = sandbox.world.add_person(order["first_name"], order.get("id"), **names)
    sandbox.feed.tell("person", new.id, new.card())
    return new.card()


def changes(sandbox: Sandbox, order: Json) -> Json:
    """Change a person's names, language_code or deactivated."""
    changed = _person(sandbox, order)
    for name in ("first_name", "last_name", "username", "language_code", "deactivated"):
        if name in order:
            setattr(changed, name, order[name])
    sandbox.feed.tell("person", changed.id, changed.card())
    return changed.card()


def start(sandbox: Sandbox, order: Json) -> Json:
    """person, payload."""
    return acts.start(sandbox, _person(sandbox, order), order.get("payload"))


def types(sandbox: Sandbox, order: Json) -> Json:
    """person, text; optionally chat, thread, reply_to."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    return acts.types(sandbox, who, where, order["text"], order.get("thread"), order.get("reply_to"))


def sends(sandbox: Sandbox, order: Json) -> Json:
    """person, content (fields of a Message); optionally chat, thread, reply_to."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    return acts.sends(sandbox, who, where, order["content"], order.get("thread"), order.get("reply_to"))


def sends_file(sandbox: Sandbox, order: Json) -> Json:
    """person, name, content (base64); optionally mime_type, caption, chat, thread, reply_to."""
    content = base64.b64decode(order["content"], validate=True)
    upload = Upload(order["name"], content, order.get("mime_type", "application/octet-stream"))
    who, where = _person(sandbox, order), _chat(sandbox, order)
    caption, thread, reply_to = order.get("caption", ""), order.get("thread"), order.get("reply_to")
    return acts.sends_file(sandbox, who, where, upload, caption, thread, reply_to)


def edits(sandbox: Sandbox, order: Json) -> Json:
    """person, message_id, text; optionally chat."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    return acts.edits(sandbox, who, where, order["message_id"], order["text"])


def deletes(sandbox: Sandbox, order: Json) -> Json:
    """chat, message_id."""
    return acts.deletes(sandbox, _chat(sandbox, order), order["message_id"])


def shares_contact(sandbox: Sandbox, order: Json) -> Json:
    """person, phone_number; optionally chat, of (another person)."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    owner = _person(sandbox, order, "of") if order.get("of") else None
    return acts.shares_contact(sandbox, who, where, order["phone_number"], owner)


def taps(sandbox: Sandbox, order: Json) -> Json:
    """person and label or data; optionally chat, message_id."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    return acts.taps(sandbox, who, where, order.get("label"), order.get("data"), order.get("message_id"))


def forges(sandbox: Sandbox, order: Json) -> Json:
    """person, data, message_id; optionally chat."""
    who, where = _person(sandbox, order), _chat(sandbox, order)
    return acts.forges(sandbox, who, where, order.get("data"), order.get("message_id"))


def blocks(sandbox: Sandbox, order: Json) -> Json:
    """person."""
    return acts.blocks(sandbox, _person(sandbox, order))


def unblocks(sandbox: Sandbox, order: Json) -> Json:
    """person."""
    return acts.unblocks(sandbox, _person(sandbox, order))


def group(sandbox: Sandbox, order: Json) -> Json:
    """title, creator; optionally admins, members, kind, forum, bot_role, id."""
    chat = groups.found(
        sandbox,
        order["title"],
        _person(sandbox, order, "creator"),
        _people(sandbox, order, "admins"),
        _people(sandbox, order, "members"),
        order.get("kind", "supergroup"),
        bool(order.get("forum", False)),
        order.get("bot_role", "administrator"),
        order.get("id"),
    )
    return chat.card()


def role(sandbox: Sandbox, order: Json) -> Json:
    """chat, role; optionally person (default: the bot), by, anonymous, topics."""
    who = _person(sandbox, order) if order.get("person") else sandbox.bot
    by = _person(sandbox, order, "by") if order.get("by") else who
    chat = sandbox.world.chat(int(order["chat"]))
    more = {"anonymous": order.get("anonymous"), "topics": order.get("topics")}
    update_id = groups.give_role(sandbox, chat, who, order["role"], by, **more)
    return {} if update_id is None else {"update_id": update_id}


def topic(sandbox: Sandbox, order: Json) -> Json:
    """chat, name, person."""
    by = _person(sandbox, order)
    return {"message_thread_id": groups.open_topic(sandbox, _chat(sandbox, order), order["name"], by)}


def deletes_topic(sandbox: Sandbox, order: Json) -> Json:
    """chat, thread."""
    groups.delete_topic(_chat(sandbox, order), order["thread"])
    return {}


def upgrades(sandbox: Sandbox, order: Json) -> Json:
    """chat; optionally forum. Answers with the supergroup."""
    return upgrade(sandbox, _chat(sandbox, order), bool(order.get("forum", False))).card()


def redeliver(sandbox: Sandbox, order: Json) -> Json:
    """update_id."""
    sandbox.updates.repeat(int(order["update_id"]))
    return {}


async def toast(sandbox: Sandbox, order: Json) -> Json:
    """query_id, wait: the bot's answer to a tap, or null."""
    wait = min(float(order.get("wait", 0)), LONGEST_WAIT)
    return {"answer": await sandbox.callbacks.outcome(order["query_id"], wait)}


async def looks(sandbox: Sandbox, order: Json) -> Json:
    """chat, optionally last (how many messages); with after and wait: once newer than that serial."""
    chat = _chat(sandbox, order)
    if "after" in order:
        wait = min(float(order.get("wait", 0)), LONGEST_WAIT)
        await sandbox.feed.passes(int(order["after"]), chat.id, wait)
    newest = int(order.get("last") or len(chat.messages)) or 1
    messages = list(chat.messages.values())[-newest:]
    shown = {"messages": messages, "keyboard": chat.keyboard}
    return {"serial": sandbox.feed.serial_of(chat.id), **shown}


def fault(sandbox: Sandbox, order: Json) -> Json:
    """kind, and optionally methods, chat_id, times, share, seed, retry_after, status, seconds."""
    return sandbox.faults.add(**order).document()


def lifts_faults(sandbox: Sandbox, order: Json) -> Json:
    """Optionally id: one fault; otherwise all."""
    sandbox.faults.lift(order.get("id"))
    return {"faults": [rule.document() for rule in sandbox.faults.rules()]}


def unplugs(sandbox: Sandbox, order: Json) -> Json:
    """seconds: nobody can connect for so long, this door included."""
    if sandbox.unplug is None:
        raise ValueError("the sandbox does not listen")
    sandbox.unplug(float(order["seconds"]))
    return {}


def limits(sandbox: Sandbox, order: Json) -> Json:
    """enforced: whether Telegram's rate limits apply."""
    sandbox.limits.enforced = bool(order["enforced"])
    return {"enforced": sandbox.limits.enforced}


def commands(sandbox: Sandbox, order: Json) -> Json:
    """What the bot registered: a list of scope, language_code and commands."""
    lists = sandbox.profile.commands.items()
    return {"commands": [{"scope": s, "language_code": code, "commands": c} for (s, code), c in lists]}


ORDERS: dict[str, Order] = {
    order.__name__: order
    for order in (
        person, changes, start, types, sends, sends_file, edits, deletes, shares_contact, taps, forges, blocks,
        unblocks, group, role, topic, deletes_topic, upgrades, redeliver, toast, looks, fault, lifts_faults, unplugs,
        limits, commands,
    )
}  # fmt: skip


class UnknownOrderError(LookupError):
    """There is no order of that name."""


async def carry_out(sandbox: Sandbox, name: str, order: Json) -> Json:
    """Do what is ordered. Raises LookupError, ValueError or TypeError for orders that make no sense."""
    function = ORDERS.get(name)
    if function is None:
        raise UnknownOrderError(f"no order {name!r}; there are: {', '.join(ORDERS)}")
    done = function(sandbox, order)
    return await done if isinstance(done, Awaitable) else done
