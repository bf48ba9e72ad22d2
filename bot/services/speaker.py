"""Who speaks or presses, and where."""

from __future__ import annotations

from dataclasses import dataclass

from bot.language import Language
from bot.subscriptions.chat import ChatKind, Place


@dataclass(frozen=True, slots=True)
class Speaker:
    """Where something was said or pressed, in which kind of chat, by whom (None for an anonymous admin), in which language.

    `title` is that of the chat, empty in private.
    """

    place: Place
    kind: ChatKind
    user: int | None
    language: Language
    title: str = ""

    @property
    def in_private(self) -> bool:
        """Whether somebody is alone with the bot."""
        return self.kind is ChatKind.PRIVATE
