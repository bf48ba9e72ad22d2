"""The demo as a process: its page's own calls, its clock moved, posts that appear."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp

from bot.playground.people import OWNER
from tests.test_app import started


async def test_posts_of_a_week_appear_as_the_clock_is_moved() -> None:
    async with started("demo", "--port", "0", "--no-browser") as program:
        address = (await program.says(r"http://[\d.]+:\d+")).group()
        await program.says("Listening")
        async with aiohttp.ClientSession(f"{address}/playground/api/") as session:

            async def post(path: str, **values: Any) -> Any:
                async with session.post(path, json={"person": OWNER.id, **values}) as response:
                    assert response.status == 200, await response.text()
                    return await response.json()

            async def texts() -> list[str]:
                query = {"person": OWNER.id, "chat": OWNER.id}
                async with session.get("messages", params=query) as response:
                    return [str(message.get("text")) for message in await response.json()]

            await post("say", chat=OWNER.id, text="/subscribe 每日 09:00")
            async with asyncio.timeout(10):
                while "订阅好了" not in (await texts())[-1]:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            before = len(await texts())
            moved = await post("clock", minutes=3 * 24 * 60)
            posts = (await texts())[before:]
            assert len(posts) == 3
            assert len(set(posts)) == 3
            assert all(each.startswith("每日涨知识") for each in posts)
            async with session.get("state") as response:
                state = await response.json()
            assert state["movable"] is True
            assert abs(state["now"] - moved["now"]) < 30
        program.process.terminate()
        assert await program.ends() == 0
