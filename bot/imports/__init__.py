"""Files in the admin group: fetched from Telegram, read, judged against what there is, and written when an admin says
so. Nothing of a file is kept but its id and its SHA-256: at the tap it is fetched and judged again."""

from bot.imports.desk import ImportDesk
from bot.imports.fetching import is_ours

__all__ = ["ImportDesk", "is_ours"]
