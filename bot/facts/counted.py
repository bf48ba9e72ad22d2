"""What a number counts: the first noun behind it, failing that the noun just before it, failing that the one said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.facts.fact import Approximation
from bot.facts.growth import what_grew
from bot.facts.names import Owner
from bot.facts.numerals import Number
from bot.facts.reading import Read
from bot.facts.vocabulary import Vocabulary

COUNTER = re.compile(r"\s?(?:余|多)?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组|国)?(?:以上|左右)?(?:的)?")
# A number behind its noun needs a counter, or the end of its clause.
_COUNTED_OR_LAST = re.compile(
    r"\s?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|次|组)|\s?(?:以上|左右)?(?=[，。；、！]|$)"
)
_GAP = re.compile(r"[^，。；！？：:]{0,24}")
_GAP_EN = re.compile(r"\s?(?:[^\s,.;]+\s?){0,9}")
_LINK = re.compile(
    r"(?:的?总?(?:数量|人数|总数|数目|数字|规模|数))?"
    r"(?:大概|大约|预计|共计|总计|合计|共有|共|总共|已有|已|将|有|首次|分别|达到|达|为|是|在|[举开]?办了?|举行了?|设了?|安排了?|[也还仍]是|[也还仍]有|同样是|调整为|扩至|增加到|增加了?|增长|突破|超过|增至|：|:)*\s?$"
)
# 六大洲, six continents: how far, not how many.
_NO_COUNT = re.compile(r"\s?(?:个)?(?:大洲|洲|continents)")
_YEAR_IN_BRACKETS = re.compile(r"[（(](?:19|20)\d\d[）)]")
_LENGTH = re.compile(r"-(?:day|week|month|year|hour|minute)")
_COUNTER_NEEDED = re.compile(r"\s?(?:名|位|人次|人|家|个|项|场|份|件|款|支|类|条|组|国|大)")
_CLOSES_HERE = re.compile(r"\s?(?:名|位|人次|人|家|个|项|场|份)?(?:以上|左右)?[、，。；]")
# N位来自M个国家和地区的嘉宾: the noun stands behind the other figure.
_FROM_COUNTRIES = re.compile(r"\s?(?:余|多)?(?:名|位|家|个|人)?(?:分别)?来自(?:全球|世界|海内外)?$")
_LABEL = re.compile(r"[：:]\s?(?:近|超|逾|约|共|达|总计)?\d")
ELIDED = {Owner.CASES: "case", Owner.AWARD: "result"}
_ELIDED_COUNTER = re.compile(r"(?:个|项|件)(?=[，。；、]|[在对]|公布|发布|展示|脱颖|胜出|入选|获|$)")
_TOPIC = re.compile(r"(?:^|[。；])(?P<noun>[^，。；]{2,6})(?:方面|数量上)，")
# 与会人数再创新高，达到1820人
_RECORD = re.compile(
    r"(?:^|[，。；的])(?P<noun>[^，。；的]{2,8}?)(?:再|屡|又)?(?:创|刷新|破|大增|翻番|增长|增加)[^，。；]{0,10}，(?:总数|共|已|为|有)*\s?$"
)
_CHOSEN = ("result", "case")
_IN_ALL = re.compile(r"，(?:共计|共有|一共|总共|共)\s?$")
_TAKES_PLACE = ("subforum", "talk", "track", "topic", "special_activity")
_TOTAL = re.compile(r"，(?:总数|总人数|总计|共计|合计)\s?$")
_PLACES_GROW = re.compile(r"(?P<noun>国家(?:[和及与]地区)?)(?:的?(?:数量|总数)|数)?，?(?:比|较)[^，。；]*$")
_AT_ONCE = re.compile(r"[个名位家项场]，(?:总数|人数|共|已|为)*\s?")
_LINK_EN = re.compile(
    r" (?:(?:has|have|had) )?(?:numbering|numbered|reach(?:ed|ing)|hit|total(?:l?ed|l?ing)|(?:stood|stands) at|came to"
    r"|(?:rose|grew|increased|climbed|jumped)(?: from [^.;]{1,40}?)?(?: to| from)) $",
    re.IGNORECASE,
)
_HEDGE_VERB = re.compile(r"topped|topping|exceed|surpass", re.IGNORECASE)
_BLANK = re.compile(r" (?:(?:has|have|had) )?$", re.IGNORECASE)
_STANDS_ALONE_EN = re.compile(r" ?(?:[,.;]|$|people\b|this year|last year|in \d{4}|to\b|from\b|flew|came|attend|took)")
_NEARLY = 0.7
_WIN = re.compile(r"(?:最终|成功)?(?:脱颖|入选|胜出|获评|当选|获奖)")
_SOME_OF = re.compile(r"(?:当?中|里)，?[^，。；]{0,6}$")
REGION = re.compile(r"^(?:家)?(?:和|及|与|、|以及|（|\()?(?:地区)?(?:）|\))?(?:的)?")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: a noun class and where the noun stands."""

    noun: str
    start: int
    end: int


