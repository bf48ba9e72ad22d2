"""Long work of the processor beside an event loop that goes on answering.

A thread, not a process: what is built is millions of small objects, and handing those over costs the event loop more
than building them beside it. Measured with `python -m bench reload`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

# How long the thread may keep the interpreter while the event loop wants it (Python's own: 5 ms). An answer takes it
# back several times: after every wait for the network.
_SWITCH_SECONDS = 0.0005
# Young objects are still collected; a full collection looks at every object there is, and everything waits for it.
_NO_FULL_COLLECTION = 1_000_000

T = TypeVar("T")


class Background:
    """Does one piece of work after the other, each in a thread of its own. Use from one event loop."""

    def __init__(self) -> None:
        self._turn = threading.Lock()

    async def do(self, work: Callable[[], T]) -> T:
        """The result of `work`, or its exception.

        The thread is a daemon: a stop of the program does not wait for it, so `work` leaves nothing half done on disk.
        """
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()

        def run() -> None:
            try:
                with self._turn, _yielding():
                    result = work()
            except BaseException as error:
                _tell(loop, done, partial(done.set_exception, error))
            else:
                _tell(loop, done, partial(done.set_result, result))

        threading.Thread(target=run, name="background", daemon=True).start()
        return await done


def settle() -> None:
    """What is there stays: later full collections need not look at it.

    To be called when a snapshot was taken, not oftener: circles that are garbage by now stay for ever. A snapshot has
    none, so that counting references frees it all the same.
    """
    gc.freeze()


def _tell(loop: asyncio.AbstractEventLoop, done: asyncio.Future[T], finish: Callable[[], object]) -> None:
    """Settle `done` on its loop, unless nobody waits any more."""
    with contextlib.suppress(RuntimeError):  # the loop is closed: the program ends
        loop.call_soon_threadsafe(lambda: None if done.done() else finish())


@contextlib.contextmanager
def _yielding() -> Iterator[None]:
    interval, thresholds = sys.getswitchinterval(), gc.get_threshold()
    sys.setswitchinterval(_SWITCH_SECONDS)
    gc.set_threshold(thresholds[0], thresholds[1], _NO_FULL_COLLECTION)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
        sys.setswitchinterval(interval)
