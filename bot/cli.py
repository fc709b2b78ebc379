"""The commands. Exit 0 fine, 1 found something, 2 wrong use; with `--json` one document and nothing else on standard
output. Heavy libraries are imported by the command that needs them."""

import argparse
import asyncio
import json
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.settings import Settings, WrongSetting, from_environment, need_token

FINE, FOUND, WRONG = 0, 1, 2
T = TypeVar("T")


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
    _add_export(command("export", _export, "A month as a file: CSV, XLSX or JSON."))
    check = command(
        "verify", _verify, "Compute a final month again from its JSON export, and name every difference."
    )
    check.add_argument("file", type=Path, metavar="EXPORT.json")
    check.add_argument("--seal", help="the one that was posted when wishes opened", metavar="HASH")
    check.add_argument("--json", action="store_true", help="one JSON document instead of text")
    doctor = command("doctor", _doctor, "Check every invariant on the database.")
    doctor.add_argument("--json", action="store_true", help="one JSON document instead of text")
    return top


def _add_export(month: argparse.ArgumentParser) -> None:
    month.add_argument("--period", required=True, metavar="YYYY-MM", help="the month")
    month.add_argument("--service", default="", metavar="CODE", help="only this service")
    month.add_argument("--location", default="", metavar="TEXT", help="only what is held there")
    month.add_argument(
        "--status", default="", metavar="S", help="only this status: placed, unplaced, waiting …"
    )
    month.add_argument(
        "--run",
        dest="version",
        type=int,
        default=0,
        metavar="N",
        help="the version (default: the final or newest)",
    )
    month.add_argument(
        "--against", type=int, default=0, metavar="N", help="what is different from this version"
    )
    month.add_argument("--nameless", action="store_true", help="without names, for whoever checks the draw")
    month.add_argument("--format", choices=("csv", "xlsx", "json"), help="default: as FILE ends, else csv")
    month.add_argument("--out", required=True, type=Path, metavar="FILE", help="write there")
    month.add_argument("--json", action="store_true", help="one JSON document about it instead of text")


def _complain(text: str) -> int:
    print(text, file=sys.stderr)
    return WRONG


def _run(_: argparse.Namespace) -> int:
    settings = from_environment()
    need_token(settings)
    from bot.logs import set_up

    set_up(settings.log_level, settings.log_format)
    return _leave(asyncio.run(_until_signal(settings)))


def _leave(code: int) -> int:
    """At once, where a month is still computed for nobody: Python must not be taken down under a solver, which could
    not come back into it. Everything else has been put down by now."""
    from engine.services.computing import at_work

    if at_work():
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


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
    from bot.allocating import FileWrong, SolverFailed, allocate_file, write_whole

    instead = {"strategy": options.strategy, "seed": options.seed}
    try:
        document = allocate_file(
            options.file, {key: value for key, value in instead.items() if value is not None}
        )
        if options.out is None:
            print(document, end="")
        else:
            write_whole(document, options.out)
    except FileWrong as wrong:
        return _complain(str(wrong))
    except SolverFailed as failed:
        _complain(f"nothing was allocated: {failed}")
        return FOUND
    except OSError as wrong:
        return _complain(f"{wrong.filename}: {wrong.strerror}")
    return FINE


def _export(options: argparse.Namespace) -> int:
    from bot.allocating import FileWrong, write_whole
    from bot.exporting import Asked, ExportWrong, made
    from bot.usable import missing_file

    url = from_environment().database_url
    if missing := missing_file(url):
        return _complain(f"there is no database at {missing}: look at DATABASE_URL")
    names = ("period", "service", "location", "status", "version", "against", "nameless", "format", "out")
    asked = Asked(*(getattr(options, name) for name in names))
    try:
        report, content = _on_database(lambda database, now: made(database, now, asked))
        write_whole(content, options.out)
    except (ExportWrong, FileWrong) as wrong:
        return _complain(str(wrong))
    except OSError as wrong:
        return _complain(f"{wrong.filename}: {wrong.strerror}")
    return _tell(options, report)


def _verify(options: argparse.Namespace) -> int:
    from bot.verifying import NoExport, verify_file

    try:
        report = verify_file(options.file, options.seal)
    except NoExport as wrong:
        return _complain(f"{options.file}: {wrong}")
    except OSError as wrong:
        return _complain(f"{options.file}: {wrong.strerror}")
    return _tell(options, report)


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


def _on_database(look: Callable[[Any, datetime], Awaitable[T]]) -> T:
    from bot.usable import usable
    from storage.database import open_database
    from storage.migrate import migrate

    url = from_environment().database_url

    async def ask() -> T:
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
