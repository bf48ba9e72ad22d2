"""Terms, and the random item."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Statement
from bot.answers.random_fact import OTHER
from bot.facts.fact import GlossaryItem
from bot.language import Language, of_text
from bot.messages.html import bold, escape, shortened, shown_quote
from bot.messages.keyboard import button, row
from bot.messages.message import Message
from bot.messages.sources import Numbering
from bot.messages.statements import statement_lines
from bot.messages.timeline import entry_line
from bot.messages.topic import itself, topic_message
from bot.messages.voice import Voice

# What is cut of a longer one is one press away, in the article.
DEFINITION_CHARACTERS = 2000


def term_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """The term in both languages, and its definition."""
    numbering = Numbering(answer.citations)
    lines = [line for statement in answer.statements for line in term_lines(statement, voice, numbering)]
    return topic_message(lines, answer, voice, numbering)


def random_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """A random item, and a button for another one."""
    numbering = Numbering(answer.citations)
    (statement,) = answer.statements
    lines = [bold(voice.texts("fact.title"))]
    if statement.topic == "term.item":
        lines += term_lines(statement, voice, numbering)
    elif statement.topic == "timeline.entry":
        lines.append(entry_line(statement, voice, numbering))
    else:
        lines += statement_lines(statement, voice, numbering)
    other = replace(itself(answer), argument=f"{OTHER}{answer.values['argument']}")
    many = isinstance(count := answer.values["count"], int) and count > 1
    another = button(voice.texts("button.another"), other) if many else None
    return topic_message(lines, answer, voice, numbering, row(another))


def term_text(statement: Statement, voice: Voice) -> str:
    """A term with its definition on one line, plain."""
    item = _item(statement)
    return voice.texts("term.inline", name=_name(item, voice), definition=as_printed(item, voice))


def term_lines(statement: Statement, voice: Voice, numbering: Numbering) -> list[str]:
    """The term in bold with its other name, and the definition with its proof, as lines of HTML."""
    first, second, definition = term_parts(statement, voice)
    heading = bold(first) + (f" {escape(second)}" if second else "")
    return [heading, escape(definition) + numbering.marks(statement.citations)]


def term_parts(statement: Statement, voice: Voice) -> tuple[str, str, str]:
    """The term in the reader's language, its other name (may be empty), and its definition: plain."""
    item = _item(statement)
    first, second = _both(item, voice)
    foreign = of_text(item.definition) is not voice.language
    remark = voice.texts("term.foreign") if foreign else ""
    return first, second, shortened(as_printed(item, voice), DEFINITION_CHARACTERS) + remark


def as_printed(item: GlossaryItem, voice: Voice) -> str:
    """The definition in the characters of its article, Traditional ones too; as it was read where its sentences cannot be
    told in the article."""
    document = voice.snapshot.documents.get(item.source.document_id)
    left, printed = item.definition.strip(), ""
    for sentence in document.sentences() if document else ():
        if sentence.line < item.source.line or not left:
            continue
        text, quote = sentence.text.strip(), shown_quote(sentence.quote)
        if not printed and not left.startswith(text):
            # It begins behind the term and a colon.
            text, quote = (part.partition("：")[2].strip() or part for part in (text, quote))
        if left.startswith(text):
            bare = left.removeprefix(text)
            left = bare.lstrip()
            printed += quote + bare[: len(bare) - len(left)]
        elif printed:
            break
    return item.definition if left else printed


def _both(item: GlossaryItem, voice: Voice) -> tuple[str, str]:
    """The name in the reader's language and the other one; only one where there is no other."""
    names = (item.term_zh, item.term_en) if voice.language is Language.ZH else (item.term_en, item.term_zh)
    return (names[0], names[1]) if names[0] else (names[1], "")


def _name(item: GlossaryItem, voice: Voice) -> str:
    return " ".join(filter(None, _both(item, voice)))


def _item(statement: Statement) -> GlossaryItem:
    item = statement.values["item"]
    if not isinstance(item, GlossaryItem):
        raise TypeError(f"no glossary item in {statement.topic}")
    return item
