"""References to articles, to be copied with one tap."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, Statement
from bot.corpus.document import Document
from bot.language import Language
from bot.messages.html import bold, escape, neutral
from bot.messages.message import Message
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def cite_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """One line an article; Telegram copies what stands as code when it is tapped."""
    lines = [bold(voice.texts("cite.title"))]
    lines += [f"<code>{escape(cite_text(statement, voice))}</code>" for statement in answer.statements]
    return Message(fit_lines(lines))


def cite_text(statement: Statement, voice: Voice) -> str:
    """The reference as plain text."""
    return reference(voice.snapshot.documents[str(statement.values["document_id"])], voice.language)


def reference(document: Document, language: Language) -> str:
    """Author, title, publisher, date, address. In Chinese as GB/T 7714-2015 writes electronic sources, with the day on
    which the article was fetched in brackets; in English in the order of APA 7."""
    who = neutral(document.author or document.publisher or "")
    title, publisher, day = neutral(document.title), neutral(document.publisher), str(document.date)
    if language is Language.ZH:
        fetched = _ISO_DAY.match(document.fetched)
        parts = [who, f"{title}[EB/OL]", f"{publisher if publisher != who else ''}({day})"]
        text = ". ".join(part for part in parts if part) + (f"[{fetched[0]}]" if fetched else "")
    else:
        parts = [f"{who} ({day})" if who else f"({day})", title, publisher if publisher != who else ""]
        text = ". ".join(part for part in parts if part)
    return f"{text}. {document.url}" if document.url else f"{text}."
