"""People in a Chinese sentence: a name behind a title, before one, beside a titled one, or met before in the article.

A string is a name only if it has the shape of one, stands where one can, and what follows can follow a name: companies, places
and common words that begin like a surname must not become people.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.hints import has_any
from bot.facts.people.person import Person, either, free, words

_WORDS = words()
_HAN = r"[\u4e00-\u9fff]"
_SURNAMES = re.sub(r"\s", "", _WORDS["surnames"])
_NEVER = _WORDS["never_in_names"]
_GIVEN = rf"(?![{_NEVER}]){_HAN}"
_LAST = rf"(?![{_NEVER}{_WORDS['never_last']}]){_HAN}"
_SURNAME = rf"(?:{either(_WORDS['compound_surnames'])}|[{_SURNAMES}])"
_NATIVE = rf"{_SURNAME}(?:{_GIVEN}{_LAST}|{_GIVEN}|[ \u3000]{_GIVEN})"
# 多琳·伯格丹-马丁: the last part is as short as what follows allows.
_DOTTED = rf"(?:{_HAN}{{1,8}}|[A-Z]\.?)(?:[·•・‧]\s?{_HAN}{{1,8}}(?:-{_HAN}{{1,6}}?)?){{0,3}}?[·•・‧-]\s?{_HAN}{{1,9}}?"
_TRANSLITERATION = re.sub(r"\s", "", _WORDS["transliteration"])
_PLAIN_FOREIGN = rf"[{_TRANSLITERATION}]{{2,8}}?"
_LATIN = r"[A-Z][\w'’-]+(?:\s(?:[A-Z]\.|[A-Z][\w'’-]+)){1,3}"
_BEHIND = rf"(?=$|[^\u4e00-\u9fff·•・‧\w-]|\d|{either(_WORDS['behind_names'])})"
_CAN_FOLLOW = re.compile(_BEHIND)
_NAME = rf"(?:{_DOTTED}|{_NATIVE}|{_PLAIN_FOREIGN}|{_LATIN}){_BEHIND}"
_OFFICE = either(_WORDS["offices"])
_IS_OFFICE = re.compile(either([*_WORDS["offices"], *_WORDS["offices_behind"]]))
_NO_NAME = re.compile(either(_WORDS["not_names"]))

# What stands behind an office: 秘书长（前）赵厚麟
_TITLED = re.compile(rf"(?:[（(][^（()）]{{1,20}}[)）])?[”」]?\s?(?P<name>{_NAME})")
_NEXT = re.compile(
    rf"(?:[（(][^（()）]{{1,20}}[)）])?(?:、|和|与|以及|及|，(?=[^，。；]{{2,4}}[、，和]))(?P<name>(?:{_DOTTED}|{_NATIVE}){_BEHIND})"
)
# What stands before an office that follows its name: 习近平主席
_OFFICES_BEHIND = frozenset(_WORDS["offices_behind"])
_BEFORE_OFFICE = re.compile(
    rf"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[由据和与受向为了读及在对同])|(?<=宣读))(?P<name>{_NATIVE})$"
)
_LONGEST_NATIVE = 5
_BRACKETED = re.compile(rf"(?P<name>{_DOTTED}|{_NATIVE})\s?[（(](?P<title>[^（()）。；]{{2,40}}?(?:{_OFFICE}))[)）]")
_APPOSED = re.compile(
    rf"(?:^|(?<=[。；，“：\s]))(?P<name>{_DOTTED}|{_NATIVE})(?:，|\s|——"
    rf"|：)(?P<title>[^（()）。，；：“”]{{2,40}}?(?:{_OFFICE}))(?=$|[，。；（(])"
)
_CLOSES = frozenset("）)")
_ENDS = frozenset(("", *"，。；（("))
_WELL_KNOWN = re.compile(either(_WORDS["well_known"]))
# A name of three characters; the first of a clause if no other character stands before it.
_THREE = rf"{_GIVEN}{_LAST}"
_BARE = re.compile(
    rf"(?P<name>[{_SURNAMES}](?<![^，。；：\s”】].){_THREE})"
    r"(?=出席|宣读|主持|致辞|致词|在贺[信电]中|发表主旨|作主旨|(?:向|为)[^，。；]{2,30}?贺|在(?:开幕|闭幕)[^，。；]{0,8}致"
    r"|应邀出席|(?:分别)?主持|等(?:出席|参加|致辞))"
)
# 宣读了习近平的贺信
_SENDER = re.compile(rf"(?:[宣代]读了?)(?P<name>[{_SURNAMES}]{_THREE})(?=的?(?:重要|书面)?贺[信电词])")
# Without one of these nobody is told of without a title.
_ACTS = ("出席", "宣读", "代读", "主持", "致", "贺", "主旨", "参加")
# 丁磊、杨元庆、周鸿祎等互联网大佬, and the same before a verb.
_PIECE = r"[^，。；：！？“”、\s（）()等]{2,12}"
_LISTED = re.compile(
    rf"(?:^|(?<=[，。；：！“”])|(?<=包括)|(?<=[由有]))(?P<names>(?:{_PIECE}、){{1,60}}{_PIECE}?)"
    r"(?:(?P<etc>等)(?P<noun>[^，。；]{0,12})|(?=出席|参加|列席|致辞|发表|发言|演讲|主持|先后|分别|亮相|与会|参会))"
)
_LIST_HINTS = ("等",)
_COMPANY = re.compile(rf"(?!以及|还有|包括){_HAN}{{2,6}}")
_PEOPLE_NOUN = re.compile(either(_WORDS["people_nouns"]))
_IS_NATIVE = re.compile(rf"{_SURNAME}(?:{_GIVEN}{_LAST}|{_GIVEN})")
_IS_DOTTED = re.compile(rf"{_HAN}{{1,8}}(?:[·•・‧]{_HAN}{{1,8}})+")

# A dateline ends where its bracket closes: 电（记者余俊杰）
_BOUNDARY = re.compile(
    r"[，。；：！？“”「」…:;!?]|(?:电|讯|道)\s?[（(][^（()）]*[)）]|[（(][^（()）]*(?:记者|通讯员)[^（()）]*[)）]"
)
# What stands between the beginning of a clause and the title.
_LEADS = re.compile(
    r"^(?:[、，\s*—-]|以及|还有|和(?!利时|记)|及|与|同(?!方|济|程|花)|据|由|如|在(?!线)|向|对(?!外)|为|受|被|时任|有(?!研|赞|限)|其中|当天|当日|现场"
    r"|今年|去年|本届|本次|此次|是(?!非)|随后|期间|同时|此外|另外|包括|记者从|来自|特邀|邀请(?:了|到)?|听取了?|采访了?|会见了?|对话|宣读了?|播放了?|播出了?|收看了?|观看了?|转达了?|请(?!愿)|会上|会后|会前|随着)+"
)
# The last of these in the clause stands before the title.
_LEAD_ENDS = re.compile(
    r"(?:会议|大会|峰会|论坛|开幕式|闭幕式|仪式|典礼|活动|发布会|座谈会|晚宴|议程|环节|对话|吹风会|记者会|发布|致辞|演讲)(?:上|由|中|期间|后)(?!海|线|市|央|国|层|将|方|心|文"
    r"|欧|美|外|非|信)"
    r"|(?:上午|下午|晚上|晚间|凌晨|今天|昨天|今日|昨日|当晚|今晚|昨晚|日前|近日|当天|当日|期间|\d日|现场|随后|其间|同时|此外|其中|以及|还有|包括|获悉|邀请[了到]?|宣读了?|播放了?|播出了?|收看了?|观看了?"
    r"|采访了?|会见了?|作为|特邀)"
    r"|(?<![自理缘事])由(?!于)|(?<=[\u4e00-\u9fff])的"
)
_REMARK = re.compile(r"(?:博士|先生|女士|教授|阁下|爵士|院士)?(?:[（(][^（()）]{1,20}[)）])?")
_TITLE = re.compile(rf"(?:{_OFFICE})(?:[（(][^（()）]{{1,20}}[)）])?$")
_NO_TITLE = re.compile(
    r"表示|认为|指出|举行|举办|召开|参加|出席|致辞|主持(?!人)|宣布|强调|介绍|记者|通讯员|来自|前来|以来|我们|他们|不少|许多|众多|每[个位]|[几数]位|成为|担任|当选"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom the words of `text` alone tell: `titled`, and `bare` by what they do."""

    text: str
    titled: tuple[Person, ...]
    bare: tuple[Person, ...]

    def people(self, known: Mapping[str, str | None]) -> list[Person]:
        """Everyone named, in order. `known` are people of the article by name, with their titles."""
        called = [name for name in known if name in self.text]
        if not called and not self.bare and not has_any(self.text, _LIST_HINTS):
            return list(self.titled)
        met = list(_met_before(self.text, called))
        found = list(self.titled)
        for person in (*met, *self.bare, *_listed(self.text, known, bool(met))):
            if free(person.start, person.end, found):
                found.append(person)
        found.sort(key=_position)
        return found


