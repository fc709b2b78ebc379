"""Who lives in the sandbox: persons, chats, and who may do what in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.refusals import Json

Role = Literal["creator", "administrator", "member", "left", "kicked"]
Kind = Literal["private", "group", "supergroup"]

PRESENT: tuple[Role, ...] = ("creator", "administrator", "member")
ADMINISTRATORS: tuple[Role, ...] = ("creator", "administrator")

ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Whom Telegram names as the sender when an administrator speaks as the group."""

_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
    "can_delete_stories", "can_pin_messages", "can_send_welcome_messages",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """A user of Telegram; the bot is one too."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    deactivated: bool = False

    def card(self) -> Json:
        """Telegram's User."""
        card: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for name in ("last_name", "username", "language_code"):
            if value := getattr(self, name):
                card[name] = value
        return card


@dataclass(slots=True)
class Member:
    """A person's place in a chat."""

    person: Person
    role: Role
    anonymous: bool = False
    manages_topics: bool = True

    def card(self, in_forum: bool = False) -> Json:
        """Telegram's ChatMember."""
        card: Json = {"user": self.person.card(), "status": self.role}
        if self.role == "creator":
            card["is_anonymous"] = self.anonymous
        if self.role == "administrator":
            card |= dict.fromkeys(_RIGHTS, True)
            card |= {
                "can_be_edited": False,
                "is_anonymous": self.anonymous,
                "can_manage_topics": in_forum and self.manages_topics,
            }
        if self.role == "kicked":
            card["until_date"] = 0
        return card


@dataclass(slots=True)
class Chat:
    """A conversation with its messages. In a private chat the id is the person's."""

    id: int
    kind: Kind
    title: str | None = None
    person: Person | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    started: bool = False
    blocked: bool = False
    migrated_to: int | None = None
    keyboard: Json | None = None
    last_message_id: int = 0

    def card(self) -> Json:
        """Telegram's Chat."""
        if self.person is None:
            card: Json = {"id": self.id, "type": self.kind, "title": self.title}
            return card | {"is_forum": True} if self.is_forum else card
        names = self.person.card()
        shown: Json = {name: names[name] for name in ("first_name", "last_name", "username") if name in names}
        return {"id": self.id, "type": "private", **shown}

    def full_card(self) -> Json:
        """Telegram's ChatFullInfo, as far as a seat-filling bot reads it."""
        card = self.card() | {"accent_color_id": self.id % 7, "max_reaction_count": 11}
        gifts = (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        )
        card["accepted_gift_types"] = dict.fromkeys(gifts, False)
        if self.pinned:
            card["pinned_message"] = self.messages[self.pinned[-1]]
        return card

    def role(self, person_id: int) -> Role:
        """The person's role; whoever was never here has left."""
        member = self.members.get(person_id)
        return member.role if member else "left"

    def present(self) -> list[Member]:
        """Everyone who is in the chat now."""
        return [member for member in self.members.values() if member.role in PRESENT]
