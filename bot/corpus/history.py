"""How the seeds were before: a small durable record, so that a reload can be undone after a restart too.

`.history/record.json` in the seeds folder says which version of each file answers now and how to go back step by step;
beside it lies the content of each version named there, under its hash. The loader does not see hidden folders.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from bot.corpus.folder import write_whole
from bot.corpus.load import Corpus

FOLDER = ".history"
# So many reloads can be undone one after the other.
MOST_STEPS = 10
_FORM = 1

# Path to the hash of the content, in hexadecimal.
Versions = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """What one generation changed: the version before of each file (None: there was none).

    `uploaded` is the file that the bot itself added for it, empty for changes by hand.
    """

    before: Mapping[str, str | None]
    uploaded: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Where we are: `versions` is what answers now, `steps` the way back, the latest last.

    `pinned`: after a rollback of changes by hand the folder holds something else than what answers.
    """

    generation: int
    versions: Versions
    steps: tuple[Step, ...] = field(default=())
    pinned: bool = False

    def advanced(self, versions: Versions, uploaded: str = "") -> Record:
        """The next generation, of other versions."""
        paths = {*self.versions, *versions}
        before = {
            path: self.versions.get(path) for path in sorted(paths) if self.versions.get(path) != versions.get(path)
        }
        steps = (*self.steps, Step(before, uploaded))[-MOST_STEPS:]
        return Record(self.generation + 1, versions, steps)

    def unchanged(self, versions: Versions) -> Record:
        """The same generation, of other versions that say the same: the folder's own."""
        return Record(self.generation, versions, self.steps)

    def undone(self, pinned: bool) -> Record:
        """The next generation, of the versions before the last step."""
        *steps, _ = self.steps
        return Record(self.generation + 1, self.versions_before, tuple(steps), pinned)

    @property
    def versions_before(self) -> Versions:
        """The versions before the last step."""
        before = self.steps[-1].before
        merged = {**self.versions, **before}
        return {path: digest for path, digest in sorted(merged.items()) if digest is not None}


def versions(corpus: Corpus) -> Versions:
    """The version of each file that was read."""
    return {path: stamp.digest.hex() for path, (stamp, _) in corpus.files.items()}


class RecordDamagedError(Exception):
    """There is a record, and it cannot be read; the text says why."""


class History:
    """The record and the versions on disk. `directory` is the seeds folder."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._folder = directory / FOLDER

    def read(self) -> Record | None:
        """The record; None when there is none. Raises `RecordDamagedError`."""
        try:
            data = orjson.loads((self._folder / "record.json").read_bytes())
            if data["form"] != _FORM:
                raise RecordDamagedError(f"it is of form {data['form']!r}")
            steps = tuple(Step(dict(step["before"]), str(step["uploaded"])) for step in data["steps"])
            return Record(int(data["generation"]), dict(data["versions"]), steps, bool(data["pinned"]))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise RecordDamagedError(f"{type(error).__name__}: {error}") from error

    def write(self, record: Record) -> None:
        """Make `record` durable, with the content of its versions; those it no longer names are dropped.

        Raises `OSError` when the folder cannot be written.
        """
        self._folder.mkdir(exist_ok=True)
        there = {entry.name for entry in os.scandir(self._folder)}
        for path, digest in record.versions.items():
            if digest not in there:
                self._store(path, digest)
        data = {
            "form": _FORM,
            "generation": record.generation,
            "versions": dict(record.versions),
            "steps": [{"before": dict(step.before), "uploaded": step.uploaded} for step in record.steps],
            "pinned": record.pinned,
        }
        write_whole(self._folder / "record.json", orjson.dumps(data, option=orjson.OPT_INDENT_2))
        named = {*record.versions.values(), *_digests(record.steps), "record.json"}
        for name in there - named:
            (self._folder / name).unlink(missing_ok=True)

    def content(self, digest: str) -> bytes | None:
        """The content of a version; None when it is not kept, or not what it was."""
        try:
            content = (self._folder / digest).read_bytes()
        except OSError:
            return None
        return content if hashlib.sha256(content).hexdigest() == digest else None

    def _store(self, path: str, digest: str) -> None:
        try:
            content = (self._directory / path).read_bytes()
        except OSError:
            return
        # The file may have changed since it was read; then this version is lost, and a rollback to it says so.
        if hashlib.sha256(content).hexdigest() == digest:
            write_whole(self._folder / digest, content, sync=False)  # its hash tells whether it is whole


def _digests(steps: Iterable[Step]) -> Iterable[str]:
    return (digest for step in steps for digest in step.before.values() if digest)
