"""Files read and understood in one go: the same on several cores as one after the other."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.corpus.load import load
from bot.knowledge import cores
from bot.knowledge.build import build
from bot.knowledge.load import load_snapshot
from bot.knowledge.passages import PassageIndex
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.understanding import Understanding
from tests.knowledge_fixtures import config, vocabulary

COUNT = 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(COUNT):
        (tmp_path / f"{number}.md").write_text(article(number), encoding="utf-8")
    (tmp_path / "dateless.md").write_text("---\ntitle: 例\n---\n\n例。\n", encoding="utf-8")
    (tmp_path / "copy.md").write_text(article(7), encoding="utf-8")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    return tmp_path


def article(number: int) -> str:
    return (
        f"---\ntitle: 2021年峰会第{number}次报道\nurl: https://example.org/{number}\ndate: 2021-09-28\n---\n\n"
        f"2021年世界互联网大会乌镇峰会28日闭幕，共有{2000 + number}名嘉宾参会。第{number}辆乌篷船靠岸。\n"
    )


def plainly(folder: Path) -> Snapshot:
    return build(load(folder), config(), vocabulary())


@pytest.mark.skipif(sys.platform != "linux", reason="no safe fork here")
@pytest.mark.parametrize("indexing", [False, True])
def test_children_find_what_one_process_finds(folder: Path, monkeypatch: pytest.MonkeyPatch, indexing: bool) -> None:
    monkeypatch.setattr(cores, "_children", lambda _: 3)
    seen: list[tuple[int, int]] = []
    found = load_snapshot(folder, config(), vocabulary(), lambda *done: seen.append(done), indexing=indexing)
    alone = plainly(folder)
    assert found == alone
    assert found.finds == alone.finds
    assert seen == [(number, COUNT + 3) for number in range(1, COUNT + 4)]
    assert {fact.value for fact in found.find("summit:2021", "guests")} == {
        fact.value for fact in alone.find("summit:2021", "guests")
    }
    sentences = [found.passages.search("乌篷船", COUNT), alone.passages.search("乌篷船", COUNT)]
    assert {each.sentence.quote for each in sentences[0]} == {each.sentence.quote for each in sentences[1]}
    assert len(sentences[0]) == COUNT


def test_children_begin_anew_where_forking_is_not_safe(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_children", lambda _: 2)
    monkeypatch.setattr(cores, "_may_fork", lambda: False)
    assert load_snapshot(folder, config(), vocabulary(), indexing=True).finds == plainly(folder).finds


def test_what_was_indexed_and_did_not_come_into_the_snapshot_is_not_found(folder: Path) -> None:
    understanding = Understanding(config(), vocabulary(), indexing=True)
    corpus = load(folder, read=understanding.read)
    snapshot = build(corpus, config(), vocabulary(), understanding=understanding)
    found = [each.document.path for each in snapshot.passages.search("乌篷船", 2 * COUNT)]
    assert sorted(found) == sorted(f"{number}.md" for number in range(COUNT))
    assert len(snapshot.passages) == len(PassageIndex().passages(corpus.documents))


def test_articles_that_were_not_read_here_are_understood_all_the_same(folder: Path) -> None:
    corpus = load(folder)
    understanding = Understanding(config(), vocabulary())
    assert build(corpus, config(), vocabulary(), understanding=understanding) == plainly(folder)
