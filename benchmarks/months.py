"""The races of `month`: one document, allocated by the engine and by an anchor; the readings of both by name.

Raises Untrue where an output breaks a rule, or is better than what cannot be bettered."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from benchmarks import published, solvers
from benchmarks.processes import ROOT
from benchmarks.truth import Untrue
from engine.rules.allocation import allocate
from engine.rules.allocation.document import read, write
from tests.allocation.checker import Case, violations
from tests.allocation.instances import Document, chance
from tests.allocation.optimum import Worth, envy, worth

T = TypeVar("T")
Found = Mapping[str, float]
HIGHS_UP_TO = 10_000
"""People: beyond, HiGHS takes minutes for what a flow does in a second."""

# A process inherits the memory of the one that starts it, so a small one is put between.
MEASURE = (
    "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:]).returncode; "
    "used = resource.getrusage(resource.RUSAGE_CHILDREN); "
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024); sys.exit(code)"
)


def most(document: Document) -> Found:
    """As many seats as can be, for those of priority first, and then as much value: against the bare flow, and others
    where they end."""
    output, took, whole = allocated(document | {"strategy": "fast_fill"})
    first, weighted = _weighted(document)
    given = solvers.arcs(weighted)
    best, flow_took = timed(lambda: solvers.flow(given))
    found = {
        "most": took,
        "document to document": whole,
        "bare flow": flow_took,
        **_split("", first, worth(weighted, output)),
        **_split(" of the bare flow", first, best),
    }
    if worth(weighted, output) > best:
        raise Untrue(f"{worth(weighted, output)} is more than the optimum {best}")
    return found | _others(document, best[0])


def _weighted(document: Document) -> tuple[int, Document]:
    """Whoever has priority is worth more than all value together: how much, and the document with those values."""
    people = document["people"]
    first = 1 + sum(max(person["values"].values()) for person in people)
    weighed = [
        person
        | {"values": {wish: value + first * person["priority"] for wish, value in person["values"].items()}}
        for person in people
    ]
    return first, document | {"people": weighed}


def _split(whose: str, first: int, found: Worth) -> dict[str, float]:
    served, value = divmod(found[2], first)
    return {f"seats{whose}": found[0], f"people of priority{whose}": served, f"value{whose}": value}


def _others(document: Document, seats: int) -> dict[str, float]:
    """HiGHS on the relaxed programme, and fairpyx, both without priorities; as long as they end."""
    found: dict[str, float] = {}
    if len(document["people"]) <= HIGHS_UP_TO:
        relaxed, found["HiGHS"] = timed(lambda: solvers.exact(solvers.programme(document), relaxed=True))
        if relaxed[0] != seats:
            raise Untrue(f"HiGHS filled {relaxed[0]} seats, the flow {seats}")
    if published.INSTALLED and len(document["people"]) <= published.UP_TO:
        _, found["fairpyx"] = timed(published.utilitarian(document))
    return found


def fair(document: Document) -> Found:
    """Nobody is passed over for somebody of lower priority: against plain deferred acceptance."""
    output, took, _ = allocated(document | {"order": "fair"})
    draws = chance(str(document["seed"]))
    lots = {person["id"]: draws.random() for person in document["people"]}
    placed, plain = timed(lambda: solvers.deferred_acceptance(document, lots))
    filled, *_ = worth(document, output)
    return {
        "fair": took,
        "deferred acceptance": plain,
        "justified envy": len(envy(document, output)),
        "seats in fair order": filled,
        "seats of deferred acceptance": len(placed),
    }


def even(document: Document) -> Found:
    """More seats than people: how even it gets, and what of the value is given for that."""
    output, took, _ = allocated(document | {"strategy": "balanced"})
    case = Case(document, output)
    fills = [case.used[name] / session["capacity"] for name, session in case.sessions.items()]
    best = solvers.flow(solvers.arcs(document))
    seats, _, value = worth(document, output)
    if seats != best[0]:
        raise Untrue(f"{seats} of {best[0]} seats are filled")
    return {
        "balanced": took,
        "evenness": float(output["metrics"]["evenness"]),
        "least filled": min(fills),
        "value when balanced": value,
        "value when not": best[2],
    }


def full(document: Document) -> Found:
    """All rules: against HiGHS on the integer programme."""
    output, took, _ = allocated(document)
    best, exact_took = timed(lambda: solvers.exact(solvers.programme(document)))
    ours = worth(document, output)
    if ours[0] > best[0]:
        raise Untrue(f"{ours} is more than the optimum {best}")
    return {
        "all rules": took,
        "the integer programme": exact_took,
        "seats by all rules": ours[0],
        "seats of the programme": best[0],
        "people by all rules": ours[1],
        "people of the programme": best[1],
        "value by all rules": ours[2],
        "value of the programme": best[2],
    }


def command(document: Document) -> Found:
    """`allocate` as it is called, in a process of its own: its processor time, and the most memory it had."""
    with TemporaryDirectory() as folder:
        given, made = Path(folder, "in.json"), Path(folder, "out.json")
        given.write_text(json.dumps(document), encoding="utf-8")
        ours = [sys.executable, "-m", "bot", "allocate", str(given), "--out", str(made)]
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, *ours], cwd=ROOT, capture_output=True, text=True, check=True
        )
        seconds, megabytes = map(float, done.stdout.split()[-2:])
        _judge(document, json.loads(made.read_text(encoding="utf-8")))
    return {"the command": seconds, "memory of the command": megabytes}


def warm(*documents: Document) -> None:
    """Once before the clock runs: solvers are imported when they are needed; `command` has that in its time."""
    for document in documents:
        allocated(document)


def allocated(document: Document) -> tuple[Document, float, float]:
    """The output, judged; what the allocation took, and that with reading and writing."""
    problem, reading = timed(lambda: read(document))
    allocation, took = timed(lambda: allocate(problem))
    output, writing = timed(lambda: write(problem, allocation))
    _judge(document, output)
    return output, took, reading + took + writing


def timed(call: Callable[[], T]) -> tuple[T, float]:
    """What it returned, and the processor time it took."""
    gc.collect()
    start = time.process_time()
    found = call()
    return found, time.process_time() - start


def _judge(document: Document, output: Document) -> None:
    found = violations(document, output)
    if found:
        raise Untrue(f"{len(found)} violations: {found[:3]}")
