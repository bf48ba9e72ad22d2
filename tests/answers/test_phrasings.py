"""Ways to ask for the same, by family: each stands for all that are put together alike, in either language."""

from __future__ import annotations

from functools import cache

import pytest

from bot.answers.answer import Answer, Kind, Question
from bot.answers.interpret.lexicon import Lexicon, build_lexicon
from bot.answers.question import answer
from bot.knowledge.load import load_snapshot
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from tests.knowledge_fixtures import ROOT, TODAY, Row, config, fact, shipped, snapshot, vocabulary


@cache
def lexicon() -> Lexicon:
    return build_lexicon(vocabulary(), config())


@cache
def articles(name: str) -> Snapshot:
    folder = ROOT / "seeds" if name == "seeds" else ROOT / "tests/questions/articles" / name
    return load_snapshot(folder, config())


def ask(text: str, name: str) -> Answer:
    return answer(Question(text, of_text(text), TODAY), articles(name), lexicon())


def told(answered: Answer) -> set[str]:
    """Every value, and the words of every sentence, of an answer."""
    facts = {str(fact.value) for statement in answered.statements for fact in statement.facts}
    return facts | {str(s.values["text"]) for s in answered.statements if "text" in s.values}


EDITIONS = [
    ("哪届有22场分论坛", "2017"),
    ("哪年嘉宾有1650人", "2016"),
    ("which edition had 8 coffee talks", "2021"),
    ("which summit had 20 sub-forums", "2021"),
    ("Which edition had 1,650 guests?", "2016"),
    ("哪一届有咖荟6场", "2019"),
    ("which year had 310 exhibitors?", "2016"),
    ("哪届参展企业是310家", "2016"),
    ("哪次来了87个国家", "2016"),
    ("智创未来是第几届的主题", "2017"),
    ("万物相连是哪一届的口号", "2019"),
    ("第几届的主题是数字水乡", "2016"),
    ("哪年的主题里有“善用智能”四个字", "2019"),
    ("主题里带“数字文明”字样的是哪届", "2021"),
    ("哪届主题提到了数字水乡这个词", "2016"),
    ("which edition's theme mentions 数字文明", "2021"),
]


@pytest.mark.parametrize(("question", "year"), EDITIONS)
def test_a_figure_or_some_words_of_a_theme_lead_to_their_edition(question: str, year: str) -> None:
    answered = ask(question, "decade")
    assert answered.kind is Kind.FOUND
    assert {statement.values["subject"] for statement in answered.statements} == {f"summit:{year}"}


COMPARED = [
    ("2016和2021参展企业差了多少家", {"310", "300"}),
    ("16年和21年嘉宾相差多少人", {"1650", "2000"}),
    ("2016年跟2019年比，谁的参展商多", {"310", "600"}),
    ("Which of the two had more exhibitors, 2016 or 2019?", {"310", "600"}),
    ("Of 2016 and 2017, which had more sub-forums?", {"16", "22"}),
    ("2017年和2016年分论坛差几场", {"16", "22"}),
    ("2016和2017这两届哪届分论坛多", {"16", "22"}),
    ("咖荟2019和2021哪年多", {"6", "8"}),
    ("which of these two editions had more coffee talks: 2019 or 2021", {"6", "8"}),
    ("2021咖荟比2019多几场", {"6", "8"}),
]


@pytest.mark.parametrize(("question", "figures"), COMPARED)
def test_two_editions_are_compared_in_any_order_of_words(question: str, figures: set[str]) -> None:
    answered = ask(question, "decade")
    assert answered.kind is Kind.FOUND
    assert answered.statements[0].topic == "contrast"
    assert told(answered) == figures


