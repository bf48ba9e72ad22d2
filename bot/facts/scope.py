"""Scope: from a document to sentences that know their edition and owner.

The rules are those of the design: a named edition holds until another is named, a named programme owns every figure of its
paragraph until another is named, 今年 and 去年 count from the article's date, figures over several years belong to no
edition; an article on another meeting keeps its words to itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bot.corpus.date import PartialDate
from bot.corpus.document import Block, BlockKind, Document, Sentence
from bot.corpus.reading import plain_quotes, simplified
from bot.facts.dates import find_dates, published
from bot.facts.editions import ORDINAL, EditionMark, Editions
from bot.facts.hints import has_any, is_chinese
from bot.facts.names import PROGRAMMES, Mention, Names, Owner
from bot.facts.reading import Read, Reading

# Words that an article on another meeting uses of that meeting.
_IN_ITS_OWN = frozenset((Owner.SUMMIT, *PROGRAMMES))
# A、B等活动: a programme in a list of activities owns nothing.
_ENUMERATED = re.compile(r"[^，。；]{0,40}等[^，。；]{0,8}活动")
_LEAD_SENTENCES = 2
_OPENING_SENTENCES = 6
# A report may begin with the weather; it is about the meeting that it lets open or close soon after.
_TURNING_POINT = re.compile(
    r"(?:开幕|闭幕|落幕|揭幕|启幕|帷幕|登场)(?=[，。；]|$)|\b(?:opened|opens|closed|closes|kicked off|concluded|wrapped up)\b"
)
_LONGEST_SENTENCE = 2000
# How far an article with the place in its title or first sentence may take to name the series.
_AT_HOME_SENTENCES = 40
_BARE_FORUM = 4
_HEADING_LENGTH = 40
# How many other characters a heading may have that is a programme's name.
_HEADED_BY = 2
# Years between an article and the edition it is about.
_FARTHEST = 30
_COMPARED = re.compile(
    r"(?:较|比|与|同|相比|相较|高于|多于|超过)(?:于)?(?:去年|上届|上一届|往年|往届|前一届|历届|以往|上年)(?:同期|相比)?|同比|环比"
    r"|在(?:去年|上届|上一届|往年|此前|原有)[^，。；]{0,16}基础上"
    r"|(?:than|from|compared (?:with|to)|up from|over) (?:last year|the previous|the last)",
    re.IGNORECASE,
)
# Without one of these nothing is compared.
_COMPARED_WITH = ("去年", "届", "往年", "以往", "上年", "同比", "环比", "last", "previous", "Last", "Previous")
_CLAUSE_END = re.compile(r"[，。；！？]|, |; ")
# The last mention decides whose paragraph it is; these name no owner of figures.
_NO_OWNER = frozenset((Owner.PRESS, Owner.FORUM))
_LIST_OF_EDITIONS = re.compile(rf"(?:{ORDINAL}|\d{{4}}年?)[^，。]*")
_ON_THE_OCCASION = re.compile(r"[在于][^，。；]{2,24}?(?:期间|现场)")
# 当年11月的峰会: of the year in the sentence before.
_THAT_YEAR = re.compile(r"(?:当年|同年)(?=\d{1,2}月|[秋冬春夏]|底|末|的)|(?:That|The same) year\b")
# **2018**　11月7日至9日，…: a chronicle's entry.
_LEADING_YEAR = re.compile(r"\W{0,3}((?:19|20)\d\d)(?=[\s：:|｜·])(?!\s?年)")
_HEADING_YEAR = re.compile(r"\W{0,3}((?:19|20)\d\d)(?!\d|年)")


@dataclass(frozen=True, slots=True)
class _Article:
    """What holds for the whole article."""

    document: Document
    names: Names
    editions: Editions
    owner: Owner
    edition: int | None


@dataclass(frozen=True, slots=True)
class _State:
    """What one sentence hands to the next. `today` is the article's date, or that of the dateline read last."""

    today: PartialDate
    edition: int | None
    owner: Owner
    last_month: int | None
    last_day: PartialDate | None
    last_year: int | None = None


