"""Documents to a snapshot: extract, join equal facts over all articles, choose the preferred of rivals."""

from __future__ import annotations

from bot.config import Config
from bot.corpus.load import Corpus
from bot.facts.extract import Extractor
from bot.facts.fact import Fact, GlossaryItem
from bot.facts.glossary import glossary
from bot.facts.merge import merge
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.preference import preferred
from bot.knowledge.snapshot import Snapshot


def build(corpus: Corpus, config: Config, vocabulary: Vocabulary) -> Snapshot:
    """Everything known from `corpus`."""
    extractor = Extractor(config.series, vocabulary)
    documents = {document.id: document for document in corpus.documents}
    found: list[Fact] = []
    items: dict[str, GlossaryItem] = {}
    for document in corpus.documents:
        found.extend(extractor.facts(document))
        for item in glossary(document, config.glossary_headings):
            items.setdefault(item.id, item)
    facts, winners = preferred(merge(found), documents, vocabulary)
    return Snapshot(
        documents=documents,
        facts=facts,
        preferred_ids=winners,
        glossary=tuple(items.values()),
        problems=corpus.problems,
    )
