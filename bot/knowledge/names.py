"""English for the names that articles print in Chinese, from `names.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

_ABBREVIATION = re.compile("（[A-Za-z0-9 .-]+）$")
_QUOTES = str.maketrans("", "", '“”"「」『』《》 \u3000')


@dataclass(frozen=True, eq=False)
class Names:
    """`names` are English forms in use, `translations` are ours; both by the Chinese without quotes and blanks.

    `originals` are the Chinese forms by the English ones in use and by their other spellings, lower case; of several
    the first.
    """

    names: Mapping[str, str]
    translations: Mapping[str, str]
    originals: Mapping[str, str]

    def english(self, chinese: str) -> str | None:
        """The English form in use, None when it is not known."""
        return self.names.get(_key(chinese))

    def chinese(self, english: str) -> str | None:
        """The Chinese form of a name that an article gives in English, None when it is not known."""
        return self.originals.get(english.casefold())

    def key(self, name: str) -> str:
        """What spellings of one name have in common: the Chinese form where it is known, without marks and an
        abbreviation in brackets behind it."""
        return _ABBREVIATION.sub("", _key(self.chinese(name) or name))

    def translation(self, chinese: str) -> str | None:
        """Our own English for it, to be marked as ours."""
        return self.translations.get(_key(chinese))


def _key(chinese: str) -> str:
    """Quotation marks, blanks and the form of dash and brackets do not tell two names apart."""
    text = chinese.translate(_QUOTES).replace("(", "（").replace(")", "）")
    return re.sub("[—―–─-]+|一一", "—", text)


@cache
def load_names() -> Names:
    """Read `names.yaml` beside this file."""
    text = resources.files("bot.knowledge").joinpath("names.yaml").read_text("utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    return Names(
        names={_key(chinese): english for chinese, english in data["names"].items()},
        translations={_key(chinese): english for chinese, english in data["translations"].items()},
        originals={
            **{spelling.casefold(): chinese for spelling, chinese in data["spellings"].items()},
            **{english.casefold(): chinese for chinese, english in reversed(data["names"].items())},
        },
    )
