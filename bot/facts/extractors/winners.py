"""Whose leading results were released or awarded, where each stands beside its work.

华为的“鸿蒙”、高通的芯片 · “鸿蒙”（华为） · "IBM's Watson, Tesla's Autopilot and a search algorithm by Yandex". Lists of names
alone are read by `named_lists.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.lists import split_list
from bot.facts.named_items import named_fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading

_LONGEST_SENTENCE = 2000
_MADE = r"(?:自主|联合|共同|合作|携手|最新)*(?:研发|研制|研究|开发|推出|申报|完成|打造|发布|带来|提交|建设|提出|选送|报送|发明|创制|构建|设计)(?:推出)?"
_WHO = r"(?P<who>[^，。；、：“”《》（）的]{2,24}?)"
_OWNED = re.compile(rf"(?:以及|及|和|与|还有|由|来自|既有|也有|还包括)*{_WHO}(?:{_MADE})?的(?P<what>[“《]?.{{2,}})")
# 微软的HoloLens和特斯拉的自动驾驶
_ANOTHER = re.compile(rf"(?:以及|及|和|与)(?P<who>[^，。；、：“”《》（）的和与及]{{2,14}}?)(?:{_MADE})?的")
# What opens a row of works.
_OPENS = re.compile(
    r"包括了?|包含|涵盖|囊括|分别[是为]|例如|比如|譬如|当中|其中|来自|[：:]|(?<![具所拥共没只持含])有(?!限)|(?<![比例诸])如(?!何|今|期|果)"
)
_IN_BRACKETS = re.compile(
    r"[^、，。；：（）]{2,40}（(?P<who>[^（）、，。；：]*[\u4e00-\u9fff][^（）、，。；：]*)）(?=[、，。；和以及等]|$)"
)
_PIECES = re.compile(r"、|，|；|(?<=[”》])(?:以及|和|与|及)(?=[^、，“”]{2,24}的)")
# What is no maker: a country, an adjective, a measure, a pronoun.
_NOBODY = re.compile(
    r"[国省市]$|地区|我们|他们|领域|方面|行业|技术$|成果|项目|奖|专家|嘉宾|^(?:其|这|那|本|该|最|更|首|第|近|多|超|各|每|一|全|新|以|在|为|对|将|被"
    r"|基于|面向|针对|具有|拥有|自主|不同|相关|涵盖|围绕|获|入选|全球|世界|国内|国外|海外|先进|关键|重要|知名|主要|高校$|企业$|机构$|公司$|团队$|单位$|科研院所$)"
    r"|^(?:涉及|人工智能|量子\w*|芯片|大模型|区块链|互联网|算法|操作系统|数字\w*|网络\w*|信息\w*)$|涉及|聚焦"
    r"|\d{2,}|[了着过]|来自|收到|表示|介绍|组成|包括|认为|发布|参[展加]|出席|主持"
)
_FIRM = r"大学|学院|公司|集团|研究院|研究所|实验室|中心|科学院|科技|学校|医院"
# 东海大学和芬兰北极光公司: two makers of one work.
_TWO = re.compile(rf"(?:{_FIRM})(?:和|与|及|以及|联合|携手)(?=.{{2,}}(?:{_FIRM}))|[（）]")
_LEAST = 2
_GOES_ON = re.compile(r"(?:也|还|更|既|另|又)有|以及|和|与|及")
_WON = re.compile(r"入选|获奖|得奖|上榜|获评|当选|脱颖而出|榜上有名|亮相|发布|面世|登场|胜出|折桂|摘得|斩获|，是|（")
_WHO_EN = r"[A-Z][\w&.-]*(?:\s(?:of\s|the\s)*[A-Z][\w&.-]*){0,4}"
_OWNED_EN = re.compile(rf"^(?:and )?(?P<who>{_WHO_EN})['’](?:s\b|(?=\s))\s?\S")
_MADE_EN = re.compile(
    rf"^(?:and )?(?:an?|the|its)?\s?[^,;:]{{3,80}}?\s(?:(?:(?:jointly )?(?:developed|built|made|created|designed|submitted|presented"
    rf"|unveiled|released)\s)?(?:by|from))\s(?:the )?(?P<who>{_WHO_EN})\b"
)
_OPENS_EN = re.compile(
    r"\b(?:among (?:them|these|those|which)|including|included?|includes|such as|like|namely|with|were|are|featuring|from)\b"
    r"(?: (?:were|was|are|is))?|:|--?\s|—"
)
_NOBODY_EN = re.compile(
    r"^(?:The|This|That|China|Russia|Japan|Germany|France|India|Britain|America|Europe|World|Internet|Xinhua|Reuters|University"
    r"|Conference|Summit|Light|It|Today|Last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|Nov|Dec|Oct|Sept)(?:\s|$)"
)


def extract(reading: Reading) -> Iterator[Fact]:
    """`leading_tech_winner`, one fact a maker."""
    for read in reading.reads:
        if len(read.text) > _LONGEST_SENTENCE or not _may_tell(read):
            continue
        for position, who in _chinese(read) if read.is_chinese else _english(read):
            year = read.edition_at(position)
            if year:
                yield named_fact(reading, read, "leading_tech_winner", who, year, position)


def _may_tell(read: Read) -> bool:
    return read.owner is Owner.AWARD or any(mention.owner is Owner.AWARD for mention in read.mentions)


def _chinese(read: Read) -> Iterator[tuple[int, str]]:
    """Position and name of each maker, if at least two are named in a row of works."""
    found: list[tuple[int, str]] = []
    start = 0
    for end in [*(match.start() for match in _PIECES.finditer(read.text)), len(read.text)]:
        if "，" in read.text[start - 1 : start] and len(found) < _LEAST and not _GOES_ON.match(read.text, start):
            found.clear()
        found += _in_piece(read, start, end)
        start = end + 1
    bracketed = [(match.start("who"), match["who"]) for match in _IN_BRACKETS.finditer(read.text)]
    for group in (found, bracketed):
        named = [
            (position, who)
            for position, name in group
            if read.owner_at(position) is Owner.AWARD
            for who in makers(name)
            if not _NOBODY.search(who)
        ]
        if len(named) >= _LEAST and (group is bracketed or _is_row(read.text, named[0][0], named[-1][0])):
            yield from named


def _is_row(text: str, first: int, last: int) -> bool:
    """True if a word opens the row of works, or one behind it says that they won."""
    return any(match.end() == first for match in _OPENS.finditer(text, 0, first)) or bool(_WON.search(text, last))


def _in_piece(read: Read, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The maker before the first 的 of a piece of a list, behind the word that opens the list; and one behind 和."""
    piece = read.text[start:end].rstrip("。")
    begins = [0, *(match.end() for match in _OPENS.finditer(piece))]
    rows = (owned for begin in reversed(begins) if (owned := _OWNED.match(piece, begin)))
    owned = next(rows, None)
    if owned is None:
        return
    yield start + owned.start("who"), owned["who"]
    if not owned["what"].startswith(("“", "《")) and (another := _ANOTHER.search(owned["what"])):
        yield start + owned.start("what") + another.start("who"), another["who"]


