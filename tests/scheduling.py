"""Which tests run in the same process: those that share something that takes seconds to start, and those that mostly
wait, one after another beside tests that keep a processor busy.

xdist has groups of its own for that, but since pytest 9.2 keeps ids of tests as objects, its way of marking them in the
id has no effect any more.
"""

from __future__ import annotations

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/demo/test_stage.py::", "tests/page/", "tests/e2e/")
"""Beginnings of test ids. All tests with the same one share a demo, or a demo and a browser, or are stories in which
Telegram takes one message a second: three of those side by side would leave the processors idle."""


class Together(LoadScopeScheduling):
    """Gives every test to whichever process is free, and those that belong together to one."""

    def _split_scope(self, nodeid: str) -> str:
        return next((beginning for beginning in TOGETHER if nodeid.startswith(beginning)), nodeid)
