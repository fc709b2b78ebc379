"""Rules: pure functions from state and circumstances to facts, or a refusal raised.

No rule waits, reads a clock, or draws a random number; simulation and preview are the same call.
"""
