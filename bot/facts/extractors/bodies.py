"""Who holds, undertakes, co-organises, supports: 由A主办、B承办; 主办单位：A、B; "hosted by A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.facts.english_bodies import NAMES as _EN_NAMES
from bot.facts.fact import Fact
from bot.facts.lists import split_list
from bot.facts.names import Owner
from bot.facts.people.person import in_mainland_words
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_VERBS = {"主办": "organizer", "举办": "organizer", "承办": "host", "协办": "co_organizer", "支持": "supporter"}
_BODY = r"[^，。；：:“”]{2,160}?"
_TOGETHER = r"(?:联合|共同|牵头|具体|负责)?"
# What makes another word of the verb: 主办方, 主办城市.
_NO_VERB = r"(?!方|单位|城市|地|机构|国|者|权|了|分论坛|论坛)"
# 由A、B主办 · 由A和B共同主办
_BY = re.compile(rf"由(?P<names>{_BODY}){_TOGETHER}(?:(?P<verb>主办|承办|协办)|(?:联合|共同)(?P<held>举办)){_NO_VERB}")
# the verbs that follow in the same sentence, each with its own bodies: ，B承办，C协办
_NEXT = re.compile(rf"(?:的?[，、；,和]\s?|并)(?:由)?(?P<names>{_BODY}){_TOGETHER}(?P<verb>主办|承办|协办){_NO_VERB}")
# A和B联合主办的第三届世界互联网大会, without 由
_OF = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<names>[^，。；：:“”由]{{2,160}}?){_TOGETHER}(?P<verb>主办|承办|协办)(?=的|[、，][^，。；：:“”由]{{2,80}}?(?:承办|协办)的)"
)
# 主办单位为A、B · 主办方：A
_LABEL = re.compile(
    r"(?P<verb>主办|承办|协办|支持)(?:单位|方|机构|者)(?:有[一二三四五六七八九十\d]+[家个]|共?[一二三四五六七八九十\d]+[家个]|包括|分别(?:为|是)|为|是|有|：|:)[：:]?\s?(?P<names>[^。；，]{3,240})?"
)
_SHORT_LABEL = re.compile(r"^[\W_]*(?P<verb>主办|承办|协办|支持)\s?[：:]\s?(?P<names>[^。；，]{3,240})?")
_SUPPORT = (
    re.compile(r"(?:由|得到了?|获得了?)(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,10})?(?:作为|担任|为)支持单位"),
    re.compile(
        r"(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,10})?(?:作为|担任|为)(?:本届|大会|峰会|此次)?(?:峰会|大会)?(?:的)?支持单位"
    ),
    re.compile(r"(?:得到了?|获得了?)(?P<names>[^。；，]{3,160}?)(?:等[^，。、]{0,12})?的(?:大力)?支持"),
    re.compile(r"由(?P<names>[^。；，]{3,160}?)(?:提供)?支持(?=[，。；])"),
)
_CO = r"(?:co-?|jointly )?"
_EN = (
    ("organizer", re.compile(rf"\b{_CO}hosted (?:jointly )?by {_EN_NAMES}")),
    ("host", re.compile(rf"\bundertaken (?:jointly )?by {_EN_NAMES}")),
    ("organized", re.compile(rf"(?<!co-)(?<!Co-)\b(?:jointly )?[Oo]rgani[sz]ed (?:jointly )?by {_EN_NAMES}")),
    ("co_organizer", re.compile(rf"\b[Cc]o-?organi[sz]ed by {_EN_NAMES}")),
    ("supporter", re.compile(rf"\b(?:[Ss]upported by|[Ww]ith (?:the )?support (?:of|from)) {_EN_NAMES}")),
)
_EN_ACTIVE = re.compile(
    r"^(?:The )?(?P<names>[A-Z][^.;,]{4,200}?) (?:are |is |have |will )?(?:jointly |together )?(?:co-?)?host(?:ed|ing|s)? the (?:\w+ ){0,3}?(?:conference|summit|event)",
    re.IGNORECASE,
)
_EN_LABEL = re.compile(
    r"^[\W_]*(?:(?P<organizer>Hosts?|Hosted by)|(?P<host>Undertaken by|Undertakers?)|(?P<organized>Organi[sz]ers?|Organi[sz]ed by)|(?P<co_organizer>Co-?organi[sz]ers?|Co-?organi[sz]ed by)"
    r"|(?P<supporter>Supporters?|Supported by|Supporting \w+))[*_]*\s?[:：][*_]*\s?(?P<names>[A-Z].{2,240})$"
)
_EN_LABELS = ("organizer", "host", "organized", "co_organizer", "supporter")
_OTHER_SUBJECT = re.compile(
    r"论坛|大赛|博览会|研讨会|活动由|展览|对话|发布会|沙龙|晚宴|forum|expo\b|contest|competition|seminar", re.IGNORECASE
)
_SPECIAL = re.compile(r"^\s*(?:本次|此次|本届|这次|该)?论坛$")
_LEAD_IN = re.compile(r"^(?:据悉|据介绍|本届|此次|峰会|大会|会议|今年|分别|由|，|是|将|继续|仍|也|系)+(?!网)")
_NO_BODY = re.compile(
    r"\d{2,}|(?<!世界经济)(?<!博鳌亚洲)论坛$|^(?:主办|承办|协办|双方|多方|共同|联合(?!国|会)|联手)|^(?:runs?|and|with)\b"
)


def extract(reading: Reading) -> Iterator[Fact]:
    """`organizer`, `host`, `co_organizer` and `supporter`, one fact a body."""
    hosted = any(_hosted(read.text) for read in reading.reads if not read.is_chinese)
    for index, read in enumerate(reading.reads):
        if read.is_chinese:
            yield from _chinese(reading, read)
            yield from _labelled(reading, read, index)
        else:
            yield from _english(reading, read, hosted)


def _hosted(text: str) -> bool:
    label = _EN_LABEL.match(text)
    return bool(_EN[0][1].search(text) or (label and label["organizer"]))


def _chinese(reading: Reading, read: Read) -> Iterator[Fact]:
    for first in (*_BY.finditer(read.text), *_OF.finditer(read.text)):
        end = first.end()
        steps = [first]
        while following := _NEXT.match(read.text, end):
            steps.append(following)
            end = following.end()
        at = _scope(reading, read, first.start(), end)
        if at is None:
            continue
        for step in steps:
            verb = step["verb"] or "举办"
            yield from _facts(reading, read, _VERBS[verb], step["names"], at)
    for pattern in _SUPPORT:
        match = pattern.search(read.text)
        if match and _is_of_summit(reading, read, match.start()):
            yield from _facts(reading, read, "supporter", match["names"], match.start())
            break


def _scope(reading: Reading, read: Read, start: int, end: int) -> int | None:
    """Where to ask whose bodies they are: what 主办的 stands before, or where the sentence part begins. None: not ours."""
    if read.text.startswith("的", end):
        behind = [mention for mention in read.mentions if end <= mention.start <= end + 24]
        ours = bool(behind) and behind[0].owner is Owner.SUMMIT
        forum = _OTHER_SUBJECT.search(read.text, end, behind[0].start) if behind else None
        return behind[0].end if ours and not forum else None
    return start if _is_of_summit(reading, read, start) else None


def _labelled(reading: Reading, read: Read, index: int) -> Iterator[Fact]:
    """主办单位：A、B, in the line or as the list below it."""
    matches = list(_LABEL.finditer(read.text)) or list(_SHORT_LABEL.finditer(read.text))
    for match in matches:
        if not _is_of_summit(reading, read, match.start()):
            continue
        if match["names"]:
            yield from _facts(reading, read, _VERBS[match["verb"]], match["names"], match.start())
        elif match.end() >= len(read.text.rstrip()) and read.text.rstrip().endswith(("：", ":")):
            for item in reading.reads[index + 1 :]:
                if item.kind is not BlockKind.ITEM:
                    break
                yield from _facts(reading, item, _VERBS[match["verb"]], item.text.strip("；;。 "), 0)


def _english(reading: Reading, read: Read, hosted: bool) -> Iterator[Fact]:
    label = _EN_LABEL.match(read.text)
    if label and read.owner_at(0) is Owner.SUMMIT:
        name = next(name for name in _EN_LABELS if label[name])
        yield from _facts(reading, read, _predicate(name, hosted), label["names"], 0)
        return
    for name, pattern in _EN:
        for match in pattern.finditer(read.text):
            at = _scope_english(reading, read, match)
            if at is not None:
                yield from _facts(reading, read, _predicate(name, hosted), match["names"], at)
    active = _EN_ACTIVE.match(read.text)
    if active and read.owner_at(active.end()) is Owner.SUMMIT:
        yield from _facts(reading, read, "organizer", active["names"], active.end())


def _scope_english(reading: Reading, read: Read, match: re.Match[str]) -> int | None:
    """Organized by A and B, the three-day event opened: what is held may stand behind."""
    if not read.text[: match.start()].strip():
        behind = [mention for mention in read.mentions if mention.start >= match.end()]
        return behind[0].end if behind and behind[0].owner is Owner.SUMMIT else None
    return match.start() if _is_of_summit(reading, read, match.start()) else None


def _predicate(name: str, hosted: bool) -> str:
    """English "organized by" alone means 主办, and 承办 where another is the host."""
    if name == "organized":
        return "host" if hosted else "organizer"
    return name


def _is_of_summit(reading: Reading, read: Read, position: int) -> bool:
    start, _ = read.clause(position)
    before = read.text[start:position]
    # The edition that was called a forum.
    special = reading.names.special_year(read.edition_at(position) or 0) and _SPECIAL.match(before)
    owner = read.owner_at(position)
    if special:
        return owner in (Owner.SUMMIT, Owner.FORUM)
    return owner is Owner.SUMMIT and not _OTHER_SUBJECT.search(before)


def _facts(reading: Reading, read: Read, predicate: str, names: str, position: int) -> Iterator[Fact]:
    year = read.edition_at(position)
    if not year:
        return
    if read.is_chinese:
        names = in_mainland_words(_LEAD_IN.sub("", re.sub(r",\s*", "、", names)))
    for name in split_list(names, bodies=True).items:
        if 2 <= len(name) <= 80 and not _NO_BODY.search(name):
            yield Fact(
                subject=summit(year),
                predicate=predicate,
                value=name,
                phase=reading.phase(read, position, year),
                sources=(reading.cite(read),),
            )
