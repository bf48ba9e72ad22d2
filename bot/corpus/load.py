"""A folder of seeds to a corpus; only what changed is read again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

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


class Wanted(NamedTuple):
    """A file to be read, by its path in the folder. Content of the hash `known` was read before."""

    path: str
    known: bytes | None = None


# What a file gave, no article where its content was known; or why it cannot be read.
Read = tuple[Stamp, Article | None] | Problem
ReadFiles = Callable[[Path, Sequence[Wanted]], Iterable[tuple[str, Read]]]


def read_file(directory: Path, wanted: Wanted) -> Read:
    """Read one file, which may have gone since it was listed."""
    path = directory / wanted.path
    try:
        modified = path.stat().st_mtime_ns
        content = path.read_bytes()
    except OSError as error:
        return Problem(wanted.path, 1, Severity.ERROR, "unreadable", {"reason": error.strerror or str(error)})
    stamp = Stamp(len(content), modified, hashlib.sha256(content).digest())
    return stamp, None if stamp.digest == wanted.known else read_article(wanted.path, content)


def read_files(directory: Path, wanted: Sequence[Wanted]) -> Iterator[tuple[str, Read]]:
    """Read one file after the other."""
    return ((each.path, read_file(directory, each)) for each in wanted)


def load(
    directory: Path,
    previous: Corpus | None = None,
    progress: Callable[[int, int], None] | None = None,
    read: ReadFiles = read_files,
) -> Corpus:
    """Read every `.md` and `.txt` file below `directory`, hidden files and folders left out.

    `progress` is told how many of how many files are read; `read` reads those that changed, in any order. Raises
    `SeedsError` when the folder is missing, unreadable, or holds no such file. A file that cannot be read is a problem;
    the others load.
    """
    before = previous.files if previous else {}
    found = list(_seed_files(directory))
    given: dict[str, tuple[Stamp, Article]] = {}
    wanted: list[Wanted] = []
    for relative, entry in found:
        known = before.get(relative)
        if known and _is_unchanged(entry, known[0]):
            given[relative] = known
        else:
            wanted.append(Wanted(relative, known[0].digest if known else None))
    problems: list[Problem] = []
    for number, (relative, result) in enumerate(read(directory, wanted), len(given) + 1):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            stamp, article = result
            given[relative] = stamp, article or before[relative][1]
        if progress:
            progress(number, len(found))
    if not found:
        raise SeedsError(path=str(directory), reason="empty")
    return _corpus({relative: given[relative] for relative, _ in found if relative in given}, problems)


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


def _is_unchanged(entry: os.DirEntry[str], stamp: Stamp) -> bool:
    try:
        status = entry.stat()
    except OSError:
        return False  # reading it will tell
    return (stamp.size, stamp.modified_ns) == (status.st_size, status.st_mtime_ns)


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
