"""Questions near the one that could not be answered, each of which can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.answers.answer import Suggestion
from bot.answers.interpret.reading import normalised
from bot.facts.vocabulary import Vocabulary
from bot.knowledge.passages import held, searched_words
from bot.knowledge.snapshot import SUMMIT, Snapshot, summit

LIMIT = 3
# What most people want to know of an edition.
POPULAR = ("theme", "new_feature", "start_date", "subforums", "guests")

# What answers nearly the same of the same edition.
RELATED: Mapping[str, tuple[str, ...]] = {
    "ordinal": ("nth_year",),
    "start_date": ("opening_date",),
    "forum": ("subforums",),
    "subforums": ("forum",),
}


def nearby(
    subjects: Sequence[str],
    predicates: Sequence[str],
    snapshot: Snapshot,
    vocabulary: Vocabulary,
    *,
    unread: bool = False,
) -> tuple[Suggestion, ...]:
    """Up to three questions: the same of other editions, then other things of the edition, then whole cards.

    With `unread` the question was only read in part, and that part of it may be known: it comes first.
    """
    found: dict[tuple[str, object, object], Suggestion] = {}
    asked = [p for p in predicates if p in vocabulary.predicates and p != "person"]
    own = [_value(subject, p) for subject in subjects for p in asked if unread and snapshot.find(subject, p)]
    for suggestion in (*own, *_candidates(subjects, asked, snapshot)):
        key = (suggestion.topic, suggestion.values.get("subject"), suggestion.values.get("predicate"))
        found.setdefault(key, suggestion)
        if len(found) == LIMIT:
            break
    return tuple(found.values())


def command(name: str, argument: str = "") -> Suggestion:
    """A command to press; without an argument it shows what can stand behind it."""
    return Suggestion("suggest.command", {"command": name, "argument": argument})


def told_of_news() -> Suggestion:
    """To be told when an article is added: for what no article can say yet."""
    return Suggestion("suggest.news")


def elsewhere(text: str, name: str, snapshot: Snapshot) -> tuple[Suggestion, ...]:
    """Where to go on when the command `name` knows nothing of `text`: the sentences that speak of it, and what it knows."""
    query = normalised(text)
    asked = searched_words(query)
    found = snapshot.passages.search(query, 1)
    speaks = bool(found) and held(found[0], asked) == len(asked)
    return (*((command("search", text),) if speaks else ()), command(name))


def _candidates(subjects: Sequence[str], predicates: Sequence[str], snapshot: Snapshot) -> Iterator[Suggestion]:
    years = [int(subject.removeprefix(SUMMIT)) for subject in subjects if subject.startswith(SUMMIT)]
    known = [year for year in reversed(snapshot.years) if year in years]
    for predicate in predicates:
        for subject in subjects:
            yield from (_value(subject, near) for near in RELATED.get(predicate, ()) if snapshot.find(subject, near))
        near = sorted(snapshot.years, key=lambda year: (min((abs(year - y) for y in years), default=0), -year))
        for subject in (*(summit(year) for year in near if year not in years), "series", "organisation"):
            if snapshot.find(subject, predicate):
                yield _value(subject, predicate)
                break
    for year in known:
        yield from (_value(summit(year), p) for p in POPULAR if snapshot.find(summit(year), p) and p not in predicates)
    for year in snapshot.years[-LIMIT:][::-1]:
        yield Suggestion("suggest.card", {"year": year, "subject": summit(year), "predicate": ""})


def _value(subject: str, predicate: str) -> Suggestion:
    return Suggestion("suggest.value", {"subject": subject, "predicate": predicate})
