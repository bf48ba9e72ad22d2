"""Front matter: values as YAML has them, and mended where YAML refuses or damages them."""

from __future__ import annotations

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.front_matter import SeedHandler, read_front_matter


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: 乌镇见闻", "乌镇见闻"),
        ("title: 快讯 | 2024年开幕", "快讯 | 2024年开幕"),
        ("title: 'it''s open'", "it's open"),
        ('title: "a: b"', "a: b"),
        ('title: "quoted"  # remark', "quoted"),
        ("title: >-\n  two\n  lines", "two lines"),
        ("title: two\n  lines", "two lines"),
        ("title: C#与互联网", "C#与互联网"),
        ("title: ratio 1:2", "ratio 1:2"),
        ("Title: Case does not matter", "Case does not matter"),
        ("title:", ""),
    ],
)
def test_a_sound_value_is_taken_as_yaml_has_it_without_remark(line: str, value: str) -> None:
    front = read_front_matter(f"---\n{line}\ndate: 2022\n---\nbody")
    assert front.value("title") == value
    assert front.value("date") == "2022"
    assert front.remarks == ()


@pytest.mark.parametrize(
    "value",
    [
        "Preview: what to expect",
        "[快讯] 乌镇",
        "[快讯, 乌镇]",
        '"乌镇时间"再次开启',
        "'a' and b",
        "第一 #乌镇 话题",
        "2024",
        "1_000",
        "0x1F",
        "12:30",
        "yes",
        "Off",
        "null",
        "~",
        "2022-11-09",
        "&anchor text",
        "*star",
        "!tag text",
        "@someone",
        "`code`",
        "%percent",
        "- dash",
        "{a: b}",
        "ends in a colon:",
        "unclosed 'quote\" here: x",
        "[" * 5000,
        "a\x07bell",
    ],
)
def test_a_value_that_yaml_damages_or_refuses_is_recovered_from_its_line(value: str) -> None:
    front = read_front_matter(f"---\nsource: 某报\ntitle: {value}\ndate: 2022-11-09\n---\nbody")
    assert front.value("title") == value
    assert (front.value("source"), front.value("date")) == ("某报", "2022-11-09")
    assert [(r.line, r.code, r.params["key"]) for r in front.remarks] == [(3, "value_recovered", "title")]


@pytest.mark.parametrize("line", ["title:no blank", "title：全角冒号"])
def test_a_colon_that_yaml_does_not_know_is_understood_and_reported(line: str) -> None:
    front = read_front_matter(f"---\n{line}\ndate: 2022\n---\n")
    assert front.value("title") == line.replace("：", ":").split(":")[1]
    assert [r.code for r in front.remarks] == ["value_recovered"]


@pytest.mark.parametrize("indent", ["\t", "  ", "\u3000", "\xa0"])
@pytest.mark.parametrize("above", ["url: https://example.com/a", 'source: "某报"', "tags: [a, b]", "url:"])
def test_a_known_key_that_was_moved_in_is_recovered_and_the_entry_above_keeps_its_value(
    above: str, indent: str
) -> None:
    front = read_front_matter(f"---\ntitle: A\n{above}\n{indent}date: 2023-11-11\nauthor: B\n---\nbody")
    key, _, value = above.partition(": ")
    assert front.value("date") == "2023-11-11"
    assert front.value("author") == "B"
    assert key in ("tags", "url:") or front.value(key) == value.strip('"')
    told = [(r.line, r.code, r.params["key"]) for r in front.remarks if r.params["key"] != "tags"]
    assert told == [(4, "value_recovered", "date")]


@pytest.mark.parametrize(
    ("lines", "key", "value"),
    [
        ("title: |\n  a\n  date: 2020", "title", "a\ndate: 2020"),
        ("title: >-\n  a\n  source: b", "title", "a source: b"),
        ('title: "a\n  date: b"', "title", "a date: b"),
        ("meta:\n  title: inner\n  date: 2020", "meta", ""),
    ],
)
def test_what_stands_below_a_value_that_goes_on_is_no_key(lines: str, key: str, value: str) -> None:
    front = read_front_matter(f"---\n{lines}\nfetch_date: 2021\n---\nbody")
    assert front.value(key) == value
    assert set(front.entries) == {key, "fetch_date"}
    assert front.remarks == ()


