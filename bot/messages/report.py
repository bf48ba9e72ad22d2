"""What was understood of a folder of seeds, for its author: text for the terminal, and the same as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.preference import comparable, reason
from bot.knowledge.unread import unread
from bot.language import Language
from bot.messages.export import Record, fact_data, glossary_item_data, value_data
from bot.messages.html import neutral, shortened
from bot.messages.problems import problem_text
from bot.messages.values import remarks, value_text
from bot.messages.voice import Voice

PERSON = "person"
DEFINITION_CHARACTERS = 60
SENTENCE_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values of one predicate of one subject that cannot all be true: the preferred first."""

    facts: tuple[Fact, ...]


def contradictions(voice: Voice) -> tuple[Contradiction, ...]:
    """Every disagreement among the facts of the snapshot."""
    snapshot = voice.snapshot
    found: dict[str, list[Fact]] = {}
    for loser in snapshot.facts:
        if not snapshot.is_preferred(loser):
            rivals = snapshot.find(loser.subject, loser.predicate)
            winner = next(fact for fact in rivals if comparable(fact, loser))
            found.setdefault(winner.id, [winner]).append(loser)
    return tuple(Contradiction(tuple(facts)) for facts in found.values())


def problem_line(problem: Problem, language: Language, severity: str) -> str:
    """`path:line: severity: message`."""
    return f"{neutral(problem.path)}:{problem.line}: {severity}: {problem_text(problem, language)}"


def report_text(voice: Voice) -> str:
    """Per article its problems and what was understood, with line numbers; then contradictions and a summary."""
    snapshot = voice.snapshot
    documents = {document.path: document for document in snapshot.documents.values()}
    lines: list[str] = []
    for path in sorted({*documents, *(problem.path for problem in snapshot.problems)}):
        lines.extend(_article(path, documents.get(path), voice))
        lines.append("")
    found = contradictions(voice)
    if found:
        lines += [voice.texts("check.contradictions"), *(_contradiction(item, voice) for item in found), ""]
    lines.append(_summary(found, voice))
    return "\n".join(neutral(line) for line in lines) + "\n"


def report_data(voice: Voice) -> Record:
    """The report as data.

    `{"ok", "documents": [{"id", "document", "title", "publisher", "date", "url", "author", "credited_to", "facts":
    [fact ids], "own": [{"fact", "line", "value", "approximation"} of single values that this article words otherwise
    than the fact it was joined to], "glossary": [glossary ids], "unread": [{"line", "quote"} of sentences with figures that no fact came
    from]}], "facts": [as `export facts`], "glossary": [as `export glossary`],
    "problems": [{"document", "line", "severity", "code", "message"}], "contradictions": [{"subject", "predicate",
    "facts": [fact ids, the preferred first], "reasons": [why it is preferred to each of the others]}], "summary": {"documents", "facts", "glossary", "people", "errors",
    "warnings", "notes", "contradictions"}}`. `ok` is false when there is an error; `severity` is `error`, `warning`
    or `note`; `message` is in the language of the report.
    """
    snapshot, found = voice.snapshot, contradictions(voice)
    return {
        "ok": not any(problem.severity is Severity.ERROR for problem in snapshot.problems),
        "documents": [_document_data(document, voice) for document in snapshot.documents.values()],
        "facts": [fact_data(fact, snapshot) for fact in snapshot.facts],
        "glossary": [glossary_item_data(item, snapshot) for item in snapshot.glossary],
        "problems": [
            {
                "document": problem.path,
                "line": problem.line,
                "severity": problem.severity,
                "code": problem.code,
                "message": problem_text(problem, voice.language),
            }
            for problem in snapshot.problems
        ],
        "contradictions": [
            {
                "subject": item.facts[0].subject,
                "predicate": item.facts[0].predicate,
                "facts": [fact.id for fact in item.facts],
                "reasons": [reason(item.facts[0], fact, snapshot.documents) for fact in item.facts[1:]],
            }
            for item in found
        ],
        "summary": _counts(found, voice),
    }


def _document_data(document: Document, voice: Voice) -> Record:
    return {
        "id": document.id,
        "document": document.path,
        "title": document.title,
        "publisher": document.publisher,
        "date": str(document.date),
        "url": document.url,
        "author": document.author,
        "credited_to": document.credited_to,
        "facts": [fact.id for fact, _ in _facts_of(document, voice.snapshot.facts)],
        "own": [
            {"fact": fact.id, "line": line, "value": value_data(own.value), "approximation": own.approximation}
            for fact, line in _facts_of(document, voice.snapshot.facts)
            if (own := _own(fact, line, document, voice))
        ],
        "glossary": [item.id for item in _items_of(document, voice)],
        "unread": [{"line": s.line, "quote": s.quote} for s in unread(document, voice.snapshot, voice.config.series)],
    }


def _facts_of(document: Document, facts: Iterable[Fact]) -> list[tuple[Fact, int]]:
    """(fact, first line that proves it) of one article, by line."""
    found = [
        (fact, min(source.line for source in fact.sources if source.document_id == document.id))
        for fact in facts
        if any(source.document_id == document.id for source in fact.sources)
    ]
    return sorted(found, key=lambda pair: pair[1])


