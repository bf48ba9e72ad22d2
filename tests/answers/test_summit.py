"""The card of an edition: what is on it, in which order, and what is said beside it."""

from __future__ import annotations

import pytest

from bot.answers.answer import Kind
from bot.answers.editions import Edition, EditionKind, EditionRef
from bot.answers.known import Known
from bot.answers.sources import sources
from bot.answers.summit import bad_argument, card, edition_card, listing
from bot.knowledge.snapshot import Snapshot
from bot.language import Language
from tests.knowledge_fixtures import Row, document, fact, shipped, snapshot, vocabulary


def known(facts: Snapshot, language: Language = Language.ZH) -> Known:
    return Known(facts, vocabulary(), language)


THEME: Row = {"subject": "summit:2019", "predicate": "theme", "value": "主题甲"}
START: Row = {"subject": "summit:2019", "predicate": "start_date", "value": "2019-10-20"}


def test_a_card_says_what_is_known_in_a_fixed_order() -> None:
    answered = card(2022, known(shipped()))
    topics = [statement.topic for statement in answered.statements]
    assert answered.kind is Kind.FOUND
    assert topics[:3] == ["card.ordinal", "card.theme", "card.dates"]
    assert {"card.guests", "card.expo", "card.contest", "card.cases", "card.supporter"} <= set(topics)
    assert "card.new_feature" not in topics
    assert all(statement.citations for statement in answered.statements)


def test_a_card_knows_its_neighbours_among_the_years_of_the_sources() -> None:
    assert (card(2022, known(shipped())).previous, card(2022, known(shipped())).next_year) == (None, 2024)
    assert (card(2024, known(shipped())).previous, card(2024, known(shipped())).next_year) == (2022, None)


def test_the_opening_day_stands_in_only_where_no_first_day_is_known() -> None:
    source = document("a.md", "2019-10-22")
    opening = fact(source, {"subject": "summit:2019", "predicate": "opening_date", "value": "2019-10-20"})
    alone = card(2019, known(snapshot([source], [opening])))
    both = card(2019, known(snapshot([source], [opening, fact(source, START)])))
    assert [statement.topic for statement in alone.statements] == ["card.opening"]
    assert [statement.topic for statement in both.statements] == ["card.dates"]


@pytest.mark.parametrize(
    ("dates", "rows", "notes"),
    [
        (["2019-10-10"], [THEME, START], ("announced_only", "no_attendance")),
        (
            ["2019-10-10"],
            [THEME, START, {"subject": "summit:2019", "predicate": "guests", "value": 900, "phase": "announced"}],
            ("announced_only",),
        ),
        (["2019-10-20"], [THEME, START], ()),
        (["2019-10-10", "2019-10-23"], [THEME, START], ()),
        (["2019-10-10"], [THEME], ()),  # without a first day nothing says that the article came before it
    ],
)
def test_that_everything_was_only_announced_is_said(dates: list[str], rows: list[Row], notes: tuple[str, ...]) -> None:
    documents = [document(f"{day}.md", day) for day in dates]
    facts = [fact(documents[n % len(documents)], row) for n, row in enumerate(rows)]
    assert card(2019, known(snapshot(documents, facts))).notes == notes


def test_a_year_that_is_not_in_the_sources_names_those_that_are() -> None:
    answered = card(1999, known(shipped()))
    assert answered.kind is Kind.UNKNOWN
    assert answered.values["years"] == (2022, 2024)
    assert [suggestion.values["year"] for suggestion in answered.suggestions] == [2022, 2024]


def test_an_inferred_number_is_said_before_the_other_notes() -> None:
    edition = Edition(EditionRef(EditionKind.ORDINAL, 11), 2024, inferred=True)
    assert edition_card(edition, known(shipped())).notes[0] == "by_nth_year"


def test_a_bad_argument_offers_the_newest_editions() -> None:
    assert [one.values["year"] for one in bad_argument("abc", shipped()).suggestions] == [2024, 2022]


def test_the_list_has_every_edition_newest_first() -> None:
    assert [statement.values["year"] for statement in listing(known(shipped())).statements] == [2024, 2022]


def test_articles_are_listed_newest_first() -> None:
    three = snapshot([document("a.md", "2019"), document("b.md", "2022-11-12"), document("c.md", "2022-11")], [])
    paths = [three.documents[str(one.values["document_id"])].path for one in sources(three).statements]
    assert paths == ["c.md", "b.md", "a.md"]


def test_a_theme_known_in_both_languages_is_said_in_the_readers_and_is_no_disagreement() -> None:
    source = document("a.md", "2019-10-22")
    rows = [
        {"subject": "summit:2019", "predicate": "theme", "value": value} for value in ("Theme A", "主题甲", "主题乙")
    ]
    english, chinese, other = (fact(source, row) for row in rows)
    facts = snapshot([source], [english], [chinese, other])
    for language, first, rivals in ((Language.ZH, chinese, (other,)), (Language.EN, english, ())):
        (statement,) = card(2019, known(facts, language)).statements
        assert (statement.facts, statement.alternatives) == ((first,), rivals)


def test_values_that_may_both_be_true_are_no_disagreement() -> None:
    source = document("a.md", "2019-10-22")
    rows = [{"subject": "summit:2019", "predicate": "venue", "value": value} for value in ("浙江乌镇", "乌镇", "北京")]
    most, less, other = (fact(source, row) for row in rows)
    (statement,) = card(2019, known(snapshot([source], [most, less], [other]))).statements
    assert (statement.facts, statement.alternatives) == ((most,), (other,))
