"""The same article twice: which copy counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from bot.corpus.article import Article
from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity

_NEVER = datetime.min.replace(tzinfo=UTC)


def without_duplicates(articles: Iterable[Article]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Each article once, by path, and a problem for each copy left out.

    Copies have the same url, or the same body, or the same title and date. The latest `fetch_date` counts, then
    the longer body, then the first path; the order in which the files come does not matter.
    """
    found = [(article.document, article) for article in articles if article.document]
    # A stable sort keeps the order of paths among equals.
    found.sort(key=lambda pair: pair[0].path)
    found.sort(key=lambda pair: (pair[1].fetched or _NEVER, pair[1].body_length), reverse=True)
    kept: list[Document] = []
    problems: list[Problem] = []
    seen: dict[tuple[str, str], Document] = {}
    for document, article in found:
        keys = list(_keys(document, article))
        same = next((key for key in keys if key in seen), None)
        winner = seen[same] if same else document
        if same:
            params = {"other": winner.path, "same": same[0]}
            problems.append(Problem(document.path, 1, Severity.WARNING, "duplicate", params))
        else:
            kept.append(document)
        for key in keys:
            seen.setdefault(key, winner)
    return tuple(sorted(kept, key=lambda d: d.path)), tuple(sorted(problems, key=lambda p: p.path))


def _keys(document: Document, article: Article) -> Iterator[tuple[str, str]]:
    """What two copies share, the strongest reason first."""
    # The id is made from the normalised url, else from the path.
    yield "url", document.id
    if article.body_key:
        yield "body", article.body_key
    yield "title", f"{document.date} {document.title}"
