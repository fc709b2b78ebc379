"""Measured, not believed: how fast the bot is next to what is possible on the same machine in the same run.

`python -m benchmarks [NAME]`. A figure is the median of several rounds in which the bot and its anchors take turns;
a ratio is taken within each round, so that what slows the machine down slows both.
"""
