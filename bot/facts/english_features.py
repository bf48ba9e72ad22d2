"""What an English sentence says was new: "set up the A Award", "the launch of a B program", "the inaugural C"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.facts.names import PROGRAMMES, Owner
from bot.facts.reading import Read

_KIND = (
    r"(?:Awards?|Committee|Program(?:me)?|Academy|Cent(?:er|re)|Alliance|Platform|Fund|Initiative|Plan"
    r"|Institute|Prize|Forum"
    r"|Competition|Contest|Expo|Mechanism|Network|Section|Zone|Project|Council|Dialogue|Talks?)"
)
# A name in capitals that ends in its kind, perhaps with "on Artificial Intelligence" behind it; or one in quotes.
_NAME = (
    r"[\"“]?(?:[A-Z][\w'’&-]*|AI|\d{4})(?:\s(?:[A-Z][\w'’&-]*|of|for|on|and|the|in|to|with))*?"
    rf"\s{_KIND}\b(?:\s(?:of|for|on)(?:\s(?:the|and|[A-Z][\w'’-]*))*\s[A-Z][\w'’-]*)?[\"”]?"
    r"|[\"“][^\"“”]{3,60}[\"”](?:\s[A-Z]\w+){0,4}"
)
_COMMON_KIND = r"(?:committee|program(?:me)?|academy|award|alliance|institute|cent(?:er|re)|fund|initiative|plan)\b"
_COMMON = (
    rf"[a-z][^,.;\"“]{{3,60}}?\s{_COMMON_KIND}"
    r"(?:\s(?:on|for)\s(?:artificial intelligence|(?:(?!and\b|the launch)[\w-]+\s?){1,3}))?"
)
_SETS_UP = r"set(?:s|ting)? up|establish(?:ed|es|ing)?|launch(?:ed|es|ing)?|found(?:ed|ing)"
_ACTIVE = (
    re.compile(
        rf"\b(?:{_SETS_UP}|inaugurat(?:ed|es?|ing)|introduc(?:ed|es?|ing)|unveil(?:ed|s|ing)?|present(?:s|ed)?"
        rf"|debut(?:s|ed)?"
        r"|creat(?:e|es|ed|ing)|add(?:s|ed)?)\s+"
        rf"(?:(?:the|a|an|its|for the first time|first|new|new,)\s+)*(?P<what>{_NAME})"
    ),
    re.compile(
        rf"\b(?:{_SETS_UP}|inaugurat\w+)\s(?:(?:the|a|an|its|new)\s)+"
        rf"(?P<what>[a-z][^,.;\"“]{{3,60}}?\s{_COMMON_KIND}(?:\s(?:on|for|of)\s(?:[\w-]+\s?){{1,4}})?)"
    ),
)
_NOMINAL = re.compile(
    r"\b(?:establishment|launch|creation|founding|inauguration|debut|introduction) of (?:the|an?|its) (?:new )?"
    rf"(?P<what>{_NAME}|{_COMMON})"
)
_OTHERS = (
    re.compile(
        rf"\b(?:[Tt]he|[Aa]n?(?:\snew)?)\s(?P<what>{_NAME})\s(?:was|were|is|will be|has been)\s(?:also\s"
        rf"|officially\s|formally\s)*"
        r"(?:set up|established|launched|inaugurated|introduced|unveiled|founded|created"
        r"|(?:held|presented|released) for the first time)"
    ),
    re.compile(
        r"\b(?:summit|conference|event|edition|gathering|it|agenda|programme|program)\b[^.;]{0,40}? (?:features?|featured|includes?"
        rf"|included|has|had|adds?|added|saw|sees|feature|include|have|see) an? (?:brand[- ])?new (?P<what>{_NAME})"
    ),
    re.compile(rf"\b(?:inaugural|first-ever)\s(?P<what>{_NAME})"),
    re.compile(
        rf"\b[Aa]n? (?:new )?(?P<what>{_COMMON}) (?:will be|was|has been) (?:also )?(?:established|set up"
        rf"|launched|created)\b"
    ),
    re.compile(
        r"\bnew (?:addition|feature|highlight|element|event)s?\b[^.;]{0,40}? (?:is|was|are|includes?) (?:the|an?) "
        rf"(?P<what>{_NAME})"
    ),
)
# For the first time, the event will feature an exhibition, the A Expo · at the first B Competition
_FIRST_TIME = re.compile(
    r"\b[Ff]or the first time,? (?:in its history,? )?(?:(?:the|this) (?:\w+ ){0,3}?(?:event|conference|summit|meeting|gathering"
    r"|edition)|it|organi[sz]ers|this year's \w+) (?:will |has |have |also |is to |to )*(?:featur|includ|host|hold|held|ha[sd]|stag"
    r"|presents?|offer|open|launch|introduc|ad[dm])\w* (?:an? [a-z -]{3,40}, )?(?:(?:the|an?|its)\s)?(?:[a-z]+ )?"
    rf"(?P<what>{_NAME})"
)
_FIRST_OF_ALL = re.compile(rf"\b[Tt]he (?:very )?first (?!time|day|World|edition|summit|China)(?P<what>{_NAME})")
_IS_FIRST = re.compile(
    rf"\b[Tt]he (?P<what>{_NAME}),? (?:which )?(?:is|was|will be|has been|are|were)(?: being| also)? (?:held|staged|hosted|organi[sz]ed"
    r"|awarded|included|part of [^.,;]{3,40}) for the first time"
    rf"|\b[Tt]he (?P<apposed>{_NAME}),? (?:held|staged|hosted|organi[sz]ed|awarded) for the first time,"
    rf"|\b[Tt]he (?P<debut>{_NAME}) (?:will |also |has )*(?:makes?|made|making) its (?:first appearance|debut)"
)
_OTHER_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bsince\b|\bago\b|\bsecond\b|\blast year")
_FIRST = re.compile(r"first time|first-ever|inaugural|new\s*$|\bnew addition|debut", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:[^,]{3,40},)?\s*(?!It\b|They\b|Organi[sz]ers)[A-Z][\w&]*(?:\s[A-Z]\w*)?\s(?:also\s|has\s|have\s|will\s)?$"
)
_MEETING = re.compile(r"\b(?:summit|conference|event|edition|meeting|forum|ceremony)\b", re.IGNORECASE)


def english_features(read: Read) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each new thing."""
    for pattern in (*_ACTIVE, *_OTHERS, _NOMINAL):
        for match in pattern.finditer(read.text):
            if _is_ours(read, match, pattern):
                yield *match.span("what"), match["what"].strip('"“” ')
    if "irst" in read.text or " its " in read.text:
        yield from _firsts(read)


