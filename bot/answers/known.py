"""What is known, as a reader of one language is told it: which value is said, and which ones disagree with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.answers.joined import joined
from bot.facts.fact import Fact
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.names import Names, load_names
from bot.knowledge.preference import disagree
from bot.knowledge.snapshot import Snapshot
from bot.language import Language, of_text


@dataclass(frozen=True, eq=False)
class Known:
    """A snapshot with the vocabulary, the reader's language, and names in both."""

    snapshot: Snapshot
    vocabulary: Vocabulary
    language: Language
    names: Names = field(default_factory=load_names)

    def shown(self, subject: str, predicates: Iterable[str]) -> tuple[Fact, ...]:
        """The facts an answer says: every item of a list once, the preferred value of the others.

        A text that articles give in both languages (a theme) is said in the reader's.
        """
        facts: list[Fact] = []
        for predicate in predicates:
            found = self.snapshot.find(subject, predicate)
            if self.vocabulary.is_single(predicate):
                facts += self._readable(found)[:1]
            else:
                facts += found if predicate == "person" else joined(found, self.names, self.language)
        return tuple(facts)

    def rivals(self, subject: str, predicates: Iterable[str]) -> tuple[Fact, ...]:
        """The values that disagree with the ones shown; the same in another language does not."""
        found = []
        for predicate in predicates:
            if self.vocabulary.is_single(predicate):
                first, *others = self._readable(self.snapshot.find(subject, predicate)) or (None,)
                found += [other for other in others if first and disagree(first, other)]
        return tuple(found)

    def _readable(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """Those in the reader's language where there are any, best first; numbers and dates are in every language."""
        own = tuple(fact for fact in facts if not isinstance(fact.value, str) or self._reads(fact.value))
        return own or facts

    def _reads(self, text: str) -> bool:
        return of_text(text) is self.language
