"""Synthetic articles for scale: as varied as a real archive, the same for the same seed.

Most sentences are prose that states no fact of the series, as in real articles; some articles are on something else and
name the series in passing or not at all. The wording is data (`articles.yaml`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.config import Series
from bot.corpus.reading import simplified

_WORDING = Path(__file__).with_name("articles.yaml")
_BYTES = 5400
_FIRST_YEAR, _LAST_YEAR = 2014, 2025
# Shares of all articles.
_ENGLISH, _TRADITIONAL = 0.15, 0.12
_ABOUT_SERIES, _IN_PASSING = 0.7, 0.15
_WITH_CHROME, _WITH_HEADINGS, _WITH_GLOSSARY = 0.6, 0.3, 0.05
_SLOT = re.compile(r"\{(\w+)\}")
_HAN_DIGITS = "零一二三四五六七八九十"


@cache
def _wording() -> Any:
    return yaml.load(_WORDING.read_bytes(), Loader=yaml.CSafeLoader)


def write_articles(folder: Path, count: int, series: Series, seed: int = 0) -> None:
    """Write `count` articles of about 6,000 bytes each into `folder`, as `00000.md` and so on."""
    for number, text in enumerate(articles(count, series, seed)):
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")


def articles(count: int, series: Series, seed: int = 0) -> Iterator[str]:
    """The texts of `count` articles, front matter included; no two are copies of each other."""
    for number in range(count):
        yield _Article(random.Random(f"{seed}/{number}"), series, number).text()


class _Article:
    """One article: every draw is made from `chance`."""

    def __init__(self, chance: random.Random, series: Series, number: int) -> None:
        self._chance = chance
        self._number = number
        self._language = "en" if chance.random() < _ENGLISH else "zh"
        self._wording = _wording()[self._language]
        kind = chance.random()
        self._about = kind < _ABOUT_SERIES
        self._passing = _ABOUT_SERIES <= kind < _ABOUT_SERIES + _IN_PASSING
        day = date(_FIRST_YEAR, 1, 1) + timedelta(days=chance.randrange(365 * (_LAST_YEAR - _FIRST_YEAR + 1)))
        self._day = day
        names = [name for name in series.aliases if name.isascii() == (self._language == "en")]
        place = series.place.en if self._language == "en" else series.place.zh
        self._slots: dict[str, Callable[[], str]] = {
            "series": lambda: chance.choice(names),
            "place": lambda: place,
            "year": lambda: str(day.year),
            "ordinal": lambda: _ordinal(max(1, day.year - _FIRST_YEAR + 1)),
            "month": lambda: str(day.month),
            "day": lambda: str(day.day % 25 + 1),
            "day2": lambda: str(day.day % 25 + 3),
            "n": lambda: str(chance.randint(2, 40)),
            "big": lambda: chance.choice(("{}", "{:,}")).format(chance.randint(100, 3000)),
        }

    def text(self) -> str:
        """Front matter and body."""
        title = self._drawn("titles" if self._about else "passing_titles")
        body = "\n\n".join(self._parts(title))
        if self._language == "zh" and self._chance.random() < _TRADITIONAL:
            scheme = self._chance.choice(("s2t", "s2twp"))
            title, body = simplified(title, scheme), simplified(body, scheme)
        title = f"{title}（{self._number}）" if self._language == "zh" else f"{title} ({self._number})"
        # In quotation marks where plain YAML would refuse it: a bare loop must read it too.
        quoted = f'"{title}"' if ": " in title else title
        front = f"title: {quoted}\nurl: https://example.org/articles/{self._number}\nsource: 示例日报\n"
        dates = f"date: {self._day}\nfetch_date: 2025-10-06T18:53:44.026156\n"
        return f"---\n{front}{dates}---\n\n{body}\n"

    def _parts(self, title: str) -> Iterator[str]:
        chrome = _wording()["chrome"] if self._chance.random() < _WITH_CHROME else None
        headings = self._chance.random() < _WITH_HEADINGS
        if chrome:
            yield self._chance.choice(chrome["above"])
        yield f"# {title}"
        size = 0
        paragraph: list[str] = []
        facts, prose = self._facts(), self._prose()
        while size < _BYTES:
            sentence = next(facts, None) if self._chance.random() < 0.4 else None
            sentence = sentence or self._filled(next(prose))
            paragraph.append(sentence)
            size += len(sentence.encode())
            if self._chance.random() < 0.4:
                yield (" " if self._language == "en" else "").join(paragraph)
                paragraph.clear()
                if headings and self._chance.random() < 0.15:
                    yield "## " + self._drawn("passing_titles")
        yield (" " if self._language == "en" else "").join([*paragraph, self._filled(next(prose))])
        if self._language == "zh" and self._chance.random() < _WITH_GLOSSARY:
            yield self._chance.choice(_wording()["glossary"])
        if chrome:
            yield from self._chance.sample(chrome["below"], 4)

    def _facts(self) -> Iterator[str]:
        """The sentences on the series that this article has: up to ten, one, or none."""
        count = self._chance.randint(2, 10) if self._about else int(self._passing)
        templates = self._wording["facts" if self._about else "passing"]
        for template in self._chance.sample(templates, min(count, len(templates))):
            yield self._filled(template)

    def _prose(self) -> Iterator[str]:
        """Sentences without end; none comes again before all others did."""
        while True:
            yield from self._chance.sample(self._wording["prose"], len(self._wording["prose"]))

    def _drawn(self, kind: str) -> str:
        return self._filled(self._chance.choice(self._wording[kind]))

    def _filled(self, template: str) -> str:
        return _SLOT.sub(lambda match: self._word(match[1]), template)

    def _word(self, name: str) -> str:
        drawn: str = self._slots[name]() if name in self._slots else self._chance.choice(self._wording["words"][name])
        return drawn


def _ordinal(number: int) -> str:
    return _HAN_DIGITS[number] if number <= 10 else "十" + _HAN_DIGITS[number - 10]
