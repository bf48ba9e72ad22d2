"""Figures by their noun: guests, countries, sub-forums, exhibitors, projects, cases and whatever the vocabulary adds.

A number is taken only with its own noun and in its own clause: the first noun behind it decides what it counts (failing
that, the noun just before it: 参展企业达400余家), and the rules of vocabulary.yaml decide whose figure it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.facts.fact import Fact
from bot.facts.growth import edition_of, what_grew
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.numerals import Number, may_count
from bot.facts.reading import Read, Reading
from bot.facts.subjects import subject_of
from bot.facts.vocabulary import Vocabulary

_COUNTER = re.compile(r"\s?(?:余|多)?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组|国)?(?:以上|左右)?(?:的)?")
# A number behind its noun needs a counter, or the end of its clause.
_COUNTED_OR_LAST = re.compile(
    r"\s?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组)|\s?(?:以上|左右)?(?=[，。；、！]|$)"
)
_GAP = re.compile(r"[^，。；！？：:]{0,24}")
_GAP_EN = re.compile(r"\s?(?:[^\s,.;]+\s?){0,9}")
_LINK = re.compile(
    r"(?:总?(?:数量|人数|总数|数目|规模|数))?"
    r"(?:大概|大约|预计|共计|总计|合计|共有|共|总共|已有|已|将|有|首次|分别|达到|达|为|是|在|增加到|增加了?|增长|突破|超过|增至|：|:)*\s?$"
)
# 六大洲, six continents: how far, not how many.
_NO_COUNT = re.compile(r"\s?(?:个)?(?:大洲|洲|continents)")
_COUNTER_NEEDED = re.compile(r"\s?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|组|国|大)")
_CLOSES_HERE = re.compile(r"\s?(?:名|位|人次|人|家|个|项|场|份)?(?:以上|左右)?[、，。；]")
_GROWTH = re.compile(r"(?:增加|增长|新增|多出|多|减少|提升)(?:了)?\s?$")
_CUMULATIVE = re.compile(r"累计|总计达.{0,4}届")
_GOAL = re.compile(r"每[个家人位项队]|只能|限报|最多可|不超过|力争|争取|目标(?:是|为)|有望|不少于|aims? to|hopes? to")
# N位来自M个国家和地区的嘉宾: the noun stands behind the other figure.
_FROM_COUNTRIES = re.compile(r"\s?(?:余|多)?(?:名|位|家|个|人)?(?:分别)?来自(?:全球|世界|海内外)?$")
_AND_BODIES = re.compile(
    r"(?:、|和|以及|及|与)(?:\d+|[一二两三四五六七八九十百]+)(?:多|余)?(?:个|家)(?:国际组织|地区|机构|组织)"
)
_LABEL = re.compile(r"[：:]\s?(?:近|超|逾|约|共|达|总计)?\d")
_NEAR = 6
_FOLLOWS = 8
_NEAR_EN = 25
_PLACES = re.compile(r"国家|地区|countries")
_ELIDED = {Owner.CASES: "case", Owner.AWARD: "result"}
_ELIDED_COUNTER = re.compile(r"(?:个|项|件)(?=[，。；、]|发布|展示|脱颖|胜出|入选|获|$)")
_TOPIC = re.compile(r"(?:^|[。；])(?P<noun>[^，。；]{2,6})(?:方面|数量上)，")
_OUT_OF = re.compile(r"从[^，。；\d]{0,8}\d[^，。；]{0,24}?中(?:，|评|选|遴|精|脱|产生|优选|筛)")
_FROM_HEAD = re.compile(r"^(?:他们)?(?:分别)?(?:来自|分属|遍及|涵盖|涉及|覆盖|代表)")
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
_GUESTS_BEFORE = re.compile(r"[名位]嘉宾，$")
# 容得下8国政要; 他的团队来自4个国家: of some, not of all.
_FEW_PEOPLE = re.compile(
    r"国(?:政要|元首|领导人|首脑|总理|部长)|(?:他|她|我|其|选手)[^，。]{0,4}(?:所在)?的?(?:团队|队伍|公司|企业|队)来自"
)
_COUNTRIES_ALONE = re.compile(r"\W{0,3}(?:近|逾|超|超过)?\d+\+?\W?\s?(?:余|多)?个?国家(?:[和及与、/]地区)?\W?")
_CARD_LINE = 24
_CHOSEN = ("result", "case")
_SOME_OF = re.compile(r"(?:当?中|里)，?[^，。；]{0,6}$")
_REGION = re.compile(r"^(?:家)?(?:和|及|与|、|以及|（|\()?(?:地区)?(?:）|\))?(?:的)?")


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a number counts: a noun class and where the noun stands."""

    noun: str
    start: int
    end: int


