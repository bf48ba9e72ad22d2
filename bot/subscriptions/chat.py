"""Where posts go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.language import Language


class ChatKind(StrEnum):
    """The Bot API's kinds of chat (https://core.telegram.org/bots/api#chat)."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Pause(StrEnum):
    """Why nothing is sent to a chat, or a single subscription of it is not."""

    GONE = "gone"  # blocked, kicked, deleted, deactivated
    RIGHTS = "rights"  # the bot may not write there
    TOPIC = "topic"  # the topic is closed or gone
    WISH = "wish"  # somebody paused the subscription


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, or a topic of a forum in it: `topic` is 0 outside of topics."""

    chat: int
    topic: int = 0

    @property
    def is_group(self) -> bool:
        """Whether this is no private chat: Telegram numbers groups and channels below zero."""
        return self.chat < 0


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat with subscriptions. `language` is what posts there are written in; a private chat has no `title`."""

    id: int
    kind: ChatKind
    language: Language
    pause: Pause | None = None
    title: str = ""
