"""The reading of a question: what its words say together, before the sources are consulted."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from bot.answers.editions import EditionRef
from bot.answers.interpret.lexicon import Meaning, Sense
from bot.answers.interpret.segments import Word


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The reading of a question, before the sources are consulted.

    `text` is the question normalised and corrected, `words` its pieces, `corrected` what was typed and what it was read as.
    `predicates` are the ids asked for, in the order of the words; `intents` the names of the question words used (see
    `words.yaml`); `roles` and `events` narrow a question about people; `unread` are the pieces that were not
    understood. `is_sound` is False when words were left over or do not go together (a date asked with "where"):
    such a question is not answered as one about values, since its answer would be about something else.
    """

    text: str = ""
    words: tuple[Word, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    editions: tuple[EditionRef, ...] = ()
    predicates: tuple[str, ...] = ()
    intents: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    events: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    names_organisation: bool = False
    names_series: bool = False
    names_series_only: bool = False
    names_another_meeting: bool = False
    unread: tuple[str, ...] = ()
    is_sound: bool = True

    @property
    def number(self) -> int | None:
        """The number in the question, None without one or with different ones."""
        numbers = list(dict.fromkeys(word.number.value for word in self.words if word.number))
        return numbers[0] if len(numbers) == 1 else None

    @property
    def asks_existence(self) -> bool:
        """A yes/no question whether there was such a thing."""
        return "exists" in self.intents

    @property
    def is_overview(self) -> bool:
        """Nothing in particular was asked."""
        plain = self.intents <= {"overview"} or ("overview" in self.intents and self.intents <= {"overview", "list"})
        return self.is_sound and not self.predicates and plain

    def named(self, sense: Sense) -> tuple[str, ...]:
        """What the words name in one sense, each once, in order."""
        return names_of(self.words, sense)

    def has(self, sense: Sense) -> bool:
        """True when some word has this sense."""
        return any(m.sense is sense for word in self.words for m in word.meanings)

    def rest(self, senses: Container[Sense], intents: Container[str] = ()) -> tuple[Word, ...]:
        """The words that have none of these senses: what a topic has not accounted for. Editions are never among them.

        A question word counts only if it is one of `intents`.
        """
        return tuple(word for word in self.words if not word.edition and not accounted(word, senses, intents))


def accounted(word: Word, senses: Container[Sense], intents: Container[str]) -> bool:
    if word.number and Sense.NUMBER in senses:
        return True
    return any(m.name in intents if m.sense is Sense.INTENT else m.sense in senses for m in word.meanings)


def names_of(words: Sequence[Word], sense: Sense) -> tuple[str, ...]:
    """What the words name in one sense, each once, in order."""
    return tuple(dict.fromkeys(m.name for word in words for m in ordered(word) if m.sense is sense))


def ordered(word: Word) -> list[Meaning]:
    return sorted(word.meanings, key=lambda meaning: (meaning.sense, meaning.name))
