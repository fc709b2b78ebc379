"""Why an admin does something exceptional. Judged under the lock, as only there it is certain whose turn it is."""

from engine.ports import Act
from engine.refusals import ReasonNeeded
from engine.rules.candidates import next_in_turn
from engine.state import Entry, State

LEAST, MOST = 3, 300  # characters that say something, and that a history can show


def check_turn(state: State, act: Act, entry: Entry) -> None:
    """Whoever is next may be served without a word; serving anybody else while somebody's turn it is needs a reason.
    Raises ReasonNeeded."""
    first = next_in_turn(state)
    if act.reason or (first is not None and first.id != entry.id):
        check_reason(act)


def check_reason(act: Act) -> None:
    """Raises ReasonNeeded for none, a blank one, one that says nothing, or one too long to be read."""
    if not LEAST <= len(act.reason.strip()) <= MOST:
        raise ReasonNeeded(least=LEAST, most=MOST)
