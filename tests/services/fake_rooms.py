"""Telegram's word on chats, made up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.messages.places import Right
from bot.services.rooms import Room
from bot.subscriptions.chat import ChatKind


@dataclass
class FakeRooms:
    """Rooms by number; `managers` are (chat, user) pairs, everybody manages themselves."""

    rooms: dict[int, Room] = field(default_factory=dict)
    managers: set[tuple[int, int]] = field(default_factory=set)
    names: dict[str, int] = field(default_factory=dict)

    @property
    def username(self) -> str:
        return "wuzhen_bot"

    def add(
        self, chat: int, kind: ChatKind, title: str, *, manager: int, missing: tuple[Right, ...] = (), name: str = ""
    ) -> None:
        self.rooms[chat] = Room(chat, kind, title, manages=False, missing=missing)
        self.managers.add((chat, manager))
        self.names[f"@{name}"] = chat

    async def manages(self, chat: int, user: int | None) -> bool:
        return chat == user or (chat, user) in self.managers

    async def look(self, chat: int | str, user: int | None) -> Room | None:
        number = self.names.get(chat, 0) if isinstance(chat, str) else chat
        if number > 0:
            return Room(number, ChatKind.PRIVATE, "", True) if number == user else None
        room = self.rooms.get(number)
        return room and replace(room, manages=await self.manages(number, user))
