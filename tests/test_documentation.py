"""The READMEs keep up with the program: what can be typed or set is described in both, and examples print what they say.

Everything is found by asking the program, so that something new fails here until it is written down.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import click
import pytest
import yaml
from pydantic import BaseModel

from bot.cli import COMMANDS, group
from bot.config import Config, Wording
from bot.corpus.front_matter import KNOWN_KEYS
from bot.facts.fact import Approximation, Basis, Phase
from bot.language import Language
from bot.messages.commands import COMMANDS as BOT_COMMANDS
from bot.messages.export import DOCUMENT_COLUMNS, FACT_COLUMNS, GLOSSARY_COLUMNS
from bot.messages.locale import texts
from tests.console_examples import READMES, ROOT, Example, backticked, examples, lay_out, run

GUIDES = (*READMES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")
# Set by the program for a library, never read: nobody needs to know it.
NOT_FOR_OPERATORS = {"PTB_TIMEDELTA"}
FIRST_SCREEN = 40


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def words(path: Path) -> set[str]:
    """Every word, flag, path and key between backticks."""
    return {word.rstrip(",:") for span in backticked(text(path)) for word in span.split()}


def commands() -> Iterator[click.Command]:
    for name in COMMANDS:
        yield importlib.import_module(COMMANDS[name]).command


def flags(command: click.Command) -> Iterator[str]:
    """Each option in each spelling, and each word an argument or option can be."""
    for parameter in command.get_params(click.Context(command)):
        if isinstance(parameter, click.Option):
            yield from (*parameter.opts, *parameter.secondary_opts)
        if isinstance(parameter.type, click.Choice):
            yield from map(str, parameter.type.choices)


def settings(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Each key of the configuration with its section: `limits.question_characters`. A wording is one key."""
    for name, field in model.model_fields.items():
        inner = [part for part in _parts(field.annotation) if issubclass(part, BaseModel) and part is not Wording]
        if not inner or get_origin(field.annotation):
            yield f"{prefix}{name}"
        for part in inner:
            yield from settings(part, f"{prefix}{name}.")


def _parts(annotation: object) -> list[type[Any]]:
    """The classes in an annotation: X of `tuple[X, ...]`, of `X | None`, of X."""
    if isinstance(annotation, type) and not get_origin(annotation):
        return [annotation]
    return [part for argument in get_args(annotation) for part in _parts(argument)]


def variables() -> set[str]:
    """Each name of an environment variable that the program holds. What Telegram calls its errors looks alike."""
    shape = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|LANG")
    return {
        node.value
        for path in (ROOT / "bot").rglob("*.py")
        if "playground" not in path.parts
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value)
    } - NOT_FOR_OPERATORS


readme = pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)


@readme
def test_each_command_of_the_command_line_is_described(readme: Path) -> None:
    assert [name for name in COMMANDS if f"`python -m bot {name}" not in text(readme)] == []


@readme
def test_each_flag_is_described(readme: Path) -> None:
    wanted = {flag for command in (group, *commands()) for flag in flags(command)}
    assert wanted >= {"--json", "--no-browser", "--verbose", "glossary", "csv"}
    assert wanted - words(readme) == set()


@readme
def test_each_setting_is_described(readme: Path) -> None:
    wanted = set(settings(Config))
    assert wanted >= {"series.name", "series.programmes.kind", "limits.question_characters", "time_zone"}
    assert wanted - words(readme) == set()


def test_each_setting_stands_in_the_configuration_that_ships() -> None:
    shipped = yaml.safe_load(text(ROOT / "config.yaml"))

    def keys(node: object, prefix: str = "") -> Iterator[str]:
        if isinstance(node, dict):
            for name, value in node.items():
                yield f"{prefix}{name}"
                yield from keys(value, f"{prefix}{name}.")
        elif isinstance(node, list):
            for item in node:
                yield from keys(item, prefix)

    assert set(settings(Config)) - set(keys(shipped)) == set()


@readme
def test_each_environment_variable_is_described(readme: Path) -> None:
    assert variables() >= {"TELEGRAM_BOT_TOKEN", "BOT_SEEDS", "LC_ALL"}
    assert variables() - words(readme) == set()


