from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.formatting.entities import Entity, utf16_length
from bot.playground.formatting.html import parse_html
from bot.playground.refusal import RefusalError

INVALID_UNICODE = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
EMOJI = "5368324170671202286"


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain", "plain", []),
        ("<b>粗</b>", "粗", [Entity("bold", 0, 1)]),
        ("<STRONG>x</strong>", "x", [Entity("bold", 0, 1)]),
        ("<b>x</>", "x", [Entity("bold", 0, 1)]),
        ("a<i>b<u>c</u></i>", "abc", [Entity("underline", 2, 1), Entity("italic", 1, 2)]),
        ("<s>1</s><strike>2</strike><del>3</del>", "123", [Entity("strikethrough", n, 1) for n in range(3)]),
        ("<em>1</em><ins>2</ins>", "12", [Entity("italic", 0, 1), Entity("underline", 1, 1)]),
        (
            '<span class="tg-spoiler">s</span><tg-spoiler>t</tg-spoiler>',
            "st",
            [Entity("spoiler", n, 1) for n in (0, 1)],
        ),
        ("😀<b>😀</b>", "😀😀", [Entity("bold", 2, 2)]),
        ("<b></b>x", "x", []),
        ('<a href="https://Example.org">x</a>', "x", [Entity("text_link", 0, 1, url="https://example.org/")]),
        (
            "<a href='example.org/a?b=1&amp;c=2'>x</a>",
            "x",
            [Entity("text_link", 0, 1, url="http://example.org/a?b=1&c=2")],
        ),
        ("<a href=example.org>x</a>", "x", [Entity("text_link", 0, 1, url="http://example.org/")]),
        ("<a>example.org</a>", "example.org", [Entity("text_link", 0, 11, url="http://example.org/")]),
        ('<a href="nonsense">x</a>', "x", []),
        ('<a href="tg://user?id=42">x</a>', "x", [Entity("text_mention", 0, 1, user_id=42)]),
        ("<code>a&lt;b</code>", "a<b", [Entity("code", 0, 3)]),
        ('<code class="language-python">x</code>', "x", [Entity("code", 0, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [Entity("pre", 0, 1, language="python")]),
        ("<pre>x</pre>", "x", [Entity("pre", 0, 1)]),
        ("<blockquote>q</blockquote>", "q", [Entity("blockquote", 0, 1)]),
        ("<blockquote expandable>q</blockquote>", "q", [Entity("expandable_blockquote", 0, 1)]),
        (f'<tg-emoji emoji-id="{EMOJI}">x</tg-emoji>', "x", [Entity("custom_emoji", 0, 1, custom_emoji_id=EMOJI)]),
        ("&lt;b&gt; &amp; &quot;&#33;&#x4e2d;", '<b> & "!中', []),
        ("&lt &nbsp; &ltx &unknown; & &#0; &#1114111;", "< &nbsp; &ltx &unknown; & &#0; &#1114111;", []),
        ("a > b", "a > b", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[Entity]) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("中<script>x</script>", 'Unsupported start tag "script" at byte offset 3'),
        ("1 <2", "Unclosed start tag at byte offset 2"),
        ("1 < 2 >", 'Unsupported start tag "" at byte offset 2'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<a href=a_b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<a ='x'>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ('<tg-emoji emoji-id="9999999999999999999">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xd800;", INVALID_UNICODE),
    ],
)
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(RefusalError) as caught:
        parse_html(source)
    assert (caught.value.code, caught.value.description) == (400, f"Bad Request: can't parse entities: {reason}")


_TAGS = ["<b>", "</b>", "<i>", "</i>", "<a href='x.org'>", "</a>", "<pre>", "</pre>", "<code class=language-c>"]
_TAGS += ["</code>", "<blockquote expandable>", "</blockquote>", "</>", "&lt;", "&#128512;"]
_PIECES = st.sampled_from([*_TAGS, *"&<>/'\"= 中😀x\n\0"])


@given(st.lists(_PIECES, max_size=25).map("".join) | st.text(max_size=40))
def test_any_text_is_parsed_or_refused_and_entities_stay_inside(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except RefusalError:
        return
    total = utf16_length(text)
    assert all(0 <= entity.offset < entity.end <= total for entity in entities)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_escaped_text_comes_back_whole(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text
