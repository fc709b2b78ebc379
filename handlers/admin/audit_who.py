"""Who did what the history tells."""

from engine.views import Change
from handlers.door import Texts


def who(texts: Texts, change: Change) -> str:
    """An admin or a participant by name, the automation, an import. What the rules made of a participant's tap for
    somebody else is the automation's, after them."""
    if change.by == "admin":
        return texts.plain("who-admin", name=change.by_name)
    if change.by == "person" and change.by_id == change.person_id:
        return change.by_name
    if change.by == "person":
        return texts.plain("who-after", name=change.by_name)
    if change.by == "import" and change.by_name:
        return texts.plain("who-import-by", name=change.by_name)
    return texts.plain("who-import" if change.by == "import" else "who-job")
