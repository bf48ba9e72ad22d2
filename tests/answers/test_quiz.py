"""What may be asked, and what is a wrong answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from bot.answers.known import Known
from bot.answers.quiz import Question, QuestionKind, first_half, questions
from bot.facts.fact import Fact, GlossaryItem, Quantity
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from tests.knowledge_fixtures import Row, config, document, fact, shipped, snapshot, vocabulary

SOURCE = document("a.md", "2022-12-01")


def made(rows: Iterable[Row], losers: Iterable[Row] = ()) -> Snapshot:
    return snapshot([SOURCE], [fact(SOURCE, row) for row in rows], [fact(SOURCE, row) for row in losers])


def asked(known: Snapshot, kind: QuestionKind, excluded: tuple[str, ...] = ()) -> list[Question]:
    found = questions(Known(known, vocabulary(), Language.ZH), excluded)
    return [question for question in found.values() if question.kind is kind]


def count(predicate: str, value: int, subject: str = "summit:2022", **more: str) -> Row:
    return {"subject": subject, "predicate": predicate, "value": value, **more}


def text(predicate: str, value: str, subject: str = "summit:2022", **more: str) -> Row:
    return {"subject": subject, "predicate": predicate, "value": value, **more}


def test_figures_of_the_shipped_articles_are_asked_with_four_options() -> None:
    found = asked(shipped(), QuestionKind.FIGURE)
    assert len(found) > 10
    for question in found:
        assert isinstance(question.item, Fact)
        assert len(set(question.options)) == 4
        assert question.options[question.correct] == question.item.value


def test_what_is_derived_or_disputed_or_a_number_of_the_edition_is_not_asked() -> None:
    assert len(asked(made([count("guests", 2100)]), QuestionKind.FIGURE)) == 1
    assert asked(made([count("guests", 2100, basis="derived")]), QuestionKind.FIGURE) == []
    assert asked(made([count("guests", 2100)], [count("guests", 900)]), QuestionKind.FIGURE) == []
    assert asked(made([count("ordinal", 9), count("nth_year", 11)]), QuestionKind.FIGURE) == []


TRACKS = [text("contest_track", each) for each in ("数字医疗", "智慧交通", "人工智能")]
TOPICS = [text("topic", each) for each in ("网络法治", "数据治理", "弥合鸿沟", "人工智能与伦理")]


def test_members_are_asked_of_closed_lists_only() -> None:
    closed = asked(made([count("contest_tracks", 3), *TRACKS, *TOPICS]), QuestionKind.MEMBER)
    assert len(closed) == 3
    assert asked(made([count("contest_tracks", 4), *TRACKS, *TOPICS]), QuestionKind.MEMBER) == []
    assert asked(made([*TRACKS, *TOPICS]), QuestionKind.MEMBER) == []
    over = count("contest_tracks", 3, approximation="over")
    assert asked(made([over, *TRACKS, *TOPICS]), QuestionKind.MEMBER) == []


def test_nothing_that_may_be_a_member_is_offered_as_a_wrong_one() -> None:
    for question in asked(made([count("contest_tracks", 3), *TRACKS, *TOPICS]), QuestionKind.MEMBER):
        wrong = set(question.options) - {question.options[question.correct]}
        assert wrong == {"网络法治", "数据治理", "弥合鸿沟"}


def test_fewer_than_four_of_a_kind_give_no_question() -> None:
    assert asked(made([count("contest_tracks", 3), *TRACKS, *TOPICS[:2]]), QuestionKind.MEMBER) == []


def themes(*years: int) -> list[Row]:
    return [text("theme", f"第{year}句话——同一个后半句", f"summit:{year}") for year in years]


def test_themes_are_asked_by_their_first_halves_where_four_editions_have_one() -> None:
    found = asked(made(themes(2019, 2020, 2021, 2022)), QuestionKind.EDITION)
    assert len(found) == 4
    assert all("后半句" not in str(option) for question in found for option in question.options)
    assert asked(made(themes(2019, 2020, 2021)), QuestionKind.EDITION) == []


@pytest.mark.parametrize(
    ("slogan", "expected"),
    [
        ("甲乙——丙丁", "甲乙"),
        ("甲乙一一丙丁", "甲乙"),
        ("First: second", "First"),
        ("甲乙 丙丁", "甲乙 丙丁"),
        ("——", "——"),
    ],
)
def test_the_first_half_of_a_slogan(slogan: str, expected: str) -> None:
    assert first_half(slogan) == expected


def person(name: str, title: str, event: str = "开幕式") -> Row:
    return text("person", name, title=title, role="spoke", event=event)


OFFICIALS = [person("甲先生", "秘书长"), person("乙女士", "市长"), person("丙先生", "院长"), person("丁女士", "理事长")]


def test_titles_are_asked_among_titles_of_others() -> None:
    found = asked(made(OFFICIALS), QuestionKind.TITLE)
    assert {str(q.item.value) for q in found if isinstance(q.item, Fact)} == {"甲先生", "乙女士", "丙先生", "丁女士"}
    assert asked(made(OFFICIALS[:3]), QuestionKind.TITLE) == []


def test_a_title_the_person_also_had_is_not_offered() -> None:
    known = made([*OFFICIALS, person("甲先生", "院长", "闭幕式"), person("戊先生", "教授")])
    (question,) = [q for q in asked(known, QuestionKind.TITLE) if q.options[q.correct] == "秘书长"]
    assert "院长" not in question.options


@pytest.mark.parametrize("excluded", ["甲先生", "秘书长"])
def test_excluded_people_are_neither_asked_of_nor_offered(excluded: str) -> None:
    found = asked(made([*OFFICIALS, person("戊先生", "教授")]), QuestionKind.TITLE, (excluded,))
    assert len(found) == 4
    assert all("秘书长" not in question.options for question in found)


def test_heads_of_state_are_excluded_by_the_shipped_settings() -> None:
    found = asked(shipped(), QuestionKind.TITLE, config().quiz.exclude_people)
    options = {str(option) for question in found for option in question.options}
    assert options
    assert not any(word in option for option in options for word in ("国家主席", "政治局"))


def terms(*items: tuple[str, str, str]) -> Snapshot:
    citation = fact(SOURCE, count("guests", 1)).sources[0]
    glossary = tuple(GlossaryItem(term_zh=zh, term_en=en, definition=text, source=citation) for zh, en, text in items)
    return replace(made([]), glossary=glossary)


FOUR = [
    ("防火墙", "firewall", "隔开两边的网。"),
    ("蜜罐", "", "引人上钩。"),
    ("沙箱", "", "关起来运行。"),
    ("木马", "", "藏着别的。"),
]


def test_a_definition_is_asked_unless_it_names_its_term() -> None:
    assert len(asked(terms(*FOUR), QuestionKind.TERM)) == 4
    named = ("防火墙", "firewall", "A Firewall keeps nets apart.")
    assert len(asked(terms(named, *FOUR[1:]), QuestionKind.TERM)) == 3
    assert asked(terms(*FOUR[:3]), QuestionKind.TERM) == []


def test_a_term_with_two_definitions_is_out() -> None:
    found = asked(terms(*FOUR, ("蜜罐", "", "另一种说法。")), QuestionKind.TERM)
    assert {question.options[question.correct] for question in found} == {"防火墙", "沙箱", "木马"}


def test_questions_stay_the_same() -> None:
    known = Known(shipped(), vocabulary(), Language.ZH)
    assert questions(known) == questions(known)


def test_a_date_in_a_quiz_is_one_of_four_editions() -> None:
    rows = [
        text("opening_date", f"{year}-11-{day:02}", f"summit:{year}")
        for year, day in ((2019, 20), (2020, 23), (2021, 26), (2022, 9))
    ]
    for question in asked(made(rows), QuestionKind.EDITION):
        assert len({str(option) for option in question.options}) == 4
    assert date(2022, 11, 9).isoformat() in {str(q.options[q.correct]) for q in asked(made(rows), QuestionKind.EDITION)}


def test_the_right_figure_over_a_number_is_the_largest() -> None:
    (question,) = asked(made([count("guests", 2100, approximation="over")]), QuestionKind.FIGURE)
    assert question.correct == 3
    assert all(isinstance(option, Quantity) for option in question.options)
