"""Editions as people write them, and the years they come to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.editions import Edition, EditionKind, EditionRef, latest_held, resolve
from bot.answers.interpret.edition_words import edition_at, edition_of
from bot.answers.interpret.reading import normalised
from tests.knowledge_fixtures import TODAY, document, fact, shipped, snapshot

YEAR, ORDINAL, NTH, LATEST, NUMBER = map(EditionKind, ("year", "ordinal", "nth_year", "latest", "number"))


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("2024", YEAR, 2024),
        ("2024年", YEAR, 2024),
        ("２０２４ 年", YEAR, 2024),
        ("2024's", YEAR, 2024),
        ("24年", YEAR, 2024),
        ("'24", YEAR, 2024),
        ("二〇二四年", YEAR, 2024),
        ("二零二四年", YEAR, 2024),
        ("twenty twenty-four", YEAR, 2024),
        ("twenty fourteen", YEAR, 2014),
        ("1999", YEAR, 1999),
        ("第十一届", ORDINAL, 11),
        ("第11届", ORDINAL, 11),
        ("第十一屆", ORDINAL, 11),
        ("首届", ORDINAL, 1),
        ("第一届", ORDINAL, 1),
        ("11th edition", ORDINAL, 11),
        ("11th", ORDINAL, 11),
        ("ninth summit", ORDINAL, 9),
        ("the ninth"[4:], ORDINAL, 9),
        ("twenty-first edition", ORDINAL, 21),
        ("first summit", ORDINAL, 1),
        ("第十一个年头", NTH, 11),
        ("第11年", NTH, 11),
        ("去年", YEAR, 2024),
        ("前年", YEAR, 2023),
        ("今年", YEAR, 2025),
        ("明年", YEAR, 2026),
        ("last year", YEAR, 2024),
        ("last year's", YEAR, 2024),
        ("this year's", YEAR, 2025),
        ("最近一届", LATEST, 0),
        ("latest", LATEST, 0),
        ("11", NUMBER, 11),
        ("24", NUMBER, 24),
        ("二〇二四", YEAR, 2024),
        ("二零二四", YEAR, 2024),
        ("第一百届", ORDINAL, 100),
        ("100th edition", ORDINAL, 100),
    ],
)
def test_an_edition_is_read_as_people_write_it(text: str, kind: EditionKind, number: int) -> None:
    assert edition_of(normalised(text), TODAY) == EditionRef(kind, number)


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "00",
        "0000",
        "第零届",
        "0届",
        "0th",
        "abc",
        "99999",
        "202",
        "2024abc",
        "第",
        "第届",
        "届",
        "2024 2022",
        "-1",
        "20.24",
        "２０２４４",
        "<b>2024</b>",
    ],
)
def test_what_is_no_edition_is_none(text: str) -> None:
    assert edition_of(normalised(text), TODAY) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_editions(text: str) -> None:
    read = normalised(text)
    for position in range(len(read)):
        found = edition_at(read, position, TODAY)
        assert found is None or position < found[0] <= len(read)


@pytest.mark.parametrize(
    ("ref", "year", "inferred"),
    [
        (EditionRef(YEAR, 2024), 2024, False),
        (EditionRef(YEAR, 1999), 1999, False),
        (EditionRef(ORDINAL, 9), 2022, False),
        (EditionRef(ORDINAL, 11), 2024, True),
        (EditionRef(ORDINAL, 10), None, False),
        (EditionRef(NTH, 11), 2024, False),
        (EditionRef(NTH, 9), None, False),
        (EditionRef(NUMBER, 9), 2022, False),
        (EditionRef(NUMBER, 22), 2022, False),
        (EditionRef(NUMBER, 77), None, False),
    ],
)
def test_a_reference_comes_to_a_year_of_the_sources(ref: EditionRef, year: int | None, inferred: bool) -> None:
    found: Edition = resolve(ref, shipped(), TODAY)
    assert (found.year, found.inferred) == (year, inferred)


@pytest.mark.parametrize(
    ("today", "year"),
    [(date(2024, 11, 18), 2022), (date(2024, 11, 19), 2024), (date(2022, 11, 8), None), (date(2030, 1, 1), 2024)],
)
def test_the_latest_edition_is_one_that_had_begun(today: date, year: int | None) -> None:
    assert latest_held(shipped(), today) == year


def test_an_edition_without_dates_counts_as_held_when_its_year_is_over() -> None:
    source = document("a.md", "2019-10-01")
    known = snapshot([source], [fact(source, {"subject": "summit:2019", "predicate": "theme", "value": "主题甲"})])
    assert latest_held(known, date(2019, 12, 30)) is None
    assert latest_held(known, date(2020, 1, 1)) == 2019
