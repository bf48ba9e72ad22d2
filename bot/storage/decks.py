"""What each chat has seen of a feed that goes round."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import decks
from bot.storage.upsert import insert
from bot.subscriptions.feed import Feed


@dataclass(frozen=True, slots=True)
class StoredDeck:
    """A seed, the ids seen, in order, and those that somebody put first."""

    seed: int
    seen: tuple[str, ...]
    ahead: tuple[str, ...] = ()


class Decks:
    """The decks of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def of_chats(self, chats: Collection[int], feed: Feed) -> dict[int, StoredDeck]:
        """The decks of these chats, by chat; a chat without one is left out."""
        statement = select(decks).where(decks.c.feed == feed, decks.c.chat_id.in_(chats))
        rows = await self._connection.execute(statement)
        return {row.chat_id: StoredDeck(row.seed, tuple(row.seen.split()), tuple(row.ahead.split())) for row in rows}

    async def put(self, changed: Mapping[int, StoredDeck], feed: Feed) -> None:
        """Keep these decks, by chat."""
        if not changed:
            return
        statement = insert(self._connection, decks)
        statement = statement.on_conflict_do_update(
            index_elements=["chat_id", "feed"],
            set_={name: statement.excluded[name] for name in ("seed", "seen", "ahead")},
        )
        rows = [
            {
                "chat_id": chat,
                "feed": feed,
                "seed": deck.seed,
                "seen": " ".join(deck.seen),
                "ahead": " ".join(deck.ahead),
            }
            for chat, deck in changed.items()
        ]
        await self._connection.execute(statement, rows)
