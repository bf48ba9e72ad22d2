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
    """Each sentence with publisher, date and line in the file, and a button back to the answer."""
    lines = [bold(voice.texts("proof.title"))]
    for number, citation in enumerate(citations, 1):
        document = voice.snapshot.documents[citation.document_id]
        quote = shown_quote(citation.quote)
        if len(quote) > QUOTE_CHARACTERS:
            quote = quote[: QUOTE_CHARACTERS - 1] + "…"
        place = document_line(document, voice) + escape(voice.texts("proof.line", line=citation.line))
        lines.append(f"[{number}] <blockquote>{escape(quote)}</blockquote>{place}")
    return Message(fit_lines(lines), row(button(voice.texts("button.back"), back)))
