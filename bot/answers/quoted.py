"""What somebody said, in the words of the articles: 庄荣文说了什么, what did the party secretary of Tongxiang say.

A sentence counts if its own clause attributes speech to the person (庄荣文说, 据赵承介绍, Zhuang Rongwen stressed), or if it goes
on behind such a sentence, or behind one that only says that there was a speech, with 他, 她, he or she. What is asked besides
(the year, the occasion, the subject) must stand in it or before it in its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import Asked
from bot.answers.interpret.lexicon import Sense
from bot.corpus.document import Block, BlockKind, Citation, Document, Sentence
from bot.facts.fact import Fact
from bot.knowledge.passages import searched_words
from bot.knowledge.snapshot import SUMMIT, summit

_SHOWN = 4
_LOOKED_AT = 60
_ITEMS = 12
_COLONS = ("：", ":")
# Between the name and the verb of speech: 任贤良在发布会上介绍, Ren, the secretary-general, said; not 习近平倡导的……，谈到.
_ADVERBS = r"(?:在[^。！？；，]{1,20}[上中时间]，?|[^。！？；，的]{0,8}?)"
_BETWEEN = 30
_APPOSITION = r"[^.!?;]{0,60}?"
_SAYS = (
    r"(?<!据)(?:说|表示|指出|强调|认为|谈到|提到|提出|呼吁|透露|坦言|希望|宣布|回忆|补充|建议|期待|相信|总结|评价|称(?!号|为)"
    r"|(?:作|做)?(?:了)?介绍(?!信|有关情况)|致辞(?:中)?说)"
)
_SPEAKS = r"演讲|讲话|致辞|致词|发言|发布会|接受.{0,6}采访|\b(?:speech|address|keynote|remarks|interview)\b"
# What a speech is called or about: 发表主旨演讲，题为……; a keynote speech on….
_ENTITLED = r"题为|题目[为是]|主题[为是]|标题[为是]|讲的是|谈的是|内容[为是]"
_ENTITLED_ENGLISH = r"on|about|titled|entitled|called|calling for"
_SAYS_ENGLISH = (
    r"\b(?:said|says|saying|told|stressed|noted|added|pointed out|called for|argued|explained|emphasi[sz]ed|announced"
    r"|proposed|suggested|hoped|believes|believed|recalled|urged|remarked|commented)\b"
)
_ASKS_TITLE = re.compile(r"题目|主题|\btitle|\btopic|\bsubject")
_HAS_TITLE = re.compile(rf"[，,](?:{_ENTITLED})|(?:{_SPEAKS}) (?:{_ENTITLED_ENGLISH})\b")
_OF_SPEECHES = frozenset({"keynote", "spoke"})
_OF_LETTERS = frozenset({"sent_letter", "read_letter"})
_PRONOUN = re.compile(r"(?:他|她)(?:还|也|同时|进一步|最后|随后)?|(?:He|She)\b")
_PLAIN = {Sense.PERSON, Sense.ORGANISATION, Sense.TITLE, Sense.PLACE, Sense.ROLE, Sense.EVENT, Sense.VERB, Sense.REGION}


@dataclass(frozen=True, slots=True)
class _Speech:
    """Sentences of one paragraph in which a person speaks, and the items of the list that they lead to."""

    document: Document
    block: Block
    sentences: tuple[Sentence, ...]
    items: tuple[Sentence, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        said = (*self.sentences, *self.items)
        return tuple(Citation(self.document.id, sentence.line, sentence.quote) for sentence in said)

    @property
    def text(self) -> str:
        joint = " " if self.sentences[0].text.isascii() else ""
        said = joint.join(sentence.text for sentence in self.sentences)
        return said + "".join(f"\n· {item.text}" for item in self.items)


def quoted(asked: Asked) -> Answer | None:
    """What the articles say that a person said, the newest first; None if they quote nothing of what is asked."""
    is_title = bool(asked.read.roles & _OF_SPEECHES) and "title" in asked.read.intents
    if not ("said" in asked.read.intents or is_title) or not asked.is_resolved or asked.read.names_another_meeting:
        return None
    speakers = _speakers(asked)
    if len(speakers) != 1 or asked.read.intents & {"yes_no", "why"} or asked.read.roles & _OF_LETTERS:
        return None
    (name,) = speakers
    subject_matter = _subject_matter(asked)
    found = [
        speech
        for speech in _speeches(name, asked)
        if _is_of_years(speech, asked)
        and all(event in speech.block.text.lower() for event in asked.read.events)
        and all(word in speech.text.lower() for word in subject_matter)
        and (not _ASKS_TITLE.search(asked.read.text) or _HAS_TITLE.search(speech.text))
    ]
    if not found:
        return None
    statements = [_statement(speech, name, asked) for speech in found[:_SHOWN]]
    subjects = tuple(dict.fromkeys(str(statement.values["subject"]) for statement in statements))
    return Answer(
        Kind.FOUND,
        asked.understood(subjects, ("person",)),
        title="said.title",
        values={"name": name},
        statements=tuple(statements),
        context=asked.context(subjects, ("person",)),
    )


def _speakers(asked: Asked) -> tuple[str, ...]:
    """The person named, or those who held the office named."""
    if people := asked.read.named(Sense.PERSON):
        return people
    offices = asked.read.named(Sense.TITLE)
    longest = max(offices, key=len, default="")
    holders = (str(fact.value) for fact in asked.named.titles.get(longest, ()))
    return tuple(dict.fromkeys(asked.known.names.chinese(name) or name for name in holders))


def _subject_matter(asked: Asked) -> tuple[str, ...]:
    """The words that are no part of the question's own: 关于人工智能."""
    rest = asked.read.rest(
        {*_PLAIN, Sense.FILLER, Sense.SERIES, Sense.CONJUNCTION, Sense.FOLLOW_UP}, asked.read.intents
    )
    return tuple(dict.fromkeys(part for word in rest for part in searched_words(word.text)))


