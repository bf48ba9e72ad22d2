from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.formatting.entities import Entity, utf16_length
from bot.playground.formatting.markdown import parse_markdown
from bot.playground.refusal import RefusalError


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        (
            "*b* _i_ __u__ ~s~ ||p||",
            "b i u s p",
            [
                Entity(kind, 2 * n, 1)
                for n, kind in enumerate(("bold", "italic", "underline", "strikethrough", "spoiler"))
            ],
        ),
        (r"1\.5 \*", "1.5 *", []),
        ("*b _i_*", "b i", [Entity("italic", 2, 1), Entity("bold", 0, 3)]),
        ("`a*b`", "a*b", [Entity("code", 0, 3)]),
        ("```py\nx```", "x", [Entity("pre", 0, 1, language="py")]),
        ("```\nx```", "x", [Entity("pre", 0, 1)]),
        (r"[字](https://x.org/a\)b)", "字", [Entity("text_link", 0, 1, url="https://x.org/a)b")]),
        ("[x](tg://user?id=7)", "x", [Entity("text_mention", 0, 1, user_id=7)]),
        ("![x](tg://emoji?id=5)", "x", [Entity("custom_emoji", 0, 1, custom_emoji_id="5")]),
        (">q\n>r\ns", "q\nr\ns", [Entity("blockquote", 0, 4)]),
        ("a\n>q", "a\nq", [Entity("blockquote", 2, 1)]),
    ],
)
def test_marks_become_entities(source: str, text: str, entities: list[Entity]) -> None:
    assert parse_markdown(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("hello.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a|b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("*x", "Can't find end of Bold entity at byte offset 0"),
        (r"*bold _italic\_*", "Can't find end of Bold entity at byte offset 15"),
        ("[x](x.org", "Can't find end of a URL at byte offset 4"),
        ("![x](x)", "Custom emoji entity must contain a tg://emoji URL"),
    ],
)
def test_broken_markdown_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        parse_markdown(source)
    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


@given(st.text(st.sampled_from("*_~|`[]()!>\\\nx中😀.py"), max_size=30))
def test_any_text_is_parsed_or_refused_and_entities_stay_inside(source: str) -> None:
    try:
        text, entities = parse_markdown(source)
    except RefusalError:
        return
    assert all(0 <= entity.offset < entity.end <= utf16_length(text) for entity in entities)
