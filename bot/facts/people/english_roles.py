"""What the people of an English sentence did.

Verbs belong to the people named before them, up to the next people or what they say. In the passive (chaired by, a letter from)
and in front (In a keynote speech, Ding said) the words stand before the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.facts.hints import has_any
from bot.facts.people.person import Act, Person, either, words

_EVENT = re.compile(rf"\b(?:{either(words()['english']['events'])})\b")
# How every event ends: without one of these none is named.
_EVENT_HINTS = tuple(dict.fromkeys(event[-4:] for event in words()["english"]["events"]))
_JOINED = re.compile(r"\s*,?\s*(?:;\s*)?(?:(?:and|as well as|along with|together with)\s)?(?:the\s)?")
_PRESS = r"(?:press|news|media) (?:conference|briefing)"
_GATHERING = (
    r"(?:ceremony|gathering|conference|summit|event|audience|forum|session|meeting|crowd|delegates|attendees)\b"
)
_CEREMONY = r"(?:opening|closing|ceremony|plenary|main forum)\b"
_SPEECH_NOUN = r"(?:speech(?:es)?|remarks|address(?:es)?|report|message)"
_ROLES = {
    "read_letter": re.compile(r"\bread(?:s| out|ing)?\b[^.;]{0,80}?\b(?:letter|message)", re.IGNORECASE),
    "sent_letter": re.compile(
        r"\b(?:sent|sends|send|extended|wrote)\b[^.;]{0,40}?\b(?:letter|message|congratulations)\b"
        r"|\bcongratulated\b[^.;]{0,60}\bletter\b|\b(?:said|stressed|noted|called)\b in (?:a|his"
        r"|the) (?:congratulatory )?(?:letter|message)",
        re.IGNORECASE,
    ),
    "chaired": re.compile(
        r"\bpresid(?:ed|es|ing) over\b(?! by)|\bpresided(?=[.,;]|\s(?:at|and)\b|$)|\bchair(?:ed|s|ing)\b(?! of| by)|\bmoderat(?:ed|es|ing)\b(?! by)",
        re.IGNORECASE,
    ),
    "keynote": re.compile(
        r"\b(?:deliver\w*|g[ai]ves?|made|makes?|making|giving|begins?|began|in|with"
        rf"|during)\b[^.;]{{0,30}}\bkeynote {_SPEECH_NOUN}|\b(?:deliver\w*"
        rf"|g[ai]ves?)\b[^.;]{{0,20}}\bkeynotes?\b|\bkeynoted\b",
        re.IGNORECASE,
    ),
    "spoke": re.compile(
        r"\baddress(?:ed|es)\b(?! (?:the )?(?:issue|challenge|problem|concern))|\b(?:deliver\w*|gave|gives?"
        rf"|giving|made|makes?)\b(?:(?!keynote)[^.;,]){{0,30}}?\b{_SPEECH_NOUN}|\bspoke (?:at|via|on|during)\b"
        r"|\bspeaks at\b|\btakes? the floor\b|\btook the (?:floor|stage|podium)\b|\bsaid,? (?:\w+ )?(?:via|by"
        r"|in|through|over) (?:an? )?(?:\w+-?\w+ )?video\b|\btold (?:the|an?) (?:(?!press|news"
        rf"|media)[\w-]+ ){{0,3}}?{_GATHERING}|\bsaid,? (?:at|during) (?:the|its|his|her|an?|one) (?:(?!press|news"
        rf"|media)[\w-]+ ){{0,3}}?{_CEREMONY}|\bsaid (?:in|during) (?:a|an|his|her|the) (?:(?!keynote|letter"
        rf"|congratulatory|interview)\w+ ){{0,2}}(?:speech|address|remarks)"
        r"|\bin (?:a|an|his|her|the) (?:(?!keynote|congratulatory)[\w-]+ ){0,2}?(?:video|recorded|prerecorded|pre-recorded|opening"
        r"|closing|welcome|virtual|televised|online) (?:address|speech|message|remarks)\b"
        r"|\bin (?:a|an|his|her|the) (?:short |brief )?(?:speech|address|remarks) (?:to|at|opening|that opened|kicking off)\b",
        re.IGNORECASE,
    ),
    "attended": re.compile(
        r"\battend(?:ed|s|ing)?\b|\b(?:was|were) present at\b|\b(?:took|take|taking) part in\b"
        r"|\bparticipat(?:ed|ing|es) in\b|\bjoined (?:the )?(?:conference|summit|opening|event|meeting|forum"
        r"|gathering)",
        re.IGNORECASE,
    ),
    "briefed": re.compile(
        rf"\b(?:told|briefed)\b[^.;]{{0,30}}?{_PRESS}|\bbriefed\b|\b(?:said|announced|introduced|noted|added"
        rf"|disclosed|revealed|speaking|says)\b[^.;]{{0,80}}?\b(?:at|during|in)\b[^.;]{{0,40}}?{_PRESS}"
        rf"|^,? at (?:a|the)\b[^.;]{{0,30}}{_PRESS}",
        re.IGNORECASE,
    ),
}
_FRONT = {
    "keynote": re.compile(
        r"\b(?:In|Delivering|During|Giving) (?:a|his|her|the|their) (?:\w+ ){0,2}?keynote\b", re.IGNORECASE
    ),
    "sent_letter": re.compile(r"\bIn (?:a|his|her|the) (?:congratulatory )?(?:letter|message)\b", re.IGNORECASE),
    "briefed": re.compile(rf"\b(?:Speaking|Addressing|Talking|At)\b[^.;]{{0,30}}{_PRESS}", re.IGNORECASE),
    "spoke": re.compile(
        rf"^\W*(?:In (?:a|an|his|her|the) (?:(?!keynote|congratulatory)\w+ ){{0,3}}?(?:speech|remarks|address)"
        rf"|Addressing (?!reporters|(?:a|the) {_PRESS}|[^,]*{_PRESS})|Speaking (?:at|during|via)(?! (?:a"
        rf"|the) {_PRESS})|In an? (?:[\w-]+ )?video\b|Delivering (?:a|an|his"
        rf"|her) (?:(?!keynote)\w+ ){{0,2}}?(?:speech|remarks|address))",
        re.IGNORECASE,
    ),
}
_PASSIVE = {
    "chaired": re.compile(r"\b(?:chaired|presided over|moderated|hosted) by\s(?:the )?$", re.IGNORECASE),
    "attended": re.compile(
        r"\b(?:attended by|among (?:those|the [\w ]{2,30}) (?:attending|present"
        r"|in attendance)[^.;,]{0,20}? (?:were|are|was)|(?:attendees|participants"
        r"|guests)[^.;,]{0,40}?\b(?:include[ds]?|were|are|including))\s(?:the )?$",
        re.IGNORECASE,
    ),
    "read_letter": re.compile(r"\b(?:letter|message)\b[^.;]{0,60}\bread(?: out)? by\s(?:the )?$", re.IGNORECASE),
    "keynote": re.compile(
        r"\bkeynote (?:speech(?:es)?|address(?:es)?)[^.;]{0,40}? by\s(?:the )?$"
        r"|\bkeynote speakers (?:include[ds]?|were|are)\s(?:the )?$",
        re.IGNORECASE,
    ),
    "spoke": re.compile(
        r"(?<!keynote )\b(?:speech(?:es)?|remarks|addressed) (?:\w+ ){0,4}?by\s(?:the )?$"
        r"|(?<!keynote )\bspeakers (?:include[ds]?|were)\s(?:the )?$",
        re.IGNORECASE,
    ),
    "sent_letter": re.compile(
        r"\b(?:letter|message)(?: (?!read\b|out\b|delivered\b)\w+){0,3}? (?:from|by|of)\s(?:the )?$", re.IGNORECASE
    ),
}
# a message from President Xi that was read out at the opening by Huang
_READ_BY = re.compile(
    r"\bread(?: out| aloud)*(?: (?:at|during|in|to|before) [^.;,]{2,40}?)? by\s(?:the )?$", re.IGNORECASE
)
_LETTER = re.compile(r"\b(?:letter|message)", re.IGNORECASE)
# after Xi Jinping's video speech was played
_OF_SPEECH = re.compile(
    r"^['’]s? (?:(?:video|recorded|prerecorded|pre-recorded|opening|welcome|taped) )+(?:speech|address|message|remarks)"
    r" (?:was|were|is|had been|has been) (?:played|broadcast|shown|screened|aired|streamed|relayed|heard|delivered)",
    re.IGNORECASE,
)
_OF_LETTER = re.compile(r"^['’]s? (?:congratulatory )?(?:letter|message)", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?:from|of|to|by|with|behalf of|for|meet|met|congratulated|than|under|like|put forward by"
    r"|proposed by)\s(?:the )?$|\b(?:read|reading)(?: out)? $",
    re.IGNORECASE,
)
_OWNED = re.compile(r"^['’]s?\b(?! (?:also|and))")
# What follows is what somebody says; said at a press conference, and in a speech, still tell where.
_SPEECH = re.compile(
    r"(?:^|(?<=[,:]\s)|(?<=[,:—]))[“\"]|(?<=\s)[“\"](?=[^\"”]{40})|\b(?:said|says|noted|added|stressed|told)\b(?!,? (?:at|in (?:a|his|her|the|an) |during|while|when"
    rf"|on \w+day|\w+day|a {_PRESS}|the {_PRESS}|reporters|via |by video|through |over |[^.;,]{{0,20}}{_PRESS}"
    rf"|(?:the|an?) (?:[\w-]+ ){{0,3}}?{_GATHERING}))|\bthat\b|\bsaying\b|;",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|told|noted|added|introduced|announced|stressed|according to|explained|disclosed|revealed)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"speech|address|remarks", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|unable to|expected|hopes?|invited|wants?|plans?|failed) (?:to )?(?:\w+ )?$", re.IGNORECASE
)
_FOUNDING = re.compile(
    r"founding ceremony|inaugura\w+ (?:ceremony|meeting)?\s?of the (?:international )?organi[sz]ation"
    r"|(?:founding|establishment|launch) of the (?:\w+ ){0,4}(?:international )?organi[sz]ation",
    re.IGNORECASE,
)


def acts(text: str, people: Sequence[Person], *, press: bool) -> Iterator[Act]:
    """Every act of `people` that `text` tells. `press`: the sentence reports on a press conference."""
    groups = _groups(text, people)
    # In a letter read out by Ding, President Xi said: who stands in the opening phrase is not who said it.
    in_front = False
    for index, group in enumerate(groups):
        begin = groups[index - 1][-1].end if index else 0
        stop = groups[index + 1][0].start if index + 1 < len(groups) else len(text)
        lead, behind = text[begin : group[0].start], text[group[-1].end : stop]
        if index + 1 < len(groups) and _is_object(text, groups[index + 1][0], stop):
            # Who stands in the object does not end the sentence of the others; the next subject does.
            later = (other[0] for other in groups[index + 2 :] if not _is_object(text, other[0], other[-1].end))
            following = next(later, None)
            behind = text[group[-1].end : following.start if following else len(text)]
        found = dict.fromkeys(role for role, pattern in _PASSIVE.items() if pattern.search(lead))
        if _READ_BY.search(lead) and _LETTER.search(text, 0, group[0].start):
            found["read_letter"] = None
        if not found and _OF_LETTER.match(text[group[-1].end :]):
            found["sent_letter"] = None
        elif not found and _OF_SPEECH.match(text[group[-1].end :]):
            found["spoke"] = None
        elif not found and not _is_object(text, group[0], group[-1].end):
            found = dict.fromkeys(
                (*_front(text[: group[0].start] if in_front else lead, index, in_front), *_behind(behind))
            )
            if "briefed" in found and not _SPEAKS.search(behind):
                found.pop("spoke", None)  # said at the closing news conference
            if press and not found and (_SAID.search(lead[-24:]) or _SAID.search(behind[:40])):
                found["briefed"] = None
        in_front = bool(index == 0 and "read_letter" in found and _PASSIVE["read_letter"].search(lead))
        for person in group:
            for role in found:
                yield Act(
                    person,
                    role,
                    group[0].start,
                    min(stop, group[-1].end + len(behind)),
                    _event(role, behind, lead),
                    _founding(text),
                )


def _groups(text: str, people: Sequence[Person]) -> list[list[Person]]:
    groups = [[person] for person in people[:1]]
    for before, person in pairwise(people):
        if _JOINED.fullmatch(text, before.end, person.start):
            groups[-1].append(person)
        else:
            groups.append([person])
    return groups


def _is_object(text: str, person: Person, end: int) -> bool:
    if re.match(r",? who\b", text[end : end + 6]):
        return False
    before = text[max(0, person.start - 60) : person.start]
    passive = any(pattern.search(before) for pattern in _PASSIVE.values())
    return bool(_OBJECT.search(before) or passive or _OWNED.match(text[person.end :])) and not re.search(
        r"according to $", before
    )


def _front(lead: str, index: int, in_front: bool) -> Iterator[str]:
    """Roles said before the name that opens the main clause."""
    if index and not in_front:
        return
    for role, pattern in _FRONT.items():
        if pattern.search(lead):
            yield role


def _behind(behind: str) -> Iterator[str]:
    speech = _SPEECH.search(behind)
    told = behind[: speech.start()] if speech else behind
    for role, pattern in _ROLES.items():
        match = pattern.search(told)
        if (
            match
            and not _DENIED.search(told[: match.start()])
            and not (role == "sent_letter" and "read_letter" in told)
        ):
            if role == "sent_letter" and _ROLES["read_letter"].search(told):
                continue
            if role == "spoke" and "keynote" in match[0].lower():
                continue
            yield role


def _event(role: str, behind: str, lead: str) -> str | None:
    match = _EVENT.search(behind) or _EVENT.search(lead)
    return re.sub(r"^(?:The|A) ", "", match[0]) if match else None


def _founding(text: str) -> bool:
    return bool(_FOUNDING.search(text))


def event_of(text: str) -> str | None:
    """The gathering that a sentence or a title names, None if it names none or several."""
    if not has_any(text, _EVENT_HINTS):
        return None
    events = dict.fromkeys(match[0] for match in _EVENT.finditer(text))
    return next(iter(events)) if len(events) == 1 else None
