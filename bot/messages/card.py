"""The card of an edition: what each statement says, and the lines they stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.facts.fact import Basis, Fact, Quantity
from bot.knowledge.snapshot import summit
from bot.language import Language
from bot.messages.dates import date_text, range_text
from bot.messages.html import bold, escape
from bot.messages.numbers import closed_up, in_words
from bot.messages.rivals import rivals_text
from bot.messages.sources import Numbering
from bot.messages.values import days_text, is_our_translation, name_text, short_name, value_text
from bot.messages.voice import Voice

# Lines of the card; each holds segments, each segment is a label (`label.<name>`) and the topics behind it.
LINES: tuple[tuple[tuple[str, tuple[str, ...]], ...], ...] = (
    (("theme", ("card.theme",)),),
    (("when", ("card.dates", "card.opening")), ("where", ("card.venue",))),
    (("attendance", ("card.guests", "card.mode")),),
    (("content", ("card.focus", "card.subforums", "card.coffee_talks")),),
    (("expo", ("card.expo",)), ("contest", ("card.contest",))),
    (("cases", ("card.cases",)), ("leading_tech", ("card.leading_tech",))),
    (("new", ("card.new_feature",)),),
    (
        ("organizer", ("card.organizer",)),
        ("host", ("card.host",)),
        ("co_organizer", ("card.co_organizer",)),
    ),
    (("supporter", ("card.supporter",)),),
)
_JOINERS = {"attendance": "card.comma"}
_LABELS = {topic: label for line in LINES for label, topics in line for topic in topics}


def card_heading(answer: Answer, voice: Voice, numbering: Numbering) -> str:
    """The first line: year and name in bold, which edition it is behind it. HTML."""
    year = answer.values["year"]
    heading = bold(voice.texts("card.title", year=year, name=voice.config.series.name.in_language(voice.language)))
    if special := voice.config.series.special_editions.get(int(str(year))):
        heading += escape(voice.texts("card.special", name=special))
    for statement in answer.statements:
        if statement.topic in ("card.ordinal", "card.nth_year"):
            heading += " · " + with_proof(statement_body(statement, voice), statement, voice, numbering)
    return heading


def card_lines(answer: Answer, voice: Voice, numbering: Numbering) -> list[str]:
    """The lines below the heading, in HTML; those of which nothing is known are left out."""
    by_topic = {statement.topic: statement for statement in answer.statements}
    lines = []
    for line in LINES:
        segments: list[str] = []
        for label, topics in line:
            said = [by_topic[topic] for topic in topics if topic in by_topic]
            if said:
                bodies = [with_proof(statement_body(item, voice), item, voice, numbering) for item in said]
                # A label that follows another segment must not stand alone at the end of a line.
                colon = voice.texts("card.colon.glued" if segments else "card.colon")
                segments.append(
                    escape(voice.texts(f"label.{label}"))
                    + escape(colon)
                    + escape(voice.texts(_JOINERS.get(label, "card.semicolon"))).join(bodies)
                )
        if segments:
            lines.append(escape(voice.texts("card.gap")).join(segments))
    return lines


def card_statement(statement: Statement, voice: Voice) -> str:
    """One statement of the card by itself, plain: `主题：…`."""
    label = _LABELS.get(statement.topic)
    body = statement_body(statement, voice)
    return voice.texts("label.with", label=voice.texts(f"label.{label}"), body=body) if label else body


def with_proof(body: str, statement: Statement, voice: Voice, numbering: Numbering) -> str:
    """`body` as HTML with the numbers of its proofs, and the values that disagree with theirs."""
    return escape(body) + numbering.marks(statement.citations) + rivals_text(statement, voice, numbering)


def statement_body(statement: Statement, voice: Voice) -> str:
    """What a statement of the card says, without its label: plain text."""
    facts = {fact.predicate: fact for fact in reversed(statement.facts)}
    return _BODIES[statement.topic](statement.facts, facts, voice)


Body = Callable[[Sequence[Fact], Mapping[str, Fact], Voice], str]


def _ordinal(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    fact = facts[0]
    text = value_text(fact, voice)
    if fact.basis is Basis.DERIVED and isinstance(fact.value, Quantity) and fact.value.value > 1:
        before = fact.value.value - 1
        return voice.texts("card.ordinal_derived", ordinal=text, before=in_words(before, voice.language))
    return text


def _values(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    separator = voice.texts("list.separator")
    return separator.join(value_text(fact, voice) for fact in facts)


def _short_names(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    names = [str(fact.value) for fact in facts]
    text = " · ".join(short_name(name, voice) for name in names)
    return text + (voice.texts("remark.our_translation") if any(is_our_translation(n, voice) for n in names) else "")


def _dates(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    start, end, days = (by.get(name) for name in ("start_date", "end_date", "duration_days"))
    with_year = voice.language is Language.EN or not _in_year(start or end)
    parts = []
    if start and end and isinstance(start.value, PartialDate) and isinstance(end.value, PartialDate):
        parts.append(range_text(start.value, end.value, voice.language, with_year=with_year))
    elif (one := start or end) and isinstance(one.value, PartialDate):
        parts.append(
            voice.texts(f"card.only.{one.predicate}", date=date_text(one.value, voice.language, with_year=with_year))
        )
    if days:
        parts.append(voice.texts("card.days", days=days_text(days, voice)))
    remark = derived_part(facts, voice)
    return voice.texts("card.comma").join(parts) + (voice.texts("remark.brackets", remarks=remark) if remark else "")


def derived_part(facts: Sequence[Fact], voice: Voice) -> str:
    """Which of the days was concluded, empty if none: one is enough to say, and that is the last if it was.

    An opening day with a duration gives both days, of which only the last is news.
    """
    derived = {fact.predicate for fact in facts if fact.basis is Basis.DERIVED}
    named = next((name for name in ("end_date", "start_date", "duration_days") if name in derived), None)
    return voice.texts(f"derived.{named}") if named else ""


def _in_year(fact: Fact | None) -> bool:
    """True when the date lies in the year of its edition, which the heading has already said."""
    return fact is not None and isinstance(fact.value, PartialDate) and fact.subject == summit(fact.value.year)


def _opening(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    day = facts[0].value
    with_year = voice.language is Language.EN or not _in_year(facts[0])
    shown = date_text(day, voice.language, with_year=with_year) if isinstance(day, PartialDate) else str(day)
    return voice.texts("card.only.opening_date", date=shown)


def _figures(topic: str) -> Body:
    """A sentence of one or two figures: `topic.<first>`, `topic.<second>` or `topic.both`."""

    def body(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
        values = {fact.predicate: value_text(fact, voice) for fact in facts}
        form = "both" if len(values) > 1 else next(iter(values))
        return closed_up(voice.texts(f"{topic}.{form}", **values))

    return body


def _focus(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    return voice.texts("card.focus", value=_values(facts, by, voice))


def _mode(facts: Sequence[Fact], by: Mapping[str, Fact], voice: Voice) -> str:
    return name_text(str(facts[0].value), voice)


_BODIES: Mapping[str, Body] = {
    "card.ordinal": _ordinal,
    "card.nth_year": _values,
    "card.theme": _values,
    "card.dates": _dates,
    "card.opening": _opening,
    "card.venue": _values,
    "card.focus": _focus,
    "card.subforums": _figures("card.subforums"),
    "card.coffee_talks": _figures("card.coffee_talks"),
    "card.guests": _figures("card.guests"),
    "card.mode": _mode,
    "card.expo": _figures("card.expo"),
    "card.contest": _figures("card.contest"),
    "card.cases": _figures("card.cases"),
    "card.leading_tech": _figures("card.leading_tech"),
    "card.new_feature": _short_names,
    "card.organizer": _values,
    "card.host": _values,
    "card.co_organizer": _values,
    "card.supporter": _values,
}
