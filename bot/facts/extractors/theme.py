"""The slogan of an edition, and what it concentrates on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.facts.fact import Fact
from bot.facts.hints import has_any
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.slogan import tidy_slogan
from bot.facts.subjects import summit

_QUOTED = r"[“「『\"‘]+(?P<theme>[^”」』\"]{4,90})[”」』\"’]+"
_NOUN = r"(?:(?<!分)主题(?:词|语|口号)?|主轴|主旋律|(?:大会|峰会|会议|年度)口号)"
_IS = (
    r"(?:确定|确立|订|定|设定|设|拟定|敲定|锁定|选定|聚焦|依旧|依然|仍然|仍|正|就|便|即|则)?"
    r"(?:为|是|叫做|叫作|叫|名为|定名为|命名为|：|:|——|锁定|聚焦)?"
)
# 早在几周前就已敲定——“…”: the verb ends what stands between the word and the slogan.
_MADE_KNOWN = (
    r"[^，。；“]{0,14}?(?:敲定|出炉|公布|揭晓|确定|亮相|发布|定下|选定)(?:了|为|是)?[：:，]?(?:——)?(?:就是|正是|即)?"
)
_THEMES = (
    re.compile(rf"以{_QUOTED}(?:为|作为)(?:大会|峰会|年度|总|年会)?(?:主题|主轴|主旋律|口号)"),
    re.compile(rf"{_NOUN}，?(?:{_IS}|{_MADE_KNOWN})\s?{_QUOTED}"),
    re.compile(rf"(?:紧扣|围绕|秉持|秉承|本着|聚焦|突出|打出|亮出|扣住){_QUOTED}(?:这一|的|大会|年度)*(?:主题|主轴)"),
    re.compile(rf"在{_QUOTED}(?:这一|的)?(?:大会|年度|总)?主题(?:引领|指引|统领)?下"),
    re.compile(
        rf"{_QUOTED}(?:，|——)?(?:这)?(?:就|便|正)?(?:是|成为|系)(?:本届|今年|此次|本次|大会|峰会)[^，。]{{0,8}}(?:主题|主轴)"
    ),
    # A slogan without quotation marks ends with its clause; 主题为 alone is not enough for what follows to be one.
    re.compile(r"以(?P<theme>[^，。“”；]{6,60}?)为主题"),
    re.compile(r"主题(?:确定|订|定|设定|设)?(?:为|是|：|:)\s?(?P<theme>[^，。“”；「]{8,70})(?=[，。；]|$)"),
)
# 以“…”为题 gives the meeting its slogan where the meeting is the subject, or what gathers in its days.
_ENTITLED = re.compile(rf"以{_QUOTED}(?:为|作)题(?=[，。；]|$)")
_GATHERS = re.compile(r"(?:再会|再聚|重聚|相聚|齐聚|汇聚|共聚|聚首|举行|举办|召开)[^，。；]{0,8}，$")
_SPEAKS = re.compile(r"[^。；]{0,24}(?:演讲|发言|致辞|报告|分享|讲话|授课|对话|交流(?!互鉴)|阐述|介绍|谈|撰文)")
# 去年的主题是“…”，今年则是“…”.
_SEQUEL = re.compile(
    rf"(?:今年|本届|去年|上届|第[一二三四五六七八九十\d]+届(?:大会)?|\d{{4}}年)(?:则|又|便|就|变|换|改)*(?:是|为|成|成了|变成|换成|定为){_QUOTED}(?=[，。；]|$)"
)
_THEMES_EN = (
    re.compile(
        r"(?:theme|themed|theme of|slogan|motto|(?<!report )(?<!paper )(?<!book )(?<!document )(?<!initiative )titled|banner)\b[^.“\"]{0,40}?[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"]",
        re.IGNORECASE,
    ),
    re.compile(
        r"[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"](?: is| was| as| will be)? (?:this year's |the summit's |the conference's |its |the )?(?:theme|motto)",
        re.IGNORECASE,
    ),
    re.compile(r"[“\"](?P<theme>[^”\"]{6,160}?)[,.]?[”\"],? (?:which is )?the theme of", re.IGNORECASE),
)
# Without one of these no theme is given.
_WORDS = ("主题", "主轴", "主旋律", "口号", "为题", "作题", "theme", "slogan", "motto", "titled", "banner")
_LABEL = re.compile(r"(?:[一二三四五六七八九十\d]+[、.．]\s?)?(?:本届)?(?:大会|峰会|年度|会议)?主题[：:]?")
# 历届主题如下：… 2014年：…, 第二届（2015年）：…
_EACH = re.compile(r"(?:历届|历年|各届|往届)[^。]{0,16}主题|主题(?:一览|盘点|回顾)")
_ENTRY = re.compile(
    r"\W{0,3}(?:第[一二三四五六七八九十\d]{1,3}届|首届|(?:19|20)\d\d)[^：|]{0,40}?[：|](?P<theme>[^。；：|]{4,80})$"
)
_FEWEST, _MOST = 6, 60
_DASHES = ("—", "－－", "--", "一一")
_OTHER_SUBJECT = re.compile(
    r"(?:论坛|大赛|博览会|展览|展区|研讨会|圆桌|沙龙|活动|对话|咖荟|晚宴|演讲|讲话|报告|致辞)[^，。]{0,10}$|"
    r"(?:forum|expo|competition|contest|exhibition|speech|session|seminar|keynote)[^.,]{0,30}$",
    re.IGNORECASE,
)
_SPEECH = re.compile(r"为(?:主题|主轴)(?:的|作|发表|进行|做|开展)[^，。]{0,6}(?:演讲|报告|致辞|发言|讲话|分享|交流)")
_UNDERTAKES = re.compile(r"，(?:开展|招募|策划|组织开展)")
_FOCUS = re.compile(
    r"(?:重点)?(?:聚焦|关注)(?:于)?(?P<focus>[^，。；“”]{4,60}(?:，以及[^，。；“”]{4,60})?)(?=[，。；]|$)"
)
_FOCUS_EN = re.compile(r"\b(?:will |to )?focus(?:es|ed|ing)? on (?P<focus>[^.;]{4,120})(?=[.;])", re.IGNORECASE)
_FOCUS_SUBJECT = re.compile(r"(?:论坛|大赛|博览会|展|企业|报告|嘉宾|专家|案例|议题)[^，。]{0,6}$")


def extract(reading: Reading) -> Iterator[Fact]:
    """`theme` and `focus`."""
    block = -1
    each = bool(_EACH.search(reading.document.title))
    for index, read in enumerate(reading.reads):
        if has_any(read.text if read.is_chinese else read.text.lower(), _WORDS):
            yield from _themes(reading, read)
            block = read.block if "主题" in read.text else block
        if each and reading.owner is Owner.SUMMIT:
            yield from _entry(reading, read)
        each = each or ("主题" in read.text and bool(_EACH.search(read.text)))
        if read.block == block:  # the themes of other years may go on in the next sentence
            yield from _sequels(reading, read)
        if "主题" in read.text and _LABEL.fullmatch(read.text.strip()):
            yield from _labelled(reading, index)
        if "聚焦" in read.text or "关注" in read.text or not read.is_chinese:
            yield from _focuses(reading, read)


def _themes(reading: Reading, read: Read) -> Iterator[Fact]:
    said: set[int] = set()
    patterns = (*_THEMES, _ENTITLED) if read.is_chinese else _THEMES_EN
    for pattern in patterns:
        for match in pattern.finditer(read.text):
            year = read.edition_at(match.start())
            if pattern is _ENTITLED and not _is_meetings_title(read, match):
                continue
            if not year or not _is_of_summit(read, match.start()) or _is_of_others(read, match):
                if year and not said:
                    return
                continue
            if year not in said:
                said.add(year)
                yield _fact(reading, read, match["theme"], year, match.start())


def _entry(reading: Reading, read: Read) -> Iterator[Fact]:
    """A line of a list of slogans: the edition, a colon, its slogan."""
    match = _ENTRY.match(read.text)
    year = read.edition_at(match.start("theme")) if match and read.marks else None
    others = any(mention.owner is not Owner.SUMMIT for mention in read.mentions)
    theme = match["theme"].strip("“”「」『』") if match else ""
    if year and not others and not re.search(r"\d|，|主题", theme):
        yield _fact(reading, read, theme, year, 0)


def _is_of_others(read: Read, match: re.Match[str]) -> bool:
    """A speech, or what some body undertakes: 以“…”为主题，招募志愿者."""
    undertaken = match[0].startswith("以") and _UNDERTAKES.match(read.text, match.end())
    return bool(undertaken or _SPEECH.match(read.text[match.end() - 3 :]))


def _sequels(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in _SEQUEL.finditer(read.text):
        year = read.edition_at(match.start("theme"))
        if year and _is_of_summit(read, match.start("theme")):
            yield _fact(reading, read, match["theme"], year, match.start())


def _is_meetings_title(read: Read, match: re.Match[str]) -> bool:
    """Not the title of a speech: the meeting stands directly before it, or the words that people gather."""
    if _SPEAKS.match(read.text, match.end()):
        return False
    before = read.text[: match.start()]
    subject = any(m.owner is Owner.SUMMIT and m.end == len(before.rstrip("将，")) for m in read.mentions)
    return subject or bool(_GATHERS.search(before))


def _labelled(reading: Reading, index: int) -> Iterator[Fact]:
    """The slogan under a label such as 一、大会主题, in one line or two; above it where it stands there."""
    reads = reading.reads
    below, above = _joined(reads[index + 1 : index + 3]), _joined(reads[max(0, index - 2) : index])
    if index and reads[index - 1].text.startswith(_DASHES) and above and len(above[1]) > 1:
        below = above
    if below is None:
        return
    theme, lines = below
    read = lines[0]
    year = read.edition_at(0)
    if year and _FEWEST <= len(theme) <= _MOST and not re.search(r"[，。；：\d]", theme):
        yield _fact(reading, read, theme, year, 0)


def _joined(lines: Sequence[Read]) -> tuple[str, Sequence[Read]] | None:
    """The first line as a slogan, with the second where a dash joins them."""
    if not lines:
        return None
    texts = [read.text.strip("“”「」『』") for read in lines]
    if len(texts) > 1 and (texts[1].startswith(_DASHES) or texts[0].endswith(_DASHES)):
        return tidy_slogan(texts[0].strip("—") + "——" + texts[1].strip("—")), lines
    return tidy_slogan(texts[0]), lines[:1]


def _fact(reading: Reading, read: Read, theme: str, year: int, position: int) -> Fact:
    return Fact(
        subject=summit(year),
        predicate="theme",
        value=tidy_slogan(theme),
        phase=reading.phase(read, position, year),
        sources=(reading.cite(read),),
    )


def _is_of_summit(read: Read, position: int) -> bool:
    start, _ = read.clause(position)
    other = _OTHER_SUBJECT.search(read.text[start:position])
    # In an edition that was itself called a forum, 本次论坛 is the meeting.
    own = other and any(m.owner is Owner.SUMMIT and m.start <= start + other.start() < m.end for m in read.mentions)
    return read.owner_at(position) is Owner.SUMMIT and (other is None or bool(own))


def _focuses(reading: Reading, read: Read) -> Iterator[Fact]:
    for match in (_FOCUS if read.is_chinese else _FOCUS_EN).finditer(read.text):
        year = read.edition_at(match.start())
        start, _ = read.clause(match.start())
        before = read.text[start : match.start()]
        named = any(m.owner is Owner.SUMMIT for m in read.mentions if m.start < match.start())
        if not year or not named or not _is_of_summit(read, match.start()) or _FOCUS_SUBJECT.search(before):
            continue
        if re.search(r"话题|热点|问题$", match["focus"]) and len(match["focus"]) < 8:
            continue
        yield Fact(
            subject=summit(year),
            predicate="focus",
            value=match["focus"].strip(),
            phase=reading.phase(read, match.start(), year),
            sources=(reading.cite(read),),
        )
