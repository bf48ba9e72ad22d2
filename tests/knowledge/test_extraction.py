"""Facts of many documents: the same on several cores as on one, also when a child dies."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from bot.corpus.article import read_article
from bot.corpus.document import Document
from bot.facts.extract import Extractor
from bot.facts.fact import Fact
from bot.knowledge import extraction
from bot.knowledge.extraction import extracted
from tests.knowledge_fixtures import config, vocabulary

COUNT = 50


@pytest.fixture(scope="module")
def documents() -> Sequence[Document]:
    return [document for number in range(COUNT) if (document := _document(number))]


def _document(number: int) -> Document | None:
    text = (
        f"---\ntitle: 2021年峰会第{number}次报道\nurl: https://example.org/{number}\ndate: 2021-09-28\n---\n\n"
        f"2021年世界互联网大会乌镇峰会28日闭幕，共有{2000 + number}名嘉宾参会。\n"
    )
    return read_article(f"{number}.md", text.encode()).document


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_children_find_what_one_process_finds(documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = extracted(documents, config(), vocabulary())
    monkeypatch.setattr(extraction, "_children", lambda _: 3)
    seen: list[tuple[int, int]] = []
    assert extracted(documents, config(), vocabulary(), lambda *done: seen.append(done)) == alone
    assert len({fact.value for find in alone for fact in find.facts if fact.predicate == "guests"}) == COUNT
    assert seen[-1] == (COUNT, COUNT)
    assert seen == sorted(seen)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_what_a_dead_child_leaves_is_done_here(documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch) -> None:
    alone = extracted(documents, config(), vocabulary())
    parent, facts = os.getpid(), Extractor.facts

    def deadly(self: Extractor, document: Document) -> tuple[Fact, ...]:
        if os.getpid() != parent and document.path == "7.md":
            os._exit(1)
        return facts(self, document)

    monkeypatch.setattr(Extractor, "facts", deadly)
    monkeypatch.setattr(extraction, "_children", lambda _: 2)
    assert extracted(documents, config(), vocabulary()) == alone


@pytest.mark.parametrize("count", [0, 1, 199])
def test_few_documents_are_read_here(count: int) -> None:
    assert extraction._children(count) == 1
