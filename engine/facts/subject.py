"""Whose version a fact steps."""

from typing import Literal

Subject = Literal[
    "event",
    "booking",
    "entry",
    "offer",
    "hold",
    "request",
    "service",
    "account",
    "period",
    "wish",
    "friendship",
    "run",
    "adjustment",
    "result",
    "repair",
    "lock",
    "unlock",
]
