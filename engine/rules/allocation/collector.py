"""Python's garbage collector, kept from looking again and again at millions of objects that all stay until the end: a
quarter of the time that reading or allocating a large document would take. What is freed at once still is."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def undisturbed(work: Callable[P, T]) -> Callable[P, T]:
    """The same without collections meanwhile, if there were any before."""

    @wraps(work)
    def alone(*args: P.args, **kwargs: P.kwargs) -> T:
        if not gc.isenabled():
            return work(*args, **kwargs)
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            gc.enable()

    return alone
