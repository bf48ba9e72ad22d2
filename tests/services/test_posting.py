"""What is due, with the clock passed in, on a real database file."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import URL, select

from bot.config import load_config
from bot.corpus.date import PartialDate
from bot.corpus.document import Citation, Document
from bot.facts.fact import GlossaryItem
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import from_payload
from bot.schedule.occurrence import Occurrence, next_occurrence
from bot.services.posting import Posting
from bot.storage.database import Database
from bot.storage.tables import occurrences, outbox
from bot.subscriptions.chat import Chat, ChatKind, Pause, Place
from bot.subscriptions.feed import Feed
from bot.subscriptions.subscription import EVERY_DAY, Subscription, Times, Weekdays

START = datetime(2025, 3, 1, 0, 0, tzinfo=UTC)  # 08:00 in Shanghai
HALF_PAST_EIGHT = time(8, 30)
DOCUMENT = Document("doc", "a.md", "标题", "https://example.org/a", "某报", PartialDate(2021, 9, 26), "", ())
TERMS = ("防火墙", "零信任", "数字鸿沟")


class Clock:
    """Moves when told."""

    def __init__(self) -> None:
        self.present = START

    def now(self) -> datetime:
        return self.present

    def to(self, text: str) -> None:
        self.present = datetime.fromisoformat(text).replace(tzinfo=UTC)


class Desk:
    """Posting with all it needs; `snapshot` may be changed, as by a reload."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database = database
        self.clock = clock
        self.snapshot = snapshot(*TERMS)
        self.woken = 0
        self.posting = Posting(
            database, lambda: self.snapshot, load_config(), load_vocabulary(), clock, posted=self._wake
        )

    def _wake(self) -> None:
        self.woken += 1

    async def subscribe(
        self,
        chat: int = 5,
        zone: str = "Asia/Shanghai",
        weekdays: Weekdays = EVERY_DAY,
        at: time = HALF_PAST_EIGHT,
        *,
        topic: int = 0,
        silent: bool = False,
        pause: Pause | None = None,
        language: Language = Language.ZH,
    ) -> None:
        times = Times(at, zone, weekdays)
        async with self.database.work() as work:
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, language, pause))
            await work.subscriptions.put(
                Subscription(Place(chat, topic), Feed.DAILY, times, silent), next_occurrence(times, self.clock.now())
            )

    async def keys(self) -> list[str]:
        async with self.database.work() as work:
            return list((await work.connection.execute(select(outbox.c.key).order_by(outbox.c.id))).scalars())

    async def texts(self) -> list[str]:
        async with self.database.work() as work:
            payloads = (await work.connection.execute(select(outbox.c.payload).order_by(outbox.c.id))).scalars()
            contents = [from_payload(payload).content for payload in payloads]
            return [content.html for content in contents if isinstance(content, Message)]

    async def happened(self) -> int:
        async with self.database.work() as work:
            return len((await work.connection.execute(select(occurrences))).all())


def snapshot(*terms: str) -> Snapshot:
    items = tuple(
        GlossaryItem(term_zh=term, term_en="", definition=f"{term}的意思。", source=Citation("doc", n, term))
        for n, term in enumerate(terms, 1)
    )
    return Snapshot({"doc": DOCUMENT}, (), frozenset(), items)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    yield Desk(database, Clock())
    await database.close()


