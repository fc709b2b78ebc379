"""Names are cut between two signs, as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.graphemes import start
from handlers.keyboards import short

SIGNS = (
    "🧘",
    "👩‍👩‍👧‍👦",
    "👋🏽",
    "🇭🇺",
    "e\u0301\u0323",
    "🏴\U000e0067\U000e0062\U000e007f",
    "1\ufe0f\u20e3",
    "a",
    "漢",
    " ",
)


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=9), st.integers(1, 40))
def test_a_cut_is_between_two_signs(signs: list[str], most: int) -> None:
    """As many as there is room for; of the first one a part, where it alone is longer than that."""
    text, cut, beginnings = "".join(signs), start("".join(signs), most), [""]
    for sign in signs:
        beginnings.append(beginnings[-1] + sign)
    fitting = [each for each in beginnings if len(each) <= most]
    assert cut == (fitting[-1] or text[:most])


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_cut_ends_with_an_ellipsis(sign: str) -> None:
    assert short(f"{sign * 40}.", 28) == f"{sign * (27 // len(sign))}".rstrip() + "…"
    assert short(sign * 2, len(sign) * 2) == sign * 2


def test_of_a_sign_without_an_end_there_is_a_part() -> None:
    assert start("e" + "\u0301" * 500, 20) == "e" + "\u0301" * 19
