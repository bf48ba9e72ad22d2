"""Dates in running text, as far as the words go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.date import PartialDate
from bot.facts.dates import DatePoint, find_dates

ARTICLE = PartialDate(2024, 10, 26)  # a Saturday
Point = tuple[int | None, int | None, int | None]


def _point(point: DatePoint | None) -> Point | None:
    return (point.year, point.month, point.day) if point else None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022年7月12日成立", (2022, 7, 12), None),
        ("二〇二二年十一月九日", (2022, 11, 9), None),
        ("2014年创办", (2014, None, None), None),
        ("今年7月", (2024, 7, None), None),
        ("去年11月8日", (2023, 11, 8), None),
        ("9日上午", (None, None, 9), None),
        ("本月9日", (2024, 10, 9), None),
        ("上月9日", (2024, 9, 9), None),
        ("昨天开幕", (2024, 10, 25), None),
        ("昨（25）日开幕", (None, None, 25), None),
        ("11月19日至22日", (None, 11, 19), (None, 11, 22)),
        ("3月4日到6日", (None, 3, 4), (None, 3, 6)),
        ("11月9-11日", (None, 11, 9), (None, 11, 11)),
        ("11月9日一一11日", (None, 11, 9), (None, 11, 11)),
        ("11月28日至12月1日", (None, 11, 28), (None, 12, 1)),
        ("2024年12月30日至1月2日", (2024, 12, 30), (2025, 1, 2)),
        ("11月9日（周三）至11日", (None, 11, 9), (None, 11, 11)),
        ("即日起至11月6日", (2024, 10, 26), (2024, 11, 6)),
        ("2022-11-09", (2022, 11, 9), None),
        ("2022.11.09-11", (2022, 11, 9), (2022, 11, 11)),
        ("from Nov. 9 to 11, 2022", (2022, 11, 9), (2022, 11, 11)),
        ("9–11 November 2022", (2022, 11, 9), (2022, 11, 11)),
        ("November 19 to 22", (None, 11, 19), (None, 11, 22)),
        ("on Nov. 9", (None, 11, 9), None),
        ("in July 2022", (2022, 7, None), None),
        ("founded in 2014", (2014, None, None), None),
        ("on Wednesday", (2024, 10, 23), None),
        ("on Saturday", (2024, 10, 26), None),
        ("yesterday", (2024, 10, 25), None),
    ],
)
def test_one_date(text: str, first: Point, last: Point | None) -> None:
    (span,) = find_dates(text, ARTICLE)
    assert (_point(span.first), _point(span.last)) == (first, last)


@pytest.mark.parametrize("text", ["15日线", "20号馆", "3号线", "第9届", "一连三日", "2,022 people", "24小时"])
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text, ARTICLE) == ()


def test_the_line_of_an_agency_is_marked() -> None:
    assert [span.dateline for span in find_dates("新华社杭州11月9日电 峰会10日开幕", ARTICLE)] == [True, False]


@pytest.mark.parametrize(
    ("point", "year", "month", "resolved"),
    [
        (DatePoint(month=11, day=9), 2022, None, "2022-11-09"),
        (DatePoint(day=9), 2022, 11, "2022-11-09"),
        (DatePoint(year=2014), 2022, 11, "2014"),
        (DatePoint(day=31), 2022, 11, None),
        (DatePoint(day=9), 2022, None, None),
        (DatePoint(month=11), None, None, None),
    ],
)
def test_what_is_left_out_is_filled_in(point: DatePoint, year: int | None, month: int | None, resolved: str) -> None:
    day = point.resolve(year, month)
    assert (str(day) if day else None) == resolved


@given(st.text(alphabet="0123456789年月日号至到—-今去本上月.Nov /", max_size=40))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for span in find_dates(text, ARTICLE):
        assert end <= span.start < span.end <= len(text)
        end = span.end
