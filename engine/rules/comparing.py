"""What is different between two runs: who is where else, who came in, who fell out."""

from dataclasses import dataclass

from engine.planning import Document


@dataclass(frozen=True, slots=True)
class Move:
    """One person's events in the one run and in the other, as far as they differ; an empty side means in or out."""

    person_id: int
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """People by what became of them, each by id. moved: another event, or more or fewer, with some in both runs. came
    in: had nothing before. fell_out: has nothing now."""

    moved: tuple[Move, ...]
    came_in: tuple[Move, ...]
    fell_out: tuple[Move, ...]


def compare(before: Document, after: Document) -> Comparison:
    """The two outputs, whatever order they are written in."""
    old, new = _events(before), _events(after)
    nobody: frozenset[int] = frozenset()
    moves = [
        (old.get(person, nobody), new.get(person, nobody), person)
        for person in sorted(old.keys() | new.keys())
        if old.get(person) != new.get(person)
    ]
    found = [
        (had, has, Move(person, tuple(sorted(had - has)), tuple(sorted(has - had))))
        for had, has, person in moves
    ]
    return Comparison(
        moved=tuple(move for had, has, move in found if had and has),
        came_in=tuple(move for had, _, move in found if not had),
        fell_out=tuple(move for _, has, move in found if not has),
    )


def _events(output: Document) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = {}
    for each in output["placements"]:
        found.setdefault(int(each["person"]), set()).add(int(each["session"]))
    return {person: frozenset(events) for person, events in found.items()}
