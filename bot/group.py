"""The account's admin group."""

from collections.abc import Awaitable, Callable


class Group:
    """The account's admin group: its chat and language; follows the group when Telegram gives it a new id, and `keep`s
    both."""

    def __init__(
        self, chat_id: int | None, language: str, keep: Callable[[int, int], Awaitable[None]]
    ) -> None:
        self.chat_id = chat_id
        self.language = language
        self._keep = keep

    async def moved(self, old: int, new: int) -> None:
        """A group became a supergroup."""
        if old == self.chat_id:
            self.chat_id = new
            await self._keep(old, new)
