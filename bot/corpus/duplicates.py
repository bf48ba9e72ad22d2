"""The same article twice: which copy counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from bot.corpus.article import fetch_time
from bot.corpus.document import Document
from bot.corpus.identity import short_id
from bot.corpus.problem import Problem, Severity

_NEVER = datetime.min.replace(tzinfo=UTC)


def without_duplicates(documents: Collection[Document]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Each article once, by path, and a problem for each copy left out.

    Copies have the same url, or the same body, or the same title and date. The latest `fetch_date` counts, then
    the longer body, then the first path; the order in which the files come does not matter.
    """
    bodies = {document.path: _body(document) for document in documents}
    # A stable sort keeps the order of paths among equals.
    ranked = sorted(documents, key=lambda d: d.path)
    ranked.sort(key=lambda d: (fetch_time(d.fetched) or _NEVER, len(bodies[d.path])), reverse=True)
    kept: list[Document] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Document] = {}
    for document in ranked:
        keys = dict(_keys(document, bodies[document.path]))
        same = next((reason for reason in keys if (reason, keys[reason]) in seen), None)
        winner = seen[same, keys[same]] if same else document
        if same:
            params = {"other": winner.path, "same": same}
            problems.append(Problem(document.path, 1, Severity.WARNING, "duplicate", params))
        else:
            kept.append(document)
        for key in keys.items():
            seen.setdefault(key, winner)
    return tuple(sorted(kept, key=lambda d: d.path)), tuple(sorted(problems, key=lambda p: p.path))


def _keys(document: Document, body: str) -> Iterator[tuple[str, str]]:
    """What two copies share, the strongest reason first."""
    # The id is made from the normalised url, else from the path.
    yield "url", document.id
    if body:
        yield "body", short_id(body)
    yield "title", f"{document.date} {document.title}"


def _body(document: Document) -> str:
    """The text by which bodies are compared: without the title's own heading and without blanks."""
    text = "".join(block.text for block in document.blocks if block.text != document.title)
    return "".join(text.split())
