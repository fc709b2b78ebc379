"""`verify`: an export in, what is proved out; no database, no Telegram."""

import json
from pathlib import Path
from typing import Any

from bot.allocating import silent_output
from engine.rules.proof import NoExport, Proof, verify
from engine.services.runs import allocate

__all__ = ["NoExport", "verify_file"]

MOST = 20
"""Differences that are told to people; a document has them all."""


def verify_file(path: Path, seal: str | None) -> dict[str, Any]:
    """A report: `lines` for people, `problems` (empty when all is proved), and what was looked at. `seal` is the one
    that was posted. Raises NoExport for anything but the export of a final month, OSError for a file that cannot be
    read."""
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as wrong:
        raise NoExport(f"this is no JSON: {wrong}") from None
    with silent_output():
        proof = verify(document, allocate)
    problems = [{"path": d.path, "said": d.said, "found": d.found} for d in proof.differences]
    lines = [str(found) for found in proof.differences]
    if seal is not None and seal.strip().lower() != proof.seed_hash:
        problems.insert(0, {"path": "period.seed_hash", "said": proof.seed_hash, "found": seal})
        lines.insert(0, f"period.seed_hash: the file says {proof.seed_hash}, and {seal} was posted")
    return {
        "lines": [
            f"{proof.month}, version {proof.number}",
            *(_wrong(lines) if problems else _proved(proof, seal)),
        ],
        "problems": problems,
        "month": proof.month,
        "version": proof.number,
        "versions": proof.versions,
        "seed_hash": proof.seed_hash,
        "input_hash": proof.input_hash,
        "part": proof.part,
        "people": proof.people,
        "sessions": proof.sessions,
        "placements": proof.placements,
        "unplaced": proof.unplaced,
        "results": proof.results,
        "lines_checked": proof.lines,
    }


def _wrong(lines: list[str]) -> list[str]:
    more = [f"… and {len(lines) - MOST} more (--json has all)"] if len(lines) > MOST else []
    count = f"{len(lines)} difference{'s' if len(lines) != 1 else ''}"
    return [f"NOT proved: {count}", *lines[:MOST], *more]


def _proved(proof: Proof, seal: str | None) -> list[str]:
    """What holds, and what only the reader can see for themselves."""
    posted = " and the one that you gave" if seal is not None else ""
    lines = [
        f"proved: the number (seed) is the one behind the seal {proof.seed_hash}{posted}",
        f"proved: the input is the one that was hashed: {proof.people} people, {proof.sessions} dates",
        f"proved: number and input come to this very allocation, computed again just now{_built(proof)}",
        f"proved: {proof.placements} placements, and {proof.unplaced} people with less than they wanted, and why",
    ]
    if proof.results:
        lines.append(f"proved: what {proof.results} people were told, and their months without a place")
    if proof.lines:
        lines.append(f"proved: those put in line ({proof.lines} lines) stand in the order of the draw")
    if proof.part:
        lines.append("this file shows a part of the month: what it leaves out was not looked at")
    lines += [
        "nothing differs",
        f"look for yourself: your wishes are in the input (its hash is {proof.input_hash})",
    ]
    if seal is None:
        lines.append(
            "look for yourself: the seal is the one that was posted when wishes opened (or give it: --seal)"
        )
    return lines


def _built(proof: Proof) -> str:
    earlier = [str(number) for number in proof.versions if number != proof.number]
    return f", and so do the versions that it was built on ({', '.join(earlier)})" if earlier else ""