def extract(reading: Reading, vocabulary: Vocabulary) -> Iterator[Fact]:
    """Every figure of the article that the rules can place."""
    for place, read in enumerate(reading.reads):
        if not _may_tell(read, vocabulary):
            continue
        on_card = _on_guests_card(reading.reads, place, vocabulary)
        for index, number in enumerate(read.numbers):
            following = read.numbers[index + 1] if index + 1 < len(read.numbers) else None
            counted = _counted(read, number, following, vocabulary)
            if counted is None:
                continue
            predicate = _predicate(read, number, counted, vocabulary)
            if predicate is None and on_card and counted.noun == "country":
                predicate = "countries"
            if predicate is None:
                continue
            if _is_change(read, number):
                predicate = _CHANGES.get(predicate)
                if predicate is None:
                    continue
            year = edition_of(read, number)
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
    return has_any(read.text.lower(), vocabulary.noun_hints) or _may_elide(read)


def _may_elide(read: Read) -> bool:
    return read.owner in _ELIDED or any(mention.owner in _ELIDED for mention in read.mentions)


def _is_change(read: Read, number: Number) -> bool:
    return read.in_change(number.start) or bool(_GROWTH.search(read.text[: number.start]))


def _counted(read: Read, number: Number, following: Number | None, vocabulary: Vocabulary) -> _Counted | None:
    text = read.text
    spelled = text[number.start : number.end]
    if spelled == "一" or _NO_COUNT.match(text, number.end):
        return None  # 一家公司: some company
    if len(spelled) == 1 and not spelled.isdigit() and not _COUNTER_NEEDED.match(text, number.end):
        return None  # 一带一路, 两岸: no counts
    if _CLOSES_HERE.match(text, number.end) and (noun := _before(read, number, vocabulary)):
        return noun  # 分论坛19个、咖荟12场: each behind its own noun
    return (
        _behind(read, number, following, vocabulary)
        or _before(read, number, vocabulary)
        or _elided(read, number, vocabulary)
    )


def _elided(read: Read, number: Number, vocabulary: Vocabulary) -> _Counted | None:
    """最终选出14个, 18项脱颖而出: the noun was said before; 分论坛方面，2022年是19场: it is the topic."""
    topic = _TOPIC.search(read.text, 0, number.start) or what_grew(read, number)
    if topic and _COUNTER_NEEDED.match(read.text, number.end):
        noun = _first_noun(read.text, topic.start("noun"), topic.end("noun"), True, vocabulary)
        if noun:
            return noun
    if read.in_change(number.start):
        # ，比上届增加93个: what grew was named before the comma.
        part = max(read.text.rfind(mark, 0, number.start) for mark in "。；") + 1
        return _last_noun(read, part, number.start, vocabulary)
    if again := _counted_again(read, number, vocabulary):
        return again
    noun_id = _ELIDED.get(read.owner_at(number.start))
    if noun_id and _ELIDED_COUNTER.match(read.text, number.end):
        return _Counted(noun_id, number.end, number.end)
    return None


def _counted_again(read: Read, number: Number, vocabulary: Vocabulary) -> _Counted | None:
    """首届有1000位嘉宾，今年有1800位: the same noun of another edition; 257项成果中，15项在会上发布: some of them."""
    counter = _COUNTER_NEEDED.match(read.text, number.end)
    earlier = [other for other in read.numbers if other.end <= number.start]
    if counter is None or not earlier:
        return None
    last = earlier[-1]
    between = read.text[last.end : number.start]
    same = _COUNTER_NEEDED.match(read.text, last.end)
    if same is None or same[0].strip() != counter[0].strip() or "。" in between:
        return None
    another_edition = any(last.end <= mark.start < number.start for mark in read.marks)
    again = another_edition and _CLOSES_HERE.match(read.text, number.end)
    noun = _counted(read, last, number, vocabulary) if again or _SOME_OF.search(between) else None
    if noun is None or not (again or noun.noun in _CHOSEN):
        return None
    return _Counted(noun.noun, number.end, number.end)


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
    if following and not _FROM_COUNTRIES.match(text[number.end : following.start]):
        end = min(end, following.start)
    elif following:
        return _class_behind_countries(read, following, vocabulary)
    for date in read.dates:
        if date.start >= number.end:
            end = min(end, date.start)
    # 国 of 名, 人 of 2100人参会 are part of the noun: search from the number's end.
    noun = _first_noun(text, number.end, end, read.is_chinese, vocabulary)
    # 分论坛：19个 咖荟：12场: a noun with a colon is the label of the next figure.
    return None if noun and _LABEL.match(text, noun.end) else noun


def _class_behind_countries(read: Read, countries: Number, vocabulary: Vocabulary) -> _Counted | None:
    _, stop = read.clause(countries.start)
    place = _first_noun(read.text, countries.end, stop, read.is_chinese, vocabulary)
    if place is None or place.noun != "country":
        return None
    region = _REGION.match(read.text[place.end :])
    return _first_noun(read.text, place.end + (region.end() if region else 0), stop, read.is_chinese, vocabulary)


