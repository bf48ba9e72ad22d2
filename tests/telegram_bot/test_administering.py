"""Admins in a chat: the real Application and services over real files, against the strict local server."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.config import Config
from bot.knowledge.build import build
from bot.playground.chat import Message
from bot.playground.people import ADMIN, MEMBER, OWNER, Person
from bot.playground.playground import Playground
from bot.services.administering import Administering
from bot.services.answering import Answering
from bot.services.background import Background
from bot.services.reloading import Reloading
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.handlers import Handlers
from tests.knowledge_fixtures import config, vocabulary
from tests.services.conftest import BROKEN, FIRST, SECOND
from tests.telegram_bot.conftest import TOKEN, no_reports, no_subscriptions, until

LIMIT_KILOBYTES = 4
GENTLE = config().model_copy(
    update={"reload": config().reload.model_copy(update={"upload_kilobytes": LIMIT_KILOBYTES, "offer_minutes": 5})}
)


@dataclass
class MovableClock:
    """A clock that a test can move."""

    ahead: timedelta = field(default_factory=timedelta)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass
class Stage:
    """A running bot with `OWNER` as its admin, its folder, and the chats."""

    playground: Playground
    folder: Path
    reloading: Reloading
    administering: Administering
    clock: MovableClock

    async def send(self, name: str, content: bytes | str) -> Message:
        """The owner sends a file; the bot's reply."""
        data = content.encode() if isinstance(content, str) else content
        return await self.playground.ask_document(OWNER, OWNER.id, name, data)

    async def press(self, message: Message, label: str) -> str:
        """The owner presses a button by its label; the toast."""
        (data,) = [b["callback_data"] for row in message.keyboard for b in row if b["text"] == label]
        answer = await self.playground.press(OWNER, OWNER.id, message.id, data)
        assert answer is not None
        return answer.text

    def shown(self, message: Message) -> Message:
        """The message as it stands now."""
        return self.playground.world.chats[message.chat.id].messages[message.id]


@asynccontextmanager
async def staged(folder: Path, settings: Config = GENTLE) -> AsyncIterator[Stage]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    background, clock = Background(), MovableClock()
    reloading = Reloading(folder, settings, vocabulary(), background)
    answering = Answering(lambda: reloading.snapshot, settings, vocabulary(), clock)
    admins = frozenset({OWNER.id})
    administering = Administering(reloading, background, admins, settings, vocabulary(), clock)
    handlers = Handlers(answering, administering, no_reports(), no_subscriptions(), settings.default_language)
    bot = asyncio.create_task(TelegramBot(Connection(TOKEN, address), handlers, settings.series.name, admins).run())
    try:
        yield Stage(playground, folder, reloading, administering, clock)
    finally:
        bot.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await bot
        await playground.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.md").write_text(FIRST, encoding="utf-8")
    return tmp_path


@pytest.fixture
async def stage(folder: Path) -> AsyncIterator[Stage]:
    async with staged(folder) as stage:
        yield stage


async def test_an_admin_reloads_and_sees_the_difference(stage: Stage) -> None:
    (stage.folder / "second.md").write_text(SECOND, encoding="utf-8")
    (stage.folder / "broken.md").write_text(BROKEN, encoding="utf-8")
    answer = await stage.playground.ask(OWNER, OWNER.id, "/reload")
    for part in ("第 2 版", "second.md", "broken.md:1", "缺少 date", "嘉宾", "2 篇文章"):
        assert part in answer.text
    assert "没有变化" in (await stage.playground.ask(OWNER, OWNER.id, "/重新读取")).text
    assert "2000" in (await stage.playground.ask(OWNER, OWNER.id, "2021年有多少嘉宾")).text.replace(",", "")


async def test_an_admin_may_do_it_in_a_group_by_their_own_number(stage: Stage) -> None:
    assert "第 1 版" in (await stage.playground.ask(OWNER, stage.playground.group, "/reload")).text


@pytest.mark.parametrize("command", ["/reload", "/rollback"])
@pytest.mark.parametrize("person", [ADMIN, MEMBER])  # the group's administrator is no admin of the bot
async def test_others_are_refused_politely(stage: Stage, command: str, person: object) -> None:
    (stage.folder / "second.md").write_text(SECOND, encoding="utf-8")
    who = ADMIN if person is ADMIN else MEMBER
    for chat in (who.id, stage.playground.group):
        answer = await stage.playground.ask(who, chat, command)
        assert ("抱歉" if who is ADMIN else "Sorry") in answer.text
    assert stage.reloading.generation == 1