def _firsts(read: Read) -> Iterator[tuple[int, int, str]]:
    """What is said to be the first, or held for the first time; not in a sentence that tells of another year."""
    year = str(read.edition_at(0))
    for pattern in (_FIRST_TIME, _FIRST_OF_ALL, _IS_FIRST):
        for match in pattern.finditer(read.text):
            others = [found[0] for found in _OTHER_YEAR.finditer(read.text) if found[0] != year]
            if others or read.owner_at(match.start()) in (Owner.OTHER, Owner.ORGANISATION):
                continue
            group = next(name for name in ("what", "apposed", "debut") if match[name])
            yield *match.span(group), match[group].strip('"“” ')


def _is_ours(read: Read, match: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """True unless another body set it up, or it is a programme that is not said to be new."""
    before = read.text[: match.start()]
    if read.owner_at(match.start()) in (Owner.OTHER, Owner.ORGANISATION):
        return False
    if pattern in _ACTIVE and not read.mentions and _SOMEBODY.fullmatch(before):
        return False  # Huawei launched the…
    if pattern is _NOMINAL and not (_MEETING.search(before) or any(m.end <= match.start() for m in read.mentions)):
        return False  # Alibaba announced the launch of…
    programme = any(m.owner in PROGRAMMES and m.start < match.end() and match.start() < m.end for m in read.mentions)
    presented = match[0].startswith("present")
    return not (programme or presented) or _FIRST.search(read.text[: match.end()]) is not None
