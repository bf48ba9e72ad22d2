"""What the people of a Chinese sentence did.

Verbs belong to the people named before them (李书磊出席并致辞), up to the next people, the words they say, or a clause with
a subject of its own; people joined by 、 and 和 share theirs. A list may follow its verb (出席会议的还有…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.facts.hints import has_any
from bot.facts.people.person import Act, Person, either, words

_EVENT = re.compile(either(words()["events"]))
_EVENT_OR_FORUM = re.compile(f"{_EVENT.pattern}|{words()['forum']}")
# How every event ends: without one of these none is named.
_EVENT_HINTS = ("论坛", *dict.fromkeys(event[-2:] for event in words()["events"]))
_PRESS_EVENT = re.compile(r"发布会|吹风会|通气会|记者会|招待会|媒体见面会|记者见面会|[闻体]沟通会")
_JOINED = re.compile(
    r"(?:博士|先生|女士|教授|阁下|爵士|院士)?(?:[（(][^（()）]*[)）])?[”」]?[、，\s]{0,2}(?:和|以及|及|与|还有)?\s?"
)
_ROLES = {
    "read_letter": re.compile(r"(?:宣读|代读|代为宣读)(?:了)?(?:[^，。；]{0,40}?(?:贺信|贺电|贺词|这封信)|(?=并|$))"),
    "sent_letter": re.compile(
        r"(?:致|发来|发去|发|送来|致以)(?:了)?(?:书面|视频)?贺(?:信|电|词)|致信[^，。；]{0,20}?祝贺|(?:在|以)(?:这封|致[^，]{2,20}的)?贺(?:信"
        r"|电)(?:中|形式)|致贺(?=$|[，。；])"
    ),
    "chaired": re.compile(r"主持(?!人|词|制定|编|研)|担任[^，。；]{0,8}主持人"),
    "keynote": re.compile(r"主旨(?:演讲|报告|讲话|发言|致辞|致词|演说)"),
    "spoke": re.compile(
        r"致(?:开幕|欢迎|闭幕|答谢|开场)?(?:辞|词)|视频致贺|(?<!主旨)(?:讲话|演讲|发言|演说)(?!人|嘉宾|环节|者|稿|内容|提纲)|发表(?:了)?[^，。；]{0,8}(?:谈话|感言|寄语)|(?:作|做|发表|带来)(?:了)?[^，。；]{0,8}分享(?=$|[，。；])|(?:作"
        r"|做)(?:了)?[^，。；]{0,10}?(?<!主旨)(?:报告|总结(?=$|[，。；]))"
    ),
    "attended": re.compile(
        r"(?:出席|列席|莅临)(?!人数|人员|嘉宾|率)|到会(?!嘉宾|人数)|参加(?:了)?(?=$|[，。；、])|参加(?:了)?[^，。；]{0,24}?(?:大会|峰会|开幕|闭幕|会议|论坛"
        r"|活动|仪式|晚宴|盛会|典礼|发布会)|(?:线上|线下|现场)?(?:参会|与会)(?!者|嘉宾|代表|人)"
    ),
}
# 也来到了大会现场: who came and does nothing else there attended.
_CAME = re.compile(
    r"[^，。；的]{0,10}?(?:来到|现身|亮相|亲临|回到|空降)(?:了)?[^，。；]{0,12}?(?:现场|会场|大会|峰会|开幕式|闭幕式|主论坛)"
)
# Without one of these a clause tells of no such role.
_ROLE_HINTS = {
    "read_letter": ("读",),
    "sent_letter": ("贺",),
    "chaired": ("主持",),
    "keynote": ("主旨",),
    "spoke": ("致", "讲", "发言", "演", "报告", "发表", "总结", "分享"),
    "attended": ("席", "会", "参加", "莅临"),
}
# From here on the sentence says what somebody else says or does.
_SPEECH = re.compile(
    r"表示|指出|(?<![演小学传据游劝解听])说(?![明服])|介绍(?!人)|认为|强调|透露|(?<![名职著])称(?![号赞])|谈到|谈及|呼吁|坦言|提到|希望|期待|回忆|建议|宣布|告诉|感慨"
    r"|直言|倡议|看来|回答|答记者问|答问|通报|发布(?!会)|解读|回应|提出|(?<!作)(?<!作[大闭])(?<!会议)(?<!作了)(?<!闭幕)(?<!作大会)总结(?!会|发布会|性|致|讲|发言|报告|演讲|陈词)|说明|披露|给出|公布|列举|晒出"
)
_BRIEFING = re.compile(
    r"表示|介绍|透露|(?<![演小学传据游劝解听])说(?![明服])|通报|回答|答记者问|答问|指出|称|发布(?!会)|宣布|强调|说明|解读|回应|披露|给出|公布|列举|晒出"
)
# 在主论坛上说: what was said there was a speech.
_SPOKEN_AT = re.compile(
    r"在[^，。；]{0,14}?(?:开幕式|闭幕式|开幕会|全体会议|全体大会|主论坛|主旨演讲环节)(?:上|中)[^，。；]{0,3}$"
)
_SAID_THERE = re.compile(r"说|表示|指出|强调|认为|称|呼吁|提出|坦言|直言|宣布|建议|谈到")
# 会见了出席大会的外国领导人: others attended.
_OF_OTHERS = re.compile(
    r"[^，。；]{0,16}?的(?!开幕|闭幕|全体|主论坛|欢迎|还|有|是)[\u4e00-\u9fff]{0,6}(?:领导人|嘉宾|代表|政要|人士|负责人|专家|企业家|来宾|外宾)"
)
# 出席发布会并答问: who briefs there does not attend.
_PRESS_OBJECT = re.compile(r"(?:出席|参加|列席)(?:了)?[^，。；]{0,16}?(?:发布会|吹风会|通气会|记者会|招待会)")
_CLAUSE_END = re.compile(r"[。；！？：]")
# 等外国领导人，…: the names are done, the verb follows.
_LIST_TAIL = re.compile(r"[）)\s等]*(?:[^，。；]{0,10}(?:领导人|负责人|嘉宾|代表|人士|高管|企业家|官员|专家|学者|人))?")
# A clause without a subject of its own goes on with what the people before it did.
_GOES_ON = re.compile(
    r"^(?:[他她](?!们))?(?:但是?|不过|却|并|并且|还|也|又|同时|随后|而后|接着|之后|会后|会前|期间|其间|当天|分别|先后|共同|亲自|专门|受邀|应邀|受托|代表)*"
    r"(?:(?:在|于|以|就|向|为|对|围绕|通过|从)[^，。；]{1,30}?)?"
    r"(?:并|还|也|同时|随后|分别|先后|共同|专门|受邀|应邀)*"
    r"(?:宣读|代读|发表|发来|发去|作|做|致|出席|列席|参加|参会|主持|讲话|演讲|发言|演说|进行|表示|指出|说|强调|介绍|通报|$)"
)
_ON_A_SUBJECT = re.compile(r"\s?(?:围绕|就)(?!职)")
_SPOKE_ON = re.compile(
    r"(?:发表|作|做)(?:了)?(?:题为[^，。；]{2,40}的)?(?:主旨|主题|视频)?(?:演讲|讲话|致辞|报告|发言)"
)
_DENIED = re.compile(
    r"(?:没有|未能|未|不能|无法|缺席|曾|多次|每届|每年|届届|连续[^，]{0,5}[年届次]|期待|希望|愿意|欢迎|计划|准备|打算|想|如果)[^，。；]{0,6}$"
)
# A person who only stands in the object of somebody's act.
_OBJECT_BEFORE = re.compile(
    r"(?:宣读|代读|转达|受|落实|贯彻|学习|感谢|祝贺|陪同|会见|转交|聆听|播放|播出|放映|收看|观看|欢迎|围绕|根据|按照|引用|正如|遵循)(?:了)?$"
)
_OBJECT_BEHIND = re.compile(
    r"^(?:总书记|主席|总理|同志)?(?:重要|提出|倡导|倡议|关于|所作|委托|之托|视察|亲自(?:谋划|倡导)|贺[信电](?!中)|向[^，。；]{2,30}?(?:致|发来)的?贺(?:信"
    r"|电)(?=(?:并|，[^，]{0,6}(?:致|发表)))|的)"
)
_LETTER_BEFORE = re.compile(r"(?:宣读|代读|转达|转交)(?:了)?$")
_LETTER_BEHIND = re.compile(
    r"^(?:总书记|主席|总理|同志)?(?:的|(?:向|给|为|致|对)[^，。；]{2,40}?|发来的?|专门发来的?)?(?:发来|致|所致)?(?:的)?(?:一封|这封)?(?:书面)?贺(?:信|电"
    r"|词)|^的(?:书面)?(?:致辞|信)"
)
# 开幕式上播放了习近平主席的视频致辞
_PLAYED_BEFORE = re.compile(r"(?:播放|播出|放映|收看|观看|聆听)(?:了)?$")
_PLAYED_BEHIND = re.compile(
    r"^(?:总书记|主席|总理|同志)?(?:的|发来的|所作的|发表的)?(?:录制的?)?(?:视频|视像|录像)(?:讲话|致辞|致词|演讲|贺词|发言)"
)
_LIST_VERB = re.compile(
    r"(?P<verb>(?:出席|参加|主持|列席|致辞|致词|发言|讲话|演讲|与会|参会)[^。；：“”]{0,30}?)(?:还有|包括了?|分别是|分别为|主要有|有|是|为|名单)[：:]?$"
    r"|(?P<label>(?:主持人?|致辞(?:人|嘉宾)?|(?:主旨)?演讲(?:人|嘉宾)?|发布人|出席(?:领导|嘉宾|人员)?|参会(?:领导|嘉宾)?|发言(?:人|嘉宾)))[：:]\s?$"
)
_LIST_ENDS = ("有", "是", "为", "名单", "包括", "包括了", "：", ":")
_LIST_NOUN = re.compile(r"的|嘉宾|领导|人员|代表|还有|包括|致辞|演讲|出席|主持")
# 习近平是否致贺信，尚未说明
_WHETHER = re.compile(r"(?:总书记|主席|总理)?[^，。；]{0,8}(?:是否|会不会|能否)")
_WHO_ATTENDED = re.compile(r"(?P<verb>出席|列席|参加|莅临|主持)[^，。；]{0,24}?的$")
_FOUNDING = re.compile(r"成立(?:大会|仪式)|(?:向|为|祝贺)[^。；，]{0,24}?(?:国际组织|组织)的?(?:正式)?成立")
_SOMETHING_ELSE_FOUNDED = re.compile(r"(?:委员会|联盟|中心|研究院|学院|公司|协会|研修院)[^，。；]{0,6}成立")


def acts(text: str, people: Sequence[Person], *, press: bool, listed: tuple[str, ...] = ()) -> Iterator[Act]:
    """Every act of `people` that `text` tells.

    `press`: the sentence reports on a press conference. `listed`: the roles of a list that it is an item of.
    """
    actors: list[Person] = []
    for person in people:
        if _is_object(text, person):
            before, behind = text[max(0, person.start - 4) : person.start], text[person.end : person.end + 60]
            if _LETTER_BEFORE.search(before) and _LETTER_BEHIND.match(behind):
                yield _act(text, person, "sent_letter", person.end, 0, len(text))
            elif _PLAYED_BEFORE.search(before) and (played := _PLAYED_BEHIND.match(behind)):
                yield _act(text, person, "spoke", person.end, 0, person.end + played.end())
        else:
            actors.append(person)
    groups = _groups(text, actors)
    for index, group in enumerate(groups):
        begin = groups[index - 1][-1].end if index else 0
        end = groups[index + 1][0].start if index + 1 < len(groups) else len(text)
        found = list(_of_group(text, group, begin, end, press))
        listed = _roles_before(text[begin : group[0].start]) or (listed if not found else ())
        seen = {role for role, _, _ in found}
        found += [(role, group[0].start, group[-1].end) for role in listed if role not in seen]
        for person in group:
            for role, start, at in found:
                yield _act(text, person, role, start, begin, at)


def roles_opened(text: str) -> tuple[str, ...]:
    """The roles of the people in the list that `text` opens: 演讲嘉宾："""
    return _roles_before(text) if text.rstrip().endswith(("：", ":")) else ()


def _is_object(text: str, person: Person) -> bool:
    before, behind = text[max(0, person.start - 4) : person.start], text[person.end : person.end + 50]
    return bool(_OBJECT_BEFORE.search(before) or _OBJECT_BEHIND.match(behind))


def _groups(text: str, people: Sequence[Person]) -> list[list[Person]]:
    """People who follow one another with nothing but 、 or 和 between them."""
    groups = [[person] for person in people[:1]]
    for before, person in pairwise(people):
        if _JOINED.fullmatch(text, before.end, person.start):
            groups[-1].append(person)
        else:
            groups.append([person])
    return groups


def _of_group(text: str, group: Sequence[Person], begin: int, end: int, press: bool) -> Iterator[tuple[str, int, int]]:
    """(role, start, end of its clause) of what is said behind a group, or just before it (出席大会的…)."""
    seen: set[str] = set()
    if _WHETHER.match(text, group[-1].end):
        return
    if press and group[0].start == 0 and text[group[-1].end : group[-1].end + 1] in ("：", ":"):
        # The minutes of a press conference: 刘烈宏：……
        yield "briefed", 0, group[-1].end
        return
    stands_before = text[group[0].start - 1 : group[0].start] == "的"
    attended = _WHO_ATTENDED.search(text, begin, group[0].start) if stands_before else None
    if attended:
        role = "chaired" if attended["verb"] == "主持" else "attended"
        seen.add(role)
        yield role, attended.start(), group[0].start
    for start, stop, spoken in _clauses(text, group[-1].end, end):
        for role in _roles(text, start, text[start:stop], spoken, press):
            if role not in seen:
                seen.add(role)
                yield role, start, stop
    came = None if seen else _CAME.match(text, group[-1].end, end)
    if came and not _DENIED.search(came[0]):
        yield "attended", came.start(), came.end()


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, stop, verb of speech or nothing) of the clauses that go on with the same subject."""
    closed = _CLAUSE_END.search(text, start, end)
    end = closed.start() if closed else end
    first = True
    while start < end:
        comma = text.find("，", start, end)
        stop = end if comma < 0 else comma
        clause = text[start:stop]
        if not first and not _GOES_ON.match(clause):
            return
        on_a_subject = first and _ON_A_SUBJECT.match(clause)
        if on_a_subject and (act := _SPOKE_ON.search(text, start, end)):
            # 围绕落实…提出的倡议，携手…发表主旨演讲: commas and verbs of the subject spoken of come before the act.
            yield act.start(), act.end(), ""
            return
        speech = _SPEECH.search(clause)
        yield start, start + speech.start() if speech else stop, clause[speech.start() :] if speech else ""
        if speech and not re.match(r"(?:介绍|通报|回答|答|解读)", speech[0]):
            return
        # A comma just behind the names opens what they do.
        first = first and bool(_LIST_TAIL.fullmatch(clause))
        start = stop + 1


