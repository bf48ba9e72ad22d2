"""What a reload or a rollback changed, compact: every list is cut, and says how much more there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from bot.corpus.document import Document
from bot.corpus.problem import Problem
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.difference import Difference, FactChange
from bot.messages.html import bold, escape, neutral, shortened
from bot.messages.message import Message
from bot.messages.problems import problem_text
from bot.messages.splitting import fit_lines
from bot.messages.values import value_text
from bot.messages.voice import Voice

SHOWN_ARTICLES = 5
SHOWN_FACTS = 6
TITLE_CHARACTERS = 60
VALUE_CHARACTERS = 60

T = TypeVar("T")


def reloaded_message(found: Difference, generation: int, voice: Voice) -> Message:
    """The reply to `/reload`: what came, changed, went and was rejected, then the facts."""
    lines = [bold(voice.texts("reload.unchanged" if found.is_empty else "reload.title", generation=generation))]
    return Message(fit_lines([*lines, *_changes(found, voice), "", _known(voice)]))


def rolled_back_message(found: Difference, generation: int, removed: str, pinned: bool, voice: Voice) -> Message:
    """The reply to `/rollback`: where the uploaded file went, how long it lasts, and what changed by it."""
    texts = voice.texts
    lines = [bold(texts("rollback.title", generation=generation))]
    if removed:
        lines.append(escape(texts("rollback.removed", path=removed)))
    if pinned:
        lines.append(escape(texts("rollback.pinned")))
    return Message(fit_lines([*lines, *_changes(found, voice), "", _known(voice)]))


def added_message(name: str, found: Difference, generation: int, voice: Voice) -> Message:
    """What an article that was added changed."""
    lines = [bold(voice.texts("upload.added", name=neutral(name), generation=generation))]
    return Message(fit_lines([*lines, *_changes(found, voice), "", _known(voice), escape(voice.texts("upload.undo"))]))


def refused_message(reason: str, problems: Sequence[Problem], detail: str, voice: Voice) -> Message:
    """Why nothing was changed: `reason` names the wording `refused.<reason>`, or `detail` a closer one below it."""
    closer = f"refused.{reason}.{detail}"
    code = closer if voice.texts.has(closer) else f"refused.{reason}"
    lines = [escape(voice.texts(code, detail=neutral(detail)))]
    return Message(fit_lines([*lines, *_listed("rejected", problems, SHOWN_ARTICLES, _rejected, voice)]))


def left_out_message(problems: Sequence[Problem], voice: Voice) -> Message:
    """Told unasked: which files a watched folder leaves out, with line and reason."""
    lines = [escape(voice.texts("watch.changed")), *_listed("rejected", problems, SHOWN_ARTICLES, _rejected, voice)]
    if len(problems) > SHOWN_ARTICLES:
        lines.append(escape(voice.texts("reload.check")))
    return Message(fit_lines(lines))


def not_admin_message(voice: Voice) -> Message:
    """The reply to somebody who may not do that."""
    return Message(escape(voice.texts("admin.refused")))


def only_private_message(voice: Voice) -> Message:
    """The reply to an admin who asks before others."""
    return Message(escape(voice.texts("admin.only_private")))


def in_private_message(voice: Voice) -> Message:
    """The reply to an admin who speaks in the name of a chat, which proves nobody."""
    return Message(escape(voice.texts("admin.anonymous")))


def _changes(found: Difference, voice: Voice) -> list[str]:
    return [
        *_listed("added", found.added, SHOWN_ARTICLES, _article, voice),
        *_listed("changed", found.changed, SHOWN_ARTICLES, _article, voice),
        *_listed("removed", found.removed, SHOWN_ARTICLES, _article, voice),
        *_listed("rejected", found.rejected, SHOWN_ARTICLES, _rejected, voice),
        *([escape(voice.texts("reload.check"))] if len(found.rejected) > SHOWN_ARTICLES else []),
        *_listed("facts_added", found.facts_added, SHOWN_FACTS, fact_text, voice),
        *_listed("facts_changed", found.facts_changed, SHOWN_FACTS, _change, voice),
        *_listed("facts_lost", found.facts_lost, SHOWN_FACTS, fact_text, voice),
        *_listed("items_added", found.items_added, SHOWN_FACTS, item_text, voice),
        *_listed("items_lost", found.items_lost, SHOWN_FACTS, item_text, voice),
    ]


def _listed(name: str, items: Sequence[T], limit: int, line: Callable[[T, Voice], str], voice: Voice) -> Iterable[str]:
    """A headed list of HTML lines; nothing for an empty one."""
    if not items:
        return
    yield bold(voice.texts.plural(f"reload.{name}", len(items)))
    for item in items[:limit]:
        yield f"· {escape(line(item, voice))}"
    if len(items) > limit:
        yield f"· {escape(voice.texts.plural('list.more', len(items) - limit))}"


def _article(document: Document, voice: Voice) -> str:
    title = shortened(document.title, TITLE_CHARACTERS)
    return voice.texts("reload.article", path=neutral(document.path), title=title, date=str(document.date))


def _rejected(problem: Problem, voice: Voice) -> str:
    return f"{neutral(problem.path)}:{problem.line}: {problem_text(problem, voice.language)}"


def fact_text(fact: Fact, voice: Voice) -> str:
    """One fact in one plain line: whose, what, and the value."""
    return voice.texts("reload.fact", about=_about(fact, voice), value=_value(fact, voice))


def item_text(item: GlossaryItem, voice: Voice) -> str:
    """One glossary item in one plain line: the term and the beginning of what it means."""
    term = voice.texts("upload.term", zh=item.term_zh, en=item.term_en) if item.term_zh and item.term_en else ""
    about = shortened(term or item.term_zh or item.term_en, TITLE_CHARACTERS)
    return voice.texts("reload.fact", about=about, value=shortened(item.definition, VALUE_CHARACTERS))


def _change(change: FactChange, voice: Voice) -> str:
    before, after = _value(change.before, voice), _value(change.after, voice)
    if before == after:  # what changed stands beside the value
        return voice.texts("reload.fact", about=_about(change.after, voice), value=after)
    return voice.texts("reload.fact", about=_about(change.after, voice), value=f"{before} → {after}")


def _about(fact: Fact, voice: Voice) -> str:
    return f"{voice.subject(fact.subject)} · {voice.label(fact)}"


def _value(fact: Fact, voice: Voice) -> str:
    value = shortened(value_text(fact, voice), VALUE_CHARACTERS)
    beside = shortened(fact.text or fact.title or "", VALUE_CHARACTERS)
    return voice.texts("reload.beside", value=value, beside=beside) if beside else value


def _known(voice: Voice) -> str:
    """What is known now, in all."""
    texts, snapshot = voice.texts, voice.snapshot
    counts = (
        texts.plural("check.count.documents", len(snapshot.documents)),
        texts.plural("check.count.facts", len(snapshot.facts)),
        texts.plural("check.count.glossary", len(snapshot.glossary)),
    )
    return escape(texts("reload.known", counts=texts("list.comma").join(counts)))
