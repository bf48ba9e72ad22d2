"""The preview of an article that somebody sent, its buttons, and why one is refused."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.corpus.problem import Problem
from bot.messages.html import bold, escape, neutral, shortened
from bot.messages.message import Button, Message
from bot.messages.problems import problem_text
from bot.messages.splitting import fit_lines
from bot.messages.voice import Voice

SHOWN_SUBJECTS = 6
SHOWN_PREDICATES = 12
SHOWN_NAMES = 10
SHOWN_PROBLEMS = 8
TITLE_CHARACTERS = 120
NAME_CHARACTERS = 40

_PERSON = "person"
_DATA = re.compile(r"u:(?P<choice>[+-])(?P<offer>[\w-]{8,32})", re.ASCII)


def read_choice(data: str) -> tuple[bool, str] | None:
    """Whether a button of a preview says yes, and to which offer; None for other buttons."""
    match = _DATA.fullmatch(data)
    return (match["choice"] == "+", match["offer"]) if match else None


def preview_message(name: str, offer: str, minutes: int, voice: Voice) -> Message:
    """What would be understood of the one article in the voice's snapshot, and the buttons add and cancel."""
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
        *_names("glossary", [_term(i.term_zh, i.term_en, voice) for i in snapshot.glossary], voice),
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
        bold(voice.texts("upload.refused", name=shortened(name, TITLE_CHARACTERS))),
        escape(voice.texts(f"upload.refused.{reason}", **shown)),
        *_problems(problems, voice),
    ]
    return Message(fit_lines(lines))


def cancelled_message(name: str, voice: Voice) -> Message:
    """The preview, after cancel."""
    return Message(escape(voice.texts("upload.cancelled", name=neutral(name))))


def _facts(voice: Voice) -> Iterable[str]:
    """Facts grouped by subject, counted by predicate."""
    texts = voice.texts
    subjects: dict[str, Counter[str]] = {}
    for fact in voice.snapshot.facts:
        if fact.predicate != _PERSON:
            subjects.setdefault(fact.subject, Counter())[fact.predicate] += 1
    for subject, predicates in list(subjects.items())[:SHOWN_SUBJECTS]:
        shown = [
            voice.predicate(predicate)
            if count == 1
            else texts("upload.several", name=voice.predicate(predicate), count=count)
            for predicate, count in list(predicates.items())[:SHOWN_PREDICATES]
        ]
        if len(predicates) > SHOWN_PREDICATES:
            shown.append(texts.plural("list.more", len(predicates) - SHOWN_PREDICATES))
        head = texts.plural("upload.facts", predicates.total(), subject=voice.subject(subject))
        yield f"{bold(head)} {escape(texts('list.comma').join(shown))}"
    if len(subjects) > SHOWN_SUBJECTS:
        yield escape(texts.plural("list.more", len(subjects) - SHOWN_SUBJECTS))


def _names(kind: str, names: Iterable[str], voice: Voice) -> Iterable[str]:
    texts, found = voice.texts, list(names)
    if not found:
        return
    shown = [shortened(name, NAME_CHARACTERS) for name in found[:SHOWN_NAMES]]
    if len(found) > SHOWN_NAMES:
        shown.append(texts.plural("list.more", len(found) - SHOWN_NAMES))
    head = texts.plural(f"upload.{kind}", len(found))
    yield f"{bold(head)} {escape(texts('list.comma').join(shown))}"


def _term(zh: str, en: str, voice: Voice) -> str:
    return voice.texts("upload.term", zh=zh, en=en) if zh and en else zh or en


def _problems(problems: Sequence[Problem], voice: Voice) -> Iterable[str]:
    if not problems:
        return
    yield bold(voice.texts.plural("upload.problems", len(problems)))
    for problem in problems[:SHOWN_PROBLEMS]:
        text = voice.texts("upload.problem", line=problem.line, text=problem_text(problem, voice.language))
        yield f"· {escape(text)}"
    if len(problems) > SHOWN_PROBLEMS:
        yield f"· {escape(voice.texts.plural('list.more', len(problems) - SHOWN_PROBLEMS))}"
