"""What somebody said is told in the words of the articles, and nobody else's words are theirs."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.answers.answer import Answer, Kind
from bot.knowledge.load import load_snapshot
from bot.knowledge.snapshot import Snapshot
from tests.answers.test_topics import ask
from tests.knowledge_fixtures import ROOT, config

ARTICLE = """---
title: 2023年世界互联网大会乌镇峰会开幕
source: 水乡报
date: 2023-11-08
---

2023年世界互联网大会乌镇峰会11月8日开幕。世界互联网大会秘书长任贤良出席开幕式并致辞，浙江省省长王浩主持。他说，欢迎各位来到水乡。

任贤良在接受采访时表示，青年是互联网的未来。他还希望更多年轻人来乌镇。会场外下着小雨。

王浩作了主旨演讲。他谈到，浙江会继续办好峰会。据任贤良介绍，下列活动值得一看：

- 桥头音乐会
- 水上市集

有人引用了任贤良倡导的办会理念，谈到未来。
"""


@cache
def known() -> Snapshot:
    return load_snapshot(ROOT / "seeds", config())


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("seeds")
    (folder / "2023.md").write_text(ARTICLE, "utf-8")
    return load_snapshot(folder, config())


def said(answered: Answer) -> list[str]:
    return [str(statement.values["text"]) for statement in answered.statements]


@pytest.mark.parametrize(
    ("question", "piece"),
    [
        ("庄荣文说了什么", "十分看重2022年世界互联网大会乌镇峰会"),
        ("李书磊在主旨演讲中说了什么", "谈到各方如何携手"),
        ("What did Li Shulei talk about in his speech?", "谈到各方如何携手"),
        ("于会游表示什么", "着力打造文化交流传播的窗口"),
        ("桐乡市委书记说了什么", "着力打造文化交流传播的窗口"),
        ("赵承讲了什么", "服务更多元"),
        ("2024年任贤良介绍了什么", "聚焦人工智能"),
    ],
)
def test_the_sentence_is_told_with_its_proof(question: str, piece: str) -> None:
    answered = ask(question, known())
    assert answered.kind is Kind.FOUND
    assert answered.title == "said.title"
    assert any(piece in text for text in said(answered))
    assert answered.citations


@pytest.mark.parametrize("question", ["王浩说了什么", "李书磊在开幕式上说了什么", "2022年赵承说了什么"])
def test_what_nobody_quotes_is_not_told(question: str) -> None:
    assert ask(question, known()).title != "said.title"


def test_he_is_the_one_who_spoke_before(own: Snapshot) -> None:
    texts = said(ask("任贤良说了什么", own))
    assert texts == [
        "任贤良在接受采访时表示，青年是互联网的未来。他还希望更多年轻人来乌镇。",
        "据任贤良介绍，下列活动值得一看：\n· 桥头音乐会\n· 水上市集",
    ]
    assert said(ask("王浩说了什么", own)) == ["他谈到，浙江会继续办好峰会。"]


def test_what_is_asked_besides_must_stand_in_it(own: Snapshot) -> None:
    assert said(ask("任贤良说了什么关于青年的话", own)) == [
        "任贤良在接受采访时表示，青年是互联网的未来。他还希望更多年轻人来乌镇。"
    ]
    assert ask("任贤良说了什么关于货币的话", own).title != "said.title"
