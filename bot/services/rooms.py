"""What Telegram knows of chats: who may change what they get, and what the bot may not do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.messages.places import Right
from bot.subscriptions.chat import ChatKind


@dataclass(frozen=True, slots=True)
class Room:
    """A chat as one user sees it: `manages` tells whether they may change what it gets; `missing` is empty when the bot
    can post."""

    id: int
    kind: ChatKind
    title: str
    manages: bool
    missing: tuple[Right, ...] = ()


class Rooms(Protocol):
    """Asks Telegram. Whoever and whatever cannot be found out about is refused."""

    @property
    def username(self) -> str:
        """The bot's own."""
        ...

    async def manages(self, chat: int, user: int | None) -> bool:
        """Whether a user may change what a chat gets: themselves in private, administrators elsewhere, and in channels
        those who may post."""
        ...

    async def look(self, chat: int | str, user: int | None) -> Room | None:
        """A chat by its number or its public `@name`; None if there is none, or the bot cannot see it."""
        ...
