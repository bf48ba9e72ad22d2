from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY
from bot.subscriptions.wish import Misread, Wish, read_wish
from tests.schedule.test_local_time import MINUTES, ZONES

DAILY = Feed.DAILY
HALF_PAST_EIGHT = time(8, 30)
WORKDAYS = frozenset(range(1, 6))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", Wish()),
        ("daily", Wish(DAILY)),
        ("daily 08:30 Asia/Shanghai", Wish(DAILY, HALF_PAST_EIGHT, None, "Asia/Shanghai")),
        ("daily 8:30", Wish(DAILY, HALF_PAST_EIGHT)),
        ("Daily 8.30 asia/shanghai", Wish(DAILY, HALF_PAST_EIGHT, None, "Asia/Shanghai")),
        ("每日 08:30 上海", Wish(DAILY, HALF_PAST_EIGHT, None, "Asia/Shanghai")),
        ("每日８：３０上海", Wish(DAILY, HALF_PAST_EIGHT, None, "Asia/Shanghai")),
        ("每日涨知识，早上8点半，北京时间", Wish(DAILY, HALF_PAST_EIGHT, None, "Asia/Shanghai")),
        ("上海 每日 晚上8点", Wish(DAILY, time(20), None, "Asia/Shanghai")),
        ("daily at 8:30 pm in New York", Wish(DAILY, time(20, 30), None, "America/New_York")),
        ("daily 12am", Wish(DAILY, time(0))),
        ("daily 12 PM UTC+8", Wish(DAILY, time(12), None, "UTC+08:00")),
        ("daily 23:59 utc-03:30 silent", Wish(DAILY, time(23, 59), None, "UTC-03:30", True)),
        ("daily with sound", Wish(DAILY, silent=False)),
        ("每日 响铃", Wish(DAILY, silent=False)),
        ("daily mon-fri silent", Wish(DAILY, None, WORKDAYS, None, True)),
        ("daily mon, wed and fri 08:30", Wish(DAILY, HALF_PAST_EIGHT, frozenset({1, 3, 5}))),
        ("daily fri-mon", Wish(DAILY, None, frozenset({5, 6, 7, 1}))),
        ("daily weekends", Wish(DAILY, None, frozenset({6, 7}))),
        ("daily every day", Wish(DAILY, None, EVERY_DAY)),
        ("每日 周一至周五 静音", Wish(DAILY, None, WORKDAYS, None, True)),
        ("每日 周一到五", Wish(DAILY, None, WORKDAYS)),
        ("每日 周一三五 8点15分", Wish(DAILY, time(8, 15), frozenset({1, 3, 5}))),
        ("每日 工作日、周六", Wish(DAILY, None, WORKDAYS | {6})),
        ("8:30 San Francisco", Wish(None, HALF_PAST_EIGHT, None, "America/Los_Angeles")),
        ("伦敦", Wish(zone="Europe/London")),
        ("UTC", Wish(zone="UTC")),
        ("周年 提前7天 上海", Wish(Feed.ANNIVERSARIES, zone="Asia/Shanghai", ahead=7)),
        ("anniversaries 3 days ahead 8:30", Wish(Feed.ANNIVERSARIES, HALF_PAST_EIGHT, ahead=3)),
        ("周年提醒 提前 0 天", Wish(Feed.ANNIVERSARIES, ahead=0)),
        ("测验 周末 20:00", Wish(Feed.QUIZ, time(20), frozenset({6, 7}))),
        ("quiz", Wish(Feed.QUIZ)),
        ("新文章 静音", Wish(Feed.NEWS, silent=True)),
    ],
)
def test_one_line_in_both_languages_and_any_order(line: str, expected: Wish) -> None:
    assert read_wish(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("daily 25:00", Misread("time", "25:00")),
        ("daily 8:60", Misread("time", "8:60")),
        ("daily 13 pm", Misread("time", "13 pm")),
        ("daily 8:30 Mars/Base", Misread("zone", "mars/base")),
        ("daily 8:30 UTC+15", Misread("zone", "utc+15")),
        ("daily 8:30 UTC-12:30", Misread("zone", "utc-12:30")),
        ("daily 8:30 9:30", Misread("twice", "9:30")),
        ("daily silent loud", Misread("twice", "loud")),
        ("daily London Paris", Misread("twice", "paris")),
        ("daily soon", Misread("word", "soon")),
        ("weekly 8:30", Misread("word", "weekly")),
        ("daily 8:300", Misread("word", "8:300")),
        ("daily 830", Misread("word", "830")),
        ("dailyx", Misread("word", "dailyx")),
    ],
)
def test_what_is_not_understood_is_named(line: str, expected: Misread) -> None:
    assert read_wish(line) == expected


@given(MINUTES, st.sampled_from([zone for zone in ZONES if "/" in zone and not zone.startswith(("Etc/", "SystemV/"))]))
def test_every_zone_is_known_by_its_name(at: time, zone: str) -> None:
    wish = read_wish(f"daily {at:%H:%M} {zone.lower()}")
    assert isinstance(wish, Wish)
    assert (wish.feed, wish.at, wish.zone) == (DAILY, at, zone)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert isinstance(read_wish(text), Wish | Misread)
