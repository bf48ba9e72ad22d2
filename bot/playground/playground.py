"""The playground: a local Bot API server with its page, and people to speak as."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable

from aiohttp import web

from bot.clock import Clock
from bot.errors import PortInUseError
from bot.playground.bot_api.server import BotApi
from bot.playground.chat import Message
from bot.playground.deeds import Deeds
from bot.playground.events import EventStream
from bot.playground.faults import Faults
from bot.playground.page_server import PageServer
from bot.playground.people import EVERYONE, Person
from bot.playground.talk import ANSWER_SECONDS, Talk
from bot.playground.world import CHANNEL_ID, GROUP_ID, PRIVATE_CHANNEL_ID, CallbackAnswer, World

_LARGEST_BODY = 20 * 1024 * 1024


class Playground:
    """Telegram on this machine for one bot.

    `token` looks like Telegram's (`123:abc`); its number is the bot's id. Start it, point the bot's Bot API address at
    what `start` returns, and speak through `say` and `press` or in a browser. Use from one event loop.
    """

    def __init__(self, token: str, clock: Clock, bot_name: str, bot_username: str) -> None:
        number = token.partition(":")[0]
        self.bot = Person(int(number), bot_name, username=bot_username, is_bot=True)
        self.world = World(clock, self.bot)
        self.group = GROUP_ID
        self.channel = CHANNEL_ID
        self.private_channel = PRIVATE_CHANNEL_ID
        self.deeds = Deeds(self.world)
        self._talk = Talk(self.world)
        self._application = web.Application(client_max_size=_LARGEST_BODY)
        BotApi(self.world, token).add_routes(self._application)
        PageServer(self.world, self._talk, self.deeds).add_routes(self._application)
        self._runner: web.AppRunner | None = None

    @property
    def people(self) -> tuple[Person, ...]:
        """Who can be spoken as: the owner first."""
        return EVERYONE

    @property
    def events(self) -> EventStream:
        """What happens, as it happens."""
        return self.world.events

    @property
    def faults(self) -> Faults:
        """What the server is told to do wrong."""
        return self.world.faults

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen; port 0 takes a free one. Returns the root address (`http://127.0.0.1:8765`).

        Raises `PortInUseError`.
        """
        runner = web.AppRunner(self._application, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            await runner.cleanup()
            if error.errno == errno.EADDRINUSE:
                raise PortInUseError(port=port, option="--port") from None
            raise
        self._runner = runner
        return f"http://{host}:{runner.addresses[0][1]}"

    async def stop(self) -> None:
        """End waiting polls and pages, then stop listening. Harmless when not started."""
        runner, self._runner = self._runner, None
        await self.world.webhook.stop()
        self.world.updates.end_waiting()
        self.world.events.close()
        if runner:
            await runner.cleanup()

    def say(self, person: Person, chat: int, text: str, reply_to: int | None = None) -> Message:
        """`person` sends a text to a chat (their own id for their chat with the bot, or `group`). See `Talk.say`."""
        return self._talk.say(person, chat, text, reply_to)

    def say_document(self, person: Person, chat: int, name: str, content: bytes, caption: str = "") -> Message:
        """`person` sends a file. See `Talk.say_document`."""
        return self._talk.say_document(person, chat, name, content, caption)

    async def press(
        self, person: Person, chat: int, message_id: int, data: str, timeout_seconds: float = ANSWER_SECONDS
    ) -> CallbackAnswer | None:
        """`person` presses a button; what the bot answered. See `Talk.press`."""
        return await self._talk.press(person, chat, message_id, data, timeout_seconds)

    def vote(self, person: Person, chat: int, message_id: int, option: int) -> Message:
        """`person` answers a poll. See `Talk.vote`."""
        return self._talk.vote(person, chat, message_id, option)

    def messages(self, chat: int) -> list[Message]:
        """What stands in a chat now, oldest first."""
        return list(self.world.chats[chat].messages.values())

    async def ask(self, person: Person, chat: int, text: str, timeout_seconds: float = 5.0) -> Message:
        """Say something and wait for the bot's next message in that chat. Raises `TimeoutError`."""
        return await self._answer(chat, lambda: self.say(person, chat, text), timeout_seconds)

    async def ask_document(
        self, person: Person, chat: int, name: str, content: bytes, timeout_seconds: float = 5.0
    ) -> Message:
        """Send a file and wait for the bot's next message in that chat. Raises `TimeoutError`."""
        return await self._answer(chat, lambda: self.say_document(person, chat, name, content), timeout_seconds)

    async def answer_to(self, chat: int, deed: Callable[[], object], timeout_seconds: float = 5.0) -> Message:
        """Do something and wait for the bot's next message in that chat. Raises `TimeoutError`."""
        return await self._answer(chat, deed, timeout_seconds)

    async def _answer(self, chat: int, say: Callable[[], object], timeout_seconds: float) -> Message:
        with self.events.listen() as listener:
            say()
            async with asyncio.timeout(timeout_seconds):
                async for event in listener:
                    if event["type"] == "message" and event["chat"] == chat:
                        message = self.world.chats[chat].messages[event["message"]["message_id"]]
                        if message.sender.is_bot:
                            return message
        raise TimeoutError(f"the playground stopped before the bot answered in chat {chat}")
