"""A month's allocation proved from its export alone: the seed is the one whose hash was posted, the input is the one
that the version was made of, and both come to exactly what the file says. Whoever has the file can do it.

What is proved: seed, input, output, placements, who went short, results with their ledger, and the order of those who
were put in line. Names, times of events, bookings as they stand now and who tapped are told, and not proved. So is who
had booked all that they wanted by themselves: they are in no draw, and so in no input. Of their results only the sums
are held against each other.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from engine.planning import BOOKED, Document
from engine.rules.allocation.document import ENGINE_VERSION
from engine.rules.allocation.problem import InputWrong, SolverFailed
from engine.rules.finalizing import credit_of
from engine.rules.run_fixing import Allocate, lot, solve
from engine.rules.run_input import JUDGED, hash_of_input

FORMAT = "nextseat-month-2"
EARLIER = {"allocation-1": "nextseat-month-1"}
"""Methods of before, and the kind of file that theirs is: it stays what it was, however late it is written."""
METHOD = re.compile(r"allocation-\d+")
INPUT = {*JUDGED, "kept", "strategy", "order"}
GIVEN = ("person", "wanted", "got", "reason", "credit_before", "credit")
WRONG = (ArithmeticError, AttributeError, InputWrong, LookupError, SolverFailed, TypeError, ValueError)
"""What the computation of something that is no input ends in."""

Row = Mapping[str, Any]
Runs = Mapping[int, tuple[str, Row]]
"""Each version by its number, with its path in the file."""


class NoExport(Exception):
    """Nothing can be proved from this; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Difference:
    """At `path` the file says something, and it should say what was found."""

    path: str
    said: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}: the file says {self.said}, and it is {self.found}"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked at, and every difference; without any, all of it is proved. `versions`: those computed again,
    this one and the ones that it was built on. `part`: the file shows only a part of the month."""

    month: str
    number: int
    seed_hash: str
    input_hash: str
    people: int
    sessions: int
    placements: int
    unplaced: int
    results: int
    lines: int
    versions: tuple[int, ...]
    part: bool
    differences: tuple[Difference, ...]


def format_of(output: Row | None) -> str:
    """The kind of a file about a version that has come to this."""
    return EARLIER.get((output or {}).get("engine_version", ""), FORMAT)


def verify(document: object, allocate: Allocate) -> Proof:
    """The proof of a JSON export. Raises NoExport for anything else, for an export whose seed is not published, for one
    of a version that was never booked, and for one that another method has computed.

    What stands in the file is first held against its hashes; only an input that is the one hashed is computed again.
    """
    export = _export(document)
    runs, found = _runs(export)
    _check_booked(export["run"], runs)
    chain = _chain(export["run"], runs, found)
    _check_method(chain)
    found += [*_sealed(export["period"], chain), *_final(export, runs)]
    for path, run in chain:
        found += _input(path, run, runs, export["period"]["month"])
    if found:
        return _proof(export, chain, found)
    seed = export["period"]["seed"]
    for path, run in reversed(chain):
        found += _output(path, run, seed, allocate)
    return _proof(export, chain, found or _tables(export, chain[0][1], seed))


def _export(document: object) -> dict[str, Any]:
    if not isinstance(document, dict) or "format" not in document:
        raise NoExport("this is no export of a month")
    if document["format"] != FORMAT:
        raise NoExport(f"this is an export of another kind ({shown(document['format'])}, not {FORMAT})")
    wanted = {"period": dict, "run": int, "runs": list, "placements": list, "unplaced": list, "results": list}
    missing = [key for key, kind in (wanted | {"lines": list}).items() if type(document.get(key)) is not kind]
    if missing == ["run"] and document.get("run", "") is None:
        raise NoExport("no version of this month has been computed yet")
    texts = [key for key in ("month", "seed_hash") if not isinstance(_of(document.get("period"), key), str)]
    if missing or texts:
        raise NoExport(f"this export is damaged: look at {', '.join([*missing, *texts])}")
    if not isinstance(_of(document["period"], "seed"), str):
        raise NoExport(
            "this month is not final: its seed is published once it is, and the draw can be checked then"
        )
    return document


def _of(value: object, key: str) -> object:
    """None also for what has no keys."""
    return value.get(key) if isinstance(value, dict) else None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def shown(value: object) -> str:
    """As the file has it, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, default=list)
    return text if len(text) <= 100 else f"{text[:99]}…"


