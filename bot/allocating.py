"""`allocate`: a file in, a document out; no database, no Telegram."""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from ctypes import CDLL
from pathlib import Path
from time import perf_counter
from typing import Any

from engine.rules.allocation import InputWrong, SolverFailed, allocate
from engine.rules.allocation.document import read, write

__all__ = ["FileWrong", "SolverFailed", "allocate_file", "write_whole"]


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
        start = perf_counter()
        with silent_output():
            allocation = allocate(problem)
        seconds = round(perf_counter() - start, 3)
    except InputWrong as wrong:
        raise FileWrong(str(wrong)) from None
    written = write(problem, allocation)
    written["metrics"]["seconds"] = seconds
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


@contextmanager
def silent_output() -> Iterator[None]:
    """What a solver prints by itself, past Python, goes to standard error: standard output is the document's alone."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        CDLL(None).fflush(None)  # C has its own buffer, which would come out later
        os.dup2(kept, 1)
        os.close(kept)


def write_whole(written: str | bytes, path: Path) -> None:
    """The file is there whole or not at all: written beside it, then put in its place."""
    content = written.encode() if isinstance(written, str) else written
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a pipe or a device has no place to be put in
        return
    path = path.resolve()  # what a link points to is replaced, not the link
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError as wrong:
        raise FileWrong(f"{path}: {wrong.strerror}") from None
    finally:
        new.unlink(missing_ok=True)


def _parsed(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as wrong:
        raise FileWrong(f"{path}: this is no JSON: {wrong}") from None
