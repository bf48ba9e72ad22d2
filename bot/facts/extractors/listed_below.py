"""Named items that stand below what they belong to: list items, lines of a name each, rows of a table.

分论坛名单如下： · a bold line with ▶ below it · a table with a column 分论坛 or 获奖单位.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.corpus.document import BlockKind
from bot.facts.fact import Fact
from bot.facts.list_forms import ListForm, list_forms
from bot.facts.lists import ETC, split_list
from bot.facts.named_items import LONGEST_NAME, is_name, is_programme, named_fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading

_MEETING_END = re.compile(r"(?:论坛|研讨会|对话|沙龙|大会|会议|活动|圆桌)”?$")
_FORUM = re.compile(r"(?!.*(?:主论坛|分论坛|与会|主题论坛)$)[^，。；：！？|]{2,40}论坛”?(?:[（(][^（）()]{2,12}[）)])?")
_LABELLED_FORUM = re.compile(r"(?:平行|专题|主题)?分?论坛[一二三四五六七八九十\d]*[：:]\s?(?P<name>[^|]+)")
# A line that only introduces what stands below it ends so.
_OPENS_BELOW = re.compile(r"(?:[：:]|如下|名单|一览|清单|列表)[。：:]?\s*$")
# Behind the noun these say that something else stands below: 分论坛之后：, 分论坛的嘉宾：.
_OTHER_BELOW = re.compile(
    r"[之以](?:后|前|外)|期间|现场|嘉宾|代表|负责人|主持人|演讲|观点|金句|声音|介绍|时间|地点|报名"
)
_NAME_LINE = 40
# How many blocks may lie between what speaks of sub-forums and their names, as headings of their groups do.
_FARTHEST_GROUP = 24
_PARTY = re.compile(r"(?:获奖|入选|完成|申报|研发|所属|获评)?(?:单位|企业|机构|团队|公司)(?:名称)?")
_NAME_COLUMN = r"(?:名称|名|主题|题目|类别|方向)?"


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of the items below, in the order of the text."""
    forums_named = -_FARTHEST_GROUP - 1
    told: list[Fact] = []
    previous: Read | None = None
    for index, read in enumerate(reading.reads):
        begins = previous is None or (previous.block != read.block and previous.kind is not read.kind)
        if begins and read.kind is BlockKind.ITEM and not told and read.block - forums_named <= _FARTHEST_GROUP:
            yield from _forum_items(reading, index)
        elif begins and read.kind is BlockKind.ROW:
            yield from _table(reading, index)
        told = list(_introduced_by(reading, index)) if _may_introduce(read) else []
        yield from told
        if "分论坛" in read.text or "平行论坛" in read.text:
            forums_named = read.block
        previous = read


def _may_introduce(read: Read) -> bool:
    return read.kind is not BlockKind.ROW and (len(read.text) <= 12 or read.heading or read.text[-1] in "：:")


def _forum_items(reading: Reading, index: int) -> Iterator[Fact]:
    """▶ A论坛 ▶ B论坛 anywhere below what speaks of sub-forums: such names need no other word."""
    items = list(_run(reading.reads[index:]))
    names = [item.text.strip(" 。；;，,") for item in items]
    if len(items) >= 2 and all(map(_FORUM.fullmatch, names)):
        for item, name in zip(items, names, strict=True):
            year = item.edition_at(0) or reading.edition
            if year and item.owner_at(0) in (Owner.SUMMIT, Owner.FORUM):
                yield named_fact(reading, item, "forum", _label(name), year)


def _run(reads: Sequence[Read]) -> Iterator[Read]:
    """The blocks of the first one's kind at the head of `reads`, each by its first sentence."""
    block = -1
    for read in reads:
        if read.kind is not reads[0].kind:
            return
        if read.block != block:
            yield read
        block = read.block


