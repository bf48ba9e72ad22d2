"""Counts in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.fact import Approximation
from bot.facts.numerals import numbers, parse_english, parse_integer, parse_ordinal

OVER, NEARLY, ABOUT, EXACT = Approximation.OVER, Approximation.NEARLY, Approximation.ABOUT, Approximation.EXACT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("共有120多个国家的2100多名来宾", [(120, OVER), (2100, OVER)]),
        ("近千名、千余家、百余项", [(1000, NEARLY), (1000, OVER), (100, OVER)]),
        ("约100多个项目", [(100, ABOUT)]),
        ("将近三百家，超过五十家，逾80位", [(300, NEARLY), (50, OVER), (80, OVER)]),
        ("两千一百名，一百零二个，一百二十场", [(2100, EXACT), (102, EXACT), (120, EXACT)]),
        ("达1,100个，多达30家", [(1100, EXACT), (30, EXACT)]),
        ("1.2万人，10万余册", [(12_000, EXACT), (100_000, OVER)]),
        ("100家以上，100人左右，50人上下", [(100, OVER), (100, ABOUT), (50, ABOUT)]),
        ("500+展商", [(500, OVER)]),
        ("数百名、上千人、几十家、二三十个、若干项", []),
        ("20—30家，5至8名", []),
        ("第十一届，2022年11月9日，15分钟，50%，5G", []),
        ("more than 2,100 guests from over 120 countries", [(2100, OVER), (120, OVER)]),
        ("nineteen forums, twenty-one talks, some 400 firms", [(19, EXACT), (21, EXACT), (400, ABOUT)]),
        ("80-plus countries and 1.2 million viewers", [(80, OVER), (1_200_000, EXACT)]),
        ("hundreds of people, 20-30 firms, 50% of them", []),
    ],
)
def test_counts_and_their_hedges(text: str, found: list[tuple[int, Approximation]]) -> None:
    assert [(n.quantity.value, n.quantity.approximation) for n in numbers(text)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [("二〇二二", 2022), ("二三", None), ("一百二", 120), ("十", 10), ("三万五千", 35_000), ("1.5", None), ("两", 2)],
)
def test_integers(text: str, value: int | None) -> None:
    assert parse_integer(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("11th", 11), ("ninth", 9), ("twenty-first", 21), ("十一", 11), ("第", None), ("3", 3), ("twenty-tenth", None)],
)
def test_ordinals(text: str, value: int | None) -> None:
    assert parse_ordinal(text) == value


@pytest.mark.parametrize("digits", ["9" * 309, "9" * 5000, "九" * 5000, "1." + "0" * 400, "亿" * 300])
def test_what_is_too_long_is_no_count(digits: str) -> None:
    assert parse_integer(digits) is None
    assert parse_english(digits) is None
    assert parse_ordinal(digits) is None
    assert [n for n in numbers(f"共有{digits}名来宾") if n.quantity.value > 10**18] == []


@given(st.integers(min_value=1, max_value=99_999))
def test_a_number_written_in_chinese_reads_as_itself(value: int) -> None:
    assert parse_integer(_chinese(value)) == value


@given(st.integers(min_value=0, max_value=10**9))
def test_thousands_separators_change_nothing(value: int) -> None:
    assert parse_integer(f"{value:,}") == parse_english(f"{value:,}") == value


@given(st.text(alphabet="0123456789,.+近约超多余千百万十两个名家 -—第年月日of morethan", max_size=40))
def test_positions_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for number in numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end


def _chinese(value: int) -> str:
    digits = "零一二三四五六七八九"
    if value >= 10_000:
        rest = value % 10_000
        zero = "零" if 0 < rest < 1000 else ""
        return _chinese(value // 10_000) + "万" + (zero + _chinese(rest) if rest else "")
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            text += ("零" if gap and text else "") + digits[digit] + name
            gap = False
        else:
            gap = True
    return text
