"""`ask` as a process: text, JSON, questions on standard input; what it loads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.knowledge_fixtures import ROOT

HEAVY = ("telegram", "sqlalchemy", "aiohttp")


def run(*arguments: str, stdin: bytes = b"", code: int = 0) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("BOT_")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**environment, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
        check=False,
    )
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode() if code == 0 else done.stderr.decode()


def ask_json(*arguments: str) -> dict[str, Any]:
    answered: dict[str, Any] = json.loads(run("--json", "--today", "2025-03-01", *arguments))
    return answered


def test_a_question_is_answered_with_its_proof_as_data() -> None:
    answered = ask_json("2024年峰会的主题是什么")
    assert answered["kind"] == "found"
    assert answered["language"] == "zh"
    assert answered["question"] == "2024年峰会的主题是什么"
    assert answered["verdict"] is None
    assert answered["missing"] == []
    assert answered["understood"] == {
        "subject": ["summit:2024"],
        "predicate": ["theme"],
        "corrected": [],
        "from_context": False,
    }
    (statement,) = answered["statements"]
    assert "智能向善" in statement["text"]
    assert (statement["basis"], statement["phase"], statement["alternatives"]) == ("stated", "announced", [])
    assert statement["sources"] == [1]
    (source,) = answered["sources"]
    assert source["document"] == "2024-wuzhen-summit.md"
    line = (ROOT / "seeds" / source["document"]).read_text("utf-8").split("\n")[source["line"] - 1]
    assert source["quote"] in line
    assert source["publisher"] in answered["text"]
    assert "<" not in answered["text"]


def test_the_card_of_an_edition_can_be_asked_for() -> None:
    answered = ask_json("/summit 2022")
    texts = [statement["text"] for statement in answered["statements"]]
    assert answered["kind"] == "found"
    assert any("2,100 多名" in text for text in texts)
    assert all(statement["sources"] for statement in answered["statements"])
    assert all(1 <= n <= len(answered["sources"]) for s in answered["statements"] for n in s["sources"])


def test_what_is_not_known_has_no_statements() -> None:
    answered = ask_json("2024年门票多少钱")
    assert (answered["kind"], answered["statements"], answered["sources"]) == ("unknown", [], [])
    assert answered["text"].startswith("资料里没有")
    assert answered["suggestions"]


def test_an_english_question_gets_an_english_answer_unless_told_otherwise() -> None:
    question = "How many sub-forums did the 2022 summit have?"
    assert ask_json(question)["language"] == "en"
    assert "19 sub-forums" in ask_json(question)["text"]
    assert "19 场" in ask_json(question, "--language", "zh")["text"]


def test_calendar_words_follow_the_date_that_was_given() -> None:
    question = "去年的主题是什么"
    assert json.loads(run(question, "--json", "--today", "2023-02-01"))["understood"]["subject"] == ["summit:2022"]
    assert json.loads(run(question, "--json", "--today", "2025-02-01"))["understood"]["subject"] == ["summit:2024"]


def test_questions_on_standard_input_are_answered_one_a_line() -> None:
    stdin = "2024年峰会的主题是什么\n\n/summit 1999\n\ufeffWhere is the headquarters?\n".encode() + b"\xff\xfe\n"
    lines = run("-", "--json", stdin=stdin).splitlines()
    answers = [json.loads(line) for line in lines]
    assert [answer["kind"] for answer in answers] == ["found", "unknown", "found", "unknown"]


def test_each_answer_is_written_before_the_next_question_comes() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "-", "--json"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    with process:
        for question in ("总部在哪", "2022年有多少嘉宾"):
            process.stdin.write(f"{question}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.wait(30) == 0


def test_text_is_what_the_chat_shows_and_suggestions_follow() -> None:
    assert run("总部在哪").splitlines()[0].startswith("中国北京")
    assert "· 2022 年峰会的支持单位有哪些？" in run("2024年支持单位")


def test_a_missing_seeds_folder_is_a_named_problem(tmp_path: Path) -> None:
    assert str(tmp_path / "none") in run("x", "--seeds", str(tmp_path / "none"), code=1)


@pytest.mark.parametrize("arguments", [(), ("x", "--today", "soon"), ("x", "--language", "fr")])
def test_wrong_usage_is_two(arguments: tuple[str, ...]) -> None:
    run(*arguments, code=2)


def test_neither_telegram_nor_a_database_nor_a_web_library_is_loaded() -> None:
    program = f"import sys; import bot.commands.ask; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_command_without_its_argument_lists_what_can_be_typed() -> None:
    lines = run("/who").splitlines()
    assert "· /who 任贤良" in lines
    assert "/who 任贤良" in ask_json("/who")["suggestions"]
    assert "任贤良" in run("--", lines[-1].removeprefix("· ").replace("于会游", "任贤良"))
