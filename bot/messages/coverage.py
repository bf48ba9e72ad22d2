"""What the sources cover."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Statement
from bot.messages.callback import Press, View
from bot.messages.html import bold, escape
from bot.messages.keyboard import button, grid
from bot.messages.message import Message
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

EDITIONS = 20


def coverage_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """How many articles there are, a paragraph for each edition, and the years of which none speaks."""
    articles = int(str(answer.values["articles"]))
    lines = [bold(voice.texts.plural("coverage.title", articles))]
    shown = answer.statements[:EDITIONS]
    for statement in shown:
        head, *rest = coverage_lines(statement, voice)
        lines += [bold(head), *map(escape, rest)]
    absent = answer.values["absent"]
    if isinstance(absent, tuple) and absent:
        lines.append(escape(voice.texts("coverage.absent", years=year_ranges(absent, voice))))
    buttons = [button(str(each.values["year"]), Press(View.CARD, year=int(str(each.values["year"])))) for each in shown]
    return Message(fit_lines(lines), grid(buttons, 4))


def coverage_text(statement: Statement, voice: Voice) -> str:
    """One edition, plain."""
    return " ".join(coverage_lines(statement, voice))


def coverage_lines(statement: Statement, voice: Voice) -> list[str]:
    """The edition with its articles, and what is missing."""
    values = statement.values
    articles, facts = int(str(values["articles"])), int(str(values["facts"]))
    counts = voice.texts("list.comma").join(
        (voice.texts.plural("check.count.documents", articles), voice.texts.plural("check.count.facts", facts))
    )
    state = voice.texts(f"coverage.{values['state']}")
    lines = [voice.texts("coverage.edition", year=values["year"], counts=counts, state=state)]
    missing = values["missing"]
    if isinstance(missing, tuple) and missing:
        named = voice.texts("list.comma").join(voice.predicate(predicate) for predicate in missing)
        lines.append(voice.texts("coverage.missing", names=named))
    return lines


def year_ranges(years: Sequence[int], voice: Voice) -> str:
    """`2014—2021、2023`: neighbouring years as one range."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return voice.texts("list.comma").join(shown)
