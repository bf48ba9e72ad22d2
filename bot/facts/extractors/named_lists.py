"""Named items: sub-forums, topics, tracks, sections, fields, activities, from a sentence or from the list below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.document import BlockKind
from bot.facts.fact import Fact, Quantity
from bot.facts.lists import split_list, take_remark
from bot.facts.names import Owner
from bot.facts.numerals import parse_integer
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_N = r"(?P<count>[一二两三四五六七八九十\d]{1,3})"
_ANY = frozenset(Owner) - {Owner.OTHER}


@dataclass(frozen=True, slots=True)
class _ListForm:
    """One way a list is introduced. `predicate` names the items, `counter` the predicate of a stated count."""

    predicate: str
    pattern: re.Pattern[str]
    owners: frozenset[Owner]
    counter: str | None = None


def _owners(*owners: Owner) -> frozenset[Owner]:
    return frozenset(owners)


_FORMS = (
    _ListForm("topic", re.compile(r"(?:围绕|就|聚焦|涵盖|涉及|包括|有|针对)(?P<items>[^。；，]{4,200}?)等?(?:" + _N + r"(?:个|大|项))?(?:方面)?(?:的)?(?:时下|当前)?(?:热点|前沿|重要|焦点|核心|重点)*(?:议题|话题)"), _owners(Owner.SUMMIT, Owner.FORUM), "topics"),
    _ListForm("contest_track", re.compile(r"(?:围绕|聚焦|设置|设有|设立|分为|包括|涵盖|开设)(?:了)?(?P<items>[^。；，]{4,160}?)等?" + _N + r"?(?:个|大|条)?(?:比赛|专业|专题)?(?:赛道|赛项|专题赛)(?!：|:)"), _owners(Owner.CONTEST, Owner.SUMMIT), "contest_tracks"),
    _ListForm("contest_track", re.compile(_N + r"(?:个|大|条)(?:比赛|专业)?(?:赛道|赛项)[，,]?(?:包括|分别为|分别是|即|：|:|——|为)[：:]?(?P<items>[^。；]{4,160})"), _owners(Owner.CONTEST, Owner.SUMMIT), "contest_tracks"),
    _ListForm("expo_section", re.compile(r"(?:设置|设有|设|分为|包括|开设|划分为)(?:了)?(?P<items>[^。；，]{4,160}?)等?" + _N + r"?(?:个|大)?(?:功能|主题|核心|重点)?(?:板块|展区)(?!：|:)"), _owners(Owner.EXPO)),
    _ListForm("expo_section", re.compile(_N + r"(?:个|大)(?:功能|主题|核心)?(?:板块|展区)[，,]?(?:包括|分别为|分别是|即|：|:|——|为)[：:]?(?P<items>[^。；]{4,160})"), _owners(Owner.EXPO)),
    _ListForm("cases_field", re.compile(r"(?:涉及|涵盖|围绕|讲述|展示|展现|覆盖|聚焦)(?:了)?(?P<items>[^。；，]{4,200}?)等?" + _N + r"?(?:个|大)?领域"), _owners(Owner.CASES)),
    _ListForm("cases_field", re.compile(_N + r"(?:个|大)领域[，,]?(?:包括|分别为|分别是|即|：|:|——)[：:]?(?P<items>[^。；]{4,160})"), _owners(Owner.CASES)),
    _ListForm("special_activity", re.compile(r"(?:推出|举办|开展|办|组织|设置)(?:了)?(?P<items>[^。；，]{4,200}?)等?" + _N + r"?(?:个|大|项|场)?[“]?永久举办地[”]?特色活动"), _ANY, "special_activities"),
    _ListForm("special_activity", re.compile(r"特色活动[，,]?(?:包括|分别为|分别是|即|：|:|——|有)[：:]?(?P<items>[^。；]{4,200})"), _ANY, "special_activities"),
    _ListForm("forum_units_kind", re.compile(r"(?<![\d.])\d+(?:多|余)?(?:个|家)(?P<items>[^。；，]{4,80}?)等?(?:单位|机构)?(?:共同|联合)?参与(?:了)?分论坛"), _ANY),
    _ListForm("forum_units_kind", re.compile(r"(?:主办|协办|主协办)分论坛的单位[^。；]{0,16}?(?:包括|有|来自)(?P<items>[^。；]{4,80})"), _ANY),
    _ListForm("leading_tech_winner", re.compile(r"(?:来自|出自|由)(?P<items>[^。；，]{2,160}?)等(?:[^，。；]{0,16}?)(?:企业|机构|高校|单位|公司|院校)[^。；，]{0,12}?(?:的)?" + r"(?:\d+|[一二三四五六七八九十]+)?(?:项|个)?[^。；，]{0,8}(?:科技成果|技术成果|成果|$)"), _owners(Owner.AWARD)),
    _ListForm("leading_tech_winner", re.compile(r"(?:分别)?(?:来自|出自)(?P<items>[^。；，]{2,160}?)等(?:[^，。；]{0,8}?)(?:企业|机构|高校|单位|公司|院校)"), _owners(Owner.AWARD)),
    _ListForm("forum", re.compile(r"(?:举办|举行|设置|设有|设立|开设|包括|安排|召开)(?:了)?(?P<items>[^。；]{4,400}?论坛[^。；]{0,200}?)等(?:" + _N + r")?(?:多|余)?(?:个|场)?(?:分论坛|平行论坛|论坛)"), _owners(Owner.SUMMIT, Owner.FORUM)),
    _ListForm("forum", re.compile(r"分论坛(?:分别为|分别是|包括|有|为|：|:)[：:]?(?P<items>[^。；]{8,600})"), _owners(Owner.SUMMIT, Owner.FORUM)),
    _ListForm("activity", re.compile(r"(?:开展|举办|举行|推出|包括|有|组织)(?:了)?(?P<items>[^。；，]{4,240}?)等(?:[^，。；]{0,12}?)(?:品牌|系列|配套|重要|重点|精彩|主题)(?:品牌|系列|配套)?活动"), _ANY),
    _ListForm("activity", re.compile(r"(?:重要|重点|主要|系列品牌|品牌|配套)活动(?:包括|有|分别为|：|:)[：:]?(?P<items>[^。；]{4,240})"), _ANY),
)
# A sentence that only introduces the list below it: 分论坛名单如下： · 活动包括：
_INTRODUCES = (
    ("forum", re.compile(r"分论坛(?:一览|名单|列表|清单|如下|包括|有|分别(?:为|是))?[^，。]{0,12}(?:如下)?[：:]\s?$")),
    ("activity", re.compile(r"活动[^。]{0,8}(?:包括|如下|有)?[：:]\s?$")),
    ("special_activity", re.compile(r"特色活动[^。]{0,8}(?:包括|如下|有)?[：:]\s?$")),
    ("topic", re.compile(r"议题[^。]{0,8}(?:包括|如下|有)?[：:]\s?$")),
    ("founder", re.compile(r"发起[^。]{0,16}(?:单位|机构)?[^。]{0,8}[：:]\s?$")),
    ("supporter", re.compile(r"支持单位[^。]{0,8}[：:]\s?$")),
    ("contest_track", re.compile(r"赛道[^。]{0,8}[：:]\s?$")),
)
_HEADINGS = (("forum", re.compile(r"^[^，。]{0,8}(?:分)?论坛(?:一览|名单|列表|清单)[：:]?$")),)
_EN_TOPICS = re.compile(r"\b(?:topics|issues|subjects)\b[^.;]{0,30}?(?:such as|including|like|:|ranging from) (?P<items>[^.;]{6,300})", re.IGNORECASE)
_NO_ITEM = re.compile(r"^(?:\d|以|由|将|在|为|了|其中|以及|相关|有关|多个|一系列|丰富)|[，。]|(?:举办|举行|召开)")


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of the named items, and a stated count where the list gives it (7个赛道)."""
    for index, read in enumerate(reading.reads):
        yield from _inline(reading, read)
        yield from _below(reading, index)


