"""Named items in a sentence: sub-forums, topics, tracks, sections, fields, activities.

What the lists are called is data (`bot/facts/list_forms.yaml`); where a list stands is worked out by
`bot.facts.enumeration`; here it is decided which of the candidates are names and whose they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from bot.corpus.document import BlockKind
from bot.facts.enumeration import Enumeration, before, behind, listed_from
from bot.facts.extractors.winners import makers
from bot.facts.fact import Fact, Quantity
from bot.facts.list_forms import ListForm, list_forms
from bot.facts.lists import split_list
from bot.facts.named_items import is_english_name, is_name, is_programme, named_fact
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

# 人工智能赛道的甲公司: an item that only belongs to one of those that the list would name.
_OF_THE_NOUN = re.compile(r"\|的")
# No sentence of an article is longer; a longer one is a page that lost its punctuation.
_LONGEST_SENTENCE = 2000
# Where an English list ends within its sentence.
_EN_GOES_ON = re.compile(
    r",?\s(?:were|was|are|is|has|have|had|will|would|won|received|attract\w+|drawing|showcasing|which|where"
    r"|who|while|during|among)\b"
    r"|,\s(?:[A-Z][\w'’-]+\s)*[A-Z][\w'’-]+,\s[^.;]{2,80}?\s(?:told|said)\b|,\s(?:he|she|they"
    r"|organi[sz]ers)\s(?:said|told)\b"
)
_SPOKE_AT = re.compile(
    r"(?:[在于]|出席|参加|主持|亮相)(?:了)?“(?P<name>[^“”]{4,40}论坛)”(?:上|中|期间|并)?[^，。；“”]{0,12}?"
    r"(?:致辞|致词|发言|演讲|讲话|主持|分享|担任)"
)
# 20场分论坛，涵盖合作与发展、治理与安全四大板块: groups of forums.
_TAIL = 6
_GROUPED = re.compile(r"[二两三四五六七八九十\d]+[个大]?(?:板块|方面|领域|方向|主题|类)")
# 其中“A论坛”17日举行
_ONE_OF_THEM = re.compile(r"其中，?(?:的)?“(?P<name>[^“”]{4,40}论坛)”")
_QUOTED_FORUMS = re.compile(r"(?:“[^“”]{2,40}论坛”(?:、|和|与|及|以及)?){2,}")


def extract(reading: Reading) -> Iterator[Fact]:
    """Facts of the named items, in the order of the text."""
    names = reading.names
    section = ""
    for read in reading.reads:
        section = read.text if read.heading else section
        if len(read.text) > _LONGEST_SENTENCE or read.kind is BlockKind.ROW:
            continue
        owners = {read.owner, *(mention.owner for mention in read.mentions)}
        if not read.is_chinese:
            yield from _english(reading, read, owners)
            continue
        for form in list_forms().chinese:
            if not form.may_stand_in(read.text, owners, section) or (
                form.programme and not names.may_name_programme(read.text)
            ):
                continue
            for found in _longest(_inline(reading, read, form, section)):
                yield from _facts(reading, read, form.predicate, found.items, found.start)
                if form.predicate == "special_activity" and found.count == len(found.items):
                    yield from _counted(reading, read, "special_activities", found)
        yield from _kinds_of_bodies(reading, read)
        if "论坛”" in read.text:
            yield from _quoted_forums(reading, read)
            yield from _forum_of_speech(reading, read)


def _owned(read: Read, position: int, form: ListForm, section: str) -> bool:
    """True if the list may belong here: by the owner at the noun, or by one named in the same clause.

    What the sentence must hold may stand in the heading of its `section` instead: 大赛篇, below it 5个赛道：…
    """
    owner = read.owner_at(position)
    if owner not in form.owners:
        start, end = read.clause(position)
        named = {mention.owner for mention in read.mentions if start <= mention.start < end}
        if not named & (form.owners - {Owner.SUMMIT}):
            return False
        owner = next(iter(named & form.owners))
    return owner is not Owner.SUMMIT or form.told_in(read.text, section)


def _inline(reading: Reading, read: Read, form: ListForm, section: str) -> Iterator[Enumeration]:
    """Every list of the form in the sentence; several may overlap."""
    text = read.text
    for noun in form.noun.finditer(text):
        unlike = form.after and form.after.match(text, noun.end())
        if unlike or not _owned(read, noun.start(), form, section):
            continue
        for found in before(text, noun.start()):
            if named := _named(reading, form, found, noun[0]):
                yield named
                break
        following = behind(text, noun.start(), noun.end(), parties=form.party)
        grouped = (
            following
            and form.suffix
            and _GROUPED.search(text, max(following.start, following.end - _TAIL), following.end + _TAIL)
        )
        if (
            following
            and not grouped
            and not _of_other_noun(form, following)
            and (named := _named(reading, form, following))
        ):
            yield replace(named, start=noun.start())
    for verb in form.direct.finditer(text) if form.direct else ():
        if _owned(read, verb.start(), form, section) and (
            named := _named(reading, form, listed_from(text, verb.end()), verb[0])
        ):
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
    # 腾讯公司的微信: where the items are those who did it, the noun may be part of their name.
    if not form.party and any(_OF_THE_NOUN.search(form.noun.sub("|", item)) for item in found.items):
        return None
    vague = not (found.open or found.count)
    items = list(found.items)
    if form.predicate == "leading_tech_winner":
        # 特斯拉的芯片、华为鲲鹏920: where makers stand before their works, the others are works.
        owned = [winner for item in items if (winner := _winner(item)) != item]
        items = [name for winner in owned or items for name in makers(winner)]
    if vague and noun and not form.programme:
        if not (form.suffix or (form.plain and found.introduced)):
            return None
        items = _with_noun(items, noun, form)
    if form.bare:
        items = [form.noun.sub("", item) if form.noun.sub("|", item).endswith("|") else item for item in items]
    if (noun.endswith("活动") and not found.between) or found.between.startswith("活动"):
        items = [re.sub(r"(?:发布|展示)$", r"\g<0>活动", item) for item in items]
    single = found.open and found.introduced and len(items) == 1 and (items[0] != found.items[0] or len(items[0]) >= 4)
    if not (len(items) >= 2 or single) or not all(is_name(item, form) for item in items):
        return None
    programmes = [is_programme(reading, item) for item in items] if form.programme else [True]
    if not (all(programmes) if vague and noun else any(programmes)):
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


def _kinds_of_bodies(reading: Reading, read: Read) -> Iterator[Fact]:
    """国内部委、国际组织、企业等70家单位主协办分论坛: kinds, not names."""
    if "论坛" not in read.text or not re.search(r"[主承协]办", read.text):
        return
    match = list_forms().kinds.search(read.text)
    year = read.edition_at(match.start()) if match else None
    people = match and re.match(r"等?的?(?:嘉宾|代表|专家|人士|负责人|领导|学者)", read.text[match.end() :])
    if match and year and not people and read.owner_at(match.start()) in (Owner.SUMMIT, Owner.FORUM):
        start = re.match(r"(?:.*(?:[个家由]|来自|包括|涵盖|包含|的|有|为|了|请))?", match[0].split("、")[0])
        text = match[0][start.end() if start else 0 :]
        for item in re.split("、|以及|[和及与]", text):
            yield named_fact(reading, read, "forum_units_kind", item, year, match.start())


def _quoted_forums(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in _QUOTED_FORUMS.finditer(read.text):
        if read.owner_at(match.start()) in (Owner.SUMMIT, Owner.FORUM):
            items = re.findall(r"“([^”]+)”", match[0])
            yield from _facts(reading, read, "forum", items, match.start())


def _forum_of_speech(reading: Reading, read: Read) -> Iterator[Fact]:
    """受邀于“A论坛”致辞, 其中“A论坛”17日举行: one forum, named where somebody spoke or as one of them."""
    for match in (*_SPOKE_AT.finditer(read.text), *_ONE_OF_THEM.finditer(read.text)):
        name = match["name"]
        main = name.endswith("主论坛") or re.fullmatch(reading.names.alias, name, re.IGNORECASE)
        other = any(mention.owner is Owner.OTHER for mention in reading.names.mentions(name))
        if not main and not other and read.owner_at(match.start()) in (Owner.SUMMIT, Owner.FORUM, Owner.PRESS):
            yield from _facts(reading, read, "forum", [name], match.start())


def _counted(reading: Reading, read: Read, predicate: str, found: Enumeration) -> Iterator[Fact]:
    """The number that the list states of itself."""
    year = read.edition_at(found.start)
    if year and found.count:
        yield Fact(
            subject=summit(year),
            predicate=predicate,
            value=Quantity(found.count),
            phase=reading.phase(read, found.start, year),
            sources=(reading.cite(read),),
        )


def _english(reading: Reading, read: Read, owners: Set[Owner]) -> Iterator[Fact]:
    for form in list_forms().english:
        if not form.may_stand_in(read.text, owners):
            continue
        for match in form.noun.finditer(read.text):
            if not _owned(read, match.start(), form, ""):
                continue
            text = _EN_GOES_ON.split(match["items"])[0]
            listed = split_list(text.replace(" to ", ", ") if "ranging from" in match[0] else text)
            items = [item for item in listed.items if item]
            sound = len(items) >= 2 and all(is_english_name(item, form) for item in items)
            if sound and not (form.programme and not any(is_programme(reading, item) for item in items)):
                yield from _facts(reading, read, form.predicate, items, match.start())


def _facts(reading: Reading, read: Read, predicate: str, items: Sequence[str], position: int) -> Iterator[Fact]:
    year = read.edition_at(position)
    if year:
        for item in items:
            yield named_fact(reading, read, predicate, item, year, position)
