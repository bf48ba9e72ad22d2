"""The items of a document: below each heading a term and its explanation, or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.corpus.document import BlockKind, Citation, Document
from bot.corpus.problem import Problem, Severity
from bot.corpus.reading import read
from bot.facts.fact import GlossaryItem
from bot.facts.glossary.ending import ends, trimmed
from bot.facts.glossary.heading import Heading, heading_at, may_have, mentions
from bot.facts.glossary.rows import Row, following, rows, stopped
from bot.facts.glossary.term import Term, explained, stands_alone, term_at
from bot.facts.glossary.text import join, unadorned
from bot.facts.glossary.words import words

_STOPS = "。．.！？!?"
_MOST_PRELUDE = 3
_PRELUDE = 24
# So a report begins, never an explanation.
_NEWS = re.compile(r"近日|日前|昨[日天]|本报讯")
# What is longer is an article below a heading, no explanation.
_LONGEST = 5000
# `明文（plaintext）：未加密的信息。密文（ciphertext）：…` on one line.
_FURTHER = re.compile(r"(?<=[。；])\s*(?=[^，。；：（）()\s]{2,20}[（(][^（）()，。]{2,60}[)）]\s*[:：—])")


@dataclass(frozen=True, slots=True)
class Glossary:
    """The items of a document in order, each once, and a warning for each heading without one."""

    items: tuple[GlossaryItem, ...]
    problems: tuple[Problem, ...]


def glossary(document: Document, headings: Sequence[str]) -> Glossary:
    """What `document` explains below `headings`: phrases in any script and letter case."""
    if not may_have(document, headings):
        return Glossary((), ())
    found = rows(document)
    names = _names(document)
    starts = [(index, heading) for index in range(len(found)) if (heading := heading_at(found, index, headings, names))]
    title = read(document.title)
    items: dict[str, GlossaryItem] = {}
    problems = []
    for position, (start, heading) in enumerate(starts):
        stop = starts[position + 1][0] if position + 1 < len(starts) else len(found)
        if found[start].text == title:
            # An article named after the column is not the column.
            heading = replace(heading, certain=False)
        section = _section(found[start:stop], heading, names)
        for term, definition, line in section:
            source = Citation(document.id, line, _quote(document, line))
            item = GlossaryItem(term_zh=term.zh, term_en=term.en, definition=definition, source=source)
            items.setdefault(item.id, item)
        if not section and mentions(found[start].text, headings) and not found[start].linked:
            params = {"heading": found[start].text}
            problems.append(Problem(document.path, found[start].line, Severity.WARNING, "glossary_unread", params))
    return Glossary(tuple(items.values()), tuple(problems))


def _names(document: Document) -> tuple[str, ...]:
    """The names that the page prints of itself, as they are read."""
    printed = (document.publisher, document.author, document.title)
    return tuple(dict.fromkeys(read(name) for name in printed if name))


def _section(section: Sequence[Row], heading: Heading, names: Sequence[str]) -> list[tuple[Term, str, int]]:
    """(term, explanation, line of the term) of every item below a heading; `section` ends before the next one."""
    below = list(section[heading.rows :])
    quoted = section[0].block.kind is BlockKind.QUOTE
    start = _start(below, section[0], heading)
    if start is None:
        return []
    found, index = start
    items: list[tuple[Term, str, int]] = []
    term = term_at(found, index)
    style = _style(found, index, term) if term else None
    while term:
        line = found[index].line
        text, index, further = _explanation(found, index, term, style, names, quoted)
        items.extend(_split(term, text, line))
        term = further
    return items


def _start(below: list[Row], first: Row, heading: Heading) -> tuple[list[Row], int] | None:
    """The rows that hold the first term, and where it begins; None without a term to be sure of."""
    if not heading.rest:
        return _from(below, heading.certain)
    behind = [Row(heading.rest, first.line, first.block, True), *below]
    term = term_at(behind, 0)
    category = words().categories.fullmatch(heading.rest) is not None
    if term and not category and _is_apart(term) and _sure(behind, 0, term):
        return behind, 0
    if start := _from(below, certain=False):
        return start
    if not heading.certain:
        return None
    # A name behind the heading, if it is no category or slogan above another.
    bare = term is not None and not term.two_names and not category
    if term and bare and _sure(behind, 0, term) and not _bare_term_below(below):
        return behind, 0
    return _from(below, certain=True)


def _from(below: list[Row], certain: bool) -> tuple[list[Row], int] | None:
    index = _first_term(below, certain)
    return None if index is None else (below, index)


def _explained_below(found: Sequence[Row], term: Term) -> bool:
    return following(found, term.used) is not None


def _bare_term_below(below: Sequence[Row]) -> bool:
    """True if a term of one name stands below, so that what stands behind the heading is a category or a slogan."""
    index = next((i for i, row in enumerate(below) if not row.gap), None)
    term = term_at(below, index) if index is not None else None
    if index is None or term is None or term.rest or not stands_alone(below, index, term):
        return False
    return _sure(below, index, term) and not words().explaining.match(below[index].text)


def _first_term(below: Sequence[Row], certain: bool) -> int | None:
    """Index of the first term: it stands below the heading, or below an issue's number or a slogan."""
    skipped = 0
    for index, row in enumerate(below):
        if row.gap or (not row.opens and skipped):
            continue
        term = term_at(below, index)
        if term and (certain or _is_apart(term)) and _sure(below, index, term):
            if _is_category(below, index, term):
                continue
            return index
        prelude = len(row.text) <= _PRELUDE and row.block.kind is not BlockKind.ITEM
        issue = words().issues.fullmatch(row.text.strip("（）()【】 "))
        if not prelude or row.linked or skipped >= _MOST_PRELUDE or not (issue or _is_slogan(row.text)):
            return None
        # Below a slogan a line of one name may be anything.
        certain = certain and issue is not None
        skipped += 1
    return None


