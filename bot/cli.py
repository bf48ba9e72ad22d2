"""The command line: one table of commands, each loaded only when it is asked for.

Imports stand inside functions here and nowhere else, so that `ask`, `check` and `export` start fast and load neither
Telegram, a database nor a web library.
"""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from types import FrameType

import click

from bot.errors import BotError, UsageError
from bot.language import from_locale
from bot.logs import LEVEL_VARIABLE, LEVELS, set_up_logging

# Command name → module with its `command`. To add a command: a module in `bot/commands/` and a line here.
COMMANDS: Mapping[str, str] = {
    "run": "bot.commands.run",
    "demo": "bot.commands.demo",
    "ask": "bot.commands.ask",
    "check": "bot.commands.check",
    "export": "bot.commands.export",
    "migrate": "bot.commands.migrate",
    "doctor": "bot.commands.doctor",
    "outbox": "bot.commands.outbox",
}

# Those that serve until they are told to stop.
SERVING = frozenset({"run", "demo"})

EXIT_PROBLEM = 1
EXIT_USAGE = 2


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None for a name that is not in the table."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name in SERVING:
            # Before anything is loaded: being told to stop is no failure, however early. The event loop takes over later.
            signal.signal(signal.SIGTERM, _end)
        command = importlib.import_module(COMMANDS[cmd_name]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name]}.command is no click command")
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-v", "--verbose", is_flag=True, help="Log everything, also what the libraries do.")
@click.version_option(package_name="summit-bot", message="%(prog)s %(version)s")
def group(verbose: bool) -> None:
    """A Telegram bot that knows a conference series from the articles you give it."""
    set_up_logging(log_level(os.environ, verbose))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 a named problem, 2 wrong usage. `arguments` default to the process's."""
    # Before telegram is imported by any command: `RetryAfter.retry_after` is a timedelta, and building one warns of
    # nothing.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    _speak_utf8()
    if arguments is None:
        arguments = sys.argv[1:]
    try:
        group(args=list(arguments) or ["--help"], prog_name="summit-bot")
    except BotError as error:
        from bot.messages.errors import error_text

        click.echo(error_text(error, from_locale(os.environ)), err=True)
        sys.exit(EXIT_USAGE if isinstance(error, UsageError) else EXIT_PROBLEM)


def log_level(environment: Mapping[str, str], verbose: bool) -> str:
    """DEBUG when asked to be verbose, else what `BOT_LOG_LEVEL` says, else INFO. Raises `UsageError`."""
    if verbose:
        return "DEBUG"
    level = environment.get(LEVEL_VARIABLE, "").strip() or "INFO"
    if level.upper() not in LEVELS:
        raise UsageError(argument=LEVEL_VARIABLE, found=level, expected=", ".join(LEVELS))
    return level.upper()


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


def _speak_utf8() -> None:
    """Chinese must come out whole also where the locale knows ASCII only."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
