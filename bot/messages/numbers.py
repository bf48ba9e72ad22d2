"""Numbers in words a reader of each language expects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.fact import Approximation, Quantity
from bot.language import Language
from bot.messages.locale import Texts

_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_HAN_DIGITS = "零一二三四五六七八九"
_ENGLISH_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def grouped(number: int) -> str:
    """`2100` as `2,100`, in both languages."""
    return f"{number:,}"


def in_han(number: int) -> str:
    """0–99 in Chinese numerals (第十一届); other numbers in digits."""
    if not 0 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _HAN_DIGITS[ones]
    return ("" if tens == 1 else _HAN_DIGITS[tens]) + "十" + (_HAN_DIGITS[ones] if ones else "")


def in_english(number: int) -> str:
    """0–10 as a word (three days), larger numbers in digits."""
    return _ENGLISH_WORDS[number] if 0 <= number <= 10 else grouped(number)


def in_words(number: int, language: Language) -> str:
    """A small number as a word of `language`."""
    return in_han(number) if language is Language.ZH else in_english(number)


def english_ordinal(number: int) -> str:
    """`9` as `9th`, `11` as `11th`, `22` as `22nd`."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def ordinal_number(number: int, language: Language) -> str:
    """The number inside 第…届 or before "edition": `十一`, `11th`."""
    return in_han(number) if language is Language.ZH else english_ordinal(number)


def joined(items: Sequence[object], texts: Texts) -> str:
    """`2019, 2022 and 2024`, `2019、2022、2024`."""
    *before, last = (str(item) for item in items) if items else ("",)
    return texts("list.and").join([texts("list.comma").join(before), last] if before else [last])


def closed_up(text: str) -> str:
    """Without a blank between two Chinese characters: 参展 400 多家, but 参展近 300 家."""
    return _BETWEEN_HAN.sub("", text)


def count_text(quantity: Quantity, unit: str, texts: Texts) -> str:
    """A count with its hedge and unit: `2,100 多名`, `近 300 家`, `over 2,100 guests`.

    `unit` is the message id of a counter with plural forms (`unit.guests`); an id without wording counts bare. The
    Chinese 多 is only said of a round number; `over 2,105` is 超过 2,105.
    """
    approximation = quantity.approximation
    is_round = quantity.value % 10 == 0 and quantity.value > 0
    form = f"{approximation}.odd" if approximation is Approximation.OVER and not is_round else str(approximation)
    known = texts.plural(unit, quantity.value) if texts.has(unit) else ""
    form_id = f"count.{form}" if known else f"count.bare.{form}"
    return texts(form_id, number=grouped(quantity.value), unit=known)
