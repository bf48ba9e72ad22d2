"""The figure of an earlier edition that a present one is compared with: 比去年的15项少1项, up from 258 in 2015."""

from __future__ import annotations

import re

from bot.facts.numerals import Number
from bot.facts.reading import Read

_EARLIER = re.compile(
    r"(?:比|较|和|与|跟|同|于|过)起?(?:(?P<year>(?:19|20)\d\d)年|(?P<ago>去年|上一?年|前一年|前年)|(?P<before>上一?届|前一届))"
    r"(?:[^，。；\d的]{0,10}时)?的(?:\d[\d,]*[余多]?[国家个名位项场]、)*\s?$"
)
_EARLIER_EN = re.compile(
    r"(?:up|down|rising|risen|increase[sd]?|compared|against|versus|higher|fewer|more)\b[^,.;\d]{0,12} ?(?:from|with|to|than|against|versus)? ?$",
    re.IGNORECASE,
)
_WHEN_EN = re.compile(
    r"(?: [a-z-]+){0,2} (?:in (?P<year>(?:19|20)\d\d)\b|(?:the )?(?:last|previous) (?:year|edition)|a year (?:ago|earlier|before))",
    re.IGNORECASE,
)


def earlier_edition(read: Read, number: Number) -> int | None:
    """The year of the earlier edition that `number` belongs to; None if it is no figure that another is compared with."""
    if read.is_chinese:
        said = _EARLIER.search(read.text, 0, number.start)
        if said is None:
            return None
        if said["year"]:
            return int(said["year"])
        if said["ago"]:
            return read.reference_year - (2 if said["ago"] == "前年" else 1)
    else:
        said = _WHEN_EN.match(read.text, number.end)
        if said is None or not _EARLIER_EN.search(read.text, 0, number.start):
            return None
        if said["year"]:
            return int(said["year"])
    edition = read.edition_at(read.clause(number.start)[0])
    return edition - 1 if edition else None