class Scope:
    """Reads documents of one series. Build once; `read` is pure."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._editions = Editions(names)

    def read(self, document: Document) -> Reading:
        """Scope for every sentence of `document`."""
        whole = "\n".join([simplified(document.title), *(sentence.text for sentence in document.sentences())])
        names = self._names.narrowed(whole)
        if not names.speak_of_series:
            return Reading(document, self._names, None, Owner.OTHER, (), None)
        owner = _main_owner(document, names)
        edition = _main_edition(document, names, self._editions, owner)
        article = _Article(document, names, self._editions, owner, edition)
        reads = tuple(_read_blocks(article))
        return Reading(document, self._names, edition, owner, reads, _starts(reads, edition))


def _starts(reads: Sequence[Read], edition: int | None) -> PartialDate | None:
    """The first day of the main edition where a range gives it."""
    for read in reads:
        for span in read.dates:
            ours = read.edition_at(span.start) == edition and read.owner_at(span.start) is Owner.SUMMIT
            days = read.range_of(span) if span.last and ours else None
            if days and days[0].year == edition:
                return days[0]
    return None


def _opening(document: Document) -> Iterator[str]:
    """The title and the first sentences: what an article is about stands there."""
    title = plain_quotes(simplified(document.title))
    yield title
    body = (sentence.text for sentence in document.sentences() if sentence.text != title)
    yield from islice(body, _AT_HOME_SENTENCES)


def _main_owner(document: Document, names: Names) -> Owner:
    """Whom the article is about: OTHER when the series is only named in passing."""
    at_home = False
    for place, text in enumerate(_opening(document)):
        at_home = at_home or (place <= 1 and (names.place.zh in text or names.place.en.casefold() in text.casefold()))
        passing = place > (_AT_HOME_SENTENCES if at_home else _LEAD_SENTENCES)
        if passing and (place > _OPENING_SENTENCES or not _TURNING_POINT.search(text)):
            continue
        for mention in names.mentions(text):
            if mention.named or mention.owner in (Owner.ORGANISATION, Owner.OTHER):
                return mention.owner if mention.owner is not Owner.ORGANISATION else Owner.SUMMIT
    return Owner.OTHER


def _main_edition(document: Document, names: Names, editions: Editions, owner: Owner) -> int | None:
    """From the title, else the first sentence that names an edition, else the year in which the series is spoken of."""
    if owner is Owner.OTHER:
        return None
    spoken = owner in PROGRAMMES
    for place, text in enumerate(_opening(document)):
        if spoken and place > _OPENING_SENTENCES:
            break
        mentions = names.mentions(text)
        for mark in editions.marks(text, mentions, document.date.year, None):
            if mark.named and mark.year and abs(mark.year - document.date.year) <= _FARTHEST:
                return mark.year
        spoken = spoken or any(mention.owner is Owner.SUMMIT and mention.named for mention in mentions)
    return document.date.year if spoken else None


def _read_blocks(article: _Article) -> Iterator[Read]:
    day = article.document.date
    section, owner = article.edition, article.owner
    state = _State(day, section, owner, day.month, day if day.is_full else None)
    for index, block in enumerate(article.document.blocks):
        state = replace(state, edition=section, owner=article.owner if _is_heading(block) else owner)
        heading = _is_heading(block)
        read: Read | None = None
        for sentence in block.sentences:
            if len(sentence.text) > _LONGEST_SENTENCE:
                continue  # no sentence that a person wrote; patterns would take their time over it
            read = _read(article, block, index, heading, sentence, state)
            yield read
            state = _after(article, read, replace(state, today=published(read.dates, day) or state.today))
        if heading and read:
            section = state.edition if any(mark.year for mark in read.marks) else article.edition
            owner = _headed_owner(read) or article.owner


def _headed_owner(read: Read) -> Owner | None:
    """The programme whose name is nearly all that a heading says (大赛篇, 03 互联网之光博览会): its section is about it."""
    headed = [mention for mention in read.mentions if mention.owner in PROGRAMMES]
    if len(headed) != 1 or len(read.mentions) > 1:
        return None
    rest = read.text[: headed[0].start] + read.text[headed[0].end :]
    return headed[0].owner if len(re.sub(r"\W|\d|篇", "", rest)) <= _HEADED_BY else None


def _after(article: _Article, read: Read, state: _State) -> _State:
    """What the next sentence of the paragraph takes over."""
    if not (read.marks or read.mentions or read.dates):
        return state
    edition = state.edition
    carried = [mark for mark in read.marks if mark.named or (read.heading and read.text[mark.start].isdigit())]
    if carried:
        edition = carried[-1].year or edition
        if read.marks[-1].year == article.edition:
            edition = article.edition  # 首届……，今年……: the sentence comes back to the edition of the article
    elif edition is None and any(mention.named for mention in read.mentions):
        # Named in passing without a year: the edition of the article's own year, for this paragraph.
        edition = article.document.date.year
    owned = [mention for mention in read.mentions if mention.owner not in _NO_OWNER]
    month, day, year = state.last_month, state.last_day, state.last_year
    for span in read.dates:
        # 自7月启动以来: a month gone by that has no day is not the one of the days that follow.
        said = (span.last or span.first).month
        if said and (span.first.day or said >= (state.today.month or 1)):
            month = said
        year = span.first.year or year
        if span.first.day:
            day = read.resolve(span.first, span.start) or day
    return _State(state.today, edition, owned[-1].owner if owned else state.owner, month, day, year)


def _is_heading(block: Block) -> bool:
    """A heading, or a short line in bold or of an edition's name and date alone, as in a list of editions."""
    if block.kind is BlockKind.HEADING:
        return bool(block.sentences)
    if len(block.sentences) != 1 or len(block.sentences[0].text) > _HEADING_LENGTH:
        return False
    text = block.sentences[0].text.strip()
    return text[-1:] not in "。！？" and (block.strong or bool(_LIST_OF_EDITIONS.fullmatch(text)))


