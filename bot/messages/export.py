"""What is known as plain data: the shapes of `export`, `check --json` and the sources of `ask --json`."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence

import orjson

from bot.corpus.document import Citation, Document
from bot.facts.fact import Fact, GlossaryItem, Quantity, Value
from bot.knowledge.snapshot import Snapshot

Record = dict[str, object]

# The columns of each table, in order: the keys of its records.
FACT_COLUMNS = (
    *("id", "subject", "predicate", "value", "approximation", "text", "title", "role", "event"),
    *("purpose", "audience", "place", "note", "phase", "basis", "preferred", "sources"),
)
GLOSSARY_COLUMNS = ("id", "document", "line", "term_zh", "term_en", "definition")
DOCUMENT_COLUMNS = (
    *("id", "document", "title", "url", "publisher", "date", "fetch_date", "author", "credited_to"),
    *("sentences", "facts", "glossary"),
)


def facts_data(snapshot: Snapshot) -> list[Record]:
    """`export facts`: every fact once with all its sources, losers of a disagreement included.

    `value` is a number for counts, ISO text for dates (`2022-07` when partial), else text; fields that a fact does
    not use are null; `preferred` is false on the losers.
    """
    return [fact_data(fact, snapshot) for fact in snapshot.facts]


def fact_data(fact: Fact, snapshot: Snapshot) -> Record:
    """One fact; see `facts_data`."""
    return {
        "id": fact.id,
        "subject": fact.subject,
        "predicate": fact.predicate,
        "value": value_data(fact.value),
        "approximation": fact.approximation,
        "text": fact.text,
        "title": fact.title,
        "role": fact.role,
        "event": fact.event,
        "purpose": fact.purpose,
        "audience": fact.audience,
        "place": fact.place,
        "note": fact.note,
        "phase": fact.phase,
        "basis": fact.basis,
        "preferred": snapshot.is_preferred(fact),
        "sources": [source_data(source, snapshot.documents) for source in fact.sources],
    }


def value_data(value: Value) -> int | str:
    """A count as a number, a date as ISO text, a text as it is."""
    return value.value if isinstance(value, Quantity) else str(value)


def source_data(citation: Citation, documents: Mapping[str, Document]) -> Record:
    """One proof: where it stands (`document` relative to the seeds folder, `line` from 1), and whose article it is."""
    document = documents[citation.document_id]
    return {
        "document": document.path,
        "line": citation.line,
        "quote": citation.quote,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "date": str(document.date),
    }


def glossary_data(snapshot: Snapshot) -> list[Record]:
    """`export glossary`: every term, with where it is explained."""
    return [glossary_item_data(item, snapshot) for item in snapshot.glossary]


def glossary_item_data(item: GlossaryItem, snapshot: Snapshot) -> Record:
    """One term."""
    return {
        "id": item.id,
        "document": snapshot.documents[item.source.document_id].path,
        "line": item.source.line,
        "term_zh": item.term_zh,
        "term_en": item.term_en,
        "definition": item.definition,
    }


def documents_data(snapshot: Snapshot) -> list[Record]:
    """`export documents`: every article with how much was understood in it (`facts`, `glossary`: numbers)."""
    facts = Counter(key for fact in snapshot.facts for key in {source.document_id for source in fact.sources})
    return [
        {
            "id": document.id,
            "document": document.path,
            "title": document.title,
            "url": document.url,
            "publisher": document.publisher,
            "date": str(document.date),
            "fetch_date": document.fetched,
            "author": document.author,
            "credited_to": document.credited_to,
            "sentences": sum(1 for _ in document.sentences()),
            "facts": facts[document.id],
            "glossary": len(snapshot.explained_in(document.id)),
        }
        for document in snapshot.documents.values()
    ]


def to_json(data: object) -> str:
    """Indented JSON with a line feed at the end."""
    return orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def to_csv(records: Sequence[Record], columns: Sequence[str]) -> str:
    """A table with a header line. null is an empty cell; of several sources every `document:line` is in one cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(record.get(column)) for column in columns] for record in records)
    return stream.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return " ".join(f"{source['document']}:{source['line']}" for source in value)
    return str(value)
