"""Named items: sub-forums, topics, tracks, sections, fields, activities, from a sentence or from the list below it.

What the lists are called is data (`bot/facts/list_forms.yaml`); where a list stands is worked out by
`bot.facts.enumeration`; here it is decided which of the candidates are names and whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.corpus.document import BlockKind
from bot.facts.enumeration import Enumeration, before, behind, listed_from
from bot.facts.fact import Fact
from bot.facts.list_forms import ListForm, list_forms
from bot.facts.lists import ETC, split_list, take_remark
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_PROGRAMMES = frozenset((Owner.EXPO, Owner.CONTEST, Owner.CASES, Owner.AWARD))
# No name begins with these, or has these outside its quotation marks.
_NO_START = re.compile(
    r"\d+(?:余|多)?(?:个|场|项|家|名|位|大|条|年|月|日|国)|[一二三四五六七八九十两]+(?:个|场|项|家|名|位|大|条)|以(?!色列)|由|将|在|为|了|的|其中|相关|有关|多个|一系列|丰富|这些|该|本届|本次"
    r"|此次|今年|围绕|聚焦|设有|设置|涵盖|包括|包含|涉及|有|就|各|(?:峰会|大会)(?!堂)|对|吸引|来自|展现|展示(?!了?活动|$)|探讨|讨论|关注|第[一二三四五六七八九十\d]+届|让|使|并|更|也|还|从|被|把|于|是|共|吸"
)
_NO_PART = re.compile(
    r"[，。！？!?]|举办|举行|召开|聚焦|围绕|设置|设有|涵盖|包括|展开|吸引|来自|介绍|表示|获得|已经|正在|作为|成为|新增|新设|期间|今年|本届|以及|分别|等(?:多|\d)|(?:\d|[一二三四五六七八九十])(?:个|场|项|家|大|条)(?!性)"
)
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|‘[^’]*’|：.*$")
_FORUM_END = re.compile(r"(?:论坛|研讨会|对话|沙龙|大会|会议|活动|圆桌)”?$")
_LONGEST = 60
_COMMON_LENGTH = 24
# A line that only introduces what stands below it ends so.
_OPENS_BELOW = re.compile(r"(?:[：:]|如下|名单|一览|清单|列表)[。：:]?\s*$")
_NAME_LINE = 40
# No sentence of an article is longer; a longer one is a page that lost its punctuation.
_LONGEST_SENTENCE = 2000
# Where an English list ends within its sentence.
_EN_GOES_ON = re.compile(
    r",?\s(?:were|was|are|is|has|have|had|will|would|won|received|attract\w+|drawing|showcasing|which|where|who|while|during|among)\b"
)
_EN_NO_ITEM = re.compile(r"^\d|\b(?:will|were|was|is|are|has|have|which|who|held|scheduled|attract\w*)\b")
_QUOTED_FORUMS = re.compile(r"(?:“[^“”]{2,40}论坛”(?:、|和|与|及|以及)?){2,}")


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of the named items, in the order of the text."""
    for index, read in enumerate(reading.reads):
        if len(read.text) > _LONGEST_SENTENCE:
            continue
        if not read.is_chinese:
            yield from _english(reading, read)
            continue
        owners = {read.owner, *(mention.owner for mention in read.mentions)}
        for form in list_forms().chinese:
            if form.owners.isdisjoint(owners):
                continue
            for found in _longest(_inline(reading, read, form)):
                yield from _facts(reading, read, form.predicate, found.items, found.start)
        yield from _kinds_of_bodies(reading, read)
        yield from _quoted_forums(reading, read)
        yield from _below(reading, index)


def _owned(read: Read, position: int, form: ListForm) -> bool:
    """True if the list may belong here: by the owner at the noun, or by one named in the same clause."""
    owner = read.owner_at(position)
    if owner not in form.owners:
        start, end = read.clause(position)
        named = {mention.owner for mention in read.mentions if start <= mention.start < end}
        if not named & (form.owners - {Owner.SUMMIT}):
            return False
        owner = next(iter(named & form.owners))
    return owner is not Owner.SUMMIT or form.sentence is None or form.sentence.search(read.text) is not None


