"""Questions that ask for more than a value: by topic, against the shipped articles."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import Lexicon, build_lexicon
from bot.answers.question import answer
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from tests.knowledge_fixtures import TODAY, Row, config, document, fact, shipped, snapshot, vocabulary


@cache
def lexicon() -> Lexicon:
    return build_lexicon(vocabulary(), config())


def ask(text: str, known: Snapshot | None = None) -> Answer:
    return answer(Question(text, of_text(text), TODAY), known or shipped(), lexicon())


def values(answered: Answer) -> list[str]:
    return [str(fact.value) for statement in answered.statements for fact in statement.facts]


@pytest.mark.parametrize(
    ("question", "topics", "expected"),
    [
        ("2022和2024哪一届会期更长", ["contrast", "value.single", "value.single"], {"3", "4"}),
        ("2024年比2022年多几场分论坛", ["contrast", "value.single", "value.single"], {"19", "24"}),
        ("Which had more sub-forums, 2022 or 2024?", ["contrast", "value.single", "value.single"], {"19", "24"}),
        ("哪一届会期最长", ["superlative", "value.single", "value.single"], {"3", "4"}),
        ("哪届分论坛多", ["superlative", "value.single", "value.single"], {"19", "24"}),
        (
            "哪届主题提到智能向善",
            ["value.edition_of"],
            {"拥抱以人为本、智能向善的数字未来——携手构建网络空间命运共同体"},
        ),
        ("哪一年来了两千一百多名嘉宾", ["value.edition_of"], {"2100"}),
        ("疫情下的数字社会是哪一年的分论坛", ["value.edition_of"], {"疫情下的数字社会"}),
        ("哪一届有咖荟", ["value.single"], {"12"}),
        ("2022年7月12日发生了什么", ["value.event"], {"2022-07-12"}),
        ("为什么要设杰出贡献奖", ["value.purpose"], {"世界互联网大会杰出贡献奖"}),
        ("数字研修院是给谁办的", ["value.purpose"], {"世界互联网大会数字研修院"}),
        ("GSMA 是什么角色", ["value.part", "value.part"], {"全球移动通信系统协会", "全球移动通信系统协会（GSMA）"}),
        ("2022年之前一共办过几届", ["value.editions"], {"9"}),
        ("2022年大赛项目比往年增加多少", ["value.single"], {"100"}),
        ("2022年关于人工智能的论坛有哪些", ["value.list"], {"人工智能与数字伦理论坛"}),
        ("桐乡市委书记是谁", ["who.deed"], {"于会游"}),
        ("桐乡的书记是谁呀", ["who.deed"], {"于会游"}),
        (
            "共建网络世界共创数字未来是哪一年的主题",
            ["value.edition_of"],
            {"共建网络世界 共创数字未来——携手构建网络空间命运共同体"},
        ),
        ("What is the think tank programme for?", ["value.purpose"], {"世界互联网大会智库合作计划"}),
        (
            "which year was the award for outstanding contributions set up",
            ["value.edition_of"],
            {"世界互联网大会杰出贡献奖"},
        ),
        ("浙江省省长是谁", ["who.deed"], {"王浩"}),
        ("网信办主任是谁", ["who.deed", "who.deed"], {"庄荣文"}),
        ("who is the party secretary of Tongxiang", ["who.deed"], {"于会游"}),
        ("Who is Ren Xianliang?", ["who.deed"] * 3, {"任贤良"}),
    ],
)
def test_a_topic_says_it_with_its_proofs(question: str, topics: list[str], expected: set[str]) -> None:
    answered = ask(question)
    assert answered.kind is Kind.FOUND
    assert [statement.topic for statement in answered.statements] == topics
    assert set(values(answered)) == expected
    assert answered.citations


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("2022年有没有工业互联网的分论坛", True),
        ("2022年有没有关于数据治理的论坛", True),
        ("2024年的峰会是在乌镇办吗", True),
        ("2022年嘉宾有没有超过两千", True),
        ("腾讯是不是发起方之一", True),
        ("Is Tencent one of the founders?", True),
        ("Did the 2022 contest have a cybersecurity track?", True),
        ("王浩参加2022年的全体会议了吗", True),
        ("任贤良是秘书长吗", True),
        ("首届是2014年办的吗", True),
        ("2022年是24场分论坛吗", False),
        ("2022嘉宾有3000人吗", False),
        ("华为是国际组织的发起单位吗", False),
        ("国际组织总部在乌镇？", False),
        ("总部在上海吗", False),
        ("2022年是第十届对吧", False),
        ("2022大赛有元宇宙赛道吗", False),
        ("2022年大赛有人工智能赛道不", True),
        ("华为拿到2022年领先科技成果了吗", True),
        ("was the 2024 summit longer than the one in 2022?", True),
        ("2022年的会期比2024年长吗", False),
        ("2022年峰会是不是只在线上办的", False),
    ],
)
def test_a_claim_is_borne_out_or_contradicted(question: str, verdict: bool) -> None:
    answered = ask(question)
    assert (answered.kind, answered.verdict) == (Kind.FOUND, verdict)
    assert answered.citations


@pytest.mark.parametrize(
    "question",
    [
        "2022年有没有卫星互联网分论坛",  # the list is open
        "2022年支持单位有微软吗",
        "马云2022年来了吗",  # absence is never concluded
        "庄荣文2024年出席了吗",
        "Did the 2022 contest have a ballet track?",  # what is printed in Chinese cannot be denied in English
        "Was the 2022 summit in Beijing?",
    ],
)
def test_what_is_silent_or_open_is_no_no(question: str) -> None:
    answered = ask(question)
    assert (answered.kind, answered.verdict, answered.statements) == (Kind.UNKNOWN, None, ())


@pytest.mark.parametrize(
    "question",
    [
        "哪一届嘉宾最多",  # one edition has the figure
        "which edition had the most coffee talks",
        "你觉得哪一届办得最好",
        "为什么选在乌镇",
        "副秘书长是谁",
        "乌镇镇长是谁",
        "who is the deputy secretary of Tongxiang",
        "2023年桐乡市委书记是谁",
        "2024年报道了多少人",
        "浙江的书记是谁",  # his office is the town's
        "国际组织主席是谁",  # another's office
        "峰会主席是谁",
        "2022年比2019年嘉宾多多少",
        "2022年嘉宾里，记者有多少",
    ],
)
def test_no_conclusion_without_the_facts_for_it(question: str) -> None:
    assert ask(question).kind is Kind.UNKNOWN


def test_hedged_figures_that_may_be_equal_have_no_winner() -> None:
    source = document("a.md", "2020-12-01")
    rows: list[Row] = [
        {"subject": "summit:2018", "predicate": "guests", "value": 1500, "approximation": "about"},
        {"subject": "summit:2019", "predicate": "guests", "value": 1500, "approximation": "over"},
    ]
    known = snapshot([source], [fact(source, row) for row in rows])
    compared = ask("2018和2019哪年嘉宾多", known)
    assert compared.statements[0].values["direction"] is None
    assert ask("哪一届嘉宾最多", known).kind is Kind.UNKNOWN


def test_a_comparison_names_the_edition_that_lacks_the_figure() -> None:
    answered = ask("2022和2024的嘉宾人数比较")
    assert answered.kind is Kind.FOUND
    assert answered.missing == ("guests",)
    assert answered.values["lacking"] == ("summit:2024",)


@pytest.mark.parametrize(
    ("question", "corrected", "expected"),
    [
        ("2022年乌镇风会有多少嘉宾", ("乌镇风会", "乌镇峰会"), "2100"),
        ("任贤亮是谁", ("任贤亮", "任贤良"), "任贤良"),
        ("于会有是谁", ("于会有", "于会游"), "于会游"),
        ("how many geusts came in 2022", ("geusts", "guests"), "2100"),
        ("2024年主体是什么", ("主体", "主题"), "拥抱以人为本、智能向善的数字未来——携手构建网络空间命运共同体"),
    ],
)
def test_a_slip_is_read_as_what_was_meant_and_said(question: str, corrected: tuple[str, str], expected: str) -> None:
    answered = ask(question)
    assert corrected in answered.understood.corrected
    assert expected in values(answered)


@pytest.mark.parametrize(
    "question", ["2022年有多少记者", "网信办是什么时候成立的", "2024年票价", "what was the party in 2022"]
)
def test_another_word_is_no_slip(question: str) -> None:
    answered = ask(question)
    assert answered.kind is Kind.UNKNOWN
    assert answered.understood.corrected == ()


@pytest.mark.parametrize(
    ("question", "predicates"),
    [
        ("2022年有多少嘉宾，来自多少个国家", ["guests", "countries"]),
        ("2024年主题是什么？几号开始？", ["theme", "start_date"]),
        ("When and where will the 2024 summit take place?", ["venue", "start_date"]),
        ("2022年咖荟几场？2024年分论坛几场？", ["coffee_talks", "subforums"]),
    ],
)
def test_two_questions_get_a_line_each(question: str, predicates: list[str]) -> None:
    answered = ask(question)
    assert answered.kind is Kind.FOUND
    assert {str(s.values["predicate"]) for s in answered.statements} == set(predicates)


def test_a_sentence_that_cannot_be_answered_is_named_beside_the_other() -> None:
    answered = ask("2022年有多少记者？来了多少嘉宾？")
    assert values(answered) == ["2100"]
    assert answered.missing == ("2022年有多少记者",)


@pytest.mark.parametrize("question", ["你是谁", "你能做什么", "hello", "what can you do?", "你有哪几年的资料"])
def test_the_bot_says_who_it_is(question: str) -> None:
    assert ask(question).title == "bot.title"


@pytest.mark.parametrize("question", ["MITM是什么意思", "中间人是什么意思", "MITM中间人攻击怎么理解"])
def test_a_term_goes_by_its_initials_and_without_its_kind(question: str) -> None:
    assert ask(question).title == "term.title"


def test_a_part_that_was_not_read_is_named_beside_one_that_asks() -> None:
    answered = ask("2022年博览会人气，多少家展商")
    assert values(answered) == ["400"]
    assert answered.missing == ("2022年博览会人气",)
