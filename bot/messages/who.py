"""A person: titles as of the articles' dates, then deeds."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.corpus.date import PartialDate
from bot.corpus.document import Citation
from bot.facts.fact import Fact
from bot.messages.dates import date_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.people import deed_text
from bot.messages.sources import Numbering
from bot.messages.topic import topic_message
from bot.messages.values import name_text, unquoted
from bot.messages.voice import Voice


def who_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """`任贤良：世界互联网大会秘书长（据 2022 年 11 月、2024 年 10 月的报道）`, then a line for each edition."""
    numbering = Numbering(answer.citations)
    lines = [bold(_both_names(str(answer.values["name"]), voice))]
    titles = _titles(answer, voice)
    lines += [escape(title) for title in titles]
    by_subject: dict[str, list[Statement]] = {}
    for statement in answer.statements:
        by_subject.setdefault(str(statement.values["subject"]), []).append(statement)
    for subject, statements in by_subject.items():
        proofs: dict[str, list[Citation]] = {}
        for statement in _telling(statements):
            proofs.setdefault(deed_text(statement.facts[0], voice), []).extend(statement.citations)
        deeds = [escape(deed) + numbering.marks(citations) for deed, citations in proofs.items()]
        named = escape(voice.texts("who.at", subject=_capital(voice.subject(subject))))
        lines.append(f"· {named}{escape(voice.texts('list.comma')).join(deeds)}")
    if titles:
        lines.append(escape(voice.texts("who.still")))
    return topic_message(lines, answer, voice, numbering)


def deed_line(statement: Statement, voice: Voice) -> str:
    """One deed, plain."""
    fact = statement.facts[0]
    subject = voice.texts("who.at", subject=_capital(voice.subject(fact.subject)))
    return f"{name_text(str(fact.value), voice)} · {subject}{deed_text(fact, voice)}"


def _both_names(name: str, voice: Voice) -> str:
    other = voice.names.english(name)
    if other is None or other == name:
        return unquoted(name)
    first, second = (name, other) if voice.language == "zh" else (other, name)
    return voice.texts("who.names", first=first, second=second)


def _titles(answer: Answer, voice: Voice) -> list[str]:
    """Each title with the months of the articles that print it, oldest first."""
    months: dict[str, set[PartialDate]] = {}
    spellings: dict[str, str] = {}
    for statement in answer.statements:
        for fact in statement.facts:
            if fact.title:
                shown = voice.texts("list.comma").join(name_text(part, voice) for part in fact.title.split("、"))
                same = "、".join(_office(part, voice) for part in fact.title.split("、"))
                shown = spellings.setdefault(same, shown)
                months.setdefault(shown, set()).update(_written(fact, voice))
    lines = []
    for shown, days in sorted(months.items(), key=lambda item: min(day.first for day in item[1])):
        written = [date_text(day, voice.language) for day in sorted(days, key=lambda day: day.first)]
        lines.append(voice.texts("who.title", title=shown, dates=voice.texts("list.comma").join(written)))
    return lines


def _office(title: str, voice: Voice) -> str:
    """What spellings of one office have in common: 中国国家互联网信息办公室主任 has the English name of 国家互联网信息办公室主任."""
    chinese = voice.names.chinese(title) or title
    return (voice.names.english(chinese) or chinese).casefold()


def _written(fact: Fact, voice: Voice) -> set[PartialDate]:
    dates = (voice.snapshot.documents[source.document_id].date for source in fact.sources)
    return {PartialDate(day.year, day.month) for day in dates}


def _telling(statements: list[Statement]) -> list[Statement]:
    """Without mere attendance where something was done on the same occasion."""
    active = {s.facts[0].event for s in statements if s.facts[0].role not in ("attended", "sent_letter")}
    return [s for s in statements if s.facts[0].role != "attended" or s.facts[0].event not in active]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