def _roles(text: str, start: int, clause: str, spoken: str, press: bool) -> Iterator[str]:
    for role, pattern in _ROLES.items():
        match = pattern.search(clause) if has_any(clause, _ROLE_HINTS[role]) else None
        if not match or _DENIED.search(clause[: match.start()]):
            continue
        if role == "sent_letter" and ("宣读" in clause or "代读" in clause):
            continue
        if role == "read_letter" and "贺" not in match[0] and "贺" not in text[:start]:
            continue
        if role == "attended" and (_PRESS_OBJECT.match(clause, match.start()) or _OF_OTHERS.match(clause, match.end())):
            continue
        yield role
    if spoken and _SPOKEN_AT.search(clause) and _SAID_THERE.match(spoken):
        yield "spoke"
    if press and spoken and _BRIEFING.match(spoken):
        yield "briefed"


def _roles_before(lead: str) -> tuple[str, ...]:
    """The roles of a list that follows its verb: 在开幕式上致辞的有…, 主持人：…"""
    lead = lead.rstrip("“ ")
    match = _LIST_VERB.search(lead) if lead.endswith(_LIST_ENDS) else None
    if not match or not (match["label"] or _LIST_NOUN.search(match[0])):
        return ()
    verb = re.sub(r"(?:嘉宾|人员|领导|人)$", "", match["verb"] or match["label"])
    if verb.startswith("主旨演讲"):
        return ("keynote",)
    if verb == "发布":
        return ("briefed",)
    if verb.startswith("主持"):
        return ("chaired",)
    return tuple(
        role
        for role in ("keynote", "spoke", "attended")
        if _ROLES[role].search(verb) or (role == "attended" and verb.startswith("出席"))
    )


