"""How an edition met (online, in person, both), and how the expo was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_AND = r"\s?(?:和|与|、|及|或|\+|＋|加|并|、?以及)?(?:在)?\s?"
_THERE = r"(?:实体|线下|亲临现场|亲自到场|到场|到会|现场)"
_AFAR = r"(?:线上|在线|云[上端]|(?:视频)?连线|视频|视讯|远程|网上)"
_EITHER = r"\s?(?:和|与|、|及|或|或者|并|以及|、?或是|\+)\s?(?:以|在|通过)?"
_TAKES_PART = r"[^，。；]{0,8}(?:参会|与会|参加|出席|参与)"
_PEOPLE = r"[参与]?会?(?:嘉宾)?\d[\d,]*(?:余|多)?[名位人]"
_BOTH_WAYS = (
    rf"{_THERE}{_EITHER}{_AFAR}(?=[^，。；]{{0,6}}(?:并行|同步|结合|方式|形式|参会|与会|参加|出席|参与))"
    rf"|{_AFAR}{_EITHER}{_THERE}(?=[^，。；]{{0,6}}(?:并行|同步|结合|方式|形式|参会|与会|参加|出席|参与))"
    rf"|{_THERE}{_TAKES_PART}[^。；]{{0,24}}?{_AFAR}{_TAKES_PART}"
    rf"|(?:线下|现场){_PEOPLE}[^，。；、]{{0,6}}[、，](?:线上|在线|视频){_PEOPLE}|(?:线上|在线|视频){_PEOPLE}[^，。；、]{{0,6}}[、，](?:线下|现场){_PEOPLE}"
    rf"|或(?:亲临|到)?现场[^，。；]{{0,4}}，或{_AFAR}|或{_AFAR}[^，。；]{{0,4}}，或(?:亲临|到)?现场"
    r"|线下[^，。；、]{0,6}为主[、，]?[^，。；]{0,4}(?:线上|在线)[^，。；]{0,6}为辅|虚实(?:结合|并行|融合|同步)"
)
_EN_ONLINE = r"(?:online|virtual(?:ly)?|remote(?:ly)?|(?:via|by|through) video(?: link)?)"
_EN_THERE = r"(?:in[- ]person|offline|on[- ]?site|on the (?:spot|ground)|face[- ]to[- ]face|physical(?:ly)?|\bin (?-i:[A-Z])\w+)"
_EN_AND = r"(?:,?\s(?:and|or|as well as|plus|combined with)\s)"
# Those who cannot come take part from afar, so the others are there.
_ABSENT = (
    r"(?:无法|不能|未能|没能)[^，。；]{0,12}的[^，。；]{0,8}(?:嘉宾|代表|来宾|与会者|企业)[^，。；]{0,6}(?:线上|视频|云端|远程|连线)"
    r"[^，。；]{0,8}(?:参会|与会|参加|出席|参与|参展)"
    r"|\b(?:could not|unable to) (?:travel|attend|come)[^.;]{0,40}\b(?:join|t[oa]+k|attend"
    r"|participat)[^.;]{0,40}\b(?:online|remotely|(?:by|via|through) video)"
)
# The order is that of preference where one sentence says two things of one edition.
_MODES = (
    (
        "hybrid",
        re.compile(
            rf"(?:线上|云[上端])”?{_AND}(?:线下|现场|实地)|(?:线下|现场|实地|会场){_AND}“?(?:线上|云[上端])"
            r"|线下为主[、，]?(?:以)?线上为辅|线上为主[、，]?(?:以)?线下为辅|线上[^，。；]{0,8}与线下[^，。；]{0,6}结合"
            rf"|{_BOTH_WAYS}|{_ABSENT}|{_EN_ONLINE}{_EN_AND}{_EN_THERE}|{_EN_THERE}{_EN_AND}{_EN_ONLINE}"
            r"|\bgo(?:es|ing)? hybrid\b|\bhybrid (?:format|mode|manner|form|event|way|meeting|style|model)",
            re.IGNORECASE,
        ),
    ),
    (
        "online",
        re.compile(
            r"(?:首次|首度|全部|全程)?在(?:线上|在线)(?:举行|举办|召开)|(?:全程|全部|完全|全面|以|通过|采用|采取|改为|转为|移至|转到)(?:全)?(?:线上|云端"
            r"|在线)(?:的)?(?:形式|方式)?(?:举行|举办|召开|进行)"
            r"|\b(?:held|took place|taking place|convened) (?:entirely |fully |completely )?(?:online"
            r"|virtually)\b|\b(?:fully|all)[- ](?:online|virtual) (?:event|format)",
            re.IGNORECASE,
        ),
    ),
    (
        "in_person",
        re.compile(
            r"(?:恢复|回归|重回|重返|全面|全部|以|采取|采用)(?:了|为|到)?(?:全面|全|完全|纯)?(?:实体|线下)(?:的)?(?:形式|方式|办会|举办|举行|召开|会议|模式|$|，|。)"
            r"|\b(?:held|took place|convened) (?:fully |entirely |completely )?in person\b"
            r"|\breturn\w* to (?:an? |its |the )?(?:fully )?(?:in[- ]person|offline)"
            r"|\b(?:fully|entirely|first) (?:in[- ]person|offline)\b|\bin[- ]person (?:event|format|meeting|edition)",
            re.IGNORECASE,
        ),
    ),
)
_WORDS = (
    "线上",
    "线下",
    "云端",
    "云上",
    "视频",
    "连线",
    "在线",
    "实体",
    "虚实",
    "远程",
    "视讯",
    "online",
    "virtual",
    "person",
    "offline",
    "hybrid",
    "site",
    "physical",
    "remote",
    "video",
)
_OF_MEETING = re.compile(
    r"举行|举办|召开|参会|与会|出席|参展|参加|参与|方式|形式|办会|办展|会议|嘉宾|同步|held|attend|participa|took part|taking part|guest"
    r"|format|exhibit|join|gather|event|mode|t[ao]kes? place|took place",
    re.IGNORECASE,
)
_OF_TRADE = re.compile(
    r"融合发展|深度融合|消费|销售|渠道|购物|课堂|教学|支付|经济|零售|一体化|商业|商家|门店|服务体系|诊疗|retail|shopping|business"
)
_NEAR = 24
_NEAR_EN = 80
_EARLIER = re.compile(r"此前|之前|过去|前[一两二三]?年|前[两二三]届|疫情(?:期间|以来|三年)(?!来?首次)|两年来")


def extract(reading: Reading) -> Iterator[Fact]:
    """`mode` of an edition, `expo_mode` of its expo; one a sentence and edition."""
    for read in reading.reads:
        if not has_any(read.text.lower(), _WORDS):
            continue
        said: set[tuple[str, int]] = set()
        for value, pattern in _MODES:
            for match in pattern.finditer(read.text):
                year = read.edition_at(match.start())
                predicate = _predicate(read, match)
                if not year or not predicate or (predicate, year) in said or not _is_of_meeting(read, match):
                    continue
                said.add((predicate, year))
                yield Fact(
                    subject=summit(year),
                    predicate=predicate,
                    value=value,
                    phase=reading.phase(read, match.start(), year),
                    sources=(reading.cite(read),),
                )


def _predicate(read: Read, match: re.Match[str]) -> str | None:
    return {Owner.SUMMIT: "mode", Owner.EXPO: "expo_mode"}.get(read.owner_at(match.start()))


def _is_of_meeting(read: Read, match: re.Match[str]) -> bool:
    """Said of this meeting or of those who came; not of some product, of trade, or of the years before."""
    reach = _NEAR if read.is_chinese else _NEAR_EN
    near = read.text[max(0, match.start() - reach) : match.end() + reach]
    start, _ = read.clause(match.start())
    if _EARLIER.search(read.text[start : match.start()]):
        return False
    return bool(_OF_MEETING.search(near)) and not _OF_TRADE.search(read.text[match.start() : match.end() + 8])
