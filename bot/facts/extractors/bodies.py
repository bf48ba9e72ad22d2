"""Who holds, undertakes, co-organises, supports: 由A主办、B承办; 主办单位：A、B; "hosted by A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.facts.english_bodies import NAMES as _EN_NAMES
from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.lists import split_list
from bot.facts.names import Owner
from bot.facts.people.person import in_mainland_words
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_VERBS = {
    "主办": "organizer",
    "举办": "organizer",
    "合办": "organizer",
    "承办": "host",
    "协办": "co_organizer",
    "支持": "supporter",
}
# Without any of these a sentence names no bodies.
_WORDS_ZH = ("主办", "承办", "协办", "支持", "联合举办", "共同举办", "合办")
_WORDS_EN = ("host", "Host", "rgani", "undertake", "upport", "sponsor")
_BODY = r"[^，。；：:“”]{2,160}?"
_TOGETHER = r"(?:联合|共同|牵头|具体|负责)?"
# What makes another word of the verb: 主办方, 主办城市.
_NO_VERB = r"(?!方|单位|城市|地|机构|国|者|权|了|分论坛|论坛)"
# 由A、B主办 · 由A和B共同主办
_BY = re.compile(
    rf"由(?P<names>{_BODY}){_TOGETHER}(?:(?P<verb>主办|承办|协办|合办)|(?:联合|共同)(?P<held>举办)){_NO_VERB}"
)
# the verbs that follow in the same sentence, each with its own bodies: ，B承办，C协办
_NEXT = re.compile(
    rf"(?:的?[，、；,和]\s?(?:并且?)?|并且?)(?:由)?(?P<names>{_BODY}){_TOGETHER}(?P<verb>主办|承办|协办){_NO_VERB}"
)
# A和B联合主办的第三届世界互联网大会, without 由
_OF = re.compile(
    rf"(?:^|(?<=[，。；：]))(?P<names>[^，。；：:“”由]{{2,160}}?){_TOGETHER}(?P<verb>主办|承办|协办)"
    r"(?=的|[、，][^，。；：:“”由]{2,80}?(?:承办|协办)的)"
)
# A与B共同主办本届大会
_ACTIVE = re.compile(
    rf"(?:^|(?<=[，。；：”]))(?P<names>[^，。；：:“”由]{{4,160}}?){_TOGETHER}(?P<verb>主办|承办|协办)了?(?=本|此|这|该|今年|第|大会|峰会|世界)"
)
# 主办单位是A，B、C和D协办。 · A和B联合主办，C承办。
_PLAIN = re.compile(
    rf"(?:^|(?<=[，。；]))(?P<names>[^，。；：:“”由]{{4,160}}?)(?:等)?{_TOGETHER}(?P<verb>主办|承办|协办|合办)(?=[，。；]|$)"
)
_ANOTHER_VERB = re.compile(r"参与|参加|主办|承办|协办|合办|\d+余?[家个]")
# 承办的是A，协办的有B、C
_WHO_DOES = re.compile(r"(?P<verb>主办|承办|协办)的(?:还|共)?(?:是|有|为|包括)(?P<names>[^。；，]{3,240})")
_SOMEBODY = re.compile(
    r"(?:室|府|部|局|网|社|院|厅|办|委|会|中心|公司|大学|组织|联盟|集团|机构|实验室|世界经济论坛|国际电联|[A-Za-z]|[)）])$"
)
# 主办单位为A、B · 主办方：A
_COUNTED = r"(?:共?有?[一二三四五六七八九十\d]+[家个])"
_TO_NEXT_LABEL = r"(?:(?!(?:主办|承办|协办|支持)(?:单位|方|机构))[^。；，])"
_LABEL = re.compile(
    rf"(?P<verb>主办|承办|协办|支持)(?:单位|方|机构|者)(?:{_COUNTED}|包括|分别(?:为|是)|为|是|有|：|:)"
    rf"[：:]?\s?(?P<names>{_TO_NEXT_LABEL}{{3,240}})?"
)
# 主办方A、B日前召开发布会
_APPOSED = re.compile(
    r"(?P<verb>主办|承办|协办|支持)(?:方|单位)(?!为|是|有|包括|分别|共|[一二三四五六七八九十\d])"
    r"(?P<names>[^，。；：:“”]{4,120}?)"
    r"(?=日前|近日|今|昨|\d|在|于|共同|联合举|表示|宣布|介绍|将|已|[，。])"
)
_SHORT_LABEL = re.compile(r"^[\W_]*(?P<verb>主办|承办|协办|支持)\s?[：:]\s?(?P<names>[^。；，]{3,240})?")
_ALONE = re.compile(r"^[\W_]*(?P<verb>主办|承办|协办|支持)(?:单位|方|机构)?[\W_]*(?P<names>$.)?$")
_OPEN_TAIL = r"(?:等[^，。、]{0,12})?"
# A、B担任大会协办单位
_AS = re.compile(
    rf"(?P<names>[^。；，]{{3,160}}?){_OPEN_TAIL}(?:共同)?(?:作为|担任|成为|为|是)(?:(?:本|这一?|该|此|第[一二三四五六七八九十\d]+)[届次]|今年|当年)?(?:峰会|大会|会议)?的?"
    r"(?P<verb>主办|承办|协办|支持)单位"
)
_SUPPORT = (
    re.compile(rf"(?:由|得到了?|获得了?)(?P<names>[^。；，]{{3,160}}?){_OPEN_TAIL}(?:作为|担任|为)支持单位"),
    re.compile(
        rf"(?:得到了?|获得了?)(?P<names>[^。；，]{{3,160}}?){_OPEN_TAIL}的?(?:大力|共同|积极)?支持(?=[，。；]|$)"
    ),
    re.compile(r"由(?P<names>[^。；，]{3,160}?)(?:提供)?支持(?=[，。；])"),
    re.compile(
        rf"(?:^|[。；，])(?P<names>[^。；，]{{3,160}}?){_OPEN_TAIL}(?:共同|继续|也)?(?:为|对)(?:本届|本次)?(?:大会|峰会|会议)(?:的举办)?(?:提供|给予)了?(?:大力|积极)?支持"
    ),
)
_CO = r"(?:[Cc]o-?|[Jj]ointly )?"
_BY_EN = rf"(?:jointly )?by {_EN_NAMES}"
_EN = (
    ("organizer", re.compile(rf"\b{_CO}[Hh]osted {_BY_EN}")),
    ("sponsored", re.compile(rf"\b{_CO}[Ss]ponsored {_BY_EN}")),
    ("host", re.compile(rf"\b[Uu]ndertaken {_BY_EN}")),
    ("organized", re.compile(rf"(?<!co-)(?<!Co-)\b(?:[Jj]ointly )?[Oo]rgani[sz]ed {_BY_EN}")),
    ("co_organizer", re.compile(rf"\b[Cc]o-?organi[sz]ed {_BY_EN}")),
    ("supporter", re.compile(rf"\b(?:[Ss]upported by|[Ww]ith (?:the )?support (?:of|from)) {_EN_NAMES}")),
)
_AUTHORITY = re.compile(r"government|administration|ministry|office|commission", re.IGNORECASE)
_HOST = re.compile(r"\b(?:Administration|Government|Office|Ministry|Conference|Province|Zhejiang)\b", re.IGNORECASE)
_EN_ACTIVE = re.compile(
    r"^(?!(?:The )?Chinese)(?:The )?(?P<names>[A-Z][^.;,]{4,200}?) (?:are |is |have |will )?(?:jointly |together )?"
    r"(?:co-?)?host(?:ed|ing|s)? the "
    r"(?:(?:annual|three-day|four-day|\d{4}|world|internet|wuzhen|this|year's) ){0,3}?(?:conference|summit|event)",
    re.IGNORECASE,
)
_EN_ARE = re.compile(
    r"^(?:The )?(?P<names>[A-Z][^.;]{4,240}?) (?:are|is|were|was|serve as|served as|act as) (?:the |also |its ){0,2}"
    r"(?:(?P<organized>organi[sz]ers?)|(?P<co_organizer>co-?organi[sz]ers?)|(?P<supporter>supporters"
    r"|supporting organi[sz]ations))\b"
)
_ROLES_EN = (
    r"(?:(?P<co_organizer>[Cc]o-?organi[sz]ers?)|(?P<organizer>[Hh]osts)|(?P<organized>[Oo]rgani[sz]ers?)"
    r"|(?P<supporter>[Ss]upporters?|[Ss]upporting (?:organi[sz]ations?|units?|bodies|body|partners?|institutions?)))"
)
# Supporting organisations were the A and the B · with A and B as co-organizers
_EN_INVERSE = re.compile(
    rf"(?:^|, )(?:Its |The |the |its |Other |Among (?:its|the) )?{_ROLES_EN}(?: (?:of|for) (?:the|this)"
    rf" [^,.;]{{3,60}}?)? (?:are|is|were|was|include[ds]?|comprise[ds]?) {_EN_NAMES}"
)
_EN_WITH = re.compile(
    rf"\bwith (?P<names>(?:the )?[A-Z][^.;]{{4,200}}?) (?:acting |serving )?as (?:the |its )?{_ROLES_EN}\b"
)
_EN_LABEL = re.compile(
    r"^[\W_]*(?:(?P<organizer>Hosts?|Hosted by)|(?P<host>Undertaken by|Undertakers?)"
    r"|(?P<organized>Organi[sz]ers?|Organi[sz]ed by)"
    r"|(?P<co_organizer>Co-?organi[sz]ers?|Co-?organi[sz]ed by)"
    r"|(?P<supporter>Supporters?|Supported by|Supporting \w+))[*_]*\s?[:：][*_]*\s?(?P<names>[A-Z].{2,240})$"
)
_EN_LABELS = ("organizer", "host", "organized", "co_organizer", "supporter")
_OTHER_SUBJECT = re.compile(
    r"(?<!世界经济)(?<!博鳌亚洲)论坛|大赛|博览会|研讨会|活动由|展览|对话|发布会|沙龙|晚宴|forum|expo\b|contest|competition|seminar",
    re.IGNORECASE,
)
_SPECIAL = re.compile(r"^\s*(?:本次|此次|本届|这次|该)?论坛$")
_LEAD_IN = re.compile(r"^(?:据悉|据介绍|本届|此次|峰会|大会|会议|今年|分别|邀请|由|，|是|将|继续|仍|也|系)+(?!网)")
_NO_BODY = re.compile(
    r"\d{2,}|(?<!世界经济)(?<!博鳌亚洲)论坛$|^(?:主办|承办|协办|双方|多方|共同|联合(?!国|会)|联手)|^(?:runs?|and|with)\b"
    r"|^[省市县区](?:委|政府)"
)
# A会同B, and the number behind a list: 等5家国际组织
_TOGETHER_WITH = re.compile(r"(?<=[室府部局院会心网办委团司])(?:会同|同|携手|联手)(?=[\u4e00-\u9fff]{3})")
_NUMBER_BEHIND = re.compile(r"(?<=等)[^、，]{1,12}$|[一二三四五六七八九十\d]+[家个](?:国际组织|单位|机构)$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`organizer`, `host`, `co_organizer` and `supporter`, one fact a body."""
    hosted = any(_hosted(read.text) for read in reading.reads if not read.is_chinese)
    for index, read in enumerate(reading.reads):
        if read.is_chinese:
            if has_any(read.text, _WORDS_ZH):
                yield from _chinese(reading, read)
                yield from _labelled(reading, read, index)
        elif has_any(read.text, _WORDS_EN):
            yield from _english(reading, read, hosted)