def counted_noun(read: Read, number: Number, following: Number | None, vocabulary: Vocabulary) -> Counted | None:
    text = read.text
    spelled = text[number.start : number.end]
    if spelled == "一" or _NO_COUNT.match(text, number.end):
        return None  # 一家公司: some company
    if _LENGTH.match(text, number.end):
        return None  # a two-day forum
    if _YEAR_IN_BRACKETS.fullmatch(text, max(0, number.start - 1), number.end + 1):
        return None  # 《…成果（2023）》
    if len(spelled) == 1 and not spelled.isdigit() and not _COUNTER_NEEDED.match(text, number.end):
        return None  # 一带一路, 两岸: no counts
    if _CLOSES_HERE.match(text, number.end) and (noun := _before(read, number, vocabulary)):
        return noun  # 分论坛19个、咖荟12场: each behind its own noun
    return (
        _behind(read, number, following, vocabulary)
        or _before(read, number, vocabulary)
        or _elided(read, number, vocabulary)
    )


def _elided(read: Read, number: Number, vocabulary: Vocabulary) -> Counted | None:
    """最终选出14个, 18项脱颖而出: the noun was said before; 分论坛方面，2022年是19场: it is the topic."""
    topic = (
        _TOPIC.search(read.text, 0, number.start)
        or what_grew(read, number)
        or _RECORD.search(read.text, 0, number.start)
    )
    if topic and _COUNTER_NEEDED.match(read.text, number.end):
        noun = first_noun(read.text, topic.start("noun"), topic.end("noun"), True, vocabulary)
        if noun:
            return noun
    if read.in_change(number.start):
        # ，比上届增加93个: what grew was named before the comma.
        part = max(read.text.rfind(mark, 0, number.start) for mark in "。；") + 1
        if places := _PLACES_GROW.search(read.text, part, number.start):
            return Counted("country", places.start(), places.end("noun"))
        return last_noun(read, part, number.start, vocabulary)
    if said := _TOTAL.search(read.text, 0, number.start):
        # 来宾来自80余国，总数逾1500人
        people = last_noun(read, 0, said.start(), vocabulary)
        return people if people and people.noun == "guest" else None
    if _IN_ALL.search(read.text, 0, number.start) and (noun := _of_clause_before(read, number, vocabulary)):
        return noun
    if again := _counted_again(read, number, vocabulary):
        return again
    noun_id = ELIDED.get(read.owner_at(number.start))
    if noun_id and _ELIDED_COUNTER.match(read.text, number.end):
        return Counted(noun_id, number.end, number.end)
    return None


def _of_clause_before(read: Read, number: Number, vocabulary: Vocabulary) -> Counted | None:
    """首次设立乌镇咖荟，共12场: what the clause before ends with, if it is something that takes place."""
    start, _ = read.clause(number.start)
    begin, _ = read.clause(max(0, start - 1))
    counter = _COUNTER_NEEDED.match(read.text, number.end)
    if start == 0 or counter is None or counter[0].strip() not in ("场", "个", "项", "条"):
        return None
    for noun in vocabulary.nouns:
        for match in noun.zh.finditer(read.text, begin, start):
            if noun.id in _TAKES_PLACE and not read.text[match.end() : start].strip("”》」，, "):
                return Counted(noun.id, match.start(), match.end())
    return None


