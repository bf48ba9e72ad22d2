"""Lists in running text: 、 and 和 and brackets, and the 等 that leaves a list open."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING = "“‘（(《〈「『【["
CLOSING = "”’）)》〉」』】]"
HAN = re.compile(r"[\u4e00-\u9fff]")
# 等 of an open list; not the one of 平等, 高等, 等级.
ETC = r"(?<![平同对高中初优均相])等(?:等)?(?![级于待候同效])"
# A name that may stand before a blank: what follows is another item.
_NAME_ENDS = (
    "论坛", "大会", "研讨会", "会议", "活动", "对话", "峰会", "沙龙", "大赛", "协会", "组织", "联盟", "中心", "大学", "政府",
    "研究院", "实验室", "公司", "集团", "学会", "委员会",
)  # fmt: skip
# What cannot begin an item: the blank before it stands inside a name.
_CONTINUES = re.compile(r"(?:股份)?有限(?:责任)?公司|股份公司|集团|分公司|[)）]")
_BODY_END = re.compile(
    r"(?:部|局|署|委|委员会|办公室|网信办|会|院|所|中心|公司|政府|大学|学院|组织|联盟|集团|网|社|台|厅|基金会|实验室|银行|机构|大使馆"
    r"|\)|）|[A-Za-z])$"
)
# 阿里巴巴、腾讯和之江实验室: companies have short names, and no ministry has such an end (工业和信息化部).
_COMPANY = re.compile(r"[\u4e00-\u9fff]{2,4}")
_FIRM_END = re.compile(r"(?:公司|集团|实验室|大学|研究院|科技|股份)$")
# 构建透明 、 可信的…: the piece before 、 is an adjective, not a name.
_ADJECTIVES_FIRST = re.compile(
    r"(?:^|[：:“])[\u4e00-\u9fff]{0,10}?(?:构建|打造|推动|建设|共建|共筑|促进|加强|迈向|实现|营造|走向|维护|创造|拥抱|面向|共享).{1,4}$"
    r"|^[\u4e00-\u9fff]{2}$"
)
_ADJECTIVE_TAIL = re.compile(r"[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{1,4})*的")
_ETC_AT_END = re.compile(
    rf"\s*(?:{ETC}|,?\s*(?:\betc\.?|\band (?:others|more)|\bamong others|\bto name a few))\s*$", re.IGNORECASE
)
_REMARK = re.compile(r"[（(]([^（()）]{2,12})[)）]$")
# The words before a last item, the clearest first; not those inside 和平, 共和, 普及, 参与.
_JOINTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"以及",
        r"(?<![以普涉遍顾波])及(?![时其格第])",
        r"(?<![共总缓饱温柔协中平])和(?![平谐解睦蔼])",
        r"(?<![参赋给])与(?![会众否])",
        r"(?<![合吞])并(?![行购轨联])",
    )
)
_LONE_JOINTS = ("以及", "及", "和")


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a list as printed, and whether it says that it is not complete (等, etc.)."""

    items: tuple[str, ...]
    open: bool = False


def split_list(text: str, *, bodies: bool = False, count: int | None = None) -> Items:
    """The items of `text`.

    `bodies`: the items are organisations, so 和 and 与 between two complete names separate. `count` is the number
    of items the text states, which decides whether 和 separates. English lists split at commas and "and".
    """
    text = text.strip(" ，,：:。；;\u3000")
    stripped = _ETC_AT_END.sub("", text)
    is_open = stripped != text
    if not HAN.search(stripped):
        return Items(tuple(filter(None, _split_english(stripped))), is_open)
    pieces = _join_adjectives(_split_top(stripped))
    pieces = [piece for part in pieces for piece in _split_blank(part)]
    pieces = _split_last(pieces, bodies, count, is_open)
    items = tuple(item for item in (unwrap(piece) for piece in pieces) if item)
    return Items(items, is_open)


def unwrap(item: str) -> str:
    """An item without the quotation marks around the whole of it, or the words that only join."""
    item = re.sub(r"^(?:以及|及|和|与|还有|包括|其中)(?=[“《\u4e00-\u9fff])(?!平|谐|解)", "", item.strip(" 　，,；;。"))
    item = _ETC_AT_END.sub("", item)
    pairs = {"“": "”", "《": "》", "「": "」", "『": "』", "‘": "’"}
    if item and pairs.get(item[0]) == item[-1] and item.count(item[0]) == 1 and item[0] != "《":
        return item[1:-1].strip()
    return item.strip()


def take_remark(item: str) -> tuple[str, str | None]:
    """`论坛（应邀出席）` as the name and the remark behind it."""
    match = _REMARK.search(item)
    return (item[: match.start()].strip(), match[1]) if match else (item, None)


