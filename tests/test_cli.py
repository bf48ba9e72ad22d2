"""The command line: its table, exit codes, and errors as one clear line."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli import COMMANDS, log_level, main
from bot.errors import UsageError
from bot.language import Language, from_locale
from tests.commands.articles import BROKEN, REPORT, write

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a process, in English unless told otherwise."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "BOT_", "LC_"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**clean, "LANG": "C.UTF-8", **environment},
        timeout=60,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_of_the_table_is_a_command_of_that_name_with_a_short_help(name: str) -> None:
    command = importlib.import_module(COMMANDS[name]).command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.get_short_help_str()


def test_each_command_module_is_in_the_table() -> None:
    files = {f"bot.commands.{path.stem}" for path in (ROOT / "bot" / "commands").glob("[!_]*.py")}
    assert files == set(COMMANDS.values())


def test_without_arguments_it_says_what_it_can_do() -> None:
    done = run()
    assert done.returncode == 0
    assert [name for name in COMMANDS if f"\n  {name} " not in done.stdout] == []
    assert done.stderr == ""


def test_the_version_is_that_of_the_package() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"summit-bot {importlib.metadata.version('summit-bot')}\n")


@pytest.mark.parametrize("arguments", [("sing",), ("--loud",), ("demo", "--port", "http"), ("demo", "--port", "65536")])
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("language", "words"), [("en_GB.UTF-8", "No bot token"), ("zh_CN.UTF-8", "令牌")])
def test_a_named_problem_is_one_line_in_the_readers_language_and_ends_with_1(language: str, words: str) -> None:
    done = run("run", LANG=language)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert words in done.stderr
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert "demo" in done.stderr


def test_chinese_comes_out_whole_where_the_locale_knows_ascii_only() -> None:
    done = run("run", LANG="C", LC_ALL="zh_CN", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert "令牌" in done.stderr


def test_every_mistake_in_the_configuration_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("colour: red\ntime_zone: Nowhere\n", encoding="utf-8")
    done = run("demo", "--no-browser", BOT_CONFIG=str(tmp_path / "config.yaml"))
    assert done.returncode == 1
    assert [word for word in ("config.yaml", "colour", "time_zone", "series") if word not in done.stderr] == []


@pytest.mark.parametrize("exists", [True, False])
def test_an_empty_or_missing_seeds_folder_is_named(tmp_path: Path, exists: bool) -> None:
    folder = tmp_path if exists else tmp_path / "none"
    done = run("demo", "--no-browser", BOT_SEEDS=str(folder))
    assert done.returncode == 1
    assert str(folder) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("demo", "--no-browser", "--port", "0"), ("ask", "/summit"), ("export", "facts")]
)
def test_a_folder_where_every_article_is_rejected_is_named_with_the_reasons(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "dateless.md").write_text("---\ntitle: A\n---\n\ntext\n", encoding="utf-8")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    done = run(*arguments, BOT_SEEDS=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    *told, last = done.stderr.splitlines()
    assert [name for name in ("dateless.md:1: ", "gone.md:1: ") if not any(name in line for line in told)] == []
    assert f"Not one article in {tmp_path} can be used" in last


@pytest.mark.parametrize("arguments", [("ask", "/sources"), ("export", "documents")])
def test_a_broken_seed_is_told_beside_what_the_others_say(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write(tmp_path, report=REPORT, broken=BROKEN)
    done = run(*arguments, BOT_SEEDS=str(tmp_path))
    assert done.returncode == 0
    assert "a.example/2031" in done.stdout or "示例报" in done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith("broken.md:")


def test_an_impossible_log_level_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_LOG_LEVEL", "loud")
    with pytest.raises(SystemExit) as caught:
        main(["run"])
    assert caught.value.code == 2
    assert "BOT_LOG_LEVEL" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "verbose", "level"),
    [
        ({}, False, "INFO"),
        ({}, True, "DEBUG"),
        ({"BOT_LOG_LEVEL": "warning"}, False, "WARNING"),
        ({"BOT_LOG_LEVEL": " "}, False, "INFO"),
        ({"BOT_LOG_LEVEL": "ERROR"}, True, "DEBUG"),
    ],
)
def test_the_log_level_is_asked_for_or_set(environment: dict[str, str], verbose: bool, level: str) -> None:
    assert log_level(environment, verbose) == level


@pytest.mark.parametrize("level", ["loud", "10", "NOTSET"])
def test_other_log_levels_are_refused(level: str) -> None:
    with pytest.raises(UsageError):
        log_level({"BOT_LOG_LEVEL": level}, verbose=False)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, Language.EN),
        ({"LANG": "C.UTF-8"}, Language.EN),
        ({"LANG": "POSIX"}, Language.EN),
        ({"LANG": "de_DE.UTF-8"}, Language.EN),
        ({"LANG": "zh_CN.UTF-8"}, Language.ZH),
        ({"LANG": "zh_TW"}, Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, Language.EN),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "zh_HK.UTF-8"}, Language.ZH),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, Language.ZH),
    ],
)
def test_the_terminals_language_is_that_of_its_locale(environment: dict[str, str], language: Language) -> None:
    assert from_locale(environment) is language
