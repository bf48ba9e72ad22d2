"""When something within an edition was: 2022年全体会议是哪天, When did the expo run in 2018, 女性论坛几号开.

No fact holds such days. A clause answers if it names the occasion, one verb of holding and a day: what is held twice in one
clause (the summit, and within it the expo) gives none, nor does what only happened there (博览会上, the expo's press conference).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.answer import Answer, Kind, Statement
from bot.answers.asked import PLAIN, Asked
from bot.answers.interpret.day_words import days_in
from bot.answers.interpret.lexicon import Sense
from bot.answers.interpret.reading import normalised
from bot.answers.interpret.soundness import numbers_a_programme
from bot.answers.passage import scope_of
from bot.knowledge.passages import Passage
from bot.knowledge.snapshot import summit

_NAMING = (Sense.EVENT, Sense.PROGRAMME, Sense.ITEM)
_SENSES = frozenset({*_NAMING, Sense.PREDICATE, Sense.PLACE, Sense.REGION})
_INTENTS = frozenset({"when", "deeds", "have", "yes_no"})
# What may be asked of an occasion by its days.
_DAYS = frozenset({"start_date", "end_date", "opening_date", "closing_date", "duration_days", "subforums", "forum"})
_HOURS = frozenset({"上午", "下午", "晚上", "中午", "早上", "morning", "afternoon", "evening"})
_LOOKED_AT = 40
_CLAUSE = re.compile(r"[，。；！？,;!?](?!\d{3}(?!\d))")
_ONLY_DAY = re.compile(
    r"\W*(?:on |from )?[\W\d年月日至到号]*(?:[a-z]{3,9}\.? \d{1,2})?(?:上午|下午|晚上?|晚间|当天|清晨|中午)?\W*(?:(?:19|20)\d\d)?\W*"
)
_HELD = re.compile(
    r"举行|召开|举办|开幕(?!式)|开展|开赛|启动|登场|展出|"
    r"\b(?:held|ran|runs?|run|takes? place|took place|taking place|opens?|opened|convened|scheduled|kicks? off|kicked off)\b"
)
# Behind the name: what is there, or belongs to it.
_OF_IT = r"(?!上|期间|的|新闻|组委|筹备|开幕式|闭幕式|启动|发布|现场|'s? | (?:press|news|organi[sz]|opening|closing|site|venue|hall))"


def occasion(asked: Asked) -> Answer | None:
    """The sentence that dates an occasion of the edition named; None if none does."""
    read = asked.read
    if "when" not in read.intents or len(asked.years) != 1 or not asked.is_resolved or read.names_another_meeting:
        return None
    hours = [word.text for word in read.rest({*PLAIN, *_SENSES}, _INTENTS)]
    if not set(read.predicates) <= _DAYS or not set(hours) <= _HOURS or numbers_a_programme(read.words):
        return None
    forms = _forms(asked)
    if not forms:
        return None
    name = re.compile(f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))}){_OF_IT}")
    for each in asked.known.snapshot.passages.near(list(forms), _LOOKED_AT):
        clauses = [clause for clause in _clauses(each) if all(hour in clause for hour in hours)]
        if asked.years[0] in scope_of(each, asked.known.snapshot) and any(_dates(clause, name) for clause in clauses):
            return Answer(
                Kind.FOUND,
                asked.understood((summit(asked.years[0]),)),
                title="passage.title",
                statements=(Statement("passage.answer", quotes=(each.citation,), values={"text": each.sentence.text}),),
            )
    return None


def _forms(asked: Asked) -> set[str]:
    """All spellings of the one occasion named; none if there are several, or if its day is a value of its own."""
    named = {
        meaning
        for word in asked.read.words
        for meaning in word.meanings
        if meaning.sense in _NAMING and not any(m.sense is Sense.PREDICATE for m in word.meanings)
    }
    if len(named) != 1:
        return set()
    (occasion,) = named
    if occasion.sense is Sense.ITEM:
        return {occasion.name}
    kind = occasion.name if occasion.sense is Sense.PROGRAMME else ""
    names = {normalised(name) for name in asked.lexicon.programme_names.get(kind, ())}
    return names | asked.lexicon.spellings(occasion)


def _clauses(found: Passage) -> Iterator[str]:
    """The clauses of a sentence, the day at its head with the clause behind it."""
    head = ""
    for clause in _CLAUSE.split(normalised(found.sentence.text)):
        if _ONLY_DAY.fullmatch(clause):
            head += clause + " "
            continue
        yield head + clause
        head = ""


def _dates(clause: str, name: re.Pattern[str]) -> bool:
    days = any(day.day for day in days_in(clause))
    return days and name.search(clause) is not None and len(_HELD.findall(clause)) == 1