def _read(article: _Article, block: Block, index: int, heading: bool, sentence: Sentence, state: _State) -> Read:
    text, day = sentence.text, article.document.date
    changes = tuple(_change_zones(text)) if has_any(text, _COMPARED_WITH) else ()
    named = article.names.mentions(text)
    mentions = tuple(_own_mentions(article, text, named, changes)) if named else ()
    marks = article.editions.marks(text, mentions, day.year, article.edition)
    if changes:
        marks = tuple(mark for mark in marks if not _inside(mark.start, changes))
    if year := (_HEADING_YEAR if heading else _LEADING_YEAR).match(text):
        marks = (EditionMark(year.start(1), year.end(1), int(year[1]), True), *(() if heading else marks))
    if not marks and state.last_year and (then := _THAT_YEAR.match(text)):
        marks = (EditionMark(then.start(), then.end(), state.last_year, True),)
    if state.edition is None and not marks:
        marks = tuple(EditionMark(m.start, m.end, day.year, True) for m in mentions if m.named)[:1]
    dates = find_dates(text, state.today)
    today = published(dates, day) or state.today
    if today != day and "昨" in text and simplified(sentence.quote) != plain_quotes(sentence.quote):
        today = day  # papers in Traditional Chinese count 昨日 from the day they are printed, whatever the dateline
    if today != state.today:
        dates = find_dates(text, today)
    return Read(
        sentence=sentence,
        text=text,
        kind=block.kind,
        block=index,
        heading=heading,
        is_chinese=is_chinese(text),
        dates=dates,
        mentions=mentions,
        marks=marks,
        changes=changes,
        edition=state.edition,
        owner=state.owner,
        last_month=state.last_month,
        last_day=state.last_day,
        reference_year=day.year,
    )


def _own_mentions(
    article: _Article, text: str, named: Sequence[Mention], changes: Sequence[tuple[int, int]]
) -> Iterator[Mention]:
    """Those of the mentions that own what follows them."""
    special = article.owner is Owner.SUMMIT and article.names.special_year(article.document.date.year)
    programme = False
    for mention in named:
        if _inside(mention.start, changes):
            continue
        if programme and mention.owner is Owner.SUMMIT and _ON_THE_OCCASION.match(text, max(0, mention.start - 1)):
            continue  # …案例在峰会期间发布: where it took place, not whose it is
        programme = programme or mention.owner in PROGRAMMES
        if mention.owner in PROGRAMMES and _ENUMERATED.match(text, mention.end):
            continue
        if article.owner is Owner.OTHER and not mention.named and mention.owner in _IN_ITS_OWN:
            # In an article on another meeting 峰会 and 大会 mean that meeting.
            yield Mention(mention.start, mention.end, Owner.OTHER)
        elif special and mention.owner is Owner.FORUM and mention.end - mention.start <= _BARE_FORUM:
            # In an edition that is itself called a forum, 本次论坛 is the edition.
            yield replace(mention, owner=Owner.SUMMIT)
        else:
            yield mention


def _inside(position: int, zones: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in zones)


def _change_zones(text: str) -> Iterator[tuple[int, int]]:
    for match in _COMPARED.finditer(text):
        clause = _CLAUSE_END.search(text, match.end())
        yield match.start(), clause.start() if clause else len(text)
