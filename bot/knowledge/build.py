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
from bot.knowledge.preference import ranked
from bot.knowledge.snapshot import Finds, Place, Ranked, Snapshot
from bot.knowledge.understanding import Understanding


def build(
    corpus: Corpus,
    config: Config,
    vocabulary: Vocabulary,
    previous: Snapshot | None = None,
    understanding: Understanding | None = None,
) -> Snapshot:
    """Everything known from `corpus`. `previous` is a snapshot built with the same `config` and `vocabulary`.

    `understanding`, made with the same three, is what read the files of `corpus`, if anything did.
    """
    documents = {document.id: document for document in corpus.documents}
    understanding = understanding or Understanding(config, vocabulary, previous)
    finds = _finds(corpus, previous, understanding)
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
        problems=(*corpus.problems, *(problem for find in finds.values() for problem in find.problems)),
        finds=finds,
        places=places,
        sentences=understanding.sentences,
    )


def _finds(corpus: Corpus, previous: Snapshot | None, understanding: Understanding) -> Mapping[str, Finds]:
    """What each document says, by its id; taken from `previous` where it is the same document."""
    known = previous.finds if previous else {}
    found: dict[str, Finds] = {}
    for document in corpus.documents:
        before = known.get(document.id)
        found[document.id] = before if before and _same(before.document, document) else understanding.finds(document)
    return found


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
