"""What readers report, in its file."""

from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import orjson
import pytest

from bot.language import Language
from bot.messages.gaps import Report, ReportKind
from bot.services.gaps import FileGapReports


def report(question: str, day: int = 1, kind: ReportKind = ReportKind.GAP) -> Report:
    return Report(kind, question, "资料里没有……的记载。", Language.ZH, date(2025, 3, day))


def test_reports_are_there_again_after_a_restart_newest_first(tmp_path: Path) -> None:
    path = tmp_path / "data" / "reports.jsonl"
    kept = FileGapReports(path)
    assert not path.exists()
    for number, question in enumerate(("门票", "天气", "<b>\n换行"), 1):
        kept.add(report(question, number))
    again = FileGapReports(path)
    assert list(again.newest()) == list(kept.newest())
    assert [each.question for each in again.newest()] == ["<b>\n换行", "天气", "门票"]
    assert [file.name for file in path.parent.iterdir()] == ["reports.jsonl"]


def test_the_same_question_counts_and_becomes_the_newest(tmp_path: Path) -> None:
    kept = FileGapReports(tmp_path / "reports.jsonl")
    for question, day in (("门票", 1), ("天气", 2), ("门票", 3)):
        kept.add(report(question, day))
    kept.add(report("门票", 3, ReportKind.ERROR))
    assert [(each.kind, each.question, each.count, each.day.day) for each in kept.newest()] == [
        ("error", "门票", 1, 3),
        ("gap", "门票", 2, 3),
        ("gap", "天气", 1, 2),
    ]


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    kept = FileGapReports(tmp_path / "reports.jsonl", limit=3)
    for number in range(5):
        kept.add(report(str(number)))
    assert [each.question for each in kept.newest()] == ["4", "3", "2"]
    assert len((tmp_path / "reports.jsonl").read_bytes().splitlines()) == 3


def test_clearing_leaves_what_came_after_the_list_was_shown(tmp_path: Path) -> None:
    kept = FileGapReports(tmp_path / "reports.jsonl")
    for question in ("甲", "乙", "丙"):
        kept.add(report(question))
    assert kept.clear(report("乙").id)
    assert [each.question for each in FileGapReports(tmp_path / "reports.jsonl").newest()] == ["丙"]
    assert not kept.clear(report("乙").id)


def test_a_line_that_cannot_be_read_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "reports.jsonl"
    FileGapReports(path).add(report("门票"))
    good = path.read_bytes()
    path.write_bytes(b"{broken\n" + good + b'[]\n{"kind":"gap"}\n\xff\n')
    with caplog.at_level(logging.WARNING):
        assert [each.question for each in FileGapReports(path).newest()] == ["门票"]
    assert [record.getMessage().split(" ")[0][-2:] for record in caplog.records] == [":1", ":3", ":4", ":5"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    kept = FileGapReports(tmp_path / "reports.jsonl")
    kept.add(report("甲"))
    (tmp_path / "reports.jsonl.new").mkdir()  # where the new file would be written
    with pytest.raises(OSError):
        kept.add(report("乙"))
    assert [each.question for each in kept.newest()] == ["甲"]
    assert [each.question for each in FileGapReports(tmp_path / "reports.jsonl").newest()] == ["甲"]


def test_nothing_is_written_about_the_reader(tmp_path: Path) -> None:
    FileGapReports(tmp_path / "reports.jsonl").add(report("门票"))
    (line,) = (tmp_path / "reports.jsonl").read_bytes().splitlines()
    assert orjson.loads(line).keys() == {"kind", "question", "said", "language", "day", "count"}
