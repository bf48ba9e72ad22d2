"""`check`: a linter for seeds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.check import command
from bot.errors import SeedsError
from bot.knowledge.preference import Reason
from bot.language import Language
from bot.messages.locale import texts
from tests.commands.articles import BROKEN, DAMAGED, REPORT, RIVAL, write


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False)


def test_what_was_understood_stands_with_its_line(tmp_path: Path) -> None:
    done = run(str(write(tmp_path, report=REPORT)), "--language", "en")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("report.md  2031年世界互联网大会乌镇峰会闭幕, 示例报, 2031-11-08")
    assert "      8  first day: 5 November 2031" in lines
    assert "     10  sub-forums: 20 sub-forums" in lines
    assert "     16  沙箱 / sandbox: 让程序在隔离的环境里运行的安全机制。" in lines
    assert "0 errors" in lines[-1]


def test_the_report_speaks_the_default_language_of_the_configuration(tmp_path: Path) -> None:
    assert "分论坛：20 场" in run(str(write(tmp_path, report=REPORT))).stdout


def test_an_error_has_path_line_and_reason_and_exit_code_1(tmp_path: Path) -> None:
    done = run(str(write(tmp_path, broken=BROKEN, report=REPORT)), "--language", "en")
    assert done.exit_code == 1
    reason = texts(Language.EN)("problem.date_missing")
    assert f"broken.md:1: error: {reason}" in done.stdout.splitlines()
    assert "report.md" in done.stdout


def test_a_warning_is_no_failure(tmp_path: Path) -> None:
    done = run(str(write(tmp_path, damaged=DAMAGED)), "--language", "en")
    assert done.exit_code == 0
    assert "damaged.md:2: warning: " in done.stdout
    assert texts(Language.EN)("check.nothing") in done.stdout


TERM = "---\ntitle: {title}\ndate: 2023-01-02\n---\n\n{title} 说的是别的事。\n\n**每日涨知识**\n\n蠕虫（worm）\n\n{explanation}\n"


def test_a_term_is_read_in_each_article_that_explains_it(tmp_path: Path) -> None:
    articles = {name: TERM.format(title=name, explanation="能自我复制的程序。") for name in ("first", "second")}
    output = run(str(write(tmp_path, **articles)), "--language", "en").stdout
    assert output.count("蠕虫 / worm") == 2
    assert texts(Language.EN)("check.nothing") not in output
    assert "1 glossary item," in output.splitlines()[-1]


def test_a_heading_without_a_term_is_a_warning(tmp_path: Path) -> None:
    done = run(str(write(tmp_path, empty=TERM.format(title="empty", explanation="![](a.png)"))), "--language", "en")
    assert done.exit_code == 0
    reason = texts(Language.EN)("problem.glossary_unread", heading="每日涨知识")
    assert f"empty.md:8: warning: {reason}" in done.stdout.splitlines()


def test_articles_that_contradict_each_other_are_named_with_their_places(tmp_path: Path) -> None:
    output = run(str(write(tmp_path, report=REPORT, rival=RIVAL)), "--language", "en").stdout
    lines = output.splitlines()
    ((number, line),) = [(number, line) for number, line in enumerate(lines) if "≠" in line]
    assert "report.md:10" in line
    assert "rival.md:8" in line
    reasons = [texts(Language.EN)(f"preferred.{why}") for why in Reason]
    assert lines[number + 1].strip().removeprefix("→ ") in reasons
    assert "1 contradiction" in output.splitlines()[-1]


def test_the_report_as_data(tmp_path: Path) -> None:
    seeds = write(tmp_path, broken=BROKEN, damaged=DAMAGED, report=REPORT, rival=RIVAL)
    done = run(str(seeds), "--json", "--language", "en")
    data = json.loads(done.stdout)
    assert done.exit_code == 1
    assert data["ok"] is False
    assert [document["document"] for document in data["documents"]] == ["damaged.md", "report.md", "rival.md"]
    assert [(p["document"], p["line"], p["severity"], p["code"]) for p in data["problems"]] == [
        ("broken.md", 1, "error", "date_missing"),
        ("damaged.md", 2, "warning", "value_recovered"),
    ]
    facts = {fact["id"]: fact for fact in data["facts"]}
    assert {key for document in data["documents"] for key in document["facts"]} == set(facts)
    (item,) = data["contradictions"]
    assert (item["subject"], item["predicate"]) == ("summit:2031", "subforums")
    assert facts[item["facts"][0]]["preferred"] is True
    assert set(item["reasons"]) <= set(Reason)
    assert len(item["reasons"]) == len(item["facts"]) - 1
    assert data["summary"]["errors"] == data["summary"]["warnings"] == data["summary"]["contradictions"] == 1


def test_the_shipped_seeds_are_in_order() -> None:
    done = run(str(Path(__file__).resolve().parents[2] / "seeds"), "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["problems"] == []


def test_an_empty_folder_is_a_named_problem(tmp_path: Path) -> None:
    with pytest.raises(SeedsError):
        run(str(tmp_path))


GUESTS = (
    "---\ntitle: 2031年乌镇峰会{title}\ndate: 2031-11-09\n---\n\n2031年世界互联网大会乌镇峰会吸引{guests}嘉宾参会。\n"
)


def test_an_article_that_says_it_otherwise_is_shown_with_its_own_value(tmp_path: Path) -> None:
    exact, over = GUESTS.format(title="综述", guests="1643名"), GUESTS.format(title="侧记", guests="1600余名")
    folder = str(write(tmp_path, exact=exact, over=over))
    first, second = (row for row in run(folder).stdout.splitlines() if "嘉宾：" in row)
    assert first.endswith("嘉宾：1,643 名")
    assert second.endswith("嘉宾：1,643 名 [本文作 1,600 多名]")
    data = json.loads(run(folder, "--json").stdout)
    (fact,) = [fact["id"] for fact in data["facts"] if fact["predicate"] == "guests"]
    assert [document["own"] for document in data["documents"]] == [
        [],
        [{"fact": fact, "line": 6, "value": 1600, "approximation": "over"}],
    ]
