"""Documents released at an edition: 发布《…》, "released the … report"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.fact import Fact
from bot.facts.names import Owner
from bot.facts.reading import Reading
from bot.facts.subjects import summit

_RELEASED = re.compile(r"发布|发表|推出|公布|形成|达成|通过|首发|问世|出炉|签署|issued?|released?|published?|adopted|unveiled|launched", re.IGNORECASE)
_TITLE = re.compile(r"《([^《》]{4,60})》")
_TITLE_EN = re.compile(r"\b(?:[Tt]he )?((?:World Internet Development Report|China Internet Development Report|Jointly Build[^,.;]{10,90}|Wuzhen (?:Outlook|Declaration|Initiative)(?: \d{4})?)(?: \d{4})?)")
_NO_OUTCOME = re.compile(r"报$|周刊|日报|杂志|网络安全法|数据安全法|保护法|条例|期刊|联合国")


def extract(reading: Reading) -> Iterator[Fact]:
    """`outcome_document`, one fact a title."""
    for read in reading.reads:
        pattern = _TITLE if read.is_chinese else _TITLE_EN
        for match in pattern.finditer(read.text):
            year = read.edition_at(match.start())
            if not year or read.owner_at(match.start()) not in (Owner.SUMMIT, Owner.FORUM, Owner.CASES, Owner.AWARD):
                continue
            before = read.text[max(0, match.start() - 60) : match.start()]
            after = read.text[match.end() : match.end() + 24]
            if _NO_OUTCOME.search(match[1]) or not (_RELEASED.search(before) or _RELEASED.search(after)):
                continue
            if not any(m.owner is Owner.SUMMIT for m in read.mentions) and read.owner is not Owner.SUMMIT:
                continue
            yield Fact(
                subject=summit(year),
                predicate="outcome_document",
                value=match[1],
                phase=reading.phase(read, match.start(), year),
                sources=(reading.cite(read),),
            )
