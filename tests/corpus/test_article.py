"""One file to one document, or to the problems that prevent it."""

from __future__ import annotations

import pytest

from bot.corpus.article import fetch_time, parse_date, read_article
from bot.corpus.date import PartialDate
from bot.corpus.identity import short_id
from bot.corpus.problem import Severity
from tests.corpus.build import article, document


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022", "2022"),
        ("2022-07", "2022-07"),
        ("2022-7-2", "2022-07-02"),
        ("2022/11/09", "2022-11-09"),
        ("2022.11.9", "2022-11-09"),
        ("20221109", "2022-11-09"),
        ("2022年", "2022"),
        ("2022年7月", "2022-07"),
        ("2022年11月9日", "2022-11-09"),
        ("2022-11-09T23:59:59+08:00", "2022-11-09"),
        ("2022-11-09 08:00", "2022-11-09"),
        ("2022-11-09 # about", "2022-11-09"),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day(text: str, iso: str) -> None:
    assert str(parse_date(text)) == iso


@pytest.mark.parametrize(
    "text", ["", "soon", "2022-13", "2022-02-30", "0000", "22-11-09", "2022-11-09x", "11月9日", "99999"]
)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_fetch_dates_of_all_kinds_compare() -> None:
    times = [fetch_time(t) for t in ("2025", "2025-10-03", "2025-10-03T22:32:57.572747", "2025-10-04T07:00:00+08:00")]
    assert all(times)
    assert sorted(t for t in times if t) == times
    assert fetch_time("yesterday") is None
    assert fetch_time("0001-01-01T00:00:00+14:00") is None


def test_a_document_has_all_fields_of_its_front_matter() -> None:
    found = document(
        "正文。\n\n（来源：某社）\n",
        "---\ntitle: A: B\nurl: https://mp.weixin.qq.com/s?__biz=B&mid=1&idx=2&sn=f&scene=5#rd\nsource: 示例報\n"
        "date: 2022-07\nfetch_date: 2025-10-03\nauthor: 王小明\n---\n",
    )
    assert (found.title, found.title_line, found.publisher, found.date) == ("A: B", 2, "示例報", PartialDate(2022, 7))
    assert (found.fetched, found.author, found.author_line) == ("2025-10-03", "王小明", 7)
    assert (found.credited_to, found.credited_line) == ("某社", 11)
    assert found.id == short_id("mp.weixin.qq.com/s?__biz=B&mid=1&idx=2&sn=f")


def test_without_an_url_the_path_makes_the_id() -> None:
    assert document("正文。", "---\ntitle: A\ndate: 2022\n---\n").id == short_id("a.md")


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("---\ntitle: A\n---\n", "正文。", [(1, "error", "date_missing")]),
        ("---\ntitle: A\ndate:\n---\n", "正文。", [(3, "error", "date_missing")]),
        ("---\ntitle: A\ndate: 2022-13-01\n---\n", "正文。", [(3, "error", "date_bad")]),
        ("---\ndate: 2022\n---\n", "正文。", [(1, "error", "title_missing")]),
        ("---\ndate: 2022\ntitle: ''\n---\n", "正文。", [(3, "error", "title_missing")]),
        ("", "正文。", [(1, "error", "front_matter_missing")]),
        ("---\n---\n", "正文。", [(1, "error", "front_matter_missing")]),
    ],
)
def test_a_broken_front_matter_is_an_error_with_its_line(
    front: str, body: str, expected: list[tuple[int, str, str]]
) -> None:
    found = article(body, front)
    assert found.document is None
    assert [(p.line, p.severity, p.code) for p in found.problems] == expected


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        ("---\ndate: 2022\n---\n", "# 题\n\n正文。", [(4, "warning", "title_from_heading")]),
        ("---\ntitle: A\ndate: 2022\n\n", "正文。", [(1, "warning", "front_matter_unclosed")]),
        ("---\ntitle: A\ndate: 2022\nurl: nowhere\n---\n", "正文。", [(4, "warning", "url_bad")]),
        ("---\ntitle: A\ndate: 2022\nfetch_date: late\n---\n", "正文。", [(4, "warning", "fetch_date_bad")]),
        ("---\ntitle: A\ndate: 2022\n---\n", "", [(5, "warning", "body_empty")]),
        ("---\ntitle: A\ndate: 2022\n---\n", "# A\n\n![](x)\n", [(5, "warning", "body_empty")]),
        (
            "---\ntitle: A\ndate: 2022\n---\n",
            "本届大会共有来自世界各地许多国家和地区的嘉宾出席，其中包括...",
            [(5, "note", "body_cut")],
        ),
        ("---\ntitle: A\ndate: 2022\n---\n", "正文。", []),
    ],
)
def test_a_doubtful_article_loads_with_a_remark(front: str, body: str, expected: list[tuple[int, str, str]]) -> None:
    found = article(body, front)
    assert found.document is not None
    assert [(p.line, p.severity, p.code) for p in found.problems] == expected


def test_bytes_that_are_not_utf8_are_refused_with_their_line() -> None:
    content = "---\ntitle: A\ndate: 2022\n---\n一行\n".encode() + "中文".encode("gb18030")
    (problem,) = read_article("a.md", content).problems
    assert (problem.line, problem.code, problem.severity) == (6, "not_utf8", Severity.ERROR)


def test_giant_lines_and_embedded_images_are_read() -> None:
    image = "![x](data:image/png;base64," + "A" * 1_000_000 + ")"
    found = document("短。\n\n" + "长" * 1_000_000 + "。\n\n" + image + "\n\n" + "[![](" * 200_000 + "\n\n末。")
    texts = [sentence.text for sentence in found.sentences()]
    assert texts[0] == "短。"
    assert len(texts[1]) == 1_000_001
    assert texts[-1] == "末。"
