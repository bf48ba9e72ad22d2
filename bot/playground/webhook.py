"""Updates pushed to the bot: https://core.telegram.org/bots/api#setwebhook"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp
import orjson

from bot.playground.update_queue import UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (the name of a header)
_RETRY_SECONDS = 1.0
_TIMEOUT = aiohttp.ClientTimeout(total=30)


class Webhook:
    """Posts updates one by one, in order, until each is answered with 2xx; calls inside an answer are passed over."""

    def __init__(self, updates: UpdateQueue, seconds: Callable[[], int]) -> None:
        self.url = ""
        self.last_error = ""
        self.last_error_date = 0
        self._secret = ""
        self._updates = updates
        self._seconds = seconds
        self._task: asyncio.Task[None] | None = None

    def set(self, url: str, secret: str = "") -> None:
        """Push to `url` from now on; an empty one stops."""
        self.url, self._secret, self.last_error = url, secret, ""
        if self._task:
            self._task.cancel()
            self._task = None
        self._updates.end_waiting()
        if url:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def stop(self) -> None:
        """Stop pushing and wait until nothing runs."""
        task = self._task
        self.set("")
        if task:
            await asyncio.wait([task])

    async def _run(self) -> None:
        headers = {"Content-Type": "application/json"}
        if self._secret:
            headers[SECRET_HEADER] = self._secret
        async with aiohttp.ClientSession(timeout=_TIMEOUT, headers=headers) as session:
            while True:
                for update in await self._updates.take(0, 1, _TIMEOUT.total or 30):
                    if await self._post(session, orjson.dumps(update)):
                        self._updates.drop_first()
                    else:
                        await asyncio.sleep(_RETRY_SECONDS)

    async def _post(self, session: aiohttp.ClientSession, body: bytes) -> bool:
        try:
            async with session.post(self.url, data=body) as answer:
                if 200 <= answer.status < 300:
                    return True
                error = f"Wrong response from the webhook: {answer.status} {answer.reason}"
        except (aiohttp.ClientError, TimeoutError) as failure:
            error = f"Connection failed: {type(failure).__name__}"
        self.last_error, self.last_error_date = error, self._seconds()
        return False