def _before(read: Read, number: Number, vocabulary: Vocabulary) -> _Counted | None:
    if not read.is_chinese:
        return None
    text = read.text
    if not _COUNTED_OR_LAST.match(text, number.end):
        return None
    start, _ = read.clause(number.start)
    link = _LINK.search(text, max(start, number.start - 12), number.start)
    end = link.start() if link else number.start
    # 参会人数达…: 人数 is a link behind 参会 and the noun itself where nothing stands before it.
    spelled = re.match(r"总?人数", text[end : number.start])
    ends = (end, end + spelled.end()) if spelled else (end,)
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        for match in noun.zh.finditer(text, max(start, end - 14), number.start):
            if match.end() in ends and (best is None or match.start() < best.start):
                best = _Counted(noun.id, match.start(), match.end())
    return best


def _first_noun(text: str, start: int, end: int, chinese: bool, vocabulary: Vocabulary) -> _Counted | None:
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        match = (noun.zh if chinese else noun.en).search(text, start, end)
        if match and (
            best is None or match.start() < best.start or (match.start() == best.start and match.end() > best.end)
        ):
            best = _Counted(noun.id, match.start(), match.end())
    return best


def _predicate(read: Read, number: Number, counted: _Counted, vocabulary: Vocabulary) -> str | None:
    if counted.noun == "country":
        return _countries(read, number, counted, vocabulary)
    start, end = read.clause(number.start)
    clause = read.text[start:end]
    owner = read.owner_at(number.start)
    if _CUMULATIVE.search(clause) or _GOAL.search(clause):
        return None
    local = _local(read, number, counted, start, end)
    chosen_from = _OUT_OF.search(read.text, start, end)
    if chosen_from and chosen_from.start() < number.start < chosen_from.end():
        return "cases_submitted" if counted.noun == "case" and owner is not Owner.OTHER else None
    said = _with_what_follows(read, number, local, end) if counted.noun == "case" else clause
    owners = {owner} | {mention.owner for mention in read.mentions if _programme_of(counted.noun) is mention.owner}
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


def _local(read: Read, number: Number, counted: _Counted, start: int, end: int) -> str:
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
    clause = text[start:end]
    # ，来自96个国家和地区: what comes from there was named in the clause before.
    scope = (
        max(text.rfind("。", 0, start), text.rfind("；", 0, start)) + 1 if _FROM_HEAD.match(clause.strip()) else start
    )
    head = _head_behind(read, counted, end, vocabulary) or _head_before(read, number, scope, vocabulary)
    if _CUMULATIVE.search(clause) or _FEW_PEOPLE.search(clause):
        return None
    owner = read.owner_at(number.start)
    if head is None:
        beside = owner is Owner.SUMMIT and _GUESTS_BEFORE.search(text, 0, start)
        if beside or (owner is Owner.SUMMIT and re.search(r"参会|与会|出席|参加|attend|took part|participat", clause)):
            return None if re.search(r"会员|记者|媒体|member|journalist", clause) else "countries"
        comes = _COMES.search(clause) or _is_change(read, number)
        return _COUNTRIES_OF_OWNER.get(owner) if comes else None
    programme = _programme_of(head) or Owner.SUMMIT
    if head == "guest":
        unless = next(rule.unless for rule in vocabulary.figures if rule.predicate == "guests")
        refused = unless is not None and bool(unless.search(clause))
        return "countries" if owner is Owner.SUMMIT and not refused else None
    if head == "entity":
        exhibits = owner is Owner.EXPO or re.search(r"参展|展商|exhibit", clause) or read.names(Owner.EXPO)
        return "expo_countries" if exhibits and owner is not Owner.OTHER else None
    gathered = programme is Owner.CASES and owner is Owner.SUMMIT and re.search(r"征集|收到|申报", clause)
    if programme in (Owner.CONTEST, Owner.CASES) and (gathered or owner is programme or read.names(programme)):
        return _COUNTRY_PREDICATES.get((head, programme))
    return None


def _head_behind(read: Read, counted: _Counted, end: int, vocabulary: Vocabulary) -> str | None:
    region = _REGION.match(read.text[counted.end :])
    start = counted.end + (region.end() if region else 0)
    if bodies := _AND_BODIES.match(read.text, start - (1 if read.text[start - 1 : start] == "的" else 0)):
        start = bodies.end()
    stop = min(end, start + (26 if read.is_chinese else 60))
    noun = _first_noun(read.text, start, stop, read.is_chinese, vocabulary)
    return noun.noun if noun and noun.noun != "country" else None


def _head_before(read: Read, number: Number, start: int, vocabulary: Vocabulary) -> str | None:
    noun = _last_noun(read, start, number.start, vocabulary)
    return noun.noun if noun else None


def _last_noun(read: Read, start: int, end: int, vocabulary: Vocabulary) -> _Counted | None:
    best: _Counted | None = None
    for noun in vocabulary.nouns:
        if noun.id in ("country", "field", "topic", "subforum", "talk"):
            continue
        for match in (noun.zh if read.is_chinese else noun.en).finditer(read.text, start, end):
            if best is None or match.end() > best.end or (match.end() == best.end and match.start() < best.start):
                best = _Counted(noun.id, match.start(), match.end())
    return best
