"""What something is."""

from __future__ import annotations

from bot.answers.answer import Answer, Statement
from bot.language import Language, of_text
from bot.messages.html import bold, escape
from bot.messages.message import Message
from bot.messages.sources import Numbering
from bot.messages.statements import item_detail, statement_lines
from bot.messages.timeline import entry_line
from bot.messages.topic import topic_message
from bot.messages.values import remarks, unquoted
from bot.messages.voice import Voice


def about_message(answer: Answer, voice: Voice, page: int = 1) -> Message:
    """Its name in both languages, then what it was, by editions."""
    numbering = Numbering(answer.citations)
    lines = [bold(names_text(str(answer.values["name"]), voice, str(answer.values["english"])))]
    for statement in answer.statements:
        if statement.topic == "about.part":
            lines.append("· " + escape(part_text(statement, voice)) + numbering.marks(statement.citations))
        elif statement.topic == "timeline.entry":
            lines.append("· " + entry_line(statement, voice, numbering))
        else:
            lines += statement_lines(statement, voice, numbering)
    return topic_message(lines, answer, voice, numbering)


def part_text(statement: Statement, voice: Voice) -> str:
    """`2024 年峰会的新增项目（会前公布）：面向……`: what a thing was, plain."""
    fact = statement.facts[0]
    said = remarks(statement.facts, voice)
    remark = voice.texts("remark.brackets", remarks=voice.texts("card.comma").join(said)) if said else ""
    what = voice.texts("about.part", subject=voice.subject(fact.subject), name=voice.label(fact))
    return what[0].upper() + what[1:] + remark + item_detail(fact, voice)


def names_text(name: str, voice: Voice, in_use: str = "") -> str:
    """A name with the one in the other language, where it is known; ours is marked. `in_use` is the English name, if the
    names do not know it."""
    bare = unquoted(name)
    if of_text(name) is Language.EN:
        other = voice.names.chinese(name)
        return voice.texts("who.names", first=bare, second=other) if other else bare
    if english := voice.names.english(name) or in_use:
        first, second = (bare, english) if voice.language is Language.ZH else (english, bare)
        return voice.texts("who.names", first=first, second=second)
    if ours := voice.names.translation(name):
        return voice.texts("about.our_translation", name=bare, translation=ours)
    return bare
