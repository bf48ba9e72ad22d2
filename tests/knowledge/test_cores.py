"""One task for many things: the same on several cores as on one, also when a child dies."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from bot.knowledge import cores
from bot.knowledge.cores import on_every_core

COUNT = 50
needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="no safe fork here")


def squared(number: int) -> tuple[int, int, int]:
    return number, number * number, os.getpid()


class Deadly:
    """Kills the child that comes to 7."""

    def __init__(self) -> None:
        self._parent = os.getpid()

    def __call__(self, number: int) -> int:
        if os.getpid() != self._parent and number == 7:
            os._exit(1)
        return number * number


@needs_fork
def test_children_do_what_one_process_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_children", lambda _: 3)
    done = sorted(on_every_core(squared, range(COUNT)))
    assert [each[:2] for each in done] == [(number, number * number) for number in range(COUNT)]
    assert len({process for *_, process in done} - {os.getpid()}) == 3


@needs_fork
def test_what_a_dead_child_leaves_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_children", lambda _: 2)
    assert sorted(on_every_core(Deadly(), range(COUNT))) == [number * number for number in range(COUNT)]


def test_a_process_with_other_threads_is_not_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_children", lambda _: 2)
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert not cores._may_fork()
        assert sorted(on_every_core(abs, range(COUNT))) == list(range(COUNT))
    finally:
        stop.set()
        other.join()


@pytest.mark.parametrize("count", [0, 1, cores._FEWEST - 1])
def test_few_things_are_done_here(count: int) -> None:
    assert cores._children(count) == 1
    assert {process for *_, process in on_every_core(squared, range(count))} <= {os.getpid()}
