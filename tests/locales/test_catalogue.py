"""Every check finds nothing to say about our own catalogue."""

import pytest

from tests.locales import checks, samples, usage
from tests.locales.reading import read

CATALOGUE = read()


def test_three_languages() -> None:
    assert set(CATALOGUE.texts) == {"en", "hu", "de"} and len(CATALOGUE.texts["en"]) > 250


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.__name__)
def test_all_is_well(check: checks.Check) -> None:
    assert check(CATALOGUE) == []


def test_moments_are_told_in_words() -> None:
    for room in ("bot", "handlers"):
        for file in sorted((usage.ROOT / room).rglob("*.py")):
            assert usage.raw_moments(file.read_text(encoding="utf-8"), file.stem, samples.MOMENTS) == []
