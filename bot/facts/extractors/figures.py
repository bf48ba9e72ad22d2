"""Figures by their noun: guests, countries, sub-forums, exhibitors, projects, cases and whatever the vocabulary adds.

A number is taken only with its own noun and in its own clause: the first noun behind it decides what it counts (failing
that, the noun just before it: 参展企业达400余家), and the rules of vocabulary.yaml decide whose figure it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.facts.compared import earlier_edition
from bot.facts.counted import COUNTER, ELIDED, REGION, Counted, counted_noun, first_noun, last_noun
from bot.facts.fact import Fact
from bot.facts.growth import edition_of, is_former
from bot.facts.names import Owner
from bot.facts.numerals import Number, may_count
from bot.facts.reading import Read, Reading
from bot.facts.subjects import subject_of
from bot.facts.vocabulary import Vocabulary

_GROWTH = re.compile(r"(?:增加|增长|新增|多出|多|减少|提升)(?:了)?\s?$")
_CUMULATIVE = re.compile(
    r"累计|总计达.{0,4}届|\bfirst (?:two|three|four|five|six|seven|eight|nine|ten) (?:editions|years|summits)|\bcombined\b|\baltogether\b"
)
_GOAL = re.compile(r"每[个家人位项队]|只能|限报|最多可|不超过|力争|争取|目标(?:是|为)|有望|不少于|aims? to|hopes? to")
_AND_BODIES = re.compile(
    r"(?:、|和|以及|及|与)(?:\d+|[一二两三四五六七八九十百]+)(?:多|余)?(?:个|家)(?:国际组织|地区|机构|组织)"
)
_CASE = re.compile("case|案例", re.IGNORECASE)
_BESIDE = 6
_NEAR = 6
_FOLLOWS = 8
_NEAR_EN = 25
_PLACES = re.compile(r"国家|地区|countries")
_OUT_OF = re.compile(r"从[^，。；\d]{0,8}\d[^，。；]{0,24}?中(?=，|评|选|遴|精|脱|产生|优选|筛)")
_FROM_HEAD = re.compile(r"^(?:他们)?(?:分别)?(?:来自|分属|遍及|涵盖|涉及|覆盖|代表)")
_NOUN_BEHIND = re.compile(r"[^，。；]{0,4}，(?P<noun>[^，。；]{2,8}?)(?:总?数量|总数|规模|人数|数)")
# 应邀出席: they came.
_INVITED = re.compile(r"(?<!应)邀|\b(?:been|were|was|are) invited\b")
_ASKS = re.compile(r"(?:多少|几)[场个家名位项条]?(?=[^，。]{1,12}[？?]$)")
_ANSWERS = re.compile(r"\W*(?:A\d*|答)?\W*(?:一共|总共|共计|共有|共|大约|约|有)*\s?")
_THEY = re.compile(r"他们(?:分别)?(?:来自|分属|代表)")
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
_COMES = re.compile(r"参赛|参展|吸引|来自|涉及|覆盖|申报|征集|分属|from|attract|draw|involv", re.IGNORECASE)
# 一千多位嘉宾，近百个国家和地区: the countries of the guests in the clause before.
_GUESTS_BEFORE = re.compile(r"[名位人](?:中外)?(?:嘉宾|来宾|宾客|代表|与会者|参会者)?，$")
# 容得下8国政要; 他的团队来自4个国家: of some, not of all.
_FEW_PEOPLE = re.compile(
    r"国(?:政要|元首|领导人|首脑|总理|部长)|(?:他|她|我|其|选手)[^，。]{0,4}(?:所在)?的?(?:团队|队伍|公司|企业|队)来自"
)
_COUNTRIES_ALONE = re.compile(r"\W{0,3}(?:近|逾|超|超过)?\d+\+?\W?\s?(?:余|多)?个?国家(?:[和及与、/]地区)?\W?")
_CARD_LINE = 24


def extract(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Every figure of the article that the rules can place."""
    for place, read in enumerate(reading.reads):
        if not _may_tell(read, vocabulary):
            continue
        on_card = _on_guests_card(reading.reads, place, vocabulary)
        for index, number in enumerate(read.numbers):
            year = earlier_edition(read, number)
            if year:
                predicate = _as_compared(read, index, vocabulary)
            else:
                predicate = _told(read, index, vocabulary, on_card=on_card)
                if predicate is None and index == 0 and place:
                    predicate = _asked_for(reading.reads[place - 1], read, vocabulary)
                year = edition_of(read, number)
                if predicate and _is_change(read, number):
                    predicate = _CHANGES.get(predicate)
            subject = subject_of(vocabulary[predicate], year) if predicate else None
            if predicate is None or subject is None:
                continue
            if not subject.startswith("summit:") and is_former(read, number):
                continue
            yield Fact(
                subject=subject,
                predicate=predicate,
                value=number.quantity,
                phase=reading.phase(read, number.start, year) if subject.startswith("summit:") else None,
                sources=(reading.cite(read),),
            )