def test_a_refused_value_of_an_unknown_key_costs_nothing_else() -> None:
    front = read_front_matter("---\ntags: [a, b\ntitle: A\ndate: 2022\n---\n")
    assert front.value("title") == "A"
    assert [(r.line, r.code) for r in front.remarks] == [(2, "value_not_yaml")]


def test_a_repeated_key_is_reported_and_the_last_counts() -> None:
    front = read_front_matter("---\ntitle: A\ndate: 2022\ntitle: B\n---\n")
    assert front.value("title") == "B"
    assert [(r.line, r.code, dict(r.params)) for r in front.remarks] == [
        (4, "duplicate_key", {"key": "title", "first": 2})
    ]


@pytest.mark.parametrize(
    ("text", "keys", "codes", "body"),
    [
        ("---\ntitle: A\n---\nbody", {"title": 2}, [], (4, "body")),
        ("\ufeff\n\n---\ntitle: A\n---\nbody", {"title": 4}, [], (6, "body")),
        ("---\r\ntitle: A\r\n---\r\nbody\r\n", {"title": 2}, [], (4, "body\r\n")),
        ("---\ntitle: A\n\ndate: 2022\n---\nbody", {"title": 2, "date": 4}, [], (6, "body")),
        ("---\ntitle: A\ntags:\n- x\n# remark\n-----\nbody", {"title": 2, "tags": 3}, [], (7, "body")),
        ("---\ntitle: A\n---\none\n---\ntwo", {"title": 2}, [], (4, "one\n---\ntwo")),
        ("---\ntitle: A\n---", {"title": 2}, [], (3, "")),
        ("---\ntitle: A\n\nProse.\n\n---\nmore", {"title": 2}, ["front_matter_unclosed"], (3, "\nProse.\n\n---\nmore")),
        ("---\ntitle: A\nProse begins.\n", {"title": 2}, ["front_matter_unclosed"], (3, "Prose begins.\n")),
        ("---\ntitle: A\n\n# Heading\n\nProse.", {"title": 2}, ["front_matter_unclosed"], (3, "\n# Heading\n\nProse.")),
        ("no front matter\n---\n", {}, ["front_matter_missing"], (1, "no front matter\n---\n")),
        ("", {}, ["front_matter_missing"], (1, "")),
    ],
)
def test_the_body_begins_behind_the_front_matter_on_its_line(
    text: str, keys: dict[str, int], codes: list[str], body: tuple[int, str]
) -> None:
    front = read_front_matter(text)
    assert {key: entry.line for key, entry in front.entries.items()} == keys
    assert [r.code for r in front.remarks] == codes
    assert (front.body_line, text[front.body_start :]) == body


def test_python_frontmatter_reads_seeds_through_the_handler() -> None:
    post = frontmatter.loads("---\ntitle: A: B\ndate: 2022-10\n---\none\n---\ntwo", handler=SeedHandler())
    assert post.metadata == {"title": "A: B", "date": "2022-10"}
    assert post.content == "one\n---\ntwo"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120))
def test_what_yaml_wrote_is_read_back_without_remark(title: str) -> None:
    written = yaml.safe_dump({"title": title, "source": "x", "date": "2022-11-09"}, allow_unicode=True)
    front = read_front_matter(f"---\n{written}---\nbody")
    assert front.value("title") == title.strip()
    assert front.value("source") == "x"
    assert front.remarks == ()


@given(st.text(max_size=300))
def test_no_front_matter_makes_the_reader_raise(text: str) -> None:
    front = read_front_matter("---\n" + text)
    assert 0 <= front.body_start <= len(text) + 4
    assert front.body_line == ("---\n" + text).count("\n", 0, front.body_start) + 1


@pytest.mark.parametrize(
    "title", ["Internet development opens in China's Wuzhen", "Apples and " * 40 + "China's", "词" * 200 + "'"]
)
def test_a_title_with_an_apostrophe_is_read_at_once(title: str) -> None:
    # A pattern that backtracks would not return for hours: the time limit of the test would end it.
    front = read_front_matter(f"---\ntitle: {title}\ndate: 2020-11-23\n---\n")
    assert front.value("title") == title
