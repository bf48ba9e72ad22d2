"""What readers reported: the buttons under answers, and the list for admins.

g:<ten characters>      an answer is missing: the id of the question
e:<ten characters>      something is wrong in an answer
r:2                     the list of reports, page 2
r:clear:<ten characters>  clear the report of this id and those that are older
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.answers.answer import Answer, Kind
from bot.corpus.date import PartialDate
from bot.corpus.identity import short_id
from bot.language import Language
from bot.messages.dates import date_text
from bot.messages.html import bold, escape, shortened
from bot.messages.keyboard import row
from bot.messages.message import Button, Message
from bot.messages.splitting import fit_lines
from bot.messages.topic import page_of
from bot.messages.voice import Voice

PAGE = 10
QUESTION_CHARACTERS = 160
MOST_IN_A_ROW = 3
_ID = "[a-z2-7]{10}"
_REPORT = re.compile(rf"(?P<kind>[ge]):(?P<question>{_ID})")
_LIST = re.compile(rf"r:(?:(?P<page>[1-9]\d{{0,2}})|clear:(?P<last>{_ID}))")
_PROOF = "p:"
# What states nothing of its own: a choice, a list of articles or of their sentences.
_NO_ERRORS = ("choose.", "which.", "cite.", "sources.", "search.")
# What was not read, and days on which nothing happened.
_NO_GAPS = (
    "unknown.argument",
    "unknown.empty",
    "unknown.long",
    "unknown.cite",
    "unknown.day",
    "unknown.nothing",
)


class ReportKind(StrEnum):
    """`gap`: the sources should have held it. `error`: what was said is wrong."""

    GAP = "gap"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Report:
    """What one or more readers reported: the question and what was said to it, nothing about the readers.

    `day` is when it was reported last, `count` how often.
    """

    kind: ReportKind
    question: str
    said: str
    language: Language
    day: date
    count: int = 1

    @property
    def id(self) -> str:
        """The same for the same question."""
        return short_id(f"{self.kind}|{self.language}|{self.question}|{self.said if not self.question else ''}")


@dataclass(frozen=True, slots=True)
class ListPress:
    """What an admin pressed below the list: a page of it, or (`clear`) the id up to which it is cleared."""

    page: int = 1
    clear: str = ""


def question_id(text: str) -> str:
    """What a button carries for a question."""
    return short_id(f"question|{text}")


def read_report(data: str) -> tuple[ReportKind, str] | None:
    """The kind of report and the id of the question; None when `data` is no such button."""
    match = _REPORT.fullmatch(data)
    return (ReportKind.GAP if match["kind"] == "g" else ReportKind.ERROR, match["question"]) if match else None


def read_list_press(data: str) -> ListPress | None:
    """What was pressed below the list; None when `data` is no such button."""
    match = _LIST.fullmatch(data)
    return ListPress(int(match["page"] or 1), match["last"] or "") if match else None


def with_report(message: Message, answer: Answer, text: str, voice: Voice) -> Message:
    """`message` with a button below it to report that the answer is missing, or (small, beside the one to the proving
    sentences) that it is wrong. `text` is what was asked, a question or a button's data."""
    if answer.kind is Kind.UNKNOWN:
        if answer.title.startswith(_NO_GAPS):
            return message
        gap = Button(voice.texts("button.gap"), data=f"g:{question_id(text)}")
        return replace(message, keyboard=(*message.keyboard, (gap,)))
    if not answer.statements or answer.title.startswith(_NO_ERRORS):
        return message
    *others, last = message.keyboard or ((),)
    error = Button(voice.texts("button.error"), data=f"e:{question_id(text)}")
    beside = not last or (any(button.data.startswith(_PROOF) for button in last) and len(last) < MOST_IN_A_ROW)
    rows = ((*last, error),) if beside else (last, (error,))
    return replace(message, keyboard=(*others, *rows))


def gaps_message(reports: Sequence[Report], voice: Voice, page: int = 1) -> Message:
    """The reports, newest first, ten a page, and a button that clears them all."""
    if not reports:
        return Message(escape(voice.texts("gaps.none")))
    page, count, shown = page_of(len(reports), page)
    lines = [bold(voice.texts.plural("gaps.title", len(reports)))]
    lines += [_line(report, voice) for report in reports[shown]]
    before = Button(f"◀ {page - 1}/{count}", data=f"r:{page - 1}") if page > 1 else None
    after = Button(f"{page + 1}/{count} ▶", data=f"r:{page + 1}") if page < count else None
    clear = Button(voice.texts("button.clear"), data=f"r:clear:{reports[0].id}")
    return Message(fit_lines(lines), (*row(before, after), (clear,)))


def _line(report: Report, voice: Voice) -> str:
    day = date_text(PartialDate.of(report.day), voice.language, short=True)
    head = voice.texts.plural(f"gaps.{report.kind}", report.count, day=day, language=report.language)
    asked = shortened(report.question or report.said, QUESTION_CHARACTERS)
    line = f"{bold(head)} {escape(asked)}"
    if report.question and report.said and report.kind is ReportKind.ERROR:
        line += f"\n→ {escape(shortened(report.said, QUESTION_CHARACTERS))}"
    return line