def _inline(reading: Reading, read: Read, form: ListForm) -> Iterator[Enumeration]:
    """Every list of the form in the sentence; several may overlap."""
    text = read.text
    for noun in form.noun.finditer(text):
        unlike = form.after and form.after.match(text, noun.end())
        if unlike or not _owned(read, noun.start(), form):
            continue
        for found in before(text, noun.start()):
            if named := _named(reading, form, found, noun[0]):
                yield named
                break
        following = behind(text, noun.start(), noun.end())
        if following and not _of_other_noun(form, following) and (named := _named(reading, form, following)):
            yield replace(named, start=noun.start())
    for verb in form.direct.finditer(text) if form.direct else ():
        if _owned(read, verb.start(), form) and (named := _named(reading, form, listed_from(text, verb.end()))):
            yield named


def _longest(found: Iterable[Enumeration]) -> Iterator[Enumeration]:
    """Of lists that overlap the longest."""
    taken: list[Enumeration] = []
    for each in sorted(found, key=lambda each: each.start - each.end):
        if all(each.end <= other.start or other.end <= each.start for other in taken):
            taken.append(each)
    return iter(sorted(taken, key=lambda each: each.start))


def _of_other_noun(form: ListForm, found: Enumeration) -> bool:
    """三大板块，涵盖5G、芯片等领域: what is listed behind the noun has a noun of its own."""
    other = re.search(r"领域|方向|技术|产业|行业|产品|成果|话题|议题", found.between)
    return bool(other) and not form.noun.search(found.between)


def _named(reading: Reading, form: ListForm, found: Enumeration, noun: str = "") -> Enumeration | None:
    """The list if every one of its items is a name, else None. `noun` is what stands behind it."""
    if form.unless and form.unless.search(found.between):
        return None
    vague = not (found.open or found.count)
    items = list(found.items)
    if form.predicate == "leading_tech_winner":
        items = [_winner(item) for item in items]
    if vague and noun and not form.programme:
        if not (form.suffix or (form.plain and found.introduced)):
            return None
        items = _with_noun(items, noun, form)
    if (noun.endswith("活动") and not found.between) or found.between.startswith("活动"):
        items = [re.sub(r"(?:发布|展示)$", r"\g<0>活动", item) for item in items]
    single = found.open and found.introduced and len(items) == 1 and (items[0] != found.items[0] or len(items[0]) >= 4)
    if not (len(items) >= 2 or single) or not all(_is_item(item, form) for item in items):
        return None
    programmes = [_is_programme(reading, item) for item in items] if form.programme else [True]
    if not (all(programmes) if vague or not noun else any(programmes)):
        return None
    return replace(found, items=tuple(items))


def _winner(item: str) -> str:
    """华为的“鸿蒙” · 清华大学研发的芯片: whose it is."""
    match = re.match(
        r"(.{2,30}?)(?:自主|联合|共同)?(?:研发|研制|申报|完成|推出|开发)?(?:的)?(?=[“《])|(.{2,24}?)(?:自主|联合|共同)?(?:研发|研制|申报|完成|推出|开发)?的",
        item,
    )
    return (match[1] or match[2]) if match else item


def _with_noun(items: list[str], noun: str, form: ListForm) -> list[str]:
    """A论坛、B | 论坛: the noun completes the last name, or is no part of any."""
    complete = [item.endswith(noun) for item in items[:-1]]
    if form.suffix:
        return [*items[:-1], items[-1] + noun] if complete and all(complete) else []
    return [item.removesuffix(noun) for item in items]


