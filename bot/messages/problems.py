"""What is wrong with a seed, as a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus.problem import Problem, Severity
from bot.language import Language
from bot.messages.html import shortened
from bot.messages.locale import texts

VALUE_CHARACTERS = 120
SHOWN_ERRORS = 10


def error_lines(problems: Sequence[Problem], language: Language) -> list[str]:
    """The errors among `problems` as `path:line: message`, the first ten; one more line tells how many there are beyond."""
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    lines = [f"{one.path}:{one.line}: {problem_text(one, language)}" for one in errors[:SHOWN_ERRORS]]
    if more := len(errors) - len(lines):
        lines.append(texts(language).plural("seeds.more_errors", more))
    return lines


def problem_text(problem: Problem, language: Language) -> str:
    """The sentence for one problem, plain and on one line, without its path and line.

    A code without wording is shown with its parameters: better an odd line than a lost problem.
    """
    wording = texts(language)
    params = {name: shortened(str(value), VALUE_CHARACTERS) for name, value in problem.params.items()}
    code = f"problem.{problem.code}"
    if wording.has(f"{code}.{params.get('same')}"):
        code = f"{code}.{params['same']}"
    if wording.has(code):
        return wording(code, **params)
    details = ", ".join(f"{name}={value}" for name, value in params.items())
    return wording("problem.other", code=problem.code, details=details)