def _told(read: Read, index: int, vocabulary: Vocabulary, *, on_card: bool = False) -> str | None:
    """The predicate of the figure at `index` of the sentence's numbers."""
    number = read.numbers[index]
    following = read.numbers[index + 1] if index + 1 < len(read.numbers) else None
    counted = counted_noun(read, number, following, vocabulary)
    if counted is None:
        return None
    predicate = _predicate(read, number, counted, vocabulary)
    return "countries" if predicate is None and on_card and counted.noun == "country" else predicate


def _asked_for(question: Read, read: Read, vocabulary: Vocabulary) -> str | None:
    """问：会办多少场分论坛？答：共24场: what the question counts, if the answer begins with its number."""
    asked = _ASKS.search(question.text)
    if asked is None or not _ANSWERS.fullmatch(read.text, 0, read.numbers[0].start):
        return None
    counted = first_noun(question.text, asked.end(), len(question.text), question.is_chinese, vocabulary)
    if counted is None or counted.start > asked.end() + _NEAR:
        return None
    rules = (rule for rule in vocabulary.figures if rule.noun == counted.noun and rule.when is None)
    return next((rule.predicate for rule in rules if question.owner_at(asked.start()).value in rule.owners), None)


def _as_compared(read: Read, index: int, vocabulary: Vocabulary) -> str | None:
    """The predicate of the nearest figure with the same counter, which the one at `index` is compared with."""
    number = read.numbers[index]
    likes = [
        (abs(other.start - number.start), place)
        for place, other in enumerate(read.numbers)
        if place != index
        and earlier_edition(read, other) is None
        and not _is_change(read, other)
        and (not read.is_chinese or _counter_of(read, other) == _counter_of(read, number))
    ]
    found = (_told(read, place, vocabulary) for _, place in sorted(likes))
    told = [predicate for predicate in found if predicate]
    # 665 exhibitors from 53 countries, up from 580: in English no counter tells which.
    if own := [predicate for predicate in told if read.is_chinese or not predicate.endswith("countries")] or told:
        return own[0]
    if behind := _NOUN_BEHIND.match(read.text, number.end):
        # 比起上一年的9场，分论坛数量翻了一倍
        counted = first_noun(read.text, behind.start("noun"), behind.end("noun"), True, vocabulary)
        return _predicate(read, number, counted, vocabulary) if counted else None
    return _told(read, index, vocabulary)


def _counter_of(read: Read, number: Number) -> str:
    counter = COUNTER.match(read.text, number.end)
    return counter[0].strip(" 余多的") if counter else ""


