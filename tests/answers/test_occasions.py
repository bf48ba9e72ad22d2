"""Days of what happens within an edition, people by surname and office, what was said under which title."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import Lexicon, build_lexicon
from bot.answers.question import answer
from bot.knowledge.load import load_snapshot
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from tests.knowledge_fixtures import ROOT, TODAY, config, vocabulary

ARTICLE = """---
title: 第十届世界互联网大会乌镇峰会落幕
url: https://news.example/10
source: 某报
date: 2023-11-12
---

2023年世界互联网大会乌镇峰会11月8日至10日在浙江乌镇举行，这是第十届乌镇峰会，其间举办“直通乌镇”全球互联网大赛。

11月7日至11日，“互联网之光”博览会在乌镇举行，吸引580家企业参展。

世界互联网大会秘书长公冶长明主持开幕式，海洋联盟会长玛蒂·霍尔姆伦发表主旨演讲，题为《会呼吸的海岸》。峰会举办21场分论坛。

领先科技奖评出16项成果。

峰会闭幕式上发布了《乌镇共识》。

镇上的巡河机器人由孩子们起名，最后选中的名字叫“小桨”。

名词解释

沙盒（sandbox）：把可疑程序关在里面运行、不让它碰到系统其他部分的环境。
"""


@cache
def lexicon() -> Lexicon:
    return build_lexicon(vocabulary(), config())


@cache
def shipped() -> Snapshot:
    return load_snapshot(ROOT / "seeds", config())


@pytest.fixture(scope="module")
def tenth(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("articles")
    (folder / "2023.md").write_text(ARTICLE, encoding="utf-8")
    return load_snapshot(folder, config())


def ask(text: str, known: Snapshot) -> Answer:
    return answer(Question(text, of_text(text), TODAY), known, lexicon())


def told(answered: Answer) -> str:
    facts = [str(fact.value) for statement in answered.statements for fact in statement.facts]
    texts = [str(s.values["text"]) for s in answered.statements if "text" in s.values]
    return " ".join([*facts, *texts, *(citation.quote for citation in answered.citations)])


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2023年博览会是几号到几号", "11月7日至11日"),
        ("2023博览会哪天开", "11月7日至11日"),
        ("When did the expo run in 2023?", "11月7日至11日"),
        ("expo dates 2023", "11月7日至11日"),
        ("十年那届分论坛多少场", "21"),
        ("2023领先科技奖几项", "16"),
        ("2023年科技奖有多少项", "16"),
        ("霍尔姆伦演讲的题目是什么", "会呼吸的海岸"),
        ("玛蒂霍尔姆伦讲的题目是什么", "会呼吸的海岸"),
        ("公冶秘书长是谁", "公冶长明"),
        ("巡河机器人叫什么名字", "小桨"),
        ("机器人，2023年分论坛多少场", "21"),
        ("沙盒 sandbox 什么意思", "可疑程序"),
        ("sandbox 沙盒是什么", "可疑程序"),
        ("2023年闭幕式上发布了什么文件", "乌镇共识"),
        ("what document was released at the 2023 closing", "乌镇共识"),
    ],
)
def test_what_an_article_says_in_passing_is_found(tenth: Snapshot, question: str, expected: str) -> None:
    answered = ask(question, tenth)
    assert answered.kind is Kind.FOUND
    assert expected in told(answered)


@pytest.mark.parametrize(
    "question",
    [
        # The days of its clause are those of the summit.
        "2023年大赛是几号到几号",
        "第十届博览会什么时候举行",
        "2023年全体会议是哪天",
        "2022年博览会是几号",
        "十一年那届分论坛多少场",
        "公冶长明演讲的题目是什么",
        "2023年开幕式上发布了什么文件",
        "2023博览会哪天下午开",
        "送餐机器人叫什么名字",
        "沙漏 hourglass 什么意思",
    ],
)
def test_the_day_or_the_title_of_something_else_is_never_given(tenth: Snapshot, question: str) -> None:
    assert ask(question, tenth).kind is Kind.UNKNOWN


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("成立那天习主席做了什么", "习近平"),
        ("习主席在成立大会上做了什么", "习近平"),
        ("庄主任做了什么", "庄荣文"),
        ("于书记是谁", "于会游"),
        ("任秘书长是谁", "任贤良"),
        ("2022年全体会议是哪天上午", "11月9日上午"),
        ("2022年全会几号开的", "11月9日上午"),
        ("when was the plenary session in 2022", "11月9日上午"),
        ("2022有没有两岸论坛", "海峡两岸暨港澳互联网发展论坛"),
        ("22年有没有港澳台相关的论坛", "海峡两岸暨港澳互联网发展论坛"),
        ("Was there a cross-strait forum in 2022?", "海峡两岸暨港澳互联网发展论坛"),
    ],
)
def test_people_and_forums_by_other_names(question: str, expected: str) -> None:
    answered = ask(question, shipped())
    assert answered.kind is Kind.FOUND
    assert expected in told(answered)


@pytest.mark.parametrize(
    "question", ["2022全会是哪天下午", "2024年全体会议几号", "孙主席做了什么", "2022年有没有日韩相关的论坛"]
)
def test_others_of_the_kind_are_not_known(question: str) -> None:
    assert ask(question, shipped()).kind is Kind.UNKNOWN