def same(one: object, other: object) -> bool:
    """As JSON: 1 is not 1.0 and not true."""
    if type(one) is type(other) and isinstance(one, str | int):
        return one == other
    return json.dumps(one, sort_keys=True, default=list) == json.dumps(other, sort_keys=True, default=list)


# ------------------------------------------------------------------------------------------------ seed and input


def _runs(export: Row) -> tuple[Runs, list[Difference]]:
    found: dict[int, tuple[str, Row]] = {}
    wrong = []
    for at, run in enumerate(export["runs"]):
        number = run.get("number") if isinstance(run, dict) else None
        if type(number) is not int or number in found:
            wrong.append(Difference(f"runs[{at}]", shown(number), "a number of its own"))
        else:
            found[number] = f"runs[{at}]", run
    return found, wrong


def _check_booked(number: int, runs: Runs) -> None:
    """Nobody got a place from any version but the final one, so none of the others is what a month has come to."""
    own = runs[number][1] if number in runs else {}
    finals = [each for each, (_, run) in runs.items() if run.get("final") is True]
    if own.get("status") == "done" and own.get("final") is False and len(finals) == 1:
        raise NoExport(
            f"version {number} was never booked: version {finals[0]} is the final one of its month"
        )


def _chain(number: int, runs: Runs, found: list[Difference]) -> list[tuple[str, Row]]:
    """The version and those that it was built on, itself first."""
    chain: list[tuple[str, Row]] = []
    path, wanted = "run", number
    while True:
        if wanted not in runs:
            found.append(Difference(path, str(wanted), "a version that is in the file"))
            return chain
        at, run = runs[wanted]
        if run.get("status") != "done":
            found.append(Difference(f"{at}.status", shown(run.get("status")), '"done"'))
        chain.append((at, run))
        base = run.get("base")
        if base is None:
            return chain
        if type(base) is not int or base >= wanted:
            found.append(Difference(f"{at}.base", shown(base), "an earlier version"))
            return chain
        path, wanted = f"{at}.base", base


def _check_method(chain: Iterable[tuple[str, Row]]) -> None:
    """What another method has come to is no lie: only that one can tell."""
    for _, run in chain:
        made = _of(run.get("output"), "engine_version")
        if isinstance(made, str) and METHOD.fullmatch(made) and made != ENGINE_VERSION:
            raise NoExport(
                f"version {run.get('number')} of this month was computed by {made}, and this is {ENGINE_VERSION}: "
                "take the version of this project that computed it"
            )


def _sealed(period: Row, chain: Iterable[tuple[str, Row]]) -> Iterator[Difference]:
    seal = hashlib.sha256(period["seed"].encode()).hexdigest()
    if period["seed_hash"] != seal:
        yield Difference(
            "period.seed", f"{shown(period['seed'])} under {shown(period['seed_hash'])}", f'"{seal}"'
        )
    for path, run in chain:
        if run.get("seed_hash") != period["seed_hash"]:
            yield Difference(f"{path}.seed_hash", shown(run.get("seed_hash")), shown(period["seed_hash"]))


def _final(export: Row, runs: Runs) -> Iterator[Difference]:
    """A published seed belongs to a final month, and that has one final version."""
    if export["period"].get("status") != "final":
        yield Difference("period.status", shown(export["period"].get("status")), '"final"')
    for path, run in runs.values():
        if type(run.get("final")) is not bool:
            yield Difference(f"{path}.final", shown(run.get("final")), "true or false")
    finals = sum(run.get("final") is True for _, run in runs.values())
    if finals != 1:
        yield Difference("runs", f"{finals} final versions", "one")


