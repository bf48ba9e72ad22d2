"""The outbox emptied over real HTTP against the local Bot API server, with its faults."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, select
from telegram.ext import ExtBot

from bot.clock import SystemClock
from bot.config import DeliveryConfig
from bot.errors import TokenRefusedError
from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import Post, to_payload
from bot.outbox.entry import Draft, State
from bot.playground.chat import Chat as Room
from bot.playground.faults import Cut, Fault, blocked, flood, server_error
from bot.playground.people import Person
from bot.playground.playground import Playground
from bot.playground.refusal import RefusalError
from bot.services.sending import Sending
from bot.storage.database import Database
from bot.storage.tables import attempts
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.telegram_bot.delivery import BotTransport
from bot.telegram_bot.transport import AiohttpRequest

TOKEN = "123456789:AAH-an_invented-token_of_35_letters"
FAST = DeliveryConfig(messages_per_second=1000, paid_broadcast=True)
HOUR = timedelta(hours=1)
FIRST = 9_000_000_000


class Clock:
    """The machine's clock, which may be set forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Office:
    """An outbox, a sender and the server it sends to."""

    def __init__(self, database: Database, playground: Playground, transport: BotTransport) -> None:
        self.database = database
        self.playground = playground
        self.transport = transport
        self.clock = Clock()

    async def fill(self, chats: int, posts: int = 1, kind: ChatKind = ChatKind.PRIVATE, first: int = FIRST) -> None:
        now = self.clock.now()
        drafts = []
        async with self.database.work() as work:
            for chat in range(first, first + chats):
                person = Person(chat, "reader")
                self.playground.world.chats[chat] = Room(chat, "private", "reader", {}, person=person)
                await work.chats.put(Chat(chat, kind, Language.ZH))
                drafts += [
                    Draft(f"{chat}/{n}", Place(chat), to_payload(Post(Message(f"post {n}"))), now, now + HOUR)
                    for n in range(posts)
                ]
            await work.outbox.add(drafts)

    def arrived(self) -> Counter[int]:
        """How many posts stand in each chat that has any."""
        chats = self.playground.world.chats
        return Counter({number: len(chat.messages) for number, chat in chats.items() if chat.messages})

    async def counts(self) -> dict[State, int]:
        async with self.database.work() as work:
            return await work.outbox.counts()

    async def outcomes(self) -> list[str | None]:
        async with self.database.work() as work:
            rows = await work.connection.execute(select(attempts.c.outcome).order_by(attempts.c.id))
            return list(rows.scalars())

    @asynccontextmanager
    async def sending(self, config: DeliveryConfig = FAST) -> AsyncIterator[Sending]:
        sending = Sending(self.database, config, self.clock)
        task = asyncio.create_task(sending.run(self.transport))
        yield sending
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def until(self, expected: dict[State, int], timeout_seconds: float = 15) -> None:
        """Wait until the outbox looks like this."""
        async with asyncio.timeout(timeout_seconds):
            while await self.counts() != expected:  # noqa: ASYNC110
                await asyncio.sleep(0.05)


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    async with ExtBot(
        TOKEN, base_url=f"{address}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
    ) as bot:
        yield Office(database, playground, BotTransport(bot))
    await playground.stop()
    await database.close()


async def test_everything_waiting_arrives_once_with_its_attempt(office: Office) -> None:
    await office.fill(300)
    async with office.sending():
        await office.until({State.SENT: 300})
    assert set(office.arrived().values()) == {1}
    assert len(office.arrived()) == 300
    assert await office.outcomes() == ["sent"] * 300


async def test_a_chat_gets_one_message_a_second_in_order_and_others_do_not_wait(office: Office) -> None:
    await office.fill(1, posts=3)
    await office.fill(20, first=FIRST + 1)
    begin = asyncio.get_running_loop().time()
    async with office.sending():
        await asyncio.sleep(0.9)
        assert office.arrived()[FIRST] == 1
        assert len(office.arrived()) == 21
        await office.until({State.SENT: 23})
    assert asyncio.get_running_loop().time() - begin >= 2
    assert [message.text for message in office.playground.messages(FIRST)] == ["post 0", "post 1", "post 2"]


async def test_thirty_a_second_overall(office: Office) -> None:
    await office.fill(65)
    begin = asyncio.get_running_loop().time()
    async with office.sending(DeliveryConfig()):
        await office.until({State.SENT: 65})
    assert asyncio.get_running_loop().time() - begin >= 2


