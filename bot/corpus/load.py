"""A folder of seeds to a corpus; only what changed is read again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.corpus.article import Article, read_article
from bot.corpus.document import Document
from bot.corpus.duplicates import without_duplicates
from bot.corpus.problem import Problem, Severity
from bot.errors import SeedsError

SUFFIXES = (".md", ".txt")


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a changed file is known: size in bytes, time of change in nanoseconds, hash of the content."""

    size: int
    modified_ns: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Corpus:
    """`documents` by path, each article once; `problems` by path and line.

    `files` is what each file gave and its stamp: the next `load` takes unchanged files from there.
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, tuple[Stamp, Article]] = field(default_factory=dict, repr=False, compare=False)


def load(directory: Path, previous: Corpus | None = None, progress: Callable[[int, int], None] | None = None) -> Corpus:
    """Read every `.md` and `.txt` file below `directory`, hidden files and folders left out.

    `progress` is told how many of how many files are read. Raises `SeedsError` when the folder is missing, unreadable,
    or holds no such file. A file that cannot be read is a problem; the others load.
    """
    before = previous.files if previous else {}
    files: dict[str, tuple[Stamp, Article]] = {}
    problems: list[Problem] = []
    found = list(_seed_files(directory))
    for number, (relative, entry) in enumerate(found, 1):
        try:
            files[relative] = _read(relative, entry, before.get(relative))
        except OSError as error:
            params = {"reason": error.strerror or str(error)}
            problems.append(Problem(relative, 1, Severity.ERROR, "unreadable", params))
        if progress:
            progress(number, len(found))
    if not files and not problems:
        raise SeedsError(path=str(directory), reason="empty")
    return _corpus(files, problems)


def restored(contents: Mapping[str, bytes], kept: Mapping[str, tuple[Stamp, Article]]) -> Corpus:
    """The corpus of files as they were: by path the content of some, what others gave already."""
    files = dict(kept)
    for relative, content in contents.items():
        # No time of change: a `load` on top of this reads the file anew.
        files[relative] = (Stamp(len(content), 0, hashlib.sha256(content).digest()), read_article(relative, content))
    return _corpus(dict(sorted(files.items())), [])


def stamps(directory: Path) -> Mapping[str, tuple[int, int]]:
    """Size in bytes and time of change in nanoseconds of each seed file, by path. Raises `SeedsError` as `load`."""
    found = {}
    for relative, entry in _seed_files(directory):
        with contextlib.suppress(OSError):  # gone since it was listed
            status = entry.stat()
            found[relative] = (status.st_size, status.st_mtime_ns)
    return found


def _corpus(files: Mapping[str, tuple[Stamp, Article]], problems: list[Problem]) -> Corpus:
    documents, copies = without_duplicates(article for _, article in files.values())
    problems.extend(problem for _, article in files.values() for problem in article.problems)
    problems.extend(copies)
    return Corpus(documents, tuple(sorted(problems, key=lambda p: (p.path, p.line, p.code))), files)


def _read(relative: str, entry: os.DirEntry[str], before: tuple[Stamp, Article] | None) -> tuple[Stamp, Article]:
    status = entry.stat()
    if before and (before[0].size, before[0].modified_ns) == (status.st_size, status.st_mtime_ns):
        return before
    content = Path(entry.path).read_bytes()
    stamp = Stamp(len(content), status.st_mtime_ns, hashlib.sha256(content).digest())
    if before and before[0].digest == stamp.digest:
        return stamp, before[1]
    return stamp, read_article(relative, content)


def _leads_nowhere(entry: os.DirEntry[str]) -> bool:
    """A link to a file that is gone: somebody meant an article, so it is told of and not passed over."""
    return entry.is_symlink() and not os.path.exists(entry.path)


def _seed_files(directory: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Seed files with their path relative to `directory`, sorted."""
    found: list[tuple[str, os.DirEntry[str]]] = []
    folders = [(str(directory), "")]
    while folders:
        folder, prefix = folders.pop()
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    relative = prefix + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        folders.append((entry.path, relative + "/"))
                    elif entry.name.lower().endswith(SUFFIXES) and (entry.is_file() or _leads_nowhere(entry)):
                        found.append((relative, entry))
        except FileNotFoundError:
            if not prefix:
                raise SeedsError(path=str(directory), reason="missing") from None
        except OSError:
            if not prefix:
                raise SeedsError(path=str(directory), reason="unreadable") from None
    return iter(sorted(found))