def _inline(reading: Reading, read: Read) -> Iterator[Fact]:
    taken: list[tuple[int, int]] = []
    forms = _FORMS if read.is_chinese else (_ListForm("topic", _EN_TOPICS, _owners(Owner.SUMMIT, Owner.FORUM)),)
    for form in forms:
        for match in form.pattern.finditer(read.text):
            span = match.span("items")
            if any(span[0] < end and start < span[1] for start, end in taken) or not _owned(read, match, form):
                continue
            count = parse_integer(match["count"]) if match.groupdict().get("count") else None
            listed = split_list(match["items"], count=count)
            items = [item for item in listed.items if _is_item(item)]
            if len(items) < 2 and not (listed.open and items) or len(items) < len(listed.items):
                continue
            taken.append(span)
            yield from _facts(reading, read, form.predicate, items, match.start())


def _owned(read: Read, match: re.Match[str], form: _ListForm) -> bool:
    if read.owner_at(match.start()) in form.owners:
        return True
    start, end = read.clause(match.start())
    return any(m.owner in form.owners - {Owner.SUMMIT} and start <= m.start < end for m in read.mentions)


def _is_item(item: str) -> bool:
    return 2 <= len(item) <= 60 and not _NO_ITEM.search(item)


def _below(reading: Reading, index: int) -> Iterator[Fact]:
    """The list items under a sentence that introduces them, or the paragraph under a heading such as 分论坛一览."""
    read = reading.reads[index]
    predicate = _introduced(read)
    if predicate is None or predicate == "founder":
        return
    year = read.edition_at(len(read.text)) or reading.edition
    if not year:
        return
    following = reading.reads[index + 1 :]
    for position, item in enumerate(following):
        if item.kind is BlockKind.ITEM and item.block > read.block:
            name = item.text.strip(" 。；;，,")
            name = re.sub(r"等$", "", name)
            yield _fact(reading, item, predicate, name, year, 0)
        elif position == 0 and item.block == read.block + 1:
            listed = split_list(item.text)
            if len(listed.items) >= 3:
                for name in listed.items:
                    yield _fact(reading, item, predicate, name, year, 0)
            return
        else:
            return


def _introduced(read: Read) -> str | None:
    for predicate, pattern in _INTRODUCES:
        if pattern.search(read.text):
            return predicate
    if read.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        for predicate, pattern in _HEADINGS:
            if pattern.search(read.text.strip()):
                return predicate
    return None


def _facts(reading: Reading, read: Read, predicate: str, items: Sequence[str], position: int) -> Iterator[Fact]:
    year = read.edition_at(position)
    if year:
        for item in items:
            yield _fact(reading, read, predicate, item, year, position)


def _fact(reading: Reading, read: Read, predicate: str, item: str, year: int, position: int) -> Fact:
    name, remark = take_remark(item) if predicate == "forum" else (item, None)
    return Fact(
        subject=summit(year),
        predicate=predicate,
        value=name,
        note=remark,
        phase=reading.phase(read, position, year),
        sources=(reading.cite(read),),
    )
