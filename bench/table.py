"""One row of the result: a figure and what it is measured against."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`rate` is ours, `baseline` the other's, both in `unit`s a second; `aim` the wanted ratio, None without one."""

    name: str
    unit: str
    rate: float
    against: str
    baseline: float
    aim: float | None = None

    @property
    def ratio(self) -> float:
        """Ours over theirs."""
        return self.rate / self.baseline


def median(rates: Sequence[float]) -> float:
    """The middle of several runs, which a moment's disturbance does not move."""
    return statistics.median(rates)


def show(rows: Sequence[Row]) -> str:
    """A plain text table."""
    head = ("", "ours a second", "against", "theirs a second", "ratio", "aim")
    body = [
        (
            f"{row.name} ({row.unit})",
            f"{row.rate:,.0f}",
            row.against,
            f"{row.baseline:,.0f}",
            f"{row.ratio:.3f}" if row.ratio < 0.1 else f"{row.ratio:.2f}",
            "" if row.aim is None else f"≥ {row.aim:g}",
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in (head, *body)]
    return "\n".join(line.rstrip() for line in lines)
