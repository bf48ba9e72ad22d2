"""Building on the snapshot before gives what building anew gives, and does again only what changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.corpus.document import Document
from bot.corpus.load import load
from bot.facts.extract import Extractor
from bot.facts.fact import Fact
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot
from tests.knowledge_fixtures import ROOT, config, vocabulary

PREVIEW = """---
title: 2021年峰会新闻发布会
url: https://example.org/2021
date: 2021-09-16
---

2021年世界互联网大会乌镇峰会将于9月26日至28日举办，主题为“迈向数字文明新时代”。峰会设20个分论坛。

每日涨知识
零信任（zero trust）
默认不相信任何人或设备，每次访问都要重新验证。
"""
REPORT = """---
title: 2021年峰会闭幕
url: https://example.org/2021-closing
date: 2021-09-28
---

2021年世界互联网大会乌镇峰会28日闭幕。本届峰会共有2000余名嘉宾参会，峰会共设21个分论坛。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in (ROOT / "seeds").glob("*.md"):
        (tmp_path / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "2021.md").write_text(PREVIEW, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"closing.md": REPORT},
        {"2021.md": None},
        {"2021.md": PREVIEW.replace("20个", "22个")},
        {"2021.md": PREVIEW.replace("date: 2021-09-16", "date: 2022-09-16")},
        {"2021.md": None, "renamed.md": PREVIEW},
        {"2021.md": None, "closing.md": REPORT, "0.md": PREVIEW.replace("zero trust", "never trust")},
    ],
    ids=["nothing", "added", "removed", "changed", "redated", "renamed", "several"],
)
def test_building_on_the_snapshot_before_gives_the_same(folder: Path, change: Mapping[str, str | None]) -> None:
    corpus = load(folder)
    before = build(corpus, config(), vocabulary())
    for name, text in change.items():
        (folder / name).unlink(missing_ok=True)
        if text is not None:
            (folder / name).write_text(text, encoding="utf-8")
    after = build(load(folder, corpus), config(), vocabulary(), before)
    anew = build(load(folder), config(), vocabulary())
    assert after == anew
    assert after.index == anew.index
    assert list(after.index) == list(anew.index)
    assert after.years == anew.years


def test_only_changed_documents_are_read_for_facts_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = load(folder)
    before = build(corpus, config(), vocabulary())
    (folder / "2021.md").write_text(PREVIEW.replace("20个", "22个"), encoding="utf-8")
    (folder / "closing.md").write_text(REPORT, encoding="utf-8")
    read: list[str] = []
    facts = Extractor.facts

    def noted(extractor: Extractor, document: Document) -> tuple[Fact, ...]:
        read.append(document.path)
        return facts(extractor, document)

    monkeypatch.setattr(Extractor, "facts", noted)
    build(load(folder, corpus), config(), vocabulary(), before)
    assert read == ["2021.md", "closing.md"]


def test_sentences_are_found_as_of_their_snapshot(folder: Path) -> None:
    def where(snapshot: Snapshot, words: str) -> list[str]:
        return [passage.document.path for passage in snapshot.passages.search(words, 5)]

    corpus = load(folder)
    before = build(corpus, config(), vocabulary())
    assert where(before, "零信任") == ["2021.md"]
    (folder / "2021.md").write_text(PREVIEW.replace("零信任", "蜜罐"), encoding="utf-8")
    (folder / "closing.md").write_text(REPORT + "\n会场里有咖啡师。\n", encoding="utf-8")
    after = build(load(folder, corpus), config(), vocabulary(), before)
    assert where(after, "零信任") == []
    assert where(after, "蜜罐") == ["2021.md"]
    assert where(after, "咖啡师") == ["closing.md"]
    assert len(after.passages) == len(build(load(folder), config(), vocabulary()).passages)
    # The one before still answers as it did.
    assert where(before, "零信任") == ["2021.md"]
    assert where(before, "蜜罐") == []


def test_an_error_in_one_article_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("good", "bad"):
        text = f"---\ntitle: 2023年世界互联网大会乌镇峰会{name}\ndate: 2023-11-12\n---\n\n峰会设20场分论坛。{name}。\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    facts = Extractor.facts

    def failing(self: Extractor, document: Document) -> tuple[Fact, ...]:
        if document.path == "bad.md":
            raise OverflowError
        return facts(self, document)

    monkeypatch.setattr(Extractor, "facts", failing)
    snapshot = build(load(tmp_path), config(), vocabulary())
    assert {fact.predicate for fact in snapshot.facts} == {"subforums"}
    assert [(problem.path, problem.code) for problem in snapshot.problems] == [("bad.md", "not_understood")]
