"""Things that go wrong on purpose: for the next calls, or for a share of them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, get_args

from bot.sandbox.refusals import Json

FaultKind = Literal[
    "too_many_requests",  # 429; with retry_after, or without where it is None; nothing is done
    "server_error",  # an HTML page with status 500, 502, …; nothing is done
    "reset_before",  # the connection is reset; nothing is done
    "reset_after",  # it is done, then the connection is reset
    "delay",  # it is done after some seconds, whether or not the caller still waits
    "cut_body",  # it is done, the connection breaks in the middle of the answer
    "half_body",  # it is done, the answer ends early but is framed as if it were whole
    "error_after",  # it is done, the answer is an HTML page with status 502
    "away",  # nobody answers until the fault is lifted
]
KINDS: tuple[str, ...] = get_args(FaultKind)
BEFORE = ("too_many_requests", "server_error", "reset_before", "away")


@dataclass(slots=True)
class Fault:
    """One rule. Empty `methods` means every method, no `chat_id` every chat, no `times` until lifted."""

    id: int
    kind: FaultKind
    methods: frozenset[str] = frozenset()
    chat_id: int | None = None
    times: int | None = 1
    share: float = 1.0
    seed: int = 0
    retry_after: int | None = None
    status: int = 502
    seconds: float = 0.0
    struck: int = 0
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)

    def concerns(self, method: str, chat_id: str) -> bool:
        """Does this call match? With a share, the dice decide."""
        if self.methods and method.lower() not in self.methods:
            return False
        if self.chat_id is not None and str(self.chat_id) != chat_id:
            return False
        return self.share >= 1.0 or self.dice.random() < self.share

    def document(self) -> Json:
        """As JSON for the control endpoints."""
        shown = (
            "id",
            "kind",
            "chat_id",
            "times",
            "share",
            "seed",
            "retry_after",
            "status",
            "seconds",
            "struck",
        )
        return {name: getattr(self, name) for name in shown} | {"methods": sorted(self.methods)}


class Faults:
    """The rules in force; the first that matches a call strikes it."""

    def __init__(self) -> None:
        self._rules: list[Fault] = []
        self._ids = count(1)

    def add(self, kind: str, methods: tuple[str, ...] | list[str] = (), **more: object) -> Fault:
        """Put a rule in force. Raises ValueError for an unknown kind, TypeError for an unknown field."""
        if kind not in KINDS:
            raise ValueError(f"unknown fault {kind!r}; known: {', '.join(KINDS)}")
        if kind == "away" or "share" in more:
            more.setdefault("times", None)
        names = frozenset(method.lower() for method in methods)
        fault = Fault(next(self._ids), kind, names, **more)  # type: ignore[arg-type]
        self._rules.append(fault)
        return fault

    def lift(self, fault_id: int | None = None) -> None:
        """Take one rule, or all, out of force."""
        self._rules = [rule for rule in self._rules if fault_id is not None and rule.id != fault_id]

    def rules(self) -> list[Fault]:
        """What is in force."""
        return list(self._rules)

    def strike(self, method: str, chat_id: str) -> Fault | None:
        """The fault that hits this call, if any; it is used up by one."""
        for rule in self._rules:
            if rule.concerns(method, chat_id):
                rule.struck += 1
                if rule.times is not None:
                    rule.times -= 1
                    if rule.times <= 0:
                        self._rules.remove(rule)
                return rule
        return None
