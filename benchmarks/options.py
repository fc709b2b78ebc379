"""What the command line asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`people` take part in each reading of the rushes; `rounds` readings make a median."""

    people: int = 2000
    rounds: int = 3
