"""What happens in the playground, as it happens: for the page and for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

Event = Mapping[str, Any]
# A listener that falls this far behind is dropped; the page then loads everything anew.
BACKLOG = 1000


class Listener:
    """One reader of events. Iterating ends when the playground stops or the reader fell too far behind."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self.open = True

    def put(self, event: Event) -> None:
        """Hand over an event, or close when the backlog is full."""
        if self._queue.qsize() >= BACKLOG:
            self.close()
        elif self.open:
            self._queue.put_nowait(event)

    def close(self) -> None:
        """End the iteration."""
        self.open = False
        self._queue.put_nowait(None)

    async def until_silent(self, seconds: float) -> AsyncIterator[Event | None]:
        """Like iterating, but None for every `seconds` in which nothing happened."""
        while True:
            try:
                async with asyncio.timeout(seconds):
                    event = await self._queue.get()
            except TimeoutError:
                yield None
                continue
            if event is None:
                return
            yield event

    async def __aiter__(self) -> AsyncIterator[Event]:
        while (event := await self._queue.get()) is not None:
            yield event


class EventStream:
    """Events to every listener. Types: `message`, `edited`, `deleted`, `typing`, `profile`."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()

    def publish(self, kind: str, **values: object) -> None:
        """Tell all listeners; costs nothing when there are none."""
        for listener in tuple(self._listeners):
            listener.put({"type": kind, **values})
            if not listener.open:
                self._listeners.discard(listener)

    @property
    def heard(self) -> bool:
        """Whether anyone listens."""
        return bool(self._listeners)

    @contextmanager
    def listen(self) -> Iterator[Listener]:
        """A listener for as long as the block runs."""
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)

    def close(self) -> None:
        """End every listener."""
        for listener in tuple(self._listeners):
            listener.close()
        self._listeners.clear()
