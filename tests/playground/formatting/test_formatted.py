from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.formatting.detect import detect
from bot.playground.formatting.entities import MAX_MARKED, Entity, utf16_length
from bot.playground.formatting.formatted import FormattedText, formatted
from bot.playground.formatting.links import LinkError, check_link
from bot.playground.refusal import RefusalError


@pytest.mark.parametrize(
    ("text", "entities", "kept", "kept_entities"),
    [
        ("  a\n", [], "a", []),
        ("a\tb\0c", [], "a b c", []),
        ("a\r\nb", [], "a\nb", []),
        ("a\u202eb", [Entity("bold", 1, 2)], "ab", [Entity("bold", 1, 1)]),
        ("\n 字", [Entity("bold", 0, 3)], "字", [Entity("bold", 0, 1)]),
        ("a  ", [Entity("bold", 1, 2)], "a", []),
        ("a b ", [Entity("italic", 1, 3)], "a b", [Entity("italic", 2, 1)]),
        ("ab", [Entity("bold", 0, 1), Entity("bold", 1, 1)], "ab", [Entity("bold", 0, 2)]),
        (
            "abc",
            [Entity("bold", 0, 3), Entity("code", 1, 1)],
            "abc",
            [Entity("bold", 0, 1), Entity("code", 1, 1), Entity("bold", 2, 1)],
        ),
        ("abc", [Entity("code", 0, 2), Entity("code", 1, 2)], "abc", [Entity("code", 0, 2)]),
        (
            "abc",
            [Entity("blockquote", 0, 3), Entity("code", 0, 1)],
            "abc",
            [Entity("blockquote", 0, 3), Entity("code", 0, 1)],
        ),
        ("abc", [Entity("blockquote", 0, 2), Entity("code", 1, 2)], "abc", [Entity("blockquote", 0, 2)]),
        ("/a", [Entity("code", 0, 2)], "/a", [Entity("code", 0, 2)]),
        ("/a", [Entity("bold", 0, 2)], "/a", [Entity("bold", 0, 2), Entity("bot_command", 0, 2)]),
        ("/a", [Entity("bot_command", 0, 2)], "/a", [Entity("bot_command", 0, 2)]),
    ],
)
def test_texts_are_kept_as_telegram_keeps_them(
    text: str, entities: list[Entity], kept: str, kept_entities: list[Entity]
) -> None:
    assert formatted(text, entities) == FormattedText(kept, tuple(kept_entities))


@pytest.mark.parametrize(
    ("text", "entity", "reason"),
    [
        ("hello", Entity("bold", 100, 1), "entity begins after the end of the text at UTF-16 offset 100"),
        (
            "hello",
            Entity("bold", 0, 9),
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        ("hello", Entity("bold", -1, 1), "receive an entity with incorrect offset -1"),
        ("中😀", Entity("bold", 2, 1), "entity begins in a middle of a UTF-16 symbol at byte offset 7"),
        (
            "😀x",
            Entity("bold", 0, 1),
            "entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4",
        ),
        (" \n\t", Entity("bold", 0, 1), "text must be non-empty"),
        ("\u200b", Entity("bold", 0, 1), "text must be non-empty"),
    ],
)
def test_entities_outside_of_the_text_are_refused(text: str, entity: Entity, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        formatted(text, [entity])
    assert caught.value.description == f"Bad Request: {reason}"


def test_styles_go_first_when_a_text_has_too_many_entities() -> None:
    text = "ab " * MAX_MARKED
    bold = [Entity("bold", 3 * n, 1) for n in range(MAX_MARKED)]
    links = [Entity("text_link", 3 * n + 1, 1, url="https://x.org/") for n in range(MAX_MARKED - 1)]
    kept = formatted(text, [*bold, *links]).entities
    assert [entity.type for entity in kept].count("text_link") == MAX_MARKED - 1
    assert len(kept) == MAX_MARKED


@given(
    st.text(st.sampled_from(" \n\r\tab中😀\u202e/@#.:"), max_size=30),
    st.lists(
        st.tuples(st.sampled_from(["bold", "code", "blockquote", "text_link"]), st.integers(0, 30), st.integers(0, 30)),
        max_size=6,
    ),
)
def test_kept_entities_lie_within_the_kept_text(text: str, marks: list[tuple[str, int, int]]) -> None:
    try:
        kept = formatted(text, [Entity(kind, offset, length) for kind, offset, length in marks])
    except RefusalError:
        return
    total = utf16_length(kept.text)
    assert kept.text == kept.text.strip(" \n") != ""
    assert all(0 <= entity.offset < entity.end <= total for entity in kept.entities)
    assert formatted(kept.text, kept.entities) == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/summit 2024", [("bot_command", "/summit")]),
        ("/summit@knowledge_bot 2024", [("bot_command", "/summit@knowledge_bot")]),
        ("a /x, /y", [("bot_command", "/x"), ("bot_command", "/y")]),
        ("/峰会 2024", []),
        ("/summit峰会", []),
        ("和/或 1/2 a/b </b>", []),
        ("@abc 你好@def", [("mention", "@abc")]),
        ("#读书会 #1 a#b", [("hashtag", "#读书会")]),
        ("$USD 5", [("cashtag", "$USD")]),
        ("a@b.com", [("email", "a@b.com")]),
        ("见 https://example.org/a?b=1。好", [("url", "https://example.org/a?b=1。好")]),
        ("(https://example.org/a).", [("url", "https://example.org/a)")]),
        ("example.com, t.me/x 1.5 v2.0", [("url", "example.com"), ("url", "t.me/x")]),
        ("😀 /x", [("bot_command", "/x")]),
    ],
)
def test_telegram_finds_entities_on_its_own(text: str, found: list[tuple[str, str]]) -> None:
    units = text.encode("utf-16-le")
    assert [(e.type, units[2 * e.offset : 2 * e.end].decode("utf-16-le")) for e in detect(text)] == found


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("example.org?a=1", "http://example.org/?a=1"),
        ("http://1.2.3.4:8080/x y", "http://1.2.3.4:8080/x%20y"),
        ("https://中国.cn/中", "https://中国.cn/中"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("tg:resolve?domain=x", "tg://resolve?domain=x"),
    ],
)
def test_links_are_put_into_one_form(url: str, kept: str) -> None:
    assert check_link(url) == kept


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("not-a-url", "Wrong HTTP URL"),
        ("http://localhost/x", "Wrong HTTP URL"),
        ("ftp://example.com", "Unsupported URL protocol"),
        ("", "URL host is empty"),
        ("http://", "URL host is empty"),
        ("http://x.org:0", "Wrong port number specified in the URL"),
        ("http://a b.org", "Disallowed character in URL host"),
    ],
)
def test_wrong_links_are_refused(url: str, reason: str) -> None:
    with pytest.raises(LinkError, match=f"^{reason}$"):
        check_link(url)
