"""Who did what: one fact a person, event and role, with the title as printed.

A person is a name behind a title (浙江省委副书记、省长王浩), or a name met before in the same article. Verbs belong to the people named
before them, up to the next person or the end of the sentence; people joined by 、 and 和 share theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.facts.fact import Fact, Phase
from bot.facts.names import Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import ORGANISATION, summit

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江"
    "童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠甄曲家封芮储靳"
    "焦牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申"
    "扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空"
    "曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公闫肖代佟佘仝仉覃宝邸苟芦衣敬付邝涂帅楼"
)
_COMPOUND = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐"
_HAN_NAME = rf"(?:(?:{_COMPOUND})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})"
_FOREIGN = r"[\u4e00-\u9fff]{1,7}(?:[·•・][\u4e00-\u9fff]{1,9}){1,3}"
_OFFICES = (
    "主席|总理|部长|省长|市长|县长|区长|镇长|书记|主任|秘书长|理事长|会长|院士|院长|校长|董事长|总裁|总经理|首席执行官|首席技术官|首席科学家|CEO|CTO|创始人|创办人|委员|局长|署长|司长|厅长|处长|行长|社长|总编辑"
    "|大使|教授|总干事|特使|总监|总统|首相|议长|发言人|常委|专员|经济学家|科学家|研究员|得主|获得者|负责人|之父|先驱|先生|女士|博士|合伙人|董事|总工程师|工程师|政委|参赞|国务委员|特别代表|代表|理事|监事长|台长|组长|掌门人|奠基人|顾问|部门主管|执行官|特首|财政司司长|行政长官|同志"
)
_ROLE_VERBS = r"出席|主持|宣读|致辞|致词|发表|作|做|进行|介绍|通报|表示|说|指出|认为|强调|透露|宣布|参加|在|于|向|以|就|围绕|通过|受邀|应邀|分别|等|也|将|还|代表|为|共同|致|见证|发来|莅临|与|率|对|带来|回答|现场|当天|当日|首先|随后|先后|亲自|线上|视频|均|并|陪同|会见|率团|到会|上台|开幕|登台|与会"
_AFTER = rf"(?=$|[，、。：；（(\s]|和|及|{_ROLE_VERBS})"
_PERSON = re.compile(
    rf"(?P<office>{_OFFICES})(?:[（(][^（()）]{{1,20}}[)）])?(?P<sep>[、\s]?)(?P<name>{_FOREIGN}|{_HAN_NAME}?){_AFTER}"
)
# A leader named by office behind the name: 习近平主席. As the object of a verb it is nobody who acts.
_NAME_OFFICE = re.compile(
    rf"(?P<name>{_HAN_NAME})(?P<office>总书记|主席|总理|副总理|部长|副部长|省长|市长|秘书长|理事长|主任)(?!提出|倡导|倡议|的|关于|贺信|贺电|重要|致|向(?!.{{0,30}}贺))"
)
_AS_OBJECT = re.compile(r"(?:宣读|落实|贯彻|围绕|转达|代表|学习|根据|按照|邀请|感谢|祝贺|受|听取|介绍)(?:了)?$")
_BOUNDARY = re.compile(r"[，。；：！？“”]")
_LEAD = re.compile(
    r"^(?:[、，\s]|以及|和|及|与|由|据|其中|会上|会议上|会议由|当天|当日|现场|随后|期间|同时|此外|另外|来自|包括|邀请|听取了|记者从|时任(?=[\u4e00-\u9fff])(?!$)|如|有|本次|活动由|仪式由|大会由|峰会由|论坛由|发布会由"
    r"|[^，。]{0,24}?(?:上午|下午|晚上|晚间|今天|昨天|当晚)|[^，。]{0,20}?\d{1,2}日|[^，。]{0,30}?(?:开幕式|大会|会议|峰会|论坛|仪式|典礼|发布会)上|[^，。]{0,24}?(?:会议|峰会|大会|开幕式|闭幕式|仪式|论坛|活动|发布会)由"
    r"|出席[^，。]{0,24}?的|宣读[^，。]{0,24}?的|应邀[^，。]{0,16}?的|主持[^，。]{0,24}?的)(?:有|，)?"
)
_VERB_FIRST = re.compile(r"宣读|介绍|邀请|感谢|落实|围绕|会见|听取|作为|根据")
_EVENTS = re.compile(
    r"成立大会|成立仪式|开幕式|闭幕式|开幕大会|开幕会|全体会议|主论坛|新闻发布会|吹风会|颁奖典礼|颁奖仪式|启动仪式|欢迎晚宴|晚宴|企业家高峰论坛|企业家论坛|高峰论坛|座谈会|高级别会议|[\u4e00-\u9fff“”]{2,14}论坛|发布活动|发布会"
)
_EVENTS_EN = re.compile(r"opening ceremony|closing ceremony|plenary session|press conference|news conference|main forum|founding ceremony|inauguration|[\w ]{3,30} forum", re.IGNORECASE)
_ROLES: Mapping[str, re.Pattern[str]] = {
    "read_letter": re.compile(r"宣读[^，。；]{0,24}(?:贺信|贺电|贺词|信)"),
    "sent_letter": re.compile(r"(?:致|发来|发|致以)(?:了)?[^，。；]{0,4}贺(?:信|电|词)|致信祝贺|致贺(?=[，。])|(?:向|为|给)[^。；]{2,30}?(?:致|发来|发|专门发来)(?:了)?贺(?:信|电|词)"),
    "chaired": re.compile(r"主持(?!人|词|召开的)"),
    "keynote": re.compile(r"主旨(?:演讲|报告|讲话|发言|致辞)"),
    "spoke": re.compile(r"致(?:开幕|欢迎|闭幕|答谢|贺)?(?:辞|词)|(?<!主旨)(?<!宣读习近平主席)(?:讲话|演讲|发言)(?!人|嘉宾|环节)|作(?:了)?(?:专题|主题|视频)?报告"),
    "attended": re.compile(r"出席|参加(?!过)|与会(?!者|嘉宾|代表)|莅临|到会|见证"),
}
_BRIEFED = re.compile(r"介绍|通报|表示|透露|说|发布|回答|指出|称")
_WILL = re.compile(r"将(?!军|领)|拟|预计|计划")
_NOT_A_ROLE = re.compile(r"(?:没有|未能|未|不)(?:能)?(?:出席|参加|与会|主持)")
_EN_NAME = r"[A-Z][a-zA-Z'’-]+(?: (?:[A-Z]\.|[A-Z][a-zA-Z'’-]+|bin|al|de|von|van)){1,3}"
_EN_OFFICE = r"(?:[Pp]resident|[Vv]ice[- ][Pp]remier|[Pp]remier|[Mm]inister|[Dd]irector|[Ss]ecretary|[Cc]hair\w*|[Gg]overnor|[Cc]hief|CEO|[Ff]ounder|[Mm]ember|[Hh]ead|[Mm]ayor|[Pp]rofessor|[Aa]mbassador|[Dd]eputy|[Vv]ice|[Ss]ecretary-[Gg]eneral|[Cc]o-founder|[Ss]pokes\w+|[Aa]cademician|[Gg]eneral)"
_EN_FORMS = (
    re.compile(rf"(?P<name>{_EN_NAME}), (?:the |a |who is )?(?P<title>[^;.]{{0,140}}?{_EN_OFFICE}[^;.]{{0,120}}?), (?P<verb>(?:\w+ ){{0,2}}?(?:deliver|gave|address|spoke|speak|attend|presid|chair|host|sent|read|brief|told|said at|introduc|announced at|moderat|made|joined)\w*\b[^.;]*)"),
    re.compile(rf"(?P<title>(?:[A-Z][\w'’&-]*,? (?:of |for |the |and |in )*|{_EN_OFFICE} (?:of |for |the |and )*){{0,14}}{_EN_OFFICE}(?: of [^,;.]{{2,60}}?)?) (?P<name>{_EN_NAME}) (?P<verb>(?:\w+ ){{0,2}}?(?:deliver|gave|address|spoke|speak|attend|presid|chair|sent|read|brief|told|introduc|moderat|made|joined)\w*\b[^.;]*)"),
)
_ROLES_EN: Mapping[str, re.Pattern[str]] = {
    "read_letter": re.compile(r"\bread(?: out)?\b[^.;]{0,60}(?:letter|message)", re.IGNORECASE),
    "sent_letter": re.compile(r"\bsent\b[^.;]{0,40}(?:letter|message)|congratulat\w+ (?:letter|message)", re.IGNORECASE),
    "chaired": re.compile(r"\bpresid\w+ over\b|\bchair(?:ed|s|ing)\b|\bmoderated\b", re.IGNORECASE),
    "keynote": re.compile(r"\bkeynote\b", re.IGNORECASE),
    "spoke": re.compile(r"\baddressed\b|\b(?:delivered|gave|made) (?:a |an |the )?(?:\w+ ){0,3}?(?<!keynote )(?:speech|remarks|address)\b|\bspoke (?:at|via)\b", re.IGNORECASE),
    "attended": re.compile(r"\battended\b|\bwas present at\b|\bjoined\b", re.IGNORECASE),
    "briefed": re.compile(r"(?:told|said at|briefed|introduc\w+[^.;]{0,40}at|announced at)[^.;]{0,40}(?:press|news) (?:conference|briefing)|\bbriefed\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class _Named:
    """A person in a sentence: `start` where the title begins, `end` behind the name."""

    name: str
    title: str | None
    start: int
    end: int


def extract(reading: Reading) -> Iterator[Fact]:
    """`person` facts of editions and of the organisation."""
    titles: dict[str, str] = {}
    press_opens = _opens_with_press(reading)
    press_block = -1
    for read in reading.reads:
        if not read.is_chinese:
            yield from _english(reading, read)
            continue
        if any(mention.owner is Owner.PRESS for mention in read.mentions):
            press_block = read.block
        people = list(_people(read.text, titles))
        for person in people:
            if person.title:
                titles.setdefault(person.name, person.title)
        press = press_opens or press_block == read.block
        yield from _roles(reading, read, people, titles, press)


def _opens_with_press(reading: Reading) -> bool:
    """True if the article is a report on a press conference: it stands in one of the first sentences."""
    return any(m.owner is Owner.PRESS for read in reading.reads[:6] for m in read.mentions)


def _people(text: str, titles: Mapping[str, str]) -> Iterator[_Named]:
    previous = 0
    found: list[_Named] = []
    for match in _PERSON.finditer(text):
        name = match["name"]
        if not name or match.start("name") < previous or not _is_name(name):
            continue
        boundary = [mark.end() for mark in _BOUNDARY.finditer(text, previous, match.start("name"))]
        start = max([previous, *boundary])
        title = _title(text[start : match.start("name")])
        if not title or _VERB_FIRST.match(title):
            continue
        found.append(_Named(name, title, text.index(title[:2], start) if title[:2] in text[start:] else start, match.end("name")))
        previous = match.end("name")
    taken = [(person.start, person.end) for person in found]
    for match in _NAME_OFFICE.finditer(text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        if free and _is_name(match["name"]) and not _AS_OBJECT.search(text[: match.start()]):
            title = None if match["name"] in titles else match["office"]
            found.append(_Named(match["name"], title, match.start(), match.end()))
            taken.append(match.span())
    for name in titles:
        for match in re.finditer(rf"{re.escape(name)}(?={_ROLE_VERBS}|、|和|，)", text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                found.append(_Named(name, None, match.start(), match.end()))
    yield from sorted(found, key=lambda person: person.start)


def _is_name(name: str) -> bool:
    return not re.search(r"[的在是了与将为对信贺]|大会|峰会|论坛|先生|同志|主席|分别|等人|表示|致辞|出席|指出|强调|介绍|一行|单位", name)


def _title(text: str) -> str:
    previous = None
    while previous != text:
        previous = text
        text = _LEAD.sub("", text, count=1)
    return text.strip("、， \u3000*")


def _roles(
    reading: Reading, read: Read, people: list[_Named], titles: Mapping[str, str], press: bool
) -> Iterator[Fact]:
    groups: list[list[_Named]] = []
    for person in people:
        between = read.text[groups[-1][-1].end : person.start] if groups else ""
        if groups and re.fullmatch(r"(?:[（(][^（()）]*[)）])?[、，\s]?(?:和|以及|及|与)?", between):
            groups[-1].append(person)
        else:
            groups.append([person])
    for index, group in enumerate(groups):
        stop = groups[index + 1][0].start if index + 1 < len(groups) else len(read.text)
        start = groups[index - 1][-1].end if index else 0
        did = read.text[group[-1].end : stop]
        roles = [role for role, pattern in _ROLES.items() if pattern.search(did) and not _NOT_A_ROLE.search(did)]
        if "keynote" in roles and "spoke" in roles and not re.search(r"致辞|致词", did):
            roles.remove("spoke")
        if "read_letter" in roles and "sent_letter" in roles and not re.search(r"向.{2,30}致贺", did):
            roles.remove("sent_letter")
        if press and not roles and _BRIEFED.match(did):
            roles.append("briefed")
        elif press and re.search(r"发布会", read.text) and "attended" not in roles and _BRIEFED.search(did[:40]) and not roles:
            roles.append("briefed")
        lead = read.text[start : group[0].start]
        for role in roles:
            for person in group:
                yield from _fact(reading, read, person, titles, role, lead, did)


def _fact(
    reading: Reading, read: Read, person: _Named, titles: Mapping[str, str], role: str, lead: str, did: str
) -> Iterator[Fact]:
    event_match = _EVENTS.search(did) or _EVENTS.search(lead)
    event = event_match[0] if event_match else ("新闻发布会" if role == "briefed" else None)
    founding = bool(event and event.startswith("成立")) or (
        role == "sent_letter" and bool(re.search(r"成立", did)) and not re.search(r"峰会", did)
    )
    year = read.edition_at(person.start) or reading.edition
    owner = read.owner_at(person.end)
    if founding:
        subject = ORGANISATION
    elif year and owner is not Owner.OTHER:
        subject = summit(year)
    else:
        return
    yield Fact(
        subject=subject,
        predicate="person",
        value=person.name,
        title=person.title or titles.get(person.name),
        role=role,
        event=event,
        phase=Phase.ANNOUNCED if _WILL.search(lead[-16:] + did[:12]) else Phase.REPORTED,
        sources=(reading.cite(read),),
    )


def _english(reading: Reading, read: Read) -> Iterator[Fact]:
    for pattern in _EN_FORMS:
        for match in pattern.finditer(read.text):
            did = match["verb"]
            year = read.edition_at(match.start()) or reading.edition
            if not year or read.owner_at(match.start()) is Owner.OTHER:
                continue
            event = _EVENTS_EN.search(did)
            for role, words in _ROLES_EN.items():
                if not words.search(did) or (role == "spoke" and re.search("keynote", did, re.IGNORECASE)):
                    continue
                founding = bool(re.search(r"founding|inaugurat\w+ of the (?:international )?organi", did))
                yield Fact(
                    subject=ORGANISATION if founding else summit(year),
                    predicate="person",
                    value=match["name"],
                    title=match["title"].strip(" ,"),
                    role=role,
                    event=event[0] if event else None,
                    phase=reading.phase(read, match.start(), year),
                    sources=(reading.cite(read),),
                )
