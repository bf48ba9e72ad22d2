"""Items of lists that a question names by some words of their name, or by those of the other language.

"The think tank programme" is the WIC think-tank cooperation programme, and the youth innovation award is 世界互联网大会青年创新奖.
"""

from __future__ import annotations

import re
from collections.abc import Container

from bot.answers.asked import PLAIN, Asked
from bot.answers.interpret.lexicon import Sense
from bot.answers.stems import stem

_FEWEST_TOKENS = 2
# What a question says of an item and not of its name.
_OWN = frozenset(
    map(stem, ("set", "up", "launched", "founded", "established", "introduced", "started", "new", "year", "what"))
)


def partly_named(asked: Asked, intents: Container[str]) -> tuple[str, ...]:
    """The items whose name has every word of an English question that is none of its own; few if there are any."""
    if not asked.read.text.isascii():
        return ()
    rest = asked.read.rest({*PLAIN, Sense.VERB}, intents)
    said = {stem(token) for word in rest for token in _tokens(word.text)} - _OWN
    if len(said) < _FEWEST_TOKENS:
        return ()
    return tuple(item for item in asked.named.items if _has_all(said, item, asked))


def _has_all(said: set[str], item: str, asked: Asked) -> bool:
    if item.isascii():
        names = {stem(token) for token in _tokens(item)}
        return all(token in names or names >= _spelled_out(token, asked) for token in said)
    meanings = asked.lexicon.stems
    return all(any(form in item for form in meanings.get(token, ())) for token in said)


def _spelled_out(token: str, asked: Asked) -> set[str]:
    """AI as artificial and intelligence; something that no name has where there is nothing longer."""
    longer = [form for form in asked.lexicon.synonyms.get(token, ()) if form.isascii() and " " in form]
    return {stem(part) for form in longer[:1] for part in _tokens(form)} or {""}


def _tokens(text: str) -> list[str]:
    return re.findall("[a-z]+", text.replace("programme", "program"))
