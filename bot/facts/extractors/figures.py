"""Figures by their noun: guests, countries, sub-forums, exhibitors, projects, cases and whatever the vocabulary adds.

A number is taken only with its own noun and in its own clause: the first noun behind it decides what it counts (failing
that, the noun just before it: 参展企业达400余家), and the rules of vocabulary.yaml decide whose figure it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.numerals import Number
from bot.facts.reading import Read, Reading
from bot.facts.subjects import subject_of
from bot.facts.vocabulary import Vocabulary

_COUNTER = re.compile(r"\s?(?:余|多)?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组|国)?(?:以上|左右)?(?:的)?")
# A number behind its noun needs a counter, or the end of its clause.
_COUNTED_OR_LAST = re.compile(r"\s?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组)|\s?(?:以上|左右)?(?=[，。；、！]|$)")
_GAP = re.compile(r"[^，。；！？：:]{0,24}")
_GAP_EN = re.compile(r"(?:[^\s,.;]+\s?){0,9}")
_LINK = re.compile(r"(?:总)?(?:数量|人数|总数|数目|规模|数)?(?:共计|总计|合计|共有|共|已有|已|将|有)?(?:首次)?(?:达到|达|为|突破|超过|增至|增加到|：|:)?\s?$")
_GROWTH = re.compile(r"(?:增加|增长|新增|多出|多|减少|提升)(?:了)?\s?$")
_CUMULATIVE = re.compile(r"累计|总计达.{0,4}届|历届|历年")
# The countries of a thing: which predicate they are, by the noun that comes from them.
_COUNTRY_PREDICATES = {
    ("guest", Owner.SUMMIT): "countries",
    ("entity", Owner.EXPO): "expo_countries",
    ("project", Owner.CONTEST): "contest_countries",
    ("case", Owner.CASES): "cases_countries",
}
_COUNTRIES_OF_OWNER = {
    Owner.EXPO: "expo_countries",
    Owner.CONTEST: "contest_countries",
    Owner.CASES: "cases_countries",
}
_CHANGES = {"contest_projects": "contest_projects_change", "contest_countries": "contest_countries_change"}
_REGION = re.compile(r"^(?:家)?(?:和|及|与|、|以及|（|\()?(?:地区)?(?:）|\))?(?:的)?")


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a number counts: a noun class and where the noun stands."""

    noun: str
    start: int
    end: int


