"""Offers that wait for somebody: a bot cannot write to who never wrote to it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import offers
from bot.storage.upsert import insert

_TITLE = 255


@dataclass(frozen=True, slots=True)
class Offer:
    """To `user`: to post in the channel `chat`, which is called `title`."""

    user: int
    chat: int
    title: str


class Offers:
    """The offers of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, offer: Offer) -> None:
        """Keep an offer until it is taken."""
        statement = insert(self._connection, offers).values(
            user_id=offer.user, chat_id=offer.chat, title=offer.title[:_TITLE]
        )
        await self._connection.execute(
            statement.on_conflict_do_update(
                index_elements=["user_id", "chat_id"], set_={"title": statement.excluded.title}
            )
        )

    async def take(self, user: int) -> tuple[Offer, ...]:
        """The offers that wait for somebody; they wait no more."""
        rows = await self._connection.execute(delete(offers).where(offers.c.user_id == user).returning(offers))
        return tuple(sorted((Offer(row.user_id, row.chat_id, row.title) for row in rows), key=lambda each: each.chat))

    async def remove(self, user: int, chat: int) -> None:
        """Drop an offer that was made."""
        await self._connection.execute(delete(offers).where(offers.c.user_id == user, offers.c.chat_id == chat))

    async def forget_chat(self, chat: int) -> None:
        """Drop what was offered of a channel that is gone."""
        await self._connection.execute(delete(offers).where(offers.c.chat_id == chat))
