"""The demo: a local Bot API server, the bot as its own process, a seeded studio, and a story that persons play with
taps and messages only. Nothing leaves this machine, and nothing stays on it."""

from bot.demo.show import play

__all__ = ["play"]
