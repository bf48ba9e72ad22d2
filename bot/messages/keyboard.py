"""Rows of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.messages.callback import Press, encode
from bot.messages.message import Button

Keyboard = tuple[tuple[Button, ...], ...]


def button(label: str, press: Press) -> Button | None:
    """A button for `press`; None when its data would not fit."""
    data = encode(press)
    return Button(label, data=data) if data else None


def row(*buttons: Button | None) -> Keyboard:
    """One row of the buttons there are; no row without any."""
    there = tuple(one for one in buttons if one)
    return (there,) if there else ()


def grid(buttons: Sequence[Button | None], width: int) -> Keyboard:
    """The buttons there are, `width` in a row."""
    there = [one for one in buttons if one]
    return tuple(tuple(there[start : start + width]) for start in range(0, len(there), width))


def pages(page: int, count: int, press: Callable[[int], Press]) -> Keyboard:
    """`◀ 1/3` and `3/3 ▶` beside page 2 of 3; no row for a single page."""
    before = button(f"◀ {page - 1}/{count}", press(page - 1)) if page > 1 else None
    after = button(f"{page + 1}/{count} ▶", press(page + 1)) if page < count else None
    return row(before, after)
