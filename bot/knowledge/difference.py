"""What a reload changed: two snapshots to the articles and facts that came, went or became others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity
from bot.facts.fact import Fact, GlossaryItem
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.snapshot import Place, Snapshot


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that became another: the preferred value of a single-valued predicate, or what is said beside it."""

    before: Fact
    after: Fact


@dataclass(frozen=True, slots=True)
class Difference:
    """From one snapshot to the next. Articles by path; `changed` holds the new versions.

    `rejected` are the problems that keep a file of the new folder out, whether the file is new or not. Facts come in
    the order of their snapshots. Another source for a known fact is no change.
    """

    added: tuple[Document, ...] = ()
    changed: tuple[Document, ...] = ()
    removed: tuple[Document, ...] = ()
    rejected: tuple[Problem, ...] = ()
    facts_added: tuple[Fact, ...] = ()
    facts_changed: tuple[FactChange, ...] = ()
    facts_lost: tuple[Fact, ...] = ()
    items_added: tuple[GlossaryItem, ...] = ()
    items_lost: tuple[GlossaryItem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when nothing came, went or changed; files that were rejected before may still be."""
        return self == Difference(rejected=self.rejected)


def difference(old: Snapshot, new: Snapshot, vocabulary: Vocabulary) -> Difference:
    """What `new` has that `old` had not, and the other way round."""
    added, changed, removed = _documents(old, new)
    facts_added: list[Fact] = []
    facts_changed: list[FactChange] = []
    facts_lost: list[Fact] = []
    for place in dict.fromkeys((*old.index, *new.index)):
        before, after = old.index.get(place, ()), new.index.get(place, ())
        if before is after:  # the usual case: the build took it over
            continue
        changes, lost, fresh = _facts(place, before, after, vocabulary)
        facts_changed += changes
        facts_lost += lost
        facts_added += fresh
    return Difference(
        added,
        changed,
        removed,
        rejected(new),
        tuple(facts_added),
        tuple(facts_changed),
        tuple(facts_lost),
        _only_in(new.glossary, old.glossary),
        _only_in(old.glossary, new.glossary),
    )


def rejected(snapshot: Snapshot) -> tuple[Problem, ...]:
    """The problems that keep a file out: an error in one that gave no document, and copies of another article."""
    paths = {document.path for document in snapshot.documents.values()}
    return tuple(problem for problem in snapshot.problems if problem.path not in paths and _keeps_out(problem))


def _only_in(here: Sequence[GlossaryItem], there: Sequence[GlossaryItem]) -> tuple[GlossaryItem, ...]:
    known = {item.id for item in there} if here is not there else {item.id for item in here}
    return tuple(item for item in here if item.id not in known)


def _keeps_out(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR or problem.code == "duplicate"


def _documents(old: Snapshot, new: Snapshot) -> tuple[tuple[Document, ...], tuple[Document, ...], tuple[Document, ...]]:
    """Added, changed, removed. The same article has the same id, or stands in the same file."""
    changed = [
        document
        for key, document in new.documents.items()
        if (before := old.documents.get(key)) and before is not document and before != document
    ]
    added = {d.path: d for key, d in new.documents.items() if key not in old.documents}
    removed = {d.path: d for key, d in old.documents.items() if key not in new.documents}
    for path in added.keys() & removed.keys():  # the address was corrected
        changed.append(added.pop(path))
        del removed[path]
    return _by_path(added.values()), _by_path(changed), _by_path(removed.values())


def _by_path(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda document: document.path))


def _facts(
    place: Place, before: tuple[Fact, ...], after: tuple[Fact, ...], vocabulary: Vocabulary
) -> tuple[list[FactChange], list[Fact], list[Fact]]:
    """Changed, lost and added facts of one place."""
    then, now = {fact.identity: fact for fact in before}, {fact.identity: fact for fact in after}
    lost = [fact for key, fact in then.items() if key not in now]
    fresh = [fact for key, fact in now.items() if key not in then]
    changes = [FactChange(then[key], now[key]) for key in then if key in now and not _alike(then[key], now[key])]
    if before and after and vocabulary.is_single(place[1]):
        best_before, best_after = before[0], after[0]
        if best_before.identity != best_after.identity:
            changes.append(FactChange(best_before, best_after))
            lost = [fact for fact in lost if fact is not best_before]
            fresh = [fact for fact in fresh if fact is not best_after]
    return changes, lost, fresh


def _alike(first: Fact, second: Fact) -> bool:
    """Equal but for the sources."""
    return replace(first, sources=second.sources) == second
