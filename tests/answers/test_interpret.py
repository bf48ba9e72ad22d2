"""What a question asks for, before the sources are consulted."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.interpret.interpret import interpret
from bot.answers.interpret.lexicon import Lexicon, build_lexicon
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.segments import segments
from tests.knowledge_fixtures import TODAY, config, vocabulary


@cache
def lexicon() -> Lexicon:
    return build_lexicon(vocabulary(), config())


@pytest.mark.parametrize(
    ("question", "predicates"),
    [
        ("2024年峰会的主题是什么", "theme"),
        ("請問2024年烏鎮峰會的主題是什麼？", "theme"),
        ("What was the theme of the 2024 summit?", "theme"),
        ("2022年有多少嘉宾参会", "guests"),
        ("How many people attended in 2022?", "guests"),
        ("2022年有多少个国家参加", "countries"),
        ("2022年什么时候举办的", "start_date end_date"),
        ("when did the 2022 summit start", "start_date"),
        ("2022年在哪儿开的", "venue"),
        ("2022年分论坛有多少场", "subforums"),
        ("2022年有哪些分论坛", "forum"),
        ("2022年议题有几个", "topics"),
        ("2022年议题有哪些", "topic"),
        ("2022年博览会有多少个国家", "expo_countries"),
        ("2022年多少个国家参展", "expo_countries"),
        ("2022年大赛的国家", "contest_countries"),
        ("2022年多少国家参赛", "contest_countries"),
        ("2022年申报的案例有多少", "cases_submitted"),
        ("2022年会期几天", "duration_days"),
        ("how long did the 2022 summit last", "duration_days"),
        ("2024年第几届", "ordinal"),
        ("2024年新增了什么", "new_feature"),
        ("2022年谁主持", "person"),
        ("2022年谁主办的", "organizer"),
        ("2022年承办单位是谁", "host"),
        ("总部设在哪里", "headquarters"),
        ("国际组织是什么时候成立的", "founded"),
        ("2022年的主题和地点", "theme venue"),
    ],
)
def test_a_question_names_its_predicates(question: str, predicates: str) -> None:
    read = interpret(question, TODAY, lexicon())
    assert read.unread == ()
    assert read.is_sound
    assert set(read.predicates) == set(predicates.split())


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("2024年门票多少钱", "门票"),
        ("2024年预算是多少", "预算"),
        ("2024年乌镇的天气怎么样", "气"),
        ("2022年达沃斯论坛的主题", "沃斯"),
        ("2022年外国嘉宾有多少", "外国"),
        ("2022年有多少记者参会", "记者"),
        ("2024 ticket price", "ticket price"),
        ("theme of the 2022 davos forum", "davos"),
        ("2022年没有参会的国家", "没"),
    ],
)
def test_a_word_that_was_not_understood_is_kept_and_spoils_the_reading(question: str, unread: str) -> None:
    read = interpret(question, TODAY, lexicon())
    assert not read.is_sound
    assert any(unread in piece for piece in read.unread), read.unread


@pytest.mark.parametrize(
    "question",
    [
        "2022年主题在哪",  # a slogan has no place
        "2022年开幕式在哪",  # a day is no place
        "2022年主题有多少",  # one slogan is no count
        "2022年博览会的主题",  # the expo's slogan is not the summit's
        "第五届互联网之光博览会有多少参展商",  # an expo has ordinals of its own
        "2022年论坛有多少嘉宾",  # guests of a forum
        "2022年多少人参加开幕式",
        "2022年全体会议什么时候",
        "2022年主旨演讲的主题",
        "国际组织的主题是什么",
        "尼山对话的主题",
        "2022年嘉宾名单",  # a number is no list
        "2022年主题是这个吗",  # a yes/no question about a value
        "Was the 2022 summit in Wuzhen?",
        "乌镇在哪",
        "When was Wuzhen founded?",
        "你是谁",
        "哪一届有咖荟",
    ],
)
def test_words_that_do_not_go_together_are_no_question(question: str) -> None:
    assert not interpret(question, TODAY, lexicon()).is_sound


@given(st.text(max_size=200))
def test_every_letter_of_any_text_is_accounted_for(text: str) -> None:
    read = normalised(text)
    words = segments(read, lexicon(), TODAY)
    assert _letters("".join(word.text for word in words)) == _letters(read)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_a_long_text_takes_work_in_proportion_to_its_length() -> None:
    words = segments(normalised("乌镇峰会2024年的主题是什么the theme of 2024 " * 200), lexicon(), TODAY)
    assert all(word.is_known for word in words)
    assert len(words) > 1000
