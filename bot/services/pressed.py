"""What a pressed button gives, where it is more than another answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.message import Message


@dataclass(frozen=True, slots=True)
class Pressed:
    """A short text to show over the chat (may be empty), and the message's new form if any."""

    toast: str
    message: Message | None = None
