"""One task for many things, on every core.

Children are forked where that is safe. A process with other threads is not (a lock that one of them holds would stay
locked in the child), nor is one without fork: there the children begin anew, which takes each some half a second.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import TypeVar

from bot.knowledge.packing import packed

# For fewer things the children would cost more than they save.
_FEWEST = 300
_AT_ONCE = 20
# How far children of a process that serves somebody meanwhile give way to it.
_NICENESS = 10

J = TypeVar("J")
R = TypeVar("R")


def on_every_core(task: Callable[[J], R], things: Sequence[J], *, serving: bool = False) -> Iterator[R]:
    """What `task` makes of each of `things`, in no order. Task, things and results are to be pickled.

    `serving`: this process has something to do meanwhile that must not wait.
    """
    left = dict(enumerate(things))
    children = _children(len(things))
    if children > 1:
        for index, result in _by_children(task, things, children, serving):
            del left[index]
            yield result
    for thing in left.values():  # all of them, or those of a child that died
        yield task(thing)


def _children(things: int) -> int:
    """How many processes shall work on so many things; 1 for this one alone."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores if things >= _FEWEST and not multiprocessing.current_process().daemon else 1


def _may_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1 and len(os.listdir("/proc/self/task")) == 1


def _by_children(task: Callable[[J], R], things: Sequence[J], children: int, serving: bool) -> Iterator[tuple[int, R]]:
    """Each result with the place of its thing; those of a child that died are missing."""
    context = multiprocessing.get_context("fork") if _may_fork() else multiprocessing.get_context("spawn")
    processes, pipes = [], []
    for first in range(children):
        receiver, sender = context.Pipe(duplex=False)
        share = list(enumerate(things))[first::children]
        process = context.Process(target=_work, args=(task, share, sender, _NICENESS if serving else 0), daemon=True)
        process.start()
        sender.close()
        processes.append(process)
        pipes.append(receiver)
    try:
        while pipes:
            for pipe in wait(pipes):
                assert isinstance(pipe, Connection)
                try:
                    sent = pipe.recv_bytes()
                except (EOFError, OSError):  # finished, or dead
                    pipes.remove(pipe)
                    pipe.close()
                else:
                    yield from pickle.loads(sent)  # noqa: S301  (of our own child)
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _work(task: Callable[[J], R], share: Sequence[tuple[int, J]], sender: Connection, niceness: int) -> None:
    """In the child: its share of the things, some at a time."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is stopped too, and ends this
    os.nice(niceness)
    gc.disable()
    try:
        for start in range(0, len(share), _AT_ONCE):
            sender.send_bytes(packed([(index, task(thing)) for index, thing in share[start : start + _AT_ONCE]]))
    except BrokenPipeError:
        pass  # the parent is gone
    finally:
        sender.close()