def _input(path: str, run: Row, runs: Runs, month: str) -> Iterator[Difference]:
    """Whether the version was made of this input."""
    given = run.get("input")
    if not isinstance(given, dict) or given.keys() != INPUT:
        yield Difference(f"{path}.input", "other parts", ", ".join(sorted(INPUT)))
        return
    computed = hash_of_input(given)
    if run.get("input_hash") != computed:
        yield Difference(f"{path}.input", f"the hash {shown(run.get('input_hash'))}", f'"{computed}"')
        return
    for name, key in (("strategy", "strategy"), ("order", "ordering")):
        if not same(given[name], run.get(key)):
            yield Difference(f"{path}.input.{name}", shown(given[name]), shown(run.get(key)))
    base = run.get("base")
    kept = _kept(runs[base][1]) if type(base) is int and base in runs else []
    if not same(given["kept"], kept):
        yield Difference(f"{path}.input.kept", shown(given["kept"]), shown(kept))
    others = sorted({str(_of(each, "starts_at"))[:7] for each in _listed(given["sessions"])} - {month})
    if others:
        yield Difference("period.month", shown(month), ", ".join(others))


def _kept(base: Row) -> object:
    """What an earlier version has placed, as an input keeps it; None where it does not say."""
    placed = _of(_of(base, "output"), "placements")
    if not isinstance(placed, list):
        return None
    pairs = sorted((str(_of(each, "person")), str(_of(each, "session"))) for each in placed)
    return [{"person": person, "session": session} for person, session in pairs]


# ------------------------------------------------------------------------------------------------ output


def _output(path: str, run: Row, seed: str, allocate: Allocate) -> Iterator[Difference]:
    """Whether the input and the seed come to this."""
    place, said = f"{path}.output", run.get("output")
    if not isinstance(said, dict):
        yield Difference(place, shown(said), "what the version has come to")
        return
    try:
        computed = solve(run["input"], seed, allocate)
    except WRONG as wrong:
        yield Difference(
            place, "an outcome", f"nothing that can be computed ({type(wrong).__name__}: {wrong})"
        )
        return
    yield from _rows(
        f"{place}.placements", said.get("placements"), computed["placements"], ("person", "session")
    )
    yield from _rows(f"{place}.unplaced", said.get("unplaced"), computed["unplaced"], ("person",))
    for key in sorted((said.keys() | computed.keys()) - {"placements", "unplaced"}):
        if not same(said.get(key), computed.get(key)):
            yield Difference(f"{place}.{key}", shown(said.get(key)), shown(computed.get(key)))
    for key, right in (("metrics", computed["metrics"]), ("short", len(computed["unplaced"]))):
        if not same(run.get(key), right):
            yield Difference(f"{path}.{key}", shown(run.get(key)), shown(right))


def _rows(
    path: str,
    said: object,
    wanted: Iterable[Row],
    key: tuple[str, ...],
    *,
    part: bool = False,
    more: bool = False,
) -> Iterator[Difference]:
    """Rows by their key, whatever their order. `part`: some may be missing; `more`: they may say more."""
    if not isinstance(said, list):
        yield Difference(path, shown(said), "rows")
        return
    left = {tuple(row[name] for name in key): row for row in wanted}
    for at, row in enumerate(said):
        own = tuple(row.get(name) for name in key) if isinstance(row, dict) else ()
        right = left.pop(own, None) if all(isinstance(each, str) for each in own) else None
        if right is None:
            yield Difference(f"{path}[{at}]", shown(row), "not there, or there twice")
            continue
        names = right.keys() if more else right.keys() | row.keys()
        for name in sorted(names):
            if not same(row.get(name), right.get(name)):
                yield Difference(f"{path}[{at}].{name}", shown(row.get(name)), shown(right.get(name)))
    for row in () if part else left.values():
        yield Difference(path, "nothing", shown(row))


# ------------------------------------------------------------------------------------------------ what was made of it


