"""`export`: what is known, as data."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from icalendar import Calendar

from bot.commands.export import TABLES, command
from bot.errors import SeedsError, UsageError
from tests.commands.articles import REPORT, RIVAL, write


def run(*arguments: str) -> str:
    done = CliRunner().invoke(command, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def exported(what: str, seeds: Path) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads(run(what, "--seeds", str(seeds)))
    return records


def test_a_fact_has_its_value_and_every_source(tmp_path: Path) -> None:
    facts = exported("facts", write(tmp_path, report=REPORT))
    (days,) = [fact for fact in facts if (fact["subject"], fact["predicate"]) == ("summit:2031", "start_date")]
    assert (days["value"], days["basis"], days["preferred"], days["role"]) == ("2031-11-05", "stated", True, None)
    assert days["sources"] == [
        {
            "document": "report.md",
            "line": 8,
            "quote": "2031年世界互联网大会乌镇峰会于11月5日至7日在浙江乌镇举行。",
            "title": "2031年世界互联网大会乌镇峰会闭幕",
            "url": "https://a.example/2031",
            "publisher": "示例报",
            "date": "2031-11-08",
        }
    ]


def test_a_count_is_a_number_and_the_loser_of_a_disagreement_is_not_preferred(tmp_path: Path) -> None:
    facts = exported("facts", write(tmp_path, report=REPORT, rival=RIVAL))
    forums = {fact["value"]: fact for fact in facts if fact["predicate"] == "subforums"}
    assert {value: fact["approximation"] for value, fact in forums.items()} == {20: "exact", 23: "exact"}
    assert sorted(fact["preferred"] for fact in forums.values()) == [False, True]


def test_one_fact_of_two_articles_has_both_sources(tmp_path: Path) -> None:
    facts = exported("facts", write(tmp_path, report=REPORT, rival=RIVAL.replace("23", "20")))
    (forums,) = [fact for fact in facts if fact["predicate"] == "subforums"]
    assert sorted(source["document"] for source in forums["sources"]) == ["report.md", "rival.md"]


def test_glossary_items_have_their_term_and_place(tmp_path: Path) -> None:
    (item,) = exported("glossary", write(tmp_path, report=REPORT))
    assert item.pop("id")
    assert item == {
        "document": "report.md",
        "line": 16,
        "term_zh": "沙箱",
        "term_en": "sandbox",
        "definition": "让程序在隔离的环境里运行的安全机制。",
    }


def test_documents_tell_where_they_come_from_and_what_was_understood(tmp_path: Path) -> None:
    first, second = exported("documents", write(tmp_path, report=REPORT, rival=RIVAL))
    assert (first["document"], first["publisher"], first["credited_to"], first["glossary"]) == (
        "report.md",
        "示例报",
        "示例通讯社",
        1,
    )
    assert first["facts"] > second["facts"] >= 1


@pytest.mark.parametrize("what", TABLES)
def test_a_table_has_the_columns_of_its_records(tmp_path: Path, what: str) -> None:
    seeds = write(tmp_path, report=REPORT)
    records = exported(what, seeds)
    assert [tuple(record) for record in records] == [TABLES[what].columns] * len(records)
    rows = list(csv.DictReader(io.StringIO(run(what, "--format", "csv", "--seeds", str(seeds)))))
    assert [row["id"] for row in rows] == [record["id"] for record in records]


def test_a_table_names_every_source_in_one_cell(tmp_path: Path) -> None:
    seeds = write(tmp_path, report=REPORT, rival=RIVAL.replace("23", "20"))
    rows = csv.DictReader(io.StringIO(run("facts", "--format", "csv", "--seeds", str(seeds))))
    (forums,) = [row for row in rows if row["predicate"] == "subforums"]
    assert sorted(forums["sources"].split()) == ["report.md:10", "rival.md:8"]
    assert (forums["value"], forums["preferred"], forums["title"]) == ("20", "true", "")


def test_the_folder_may_come_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_SEEDS", str(write(tmp_path, report=REPORT)))
    assert [record["document"] for record in json.loads(run("documents"))] == ["report.md"]


def test_a_missing_folder_is_a_named_problem(tmp_path: Path) -> None:
    with pytest.raises(SeedsError):
        run("facts", "--seeds", str(tmp_path / "none"))


@pytest.mark.parametrize("arguments", [["everything"], [], ["facts", "--format", "xml"]])
def test_what_cannot_be_exported_is_wrong_usage(arguments: list[str]) -> None:
    assert CliRunner().invoke(command, arguments).exit_code == 2


def test_the_calendar_is_written_as_a_file_in_either_language(tmp_path: Path) -> None:
    seeds = write(tmp_path, report=REPORT)
    for language, said in (("zh", "2031 年峰会开幕"), ("en", "the 2031 summit opened")):
        arguments = ("calendar", "--format", "ics", "--language", language, "--seeds", str(seeds))
        done = CliRunner().invoke(command, arguments, catch_exceptions=False)
        (event,) = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")
        assert (str(event["SUMMARY"]), str(event.decoded("DTSTART"))) == (said, "2031-11-05")


def test_only_the_calendar_is_a_calendar(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        run("facts", "--format", "ics", "--seeds", str(tmp_path))
