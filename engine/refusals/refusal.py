"""What all of them are."""

import re
from dataclasses import fields


class Refusal(Exception):
    """The rules say no. Nothing was changed."""

    @property
    def key(self) -> str:
        """The Fluent key of the sentence."""
        return "refusal-" + re.sub(r"(?<!^)(?=[A-Z])", "-", type(self).__name__).lower()

    @property
    def values(self) -> dict[str, object]:
        """The sentence's variables."""
        return {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]
