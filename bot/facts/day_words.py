"""What the words around a date say of the meeting: that it is held then, opens, closes, begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.corpus.document import BlockKind
from bot.facts.dates import DateSpan
from bot.facts.names import Owner
from bot.facts.reading import Read

_HELD = re.compile(
    r"举行|举办|召开|开幕|在[^，。]{0,12}(?:举|召|开)|进行|亮相|登场|移师|定档|如期|如约|相聚|相约|会期|齐聚|拉开|[再相重聚]会[^员议上，。；]"
    r"|再聚|重聚|聚首|重返|重回"
)
# 11月8日至10日，…: what the words behind the range must say of the meeting.
_HELD_BEHIND = re.compile(
    r"[，,]?[^。；]{0,40}(?:举行|举办|召开|开幕|拉开|如期|如约|相约|启幕|登场|移师|再会|再聚|重聚|重逢|相逢|聚首|相见|共赴|同步进行)"
    r"|[，,]?[^。；]{0,100}(?:相聚|齐聚|汇聚|共聚)|[，,](?:短短|整整)[二两三四五]天"
)
_HELD_EN = re.compile(
    r"\b(?:held|takes? place|took place|runs?|ran|open\w*|kick\w*|convene\w*|hosts?|scheduled|slated)\b", re.IGNORECASE
)
# Without such a verb only days as many as a meeting takes.
_MEETING_EN = re.compile(r"\b(?:summit|conference)\b", re.IGNORECASE)
# 时间：11月19日至22日 · （11月19日至22日） behind the name · Dates: Nov 19-21
_LABEL = re.compile(
    r"(?:时间|日期|会期|档期|[\d一二三四五六七]天)\s?[：:|｜为是]?\s?$|[（(]$|定于$|于$|(?:^|[.;|] ?)\W*(?:dates?|when|time) ?[:|–-] ?$",
    re.IGNORECASE,
)
_LABEL_REACH = 12
_LABEL_BELOW = re.compile(r"(?:会议|举办|举行|召开|峰会|大会|开会)(?:时间|日期)|会期|[Dd]ates?")
# 11月8日至10日，大会…: the meeting is the subject of what follows, whatever it does then but prepare.
_SUBJECT_LED = re.compile(r"(?:[^，。；在对向给为]{0,12}的)?(?:互联网|全球)?")
_PREPARES = re.compile(r"将?(?:正式|面向|向)?[^，。；]{0,8}(?:征集|报名|注册|招募|招展|公示|筹备|预热|接受|开放)")
# 峰会志愿者, 大会组委会: somebody of the meeting, not the meeting.
_ITS_OWN = re.compile(
    r"的|志愿|组委|执委|论坛|[嘉来]宾|代表|秘书|场馆|会场|主会|新闻|记者|媒体|直播|筹备|服务|保障|安保|接待|展|期间|前|后|领先|大赛|日程|倒计时|工作|指挥"
)
_LONGEST_MEETING_DAYS = 7
_OPENS = re.compile(
    r"开幕(?!式演出|论坛|致辞|前|在即|倒计时)|揭幕|(?:揭开|拉开|开启|拉起)[^，。]{0,4}(?:序幕|帷幕|大幕)|启幕|大幕开启|鸣锣"
)
# 新展馆揭幕, 工作站启幕: something else is opened.
_THING = re.compile(r"(?:馆|展|厅|园|基地|雕塑|工作站|体验区|专区|赛|节|画展|驿站)(?:正式|隆重)?$")
# 大幕将于11月8日拉开: the day stands inside.
_CURTAIN = re.compile(r"(?:大幕|帷幕|序幕)[^，。；]{0,4}$")
_RISES = re.compile(r"[^，。；]{0,6}(?:拉开|开启|揭开)")
_CLOSES = re.compile(r"闭幕(?!式演出|前)|落幕|落下帷幕|(?:圆满|胜利|顺利)结束|降下帷幕|收官|谢幕|画上(?:圆满)?句号")
_OPENS_EN = re.compile(
    r"\bopen(?:s|ed|ing)\b(?! speech| remarks| address)|\bkick(?:s|ed) off\b|\bkick-?off\b"
    r"|\b(?:will|to) (?:open|kick off)\b|\braised? its curtain|\bunveiled its\b|\bcommence[sd]\b|\bg[eo]t(?:s|ten)? under ?way\b"
    r"|\bcurtains? (?:rose|rises?|went up|goes up|was raised|will rise)\b",
    re.IGNORECASE,
)
_CLOSES_EN = re.compile(
    r"\bclos(?:es|ed|ing)\b(?! speech| remarks| address)|\bconclud(?:es|ed)\b|\b(?:ended|ends|wr(?:aps|apped|apping) up)\b"
    r"|\b(?:came|comes?|coming) to (?:a close|an end)\b|\bdr(?:ew|aws?) to (?:a close|an end)\b|\bw(?:ound|inds?) up\b"
    r"|\b(?:will|to|and) (?:close|conclude|end|wrap up|wind up)\b|\bcurtains? (?:fell|falls?|came down|comes? down|will fall)\b",
    re.IGNORECASE,
)
# 9日至10日还将举行20场分论坛: days of the sessions, not of the meeting.
_HOLDS_SESSIONS = re.compile(
    r"[^，。；]{0,6}(?:举行|举办|召开|进行)了?(?:\d+|[一二两三四五六七八九十]+)[多余]?[场个项]"
)
_UNTIL = re.compile(
    r"(?:持续|延续|会期|举行|进行|[开办]|一连[〇一二两三四五六七八九十\d]{1,2}[日天])(?:到|至)\s?$|(?:一直|直)[到至]\s?$"
)
# 到28日为止, 至明日结束: what stands on both sides.
_PREPOSITION = re.compile(r"\s*(?:on|this|last)?\s*")
_PLACE_BEFORE = re.compile(r"\b\w+ (?:up |off )?in [A-Z]\w+(?:, [A-Z][\w ']+){1,2},$")
# 从7日起至10日止，共4天
_FROM_TO = re.compile(r"止|，(?:一共|共|为期|历时)")
_TO = re.compile(r"(?:^|[，,])[^，。；]{0,4}[到至]\s?$")
_STOPS = re.compile(r"[^，。；闭落]{0,4}?(?:为止|才?结束|止)")
_UNTIL_EN = re.compile(
    r"\b(?:run|runs|running|last|lasts|lasting|continue|continues|goes on)\b[^.,;]{0,24}(?:until|through|till|to)\s?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^(?:(?:正式)?(?:开始|结束)(?!报名|注册|征集|布展)|起，?(?=一连|连续|为期))")
_BEGINS_EN = re.compile(r"(?<!\ban )\b(?:begins?|began|starts?|started|ends?|ended)\s?(?:on|from)?\s?$", re.IGNORECASE)


@cache
def _welcomes(place: str) -> re.Pattern[str]:
    """乌镇见, 我们在乌镇等你, 乌镇将迎来…峰会."""
    town = re.escape(place)
    return re.compile(
        rf"[，,][^。；]{{0,16}}{town}(?:不见不散|再?相?见(?=[！!。~～]|$)|等[你您]|(?:将|又将|即将)?(?:再次|再度)?迎来[^，。；]{{0,30}}(?:峰会|大会|盛会))"
    )


def speaks_of_meeting(read: Read, span: DateSpan, place: str) -> bool:
    """Whether the words around a range of days say that the meeting is held then; `place` is where it meets."""
    start, end = read.clause(span.start)
    before = read.text[max(0, span.start - _LABEL_REACH) : span.start]
    if read.heading or (_LABEL.search(before) and not read.is_chinese):
        return True
    if not read.is_chinese:
        return bool(_HELD_EN.search(read.text) or (_MEETING_EN.search(read.text) and _is_short(read, span)))
    if _HOLDS_SESSIONS.match(read.text, span.end):
        return False
    return bool(
        _HELD.search(read.text, start, end)
        or _LABEL.search(before)
        or _HELD_BEHIND.match(read.text, span.end)
        or _welcomes(place).match(read.text, span.end)
        or _is_subject_behind(read, span)
        or (before.endswith(("从", "自")) and _FROM_TO.match(read.text, span.end))
    )


def _is_subject_behind(read: Read, span: DateSpan) -> bool:
    """11月8日至10日，峰会重回水乡: some days, and the meeting as what the next words are about."""
    if not _is_short(read, span):
        return False
    comma = re.match(r"[，,]\s?", read.text[span.end :])
    if comma is None:
        return False
    position = span.end + comma.end()
    behind = [mention for mention in read.mentions if mention.start >= position]
    if not behind or behind[0].owner is not Owner.SUMMIT:
        return False
    mark = next((mark for mark in read.marks if position <= mark.start <= behind[0].start), None)
    led = read.text[position : mark.start if mark else behind[0].start]
    end = behind[0].end
    return bool(_SUBJECT_LED.fullmatch(led)) and not (_PREPARES.match(read.text, end) or _ITS_OWN.match(read.text, end))


def _is_short(read: Read, span: DateSpan) -> bool:
    days = read.range_of(span)
    return days is not None and (days[1].first - days[0].first).days < _LONGEST_MEETING_DAYS


def answers_when(question: Read, read: Read) -> bool:
    """问：峰会何时举行？答：11月8日至10日: a day alone under a question that asks for it."""
    if question.block == read.block and question.kind is not BlockKind.PARAGRAPH:
        return False
    asks = re.search(r"(?:什么时候|何时|哪[几一]?天|几号|时间)[^，。]{0,8}[？?]$", question.text)
    alone = read.dates and not re.sub(
        r"^(?:A\d*|答)?[：:]|[\W_]|在|是|于", "", read.text[: read.dates[0].start] + read.text[read.dates[-1].end :]
    )
    return bool(asks and alone and question.names(Owner.SUMMIT))


def labelled_below(read: Read, following: Read | None) -> bool:
    """11月8日—10日, and 会议时间 on the line below: days alone over their label."""
    span = read.dates[0] if len(read.dates) == 1 else None
    alone = span is not None and not re.sub(r"[\W_]", "", read.text[: span.start] + read.text[span.end :])
    return bool(alone and following and _LABEL_BELOW.fullmatch(following.text))


def turning_points(read: Read, span: DateSpan) -> Iterator[str]:
    """Whether the sentence lets the summit open or close on that day."""
    text = read.text
    if ends_then(read, span):
        return
    later = [other.start for other in read.dates if other.start > span.start and other.first.day]
    stop = later[0] if later else len(text)
    if read.is_chinese:
        yield from _turning_points_zh(read, span, stop)
        return
    start, end = read.clause(span.start)
    days = [other for other in read.dates if other.first.day]
    start = max([start, *(other.end for other in days if other.end <= span.start)])
    end = min([end, *(other.start for other in days if other.start >= span.end)])
    if _PREPOSITION.fullmatch(text[start : span.start]):
        # concluded in Wuzhen, Zhejiang province, on Tuesday
        place = _PLACE_BEFORE.search(text, 0, start)
        start = place.start() if place else start
    if _BEGINS_EN.search(text[start : span.start]):
        return
    for words in (text[start : span.start], text[span.end : end]):
        if _CLOSES_EN.search(words):
            yield "closing_date"
            return
        if _OPENS_EN.search(words):
            yield "opening_date"
            return


def _turning_points_zh(read: Read, span: DateSpan, stop: int) -> Iterator[str]:
    text = read.text
    scope = text[span.start : stop]
    label = re.search(r"(开幕|闭幕)(?:式|时间)?(?:将)?(?:于)?[：:]?\s?$", text[: span.start])
    if label and (text[label.end() - 1] in "：:" or re.match(r"[^，。]{0,8}(?:举行|举办|召开)", text[span.end :])):
        yield "opening_date" if label[1] == "开幕" else "closing_date"
        return
    if re.search(r"大赛|博览会|论坛(?=.{0,10}(?:开幕|闭幕))", scope) and not re.search(
        r"峰会.{0,8}(?:开幕|闭幕)|大会.{0,8}(?:开幕|闭幕)", scope
    ):
        return
    opens = _OPENS.search(scope)
    if (
        (opens and not _THING.search(scope[: opens.start()]))
        or _enters(read, span)
        or (_CURTAIN.search(text[: span.start]) and _RISES.match(text, span.end))
    ):
        yield "opening_date"
    elif _CLOSES.search(scope):
        yield "closing_date"


def turns_without_day(read: Read) -> bool:
    """上午10时，峰会开幕: an hour, and the day stands in the sentence before."""
    return bool(
        read.is_chinese
        and not any(span.first.day for span in read.dates)
        and re.match(r"(?:[清凌早]晨|早上|[上下中]午|傍晚|当?晚)[^，。；]{0,12}，", read.text)
    )


def ends_then(read: Read, span: DateSpan) -> bool:
    """将持续至22日, 到28日为止, running through Friday."""
    before = read.text[: span.start]
    if not read.is_chinese:
        return bool(_UNTIL_EN.search(before))
    return bool(_UNTIL.search(before) or (_TO.search(before) and _STOPS.match(read.text, span.end)))


def begins_or_ends(read: Read, span: DateSpan) -> str | None:
    """8日开始, ended on Friday: the predicate of which the day is the value."""
    begins = (_BEGINS if read.is_chinese else _BEGINS_EN).search(
        read.text[span.end :] if read.is_chinese else read.text[: span.start]
    )
    if not begins:
        return None
    return "end_date" if begins[0].endswith("结束") or begins[0].lower().startswith("end") else "start_date"


def _enters(read: Read, span: DateSpan) -> bool:
    """大会8日在浙江登场: said of the summit that its clause names before the day, nothing else in between."""
    start, end = read.clause(span.start)
    enters = re.search(r"登场(?!的)", read.text[span.end : end])
    before = [mention for mention in read.mentions if start <= mention.start < span.start]
    return bool(
        enters
        and before
        and before[-1].owner is Owner.SUMMIT
        and not re.search(r"[”论坛]", read.text[before[-1].end : end])
    )
