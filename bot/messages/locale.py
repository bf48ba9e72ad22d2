"""The wording of one language: message ids to sentences, from the compiled catalogue."""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bot.language import Language


class CatalogueMissingError(FileNotFoundError):
    """The `.mo` of a language was not compiled. Said in English: no wording can be read."""

    def __init__(self, language: Language) -> None:
        super().__init__(
            f"bot/messages/locales/{language}: messages.mo is missing; run `python tools/compile_locales.py`"
        )


@dataclass(frozen=True, eq=False)
class Texts:
    """Sentences by id (`card.theme`), with named parameters in braces. An unknown id raises KeyError."""

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, message_id: str, **params: object) -> str:
        """The sentence for `message_id`, plain text: markup is added, and parameters are escaped, by the caller."""
        text = self.catalogue.gettext(message_id)
        if text == message_id:
            raise KeyError(message_id)
        return text.format_map(params)

    def plural(self, message_id: str, count: int, **params: object) -> str:
        """As a call, with the form for `count`, which is also the parameter `count` unless it is given."""
        text = self.catalogue.ngettext(message_id, message_id, count)
        if text == message_id:
            raise KeyError(message_id)
        return text.format_map({"count": count, **params})

    def has(self, message_id: str) -> bool:
        """True if the catalogue has this id; an id with plural forms is asked for by its plain id too."""
        return (
            self.catalogue.gettext(message_id) != message_id
            or self.catalogue.ngettext(message_id, message_id, 1) != message_id
        )


@cache
def texts(language: Language) -> Texts:
    """The wording of `language`. Raises `CatalogueMissingError` when it was not compiled."""
    path = resources.files("bot.messages") / "locales" / language.value / "LC_MESSAGES" / "messages.mo"
    if not path.is_file():
        raise CatalogueMissingError(language)
    with path.open("rb") as stream:
        return Texts(language, gettext.GNUTranslations(stream))
