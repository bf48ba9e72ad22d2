"""看原句: the sentences that prove an answer, numbered as in it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus.document import Citation
from bot.messages.callback import Press
from bot.messages.html import bold, escape, shown_quote
from bot.messages.keyboard import button, row
from bot.messages.message import Message
from bot.messages.sources import document_line
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

# A sentence of an article is rarely longer; what is cut is one press away, in the article.
QUOTE_CHARACTERS = 500


def proof_message(citations: Sequence[Citation], back: Press, voice: Voice) -> Message:
    """Each sentence with its number and line, below the article that it stands in, and a button back to the answer."""
    lines = [bold(voice.texts("proof.title"))]
    article = ""
    for number, citation in enumerate(citations, 1):
        if citation.document_id != article:
            article = citation.document_id
            lines.append(document_line(voice.snapshot.documents[article], voice))
        quote = shown_quote(citation.quote)
        if len(quote) > QUOTE_CHARACTERS:
            quote = quote[: QUOTE_CHARACTERS - 1] + "…"
        place = escape(voice.texts("proof.line", number=number, line=citation.line))
        lines.append(f"{place}\n<blockquote>{escape(quote)}</blockquote>")
    return Message(fit_lines(lines), row(button(voice.texts("button.back"), back)))
