"""The garbage collector waits for a large document, whatever becomes of it."""

import gc

import pytest

from engine.rules.allocation.collector import undisturbed


def test_it_waits_and_goes_on() -> None:
    assert gc.isenabled()
    assert not undisturbed(gc.isenabled)()
    assert gc.isenabled()


def test_it_goes_on_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError):
        undisturbed(lambda: 1 // 0)()
    assert gc.isenabled()


def test_what_somebody_else_has_stopped_stays_stopped() -> None:
    gc.disable()
    try:
        undisturbed(undisturbed(gc.isenabled))()
        assert not gc.isenabled()
    finally:
        gc.enable()
