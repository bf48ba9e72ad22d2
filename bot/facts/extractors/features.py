"""What was new at an edition: set up, launched, founded or held for the first time.

A verb of founding (设立, 成立, 启动) with a name behind it or before it; other verbs (举办, 颁发, 发布) only with 首次 or its
like; 首届 with a name. A name is quoted, or ends in a word such as 奖, 委员会, 计划.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.document import BlockKind
from bot.facts.english_features import english_features
from bot.facts.enumeration import listed_from
from bot.facts.fact import Fact
from bot.facts.names import PROGRAMMES, Owner
from bot.facts.reading import Read, Reading
from bot.facts.subjects import summit

_FIRST = r"(?:首次|首度|第一次|首创性地|史上首次)"
_FOUNDS = r"(?:设立|成立|创设|增设|新增|新设|首设|特设|首创|首办|创立|组建|启动|推出|发起|上线|开通|启用|首推(?=“))"
_HOLDS = r"(?:举办|举行|召开|开设|设置|颁发|颁出|发布|评选|引入|组织|开展|征集|打造|增加|开启|创办|办起|搞起|摆起|搭起|引进|办(?=了))"
_ADVERB = r"(?:正式|将|还|专门|同时|创新性?|重磅|全新|现场|共同|联合|宣布|同期|隆重|计划|拟|新|也|并|已|特别|决定)"
_VERB = (
    rf"{_ADVERB}{{0,4}}(?:(?P<first>{_FIRST}|新|今年新)(?:在[^，。“”]{{1,12}}?)?{_ADVERB}{{0,2}}(?:{_FOUNDS}|{_HOLDS}|推)"
    rf"|(?P<found>{_FOUNDS}))(?:成立|设立|举办|征集发布)?(?:了|出|的(?=“))?"
)
_KIND = (
    r"(?:奖项?|奖学金|委员会|专委会|计划|研修院|学院|研究院|中心|联盟|平台|基金|机制|工作组|智库|分会|办公室|倡议|行动|工程|项目|论坛|峰会|大赛|竞赛|活动"
    r"|单元|板块|环节|赛道|专题赛|展区|专区|体验区|展馆|主题展|专题展|特展|展览|博览会|会议|对话|研讨会|沙龙|咖荟|夜话|专场|典礼|仪式|指数|案例集?"
    r"|演出|晚会|音乐会|实验室|博物馆|科技馆|基地|训练营|青年营|路演|秘书处|品牌|品牌活动|科技成果|发布活动|发布展示|荣誉|特色赛|专项赛|邀请赛|挑战赛)"
)
_QUOTED = rf"“[^“”]{{2,40}}”(?:[^，。；、：“”的]{{0,12}}?{_KIND})?"
_PLAIN = rf"[^，。；：、！“”（）\s]{{2,40}}?(?:“[^“”]{{2,30}}”[^，。；：、“”]{{0,12}}?)?{_KIND}"
_END = (
    r"(?=[，。；、！？）)]|等|并|和|及|与|以及|$|\s|——|的(?:首|第)|[两二三四五六七八九十\d]+(?:项|个|大|场)(?:活动|内容|板块|环节|奖项)|(?<=”)(?:\d{1,2}日"
    r"|登场|亮相))"
)
_NAME = rf"(?:[^，。；：、“”]{{0,16}}?{_QUOTED}|{_PLAIN}){_END}"
_OBJECT = re.compile(rf"{_VERB}(?P<what>{_NAME})")
# 首次举办的“A”大赛收到……, 首设的B论坛让他印象深刻: the verb stands before 的, and any word behind the name.
_ATTRIBUTE = re.compile(
    rf"(?:{_FIRST}(?:在[^，。“”]{{1,12}}?)?(?:{_FOUNDS}|{_HOLDS}|亮相|登场)|首设|首办|首创|首推|新设立?|新增设?|增设)的"
    rf"(?P<what>“[^“”]{{2,40}}”(?:[^，。；、：“”的]{{0,12}}?{_KIND})?|《[^《》]{{2,40}}展》"
    rf"|[^，。；：、！“”（）\s的]{{2,30}}?{_KIND})(?!{_KIND}|[员者]|人(?!气|头))"
)
# 首次推出《A成果展》
_SHOWN_FIRST = re.compile(rf"{_FIRST}(?:{_FOUNDS}|{_HOLDS})了?(?P<what>《[^《》]{{2,40}}(?:展|展览|音乐会|晚会)》)")
_MORE = re.compile(rf"(?:、|和|及|与|以及|，并?{_FOUNDS})(?P<what>{_NAME})")
_HAPPENS = re.compile(
    rf"(?P<first>{_FIRST})(?:与[^，。；]{{2,8}}见面|举办|举行|亮相|发布|颁发|设立|颁出|揭晓|推出|开展|征集发布|评选|召开|登场|开赛|开锣|落地|面世)|(?:宣布|宣告|揭牌|挂牌|正式)?成立|揭牌|挂牌"
    r"|(?P<news>[是系](?:在[^。；]{2,60}?[，,]?于?)?(?:今年|本届|此次|本次)[^，。]{0,12}?(?:首次?|首度|全?新)(?:设立?|增设|推出|创办|举办|增)(?:的|(?=[，。])))"
    r"|(?P<born>应运而生|横空出世|(?:正式|由此|就此)?(?:诞生|问世)(?=[，。；！]))"
    r"|正式(?:启动|启用|上线|设立|发布|开馆|落成)|(?:同[日期]|当[日天]|现场|宣布)启动|启用|上线"
)
# The clause goes no further than its object: 首次亮相乌镇.
_ENDS_SOON = re.compile(r"[^，。；“”]{0,6}(?:[，。；！、]|$)|仪式")
# 博览会首次设立人工智能展区: what stands behind is new, not who set it up.
_HAS_OBJECT = re.compile(rf"[了出]?{_NAME}")
_BEFORE_VERB = re.compile(
    r"(?:也|均|都|将|还|已|今年|正式|同期|隆重|双双|相继|先后|现场|[昨今当][晚天日早夜年]|\d{1,2}日|上午|下午|晚间|晚上|中午|本届|此次)+$"
)
_WHERE = re.compile(r"[于在][^于在，。]{1,12}$")
_CLAUSE = 80
_SUMMIT_HOLDS = re.compile(
    rf"峰会(?:期间)?(?:[^。；]{{0,120}}?，)?{_ADVERB}{{0,4}}{_FIRST}{_ADVERB}{{0,2}}{_HOLDS}了?[“《]?$"
)
# A cheap look for a word that every Chinese form has.
_TRIGGER = re.compile(
    r"首|第一次|应运|横空|诞生|问世|新[增设推]|今年新|成立|[设创]立|创设|组建|启[动用]|推出|发起|[增特]设|上线|开通|牌|正式[开落]"
)
# No sentence of an article is longer; a longer one is a page that lost its punctuation.
_LONGEST_SENTENCE = 2000
_FIRST_EDITION = re.compile(
    rf"(?<!第)首届(?P<what>“[^“”]{{2,30}}”(?:[^，。；：、“”]{{0,14}}?{_KIND})?|[^，。；：、“”]{{2,30}}?(?:{_KIND}|周"
    rf"|节))(?=[^，。；]{{0,12}}(?:举行|举办|亮相|揭晓|颁|启动|开幕|发布|登场|评选|同期))"
)
# 作为今年的新设板块，“A”案例发布展示活动…
_AS_NEW = re.compile(
    rf"作为[^，。；]{{0,30}}(?:新设|新增|首设|首次(?:设立|推出))的?(?:板块|环节|活动|奖项|内容|项目)，(?P<what>{_QUOTED}|{_PLAIN})"
)
_SEVERAL = re.compile(
    rf"(?:{_FIRST}|新增|新设|增设|推出|新推)(?:了)?(?:[\d一二两三四五六七八九十]+)(?:项|个|大)[^，。：；]{{0,12}}[：:，](?:分别(?:是|为)|包括|即|有)?[：:]?"
)
_ITEMS_BELOW = re.compile(r"(?:新增|新设|首次|首设|新举措|新内容|新亮点|新变化|新活动)[^。]{0,16}[：:]$")
# Who sets up: the summit, or nobody named. Any other subject founds something of its own.
_OURS = re.compile(
    r"(?:峰会|大会|会议|论坛|盛会|我们|组委会|主办方|秘书处|期间|[会式坛动]上|今年|[本今]届|此次|本次|当[天日]|同期|一是|二是|三是|四是|五是|六是|首先|其次"
    r"|[\d一二三四五六七八九十]+[.、）日月年]|此外|同时|另外|其中|据悉|宣布|决定|介绍|表示|获悉|中|内|后|[将还也并又已拟等了一是]|[：:“”])$"
)
# One body of its own, before the verb in the same sentence; 400家企业 are those who came.
_ALIEN = re.compile(
    r"公司|集团|创始人|科技(?=带来|推出|发布|展出)|(?:大学|学院|实验室|研究院)(?:今年|也|还|在|将|于|宣布)"
)
_SHOWN = re.compile(r"(?:带来|展示|展出|携)了?$")
_THIS_YEAR = re.compile(r"(?:今年|本届|此次|本次)$")
_SEEN = re.compile(
    r"(?:走进|来到|参观|体验|参加|出席|关注|看到|见证|包括|以及|及|和|与|是|为|让|对|如|有|、|峰会|大会|会议|盛会|设|设置)了?$"
)
_MEETING = re.compile(r"峰会|大会|组委会|主办|会上|[式坛]上|期间")
_ADVERBS = re.compile(rf"(?:{_ADVERB}|{_FIRST}|还|将)+$")
_NOT_NEW = re.compile(
    r"国际组织|常设机构|永久(?:会址|举办地)|公司|企业(?!家)|党|政府|共和国|独资|业务|产品|新品|芯片|模型$|应用$|仪式$|报名|签约|启动仪式|以来|之后|后的|第.届|周年"
    r"|[一二三四五六七八九十\d]+(?:余|多)?(?:项|个|场|大|家|名|位)|一批|多项|一系列|系列活动$|^(?:活动|项目|平台|计划|会议|论坛|大赛|峰会|展览|行动|奖项|网络|专场|仪式"
    r"|会|该.*)$|全球互联网$|围绕|来自|数据显示"
)
# 是首次设立的品牌活动: what kind of thing, not its name.
_NO_NAME = re.compile(
    rf"(?:{_KIND}|品牌|系列|重要|主题|特色|专题|线上|线下|大型|国际|重磅|亮点|创新|全球|全新|重点|专场)+"
)
_LEADING = re.compile(
    r"^(?:[^，。“]{0,20}?(?:期间|会上|峰会上|大会上|论坛上|仪式上|当天|当日|现场|上午|下午)|此外|同时|另外|其中|今年|本届|据悉|而|由|为|在|并|还|作为"
    r"|[\d一二三四五六七八九十]+月?[\d一二三四五六七八九十]*[日年]|[一二三四五六]是)+的?"
)
_BEFORE_NAME = re.compile(
    r"^(?:了|一个|一项|名为|题为|新的|首个|首届|首批|首期|全新的?|全球首个|国内首个|一场|the |a |an |its |new |first )+",
    re.IGNORECASE,
)
# 备受瞩目的“A奖”, 由甲发起的B联盟: what is said of the thing before its name.
_SAID_OF_IT = re.compile(
    r"^[^“”《》]{2,16}的(?=[“《])|^[^“”《》]{2,30}(?:发起|主办|打造|推出|倡议|设立|期待|瞩目|关注)的(?=.{3,})"
)
_VERB_FIRST = re.compile(
    r"^(?:首设|首办|首创|首发|首推|新设|新增|增设|发布|启动|举办|举行|推出|召开|成立|设立|颁发|开设|上线|揭牌|发起|组建|评选|征集|引入)了?"
    r"(?!仪式|活动|会|式|平台|典礼|计划|大会|暨|与|和|中心|日|展示|展$|厅)(?=[“《]|.{4,})"
)
_PURPOSE = re.compile(
    r"^[，,]?\s?(?:以|旨在|用以|用于|为了|意在)(?P<purpose>[^。；]{4,120})|^，(?P<verbal>(?:推动|搭建|表彰|促进|打造|助力|为|褒奖|嘉奖|鼓励"
    r"|支持)[^。；]{4,120})"
)
_FOR = re.compile(
    r"^[，,]?\s?(?:面向|为)(?P<audience>[^，。；]{2,60}?)(?:，(?=搭建|提供|打造|开展)|(?=搭建|提供|打造|开展)|(?=[。；]))(?P<rest>[^。；]*)"
)
# 为了让更多青年被看见，大会首次设立“A营”
_WHY_BEFORE = re.compile(r"为了(?P<purpose>[^，。；]{4,80})，[^，。；“”]{0,16}“?$")
_GENERIC_TAIL = re.compile(
    r"^“([^“”]{2,40})”(?:系列对话|(?:系列|品牌|主题|特色)*(?:活动|环节|栏目|品牌)|(?:案例)?(?:发布)?展示(?:活动)?)$"
)


def extract(reading: Reading) -> Iterator[Fact]:
    """`new_feature`, with its purpose and audience where the clause gives them."""
    for index, read in enumerate(reading.reads):
        if len(read.text) > _LONGEST_SENTENCE or (read.is_chinese and not _may_tell(reading, index)):
            continue
        taken: list[tuple[int, int]] = []
        for start, end, name in _found(reading, index) if read.is_chinese else _english(read):
            year = read.edition_at(start)
            foreign = any(mention.owner is Owner.OTHER for mention in reading.names.mentions(name))
            foreign = foreign and not _held_at_summit(read, start)
            if (
                not year
                or foreign
                or _NO_NAME.fullmatch(name)
                or any(start < other and begin < end for begin, other in taken)
            ):
                continue
            taken.append((start, end))
            purpose, audience = _reasons(read.text[end:])
            if purpose is None and (why := _WHY_BEFORE.search(read.text, 0, start)):
                purpose = why["purpose"]
            yield Fact(
                subject=summit(year),
                predicate="new_feature",
                value=name,
                purpose=purpose,
                audience=audience,
                phase=reading.phase(read, start, year),
                sources=(reading.cite(read),),
            )


def _held_at_summit(read: Read, start: int) -> bool:
    """峰会将首次举办“A论坛”: held in the frame of the edition, whatever meeting it is elsewhere."""
    part = max(read.text.rfind(mark, 0, start) for mark in "。；") + 1
    return _SUMMIT_HOLDS.search(read.text, part, start) is not None


def _found(reading: Reading, index: int) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each new thing in a Chinese sentence."""
    read = reading.reads[index]
    name = read.text.rstrip("。；")
    if read.kind is BlockKind.ITEM and re.fullmatch(_NAME, name) and _is_item_of_news(reading, index):
        yield 0, len(read.text), _bare(name)
    yield from _several(read)
    yield from _attributes(read)
    yield from _objects(reading, read)
    for match in _FIRST_EDITION.finditer(read.text):
        alias = re.fullmatch(reading.names.alias, match["what"], re.IGNORECASE)
        if not alias and read.owner_at(match.start()) is not Owner.OTHER and not _is_history(read, match.start()):
            yield *match.span("what"), _bare(match["what"])
    for match in _AS_NEW.finditer(read.text):
        if not _NOT_NEW.search(_outside_quotes(match["what"])):
            yield *match.span("what"), _bare(match["what"])
    yield from _subjects(reading, read)