async def test_who_speaks_in_the_name_of_a_chat_is_no_admin(stage: Stage) -> None:
    """An anonymous admin of a group, or a channel that posts there, comes with a stand-in as the sender."""
    group = stage.playground.world.chats[stage.playground.group]
    said = stage.playground.say(OWNER, group.id, "hello").as_bot_api(stage.playground.world.people)
    stand_in = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    for sender in (stand_in, OWNER.as_user()):
        update = {**said, "from": sender, "sender_chat": group.as_bot_api(), "text": "/reload"}
        before = len(stage.playground.messages(group.id))
        stage.playground.world.updates.add("message", update)
        await until(partial(_more_than, stage, before))
        assert re.search("本人身份|as yourself", stage.playground.messages(group.id)[-1].text)
    assert stage.reloading.generation == 1


def _more_than(stage: Stage, count: int) -> bool:
    return len(stage.playground.messages(stage.playground.group)) > count


async def test_a_second_reload_during_one_says_so_and_questions_are_answered(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(10)
        return build(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.services.reloading.build", slow)
    (stage.folder / "second.md").write_text(SECOND, encoding="utf-8")
    stage.playground.say(OWNER, OWNER.id, "/reload")
    await asyncio.to_thread(begun.wait, 10)
    assert "正在读取" in (await stage.playground.ask(OWNER, OWNER.id, "/reload")).text
    assert "20" in (await stage.playground.ask(OWNER, OWNER.id, "2021年有多少个分论坛")).text
    go_on.set()
    await until(lambda: "第 2 版" in stage.playground.messages(OWNER.id)[-1].text)


async def test_a_sent_article_is_previewed_added_and_taken_back(stage: Stage) -> None:
    preview = await stage.send("second.md", SECOND)
    for part in ("second.md", "2021年峰会闭幕", "2021-09-28", "某报", "2021 年峰会", "嘉宾", "零信任（zero trust）"):
        assert part in preview.text
    assert [[button["text"] for button in row] for row in preview.keyboard] == [["添加", "取消"]]
    assert not (stage.folder / "second.md").exists()
    assert await stage.press(preview, "添加") == ""
    await until(lambda: "已添加 second.md" in stage.shown(preview).text)
    assert stage.shown(preview).keyboard == ()
    assert (stage.folder / "second.md").read_text(encoding="utf-8") == SECOND
    assert "2000" in (await stage.playground.ask(OWNER, OWNER.id, "2021年有多少嘉宾")).text.replace(",", "")
    back = await stage.playground.ask(OWNER, OWNER.id, "/rollback")
    assert ".removed/second.md" in back.text
    assert not (stage.folder / "second.md").exists()


async def test_a_preview_names_problems_with_their_lines(stage: Stage) -> None:
    preview = await stage.send("second.txt", SECOND.replace("date:", "fetch_date: never\ndate:"))
    assert "第 5 行" in preview.text
    assert preview.keyboard


async def test_cancel_leaves_the_folder_alone(stage: Stage) -> None:
    preview = await stage.send("second.md", SECOND)
    await stage.press(preview, "取消")
    await until(lambda: "已取消" in stage.shown(preview).text)
    assert stage.shown(preview).keyboard == ()
    assert stage.reloading.generation == 1


NO_DATE = "缺少 date"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("large.md", SECOND.encode() + b" " * LIMIT_KILOBYTES * 1024, f"{LIMIT_KILOBYTES} 千字节"),
        ("latin.md", SECOND.encode("gbk"), "UTF-8"),
        ("../second.md", SECOND.encode(), "路径"),
        ("a\\b.md", SECOND.encode(), "路径"),
        (".hidden.md", SECOND.encode(), "点开头"),
        ("con.md", SECOND.encode(), "保留"),
        ("a" * 200 + ".md", SECOND.encode(), "太长"),
        ("a\u202eb.md", SECOND.encode(), "字符"),
        ("blank.md", b" \n ", "空的"),
        ("FIRST.MD", SECOND.encode(), "first.md"),
        ("copy.md", FIRST.encode(), "网址相同"),
        ("newer.md", FIRST.replace("date:", "fetch_date: 2030-01-01\ndate:").encode(), "网址相同"),
        ("text.md", FIRST.replace("2021-opening", "2021-other").replace("开幕\n", "当日\n").encode(), "正文相同"),
        ("broken.md", BROKEN.encode(), NO_DATE),
        ("plain.txt", "没有前言的文字".encode(), "第 1 行"),
    ],
)
async def test_what_cannot_be_taken_is_refused_with_the_reason(
    stage: Stage, name: str, content: bytes, reason: str
) -> None:
    answer = await stage.send(name, content)
    assert "未收下" in answer.text
    assert reason in answer.text
    assert not answer.keyboard
    assert sorted(os.listdir(stage.folder)) == [".history", "first.md"]


