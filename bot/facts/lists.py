"""Lists in running text: 、 and 和 and brackets, and the 等 that leaves a list open."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPEN = "“‘（(《〈「『【["
_CLOSE = "”’）)》〉」』】]"
# A name that may stand before a blank: what follows is another item.
_NAME_ENDS = (
    "论坛", "大会", "研讨会", "会议", "活动", "对话", "峰会", "沙龙", "大赛", "协会", "组织", "联盟", "中心", "大学", "政府",
    "研究院", "实验室", "公司", "集团", "学会", "委员会",
)  # fmt: skip
# What cannot begin an item: the blank before it stands inside a name.
_CONTINUES = re.compile(r"(?:股份)?有限(?:责任)?公司|股份公司|集团|分公司|[)）]")
_BODY_END = re.compile(
    r"(?:部|局|署|委|委员会|办公室|网信办|会|院|所|中心|公司|政府|大学|学院|组织|联盟|集团|网|社|台|厅|基金会|实验室|银行|机构|大使馆|\)|）|[A-Za-z])$"
)
_ADJECTIVES_FIRST = re.compile(r"(?:构建|打造|推动|建设|共建|促进|加强|迈向|实现|营造|走向|维护|创造|拥抱).{1,4}$|[\u4e00-\u9fff]{2}$")
_ADJECTIVE_TAIL = re.compile(r"[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{1,4})*的")
_ETC = re.compile(r"\s*(?:等等|等|etc\.?|and others|among others)\s*$", re.IGNORECASE)
_REMARK = re.compile(r"[（(]([^（()）]{2,12})[)）]$")


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
    stripped = _ETC.sub("", text)
    is_open = stripped != text
    if not re.search(r"[\u4e00-\u9fff]", stripped):
        return Items(tuple(_split_english(stripped)), is_open)
    pieces = _join_adjectives(_split_top(stripped))
    pieces = [piece for part in pieces for piece in _split_blank(part)]
    pieces = _split_last(pieces, bodies, count)
    items = tuple(item for item in (unwrap(piece) for piece in pieces) if item)
    return Items(items, is_open)


def unwrap(item: str) -> str:
    """An item without the quotation marks around the whole of it, or the words that only join."""
    item = re.sub(r"^(?:以及|及|和|与|还有|包括|其中)(?=[“《\u4e00-\u9fff])(?!平|谐|解)", "", item.strip(" 　，,；;。"))
    item = _ETC.sub("", item)
    pairs = {"“": "”", "《": "》", "「": "」", "『": "』", "‘": "’"}
    if item and pairs.get(item[0]) == item[-1] and item.count(item[0]) == 1 and item[0] != "《":
        return item[1:-1].strip()
    return item.strip()


def take_remark(item: str) -> tuple[str, str | None]:
    """`论坛（应邀出席）` as the name and the remark behind it."""
    match = _REMARK.search(item)
    return (item[: match.start()].strip(), match[1]) if match else (item, None)


def _split_top(text: str) -> list[str]:
    """At 、；; and between adjacent quotation marks, outside brackets and quotes."""
    pieces, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in _OPEN:
            if depth == 0 and index > start and text[index - 1] in "”》" and character in "“《":
                pieces.append(text[start:index])
                start = index
            depth += 1
        elif character in _CLOSE:
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
        if joined and _ADJECTIVE_TAIL.match(piece) and _ADJECTIVES_FIRST.match(joined[-1].rsplit("：", 1)[-1]):
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
            glue = "" if re.search(r"[\u4e00-\u9fff）)]$", result[-1]) and re.match(r"[\u4e00-\u9fff]", part) else " "
            glue = "" if _CONTINUES.match(part) else glue
            result[-1] += glue if glue == "" or not part else " "
            result[-1] += part
    return result


def _split_last(pieces: list[str], bodies: bool, count: int | None) -> list[str]:
    """The 和 (以及, 及, 与) before the last item."""
    if not pieces:
        return pieces
    last = pieces[-1]
    for word in ("以及", "及", "和", "与", "并"):
        for match in re.finditer(word, last):
            left, right = last[: match.start()], last[match.end() :]
            if not left or not right or _depth(left):
                continue
            wanted = count is not None and len(pieces) + 1 == count
            complete = bodies and bool(_BODY_END.search(left)) and len(right) >= 2
            short = not bodies and count is None and len(pieces) > 1 and word in ("以及", "及")
            few = not bodies and count is None and len(pieces) > 1 and word == "和" and max(len(left), len(right)) <= 6
            if wanted or complete or short or few:
                rest = _split_last([right], bodies, None) if bodies else [right]
                return [*pieces[:-1], left, *rest]
    return pieces


def _depth(text: str) -> int:
    return sum(text.count(mark) for mark in _OPEN) - sum(text.count(mark) for mark in _CLOSE)


def _split_english(text: str) -> list[str]:
    parts = [part.strip() for part in re.split(r",\s+and\s+|;\s*and\s+|,\s+|;\s*", text) if part.strip()]
    if parts:
        tail = re.split(r"\s+and\s+(?:the\s+)?(?=[A-Z“\"])", parts[-1])
        parts = [*parts[:-1], *tail] if len(tail) == 2 else parts
    return [re.sub(r"^(?:and|the|as well as)\s+", "", part).strip("\"“” ") for part in parts]
