from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.language import Language
from bot.outbox.decision import Decision, arrived
from bot.outbox.entry import Draft, Entry, State
from bot.outbox.share import Share
from bot.outbox.transport import Sent
from bot.storage.columns import database_seconds
from bot.storage.database import Database
from bot.storage.journal import Journal
from bot.storage.outbox import Recovered
from bot.storage.tables import attempts, outbox
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place

NOW = datetime(2025, 3, 1, 0, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEASE = 60.0


def draft(key: str, chat: int = 5, **changes: object) -> Draft:
    return replace(Draft(key, Place(chat), b'{"text": "x"}', NOW, NOW + HOUR), **changes)  # type: ignore[arg-type]


async def fill(database: Database, *drafts: Draft) -> None:
    async with database.work() as work:
        for chat in sorted({each.place.chat for each in drafts}):
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
        await work.outbox.add(drafts)


async def claim(database: Database, owner: str = "me", now: datetime = NOW, limit: int = 100) -> tuple[Entry, ...]:
    async with database.work() as work:
        return await work.outbox.claim(owner, now, limit, LEASE)


async def let_leases_end(database: Database) -> None:
    async with database.work() as work:
        await work.connection.execute(
            update(outbox).where(outbox.c.state == "leased").values(lease_until=database_seconds() - 1)
        )


async def recover(database: Database, now: datetime = NOW, *, resend_uncertain: bool = True) -> Recovered:
    async with database.work() as work:
        return await work.outbox.recover(now, resend_uncertain=resend_uncertain)


async def counts(database: Database) -> dict[State, int]:
    async with database.work() as work:
        return await work.outbox.counts()


async def test_an_occurrence_happens_once(database: Database) -> None:
    async with database.work() as work:
        assert await work.outbox.first_time([("a", NOW), ("b", NOW)]) == {"a", "b"}
    async with database.work() as work:
        assert await work.outbox.first_time([("b", NOW), ("c", NOW)]) == {"c"}
        assert await work.outbox.first_time([]) == set()


async def test_only_what_may_go_now_is_claimed_the_oldest_first(database: Database) -> None:
    await fill(
        database,
        draft("now"),
        draft("older", not_before=NOW - HOUR),
        draft("later", not_before=NOW + timedelta(seconds=1)),
        draft("over", not_before=NOW - HOUR, expires=NOW - timedelta(seconds=1)),
        draft("paused", chat=6),
        draft("waiting", chat=7),
    )
    async with database.work() as work:
        await work.chats.stop({6: Pause.GONE})
        await work.chats.wait({7: NOW + timedelta(seconds=3)})
        await work.chats.wait({7: NOW + timedelta(seconds=1)})  # an earlier moment changes nothing
    assert [entry.key for entry in await claim(database, limit=1)] == ["older"]
    assert [entry.key for entry in await claim(database)] == ["now"]
    assert [entry.key for entry in await claim(database, now=NOW + timedelta(seconds=2))] == ["later"]
    assert [entry.key for entry in await claim(database, now=NOW + timedelta(seconds=3))] == ["waiting"]


async def test_several_that_claim_at_once_share_the_entries(database: Database) -> None:
    await fill(database, *(draft(f"key {n}", chat=5 + n) for n in range(200)))

    async def take(owner: str) -> list[int]:
        taken: list[int] = []
        while entries := await claim(database, owner, limit=7):
            taken += [entry.id for entry in entries]
        return taken

    taken = await asyncio.gather(*(take(f"owner {n}") for n in range(4)))
    ids = [entry for each in taken for entry in each]
    assert len(ids) == len(set(ids)) == 200


async def test_an_attempt_is_written_before_and_its_outcome_after(database: Database) -> None:
    await fill(database, draft("a"), draft("b", chat=6))
    first, second = await claim(database)
    async with Journal(database, "me", LEASE) as journal:
        assert all(await asyncio.gather(journal.begin(first), journal.begin(second)))
        await journal.finish(first, arrived(first, Sent(42), NOW))
    async with database.work() as work:
        rows = (await work.connection.execute(select(outbox).order_by(outbox.c.id))).all()
        tries = (await work.connection.execute(select(attempts).order_by(attempts.c.id))).all()
    assert [(row.state, row.on_wire, row.owner, row.message_id) for row in rows] == [
        ("sent", False, None, 42),
        ("leased", True, "me", None),
    ]
    assert [(row.owner, row.outcome) for row in tries] == [("me", "sent"), ("me", None)]


async def test_who_lost_the_lease_neither_sends_nor_writes(database: Database) -> None:
    await fill(database, draft("a"))
    (entry,) = await claim(database, "first")
    async with Journal(database, "first", LEASE) as journal:
        assert await journal.begin(entry)
        await let_leases_end(database)
        assert not await journal.begin(entry)
        assert await recover(database) == Recovered(0, 1, 0, 0)
        (again,) = await claim(database, "second")
        await journal.finish(entry, arrived(entry, Sent(42), NOW))
    assert again.resent == 1
    assert await counts(database) == {State.LEASED: 1}


@pytest.mark.parametrize("resend_uncertain", [True, False])
async def test_what_was_on_the_wire_goes_out_once_more_at_most(database: Database, resend_uncertain: bool) -> None:
    await fill(database, draft("a"), draft("b", chat=6))
    for expected in (Recovered(0, 2, 0, 0), Recovered(0, 0, 2, 0)):
        entries = await claim(database)
        async with Journal(database, "me", LEASE) as journal:
            await asyncio.gather(*map(journal.begin, entries))
        assert await recover(database, resend_uncertain=resend_uncertain) == Recovered(0, 0, 0, 0)
        await let_leases_end(database)
        found = await recover(database, resend_uncertain=resend_uncertain)
        if not resend_uncertain:
            assert found == Recovered(0, 0, 2, 0)
            break
        assert found == expected
    assert await counts(database) == {State.UNCERTAIN: 2}


async def test_leases_without_an_attempt_are_free_again_when_they_end(database: Database) -> None:
    await fill(database, draft("a"))
    await claim(database)
    assert await recover(database) == Recovered(0, 0, 0, 0)
    await let_leases_end(database)
    assert await recover(database) == Recovered(1, 0, 0, 0)
    assert len(await claim(database, "other")) == 1


async def test_what_is_not_tried_is_given_back(database: Database) -> None:
    await fill(database, draft("a"), draft("b", chat=6))
    first, second = await claim(database)
    async with database.work() as work:
        await work.outbox.release([(first.id, None), (second.id, NOW + HOUR)], "me")
    assert [entry.key for entry in await claim(database)] == ["a"]


async def test_what_is_too_late_is_skipped(database: Database) -> None:
    await fill(database, draft("a"))
    assert await recover(database, NOW + HOUR) == Recovered(0, 0, 0, 0)
    assert await recover(database, NOW + HOUR + timedelta(seconds=1)) == Recovered(0, 0, 0, 1)
    assert await counts(database) == {State.SKIPPED: 1}


async def test_outcomes_act_on_their_chats(database: Database) -> None:
    await fill(database, *(draft(key, chat) for chat in (5, 6, -7) for key in (f"a{chat}", f"b{chat}")))
    entries = {entry.key: entry for entry in await claim(database, limit=6)}
    soon = NOW + timedelta(seconds=30)
    decisions = {
        "a5": Decision(NOW, State.FAILED, "gone", "blocked", pause=Pause.GONE),
        "a6": Decision(NOW, State.PENDING, "flooded", "", soon, chat_not_before=soon),
        "a-7": Decision(NOW, State.PENDING, "migrated", "", NOW, migrated_to=-1007),
    }
    async with Journal(database, "me", LEASE) as journal:
        for entry in entries.values():
            assert await journal.begin(entry)
            await journal.finish(entry, decisions.get(entry.key) or Decision(NOW, State.PENDING, "not_sent", "", NOW))
    assert [(entry.key, entry.place.chat) for entry in await claim(database)] == [("a-7", -1007), ("b-7", -1007)]
    assert [entry.key for entry in await claim(database, now=soon)] == ["b6", "a6"]


async def test_what_is_long_over_is_forgotten(database: Database) -> None:
    await fill(database, draft("a"), draft("b", chat=6, expires=NOW + 2 * HOUR), draft("c", chat=7))
    async with database.work() as work:
        await work.outbox.first_time([("a", NOW), ("b", NOW + HOUR)])
    entries = await claim(database)
    async with Journal(database, "me", LEASE) as journal:
        for entry in entries[:2]:
            assert await journal.begin(entry)
            await journal.finish(entry, arrived(entry, Sent(1), NOW))
    async with database.work() as work:
        await work.outbox.forget(NOW + timedelta(minutes=90))
        assert await work.outbox.first_time([("a", NOW), ("b", NOW)]) == {"a", "b"}
        left = (await work.connection.execute(select(outbox.c.key).order_by(outbox.c.key))).scalars().all()
        tries = (await work.connection.execute(select(attempts.c.outbox_id))).scalars().all()
    assert left == ["b", "c"]  # one that is not over stays, however old
    assert len(tries) == 1


async def test_live_senders_share_the_budget_and_the_chats(database: Database) -> None:
    async with database.work() as work:
        assert await work.senders.beat("a", 60, 30) == Share(30, 0, 1)
        assert await work.senders.beat("b", 60, 30) == Share(1, 1, 2)
        assert await work.senders.beat("a", 60, 30) == Share(15, 0, 2)
        assert await work.senders.beat("b", 60, 30) == Share(15, 1, 2)
        await work.senders.leave("b")
        assert await work.senders.beat("a", 60, 30) == Share(30, 0, 1)
        assert await work.senders.beat("c", -1, 30) == Share(30, 0, 1)  # the others were not seen for too long


async def test_a_chat_is_served_by_one_of_the_senders_only(database: Database) -> None:
    await fill(database, *(draft(f"{chat}", chat=chat) for chat in (5, 6, 7, -1008)))
    claimed = []
    for rank in (0, 1):
        async with database.work() as work:
            claimed.append(await work.outbox.claim("me", NOW, 10, 60, Share(15, rank, 2)))
    assert [sorted(entry.place.chat for entry in part) for part in claimed] == [[-1008, 6], [5, 7]]
