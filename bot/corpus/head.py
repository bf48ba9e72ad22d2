"""What a page prints above the text: the title again, the author's and the account's names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.corpus.chrome import core
from bot.corpus.lines import Line, LineKind

_NAME = re.compile(r"[^\W\d_](?:[\w·•・.\-—|丨 ]{0,18}\w)?")
_MOST_NAMES = 3
# How many blanks and marks a title printed again may have more or less.
_TITLE_EDGES = 12


def title_lines(body: Iterable[Line], title: str) -> list[Line]:
    """The lines that print the title, blanks and the punctuation around it aside."""
    key = _key(title)
    found = [line for line in body if abs(len(line.text) - len(key)) <= _TITLE_EDGES and key[:1] in line.text]
    return [line for line in found if line.kind is not LineKind.ITEM and _key(line.text) == key]


def _key(text: str) -> str:
    return core(text).replace(" ", "")


def names_under_title(body: Sequence[Line], title: Line, publisher: str, chrome: frozenset[int]) -> list[Line]:
    """Author and account as WeChat prints them: up to three name-like lines of their own under the line `title`."""
    names: list[Line] = []
    for line in body[body.index(title) + 1 :]:
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
