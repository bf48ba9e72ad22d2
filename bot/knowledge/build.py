"""Documents to a snapshot: extract, join equal facts over all articles, choose the preferred of rivals.

Only what changed is done again: a document that is the same as in the snapshot before keeps what was found in it, and
a place (subject and predicate) of which no changed document speaks keeps its facts. The result is the same as without.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.config import Config
from bot.corpus.document import Document
from bot.corpus.load import Corpus
from bot.facts.fact import Fact, GlossaryItem
from bot.facts.merge import merge
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.extraction import Progress, extracted
from bot.knowledge.passages import PassageIndex
from bot.knowledge.preference import ranked
from bot.knowledge.snapshot import Finds, Place, Ranked, Snapshot


def build(
    corpus: Corpus,
    config: Config,
    vocabulary: Vocabulary,
    previous: Snapshot | None = None,
    progress: Progress | None = None,
) -> Snapshot:
    """Everything known from `corpus`. `previous` is a snapshot built with the same `config` and `vocabulary`.

    `progress` is told how many of the new and changed articles were read for facts.
    """
    documents = {document.id: document for document in corpus.documents}
    finds = _finds(corpus, config, vocabulary, previous, progress)
    items: dict[str, GlossaryItem] = {}
    said: dict[Place, list[Fact]] = {}
    for find in finds.values():
        for item in find.glossary:
            items.setdefault(item.id, item)
        for fact in find.facts:
            said.setdefault((fact.subject, fact.predicate), []).append(fact)
    stale = _stale(finds, previous)
    before: Mapping[Place, Ranked] = previous.places if previous else {}
    places = {
        place: before[place] if place in before and place not in stale else _ranked(place, facts, documents, vocabulary)
        for place, facts in said.items()
    }
    return Snapshot(
        documents=documents,
        facts=tuple(fact for ranks in places.values() for fact in ranks.facts),
        preferred_ids=frozenset().union(*(ranks.preferred_ids for ranks in places.values())),
        glossary=tuple(items.values()),
        problems=(*corpus.problems, *(find.problem for find in finds.values() if find.problem)),
        finds=finds,
        places=places,
        sentences=previous.sentences if previous else PassageIndex(),
    )


def _finds(
    corpus: Corpus, config: Config, vocabulary: Vocabulary, previous: Snapshot | None, progress: Progress | None
) -> Mapping[str, Finds]:
    """What each document says, by its id; taken from `previous` where it is the same document."""
    known = previous.finds if previous else {}
    same = {
        document.id: find
        for document in corpus.documents
        if (find := known.get(document.id)) and _same(find.document, document)
    }
    changed = [document for document in corpus.documents if document.id not in same]
    anew = {find.document.id: find for find in extracted(changed, config, vocabulary, progress)}
    return {document.id: same.get(document.id) or anew[document.id] for document in corpus.documents}


def _same(first: Document, second: Document) -> bool:
    return first is second or first == second


def _stale(finds: Mapping[str, Finds], previous: Snapshot | None) -> frozenset[Place]:
    """The places of which a new, changed or removed document speaks."""
    known = previous.finds if previous else {}
    changed = [find for key, find in finds.items() if known.get(key) is not find]
    changed += [find for key, find in known.items() if finds.get(key) is not find]
    return frozenset((fact.subject, fact.predicate) for find in changed for fact in find.facts)


def _ranked(place: Place, facts: list[Fact], documents: Mapping[str, Document], vocabulary: Vocabulary) -> Ranked:
    return ranked(place[1], merge(facts), documents, vocabulary)