@readme
def test_each_command_of_the_chat_is_described(readme: Path) -> None:
    wanted = {f"/{spelling}" for command in BOT_COMMANDS for spelling in (command.name, *command.aliases)}
    assert wanted - words(readme) == set()


@readme
def test_each_field_that_can_be_read_by_a_program_is_described(readme: Path) -> None:
    wanted = {*FACT_COLUMNS, *GLOSSARY_COLUMNS, *DOCUMENT_COLUMNS, *Approximation, *Basis, *Phase}
    assert wanted - words(readme) == set()


@readme
def test_each_key_of_a_seed_is_described(readme: Path) -> None:
    assert set(KNOWN_KEYS) - words(readme) == set()


@readme
def test_the_first_screen_shows_what_it_is(readme: Path) -> None:
    screen = "\n".join(text(readme).split("\n")[:FIRST_SCREEN])
    assert re.search(r"^make demo\b.*\nmake test\b", screen, re.MULTILINE)
    assert re.search(r"!\[.+\]\(docs/playground[\w.]*\.png\)", screen)
    assert [each.command for each in examples(screen) if re.search(r"^\[1\] .*\d{4}", each.output, re.MULTILINE)]


CASES = [
    pytest.param(path, example, id=f"{path.name}: {example.command}")
    for path in READMES
    for example in examples(text(path))
    if not example.shown_file
]


@pytest.mark.parametrize(("path", "example"), CASES)
def test_an_example_prints_what_it_says(path: Path, example: Example, tmp_path: Path) -> None:
    """When the wording was changed on purpose: `python -m tests.console_examples` writes down the new one."""
    lay_out(text(path), tmp_path)
    assert run(example.command, tmp_path) == example.output


def test_the_console_script_is_the_same_program(tmp_path: Path) -> None:
    assert run("summit-bot --help", tmp_path) == run("python -m bot --help", tmp_path)


@readme
def test_examples_show_each_command_that_needs_no_server(readme: Path) -> None:
    shown = {example.command.split()[3] for example in examples(text(readme)) if example.command.startswith("python")}
    assert shown == {"ask", "check", "export"}


def test_both_readmes_have_the_same_parts() -> None:
    english, chinese = (
        [line[: line.index(" ")] for line in text(path).split("\n") if line.startswith("#")] for path in READMES
    )
    assert english == chinese
    assert len(english) > 8
    rows = [[line.count("|") for line in text(path).split("\n") if line.startswith("|")] for path in READMES]
    assert rows[0] == rows[1]


@pytest.mark.parametrize(("path", "language"), [(READMES[0], Language.EN), (READMES[1], Language.ZH)])
def test_what_troubleshooting_quotes_is_what_the_program_says(path: Path, language: Language) -> None:
    shown = text(ROOT / "Makefile").replace("$(VENV)", ".venv")
    for code in ("token_missing", "token_refused", "poller_conflict", "port_in_use"):
        shown += texts(language)(f"error.{code}", port=8765, option="--port")
    quoted = re.findall(r"^\| [\"“](.+?)[\"”] \|", text(path), re.MULTILINE)
    assert len(quoted) >= 6
    assert [phrase for phrase in quoted if phrase not in shown] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_each_path_and_link_leads_somewhere(guide: Path) -> None:
    links = {link for link in re.findall(r"\]\(([^)#\s]+)\)", text(guide)) if "://" not in link}
    paths = {span for span in backticked(text(guide)) if re.fullmatch(r"(bot|tests|tools|bench|docs)/[\w./-]*", span)}
    assert [path for path in sorted(links | paths) if not (ROOT / path).exists()] == []


def test_each_room_is_on_the_map_of_contributors() -> None:
    rooms = {f"bot/{path.parent.name}/" for path in (ROOT / "bot").glob("*/__init__.py")}
    assert rooms - words(ROOT / "CONTRIBUTING.md") == set()


def test_each_target_of_make_is_described() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", text(ROOT / "Makefile"), re.MULTILINE)
    assert len(targets) > 5
    described = text(ROOT / "README.md") + text(ROOT / "CONTRIBUTING.md")
    assert [target for target in targets if f"make {target}" not in described] == []


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs").glob("*.png"))
    assert pictures
    assert [picture.name for picture in pictures if picture.stat().st_size > 300_000] == []