def _tables(export: Row, run: Row, seed: str) -> list[Difference]:
    """The tables of the file against the output, which is proved by now."""
    output, people = run["output"], {each["id"]: each for each in run["input"]["people"]}
    part = bool(export.get("filter"))
    placed = [{**each, "seats": people[each["person"]]["seats"]} for each in output["placements"]]
    found = [
        *_rows("placements", export["placements"], placed, ("person", "session"), part=part, more=True),
        *_rows("unplaced", export["unplaced"], output["unplaced"], ("person",), part=part, more=True),
    ]
    if found:
        return found
    found += _booked(export["placements"])
    given = [*results(run["input"], output), *_own(export["results"], people)]
    found += _rows("results", export["results"], given, ("person",), part=part, more=True)
    return found if found or part else [*_lines(export, people, seed)]


def _booked(placements: Iterable[Row]) -> Iterator[Difference]:
    for at, row in enumerate(placements):
        if not row.get("booking"):
            yield Difference(
                f"placements[{at}].booking", shown(row.get("booking")), "the number of a booking"
            )


def results(given: Document, output: Document) -> Iterator[Row]:
    """What everybody of the input was told, and their ledger before and after."""
    why = {each["person"]: each["reason"] for each in output["unplaced"]}
    got: dict[str, int] = {}
    for each in output["placements"]:
        got[each["person"]] = got.get(each["person"], 0) + 1
    for person in given["people"]:
        own, before = person["id"], person["credit"]
        reason, had = why.get(own, "placed"), got.get(own, 0)
        after = credit_of(before, reason, had + person.get("booked", 0))
        yield dict(zip(GIVEN, (own, person["count"], had, reason, before, after), strict=True))


def _own(said: Iterable[Row], people: Mapping[str, Row]) -> Iterator[Row]:
    """Whoever had booked all that they wanted is in no draw: what they wanted and their ledger before it are told."""
    for row in said:
        own, before = _of(row, "person"), _of(row, "credit_before")
        if not isinstance(own, str) or type(before) is not int:
            continue
        if _of(row, "reason") == BOOKED and own not in people:
            after = credit_of(before, BOOKED, 1)
            yield dict(zip(GIVEN, (own, row.get("wanted"), 0, BOOKED, before, after), strict=True))


def _lines(export: Row, people: Mapping[str, Row], seed: str) -> Iterator[Difference]:
    """Whoever was put in line wished for it, and stands there by priority, months without a place, and the draw."""
    for at, row in enumerate(export["results"]):
        if type(row.get("joined")) is not bool:
            yield Difference(f"results[{at}].joined", shown(row.get("joined")), "true or false")
        elif row["joined"] and row["person"] not in people:
            yield Difference(f"results[{at}].joined", "true", "false")
    wanted: dict[str, list[str]] = {}
    drawn = (row for row in export["results"] if row["person"] in people)
    joined = {row["person"]: row for row in drawn if row.get("joined") is True}
    for own in sorted(
        joined, key=lambda one: (-people[one]["priority"], -people[one]["credit"], lot(seed, one))
    ):
        event, row = joined[own].get("event"), joined[own]
        if row["got"] >= row["wanted"] or all(event not in group for group in people[own]["wishes"]):
            yield Difference(
                f"results[{export['results'].index(row)}].event", shown(event), "no wish that is left"
            )
        else:
            wanted.setdefault(event, []).append(own)
    rows = [{"session": session, "people": line} for session, line in wanted.items()]
    yield from _rows("lines", export["lines"], rows, ("session",))


def _proof(export: Row, chain: list[tuple[str, Row]], found: list[Difference]) -> Proof:
    run = chain[0][1] if chain else {}
    given = run.get("input") if not found else None
    return Proof(
        month=export["period"]["month"],
        number=export["run"],
        seed_hash=export["period"]["seed_hash"],
        input_hash=str(run.get("input_hash", "")),
        people=len(given["people"]) if given else 0,
        sessions=len(given["sessions"]) if given else 0,
        placements=len(export["placements"]),
        unplaced=len(export["unplaced"]),
        results=len(export["results"]),
        lines=len(export["lines"]),
        versions=tuple(sorted(each["number"] for _, each in chain)),
        part=bool(export.get("filter")),
        differences=tuple(found),
    )
