"""Compile the locales (.po to .mo): a build hook of hatchling, or `python tools/compile_locales.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, without the build backend
    BuildHookInterface = object  # type: ignore[assignment,misc]

LOCALES = Path("bot/messages/locales")


def compile_locales(root: Path) -> list[Path]:
    """Write the `.mo` beside every `.po` below `root`; return the files written. Raises on a bad catalogue."""
    written = []
    for source in sorted((root / LOCALES).rglob("*.po")):
        with source.open("rb") as stream:
            catalog = read_po(stream, abort_invalid=True)
        target = source.with_suffix(".mo")
        with target.open("wb") as stream:
            write_mo(stream, catalog)
        written.append(target)
    return written


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Called by hatchling before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into the tree; `artifacts` in pyproject.toml takes the files along."""
        compile_locales(Path(self.root))


if __name__ == "__main__":
    for path in compile_locales(Path(__file__).resolve().parent.parent):
        print(path)
