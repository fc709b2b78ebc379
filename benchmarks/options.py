"""What the command line asks for."""

from dataclasses import dataclass

SMALLER = 50
LEAST = 10


@dataclass(frozen=True, slots=True)
class Options:
    """`people` take part in each reading of the rushes; `rounds` readings make a median. A quick run shows that a
    benchmark works; its figures mean nothing."""

    people: int = 2000
    rounds: int = 5
    quick: bool = False

    def size(self, full: int) -> int:
        """How many instead of `full`, so that a quick run takes seconds."""
        return max(full // SMALLER, LEAST) if self.quick else full


QUICK = Options(people=60, rounds=1, quick=True)
