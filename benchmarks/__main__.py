"""`python -m benchmarks [NAME]`: all benchmarks, or the one named; `--help` says what can be chosen."""

import argparse
import asyncio
import json
import platform
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks import (
    backfill,
    decide,
    expire,
    month,
    month_results,
    page,
    pipe,
    refill,
    rush,
    splitter,
    start,
)
from benchmarks.figures import Row, table
from benchmarks.options import QUICK, Options
from benchmarks.stores import KINDS, Stores, opened

RESULTS = Path(__file__).with_name("results")
Benchmark = Callable[[Stores, str, Options], Awaitable[list[Row]]]
BENCHMARKS: dict[str, Benchmark] = {
    "rush": rush.run,
    "pipe": pipe.run,
    "decide": decide.run,
    "refill": refill.run,
    "backfill": backfill.run,
    "expire": expire.run,
    "page": page.run,
    "splitter": splitter.run,
    "month": month.run,
    "results": month_results.run,
    "start": start.run,
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Figures as ratios to something measured in the same run."
    )
    made.add_argument("name", nargs="?", choices=tuple(BENCHMARKS), help="which one; all without it")
    made.add_argument("--database", choices=(*KINDS, "both"), default="both")
    made.add_argument(
        "--people", type=int, default=Options().people, help="how many in each reading of a rush"
    )
    made.add_argument("--rounds", type=int, default=Options().rounds, help="readings that make a median")
    made.add_argument(
        "--quick", action="store_true", help="seconds instead of minutes; only shows that it works"
    )
    made.add_argument("--json", type=Path, metavar="FILE", help="write all figures there, too")
    return made


async def measure(names: Sequence[str], kinds: Sequence[str], options: Options) -> dict[str, Any]:
    """Run them and print each table as it comes; everything as one document."""
    document: dict[str, Any] = {"python": platform.python_version(), "machine": platform.machine()}
    with opened() as stores:
        for name in names:
            document[name] = {}
            for kind in kinds:
                began = time.monotonic()
                rows = await BENCHMARKS[name](stores, kind, options)
                said = f"{name}, {kind} ({time.monotonic() - began:.0f} s)\n{table(rows)}\n"
                print(f"\n{said}", end="", flush=True)
                document[name][kind] = [row.document() for row in rows]
                if not options.quick:
                    _keep(f"{name}-{kind}", said, document[name][kind])
    return document


def _keep(name: str, said: str, rows: list[dict[str, Any]]) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.txt").write_text(said, encoding="utf-8")
    _write(RESULTS / f"{name}.json", {"python": platform.python_version(), "rows": rows})


def _write(path: Path, document: dict[str, Any]) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Exit 0 whether or not goals are met: a figure is no verdict on one machine's evening."""
    chosen = parser().parse_args(arguments)
    names = [chosen.name] if chosen.name else list(BENCHMARKS)
    kinds = KINDS if chosen.database == "both" else (chosen.database,)
    options = QUICK if chosen.quick else Options(chosen.people, chosen.rounds)
    document = asyncio.run(measure(names, kinds, options))
    if chosen.json is not None:
        _write(chosen.json, document)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
