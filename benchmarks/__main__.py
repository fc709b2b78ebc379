"""`python -m benchmarks [NAME] [--database sqlite|postgresql|both] [--people N] [--rounds N] [--json FILE]`"""

import argparse
import asyncio
import json
import platform
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import decide
from benchmarks.figures import Row, table
from benchmarks.options import Options
from benchmarks.stores import KINDS, Stores, opened

RESULTS = Path(__file__).with_name("results")
Benchmark = Callable[[Stores, str, Options], Awaitable[list[Row]]]
BENCHMARKS: dict[str, Benchmark] = {
    "decide": decide.run,
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    made.add_argument("name", nargs="?", choices=tuple(BENCHMARKS), help="which one; all without it")
    made.add_argument("--database", choices=(*KINDS, "both"), default="both")
    made.add_argument("--people", type=int, default=Options().people, help="how many in each reading of a rush")
    made.add_argument("--rounds", type=int, default=Options().rounds, help="readings that make a median")
    made.add_argument("--json", type=Path, metavar="FILE", help="write all figures there, too")
    return made


async def measure(names: Sequence[str], kinds: Sequence[str], options: Options) -> dict[str, Any]:
    """Run them and print each table as it comes; everything as one document."""
    document: dict[str, Any] = {"python": platform.python_version(), "machine": platform.machine()}
    with opened() as stores:
        for name in names:
            document[name] = {}
            for kind in kinds:
                start = time.monotonic()
                rows = await BENCHMARKS[name](stores, kind, options)
                print(f"\n{name}, {kind} ({time.monotonic() - start:.0f} s)\n{table(rows)}", flush=True)
                document[name][kind] = [row.document() for row in rows]
            _write(RESULTS / f"{name}.json", {name: document[name]})
    return document


def _write(path: Path, document: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Exit 0 whether or not goals are met: a figure is no verdict on one machine's evening."""
    chosen = parser().parse_args(arguments)
    names = [chosen.name] if chosen.name else list(BENCHMARKS)
    kinds = KINDS if chosen.database == "both" else (chosen.database,)
    document = asyncio.run(measure(names, kinds, Options(chosen.people, chosen.rounds)))
    if chosen.json is not None:
        _write(chosen.json, document)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
