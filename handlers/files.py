"""Files that an admin drops into the group: what becomes of them, in values that cards are made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from engine.catalogue import Known

Values = Mapping[str, object]
Template = Literal["events.csv", "events.xlsx", "participants.csv", "catalogue.yaml"]


@dataclass(frozen=True, slots=True)
class Attached:
    """A document as the message tells of it; `size` in bytes, None when Telegram does not say."""

    file_id: str
    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Uploader:
    """Who brought a file or decides about it: Telegram's user id, and the name for the history."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something wrong in a file: at `line`, at `path`, where `found` stands. `key` and `values` say what would be
    right; with `conflict` what stands in the database against it."""

    line: int | None
    path: str
    found: str
    key: str
    values: Values = field(default_factory=dict)
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Mistakes:
    """A file that cannot be imported. Nothing was written."""

    name: str
    found: Sequence[Mistake]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is made or becomes another. `key` and `values` are its sentence; without a key `text` says it, in
    the words of the file."""

    text: str = ""
    key: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Warned:
    """Something that may be meant so, and is strange."""

    line: int | None
    key: str
    values: Values


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would do, or with `done` has done. `afresh`: something has changed since it was shown, so that it
    does something else. `offered` and `booked` places in line are served because of it."""

    pending_id: int
    name: str
    made: int
    changed: int
    unchanged: int
    changes: Sequence[Change]
    warnings: Sequence[Warned] = ()
    offered: int = 0
    booked: int = 0
    afresh: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """Somebody was faster: it is imported or discarded already."""

    name: str
    imported: bool
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Listed:
    """A service with the number of its events that are still to come."""

    code: str
    names: Mapping[str, str]
    events: int


class Imports(Protocol):
    """What becomes of files. All raise Refusal for one that cannot be fetched or is not ours."""

    async def receive(self, file: Attached, by: Uploader) -> Preview | Mistakes:
        """A dry run; it waits for a tap, unless something is wrong with it."""
        ...

    async def confirm(self, pending_id: int, by: Uploader) -> Preview | Mistakes | Ended:
        """Write it, all or nothing, if it still does what was shown. Raises ButtonStale."""
        ...

    async def discard(self, pending_id: int, by: Uploader) -> Ended | None:
        """Forget it; None when that was done now. Raises ButtonStale."""
        ...

    async def compose(self, document: str, name: str, by: Uploader) -> Preview | Mistakes:
        """The same as `receive` for a catalogue in JSON that was put together here; `name` is what the history says."""
        ...

    async def known(self) -> Known:
        """What a part of a catalogue is judged against."""
        ...

    async def services(self) -> Sequence[Listed]:
        """The services of the account, by code."""
        ...

    async def template(self, name: Template) -> bytes:
        """A file with all there is, to be changed and sent back."""
        ...
