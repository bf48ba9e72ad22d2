"""Callback data: short, readable back, and refused when it is not ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.value import ROLES, People
from bot.messages.callback import DATA_LIMIT, Press, View, decode, encode

SUBJECTS = st.sampled_from(["summit:2022", "summit:2024", "series", "organisation"])
PREDICATES = st.sampled_from(["theme", "guests", "start_date", "new_feature", "person.ch@全体会议"])
PRESSES = st.one_of(
    st.builds(Press, st.just(View.CARD), year=st.integers(1900, 2100), proof=st.booleans()),
    st.builds(Press, st.just(View.LISTING), proof=st.booleans()),
    st.builds(
        Press,
        st.just(View.COMMAND),
        command=st.sampled_from(["term", "search", "anniversaries"]),
        argument=st.text(max_size=30),
        page=st.integers(1, 999),
        proof=st.booleans(),
    ),
    st.builds(Press, st.just(View.DOCUMENTS), page=st.integers(1, 999)),
    st.builds(
        Press,
        st.just(View.VALUES),
        subjects=st.lists(SUBJECTS, min_size=1, max_size=3).map(tuple),
        predicates=st.lists(PREDICATES, min_size=1, max_size=3).map(tuple),
        page=st.integers(1, 99),
        proof=st.booleans(),
    ),
)


@given(PRESSES)
def test_a_press_is_read_back_or_gets_no_button(press: Press) -> None:
    data = encode(press)
    assert len(data.encode()) <= DATA_LIMIT
    assert decode(data) == (press if data else None)


@pytest.mark.parametrize(
    ("press", "data"),
    [
        (Press(View.CARD, year=2024), "s:2024"),
        (Press(View.CARD, year=2024, proof=True), "p:s:2024"),
        (Press(View.VALUES, subjects=("summit:2022",), predicates=("forum",), page=2), "v:2022:forum:2"),
        (Press(View.DOCUMENTS, page=3), "d:3"),
        (Press(View.COMMAND, command="compare", argument="2022 2024"), "c:compare:2022 2024"),
        (Press(View.COMMAND, command="search", argument="数据治理", page=2, proof=True), "p:c:search:数据治理:2"),
        (Press(View.COMMAND, command="timeline"), "c:timeline:"),
        (Press(View.COMMAND, command="search", argument="字" * 22), ""),
        (Press(View.COMMAND, command="search", argument="a:b"), ""),
    ],
)
def test_data_is_short(press: Press, data: str) -> None:
    assert encode(press) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "s",
        "s:",
        "s:99999",
        "s:abc",
        "s:0999",
        "x:1",
        "p:",
        "p:p:s:2024",
        "v:2024",
        "v:2024:",
        "v::theme",
        "d:0",
        "d:1000",
        "s:2024\n",
        " s:2024",
        "v:2024:THEME",
        "v:2024:theme;drop",
        "v:place:plan",
        "s:２０２４",
        "v:2024:theme:0",
        "x" * 65,
    ],
)
def test_what_is_not_ours_is_nothing(data: str) -> None:
    assert decode(data) is None


@given(st.text(max_size=80))
def test_no_data_breaks_the_reading(data: str) -> None:
    press = decode(data)
    assert press is None or encode(press) == data


@given(st.sets(st.sampled_from(ROLES)), st.sampled_from([(), ("全体会议",)]))
def test_what_narrows_people_is_read_back(roles: set[str], events: tuple[str, ...]) -> None:
    people = People(frozenset(roles), events)
    assert People.of_token(people.token) == people
