"""Documents released at an edition: 发布《…》《…》两份报告, "released the World Internet Development Report 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.facts.fact import Fact
from bot.facts.names import PROGRAMMES, Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_RELEASES = r"(?:发布|发表|推出|公布|形成|达成|通过|首发|签署|出台|揭晓|提出|倡议|发起|汇编|编写|编撰|出版|印发|推介|亮相|问世|出炉|面世|联合发布)"
# Directly before the first title of a run, with at most a few words between: 发布了蓝皮书《A》和《B》.
_BEFORE = re.compile(rf"{_RELEASES}(?:了|的|出)?(?!会)[^，。；《》]{{0,36}}$")
_AFTER = re.compile(
    r"[^，。；《》]{0,20}?(?:发布(?!会)|发表|公布|问世|出炉|通过|面世|亮相|首发|签署|揭晓|推出|达成|如期而至|与[^，。；]{2,4}见面)"
    r"|[^，。；《》]{0,8}(?:完成|定稿|付印)，[^，。；《》]{0,14}(?:发布(?!会)|公布|推出|与[^，。；]{2,4}见面)"
)
# A title, or what is quoted and calls itself a report.
_TITLE = re.compile(
    r"《(?P<title>[^《》]{4,80})》"
    r"|“(?P<pledge>[^“”]{2,40}?倡议)”"
    r"|“(?P<named>[^“”]{4,40})”(?=(?:的)?(?:概念文件|成果文件|倡议书|行动计划|宣言文本|白皮书|蓝皮书))"
    r"|“(?P<quoted>[^“”]{2,60}?(?:报告|[蓝白绿]皮书|宣言|展望|共识文件|成果文件|倡议书)(?:\s?\d{4}|[（(][^（）()]{1,12}[）)])?)”"
)
# An initiative is proposed by many; what is quoted without title marks is a document if it was released or adopted.
_ADOPTS = re.compile(r"(?:发布|发表|公布|通过|签署|达成)了?(?:一?份)?$")
# 发表题为《A》的主旨演讲: the title of a speech.
_SPEECH_BEFORE = re.compile(r"(?:题为|主题为|以|名为|作了?|做了?|围绕|题目是)[“]?$")
_SPEECH_AFTER = re.compile(
    r"^”?(?:为题|为主题|一[文曲]|(?:的)?[^，。；、《》]{0,8}(?:演讲|讲话|致辞|致词|发言|主旨报告|主题报告|分享|报告(?=[。，；]|$)|节目|歌曲|MV))"
)
_RUN_JOINT = re.compile(
    r"[、和与及以，\s等]{0,3}(?:以及|中英文版|[（(][^（）()]{1,20}[)）]|[\u4e00-\u9fff]{0,6}(?:[蓝白绿]皮书|报告|文件|倡议书?|宣言|版))?"
    r"[、和与及以，\s]{0,4}"
)
_NO_DOCUMENT = re.compile(
    r"报$|展(?:览|示)?$|音乐会$|晚会$|之夜$|歌$|宣传片|短片|大片$|周刊|杂志|时报|法$|法》|条例$|规定$|办法$|期刊|宪章$|公约$|之歌|纪录片|联合国.{0,8}宪章"
)
# A title that is spoken of, not released: 根据《…》, 解读《…》, 《…》指出.
_SPOKEN_BEFORE = re.compile(
    r"(?:根据|依据|按照|落实|贯彻|解读|围绕|学习|翻阅|遵循|响应|宣传|参照|订阅|接受|据|收录于|刊登于|出版的|发起的|提出的|主席提出|推动|配合|基于|结合|欢迎|关注|实施|支持|成为|共建"
    r"|签署的|通过的)(?:了|[^，。；《》]{0,6})$"
)
_SPOKEN_AFTER = re.compile(
    r"^(?:的?(?:解读|精神|要求|实施|框架|落实|作者|主编|宣介|推广)|(?:杂志|记者|编辑部|报道|等法律|等法规))"
)
_EARLIER = re.compile(r"此前|曾|早在|去年|往年|上届|过去|\d{4}年[^，。；]{0,8}$")
_EN_QUOTED = re.compile(r"[\"“]([A-Z][^\"“”]{6,160}?)[,.]?[\"”]")
_EN_JOINTLY = re.compile(r"\b(Jointly Build(?:ing)?[^,.;\"“”]{10,120}?)(?=[,.;\"”]|$)")
_EN_DOCUMENT = re.compile(
    r"Report|Declaration|Initiative|Outlook|White Paper|Blue Book|Plan|Consensus|Guidelines|Principles|Jointly"
    r"|Concept|Book|Paper|Document|Index|Pledge|Charter|Manifesto|Communiqu|Roadmap|Statement"
)
_EN_CALLED = re.compile(
    r"\b(?:report|paper|book|document|initiative|declaration|outlook)s? (?:titled|entitled|called|named) $",
    re.IGNORECASE,
)
_EN_RELEASED = re.compile(
    r"\b(?:issued?|released?|releases|releasing|publish(?:ed|es)?|adopted|adopts|unveiled|launched|presented"
    r"|announced|made public|endorsed|c[ao]mes? out|came off the press)\b",
    re.IGNORECASE,
)
_OWNERS = frozenset((Owner.SUMMIT, Owner.FORUM, Owner.CASES, Owner.AWARD))


def extract(reading: Reading) -> Iterator[Fact]:
    """`outcome_document`, one fact a title."""
    for read in reading.reads:
        titles = list(_chinese(read) if read.is_chinese else _english(read, reading.names.place.en))
        for start, title in titles:
            # The year in the name of one document is not the edition of the next.
            year = read.edition_at(start if read.is_chinese else min(first for first, _ in titles))
            # Behind a sentence on the expo a report is released at the meeting all the same.
            elsewhere = read.owner_at(start) not in _OWNERS and (read.mentions or read.owner not in PROGRAMMES)
            if not year or elsewhere or _NO_DOCUMENT.search(title):
                continue
            yield Fact(
                subject=summit(year),
                predicate="outcome_document",
                value=title,
                phase=reading.phase(read, start, year),
                sources=(reading.cite(read),),
            )


def _chinese(read: Read) -> Iterator[tuple[int, str]]:
    """Position and name of each released title; titles that stand side by side share their verb."""
    text = read.text
    run: list[re.Match[str]] = []
    for match in _TITLE.finditer(text):
        if run and not _RUN_JOINT.fullmatch(text, run[-1].end(), match.start()):
            yield from _released(text, run)
            run = []
        run.append(match)
    if run:
        yield from _released(text, run)


def _released(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    before, after = text[: run[0].start()], text[run[-1].end() :]
    stop = max(before.rfind(mark) for mark in "。；")
    before = before[stop + 1 :]
    clause = before[before.rfind("，") + 1 :]
    if _SPOKEN_AFTER.match(after) or _EARLIER.search(before):
        return
    if _SPEECH_AFTER.match(after) and (_SPEECH_BEFORE.search(before) or "发表" in clause):
        return
    verb = _BEFORE.search(before)
    if _SPOKEN_BEFORE.search(clause) and not (
        verb and verb.end() - verb.start() < 8 and not re.search(r"[的据]$", verb[0])
    ):
        return
    if verb or _AFTER.match(after):
        for match in run:
            if not (match["pledge"] or match["named"]) or _ADOPTS.search(before):
                yield match.start(), match["title"] or match["quoted"] or match["pledge"] or match["named"]


@cache
def _plain_english(place: str) -> re.Pattern[str]:
    """A document's name without quotation marks; `place` is where the series meets (X in "the X Declaration")."""
    words = r"(?:\s(?:[A-Z][\w'’-]*|of|on|for|and(?=\s[A-Z])|the|in|to))*?"
    kinds = (
        r"(?:Reports?|Declaration|Initiative|Outlook|White Paper|Blue Book|Action Plan|Consensus|Guidelines|Principles)"
    )
    on = r"(?:\s(?:on|for)(?:\s(?:[A-Z][\w'’-]*|of|and|the|in|to|on|for))*\s[A-Z][\w'’-]*)?"
    return re.compile(rf"\b((?:World|China|Global|{re.escape(place)}|International){words}\s{kinds}{on}(?:\s\d{{4}})?)")


def _english(read: Read, place: str) -> Iterator[tuple[int, str]]:
    if not _EN_RELEASED.search(read.text):
        return
    taken: list[tuple[int, int]] = []
    for pattern in (_EN_QUOTED, _EN_JOINTLY, _plain_english(place)):
        for match in pattern.finditer(read.text):
            near = read.text[max(0, match.start() - 160) : match.end() + 80]
            overlap = any(match.start() < end and start < match.end() for start, end in taken)
            named = _EN_CALLED.search(read.text, 0, match.start())
            if overlap or not (named or _EN_DOCUMENT.search(match[1])) or not _EN_RELEASED.search(near):
                continue
            if (
                re.search(r"\b(?:according to|themed|theme (?:is|of)|the|under)\s$", read.text[: match.start()])
                and pattern is _EN_QUOTED
                and "heme" in near
            ):
                continue
            taken.append(match.span())
            yield match.start(1), match[1]
