"""What was new at an edition: set up, launched, founded or held for the first time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_VERB = r"(?:首次|新|正式|将|还|专门|同时|创新|重磅|全新)*(?:设立|成立|启动|推出|创设|增设|新增|新设|首设|首创|创立|揭牌成立|宣布成立|发起成立|发起)(?:了)?"
_FIRST = r"首次(?:举办|举行|设置|开设|组织|推出|开展|引入|增设|设立|发布)(?:了)?"
_KINDS = (
    r"(?:奖|奖项|委员会|计划|研修院|学院|中心|联盟|平台|基金|机制|工作组|智库|研究院|分会|办公室|倡议|行动|项目|论坛|峰会|大赛|活动|单元|板块|赛道|展区|展|会议|对话|研讨会|沙龙|咖荟|专场|典礼|指数|案例集|实验室|博物馆|基地)"
)
_NAMED = re.compile(rf"(?P<verb>{_VERB}|{_FIRST})(?P<what>[“《]?[^，。；：]{{2,50}}?[”》]?{_KINDS}[”》]?)(?=[，。；、！]|等|并|和|$|\s)")
_QUOTED = re.compile(rf"(?P<verb>{_VERB}|{_FIRST})(?P<what>“[^”]{{2,40}}”(?:[^，。；、]{{0,12}}?{_KINDS})?)")
_PASSIVE = re.compile(rf"(?P<what>[^，。；：]{{2,40}}?{_KINDS})(?:也)?(?:正式|宣告|宣布|同期|在峰会期间)*(?:首次亮相|首次举办|首次举行|揭牌成立|正式成立|宣告成立|成立|揭牌)(?=[，。；]|$)")
_EN = re.compile(
    r"\b(?:set up|establish(?:ed|es)?|launch(?:ed|es)?|inaugurat(?:ed|es?)|introduc(?:ed|es?)|unveil(?:ed|s)?)\s+(?P<what>(?:the|a|an|its)\s+[^,.;]{4,90}?(?:Award|Awards|Committee|Program(?:me)?|Academy|Cent(?:er|re)|Alliance|Platform|Fund|Initiative|Plan|Institute|Prize|Forum|Competition))\b"
)
_PURPOSE = re.compile(r"^[，,]?\s?(?:以|旨在|用以|用于|为了|意在)(?P<purpose>[^。；]{4,120})|^，(?P<verbal>(?:推动|搭建|表彰|促进|打造|助力|为)[^。；]{4,120})")
_FOR = re.compile(r"^[，,]?\s?(?:面向|为)(?P<audience>[^，。；]{2,60}?)(?:，(?=搭建|提供|打造|开展)|(?=搭建|提供|打造|开展))(?P<rest>[^。；]*)")
_STANDING = re.compile(r"国际组织|常设机构|公司|企业(?!家)|党|政府|中华人民共和国|独资|子公司|业务|产品|新品|芯片|模型$|应用$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`new_feature`, with its purpose and audience where the clause gives them."""
    for read in reading.reads:
        patterns = (_QUOTED, _NAMED, _PASSIVE) if read.is_chinese else (_EN,)
        taken: list[tuple[int, int]] = []
        for pattern in patterns:
            for match in pattern.finditer(read.text):
                if any(match.start("what") < end and start < match.end("what") for start, end in taken):
                    continue
                year = read.edition_at(match.start())
                if not year or not _is_new_here(read, match):
                    continue
                taken.append(match.span("what"))
                purpose, audience = _reasons(read.text[match.end() :])
                yield Fact(
                    subject=summit(year),
                    predicate="new_feature",
                    value=_bare(match["what"]),
                    purpose=purpose,
                    audience=audience,
                    phase=reading.phase(read, match.start(), year),
                    sources=(reading.cite(read),),
                )


def _is_new_here(read: Read, match: re.Match[str]) -> bool:
    owner = read.owner_at(match.start())
    if owner in (Owner.OTHER, Owner.EXPO, Owner.CONTEST, Owner.ORGANISATION):
        return False
    if "、" in match["what"].split("“")[0] or re.match(r"等[^，。]{0,14}特色活动", read.text[match.end() :]):
        return False
    if _STANDING.search(match["what"]) or re.search(r"[一二三四五六七八九十\d]+(?:项|个|场|大)", match["what"]):
        return False
    start, _ = read.clause(match.start())
    before = read.text[start : match.start()]
    if re.search(r"(?:自|曾|已于|此前|\d{4}年)[^，。]{0,12}$", before):
        return False
    if read.is_chinese and re.search(r"(?:设立|推出|启动|成立)", match.groupdict().get("verb") or "") and read.text[start:].startswith(("企业", "公司")):
        return False
    return not re.search(r"是|的重要|作为", match["what"][:2])


def _bare(name: str) -> str:
    """The name alone: without 了, 一个, and the quotation marks around the whole."""
    name = re.sub(r"^(?:了|一个|一项|新的|首个|首届|全新的?|the |a |an |its )+", "", name.strip())
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        return name[1:-1]
    return name


def _reasons(rest: str) -> tuple[str | None, str | None]:
    rest = re.sub(r"^[”》]", "", rest)
    audience = _FOR.match(rest)
    if audience:
        return audience["rest"].strip() or None, audience["audience"]
    purpose = _PURPOSE.match(rest)
    return ((purpose["purpose"] or purpose["verbal"]).strip() if purpose else None), None
