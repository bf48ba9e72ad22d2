"""What readers report as missing or wrong, kept for admins: a list of reports, and the file it is kept in."""

from __future__ import annotations

import contextlib
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Protocol

import orjson

from bot.language import Language
from bot.messages.gaps import Report, ReportKind

log = logging.getLogger(__name__)

# The oldest are dropped first; a file of some hundred kilobytes at most.
LIMIT = 500
FILE_NAME = "reports.jsonl"


class GapReports(Protocol):
    """Where reports are kept. The methods may take a while: call them in a thread. Not for several at a time."""

    def add(self, report: Report) -> None:
        """Keep `report`; one that is there already counts once more and becomes the newest. Raises `OSError`."""
        ...

    def newest(self) -> Sequence[Report]:
        """Every report, the newest first."""
        ...

    def clear(self, last: str) -> bool:
        """Forget the report of this id and all that are older; False if it is not there. Raises `OSError`."""
        ...


class FileGapReports:
    """Reports in a JSON-lines file, the oldest first, written anew as a whole and put in place at once.

    A line that cannot be read is passed over and told to the log. Nothing is written before the first report.
    """

    def __init__(self, path: Path, limit: int = LIMIT) -> None:
        self._path = path
        self._limit = limit
        self._reports = _read(path)

    def add(self, report: Report) -> None:
        """See `GapReports`."""
        known = next((each for each in self._reports if each.id == report.id), None)
        others = [each for each in self._reports if each is not known]
        counted = replace(report, count=known.count + 1) if known else report
        self._put([*others, counted][-self._limit :])

    def newest(self) -> Sequence[Report]:
        """See `GapReports`."""
        return tuple(reversed(self._reports))

    def clear(self, last: str) -> bool:
        """See `GapReports`."""
        place = next((n for n, each in enumerate(self._reports) if each.id == last), None)
        if place is None:
            return False
        self._put(self._reports[place + 1 :])
        return True

    def _put(self, reports: list[Report]) -> None:
        _write(self._path, reports)
        self._reports = reports


def _read(path: Path) -> list[Report]:
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        log.warning("What readers reported before cannot be read: %s", error)
        return []
    found = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_report(orjson.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError):
            log.warning("%s:%d cannot be read and is passed over", path, number)
    return found


def _report(data: dict[str, str]) -> Report:
    return Report(
        ReportKind(data["kind"]),
        str(data["question"]),
        str(data["said"]),
        Language(data["language"]),
        date.fromisoformat(data["day"]),
        max(1, int(data["count"])),
    )


def _write(path: Path, reports: Sequence[Report]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.new")
    try:
        with beside.open("wb") as stream:
            for report in reports:
                stream.write(orjson.dumps(asdict(report), option=orjson.OPT_APPEND_NEWLINE))
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
