"""What a pressed button gives, where it is more than another answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.message import Message


@dataclass(frozen=True, slots=True)
class Pressed:
    """A short text to show over the chat (may be empty), the message's new form if any, and one to send beside it.

    `spent`: the message stays as it is, without its buttons.
    """

    toast: str
    message: Message | None = None
    beside: Message | None = None
    spent: bool = False
