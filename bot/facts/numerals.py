"""Counts in running text, Chinese and English, with their hedges.

Positions are offsets into the text given. What is no one number is passed over: 数百, 上千, 几十, 二三十, "hundreds of",
ranges such as 20—30, parts of a date, a decimal without 万 or 亿, per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.facts.fact import Approximation, Quantity
from bot.facts.hints import has_any, is_chinese

_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINAL_WORDS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
}

_OVER, _NEARLY, _ABOUT, _EXACT = Approximation.OVER, Approximation.NEARLY, Approximation.ABOUT, Approximation.EXACT
_BEFORE_ZH = {
    **dict.fromkeys(("超过", "超", "逾", "突破", "多于", "不少于", "至少", "高于", "不下"), _OVER),
    **dict.fromkeys(("将近", "接近", "近"), _NEARLY),
    **dict.fromkeys(("大约", "约", "大概"), _ABOUT),
    **dict.fromkeys(("达到", "多达", "达"), _EXACT),
}
_AFTER_ZH = {
    **dict.fromkeys(("多", "余", "以上", "有余"), _OVER),
    **dict.fromkeys(("左右", "上下", "许"), _ABOUT),
}
_BEFORE_EN = {
    **dict.fromkeys(
        (
            "more than",
            "over",
            "exceeding",
            "above",
            "upwards of",
            "at least",
            "surpassing",
            "surpassed",
            "exceeded",
            "topped",
            "topping",
        ),
        _OVER,
    ),
    **dict.fromkeys(("nearly", "almost", "close to"), _NEARLY),
    **dict.fromkeys(("about", "around", "some", "approximately", "roughly", "an estimated"), _ABOUT),
}

# Digits and words of the longest count that means something; more is no count and may overflow.
_LONGEST = 18
_LONGEST_ENGLISH = 60
_HAN_NUMBER = "〇零一二两三四五六七八九十百千万亿"
_ZH = re.compile(
    r"(?P<vague>(?<![总人])数|上|几|成|若干|好几)?"
    rf"(?P<before>{'|'.join(sorted(_BEFORE_ZH, key=len, reverse=True))})?[ ]?"
    rf"(?P<number>\d[\d,]*(?:\.\d+)?[ ]?[万亿千百]?(?![\d.])|[{_HAN_NUMBER}]+|(?<![\d{_HAN_NUMBER}])[百千万](?=[多余]))"
    r"(?P<plus>\+)?"
    r"(?P<after>多|余|有余)?(?P<scale>万|亿)?"
)
_NUMERAL = re.compile(rf"[\d{_HAN_NUMBER}]")
_COUNTS = re.compile(rf"[\d{_HAN_NUMBER.replace('一', '')}]")
_COUNT_WORDS = (*_WORDS, *_SCALES)
# Characters that may stand before the numeral in a match: 若干 不少于 and a blank.
_LONGEST_HEDGE = 6
_TRAILING = re.compile(r"[^，。；、：\s\d]{0,6}?(以上|左右|上下)")
_EN = re.compile(
    r"(?P<before>" + "|".join(sorted(_BEFORE_EN, key=len, reverse=True)) + r")?\s*\b"
    r"(?P<number>\d[\d,]*(?:\.\d+)?|(?:" + "|".join([*_WORDS, "a", "an"]) + r")(?:[- ](?:" + "|".join(_WORDS) + r"))?)"
    r"(?P<plus>\+|-plus)?"
    r"(?P<scale>(?:[ -](?:" + "|".join(_SCALES) + r"))+)?\b(?!s\b)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s?(?:至|到|-|–|—|~|～|或)\s?\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A count at `start:end` of the text, its hedges included; `end` is where the counter or noun begins."""

    start: int
    end: int
    quantity: Quantity


def parse_integer(text: str) -> int | None:
    """`2100`, `1,100`, `两千一百`, `1.2万`, `二〇二二` as an integer; None for what is no whole number."""
    text = text.replace(",", "").replace(" ", "")
    if len(text) > _LONGEST:
        return None
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([百千万亿]?)", text)
    if match:
        value = float(match[1]) * _UNITS.get(match[2], 1)
        return round(value) if abs(value - round(value)) < 1e-6 else None
    if not text or any(character not in _HAN_NUMBER for character in text):
        return None
    if all(character in _DIGITS for character in text):
        # 二〇二二 is read digit by digit; 二三 (two or three) is no number.
        return int("".join(str(_DIGITS[character]) for character in text)) if len(text) != 2 else None
    return _parse_han(text)