def _speeches(name: str, asked: Asked) -> Iterator[_Speech]:
    """Every paragraph in which the person speaks, the newest articles first."""
    names, people = asked.known.names, asked.named.people
    spellings = tuple(dict.fromkeys(filter(None, (name, names.english(name)))))
    for document in _documents(name, spellings, asked):
        for index, block in enumerate(document.blocks):
            spelling = next((each for each in spellings if each in block.text), None)
            if spelling and (sentences := tuple(_spoken(block.sentences, spelling, people))):
                listed = _listed(document.blocks[index + 1 :]) if sentences[-1].text.endswith(_COLONS) else ()
                yield _Speech(document, block, sentences, listed)


def _documents(name: str, spellings: Sequence[str], asked: Asked) -> Sequence[Document]:
    """The articles that speak of the person, the newest first."""
    snapshot = asked.known.snapshot
    told = (source.document_id for fact in asked.named.people.get(name, ()) for source in fact.sources)
    found = (passage.document.id for each in spellings for passage in snapshot.passages.search(each, _LOOKED_AT))
    documents = [snapshot.documents[key] for key in dict.fromkeys((*told, *found)) if key in snapshot.documents]
    return sorted(documents, key=lambda document: document.date.last, reverse=True)[:_LOOKED_AT]


def _listed(blocks: Sequence[Block]) -> tuple[Sentence, ...]:
    """The items of a list that a colon leads to."""
    items = takewhile(lambda block: block.kind is BlockKind.ITEM, blocks)
    return tuple(sentence for block in items for sentence in block.sentences)[:_ITEMS]


def _spoken(sentences: Sequence[Sentence], name: str, people: Collection[str]) -> Iterator[Sentence]:
    """The sentences of a paragraph in which `name` speaks. Who is meant by 他 behind two people is not known."""
    says = re.compile(
        rf"{re.escape(name)}{_ADVERBS}{_SAYS}|据.{{0,{_BETWEEN}}}?{re.escape(name)}.{{0,6}}介绍"
        rf"|{re.escape(name)}\b{_APPOSITION}{_SAYS_ENGLISH}|{_SAYS_ENGLISH}\s+{re.escape(name)}"
        rf"|according to [^.,;]{{0,{_BETWEEN}}}{re.escape(name)}"
    )
    entitled = re.compile(
        rf"{re.escape(name)}[^。！？；]{{0,{2 * _BETWEEN}}}(?:{_SPEAKS})[^。！？；]{{0,6}}?，(?:{_ENTITLED})"
        rf"|{re.escape(name)}\b[^.!?;]{{0,{4 * _BETWEEN}}}(?:{_SPEAKS}) (?:{_ENTITLED_ENGLISH})\b"
    )
    speaks = re.compile(rf"{re.escape(name)}[^。！？；.!?;]{{0,{2 * _BETWEEN}}}?(?:{_SPEAKS})")
    holds = False
    for sentence in sentences:
        titled = entitled.search(sentence.text)
        by_another = titled and any(other in titled[0] for other in people if other != name)
        if says.search(sentence.text) or (titled and not by_another):
            holds = True
            yield sentence
        elif holds and _PRONOUN.match(sentence.text):
            yield sentence
        else:
            others = any(other in sentence.text for other in people if other != name)
            holds = not others and speaks.search(sentence.text) is not None


def _is_of_years(speech: _Speech, asked: Asked) -> bool:
    return not asked.years or _year(speech, asked) in asked.years


def _year(speech: _Speech, asked: Asked) -> int:
    """The edition that the facts of the article are about; the year of the article if they are about several or none."""
    own = asked.known.snapshot.finds.get(speech.document.id)
    subjects = {fact.subject for fact in (own.facts if own else ()) if fact.subject.startswith(SUMMIT)}
    years = {int(subject.removeprefix(SUMMIT)) for subject in subjects}
    return years.pop() if len(years) == 1 else speech.document.date.year


def _statement(speech: _Speech, name: str, asked: Asked) -> Statement:
    year = _year(speech, asked)
    values = {
        "subject": summit(year) if year in asked.known.snapshot.years else "series",
        "predicate": "person",
        "text": speech.text,
        "items": len(speech.items),
        "title": _title(name, speech.document, asked.named.people.get(name, ())),
        "document_id": speech.document.id,
    }
    return Statement("passage.said", quotes=speech.citations, values=values)


def _title(name: str, document: Document, facts: Sequence[Fact]) -> str:
    """The title that this article prints with the name; empty without one."""
    printed = (
        fact.title for fact in facts if fact.title and any(source.document_id == document.id for source in fact.sources)
    )
    return next(printed, "")
