"""What is wrong with a seed, as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """`error`: the seed is not loaded, or a value is lost. `warning`: mended or doubtful. `note`: worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One remark on one place. The sentence is made in `bot.messages` from `problem.<code>` with `params`.

    `path` is relative to the seeds folder with `/`; `line` counts `\\n` from the file's first line = 1.
    """

    path: str
    line: int
    severity: Severity
    code: str
    params: Mapping[str, object] = field(default_factory=dict)