def _parse_han(text: str) -> int | None:
    total = section = 0
    digit: int | None = None
    last_unit = 1
    for character in text:
        if character in _DIGITS:
            if digit not in (None, 0):
                return None  # 二三十: two digits without a unit between them
            digit = _DIGITS[character]
            continue
        unit = _UNITS[character]
        if unit >= 10_000:
            section += digit or 0
            total = (total + (section or 1)) * unit
            section = 0
        else:
            section += (1 if digit is None else digit) * unit
        digit, last_unit = None, unit
    if digit:
        # 一百二 means 120, 一百零二 means 102.
        shorthand = last_unit >= 100 and "零" not in text and "〇" not in text
        section += digit * (last_unit // 10 if shorthand else 1)
    return total + section


def parse_ordinal(text: str) -> int | None:
    """`11`, `十一`, `eleventh`, `11th`, `twenty-first` as an integer."""
    lowered = text.strip().lower()
    if lowered in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[lowered]
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th)", lowered):
        return int(match[1])
    if match := re.fullmatch(r"([a-z]+)[- ]([a-z]+)", lowered):
        tens, unit = _WORDS.get(match[1]), _ORDINAL_WORDS.get(match[2])
        return tens + unit if tens and unit and tens >= 20 and unit < 10 else None
    return parse_integer(text.strip())


def parse_english(text: str) -> int | None:
    """`2,100`, `nineteen`, `twenty-one`, `1.2 million`, `two thousand` as an integer."""
    if len(text) > _LONGEST_ENGLISH:
        return None
    words = re.split(r"[\s-]+", text.strip().lower())
    total: float = 0
    current: float | None = None
    for word in words:
        if re.fullmatch(r"\d[\d,]*(?:\.\d+)?", word) and len(word) <= _LONGEST:
            current = float(word.replace(",", ""))
        elif word in _WORDS:
            current = (current or 0) + _WORDS[word]
        elif word in ("a", "an"):
            current = 1
        elif word in _SCALES:
            current = (1 if current is None else current) * _SCALES[word]
        else:
            return None
    total += current or 0
    return round(total) if current is not None and abs(total - round(total)) < 1e-6 else None


def numbers(text: str) -> Iterator[Number]:
    """Every count in `text`, in order."""
    if is_chinese(text):
        yield from _chinese(text)
    elif may_count(text):
        yield from _english(text)


def may_count(text: str) -> bool:
    """False if there is no count in `text` above one: a cheap look."""
    return _COUNTS.search(text) is not None or (not is_chinese(text) and has_any(text.lower(), _COUNT_WORDS))


def _chinese(text: str) -> Iterator[Number]:
    position = 0
    # Trying the pattern only near a numeral finds what a search from everywhere would.
    while (numeral := _NUMERAL.search(text, position)) and (
        match := _ZH.search(text, max(position, numeral.start() - _LONGEST_HEDGE))
    ):
        position = match.end()
        start = match.start("before") if match["before"] else match.start("number")
        vague = match["vague"] and match.end("vague") == start and not text[start].isdigit()
        # 上千 is vague; 会上五百 is a place and a number.
        if vague and (match["vague"] != "上" or match["number"][0] in "百千万"):
            continue
        previous = text[start - 1] if start else ""
        if previous and ((previous.isascii() and (previous.isalnum() or previous in ".-—/")) or previous in "第几"):
            continue
        # 数百 is no count; 人数近2000 and 总数达170 are.
        if previous == "数" and text[start - 2 : start - 1] not in ("人", "总"):
            continue
        if previous == "上" and match["number"][0] in "百千万":
            continue
        end = match.end()
        following = text[end : end + 2]
        if following[:1] in ("%", "％") or (following[:1].isascii() and following[:1].isalpha()):
            continue
        if previous == ":" or re.match(r":\d", following):
            continue  # a time of day
        if re.match(r"[年月日号届时点分秒]", following) or _RANGE.match(text, end) or _is_range_end(text, start):
            continue
        value = parse_integer(match["number"] + (match["scale"] or ""))
        if match["number"] in ("百", "千", "万"):
            value = _UNITS[match["number"]]
            if match["scale"]:
                value *= _UNITS[match["scale"]]
        if value is None:
            continue
        after = match["after"] or ("多" if match["plus"] else None)
        trailing = _TRAILING.match(text, end) if not after else None
        if trailing:
            after = trailing[1]
        yield Number(start, end, Quantity(value, _hedge(match["before"], after)))


def _hedge(before: str | None, after: str | None) -> Approximation:
    first = _BEFORE_ZH.get(before or "", _EXACT)
    second = _AFTER_ZH.get(after or "", _EXACT)
    if _ABOUT in (first, second):
        return _ABOUT  # 约…多 is about
    return second if first is _EXACT else first


def _is_range_end(text: str, start: int) -> bool:
    return bool(re.search(r"\d\s?[年月日号]?\s?(?:至|到|-|–|—|~|～)\s?$", text[max(0, start - 8) : start]))


def _english(text: str) -> Iterator[Number]:
    for match in _EN.finditer(text):
        number = match["number"]
        if number.lower() in ("a", "an") and not match["scale"]:
            continue
        start = match.start("before") if match["before"] else match.start("number")
        previous = text[match.start("number") - 1] if match.start("number") else ""
        following = text[match.end() : match.end() + 1]
        if (previous in ".-/–" and previous) or (following in ("%", "/") and following):
            continue
        if _RANGE.match(text, match.end()):
            continue
        value = parse_english(number + (match["scale"] or ""))
        if value is None:
            continue
        hedge = _BEFORE_EN.get((match["before"] or "").lower(), _EXACT)
        if match["plus"]:
            hedge = _OVER
        yield Number(start, match.end(), Quantity(value, hedge))
