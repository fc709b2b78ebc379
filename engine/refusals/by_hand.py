"""Of what an admin does for somebody else, or brings as a file."""

from dataclasses import dataclass

from engine.refusals.refusal import Refusal


@dataclass
class PersonUnreachable(Refusal):
    """The person has blocked the bot."""


@dataclass
class ReasonNeeded(Refusal):
    """An exceptional change needs a reason of `least` to `most` characters."""

    least: int
    most: int


@dataclass
class FileTooLarge(Refusal):
    """Files of up to `most` megabytes are read."""

    most: int


@dataclass
class FileOfOtherKind(Refusal):
    """By its name it is a table or a document, of a kind that is not read."""


@dataclass
class FileGone(Refusal):
    """Telegram does not hand the file out, or it is another one by now."""


@dataclass
class SeatsForPeople(Refusal):
    """`seats` is not a number from 1 to `most`."""

    most: int