def _own(fact: Fact, line: int, document: Document, voice: Voice) -> Fact | None:
    """What the article itself says on that line, where it was joined to a value that is worded otherwise."""
    finds = voice.snapshot.finds.get(document.id)
    if finds is None or not voice.vocabulary.is_single(fact.predicate):
        return None
    here = [
        own
        for own in finds.facts
        if (own.subject, own.predicate) == (fact.subject, fact.predicate)
        and any(source.line == line for source in own.sources)
    ]
    shown = value_text(fact, voice)
    return None if not here or any(value_text(own, voice) == shown for own in here) else here[0]


def _items_of(document: Document, voice: Voice) -> Sequence[GlossaryItem]:
    return voice.snapshot.explained_in(document.id)


def _article(path: str, document: Document | None, voice: Voice) -> Iterator[str]:
    texts = voice.texts
    if document:
        about = (document.title, document.publisher, str(document.date))
        yield texts("check.article", path=path, about=texts("check.separator").join(part for part in about if part))
    else:
        yield texts("check.rejected", path=path)
    for problem in voice.snapshot.problems:
        if problem.path == path:
            yield problem_line(problem, voice.language, texts(f"severity.{problem.severity}"))
    if document:
        yield from _understood(document, voice)


def _understood(document: Document, voice: Voice) -> Iterator[str]:
    texts = voice.texts
    facts = _facts_of(document, voice.snapshot.facts)
    subjects = dict.fromkeys(fact.subject for fact, _ in facts if fact.predicate != PERSON)
    for subject in subjects:
        yield f"  {voice.subject(subject)}"
        for fact, line in facts:
            if fact.subject == subject and fact.predicate != PERSON:
                value = _value(fact, voice, _own(fact, line, document, voice))
                yield _row(line, texts("check.fact", predicate=voice.label(fact), value=value))
    people = [(fact, line) for fact, line in facts if fact.predicate == PERSON]
    if people:
        yield f"  {texts('check.people')}"
        yield from (_row(line, _person(fact, voice)) for fact, line in people)
    items = _items_of(document, voice)
    if items:
        yield f"  {texts('check.glossary')}"
        for item in items:
            term = " / ".join(part for part in (item.term_zh, item.term_en) if part)
            definition = shortened(item.definition, DEFINITION_CHARACTERS)
            yield _row(item.source.line, texts("check.fact", predicate=term, value=definition))
    if not facts and not items:
        yield f"  {texts('check.nothing')}"
    left = list(unread(document, voice.snapshot, voice.config.series))
    if left:
        yield f"  {texts('check.unread')}"
        yield from (_row(sentence.line, shortened(sentence.text, SENTENCE_CHARACTERS)) for sentence in left)


def _row(line: int, text: str) -> str:
    return f"  {line:>5}  {text}"


def _value(fact: Fact, voice: Voice, own: Fact | None) -> str:
    """The value, what happened on it, and what must be said beside it; `own` is how the article words it otherwise."""
    value = value_text(fact, voice)
    if fact.text:
        value = voice.texts("check.fact", predicate=value, value=fact.text)
    beside = [
        *([voice.texts("check.own", value=value_text(own, voice))] if own else []),
        *remarks([fact], voice),
        *([] if voice.snapshot.is_preferred(fact) else [voice.texts("check.lost")]),
    ]
    return f"{value} [{voice.texts('check.separator').join(beside)}]" if beside else value


def _person(fact: Fact, voice: Voice) -> str:
    about = voice.texts("check.separator").join(
        part for part in (fact.title, _role(fact, voice), voice.subject(fact.subject)) if part
    )
    return voice.texts("check.fact", predicate=value_text(fact, voice), value=about)


def _role(fact: Fact, voice: Voice) -> str | None:
    """What the person did, and where: the wording of the role, or the role itself when it has none."""
    role = f"role.{fact.role}"
    if fact.event and voice.texts.has(f"{role}.at"):
        return voice.texts(f"{role}.at", event=fact.event)
    return voice.texts(role) if voice.texts.has(role) else fact.role


def _contradiction(item: Contradiction, voice: Voice) -> str:
    first = item.facts[0]
    values = [
        voice.texts(
            "check.sourced",
            value=value_text(fact, voice),
            places=" ".join(f"{voice.snapshot.documents[s.document_id].path}:{s.line}" for s in fact.sources),
        )
        for fact in item.facts
    ]
    about = f"{voice.subject(first.subject)} {voice.label(first)}"
    lines = [f"  {voice.texts('check.fact', predicate=about, value=' ≠ '.join(values))}"]
    documents = voice.snapshot.documents
    reasons = dict.fromkeys(why for fact in item.facts[1:] if (why := reason(first, fact, documents)))
    return "\n".join([*lines, *(f"    → {voice.texts(f'preferred.{why}')}" for why in reasons)])


def _counts(found: Sequence[Contradiction], voice: Voice) -> dict[str, int]:
    snapshot = voice.snapshot
    severities = [problem.severity for problem in snapshot.problems]
    return {
        "documents": len(snapshot.documents),
        "facts": len(snapshot.facts),
        "glossary": len(snapshot.glossary),
        "people": len({fact.value for fact in snapshot.facts if fact.predicate == PERSON}),
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
        "notes": severities.count(Severity.NOTE),
        "contradictions": len(found),
    }


def _summary(found: Sequence[Contradiction], voice: Voice) -> str:
    separator = voice.texts("list.comma")
    return separator.join(
        voice.texts.plural(f"check.count.{name}", count) for name, count in _counts(found, voice).items()
    )
