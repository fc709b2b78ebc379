"""The words of every language, read once for all tests of a process."""

from __future__ import annotations

from bot.localization import load_texts

TEXTS = load_texts()
