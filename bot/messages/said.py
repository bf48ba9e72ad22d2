"""A fact in one sentence that can be understood alone: whose it is, of which year, what is so."""

from __future__ import annotations

from bot.corpus.date import PartialDate
from bot.facts.fact import Fact
from bot.knowledge.snapshot import SUMMIT
from bot.language import Language
from bot.messages.dates import date_text
from bot.messages.statements import item_detail
from bot.messages.values import remarks, value_text
from bot.messages.voice import Voice


def sentence(fact: Fact, voice: Voice) -> str:
    """`2022 年峰会的参会嘉宾有 2,100 多名。` plain; what was only announced or concluded is named as such."""
    texts = voice.texts
    said = remarks((fact,), voice)
    remark = texts("remark.brackets", remarks=texts("card.comma").join(said)) if said else ""
    form = f"say.{fact.predicate}"
    text = texts(
        form if texts.has(form) else "say.any",
        subject=voice.subject(fact.subject),
        name=voice.predicate(fact.predicate),
        value=_value(fact, voice),
        remark=f"{item_detail(fact, voice)}{remark}",
    )
    return text[0].upper() + text[1:] if voice.language is Language.EN else text


def _value(fact: Fact, voice: Voice) -> str:
    """A date in the year of its edition without that year: it stands in the subject."""
    value = fact.value
    if isinstance(value, PartialDate) and fact.subject == f"{SUMMIT}{value.year}":
        return date_text(value, voice.language, with_year=False)
    return value_text(fact, voice)
