"""YAML without its surprises: no key twice, and only what looks like a number or a truth value is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from bot.errors import ConfigProblem


class _Loader(yaml.CSafeLoader):
    """Plain words mean what the core schema of YAML 1.2 says (https://yaml.org/spec/1.2.2/#103-core-schema).

    The library speaks YAML 1.1, where `no` is false, `12:30` is 750, `010` is 8 and `2024-11-19` is a date.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - the library's interface


for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]+", "-+0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), list(_first))


def read_yaml(content: bytes) -> tuple[Any, list[ConfigProblem]]:
    """The value in `content` (None when empty), and a problem for each key that stands twice in one mapping.

    Raises `yaml.YAMLError`, also for a value that contains itself.
    """
    loader = _Loader(content)
    try:
        node = loader.get_single_node()
        if node is None:
            return None, []
        problems = list(_repeated_keys(node, "", ()))
        return loader.construct_document(node), problems
    finally:
        loader.dispose()


def _repeated_keys(node: yaml.Node, place: str, above: tuple[yaml.Node, ...]) -> Iterator[ConfigProblem]:
    if node in above:
        raise yaml.MarkedYAMLError(problem="a value contains itself", problem_mark=node.start_mark)
    above = (*above, node)
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _repeated_keys(item, _joined(place, str(index)), above)
    elif isinstance(node, yaml.MappingNode):
        lines: dict[str, int] = {}
        for key, value in node.value:
            name = str(key.value)
            line = key.start_mark.line + 1
            if name in lines:
                params = {"first": lines[name], "second": line}
                yield ConfigProblem(_joined(place, name), f"{name} ×2", "once", params)
            lines.setdefault(name, line)
            yield from _repeated_keys(value, _joined(place, name), above)


def _joined(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
