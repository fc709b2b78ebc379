"""Small random inputs of the allocation, for Hypothesis: with all rules, or so simple that they are a flow."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]
DAYS = ("01", "02", "08")
HOURS = ("18:00", "18:30", "20:00")


@st.composite
def full(draw: st.DrawFn) -> Document:
    """Up to five people and four sessions, and every rule of the contract; at times everybody wants one session, and
    only parties and friends make it hard."""
    sessions = [_session(draw, f"s{number}") for number in range(draw(st.integers(1, 4)))]
    names = [f"p{number}" for number in range(draw(st.integers(1, 5)))]
    most = draw(st.sampled_from((1, 3)))
    return {
        "sessions": draw(st.permutations(sessions)),
        "people": draw(st.permutations([_person(draw, name, names, sessions, most) for name in names])),
        "conflicts": draw(_conflicts(sorted(session["id"] for session in sessions))),
        **draw(_how()),
    }


@st.composite
def simple(draw: st.DrawFn, *, equal: bool = False) -> Document:
    """Everybody wants one session, for one. `equal`: nobody stands before another."""
    sessions = [
        {"id": f"s{number}", "capacity": draw(st.integers(0, 3))} for number in range(draw(st.integers(1, 4)))
    ]
    people = []
    for number in range(draw(st.integers(1, 6))):
        person = {"id": f"p{number}", **draw(_wishes(sessions, ties=False))}
        if not equal:
            person |= {"priority": draw(st.integers(0, 1)), "credit": draw(st.integers(0, 2))}
        people.append(person)
    return {"sessions": sessions, "people": people, **draw(_how())}


def _how() -> st.SearchStrategy[Document]:
    return st.fixed_dictionaries(
        {
            "strategy": st.sampled_from(("balanced", "fast_fill")),
            "seed": st.sampled_from(("x", "é", "2026-12")),
        }
    )


def _session(draw: st.DrawFn, name: str) -> Document:
    session: Document = {"id": name, "capacity": draw(st.integers(0, 5)), "minimum": draw(st.integers(0, 3))}
    if draw(st.booleans()):
        day, hour = draw(st.sampled_from(DAYS)), draw(st.sampled_from(HOURS))
        session["starts_at"] = f"2026-12-{day}T{hour}:00+01:00"
        session["ends_at"] = f"2026-12-{day}T21:00:00+01:00"
    return session


def _person(draw: st.DrawFn, name: str, names: list[str], sessions: list[Document], most: int) -> Document:
    person: Document = {
        "id": name,
        **draw(_wishes(sessions, ties=True)),
        "count": draw(st.integers(1, most)),
        "seats": draw(st.sampled_from((1, 1, 1, 2, 3))),
        "priority": draw(st.integers(0, 1)),
        "credit": draw(st.integers(0, 2)),
    }
    for limit in ("per_day", "per_week"):
        if draw(st.booleans()):
            person[limit] = draw(st.integers(1, 2))
    others = [other for other in names if other != name]
    if draw(st.booleans()) and others:
        friends: list[str] = draw(st.lists(st.sampled_from(others), unique=True, max_size=2))
        person["with"] = friends
    return person


@st.composite
def _wishes(draw: st.DrawFn, sessions: list[Document], *, ties: bool) -> Document:
    """Best first, with values that fall; at times two are equally welcome."""
    wished: list[str] = draw(st.lists(st.sampled_from([session["id"] for session in sessions]), unique=True))
    values = sorted((draw(st.integers(1, 20)) for _ in wished), reverse=True)
    worth = dict(zip(wished, values, strict=True))
    if ties and len(wished) > 1 and draw(st.booleans()):
        worth[wished[1]] = worth[wished[0]]
        return {"wishes": [wished[:2], *wished[2:]], "values": worth}
    return {"wishes": wished, "values": worth}


def _conflicts(names: list[str]) -> st.SearchStrategy[list[list[str]]]:
    pairs = [[one, other] for one in names for other in names if one < other]
    if not pairs:
        return st.just([])
    return st.lists(st.sampled_from(pairs), max_size=2, unique_by=tuple)
