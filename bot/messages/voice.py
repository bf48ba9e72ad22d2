"""Everything needed to word an answer in one language."""

from __future__ import annotations

from dataclasses import dataclass

from bot.config import Config
from bot.facts.fact import Fact
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.names import Names, load_names
from bot.knowledge.snapshot import SUMMIT, Snapshot
from bot.language import Language
from bot.messages.locale import Texts, texts


@dataclass(frozen=True, eq=False)
class Voice:
    """The wording of one language, the names, and the snapshot that the answer was made from."""

    texts: Texts
    names: Names
    vocabulary: Vocabulary
    config: Config
    snapshot: Snapshot

    @property
    def language(self) -> Language:
        """The language spoken."""
        return self.texts.language

    def predicate(self, predicate: str) -> str:
        """What a reader calls a predicate; its id for one that is not in the vocabulary."""
        known = self.vocabulary.predicates.get(predicate)
        return known.names[self.language] if known else predicate

    def label(self, fact: Fact) -> str:
        """What a reader calls the predicate of a single fact: a supporter; the founding of a body is not that of a
        series."""
        special = f"name.{fact.subject}.{fact.predicate}"
        if self.texts.has(special):
            return self.texts(special)
        known = self.vocabulary.predicates.get(fact.predicate)
        return (known.one.get(self.language) if known else None) or self.predicate(fact.predicate)

    def subject(self, subject: str) -> str:
        """What a reader calls a subject: 2024 年峰会, the 2024 summit, the name of the series or the organisation."""
        if subject.startswith(SUMMIT):
            return self.texts("subject.summit", year=subject.removeprefix(SUMMIT))
        if subject == "organisation":
            return self.config.series.organisation.in_language(self.language)
        if subject == "series":
            return self.config.series.name.in_language(self.language)
        name = subject.partition(":")[2]
        return (self.names.english(name) or name) if self.language is Language.EN else name

    def title(self, subject: str) -> str:
        """A subject by its whole name, for a reader who may not know the series."""
        if subject.startswith(SUMMIT):
            name = self.config.series.name.in_language(self.language)
            return self.texts("card.title", year=subject.removeprefix(SUMMIT), name=name)
        return self.subject(subject)


def voice(language: Language, snapshot: Snapshot, config: Config, vocabulary: Vocabulary) -> Voice:
    """The voice for `language`. Raises `CatalogueMissingError` when its wording was not compiled."""
    return Voice(texts(language), load_names(), vocabulary, config, snapshot)
