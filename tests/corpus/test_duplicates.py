"""The same article twice."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.article import Article, read_article
from bot.corpus.duplicates import without_duplicates

WECHAT = "https://mp.weixin.qq.com/s?__biz=B&mid=1&idx=2&sn=f"


def seed(path: str, title: str = "", url: str = "", body: str = "", date: str = "2022", fetched: str = "") -> Article:
    """An article; what is not given is unlike every other's."""
    front = f"title: {title or path}\nurl: {url}\ndate: {date}\nfetch_date: {fetched}\n"
    return read_article(path, f"---\n{front}---\n{body or path + '的正文。'}".encode())


def path(article: Article) -> str:
    assert article.document
    return article.document.path


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (seed("a", url=WECHAT), seed("b", url=WECHAT + "&scene=1#rd"), "url"),
        (seed("a", body="# 题\n\n一样的。"), seed("b", body="**一样**的。\n\n微信扫一扫", title="题二"), ""),
        (seed("a", body="一样的。"), seed("b", body="**一样**的。\n\n微信扫一扫"), "body"),
        (seed("a", title="题"), seed("b", title="题"), "title"),
        (seed("a", title="题", date="2022"), seed("b", title="题", date="2023"), ""),
        (seed("a", body="![](x)"), seed("b", body="![](y)"), ""),
        (seed("a"), seed("b"), ""),
    ],
)
def test_copies_have_the_same_url_or_body_or_title_with_date(one: Article, other: Article, same: str) -> None:
    kept, problems = without_duplicates([one, other])
    assert len(kept) == (1 if same else 2)
    assert [p.params["same"] for p in problems] == ([same] if same else [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            seed("b", url=WECHAT, fetched="2025-01-02"),
            seed("a", url=WECHAT, fetched="2025-01-01", body="长得多的正文。"),
        ),
        (seed("b", url=WECHAT, fetched="2025"), seed("a", url=WECHAT)),
        (seed("b", url=WECHAT, body="长得多的正文。"), seed("a", url=WECHAT, body="短。")),
        (seed("a", url=WECHAT, body="等长。"), seed("b", url=WECHAT, body="等长！")),
    ],
)
def test_the_latest_copy_counts_then_the_longer_then_the_first_path(one: Article, other: Article) -> None:
    kept, (problem,) = without_duplicates([other, one])
    assert [d.path for d in kept] == [path(one)]
    assert (problem.path, problem.code, problem.params["other"]) == (path(other), "duplicate", path(one))


SEEDS = st.builds(
    lambda number, title, body, fetched: seed(f"{number}.md", title=title, body=body, fetched=fetched),
    st.integers(0, 99),
    st.sampled_from(["", "甲", "乙"]),
    st.sampled_from(["", "一。", "二二。"]),
    st.sampled_from(["", "2024", "2025"]),
)


@given(st.lists(SEEDS, max_size=8, unique_by=path), st.randoms(use_true_random=False))
def test_the_order_of_files_does_not_matter(articles: list[Article], source: random.Random) -> None:
    shuffled = list(articles)
    source.shuffle(shuffled)
    assert without_duplicates(shuffled) == without_duplicates(articles)


def test_three_copies_leave_one() -> None:
    copies = [seed(name, url=WECHAT, body="同。", title="题") for name in "abc"]
    kept, problems = without_duplicates(copies)
    assert [d.path for d in kept] == ["a"]
    assert [p.path for p in problems] == ["b", "c"]
