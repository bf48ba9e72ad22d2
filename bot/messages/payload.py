"""A message or a poll as JSON, for the outbox: what is stored today is sent by tomorrow's version."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import orjson

from bot.messages.message import Button, Message
from bot.messages.poll import Poll


@dataclass(frozen=True, slots=True)
class Post:
    """What comes by itself; `silent` rings no bell.

    It takes the place of the message `edits`, or answers the message `replies_to`, where there is one.
    """

    content: Message | Poll
    silent: bool = False
    edits: int | None = None
    replies_to: int | None = None


def to_payload(post: Post) -> bytes:
    """The JSON of a post."""
    content = post.content
    about = {"silent": post.silent, "edits": post.edits, "replies_to": post.replies_to}
    if isinstance(content, Poll):
        return orjson.dumps({"poll": asdict(content), **about})
    rows = [[{"label": key.label, "data": key.data, "url": key.url} for key in row] for row in content.keyboard]
    return orjson.dumps({"html": content.html, "keyboard": rows, **about})


def from_payload(payload: bytes) -> Post:
    """The reverse. Raises ValueError for what is none."""
    data = orjson.loads(payload)
    if not isinstance(data, dict):
        raise ValueError("no post")
    return Post(_content(data), bool(data.get("silent")), data.get("edits"), data.get("replies_to"))


def _content(data: dict[str, Any]) -> Message | Poll:
    if isinstance(poll := data.get("poll"), dict):
        return Poll(**{**poll, "options": tuple(poll["options"])})
    if isinstance(html := data.get("html"), str):
        return Message(html, tuple(tuple(Button(**key) for key in row) for row in data.get("keyboard", ())))
    raise ValueError("no post")