async def test_a_post_waits_from_its_minute_on_and_once(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-01T00:29:59")
    assert await desk.posting.post_due() == 0
    desk.clock.to("2025-03-01T00:30")
    assert await desk.posting.post_due() == 1
    assert await desk.posting.post_due() == 0
    assert (await desk.keys(), desk.woken) == (["5/0/daily/2025-03-01"], 1)
    desk.clock.to("2025-03-02T00:30:04")
    assert await desk.posting.post_due() == 1
    assert await desk.keys() == ["5/0/daily/2025-03-01", "5/0/daily/2025-03-02"]


async def test_no_item_comes_twice_before_all_came_also_after_a_restart_and_a_reload(desk: Desk) -> None:
    await desk.subscribe()
    for day in (1, 2):
        desk.clock.to(f"2025-03-0{day}T00:31")
        await desk.posting.post_due()
    again = Desk(desk.database, desk.clock)
    again.snapshot = snapshot(*reversed(TERMS), "量子通信")
    for day in (3, 4):
        again.clock.to(f"2025-03-0{day}T00:31")
        await again.posting.post_due()
    shown = [next(term for term in (*TERMS, "量子通信") if term in text) for text in await desk.texts()]
    assert sorted(shown) == sorted([*TERMS, "量子通信"])


async def test_a_late_post_goes_out_within_its_grace_and_not_later(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-01T01:30")
    assert await desk.posting.post_due() == 1
    desk.clock.to("2025-03-02T01:30:01")
    assert await desk.posting.post_due() == 0
    assert await desk.happened() == 2  # left out is decided, too
    desk.clock.to("2025-03-03T00:30")
    assert await desk.posting.post_due() == 1


async def test_after_a_long_sleep_todays_post_goes_out_and_no_older_one(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-20T00:40")
    assert await desk.posting.post_due() == 1
    assert await desk.keys() == ["5/0/daily/2025-03-20"]


async def test_a_clock_that_jumps_back_posts_nothing_twice(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-02T00:30")
    await desk.posting.post_due()
    desk.clock.to("2025-03-01T00:30")
    assert await desk.posting.post_due() == 0
    await desk.subscribe()  # said again: plans from the present on
    desk.clock.to("2025-03-02T00:30")
    await desk.posting.post_due()
    await desk.posting.post_due()
    assert (await desk.keys()).count("5/0/daily/2025-03-02") == 1


async def test_a_zone_changed_on_the_day_gives_no_second_post_of_that_date(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-01T00:30")
    await desk.posting.post_due()
    await desk.subscribe(zone="Europe/London")
    desk.clock.to("2025-03-01T08:30")
    assert await desk.posting.post_due() == 0
    desk.clock.to("2025-03-02T08:30")
    assert await desk.posting.post_due() == 1


async def test_topics_and_chats_are_apart_and_paused_ones_get_nothing(desk: Desk) -> None:
    await desk.subscribe(-7, topic=3)
    await desk.subscribe(-7, topic=4)
    await desk.subscribe(8, language=Language.EN, silent=True)
    await desk.subscribe(9, pause=Pause.GONE)
    desk.clock.to("2025-03-01T00:30")
    assert await desk.posting.post_due() == 3
    assert sorted(await desk.keys()) == ["-7/3/daily/2025-03-01", "-7/4/daily/2025-03-01", "8/0/daily/2025-03-01"]
    texts = await desk.texts()
    assert len({text for text in texts if "不想再收到" in text}) == 2  # one deck a chat: two topics, two items
    assert sum("/unsubscribe daily" in text for text in texts) == 3
    desk.clock.to("2025-03-02T00:29")
    assert await desk.posting.post_due() == 0  # the paused one is planned on as well


async def test_only_the_weekdays_asked_for(desk: Desk) -> None:
    await desk.subscribe(weekdays=frozenset({1}))
    for hour in range(24 * 8):
        desk.clock.present = START + timedelta(hours=hour, minutes=30)
        await desk.posting.post_due()
    assert await desk.keys() == ["5/0/daily/2025-03-03"]


async def test_without_anything_to_say_nothing_is_sent(desk: Desk) -> None:
    desk.snapshot = snapshot()
    await desk.subscribe()
    desk.clock.to("2025-03-01T00:30")
    assert await desk.posting.post_due() == 0
    assert await desk.keys() == []


async def test_more_than_a_batch_is_posted_at_once(desk: Desk) -> None:
    times = Times(HALF_PAST_EIGHT, "Asia/Shanghai")
    async with desk.database.work() as work:
        for chat in range(1, 451):
            await work.chats.put(Chat(chat, ChatKind.PRIVATE, Language.ZH))
            following = next_occurrence(times, desk.clock.now())
            await work.subscriptions.put(Subscription(Place(chat), Feed.DAILY, times), following)
    desk.clock.to("2025-03-01T00:30")
    assert await desk.posting.post_due() == 450
    assert len(set(await desk.keys())) == 450


async def test_stored_moments_follow_the_zone_database(desk: Desk) -> None:
    await desk.subscribe()
    right = next_occurrence(Times(HALF_PAST_EIGHT, "Asia/Shanghai"), desk.clock.now())
    wrong = Occurrence(right.day, right.due + timedelta(hours=1))
    async with desk.database.work() as work:
        (planned,) = await work.subscriptions.of_place(Place(5))
        await work.subscriptions.advance([(planned.subscription, wrong)])
    await desk.posting.replan()
    async with desk.database.work() as work:
        (planned,) = await work.subscriptions.of_place(Place(5))
    assert planned.next == right


async def test_what_is_old_is_forgotten(desk: Desk) -> None:
    await desk.subscribe()
    desk.clock.to("2025-03-01T00:30")
    await desk.posting.post_due()
    desk.clock.to("2025-07-01T00:00")
    await desk.posting.forget()
    assert await desk.happened() == 0