def _may_tell(reading: Reading, index: int) -> bool:
    read = reading.reads[index]
    return bool(_TRIGGER.search(read.text)) or read.kind is BlockKind.ITEM


def _is_item_of_news(reading: Reading, index: int) -> bool:
    """True for an item of a list below a line such as 今年新增四项内容："""
    while index and reading.reads[index].kind is BlockKind.ITEM:
        index -= 1
    return bool(_ITEMS_BELOW.search(reading.reads[index].text.strip()))


def _several(read: Read) -> Iterator[tuple[int, int, str]]:
    """今年新增三项内容：A奖、B计划和C委员会."""
    for match in _SEVERAL.finditer(read.text):
        items = listed_from(read.text, match.end()).items
        if len(items) >= 2 and all(
            re.fullmatch(rf"[^“”]*?{_KIND}|.*”.{{0,12}}", item) and not _NOT_NEW.search(item) for item in items
        ):
            for item in items:
                start = read.text.index(item, match.end())
                yield start, start + len(item), _bare(item)


def _attributes(read: Read) -> Iterator[tuple[int, int, str]]:
    """首次举办的A, 首次推出《B展》: whatever the sentence says of them."""
    for match in (*_ATTRIBUTE.finditer(read.text), *_SHOWN_FIRST.finditer(read.text)):
        said = read.text[max(read.text.rfind(mark, 0, match.start()) for mark in "。；") + 1 : match.start()]
        foreign = read.owner_at(match.start()) in (Owner.OTHER, Owner.ORGANISATION)
        if foreign or _is_history(read, match.start()) or (_ALIEN.search(said) and not _MEETING.search(said)):
            continue
        # 阿里巴巴今年首次推出的平台: somebody else's.
        who = _THIS_YEAR.sub("", _ADVERBS.sub("", read.text[read.clause(match.start())[0] : match.start()].strip()))
        programme = any(m.owner in PROGRAMMES and m.end >= match.start() - 2 for m in read.mentions)
        if _SHOWN.search(who):
            continue
        if who and not (_OURS.search(who) or _SEEN.search(who) or programme):
            continue
        if not _NOT_NEW.search(_outside_quotes(match["what"])):
            yield *match.span("what"), _bare(match["what"])


