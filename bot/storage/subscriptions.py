"""Subscriptions, and when each is due next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.language import Language
from bot.schedule.occurrence import Occurrence
from bot.storage.tables import chats, subscriptions
from bot.storage.upsert import insert
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times, Weekdays


@dataclass(frozen=True, slots=True)
class Planned:
    """A subscription with its next occurrence, the language of its chat, and why it is not sent, if it is not.

    `next` is None for a feed that is not due by the clock.
    """

    subscription: Subscription
    next: Occurrence | None
    language: Language
    pause: Pause | None

    @property
    def paused(self) -> bool:
        """Whether it is not sent at present."""
        return self.pause is not None


@dataclass(frozen=True, slots=True)
class Due:
    """A subscription whose moment has come, with the kind and the language of its chat, and whether nothing is sent."""

    subscription: Subscription
    occurrence: Occurrence
    kind: ChatKind
    language: Language
    paused: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Subscriptions that are due together because they say the same."""

    times: Times
    next: Occurrence


class Subscriptions:
    """The subscriptions of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def put(self, subscription: Subscription, following: Occurrence | None) -> None:
        """Add a subscription, or change the one of that place and feed. The chat must be there.

        `following` is None for a feed that is not due by the clock.
        """
        values = {
            "local_time": subscription.times.at,
            "zone": subscription.times.zone,
            "weekdays": _to_bits(subscription.times.weekdays),
            "silent": subscription.silent,
            "subscriber": subscription.subscriber,
            "ahead": subscription.ahead,
            "pause": None,
            "next_due_at": following.due if following else None,
            "next_local_date": following.day if following else None,
        }
        place = subscription.place
        statement = insert(self._connection, subscriptions).values(
            chat_id=place.chat, topic_id=place.topic, feed=subscription.feed, **values
        )
        key = ["chat_id", "topic_id", "feed"]
        await self._connection.execute(statement.on_conflict_do_update(index_elements=key, set_=values))

    async def remove(self, place: Place, feed: Feed | None) -> int:
        """End the subscription of `feed` in `place`, or all of them; how many there were."""
        statement = delete(subscriptions).where(
            subscriptions.c.chat_id == place.chat, subscriptions.c.topic_id == place.topic
        )
        if feed is not None:
            statement = statement.where(subscriptions.c.feed == feed)
        return (await self._connection.execute(statement)).rowcount

    async def hold(self, place: Place, feed: Feed, pause: Pause | None) -> bool:
        """Pause one subscription, or let it go on; False if it is not there."""
        statement = update(subscriptions).where(
            subscriptions.c.chat_id == place.chat,
            subscriptions.c.topic_id == place.topic,
            subscriptions.c.feed == feed,
        )
        return (await self._connection.execute(statement.values(pause=pause))).rowcount > 0

    async def close_topic(self, place: Place) -> None:
        """Nothing can be sent in a topic: its subscriptions wait until it is open again."""
        await self._connection.execute(
            update(subscriptions)
            .where(
                subscriptions.c.chat_id == place.chat,
                subscriptions.c.topic_id == place.topic,
                subscriptions.c.pause.is_(None),
            )
            .values(pause=Pause.TOPIC, told=False)
        )

    async def open_topics(self, chat: int, *, leave: bool = False) -> None:
        """Let subscriptions of closed topics go on: in their topics, or `leave` these for the chat itself.

        Where the chat has the feed already its own stays.
        """
        closed = (subscriptions.c.chat_id == chat, subscriptions.c.pause == Pause.TOPIC)
        if leave:
            other = subscriptions.alias()
            first = select(func.min(other.c.topic_id)).where(
                other.c.chat_id == chat, other.c.pause == Pause.TOPIC, other.c.feed == subscriptions.c.feed
            )
            taken = exists().where(other.c.chat_id == chat, other.c.topic_id == 0, other.c.feed == subscriptions.c.feed)
            await self._connection.execute(
                update(subscriptions)
                .where(*closed, subscriptions.c.topic_id == first.scalar_subquery(), ~taken)
                .values(topic_id=0, pause=None)
            )
            await self._connection.execute(delete(subscriptions).where(*closed, subscriptions.c.topic_id != 0))
        await self._connection.execute(update(subscriptions).where(*closed).values(pause=None))

    async def take_untold(self) -> dict[int, set[int]]:
        """Chats with topics that were closed since this was asked the last time, and who subscribed in these."""
        statement = update(subscriptions).where(subscriptions.c.pause == Pause.TOPIC, ~subscriptions.c.told)
        statement = statement.values(told=True)
        rows = await self._connection.execute(statement.returning(subscriptions.c.chat_id, subscriptions.c.subscriber))
        found: dict[int, set[int]] = {}
        for row in rows:
            found.setdefault(row.chat_id, set()).update({row.subscriber} if row.subscriber else ())
        return found

    async def chats_of(self, subscriber: int) -> tuple[Chat, ...]:
        """The groups and channels that somebody subscribed for, by title."""
        statement = select(chats).where(
            chats.c.id != subscriber,
            chats.c.id.in_(select(subscriptions.c.chat_id).where(subscriptions.c.subscriber == subscriber)),
        )
        rows = await self._connection.execute(statement.order_by(chats.c.title, chats.c.id))
        return tuple(map(_chat, rows))

    async def shared_chats(self) -> tuple[Chat, ...]:
        """The groups and channels with subscriptions, by title."""
        statement = select(chats).where(chats.c.id < 0, chats.c.id.in_(select(subscriptions.c.chat_id)))
        rows = await self._connection.execute(statement.order_by(chats.c.title, chats.c.id))
        return tuple(map(_chat, rows))

    async def of_chat(self, chat: int) -> tuple[Planned, ...]:
        """The subscriptions of all topics of a chat."""
        statement = _planned.where(subscriptions.c.chat_id == chat)
        rows = await self._connection.execute(statement.order_by(subscriptions.c.topic_id, subscriptions.c.feed))
        return tuple(map(_read, rows))

    async def forget(self, subscriber: int) -> None:
        """Drop who subscribed; what groups and channels get stays theirs."""
        await self._connection.execute(
            update(subscriptions).where(subscriptions.c.subscriber == subscriber).values(subscriber=None)
        )

    async def of_place(self, place: Place) -> tuple[Planned, ...]:
        """The subscriptions of a place, by feed."""
        statement = _planned.where(subscriptions.c.chat_id == place.chat, subscriptions.c.topic_id == place.topic)
        return tuple(map(_read, await self._connection.execute(statement.order_by(subscriptions.c.feed))))

    async def of_feed(self, feed: Feed) -> tuple[Planned, ...]:
        """The subscriptions of a feed in all places."""
        return tuple(map(_read, await self._connection.execute(_planned.where(subscriptions.c.feed == feed))))

    async def count_of_chat(self, chat: int) -> int:
        """How many there are in all topics of a chat."""
        statement = select(subscriptions.c.feed).where(subscriptions.c.chat_id == chat)
        return len((await self._connection.execute(statement)).all())

    async def due(self, now: datetime, limit: int) -> tuple[Due, ...]:
        """Subscriptions whose moment has come, the longest due first; other processes do not get them meanwhile."""
        statement = _planned.where(subscriptions.c.next_due_at <= now).order_by(subscriptions.c.next_due_at)
        statement = statement.limit(limit).with_for_update(of=subscriptions, skip_locked=True)
        return tuple(
            Due(planned.subscription, planned.next, ChatKind(row.kind), planned.language, planned.paused)
            for row in await self._connection.execute(statement)
            if (planned := _read(row)).next
        )

    async def advance(self, plans: Sequence[tuple[Subscription, Occurrence]]) -> None:
        """Write down the next occurrence of each."""
        if not plans:
            return
        statement = (
            update(subscriptions)
            .where(
                subscriptions.c.chat_id == bindparam("of_chat"),
                subscriptions.c.topic_id == bindparam("of_topic"),
                subscriptions.c.feed == bindparam("of_feed"),
            )
            .values(next_due_at=bindparam("due"), next_local_date=bindparam("day"))
        )
        rows = [
            {
                "of_chat": subscription.place.chat,
                "of_topic": subscription.place.topic,
                "of_feed": subscription.feed,
                "due": following.due,
                "day": following.day,
            }
            for subscription, following in plans
        ]
        await self._connection.execute(statement, rows)

    async def groups(self) -> tuple[Group, ...]:
        """Every way in which subscriptions are planned, each once."""
        columns = ("local_time", "zone", "weekdays", "next_due_at", "next_local_date")
        statement = select(*(subscriptions.c[name] for name in columns)).distinct()
        rows = await self._connection.execute(statement)
        return tuple(Group(_times(row), following) for row in rows if (following := _next(row)))

    async def replan(self, group: Group, following: Occurrence) -> None:
        """Give all subscriptions of a group another next occurrence."""
        times = group.times
        await self._connection.execute(
            update(subscriptions)
            .where(
                subscriptions.c.local_time == times.at,
                subscriptions.c.zone == times.zone,
                subscriptions.c.weekdays == _to_bits(times.weekdays),
                subscriptions.c.next_due_at == group.next.due,
                subscriptions.c.next_local_date == group.next.day,
            )
            .values(next_due_at=following.due, next_local_date=following.day)
        )


_planned = select(subscriptions, chats.c.kind, chats.c.language, chats.c.pause.label("chat_pause")).join(chats)


def _chat(row: Row[Any]) -> Chat:
    pause = Pause(row.pause) if row.pause else None
    return Chat(row.id, ChatKind(row.kind), Language(row.language), pause, row.title)


def _read(row: Row[Any]) -> Planned:
    subscription = Subscription(
        Place(row.chat_id, row.topic_id), Feed(row.feed), _times(row), row.silent, row.subscriber, row.ahead
    )
    pause = row.chat_pause or row.pause
    return Planned(subscription, _next(row), Language(row.language), Pause(pause) if pause else None)


def _times(row: Row[Any]) -> Times:
    return Times(row.local_time, row.zone, frozenset(day for day in EVERY_DAY if row.weekdays >> day - 1 & 1))


def _next(row: Row[Any]) -> Occurrence | None:
    day: date | None = row.next_local_date
    return Occurrence(day, row.next_due_at) if day else None


def _to_bits(weekdays: Weekdays) -> int:
    return sum(1 << day - 1 for day in weekdays)
