"""The time, passed in: nothing else in the project asks the system for it."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Where the present comes from."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present, aware, in UTC."""
        return datetime.now(UTC)


def today(clock: Clock, zone: tzinfo) -> date:
    """The calendar date at `zone` now."""
    return clock.now().astimezone(zone).date()
