"""Telegram HTML: escaping, what a reader sees of it, and a quotation made fit to show."""

from __future__ import annotations

import html
import re

# Invisible characters that reorder or hide text: bidi marks, embeddings, overrides and isolates (Unicode UAX #9),
# zero-width space and word joiner, soft hyphen, BOM. Zero-width (non-)joiners stay: scripts and emoji need them.
_FORMAT = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u00ad\ufeff\ufff9-\ufffb]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_TAG = re.compile(r"</?[a-z][^>]*>")

_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"(\*\*|__|~~|`)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LINE_MARK = re.compile(r"(?m)^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+|\d{1,3}[.)][ \t]+)")
_BREAK = re.compile(r"[ \t]*\n\s*")
_WIDE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u2018-\u201f\u2014\u2026"


def neutral(text: str) -> str:
    """`text` without characters that control, reorder or hide: control characters become a space."""
    return _FORMAT.sub("", _CONTROL.sub(" ", text))


def escape(text: str) -> str:
    """Plain text as Telegram HTML, neutralised: fit for text and for a quoted attribute."""
    return html.escape(neutral(text))


def plain(markup: str) -> str:
    """What a reader sees of Telegram HTML: tags dropped, entities resolved."""
    return html.unescape(_TAG.sub("", markup))


def bold(text: str) -> str:
    """`text` in bold."""
    return f"<b>{escape(text)}</b>"


def link(text: str, url: str) -> str:
    """`text` linked to `url`; only the text when the address is not http(s)."""
    return f'<a href="{escape(url)}">{escape(text)}</a>' if re.match(r"https?://\S+$", url) else escape(text)


def shown_quote(quote: str) -> str:
    """A verbatim slice of an article as a reader sees it: Markdown marks dropped, hard-broken lines joined.

    Lines are joined without a space where a Chinese character or punctuation mark stands on either side.
    """
    text = _LINE_MARK.sub("", quote.replace("\r\n", "\n"))
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    text = neutral(text).strip().strip("*").strip()
    text = re.sub(rf"(?<=[{_WIDE}]){_BREAK.pattern}|{_BREAK.pattern}(?=[{_WIDE}])", "", text)
    return _BREAK.sub(" ", text)


def shortened(text: str, limit: int) -> str:
    """`text` on one line, neutralised, cut to `limit` characters with an ellipsis."""
    line = " ".join(neutral(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
