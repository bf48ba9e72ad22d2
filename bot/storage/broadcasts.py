"""What admins send to everybody: entries of the outbox whose keys are `broadcast id/chat`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, LargeBinary, String, cast, func, insert, literal, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.language import Language
from bot.outbox.entry import State
from bot.storage.columns import Utc
from bot.storage.tables import chats, outbox, subscriptions
from bot.subscriptions.chat import ChatKind


class Broadcasts:
    """The broadcasts of one transaction. `name` is that of a broadcast, without a slash."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def recipients(self) -> dict[ChatKind, int]:
        """How many chats of each kind would get one: those that subscribed to anything and are not paused."""
        rows = await self._connection.execute(
            select(chats.c.kind, func.count()).where(*_recipients).group_by(chats.c.kind)
        )
        return {ChatKind(row[0]): row[1] for row in rows}

    async def start(self, name: str, payloads: Mapping[Language, bytes], now: datetime, expires: datetime) -> int:
        """Let one wait to be sent to every recipient, in the language of the chat; how many there are. All of it or nothing.

        A forum gets it in the lowest of the topics that subscribed.
        """
        topic = select(func.min(subscriptions.c.topic_id)).where(subscriptions.c.chat_id == chats.c.id)
        count = 0
        for language, payload in payloads.items():
            rows = select(
                literal(f"{name}/", String()) + cast(chats.c.id, String()),
                chats.c.id,
                cast(topic.correlate(chats).scalar_subquery(), BigInteger()),
                literal(payload, LargeBinary()),
                literal(State.PENDING.value, String()),
                literal(now, Utc()),
                literal(expires, Utc()),
            ).where(chats.c.language == language, *_recipients)
            columns = ["key", "chat_id", "topic_id", "payload", "state", "not_before", "expires"]
            statement = insert(outbox).from_select(columns, rows).execution_options(preserve_rowcount=True)
            count += (await self._connection.execute(statement)).rowcount
        return count

    async def stop(self, name: str) -> int:
        """Skip what of it has not left yet; how many those were."""
        waiting = outbox.c.state.in_((State.PENDING, State.LEASED)) & ~outbox.c.on_wire
        statement = update(outbox).where(_of(name), waiting)
        values = {"state": State.SKIPPED, "owner": null(), "lease_until": null()}
        return (await self._connection.execute(statement.values(**values))).rowcount

    async def progress(self, name: str) -> dict[State, int]:
        """How many of it stand in each state; empty for one that there is not."""
        counted = select(outbox.c.state, func.count()).where(_of(name)).group_by(outbox.c.state)
        return {State(row[0]): row[1] for row in await self._connection.execute(counted)}


_subscribed = select(subscriptions.c.chat_id).where(subscriptions.c.chat_id == chats.c.id).exists()
_recipients = (chats.c.pause.is_(None), _subscribed)


def _of(name: str) -> ColumnElement[bool]:
    return outbox.c.key.startswith(f"{name}/", autoescape=True)
