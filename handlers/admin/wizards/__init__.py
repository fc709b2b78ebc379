"""Wizards: a part of a catalogue is asked for step by step, on one card, and ends in the dry run that a file has.

A wizard is a table of steps (`step`). An answer, tapped or typed, is kept as a file would write it, and judged at once
by the readers of `engine.catalogue`, with everything that was answered before it (`judging`). No rule about what may
be stands here, but that nothing new is in the past or under a code that is taken.
How far an admin has come is their draft (`course`): it survives a restart, and nobody else's taps change it.
"""
