"""One fact's value as a reader sees it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.corpus.date import PartialDate
from bot.facts.fact import Basis, Fact, Phase, Quantity
from bot.language import Language, of_text
from bot.messages.dates import date_text
from bot.messages.numbers import count_text, in_words, ordinal_number
from bot.messages.voice import Voice

_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}


def value_text(fact: Fact, voice: Voice) -> str:
    """The value with its hedge and unit, a date in the reader's form, a name in English where one is known."""
    value = fact.value
    if isinstance(value, PartialDate):
        return date_text(value, voice.language)
    if isinstance(value, Quantity):
        return _count(fact.predicate, value, voice)
    return name_text(value, voice)


def _count(predicate: str, quantity: Quantity, voice: Voice) -> str:
    texts = voice.texts
    if predicate in ("ordinal", "nth_year"):
        return texts(f"number.{predicate}", number=ordinal_number(quantity.value, voice.language))
    return count_text(quantity, f"unit.{predicate}", texts)


def name_text(name: str, voice: Voice) -> str:
    """A name in the reader's language where its form in use is known, else as printed; for an English reader with our
    translation behind it, marked as ours, where there is one."""
    code = f"mode.{name}"
    if voice.texts.has(code):
        return voice.texts(code)
    if voice.language is Language.ZH:
        return voice.names.chinese(name) or unquoted(name)
    if of_text(name) is Language.EN:
        return name
    if known := voice.names.english(name):
        return known
    if ours := voice.names.translation(name):
        return voice.texts("name.our_translation", original=unquoted(name), translation=ours)
    return unquoted(name)


def short_name(name: str, voice: Voice) -> str:
    """A name where room is scarce: without the name of the series before it, in English without the original."""
    if voice.language is Language.EN:
        return voice.names.english(name) or voice.names.translation(name) or unquoted(name)
    bare = unquoted(name)
    for alias in sorted(voice.config.series.aliases, key=len, reverse=True):
        if bare.startswith(alias) and len(bare) >= len(alias) + 3:
            return bare.removeprefix(alias)
    return bare


def is_our_translation(name: str, voice: Voice) -> bool:
    """True when a reply in this language shows our own words for `name`."""
    known = voice.names.english(name) is not None
    return voice.language is Language.EN and not known and voice.names.translation(name) is not None


def unquoted(name: str) -> str:
    """A name without quotation marks around the whole of it."""
    inside = name[1:-1]
    if len(name) > 2 and _QUOTES.get(name[0]) == name[-1] and not set(inside) & set("“”「」『』"):
        return inside
    return name


def remarks(facts: Sequence[Fact], voice: Voice) -> tuple[str, ...]:
    """What must be said beside a value: announced before the day, concluded and not stated."""
    said = []
    if facts and all(fact.phase is Phase.ANNOUNCED for fact in facts):
        said.append(voice.texts("remark.announced"))
    if any(fact.basis is Basis.DERIVED for fact in facts):
        said.append(voice.texts("remark.derived"))
    return tuple(said)


def days_text(fact: Fact, voice: Voice) -> str:
    """A duration in running text: 共 3 天, three days."""
    if isinstance(fact.value, Quantity) and fact.approximation == "exact":
        number = fact.value.value
        shown = str(number) if voice.language is Language.ZH else in_words(number, voice.language)
        return voice.texts.plural("days", number, number=shown)
    return value_text(fact, voice)
