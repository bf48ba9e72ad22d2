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


PART = """---
title: 2023年世界互联网大会乌镇峰会
date: 2023-11-12
---

峰会有1800名嘉宾参会。

峰会有1800名嘉宾参会，另有900名志愿者。

受访者中有87%表示满意。

记者约一千二百名。

现场来了一支三人乐队。
"""
NOTHING = """---
title: 杂记
date: 2023-11-12
---

世界互联网大会发放了5000份手册。
"""


def _unread(folder: Path, text: str) -> list[int]:
    (folder / "a.md").write_text(text, encoding="utf-8")
    snapshot = build(load(folder), config(), vocabulary())
    (document,) = snapshot.documents.values()
    return [sentence.line for sentence in unread(document, snapshot, config().series)]


def test_a_sentence_that_told_one_figure_and_not_another_is_shown(tmp_path: Path) -> None:
    assert _unread(tmp_path, PART) == [8, 10, 12]


def test_an_article_without_a_fact_has_unread_figures_if_it_names_the_series(tmp_path: Path) -> None:
    assert _unread(tmp_path, NOTHING) == [6]


def test_only_figures_that_were_not_understood_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.md").write_text(ELSEWHERE, encoding="utf-8")
    snapshot = build(load(tmp_path), config(), vocabulary())
    found = {
        document.path: [(sentence.line, sentence.text) for sentence in unread(document, snapshot, config().series)]
        for document in snapshot.documents.values()
    }
    assert found == {"a.md": [(8, "会场外新栽了380棵香樟。")], "b.md": []}