def extract(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Every figure of the article that the rules can place."""
    for read in reading.reads:
        for index, number in enumerate(read.numbers):
            following = read.numbers[index + 1] if index + 1 < len(read.numbers) else None
            counted = _counted(read, number, following, vocabulary)
            if counted is None:
                continue
            predicate = _predicate(read, number, counted, vocabulary)
            if predicate is None:
                continue
            if _is_change(read, number):
                predicate = _CHANGES.get(predicate)
                if predicate is None:
                    continue
            year = read.edition_at(number.start)
            subject = subject_of(vocabulary[predicate], year)
            if subject is None:
                continue
            yield Fact(
                subject=subject,
                predicate=predicate,
                value=number.quantity,
                phase=reading.phase(read, number.start, year) if subject.startswith("summit:") else None,
                sources=(reading.cite(read),),
            )


def _is_change(read: Read, number: Number) -> bool:
    return read.in_change(number.start) or bool(_GROWTH.search(read.text[: number.start]))


def _counted(read: Read, number: Number, following: Number | None, vocabulary: Vocabulary) -> _Counted | None:
    forward = _behind(read, number, following, vocabulary)
    return forward or _before(read, number, vocabulary)


def _behind(read: Read, number: Number, following: Number | None, vocabulary: Vocabulary) -> _Counted | None:
    text = read.text
    start = number.end
    if read.is_chinese:
        counter = _COUNTER.match(text, start)
        start = counter.end() if counter else start
        window = _GAP.match(text, number.end)
    else:
        window = _GAP_EN.match(text, start)
    end = window.end() if window else start
    if following:
        end = min(end, following.start)
    for date in read.dates:
        if date.start >= number.end:
            end = min(end, date.start)
    # 国 of 名, 人 of 2100人参会 are part of the noun: search from the number's end.
    return _first_noun(text, number.end, end, read.is_chinese, vocabulary)


def _before(read: Read, number: Number, vocabulary: Vocabulary) -> _Counted | None:
    if not read.is_chinese:
        return None
    text = read.text
    if not _COUNTED_OR_LAST.match(text, number.end):
        return None
    start, _ = read.clause(number.start)
    link = _LINK.search(text, max(start, number.start - 12), number.start)
    end = link.start() if link else number.start
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        for match in noun.zh.finditer(text, max(start, end - 14), end):
            if match.end() == end and (best is None or match.start() < best.start):
                best = _Counted(noun.id, match.start(), match.end())
    return best


def _first_noun(text: str, start: int, end: int, chinese: bool, vocabulary: Vocabulary) -> _Counted | None:
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        match = (noun.zh if chinese else noun.en).search(text, start, end)
        if match and (
            best is None
            or match.start() < best.start
            or (match.start() == best.start and match.end() > best.end)
        ):
            best = _Counted(noun.id, match.start(), match.end())
    return best


def _predicate(read: Read, number: Number, counted: _Counted, vocabulary: Vocabulary) -> str | None:
    if counted.noun == "country":
        return _countries(read, number, counted, vocabulary)
    start, end = read.clause(number.start)
    clause = read.text[start:end]
    owner = read.owner_at(number.start)
    if _CUMULATIVE.search(clause):
        return None
    owners = {owner} | {mention.owner for mention in read.mentions if _programme_of(counted.noun) is mention.owner}
    for rule in vocabulary.figures:
        if (
            rule.noun == counted.noun
            and any(candidate.value in rule.owners for candidate in owners)
            and (rule.when is None or rule.when.search(clause))
            and (rule.unless is None or not rule.unless.search(clause))
            and (rule.sentence is None or rule.sentence.search(read.text))
        ):
            return rule.predicate
    return None


def _programme_of(noun: str) -> Owner | None:
    """The programme a noun belongs to when the sentence names it, wherever it stands."""
    return {
        "entity": Owner.EXPO,
        "project": Owner.CONTEST,
        "track": Owner.CONTEST,
        "case": Owner.CASES,
        "result": Owner.AWARD,
        "member": Owner.ORGANISATION,
    }.get(noun)


def _countries(read: Read, number: Number, counted: _Counted, vocabulary: Vocabulary) -> str | None:
    """Countries belong to the people or things that come from them: behind the figure, else before it, else the owner."""
    text = read.text
    start, end = read.clause(number.start)
    head = _head_behind(read, counted, end, vocabulary) or _head_before(read, number, start, vocabulary)
    clause = text[start:end]
    if _CUMULATIVE.search(clause):
        return None
    owner = read.owner_at(number.start)
    if head is None:
        if owner is Owner.SUMMIT and re.search(r"参会|与会|出席|参加|attend|took part|participat", clause):
            return None if re.search(r"会员|记者|媒体|member|journalist", clause) else "countries"
        return _COUNTRIES_OF_OWNER.get(owner)
    programme = _programme_of(head) or Owner.SUMMIT
    if head == "guest":
        unless = next(rule.unless for rule in vocabulary.figures if rule.predicate == "guests")
        refused = unless is not None and bool(unless.search(clause))
        return "countries" if owner is Owner.SUMMIT and not refused else None
    if head == "entity":
        exhibits = owner is Owner.EXPO or re.search(r"参展|展商|exhibit", clause) or read.names(Owner.EXPO)
        return "expo_countries" if exhibits else None
    if programme in (Owner.CONTEST, Owner.CASES) and (owner is programme or read.names(programme)):
        return _COUNTRY_PREDICATES.get((head, programme))
    return None


def _head_behind(read: Read, counted: _Counted, end: int, vocabulary: Vocabulary) -> str | None:
    region = _REGION.match(read.text[counted.end :])
    start = counted.end + (region.end() if region else 0)
    stop = min(end, start + (26 if read.is_chinese else 60))
    noun = _first_noun(read.text, start, stop, read.is_chinese, vocabulary)
    return noun.noun if noun and noun.noun != "country" else None


def _head_before(read: Read, number: Number, start: int, vocabulary: Vocabulary) -> str | None:
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        if noun.id in ("country", "field", "topic", "subforum", "talk"):
            continue
        for match in (noun.zh if read.is_chinese else noun.en).finditer(read.text, start, number.start):
            if best is None or match.end() > best.end or (match.end() == best.end and match.start() < best.start):
                best = _Counted(noun.id, match.start(), match.end())
    return best.noun if best else None