def outside(text: str, marks: str, start: int = 0) -> int:
    """Position of the first of `marks` from `start` on that stands outside quotation marks and brackets; -1 if none.

    A closing mark whose opening one stands before `start` ends the search: the length of the text before it is returned
    as a mark of its own.
    """
    depth = 0
    for index in range(start, len(text)):
        character = text[index]
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth -= 1
            if depth < 0:
                return index
        elif depth == 0 and character in marks:
            return index
    return -1


def _split_top(text: str) -> list[str]:
    """At 、；; and between adjacent quotation marks, outside brackets and quotes."""
    pieces, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in OPENING:
            if depth == 0 and index > start and text[index - 1] in "”》" and character in "“《":
                pieces.append(text[start:index])
                start = index
            depth += 1
        elif character in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and character in "、；;\n":
            pieces.append(text[start:index])
            start = index + 1
    pieces.append(text[start:])
    pieces = [piece.strip() for piece in pieces if piece.strip()]
    if len(pieces) == 1 and "，" in text:
        pieces = [piece.strip() for piece in text.split("，") if piece.strip()]
    return pieces


def _join_adjectives(pieces: list[str]) -> list[str]:
    """构建透明 + 可信的互联网… is one name: the first piece is no name by itself."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _ADJECTIVE_TAIL.match(piece) and _ADJECTIVES_FIRST.search(joined[-1].rsplit("：", 1)[-1]):
            joined[-1] += "、" + piece
        else:
            joined.append(piece)
    return joined


def _split_blank(piece: str) -> list[str]:
    """A blank separates where a complete name ends before it and another can begin behind it."""
    parts = re.split(r"\s+", piece)
    result = [parts[0]]
    for part in parts[1:]:
        if result[-1].endswith(_NAME_ENDS) and not _CONTINUES.match(part):
            result.append(part)
        else:
            # A blank between Chinese characters inside a name is an accident of the page.
            inside = _CONTINUES.match(part) or (HAN.match(result[-1][-1:] or " ") and HAN.match(part))
            result[-1] += part if inside else " " + part
    return result


def _split_last(pieces: list[str], bodies: bool, count: int | None, is_open: bool) -> list[str]:
    """The 和 (以及, 及, 与) before the last item."""
    if not pieces or len(pieces) == count:
        return pieces
    last = pieces[-1]
    for joint in _JOINTS:
        for match in reversed(list(joint.finditer(last))):
            left, right = last[: match.start()], last[match.end() :]
            if not left or not right or _depth(left):
                continue
            if _separates(left, right, match[0], len(pieces), bodies, count, is_open):
                rest = _split_last([right], bodies, None, is_open) if bodies else [right]
                before = _split_last([left], bodies, None, is_open) if bodies else [left]
                return [*pieces[:-1], *before, *rest]
    return pieces


def _separates(left: str, right: str, word: str, pieces: int, bodies: bool, count: int | None, is_open: bool) -> bool:
    if right[0] in "“《" and ("”" in left or "》" in left):
        return True
    if bodies:
        company = pieces > 1 and _COMPANY.fullmatch(left) and _FIRM_END.search(right)
        return (bool(_BODY_END.search(left)) and len(right) >= 2) or count == pieces + 1 or bool(company)
    if count is not None and (count == pieces + 1 or not is_open):
        return count == pieces + 1
    if left[-2:] == right[-2:] in _NAME_ENDS:
        return True
    if pieces == 1 or word not in _LONE_JOINTS or "：" in left:
        return False
    even = len(left) == len(right)
    if is_open:
        # 等 ends the list, so 和 may stand inside the last name: 网络安全技术发展和国际合作等.
        return word == "以及" or (max(len(left), len(right)) <= 6 and (len(right) > 2 or even))
    # Without 等 the last item needs its 和, unless what follows is only half a name: 技术创新和治理.
    return even or len(right) > 2 or right.isascii()


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in OPENING) - sum(text.count(mark) for mark in CLOSING)


def _split_english(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r",\s+(?:and|as well as)\s+|;\s*(?:and\s+)?|,\s+", text) if part.strip()]
    oxford = re.search(r",\s+(?:and|as well as)\s", text)
    if parts and not oxford:
        parts = [*parts[:-1], *_split_and(parts[-1], alone=len(parts) == 1)]
    return [re.sub(r"^(?:and|the|as well as)\s+", "", part).strip('"“” ') for part in parts]


def _split_and(text: str, *, alone: bool) -> list[str]:
    """At the last "and" of a list, or at the one before an article; a pair that stands alone splits only before a name."""
    article = re.search(r"\s+(?:and|as well as)\s+(?=the\s|“|\")", text)
    if article:
        return [text[: article.start()], text[article.end() :]]
    found = list(re.finditer(r"\s+(?:and|as well as)\s+" + ("(?=[A-Z])" if alone else ""), text))
    return [text[: found[-1].start()], text[found[-1].end() :]] if found else [text]
