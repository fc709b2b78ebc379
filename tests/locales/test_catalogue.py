"""Every check finds nothing to say about our own catalogue."""

import pytest

from tests.locales import checks, samples, usage
from tests.locales.reading import Catalogue, read


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read()


def test_three_languages(catalogue: Catalogue) -> None:
    assert set(catalogue.texts) == {"en", "hu", "de"} and len(catalogue.texts["en"]) > 250


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.__name__)
def test_all_is_well(check: checks.Check, catalogue: Catalogue) -> None:
    assert check(catalogue) == []


def test_moments_are_told_in_words() -> None:
    for room in ("bot", "handlers"):
        for file in sorted((usage.ROOT / room).rglob("*.py")):
            assert usage.raw_moments(file.read_text(encoding="utf-8"), file.stem, samples.MOMENTS) == []
