"""Names as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.lookup import look_up

NAMES = [
    ("中间人攻击", "mitm"),
    ("man-in-the-middle attack", "mitm"),
    ("零信任", "zero"),
    ("零信任架构", "zero-architecture"),
    ("“直通乌镇”全球互联网大赛", "contest"),
    ("数字鸿沟", "divide"),
    ("任贤良", "ren"),
    ("任贤齐", "richie"),
    ("AI", "ai"),
]


@pytest.mark.parametrize(
    ("text", "found", "read"),
    [
        ("中间人攻击", ("mitm",), ""),
        ("Man in the Middle Attack", ("mitm",), ""),
        ("中間人攻擊", ("mitm",), ""),
        ("零信任", ("zero",), ""),
        ("零信", ("zero", "zero-architecture"), ""),
        ("直通乌镇", ("contest",), ""),
        ("「直通乌镇」全球互联网大赛", ("contest",), ""),
        ("互联网大赛", ("contest",), ""),
        ("man in the midle atack", ("mitm",), "man-in-the-middle attack"),
        ("数字鸿钩", ("divide",), "数字鸿沟"),
        ("任贤亮", ("ren",), "任贤良"),
        ("任贤", ("ren", "richie"), ""),
        ("ai", ("ai",), ""),
        ("ax", (), ""),
        ("攻", (), ""),
        ("火星", (), ""),
        ("", (), ""),
        ("“”", (), ""),
    ],
)
def test_a_name_is_found_as_exactly_as_it_was_typed(text: str, found: tuple[str, ...], read: str) -> None:
    result = look_up(text, NAMES)
    assert result.items == found
    assert result.read == read


@pytest.mark.parametrize(
    ("typed", "known", "doubtful"),
    [
        ("热备份", "冷备份", True),
        ("冷背份", "冷备份", False),
        ("对称加密", "非对称加密", True),
        ("对称加密", "非对称加密算法", True),
        ("非对称加密", "对称加密", True),
        ("symmetric encryption", "asymmetric encryption", True),
        ("asymmetric encryption", "symmetric encryption", True),
        ("encryption", "decryption", True),
        ("encription", "encryption", False),
        ("中间攻击", "中间人攻击", False),
        ("中人间攻击", "中间人攻击", False),
        ("中间人攻击击", "中间人攻击", False),
        ("任贤齐", "任贤良", True),
        ("零信任架构X", "零信任架构", False),
    ],
)
def test_what_may_be_the_name_of_something_else_is_doubtful(typed: str, known: str, doubtful: bool) -> None:
    result = look_up(typed, [(known, "it")])
    assert (result.items, result.read, result.doubtful) == (("it",), known, doubtful)


def test_a_name_that_sounds_alike_goes_before_one_that_only_looks_alike() -> None:
    assert look_up("冷背份", [("热备份", "hot"), ("冷备份", "cold")]).items == ("cold",)
    assert look_up("对称加密", [("非对称加密", "public"), ("对称加密法", "secret")]).items == ("secret",)


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_each_thing_once(text: str) -> None:
    items = look_up(text, NAMES).items
    assert len(items) == len(set(items))


@given(st.sampled_from(NAMES))
def test_a_name_finds_its_thing_first(entry: tuple[str, str]) -> None:
    assert look_up(entry[0], NAMES).items == (entry[1],)
