"""An edition as people write it: 2024, 24年, 二〇二四年, 第十一届, 11th edition, twenty twenty-four, 去年, latest."""

from __future__ import annotations

import re
from datetime import date

from bot.answers.editions import EditionKind, EditionRef
from bot.answers.interpret.figure_words import is_figure
from bot.facts.numerals import parse_english, parse_integer, parse_ordinal

_HAN = "〇零一二三四五六七八九十百"
_DIGITS = "〇零一二三四五六七八九"
_SMALL = "first|second|third"
_ONES = "fourth|fifth|sixth|seventh|eighth|ninth"
_NOUN = r"(?:edition|summit|conference|world\s+internet\s+conference|wuzhen\s+summit)"
_TEENS = (
    "tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|"
    "twentieth|thirtieth"
)
_ORDINAL = rf"\d{{1,3}}(?:st|nd|rd|th)|(?:twenty|thirty)[- ](?:{_SMALL}|{_ONES})|{_ONES}|{_TEENS}"
_CARDINAL = (
    "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "(?:twenty|thirty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
)

# Calendar words in years from the reader's year (KNOWLEDGE: calendar words are calendar years of the chat's date).
_RELATIVE = {
    "大前年": -3,
    "前年": -2,
    "去年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "后年": 2,
    "last year's": -1,
    "last year": -1,
    "this year's": 0,
    "this year": 0,
    "next year's": 1,
    "next year": 1,
}
_LATEST = (
    "最近一届",
    "最新一届",
    "最近的一届",
    "最新的一届",
    "最近一次",
    "最近那届",
    "最新",
    "最近",
    "最近的",
    "最后一届",
    "刚结束的那届",
    "刚结束的",
    "刚过去的",
    "the latest edition",
    "the most recent edition",
    "last summit",
    "latest summit",
    "most recent summit",
    "latest edition",
    "most recent edition",
    "most recent",
    "latest",
    "newest",
)
_PREVIOUS = (
    "上一届",
    "上届",
    "前一届",
    "上一次",
    "上次",
    "the previous edition",
    "previous edition",
    "last edition",
    "the previous one",
    "the one before",
    "previous summit",
)
_NEXT = ("下一届", "下届", "下一次", "下次", "the next edition", "next edition", "next summit", "the next one", "next")

# What may follow a bare 24 that is no year: 24场, 15分钟.
_COUNTERS = "个|家|场|位|名|项|日|号|月|天|届|人|次|点|分钟|小时|周年|国|强|件|条|万|千|百|亿|岁|元|多|余|至|到"

_PATTERN = re.compile(
    rf"""
      (?P<year>(?<![\d.])(?:19|20)\d\d(?!\d|\.\d)(?:\s*年度?|'s)?)
    | (?P<any_year>(?<![\d.])[1-9]\d{{3,4}}\s*年)
    | (?P<han_year>[二一][{_DIGITS}]{{3}}年)
    | (?P<short_year>(?<!\d)['’]?\d\d\s*年度?|(?<![\w])['’]\d\d(?!\d))
    | (?:^(?P<bare_year>[12]\d)(?=的?(?!{_COUNTERS})[\u4e00-\u9fff]))
    | (?P<first>首届|第一届|首次大会)
    | (?P<ordinal>第\s*(?:\d{{1,3}}|[{_HAN}]{{1,4}})\s*[届屆次](?:会议|大会|峰会)?)
    | (?P<nth_year>第\s*(?:\d{{1,3}}|[{_HAN}]{{1,4}})\s*(?:个年头|年(?!度)))
    | (?P<year_held>十[一二三四五]?年那(?:一)?[届屆])
    | (?P<relative>{"|".join(map(re.escape, _RELATIVE))})
    | (?P<latest>{"|".join(map(re.escape, _LATEST))})
    | (?P<previous>{"|".join(map(re.escape, _PREVIOUS))})
    | (?P<next>{"|".join(map(re.escape, _NEXT))})(?![a-z])
    | \b(?P<spoken>(?:nineteen|twenty)[- ](?:{_CARDINAL}|oh[- ](?:one|two|three|four|five|six|seven|eight|nine)))\b
    | \b(?P<english>(?:(?:{_SMALL})\s+{_NOUN}|(?:{_ORDINAL})(?:\s+{_NOUN})?))\b
    """,
    re.VERBOSE,
)


def edition_at(text: str, position: int, today: date) -> tuple[int, EditionRef] | None:
    """The edition written at `position` of normalised text: where it ends, and what it says; None without any.

    The text is Simplified and lower-case. `today` is the reader's calendar date.
    """
    match = _PATTERN.match(text, position)
    if match is None or match.lastgroup is None or (match.lastgroup == "year" and is_figure(text, position)):
        return None
    ref = _read(match.lastgroup, match.group(match.lastgroup), today)
    return (match.end(), ref) if ref else None


def edition_of(text: str, today: date) -> EditionRef | None:
    """The edition that the whole of `text` names; a bare number up to 99 may be an ordinal or a year's last digits."""
    if found := edition_at(text, 0, today):
        return found[1] if found[0] == len(text) else None
    if re.fullmatch(rf"[二一][{_DIGITS}]{{3}}", text):
        return _read("han_year", text, today)
    if re.fullmatch(r"\d{1,2}", text) and int(text):
        return EditionRef(EditionKind.NUMBER, int(text))
    if re.fullmatch(r"[1-9]\d{3}", text):
        return EditionRef(EditionKind.YEAR, int(text))
    ordinal = parse_ordinal(text.removesuffix("届")) if text else None
    return EditionRef(EditionKind.ORDINAL, ordinal) if ordinal and ordinal < 100 else None


def _read(group: str, text: str, today: date) -> EditionRef | None:
    match group:
        case "year" | "any_year":
            return EditionRef(EditionKind.YEAR, int(re.sub(r"\D", "", text)))
        case "han_year":
            number = parse_integer(text.removesuffix("年").replace("零", "〇"))
            return EditionRef(EditionKind.YEAR, number) if number else None
        case "short_year" | "bare_year":
            return EditionRef(EditionKind.YEAR, 2000 + int(re.sub(r"\D", "", text)))
        case "first":
            return EditionRef(EditionKind.ORDINAL, 1)
        case "ordinal" | "nth_year":
            digits = re.sub(rf"[^\d{_HAN}]", "", text)
            number = parse_ordinal(digits)
            return EditionRef(EditionKind(group), number) if number else None
        case "year_held":
            # 十年那届: the tenth that was held, one a year.
            number = parse_integer(text.partition("年")[0])
            return EditionRef(EditionKind.ORDINAL, number) if number else None
        case "relative":
            return EditionRef(EditionKind.YEAR, today.year + _RELATIVE[text])
        case "spoken":
            return _spoken(text)
        case "english":
            number = parse_ordinal(re.sub(rf"\s+{_NOUN}$", "", text))
            return EditionRef(EditionKind.ORDINAL, number) if number else None
        case "previous" | "next":
            return EditionRef(EditionKind(group))
    return EditionRef(EditionKind.LATEST)


def _spoken(text: str) -> EditionRef | None:
    """`twenty twenty-four` as 2024."""
    century, rest = re.split(r"[- ]", text, maxsplit=1)
    tail = parse_english(rest.replace("oh", "").strip("- "))
    return EditionRef(EditionKind.YEAR, {"nineteen": 1900, "twenty": 2000}[century] + tail) if tail else None
