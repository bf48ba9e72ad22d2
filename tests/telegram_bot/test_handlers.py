"""The bot in a chat: the real Application against the strict local server; only the answers are made up."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.clock import SystemClock
from bot.config import Wording
from bot.language import Language, of_text
from bot.messages.commands import COMMANDS, Scope
from bot.messages.message import Button, Message
from bot.playground.people import MEMBER, OWNER
from bot.playground.playground import Playground
from bot.services.administering import Administering
from bot.services.answering import Answering
from bot.services.conversation import ConversationKey
from bot.telegram_bot.application import Connection, TelegramBot
from bot.telegram_bot.handlers import Handlers
from tests.telegram_bot.conftest import TOKEN, Serve, no_reports, no_subscriptions, until

SERIES = Wording(zh="示例大会", en="Example Conference")


class Echo(Answering):
    """Says what it was asked, so that a test sees what arrived."""

    def __init__(self) -> None:
        self.fail = False

    def command(
        self, name: str, argument: str, language: Language, conversation: ConversationKey | None = None
    ) -> Message:
        return self._say(f"command {name} [{argument}] {language}")

    def ask(self, text: str, language: Language, conversation: ConversationKey | None = None) -> Message:
        return self._say(f"ask [{text}] {language}")

    def sent(self, conversation: ConversationKey, message_id: int) -> None:
        """Nothing is remembered here."""

    def press(self, data: str, language: Language) -> Message | None:
        if self.fail:
            raise ValueError("a fault in a service")
        return None if data == "old" else Message(f"<b>pressed {data}</b> {language}", ((Button("same", data),),))

    def stale_button(self, language: Language) -> str:
        return f"stale {language}"

    def apology(self, language: Language) -> Message:
        return Message(f"sorry {language}")

    def _say(self, text: str) -> Message:
        if self.fail:
            raise ValueError("a fault in a service")
        rows = ((Button("next", "next"), Button("old", "old")), (Button("site", url="https://example.org/"),))
        return Message(f"<i>{text}</i>", rows)


class Nobody(Administering):
    """A bot without admins; what admins do is tested with the real one (test_administering)."""

    def __init__(self) -> None:
        self.admins = frozenset()

    async def command(self, name: str, user_id: int | None, language: Language) -> Message:
        return Message(f"refused {name} {user_id} {language}")

    def owns(self, data: str) -> bool:
        return False


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
async def playground(echo: Echo) -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, SystemClock(), "Bot", "wuzhen_bot")
    address = await playground.start()
    bot = asyncio.create_task(
        TelegramBot(
            Connection(TOKEN, address), Handlers(echo, Nobody(), no_reports(), no_subscriptions(), Language.ZH), SERIES
        ).run()
    )
    yield playground
    bot.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await bot
    await playground.stop()


async def test_a_command_is_answered_with_markup_and_buttons(playground: Playground) -> None:
    answer = await playground.ask(OWNER, OWNER.id, "/summit 2024")
    assert answer.content.text == "command summit [2024] zh"
    assert [entity.type for entity in answer.content.entities] == ["italic"]
    assert [[button["text"] for button in row] for row in answer.keyboard] == [["next", "old"], ["site"]]
    assert answer.reply_to is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/峰会 2024", "command summit [2024] en"),
        ("／帮助", "command help [] en"),
        ("/start", "command start [] en"),
        ("/weather", "command  [] en"),
        ("What was the theme in 2024?", "ask [What was the theme in 2024?] en"),
        ("2024年的主题是什么", "ask [2024年的主题是什么] zh"),
        ("2024", "ask [2024] en"),
    ],
)
async def test_the_language_is_that_of_the_reader_and_for_questions_that_of_the_text(
    playground: Playground, text: str, expected: str
) -> None:
    assert (await playground.ask(MEMBER, MEMBER.id, text)).content.text == expected


async def test_in_a_group_the_answer_is_a_reply_to_the_asker(playground: Playground) -> None:
    said = playground.say(MEMBER, playground.group, "what is this about?")
    answer = await playground.ask(MEMBER, playground.group, "@wuzhen_bot what is this about?")
    assert answer.content.text == "ask [what is this about?] en"
    assert answer.reply_to is not None
    assert answer.reply_to.id == said.id + 1


async def test_a_press_changes_the_message_and_is_answered(
    playground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await playground.ask(OWNER, OWNER.id, "/summit 2024")
    for _ in range(2):  # the second press would change nothing: Telegram refuses that, and nobody needs to know
        toast = await playground.press(OWNER, OWNER.id, answer.id, "next")
        assert toast is not None
        assert toast.text == ""
        await until(lambda: playground.messages(OWNER.id)[-1].content.text == "pressed next zh")
    await playground.ask(OWNER, OWNER.id, "still there?")
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


async def test_an_old_button_says_so(playground: Playground) -> None:
    answer = await playground.ask(MEMBER, MEMBER.id, "/summit 2024")
    toast = await playground.press(MEMBER, MEMBER.id, answer.id, "old")
    assert toast is not None
    assert toast.text == "stale en"


async def test_a_fault_is_logged_once_and_met_with_an_apology(
    playground: Playground, echo: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await playground.ask(MEMBER, MEMBER.id, "/summit 2024")
    echo.fail = True
    assert (await playground.ask(MEMBER, MEMBER.id, "/summit 2024")).content.text == "sorry en"
    toast = await playground.press(MEMBER, MEMBER.id, answer.id, "next")
    assert toast is not None  # the button does not spin on
    await until(lambda: [m.content.text for m in playground.messages(MEMBER.id)].count("sorry en") == 2)
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 2
    assert all("a fault in a service" in str(record.exc_info and record.exc_info[1]) for record in errors)
    assert TOKEN not in caplog.text


async def test_menu_and_descriptions_are_set_in_both_languages(playground: Playground) -> None:
    await playground.ask(OWNER, OWNER.id, "/start")
    profile = playground.world.profile
    await until(lambda: len(profile.texts) == 4)
    assert "Example Conference" in profile.text("description", "de")
    assert "示例大会" in profile.text("short_description", "zh")
    private, group = playground.world.chats[OWNER.id], playground.world.chats[playground.group]
    offered = [command.name for command in COMMANDS if command.scope is not Scope.ADMINS]
    assert [c["command"] for c in profile.shown_commands(private, OWNER.id, "zh")] == offered
    assert "start" not in [c["command"] for c in profile.shown_commands(group, OWNER.id, "en")]
    in_chinese, in_english = (profile.shown_commands(group, OWNER.id, code)[0] for code in ("zh", "fr"))
    assert in_chinese["command"] == in_english["command"]
    assert of_text(in_chinese["description"]) is Language.ZH
    assert of_text(in_english["description"]) is Language.EN


async def test_updates_of_other_kinds_and_of_unknown_form_are_passed_over(
    playground: Playground, caplog: pytest.LogCaptureFixture
) -> None:
    """They come although not asked for: some may still wait from a time when the bot asked for more."""
    playground.world.updates.allowed = None
    said = playground.say(OWNER, OWNER.id, "first")
    content = said.as_bot_api(playground.world.people)
    playground.world.updates.add("edited_message", {**content, "edit_date": content["date"], "text": "/summit"})
    playground.world.updates.add("channel_post", {**content, "chat": {"id": -3, "type": "channel"}, "text": "/summit"})
    playground.world.updates.add("poll", {"id": "1"})
    await playground.ask(OWNER, OWNER.id, "second")
    await until(lambda: len(playground.messages(OWNER.id)) == 4)
    assert "Passing over update" in caplog.text
    assert "command" not in " ".join(message.content.text for message in playground.messages(OWNER.id))


@pytest.mark.parametrize(
    ("status", "description", "levels", "attempts"),
    [
        (403, "Forbidden: bot was blocked by the user", ["WARNING"], 1),
        (429, "Too Many Requests", ["WARNING"], 1),
        (500, "Internal Server Error", ["WARNING"], 1),
        (400, "Bad Request: can't parse entities", ["ERROR", "WARNING"], 2),
    ],
)
async def test_an_answer_that_cannot_be_sent_is_logged_and_apologised_for_only_if_that_can_help(
    serve: Serve, caplog: pytest.LogCaptureFixture, status: int, description: str, levels: list[str], attempts: int
) -> None:
    sent: list[str] = []
    polls = 0

    async def handler(request: web.Request) -> web.Response:
        nonlocal polls
        match request.path.rpartition("/")[2]:
            case "getMe":
                result: object = {"id": 1, "is_bot": True, "first_name": "Bot", "username": "wuzhen_bot"}
            case "getUpdates":
                polls += 1
                if polls > 1:
                    await asyncio.sleep(float(request.query["timeout"]))
                person = {"id": 5, "is_bot": False, "first_name": "林"}
                message = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "from": person}
                result = [{"update_id": 9, "message": {**message, "text": "/help"}}] if polls == 1 else []
            case "sendMessage":
                sent.append((await request.json())["text"])
                parameters = {"parameters": {"retry_after": 30}} if status == 429 else {}
                return web.json_response({"ok": False, "description": description, **parameters}, status=status)
            case _:
                result = True
        return web.json_response({"ok": True, "result": result})

    connection = Connection(TOKEN, await serve(handler))
    bot = asyncio.create_task(
        TelegramBot(connection, Handlers(Echo(), Nobody(), no_reports(), no_subscriptions(), Language.ZH), SERIES).run()
    )
    await until(lambda: len([r for r in caplog.records if r.name == "bot.telegram_bot.handlers"]) >= len(levels))
    bot.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await bot
    records = [record for record in caplog.records if record.name == "bot.telegram_bot.handlers"]
    assert [record.levelname for record in records] == levels
    assert len(sent) == attempts
    assert "update 9" in records[0].getMessage()
    assert TOKEN not in caplog.text
