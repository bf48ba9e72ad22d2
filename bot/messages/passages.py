"""Sentences of the articles: found by their words, or as the answer to a question."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.messages.callback import Press, View
from bot.messages.dates import date_text
from bot.messages.html import bold, escape, neutral, shortened, shown_quote
from bot.messages.keyboard import pages
from bot.messages.message import Message
from bot.messages.sources import Numbering, document_line
from bot.messages.splitting import fit_lines
from bot.messages.topic import page_of
from bot.messages.values import name_text
from bot.messages.voice import Voice

PAGE = 5
QUERY_CHARACTERS = 40
TEXT_CHARACTERS = 300
# How much of a long sentence stands before the first word that was looked for.
BEFORE_CHARACTERS = 60


def search_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The sentences, five a page, with the words in bold, each with its article and line."""
    query, words = str(answer.values["query"]), _words(answer)
    page, count, shown = page_of(len(answer.statements), page, PAGE)
    lines = [bold(voice.texts.plural("search.title", len(answer.statements), query=shortened(query, QUERY_CHARACTERS)))]
    for number, statement in enumerate(answer.statements[shown], shown.start + 1):
        document = voice.snapshot.documents[str(statement.values["document_id"])]
        place = escape(voice.texts("search.line", line=statement.values["line"]))
        text = highlighted(excerpt(str(statement.values["text"]), words), words)
        lines.append(f"{number}. {text}\n— {document_line(document, voice)}{place}")
    turns = pages(page, count, lambda n: Press(View.COMMAND, command="search", argument=query, page=n))
    return Message(fit_lines(lines), turns)


def passage_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """What an article says to a question, in its own words."""
    numbering = Numbering(answer.citations)
    lines = [escape(voice.texts("passage.title"))]
    for statement in answer.statements:
        lines.append(_quotation(statement, voice, numbering))
    if any(voice.snapshot.language_of(c.document_id) is not voice.language for c in answer.citations):
        lines.append(escape(voice.texts("said.original")))
    return Message(fit_lines([*lines, *numbering.footer(voice)]))


def said_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """What somebody said, article by article: who they were then, and the sentences as printed."""
    numbering = Numbering(answer.citations)
    lines = [escape(voice.texts("corrected", read=read)) for _, read in answer.understood.corrected]
    before = escape(voice.texts("context.other")) if answer.understood.from_context else ""
    lines.append(before + bold(voice.texts("said.title", name=name_text(str(answer.values["name"]), voice))))
    head = ""
    for statement in answer.statements:
        document = voice.snapshot.documents[str(statement.values["document_id"])]
        title = str(statement.values["title"])
        office = voice.texts("list.comma").join(name_text(part, voice) for part in title.split("、"))
        when = date_text(PartialDate(document.date.year, document.date.month), voice.language)
        last, head = head, voice.texts("said.then" if title else "said.when", title=office, date=when)
        if head != last:
            lines.append(escape(head))
        lines.append(_quotation(statement, voice, numbering))
    if any(voice.snapshot.language_of(c.document_id) is not voice.language for c in answer.citations):
        lines.append(escape(voice.texts("said.original")))
    return Message(fit_lines([*lines, *numbering.footer(voice)]))


def _quotation(statement: Statement, voice: Voice, numbering: Numbering) -> str:
    lines = [escape(shortened(line, TEXT_CHARACTERS)) for line in passage_text(statement, voice).split("\n")]
    text = "\n".join(lines)
    return f"<blockquote>{text}{numbering.marks(statement.citations)}</blockquote>"


def passage_text(statement: Statement, voice: Voice) -> str:
    """Sentences as printed, plain: those of a paragraph as one text, items of a list below it."""
    quotes = [shown_quote(citation.quote) for citation in statement.quotes]
    items = int(str(statement.values.get("items", 0)))
    said, listed = quotes[: len(quotes) - items], quotes[len(quotes) - items :]
    joint = " " if said[0].isascii() else ""
    return "\n".join([joint.join(said), *(f"· {item}" for item in listed)])


def excerpt(text: str, words: tuple[str, ...]) -> str:
    """A long sentence from a little before the first of `words`."""
    text = " ".join(neutral(text).split())
    if len(text) <= TEXT_CHARACTERS:
        return text
    found = re.search("|".join(map(re.escape, words)), text.lower()) if words else None
    start = max(0, (found.start() if found else 0) - BEFORE_CHARACTERS)
    start = min(start, len(text) - TEXT_CHARACTERS)
    end = start + TEXT_CHARACTERS
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def highlighted(text: str, words: tuple[str, ...]) -> str:
    """`text` as HTML with every one of `words` in bold, upper or lower case; longer ones first."""
    if not words:
        return escape(text)
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pieces = re.split(f"((?:{pattern})+)", text, flags=re.IGNORECASE)
    return "".join(bold(piece) if number % 2 else escape(piece) for number, piece in enumerate(pieces))


def _words(answer: Answer) -> tuple[str, ...]:
    words = answer.values["words"]
    return words if isinstance(words, tuple) else ()
