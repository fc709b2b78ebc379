"""fairpyx, the published collection of fair course allocation algorithms, where somebody has installed it: it is no
requirement of ours, and brings a hundred megabytes of its own."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from tests.allocation.checker import Document

INSTALLED = find_spec("fairpyx") is not None
UP_TO = 1_000
"""People: it wants to know what everybody thinks of every session."""


def utilitarian(document: Document) -> Callable[[], tuple[int, int]]:
    """Its matching of the greatest value, ready to be called; seats without a wish do not count."""
    fairpyx = import_module("fairpyx")
    algorithm = import_module("fairpyx.algorithms").utilitarian_matching
    rooms = {session["id"]: session["capacity"] for session in document["sessions"]}
    worth = {
        person["id"]: {session: person["values"].get(session, 0) for session in rooms}
        for person in document["people"]
    }
    instance = fairpyx.Instance(valuations=worth, agent_capacities=1, item_capacities=rooms)

    def call() -> tuple[int, int]:
        divided = fairpyx.divide(algorithm, instance)
        values = [worth[person][session] for person, bundle in divided.items() for session in bundle]
        return sum(value > 0 for value in values), sum(values)

    return call
