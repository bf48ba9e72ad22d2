"""A definition stands in the characters of its article, and is found by words of either kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.load import load_snapshot
from bot.language import Language
from bot.messages.html import plain
from bot.services.answering import Answering
from tests.knowledge_fixtures import FixedClock, config, vocabulary

DEFINITION = "一種資訊安全模型，預設網際網路上的任何裝置都不可信。每次存取都要驗證。"
ARTICLES = {
    "taiwan": f"**每日漲知識**\n\n零信任（zero trust）：{DEFINITION}\n",
    "below": f"**每日漲知識**\n\n零信任（zero trust）\n\n{DEFINITION}\n",
    "mainland": "**每日涨知识**\n\n零信任（zero trust）\n\n一种不相信任何设备的安全模型。\n",
}


def answering(folder: Path, body: str) -> Answering:
    text = f"---\ntitle: 2023年世界互联网大会乌镇峰会\nsource: 某报\ndate: 2023-11-09\n---\n\n{body}"
    (folder / "a.md").write_text(text, "utf-8")
    known = load_snapshot(folder, config())
    return Answering(lambda: known, config(), vocabulary(), FixedClock())


@pytest.mark.parametrize(
    ("article", "expected"),
    [("taiwan", DEFINITION), ("below", DEFINITION), ("mainland", "一种不相信任何设备的安全模型。")],
)
def test_a_definition_is_shown_as_printed(tmp_path: Path, article: str, expected: str) -> None:
    reply = answering(tmp_path, ARTICLES[article]).command("term", "零信任", Language.ZH)
    assert expected in plain(reply.html)


@pytest.mark.parametrize("words", ["網際網路", "互联网"])
def test_words_of_taiwan_and_of_the_mainland_find_the_same(tmp_path: Path, words: str) -> None:
    reply = answering(tmp_path, ARTICLES["taiwan"]).command("search", words, Language.ZH)
    assert "第 9 行" in plain(reply.html)
