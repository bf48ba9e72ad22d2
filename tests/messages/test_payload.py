from __future__ import annotations

import pytest

from bot.messages.message import Button, Message
from bot.messages.payload import Post, from_payload, to_payload
from bot.messages.poll import Poll


@pytest.mark.parametrize(
    "post",
    [
        Post(Message("<b>中文</b>")),
        Post(Message("x"), silent=True, edits=7),
        Post(Message("x"), replies_to=8),
        Post(Poll("?", ("a", "b"), 1, "because", "<b>stop</b>", anonymous=True)),
        Post(Message("x", ((Button("a", "b"),), (Button("c", url="https://example.org/"),))), silent=True),
    ],
)
def test_a_post_comes_back_as_it_went_in(post: Post) -> None:
    assert from_payload(to_payload(post)) == post


@pytest.mark.parametrize("payload", [b"", b"[]", b"{}", b'{"html": 5}', b"\xff"])
def test_what_is_no_post_is_refused(payload: bytes) -> None:
    with pytest.raises(ValueError):
        from_payload(payload)