@pytest.mark.parametrize(
    "question",
    [
        "2019年举几个分论坛的例子",
        "2019年随便列几个分论坛",
        "2019年的分论坛举例",
        "说几个2019年的分论坛",
        "List a few sub-forums from 2019",
        "Name some of the 2019 sub-forums",
        "tell me a couple of forums from 2019",
        "name a few sub-forums of the sixth edition",
    ],
)
def test_some_of_a_list_are_asked_for_by_the_list(question: str) -> None:
    assert {"5", "5G应用论坛", "数字乡村论坛"} <= told(ask(question, "decade"))


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("2019有没有讲数字乡村的分论坛", True),
        ("2019有没有聚焦网络文学的论坛", True),
        ("2019有没有讨论女性与互联网的论坛", True),
        ("2019有谈5g应用的分论坛吗", True),
        ("was there a forum on 网络文学 in 2019", True),
        ("Did the 2019 programme have a forum on 网络文学?", True),
        ("did the 2019 programme include an 人工智能论坛", True),
        ("2019有没有讲脑机接口的分论坛", False),
    ],
)
def test_whether_a_forum_spoke_of_something(question: str, verdict: bool) -> None:
    answered = ask(question, "decade")
    assert (answered.kind, answered.verdict) == (Kind.FOUND, verdict)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("2016年几号开始几号散", {"2016-11-16", "2016-11-18"}),
        ("第六届主题后半句是什么", {"万物相连 善用智能——携手共建网络空间命运共同体"}),
        ("2017主题的前半句", {"开放共享 智创未来——携手共建网络空间命运共同体"}),
        ("exact dates of the 2019 summit", {"2019-10-20", "2019-10-22"}),
        ("the precise dates of the sixth edition", {"2019-10-20", "2019-10-22"}),
        ("2017计划办多少场分论坛", {"22"}),
        ("2016年计划搞几场分论坛来着", {"16"}),
        ("第三届协办单位？承办单位？", {"中国互联网协会", "桐乡市人民政府"}),
        ("2016年 承办 协办", {"中国互联网协会", "桐乡市人民政府"}),
        ("2016年承办协办单位", {"中国互联网协会", "桐乡市人民政府"}),
    ],
)
def test_values_are_asked_for_in_other_words_or_two_at_once(question: str, expected: set[str]) -> None:
    answered = ask(question, "decade")
    assert answered.kind is Kind.FOUND
    assert told(answered) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("国际组织的生日是哪天", {"2022-07-12"}),
        ("2022发起单位 一共 几家", {"6"}),
        ("2022年发起单位有几家", {"6"}),
        ("which year was the World Internet Conference started", {"2014"}),
        ("In which year did the World Internet Conference begin?", {"2014"}),
    ],
)
def test_beginnings_of_the_series_and_of_the_body(question: str, expected: set[str]) -> None:
    answered = ask(question, "seeds")
    assert answered.kind is Kind.FOUND
    assert told(answered) == expected


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("2023年发起单位有几家", "seeds"),
        ("2024年计划花多少钱", "seeds"),
        ("哪届有99场分论坛", "decade"),
        ("which edition had 13 coffee talks", "decade"),
        ("量子纠缠是第几届的主题", "decade"),
        ("哪届参展企业来自的国家最多", "decade"),
        ("2016年主办方的支持单位", "decade"),
        ("List a few sub-forums from 2020", "decade"),
        ("2016和2018参展企业差了多少家", "decade"),
        ("exact dates of the eighth press tour", "decade"),
        ("2017有没有讲数字乡村的分论坛", "decade"),
    ],
)
def test_what_is_not_said_stays_unknown_however_it_is_asked(question: str, name: str) -> None:
    assert ask(question, name).kind is Kind.UNKNOWN


FIGURES = [
    ("2022年嘉宾超过2000人吗", True),
    ("2022嘉宾有2000多人吗", True),
    ("2022年嘉宾多于2000名吗", True),
    ("2022嘉宾不止2000吗", True),
    ("2022嘉宾有没有2000人", True),
    ("2022年嘉宾够2000人吗", True),
    ("2022年嘉宾达到2000位了吗", True),
    ("2022年嘉宾不到2000人吗", False),
    ("Did more than 2000 guests come to the 2022 summit?", True),
    ("were there over 2000 guests in 2022", True),
    ("did at least 2000 guests attend in 2022", True),
    ("did fewer than 2000 guests attend in 2022", False),
]


@pytest.mark.parametrize(("question", "verdict"), FIGURES)
def test_four_digits_that_count_something_are_no_year(question: str, verdict: bool) -> None:
    answered = ask(question, "seeds")
    assert (answered.kind, answered.verdict) == (Kind.FOUND, verdict)
    assert told(answered) == {"2100"}


def test_of_two_figures_a_number_is_held_against_its_own() -> None:
    answered = ask("2022年来了多少嘉宾，是24场分论坛吗", "seeds")
    assert answered.verdict is False
    assert told(answered) == {"2100", "19"}
    assert [str(fact.value) for fact in answered.statements[0].facts] == ["19"]


TWO_ASKS = [
    ("国际组织是几家单位发起的，有阿里吗", True, {"6", "阿里巴巴（中国）有限公司"}),
    ("国际组织是几家单位发起的，有腾讯吗", True, {"6", "深圳市腾讯计算机系统有限公司"}),
    ("2022几个分论坛，有开源的吗", True, {"19", "开源技术生态创新发展"}),
    ("2022年有几场分论坛，有没有工业互联网的", True, {"19", "工业互联网论坛"}),
    ("2022年来了几个国家，嘉宾超过3000人吗", False, {"120", "2100"}),
]


