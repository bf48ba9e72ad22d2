"""The outbox: added once a key, claimed by one statement, finished only by who holds the lease."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Update, bindparam, delete, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.outbox.decision import Decision
from bot.outbox.entry import Draft, Entry, State
from bot.outbox.share import Share
from bot.storage.chats import Chats
from bot.storage.columns import database_seconds
from bot.storage.polls import Polls
from bot.storage.subscriptions import Subscriptions
from bot.storage.tables import attempts, chats, occurrences, outbox
from bot.storage.upsert import insert
from bot.subscriptions.chat import Pause, Place


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was found lying about: leases of the dead without an attempt, with one, and entries whose time is over."""

    freed: int
    resent: int
    uncertain: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Told:
    """A post that stands in a chat as `message`, with the ids of the facts and terms that it tells."""

    key: str
    place: Place
    message: int
    payload: bytes
    facts: tuple[str, ...]


class Outbox:
    """The outbox of one transaction."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def first_time(self, keys: Sequence[tuple[str, datetime]]) -> set[str]:
        """Of these occurrences (key and moment) those that never happened; from now on they have."""
        if not keys:
            return set()
        statement = insert(self._connection, occurrences).on_conflict_do_nothing(index_elements=["key"])
        rows = [{"key": key, "due_at": due} for key, due in keys]
        return set((await self._connection.execute(statement.returning(occurrences.c.key), rows)).scalars())

    async def add(self, drafts: Sequence[Draft]) -> None:
        """Let these wait to be sent."""
        if not drafts:
            return
        rows = [
            {
                "key": draft.key,
                "chat_id": draft.place.chat,
                "topic_id": draft.place.topic,
                "payload": draft.payload,
                "state": State.PENDING,
                "not_before": draft.not_before,
                "expires": draft.expires,
                "facts": " ".join(draft.facts),
            }
            for draft in drafts
        ]
        await self._connection.execute(outbox.insert(), rows)

    async def claim(
        self, owner: str, now: datetime, limit: int, lease_seconds: float, share: Share | None = None
    ) -> tuple[Entry, ...]:
        """Take up to `limit` entries whose time has come, the oldest first. One statement, so each goes to one owner.

        With a share those of its chats only.
        """
        ready = (
            select(outbox.c.id)
            .join(chats)
            .where(
                outbox.c.state == State.PENDING,
                outbox.c.not_before <= now,
                outbox.c.expires >= now,
                chats.c.pause.is_(None),
                or_(chats.c.not_before.is_(None), chats.c.not_before <= now),
                *([func.abs(outbox.c.chat_id) % share.senders == share.rank] if share and share.senders > 1 else []),
            )
            .order_by(outbox.c.not_before, outbox.c.id)
            .limit(limit)
            .with_for_update(of=outbox, skip_locked=True)
        )
        statement = (
            update(outbox)
            .where(outbox.c.id.in_(ready))
            .values(state=State.LEASED, owner=owner, lease_until=database_seconds() + lease_seconds, on_wire=False)
            .returning(outbox)
        )
        rows = (await self._connection.execute(statement)).all()
        return tuple(map(_read, sorted(rows, key=lambda row: (row.not_before, row.id))))

    async def begin(self, entries: Collection[int], owner: str, lease_seconds: float) -> set[int]:
        """Write down that attempts begin, and renew the leases; the entries that are still the owner's."""
        statement = (
            update(outbox)
            .where(
                outbox.c.id.in_(entries),
                outbox.c.owner == owner,
                outbox.c.state == State.LEASED,
                ~outbox.c.on_wire,
                outbox.c.lease_until > database_seconds(),
            )
            .values(on_wire=True, lease_until=database_seconds() + lease_seconds)
            .returning(outbox.c.id)
        )
        ours = set((await self._connection.execute(statement)).scalars())
        if ours:
            rows = [{"outbox_id": entry, "owner": owner} for entry in sorted(ours)]
            await self._connection.execute(attempts.insert().values(started=database_seconds()), rows)
        return ours

    async def finish(self, done: Sequence[tuple[Entry, Decision]], owner: str) -> None:
        """Write down what came of attempts; entries that are no longer the owner's stay as they are."""
        if not done:
            return
        rows = [_result(entry, decision) for entry, decision in done]
        await self._connection.execute(_finishing.where(outbox.c.owner == owner), rows)
        # Most end alike: one statement for all of them costs less than one for each.
        ends: dict[tuple[str, str], list[int]] = {}
        for entry, decision in done:
            ends.setdefault((decision.outcome, decision.detail), []).append(entry.id)
        for (code, why), entries in ends.items():
            ended = update(attempts).where(attempts.c.outbox_id.in_(entries), attempts.c.outcome.is_(None))
            await self._connection.execute(ended.where(attempts.c.owner == owner).values(outcome=code, detail=why))
        await Polls(self._connection).add(
            [(decision.poll, entry.place, decision.at) for entry, decision in done if decision.poll]
        )
        known = Chats(self._connection)
        stopped = [(entry.place, decision.pause) for entry, decision in done if decision.pause]
        await known.stop({place.chat: pause for place, pause in stopped if pause is not Pause.TOPIC})
        for place in {place for place, pause in stopped if pause is Pause.TOPIC}:
            await Subscriptions(self._connection).close_topic(place)
        await known.wait(
            {entry.place.chat: decision.chat_not_before for entry, decision in done if decision.chat_not_before}
        )
        for entry, decision in done:
            if decision.migrated_to:
                await known.migrate(entry.place.chat, decision.migrated_to)

    async def release(self, waits: Sequence[tuple[int, datetime | None]], owner: str) -> None:
        """Give back entries that were not tried, until a moment or for whoever comes."""
        if waits:
            rows = [{"of": entry, "moment": moment} for entry, moment in waits]
            await self._connection.execute(_releasing.where(outbox.c.owner == owner), rows)

    async def recover(self, now: datetime, *, resend_uncertain: bool, dead: str = "") -> Recovered:
        """Take up what the dead left behind, and skip what is too late.

        Dead is who let a lease end, and the owner `dead` whatever its leases say.
        """
        ended = or_(outbox.c.lease_until < database_seconds(), outbox.c.owner == dead)
        over = (outbox.c.state == State.LEASED, ended)
        lost = select(outbox.c.id).where(*over, outbox.c.on_wire)
        await self._connection.execute(
            update(attempts)
            .where(attempts.c.outcome.is_(None), attempts.c.outbox_id.in_(lost))
            .values(outcome="uncertain", detail="the sender ended before the answer came")
        )
        back = {"state": State.PENDING, "owner": null(), "lease_until": null(), "on_wire": False}
        again = update(outbox).where(*over, outbox.c.on_wire, outbox.c.resent == 0).values(**back, resent=1)
        resent = (await self._connection.execute(again)).rowcount if resend_uncertain else 0
        final = {**back, "state": State.UNCERTAIN}
        uncertain = await self._connection.execute(update(outbox).where(*over, outbox.c.on_wire).values(**final))
        freed = await self._connection.execute(update(outbox).where(*over).values(**back))
        skipped = await self._connection.execute(
            update(outbox).where(outbox.c.state == State.PENDING, outbox.c.expires < now).values(state=State.SKIPPED)
        )
        return Recovered(freed.rowcount, resent, uncertain.rowcount, skipped.rowcount)

    async def told(self, since: datetime) -> tuple[Told, ...]:
        """Posts that were sent since then and tell facts or terms, the oldest first."""
        statement = select(outbox).where(
            outbox.c.state == State.SENT,
            outbox.c.finished >= since,
            outbox.c.facts != "",
            outbox.c.message_id.is_not(None),
        )
        rows = await self._connection.execute(statement.order_by(outbox.c.id))
        return tuple(
            Told(row.key, Place(row.chat_id, row.topic_id), row.message_id, row.payload, tuple(row.facts.split()))
            for row in rows
        )

    async def counts(self) -> dict[State, int]:
        """How many entries stand in each state."""
        rows = await self._connection.execute(select(outbox.c.state, func.count()).group_by(outbox.c.state))
        return {State(row[0]): row[1] for row in rows}

    async def forget(self, before: datetime) -> None:
        """Drop what was over before that moment, attempts included."""
        open_states = (State.PENDING, State.LEASED)
        await self._connection.execute(
            delete(outbox).where(outbox.c.expires < before, outbox.c.state.not_in(open_states))
        )
        await self._connection.execute(delete(occurrences).where(occurrences.c.due_at < before))


