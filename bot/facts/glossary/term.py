"""The names of a term, and which lines they take: `术语（english）` in any order, broken anywhere, or with its explanation behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.document import BlockKind
from bot.facts.glossary.rows import Row, stopped
from bot.facts.glossary.text import join, unadorned
from bot.facts.glossary.words import words

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = r"[A-Za-z0-9.][A-Za-z0-9 .,/&+#\-–'’\"“”:：()_]{0,118}"
_LATIN_NAME = re.compile(rf"(?=.*[A-Za-z]){_LATIN}")
_BOTH_NAMES = re.compile(rf"([\u3400-\u9fff][\u3400-\u9fff·、]*)(?:\s+|\s*[/|｜—–-]+\s*)((?=.*[A-Za-z]){_LATIN})")
_ENGLISH_FIRST = re.compile(
    rf"((?=.*[A-Za-z]){_LATIN}?)\s*(?:[/|｜]|\s[—–-]+\s)\s*([\u3400-\u9fff][\u3400-\u9fff·、]{{1,20}})"
)
_LABEL = re.compile(
    r"(?:(?:今日|本期|每日)?(?:术语|名词|词条|词汇|词语|生词|关键词|单词|概念|知识点|中文)名?称?\s*[\d一二三四五六七八九十]{0,2}\s*[:：]\s*"
    r"|[【\[](?:今日|本期|每日)?(?:术语|名词|词条|词汇|概念|知识点)[】\]]\s*[:：]?\s*"
    r"|[一二三四五六七八九十]{1,3}[、.．]\s*|\d{1,2}\s*[、．.](?!\d)\s*|(?:NO|No|no)[.．]?\s*\d{1,3}[\s.、:：]+|[①-⑳]\s*|[Qq问]\s*[:：]\s*)"
)
_ENGLISH_LABEL = re.compile(r"(?:英文|英语|外文|English)(?:名称?|全称|译名|原文)?\s*[:：]\s*", re.IGNORECASE)
_INSIDE = re.compile(r"(?:英文|英语|英|外文)(?:名称?|全称|译名|原文|缩写)?(?:为|是)?\s*[:：]?\s*(?=[A-Za-z])")
_EXPLAINED = re.compile(
    r"[【\[]?(?:名词|术语)?(?:释义|解释|定义|含义|说明|Definition)[】\]]?\s*[:：]\s*|【(?:释义|解释|定义|含义)】\s*|[Aa答]\s*[:：]\s*",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:什么是|什么叫|何为|何谓|啥是)\s*(.+?)\s*[？?]?")
_EXPLAINS = re.compile(r"[是指即由]|一[种个类]")
_HEADED = re.compile(r"[【〖\[「『]([^【】〖〗\[\]「」『』]{1,60})[】〗\]」』]\s*([^（(\s].*)", re.DOTALL)
_COLON = re.compile(r"([^：:。，！？!?]{1,60}?)\s*[：:]\s*(?!//)(.+)", re.DOTALL)
_DASH = re.compile(r"([^：:。，—–！？!?]{1,40}?)\s*(?:—+|––|--+|\s[-–]\s)\s*(.+)", re.DOTALL)
_WRAPPED = re.compile(r"[【〖\[「『](.+)[】〗\]」』]")
_ENUMERATED = re.compile(r"[等、和与及或]")
_DIVIDERS = " ：:—–-*_|｜,，=→"
_MOST_LINES = 6
_LONGEST_BARE = 20
_LONGEST_NAME = 60
_LONGEST_ENGLISH = 120


@dataclass(frozen=True, slots=True)
class Term:
    """A term in both languages (one may be empty), how many rows it took, and what stands behind it in the last.

    `inline` is true when the explanation begins behind a colon or a dash on the term's own line.
    """

    zh: str
    en: str
    used: int
    rest: str
    inline: bool = False

    @property
    def two_names(self) -> bool:
        return bool(self.zh and self.en)


def term_at(found: Sequence[Row], index: int) -> Term | None:
    """The term that begins at row `index`, which has something to read; None if no name stands there."""
    if found[index].linked:
        return None
    text, used, last = "", 0, None
    for row in found[index:]:
        used += 1
        if row.gap and not (row.text and _is_open(text)):
            continue
        last, before = row, text
        if (
            row.linked
            or len(text) > _LONGEST_NAME + _LONGEST_ENGLISH
            or (row.opens and before and not _goes_on(before, row))
        ):
            return None
        text = join([text, row.text])
        if not before and (led := _led(row, used)):
            return led
        if _is_open(text) or _name_goes_on(found, index + used, text):
            if used - sum(r.gap for r in found[index : index + used]) >= _MOST_LINES:
                return None
            continue
        break
    return _parsed(found, index, text, used) if last is not None and not _is_open(text) else None


def _goes_on(text: str, row: Row) -> bool:
    """True if a new block may go on an unfinished name: its brackets are open, or begin there."""
    return _is_open(text) or row.text[:1] in ("（", "(")


def _is_open(text: str) -> bool:
    return text.count("（") + text.count("(") > text.count("）") + text.count(")")


def _name_goes_on(found: Sequence[Row], index: int, text: str) -> bool:
    """True if the name of `text` ends on row `index` only: its brackets follow there, or the name itself is broken."""
    row = next((row for row in found[index:] if not row.gap), None)
    if row is None or "（" in text or "(" in text or len(text) > _LONGEST_NAME or stopped(text):
        return False
    if row.text[:1] in ("（", "("):
        return True
    if row.opens:
        return False
    # `One-time⏎password（一次性口令）`, `一次性⏎口令（one-time password）`: the brackets end the block.
    below = ""
    for row in found[index : index + 3]:
        if row.opens or row.gap:
            break
        below = join([below, row.text])
        match = re.fullmatch(r"([^（(。，；：:]{1,40})[（(]([^（）()]{2,80})[)）]?", below)
        if match:
            han, inside = bool(_HAN.search(text + match[1])), bool(_HAN.search(match[2]))
            short = len(text + match[1]) <= (_LONGEST_BARE if han else _LONGEST_NAME)
            return short and han != inside and not _EXPLAINS.match(match[1])
    return False


def _led(row: Row, used: int) -> Term | None:
    """`**术语** 定义`: the name in bold, its explanation behind."""
    lead = row.lead
    rest = row.text[len(lead) :]
    name, bare = _plain(lead.rstrip(_DIVIDERS)), rest.lstrip(_DIVIDERS).rstrip(" *_")
    if not lead or row.block.strong or not bare or rest.lstrip()[:1] in ("（", "(", "）", ")") or _is_open(lead):
        return None
    if _LATIN_NAME.fullmatch(bare) and _HAN.search(name):
        return Term(name, bare, used, "") if _is_name(name, bare) else None
    if bracketed := _bracketed(name):
        zh, en = _names(bracketed[0], bracketed[1])
    else:
        zh, en = _names(name, "")
    spaced = rest[:1] in _DIVIDERS or lead[-1:] in "：:"
    return Term(zh, en, used, explained(bare), True) if spaced and _is_name(zh, en) else None


def _parsed(found: Sequence[Row], index: int, text: str, used: int) -> Term | None:
    text = _plain(text)
    if bracketed := _bracketed(text):
        first, second, rest, inline = bracketed
        if question := _QUESTION.fullmatch(first):
            first, rest = question[1], rest.lstrip("？?")
        zh, en = _names(first, second)
        if not _is_name(zh, en) or (not inline and _ENUMERATED.match(rest)):
            return None
        return Term(zh, en, used, explained(rest), inline)
    if question := _QUESTION.fullmatch(text):
        text = question[1]
    if both := _BOTH_NAMES.fullmatch(text):
        return Term(both[1], both[2], used, "") if _is_name(both[1], both[2]) else None
    if both := _ENGLISH_FIRST.fullmatch(text):
        return Term(both[2], both[1], used, "") if _is_name(both[2], both[1]) else None
    for form in (_HEADED, _COLON, _DASH):
        if split := form.fullmatch(text):
            zh, en = _names(_plain(split[1].strip()), "")
            long = len(split[2]) >= _LONGEST_BARE / 4 or stopped(split[2])
            return Term(zh, en, used, explained(split[2]), True) if long and _is_name(zh, en) else None
    below = next((row for row in found[index + used :] if not row.gap), None)
    if below and (label := _ENGLISH_LABEL.match(below.text)) and _LATIN_NAME.fullmatch(below.text[label.end() :]):
        at = found.index(below, index + used)
        return Term(text, below.text[label.end() :], at - index + 1, "") if _is_name(text, "x") else None
    zh, en = _names(text, "")
    if stopped(text) or not _is_name(zh, en):
        return None
    if below and zh and not re.search("[A-Za-z]", zh) and _LATIN_NAME.fullmatch(below.text):
        at = found.index(below, index + used)
        last = at + 1 >= len(found) or found[at + 1].opens or found[at + 1].gap
        if last and any(not row.gap for row in found[at + 1 :]):
            return Term(zh, below.text, at - index + 1, "")
    return Term(zh, en, used, "")


def explained(text: str) -> str:
    """An explanation without the label (释义：) that announces it."""
    return _EXPLAINED.sub("", text.lstrip("：: "), count=1)


def _plain(text: str) -> str:
    text = unadorned(text).strip("*_ \t")
    if label := _LABEL.match(text):
        text = text[label.end() :]
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped[1].strip() if wrapped and not re.search(r"[【】〖〗\[\]「」『』]", wrapped[1]) else text


def _bracketed(text: str) -> tuple[str, str, str, bool] | None:
    """What stands before the brackets, in them, behind them, and whether a divider parts that from them.

    Of several brackets the ones at the very end count, else the first.
    """
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for index, character in enumerate(text):
        if character in "（(":
            start = index if depth == 0 else start
            depth += 1
        elif character in "）)" and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, index))
    if not spans:
        return None
    closed = text.rstrip("：: ")
    whole = spans[-1][1] == len(closed) - 1 and len(text) <= _LONGEST_NAME + _LONGEST_ENGLISH
    for start, end in reversed(spans) if whole else spans[:1]:
        before, inside, behind = text[:start].strip(" *_"), text[start + 1 : end].strip(), text[end + 1 :]
        # What is a sentence before the last brackets is an explanation that ends in brackets.
        if not before or not inside or re.search(r"[。；！？：:]|——", before):
            continue
        rest = behind.lstrip(_DIVIDERS).rstrip(" *_")
        return before, inside, rest, bool(rest) and behind.lstrip(" *_")[:1] in "：:—–-|｜=→"
    return None


def _names(first: str, second: str) -> tuple[str, str]:
    """Chinese and English name, whichever stands first."""
    first, second = _plain(first), _plain(_INSIDE.sub("", second, count=1))
    if not second:
        if both := _BOTH_NAMES.fullmatch(first):
            return both[1], both[2]
        return (first, "") if _HAN.search(first) else ("", first)
    parts = [part for part in re.split(r"\s*[，,；;、]\s*", second) if part]
    chinese = [part for part in parts if _HAN.search(part)]
    if not _HAN.search(first):
        if not chinese:
            # SSH (Secure Shell) stands for 术语（english）; Secure Shell (SSH) is one English name.
            short = re.fullmatch(r"[A-Z][A-Za-z0-9/\-]{0,9}", second) and re.search(r"[a-z]", first) and " " in first
            return ("", f"{first} ({second})") if short else (first, second)
        # APT（Advanced Persistent Threat，高级持续性威胁）: the abbreviation is neither of the names.
        if len(parts) == 2 and len(chinese) == 1:
            return chinese[0], next(part for part in parts if part not in chinese)
        return second, first
    if len(chinese) == len(parts):
        # 公钥密码（非对称密码）: no foreign name in the brackets.
        return f"{first}（{second}）", ""
    if chinese and len(parts) > 1:
        return first, ", ".join(part for part in parts if part not in chinese)
    return first, second


def _is_name(zh: str, en: str) -> bool:
    """True if these may be the names of a term: no sentence, no slogan, no address."""
    both = f"{zh} {en}"
    if (not zh and not en) or re.search(r"[。；！？!?]|https?:|www\.|@|\.(?:com|cn|org|net)\b", both):
        return False
    if len(en) > _LONGEST_ENGLISH or (not zh and len(en) > _LONGEST_NAME):
        return False
    if en and _HAN.search(en) and not zh:
        return False
    known = words()
    if not zh:
        return bool(re.search("[A-Za-z]", en)) and not known.issues.fullmatch(en) and len(en.split()) <= 8
    if en:
        return len(zh) <= _LONGEST_NAME and "，" not in zh and not known.strangers.search(zh)
    short = len(zh) <= _LONGEST_BARE and not re.search(r"[，,…]", zh) and re.search(r"\w", zh)
    return bool(short) and not known.slogans.search(zh) and not known.issues.fullmatch(zh)


def stands_alone(found: Sequence[Row], index: int, term: Term) -> bool:
    """True if nothing but the term stands in its block, and a block that may explain it follows."""
    end = index + term.used
    rest = found[end:]
    below = next((row for row in rest if not row.gap), None)
    return not term.rest and below is not None and below.opens and below.block.kind is not BlockKind.HEADING
