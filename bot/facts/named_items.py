"""What may be the name of an item, and the fact that it becomes."""

from __future__ import annotations

import re

from bot.facts.fact import Fact
from bot.facts.list_forms import ListForm
from bot.facts.lists import take_remark
from bot.facts.names import PROGRAMMES
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

LONGEST_NAME = 60
_COMMON_LENGTH = 30
_COUNT = r"(?:\d+|[一二三四五六七八九十两]+)(?:余|多)?(?:个|场|项|家|名|位|大|条)"
# No name begins with these, or has these outside its quotation marks.
_NO_START = re.compile(
    rf"{_COUNT}|\d+(?:年|月|日|国)"
    r"|人[谈说问们]|以(?!色列)|由|将|在|为|了|的|就|各|对|让|使|并|更|也|还|从|被|把|于|是|共(?!享|识|生|性)|吸|有|该"
    r"|其中|相关|有关|多个|一系列|丰富|这些|本届|本次|此次|今年|(?:峰会|大会)(?!堂)|第[一二三四五六七八九十\d]+届"
    r"|围绕|聚焦|设有|设置|涵盖|包括|包含|涉及|吸引|来自|展现|展示(?!了?活动|$)|探讨|讨论|关注|面向"
)
_NO_PART = re.compile(
    r"[，。！？!?|]|举办|举行|召开|聚焦|围绕|设置|设有|涵盖|包括|展开|吸引|来自|介绍|表示|获得|已经|正在|作为|成为|新增|新设"
    r"|参加|出席|走进|关注|先后|也(?!门)|了(?!解)|期间|今年|本届|以及|分别|等(?:多|\d)|(?:\d|[一二三四五六七八九十])(?:个|场|项|家|大|条)(?!性)"
)
_QUOTED = re.compile(r"“[^”]*”|《[^》]*》|‘[^’]*’|：.*$")
_EN_NO_ITEM = re.compile(r"^\d(?!G\b|D\b)|\b(?:will|were|was|is|are|has|have|which|who|held|scheduled|attract\w*)\b")


def is_name(item: str, form: ListForm) -> bool:
    """True if `item` may be the name of one item of the form's list, in Chinese."""
    bare = _QUOTED.sub("", item)
    too_long = not 2 <= len(item) <= LONGEST_NAME or len(bare) > _COMMON_LENGTH
    if too_long or _NO_START.match(item) or _NO_PART.search(bare):
        return False
    return _fits(item, form)


def is_english_name(item: str, form: ListForm) -> bool:
    """The same of an item of an English list."""
    if not 2 <= len(item) <= 90 or item.count(" ") > 9 or _EN_NO_ITEM.search(item):
        return False
    return _fits(item, form)


def _fits(item: str, form: ListForm) -> bool:
    return (form.item is None or bool(form.item.search(item))) and not (form.none and form.none.search(item))


def is_programme(reading: Reading, item: str) -> bool:
    """True if `item` is a programme of the configuration (expo, contest …)."""
    return any(mention.owner in PROGRAMMES for mention in reading.names.mentions(item))


def named_fact(reading: Reading, read: Read, predicate: str, item: str, year: int, position: int = 0) -> Fact:
    """`predicate` of the edition of `year` with the name `item`, which stands at `position`; a remark becomes a note."""
    name, remark = take_remark(item) if predicate == "forum" else (item, None)
    return Fact(
        subject=summit(year),
        predicate=predicate,
        value=name,
        note=remark,
        phase=reading.phase(read, position, year),
        sources=(reading.cite(read),),
    )
