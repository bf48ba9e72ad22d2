"""Where a list stands around the noun that says what its items are.

Before it: 设有 A、B、C 等 7 个赛道. Behind it: 7 个赛道，分别是 A、B、C · 赛道（A、B、C）· 赛道包括 A、B 等. Both functions
are pure and look no further than the noun's own clause; what they return are candidates, the caller knows which are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts.lists import CLOSING, ETC, OPENING, outside, split_list
from bot.facts.numerals import parse_integer

_STRONG = "。；！？!?;\n"
_COUNT = r"(?P<count>\d{1,3}|[一二两三四五六七八九十]{1,3})(?:余|多)?(?:个|大|条|项|类|场|家|种|款|位|所)?"
_ADJECTIVE = (
    r"(?:时下|当前|当下|热门|热点|热议|前沿|焦点|重要|重点|核心|关键|主要|相关|比赛|竞赛|专业|专题|细分|特色|功能|主题|展示"
    r"|平行|不同|分项|方面的?|领域的?|方向的?|的|共)"
)
_BEFORE_ETC = re.compile(rf"{ETC}(?P<between>[^，。；、：“”《》]{{0,20}})$")
_BEFORE_PLAIN = re.compile(rf"(?:(?:这|共|共计|在内的)?{_COUNT}新?)?{_ADJECTIVE}{{0,4}}$")
_COUNT_WITHIN = re.compile(_COUNT)
# Between 等 and the noun no new verb may stand: 等议题设置20个分论坛 is no list of sub-forums.
_NEW_VERB = re.compile(
    r"举办|举行|设置|设立|设有|开设|召开|展开|开展|组织|进行|推出|吸引|参加|亮相|参与|主协办|主办|承办|协办|联合|在(?!内)"
)
# The words that open a list; of the single characters only those that are no part of a longer word.
_INTRODUCER = re.compile(
    r"(?:围绕|聚焦于?|设置|设有|设立|开设|新增|新设|增设|首设|分设|下设|共设|划?分为|分成|包括|包含|涵盖|涉及|囊括|覆盖|横跨|触及|论及|遍及|锁定|紧贴|直击|畅谈|纵论|热议|共议|共话|推出|举办|举行|开展|召开|组织"
    r"|安排|策划|准备|筹办|增加|面向|参加|出席|走进|针对|探讨|研讨|讨论|关注|展示|展现|讲述|打造|呈现|来自|出自|授予|颁给|分别为|分别是|例如|比如|紧扣|瞄准|规划|拥有|形成|：|:"
    r"|——|—)(?:了|于|有|着|的)?"
    r"|(?<![所具拥共没只持含])有|(?<![理自因])由(?!于)|(?<![部充成百])分(?=“)|(?<![现存所正实内外潜旨])在(?!于|线|内)|(?<![成造])就(?![业是地])"
    r"|(?<![建开增分假])设(?![施计备想法])|(?<![比例诸譬假])如(?![何果期此今])"
)
_LABEL = r"(?:分别|具体|主要|依次|内容|名单|如下|一览|其中|共|将|则)"
_HEAD = r"(?:包括|包含|涵盖|涉及|囊括|覆盖|设有|设置|来自|出自|为|是|有|即|如|围绕|聚焦)"
_BEHIND = re.compile(
    rf"(?P<bracket>[（(])(?:{_LABEL}{{0,2}}{_HEAD}?[：:]?)"
    rf"|[）)”’]?[，,\s]?(?P<label>{_LABEL}{{0,3}})(?P<head>{_HEAD}?)(?:了|于)?(?P<colon>[：:]|—{{1,2}}|－|-(?!\d))?"
)
# 分论坛20场，包括…: the number may stand behind the noun, or its label.
_STATED_BEHIND = re.compile(
    r"[：:]?(?:共计?|达|数)?(?P<count>\d{1,3}|[一二三四五六七八九十]{1,3})(?:余|多)?(?:个|场|项|大|条)(?=[，：:（(—]|。其中)。?"
)
# …和交流合作五个方面: what the items are called may stand behind the last.
_TAIL = re.compile(
    r"(?<=[\u4e00-\u9fff”])(?:这|共|共计)?(?P<count>\d{1,2}|[二两三四五六七八九十]{1,2})(?:个|大|类|种|项)"
    r"(?:方面|板块|领域|方向|主题|类别?|部分|环节|议题|话题|赛道|单元|展区|维度)?$"
)
# 特色活动方面，我们推出了A、B两项: the noun is the topic, its number ends the list.
_TOPIC = re.compile(
    r"(?:方面|环节|板块|上|部分)，[^，。；、：]{0,8}?(?:推出|举办|举行|设置|设立|安排|策划|组织|开展|带来|上演|准备|共?有|包括|涵盖)了?(?:的是)?"
)
_WINNERS = re.compile(r"得主|者|获[奖选评]的?(?:单位|企业|机构|方)")
_CLEAR_HEAD = frozenset(("包括", "包含", "涵盖", "涉及", "囊括", "覆盖", "设有", "来自", "出自", "即"))
# What may stand between two items.
_JOINED = re.compile(r"[、；;，,\n和与及并]|[”》][“《]| ")
_GOES_ON = re.compile(r"(?:以及|还有|及|和|与)")
_SHORT_ITEM = 24
_LONGEST_LIST = 800


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A candidate list: its items as printed, whether 等 leaves it open, and the number of items that the text states.

    The list stands at `start:end`. `introduced`: a word such as 设有 opens it. `adjoining`: the last item runs into the
    noun with nothing between. `between` is what stands between 等 and the noun, or behind 等.
    """

    items: tuple[str, ...]
    open: bool
    count: int | None
    start: int
    end: int
    introduced: bool = True
    adjoining: bool = False
    between: str = ""


