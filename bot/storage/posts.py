"""The outbox as people look at it: what became of posts, and another try for those that went wrong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.entry import State
from bot.storage.tables import attempts, chats, occurrences, outbox
from bot.subscriptions.chat import Place

# What can be tried again: nothing that was sent, or still waits.
RETRYABLE = frozenset({State.FAILED, State.UNCERTAIN, State.SKIPPED})


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry with what became of it.

    `outcome` and `detail` are those of its last attempt, empty without one; `title` is that of the chat.
    """

    id: int
    key: str
    place: Place
    title: str
    state: State
    not_before: datetime
    expires: datetime
    finished: datetime | None
    failures: int
    message: int | None
    outcome: str
    detail: str


class Posts:
    """The entries of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def counts(self, since: datetime | None = None) -> dict[State, int]:
        """How many entries that were due since then, or ever, stand in each state."""
        statement = select(outbox.c.state, func.count()).select_from(_dated).where(*_since(since))
        rows = await self._connection.execute(statement.group_by(outbox.c.state))
        return {State(row[0]): row[1] for row in rows}

    async def listed(self, states: Collection[State], limit: int, since: datetime | None = None) -> tuple[Listed, ...]:
        """Entries in these states, the newest first."""
        tried = attempts.alias()
        last = select(func.max(tried.c.id)).where(tried.c.outbox_id == outbox.c.id).correlate(outbox).scalar_subquery()
        statement = (
            select(outbox, chats.c.title, attempts.c.outcome, attempts.c.detail)
            .select_from(_dated.join(chats, outbox.c.chat_id == chats.c.id).outerjoin(attempts, attempts.c.id == last))
            .where(outbox.c.state.in_(states), *_since(since))
            .order_by(outbox.c.id.desc())
            .limit(limit)
        )
        return tuple(map(_read, await self._connection.execute(statement)))

    async def retry(
        self,
        now: datetime,
        lasts: timedelta,
        *,
        states: Collection[State] = (),
        ids: Collection[int] = (),
        since: datetime | None = None,
    ) -> tuple[int, ...]:
        """Let entries wait to be sent once more, for as long as `lasts`: those with these ids, or those in these states that were
        due since then. The ids of those that can be: not what was sent, or waits, and nothing of a chat that is paused."""
        wanted = [outbox.c.id.in_(ids)] if ids else [outbox.c.state.in_(states), *_since(since)]
        chosen = (
            select(outbox.c.id)
            .select_from(_dated.join(chats, outbox.c.chat_id == chats.c.id))
            .where(outbox.c.state.in_(RETRYABLE), chats.c.pause.is_(None), *wanted)
        )
        statement = (
            update(outbox)
            .where(outbox.c.id.in_(chosen), outbox.c.state.in_(RETRYABLE))
            .values(
                state=State.PENDING,
                not_before=now,
                expires=now + lasts,
                finished=null(),
                failures=0,
                resent=0,
            )
        )
        rows = await self._connection.execute(statement.returning(outbox.c.id))
        return tuple(sorted(rows.scalars()))


# A retry moves the moments of an entry; its occurrence keeps the one at which it was due.
_dated = outbox.outerjoin(occurrences, occurrences.c.key == outbox.c.key)


def _since(moment: datetime | None) -> list[ColumnElement[bool]]:
    if moment is None:
        return []
    undated = occurrences.c.due_at.is_(None) & (outbox.c.not_before >= moment)
    return [or_(occurrences.c.due_at >= moment, undated)]


def _read(row: Row[Any]) -> Listed:
    return Listed(
        row.id,
        row.key,
        Place(row.chat_id, row.topic_id),
        row.title,
        State(row.state),
        row.not_before,
        row.expires,
        row.finished,
        row.failures,
        row.message_id,
        row.outcome or "",
        row.detail or "",
    )
