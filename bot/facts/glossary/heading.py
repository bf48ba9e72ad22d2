"""Which line opens a glossary column: the configured phrase, however it is decorated, numbered or broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.corpus.document import BlockKind, Document
from bot.corpus.reading import simplified
from bot.facts.glossary.rows import Row, stopped
from bot.facts.glossary.words import words

# Longer lines mention the column; only a definition on the heading's own line may be longer.
_LONGEST = 60
_LONGEST_AROUND = 8
_SENTENCE = re.compile(r"[，。；！？,;!?、“”\"]")
# 最受欢迎的栏目是, 请看, 他们在
_PREDICATE = re.compile(r"[的是在说看读请有]$|^(?:请|看|读|在)")
_DIVIDER = re.compile(r"[^\w（(]*[|｜:：·•\-—–/➤→>~～】」』》〗\]][^\w（(]*")
_BRACKETED = re.compile(r"[（(\[【]([^（）()\[\]【】]{1,24})[)）\]】]")
_INDEX = re.compile(r"(?:第?[\d一二三四五六七八九十①-⑳]{1,3}(?:部分?|[章节篇])?|part\W*\d+|no\W*\d+)", re.IGNORECASE)
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Heading:
    """`rows` lines are the heading; `rest` is what stands behind the phrase and may be the term.

    `certain` is false where the words around the phrase may be a sentence's as well: then only a term that names itself
    in two languages proves the column.
    """

    rows: int
    rest: str
    certain: bool


@cache
def _phrase(headings: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """The phrases as a pattern that allows blanks between the characters, and as they are compared when broken."""
    plain = sorted({_compact(simplified(heading)) for heading in headings} - {""}, key=len, reverse=True)
    # Without letter case Chinese text is searched twice as fast.
    flags = re.IGNORECASE if any(phrase.upper() != phrase for phrase in plain) else re.NOFLAG
    spelled = (r"[\s*_]*".join(map(re.escape, phrase)) for phrase in plain)
    return re.compile("|".join(spelled), flags), tuple(plain)


def _compact(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def heading_at(found: Sequence[Row], index: int, headings: Sequence[str], names: Sequence[str]) -> Heading | None:
    """The heading that row `index` is, or None. `names` are those of the publisher and the author."""
    row = found[index]
    pattern, plain = _phrase(tuple(headings))
    if row.gap or not plain or row.block.code or len([cell for cell in row.block.cells if cell]) > 1:
        return None
    match, used, text = pattern.search(row.text), 1, row.text
    if match is None:
        text = _broken(found, index, plain)
        match, used = pattern.search(text) if text else None, 2
    if match is None or not (row.opens or _ended(found[index - 1].text)):
        return None
    before, after = text[: match.start()], text[match.end() :].replace("丨", "|")
    trusted = _before(before, names)
    behind = _behind(after)
    if trusted is None or behind is None:
        return None
    rest, exact = behind
    certain = trusted and exact and not row.linked
    if row.block.kind is BlockKind.ITEM and row.opens and _in_a_list(found, index):
        return None
    if not row.opens and not (certain and not rest):
        return None
    return Heading(used, rest, certain)


def may_have(document: Document, headings: Sequence[str]) -> bool:
    """False if no heading can stand in `document`: cheaper than to look at every line."""
    pattern, plain = _phrase(tuple(headings))
    return (
        bool(plain) and pattern.search("".join(line for block in document.blocks for line in block.lines)) is not None
    )


def mentions(text: str, headings: Sequence[str]) -> bool:
    """True if a short line that is no sentence names the column."""
    return len(text) <= _LONGEST and not stopped(text) and _phrase(tuple(headings))[0].search(text) is not None


def _broken(found: Sequence[Row], index: int, plain: Sequence[str]) -> str:
    """Two lines that are the phrase together, as one; else ""."""
    row, below = found[index], found[index + 1] if index + 1 < len(found) else None
    begun = _compact(row.text) if len(row.text) <= _LONGEST_AROUND * 2 else ""
    if not begun or below is None or below.gap:
        return ""
    if any(phrase.startswith(begun) and _compact(below.text) == phrase[len(begun) :] for phrase in plain):
        return row.text + below.text
    return ""


def _ended(text: str) -> bool:
    return stopped(text) or bool(words().closings.fullmatch(text))


def _in_a_list(found: Sequence[Row], index: int) -> bool:
    """True if another item of the list stands right above or below: a table of contents."""
    around = [found[i] for i in (index - 1, index + 1) if 0 <= i < len(found)]
    return any(row.block.kind is BlockKind.ITEM and abs(row.line - found[index].line) <= 2 for row in around)


def _before(text: str, names: Sequence[str]) -> bool | None:
    """Whether what stands before the phrase belongs to a heading: True, perhaps (False), or no (None)."""
    bare = _EDGES.sub("", text)
    if not bare or _INDEX.fullmatch(bare):
        return True
    if len(bare) > _LONGEST_AROUND + 4 or _SENTENCE.search(bare):
        return None
    known = [name for name in names if len(bare) > 1 and (name.startswith(bare) or bare == name)]
    if known or words().prefixes.fullmatch(bare):
        return True
    divided = re.search(r"[|｜:：·•/\-—】」』\]]\W*$", text)
    if divided:
        return True
    return None if len(bare) > _LONGEST_AROUND or _PREDICATE.search(bare) else False


def _behind(text: str) -> tuple[str, bool] | None:
    """(what may be the term, whether it is surely a heading) behind the phrase; None if the line is a sentence."""
    suffix = re.match(rf"\s*(?:{words().suffixes.pattern})+(?![\w])", text, re.IGNORECASE)
    text = text[suffix.end() :] if suffix else text
    while match := re.match(rf"[^\w（(]*{_BRACKETED.pattern}(?=[\W_]*$|\s*[|｜:：])", text):
        # (第3期), （密码学）; but a term in brackets follows a divider.
        text = text[match.end() :]
    bare = _EDGES.sub("", text)
    if not bare or words().issues.fullmatch(bare):
        return "", True
    divider = _DIVIDER.match(text)
    rest = (text[divider.end() :] if divider else text).strip().rstrip("|｜】」』》*_ ")
    if issue := re.match(rf"(?:{words().issues.pattern})\s*[|｜:：·\-—/】]+\s*(?=\w)", rest, re.IGNORECASE):
        rest = rest[issue.end() :]
    if divider and rest:
        return rest, True
    if re.match(r"\s+\S", text):
        return rest, True
    return ("", False) if len(bare) <= _LONGEST_AROUND and not _SENTENCE.search(text) else None
