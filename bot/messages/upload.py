"""The preview of an article that somebody sent, its buttons, and why one is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.corpus.document import Document
from bot.corpus.problem import Problem
from bot.knowledge.preference import disagree
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.unread import unread
from bot.messages.html import bold, escape, neutral, shortened
from bot.messages.message import Button, Message
from bot.messages.problems import problem_text
from bot.messages.reload import item_text
from bot.messages.splitting import fit_lines
from bot.messages.values import value_text
from bot.messages.voice import Voice

SHOWN_SUBJECTS = 6
SHOWN_FACTS = 12
SHOWN_VALUES = 6
SHOWN_NAMES = 10
SHOWN_PROBLEMS = 8
SHOWN_UNREAD = 3
TITLE_CHARACTERS = 120
NAME_CHARACTERS = 40
VALUE_CHARACTERS = 60

_PERSON = "person"
_DATA = re.compile(r"u:(?P<choice>[+-])(?P<offer>[\w-]{8,32})", re.ASCII)


def read_choice(data: str) -> tuple[bool, str] | None:
    """Whether a button of a preview says yes, and to which offer; None for other buttons."""
    match = _DATA.fullmatch(data)
    return (match["choice"] == "+", match["offer"]) if match else None


def preview_message(name: str, offer: str, minutes: int, known: Snapshot, voice: Voice) -> Message:
    """What would be understood of the one article in the voice's snapshot, and the buttons add and cancel.

    `known` is the snapshot of the bot: where the article says otherwise, both values are shown.
    """
    texts, snapshot = voice.texts, voice.snapshot
    (document,) = snapshot.documents.values()
    about = (document.publisher, str(document.date), document.url)
    lines = [
        bold(texts("upload.preview", name=neutral(name))),
        escape(shortened(document.title, TITLE_CHARACTERS)),
        escape(texts("check.separator").join(shortened(part, TITLE_CHARACTERS) for part in about if part)),
        "",
        *_facts(voice),
        *_names("people", dict.fromkeys(str(f.value) for f in snapshot.facts if f.predicate == _PERSON), voice),
        *_items(voice),
        *_rivals(known, voice),
        *_unread(document, voice),
    ]
    if not snapshot.facts and not snapshot.glossary:
        lines.append(escape(texts("upload.nothing")))
    lines += [*_problems(snapshot.problems, voice), "", escape(texts.plural("upload.question", minutes))]
    yes, no = Button(texts("upload.add"), data=f"u:+{offer}"), Button(texts("upload.cancel"), data=f"u:-{offer}")
    return Message(fit_lines(lines), ((yes, no),))


def upload_refused_message(
    name: str, reason: str, values: dict[str, object], problems: Sequence[Problem], voice: Voice
) -> Message:
    """Why an article is not taken: `reason` names the wording `upload.refused.<reason>` with `values`."""
    shown = {key: neutral(value) if isinstance(value, str) else value for key, value in values.items()}
    lines = [
        bold(voice.texts("upload.refused", name=shortened(name, TITLE_CHARACTERS) or voice.texts("upload.unnamed"))),
        escape(voice.texts(f"upload.refused.{reason}", **shown)),
        *_problems(problems, voice),
    ]
    return Message(fit_lines(lines))


def cancelled_message(name: str, voice: Voice) -> Message:
    """The preview, after cancel."""
    return Message(escape(voice.texts("upload.cancelled", name=neutral(name))))


def _facts(voice: Voice) -> Iterable[str]:
    """Facts by subject, each with its value, so that a wrong one is seen before it is added."""
    texts = voice.texts
    subjects: dict[str, dict[str, list[str]]] = {}
    for fact in voice.snapshot.facts:
        if fact.predicate != _PERSON:
            told = subjects.setdefault(fact.subject, {}).setdefault(voice.predicate(fact.predicate), [])
            told.append(shortened(value_text(fact, voice), VALUE_CHARACTERS))
    for subject, predicates in list(subjects.items())[:SHOWN_SUBJECTS]:
        yield bold(texts.plural("upload.facts", sum(map(len, predicates.values())), subject=voice.subject(subject)))
        for label, values in list(predicates.items())[:SHOWN_FACTS]:
            shown = values[:SHOWN_VALUES]
            if len(values) > SHOWN_VALUES:
                shown.append(texts.plural("list.more", len(values) - SHOWN_VALUES))
            yield f"· {escape(texts('reload.fact', about=label, value=texts('list.comma').join(shown)))}"
        if len(predicates) > SHOWN_FACTS:
            yield f"· {escape(texts.plural('list.more', len(predicates) - SHOWN_FACTS))}"
    if len(subjects) > SHOWN_SUBJECTS:
        yield escape(texts.plural("list.more", len(subjects) - SHOWN_SUBJECTS))


def _rivals(known: Snapshot, voice: Voice) -> Iterable[str]:
    """Where the article says other than what is known."""
    differ = [
        (fact, rival)
        for fact in voice.snapshot.facts
        if voice.vocabulary.is_single(fact.predicate)
        for rival in known.find(fact.subject, fact.predicate)[:1]
        if disagree(rival, fact)
    ]
    if not differ:
        return
    yield bold(voice.texts.plural("upload.rivals", len(differ)))
    for fact, rival in differ[:SHOWN_FACTS]:
        about = f"{voice.subject(fact.subject)} · {voice.label(fact)}"
        here, there = (shortened(value_text(each, voice), VALUE_CHARACTERS) for each in (fact, rival))
        yield f"· {escape(voice.texts('upload.rival', about=about, here=here, there=there))}"
    if len(differ) > SHOWN_FACTS:
        yield f"· {escape(voice.texts.plural('list.more', len(differ) - SHOWN_FACTS))}"


def _unread(document: Document, voice: Voice) -> Iterable[str]:
    """How many sentences have a figure that was not understood, and the first of them."""
    left = list(unread(document, voice.snapshot, voice.config.series))
    if left:
        yield bold(voice.texts.plural("upload.unread", len(left)))
        for sentence in left[:SHOWN_UNREAD]:
            text = shortened(sentence.text, VALUE_CHARACTERS)
            yield f"· {escape(voice.texts('upload.problem', line=sentence.line, text=text))}"


def _names(kind: str, names: Iterable[str], voice: Voice) -> Iterable[str]:
    texts, found = voice.texts, list(names)
    if not found:
        return
    shown = [shortened(name, NAME_CHARACTERS) for name in found[:SHOWN_NAMES]]
    if len(found) > SHOWN_NAMES:
        shown.append(texts.plural("list.more", len(found) - SHOWN_NAMES))
    yield bold(texts.plural(f"upload.{kind}", len(found)))
    yield f"· {escape(texts('list.comma').join(shown))}"


def _items(voice: Voice) -> Iterable[str]:
    items = voice.snapshot.glossary
    if items:
        yield bold(voice.texts.plural("upload.glossary", len(items)))
        yield from (f"· {escape(item_text(item, voice))}" for item in items[:SHOWN_NAMES])
        if len(items) > SHOWN_NAMES:
            yield f"· {escape(voice.texts.plural('list.more', len(items) - SHOWN_NAMES))}"


def _problems(problems: Sequence[Problem], voice: Voice) -> Iterable[str]:
    if not problems:
        return
    yield bold(voice.texts.plural("upload.problems", len(problems)))
    for problem in problems[:SHOWN_PROBLEMS]:
        text = voice.texts("upload.problem", line=problem.line, text=problem_text(problem, voice.language))
        yield f"· {escape(text)}"
    if len(problems) > SHOWN_PROBLEMS:
        yield f"· {escape(voice.texts.plural('list.more', len(problems) - SHOWN_PROBLEMS))}"