def _hosted(text: str) -> bool:
    if "osted " not in text and "Host" not in text:
        return False
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
    for active in _ACTIVE.finditer(read.text):
        if _holds_summit(read, active):
            yield from _facts(reading, read, _VERBS[active["verb"]], active["names"], active.end())
    for plain in (*_PLAIN.finditer(read.text), *_WHO_DOES.finditer(read.text)):
        said = read.text[max(read.text.rfind(mark, 0, plain.start()) for mark in "。；") + 1 : plain.start()]
        ours = not _OTHER_SUBJECT.search(said) and not _ANOTHER_VERB.search(plain["names"])
        if ours and _is_of_summit(reading, read, plain.start()) and _are_bodies(plain["names"]):
            yield from _facts(reading, read, _VERBS[plain["verb"]], plain["names"], plain.start())
    acting = _AS.search(read.text) if "单位" in read.text else None
    if acting and _is_of_summit(reading, read, acting.end()):
        yield from _facts(reading, read, _VERBS[acting["verb"]], acting["names"], acting.start())
        if acting["verb"] == "支持":
            return
    if "支持" in read.text:
        for support in filter(None, (pattern.search(read.text) for pattern in _SUPPORT)):
            if _is_of_summit(reading, read, support.start()) and _are_bodies(support["names"]):
                yield from _facts(reading, read, "supporter", support["names"], support.start())
                return


