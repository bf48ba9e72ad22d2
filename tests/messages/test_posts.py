"""What posts say, from the shipped articles, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language import Language
from bot.messages.html import plain
from bot.messages.message import Message
from bot.messages.poll import EXPLANATION_LIMIT, OPTION_LIMIT, QUESTION_LIMIT, Poll
from bot.messages.splitting import utf16_length
from bot.services.feeds.anniversaries import ANNIVERSARIES
from bot.services.feeds.daily import DAILY
from bot.services.feeds.feed import Material, Turn
from bot.services.feeds.quiz import QUIZ
from tests.knowledge_fixtures import Row, config, document, fact, shipped, snapshot, vocabulary

ZH, EN = Language.ZH, Language.EN
MATERIAL = Material(shipped(), config(), vocabulary())
FOUNDED: Row = {"subject": "organisation", "predicate": "founded", "value": "2022-07-12"}
LEAP: Row = {"subject": "organisation", "predicate": "founded", "value": "2020-02-29"}
PLANNED: Row = {"subject": "summit:2022", "predicate": "start_date", "value": "2022-07-12", "phase": "announced"}


def anniversary(day: date, ahead: int = 0, language: Language = ZH, material: Material = MATERIAL) -> str | None:
    composed = ANNIVERSARIES.post(Turn(day, language, ahead), material)
    if composed is None:
        return None
    assert isinstance(composed.content, Message)
    return plain(composed.content.html)


def made(*rows: Row) -> Material:
    source = document("a.md", "2022-12-01")
    return Material(snapshot([source], [fact(source, row) for row in rows]), config(), vocabulary())


def test_a_founding_is_told_with_its_count_its_sources_and_how_to_stop() -> None:
    text = anniversary(date(2026, 7, 12))
    assert text is not None
    first, second, third, *_, last = text.split("\n")
    assert first == "7 月 12 日｜成立 4 周年"
    assert second.startswith("2022 年的今天，世界互联网大会国际组织成立，由六家单位共同发起")
    assert third.startswith("（作为会议，")
    assert last == "不想再收到？/unsubscribe anniversaries"
    assert "2022-11-12" in text


@pytest.mark.parametrize(
    ("day", "ahead", "language", "said"),
    [
        (date(2026, 7, 5), 7, ZH, "7 月 5 日｜再过 7 天满 4 周年"),
        (date(2026, 7, 5), 7, EN, "5 July | 4th anniversary in 7 days"),
        (date(2026, 7, 11), 1, EN, "11 July | 4th anniversary tomorrow"),
        (date(2026, 11, 9), 0, ZH, "11 月 9 日｜4 年前的今天"),
        (date(2026, 11, 12), 7, ZH, "2 年前的这一天，2024 年峰会开幕（会前公布）"),
        (date(2026, 11, 19), 0, EN, "On this day in 2024: the 2024 summit opened (as announced)."),
    ],
)
def test_what_is_said_on_the_day_and_ahead_of_it(day: date, ahead: int, language: Language, said: str) -> None:
    assert said in (anniversary(day, ahead, language) or "")


@pytest.mark.parametrize(
    ("day", "ahead"),
    [
        (date(2026, 1, 1), 0),
        (date(2026, 7, 11), 0),
        (date(2022, 7, 12), 0),  # the day itself
        (date(2026, 11, 11), 0),  # a closing
        (date(2026, 10, 24), 7),  # a press conference, and nothing a week later
    ],
)
def test_on_other_days_nothing_is_posted(day: date, ahead: int) -> None:
    assert anniversary(day, ahead) is None


def test_events_of_one_day_are_one_post_the_founding_first() -> None:
    text = anniversary(date(2025, 7, 12), material=made(PLANNED, FOUNDED)) or ""
    assert text.startswith("7 月 12 日｜成立 3 周年、3 年前的今天")
    assert text.index("国际组织成立") < text.index("峰会开幕（会前公布）")


def test_the_day_and_the_days_ahead_are_one_post() -> None:
    text = (
        anniversary(
            date(2026, 11, 12),
            7,
            material=made(
                FOUNDED,
                {**PLANNED, "value": "2022-11-12"},
                {"subject": "summit:2024", "predicate": "start_date", "value": "2024-11-19"},
            ),
        )
        or ""
    )
    assert text.startswith("11 月 12 日｜4 年前的今天、再过 7 天是 11 月 19 日")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 2, 28), "（当年是 2 月 29 日）"),
        (date(2024, 2, 29), "成立 4 周年"),
        (date(2024, 2, 28), None),
        (date(2025, 3, 1), None),
    ],
)
def test_29_february_is_remembered_on_the_28th_where_there_is_none(day: date, said: str | None) -> None:
    text = anniversary(day, material=made(LEAP))
    assert (text is None) if said is None else (text is not None and said in text)


@pytest.mark.parametrize("language", Language)
def test_every_quiz_fits_into_a_poll_and_names_its_year_or_body(language: Language) -> None:
    items = QUIZ.items(MATERIAL, language)
    assert len(items) > 10
    for item in items.values():
        composed = QUIZ.post(item, Turn(date(2025, 3, 1), language, in_channel=True), MATERIAL)
        poll = composed.content
        assert isinstance(poll, Poll)
        assert poll.anonymous
        assert utf16_length(poll.question) <= QUESTION_LIMIT
        assert 2 <= len(poll.options) <= 4
        assert len(set(poll.options)) == len(poll.options)
        assert all(0 < utf16_length(option) <= OPTION_LIMIT for option in poll.options)
        assert utf16_length(poll.explanation) <= EXPLANATION_LIMIT
        assert poll.explanation.count("\n") <= 2
        assert "20" in poll.explanation
        assert "/unsubscribe quiz" in poll.description
        assert any(word in poll.question for word in ("2022", "2024", "国际组织", "organisation"))
        assert composed.facts == (item.item.id,)


def test_a_quiz_on_what_was_announced_says_so() -> None:
    asked = [
        QUIZ.post(item, Turn(date(2025, 3, 1), ZH), MATERIAL).content for item in QUIZ.items(MATERIAL, ZH).values()
    ]
    forums = [poll for poll in asked if isinstance(poll, Poll) and "2024 年峰会设多少场分论坛" in poll.question]
    assert [poll.question for poll in forums] == ["2024 年峰会设多少场分论坛（会前公布）？"]


@pytest.mark.parametrize("language", Language)
def test_every_daily_item_is_a_sentence_with_its_year_and_source(language: Language) -> None:
    items = DAILY.items(MATERIAL, language)
    assert len(items) >= 14
    for item in items.values():
        composed = DAILY.post(item, Turn(date(2025, 3, 1), language), MATERIAL)
        assert isinstance(composed.content, Message)
        head, text, source, stop = plain(composed.content.html).split("\n")
        assert text.endswith(("。", ".", ")"))
        assert hasattr(item, "definition") or ("20" in head and "20" in text)
        assert source.startswith(("出处：", "Source: "))
        assert stop.endswith("/unsubscribe daily")
