"""Dates in the reader's language: `2024 年 11 月 19 日—22 日`, `19–22 November 2024`."""

from __future__ import annotations

from bot.corpus.date import PartialDate
from bot.language import Language

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def date_text(day: PartialDate, language: Language, *, with_year: bool = True, short: bool = False) -> str:
    """A date as exact as it is known: a day, a month or a year.

    Without its year only if it has a month. `short` abbreviates English months (12 Nov 2022).
    """
    with_year = with_year or day.month is None
    if language is Language.ZH:
        parts = [f"{day.year} 年"] if with_year else []
        parts += [f"{day.month} 月"] if day.month else []
        parts += [f"{day.day} 日"] if day.day else []
        return " ".join(parts)
    words = [str(day.day)] if day.day else []
    words += [_MONTHS[day.month - 1][: 3 if short else None]] if day.month else []
    words += [str(day.year)] if with_year else []
    return " ".join(words)


def range_text(first: PartialDate, last: PartialDate, language: Language, *, with_year: bool = True) -> str:
    """From `first` to `last`, what both share said once; one day is said once."""
    if first == last:
        return date_text(first, language, with_year=with_year)
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if not (first.is_full and last.is_full):
        joiner = "—" if language is Language.ZH else " – "
        return joiner.join(date_text(day, language, with_year=with_year or not same_year) for day in (first, last))
    if language is Language.ZH:
        start = date_text(first, language, with_year=with_year or not same_year)
        end = f"{last.day} 日" if same_month else date_text(last, language, with_year=not same_year)
        return f"{start}—{end}"
    end = date_text(last, language, with_year=with_year or not same_year)
    if same_month:
        return f"{first.day}–{end}"
    return f"{date_text(first, language, with_year=not same_year)} – {end}"
