"""Waking services by the clock."""

from __future__ import annotations

import asyncio
import logging

import pytest

from bot.ticker import Ticker


async def test_it_wakes_again_and_again_never_twice_at_once_and_stops(caplog: pytest.LogCaptureFixture) -> None:
    woken, at_once, most = 0, 0, 0
    enough = asyncio.Event()

    async def wake() -> None:
        nonlocal woken, at_once, most
        woken, at_once = woken + 1, at_once + 1
        most = max(most, at_once)
        await asyncio.sleep(0.05)  # longer than the interval
        at_once -= 1
        if woken == 1:
            raise ValueError("a fault in a service")
        if woken >= 3:
            enough.set()

    with caplog.at_level(logging.ERROR, logger="apscheduler"):
        async with Ticker({"wake": (0.02, wake)}):
            async with asyncio.timeout(5):
                await enough.wait()
    assert most == 1
    assert "a fault in a service" in caplog.text
    stopped = woken
    await asyncio.sleep(0.2)
    assert woken == stopped


async def test_nothing_to_wake_is_nothing_to_do() -> None:
    async with Ticker({}):
        pass
