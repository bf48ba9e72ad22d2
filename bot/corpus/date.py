"""A date that may be known only to the year or the month."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """A calendar date: a year (1–9999), with a month, with a day. Impossible dates raise ValueError."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """`2022`, `2022-07` or `2022-07-12`; anything else raises ValueError."""
        match = _ISO.fullmatch(text.strip())
        if not match:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The full date of `day`."""
        return cls(day.year, day.month, day.day)

    @property
    def is_full(self) -> bool:
        """True with year, month and day."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The earliest day it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def contains(self, other: PartialDate) -> bool:
        """True if `other` may be a closer reading of this date: 2022-07 contains 2022-07-12."""
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        """ISO 8601, as exact as it is: `2022`, `2022-07`, `2022-07-12`."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text
