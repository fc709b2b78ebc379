"""The commands. Exit 0 fine, 1 found something, 2 wrong use; with `--json` one document and nothing else on standard
output. Heavy libraries are imported by the command that needs them."""

import argparse
import asyncio
import json
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.settings import Settings, WrongSetting, from_environment, need_token

FINE, FOUND, WRONG = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except WrongSetting as wrong:
        return _complain(str(wrong))
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(
        prog="python -m bot", description="Nextseat: fills scarce seats, at once and fairly."
    )
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(run=run)
        return made

    command("run", _run, "Run the bot: polling, or webhook when WEBHOOK_URL is set.")
    demo = command("demo", _demo, "A local Bot API server, the bot and a seeded studio, in a browser.")
    demo.add_argument(
        "--port", type=int, default=0, help="port of the local Bot API server (default: any free one)"
    )
    demo.add_argument("--story", action="store_true", help="play the story here, as text, and end")
    demo.add_argument(
        "--speed", type=float, default=1.0, help="of the story: 2 is twice as fast, 0 without pauses"
    )
    command("migrate", _migrate, "Prepare the database; also done at every start.")
    load = command("import", _import, "Read a catalogue (YAML, JSON, CSV, XLSX): all or nothing.")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--dry-run", action="store_true", help="check only, write nothing")
    load.add_argument("--json", action="store_true", help="one JSON document instead of text")
    month = command("allocate", _allocate, "Place people in sessions: one allocation, no database.")
    month.add_argument("file", type=Path, metavar="IN.json")
    month.add_argument("--strategy", choices=("fast_fill", "balanced"), help="instead of the file's")
    month.add_argument("--seed", help="instead of the file's", metavar="TEXT")
    month.add_argument(
        "--out", type=Path, metavar="OUT.json", help="write there (default: to standard output)"
    )
    month.add_argument("--json", action="store_true", help="nothing but the document on standard output")
    doctor = command("doctor", _doctor, "Check every invariant on the database.")
    doctor.add_argument("--json", action="store_true", help="one JSON document instead of text")
    return top


def _complain(text: str) -> int:
    print(text, file=sys.stderr)
    return WRONG


def _run(_: argparse.Namespace) -> int:
    settings = from_environment()
    need_token(settings)
    from bot.logs import set_up

    set_up(settings.log_level, settings.log_format)
    return asyncio.run(_until_signal(settings))


async def _until_signal(settings: Settings) -> int:
    from bot.on_demand import import_aiogram

    import_aiogram()
    from bot.alone import NotAlone, alone
    from bot.app import run
    from bot.usable import usable
    from storage.migrate import SchemaTooNew, migrate

    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    try:
        with usable(settings.database_url):
            lock = alone(settings.database_url)
            await migrate(settings.database_url)
        await run(settings, stopping)
    except (NotAlone, SchemaTooNew) as wrong:
        return _complain(str(wrong))
    if lock is not None:
        lock.close()
    return FINE


def _demo(options: argparse.Namespace) -> int:
    from bot.demo import play, serve

    if options.story:
        return asyncio.run(play(port=options.port, speed=options.speed))
    return asyncio.run(serve(port=options.port, speed=options.speed))


def _migrate(_: argparse.Namespace) -> int:
    from bot.usable import usable
    from storage.migrate import SchemaTooNew, migrate

    url = from_environment().database_url
    try:
        with usable(url):
            applied = asyncio.run(migrate(url))
    except SchemaTooNew as newer:
        return _complain(str(newer))
    print("\n".join(f"applied {name}" for name in applied) or "the database is up to date")
    return FINE


def _import(options: argparse.Namespace) -> int:
    from bot.importing import import_file
    from bot.usable import usable

    settings = from_environment()
    with usable(settings.database_url):
        report = asyncio.run(import_file(settings, options.file, dry_run=options.dry_run))
    return _tell(options, report)


def _allocate(options: argparse.Namespace) -> int:
    from bot.allocating import FileWrong, allocate_file

    instead = {"strategy": options.strategy, "seed": options.seed}
    try:
        document = allocate_file(
            options.file, {key: value for key, value in instead.items() if value is not None}
        )
        if options.out is None:
            print(document, end="")
        else:
            options.out.write_text(document, encoding="utf-8")
    except (FileWrong, OSError) as wrong:
        return _complain(str(wrong))
    return FINE


def _doctor(options: argparse.Namespace) -> int:
    """A look makes nothing: where there is no database, that is what was found."""
    url = from_environment().database_url
    from bot.usable import missing_file
    from storage.doctor import report

    if missing := missing_file(url):
        line = f"there is no database at {missing}: look at DATABASE_URL, or make one (migrate, import, run)"
        problem = {"number": 0, "name": "there is a database", "found": [str(missing)], "count": 1}
        return _tell(options, {"lines": [line], "problems": [problem], "checked": 0})
    return _tell(options, _on_database(report))


def _on_database(look: Callable[[Any, datetime], Awaitable[dict[str, Any]]]) -> dict[str, Any]:
    from bot.usable import usable
    from storage.database import open_database
    from storage.migrate import migrate

    url = from_environment().database_url

    async def ask() -> dict[str, Any]:
        await migrate(url)
        database = open_database(url)
        try:
            return await look(database, datetime.now(UTC))
        finally:
            await database.close()

    with usable(url):
        return asyncio.run(ask())


def _tell(options: argparse.Namespace, report: dict[str, Any]) -> int:
    """`report` has `lines` for people, `problems`, and whatever else the document says."""
    lines = report.pop("lines")
    if options.json:
        print(json.dumps(report, ensure_ascii=False, default=str))
    else:
        print("\n".join(lines))
    return FOUND if report["problems"] else FINE
