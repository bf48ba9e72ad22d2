"""What a label names: the head of a column (与会人数), the word before a colon (Dates: …)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import resources

import yaml

from bot.facts.vocabulary import Vocabulary

# Labels of the edition itself, and of whatever days stand in a cell.
YEAR, ORDINAL, DAYS = "year", "ordinal", "days"
_BEFORE = re.compile(r"^(?:本届|历届|the )?(?:大会|峰会|会议|summit |conference )?(?=.)")
_UNIT = re.compile(r"\s?[（(](?:[人名位家个项场届天件次余]{1,2}|persons?|people|days?|no\.)[)）]$")
_LONGEST = 24


class Labels:
    """The labels of `labels.yaml`, and the names of the vocabulary. Build once; `of` is pure."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        words = {
            name.lower(): predicate.id
            for predicate in vocabulary.predicates.values()
            if predicate.subject == "summit"
            for name in (*predicate.names.values(), *predicate.one.values())
        }
        text = resources.files("bot.facts").joinpath("labels.yaml").read_text("utf-8")
        for predicate, spelled in yaml.safe_load(text).items():
            words.update({str(word).lower(): predicate for word in spelled})
        self._words: Mapping[str, str] = words

    def of(self, text: str) -> str | None:
        """The predicate that `text` names, or `year`, `ordinal` or `days`; None if it is no label."""
        plain = text.strip(" *_　:：").lower()
        if not plain or len(plain) > _LONGEST:
            return None
        bare = _UNIT.sub("", plain)
        return self._words.get(plain) or self._words.get(bare) or self._words.get(_BEFORE.sub("", bare))
