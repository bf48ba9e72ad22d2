"""Whether this process can do its work, and if not, why."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import DatabaseError
from bot.services.delivering import Delivering
from bot.services.leading import Leading
from bot.services.pulse import Pulse
from bot.services.reloading import Reloading
from bot.storage.database import Database, StorageError, reason

_DATABASE_SECONDS = 2.0


class Poller(StrEnum):
    """What this process does about updates."""

    RECEIVING = "receiving"
    STANDBY = "standby"  # another process receives them
    STARTING = "starting"  # the Bot API has not answered yet
    UNREACHABLE = "unreachable"  # the Bot API answers no more


@dataclass(frozen=True, slots=True)
class Health:
    """`reasons` are codes of what is wrong, empty when all is well; `generation` is the number of the articles that the database
    names, `followed` the one that this process knows (None: not asked yet)."""

    reasons: tuple[str, ...]
    database: str
    articles: int
    facts: int
    generation: int | None
    followed: int | None
    poller: Poller
    sending: bool

    @property
    def is_ready(self) -> bool:
        """Whether nothing is wrong."""
        return not self.reasons


class Watching:
    """Looks at the parts of a running bot. `followed` gives the generation of the articles that this process knows."""

    def __init__(
        self,
        database: Database,
        reloading: Reloading,
        delivering: Delivering,
        leading: Leading,
        pulse: Pulse,
        followed: Callable[[], int | None],
    ) -> None:
        self._database = database
        self._reloading = reloading
        self._delivering = delivering
        self._leading = leading
        self._pulse = pulse
        self._followed = followed
        self._asking: asyncio.Task[tuple[int, Mapping[str, int]]] | None = None

    async def look(self) -> Health:
        """How it is now; two seconds at most."""
        asked = await self._asked()
        generation = None if isinstance(asked, str) else asked[0]
        followed, snapshot, poller = self._followed(), self._reloading.snapshot, self._poller
        wrong = {
            "database": isinstance(asked, str),
            "articles": not snapshot.documents,
            "generation": followed is not None and generation is not None and followed < generation,
            "poller": poller in (Poller.STARTING, Poller.UNREACHABLE),
            "sender": not self._delivering.is_sending,
        }
        return Health(
            tuple(name for name, bad in wrong.items() if bad),
            asked if isinstance(asked, str) else "ok",
            len(snapshot.documents),
            len(snapshot.facts),
            generation,
            followed,
            poller,
            self._delivering.is_sending,
        )

    async def outbox(self) -> Mapping[str, int] | None:
        """How many entries stand in each state, without those of none; None while the database cannot be asked."""
        asked = await self._asked()
        return None if isinstance(asked, str) else asked[1]

    async def _asked(self) -> tuple[int, Mapping[str, int]] | str:
        """What the database says, or why it says nothing. A question that takes long is not asked again beside itself."""
        if self._asking is None:
            self._asking = asyncio.create_task(self._ask())
        await asyncio.wait([self._asking], timeout=_DATABASE_SECONDS)
        if not self._asking.done():
            return f"no answer within {_DATABASE_SECONDS:.0f} seconds"
        done, self._asking = self._asking, None
        try:
            return done.result()
        except StorageError as error:
            return reason(error)
        except (DatabaseError, OSError) as error:
            return str(error)

    async def _ask(self) -> tuple[int, Mapping[str, int]]:
        async with self._database.work() as work:
            counts = await work.outbox.counts()
            return await work.corpus.current(), {state.value: count for state, count in counts.items()}

    @property
    def _poller(self) -> Poller:
        if self._leading.is_standby:
            return Poller.STANDBY
        if not self._pulse.is_known:
            return Poller.STARTING
        return Poller.UNREACHABLE if self._pulse.is_late else Poller.RECEIVING
