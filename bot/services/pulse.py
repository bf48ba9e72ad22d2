"""When the Bot API answered the poller for the last time."""

from __future__ import annotations

import time
from collections.abc import Callable

# A poll is held half a minute, and tried again after half a minute at most.
_LATE_SECONDS = 90.0


class Pulse:
    """`monotonic` gives seconds."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._last: float | None = None

    def beat(self) -> None:
        """It answered now."""
        self._last = self._monotonic()

    @property
    def is_known(self) -> bool:
        """Whether it ever answered."""
        return self._last is not None

    @property
    def is_late(self) -> bool:
        """Whether it answered once, and not for a long while."""
        return self._last is not None and self._monotonic() - self._last > _LATE_SECONDS