def _objects(reading: Reading, read: Read) -> Iterator[tuple[int, int, str]]:
    for match in _OBJECT.finditer(read.text):
        if not _may_found(reading, read, match):
            continue
        part: re.Match[str] | None = match
        while part:
            if not _is_name(read, part):
                break
            yield *part.span("what"), _bare(part["what"])
            part = _MORE.match(read.text, part.end())


def _may_found(reading: Reading, read: Read, match: re.Match[str]) -> bool:
    """True if the summit, or nobody else, is the one who sets up."""
    owner = read.owner_at(match.start())
    new = bool(match["first"]) or re.search(r"新[增设]|增设|首[设创办]", match["found"] or "")
    if (
        owner in (Owner.OTHER, Owner.ORGANISATION)
        or (owner in PROGRAMMES and not new)
        or _is_history(read, match.start())
    ):
        return False
    start, _ = read.clause(match.start())
    who = read.text[start : match.start()]
    said = read.text[max(read.text.rfind(mark, 0, match.start()) for mark in "。；") + 1 : match.start()]
    if _SHOWN.search(who) or (_ALIEN.search(said) and not _MEETING.search(said)):
        return False
    place = re.match(rf"(?P<who>.*?)在[^，。]*?(?:上|期间|中|现场|时|内|{reading.names.place.zh})", who)
    who = _ADVERBS.sub("", (place["who"] if place else who).strip())
    known = not who or _OURS.search(who) or re.search(rf"(?:{reading.names.alias})$", who)
    of_series = re.search(reading.names.alias, match["what"]) or any(
        m.owner in PROGRAMMES for m in reading.names.mentions(match["what"])
    )
    named_programme = any(
        m.owner in PROGRAMMES and m.end >= match.start() - 1 for m in read.mentions if start <= m.start < match.start()
    )
    if (
        not new
        and any(m.owner in PROGRAMMES for m in reading.names.mentions(match["what"]))
        and "奖" not in match["what"]
    ):
        return False  # A standing activity is not new.
    return bool(known or of_series or (new and named_programme))


