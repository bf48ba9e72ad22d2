"""People in an English sentence: a title before the name, behind it between commas, or a name met before in the article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.facts.hints import has_any
from bot.facts.people.person import Person, either, free, words

_WORDS = words()["english"]
_NO_NAME = frozenset(_WORDS["not_names"])
_OFFICE = rf"(?:{either(_WORDS['offices'])})"
_IS_OFFICE = re.compile(rf"\b{_OFFICE}\b", re.IGNORECASE)
# A word of every office: without one of these nobody is titled.
_OFFICE_HINTS = tuple(
    dict.fromkeys(max(re.split("[^a-z]", office.split("(")[0]), key=len)[:6] for office in _WORDS["offices"])
)
_CAPITAL = r"[A-ZÀ-Þ][\w'’.&-]*"
_PARTICLE = r"(?:bin|al|el|de|da|del|der|van|von|di|le|la)"
# Capitalised words and offices in a row: Alibaba founder Jack Ma, Chinese Vice-Premier Ding Xuexiang.
_RUN = re.compile(
    rf"(?:(?<=\s)|(?<=^)|(?<=[(\"“]))(?:(?:{_CAPITAL}|(?i:{_OFFICE})\b|(?:former|executive|deputy|and|of|for"
    rf"|the)(?=\s))(?:\s+|(?=$|[^\w\s]))){{2,14}}"
)
# A Chinese name in pinyin needs no title where a verb of a meeting follows it, or "by" stands before it.
_FINAL = r"(?:i(?:ang|ao|an|a|e|ng|n|ong|u)?|u(?:ang|ai|an|a|i|n|o|e)?|a(?:ng|i|n|o)?|e(?:ng|i|n|r)?|o(?:ng|u)?|ü)"
_SYLLABLE = rf"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL})"
_INITIAL = r"(?:Zh|Ch|Sh|[BPMFDTNLGKHJQXRZCSYWAEO])"
_PINYIN = rf"(?:Ouyang|Sima|Shangguan|Zhuge|{_INITIAL}{_FINAL}|An|Ai|Ou) {_INITIAL}(?:{_FINAL})?(?:['’]?{_SYLLABLE})?(?![\w-]|['’](?!s\b))"
_DOING = (
    r"(?:,? who [^.;]{4,160}?,)? (?:(?:also|then|later|personally) )?(?:read|delivered|gave|chaired|presided|moderated|addressed"
    r"|attended|spoke|hosted)\b|['’]s? (?:(?:video|recorded|pre-recorded|opening|welcome|congratulatory) )+(?:speech|address|message"
    r"|remarks|letter)\b"
)
_UNTITLED = re.compile(
    rf"(?<![\w-] )(?<![\w-])(?P<name>{_PINYIN})(?={_DOING})|(?:\band |\bafter |\bwhile |\bwhen |\bwhere )(?P<joined>{_PINYIN})(?={_DOING})"
    rf"|\b(?:read(?: out| aloud)?|chaired|presided over|moderated|delivered|attended)(?: (?:at|during|in|to|before) [^.;,]{{2,40}}?)? by (?P<by>{_PINYIN})"
)
_DOES = (
    "read",
    "deliver",
    "gave",
    "chair",
    "presid",
    "moderat",
    "address",
    "attend",
    "spoke",
    "hosted",
    "video",
    "congratulatory",
    "recorded",
    "opening",
)
_TOKEN = re.compile(r"[^\s]+")
_NAME_WORD = re.compile(rf"[A-ZÀ-Þ][\w’'-]*[a-zà-ÿ][\w’'-]*$|[A-Z]\.$|{_PARTICLE}$|[A-Z][A-Z]+$")
_NAME = rf"[A-ZÀ-Þ](?<![\w’'].)[a-zà-ÿ][\w’'-]*(?:\s(?:[A-Z]\.|{_PARTICLE}|[A-ZÀ-Þ][\w’-]*[a-zà-ÿ][\w’-]*)){{1,3}}"
_APPOSED = re.compile(rf"(?P<name>{_NAME}),\s(?=(?P<rest>[^;]{{4,260}}))")
# Tencent's Pony Ma
_OWNER = re.compile(r"[A-Z][\w-]+['’]s\s$")
_IN_WORD = re.compile(r"[\w-]")
_CAPITAL_NEXT = re.compile(r"\s+[A-ZÀ-Þ]")
_WELL_KNOWN = re.compile(either(_WORDS["well_known"]))
# How far an office may stand behind the comma of its title.
_LEAD = 100
_CALLED = re.compile(r"^(?:the|a|an|also|then|currently|who is|who is also|and)\s+", re.IGNORECASE)
_BEHIND_TITLE = re.compile(
    r",?\s+(?:(?:who|which|that|said|says|told|delivered|delivers|gave|gives|made|addressed|attended|attends"
    r"|chaired|chairs|presided|presides|hosted|moderated|read|sent|spoke|speaks|"
    r"noted|stressed|called|introduced|announced|briefed|will|has|have|was|were|is|are|also|joined|at|during"
    r"|in (?:a|an|his|her)|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom the words of `text` alone tell: those `titled`."""

    text: str
    titled: tuple[Person, ...]

    def people(self, known: Mapping[str, str | None]) -> list[Person]:
        """Everyone named, in order. `known` are people of the article by name, with their titles."""
        found = list(self.titled)
        for person in _met_before(self.text, known):
            if free(person.start, person.end, found):
                found.append(person)
        return sorted(found, key=lambda person: person.start)


