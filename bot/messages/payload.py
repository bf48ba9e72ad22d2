"""A message as JSON, for the outbox: what is stored today is sent by tomorrow's version."""

from __future__ import annotations

from dataclasses import dataclass

import orjson

from bot.messages.message import Button, Message


@dataclass(frozen=True, slots=True)
class Post:
    """A message that comes by itself; `silent` rings no bell."""

    message: Message
    silent: bool = False


def to_payload(post: Post) -> bytes:
    """The JSON of a post."""
    rows = [[{"label": key.label, "data": key.data, "url": key.url} for key in row] for row in post.message.keyboard]
    return orjson.dumps({"html": post.message.html, "keyboard": rows, "silent": post.silent})


def from_payload(payload: bytes) -> Post:
    """The reverse. Raises ValueError for what is none."""
    data = orjson.loads(payload)
    if not isinstance(data, dict) or not isinstance(data.get("html"), str):
        raise ValueError("no post")
    rows = tuple(tuple(Button(**key) for key in row) for row in data.get("keyboard", ()))
    return Post(Message(data["html"], rows), bool(data.get("silent")))