def _position(person: Person) -> int:
    return person.start


def named(text: str) -> Named:
    """Whom a sentence names."""
    offices = list(_IS_OFFICE.finditer(text))
    found = list(_titled(text, offices)) if offices else []
    for person in (*_apposed(text, offices), *_with_office_behind(text, offices)):
        if free(person.start, person.end, found):
            found.append(person)
    return Named(text, tuple(found), tuple(_bare(text)) if has_any(text, _ACTS) else ())


def well_known(texts: Collection[str]) -> dict[str, None]:
    """Names that are printed without a title because every reader knows them: those that stand in `texts`."""
    return dict.fromkeys(_WELL_KNOWN.findall("\n".join(texts)))


def is_name(name: str) -> bool:
    """False for words, companies and places that have the shape of a name."""
    return not _NO_NAME.match(name) and not _TITLE.search(name) and not name.endswith(("公司", "集团", "大学", "先生"))


def _titled(text: str, offices: Sequence[re.Match[str]]) -> Iterator[Person]:
    previous = 0
    for office in offices:
        match = _TITLED.match(text, office.end()) if office.start() >= previous else None
        if not match or not is_name(match["name"]):
            continue
        name = match["name"]
        if _IS_OFFICE.search(name.partition("·")[0]) and "·" in name:
            continue  # 董事会前主席约翰·钱伯斯: a later office is the last of the title
        found = _title_before(text, previous, match.start("name"))
        if found is None:
            continue
        title, start = found
        yield Person(_tidy(name), title, start, match.end())
        previous = match.end()
        # 院士邬贺铨、吴建平: who follows without a title of their own shares it.
        while (
            (further := _NEXT.match(text, previous))
            and is_name(further["name"])
            and not _IS_OFFICE.search(further["name"])
        ):
            yield Person(_tidy(further["name"]), title, further.start("name"), further.end())
            previous = further.end()


