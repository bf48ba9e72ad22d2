"""Corrections of posts that a change of the articles made wrong, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, select

from bot.answers.quiz import questions
from bot.knowledge.difference import difference
from bot.knowledge.outdated import Outdated, outdated
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.html import plain
from bot.messages.message import Message
from bot.messages.payload import Post, from_payload, to_payload
from bot.messages.quiz import quiz_poll
from bot.messages.voice import Voice, voice
from bot.outbox.decision import arrived
from bot.outbox.entry import Draft
from bot.outbox.transport import Sent
from bot.services.correcting import Correcting
from bot.services.feeds.feed import Material
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.subscriptions.chat import Chat, ChatKind, Place
from tests.knowledge_fixtures import Row, config, document, fact, snapshot, vocabulary

NOW = datetime(2025, 3, 2, 0, 30, tzinfo=UTC)
SOURCE = document("a.md", "2022-12-01")
REPLY = Message("<b>重新读取</b>")
OPENED: Row = {"subject": "summit:2022", "predicate": "opening_date", "value": "2022-11-09"}


def guests(number: int) -> Snapshot:
    return known({"subject": "summit:2022", "predicate": "guests", "value": number})


def known(*rows: Row) -> Snapshot:
    return snapshot([SOURCE], [fact(SOURCE, row) for row in rows])


@dataclass
class Clock:
    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass
class Desk:
    """Corrections with what was posted; `after` is what is known now."""

    database: Database
    clock: Clock = field(default_factory=Clock)
    before: Snapshot = field(default_factory=lambda: guests(2100))
    after: Snapshot = field(default_factory=lambda: guests(2200))
    woken: int = 0

    def __post_init__(self) -> None:
        self.correcting = Correcting(
            self.database, lambda: self.after, config(), vocabulary(), self.clock, posted=self._wake
        )

    def _wake(self) -> None:
        self.woken += 1

    async def posted(self, key: str, told: Snapshot, content: Post | None = None, message: int = 77) -> None:
        """A post that was sent now."""
        (item,) = told.facts
        chat = int(key.split("/")[0])
        payload = to_payload(content or Post(Message("<b>每日涨知识</b>\n文\n出处\n/unsubscribe")))
        async with self.database.work() as work:
            kind = ChatKind.CHANNEL if chat < 0 else ChatKind.PRIVATE
            await work.chats.put(Chat(chat, kind, Language.ZH))
            now = self.clock.now()
            await work.outbox.add([Draft(key, Place(chat), payload, now, now + timedelta(hours=1), (item.id,))])
            (entry,) = await work.outbox.claim("me", now, 1, 60)
            await work.outbox.begin([entry.id], "me", 60)
            await work.outbox.finish([(entry, arrived(entry, Sent(message), now))], "me")

    async def offered(self) -> Message:
        return await self.correcting.offered(REPLY, self.found, self.voice)

    @property
    def voice(self) -> Voice:
        return voice(Language.ZH, self.after, config(), vocabulary())

    @property
    def found(self) -> dict[str, Outdated]:
        return dict(outdated(self.before, self.after, difference(self.before, self.after, vocabulary())))

    async def press(self, message: Message) -> Message | None:
        return await self.correcting.correct(message.keyboard[-1][0].data.removeprefix("k:"), self.voice)

    async def waiting(self) -> list[Post]:
        async with self.database.work() as work:
            statement = select(outbox.c.payload).where(outbox.c.state == "pending").order_by(outbox.c.id)
            return [from_payload(payload) for payload in (await work.connection.execute(statement)).scalars()]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    yield Desk(database)
    await database.close()


def html(post: Post) -> str:
    assert isinstance(post.content, Message)
    return plain(post.content.html)


async def test_a_changed_fact_is_changed_where_it_stands(desk: Desk) -> None:
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    await desk.posted("-6/0/daily/2025-03-01", desk.before, message=78)
    reply = await desk.offered()
    assert "最近 48 小时发出的 2 条推送受影响" in reply.html
    assert "2 条：2022 年峰会的参会嘉宾有 2,100 名。 → 2022 年峰会的参会嘉宾有 2,200 名。" in plain(reply.html)
    assert reply.keyboard[-1][0].label == "更正这 2 条推送"
    done = await desk.press(reply)
    assert done is not None
    assert "2 条" in done.html
    posts = await desk.waiting()
    assert [(post.edits, post.replies_to) for post in posts] == [(77, None), (78, None)]
    assert "2,200 名" in html(posts[0])
    assert html(posts[0]).split("\n")[-2:] == ["（资料更新后，这条内容已更正。）", "不想再收到？/unsubscribe daily"]
    assert desk.woken == 1


async def test_a_fact_that_is_gone_is_withdrawn(desk: Desk) -> None:
    desk.after = known()
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    reply = await desk.offered()
    assert "资料里不再有" in reply.html
    await desk.press(reply)
    (post,) = await desk.waiting()
    assert post.edits == 77
    assert "已撤下" in html(post)
    assert "2,100" not in html(post)


async def test_an_anniversary_is_made_anew_for_its_day(desk: Desk) -> None:
    desk.before, desk.after = known(OPENED), known({**OPENED, "phase": "announced"})
    await desk.posted("5/0/anniversaries/2025-11-09", desk.before)
    await desk.press(await desk.offered())
    (post,) = await desk.waiting()
    assert "3 年前的今天" in html(post)
    assert "会前公布" in html(post)


@pytest.mark.parametrize(
    ("number", "said"), [(2200, "现在的记载：2022 年峰会的参会嘉宾有 2,200 名。"), (0, "这道题作废")]
)
async def test_a_quiz_gets_an_erratum_below_it(desk: Desk, number: int, said: str) -> None:
    desk.after = guests(number) if number else known()
    material = Material(desk.before, config(), vocabulary())
    (question,) = questions(material.known(Language.ZH)).values()
    poll = quiz_poll(question, material.voice(Language.ZH))
    assert poll is not None
    await desk.posted("5/0/quiz/2025-03-01", desk.before, Post(poll))
    await desk.press(await desk.offered())
    (post,) = await desk.waiting()
    assert (post.edits, post.replies_to) == (None, 77)
    assert said in html(post)


async def test_only_posts_of_the_last_two_days_that_told_it_are_offered(desk: Desk) -> None:
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    await desk.posted("6/0/daily/2025-03-01", known(OPENED))
    assert "1 条推送" in (await desk.offered()).html
    desk.clock.moment += timedelta(hours=48, seconds=1)
    assert await desk.offered() == REPLY


async def test_where_nothing_told_has_changed_nothing_is_offered(desk: Desk) -> None:
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    desk.after = desk.before
    assert await desk.offered() == REPLY


async def test_a_second_press_and_a_second_admin_change_nothing(desk: Desk) -> None:
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    first, second = await desk.offered(), await desk.offered()
    assert await desk.press(first)
    assert await desk.press(first) is None
    assert await desk.press(second)
    assert len(await desk.waiting()) == 1


async def test_a_correction_is_corrected_when_the_change_is_taken_back(desk: Desk) -> None:
    await desk.posted("5/0/daily/2025-03-01", desk.before)
    await desk.press(await desk.offered())
    async with desk.database.work() as work:
        (entry,) = await work.outbox.claim("me", desk.clock.now(), 1, 60)
        await work.outbox.begin([entry.id], "me", 60)
        await work.outbox.finish([(entry, arrived(entry, Sent(77), desk.clock.now()))], "me")
    desk.before, desk.after = desk.after, desk.before
    await desk.press(await desk.offered())
    (post,) = await desk.waiting()
    assert post.edits == 77
    assert "2,100 名" in html(post)


async def test_a_database_that_fails_offers_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    async with desk.database.work() as work:
        await work.connection.exec_driver_sql("ALTER TABLE outbox RENAME TO away")
    assert await desk.offered() == REPLY
    assert "were not looked for" in caplog.text
