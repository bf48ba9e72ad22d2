"""An article read with scope: for every position of every sentence, which edition and whose figures.

Extractors get a `Reading` and ask it; no extractor works scope out by itself. The rules are those of the design:
a named edition holds until another is named, a named programme owns every figure of its paragraph until another is named,
今年 and 去年 count from the article's date, figures over several years belong to no edition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice

from bot.corpus.date import PartialDate
from bot.corpus.document import Block, BlockKind, Citation, Document, Sentence
from bot.corpus.reading import simplified
from bot.facts.dates import DatePoint, DateSpan, find_dates
from bot.facts.fact import Phase
from bot.facts.names import PROGRAMMES, Mention, Names, Owner
from bot.facts.numerals import Number, numbers, parse_ordinal

# An edition that is none: totals over several years, earlier editions as a group.
NO_EDITION = 0

_ORDINAL = r"第\s?([〇零一二三四五六七八九十百\d]{1,4})\s?届"
_SUMMIT_WORD = r"(?:乌镇)?(?:峰会|大会|盛会|会议)"
_THIS = re.compile(
    r"今年|本届|此次(?:峰会|大会)|本次(?:峰会|大会)|这次(?:峰会|大会)|this year(?:'s|’s)?|this edition", re.IGNORECASE
)
_LAST = re.compile(r"去年|上届|上一届|前一届|last year(?:'s|’s)?|(?:the )?previous (?:edition|year)", re.IGNORECASE)
_BEFORE_LAST = re.compile(r"前年")
_NEXT = re.compile(r"明年|下届|下一届|next year(?:'s|’s)?", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:历届|往届|历年)(?![^，。]{0,6}(?:最|新高|之冠))|前[两二三四五六七八九十\d]+届|[一二三四五六七八九十\d]+(?:多|余)?年(?:来|间)|(?:[从自]?\d{4}年|届)以来|(?:举办|创办|成立|创立)(?:\d+年)?以来|多年来|[从自]\d{4}年[^，。]{0,6}(?:起|开始|至今|到\d{4}年|至\d{4}年)|先后(?:接待|迎来|吸引)|迄今|至今(?!年)|过去[\d一二三四五六七八九十]+年"
    r"|cumulative|so far|since 20\d\d|over the (?:past|years)|in total since|previous editions|past (?:\w+ )?(?:years|editions)|decade",
    re.IGNORECASE,
)
# Words that an article on another meeting uses of that meeting.
_IN_ITS_OWN = frozenset((Owner.SUMMIT, Owner.EXPO, Owner.CONTEST))
# A、B等活动: a programme in a list of activities owns nothing.
_ENUMERATED = re.compile(r"[^，。；]{0,40}等[^，。；]{0,8}活动")
_LEAD_SENTENCES = 2
_OPENING_SENTENCES = 6
_BARE_FORUM = 4
_HEADING_LENGTH = 40
_COMPARED = re.compile(
    r"(?:较|比|与|同|相比|相较|高于|多于|超过)(?:于)?(?:去年|上届|上一届|往年|往届|前一届|历届|以往|上年)(?:同期|相比)?|同比|环比"
    r"|(?:than|from|compared (?:with|to)|up from|over) (?:last year|the previous|the last)",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[，。；！？]|, |; ")
# 成立后的第一届 counts from something else than the first edition.
_COUNTED_FROM = re.compile(r"(?:成立|转型|升级|恢复)[^，。]{0,12}(?:后|以来)的?[^，。]{0,6}$")
_FUTURE_ZH = re.compile(r"将(?!军|士|领|来)|拟(?:于)?|即将|预计|计划(?:于|在)|定于|筹备")
_FUTURE_EN = re.compile(
    r"\bwill\b|\bis (?:scheduled|set|due|expected) to\b|\bto be held\b|\bslated\b|\bupcoming\b|\bplans? to\b",
    re.IGNORECASE,
)
_ORDINAL_EN = r"(?:the\s+)?(\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth)"


@dataclass(frozen=True, slots=True)
class EditionMark:
    """From `start` on the text speaks of the edition of `year` (NO_EDITION: of none). `named`: carried to what follows."""

    start: int
    end: int
    year: int
    named: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with scope."""

    sentence: Sentence
    kind: BlockKind
    block: int
    dates: tuple[DateSpan, ...]
    numbers: tuple[Number, ...]
    mentions: tuple[Mention, ...]
    marks: tuple[EditionMark, ...]
    changes: tuple[tuple[int, int], ...]
    edition: int | None
    owner: Owner
    last_date: DatePoint | None
    last_day: PartialDate | None
    reference_year: int
    heading: bool

    @property
    def text(self) -> str:
        """The text that positions count in."""
        return self.sentence.text

    @property
    def is_chinese(self) -> bool:
        """True if the sentence has Han characters."""
        return bool(re.search(r"[\u4e00-\u9fff]", self.text))

    def edition_at(self, position: int) -> int | None:
        """The year of the edition spoken of at `position`: None if none is known or several are meant."""
        before = [mark for mark in self.marks if mark.start <= position]
        year = before[-1].year if before else self.edition
        return year or None

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
        year: int | None = None
        month: int | None = None
        day = self.last_day
        for span in self.dates:
            if span.start >= position:
                break
            if span.first.day:
                day = self.resolve(span.first, span.start) or day
            last = span.last or span.first
            year = last.year or year
            month = last.month or month
        if year is None:
            year = self.edition_at(position) or self.reference_year
        if point == DatePoint():
            return day
        if month is None and self.last_date is not None:
            month = self.last_date.month
        return point.resolve(year, month)

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
        if not timedelta(0) <= last.first - first.first <= timedelta(days=31):
            return None
        return first, last

    def clause(self, position: int) -> tuple[int, int]:
        """Start and end of the clause around `position`: commas outside quotation marks and brackets end it."""
        start, end, depth = 0, len(self.text), 0
        for index, character in enumerate(self.text):
            if character in "“‘《（「『":
                depth += 1
            elif character in "”’》）」』":
                depth = max(0, depth - 1)
            elif depth == 0 and (character in "，。；！？" or (character in ",;" and not self._in_number(index))):
                if index < position:
                    start = index + 1
                else:
                    end = index
                    break
        return start, end

    def _in_number(self, index: int) -> bool:
        return self.text[index + 1 : index + 2].isdigit() and self.text[index - 1 : index].isdigit()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with scope. `edition` is the year of the edition it is about, None if it is about none."""

    document: Document
    names: Names
    edition: int | None
    owner: Owner
    reads: tuple[Read, ...]

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
            if self.starts.first < article.first - timedelta(days=3):
                return Phase.REPORTED
        start, end = read.clause(position)
        pattern = _FUTURE_ZH if read.is_chinese else _FUTURE_EN
        return Phase.ANNOUNCED if pattern.search(read.text, start, end) else Phase.REPORTED

    @property
    def starts(self) -> PartialDate | None:
        """The first full date of the main edition that the article gives as a range, or as its opening."""
        for read in self.reads:
            for span in read.dates:
                if (
                    span.last
                    and read.edition_at(span.start) == self.edition
                    and read.owner_at(span.start) is Owner.SUMMIT
                ):
                    days = read.range_of(span)
                    if days and days[0].year == self.edition:
                        return days[0]
        return None


def read_document(document: Document, names: Names) -> Reading:
    """Scope for every sentence of `document`."""
    owner = _main_owner(document, names)
    edition = _main_edition(document, names, owner)
    reads = tuple(_read_blocks(document, names, edition, owner))
    return Reading(document, names, edition, owner, reads)


def _opening(document: Document) -> Iterator[str]:
    """The title and the first sentences: what an article is about stands there."""
    title = simplified(document.title)
    yield title
    body = (sentence.text for sentence in document.sentences() if sentence.text != title)
    yield from islice(body, _OPENING_SENTENCES)


def _main_owner(document: Document, names: Names) -> Owner:
    """Whom the article is about: OTHER when the series is only named in passing."""
    at_home = False
    for place, text in enumerate(_opening(document)):
        at_home = at_home or (place <= 1 and (names.place.zh in text or names.place.en.casefold() in text.casefold()))
        if place > _LEAD_SENTENCES and not at_home:
            return Owner.OTHER
        for mention in names.mentions(text):
            if mention.named or mention.owner in (Owner.ORGANISATION, Owner.OTHER):
                return mention.owner if mention.owner is not Owner.ORGANISATION else Owner.SUMMIT
    return Owner.OTHER


def _main_edition(document: Document, names: Names, owner: Owner) -> int | None:
    """From the title, else the first sentence that names an edition, else the year in which the series is spoken of."""
    if owner is Owner.OTHER:
        return None
    spoken = owner in PROGRAMMES
    for text in _opening(document):
        mentions = names.mentions(text)
        for mark in _edition_marks(text, names, mentions, document.date.year, None):
            if mark.named and mark.year and abs(mark.year - document.date.year) <= 30:
                return mark.year
        spoken = spoken or any(mention.owner is Owner.SUMMIT and mention.named for mention in mentions)
    return document.date.year if spoken else None


def _read_blocks(document: Document, names: Names, edition: int | None, owner: Owner) -> Iterator[Read]:
    section = edition
    last_date: DatePoint | None = _article_point(document.date)
    last_day: PartialDate | None = document.date if document.date.is_full else None
    for index, block in enumerate(document.blocks):
        current, current_owner = section, owner
        if block.kind is BlockKind.ITEM and index and document.blocks[index - 1].kind is BlockKind.ITEM:
            current = section
        heading = _is_heading(block)
        for sentence in block.sentences:
            read = _read(
                sentence,
                block,
                index,
                names,
                document.date,
                edition,
                current,
                current_owner,
                last_date,
                last_day,
                owner,
            )
            yield read
            carried = [mark for mark in read.marks if mark.named or (heading and sentence.text[mark.start].isdigit())]
            if carried:
                current = carried[-1].year or current
            elif current is None and any(mention.named for mention in read.mentions):
                # Named in passing without a year: the edition of the article's own year, for this paragraph.
                current = document.date.year
            owned = [mention for mention in read.mentions if mention.owner not in (Owner.PRESS, Owner.FORUM)]
            if owned:
                current_owner = owned[-1].owner
            for span in read.dates:
                point = span.last or span.first
                if point.month:
                    last_date = replace(point, day=None)
                if span.first.day:
                    last_day = read.resolve(span.first, span.start) or last_day
        if heading:
            section = current if any(mark.year for mark in read.marks) else edition


def _is_heading(block: Block) -> bool:
    """A heading, or a short line in bold or of an edition's name and date alone, as in a list of editions."""
    if block.kind is BlockKind.HEADING:
        return bool(block.sentences)
    text = block.text.strip()
    return bool(
        block.sentences
        and len(text) <= _HEADING_LENGTH
        and not re.search(r"[。！？]$", text)
        and (block.strong or re.fullmatch(rf"(?:{_ORDINAL}|\d{{4}}年?)[^，。]*", text))
    )