def _tidy(name: str) -> str:
    return name if name.isascii() else re.sub(r"[ \u3000]", "", name)


def _title_before(text: str, previous: int, end: int) -> tuple[str, int] | None:
    """The title that ends at `end`, and where it begins; None if what stands there is no title."""
    remark = _REMARK.match(text, previous)
    # What stands behind the name before: 普杰立博士（视频）.
    start = remark.end() if previous and remark else previous
    for mark in _BOUNDARY.finditer(text, previous, end):
        if not (mark[0] in "“”「」" and _quoted_in_title(text, mark.start(), end)):
            start = mark.end()
    for lead in _LEAD_ENDS.finditer(text, start, end):
        if not _inside_brackets(text, start, lead.start()):
            start = lead.end()
    opening = _LEADS.match(text[start:end])
    start += opening.end() if opening else 0
    title = text[start:end].strip("、， \u3000*”」")
    if not 2 <= len(title) <= 70 or not _TITLE.search(title) or _NO_TITLE.search(title):
        return None
    return title, start


def _quoted_in_title(text: str, mark: int, end: int) -> bool:
    """“互联网之父”罗伯特·卡恩: quotation marks that close just before the name, or a name in quotes inside a title."""
    if text[mark] in "”」":
        return text[mark + 1 : end].strip() == "" or not re.search(r"[，。；：]", text[mark:end])
    return False


