"""What `doctor` found, a line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.messages.html import neutral
from bot.messages.locale import Texts


class Check(StrEnum):
    """What is looked at, in this order (`doctor.<check>`)."""

    CONFIG = "config"
    SEEDS = "seeds"
    DATABASE = "database"
    TOKEN = "token"  # noqa: S105 - a name
    CHATS = "chats"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: all right, or a problem; `text` is plain."""

    check: Check
    is_ok: bool
    text: str


def doctor_text(findings: Sequence[Finding], texts: Texts) -> str:
    """`ok       seeds: 2 articles, …`; a text of several lines is indented."""
    words = {True: texts("doctor.ok"), False: texts("doctor.problem")}
    lines = []
    for finding in findings:
        first, *rest = neutral(finding.text).split("\n")
        lines.append(
            texts("doctor.line", word=words[finding.is_ok], check=texts(f"doctor.{finding.check}"), text=first)
        )
        lines += [f"  {line.strip()}" for line in rest]
    return "\n".join(lines) + "\n"