def _introduced_by(reading: Reading, index: int) -> Iterator[Fact]:
    """The list items or lines under what introduces them (分论坛名单如下：), or the paragraph below 分论坛一览."""
    read = reading.reads[index]
    following = reading.reads[index + 1 :]
    if not following or following[0].block == read.block or following[0].kind is BlockKind.ROW:
        return
    form = _introduced(read)
    year = read.edition_at(len(read.text)) or reading.edition
    if form is None or not year:
        return
    first = following[0]
    if first.kind is not BlockKind.ITEM and re.search(r"、|，", first.text):
        listed = split_list(first.text).items
        lines = [(first, name) for name in listed] if len(listed) >= 3 else []
    else:
        lines = list(_name_lines(following))
    named = [(line, name) for line, name in lines if 2 <= len(name) <= LONGEST_NAME]
    if form.programme and not any(is_programme(reading, name) for _, name in named):
        return
    for line, name in named:
        yield named_fact(reading, line, form.predicate, name, year)


def _introduced(read: Read) -> ListForm | None:
    """The form whose noun stands last in a line that introduces others."""
    text = read.text.strip()
    heading = read.kind is BlockKind.HEADING or len(text) <= 12
    if not (text.endswith(("：", ":")) or (heading and _OPENS_BELOW.search(text))):
        return None
    found = [
        (match.start(), form)
        for form in list_forms().chinese
        if form.below
        for match in form.noun.finditer(text)
        if read.owner_at(match.start()) in form.owners and not _OTHER_BELOW.search(text, match.end())
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _name_lines(following: Sequence[Read]) -> Iterator[tuple[Read, str]]:
    """The list items, or the lines that are a name each, at the head of `following`."""
    kind, block = following[0].kind, -1
    if kind is not BlockKind.ITEM:
        names = [read.text for read in following[:2] if read.kind is kind]
        if len(names) < 2 or not all(len(name) <= _NAME_LINE and _MEETING_END.search(name) for name in names):
            return
    for line in following:
        name = re.sub(rf"{ETC}$", "", line.text.strip(" 。；;，,"))
        long = kind is not BlockKind.ITEM and (len(name) > _NAME_LINE or re.search(r"[。！？]", line.text))
        if line.kind is not kind or long or line.block == block:
            return
        block = line.block
        yield line, _label(name)


def _label(name: str) -> str:
    """An item below without the time or place printed behind its name, or the quotation marks around it."""
    name = re.sub(r"[（(]?(?:时间|地点|\d{1,2}月\d{1,2}日).*$", "", name).strip(" ，,：:|｜")
    return split_list(name).items[0] if re.fullmatch(r"“[^”]*”", name) else name


def _table(reading: Reading, index: int) -> Iterator[Fact]:
    """The column whose head names the items; the cells that name a sub-forum wherever they stand."""
    rows = [(read, reading.document.blocks[read.block].cells) for read in _run(reading.reads[index:])]
    (_, head), *body = rows
    columns = [(place, form) for place, cell in enumerate(head) if (form := _column(reading, index, cell))]
    for read, cells in body:
        year = read.edition_at(0) or reading.edition
        if not year:
            continue
        for place, form in columns:
            cell = cells[place] if place < len(cells) else ""
            if is_name(cell, form):
                yield named_fact(reading, read, form.predicate, _label(cell), year)
        if not any(form.predicate == "forum" for _, form in columns):
            for cell in cells:
                if labelled := _LABELLED_FORUM.fullmatch(cell):
                    yield named_fact(reading, read, "forum", _label(labelled["name"].strip()), year)


def _column(reading: Reading, index: int, head: str) -> ListForm | None:
    """The form whose items stand below the column's head."""
    for form in list_forms().chinese:
        if form.programme or not (form.below or form.party):
            continue
        if form.party:
            named = _PARTY.fullmatch(head)
        else:
            noun = form.noun.match(head)
            named = noun and re.fullmatch(_NAME_COLUMN, head[noun.end() :])
        if named and _belongs(reading, index, form):
            return form
    return None


def _belongs(reading: Reading, index: int, form: ListForm) -> bool:
    """True if the article, or what stands above the table, is about an owner of the form's lists."""
    if reading.owner not in form.owners | {Owner.SUMMIT}:
        return False
    above = [reading.document.title, *(read.text for read in reading.reads[:index])]
    return form.sentence is None or any(map(form.sentence.search, above))
