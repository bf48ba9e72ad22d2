"""`export`: what is known, as data."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from bot.config import load_config, seeds_directory
from bot.errors import UsageError
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import load_snapshot, must_be_usable
from bot.language import Language, from_locale
from bot.messages.calendar import CALENDAR_COLUMNS, calendar_data, calendar_entries, calendar_name
from bot.messages.export import (
    DOCUMENT_COLUMNS,
    FACT_COLUMNS,
    GLOSSARY_COLUMNS,
    Record,
    documents_data,
    facts_data,
    glossary_data,
    to_csv,
    to_json,
)
from bot.messages.ics import to_ics
from bot.messages.problems import error_lines
from bot.messages.voice import Voice, voice


@dataclass(frozen=True, slots=True)
class _Table:
    records: Callable[[Voice], list[Record]]
    columns: tuple[str, ...]


# What can be exported. To add a table: its records and columns in `bot/messages/export.py` and a line here.
TABLES = {
    "facts": _Table(lambda speaker: facts_data(speaker.snapshot), FACT_COLUMNS),
    "glossary": _Table(lambda speaker: glossary_data(speaker.snapshot), GLOSSARY_COLUMNS),
    "documents": _Table(lambda speaker: documents_data(speaker.snapshot), DOCUMENT_COLUMNS),
    "calendar": _Table(calendar_data, CALENDAR_COLUMNS),
}


@click.command("export")
@click.argument("what", type=click.Choice(list(TABLES)))
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "ics"]),
    default="json",
    show_default=True,
    help="ics is a calendar file, of the calendar only.",
)
@click.option("--seeds", type=click.Path(path_type=Path), help="Folder of articles.  [default: from config.yaml]")
@click.option(
    "--language",
    type=click.Choice([language.value for language in Language]),
    help="Language of the calendar's titles.  [default: from config.yaml]",
)
def command(what: str, form: str, seeds: Path | None, language: str | None) -> None:
    """Write what is known from the articles to standard output. Raises UsageError and SeedsError."""
    if form == "ics" and what != "calendar":
        raise UsageError(argument="--format", found="ics", expected="json, csv")
    config = load_config()
    directory = seeds or seeds_directory(config)
    snapshot = load_snapshot(directory, config)
    for line in error_lines(snapshot.problems, from_locale(os.environ)):
        click.echo(line, err=True)
    must_be_usable(snapshot, directory)
    speaker = voice(Language(language) if language else config.default_language, snapshot, config, load_vocabulary())
    # Bytes: a calendar's lines end in CRLF on every system.
    click.echo(_written(TABLES[what], form, speaker), nl=False)


def _written(table: _Table, form: str, speaker: Voice) -> str | bytes:
    if form == "ics":
        return to_ics(calendar_name(speaker), calendar_entries(speaker))
    records = table.records(speaker)
    return to_json(records) if form == "json" else to_csv(records, table.columns)
