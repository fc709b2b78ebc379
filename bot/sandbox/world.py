"""All persons and chats, and the ids they get."""

from __future__ import annotations

from typing import Any

from bot.sandbox.people import Chat, Kind, Member, Person, Role
from bot.sandbox.refusals import Json, bad_request

FIRST_PERSON = 10_001
FIRST_GROUP = 4_000_001
SUPERGROUPS = -1_000_000_000_000
"""Telegram writes a supergroup's own number below this one."""


class World:
    """Finds and makes persons and chats."""

    def __init__(self, bot: Person) -> None:
        self.bot = bot
        self.people: dict[int, Person] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.known: set[int] = set()
        """Persons the bot has met, in private or in a group: these it may at least be told about."""
        self._next_person = FIRST_PERSON
        self._next_group = FIRST_GROUP
        self._last_message = 0

    def add_person(self, first_name: str, person_id: int | None = None, **card: Any) -> Person:
        """A new person with their still silent private chat. Raises ValueError for a taken id."""
        if person_id is None:
            person_id = self._next_person
        if person_id in self.people:
            raise ValueError(f"person {person_id} exists already")
        self._next_person = max(self._next_person, person_id + 1)
        person = Person(person_id, first_name, **card)
        self.people[person_id] = person
        self.chats[person_id] = Chat(person_id, "private", person=person)
        return person

    def person(self, person_id: int) -> Person:
        """The person with this id. Raises LookupError."""
        try:
            return self.people[person_id]
        except KeyError:
            raise LookupError(f"no person {person_id}") from None

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id. Raises LookupError."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise LookupError(f"no chat {chat_id}") from None

    def add_group(self, title: str, kind: Kind, is_forum: bool = False, group_id: int | None = None) -> Chat:
        """A new empty group or supergroup. Raises ValueError for a taken id."""
        if group_id is None:
            group_id = -self._next_group if kind == "group" else SUPERGROUPS - self._next_group
            self._next_group += 1
        if group_id >= 0 or group_id in self.chats:
            raise ValueError(f"group id {group_id} is taken or not negative")
        chat = Chat(group_id, kind, title=title, is_forum=is_forum)
        self.chats[group_id] = chat
        return chat

    def seat(self, chat: Chat, person: Person, role: Role, anonymous: bool | None = None) -> Member:
        """Give the person this role in the chat; the bot meets them if it is there too."""
        member = chat.members.get(person.id)
        if member is None:
            member = chat.members[person.id] = Member(person, role)
        member.role = role
        if anonymous is not None:
            member.anonymous = anonymous
        if chat.role(self.bot.id) not in ("left", "kicked"):
            self.known.update(present.person.id for present in chat.present())
        return member

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and small groups share the bot's count."""
        if chat.kind == "supergroup":
            chat.last_message_id += 1
            return chat.last_message_id
        self._last_message += 1
        return self._last_message

    def named(self, chat_id: str) -> Chat:
        """The chat a call names, by id or @username. Raises Refused."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        if chat_id.startswith("@"):
            raise bad_request("chat not found")
        try:
            chat = self.chats.get(int(chat_id))
        except ValueError:
            chat = None
        if chat is None or not self._has_access(chat):
            raise bad_request("chat not found")
        return chat

    def _has_access(self, chat: Chat) -> bool:
        if chat.kind == "private":
            return chat.id in self.known
        return self.bot.id in chat.members

    def document(self) -> Json:
        """Everybody and every chat, for the chat page."""
        people = [p.card() | {"deactivated": p.deactivated} for p in self.people.values()]
        return {
            "bot": self.bot.card(),
            "people": people,
            "chats": [self._shown(c) for c in self.chats.values()],
        }

    def _shown(self, chat: Chat) -> Json:
        shown = chat.card() | {"started": chat.started, "blocked": chat.blocked}
        if chat.kind != "private":
            shown["members"] = [m.card(chat.is_forum) for m in chat.members.values()]
            shown["topics"] = [{"message_thread_id": i, "name": n} for i, n in chat.topics.items()]
        return shown
