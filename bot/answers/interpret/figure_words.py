"""Four digits that look like a year and are how many there were: 超过2000人, 2000多名嘉宾, more than 2000 guests."""

from __future__ import annotations

import re

# What stands before a figure. A year may stand behind them too (有2022年的), but not a round one.
_BEFORE = re.compile(
    r"(?:(?P<limit>超过了?|多于|大于|高于|不止|突破了?|不到|少于|低于|不足|不超过|至少|最多|"
    r"\b(?:more than|over|above|exceed(?:ed|ing)?|at least|as many as|up to|fewer than|less than|under|below))"
    r"|有|达到?了?|到了|满|近|约|将近|接近|是|来了|\b(?:about|around|some|nearly|almost|approximately|have|had|exactly|did|were|was))\s*$"
)
# Counters behind a figure; 人工智能, 名单, 位于, 多少 and the like are words of their own.
_COUNTER = re.compile(
    r"\s*(?:人(?![工才物数员类民均文机脑形])|名(?![单称字企人])|位(?![于置居])|[多余](?=[人名位家个场项国]|吗|\W|$)|"
    r"家(?![具乡庭])|个(?![人别]|分?论坛)|[+])"
)
_COUNTED = re.compile(
    r"\s*\+?\s*(?:or more\s+)?(?:guests?|people|persons?|attendees|participants?|delegates?|visitors?|companies|firms|"
    r"exhibitors?|enterprises|projects?|entries|journalists|reporters|countries|volunteers|representatives)\b"
)
# 比2022多吗: more than there were in a year.
_COMPARED = re.compile(r"[比较跟和与]\s*$")
_ROUND = re.compile(r"\d\d00")
_YEAR_MARK = re.compile(r"\s*年|'s\b")
_ANOTHER = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,])|(?<!\d)\d\d年|[上下这本]一?届|[去今前明]年|第.{1,3}届")
_SIZE = 4


def is_figure(text: str, start: int) -> bool:
    """True if the four digits at `start` of a normalised text count something: they are no year.

    A counter behind them says so, and a limit before a round number (超过2000); an English noun behind them does where
    a limit stands before, or where the number is round and the year is named elsewhere.
    """
    end = start + _SIZE
    if _YEAR_MARK.match(text, end) or _COMPARED.search(text, max(0, start - 2), start):
        return False
    if _COUNTER.match(text, end):
        return True
    before = _BEFORE.search(text, max(0, start - 20), start)
    is_round = _ROUND.match(text, start) is not None
    if before and is_round:
        return True
    if not _COUNTED.match(text, end):
        return False
    has_year = _ANOTHER.search(text[:start] + " " + text[end:]) is not None
    return bool(before and before["limit"]) or (is_round and has_year)