def _is_apart(term: Term) -> bool:
    """True if the term names itself in two languages and nothing but its explanation stands with it."""
    return term.two_names and (term.inline or not term.rest)


def _is_category(found: Sequence[Row], index: int, term: Term) -> bool:
    """True if a line of one name stands above the term itself: 密码学, 安全小词典."""
    at = next((i for i in range(index + term.used, len(found)) if not found[i].gap), None)
    plain = not term.two_names and not term.rest
    below = term_at(found, at) if plain and at is not None and found[at].opens else None
    if at is None or below is None or not below.two_names or words().explaining.match(found[at].text):
        return False
    return (below.inline or stands_alone(found, at, below)) and _sure(found, at, below)


def _is_slogan(text: str) -> bool:
    known = words()
    return bool(known.slogans.search(text) or known.categories.fullmatch(text) or text[-1:] in "！!～~：:")


def _sure(found: Sequence[Row], index: int, term: Term) -> bool:
    """True if what follows may be the term's explanation."""
    below = following(found, index + term.used)
    text = term.rest or (below.block.text if below and below.opens else below.text if below else "")
    if not re.search(r"\w", text):
        return False
    if term.rest and not term.inline and not term.two_names:
        return False
    if not term.rest and below and (below.linked or words().closings.fullmatch(unadorned(below.text))):
        return False
    if not term.rest and below and _is_list(found, index + term.used):
        return False
    return not (_NEWS.match(text) if term.two_names else words().announcing.search(text))


def _is_list(found: Sequence[Row], start: int) -> bool:
    """True if only another name stands below: names one under the other, nothing that explains them."""
    index = next(i for i in range(start, len(found)) if not found[i].gap)
    below = term_at(found, index)
    return below is not None and below.two_names and not below.rest and not words().explaining.search(found[index].text)


def _explanation(
    found: Sequence[Row], index: int, term: Term, style: tuple[object, ...] | None, names: Sequence[str], quoted: bool
) -> tuple[str, int, Term | None]:
    """The explanation of the term at `index`, and the next term of the same style with its index, if one follows."""
    text, at = term.rest, index + term.used
    while at < len(found) and len(text) <= _LONGEST:
        row = found[at]
        if row.gap:
            if text and row.text and text[-1] not in _STOPS:
                # A mark alone on its line belongs to a text that stops without one.
                text += row.text
            elif text:
                return text, *_further(found, at, style)
        elif not text:
            if (
                row.linked
                or row.block.kind in (BlockKind.HEADING, BlockKind.ROW)
                or words().closings.fullmatch(row.text)
            ):
                return "", at, None
            text = join([text, row.number + explained(row.text)])
        else:
            if further := _term_of_style(found, at, style, text):
                return text, at, further
            if ends(found, at, text, names) or (quoted and row.block.kind is not BlockKind.QUOTE):
                return text, at, None
            text = join([text, row.number + row.text])
        at += 1
    return text, at, None


def _further(found: Sequence[Row], at: int, style: tuple[object, ...] | None) -> tuple[int, Term | None]:
    """Behind an image or a rule the column goes on only with a term in two languages."""
    index = next((i for i in range(at, len(found)) if not found[i].gap), None)
    term = _term_of_style(found, index, style, "。") if index is not None else None
    return (index, term) if index is not None and term and term.two_names else (at, None)


def _term_of_style(found: Sequence[Row], index: int, style: tuple[object, ...] | None, text: str) -> Term | None:
    """The term at `index` if it is printed as the first one was and the text before it has ended."""
    row = found[index]
    if not (stopped(text) or (row.opens and (row.block.kind is BlockKind.ITEM or row.lead))):
        return None
    term = term_at(found, index)
    if term is None or _style(found, index, term) != style or not _sure(found, index, term):
        return None
    if not row.opens and not term.two_names:
        return None
    if not term.inline and (term.rest or not _explained_below(found[index:], term)) and not row.lead:
        return None
    if term.two_names:
        return term
    below = following(found, index + term.used)
    explanation = term.rest or (below.block.text if below else "")
    if words().connectives.match(row.text) or not stopped(explanation):
        return None
    return term if term.en or words().explaining.search(explanation) else None


def _style(found: Sequence[Row], index: int, term: Term) -> tuple[object, ...]:
    """How a term is printed: its block, in bold, its explanation on the same line or in the same block."""
    row, below = found[index], following(found, index + term.used)
    tight = not term.inline and below is not None and not below.opens
    return row.block.kind, bool(row.lead), term.inline, tight


def _split(term: Term, text: str, line: int) -> Iterator[tuple[Term, str, int]]:
    """The item, and those that follow on the same line."""
    if len(text) > _LONGEST:
        return
    parts = _FURTHER.split(text) if term.inline and term.two_names else [text]
    for position, part in enumerate(parts):
        named = term
        if position:
            # The pieces are terms by their form.
            match = re.match(r"([^（(]+)[（(]([^）)]+)[)）]\s*[:：—]+\s*", part)
            if match is None:
                continue
            named, part = Term(match[1], match[2], 1, "", True), part[match.end() :]
        definition = trimmed(part.strip())
        if re.search(r"\w", definition):
            yield named, definition, line


def _quote(document: Document, line: int) -> str:
    """The printed sentence at `line`."""
    for sentence in document.sentences():
        if sentence.line == line:
            return sentence.quote
    for block in document.blocks:
        if block.line <= line < block.line + max(1, len(block.lines)) and block.sentences:
            return block.sentences[0].quote
    return ""
