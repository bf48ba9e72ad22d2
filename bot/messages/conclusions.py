"""Statements that say more than a value: which of two had more, which had most, in which year, why, on which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.answers.answer import Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Fact, Quantity
from bot.knowledge.snapshot import SUMMIT
from bot.language import Language
from bot.messages.dates import date_text
from bot.messages.html import bold, escape
from bot.messages.numbers import count_text, ordinal_number
from bot.messages.rivals import rivals_text
from bot.messages.sources import Numbering
from bot.messages.statements import item_text, label_of, purpose_text, statement_lines, statement_text
from bot.messages.values import name_text, phrase_text, remarks, unit_of, value_text
from bot.messages.voice import Voice


def lines_of(statement: Statement, voice: Voice, numbering: Numbering, page: int = 1) -> list[str]:
    """A statement of any topic as lines of HTML, what was asked in bold and first."""
    if statement.topic not in _TOPICS:
        return statement_lines(statement, voice, numbering, page)
    first, rest = _TOPICS[statement.topic](statement, voice)
    proofs = numbering.marks(statement.citations)
    return [bold(first) + escape(rest) + proofs + rivals_text(statement, voice, numbering)]


def text_of(statement: Statement, voice: Voice) -> str:
    """The same by itself: plain, without numbers of sources."""
    if statement.topic not in _TOPICS:
        return statement_text(statement, voice)
    return "".join(_TOPICS[statement.topic](statement, voice))


Parts = tuple[str, str]


def _contrast(statement: Statement, voice: Voice) -> Parts:
    """`2024 年峰会更多，多 5 场` and what it is about."""
    texts, values = voice.texts, statement.values
    predicate = str(values["predicate"])
    kind = "days" if predicate == "duration_days" else "count"
    name = voice.predicate(predicate)
    direction, difference = values["direction"], values["difference"]
    if direction is None:
        return texts("contrast.open"), texts("contrast.about", name=name)
    if direction == 0:
        return texts(f"contrast.same.{kind}"), texts("contrast.about", name=name)
    first = texts(f"contrast.more.{kind}", subject=_capital(voice.subject(str(values["subject"]))))
    if isinstance(difference, int):
        amount = count_text(Quantity(difference), unit_of(statement.facts, voice), texts)
        first += texts(f"contrast.by.{kind}", difference=amount)
        return first, texts("contrast.about_derived", name=name)
    return first, texts("contrast.about", name=name)


def _superlative(statement: Statement, voice: Voice) -> Parts:
    texts, values = voice.texts, statement.values
    winners, lacking = values["winners"], values["lacking"]
    years = texts("list.comma").join(str(year) for year in winners) if isinstance(winners, tuple) else ""
    first = texts("superlative.edition", years=years, value=value_text(statement.facts[0], voice))
    form = "least" if values["least"] else "most"
    kind = "days" if values["predicate"] == "duration_days" else "count"
    rest = texts(f"superlative.{form}.{kind}", name=voice.predicate(str(values["predicate"])), count=values["counted"])
    if isinstance(lacking, tuple) and lacking:
        rest += texts("superlative.lacking", years=texts("list.comma").join(map(str, lacking)))
    return first, rest


def _edition_of(statement: Statement, voice: Voice) -> Parts:
    """The year, then the value that led to it."""
    fact = statement.facts[0]
    of_edition = fact.subject.startswith(SUMMIT)
    form = "edition_of.summit" if of_edition else "edition_of.report"
    said = value_text(fact, voice)
    return (
        voice.texts("list.year", year=statement.values["year"]),
        voice.texts(form, label=label_of(statement, voice), value=said) + _remarks(fact, voice),
    )


def _event(statement: Statement, voice: Voice) -> Parts:
    """The day, then what happened."""
    fact = statement.facts[0]
    day = date_text(fact.value, voice.language) if isinstance(fact.value, PartialDate) else str(fact.value)
    what = phrase_text(fact.text, voice) if fact.text else label_of(statement, voice)
    if fact.place:
        what += voice.texts("value.place", place=name_text(fact.place, voice))
    return day, voice.texts("event.what", what=what) + _remarks(fact, voice)


def _purpose(statement: Statement, voice: Voice) -> Parts:
    """What it is for and for whom, in the words of the article."""
    fact = statement.facts[0]
    name = name_text(str(fact.value), voice)
    if voice.language is Language.ZH:
        return item_text(fact, voice), voice.texts("purpose.of", subject=voice.subject(fact.subject)) + _remarks(
            fact, voice
        )
    rest = voice.texts("purpose.of", subject=voice.subject(fact.subject)) + _remarks(fact, voice)
    return name, voice.texts("purpose.colon") + purpose_text(fact, voice) + rest


def _editions(statement: Statement, voice: Voice) -> Parts:
    fact, values = statement.facts[0], statement.values
    number = fact.value.value if isinstance(fact.value, Quantity) else 0
    form = "before" if values["before"] else fact.predicate
    shown = ordinal_number(number, voice.language)
    first = voice.texts.plural(f"editions.{form}", int(str(values["number"])), year=values["year"], ordinal=shown)
    return first, voice.texts("editions.by", subject=voice.subject(fact.subject), value=value_text(fact, voice))


def _part(statement: Statement, voice: Voice) -> Parts:
    named = voice.texts("list.separator").join(dict.fromkeys(name_text(str(f.value), voice) for f in statement.facts))
    subject, name = str(statement.values["subject"]), voice.predicate(str(statement.values["predicate"]))
    label = voice.texts("of.any", subject=voice.subject(subject), name=name)
    return named, voice.texts("part.of", label=label) + _remarks(statement.facts[0], voice)


def _article(statement: Statement, voice: Voice) -> Parts:
    """The byline, or who published an article and whom it credits."""
    document = voice.snapshot.documents[str(statement.values["document_id"])]
    form = "article.author" if statement.values["by_author"] else "article.publisher"
    return str(statement.values["name"]), voice.texts(form, title=document.title)


def _remarks(fact: Fact, voice: Voice) -> str:
    said = remarks((fact,), voice)
    return voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


_TOPICS: Mapping[str, Callable[[Statement, Voice], Parts]] = {
    "contrast": _contrast,
    "superlative": _superlative,
    "value.edition_of": _edition_of,
    "value.event": _event,
    "value.purpose": _purpose,
    "value.editions": _editions,
    "value.part": _part,
    "value.article": _article,
}
