"""The statements of a question's answer: the value first, then whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Basis, Fact, Quantity
from bot.knowledge.snapshot import SUMMIT
from bot.language import Language, of_text
from bot.messages.card import derived_part
from bot.messages.dates import date_text, range_text
from bot.messages.html import escape
from bot.messages.numbers import ordinal_number
from bot.messages.people import people_lines
from bot.messages.rivals import rivals_text
from bot.messages.sources import Numbering
from bot.messages.values import (
    PHRASES,
    is_as_printed,
    is_our_translation,
    name_text,
    phrase_text,
    remarks,
    unquoted,
    value_text,
)
from bot.messages.voice import Voice

PAGE = 10


def statement_lines(statement: Statement, voice: Voice, numbering: Numbering, page: int = 1) -> list[str]:
    """One statement as lines of HTML: `<b>24 场</b> · 2024 年峰会的分论坛（会前公布） [1]`, a list below its count."""
    if statement.topic == "value.people":
        return people_lines(statement, voice, numbering)
    items = list_items(statement)
    if len(items) < 2:
        return [_headline(statement, voice, numbering)]
    one_proof = len({fact.sources for fact in items}) == 1
    first = (page - 1) * PAGE
    lines = [_headline(statement, voice, numbering)]
    for fact in items[first : first + PAGE]:
        marks = "" if one_proof else numbering.marks(fact.sources)
        lines.append(escape(f"· {_listed(fact, voice)}") + marks)
    if len(items) > PAGE:
        lines.append(
            escape(voice.texts("list.page", first=first + 1, last=min(first + PAGE, len(items)), total=len(items)))
        )
    lines.append(escape(_closed_or_open(statement, voice)))
    names = [str(fact.value) for fact in items if fact.predicate not in PHRASES]
    if any(is_our_translation(name, voice) for name in names):
        lines.append(escape(voice.texts("list.our_translation")))
    if any(is_as_printed(name, voice) for name in names):
        lines.append(escape(voice.texts("list.as_printed")))
    return lines


def statement_text(statement: Statement, voice: Voice) -> str:
    """One statement by itself, plain and whole, without numbers of sources."""
    if statement.topic == "value.people":
        return "\n".join(people_lines(statement, voice, None))
    head = _value(statement, voice) + voice.texts(
        "value.of", label=label_of(statement, voice), remarks=_remarks(statement, voice)
    )
    items = list_items(statement)
    if len(items) < 2:
        return head
    named = voice.texts("list.separator").join(item_text(fact, voice) for fact in items)
    return voice.texts("list.inline", head=head, items=named, remark=_closed_or_open(statement, voice))


def list_items(statement: Statement) -> tuple[Fact, ...]:
    """The items of a list statement, without the stated number before them; empty for other statements."""
    count = statement.values.get("items")
    return statement.facts[-count:] if isinstance(count, int) else ()


def item_text(fact: Fact, voice: Voice) -> str:
    """One item of a list with the remark behind it, what it is for and for whom."""
    return value_text(fact, voice) + item_detail(fact, voice)


def _listed(fact: Fact, voice: Voice) -> str:
    """As `item_text`, for a list that says once at its end which English is ours."""
    name = str(fact.value)
    if fact.predicate in PHRASES or not is_our_translation(name, voice):
        return item_text(fact, voice)
    shown = voice.texts("name.translated", original=unquoted(name), translation=voice.names.translation(name))
    return shown + item_detail(fact, voice)


def item_detail(fact: Fact, voice: Voice) -> str:
    """What stands behind the name of an item: a remark, what it is for and for whom; empty without any."""
    text = voice.texts("item.note", note=phrase_text(fact.note, voice)) if fact.note else ""
    if voice.language is Language.ZH and (fact.purpose or fact.audience):
        form = "both" if fact.purpose and fact.audience else "purpose" if fact.purpose else "audience"
        return text + voice.texts(f"item.{form}", purpose=fact.purpose, audience=fact.audience)
    purpose = purpose_text(fact, voice)
    return text + voice.texts("purpose.colon") + purpose if purpose else text


def purpose_text(fact: Fact, voice: Voice) -> str:
    """For whom something is and why, in the words of the article, which are named as such in another language."""
    parts = []
    for role, said in (("audience", fact.audience), ("purpose", fact.purpose)):
        if said:
            form = "purpose" if of_text(said) is voice.language else "purpose.original"
            parts.append(voice.texts(f"{form}.{role}", text=said))
    return voice.texts("purpose.semicolon").join(parts)


def _headline(statement: Statement, voice: Voice, numbering: Numbering) -> str:
    items = list_items(statement)
    proofs = statement.citations
    if len(items) > 1:
        # The headline proves the number; items with proofs of their own carry them.
        stated = statement.values.get("stated")
        one_proof = len({fact.sources for fact in items}) == 1
        proofs = stated.sources if isinstance(stated, Fact) else items[0].sources if one_proof else ()
        proofs += items[0].sources if one_proof else ()
    label = voice.texts("value.of", label=label_of(statement, voice), remarks=_remarks(statement, voice))
    text = f"<b>{escape(_value(statement, voice))}</b>{escape(label)}{numbering.marks(proofs)}"
    return text + rivals_text(statement, voice, numbering)


def _value(statement: Statement, voice: Voice) -> str:
    items = list_items(statement)
    fact = items[0] if items else statement.facts[0]
    if statement.topic == "value.dates":
        return _dates(statement.facts, voice)
    if statement.topic == "value.year_of":
        return voice.texts("list.year", year=statement.values["year"])
    if len(items) > 1:
        stated = statement.values.get("stated")
        if isinstance(stated, Fact):
            return value_text(stated, voice)
        special = f"items.{statement.values['predicate']}"
        return voice.texts.plural(special if voice.texts.has(special) else "list.items", len(items))
    text = value_text(fact, voice)
    if fact.place:
        text += voice.texts("value.place", place=name_text(fact.place, voice))
    return text


def _dates(facts: Sequence[Fact], voice: Voice) -> str:
    days = [fact.value for fact in facts if isinstance(fact.value, PartialDate)]
    if len(days) == 2:
        return range_text(days[0], days[1], voice.language)
    return voice.texts(f"card.only.{facts[0].predicate}", date=date_text(days[0], voice.language))


def label_of(statement: Statement, voice: Voice) -> str:
    """Whose value it is: 2024 年峰会的主题; the 2024 summit: theme."""
    subject, predicate = str(statement.values["subject"]), str(statement.values["predicate"])
    named = voice.subject(subject)
    if statement.topic == "value.first_edition":
        return voice.texts("of.first_edition", subject=named)
    if statement.topic == "value.year_of":
        number = statement.facts[0].value
        shown = ordinal_number(number.value, voice.language) if isinstance(number, Quantity) else str(number)
        return voice.texts(f"number.{predicate}", number=shown)
    name = voice.texts("label.when_of") if statement.topic == "value.dates" else voice.predicate(predicate)
    kind = "summit" if subject.startswith(SUMMIT) else subject
    special = f"of.{kind}.{predicate}"
    return voice.texts(special if voice.texts.has(special) else "of.any", subject=named, name=name)


def _remarks(statement: Statement, voice: Voice) -> str:
    said = list(remarks(statement.facts, voice))
    if statement.topic == "value.dates" and (part := derived_part(statement.facts, voice)):
        said[-1] = part
    if statement.topic == "value.first_edition" and not any(f.basis is Basis.DERIVED for f in statement.facts):
        said.append(voice.texts("remark.derived"))
    return voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""


def _closed_or_open(statement: Statement, voice: Voice) -> str:
    """Whether the list names all there were."""
    items = list_items(statement)
    stated = statement.values.get("stated")
    if not isinstance(stated, Fact) or not isinstance(stated.value, Quantity):
        return voice.texts("list.open")
    closed = stated.value.value == len(items) and stated.approximation == "exact"
    form = "list.closed" if closed else "list.differs"
    return voice.texts(form, stated=value_text(stated, voice), count=len(items))