def _is_history(read: Read, position: int) -> bool:
    start, _ = read.clause(position)
    return bool(re.search(r"(?:自|曾|已于|此前|早在|过去|\d{4}年)[^，。]{0,16}$", read.text[start:position]))


def _is_name(read: Read, match: re.Match[str]) -> bool:
    what = match["what"]
    bare = _outside_quotes(what)
    # 首次举办A计划启动仪式: said to be the first, the ceremony itself is new.
    ceremony = match.groupdict().get("first") and re.search(r".{4,}启动仪式$", bare)
    if _NOT_NEW.search(re.sub(r"启动仪式$", "", bare) if ceremony else bare) or re.match(
        r"是|的|作为|了?(?:对|以|由|在)|”", what
    ):
        return False
    return not re.match(r"等[^，。]{0,14}特色活动|的(?!首|第)", read.text[match.end("what") :])


def _outside_quotes(name: str) -> str:
    return re.sub(r"“[^”]*”|《[^》]*》", "“”", name)


def _subjects(reading: Reading, read: Read) -> Iterator[tuple[int, int, str]]:
    """A委员会正式成立 · “B”首次举办."""
    for match in _HAPPENS.finditer(read.text):
        start, end = _subject_of(read.text, match)
        owner = read.owner_at(start)
        if (
            (not match["news"] and _HAS_OBJECT.match(read.text, match.end()))
            or end - start < 2
            or owner in (Owner.OTHER, Owner.ORGANISATION)
            or _is_history(read, end)
        ):
            continue
        names = re.split(r"、|(?<=[会院盟台心])(?:和|及|与)", read.text[start:end])
        for name in names:
            at = read.text.index(name, start) if name else start
            new = match["first"] or match["news"] or match["born"]
            if not new and any(mention.owner in PROGRAMMES for mention in reading.names.mentions(name)):
                continue
            complete = re.fullmatch(rf"[^“”]{{2,40}}?{_KIND}|[^“”]{{0,14}}“[^“”]{{2,40}}”[^“”]{{0,14}}", name)
            if (
                complete
                and not _NOT_NEW.search(_outside_quotes(name))
                and not re.search(r"共同为|永久(?:会址|举办地)", name)
                and not re.search(rf"(?:{reading.names.alias})$", name)
            ):
                # Only the last is followed by what it is for.
                stop = match.end() if name is names[-1] else at + len(name)
                yield at, stop, _bare(re.sub(r"揭牌$", "", name))


