"""Writing into the seeds folder: whole or not at all, never over an article, and nothing is ever deleted."""

from __future__ import annotations

import os
from pathlib import Path

REMOVED = ".removed"


def write_whole(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Write a file so that it is there whole or not at all; with `sync` also after a power cut. Raises `OSError`."""
    part = _part(path)
    try:
        _fill(part, content, sync)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def put_new(directory: Path, name: str, content: bytes) -> None:
    """Write a new article. Raises `FileExistsError` when there is a file of that name, and other `OSError`s."""
    target = directory / name
    part = _part(target)
    try:
        _fill(part, content, sync=True)
        _give_name(part, target)
    finally:
        part.unlink(missing_ok=True)


def take_away(directory: Path, name: str) -> str:
    """Move an article out of the loader's sight; its new place, "" when it is not there. Raises `OSError`."""
    source = directory / name
    if not source.is_file():
        return ""
    folder = directory / REMOVED
    folder.mkdir(exist_ok=True)
    target, number = folder / source.name, 1
    while target.exists():
        number += 1
        target = folder / f"{source.stem}-{number}{source.suffix}"
    source.replace(target)
    return f"{REMOVED}/{target.name}"


def _part(path: Path) -> Path:
    # Hidden, so that the loader does not see half a file.
    return path.with_name(f".{path.name}.part")


def _fill(path: Path, content: bytes, sync: bool) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        if sync:
            stream.flush()
            os.fsync(stream.fileno())


def _give_name(part: Path, target: Path) -> None:
    """Rename, but not over another file."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        part.rename(target)