@pytest.mark.parametrize(
    ("fault", "state", "copies", "outcomes"),
    [
        (Fault(flood(1)), State.SENT, 1, ["flooded", "sent"]),
        (Fault(server_error(500)), State.SENT, 1, ["not_sent", "sent"]),
        (Fault(server_error(503)), State.SENT, 1, ["not_sent", "sent"]),
        (Fault(server_error(502)), State.SENT, 1, ["uncertain", "sent"]),
        (Fault(cut=Cut.BEFORE), State.SENT, 1, ["uncertain", "sent"]),
        (Fault(cut=Cut.AFTER), State.SENT, 2, ["uncertain", "sent"]),
        (Fault(cut=Cut.AFTER, times=9), State.UNCERTAIN, 2, ["uncertain", "uncertain"]),
        (Fault(blocked()), State.FAILED, 0, ["gone"]),
        (Fault(RefusalError(400, "Bad Request: message is too long")), State.FAILED, 0, ["rejected"]),
        (Fault(delay_seconds=1.0), State.SENT, 1, ["sent"]),
    ],
)
async def test_faults_of_the_server(
    office: Office, fault: Fault, state: State, copies: int, outcomes: list[str]
) -> None:
    fault.chat = FIRST
    office.playground.faults.add(Fault(fault.refusal, fault.cut, fault.delay_seconds, chat=FIRST, times=fault.times))
    await office.fill(3)
    async with office.sending():
        others = {State.SENT: 2}
        await office.until({**others, state: 1} if state is not State.SENT else {State.SENT: 3})
    assert office.arrived()[FIRST] == copies
    assert all(office.arrived()[chat] == 1 for chat in (FIRST + 1, FIRST + 2))
    ends = await office.outcomes()
    assert sorted(filter(None, ends)) == sorted([*outcomes, "sent", "sent"])


async def test_without_a_second_copy_where_it_is_not_wanted(office: Office) -> None:
    office.playground.faults.add(Fault(cut=Cut.AFTER))
    await office.fill(1)
    async with office.sending(DeliveryConfig(resend_uncertain=False)):
        await office.until({State.UNCERTAIN: 1})
    assert office.arrived() == {FIRST: 1}


async def test_a_blocked_chat_is_not_tried_again(office: Office) -> None:
    office.playground.faults.add(Fault(blocked(), chat=FIRST, times=99))
    await office.fill(1, posts=3)
    async with office.sending():
        await office.until({State.FAILED: 1, State.PENDING: 2})
        await asyncio.sleep(1.5)
        office.clock.ahead = 2 * HOUR
        async with office.database.work() as work:
            known = await work.chats.get(FIRST)
            await work.outbox.recover(office.clock.now(), resend_uncertain=True)
    assert known is not None
    assert known.pause is Pause.GONE
    assert await office.counts() == {State.FAILED: 1, State.SKIPPED: 2}
    assert await office.outcomes() == ["gone"]


async def test_a_group_that_became_a_supergroup_gets_its_posts_there(office: Office) -> None:
    old, new = office.playground.group, office.playground.group - 7
    async with office.database.work() as work:
        await work.chats.put(Chat(old, ChatKind.GROUP, Language.ZH))
        now = office.clock.now()
        await work.outbox.add([Draft("a", Place(old), to_payload(Post(Message("post"))), now, now + HOUR)])
    office.playground.faults.migrate(office.playground.world.chats, old, new)
    async with office.sending():
        await office.until({State.SENT: 1})
    assert [message.text for message in office.playground.messages(new)] == ["post"]
    assert await office.outcomes() == ["migrated", "sent"]


async def test_limits_on_three_chats_stop_all_for_their_time(office: Office) -> None:
    for chat in range(FIRST, FIRST + 3):
        office.playground.faults.add(Fault(flood(2), chat=chat))
    await office.fill(3)
    async with office.sending() as sending:
        async with asyncio.timeout(5):
            while len(await office.outcomes()) < 3 or None in await office.outcomes():  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        begin = asyncio.get_running_loop().time()
        await office.fill(5, first=FIRST + 10)
        sending.wake()
        await office.until({State.SENT: 8})
    assert asyncio.get_running_loop().time() - begin > 1.5


async def test_a_refused_token_ends_the_sender_with_one_error(office: Office) -> None:
    office.playground.faults.add(Fault(RefusalError(401, "Unauthorized"), times=99))
    await office.fill(2)
    with pytest.raises(TokenRefusedError):
        await asyncio.wait_for(Sending(office.database, FAST, office.clock).run(office.transport), 5)
    assert await office.counts() == {State.PENDING: 2}


async def test_a_stop_in_the_middle_loses_nothing_and_doubles_nothing(office: Office) -> None:
    office.playground.faults.add(Fault(delay_seconds=0.1, times=10_000))
    await office.fill(200)
    for _ in range(4):
        async with office.sending(DeliveryConfig(messages_per_second=40, paid_broadcast=True)):
            await asyncio.sleep(0.6)
        assert (await office.counts()).get(State.LEASED, 0) == 0
    assert 0 < office.arrived().total() < 200
    async with office.sending():
        await office.until({State.SENT: 200})
    assert set(office.arrived().values()) == {1}


async def test_one_unreadable_post_does_not_stop_the_others(office: Office) -> None:
    await office.fill(2)
    async with office.database.work() as work:
        now = office.clock.now()
        await work.outbox.add([Draft("bad", Place(FIRST), b"no post", now, now + HOUR)])
    async with office.sending():
        await office.until({State.SENT: 2, State.FAILED: 1})


async def test_a_database_that_fails_for_a_while_is_waited_for(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await office.fill(5)
    async with office.database.work() as work:
        await work.connection.exec_driver_sql("ALTER TABLE attempts RENAME TO away")
    async with office.sending():
        await asyncio.sleep(1.0)
        assert office.arrived() == {}  # no attempt is written down, so nothing goes out
        async with office.database.work() as work:
            await work.connection.exec_driver_sql("ALTER TABLE away RENAME TO attempts")
        await office.until({State.SENT: 5})
    assert set(office.arrived().values()) == {1}
    assert len([record for record in caplog.records if "cannot be" in record.message]) == 1