def _on_guests_card(reads: Sequence[Read], place: int, vocabulary: Vocabulary) -> bool:
    """96个国家和地区 alone on its line, the figure of the guests on the line before or behind: a card of numbers."""
    read = reads[place]
    if read.owner is not Owner.SUMMIT or not _COUNTRIES_ALONE.fullmatch(read.text):
        return False
    beside = [*reads[max(0, place - 1) : place], *reads[place + 1 : place + 2]]
    refused = next(rule.unless for rule in vocabulary.figures if rule.predicate == "guests")
    return any(
        len(other.text) <= _CARD_LINE
        and any(noun.id == "guest" and noun.zh.search(other.text) for noun in vocabulary.nouns)
        and may_count(other.text)
        and not (refused and refused.search(other.text))
        for other in beside
    )


def _may_tell(read: Read, vocabulary: Vocabulary) -> bool:
    """A cheap look for a number above one, and for a noun or a programme whose noun may be left out."""
    if not may_count(read.text):
        return False
    return vocabulary.noun_hint.search(read.text.lower()) is not None or _may_elide(read)


def _may_elide(read: Read) -> bool:
    return read.owner in ELIDED or any(mention.owner in ELIDED for mention in read.mentions)


def _is_change(read: Read, number: Number) -> bool:
    return read.in_change(number.start) or bool(_GROWTH.search(read.text[: number.start]))


def _predicate(read: Read, number: Number, counted: Counted, vocabulary: Vocabulary) -> str | None:
    if counted.noun == "country":
        return _countries(read, number, counted, vocabulary)
    start, end = read.clause(number.start)
    clause = read.text[min(start, counted.start) : end]
    owner = read.owner_at(number.start)
    if _CUMULATIVE.search(clause) or _GOAL.search(clause):
        return None
    if counted.noun == "guest" and not read.is_chinese and _INVITED.search(clause):
        return None
    if counted.noun in ("entity", "guest", "project") and "其中" in read.text[start : number.start]:
        return None
    if counted.noun == "entity" and read.text[: number.start].endswith("等"):
        return None  # A、B等六家企业: how many were named
    chosen_from = _OUT_OF.search(read.text, start, end)
    if chosen_from and chosen_from.end() <= number.start:
        start = chosen_from.end()
    local = _local(read, number, counted, start, end)
    if chosen_from and chosen_from.start() < number.start < chosen_from.end():
        return "cases_submitted" if counted.noun == "case" and owner is not Owner.OTHER else None
    if counted.end <= number.start:
        local = read.text[max(0, counted.start - _BESIDE) : counted.end] + local
    if counted.noun == "case" and owner is Owner.AWARD and not _CASE.search(read.text, counted.start, counted.end):
        return None  # submissions for the award
    said = _with_what_follows(read, number, local, end) if counted.noun == "case" else clause
    programmes = _programmes_of(counted.noun, owner)
    owners = {owner} | {mention.owner for mention in read.mentions if mention.owner in programmes}
    for rule in vocabulary.figures:
        if (
            rule.noun == counted.noun
            and any(candidate.value in rule.owners for candidate in owners)
            and (rule.when is None or rule.when.search(said))
            and (rule.unless is None or not rule.unless.search(local))
            and (rule.sentence is None or rule.sentence.search(read.text))
        ):
            return rule.predicate
    return None


def _local(read: Read, number: Number, counted: Counted, start: int, end: int) -> str:
    """The figure's own words: from the figure before it to the figure behind it, within the clause."""
    before = [
        other.end
        for other in read.numbers
        if start <= other.end <= number.start
        and (other.end - other.start > 1 or read.text[other.start].isdigit())
        and not _PLACES.search(read.text[other.end : number.start])
    ]
    behind = [other.start for other in read.numbers if number.end <= other.start < end]
    stop = max(counted.end, behind[0] if behind else end)
    if counted.noun in ("result", "case"):
        stop = max(counted.end, number.end) + (1 if read.is_chinese else _NEAR_EN)
        if counted.start == counted.end:
            before.append(number.start - _NEAR)
            stop = number.end + _NEAR
    return read.text[max([start, *before]) : min(stop, end)]


