"""What the benchmarks over HTTP share: processes that take turns, and a rush at one of them as a reading."""

from collections.abc import Mapping, Sequence

from benchmarks.load import Answered, rush
from benchmarks.processes import Process

CONNECTIONS = 100  # as many as the bot asks Telegram for


async def rushed(name: str, process: Process, taps: Sequence[bytes]) -> tuple[Mapping[str, float], Answered]:
    """All taps at once; the readings under `name`, and the answers."""
    before = process.cpu_seconds()
    answered = await rush(process.port, taps, CONNECTIONS)
    used = process.cpu_seconds() - before
    readings = {
        name: answered.times.rate(),
        f"{name}, p50": answered.times.milliseconds(0.5),
        f"{name}, p99": answered.times.milliseconds(0.99),
        f"{name}, CPU a tap": used / len(taps) * 1e6,
    }
    return readings, answered
