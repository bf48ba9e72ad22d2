"""The last resort for a question: the sentence of an article that covers all of it.

Precision goes before recall. A sentence answers only if every word of the question that carries meaning stands in it, in
the edition that was asked about, and if it is of the kind that was asked for. A number or a day is taken from a sentence
only where no fact could say it: the noun is none of the vocabulary, and it stands in the same clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import Asked
from bot.answers.counted import NUMBERS
from bot.answers.covering import Wanted, wanted
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.reading import normalised
from bot.facts.vocabulary import ValueKind
from bot.knowledge.passages import Passage
from bot.knowledge.snapshot import SUMMIT, Snapshot, summit

# What a sentence must not answer: another conference, who has most, what the bot is.
_FOREIGN = frozenset({Sense.OTHER_MEETING, Sense.SUPERLATIVE, Sense.COMPARISON, Sense.BOT, Sense.BEFORE})
# Nor a person or what they said, a yes or no, an edition.
_STRICT = frozenset(("when", "who", "which_edition", "which_year", "yes_no", "exists", "said"))
# One name is enough where only this is asked of it.
_OF_ONE_NAME = frozenset(
    {"define", "in_english", "why", "deeds", "title", "where", "list", "overview", "what_happened"}
)
_ENDS = (*"。！？；.!?;", "。”", "！”", '."')
_MEETING = re.compile(r"(?:大会|峰会|论坛|博览会|展览会|交易会|conference|summit|forum|congress|expo)$")
# 吉祥物是谁设计的: only a sentence that says by whom.
_BY_WHOM = re.compile(r"由|\bby\b")
# 总冠军是谁: only a sentence that says who won.
_PRIZE = re.compile(r"冠军|亚军|季军|夺冠|夺魁|头名|champion|winner|runner-up")
_WON = re.compile(r"夺得|获得|摘得|斩获|荣获|拿下|赢得|捧得|夺冠|夺魁|\b(?:won|wins?|winner|champion|took|claimed)\b")
_LOOKED_AT = 40
_SHOWN = 2
# A name in more sentences than these is spoken of everywhere, and none of them tells what it is.
_MOST_OF_ONE_NAME = 3
# Fewer say what is spoken of, and not what is asked of it.
_FEWEST_WORDS = 2
_FEWEST_CHARACTERS = 5
_SHORTEST_NAME = 3
_TWO_NAMES = re.compile(r"([\u4e00-\u9fff]{2,})\W*([a-z][a-z -]{2,})|([a-z][a-z -]{2,}?)\W*([\u4e00-\u9fff]{2,})")


def passage(asked: Asked) -> Answer | None:
    """The best sentence or two that cover the question; None if none does."""
    read = asked.read
    may_tell_who = len(read.unread) >= _FEWEST_WORDS or _asks_for_winner(asked)
    strict = _STRICT - ({"who"} if may_tell_who and not read.roles else set())
    if read.intents & strict or any(map(read.has, _FOREIGN)) or not asked.is_resolved or len(asked.years) > 1:
        return None
    counts = [p for p in read.predicates if p in NUMBERS or asked.known.vocabulary[p].kind is ValueKind.COUNT]
    if read.predicates and any(_MEETING.search(piece) for piece in read.unread):
        # 世界人工智能大会的主题: another conference than those that are known.
        return None
    if "said" in read.intents and read.has(Sense.PERSON):
        # `quoted` knows whose words they are: a sentence that only names somebody may be another's.
        return None
    want = wanted(asked)
    if want.measure is not None and counts:
        # A figure that has a predicate is known from the facts, or not at all.
        return None
    name = _one_name(asked, want)
    if not name and not _is_enough(asked, want):
        return None
    for each_name in _in_apposition(name):
        if definition := _definition(asked, each_name, want):
            return definition
    found = [
        each
        for each in _covering(asked, want)
        if not asked.years or asked.years[0] in scope_of(each, asked.known.snapshot)
    ]
    if not found or (name and len(found) > _MOST_OF_ONE_NAME):
        return None
    return _answer(asked, found[:_SHOWN])


def _answer(asked: Asked, told: Sequence[Passage]) -> Answer:
    return Answer(
        Kind.FOUND,
        replace(asked.understood([summit(year) for year in asked.years]), predicates=()),
        title="passage.title",
        statements=tuple(
            Statement("passage.answer", quotes=(each.citation,), values={"text": each.sentence.text}) for each in told
        ),
    )


def _is_enough(asked: Asked, want: Wanted) -> bool:
    if want.measure is not None:
        return any(len(word) > 1 for word in want.unread)
    told = (*want.words, *want.around)
    fewest = _FEWEST_CHARACTERS - (want.unread != ())
    return len(told) >= _FEWEST_WORDS and sum(map(len, told)) >= fewest


def _definition(asked: Asked, name: str, want: Wanted) -> Answer | None:
    """零日漏洞是什么: the line that explains the name, behind it or after a line that holds no more than the name."""
    if not asked.read.intents & {"define", "list", "in_english"} or asked.years:
        return None
    explains = re.compile(
        rf"{re.escape(name)}\s*(?:\([^)]*\))?\s*(?:[::]|$)|[^。]{{2,40}}\({re.escape(name)}\)\s*(?:[::]|$)"
    )
    for each in asked.known.snapshot.passages.near(want.searched, _LOOKED_AT):
        if not explains.match(normalised(each.sentence.text)):
            continue
        sentences = list(each.document.sentences())
        at = sentences.index(each.sentence)
        told = sentences[at : at + (1 if each.sentence.text.endswith(_ENDS) else 2)]
        if told[-1].text.endswith(_ENDS):
            return _answer(asked, [Passage(each.document, sentence) for sentence in told])
    return None


def _in_apposition(name: str) -> tuple[str, ...]:
    """沙箱 sandbox as both names of one thing."""
    both = _TWO_NAMES.fullmatch(name)
    return (name, *filter(None, both.groups())) if both else (name,) if name else ()


def _one_name(asked: Asked, want: Wanted) -> str:
    """智慧绿波有什么用: the name, where there is nothing but one and what is asked of it; empty otherwise."""
    if want.measure is not None or not want.words or not asked.read.intents & _OF_ONE_NAME:
        return ""
    pieces = asked.read.unread
    name = pieces[0] if len(pieces) == 1 and want.words == want.unread else want.words[0]
    is_known = any(asked.read.named(sense) for sense in (Sense.ITEM, Sense.PERSON))
    alone = name in pieces or (len(want.words) == 1 and is_known)
    return name if alone and len(name) >= _SHORTEST_NAME else ""


def _covering(asked: Asked, want: Wanted) -> list[Passage]:
    """Whole sentences (no heading, no item of a list) that cover the question, best first."""
    found = []
    says_who = _WON if _asks_for_winner(asked) else _BY_WHOM
    for each in asked.known.snapshot.passages.near(want.searched, _LOOKED_AT):
        text = normalised(each.sentence.text)
        if not text.endswith(_ENDS) or ("who" in asked.read.intents and not says_who.search(text)):
            continue
        if want.measures(text) and want.covers(text, _around(each) if want.around else ""):
            found.append(each)
    return found


def _asks_for_winner(asked: Asked) -> bool:
    return any(_PRIZE.search(piece) for piece in asked.read.unread)


def _around(found: Passage) -> str:
    """The title of the article and the paragraph of the sentence."""
    texts = [found.document.title]
    for block in found.document.blocks:
        if found.sentence in block.sentences:
            texts += [sentence.text for sentence in block.sentences]
    return normalised(" ".join(texts))


def scope_of(found: Passage, snapshot: Snapshot) -> frozenset[int]:
    """The edition a sentence speaks of: of the facts that it proves, else the one its article is about."""
    proofs = snapshot.proofs(found.document.id)
    proved = [(subject, each.line, each.quote) for subject, each in proofs if subject.startswith(SUMMIT)]
    here = (found.sentence.line, found.sentence.quote)
    subjects = {subject for subject, *place in proved if tuple(place) == here} or {subject for subject, *_ in proved}
    years = frozenset(int(subject.removeprefix(SUMMIT)) for subject in subjects)
    return years if len(years) == 1 else frozenset()
