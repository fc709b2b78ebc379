"""The demo: a local Bot API server, the bot as its own process and a seeded studio, in a browser or, as a story that is
played with taps and messages only, as text. Nothing leaves this machine, and nothing stays on it."""

from bot.demo.show import play, serve

__all__ = ["play", "serve"]
