"""What a page prints above the text: the title again, the author's and the account's names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.corpus.chrome import core
from bot.corpus.lines import Line, LineKind

_NAME = re.compile(r"[^\W\d_](?:[\w·•・.\-—|丨 ]{0,18}\w)?")
_MOST_NAMES = 3
# How many blanks and marks a title printed again may have more or less.
_TITLE_EDGES = 12


def is_title(text: str, title: str) -> bool:
    """True if `text` is the title, blanks and the punctuation around it aside; both as they are read."""
    if abs(len(text) - len(title)) > _TITLE_EDGES:
        return False
    return core(text).replace(" ", "") == core(title).replace(" ", "")


def repeated_titles(body: Sequence[Line], title: str) -> frozenset[int]:
    """Numbers of the lines that print the title again: every such heading or line but the first."""
    found = [line for line in body if line.kind in (LineKind.HEADING, LineKind.TEXT) and is_title(line.text, title)]
    return frozenset(line.number for line in found[1:])


def names_under_title(body: Sequence[Line], title: str, publisher: str, chrome: frozenset[int]) -> list[Line]:
    """Author and account as WeChat prints them: up to three name-like lines of their own under the title."""
    headings = [i for i, line in enumerate(body) if is_title(line.text, title)]
    if not headings:
        return []
    names: list[Line] = []
    for line in body[headings[-1] + 1 :]:
        if line.kind is LineKind.RULE or line.number in chrome:
            continue
        plain = line.kind is LineKind.TEXT and not line.quoted and len(line.text) == line.stop - line.start
        if not plain or not _NAME.fullmatch(line.text):
            break
        names.append(line)
    # A sub-heading looks like a name too: only the publisher's name, or the account printed again, proves the layout.
    texts = [line.text for line in names]
    proven = publisher in texts or len(set(texts)) < len(texts)
    return names if proven and len(names) <= _MOST_NAMES else []
