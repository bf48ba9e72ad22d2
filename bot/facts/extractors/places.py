"""What an article says of the host region: its applications, the fields they serve, its plans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.facts.fact import Fact, Quantity
from bot.facts.numerals import parse_integer
from bot.facts.reading import Read, Reading

_APPLICATIONS = re.compile(
    r"(?P<items>(?:“[^”]{2,16}”、?(?:和|及)?)+)(?:等)?[^，。；]{0,14}(?:应用|平台|服务|场景|赋能|运用|依[托靠])"
)
_RELYING = re.compile(
    r"(?:依托|依靠|凭借|通过|打造|(?<![设没还含具所])有)(?:了)?(?P<items>(?:“[^”]{2,16}”、?(?:和|及)?)+)"
)
_OF_LIFE = re.compile(r"应用|便民|赋能|服务|场景|治理|办事")
_FIELDS = re.compile(r"等(?P<count>[一二三四五六七八九十\d]{1,3})(?:大|个)?领域[^，。；]{0,4}公共服务")
_PLAN = re.compile(r"(?P<verb>着力打造|打造|建设|大力发展|重点发展|发展|培育)(?P<what>[^，。；、]{4,40})")


def extract(reading: Reading) -> Iterator[Fact]:
    """`programme`, `service_fields` and `plan` of the regions named in the configuration."""
    regions = reading.names.series.local_regions
    if not regions:
        return
    site = re.escape(reading.names.series.place.zh)
    regional = "|".join(sorted(map(re.escape, regions), key=len, reverse=True))
    # 浙江省桐乡市乌镇 is where a meeting was, not a region that is spoken of.
    named = re.compile(rf"(?:{regional})(?![\u4e00-\u9fff]{{0,6}}?{site})")
    place: str | None = None
    block = -1
    for read in reading.reads:
        match = named.search(read.text)
        item = read.kind is BlockKind.ITEM
        if match and not item:
            place, block = match[0], read.block
        elif item and place is not None:
            block = read.block
        elif not match and read.block > block + 4:
            place = None
        # A list belongs to the region of the sentence above it; an item may name its own.
        own = match[0] if match else place
        if own:
            yield from _facts(reading, read, named, own)


def _facts(reading: Reading, read: Read, named: re.Pattern[str], place: str) -> Iterator[Fact]:
    taken: set[str] = set()
    plain = re.sub(r"“[^”]*”", "“”", read.text)
    for pattern in (_APPLICATIONS, _RELYING):
        for match in pattern.finditer(read.text):
            part = max(read.text.rfind("；", 0, match.start()), read.text.rfind("。", 0, match.start())) + 1
            before = [m[0] for m in named.finditer(read.text, part, match.start())]
            owner = before[-1] if before else place
            for item in re.findall(r"“([^”]+)”", match["items"]):
                if item not in taken and ("大脑" in item or _OF_LIFE.search(plain)):
                    taken.add(item)
                    yield _fact(reading, read, owner, "programme", item)
    for match in _FIELDS.finditer(read.text):
        count = parse_integer(match["count"])
        if count:
            yield _fact(reading, read, place, "service_fields", Quantity(count))
    subject = re.search(rf"(?P<place>{named.pattern})(?:市|省)?将", read.text)
    if subject:
        for match in _PLAN.finditer(read.text, subject.end()):
            yield _fact(reading, read, subject["place"], "plan", match[0].removeprefix("着力"))


def _fact(reading: Reading, read: Read, place: str, predicate: str, value: Quantity | str) -> Fact:
    return Fact(subject=f"place:{place}", predicate=predicate, value=value, sources=(reading.cite(read),))
