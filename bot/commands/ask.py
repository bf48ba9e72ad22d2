"""`ask`: a question on the command line, or one a line on standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path

import click
import orjson

from bot.clock import Clock, SystemClock
from bot.config import Config, load_config, seeds_directory
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import load_snapshot, must_be_usable
from bot.language import Language, from_locale, of_text
from bot.messages.ask_json import ask_data
from bot.messages.choice import typed_commands
from bot.messages.html import plain
from bot.messages.problems import error_lines
from bot.messages.unknown import suggestion_text
from bot.services.answering import Answering

STANDARD_INPUT = "-"


class _DayClock:
    """A clock that stands at noon of a day at the default zone."""

    def __init__(self, day: datetime, config: Config) -> None:
        self._now = datetime.combine(day.date(), time(12), config.zone).astimezone(UTC)

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._now


@click.command("ask")
@click.argument("question")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a question instead of text.")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    help="Language of the reply.  [default: that of the question]",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The date to answer at, such as 2025-03-01.  [default: today]",
)
@click.option(
    "--seeds", type=click.Path(path_type=Path), metavar="DIR", help="The articles.  [default: from config.yaml]"
)
def command(question: str, as_json: bool, language: str | None, today: datetime | None, seeds: Path | None) -> None:
    """Answer QUESTION, such as "2024年峰会的主题是什么" or "/summit 2024".

    QUESTION - reads one question a line from standard input, each by itself.
    """
    config = load_config()
    directory = seeds or seeds_directory(config)
    snapshot = load_snapshot(directory, config, indexing=question == STANDARD_INPUT)
    for line in error_lines(snapshot.problems, from_locale(os.environ)):
        click.echo(line, err=True)
    must_be_usable(snapshot, directory)
    clock: Clock = _DayClock(today, config) if today else SystemClock()
    answering = Answering(lambda: snapshot, config, load_vocabulary(), clock)
    for text in _questions(question):
        # `/summit 2024` is written alike in every language.
        words = re.sub(r"^\s*[/／][A-Za-z_]+", "", text)
        chosen = Language(language) if language else of_text(words, config.default_language)
        click.echo(_reply(answering, text, chosen, as_json))
        sys.stdout.flush()


def _questions(argument: str) -> Iterator[str]:
    if argument != STANDARD_INPUT:
        yield argument
        return
    # Bytes that are no UTF-8 make one odd question, not the end of all.
    for line in sys.stdin.buffer:
        if text := line.decode("utf-8-sig", "replace").strip():
            yield text


def _reply(answering: Answering, text: str, language: Language, as_json: bool) -> str:
    answered = answering.answered(text, language)
    if as_json:
        return orjson.dumps(ask_data(text, answered.answer, answered.message, answered.voice)).decode()
    asked = [suggestion_text(each, answered.voice) for each in answered.answer.suggestions]
    offered = [*asked, *typed_commands(answered.answer, answered.voice)]
    return "\n".join([plain(answered.message.html), *(f"· {each}" for each in offered)])
