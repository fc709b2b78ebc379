"""The same bytes wherever it is computed: other ways of the solver, other hashes, another order of the file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from random import Random
from typing import Any

import pytest

from engine.rules.allocation import full, modelling, programme
from engine.rules.allocation.case import case
from engine.rules.allocation.document import read
from engine.rules.allocation.figures import FULL, evenness, fills, rounded
from tests.allocation.elsewhere import ALIKE, HAIR, elsewhere
from tests.allocation.instances import full_rules, real
from tests.allocation.written import answered, turned

Document = dict[str, Any]
MONTHS = [(60, 8, "0", True), (60, 8, "3", False), (200, 20, "2", True)]
MORE = [
    (people, sessions, str(seed), plain)
    for people, sessions, seeds in ((20, 5, 20), (60, 8, 12), (200, 20, 6))
    for seed in range(seeds)
    for plain in (True, False)
]
STRATEGIES = pytest.mark.parametrize("strategy", ["balanced", "fast_fill"])


def told(asked: Document) -> str:
    """The bytes."""
    return json.dumps(answered(asked), ensure_ascii=False)


@STRATEGIES
@pytest.mark.parametrize(
    ("people", "sessions", "seed", "plain"),
    [*MONTHS, *(pytest.param(*more, marks=pytest.mark.long) for more in MORE)],
)
def test_another_way_to_the_answer_is_the_same_answer(
    people: int, sessions: int, seed: str, plain: bool, strategy: str
) -> None:
    asked = full_rules(seed, people, sessions, plain=plain) | {"strategy": strategy}
    here = told(asked)
    for machine in (1, 2):
        with pytest.MonkeyPatch.context() as patch:
            elsewhere(patch, machine, ALIKE if plain else HAIR)
            assert told(asked) == here


@STRATEGIES
@pytest.mark.long
@pytest.mark.parametrize("seed", "123456")
@pytest.mark.parametrize("name", ["ariel-5783", "ariel-5783-scarce"])
def test_another_way_to_a_real_month_is_the_same_month(name: str, seed: str, strategy: str) -> None:
    asked = real(name) | {"strategy": strategy, "seed": seed}
    here = told(asked)
    with pytest.MonkeyPatch.context() as patch:
        elsewhere(patch, 1)
        assert told(asked) == here


SAYS = (
    "import json, sys; from tests.allocation.test_platforms import told;"
    "[print(told(asked)) for asked in json.load(sys.stdin)]"
)


def _in_a_process(asked: list[Document], hashes: str, threads: str) -> list[str]:
    """Each in a process with its own hashes of Python, and so many threads for the solvers."""
    around = {
        "PYTHONHASHSEED": hashes,
        "OMP_NUM_THREADS": threads,
        "OPENBLAS_NUM_THREADS": threads,
        "LC_ALL": "C",
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8=1", "-c", SAYS],
        input=json.dumps(asked),
        env=os.environ | around,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.parametrize(
    ("hashes", "threads"),
    [("1", "1"), *(pytest.param(str(seed), "4", marks=pytest.mark.long) for seed in range(2, 6))],
)
def test_neither_hashes_nor_threads_nor_the_order_of_the_file_say_anything(hashes: str, threads: str) -> None:
    months = [full_rules("1", 60, 8), real("ariel-5783"), full_rules("2", 30, 6) | {"order": "fair"}]
    dice = Random(hashes)
    again = [turned(month, dice.randrange(9)) for month in months]
    assert _in_a_process(again, hashes, threads) == [told(month) for month in months]


def test_how_even_is_counted_without_rounding_on_the_way() -> None:
    """Ten tenths are one in one version of Python, and a hair less in another, if they are summed as floating point."""
    tenths = fills([10] * 10, [9] * 10)
    assert sum(tenths) == FULL
    assert evenness(tenths) == 1
    assert rounded(evenness(fills([3, 7, 0], [1, 2, 0]))) == round(841 / 842, 6)


def test_a_corner_has_one_set_of_prices_wherever_it_is_computed() -> None:
    """Without the hairs it has many, of which each way of the solver finds another."""
    asked = modelling.model(case(read(full_rules("0", 200, 20, plain=True)))).programme
    here = programme.relaxed(asked)
    with pytest.MonkeyPatch.context() as patch:
        elsewhere(patch, 5)
        there = programme.relaxed(asked)
    assert there.prices == pytest.approx(here.prices, abs=1e-3)
    assert there.numbers == pytest.approx(here.numbers, abs=1e-6)
    assert there.bound == pytest.approx(here.bound, abs=0.01)


def test_a_search_that_is_cut_off_is_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is taken while there is nothing better; what is proven is not given up for it."""
    proofs: list[bool] = []
    decided = programme.best

    def cut_off(*asked: Any) -> programme.Whole | None:
        found = decided(*asked)
        assert found is not None
        proofs.append(len(proofs) != 1)
        return programme.Whole(found.numbers if proofs[-1] else found.numbers * 0, proofs[-1])

    month = full_rules("1", 60, 8) | {"strategy": "fast_fill"}
    wanted = told(month)
    monkeypatch.setattr(full, "best", cut_off)
    monkeypatch.setattr(full, "NEAR", -1.0)
    assert told(month) == wanted
    assert proofs == [True, False, True]
