"""A progress bar for long work, on stderr and only where a person looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

# With so few articles it is over before anybody looks.
MOST_WITHOUT = 200


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many of how many are done; a bar for each piece of work, one below the other."""
    with ExitStack() as stack:
        bar = None

        def show(done: int, total: int) -> None:
            nonlocal bar
            if total <= MOST_WITHOUT or not sys.stderr.isatty():
                return
            if bar is None:
                bar = stack.enter_context(click.progressbar(length=total, file=sys.stderr))
            bar.update(done - bar.pos)
            if done == total:
                stack.close()
                bar = None

        yield show
