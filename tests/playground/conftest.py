from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.playground.playground import Playground

TOKEN = "900100:playground-test-token"


class FakeClock:
    """A clock that moves only when told."""

    def __init__(self) -> None:
        self.present = datetime(2025, 3, 1, 9, 30, tzinfo=UTC)

    def now(self) -> datetime:
        return self.present

    def advance(self, **by: float) -> None:
        self.present += timedelta(**by)


class Caller:
    """Calls Bot API methods over HTTP with bare aiohttp."""

    def __init__(self, session: aiohttp.ClientSession, address: str) -> None:
        self.session = session
        self.address = address

    async def answer(self, method: str, parameters: Mapping[str, object], token: str = TOKEN) -> dict[str, Any]:
        """The whole answer; its HTTP status must be its error code."""
        async with self.session.post(f"{self.address}/bot{token}/{method}", json=parameters) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
            assert answer["ok"] is (response.status == 200)
            return answer

    async def call(self, method: str, **parameters: object) -> Any:
        answer = await self.answer(method, parameters)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **parameters: object) -> str:
        answer = await self.answer(method, parameters)
        assert not answer["ok"], answer
        return str(answer["description"])


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def playground(clock: FakeClock) -> AsyncIterator[Playground]:
    playground = Playground(TOKEN, clock, "知识机器人", "knowledge_demo_bot")
    yield playground
    await playground.stop()


@pytest.fixture
async def address(playground: Playground) -> str:
    return await playground.start()


@pytest.fixture
async def api(address: str) -> AsyncIterator[Caller]:
    async with aiohttp.ClientSession() as session:
        yield Caller(session, address)


@pytest.fixture
def chat(playground: Playground) -> int:
    """The owner's chat with the bot, started, its first update fetched."""
    owner = playground.people[0]
    playground.say(owner, owner.id, "/start")
    playground.world.updates.clear()
    return owner.id