def _holds_summit(read: Read, match: re.Match[str]) -> bool:
    """True if every name is that of a body, and what they hold is an edition."""
    behind = [mention for mention in read.mentions if match.end() <= mention.start <= match.end() + 10]
    return bool(behind) and behind[0].owner is Owner.SUMMIT and _are_bodies(match["names"])


def _are_bodies(names: str) -> bool:
    return all(_SOMEBODY.search(name) for name in split_list(_listed(names), bodies=True).items)


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
    for apposed in _APPOSED.finditer(read.text):
        if _is_of_summit(reading, read, apposed.start()) and _are_bodies(apposed["names"]):
            yield from _facts(reading, read, _VERBS[apposed["verb"]], apposed["names"], apposed.start())
    matches = (
        list(_LABEL.finditer(read.text)) or list(_SHORT_LABEL.finditer(read.text)) or list(_ALONE.finditer(read.text))
    )
    for match in matches:
        if not _is_of_summit(reading, read, match.start()):
            continue
        if match["names"]:
            yield from _facts(reading, read, _VERBS[match["verb"]], match["names"], match.start())
        elif match.end() >= len(read.text.rstrip()):
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
            if at is not None and (name != "sponsored" or _AUTHORITY.search(match["names"])):
                yield from _facts(reading, read, _predicate(name, hosted), match["names"], at)
    for told in filter(None, (_EN_INVERSE.search(read.text), _EN_WITH.search(read.text))):
        if _is_of_summit(reading, read, told.start()):
            name = next(name for name in ("organizer", "organized", "co_organizer", "supporter") if told[name])
            yield from _facts(reading, read, _predicate(name, hosted), told["names"], told.start())
    active = _EN_ACTIVE.match(read.text)
    if active and read.owner_at(active.end()) is Owner.SUMMIT and _HOST.search(active["names"]):
        yield from _facts(reading, read, "organizer", active["names"], active.end())
    are = _EN_ARE.match(read.text)
    if are and _is_of_summit(reading, read, are.start()):
        name = next(name for name in ("organized", "co_organizer", "supporter") if are[name])
        yield from _facts(reading, read, _predicate(name, hosted), are["names"], are.start())


