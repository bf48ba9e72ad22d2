"""Chats: kind, language, whether anything is sent there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import case, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.language import Language
from bot.storage.tables import chats, decks, occurrences, outbox, polls, subscriptions
from bot.storage.upsert import insert
from bot.subscriptions.chat import Chat, ChatKind, Pause

_TITLE = 255


class Chats:
    """The chats of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, chat: Chat) -> None:
        """Add a chat, or bring kind, language, pause and title up to date; a title stays when none is given."""
        values: dict[str, object] = {
            "kind": chat.kind,
            "language": chat.language,
            "pause": chat.pause,
            "told": False,
            **({"title": chat.title[:_TITLE]} if chat.title else {}),
        }
        statement = insert(self._connection, chats).values(id=chat.id, **values)
        await self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))

    async def get(self, chat_id: int) -> Chat | None:
        """The chat of that id."""
        row = (await self._connection.execute(select(chats).where(chats.c.id == chat_id))).one_or_none()
        if row is None:
            return None
        pause = Pause(row.pause) if row.pause else None
        return Chat(row.id, ChatKind(row.kind), Language(row.language), pause, row.title)

    async def stop(self, pauses: Mapping[int, Pause]) -> None:
        """Send nothing more to these chats."""
        for chat_id, pause in pauses.items():
            await self._connection.execute(update(chats).where(chats.c.id == chat_id).values(pause=pause, told=False))

    async def resume(self, chat_id: int) -> None:
        """Send to this chat again."""
        await self._connection.execute(update(chats).where(chats.c.id == chat_id).values(pause=None, told=False))

    async def take_untold(self) -> tuple[Chat, ...]:
        """Chats that lost the right to be sent to since this was asked the last time; each is given once."""
        statement = update(chats).where(chats.c.pause == Pause.RIGHTS, ~chats.c.told).values(told=True)
        rows = await self._connection.execute(statement.returning(chats))
        return tuple(
            Chat(row.id, ChatKind(row.kind), Language(row.language), Pause(row.pause), row.title) for row in rows
        )

    async def forget(self, chat_id: int) -> None:
        """Drop a chat with everything that is kept of it: subscriptions, decks, posts, what happened there."""
        await self._connection.execute(delete(occurrences).where(occurrences.c.key.startswith(f"{chat_id}/")))
        await self._connection.execute(delete(chats).where(chats.c.id == chat_id))

    async def wait(self, waits: Mapping[int, datetime]) -> None:
        """Send nothing to these chats before their moments; a later one that stands there already counts."""
        for chat_id, moment in waits.items():
            later = case((chats.c.not_before > moment, chats.c.not_before), else_=moment)
            await self._connection.execute(update(chats).where(chats.c.id == chat_id).values(not_before=later))

    async def migrate(self, old: int, new: int) -> None:
        """A group became a supergroup: all it has moves; where the supergroup has the same already, its own stays."""
        former = await self.get(old)
        if former is None:
            return
        arrived = insert(self._connection, chats).values(
            id=new, kind=ChatKind.SUPERGROUP, language=former.language, pause=None, title=former.title
        )
        await self._connection.execute(arrived.on_conflict_do_nothing(index_elements=["id"]))
        other = subscriptions.alias()
        taken = exists().where(
            other.c.chat_id == new, other.c.topic_id == subscriptions.c.topic_id, other.c.feed == subscriptions.c.feed
        )
        await self._connection.execute(
            update(subscriptions).where(subscriptions.c.chat_id == old, ~taken).values(chat_id=new)
        )
        deck = decks.alias()
        taken = exists().where(deck.c.chat_id == new, deck.c.feed == decks.c.feed)
        await self._connection.execute(update(decks).where(decks.c.chat_id == old, ~taken).values(chat_id=new))
        await self._connection.execute(update(outbox).where(outbox.c.chat_id == old).values(chat_id=new))
        await self._connection.execute(update(polls).where(polls.c.chat_id == old).values(chat_id=new))
        await self._connection.execute(delete(chats).where(chats.c.id == old))