async def test_a_file_of_others_is_refused_and_other_files_are_met_with_help(stage: Stage) -> None:
    refused = await stage.playground.ask_document(MEMBER, MEMBER.id, "second.md", SECOND.encode())
    assert "Sorry" in refused.text
    helped = await stage.playground.ask_document(MEMBER, MEMBER.id, "picture.pdf", b"%PDF")
    assert "/summit" in helped.text


@pytest.mark.parametrize("name", ["picture.pdf", "second.markdown", "second.md.exe", "README"])
async def test_an_admin_is_told_which_files_are_taken(stage: Stage, name: str) -> None:
    answer = await stage.send(name, SECOND)
    assert f"未收下：{name}" in answer.text
    assert "只收 .md 和 .txt" in answer.text


def _with_caption(stage: Stage, person: Person, name: str, caption: str) -> int:
    """The number of messages in the private chat after a file with a caption was sent."""
    stage.playground.say_document(person, person.id, name, SECOND.encode(), caption)
    return len(stage.playground.messages(person.id))


async def _answers(stage: Stage, person: Person, before: int, count: int) -> list[str]:
    """The next `count` messages of the bot, in any order."""
    await until(lambda: len(stage.playground.messages(person.id)) >= before + count)
    return sorted(message.text for message in stage.playground.messages(person.id)[before:])


@pytest.mark.parametrize(
    ("name", "caption", "about_the_file", "about_the_caption"),
    [
        ("second.md", "/reload", "预览：second.md", "没有变化"),
        ("second.md", "/summit 2021", "预览：second.md", "2021 年"),
        ("second.md", "/no_such_command", "预览：second.md", "没有这个命令"),
        ("picture.pdf", "/reload", "未收下", "没有变化"),
        ("picture.pdf", "2021年有多少分论坛", "未收下", "20 "),
    ],
)
async def test_a_file_and_the_command_below_it_are_both_answered(
    stage: Stage, name: str, caption: str, about_the_file: str, about_the_caption: str
) -> None:
    before = _with_caption(stage, OWNER, name, caption)
    answers = await _answers(stage, OWNER, before, 2)
    assert [text for text in answers if about_the_file in text]
    assert [text for text in answers if about_the_caption in text and about_the_file not in text]


async def test_a_note_below_an_article_is_no_question(stage: Stage) -> None:
    before = _with_caption(stage, OWNER, "second.md", "请收下这一篇")
    (answer,) = await _answers(stage, OWNER, before, 1)
    assert "预览" in answer
    assert "第 1 版" in (await stage.playground.ask(OWNER, OWNER.id, "/reload")).text
    assert len(stage.playground.messages(OWNER.id)) == before + 3


async def test_the_buttons_of_a_preview_that_is_over_are_taken_away(stage: Stage) -> None:
    preview = await stage.send("second.md", SECOND)
    stage.clock.ahead += timedelta(minutes=6)
    assert "重新发送文件" in await stage.press(preview, "添加")
    await until(lambda: stage.shown(preview).keyboard == ())
    assert "预览：second.md" in stage.shown(preview).text


