"""Whatever a document says: a catalogue, or the list of its errors. Never anything else."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue_file import load
from engine.catalogue import (
    Catalogue,
    CatalogueErrors,
    Field,
    Fields,
    Items,
    Known,
    Node,
    Scalar,
    account,
    check,
    offer,
    services,
)
from engine.catalogue.events import EVENT_KEYS, SERIES_KEYS
from tests.catalogue.test_contract import CONTRACT, NOW

WORDS = [
    "yoga",
    "offer",
    "group",
    "individual",
    "Europe/Budapest",
    "2026-10-25T02:30",
    "2026-12-01T18:00+01:00",
    "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9",
    "FREQ=MONTHLY;BYSETPOS=1;UNTIL=21001231",
    "18:30",
    "2h",
    "22:00-08:00",
    "by_start",
    "en",
    "2026-12-01",
]
KEYS = ["account", "services", "events", "service", "en", "weekday", "to"]
KEYS += [*account.KEYS, *services.KEYS, *offer.KEYS, *EVENT_KEYS, *SERIES_KEYS]

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | st.sampled_from(WORDS)
)
keys = st.sampled_from(KEYS) | st.text(max_size=20)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=8),
    max_leaves=30,
)


def mapping(names: tuple[str, ...], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly right keys, mostly with values of the right kind."""
    return st.fixed_dictionaries({}, optional={name: fixed.get(name, scalars | anything) for name in names})


rules = mapping(offer.KEYS)
event = mapping((*EVENT_KEYS, *SERIES_KEYS, "service"), offer=rules)
service = mapping(services.KEYS, events=st.lists(event, max_size=4), offer=rules)
document = mapping(
    ("account", "services", "events"),
    account=mapping(account.KEYS),
    services=st.lists(service, max_size=3),
    events=st.lists(event, max_size=3),
)


@settings(max_examples=4 * settings().max_examples)
@given(document | anything)
def test_any_document(found: object) -> None:
    only_catalogue_or_errors(lambda: check(node(found), NOW, Known()))


@settings(max_examples=2 * settings().max_examples)
@given(st.binary(max_size=200), st.sampled_from(["a.yaml", "a.json", "a.csv", "a.xlsx", "a", "a.exe"]))
def test_any_bytes(data: bytes, name: str) -> None:
    only_catalogue_or_errors(lambda: load(data, name, NOW, Known()))


@settings(max_examples=3 * settings().max_examples)
@given(st.integers(0, len(CONTRACT)), st.integers(0, 12), st.text(max_size=6))
def test_the_contract_with_a_hole(at: int, gap: int, put: str) -> None:
    text = CONTRACT[:at] + put + CONTRACT[at + gap :]
    data = text.encode("utf-8", "surrogatepass")
    only_catalogue_or_errors(lambda: load(data, "c.yaml", NOW, Known()))


def node(value: object) -> Node:
    """A document without lines from plain values, with keys that may be no text."""
    if isinstance(value, dict):
        return Fields(tuple(Field(str(key), node(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return Items(tuple(node(inner) for inner in value))
    return Scalar(None, "") if value is None else Scalar(str(value), str(value))


def only_catalogue_or_errors(read: Callable[[], Catalogue]) -> None:
    problems = []
    try:
        found: object = read()
    except CatalogueErrors as errors:
        found, problems = None, errors.problems
    assert isinstance(found, Catalogue) or problems
    assert all(str(problem) and "\n" not in str(problem) for problem in problems)
