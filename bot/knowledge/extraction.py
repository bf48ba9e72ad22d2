"""What each document says by itself; of many documents on every core, where that is safe.

Forked children see the documents without a copy and hand back facts alone, which are few. A process with other threads
is not forked (a lock that one of them holds would stay locked in the child): there, and without fork, one core works.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait

from bot.config import Config
from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity
from bot.facts.extract import Extractor
from bot.facts.fact import Fact, GlossaryItem
from bot.facts.glossary import glossary
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Finds

log = logging.getLogger(__name__)

# Told how many of how many are done.
Progress = Callable[[int, int], None]

# Of fewer documents the children would cost more than they save.
_FEWEST = 200
_AT_ONCE = 20

_Said = tuple[tuple[Fact, ...], tuple[GlossaryItem, ...], Problem | None]
_Extract = Callable[[Document], _Said]


def extracted(
    documents: Sequence[Document], config: Config, vocabulary: Vocabulary, progress: Progress | None = None
) -> list[Finds]:
    """What each of `documents` says, in their order."""
    extractor = Extractor(config.series, vocabulary)

    def extract(document: Document) -> _Said:
        return _read(document, extractor, config.glossary_headings)

    said: dict[int, _Said] = {}

    def done(some: dict[int, _Said]) -> None:
        said.update(some)
        if progress:
            progress(len(said), len(documents))

    children = _children(len(documents))
    if children > 1:
        _forked(documents, extract, children, done)
    for index, document in enumerate(documents):  # all of them, or those of a child that died
        if index not in said:
            done({index: extract(document)})
    return [Finds(document, *said[index]) for index, document in enumerate(documents)]


def _read(document: Document, extractor: Extractor, headings: Sequence[str]) -> _Said:
    """An error of ours in one article must not cost the others: it is a problem of that article, with its trace logged."""
    try:
        return extractor.facts(document), tuple(glossary(document, headings)), None
    except Exception as error:
        log.exception("Reading %s for facts failed.", document.path)
        reason = {"reason": type(error).__name__}
        return (), (), Problem(document.path, 1, Severity.ERROR, "not_understood", reason)


def _children(documents: int) -> int:
    """How many processes shall work on so many documents; 1 for this one alone."""
    alone = threading.active_count() == 1 and sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1
    return len(os.sched_getaffinity(0)) if alone and documents >= _FEWEST else 1


def _forked(
    documents: Sequence[Document], extract: _Extract, children: int, done: Callable[[dict[int, _Said]], None]
) -> None:
    """Call `done` with what each child found, by the documents' places."""
    context = multiprocessing.get_context("fork")
    processes, pipes = [], []
    for first in range(children):
        receiver, sender = context.Pipe(duplex=False)
        share = range(first, len(documents), children)
        process = context.Process(target=_work, args=(documents, share, extract, sender), daemon=True)
        process.start()
        sender.close()
        processes.append(process)
        pipes.append(receiver)
    try:
        while pipes:
            for pipe in wait(pipes):
                assert isinstance(pipe, Connection)
                try:
                    done(pipe.recv())
                except (EOFError, OSError):  # finished, or dead: what it leaves is done here
                    pipes.remove(pipe)
                    pipe.close()
    finally:
        for process in processes:
            process.terminate()
            process.join()


def _work(documents: Sequence[Document], share: Sequence[int], extract: _Extract, sender: Connection) -> None:
    """In the child: its share of the documents, some at a time."""
    gc.disable()
    try:
        for start in range(0, len(share), _AT_ONCE):
            sender.send({index: extract(documents[index]) for index in share[start : start + _AT_ONCE]})
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # the parent was stopped too, and says so
    finally:
        sender.close()
