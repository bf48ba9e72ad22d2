"""Readers report gaps and errors, admins read them: the real Application against the strict local server."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.playground.chat import Message
from bot.playground.people import MEMBER, OWNER, Person
from bot.playground.playground import Playground
from bot.services.answering import Answering
from bot.services.gaps import FileGapReports
from bot.services.recent import RecentQuestions
from bot.services.reporting import Reporting
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.handlers import Handlers
from tests.knowledge_fixtures import FixedClock, config, shipped, vocabulary
from tests.telegram_bot.conftest import TOKEN, no_subscriptions, until
from tests.telegram_bot.test_handlers import Nobody


@dataclass
class Stage:
    playground: Playground
    reports: FileGapReports

    async def press(self, person: Person, message: Message, label: str) -> str:
        """Press a button by its label; the toast."""
        (data,) = [b["callback_data"] for row in message.keyboard for b in row if b["text"] == label]
        answer = await self.playground.press(person, message.chat.id, message.id, data)
        assert answer is not None
        return answer.text

    def shown(self, message: Message) -> Message:
        """The message as it stands now."""
        return self.playground.world.chats[message.chat.id].messages[message.id]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    reports, recent = FileGapReports(tmp_path / "reports.jsonl"), RecentQuestions()
    answering = Answering(shipped, config(), vocabulary(), FixedClock(), lambda count: 0, recent)
    admins = frozenset({OWNER.id})
    reporting = Reporting(reports, admins, recent, shipped, config(), vocabulary(), FixedClock())
    handlers = Handlers(answering, Nobody(), reporting, no_subscriptions(), config().default_language)
    bot = asyncio.create_task(TelegramBot(Connection(TOKEN, address), handlers, config().series.name).run())
    yield Stage(playground, reports)
    bot.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await bot
    await playground.stop()


async def test_a_gap_is_reported_and_read_by_an_admin(stage: Stage) -> None:
    playground = stage.playground
    unknown = await playground.ask(MEMBER, MEMBER.id, "How much is a ticket?")
    assert "Noted" in await stage.press(MEMBER, unknown, "Report a gap")
    assert "Noted" in await stage.press(MEMBER, unknown, "Report a gap")
    assert stage.shown(unknown).text == unknown.text
    found = await playground.ask(OWNER, OWNER.id, "2024年峰会的主题是什么")
    assert "已记下" in await stage.press(OWNER, found, "纠错")
    listed = await playground.ask(OWNER, OWNER.id, "/gaps")
    assert listed.text.split("\n")[0] == "读者报告，共 2 条"
    assert "纠错 ×1，2025-03-01： 2024年峰会的主题是什么" in listed.text.replace("2025 年 3 月 1 日", "2025-03-01")
    assert "缺失 ×2" in listed.text
    assert "How much is a ticket?" in listed.text
    assert str(MEMBER.id) not in listed.text


async def test_an_admin_clears_what_was_shown(stage: Stage) -> None:
    playground = stage.playground
    await stage.press(MEMBER, await playground.ask(MEMBER, MEMBER.id, "/about Mars"), "Report a gap")
    listed = await playground.ask(OWNER, OWNER.id, "/缺失")
    assert "/about Mars" in listed.text
    assert await stage.press(OWNER, listed, "全部清除") == ""
    await until(lambda: "没有读者报告" in stage.shown(listed).text)
    assert stage.reports.newest() == ()


async def test_others_neither_read_nor_clear_reports(stage: Stage) -> None:
    playground = stage.playground
    await stage.press(MEMBER, await playground.ask(MEMBER, MEMBER.id, "/about Mars"), "Report a gap")
    assert "Mars" not in (await playground.ask(MEMBER, MEMBER.id, "/gaps")).text
    listed = await playground.ask(OWNER, playground.group, "/gaps")
    assert "out of date" in await stage.press(MEMBER, listed, "全部清除")
    assert len(stage.reports.newest()) == 1


async def test_after_a_turn_of_the_page_an_error_is_kept_with_what_was_said(stage: Stage) -> None:
    playground = stage.playground
    card = await playground.ask(MEMBER, MEMBER.id, "/summit 2024")
    await stage.press(MEMBER, card, "◀ 2022")
    await until(lambda: "2022 World" in stage.shown(card).text)
    assert "Noted" in await stage.press(MEMBER, stage.shown(card), "Report an error")
    (report,) = stage.reports.newest()
    assert report.question == ""
    assert report.said.startswith("2022 World Internet Conference")


async def test_a_command_is_completed_by_buttons(stage: Stage) -> None:
    message = await stage.playground.ask(OWNER, OWNER.id, "/对比")
    assert await stage.press(OWNER, message, "2022 — 2024") == ""
    await until(lambda: "+5" in stage.shown(message).text)
    assert await stage.press(OWNER, stage.shown(message), "看原句") == ""
    await until(lambda: "收录文本原句" in stage.shown(message).text)
    assert await stage.press(OWNER, stage.shown(message), "◀ 返回") == ""
    await until(lambda: "+5" in stage.shown(message).text)


async def test_found_sentences_are_turned_page_by_page(stage: Stage) -> None:
    message = await stage.playground.ask(OWNER, OWNER.id, "/搜索 论坛")
    await stage.press(OWNER, message, "2/4 ▶")
    await until(lambda: stage.shown(message).text.split("\n")[1].startswith("6. "))
    bold = [entity for entity in stage.shown(message).content.entities if entity.type == "bold"]
    assert len(bold) > 5


async def test_another_random_item_takes_the_place_of_the_first(stage: Stage) -> None:
    message = await stage.playground.ask(OWNER, OWNER.id, "/fact")
    before = message.text
    await stage.press(OWNER, message, "换一条")
    await until(lambda: stage.shown(message).text != before)
