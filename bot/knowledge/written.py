"""The language an article is written in."""

from __future__ import annotations

import re
from itertools import islice

from bot.corpus.document import Document
from bot.language import Language, of_text

# As many sentences as show what language an article is in.
_READ_SENTENCES = 30
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[A-Za-z]+")


def written_in(document: Document) -> Language:
    """The language of the text, whatever that of its title: a Chinese character says about as much as an English word."""
    beginning = "\n".join(sentence.text for sentence in islice(document.sentences(), _READ_SENTENCES))
    characters, words = sum(map(len, _HAN.findall(beginning))), len(_WORD.findall(beginning))
    if characters == words:
        return of_text(document.title)
    return Language.ZH if characters > words else Language.EN
