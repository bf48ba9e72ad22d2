"""Questions in words against the shipped articles: right, or honestly unknown."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import Lexicon, build_lexicon
from bot.answers.question import answer
from bot.facts.fact import Basis
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from tests.knowledge_fixtures import TODAY, config, document, fact, shipped, snapshot, vocabulary


@cache
def lexicon() -> Lexicon:
    return build_lexicon(vocabulary(), config())


def ask(text: str, known: Snapshot | None = None) -> Answer:
    return answer(Question(text, of_text(text), TODAY), known or shipped(), lexicon())


def values(answered: Answer) -> list[str]:
    return [str(fact.value) for statement in answered.statements for fact in statement.facts]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2024年峰会的主题是什么", "拥抱以人为本、智能向善的数字未来——携手构建网络空间命运共同体"),
        ("第九届的主题", "共建网络世界 共创数字未来——携手构建网络空间命运共同体"),
        ("2022年有多少嘉宾", "2100"),
        ("how many guests attended the 2022 summit?", "2100"),
        ("2022年嘉宾来自多少个国家和地区", "120"),
        ("2022年有多少场分论坛", "19"),
        ("how many sub-forums in 2024", "24"),
        ("2022年咖荟有几场", "12"),
        ("2022年博览会有多少家企业参展", "400"),
        ("2022年多少个国家参展", "40"),
        ("2022年大赛有多少个项目参赛", "1100"),
        ("2022年案例入选了多少项", "12"),
        ("2022年申报了多少案例", "210"),
        ("2022年领先科技成果有多少项", "15"),
        ("2022年谁主办的", "世界互联网大会"),
        ("2022年承办单位", "浙江省人民政府"),
        ("2024年在哪里举行", "浙江乌镇"),
        ("2024年开几天", "4"),
        ("2022年哪天开幕", "2022-11-09"),
        ("2024年新闻发布会是哪天", "2024-10-24"),
        ("去年聚焦什么", "人工智能的技术和产业发展，以及它给人类经济社会带来的影响"),
        ("总部在哪", "中国北京"),
        ("永久会址在哪里", "浙江乌镇"),
        ("世界互联网大会是哪一年创办的", "2014"),
        ("国际组织是什么时候成立的", "2022-07-12"),
        ("2022年谁主持全体会议", "任贤良"),
        ("谁宣读了贺信", "黄坤明"),
        ("谁给2022年峰会发来贺信", "习近平"),
        ("2022年是第几届", "9"),
    ],
)
def test_a_single_fact_is_found(question: str, expected: str) -> None:
    answered = ask(question)
    assert answered.kind is Kind.FOUND
    assert values(answered) == [expected]
    assert answered.citations


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("2022年支持单位有哪些", 4),
        ("2024年新增了什么", 4),
        ("由哪些单位发起", 7),
        ("which organisations supported the 2022 summit", 4),
        ("谁在2022年全体会议上发表了主旨演讲", 2),
        ("发起单位有哪些", 7),  # six and their stated number
        ("2022年有哪些赛道", 8),
        ("2022年有哪些分论坛", 23),
        ("2024年的议题有哪些", 6),
        ("2022年谁作了主旨演讲", 2),
    ],
)
def test_a_list_is_found_whole(question: str, count: int) -> None:
    answered = ask(question)
    assert answered.kind is Kind.FOUND
    assert len(values(answered)) == count


UNANSWERABLE = """
2024年有多少嘉宾
2024年有多少个国家参加
2024年博览会有多少家参展商
2024年支持单位
2022年新增了什么
2023年的主题
今年的主题
明年什么时候举办
第十届有多少嘉宾
首届的主题
1999年的主题
门票多少钱
2024年峰会的预算是多少
2024年乌镇天气怎么样
2022年达沃斯论坛的主题
2024年博鳌论坛主题
2024年亚太峰会的主题
尼山对话是什么时候
2022年外国嘉宾有多少
2022年线下嘉宾有多少
2022年有多少记者
2022年有多少志愿者
2022年论坛有多少嘉宾
2022年多少人参加开幕式
2022年博览会的主题
2022年博览会什么时候开幕
第九届大赛有多少项目
2022年全体会议几点开始
2022年有没有关于卫星互联网的分论坛
下一届什么时候
2022年谁没来
2022年乌镇的GDP
2022年中国有多少网民
乌镇在哪
国际组织有多少会员
国际组织的主题
2022年会员有多少
2022年习近平讲了什么
2022年嘉宾名单
2022年谁致辞
2022年谁主办了全体会议
2022年哪些企业
2022年开幕式谁致辞
2022年第一场分论坛
2022年数字中国峰会主题
2022年广交会有多少家企业参展
腾讯总部在哪
阿里巴巴什么时候成立
2024年嘉宾有马云吗
2022年最后一天有什么活动
2022年为什么有咖荟
2024年直播在哪看
how much is a ticket
What was the budget of the 2024 summit?
How many guests attended in 2024?
theme of the 2022 Davos forum
2024 G20 summit theme
what is the population of Wuzhen
When was Wuzhen founded?
How many journalists attended in 2022?
Is the summit free?
theme of the third summit
Was the 2022 summit in Beijing?
who won the World Cup in 2022
What did the president say in 2022?
""".strip().splitlines()


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_what_the_articles_do_not_hold_is_unknown_and_says_nothing_else(question: str) -> None:
    answered = ask(question)
    assert answered.kind is Kind.UNKNOWN
    assert answered.statements == ()
    assert answered.verdict is None
    assert answered.suggestions


def test_a_summit_question_without_a_year_gets_labelled_readings() -> None:
    answered = ask("峰会的主题是什么")
    assert answered.kind is Kind.AMBIGUOUS
    assert [statement.values["subject"] for statement in answered.statements] == ["summit:2024", "summit:2022"]


def test_founded_alone_means_the_conference_or_the_organisation() -> None:
    answered = ask("什么时候成立的")
    assert answered.kind is Kind.AMBIGUOUS
    assert values(answered) == ["2014", "2022-07-12"]


def test_at_most_three_readings_are_offered() -> None:
    source = document("a.md", "2020-12-01")
    rows = [{"subject": f"summit:{year}", "predicate": "theme", "value": f"主题{year}"} for year in range(2014, 2020)]
    answered = ask("峰会的主题", snapshot([source], [fact(source, row) for row in rows]))
    assert values(answered) == ["主题2019", "主题2018", "主题2017"]


def test_the_latest_edition_says_that_it_is_the_latest_known() -> None:
    assert ask("最近一届的主题").notes == ("latest_in_sources",)


def test_an_ordinal_taken_from_the_year_of_the_series_is_said() -> None:
    assert "by_nth_year" in ask("第十一届的主题").notes


def test_the_first_edition_is_dated_by_the_founding_of_the_series() -> None:
    answered = ask("首届是哪一年")
    assert (answered.kind, values(answered)) == (Kind.FOUND, ["2014"])
    assert answered.statements[0].topic == "value.first_edition"


def test_whether_there_was_such_a_thing_is_answered_yes_only_with_a_fact() -> None:
    assert ask("2022年有没有咖荟").verdict is True
    assert ask("Were there any coffee talks in 2022?").verdict is True
    assert ask("2024年有没有咖荟").kind is Kind.UNKNOWN


def test_two_editions_are_answered_each() -> None:
    answered = ask("2022和2024的主题")
    assert [statement.values["subject"] for statement in answered.statements] == ["summit:2022", "summit:2024"]


def test_a_part_that_is_unknown_is_named_as_missing() -> None:
    answered = ask("2024年的主题和支持单位")
    assert answered.kind is Kind.FOUND
    assert answered.missing == ("supporter",)


def test_derived_days_are_shown_as_derived() -> None:
    (statement,) = ask("2022年什么时候举办").statements
    assert statement.topic == "value.dates"
    assert {f.basis for f in statement.facts} == {Basis.DERIVED}


def test_a_value_that_lost_stays_as_an_alternative() -> None:
    preview, report = document("a.md", "2024-10-26"), document("b.md", "2024-11-23")
    announced = fact(preview, {"subject": "summit:2024", "predicate": "subforums", "value": 24, "phase": "announced"})
    reported = fact(report, {"subject": "summit:2024", "predicate": "subforums", "value": 26, "phase": "reported"})
    answered = ask("2024年有多少场分论坛", snapshot([preview, report], [reported], [announced]))
    assert values(answered) == ["26"]
    assert answered.statements[0].alternatives == (announced,)
    assert answered.citations == reported.sources + announced.sources


def test_the_same_question_gives_the_same_answer() -> None:
    assert ask("2022年支持单位有哪些") == replace(ask("2022年支持单位有哪些"))