def named(text: str) -> Named:
    """Whom a sentence names."""
    if not has_any(text.lower(), _OFFICE_HINTS):
        return Named(text, tuple(_untitled(text)))
    offices = [match.span() for match in _IS_OFFICE.finditer(text)]
    # CEO of Apple, behind a comma; Apple CEO Tim Cook, before a capital.
    apposed = any(text.rfind(", ", max(0, start - _LEAD), start) >= 0 for start, _ in offices)
    titled = any(_CAPITAL_NEXT.match(text, end) for _, end in offices)
    found = list(_apposed(text)) if apposed else []
    for person in _titled(text) if titled else ():
        if free(person.start, person.end, found):
            found.append(person)
    found += [person for person in _untitled(text) if free(person.start, person.end, found)]
    return Named(text, tuple(found))


def _untitled(text: str) -> Iterator[Person]:
    """Huang Kunming read the letter."""
    if not has_any(text, _DOES):
        return
    for match in _UNTITLED.finditer(text):
        group = next(name for name in ("name", "joined", "by") if match[name])
        if not any(word.lower() in _NO_NAME for word in match[group].split()):
            yield Person(match[group], None, *match.span(group))


def well_known(texts: Collection[str]) -> dict[str, None]:
    """Names that are printed without a title because every reader knows them: those that stand in `texts`."""
    return dict.fromkeys(_WELL_KNOWN.findall("\n".join(texts)))


def _apposed(text: str) -> Iterator[Person]:
    """Ren Xianliang, secretary-general of the conference, …"""
    previous = 0
    for match in _APPOSED.finditer(text):
        name, start = _bare_name(match["name"], match.start())
        length = _title_length(match["rest"])
        if not name or not length or start < previous:
            continue
        title = _CALLED.sub("", match["rest"][:length].strip(" ,"))
        yield Person(name, title, start, match.start("rest") + length)
        previous = match.start("rest") + length


def _bare_name(name: str, start: int) -> tuple[str, int]:
    """A name without what a sentence begins with (Meanwhile Jack Ma), or nothing if no name is left."""
    tokens = name.split()
    while tokens and tokens[0].lower() in _NO_NAME:
        start += len(tokens[0]) + 1
        tokens = tokens[1:]
    is_name = 2 <= len(tokens) <= 4 and not any(
        token.lower() in _NO_NAME or _IS_OFFICE.fullmatch(token) for token in tokens
    )
    return (" ".join(tokens), start) if is_name else ("", start)


def _title_length(rest: str) -> int:
    """How much of `rest` is a title: the parts between commas that name an office early, up to a verb."""
    length = 0
    for part in re.finditer(r"[^,]+", rest):
        words_ = _CALLED.sub("", part[0].strip())
        stop = _BEHIND_TITLE.search(part[0])
        head = part[0][: stop.start()] if stop else part[0]
        office = _IS_OFFICE.search(head)
        early = office is not None and len(head[: office.start()].split()) <= 7
        # Tim Cook, Google CEO Sundar Pichai: the office is the next one's.
        another = office is not None and " " in _name_in(head[office.end() :])[0]
        if another or not early or not words_ or re.match(r"\s*(?:and )?[A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ][\w-]+$", part[0]):
            break
        length = part.start() + len(head.split(". ")[0].rstrip("."))
        if stop or head.rstrip().endswith("."):
            break
    return length


