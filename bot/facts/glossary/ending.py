"""Where an explanation stops: at the page's own lines, at another section, at an invitation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.corpus.document import BlockKind
from bot.facts.glossary.rows import Row, alone, stopped
from bot.facts.glossary.text import unadorned
from bot.facts.glossary.words import words

_LABEL = 20
_TITLE = 18
_ADDRESS = 50
_REMARK = 12
_LABELLED = re.compile(r"\W{0,3}([\u4e00-\u9fff]{2,8})\s*[:：](?!//)\s*[^\s].*")
_DIVIDED = re.compile(r"\W*\w{0,10}\s*[:：丨|/]|\W*(?:[（(]?(?:全文)?完[)）]?|end|the end)\W*$|https?:", re.IGNORECASE)
# An emoji that is no bullet.
_SIGN = re.compile("[\U0001f300-\U0001f52f\U0001f53e-\U0001faff]")
_INSIDE = re.compile(r"[，。；：、！？,;:!?（）()]")
_ADDRESSED = re.compile(r"[你您吗吧啦哦呀咯～~]|一起|大家")
_CREDITS = r"(?:资讯|文章|图片|图|信息|内容|新闻|消息|本文|素材|资料)?(?:来源|出处|转自|摘自|选自|编辑|责编|作者|撰文|文|图|翻译|编译)"
_TAILS = re.compile(
    rf"\s*[（(【\[]\s*(?:全文|本文)?(?:完|(?:本报|本刊|新华社|见习)*(?:记者|通讯员|特约)[^（）()。]{{0,30}}|{_CREDITS}\s*[:：/丨|][^（）()【】\[\]]*)\s*[)）】\]]$"
    rf"|(?<=[。！？.!?])\s*{_CREDITS}\s*[:：/丨|].{{1,40}}$"
    r"|(?:(?<=[。！？])|\s)(?:[#＃][^\s#＃，。]+[#＃]?\s*)+$"
    r"|(?<=[。！？])\s*(?:[-—\s]*(?:the\s+)?end[-—\s]*|https?://\S+)$"
    r"|(?<=[。！？])\s*(?:学会了[吗没]|你学会了吗|明天见|下期再见)[^。]{0,6}$",
    re.IGNORECASE,
)


def ends(found: Sequence[Row], index: int, text: str, names: Sequence[str]) -> bool:
    """True if row `index` is no more of the explanation `text`, which has begun; `names` are the page's own."""
    row = found[index]
    line, ended = unadorned(row.text), stopped(text) and text[-1] not in "；;"
    if row.linked or line in names:
        return True
    # A line broken in the middle of a sentence may begin with any word.
    if (ended or row.opens or _DIVIDED.match(line)) and words().closings.fullmatch(line):
        return True
    if ended and (words().invitations.match(line) or _addresses(line) or _is_labelled(line)):
        return True
    if not row.opens:
        return False
    if ended and _SIGN.match(row.text):
        return True
    if row.block.kind in (BlockKind.HEADING, BlockKind.ROW):
        return True
    if row.block.strong and len(row.block.text) <= _LABEL and not stopped(row.block.text):
        return True
    return ended and alone(found, index) and _is_title(line) and row.block.kind is not BlockKind.ITEM


def _addresses(line: str) -> bool:
    """True for a short line that speaks to the reader."""
    known = words()
    if len(line) > _ADDRESS or (known.connectives.match(line) and not line.startswith(("如果你", "如果您"))):
        return False
    if known.addressing.search(line):
        return True
    return (line[-1:] != "。" or len(line) <= _REMARK) and bool(known.personal.search(line))


def _is_labelled(line: str) -> bool:
    """True for a label and its value that say nothing of the term."""
    label = _LABELLED.fullmatch(line) if len(line) <= _ADDRESS else None
    return label is not None and line[-1] not in "。；;" and not words().labels.fullmatch(label[1])


def _is_title(line: str) -> bool:
    """True for a short line that says nothing of what went before: a section's title, a slogan, a name."""
    if len(line) > _TITLE or words().connectives.match(line):
        return False
    bare = line.rstrip("！？!?～~…")
    return not _INSIDE.search(bare) and (bare == line or bool(_ADDRESSED.search(line)))


def trimmed(text: str) -> str:
    """`text` without a credit, topics or an end mark behind its last sentence."""
    while True:
        shorter = unadorned(_TAILS.sub("", text))
        if shorter == text:
            return text
        text = shorter
