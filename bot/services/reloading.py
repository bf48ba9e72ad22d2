"""What the bot knows, changed while it answers: read the seeds again, go back, take an article in.

A new snapshot is built beside the old one, which answers meanwhile, and takes its place only if it is sound: the folder
can be read, and at least one article in it. One article that is rejected does not hold up the others.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from bot.config import Config
from bot.corpus.article import Article
from bot.corpus.folder import put_new, take_away
from bot.corpus.history import History, Record, RecordDamagedError, Versions, versions
from bot.corpus.load import Corpus, Stamp, load, read_files, restored, stamps
from bot.corpus.problem import Problem
from bot.errors import SeedsError
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.build import build
from bot.knowledge.difference import Difference, difference, rejected
from bot.knowledge.load import collector_paused
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.understanding import Understanding
from bot.services.background import Background, settle

log = logging.getLogger(__name__)


class Refusal(StrEnum):
    """Why nothing was changed."""

    BUSY = "busy"  # another change is under way
    UNREADABLE = "unreadable"  # the folder is missing, empty or cannot be read
    NOTHING_LEFT = "nothing_left"  # not one article in it can be used
    FAILED = "failed"  # building broke down
    NO_STEP = "no_step"  # there is nothing to go back to
    RECORD_DAMAGED = "record_damaged"  # what there was to go back to at the start could not be read
    VERSION_LOST = "version_lost"  # a former version of a file was not kept
    EXISTS = "exists"  # a file of that name is there
    NOT_WRITTEN = "not_written"  # the folder cannot be written


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed. `problems` are those of the articles, `detail` a path or the system's own words."""

    refusal: Refusal
    problems: tuple[Problem, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What answers now, and how it differs from before; the same snapshot and no difference if nothing changed.

    `removed` is the uploaded file that a rollback took away (its new place), `pinned` true when the folder holds
    something else than what answers.
    """

    snapshot: Snapshot
    difference: Difference
    generation: int
    removed: str = ""
    pinned: bool = False


Outcome = Done | Refused


@dataclass(frozen=True, slots=True)
class _Known:
    corpus: Corpus
    snapshot: Snapshot
    record: Record


class Reloading:
    """Holds the snapshot of the moment. Its coroutines run on one event loop; the work is done in a thread.

    Building one reads the folder: raises `SeedsError`. With `durable` false nothing is written into the folder, and
    the way back ends with the process. `measured` is told how many seconds each change took.
    """

    def __init__(
        self,
        directory: Path,
        config: Config,
        vocabulary: Vocabulary,
        background: Background,
        *,
        durable: bool = True,
        measured: Callable[[float], None] = lambda seconds: None,
    ) -> None:
        self._directory = directory
        self._config = config
        self._vocabulary = vocabulary
        self._background = background
        self._durable = durable
        self._measured = measured
        self._history = History(directory)
        self._record_damaged = False
        self._busy = False
        self._out_of_sight = False
        self._prepare: list[Callable[[Snapshot], None]] = []
        # By hash: files of former generations, as they were read by this process.
        self._kept: dict[str, tuple[Stamp, Article]] = {}
        self._seen = self._looked = stamps(directory)  # before reading: what changes meanwhile is seen later
        with collector_paused():
            self._known = self._first()
        self._write()
        settle()

    @property
    def snapshot(self) -> Snapshot:
        """What answers now."""
        return self._known.snapshot

    @property
    def corpus(self) -> Corpus:
        """The articles of the snapshot, with the files that were left out."""
        return self._known.corpus

    @property
    def generation(self) -> int:
        """The number of the snapshot that answers, from 1; it rises with every change, also over restarts."""
        return self._known.record.generation

    def prepare_with(self, prepare: Callable[[Snapshot], None]) -> None:
        """Call `prepare` with the snapshot of now, and from the thread with each one to come before it answers."""
        prepare(self.snapshot)
        self._prepare.append(prepare)

    async def reload(self) -> Outcome:
        """Read what changed in the folder."""
        return await self._alone(self._reloaded)

    async def follow(self) -> Outcome:
        """Take over what another process on this folder made of it: what it read anew, or what it went back to."""
        return await self._alone(self._followed)

    async def rollback(self) -> Outcome:
        """Go back to the versions before the last change; a file that was uploaded for it leaves the folder."""
        return await self._alone(self._rolled_back)

    @property
    def is_busy(self) -> bool:
        """True while the articles are being read again."""
        return self._busy

    async def add(self, name: str, content: bytes) -> Outcome:
        """Write a new file into the folder, never over another, and read it."""
        return await self._alone(partial(self._added, name, content))

    async def look(self) -> Outcome | None:
        """Reload if a file changed since the last look but one; None if not, or while something else is under way.

        A change counts when two looks in a row see the same, so that no file is read while it is being written.
        """
        if self._busy:
            return None
        try:
            looked = await asyncio.to_thread(stamps, self._directory)
        except SeedsError as error:
            if not self._out_of_sight:
                log.warning("The seeds folder cannot be read; the articles known go on answering: %s", error)
            self._out_of_sight = True
            return None
        if self._out_of_sight:
            log.info("The seeds folder can be read again")
        self._out_of_sight = False
        settled, self._looked = looked == self._looked, looked
        if not settled or looked == self._seen or self._busy:
            return None
        outcome = await self.reload()
        self._seen = looked  # a file that cannot be read is seen and never loaded
        return outcome

    async def _alone(self, work: Callable[[], Outcome]) -> Outcome:
        if self._busy:
            return Refused(Refusal.BUSY)
        self._busy = True
        begun = time.monotonic()
        try:
            return await self._background.do(work)
        except SeedsError as error:
            return Refused(Refusal.UNREADABLE, detail=str(error.params["reason"]))
        except Exception:  # a fault in reading must not take away what is known
            log.exception("Building a new snapshot failed; the old one goes on answering")
            return Refused(Refusal.FAILED)
        finally:
            self._busy = False
            self._measured(time.monotonic() - begun)

    # What follows runs in the thread, one at a time.

    def _first(self) -> _Known:
        record = self._recorded()
        understanding = Understanding(self._config, self._vocabulary, indexing=True)
        corpus = load(self._directory, read=understanding.read)
        now = versions(corpus)
        if record is None:
            record = Record(1, now)
        elif record.pinned and (former := self._restored(record.versions, corpus)):
            corpus = former
        elif record.pinned or record.versions != now:
            record = record.advanced(now)
        snapshot = build(corpus, self._config, self._vocabulary, understanding=understanding)
        _warm(snapshot)
        return _Known(corpus, snapshot, record)

    def _recorded(self) -> Record | None:
        """The record of the folder; None when there is none, or it is damaged, which is told."""
        try:
            return self._history.read() if self._durable else None
        except RecordDamagedError as damage:
            self._record_damaged = True
            log.warning(
                "The record of former versions in the seeds folder is damaged and begun anew; "
                "changes made before cannot be undone: %s",
                damage,
            )
            return None

    def _reloaded(self, uploaded: str = "") -> Outcome:
        before = self._known.snapshot
        understanding = Understanding(self._config, self._vocabulary, before, indexing=True)
        corpus = self._read(understanding)
        now, record = versions(corpus), self._known.record

        def following(found: Difference) -> Record:
            # Files that are left out all the same are no step that anybody would want to take back.
            return record.advanced(now, uploaded) if uploaded or not found.is_empty else record.unchanged(now)

        snapshot = build(corpus, self._config, self._vocabulary, before, understanding)
        return self._taken(corpus, following, snapshot)

    def _followed(self) -> Outcome:
        record = self._recorded()
        if record is None or record.generation <= self._known.record.generation:
            return self._reloaded()
        theirs: Record = record
        before = self._known.snapshot
        if theirs.pinned and (former := self._restored(theirs.versions, self._known.corpus)):
            return self._taken(former, lambda _: theirs, build(former, self._config, self._vocabulary, before))
        understanding = Understanding(self._config, self._vocabulary, before, indexing=True)
        corpus = self._read(understanding)
        snapshot = build(corpus, self._config, self._vocabulary, before, understanding)
        # The folder may have changed once more since they read it.
        return self._taken(corpus, lambda _: theirs.unchanged(versions(corpus)), snapshot)

    def _read(self, understanding: Understanding | None = None) -> Corpus:
        """The folder as it is, and the watch set to that."""
        read = understanding.read if understanding else read_files
        corpus = load(self._directory, self._known.corpus, read=read)
        self._seen = {path: (stamp.size, stamp.modified_ns) for path, (stamp, _) in corpus.files.items()}
        return corpus

    def _rolled_back(self) -> Outcome:
        record = self._known.record
        if not record.steps:
            return Refused(Refusal.RECORD_DAMAGED if self._record_damaged else Refusal.NO_STEP)
        former = self._restored(record.versions_before, self._known.corpus)
        if former is None:
            return Refused(Refusal.VERSION_LOST)
        # Built before anything is moved: a rollback that is refused leaves the folder as it was.
        snapshot = build(former, self._config, self._vocabulary, self._known.snapshot)
        if not snapshot.documents:
            return Refused(Refusal.NOTHING_LEFT, rejected(snapshot))
        try:
            removed = take_away(self._directory, uploaded) if (uploaded := record.steps[-1].uploaded) else ""
        except OSError as error:
            return Refused(Refusal.NOT_WRITTEN, detail=error.strerror or str(error))
        pinned = self._in_folder() != record.versions_before
        done = self._taken(former, lambda _: record.undone(pinned), snapshot)
        return (
            Done(done.snapshot, done.difference, done.generation, removed, pinned) if isinstance(done, Done) else done
        )

    def _added(self, name: str, content: bytes) -> Outcome:
        try:
            put_new(self._directory, name, content)
        except FileExistsError:
            return Refused(Refusal.EXISTS, detail=name)
        except OSError as error:
            return Refused(Refusal.NOT_WRITTEN, detail=error.strerror or str(error))
        outcome: Outcome | None = None
        try:
            outcome = self._reloaded(uploaded=name)
        finally:
            if not isinstance(outcome, Done):
                take_away(self._directory, name)
        return outcome

    def _taken(self, corpus: Corpus, following: Callable[[Difference], Record], snapshot: Snapshot) -> Outcome:
        """Swap to `snapshot` of `corpus`, if it is sound; `following` is the record after that difference."""
        before = self._known
        if not snapshot.documents:
            return Refused(Refusal.NOTHING_LEFT, rejected(snapshot))
        _warm(snapshot)
        for prepare in self._prepare:
            prepare(snapshot)
        found = difference(before.snapshot, snapshot, self._vocabulary)
        for path, (stamp, article) in before.corpus.files.items():
            if (now := corpus.files.get(path)) is None or now[0].digest != stamp.digest:
                self._kept[stamp.digest.hex()] = (stamp, article)
        record = following(found)
        self._known = _Known(corpus, snapshot, record)
        if not found.is_empty:
            settle()
        self._forget()
        self._write()
        return Done(snapshot, found, record.generation, pinned=record.pinned)

    def _restored(self, wanted: Versions, corpus: Corpus) -> Corpus | None:
        """The corpus of former versions; None if the content of one is not to be had any more."""
        kept: dict[str, tuple[Stamp, Article]] = {}
        contents: dict[str, bytes] = {}
        for path, digest in wanted.items():
            now, then = corpus.files.get(path), self._kept.get(digest)
            if now and now[0].digest.hex() == digest:
                kept[path] = now
            elif then and _path(then[1]) == path:
                kept[path] = then
            elif (content := self._history.content(digest)) is not None:
                contents[path] = content
            else:
                return None
        return restored(contents, kept)

    def _in_folder(self) -> Versions:
        """What the folder holds now, by hash; nothing if it cannot be read."""
        try:
            return versions(self._read())
        except SeedsError:
            return {}

    def _forget(self) -> None:
        """Drop kept files that no step leads back to."""
        wanted = {digest for step in self._known.record.steps for digest in step.before.values()}
        for digest in self._kept.keys() - wanted:
            del self._kept[digest]

    def _write(self) -> None:
        if not self._durable:
            return
        try:
            self._history.write(self._known.record)
        except OSError as error:
            log.warning("What was before is not kept over a restart: %s", error)


def _warm(snapshot: Snapshot) -> None:
    """Make what a snapshot makes at its first use, so that it is not made on the event loop."""
    _ = snapshot.years, snapshot.passages, snapshot.by_subject


def _path(article: Article) -> str | None:
    """The path it was read at, as far as that shows."""
    if article.document:
        return article.document.path
    return article.problems[0].path if article.problems else None
