"""`export`: what is known, as data."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from bot.config import load_config, seeds_directory
from bot.knowledge.load import load_snapshot, must_be_usable
from bot.knowledge.snapshot import Snapshot
from bot.language import from_locale
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
from bot.messages.problems import error_lines


@dataclass(frozen=True, slots=True)
class _Table:
    records: Callable[[Snapshot], list[Record]]
    columns: tuple[str, ...]


# What can be exported. To add a table: its records and columns in `bot/messages/export.py` and a line here.
TABLES = {
    "facts": _Table(facts_data, FACT_COLUMNS),
    "glossary": _Table(glossary_data, GLOSSARY_COLUMNS),
    "documents": _Table(documents_data, DOCUMENT_COLUMNS),
}


@click.command("export")
@click.argument("what", type=click.Choice(list(TABLES)))
@click.option("--format", "form", type=click.Choice(["json", "csv"]), default="json", show_default=True)
@click.option("--seeds", type=click.Path(path_type=Path), help="Folder of articles.  [default: from config.yaml]")
def command(what: str, form: str, seeds: Path | None) -> None:
    """Write what is known from the articles to standard output."""
    config = load_config()
    table = TABLES[what]
    directory = seeds or seeds_directory(config)
    snapshot = load_snapshot(directory, config)
    for line in error_lines(snapshot.problems, from_locale(os.environ)):
        click.echo(line, err=True)
    must_be_usable(snapshot, directory)
    records = table.records(snapshot)
    click.echo(to_json(records) if form == "json" else to_csv(records, table.columns), nl=False)
