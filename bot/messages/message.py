"""What is sent: HTML within Telegram's limits, and buttons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Button:
    """A key under a message: exactly one of `data` (1–64 bytes of callback data) and `url`."""

    label: str
    data: str = ""
    url: str = ""


class Wants(StrEnum):
    """What a key in the place of the reader's keyboard asks them for."""

    TEXT = "text"
    LOCATION = "location"
    CHANNEL = "channel"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class ReplyKey:
    """A key in the place of the reader's keyboard, in private chats only; `Wants.TEXT` says its label."""

    label: str
    wants: Wants = Wants.TEXT


@dataclass(frozen=True, slots=True)
class Message:
    """One Bot API text message: Telegram HTML, at most 4096 UTF-16 units once parsed; rows of buttons.

    `reply_keys` are rows of keys in the place of the reader's keyboard, empty to take them away; None says nothing of them.
    A message has either those or buttons.
    """

    html: str
    keyboard: tuple[tuple[Button, ...], ...] = ()
    reply_keys: tuple[tuple[ReplyKey, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """One Bot API document: a file under a name, with a caption in Telegram HTML of at most 1024 UTF-16 units."""

    name: str
    content: bytes
    caption: str
