"""`allocate`: a file in, a document out; no database, no Telegram."""

import json
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from engine.rules.allocation import InputWrong, allocate
from engine.rules.allocation.document import read, write


class FileWrong(Exception):
    """The file cannot be allocated; the sentence says where and why."""


def allocate_file(path: Path, instead: Mapping[str, str]) -> str:
    """The document of the allocation as text; `instead` replaces what the file says. Only `seconds` differs from run to
    run: how long the computation took."""
    document = _parsed(path)
    if not isinstance(document, dict):
        raise FileWrong(f"{path}: an object is needed")
    try:
        problem = read({**document, **instead})
    except InputWrong as wrong:
        raise FileWrong(str(wrong)) from None
    start = perf_counter()
    allocation = allocate(problem)
    seconds = round(perf_counter() - start, 3)
    written = write(problem, allocation)
    written["metrics"]["seconds"] = seconds
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise FileWrong(f"{path}: this is no JSON: {wrong}") from None
