"""`/calendar` in a chat: a file that a calendar app takes."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest
from icalendar import Calendar

from bot.clock import SystemClock
from bot.knowledge.snapshot import Snapshot
from bot.playground.people import MEMBER, OWNER
from bot.playground.playground import Playground
from bot.services.answering import Answering
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.handlers import Handlers
from tests.knowledge_fixtures import FixedClock, config, shipped, snapshot, vocabulary
from tests.telegram_bot.conftest import TOKEN, no_reports, no_subscriptions
from tests.telegram_bot.test_handlers import Nobody


@contextlib.asynccontextmanager
async def running(known: Snapshot) -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    answering = Answering(lambda: known, config(), vocabulary(), FixedClock())
    handlers = Handlers(answering, Nobody(), no_reports(), no_subscriptions(), config().default_language)
    task = asyncio.create_task(TelegramBot(Connection(TOKEN, address), handlers, config().series.name).run())
    yield playground
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await playground.stop()


@pytest.mark.parametrize("said", ["/calendar", "/日历"])
async def test_it_is_sent_in_private_and_in_groups(said: str) -> None:
    async with running(shipped()) as playground:
        for person, chat, language in ((OWNER, OWNER.id, "成立"), (MEMBER, playground.group, "founded")):
            sent = await playground.ask(person, chat, said)
            assert sent.document is not None
            assert (sent.document.name, sent.document.mime_type) == ("anniversaries.ics", "text/calendar")
            assert sent.content.text.startswith("3 ")
            events = Calendar.from_ical(sent.document.content).walk("VEVENT")
            assert any(language in str(event["SUMMARY"]) for event in events)
            assert len(events) == 3
            assert (sent.reply_to is not None) is (chat == playground.group)


async def test_without_a_full_date_it_says_so() -> None:
    async with running(snapshot([], [])) as playground:
        assert "完整到日" in (await playground.ask(OWNER, OWNER.id, "/calendar")).text