def _article_point(day: PartialDate) -> DatePoint:
    return DatePoint(day.year, day.month)


def _read(
    sentence: Sentence,
    block: Block,
    index: int,
    names: Names,
    article: PartialDate,
    main: int | None,
    edition: int | None,
    owner: Owner,
    last_date: DatePoint | None,
    last_day: PartialDate | None,
    main_owner: Owner,
) -> Read:
    text = sentence.text
    mentions = names.mentions(text)
    if main_owner is Owner.OTHER:
        # In an article on another meeting 峰会 and 大会 mean that meeting.
        mentions = tuple(
            replace(mention, owner=Owner.OTHER) if not mention.named and mention.owner in _IN_ITS_OWN else mention
            for mention in mentions
        )
    changes = tuple(_change_zones(text))
    mentions = tuple(
        mention
        for mention in mentions
        if not any(start <= mention.start < end for start, end in changes)
        and not (mention.owner in PROGRAMMES and _ENUMERATED.match(text, mention.end))
    )
    marks = tuple(
        mark
        for mark in _edition_marks(text, names, mentions, article.year, main)
        if not any(start <= mark.start < end for start, end in changes)
    )
    if names.special_year(article.year) and main_owner is Owner.SUMMIT:
        # In an edition that is itself called a forum, 本次论坛 is the edition.
        mentions = tuple(
            replace(m, owner=Owner.SUMMIT)
            if m.owner is Owner.FORUM and len(text[m.start : m.end]) <= _BARE_FORUM
            else m
            for m in mentions
        )
    if edition is None and not marks:
        marks = tuple(EditionMark(m.start, m.end, article.year, True) for m in mentions[:] if m.named)[:1]
    dates = find_dates(text, article)
    used = [(span.start, span.end) for span in dates]
    counts = tuple(
        number for number in numbers(text) if not any(start < number.end and number.start < end for start, end in used)
    )
    return Read(
        sentence,
        block.kind,
        index,
        dates,
        counts,
        mentions,
        marks,
        changes,
        edition,
        owner,
        last_date,
        last_day,
        article.year,
        _is_heading(block),
    )


