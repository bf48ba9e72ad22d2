"""Lists: the editions known, and the articles read."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.language import Language
from bot.messages.callback import Press, View
from bot.messages.card import with_proof
from bot.messages.dates import range_text
from bot.messages.html import bold, escape, shortened
from bot.messages.keyboard import Keyboard, button, grid, pages
from bot.messages.message import Message
from bot.messages.sources import Numbering, document_line
from bot.messages.splitting import fit_lines
from bot.messages.values import phrase_text, value_text
from bot.messages.voice import Voice

PAGE = 10
TITLE_CHARACTERS = 100
EDITIONS = 20


def editions_message(answer: Answer, voice: Voice) -> Message:
    """The editions of the sources, a line and a button each; the proofs stand on the cards."""
    lines = [bold(voice.texts.plural("list.title", len(answer.statements)))]
    numbering = Numbering(answer.citations)
    for statement in answer.statements[:EDITIONS]:
        lines.append(with_proof(edition_line(statement, voice), statement, voice, numbering))
    years = [int(str(statement.values["year"])) for statement in answer.statements[:EDITIONS]]
    footer = numbering.footer(voice)
    buttons = [button(str(year), Press(View.CARD, year=year)) for year in years]
    return Message(fit_lines([*lines, *footer]), grid(buttons, 4))


def edition_line(statement: Statement, voice: Voice) -> str:
    """`2022 年 · 第九届（推算） · 11 月 9 日—11 日 · 主题`: what is known of it, plain."""
    year = int(str(statement.values["year"]))
    by = {fact.predicate: fact for fact in reversed(statement.facts)}
    parts = [voice.texts("list.year", year=year)]
    if number := by.get("ordinal") or by.get("nth_year"):
        derived = voice.texts("remark.in_brackets.derived") if number.basis == "derived" else ""
        parts.append(value_text(number, voice) + derived)
    start, end = by.get("start_date"), by.get("end_date")
    if start and isinstance(start.value, PartialDate):
        last = end.value if end and isinstance(end.value, PartialDate) else start.value
        with_year = start.value.year != year
        parts.append(range_text(start.value, last, voice.language, with_year=with_year))
    if theme := by.get("theme"):
        parts.append(phrase_text(str(theme.value), voice))
    return " · ".join(parts)


def sources_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The articles, ten a page: publisher with its origin, date and link, and the title below."""
    total = len(answer.statements)
    count_of_pages = max(1, -(-total // PAGE))
    page = min(page, count_of_pages)
    lines = [bold(voice.texts.plural("sources.title", total))]
    for number, statement in enumerate(answer.statements[(page - 1) * PAGE : page * PAGE], (page - 1) * PAGE + 1):
        document = voice.snapshot.documents[str(statement.values["document_id"])]
        title = shortened(document.title, TITLE_CHARACTERS)
        quoted = f"《{title}》" if voice.language is Language.ZH else f"“{title}”"
        lines.append(f"{number}. {document_line(document, voice)}\n{escape(quoted)}")
    keyboard: Keyboard = pages(page, count_of_pages, lambda n: Press(View.DOCUMENTS, page=n))
    return Message(fit_lines(lines), keyboard)
