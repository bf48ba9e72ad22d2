"""Who is named in an English sentence, with which title, and who is not."""

from __future__ import annotations

import pytest

from bot.facts.people.english_names import full_name, named, people_of

NAMED = [
    ("Chinese President Xi Jinping addressed the event.", [("Xi Jinping", "Chinese President")]),
    (
        "Alibaba founder Jack Ma and Tencent Chairman Pony Ma spoke.",
        [("Jack Ma", "Alibaba founder"), ("Pony Ma", "Tencent Chairman")],
    ),
    ("Chairman and CEO Robin Li spoke.", [("Robin Li", "Chairman and CEO")]),
    (
        "Ren Xianliang, secretary-general of the WIC, told reporters so.",
        [("Ren Xianliang", "secretary-general of the WIC")],
    ),
    (
        "Tim Cook, CEO of Apple, and Sundar Pichai, chief executive officer of Google, spoke.",
        [("Tim Cook", "CEO of Apple"), ("Sundar Pichai", "chief executive officer of Google")],
    ),
    (
        "Li Shulei, a member of the Political Bureau and head of the Publicity Department, gave a speech.",
        [("Li Shulei", "member of the Political Bureau and head of the Publicity Department")],
    ),
    ("UN Under-Secretary-General Li Junhua called for trust.", [("Li Junhua", "UN Under-Secretary-General")]),
]
NOBODY = [
    "The World Internet Conference, a leading event, opened in Wuzhen.",
    "The Light of Internet Expo and the Wuzhen Summit attracted Siemens and Nokia.",
    "The People's Government of Zhejiang Province, host of the event, said so.",
    "Founder of the idea or not, China is ready.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_people_are_found_with_their_titles(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(person.name, person.title) for person in named(text).people({})] == expected


@pytest.mark.parametrize("text", NOBODY)
def test_bodies_and_events_are_nobody(text: str) -> None:
    assert named(text).people({}) == []


def test_a_family_name_alone_is_the_person_met_before() -> None:
    known = people_of([named(text) for text in ["Chinese Vice-Premier Ding Xuexiang attended the ceremony."]])
    (person,) = named("Ding said openness matters.").people(known)
    assert full_name(person.name, known) == "Ding Xuexiang"
    assert full_name("Xi", known) is None