def _act(text: str, person: Person, role: str, start: int, begin: int, at: int) -> Act:
    around = text[begin:at]
    founding = "成立" in around and bool(_FOUNDING.search(around)) and not _SOMETHING_ELSE_FOUNDED.search(around)
    events = _events(text)
    before, behind = events.findall(text, begin, person.start), events.findall(text, person.end, max(at, person.end))
    return Act(person, role, start, at, _event(role, [*before, *behind]), founding)


def _events(text: str) -> re.Pattern[str]:
    """The pattern that `text` needs: that of forums is the dear one."""
    return _EVENT_OR_FORUM if "论坛" in text else _EVENT


def _event(role: str, events: Sequence[str]) -> str | None:
    if role == "briefed":
        events = [event for event in events if _PRESS_EVENT.search(event)]
    return events[-1] if events else None


def is_press(event: str) -> bool:
    """True for a press conference, at which nobody but those who brief acts."""
    return bool(_PRESS_EVENT.search(event)) or event.endswith(("conference", "briefing"))


def event_of(text: str) -> str | None:
    """The gathering that a sentence or a title names, None if it names none or several."""
    if not has_any(text, _EVENT_HINTS):
        return None
    events = dict.fromkeys(match[0] for match in _events(text).finditer(text))
    return next(iter(events)) if len(events) == 1 else None