def _scope_english(reading: Reading, read: Read, match: re.Match[str]) -> int | None:
    """Organized by A and B, the three-day event opened: what is held may stand behind."""
    if not read.text[: match.start()].strip():
        behind = [mention for mention in read.mentions if mention.start >= match.end()]
        return behind[0].end if behind and behind[0].owner is Owner.SUMMIT else None
    return match.start() if _is_of_summit(reading, read, match.start()) else None


def _predicate(name: str, hosted: bool) -> str:
    """English "organized by" alone means 主办, and 承办 where another is the host; authorities sponsor what they hold."""
    if name == "organized":
        return "host" if hosted else "organizer"
    return "organizer" if name == "sponsored" else name


def _is_of_summit(reading: Reading, read: Read, position: int) -> bool:
    start, _ = read.clause(position)
    before = read.text[start:position]
    # The edition that was called a forum.
    special = reading.names.special_year(read.edition_at(position) or 0) and _SPECIAL.match(before)
    owner = read.owner_at(position)
    if special:
        return owner in (Owner.SUMMIT, Owner.FORUM)
    # 这是…成为国际组织以后的首次年会，由…主办: the body itself is held by nobody.
    ours = owner is Owner.SUMMIT or (owner is Owner.ORGANISATION and reading.owner is Owner.SUMMIT)
    return ours and not _OTHER_SUBJECT.search(before)


def _facts(reading: Reading, read: Read, predicate: str, names: str, position: int) -> Iterator[Fact]:
    year = read.edition_at(position)
    if not year:
        return
    if read.is_chinese:
        names = _listed(names)
    for name in split_list(names, bodies=True).items:
        if 2 <= len(name) <= 80 and not _NO_BODY.search(name):
            yield Fact(
                subject=summit(year),
                predicate=predicate,
                value=name,
                phase=reading.phase(read, position, year),
                sources=(reading.cite(read),),
            )


def _listed(names: str) -> str:
    """Names in mainland words, parted by 、 alone, without what stands before or behind the list."""
    names = _LEAD_IN.sub("", re.sub(r",\s*", "、", names.strip("*_ ")))
    return in_mainland_words(_TOGETHER_WITH.sub("、", _NUMBER_BEHIND.sub("", names)))
