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
        ("2021年，哦不，2022年的主题", "theme"),
        ("2022年嘉宾，不对，展商有多少", "expo_exhibitors"),
        ("2022年大赛是哪7个赛道", "contest_track"),
        ("2022互联网之光博览会三大板块", "expo_section"),
        ("2022年展商来自几个国家", "expo_countries"),
        ("2022年永久举办地有什么特色活动", "special_activity"),
        ("2022年几号开幕几号闭幕", "opening_date closing_date"),
        ("2022年精品案例报了多少，挑了几个", "cases_submitted cases_selected"),
        ("2022年博览会多少家参展，来自几个国家", "expo_exhibitors expo_countries"),
        ("how many bodies co-organised the 2022 sub-forums", "forum_units"),
        ("2022年有几家单位主办、协办分论坛", "forum_units"),
        ("2022线上线下一共多少人参会", "guests"),
        ("能告诉我2024年的主题吗", "theme"),
        ("was the 2022 summit online or offline", "mode"),
        ("what year did the World Internet Conference start", "founded"),
        ("which six bodies founded the international organisation", "founder"),
        ("what was set up at the 2024 summit", "new_feature"),
        ("how many delegates showed up for the 2022 edition", "guests"),
        ("2022咖荟嘅场数係几多", "coffee_talks"),
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
        "2022年精品案例有多少家单位入选",  # cases are counted, and not who sent them
        "how many organisations attended in 2022",
        "2022年领先科技成果有多少人获奖",
        "2022年领先科技成果申报了多少项",  # what is said of the cases
        "2022年峰会报名到几号结束",  # the contest's entries, the summit's days
        "how many guests attended online in 2022",
        "what cases were selected in 2022",  # their number is no list
        "topics of the 2022 coffee talks",
    ],
)
def test_words_that_do_not_go_together_are_no_question(question: str) -> None:
    assert not interpret(question, TODAY, lexicon()).is_sound


@pytest.mark.parametrize(
    ("question", "piece"),
    [("2022年有开源的论坛吗", "开源"), ("支持单位里有没有联合国教科文组织", "联合国教科文组织")],
)
def test_what_is_not_understood_is_a_whole_word(question: str, piece: str) -> None:
    assert piece in interpret(question, TODAY, lexicon()).unread


@pytest.mark.parametrize("question", ["2022年大赛有绿色赛道不", "2022年展商过百了没", "2022年有绿色赛道没有"])
def test_a_no_at_the_end_asks_for_yes_or_no(question: str) -> None:
    assert "yes_no" in interpret(question, TODAY, lexicon()).intents


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
