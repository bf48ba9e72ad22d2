"""Who founded the body: 由A、B等六家单位共同发起 · 由六家单位联合倡议成立：A；B · "initiated by six entities: A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.facts.english_bodies import NAMES
from bot.facts.fact import Fact, Quantity
from bot.facts.hints import has_any
from bot.facts.lists import split_list
from bot.facts.numerals import parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION

_NUMBER = r"[一二两三四五六七八九十\d]{1,3}"
_UNITS = r"(?:单位|机构|组织|企业|成员|发起方|发起单位|主体)"
_COUNTED = rf"(?P<count>{_NUMBER})(?:家|个|大)(?:中外|国内外|海内外|互联网)?{_UNITS}"
_TOGETHER = r"(?:共同|联合|携手|一道|牵头|作为)*"
_LAUNCH = r"(?:发起|倡议|倡导)"
# 发起 alone says it; 成立 only behind 联合, 共同 or 倡议: 组织由A批准成立 is no founding by A.
_VERB = (
    rf"(?:{_TOGETHER}{_LAUNCH}(?!单位|方|人|机构|成员)(?:并|、)?(?:成立|设立|组建|创立|创建|创办|发起)?"
    r"|(?:共同|联合|携手)+(?:成立|设立|组建|创立|创建|创办|创设))"
)
# 由A、B共同发起的联盟 is another body.
_OF_BODY = (
    r"(?!的(?!世界|国际|非政府|组织|该|新)"
    r"|了?[^，。；]{0,16}?(?:联盟|工作组|委员会|专委会|基金|平台|计划|大赛|论坛|研究院|智库|活动))"
)
_LISTS = (
    r"(?:(?:，|、|——|。)?(?:分别|它们|他们|这些单位|具体|其中|即)*(?:包括了?|为|是|有|即|：|:)[：:]?|[：:（(]|——)\s?"
)
_LISTED = r"(?P<names>[^。]{3,400})"
_FORMS = (
    # 由六家单位联合倡议成立：A；B；C · 由六家单位（A、B、C）发起
    re.compile(rf"由{_COUNTED}(?:{_VERB}[^，。；：:（(]{{0,12}})?{_LISTS}{_LISTED}"),
    # 六家发起单位分别是A、B和C · 发起该组织的六家单位为… · 发起方：A、B
    re.compile(
        r"(?:发起|创始|创立)(?:单位|方|机构|成员(?:单位)?|成立[^，。；]{0,16}的?单位)"
        rf"(?:共?有?(?P<count>{_NUMBER})[家个])?{_LISTS}(?P<names>[^。]{{3,400}})"
    ),
    re.compile(rf"(?:{_VERB})[^，。；]{{0,20}}?的{_COUNTED}{_LISTS}{_LISTED}"),
    # 由A、B和C（等六家单位）共同发起
    re.compile(
        rf"由(?P<names>[^。；]{{3,400}}?)等?(?:这)?(?:(?P<count>{_NUMBER})(?:家|个)?(?:中外|国内外|海内外|互联网)?{_UNITS}?)?{_VERB}{_OF_BODY}"
    ),
    # A、B、C为发起单位
    re.compile(
        r"(?:^|(?<=[，。；：]))(?P<names>[^，。；：]{6,300}?)等?(?:共同)?(?:为|是|作为|担任|成为)(?:其|该组织|国际组织)?的?(?:联合|共同)?"
        r"(?P<count>(?!))?(?:发起|创始)(?:单位|方|机构|成员单位)(?=[，。；]|$)"
    ),
    # A、B、C等六家单位共同发起成立了国际组织
    re.compile(rf"(?:^|(?<=[，。；：]))(?P<names>[^。；：]{{6,400}}?)等?(?:这)?{_COUNTED}{_VERB}{_OF_BODY}"),
)
_FOUNDER_COUNTS = (
    re.compile(
        rf"(?P<count>{_NUMBER})(?:家|个|大)(?:中外|国内外|海内外|互联网)?{_UNITS}(?:[（(][^（()）]{{4,300}}[)）])?{_VERB}"
    ),
    re.compile(rf"发起[^。，]{{0,12}}?(?P<count>{_NUMBER})(?:家|个)(?:单位|机构)"),
    re.compile(rf"(?:发起|创始)(?:单位|方|机构)(?:共|有|共有|达|为|是){{0,2}}(?P<count>{_NUMBER})[家个]"),
    re.compile(rf"(?P<count>{_NUMBER})(?:家|个|大)(?:联合|共同)?(?:发起|创始)(?:单位|方|机构)"),
)
_COUNT_TAIL = re.compile(rf"等?(?:这|共)?{_NUMBER}[家个](?:单位|机构|企业|组织)?$")
_BEHIND_LIST = re.compile(rf"(?:[）)]|，)?(?:{_TOGETHER}{_LAUNCH}.*)?[）)]?$")
_NO_FOUNDER = re.compile(rf"^\d|^{_NUMBER}[家个]|^(?:共同|联合|总部|致力)|^(?:单位|机构)$")
# Short names of companies (腾讯) have two characters.
_SHORTEST = 2
_WORDS = ("发起", "倡议", "倡导", "联合", "共同", "携手", "创始", "创立")
_FOUNDED_BY_EN = (
    r"\b(?:jointly |co-)?(?:initiated|founded|launched|established|set up|created|proposed) (?:jointly |together )?by "
)
_NUMBERS_EN = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT_EN = rf"(?P<count>{'|'.join(_NUMBERS_EN)}|\d{{1,2}})"
_UNITS_EN = (
    r"(?:parties|institutions|organi[sz]ations|entities|companies|members|founders|initiators|bodies|groups"
    r"|enterprises|units|sponsors)"
)
_FOUNDERS_OF_EN = (
    r"(?:co-?founders|founders|(?:co-?)?initiators"
    r"|(?:founding|initiating) (?:parties|institutions|organi[sz]ations|entities|bodies|units|companies|groups"
    r"|sponsors|enterprises))"
)
_LISTS_EN = (
    r"(?:,? (?P<open>including|such as)|,? namely|:| --?| ?[—–(]|,| (?:are|were|include[ds]?))(?: of)?\s?(?:the\s)?"
)
_COUNTED_EN = (
    re.compile(
        rf"{_FOUNDED_BY_EN}(?:the |these |a group of )?{_COUNT_EN}\s(?:[\w-]+ ){{0,2}}{_UNITS_EN}{_LISTS_EN}"
        r"(?P<names>[^.]{4,400})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_COUNT_EN} (?:[\w-]+ ){{0,2}}?{_FOUNDERS_OF_EN}(?: of [^:,.]{{3,60}}?)?{_LISTS_EN}(?P<names>[^.]{{4,400}})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_COUNT_EN} {_UNITS_EN}{_LISTS_EN}(?P<names>[^.]{{4,400}}?),? (?:jointly |together )*"
        r"(?:initiated|founded|co-founded|launched|established|set up) (?:it|the (?:organi[sz]ation|body))\b",
        re.IGNORECASE,
    ),
)
_UNCOUNTED_EN = (
    re.compile(_FOUNDED_BY_EN + NAMES),
    re.compile(
        rf"\b[Ii]ts {_FOUNDERS_OF_EN} (?:are|were|include[ds]?) (?P<names>(?:the )?[A-Z][^.]{{4,400}})"
        rf"|\b(?:[Tt]he )?{_FOUNDERS_OF_EN} of the (?:international )?(?:organi[sz]ation|body) (?:are|were"
        r"|include[ds]?) (?P<others>(?:the )?[A-Z][^.]{4,400})"
    ),
    re.compile(
        r"^(?:The )?(?P<names>[A-Z][^.;]{4,300}?) (?:jointly |together )*(?:initiated|founded|co-founded|launched"
        r"|established|set up) the (?:international )?(?:organi[sz]ation|body)\b"
    ),
)
_COUNT_ONLY_EN = re.compile(rf"{_FOUNDED_BY_EN}(?:the )?{_COUNT_EN}\s(?:[\w-]+ ){{0,2}}{_UNITS_EN}\b", re.IGNORECASE)
_TAIL_EN = re.compile(
    r"\)|,? (?:are|were|have|has|had|together|which|who|that|with its|in \d{4}|in (?:Beijing|July))\b.*$| as (?:its )?founders.*$"
)
_WORDS_EN = ("initiat", "found", "launched", "stablished", "set up", "created by", "proposed by")


def founders(reading: Reading, index: int) -> Iterator[Fact]:
    """`founder` and `founder_count` of a sentence that speaks of the body."""
    read = reading.reads[index]
    if not read.is_chinese:
        if has_any(read.text, _WORDS_EN):
            yield from _english(reading, read)
        return
    if not has_any(read.text, _WORDS):
        return
    names = next((names for form in _FORMS if (match := form.search(read.text)) and (names := _names(match))), ())
    for name in names:
        yield _fact(reading, read, "founder", name)
    counted = next((match for form in _FOUNDER_COUNTS if (match := form.search(read.text))), None)
    if counted and (number := parse_integer(counted["count"].replace("两", "二"))):
        yield _fact(reading, read, "founder_count", Quantity(number))
    if read.text.rstrip().endswith(("：", ":")) and (counted or re.search(r"(?:发起|创始)(?:单位|方|机构)", read.text)):
        for item in reading.reads[index + 1 :]:
            if item.kind is not BlockKind.ITEM:
                break
            yield _fact(reading, item, "founder", item.text.strip(" 。；;"))


def _names(match: re.Match[str]) -> tuple[str, ...]:
    """The names of a list; none if it holds a single one that no 等 or count leaves open."""
    count = parse_integer(match["count"].replace("两", "二")) if match["count"] else None
    text = _COUNT_TAIL.sub("", match["names"].strip("。， ")).removesuffix("等")
    if "；" in text and "、" not in text.partition("；")[0]:
        # Listed by ；: what follows the list in the same sentence is none of it.
        text = "；".join(part for part in text.split("；") if not _NO_FOUNDER.search(part.strip()))
    else:
        text = text.partition("；")[0]
        text = text.partition("，")[0] if "、" in text.partition("，")[0] else text
    listed = split_list(
        _BEHIND_LIST.sub("", text) if text.count("（") < text.count("）") else text, bodies=True, count=count
    )
    if len(listed.items) < 2:
        return ()
    return tuple(name for name in listed.items if len(name) >= _SHORTEST and not _NO_FOUNDER.search(name))


def _english(reading: Reading, read: Read) -> Iterator[Fact]:
    counted = next((match for form in _COUNTED_EN if (match := form.search(read.text))), None)
    match = counted or next((match for form in _UNCOUNTED_EN if (match := form.search(read.text))), None)
    if match:
        names = match.groupdict().get("others") or match["names"]
        for name in split_list(_TAIL_EN.sub("", names), bodies=True).items:
            if name[:1].isupper() or name[:1].isdigit():
                yield _fact(reading, read, "founder", name)
    if counted := counted or _COUNT_ONLY_EN.search(read.text):
        word = counted["count"].lower()
        count = _NUMBERS_EN.index(word) + 2 if word in _NUMBERS_EN else int(word)
        yield _fact(reading, read, "founder_count", Quantity(count))


def _fact(reading: Reading, read: Read, predicate: str, value: Quantity | str) -> Fact:
    return Fact(subject=ORGANISATION, predicate=predicate, value=value, sources=(reading.cite(read),))
