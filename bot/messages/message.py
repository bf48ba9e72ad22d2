"""What is sent: HTML within Telegram's limits, and buttons."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Button:
    """A key under a message: exactly one of `data` (1–64 bytes of callback data) and `url`."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One Bot API text message: Telegram HTML, at most 4096 UTF-16 units once parsed; rows of buttons."""

    html: str
    keyboard: tuple[tuple[Button, ...], ...] = ()
