"""`outbox`: what is to be sent and what was, for operators."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from bot.clock import SystemClock
from bot.config import data_directory, load_config
from bot.errors import DatabaseError, UsageError
from bot.language import from_locale
from bot.messages.delivery import OutboxLine, outbox_lines
from bot.messages.export import Record, to_json
from bot.messages.locale import texts
from bot.outbox.entry import State
from bot.storage.database import VARIABLE, Database, StorageError, database_url, reason
from bot.storage.posts import Listed, Posts

T = TypeVar("T")


@click.group("outbox")
def command() -> None:
    """Look at what is to be sent, and try again what went wrong; also while the bot runs."""


@command.command("list")
@click.option(
    "--state",
    "states",
    type=click.Choice([state.value for state in State]),
    multiple=True,
    help="Only these; may be given several times.  [default: all]",
)
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, show_default=True, help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="As data.")
def list_entries(states: tuple[str, ...], limit: int, as_json: bool) -> None:
    """List entries, the newest first, with why the last attempt failed. Raises DatabaseError."""
    wanted = frozenset(map(State, states or State))
    found = asyncio.run(_with_posts(lambda posts: posts.listed(wanted, limit)))
    if as_json:
        click.echo(to_json([_data(each) for each in found]), nl=False)
        return
    lines = [
        OutboxLine(each.id, each.state, each.key, each.not_before, each.detail or each.outcome * _is_bad(each))
        for each in found
    ]
    click.echo(outbox_lines(lines, texts(from_locale(os.environ))), nl=False)


@command.command("retry")
@click.argument("ids", metavar="[ID]...", nargs=-1, type=int)
@click.option("--failed", is_flag=True, help="All that failed.")
@click.option("--uncertain", is_flag=True, help="All that may or may not have arrived: they may come twice.")
def retry(ids: tuple[int, ...], failed: bool, uncertain: bool) -> None:
    """Let entries wait to be sent once more: by their numbers, or all of a kind. Raises DatabaseError and UsageError."""
    states = [state for state, asked in ((State.FAILED, failed), (State.UNCERTAIN, uncertain)) if asked]
    if bool(ids) == bool(states):
        raise UsageError(argument="retry", found=" ".join(map(str, ids)), expected="ID…, --failed, --uncertain")
    now, lasts = SystemClock().now(), load_config().delivery.grace
    again = asyncio.run(_with_posts(lambda posts: posts.retry(now, lasts, states=states, ids=ids)))
    say = texts(from_locale(os.environ))
    click.echo(say.plural("outbox.retried", len(again)))
    for missed in [each for each in ids if each not in again]:
        click.echo(say("outbox.not_retried", id=missed), err=True)
    if ids and len(again) < len(set(ids)):
        raise SystemExit(1)


async def _with_posts(work: Callable[[Posts], Awaitable[T]]) -> T:
    database = Database(database_url(os.environ.get(VARIABLE, ""), data_directory(load_config()) / "bot.db"))
    try:
        await database.migrate()
        async with database.work() as open_work:
            return await work(open_work.posts)
    except StorageError as error:
        raise DatabaseError(reason=reason(error)) from None
    finally:
        await database.close()


def _is_bad(entry: Listed) -> bool:
    return entry.state in (State.FAILED, State.UNCERTAIN, State.PENDING)


def _data(entry: Listed) -> Record:
    return {
        "id": entry.id,
        "key": entry.key,
        "chat": entry.place.chat,
        "topic": entry.place.topic,
        "state": entry.state,
        "not_before": entry.not_before.isoformat(),
        "expires": entry.expires.isoformat(),
        "finished": entry.finished.isoformat() if entry.finished else None,
        "failures": entry.failures,
        "message": entry.message,
        "outcome": entry.outcome or None,
        "detail": entry.detail or None,
    }
