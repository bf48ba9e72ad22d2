"""Quizzes that were sent: an answer names the poll and no chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.transport import SentPoll
from bot.storage.tables import polls
from bot.storage.upsert import insert
from bot.subscriptions.chat import Place


@dataclass(frozen=True, slots=True)
class StoredPoll:
    """Where a quiz stands, and its right option, from 0."""

    place: Place
    correct: int


class Polls:
    """The polls of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, sent: Sequence[tuple[SentPoll, Place, datetime]]) -> None:
        """Remember where these stand."""
        if not sent:
            return
        rows = [
            {"id": poll.id, "chat_id": place.chat, "topic_id": place.topic, "correct": poll.correct, "sent_at": at}
            for poll, place, at in sent
        ]
        statement = insert(self._connection, polls).on_conflict_do_nothing(index_elements=["id"])
        await self._connection.execute(statement, rows)

    async def find(self, poll_id: str) -> StoredPoll | None:
        """The poll of that id."""
        row = (await self._connection.execute(select(polls).where(polls.c.id == poll_id))).one_or_none()
        return StoredPoll(Place(row.chat_id, row.topic_id), row.correct) if row else None

    async def forget(self, before: datetime) -> None:
        """Drop what was sent before that moment."""
        await self._connection.execute(delete(polls).where(polls.c.sent_at < before))
