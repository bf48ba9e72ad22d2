"""Numbers and dates as a native reader writes them."""

from __future__ import annotations

import pytest

from bot.corpus.date import PartialDate
from bot.facts.fact import Approximation, Quantity
from bot.language import Language
from bot.messages.dates import date_text, range_text
from bot.messages.locale import texts
from bot.messages.numbers import count_text, english_ordinal, in_han, joined

ZH, EN = Language.ZH, Language.EN


@pytest.mark.parametrize(
    ("value", "approximation", "chinese", "english"),
    [
        (12, "exact", "12 名", "12 guests"),
        (1, "exact", "1 名", "1 guest"),
        (2100, "over", "2,100 多名", "over 2,100 guests"),
        (2105, "over", "超过 2,105 名", "over 2,105 guests"),
        (300, "nearly", "近 300 名", "nearly 300 guests"),
        (100, "about", "约 100 名", "about 100 guests"),
        (0, "exact", "0 名", "0 guests"),
    ],
)
def test_a_count_with_its_hedge(value: int, approximation: str, chinese: str, english: str) -> None:
    quantity = Quantity(value, Approximation(approximation))
    assert count_text(quantity, "unit.guests", texts(ZH)) == chinese
    assert count_text(quantity, "unit.guests", texts(EN)) == english


def test_a_count_of_a_new_predicate_needs_no_wording() -> None:
    quantity = Quantity(1234, Approximation.OVER)
    assert count_text(quantity, "unit.something_new", texts(ZH)) == "超过 1,234"
    assert count_text(quantity, "unit.something_new", texts(EN)) == "over 1,234"


@pytest.mark.parametrize(
    ("number", "han", "english"),
    [
        (1, "一", "1st"),
        (2, "二", "2nd"),
        (3, "三", "3rd"),
        (9, "九", "9th"),
        (10, "十", "10th"),
        (11, "十一", "11th"),
        (12, "十二", "12th"),
        (20, "二十", "20th"),
        (21, "二十一", "21st"),
        (99, "九十九", "99th"),
        (111, "111", "111th"),
    ],
)
def test_ordinals(number: int, han: str, english: str) -> None:
    assert in_han(number) == han
    assert english_ordinal(number) == english


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        ("2024-11-19", "2024 年 11 月 19 日", "19 November 2024"),
        ("2022-07", "2022 年 7 月", "July 2022"),
        ("2014", "2014 年", "2014"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(day: str, chinese: str, english: str) -> None:
    assert date_text(PartialDate.parse(day), ZH) == chinese
    assert date_text(PartialDate.parse(day), EN) == english


def test_the_year_is_left_out_only_where_a_month_stands() -> None:
    assert date_text(PartialDate(2024, 11, 19), ZH, with_year=False) == "11 月 19 日"
    assert date_text(PartialDate(2014), ZH, with_year=False) == "2014 年"


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        ("2024-11-19", "2024-11-22", "2024 年 11 月 19 日—22 日", "19–22 November 2024"),
        ("2024-11-30", "2024-12-02", "2024 年 11 月 30 日—12 月 2 日", "30 November – 2 December 2024"),
        ("2024-12-31", "2025-01-02", "2024 年 12 月 31 日—2025 年 1 月 2 日", "31 December 2024 – 2 January 2025"),
        ("2024-11-19", "2024-11-19", "2024 年 11 月 19 日", "19 November 2024"),
        ("2024-11", "2024-12", "2024 年 11 月—2024 年 12 月", "November 2024 – December 2024"),
    ],
)
def test_a_range_says_once_what_both_days_share(first: str, last: str, chinese: str, english: str) -> None:
    days = PartialDate.parse(first), PartialDate.parse(last)
    assert range_text(*days, ZH) == chinese
    assert range_text(*days, EN) == english


def test_a_range_without_its_year() -> None:
    days = PartialDate(2024, 11, 19), PartialDate(2024, 11, 22)
    assert range_text(*days, ZH, with_year=False) == "11 月 19 日—22 日"
    assert range_text(*days, EN, with_year=False) == "19–22 November"


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        ((), "", ""),
        ((2022,), "2022", "2022"),
        ((2022, 2024), "2022、2024", "2022 and 2024"),
        ((2019, 2022, 2024), "2019、2022、2024", "2019, 2022 and 2024"),
    ],
)
def test_the_last_of_several_is_joined_as_the_language_does(years: tuple[int, ...], zh: str, en: str) -> None:
    assert (joined(years, texts(Language.ZH)), joined(years, texts(Language.EN))) == (zh, en)