def _inside_brackets(text: str, start: int, position: int) -> bool:
    before = text[start:position]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")


def _apposed(text: str, offices: Sequence[re.Match[str]]) -> Iterator[Person]:
    """任贤良（世界互联网大会秘书长） and 任贤良，世界互联网大会秘书长，…"""
    behind = {text[office.end() : office.end() + 1] for office in offices}
    patterns = (_BRACKETED if behind & _CLOSES else None, _APPOSED if behind & _ENDS else None)
    for pattern in filter(None, patterns):
        for match in pattern.finditer(text):
            title = match["title"].strip()
            if is_name(match["name"]) and not _NO_TITLE.search(title):
                yield Person(_tidy(match["name"]), title, match.start(), match.end())


def _with_office_behind(text: str, offices: Sequence[re.Match[str]]) -> Iterator[Person]:
    for office in offices:
        if office[0] not in _OFFICES_BEHIND:
            continue
        match = _BEFORE_OFFICE.search(text, max(0, office.start() - _LONGEST_NATIVE), office.start())
        if match and is_name(match["name"]):
            yield Person(match["name"], office[0], match.start(), office.end(), full=False)


def _met_before(text: str, names: Iterable[str]) -> Iterator[Person]:
    for name in names:
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if _CAN_FOLLOW.match(text, end):
                yield Person(name, None, _piece_start(text, start), end)
            start = text.find(name, end)


def _piece_start(text: str, start: int) -> int:
    """阿里巴巴马云、腾讯马化腾: in a list the company before a name belongs to it."""
    piece = text.rfind("、", max(0, start - 7), start) + 1
    return piece if piece and _COMPANY.fullmatch(text, piece, start) else start


def _bare(text: str) -> Iterator[Person]:
    """习近平向大会致贺信: a headline names people without a title."""
    for match in _BARE.finditer(text):
        if is_name(match["name"]):
            yield Person(match["name"], None, match.start(), match.end())
    if "读" in text:
        for match in _SENDER.finditer(text):
            if is_name(match["name"]):
                yield Person(match["name"], None, match.start("name"), match.end())


def _listed(text: str, known: Collection[str], met: bool) -> Iterator[Person]:
    """A list in which every piece is surely a name, because one is known or 等 is followed by a word for people.

    `met`: someone known stands in `text`.
    """
    if "、" not in text or not (met or ("等" in text and _PEOPLE_NOUN.search(text))):
        return
    for match in _LISTED.finditer(text):
        pieces = match["names"].split("、")
        sure = any(piece in known for piece in pieces) or bool(match["etc"] and _PEOPLE_NOUN.search(match["noun"]))
        if not sure or not all(piece in known or _may_be_name(piece) for piece in pieces):
            continue
        start = match.start("names")
        for piece in pieces:
            yield Person(piece, None, start, start + len(piece))
            start += len(piece) + 1


def _may_be_name(piece: str) -> bool:
    return bool(_IS_NATIVE.fullmatch(piece) or _IS_DOTTED.fullmatch(piece)) and is_name(piece)


def people_of(sentences: Iterable[Named]) -> dict[str, str | None]:
    """Everyone named with a title in the sentences of an article, with the title that says most."""
    known: dict[str, str | None] = {}
    for sentence in sentences:
        for person in (*sentence.titled, *sentence.bare):
            better = person.title and (person.full or known.get(person.name) is None)
            if better and len(person.title or "") > len(known.get(person.name) or ""):
                known[person.name] = person.title
            else:
                known.setdefault(person.name, person.title)
    return known