_held = (outbox.c.id == bindparam("of"), outbox.c.state == State.LEASED)
_finishing: Update = (
    update(outbox)
    .where(*_held)
    .values(
        state=bindparam("new_state"),
        not_before=func.coalesce(bindparam("moment", type_=outbox.c.not_before.type), outbox.c.not_before),
        message_id=bindparam("message"),
        finished=bindparam("at"),
        failures=bindparam("new_failures"),
        resent=bindparam("new_resent"),
        owner=null(),
        lease_until=null(),
        on_wire=False,
    )
)
_releasing: Update = (
    update(outbox)
    .where(*_held, ~outbox.c.on_wire)
    .values(
        state=State.PENDING,
        not_before=func.coalesce(bindparam("moment", type_=outbox.c.not_before.type), outbox.c.not_before),
        owner=null(),
        lease_until=null(),
    )
)


def _result(entry: Entry, decision: Decision) -> dict[str, object]:
    return {
        "of": entry.id,
        "new_state": decision.state,
        "moment": decision.not_before,
        "message": decision.message,
        "at": decision.at,
        "new_failures": decision.failures,
        "new_resent": decision.resent,
    }


def _read(row: Row[Any]) -> Entry:
    place = Place(row.chat_id, row.topic_id)
    return Entry(row.id, row.key, place, row.payload, row.expires, row.failures, row.resent)
