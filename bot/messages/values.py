"""One fact's value as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.corpus.date import PartialDate
from bot.facts.fact import Basis, Fact, Phase, Quantity
from bot.language import Language, of_text
from bot.messages.dates import date_text
from bot.messages.numbers import count_text, in_words, ordinal_number
from bot.messages.voice import Voice

# 国家和地区, 国家（地区）, 國家和地區, countries and regions: quotes are as printed.
_REGIONS = re.compile(
    r"[国國][家别別]?[和与與及或以、/（(*\s]{0,4}地[区區]|\b(?:countries|nations)\W+(?:and\W+|or\W+)?(?:regions|territories)",
    re.IGNORECASE,
)
# Predicates whose values are words of an article; those of others are names.
PHRASES = frozenset({"theme", "focus", "mission", "plan", "forum_units_kind"})
_QUOTES = {"“": "”", "「": "」", "『": "』", '"': '"'}


def value_text(fact: Fact, voice: Voice) -> str:
    """The value with its hedge and unit, a date in the reader's form, a name in English where one is known."""
    value = fact.value
    if isinstance(value, PartialDate):
        return date_text(value, voice.language)
    if isinstance(value, Quantity):
        return _count(fact, value, voice)
    return phrase_text(value, voice) if fact.predicate in PHRASES else name_text(value, voice)


def _count(fact: Fact, quantity: Quantity, voice: Voice) -> str:
    texts = voice.texts
    if fact.predicate in ("ordinal", "nth_year"):
        return texts(f"number.{fact.predicate}", number=ordinal_number(quantity.value, voice.language))
    return count_text(quantity, unit_of((fact,), voice), texts)


def unit_of(facts: Sequence[Fact], voice: Voice) -> str:
    """The id of the counter of figures of one predicate; that of countries speaks of regions only where the proving
    sentences of each figure do."""
    unit = f"unit.{facts[0].predicate}"
    with_regions = f"{unit}.regions"
    if not voice.texts.has(with_regions):
        return unit
    said = all(any(_REGIONS.search(source.quote) for source in fact.sources) for fact in facts)
    return with_regions if said else unit


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


def phrase_text(text: str, voice: Voice) -> str:
    """Words of an article: as a name where its form in the reader's language is known, else quoted as printed, saying so
    when they are in another language."""
    shown = name_text(text, voice)
    is_foreign = shown == unquoted(text) and of_text(text) is not voice.language
    return voice.texts("original", text=shown) if is_foreign else shown


def is_as_printed(name: str, voice: Voice) -> bool:
    """True for a name that an English reply shows in Chinese characters, no English form of it being known."""
    return voice.language is Language.EN and name_text(name, voice) == unquoted(name) and of_text(name) is Language.ZH


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