def _change_zones(text: str) -> Iterator[tuple[int, int]]:
    for match in _COMPARED.finditer(text):
        clause = _CLAUSE_END.search(text, match.end())
        yield match.start(), clause.start() if clause else len(text)


def _edition_marks(
    text: str, names: Names, mentions: Sequence[Mention], article_year: int, main: int | None
) -> Iterable[EditionMark]:
    """Every mark in order; where two overlap, the longer."""
    found: list[EditionMark] = []
    for mark in _edition_candidates(text, names, mentions, article_year, main):
        if not any(mark.start < other.end and other.start < mark.end for other in found):
            found.append(mark)
    return sorted(found, key=lambda mark: mark.start)


def _edition_candidates(
    text: str, names: Names, mentions: Sequence[Mention], article_year: int, main: int | None
) -> Iterator[EditionMark]:
    for match in _SEVERAL.finditer(text):
        yield EditionMark(match.start(), match.end(), NO_EDITION, False)
    alias = rf"(?:{names.alias}|{_SUMMIT_WORD})(?!\s*(?:Awards?|Prize)\b|杰出贡献|领先科技)"
    foreign = [mention for mention in mentions if mention.owner not in (Owner.SUMMIT, Owner.FORUM)]

    def ours(match: re.Match[str]) -> bool:
        return not any(match.start() < m.end and m.start < match.end() for m in foreign)

    for match in re.finditer(rf"(\d{{4}})\s?年(?:度)?的?(?:{_ORDINAL})?[“]?{alias}", text, re.IGNORECASE):
        if ours(match):
            yield EditionMark(match.start(), match.end(), int(match[1]), True)
    for match in re.finditer(
        rf"\b((?:19|20)\d\d)\s+(?:edition of the )?(?:{names.alias}|summit\b|conference\b)", text, re.IGNORECASE
    ):
        if ours(match):
            yield EditionMark(match.start(), match.end(), int(match[1]), True)
    year_of = names.series.year_of_ordinal
    zh = rf"(?:{_ORDINAL}|(首)届)[“]?(?={alias}|，|。|在|于|[\s（(]|$)"
    en = rf"\b{_ORDINAL_EN}\s+(?:edition|{names.alias}|annual)"
    for match in re.finditer(f"{zh}|{en}", text, re.IGNORECASE):
        spelled = match[1] or match[3]
        ordinal = 1 if match[2] else parse_ordinal(spelled)
        followed = re.match(alias, text[match.end() :], re.IGNORECASE) or (
            match[3] and re.search(names.alias, match[0], re.IGNORECASE)
        )
        tail = text[match.end() : match.end() + 30]
        programme = any(m.start >= match.start() and m.start <= match.end() + 2 for m in foreign)
        if (
            ordinal is None
            or programme
            or _COUNTED_FROM.search(text[: match.start()])
            or not (followed or (names.series.first_year and _bare_ordinal(text, match, tail)))
        ):
            continue
        year = _beside(text, match) or (year_of(ordinal) if names.series.first_year else article_year)
        if year:
            yield EditionMark(match.start(), match.end(), year, True)
    for match in re.finditer(r"(\d{4})\s?年(?:\d{1,2}\s?月)?", text):
        later = [m for m in mentions if m.start >= match.end()]
        opens = not text[: match.start()].strip(" “（(—-·\u3000") and bool(later) and later[0].owner is Owner.SUMMIT
        yield EditionMark(match.start(), match.end(), int(match[1]), opens)
    if not re.search(r"[\u4e00-\u9fff]", text):
        for match in re.finditer(r"(?<![\d-])((?:19|20)\d\d)\b(?![-\d])", text):
            yield EditionMark(match.start(), match.end(), int(match[1]), False)
    for match in _THIS.finditer(text):
        year_word = match[0].startswith("今年") or match[0].lower().startswith("this year")
        year = article_year if year_word else main
        if year:
            yield EditionMark(match.start(), match.end(), year, False)
    for match in _LAST.finditer(text):
        base = article_year if match[0] == "去年" or "last year" in match[0].lower() else main or article_year
        yield EditionMark(match.start(), match.end(), base - 1, False)
    for match in _BEFORE_LAST.finditer(text):
        yield EditionMark(match.start(), match.end(), article_year - 2, False)
    for match in _NEXT.finditer(text):
        base = article_year if match[0] == "明年" or "next year" in match[0].lower() else main or article_year
        yield EditionMark(match.start(), match.end(), base + 1, False)


def _bare_ordinal(text: str, match: re.Match[str], tail: str) -> bool:
    """第三届 alone, as in a list of editions: only where no other word claims it."""
    return bool(re.match(r"[，。在于\s（(]", tail)) and not re.search(
        r"大赛|博览会|论坛|展", text[: match.start()][-12:]
    )


def _beside(text: str, match: re.Match[str]) -> int | None:
    """The year said just before or just behind the ordinal."""
    before = re.search(r"(\d{4})年[^。；]{0,12}$", text[: match.start()])
    if before:
        return int(before[1])
    behind = re.match(r"[^。；，]{0,16}[（(](\d{4})(?:年)?[)）]", text[match.end() :])
    return int(behind[1]) if behind else None