def _subject_of(text: str, verb: re.Match[str]) -> tuple[int, int]:
    """Where the subject of `verb` stands in its clause, without the words of time and place around it."""
    if not _ENDS_SOON.match(text, verb.end()):
        return verb.start(), verb.start()
    begin = max(0, verb.start() - _CLAUSE)
    begin = max(begin, *(text.rfind(mark, begin, verb.start()) + 1 for mark in "，。；：！—"))
    what = text[begin : verb.start()]
    what = _BEFORE_VERB.sub("", _WHERE.sub("", _BEFORE_VERB.sub("", what)))
    lead = _LEADING.match(what)
    return begin + (lead.end() if lead else 0), begin + len(what)


def _english(read: Read) -> Iterator[tuple[int, int, str]]:
    # "Light of the Internet" Expo, found from the name on: half a pair of quotation marks is none.
    return (
        (start, end, _bare(name if name.count('"') % 2 == 0 else name.replace('"', "")))
        for start, end, name in english_features(read)
    )


def _bare(name: str) -> str:
    """The name alone: without 了, 一个, the quotation marks around the whole, and 活动 behind those."""
    name = _BEFORE_NAME.sub("", _VERB_FIRST.sub("", _SAID_OF_IT.sub("", name.strip())))
    if generic := _GENERIC_TAIL.match(name):
        return generic[1]
    if re.fullmatch("《[^《》]+》", name):
        return name[1:-1]
    if name.startswith("“") and name.endswith("”") and name.count("“") == 1:
        return name[1:-1]
    return name


def _reasons(rest: str) -> tuple[str | None, str | None]:
    """Purpose and audience, if the words behind the name give them."""
    rest = re.sub(r"^[”》]", "", rest)
    audience = _FOR.match(rest)
    if audience:
        return audience["rest"].strip() or None, audience["audience"]
    purpose = _PURPOSE.match(rest)
    return ((purpose["purpose"] or purpose["verbal"]).strip() if purpose else None), None
