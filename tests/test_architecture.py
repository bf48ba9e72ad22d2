"""The house keeps its shape: imports run only against the arrows of the design, in no circle, and in the open.

seeds > corpus > facts > knowledge > answers > messages > services > telegram_bot, web > app, commands
subscriptions > schedule > outbox > storage > services       playground (base only) > app
"""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "bot"

# Files of the base: any room may import them, they import no room.
BASE = frozenset({"errors", "clock", "language", "config", "logs", "metrics", "progress", "strict_yaml"})
# What stands in front of the rooms. The command line imports commands by name only, when they are asked for.
FRONT_DOOR = frozenset({"__main__", "cli", "app", "ticker"})
# The rooms each room is fed by. It may import those, what feeds them, and the base. A new room is a new line here.
ROOMS: dict[str, frozenset[str]] = {
    "corpus": frozenset(),
    "facts": frozenset({"corpus"}),
    "knowledge": frozenset({"facts"}),
    "answers": frozenset({"knowledge"}),
    "subscriptions": frozenset(),
    "schedule": frozenset({"subscriptions"}),
    "outbox": frozenset({"schedule"}),
    "storage": frozenset({"outbox"}),
    "messages": frozenset({"answers", "schedule"}),
    "services": frozenset({"messages", "storage"}),
    "telegram_bot": frozenset({"services"}),
    "web": frozenset({"services"}),
    "playground": frozenset(),
}
# Front-door modules that may import `bot.app`, which alone loads Telegram and the playground.
APP_USERS = frozenset({"bot.commands.run", "bot.commands.demo", "bot.commands.doctor"})
# What the quick commands must not load.
HEAVY = ("telegram", "sqlalchemy", "aiohttp", "httpx", "uvloop")


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name; packages by the folder's name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def room(module: str) -> str:
    """`facts` for `bot.facts.extractors.theme`, `cli` for `bot.cli`, `` for the package itself."""
    return module.partition(".")[2].partition(".")[0]


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """The modules of our own package that an import statement names."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    else:
        assert node.level == 0, f"{module} imports relatively; write the whole name"
        names = [f"{node.module}.{alias.name}" for alias in node.names] + [node.module or ""]
    yield from (name for name in names if name in MODULES)


def imports(module: str) -> frozenset[str]:
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.update(imported(module, node))
    return frozenset(found - {module, "bot"})


def feeding(name: str) -> frozenset[str]:
    """Every room upstream of a room."""
    return frozenset().union(ROOMS[name], *(feeding(source) for source in ROOMS[name]))


def test_every_folder_and_file_of_the_package_has_its_place() -> None:
    assert {room(module) for module in MODULES} - {""} == BASE | FRONT_DOOR | {"commands"} | set(ROOMS)
    for name, path in MODULES.items():
        if path.name == "__init__.py":
            body = tree(name).body
            assert len(body) == 1, f"{name}/__init__.py holds a docstring only"
            assert ast.get_docstring(tree(name))


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_against_the_arrows(module: str) -> None:
    here = room(module)
    used = {room(name) for name in imports(module)} - {""}
    if here in BASE or not here:
        allowed = BASE
    elif here in ROOMS:
        allowed = BASE | feeding(here) | {here}
    elif here == "cli":
        allowed = BASE | {"messages"}
    elif here == "__main__":
        allowed = frozenset({"cli"})
    elif here == "app":
        allowed = BASE | frozenset(ROOMS) | {"ticker"}
    else:
        allowed = BASE | frozenset(ROOMS) | ({"app"} if module in APP_USERS else frozenset())
    assert used <= allowed, f"{module} must not import {sorted(used - allowed)}"


def test_the_command_line_knows_commands_by_name_only() -> None:
    assert not [name for name in imports("bot.cli") if room(name) == "commands"]


def test_no_module_imports_itself_around_a_corner() -> None:
    try:
        tuple(TopologicalSorter({module: imports(module) for module in MODULES}).static_order())
    except CycleError as error:
        pytest.fail(" > ".join(error.args[1]))


@pytest.mark.parametrize("module", [name for name in MODULES if name != "bot.cli"])
def test_imports_stand_at_the_top(module: str) -> None:
    hidden = [
        node.lineno
        for function in ast.walk(tree(module))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not hidden, f"{module} imports inside a function or class in lines {hidden}"


@pytest.mark.parametrize("module", MODULES)
def test_imports_by_name_are_the_command_lines_alone(module: str) -> None:
    if module != "bot.cli":
        names = {node.id for node in ast.walk(tree(module)) if isinstance(node, ast.Name)}
        names |= {node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)}
        assert not names & {"import_module", "__import__"}


@pytest.mark.parametrize(
    "arguments", [("ask", "/summit 2024"), ("check",), ("export", "facts"), ("export", "glossary"), ("--version",)]
)
def test_quick_commands_load_no_telegram_database_or_web_library(arguments: tuple[str, ...]) -> None:
    program = (
        "import sys, atexit\n"
        f"atexit.register(lambda: print('LOADED', *[m for m in {HEAVY} if m in sys.modules], file=sys.stderr))\n"
        f"from bot.cli import main\nmain({list(arguments)!r})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env={**os.environ, "BOT_SEEDS": str(ROOT / "seeds")},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == "LOADED"
