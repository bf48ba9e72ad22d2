"""Days of the year as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.days import day_of_year, same_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11-09", (11, 9)),
        ("11-9", (11, 9)),
        ("11/09", (11, 9)),
        ("11.9", (11, 9)),
        ("11月9日", (11, 9)),
        ("11 月 9 号", (11, 9)),
        ("2022-11-09", (11, 9)),
        ("2022年11月9日", (11, 9)),
        ("十一月九日", (11, 9)),
        ("十二月二十五号", (12, 25)),
        ("9 November", (11, 9)),
        ("9th of Nov", (11, 9)),
        ("November 9th", (11, 9)),
        ("１１－０９", (11, 9)),
        ("02-29", (2, 29)),
        ("02-30", None),
        ("13-01", None),
        ("0-1", None),
        ("9", None),
        ("明天", None),
        ("", None),
    ],
)
def test_a_day_is_read_in_any_form(text: str, expected: tuple[int, int] | None) -> None:
    assert day_of_year(text) == expected


@given(st.integers(0, 365))
def test_every_day_of_a_leap_year_can_be_named(number: int) -> None:
    day = date(2024, 1, 1) + timedelta(days=number)
    for text in (f"{day:%m-%d}", f"{day.month}月{day.day}日", f"{day.day} {day:%B}"):
        assert day_of_year(text) == (day.month, day.day)


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert day_of_year(text) is None or len(day_of_year(text) or ()) == 2


def test_29_february_is_the_28th_where_there_is_none() -> None:
    assert same_day(2, 29, 2025) == date(2025, 2, 28)
    assert same_day(2, 29, 2024) == date(2024, 2, 29)
