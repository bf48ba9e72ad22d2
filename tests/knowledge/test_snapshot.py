"""What a snapshot works out from its facts."""

from __future__ import annotations

from bot.knowledge.snapshot import Snapshot
from tests.knowledge_fixtures import shipped


def test_facts_and_articles_are_found_by_subject() -> None:
    known = shipped()
    for subject, facts in known.by_subject.items():
        assert facts == tuple(fact for fact in known.facts if fact.subject == subject)
        ids = dict.fromkeys(source.document_id for fact in facts for source in fact.sources)
        assert known.articles(subject) == tuple(ids)
    assert sum(map(len, known.by_subject.values())) == len(known.facts)


def test_each_article_proves_what_its_sentences_say() -> None:
    known = shipped()
    proofs = {(fact.subject, source) for fact in known.facts for source in fact.sources}
    assert {proof for key in known.documents for proof in known.proofs(key)} == proofs
    assert all(source.document_id == key for key in known.documents for _, source in known.proofs(key))


def test_what_is_made_of_a_snapshot_is_made_once() -> None:
    made: list[str] = []

    def count(snapshot: Snapshot, word: str) -> int:
        made.append(word)
        return len(snapshot.documents)

    known = Snapshot({}, (), frozenset())
    assert [known.once(count, word) for word in ("a", "b", "a")] == [0, 0, 0]
    assert made == ["a", "b"]
    assert Snapshot({}, (), frozenset()).once(count, "a") == 0
    assert made == ["a", "b", "a"]