def _with_what_follows(read: Read, number: Number, local: str, end: int) -> str:
    """A figure's own words and a few behind them, up to the next figure: 12个案例 … 对外发布."""
    stop = read.text.find(local) + len(local)
    behind = [other.start for other in read.numbers if other.start >= number.end]
    return local + read.text[stop : min([stop + _FOLLOWS, end, *behind])]


def _programmes_of(noun: str, owner: Owner) -> tuple[Owner, ...]:
    """The programmes a noun may belong to: 15个项目获得领先科技奖 are no projects of the contest."""
    programme = _programme_of(noun)
    return (
        (Owner.CONTEST, Owner.AWARD)
        if noun == "project" and owner is not Owner.CONTEST
        else (programme,)
        if programme
        else ()
    )


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


def _countries(read: Read, number: Number, counted: Counted, vocabulary: Vocabulary) -> str | None:
    """Countries belong to the people or things that come from them: behind the figure, else before it, else the owner."""
    text = read.text
    start, end = read.clause(number.start)
    clause = text[start:end]
    they = _THEY.match(clause.strip())
    scope = start
    if they or _FROM_HEAD.match(clause.strip()):
        # ，来自96个国家和地区: what comes from there was named in the clause before.
        scope = max(text.rfind(mark, 0, start if mark == "。" or not they else 0) for mark in "。；") + 1
    behind = None if they else _head_behind(read, counted, end, vocabulary)
    head = behind.noun if behind else _head_before(read, number, scope, vocabulary)
    if _CUMULATIVE.search(clause) or _FEW_PEOPLE.search(clause):
        return None
    owner = read.owner_at(number.start)
    if head is None:
        beside = owner is Owner.SUMMIT and _GUESTS_BEFORE.search(text, 0, start)
        if beside or (owner is Owner.SUMMIT and re.search(r"参会|与会|出席|参加|attend|took part|participat", clause)):
            return None if re.search(r"会员|记者|媒体|(?<!应)邀|member|journalist", clause) else "countries"
        comes = _COMES.search(clause) or _is_change(read, number)
        return _COUNTRIES_OF_OWNER.get(owner) if comes else None
    programme = _programme_of(head) or Owner.SUMMIT
    if head == "guest":
        unless = next(rule.unless for rule in vocabulary.figures if rule.predicate == "guests")
        said = text[start : behind.end] if behind else clause
        refused = bool(_INVITED.search(clause)) or (unless is not None and bool(unless.search(said)))
        return "countries" if owner is Owner.SUMMIT and not refused else None
    if head == "entity":
        exhibits = owner is Owner.EXPO or re.search(r"参展|展商|exhibit", clause) or read.names(Owner.EXPO)
        return "expo_countries" if exhibits and owner is not Owner.OTHER else None
    gathered = (
        programme is Owner.CASES
        and owner is Owner.SUMMIT
        and re.search(r"征集|收到|申报|submi|received|attracted|drew", clause)
    )
    if programme in (Owner.CONTEST, Owner.CASES) and (gathered or owner is programme or read.names(programme)):
        return _COUNTRY_PREDICATES.get((head, programme))
    return None


def _head_behind(read: Read, counted: Counted, end: int, vocabulary: Vocabulary) -> Counted | None:
    region = REGION.match(read.text[counted.end :])
    start = counted.end + (region.end() if region else 0)
    if bodies := _AND_BODIES.match(read.text, start - (1 if read.text[start - 1 : start] == "的" else 0)):
        start = bodies.end()
    stop = min(end, start + (26 if read.is_chinese else 60))
    noun = first_noun(read.text, start, stop, read.is_chinese, vocabulary)
    return noun if noun and noun.noun != "country" else None


def _head_before(read: Read, number: Number, start: int, vocabulary: Vocabulary) -> str | None:
    noun = last_noun(read, start, number.start, vocabulary)
    return noun.noun if noun else None
