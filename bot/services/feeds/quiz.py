"""A quiz poll."""

from __future__ import annotations

from collections.abc import Mapping

from bot.answers.quiz import Question, questions
from bot.language import Language
from bot.messages.quiz import quiz_poll
from bot.services.feeds.feed import Composed, DeckFeed, Material, Turn


def _questions(material: Material, language: Language) -> Mapping[str, Question]:
    """Those that fit into a poll of this language."""
    speaker = material.voice(language)
    found = questions(material.known(language), material.config.quiz.exclude_people)
    return {key: question for key, question in found.items() if quiz_poll(question, speaker)}


def _post(question: Question, turn: Turn, material: Material) -> Composed:
    poll = quiz_poll(question, material.voice(turn.language), anonymous=turn.in_channel)
    if poll is None:
        raise ValueError(f"{question.id} does not fit into a poll")
    return Composed(poll, (question.item.id,))


QUIZ = DeckFeed(_questions, _post)