def _titled(text: str) -> Iterator[Person]:
    """Chinese President Xi Jinping: an office in a row of capitalised words, the name behind it."""
    for run in _RUN.finditer(text):
        for start, row in _rows(run[0]):
            offices = list(_IS_OFFICE.finditer(row))
            if not offices:
                continue
            office = offices[-1].end()
            name, length = _name_in(row[office:])
            title = _title_of(row[:office])
            if name and title and (" " in name or _one_word(name, title)):
                begin = run.start() + start
                yield Person(name, title, begin + row.index(title), begin + office + length, full=" " in name)


def _rows(run: str) -> Iterator[tuple[int, str]]:
    """A row cut at each "and" behind a titled name: Alibaba founder Jack Ma | and Tencent Chairman Pony Ma."""
    start = 0
    for joint in re.finditer(r"\sand\s", run):
        offices = list(_IS_OFFICE.finditer(run, start, joint.start()))
        if offices and _name_in(run[offices[-1].end() : joint.start()])[0]:
            yield start, run[start : joint.start()]
            start = joint.end()
    yield start, run[start:]


def _name_in(behind: str) -> tuple[str, int]:
    """The name at the beginning of `behind`, and where it ends there; empty if none is there."""
    name: list[str] = []
    end = 0
    for token in _TOKEN.finditer(behind):
        word = token[0].strip(",.'’\"”")
        if word.lower() in _NO_NAME or not _NAME_WORD.match(word) or len(name) == 4:
            break
        name.append(re.sub(r"['’]s$", "", word))
        end = token.start() + len(name[-1])
        if token[0] != word:
            break
    return " ".join(name), end


def _one_word(name: str, title: str) -> bool:
    """President Xi: a family name alone, behind an office of state."""
    return len(name) >= 2 and bool(re.search(r"(?:President|Premier|Minister|Secretary-General)$", title))


def _title_of(words_before: str) -> str:
    """The title without the words that open a sentence or join it to what stands before."""
    title = words_before.strip()
    while (first := title.split(" ", 1)[0]) and (
        first.lower()
        in {
            "in",
            "at",
            "on",
            "the",
            "and",
            "of",
            "for",
            "when",
            "while",
            "as",
            "but",
            "meanwhile",
            "also",
            "by",
            "from",
            "with",
            "to",
            "after",
            "during",
            "addressing",
        }
    ):
        if " " not in title:
            return ""
        title = title.split(" ", 1)[1]
    return title


def _met_before(text: str, known: Mapping[str, str | None]) -> Iterator[Person]:
    for name in known:
        for called in (name, *_short_names(name)):
            start = text.find(called)
            while start >= 0:
                end = start + len(called)
                if not _IN_WORD.match(text[start - 1 : start]) and not _IN_WORD.match(text, end):
                    owner = _OWNER.search(text, max(0, start - 24), start)
                    yield Person(name, None, owner.start() if owner else start, end)
                start = text.find(called, end)


def _short_names(name: str) -> tuple[str, ...]:
    """How a later sentence calls a person: the first word of a Chinese name, the last of another."""
    parts = name.split()
    return (
        tuple(part for part in dict.fromkeys((parts[0], parts[-1])) if len(part) >= 2 and part.lower() not in _NO_NAME)
        if len(parts) > 1
        else ()
    )


def people_of(sentences: Iterable[Named]) -> dict[str, str | None]:
    """Everyone named with a title in the sentences of an article, with the title that says most."""
    known: dict[str, str | None] = {}
    for sentence in sentences:
        for person in sentence.people({}):
            if " " in person.name and len(person.title or "") >= len(known.get(person.name) or ""):
                known[person.name] = person.title
    return known


def full_name(name: str, known: Iterable[str]) -> str | None:
    """Xi Jinping for Xi; None if the article never gives the whole name."""
    if " " in name:
        return name
    return next((full for full in known if name in (full.split()[0], full.split()[-1])), None)
