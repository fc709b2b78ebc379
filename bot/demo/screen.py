"""What is on everybody's phone, as text in a terminal: of all that is new or changed what there is to be read."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox import Shown
from bot.sandbox.rooms import Room

WIDTH = 92
BOLD, DIM, BLUE, GREEN, END = "\033[1m", "\033[2m", "\033[34m", "\033[32m", "\033[0m"


@dataclass
class Screen:
    """Prints; colours only where they are shown."""

    colours: bool = field(default_factory=lambda: sys.stdout.isatty())
    _seen: dict[tuple[int, int], str] = field(default_factory=dict)

    def title(self, text: str) -> None:
        """A step of the story."""
        print(f"\n{self._in(BOLD, text)}\n{self._in(DIM, '─' * min(len(text), WIDTH))}")

    def address(self, url: str) -> None:
        """Where the page is; it is the one thing to read, so nothing else is printed."""
        print(
            f"Open {self._in(BOLD, url)} in a browser. Ctrl-C ends the demo and leaves nothing behind.",
            flush=True,
        )

    def does(self, who: str, what: str) -> None:
        """Somebody types or taps."""
        print(f"  {self._in(BLUE, who)} {what}")

    def remark(self, text: str) -> None:
        """What the viewer should know."""
        print(f"  {self._in(DIM, text)}")

    async def look(
        self, room: Room, owner: str, bot_id: int, wanted: Callable[[Shown], bool] = lambda _: True
    ) -> None:
        """Print the newest such message, if the bot has written or changed it since the last look. Nobody scrolls back
        to the others, among them cards that have served."""
        newest: tuple[Shown, bool] | None = None
        for message in await room.messages():
            key = (message.chat_id, message.id)
            now = f"{message.text}\n{message.labels}"
            if message.sender_id == bot_id and self._seen.get(key) != now:
                newest = (message, key in self._seen) if wanted(message) else newest
                self._seen[key] = now
        if newest is not None:
            self._message(owner, newest[0], again=newest[1])

    def toast(self, text: str) -> None:
        """The line that shows for a moment after a tap."""
        if text:
            print(f"    {self._in(DIM, '(' + text + ')')}")

    def prints(self, text: str) -> None:
        """What a program has said."""
        for line in text.splitlines():
            print(f"    │ {line}")

    def _message(self, owner: str, message: Shown, *, again: bool) -> None:
        head = owner + (", the message changes" if again else "")
        print(f"    {self._in(GREEN, head)}")
        for line in message.text.splitlines():
            print(f"    │ {line}")
        for row in message.rows:
            print("    │ " + " ".join(f"[ {button.label} ]" for button in row))

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{END}" if self.colours else text