def _counted_again(read: Read, number: Number, vocabulary: Vocabulary) -> Counted | None:
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
    # 报名项目首次突破千个，达1082个: the second says how many.
    exactly = (
        last.quantity.approximation is not Approximation.EXACT
        and _AT_ONCE.fullmatch(between)
        and _NEARLY * last.quantity.value <= number.quantity.value <= last.quantity.value / _NEARLY
    )
    some = _SOME_OF.search(between) or _WIN.match(read.text, counter.end())
    noun = counted_noun(read, last, number, vocabulary) if again or exactly or some else None
    if noun is None or not (again or exactly or noun.noun in _CHOSEN):
        return None
    return Counted(noun.noun, number.end, number.end)


def _behind(read: Read, number: Number, following: Number | None, vocabulary: Vocabulary) -> Counted | None:
    text = read.text
    start = number.end
    if read.is_chinese:
        counter = COUNTER.match(text, start)
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
    noun = first_noun(text, number.end, end, read.is_chinese, vocabulary)
    # 分论坛：19个 咖荟：12场: a noun with a colon is the label of the next figure.
    return None if noun and _LABEL.match(text, noun.end) else noun


def _class_behind_countries(read: Read, countries: Number, vocabulary: Vocabulary) -> Counted | None:
    _, stop = read.clause(countries.start)
    place = first_noun(read.text, countries.end, stop, read.is_chinese, vocabulary)
    if place is None or place.noun != "country":
        return None
    region = REGION.match(read.text[place.end :])
    return first_noun(read.text, place.end + (region.end() if region else 0), stop, read.is_chinese, vocabulary)


def _before(read: Read, number: Number, vocabulary: Vocabulary) -> Counted | None:
    if not read.is_chinese:
        return _before_in_english(read, number, vocabulary)
    text = read.text
    if not _COUNTED_OR_LAST.match(text, number.end):
        return None
    start, _ = read.clause(number.start)
    link = _LINK.search(text, max(start, number.start - 12), number.start)
    end = link.start() if link else number.start
    # 参会人数达…: 人数 is a link behind 参会 and the noun itself where nothing stands before it.
    spelled = re.match(r"总?人数", text[end : number.start])
    ends = (end, end + spelled.end()) if spelled else (end,)
    best: Counted | None = None
    for noun in vocabulary.nouns:
        for match in noun.zh.finditer(text, max(start, end - 14), number.end):
            if match.end() in ends and (best is None or match.start() < best.start):
                best = Counted(noun.id, match.start(), match.end())
    return best


def _before_in_english(read: Read, number: Number, vocabulary: Vocabulary) -> Counted | None:
    """Attendance topped 1,800; the number of sub-forums rose from 19 in 2022 to 20 this year."""
    start, _ = read.clause(number.start)
    # Attendance topped 1,800: the verb is the number's hedge.
    hedge = _HEDGE_VERB.match(read.text, number.start)
    link = (_BLANK if hedge else _LINK_EN).search(read.text, start, number.start)
    if link is None or not _STANDS_ALONE_EN.match(read.text, number.end):
        return None
    for noun in vocabulary.nouns:
        for match in noun.en.finditer(read.text, start, number.end):
            if match.end() == link.start():
                return Counted(noun.id, match.start(), match.end())
    return None


def first_noun(text: str, start: int, end: int, chinese: bool, vocabulary: Vocabulary) -> Counted | None:
    best: Counted | None = None
    for noun in vocabulary.nouns:
        match = (noun.zh if chinese else noun.en).search(text, start, end)
        if match and (
            best is None or match.start() < best.start or (match.start() == best.start and match.end() > best.end)
        ):
            best = Counted(noun.id, match.start(), match.end())
    return best


def last_noun(read: Read, start: int, end: int, vocabulary: Vocabulary) -> Counted | None:
    best: Counted | None = None
    for noun in vocabulary.nouns:
        if noun.id in ("country", "field", "topic", "subforum", "talk"):
            continue
        for match in (noun.zh if read.is_chinese else noun.en).finditer(read.text, start, end):
            if best is None or match.end() > best.end or (match.end() == best.end and match.start() < best.start):
                best = Counted(noun.id, match.start(), match.end())
    return best
