"""An allocation that anybody can follow: one after another by (priority, credit, lot), each the best that is left."""

import hashlib
from typing import Any

from engine.planning import Document
from engine.rules.run_fixing import Slot, rank_of


def greedy(problem: Document) -> dict[str, Any]:
    """The document's allocation. Company is served together; a session below its minimum is not held."""
    shut: set[str] = set()
    while True:
        made = _serve(problem, shut)
        missed = {
            each["id"]
            for each in problem["sessions"]
            if each["id"] not in shut and 0 < _taken(problem, made, each["id"]) < each["minimum"]
        }
        if not missed:
            return {
                "placements": made,
                "unplaced": [*_short(problem, made)],
                "not_held": sorted(shut),
                "engine_version": "greedy",
            }
        shut |= missed


def _serve(problem: Document, shut: set[str]) -> list[dict[str, Any]]:
    slots = {each["id"]: Slot.of(each) for each in problem["sessions"]}
    left = {each["id"]: each["capacity"] for each in problem["sessions"] if each["id"] not in shut}
    got: dict[str, list[str]] = {}
    by_id = {person["id"]: person for person in problem["people"]}
    served: set[str] = set()
    for person in sorted(problem["people"], key=lambda p: (-p["priority"], -p["credit"], _lot(problem, p))):
        company = _company(by_id, person)
        if served & {each["id"] for each in company}:
            continue
        served |= {each["id"] for each in company}
        for session in (one for group in person["wishes"] for one in group):
            if session in left and _fits(slots, left, got, company, session):
                for each in company:
                    got.setdefault(each["id"], []).append(session)
                    left[session] -= each["seats"]
    return [
        {"person": p, "session": s, "rank": rank_of(by_id[p], s), "reason": "placed"}
        for p, had in got.items()
        for s in had
    ]


def _fits(slots: Any, left: Any, got: Any, company: list[Document], session: str) -> bool:
    return left[session] >= sum(each["seats"] for each in company) and all(
        len(got.get(each["id"], ())) < each["count"]
        and rank_of(each, session)
        and not any(slots[session].collides(slots[other], each) for other in got.get(each["id"], ()))
        for each in company
    )


def _company(by_id: dict[str, Document], person: Document) -> list[Document]:
    found, ahead = [person], [person]
    while ahead:
        one = ahead.pop()
        for other in (by_id[name] for name in one["with"] if one["id"] in by_id[name]["with"]):
            if other not in found:
                found.append(other)
                ahead.append(other)
    return found


def _lot(problem: Document, person: Document) -> bytes:
    return hashlib.sha256(f"{problem['seed']}:{person['id']}".encode()).digest()


def _taken(problem: Document, made: list[dict[str, Any]], session: str) -> int:
    seats = {person["id"]: person["seats"] for person in problem["people"]}
    return sum(seats[each["person"]] for each in made if each["session"] == session)


def _short(problem: Document, made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    found = []
    for person in problem["people"]:
        got = sum(each["person"] == person["id"] for each in made)
        if got < person["count"]:
            detail = {"session": person["wishes"][0][0], "ahead": 0}
            found.append(
                {
                    "person": person["id"],
                    "wanted": person["count"],
                    "got": got,
                    "reason": "full",
                    "detail": detail,
                }
            )
    return found