async def test_a_watched_folder_tells_the_log_once_of_each_file_that_is_left_out(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.services.administering")
    (stage.folder / "broken.md").write_text(BROKEN, encoding="utf-8")
    for _ in range(2):
        await stage.administering.look()
    (told,) = [line for line in caplog.messages if line.startswith("Left out")]
    assert "broken.md:1: error: " in told
    (stage.folder / "second.md").write_text(SECOND, encoding="utf-8")
    for _ in range(2):
        await stage.administering.look()
    assert stage.reloading.generation == 2
    assert len([line for line in caplog.messages if line.startswith("Left out")]) == 1


async def test_a_file_that_cannot_be_fetched_is_asked_for_again(stage: Stage) -> None:
    said = stage.playground.say_document(OWNER, OWNER.id, "x.md", b"x")
    update = said.as_bot_api(stage.playground.world.people)
    update["document"] = {**update["document"], "file_id": "gone", "file_name": "second.md"}
    stage.playground.world.updates.add("message", update)
    await until(lambda: "再发一次" in stage.playground.messages(OWNER.id)[-1].text)


def _foreign(stage: Stage, data: str) -> str:
    return data


def _altered(stage: Stage, data: str) -> str:
    return data[:-1] + ("A" if data[-1] != "A" else "B")


def _expired(stage: Stage, data: str) -> str:
    stage.clock.ahead += timedelta(minutes=6)
    return data


@pytest.mark.parametrize("how", [_foreign, _altered, _expired])
async def test_foreign_altered_and_old_buttons_do_nothing(stage: Stage, how: Callable[[Stage, str], str]) -> None:
    preview = await stage.send("second.md", SECOND)
    data = how(stage, preview.keyboard[0][0]["callback_data"])
    presser = ADMIN if how is _foreign else OWNER
    answer = stage.playground.world.press(presser, preview, data)
    async with asyncio.timeout(5):
        assert "过期" in (await answer.answer).text or "失效" in answer.answer.result().text
    assert stage.reloading.generation == 1
    assert sorted(os.listdir(stage.folder)) == [".history", "first.md"]


async def test_a_button_pressed_twice_adds_once(stage: Stage) -> None:
    preview = await stage.send("second.md", SECOND)
    data = preview.keyboard[0][0]["callback_data"]
    answers = [stage.playground.world.press(OWNER, preview, data).answer for _ in range(2)]
    async with asyncio.timeout(5):
        first, second = await asyncio.gather(*answers)
    assert first.text == ""
    assert second.text != ""
    assert stage.reloading.generation == 2


async def test_a_press_during_a_reload_can_be_repeated(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = await stage.send("second.md", SECOND)
    begun, go_on = threading.Event(), threading.Event()

    def slow(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(10)
        return build(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.services.reloading.build", slow)
    stage.playground.say(OWNER, OWNER.id, "/reload")
    await asyncio.to_thread(begun.wait, 10)
    assert "正在读取" in await stage.press(preview, "添加")
    go_on.set()
    await until(lambda: "第 1 版" in stage.playground.messages(OWNER.id)[-1].text)
    await stage.press(preview, "添加")
    assert stage.reloading.generation == 2


async def test_a_rollback_after_a_restart(folder: Path) -> None:
    async with staged(folder) as stage:
        preview = await stage.send("second.md", SECOND)
        await stage.press(preview, "添加")
    async with staged(folder) as stage:
        answer = await stage.playground.ask(OWNER, OWNER.id, "/rollback")
        assert ".removed/second.md" in answer.text
        assert "第 3 版" in answer.text
        assert "没有可以撤销" in (await stage.playground.ask(OWNER, OWNER.id, "/撤销")).text


async def test_a_rollback_of_changes_by_hand_says_how_long_it_lasts(stage: Stage) -> None:
    (stage.folder / "second.md").write_text(SECOND, encoding="utf-8")
    await stage.playground.ask(OWNER, OWNER.id, "/reload")
    assert "下一次 /reload" in (await stage.playground.ask(OWNER, OWNER.id, "/rollback")).text


async def test_only_admins_are_offered_the_commands(stage: Stage) -> None:
    world = stage.playground.world
    await until(lambda: any(key[0][0] == "chat" and key[1] == "zh" for key in world.profile.commands))

    def offered(person_id: int, chat: int, language: str) -> list[str]:
        return [one["command"] for one in world.profile.shown_commands(world.chats[chat], person_id, language)]

    assert {"reload", "rollback", "summit"} <= set(offered(OWNER.id, OWNER.id, "zh"))
    for person, chat in ((MEMBER, MEMBER.id), (ADMIN, ADMIN.id), (OWNER, stage.playground.group)):
        assert "reload" not in offered(person.id, chat, "zh")
