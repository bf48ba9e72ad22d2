"""Two snapshots to what came, went and became another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.corpus.document import Document
from bot.corpus.problem import Problem, Severity
from bot.facts.fact import Fact, GlossaryItem
from bot.knowledge.difference import Difference, difference, rejected
from tests.knowledge_fixtures import Row, document, fact, snapshot, vocabulary

ONE = document("a.md", "2024-10-26", url="https://example.org/a")
TWO = document("b.md", "2024-11-23", url="https://example.org/b")
OLD_GUESTS = fact(ONE, {"subject": "summit:2024", "predicate": "guests", "value": 1800})
NEW_GUESTS = fact(ONE, {"subject": "summit:2024", "predicate": "guests", "value": 1805})
FORUM = fact(ONE, {"subject": "summit:2024", "predicate": "forum", "value": "数字减贫论坛"})
OTHER_FORUM = fact(ONE, {"subject": "summit:2024", "predicate": "forum", "value": "数据治理论坛"})
MILESTONE: Row = {"subject": "series", "predicate": "milestone", "value": "2014-11-19", "text": "首届峰会"}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([ONE], [ONE], ()),
        ([ONE], [ONE, TWO], ("added b.md",)),
        ([ONE, TWO], [TWO], ("removed a.md",)),
        ([ONE], [replace(ONE, title="另一个题目")], ("changed a.md",)),
        ([ONE], [replace(ONE, path="moved.md")], ("changed moved.md",)),
        # The address was corrected: another id, the same file.
        ([ONE], [replace(ONE, id="aaaaaaaaaa")], ("changed a.md",)),
        ([ONE], [TWO], ("added b.md", "removed a.md")),
    ],
)
def test_articles(before: list[Document], after: list[Document], expected: tuple[str, ...]) -> None:
    found = difference(snapshot(before, ()), snapshot(after, ()), vocabulary())
    said = [f"added {d.path}" for d in found.added] + [f"changed {d.path}" for d in found.changed]
    assert (*said, *(f"removed {d.path}" for d in found.removed)) == expected
    assert found.is_empty is not bool(expected)


@pytest.mark.parametrize(
    ("before", "after", "added", "changed", "lost"),
    [
        ([FORUM], [FORUM], [], [], []),
        ([], [FORUM], [FORUM], [], []),
        ([FORUM], [], [], [], [FORUM]),
        # Values of a list stand side by side …
        ([FORUM], [OTHER_FORUM], [OTHER_FORUM], [], [FORUM]),
        # … those of a single-valued predicate take each other's place.
        ([OLD_GUESTS], [NEW_GUESTS], [], [(OLD_GUESTS, NEW_GUESTS)], []),
        # The old value stays as an alternative: the preferred one is another all the same.
        ([OLD_GUESTS], [NEW_GUESTS, OLD_GUESTS], [], [(OLD_GUESTS, NEW_GUESTS)], []),
        ([OLD_GUESTS], [OLD_GUESTS, NEW_GUESTS], [NEW_GUESTS], [], []),
        # Another source proves the same fact; a remark beside it is a change.
        ([FORUM], [replace(FORUM, sources=fact(TWO, MILESTONE).sources)], [], [], []),
        ([FORUM], [replace(FORUM, note="筹备中")], [], [(FORUM, replace(FORUM, note="筹备中"))], []),
    ],
)
def test_facts(
    before: list[Fact], after: list[Fact], added: list[Fact], changed: list[tuple[Fact, Fact]], lost: list[Fact]
) -> None:
    found = difference(snapshot([ONE, TWO], before), snapshot([ONE, TWO], after), vocabulary())
    assert list(found.facts_added) == added
    assert [(change.before, change.after) for change in found.facts_changed] == changed
    assert list(found.facts_lost) == lost


def test_files_that_are_kept_out_are_told_with_line_and_problem() -> None:
    problems = (
        Problem("a.md", 3, Severity.ERROR, "date_bad"),  # a loaded article may lose a value
        Problem("broken.md", 1, Severity.ERROR, "date_missing"),
        Problem("broken.md", 2, Severity.WARNING, "value_recovered"),
        Problem("copy.md", 1, Severity.WARNING, "duplicate", {"other": "a.md"}),
    )
    known = replace(snapshot([ONE], ()), problems=problems)
    assert [(p.path, p.line, p.code) for p in rejected(known)] == [
        ("broken.md", 1, "date_missing"),
        ("copy.md", 1, "duplicate"),
    ]
    found = difference(known, known, vocabulary())
    assert found == Difference(rejected=rejected(known))
    assert found.is_empty


def test_glossary_items_that_came_and_went() -> None:
    citation = FORUM.sources[0]
    old, new = (
        GlossaryItem(term_zh=term, term_en="", definition="某个意思。", source=citation)
        for term in ("数字鸿沟", "零信任")
    )
    before, after = (replace(snapshot([ONE], ()), glossary=(item,)) for item in (old, new))
    found = difference(before, after, vocabulary())
    assert (found.items_added, found.items_lost) == ((new,), (old,))
    assert not found.is_empty
