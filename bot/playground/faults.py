"""What a test lets go wrong: refusals, gateways, cut connections, slowness, a group that became a supergroup."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from bot.playground.chat import Chat
from bot.playground.refusal import RefusalError

_GATEWAYS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}
_BLOCKED = "Forbidden: bot was blocked by the user"


class CutConnectionError(Exception):
    """The connection ends without an answer."""


class Cut(StrEnum):
    """When the connection ends: the call was not carried out, or it was."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True)
class Fault:
    """One way to fail: `refusal` instead of the call, or a cut; `delay_seconds` before it is carried out.

    It counts for calls of `method` (lower case) to `chat` (None: any), so many `times`.
    """

    refusal: RefusalError | None = None
    cut: Cut | None = None
    delay_seconds: float = 0.0
    method: str = "sendmessage"
    chat: int | None = None
    times: int = 1


def flood(seconds: int) -> RefusalError:
    """429."""
    return RefusalError(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def blocked() -> RefusalError:
    """403, as from a person who blocked the bot."""
    return RefusalError(403, _BLOCKED)


def server_error(status: int) -> RefusalError:
    """500, 502, 503 or 504."""
    return RefusalError(status, _GATEWAYS[status])


class Faults:
    """The faults that wait for their calls, the first told first."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._migrated: dict[int, int] = {}

    def add(self, fault: Fault) -> None:
        """Let calls fail in this way too."""
        self._waiting.append(fault)

    def migrate(self, chats: MutableMapping[int, Chat], old: int, new: int) -> None:
        """The group `old` is the supergroup `new` from now on; calls for the old number are told so."""
        chat = chats.pop(old)
        chat.id, chat.type = new, "supergroup"
        chat.messages.clear()  # a supergroup counts its messages anew
        chats[new] = chat
        self._migrated[old] = new

    @asynccontextmanager
    async def around(self, method: str, chat: int) -> AsyncIterator[None]:
        """Run a call with the fault that waits for it, if one does."""
        if chat in self._migrated:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusalError(400, reason, {"migrate_to_chat_id": self._migrated[chat]})
        fault = self._take(method, chat)
        if fault is None:
            yield
            return
        await asyncio.sleep(fault.delay_seconds)
        if fault.refusal:
            raise fault.refusal
        if fault.cut is Cut.BEFORE:
            raise CutConnectionError
        yield
        if fault.cut is Cut.AFTER:
            raise CutConnectionError

    def _take(self, method: str, chat: int) -> Fault | None:
        for fault in self._waiting:
            if fault.method == method and fault.chat in (None, chat):
                fault.times -= 1
                if not fault.times:
                    self._waiting.remove(fault)
                return fault
        return None
