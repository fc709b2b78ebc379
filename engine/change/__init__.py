"""What each fact does to state. A fact that is missing here is a type error.

Rows are replaced, never changed, and their version steps by one with each fact; what was not touched is shared
with the state before. A file per subject says what its facts do; `applying` knows whose fact is whose.
"""

from engine.change.applying import after, after_steps
from engine.change.sharing import shared, shares

__all__ = ["after", "after_steps", "shared", "shares"]