def _is_item(item: str, form: ListForm) -> bool:
    bare = _QUOTED.sub("", item)
    if (
        not 2 <= len(item) <= _LONGEST
        or len(bare) > _COMMON_LENGTH + 6
        or _NO_START.match(item)
        or _NO_PART.search(bare)
    ):
        return False
    return (form.item is None or bool(form.item.search(item))) and not (form.none and form.none.search(item))


def _is_programme(reading: Reading, item: str) -> bool:
    return any(mention.owner in _PROGRAMMES for mention in reading.names.mentions(item))


def _kinds_of_bodies(reading: Reading, read: Read) -> Iterator[Fact]:
    """国内部委、国际组织、企业等70家单位主协办分论坛: kinds, not names."""
    if "论坛" not in read.text or not re.search(r"主协办|主办|协办|承办|组织", read.text):
        return
    match = list_forms().kinds.search(read.text)
    year = read.edition_at(match.start()) if match else None
    if match and year and read.owner_at(match.start()) in (Owner.SUMMIT, Owner.FORUM):
        start = re.match(r"(?:.*(?:[个家由]|来自|包括|的|有))?", match[0].split("、")[0])
        text = match[0][start.end() if start else 0 :]
        for item in split_list(text).items:
            yield _fact(reading, read, "forum_units_kind", item, year, match.start())


def _quoted_forums(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in _QUOTED_FORUMS.finditer(read.text):
        if read.owner_at(match.start()) in (Owner.SUMMIT, Owner.FORUM):
            items = re.findall(r"“([^”]+)”", match[0])
            yield from _facts(reading, read, "forum", items, match.start())


def _english(reading: Reading, read: Read) -> Iterator[Fact]:
    for form in list_forms().english:
        for match in form.noun.finditer(read.text):
            if not _owned(read, match.start(), form):
                continue
            text = _EN_GOES_ON.split(match["items"])[0]
            listed = split_list(text.replace(" to ", ", ") if "ranging from" in match[0] else text)
            items = [item for item in listed.items if item]
            sound = len(items) >= 2 and all(_is_english_item(item, form) for item in items)
            if sound and not (form.programme and not any(_is_programme(reading, item) for item in items)):
                yield from _facts(reading, read, form.predicate, items, match.start())


def _is_english_item(item: str, form: ListForm) -> bool:
    if not 2 <= len(item) <= 90 or item.count(" ") > 9 or _EN_NO_ITEM.search(item):
        return False
    return (form.item is None or bool(form.item.search(item))) and not (form.none and form.none.search(item))


def _below(reading: Reading, index: int) -> Iterator[Fact]:
    """The list items or lines under what introduces them (分论坛名单如下：), or the paragraph below 分论坛一览."""
    read = reading.reads[index]
    form = _introduced(read)
    year = read.edition_at(len(read.text)) or reading.edition
    if form is None or not year:
        return
    following = reading.reads[index + 1 :]
    if not following or following[0].block == read.block:
        return
    first = following[0]
    if first.kind is not BlockKind.ITEM and re.search(r"、|，", first.text):
        listed = split_list(first.text).items
        lines = [(first, name) for name in listed] if len(listed) >= 3 else []
    else:
        lines = list(_name_lines(following))
    named = [(line, name) for line, name in lines if 2 <= len(name) <= _LONGEST]
    if form.programme and not any(_is_programme(reading, name) for _, name in named):
        return
    for line, name in named:
        yield _fact(reading, line, form.predicate, name, year, 0)


def _name_lines(following: Sequence[Read]) -> Iterator[tuple[Read, str]]:
    """The list items, or the lines that are a name each, at the head of `following`."""
    kind, block = following[0].kind, -1
    if kind is not BlockKind.ITEM:
        names = [read.text for read in following[:2] if read.kind is kind]
        if len(names) < 2 or not all(len(name) <= _NAME_LINE and _FORUM_END.search(name) for name in names):
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
        if read.owner_at(match.start()) in form.owners
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


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
