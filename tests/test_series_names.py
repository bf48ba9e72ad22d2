"""Nothing in the code but the configuration, the seeds and the vocabulary data knows the series' name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.knowledge_fixtures import ROOT, config

SOURCES = sorted((ROOT / "bot").rglob("*.py"))
# 世界互联网大会 and World Internet Conference give 互联网大会 and Internet Conference away, too.
_TOO_SHORT = 3


def _names() -> re.Pattern[str]:
    series = config().series
    names = {*series.aliases, series.place.zh, series.place.en, *series.other_meetings, *series.undertakings}
    names |= {*series.special_editions.values(), *(name for one in series.programmes for name in one.aliases)}
    spelled = [re.escape(name) for name in names if len(name) >= (_TOO_SHORT if name.isascii() else 2)]
    return re.compile("|".join(sorted(spelled, key=len, reverse=True)))


def _strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every string that is no docstring."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_code_names_the_series(path: Path) -> None:
    names = _names()
    found = [
        f"line {node.lineno}: {match[0]}"
        for node in _strings(ast.parse(path.read_text(encoding="utf-8")))
        if (match := names.search(str(node.value)))
    ]
    assert not found
