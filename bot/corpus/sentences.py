"""Where a sentence ends: in Chinese, in English, and in the mixture of both."""

from __future__ import annotations

import re

# A quotation, title or bracket is kept whole when it closes within this many characters.
NEAR = 120

_CLOSING = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "（": "）", "(": ")", "【": "】"}
_SPOKEN = "”’」』）)】"
_STOPS = "。！？!?｡"
_STOP = re.compile(r"[。！？!?｡.．“‘「『《（(【\n]")
_MAY_FOLLOW = frozenset('。！？!?｡”’」』）)】》]*"')
_BEFORE = frozenset(">\ufeff\u200b")
_AFTER_STOP = re.compile(r"[。！？!?｡”’」』）)】》\]]*")
# After a quotation that ends in a stop, these show that the sentence goes on: 让世界更美好！”的口号.
_GOES_ON = re.compile(r"[ \t*_]*[，、；：,;:的地得等是为和与及或并而—）)》」』”]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_ENGLISH_START = re.compile(r"[\"'”’)\]*_]*\s+[\"'“‘(\[*_]*[A-Z\u3400-\u9fff]")
_NUMBER_START = re.compile(r"[\"'”’)\]*_]*\s+\d")
_LAST_WORD = re.compile(r"[A-Za-z.]+$")
_LABEL = re.compile(r"[ \t>]*(?:\*\*)?[\u3400-\u9fff]{2,6}(?:\*\*)?[：:]")
# A line that is all label and value: 主协办分论坛的国内部委、企业等：70家.
_LABELLED_LINE = re.compile(r"[ \t>]*[^\n：:，。；！？“”《]{2,24}[：:][^\n：。！？]{1,40}")
_ABBREVIATION = re.compile(
    r"mr|mrs|ms|dr|prof|sr|jr|st|gen|gov|sen|rep|pres|hon|rev|col|lt|nos?|vol|vs|etc|inc|ltd|co|corp|dept|univ|est"
    r"|approx|figs?|art|sec|pp?|ca|cf|al|e\.g|i\.e|a\.m|p\.m|ph\.d"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
    r"|(?:[a-z]\.)*[a-z]",
    re.IGNORECASE,
)


def spans(text: str) -> list[tuple[int, int]]:
    """(start, stop) of each sentence of a paragraph of Markdown, blanks around it left out; in order, no overlap.

    Ends are 。！？!? with the closing quotes and brackets behind them, an English full stop before a capital (not
    after an abbreviation or an initial), a line that is followed by a label such as `时间：`, and every line of a
    paragraph whose lines are each a label with its value. ； is no end.
    Linear in the length of `text`.
    """
    found: list[tuple[int, int]] = []
    start = position = 0
    labelled: bool | None = None
    while match := _STOP.search(text, position):
        mark = match[0]
        position = match.end()
        end: int | None = None
        if mark in _CLOSING:
            closing = text.find(_CLOSING[mark], position, position + NEAR)
            if closing >= 0:
                position = closing + 1
                if text[closing - 1] in _STOPS and mark != "《" and not _GOES_ON.match(text, position):
                    end = _behind_closers(text, start, position)
        elif mark == "\n":
            if labelled is None:
                labelled = all(map(_LABELLED_LINE.fullmatch, text.rstrip().split("\n")))
            end = position if labelled or _LABEL.match(text, position) else None
        elif mark in ".．":
            end = _english_end(text, start, match.start())
        elif mark not in "!?" or _ends_half_width(text, position):
            end = _behind_closers(text, start, position)
            if end > position and text[end - 1] in _SPOKEN and _GOES_ON.match(text, end):
                end = None
        if end is not None:
            _append_trimmed(found, text, start, end)
            start = position = max(end, position)
    _append_trimmed(found, text, start, len(text))
    return found


def _append_trimmed(found: list[tuple[int, int]], text: str, start: int, stop: int) -> None:
    while start < stop and (text[start] in _BEFORE or text[start].isspace()):
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        found.append((start, stop))


def _behind_closers(text: str, start: int, end: int) -> int:
    """`end` moved behind the closing quotes, brackets and emphasis of the sentence that began at `start`."""
    if text[end : end + 1] not in _MAY_FOLLOW:
        return end
    match = _AFTER_STOP.match(text, end)
    return _with_emphasis(text, start, match.end() if match else end)


def _with_emphasis(text: str, start: int, end: int) -> int:
    """`end` behind a `**` or `"` that closes what was opened in this sentence."""
    for mark in ("**", '"'):
        if text.startswith(mark, end) and text.count(mark, max(start, end - 2000), end) % 2:
            end += len(mark)
    return end


def _ends_half_width(text: str, end: int) -> bool:
    """Half-width ! and ? also stand in links and names; they end a sentence before a blank, Han or nothing."""
    following = text[end : end + 1]
    return not following or following.isspace() or following in "”’\"')）*!?！？。" or bool(_HAN.match(following))


def _english_end(text: str, start: int, dot: int) -> int | None:
    before = text[max(start, dot - 12) : dot]
    after = dot + 1
    if _HAN.match(text, after):
        # A half-width full stop between Chinese sentences: 举行.会议.
        return after if before and _HAN.match(before[-1]) else None
    number = _NUMBER_START.match(text, after)
    start_of_next = _ENGLISH_START.match(text, after)
    if not number and not start_of_next:
        return None
    word = _LAST_WORD.search(before)
    if word and _ABBREVIATION.fullmatch(word[0]):
        return None
    if start_of_next and before[-1:].isdigit() and _HAN.match(text, start_of_next.end() - 1):
        return None
    if number and not (word or re.search(r"\d{4}$|[)\"”]$", before)):
        return None
    # `1. Text` at the very start is a number of a list.
    if not before.strip() or (before.strip().isdigit() and dot - start < 4):
        return None
    while text[after : after + 1] and text[after] in "\"'”’)]":
        after += 1
    return _with_emphasis(text, start, after)
