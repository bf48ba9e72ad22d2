"""A Bot API server that does next to nothing, in its own process: `python -m bench.stub [milliseconds]` prints its port.

It answers after so long, and when stdin closes it prints how many requests came, and how many at most within one second.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import cast

import uvloop

ANSWER = (
    b'{"ok":true,"result":{"message_id":7,"date":1700000000,"from":{"id":1,"is_bot":true,"first_name":"Bot","username":'
    b'"wuzhen_bot"},"chat":{"id":5,"type":"private","first_name":"Lin"},"text":"2024"}}'
)
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(ANSWER), ANSWER)


class Stub(asyncio.Protocol):
    """Answers every request the same. Not aiohttp: the server must cost less than what is measured."""

    def __init__(self, seconds: float, came: list[float]) -> None:
        self._seconds = seconds
        self._came = came
        self._loop = asyncio.get_running_loop()
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's are no subclasses

    def data_received(self, data: bytes) -> None:
        """Answer each request that is complete."""
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            length = int(head.split(b"content-length:", 1)[1].split(b"\r\n", 1)[0]) if b"content-length:" in head else 0
            if len(self._buffer) < end + 4 + length:
                return
            self._buffer = self._buffer[end + 4 + length :]
            self._came.append(time.monotonic())
            if self._seconds:
                self._loop.call_later(self._seconds, self._answer)
            else:
                self._answer()

    def _answer(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(RESPONSE)


def most_in_a_second(moments: list[float]) -> int:
    """How many of ascending moments lie within one second at most."""
    most = first = 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1.0:
            first += 1
        most = max(most, last - first + 1)
    return most


async def main() -> None:
    """Serve until stdin closes."""
    loop = asyncio.get_running_loop()
    seconds = float(sys.argv[1]) / 1000 if len(sys.argv) > 1 else 0.0
    came: list[float] = []
    server = await loop.create_server(lambda: Stub(seconds, came), "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    print(len(came), most_in_a_second(came), flush=True)


if __name__ == "__main__":
    uvloop.run(main())