def makers(name: str) -> tuple[str, ...]:
    """The names in one maker: two for 东海大学和芬兰北极光公司."""
    return split_list(name, bodies=True).items if _TWO.search(name) else (name.strip(),)


def _english(read: Read) -> Iterator[tuple[int, str]]:
    if not has_any(read.text, ("'s", "’s", " by ", " from ")):
        return
    rows: list[list[tuple[int, str]]] = []
    for opener in _OPENS_EN.finditer(read.text):
        if read.owner_at(opener.start()) is not Owner.AWARD:
            continue
        stop = re.search(r"[.;](?:\s|$)", read.text[opener.end() :])
        stretch = read.text[opener.end() : opener.end() + stop.start() if stop else len(read.text)]
        found: list[tuple[int, str]] = []
        at = opener.end()
        for piece in re.split(r"(,\s(?:and\s)?|\sand\s(?=(?:[A-Z][\w&.-]*\s?){1,4}['’]s|an?\s|the\s))", stretch):
            if match := _OWNED_EN.match(piece.strip()) or _MADE_EN.match(piece.strip()):
                found.append((at, match["who"]))
            elif found and len(piece.strip(", ")) > len("and "):
                break
            at += len(piece)
        rows.append([(position, who) for position, who in found if not _NOBODY_EN.match(who)])
    longest = max(rows, key=len, default=[])
    if len(longest) >= _LEAST:
        yield from longest
