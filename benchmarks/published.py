"""fairpyx, the published collection of fair course allocation algorithms, where somebody has installed it: it is no
requirement of ours, and brings a hundred megabytes of its own."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec

from tests.allocation.checker import Document

INSTALLED = find_spec("fairpyx") is not None
UP_TO = 1_000
"""People: it wants to know what everybody thinks of every session."""


def utilitarian(document: Document) -> Callable[[], object]:
    """Its matching of the greatest value, ready to be called."""
    fairpyx = import_module("fairpyx")
    algorithm = import_module("fairpyx.algorithms").utilitarian_matching
    rooms = {session["id"]: session["capacity"] for session in document["sessions"]}
    worth = {
        person["id"]: {session: person["values"].get(session, 0) for session in rooms}
        for person in document["people"]
    }
    instance = fairpyx.Instance(valuations=worth, agent_capacities=1, item_capacities=rooms)
    return partial(fairpyx.divide, algorithm, instance)
