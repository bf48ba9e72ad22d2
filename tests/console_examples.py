"""The `console` blocks of a Markdown file: commands behind `$ ` with what they print.

The documentation test runs them; `python -m tests.console_examples` runs them and writes down what they print now.
`$ cat FILE` shows a file that the examples below it use: it is written before they run, not read.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
READMES = (ROOT / "README.md", ROOT / "README.zh.md")

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_EXAMPLE = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_SHOWN_FILE = re.compile(r"cat (?P<path>[\w./-]+)")


@dataclass(frozen=True, slots=True)
class Example:
    """A command of a shell and its output, without blank lines around it."""

    command: str
    output: str

    @property
    def shown_file(self) -> str | None:
        """The path of a file that the example only shows."""
        match = _SHOWN_FILE.fullmatch(self.command)
        return match["path"] if match else None


def examples(markdown: str) -> tuple[Example, ...]:
    """Every example, in order."""
    return tuple(
        Example(match["command"], match["output"].strip("\n"))
        for block in _BLOCK.findall(markdown)
        for match in _EXAMPLE.finditer(block)
    )


def lay_out(markdown: str, folder: Path) -> None:
    """Write the files that examples show below `folder`."""
    for example in examples(markdown):
        if example.shown_file:
            path = folder / example.shown_file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{example.output}\n", encoding="utf-8")


def run(command: str, folder: Path) -> str:
    """What `command` prints in a shell standing in `folder`, as a reader with the environment activated has it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "TELEGRAM_", "LC_"))}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=folder,
        env={
            **clean,
            "LANG": "C.UTF-8",
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
            # The examples stand in the project's folder; here only their own files do.
            "PYTHONPATH": str(ROOT),
            "BOT_CONFIG": str(ROOT / "config.yaml"),
        },
        timeout=60,
    )
    if done.stderr:
        raise AssertionError(f"{command}: {done.stderr}")
    return done.stdout.strip("\n")


def rewritten(markdown: str, folder: Path) -> str:
    """`markdown` with every example printing what it prints now."""
    lay_out(markdown, folder)

    def now(match: re.Match[str]) -> str:
        example = Example(match["command"], match["output"])
        if example.shown_file:
            return match[0]
        blank = "\n" if f"\n{match['output']}".endswith("\n\n") else ""
        return f"$ {example.command}\n{run(example.command, folder)}\n{blank}"

    return _BLOCK.sub(lambda block: _EXAMPLE.sub(now, block[0]), markdown)


def backticked(markdown: str) -> Iterator[str]:
    """What stands between single backticks outside of fenced blocks."""
    prose = re.sub(r"^```.*?^```$", "", markdown, flags=re.DOTALL | re.MULTILINE)
    yield from re.findall(r"`([^`\n]+)`", prose)


def main() -> None:
    """Rewrite both READMEs in place."""
    for path in READMES:
        with TemporaryDirectory() as folder:
            path.write_text(rewritten(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
