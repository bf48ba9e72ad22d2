"""Addresses of one article."""

from __future__ import annotations

import pytest

from bot.corpus.url import is_web, normalised

WECHAT = "https://mp.weixin.qq.com/s?__biz=B&mid=1&idx=2&sn=f"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/x/?b=2&a=1#top", "http://a.example/x?a=1&b=2"),
        ("https://a.example/x?utm_source=tw&id=3&spm=9", "https://a.example/x?id=3"),
        ("HTTPS://A.Example:443/x", "https://a.example/x"),
        (WECHAT + "&chksm=0&scene=58&subscene=0#rd", WECHAT),
        ("http://mp.weixin.qq.com/s?sn=f&idx=2&mid=1&__biz=B", WECHAT),
        (WECHAT.replace("&", "&amp;"), WECHAT),
        ("https://mp.weixin.qq.com/s/AbC?scene=1", "https://mp.weixin.qq.com/s/AbC"),
        ("https://a.example/%E4%B9%8C", "https://a.example/乌"),
    ],
)
def test_the_same_article(one: str, other: str) -> None:
    assert normalised(one) == normalised(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x?id=3", "https://a.example/x?id=4"),
        ("https://a.example/x", "https://b.example/x"),
        ("https://a.example:8080/x", "https://a.example/x"),
        (WECHAT, WECHAT.replace("idx=2", "idx=3")),
        ("https://mp.weixin.qq.com/s/AbC", "https://mp.weixin.qq.com/s/abc"),
    ],
)
def test_different_articles(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


@pytest.mark.parametrize(
    "url",
    ["", "x", "ftp://a.example/x", "javascript:alert(1)", "https://", "http://a b/", "http://[", "http://a:99999/"],
)
def test_no_web_address(url: str) -> None:
    assert not is_web(url)
    assert normalised(url) == ""
