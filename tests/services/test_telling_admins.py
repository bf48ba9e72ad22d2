"""Admins are told in private of files that are left out, on a real database."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import URL, select

from bot.corpus.problem import Problem, Severity
from bot.language import Language
from bot.messages.message import Message
from bot.messages.payload import Post, from_payload
from bot.messages.voice import Voice, voice
from bot.services.telling_admins import TellingAdmins
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.subscriptions.chat import Chat, ChatKind, Pause
from tests.knowledge_fixtures import FixedClock, config, shipped, vocabulary

ENGLISH, BLOCKED, NEW = 1, 2, 3
NO_DATE = Problem("broken.md", 1, Severity.ERROR, "date_missing", {})
NO_TITLE = Problem("other.md", 1, Severity.ERROR, "title_missing", {})


def speaking(language: Language) -> Voice:
    return voice(language, shipped(), config(), vocabulary())


@dataclass
class Wakes:
    count: int = field(default=0)

    def __call__(self) -> None:
        self.count += 1


async def test_each_admin_is_told_once_in_their_language_unless_they_blocked_the_bot(tmp_path: Path) -> None:
    database = Database(URL.create("sqlite+aiosqlite", database=str(tmp_path / "bot.db")))
    await database.migrate()
    async with database.work() as work:
        await work.chats.put(Chat(ENGLISH, ChatKind.PRIVATE, Language.EN))
        await work.chats.put(Chat(BLOCKED, ChatKind.PRIVATE, Language.ZH, Pause.GONE))
    wakes = Wakes()
    processes = [
        TellingAdmins(database, {ENGLISH, BLOCKED, NEW}, config(), FixedClock(), speaking, wakes) for _ in range(2)
    ]
    for process in processes:
        await process.left_out([NO_DATE])
    assert wakes.count == 1
    await processes[0].left_out([NO_TITLE])
    async with database.work() as work:
        rows = (await work.connection.execute(select(outbox.c.chat_id, outbox.c.payload).order_by(outbox.c.id))).all()
    await database.close()
    told = [(chat, _text(from_payload(payload))) for chat, payload in rows]
    assert [chat for chat, _ in told] == [ENGLISH, NEW, ENGLISH, NEW]
    assert "broken.md:1: " in told[0][1]
    assert "The watched seeds folder" in told[0][1]
    assert "监视中的文章文件夹" in told[1][1]
    assert "other.md:1: " in told[2][1]


def _text(post: Post) -> str:
    assert isinstance(post.content, Message)
    return post.content.html