@pytest.mark.parametrize(("question", "verdict", "expected"), TWO_ASKS)
def test_a_count_and_a_yes_or_no_are_both_answered(question: str, verdict: bool, expected: set[str]) -> None:
    answered = ask(question, "seeds")
    assert answered.verdict is verdict
    assert told(answered) == expected


def test_a_year_beside_which_another_is_put_stays_a_year() -> None:
    answered = ask("2024嘉宾比2022多吗", "seeds")
    assert told(answered) == {"2100"}
    assert answered.notes == ("lacking",)


def test_a_list_and_whether_something_is_in_it_are_both_told() -> None:
    answered = ask("2024年新设了什么，有数字研修院吗", "seeds")
    assert answered.verdict is True
    assert [len(statement.facts) for statement in answered.statements] == [1, 4]


def test_a_yes_or_no_alone_brings_no_count_with_it() -> None:
    assert told(ask("2022年有开源的论坛吗", "seeds")) == {"开源技术生态创新发展"}
    assert told(ask("2022年有没有开源的论坛", "seeds")) == {"开源技术生态创新发展"}


TERMS = ["what's a MITM attack", "what is a MITM attack", "what's an MITM attack?", "MITM攻击是什么", "什么是MITM攻击"]


@pytest.mark.parametrize("question", TERMS)
def test_initials_stand_before_what_kind_of_thing_it_is(question: str) -> None:
    answered = ask(question, "seeds")
    assert answered.title == "term.title"
    assert answered.statements == ask("什么是中间人攻击", "seeds").statements


@pytest.mark.parametrize("question", ["what's a MITM virus", "what's a XYZW attack"])
def test_other_kinds_of_things_are_no_such_term(question: str) -> None:
    assert ask(question, "seeds").title != "term.title"


CLEAR = ["2022年的预算", "2022年预算是多少", "2022年观众", "2022年记者", "2022奖金", "2022年面积", "2022 budget"]


@pytest.mark.parametrize("question", CLEAR)
def test_a_clear_word_is_not_said_to_be_unclear(question: str) -> None:
    answered = ask(question, "seeds")
    assert (answered.kind, answered.title, answered.notes) == (Kind.UNKNOWN, "unknown.question", ())


@pytest.mark.parametrize("question", ["2019有没有5G的论坛", "2019有没有5G论坛", "2019年有关于5g的分论坛吗"])
def test_latin_letters_stand_beside_chinese_ones_in_a_name(question: str) -> None:
    answered = ask(question, "decade")
    assert (answered.verdict, told(answered)) == (True, {"5G应用论坛"})


@pytest.mark.parametrize(("question", "typed"), [("2022有没有6G的论坛", "6G"), ("2022年有没有VR论坛", "VR")])
def test_what_is_not_in_an_open_list_is_spelt_as_it_was_typed(question: str, typed: str) -> None:
    answered = ask(question, "seeds")
    assert (answered.kind, answered.values["phrase"]) == (Kind.UNKNOWN, typed)


def with_mayors() -> Snapshot:
    article = next(iter(shipped().documents.values()))
    people = [("薛望江", "嘉兴市市长"), ("盛予安", "嘉兴市副市长"), ("陆青禾", "浙江省省长")]
    rows: list[Row] = [
        {"subject": "summit:2021", "predicate": "person", "value": name, "title": title, "role": "attended"}
        for name, title in people
    ]
    return snapshot(shipped().documents.values(), [fact(article, row) for row in rows])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("嘉兴市长叫什么", "薛望江"),
        ("嘉兴市长是谁", "薛望江"),
        ("谁是嘉兴市市长", "薛望江"),
        ("浙江省长是谁", "陆青禾"),
        ("嘉兴市副市长是谁", "盛予安"),
    ],
)
def test_of_two_like_letters_of_an_office_one_is_enough(question: str, name: str) -> None:
    answered = answer(Question(question, of_text(question), TODAY), with_mayors(), lexicon())
    assert told(answered) == {name}


@pytest.mark.parametrize("question", ["宁波市长是谁", "嘉兴省长是谁", "嘉兴县长是谁"])
def test_the_office_of_another_place_is_not_told(question: str) -> None:
    assert answer(Question(question, of_text(question), TODAY), with_mayors(), lexicon()).kind is Kind.UNKNOWN


ENDS = ["是为了干嘛", "为了干啥", "是为了干什么", "图个啥", "图的是什么", "为的是啥"]


@pytest.mark.parametrize("end", ENDS)
def test_what_something_is_for_in_plain_words(end: str) -> None:
    (plainly,) = ask("世界互联网大会杰出贡献奖的目的是什么", "seeds").statements
    assert ask(f"世界互联网大会杰出贡献奖{end}", "seeds").statements == (plainly,)
