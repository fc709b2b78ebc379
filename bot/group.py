"""The account's admin group."""

from collections.abc import Awaitable, Callable

Speaks = Callable[[], Awaitable[str | None]]


class Group:
    """The account's admin group: its chat, which it follows when Telegram gives it a new id, and `keep`s; and the
    language in which it is spoken to, which `speaks` tells anew, as it may be chosen on another replica."""

    def __init__(
        self, chat_id: int | None, language: str, keep: Callable[[int, int], Awaitable[None]], speaks: Speaks
    ) -> None:
        self.chat_id = chat_id
        self.language = language
        self.changed: Callable[[], None] = lambda: None
        """Told of another language."""
        self._keep = keep
        self._speaks = speaks

    async def moved(self, old: int, new: int) -> None:
        """A group became a supergroup."""
        if old == self.chat_id:
            self.chat_id = new
            await self._keep(old, new)

    async def listen(self) -> str:
        """The language that holds now."""
        language = await self._speaks()
        if language is not None and language != self.language:
            self.language = language
            self.changed()
        return self.language
