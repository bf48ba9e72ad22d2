"""`check`: a linter for seeds."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bot.config import load_config, seeds_directory
from bot.corpus.problem import Severity
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import load_snapshot
from bot.language import Language
from bot.messages.export import to_json
from bot.messages.report import report_data, report_text
from bot.messages.voice import voice
from bot.progress import progress_bar


@click.command("check")
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="As data; see bot/messages/report.py for the keys.")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    help="Language of the report.  [default: from config.yaml]",
)
def command(directory: Path | None, as_json: bool, language: str | None) -> None:
    """Read the articles in DIR and tell what was understood, where, and what is wrong. Exit code 1 on errors."""
    config = load_config()
    vocabulary = load_vocabulary()
    with progress_bar() as progress:
        snapshot = load_snapshot(directory or seeds_directory(config), config, vocabulary, progress)
    speaker = voice(Language(language) if language else config.default_language, snapshot, config, vocabulary)
    click.echo(to_json(report_data(speaker)) if as_json else report_text(speaker), nl=False)
    if any(problem.severity is Severity.ERROR for problem in snapshot.problems):
        sys.exit(1)
