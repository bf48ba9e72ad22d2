"""Sentences with figures that no fact came from."""

from __future__ import annotations

from pathlib import Path

from bot.corpus.load import load
from bot.knowledge.build import build
from bot.knowledge.unread import unread
from tests.knowledge_fixtures import config, vocabulary

ARTICLE = """---
title: 2023年世界互联网大会乌镇峰会举行
date: 2023-11-12
---

2023年世界互联网大会乌镇峰会于11月8日至10日在乌镇举行。

会场外新栽了380棵香樟。

会场内人来人往。
"""
ELSEWHERE = "---\ntitle: 某地修路\ndate: 2023-11-12\n---\n\n路长380公里。\n"


def test_only_figures_that_were_not_understood_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.md").write_text(ELSEWHERE, encoding="utf-8")
    snapshot = build(load(tmp_path), config(), vocabulary())
    found = {
        document.path: [(sentence.line, sentence.text) for sentence in unread(document, snapshot)]
        for document in snapshot.documents.values()
    }
    assert found == {"a.md": [(8, "会场外新栽了380棵香樟。")], "b.md": []}
