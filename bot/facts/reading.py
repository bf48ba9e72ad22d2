"""An article read with scope: what extractors ask.

For every position of every sentence a `Read` tells which edition the text speaks of, whose figures stand there, and what
a date means; no extractor works scope out by itself. `bot.facts.scope` builds it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from bot.corpus.date import PartialDate
from bot.corpus.document import BlockKind, Citation, Document, Sentence
from bot.facts.dates import DatePoint, DateSpan
from bot.facts.editions import EditionMark
from bot.facts.fact import Phase
from bot.facts.names import Mention, Names, Owner
from bot.facts.numerals import Number, numbers

_FUTURE_ZH = re.compile(r"将(?!军|士|领|来)|拟(?:于)?|即将|预计|计划(?:于|在)|定于|筹备")
_FUTURE_EN = re.compile(
    r"\bwill\b|\bis (?:scheduled|set|due|expected) to\b|\bto be held\b|\bslated\b|\bupcoming\b|\bplans? to\b",
    re.IGNORECASE,
)
_LONGEST = timedelta(days=31)
# Figures of an article that appears some days into a meeting are results, not plans.
_UNDER_WAY = timedelta(days=3)
# How far into a sentence the name of its edition may stand behind its first day.
_HEAD = 24
_CLAUSE_MARK = re.compile(r"[“‘《（「『”’》）」』，。；！？,;]")


@dataclass(frozen=True)
class Read:
    """A sentence with scope; `text` is the sentence's, positions count in it.

    `dates`, `mentions` and `marks` stand in order of position and do not overlap. `edition` and `owner` hold
    before the first mark or mention; `changes` are the comparisons (较去年增加5个), whose figures are differences. What
    few sentences are asked for, their `numbers` and `clauses`, is worked out when asked for.
    """

    sentence: Sentence
    text: str
    kind: BlockKind
    block: int
    heading: bool
    is_chinese: bool
    dates: tuple[DateSpan, ...]
    mentions: tuple[Mention, ...]
    marks: tuple[EditionMark, ...]
    changes: tuple[tuple[int, int], ...]
    edition: int | None
    owner: Owner
    last_month: int | None
    last_day: PartialDate | None
    reference_year: int

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The counts in order; what is part of a date is none."""
        return tuple(
            number
            for number in numbers(self.text)
            if not any(span.start < number.end and number.start < span.end for span in self.dates)
        )

    @cached_property
    def clauses(self) -> tuple[tuple[int, int], ...]:
        """Starts and ends: commas outside quotation marks and brackets end a clause, those within a number do not."""
        text = self.text
        found: list[tuple[int, int]] = []
        start = depth = 0
        for match in _CLAUSE_MARK.finditer(text):
            index, mark = match.start(), match[0]
            if mark in "“‘《（「『":
                depth += 1
            elif mark in "”’》）」』":
                depth = max(0, depth - 1)
            elif depth == 0 and not (
                mark in ",;" and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()
            ):
                found.append((start, index))
                start = index + 1
        found.append((start, len(text)))
        return tuple(found)

    def edition_at(self, position: int) -> int | None:
        """The year of the edition spoken of at `position`: None if none is known or several are meant."""
        for mark in reversed(self.marks):
            if mark.start > position:
                continue
            # 去年是14个；… : what is no name holds to the end of its part only.
            # Where that was this year beside an earlier one, the text is back at its own edition.
            if mark.named or mark.year == self.edition or self.text.find("；", mark.end, position) < 0:
                return mark.year or None
        return self.edition or None

    def edition_of_day(self, position: int) -> int | None:
        """The edition of a day: 11月19日至22日，2024年峰会……: at the head of a sentence the one named behind it."""
        named = self.marks[0] if self.marks and self.marks[0].named else None
        if named and position < named.start <= _HEAD and not any(mark in "；。" for mark in self.text[: named.start]):
            return named.year or None
        return self.edition_at(position)

    def owner_at(self, position: int) -> Owner:
        """Whose figures stand at `position`."""
        before = [
            mention for mention in self.mentions if mention.start <= position and mention.owner is not Owner.PRESS
        ]
        return before[-1].owner if before else self.owner

    def in_change(self, position: int) -> bool:
        """True inside a comparison (较去年增加5个), whose figures are differences."""
        return any(start <= position < end for start, end in self.changes)

    def names(self, owner: Owner) -> bool:
        """True if `owner` is named in the sentence, or owns it from before."""
        return self.owner is owner or any(mention.owner is owner for mention in self.mentions)

    def resolve(self, point: DatePoint, position: int) -> PartialDate | None:
        """A date with what the text leaves out filled in from the sentence and its scope."""
        before = [span for span in self.dates if span.start < position]
        if point == DatePoint():  # 当日: the day named last before
            named = [span for span in before if span.first.day]
            last = self.resolve(named[-1].first, named[-1].start) if named else None
            return last or self.last_day
        said = [span.last or span.first for span in before]
        year = next((known.year for known in reversed(said) if known.year), None)
        month = next((known.month for known in reversed(said) if known.month), None)
        if year is None:
            year = self.edition_of_day(position) or self.reference_year
        return point.resolve(year, month or self.last_month)

    def range_of(self, span: DateSpan) -> tuple[PartialDate, PartialDate] | None:
        """First and last day of a range; None if it is none, or ends before it begins."""
        if span.last is None:
            return None
        first = self.resolve(span.first, span.start)
        last = span.last.resolve(first.year, first.month) if first else None
        if first is None or last is None or not (first.is_full and last.is_full):
            return None
        if last.first < first.first and span.last.year is None:
            last = PartialDate(last.year + 1, last.month, last.day)
        if not timedelta(0) <= last.first - first.first <= _LONGEST:
            return None
        return first, last

    def clause(self, position: int) -> tuple[int, int]:
        """Start and end of the clause that holds `position`."""
        for start, end in self.clauses:
            if position <= end:
                return start, end
        return self.clauses[-1] if self.clauses else (0, len(self.text))


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with scope. `edition` is the year of the edition it is about, None if it is about none.

    `starts` is the first day of the main edition where the article gives it in a range.
    """

    document: Document
    names: Names
    edition: int | None
    owner: Owner
    reads: tuple[Read, ...]
    starts: PartialDate | None

    def cite(self, read: Read) -> Citation:
        """The proof that a fact found in `read` carries."""
        return Citation(self.document.id, read.sentence.line, read.sentence.quote)

    def phase(self, read: Read, position: int, year: int | None, day: PartialDate | None = None) -> Phase:
        """Announced if what is said lies after the article's date, or is put in the future by the clause itself."""
        article = self.document.date
        when = day or (PartialDate(year) if year else None)
        if when is not None and when.first > article.last:
            return Phase.ANNOUNCED
        if when is not None and when.last < article.first:
            return Phase.REPORTED
        if year == self.edition and self.starts is not None and article.is_full:
            if self.starts.first > article.last:
                return Phase.ANNOUNCED
            if self.starts.first < article.first - _UNDER_WAY:
                return Phase.REPORTED
        start, end = read.clause(position)
        pattern = _FUTURE_ZH if read.is_chinese else _FUTURE_EN
        return Phase.ANNOUNCED if pattern.search(read.text, start, end) else Phase.REPORTED
