"""What went wrong, for the person who can mend it: text for the terminal."""

from __future__ import annotations

from bot.errors import BotError, ConfigError
from bot.language import Language
from bot.messages.html import neutral
from bot.messages.locale import Texts, texts


def error_text(error: BotError, language: Language) -> str:
    """One or more lines of plain text: what is wrong and what to do; every problem of a configuration at once."""
    wording = texts(language)
    if isinstance(error, ConfigError):
        return "\n".join(
            [wording.plural("error.config", len(error.problems), path=error.path), *_problems(error, wording)]
        )
    params = {name: neutral(str(value)) for name, value in error.params.items()}
    reasoned = f"error.{error.code}.{params.get('reason')}"
    code = reasoned if wording.has(reasoned) else f"error.{error.code}"
    return wording(code, **params) if wording.has(code) else wording("error.other", details=str(error))


def _problems(error: ConfigError, wording: Texts) -> list[str]:
    lines = []
    for problem in error.problems:
        form = (
            "error.config.file"
            if not problem.key
            else "error.config.problem"
            if problem.found
            else "error.config.empty"
        )
        code = f"expected.{problem.expected}"
        expected = wording(code, **problem.params) if wording.has(code) else problem.expected
        found = neutral(problem.found) or wording("found.nothing")
        lines.append(wording(form, key=neutral(problem.key), found=found, expected=expected))
    return lines
