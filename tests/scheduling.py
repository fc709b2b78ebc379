"""Which tests run in the same process because they share something that takes seconds to start.

xdist has groups of its own for that, but since pytest 9.2 keeps ids of tests as objects, its way of marking them in the
id has no effect any more.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

SHARED = ("tests/demo/test_stage.py::", "tests/page/")
"""Beginnings of test ids: all tests with the same one share a demo, or a demo and a browser."""


class Together(LoadScopeScheduling):
    """Gives every test to whichever process is free, and those that belong together to one."""

    def _split_scope(self, nodeid: str) -> str:
        return next((beginning for beginning in SHARED if nodeid.startswith(beginning)), nodeid)