def before(text: str, noun: int) -> Iterator[Enumeration]:
    """Candidates for the list that ends at the noun at `noun`, the likeliest first."""
    start = _clause_start(text, noun)
    stretch = text[start:noun]
    ending = _BEFORE_ETC.search(stretch)
    between = ending["between"] if ending else ""
    if ending:
        if _NEW_VERB.search(between):
            return
        counted = _COUNT_WITHIN.search(between)
    else:
        ending = _BEFORE_PLAIN.search(stretch)
        counted = ending if ending and ending["count"] else None
    count = parse_integer(counted["count"]) if counted else None
    end = ending.start() if ending else len(stretch)
    is_open = bool(between) or (ending is not None and stretch.startswith("等", end))
    adjoining = end == len(stretch)

    def found(start: int, stretch: str, begin: int, introduced: bool) -> Enumeration:
        listed = split_list(stretch[begin:] + ("等" if is_open else ""), count=count)
        return Enumeration(listed.items, is_open, count, start + begin, noun, introduced, adjoining, between)

    stretch = stretch[:end]
    if not is_open and not _JOINED.search(stretch):
        return  # One item without 等 is no list.
    if is_open and "、" not in stretch:
        # 围绕A，B，C等议题: a list parted by commas.
        longer, parted = _parted_by_commas(text, start, stretch)
        yield from (found(longer, parted, begin, True) for begin in _begins(parted))
    yield from (found(start, stretch, begin, True) for begin in _begins(stretch))
    yield found(start, stretch, 0, False)


def _begins(stretch: str) -> Iterator[int]:
    """Behind each word that may open a list."""
    return (match.end() for match in _INTRODUCER.finditer(stretch) if not _inside(stretch, match.start()))


def _parted_by_commas(text: str, start: int, stretch: str) -> tuple[int, str]:
    """`stretch` with the clauses before it back to the last stop, its commas read as 、; and where that begins."""
    end = start + len(stretch)
    while start and text[start - 1] in "，,":
        start = _clause_start(text, start - 1)
    return start, text[start:end].replace("，", "、")


def behind(text: str, noun_start: int, noun_end: int, *, parties: bool = False) -> Enumeration | None:
    """The list that follows the noun at `noun_start:noun_end`; None if no word or mark there opens one.

    `parties`: the items are those who did it, so 来自 may open the list.
    """
    if topic := _TOPIC.match(text, noun_end):
        listed = listed_from(text, topic.end())
        return listed if listed.count == len(listed.items) else None
    number = _STATED_BEHIND.match(text, noun_end)
    opener = _BEHIND.match(text, number.end() if number else noun_end)
    if opener is None or opener.end() == noun_end:
        return None
    stated = number or re.search(rf"{_COUNT}{_ADJECTIVE}{{0,4}}$", text[max(0, noun_start - 16) : noun_start])
    count = parse_integer(stated["count"]) if stated else None
    label, head = opener["label"] or "", opener["head"] or ""
    if head in ("来自", "出自") and not parties:
        return None
    clear = opener["colon"] or opener["bracket"] or "分别" in label or head in _CLEAR_HEAD
    found = listed_from(text, opener.end(), count)
    told = count or found.count == len(found.items)  # 特色活动有A、B两项
    # 得主是A、B和C
    told = told or (parties and len(found.items) > 1 and bool(_WINNERS.search(text, noun_start, noun_end)))
    if not clear and not (told and head in ("为", "是", "有")):
        return None
    # 成果15项，分别来自A和B: what is counted is not what is listed.
    return found if not number or found.open or len(found.items) == count else listed_from(text, opener.end())


def listed_from(text: str, start: int, count: int | None = None) -> Enumeration:
    """The list whose first item begins at `start`; `count` is the number of items stated."""
    end = _list_end(text, start)
    stretch = text[start:end]
    tail = _TAIL.search(stretch)
    if tail:
        stretch, count = stretch[: tail.start()], parse_integer(tail["count"]) or count
    etc = re.search(rf"{ETC}(?P<after>[^、]*)$", stretch)
    listed = split_list(stretch[: etc.start() + 1] if etc else stretch, count=None if etc else count)
    return Enumeration(
        listed.items, etc is not None, count, start, end, between=etc["after"] if etc else tail[0] if tail else ""
    )


def _clause_start(text: str, end: int) -> int:
    """Behind the last comma or stop before `end` that stands outside quotation marks and brackets."""
    depth = 0
    for index in range(end - 1, max(-1, end - _LONGEST_LIST), -1):
        character = text[index]
        if character in CLOSING:
            depth += 1
        elif character in OPENING:
            depth -= 1
            if depth < 0:
                return index + 1
        elif depth == 0 and (character in "，," or character in _STRONG):
            return index + 1
    return max(0, end - _LONGEST_LIST)


def _list_end(text: str, start: int) -> int:
    """Where the list that begins at `start` ends: a stop, a closing bracket, or a comma behind items parted by 、."""
    end = outside(text, _STRONG, start)
    end = len(text) if end < 0 else end
    position = start
    while (comma := outside(text, "，,", position)) >= 0 and comma < end:
        first = text[start:comma]
        joined = outside(first, "、") >= 0 or _GOES_ON.search(first) or len(first) > _SHORT_ITEM
        if joined and not _GOES_ON.match(text, comma + 1):
            return comma
        position = comma + 1
    return end


def _inside(text: str, position: int) -> bool:
    """True inside quotation marks or brackets."""
    depth = 0
    for character in text[:position]:
        depth += (character in OPENING) - (character in CLOSING)
    return depth > 0
