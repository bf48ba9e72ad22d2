"""Both languages say the same things, with the same parameters, each in its own script."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from bot.language import Language
from bot.messages.locale import CatalogueMissingError, texts
from tests.knowledge_fixtures import ROOT

LOCALES = ROOT / "bot/messages/locales"
HAN = re.compile(r"[\u3400-\u9fff]")
# The Chinese word stands beside in English where KNOWLEDGE asks for it.
HAN_IN_ENGLISH = {"label.organizer", "label.host", "label.co_organizer", "label.supporter"}
# Names that are written alike in every language.
LATIN_IN_CHINESE = re.compile(
    r"Asia/Shanghai|/\w+|https?\S*|--\w+|Telegram|@BotFather|Ctrl\+C|python -m bot \w+|BOT_\w+|TELEGRAM_\w+|UTF-8|YAML|"
    r"\b(?:title|date|url|fetch_date|source|paid_broadcast)\b|\.(?:md|txt)|\{\w+\}|\bN\b|\bDIR\b|Bot API|IANA|Asia/Shanghai|\btrue\b|\bfalse\b"
)


@cache
def catalogue(language: Language) -> dict[str, Message]:
    with (LOCALES / language / "LC_MESSAGES/messages.po").open("rb") as stream:
        return {_id(message): message for message in read_po(stream) if message.id}


def _id(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def forms(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, tuple | list) else (str(message.string),)


def parameters(message: Message) -> set[str]:
    return {name for form in forms(message) for _, name, _, _ in string.Formatter().parse(form) if name}


def test_both_languages_have_the_same_ids() -> None:
    assert catalogue(Language.ZH).keys() == catalogue(Language.EN).keys()


@pytest.mark.parametrize("message_id", sorted(catalogue(Language.ZH)))
def test_a_message_is_whole_in_both_languages(message_id: str) -> None:
    chinese, english = catalogue(Language.ZH)[message_id], catalogue(Language.EN)[message_id]
    assert all(forms(chinese))
    assert all(forms(english))
    assert isinstance(chinese.id, tuple) == isinstance(english.id, tuple)
    assert message_id == "name.our_translation" or _comparable(parameters(chinese)) == _comparable(parameters(english))


def _comparable(names: set[str]) -> set[str]:
    """A subject is said where the language needs it."""
    return names - {"subject", "name", "count"}


@pytest.mark.parametrize("message_id", sorted(catalogue(Language.EN)))
def test_english_has_no_chinese_but_where_it_is_meant(message_id: str) -> None:
    if message_id not in HAN_IN_ENGLISH:
        assert not any(map(HAN.search, forms(catalogue(Language.EN)[message_id])))


@pytest.mark.parametrize("message_id", sorted(catalogue(Language.ZH)))
def test_chinese_has_no_english_left_over(message_id: str) -> None:
    for form in forms(catalogue(Language.ZH)[message_id]):
        assert not re.search(r"[A-Za-z]{2,}", LATIN_IN_CHINESE.sub("", form)), form


def test_chinese_uses_chinese_punctuation_behind_chinese_characters() -> None:
    for message_id, message in catalogue(Language.ZH).items():
        for form in forms(message):
            quoted_yaml = re.sub(r"“[^”]*”", "", form)
            assert not re.search(r"[\u3400-\u9fff}][,;:!?](?!\S)", quoted_yaml), (message_id, form)


def test_every_literal_id_in_the_code_has_wording() -> None:
    missing = {
        (str(path.relative_to(ROOT)), name)
        for path in (ROOT / "bot").rglob("*.py")
        for name in _literal_ids(path)
        if not texts(Language.ZH).has(name)
    }
    assert not missing


def _literal_ids(path: Path) -> set[str]:
    """First arguments of calls of `texts(…)`, `voice.texts(…)`, `….plural(…)`, where they are literal."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func
            name = (
                called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
            )
            if name in ("texts", "plural", "wording") and isinstance(node.args[0].value, str):
                found.add(node.args[0].value)
    return found


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        texts(Language.ZH)("no.such.id")


def test_english_counts_have_a_singular() -> None:
    english = texts(Language.EN)
    assert english.plural("unit.guests", 1) == "guest"
    assert english.plural("unit.guests", 2) == "guests"
    assert texts(Language.ZH).plural("unit.guests", 1) == "名"


def test_a_catalogue_that_was_not_compiled_says_how_to_compile_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.messages.locale.resources.files", lambda _: tmp_path)
    with pytest.raises(CatalogueMissingError, match=r"tools/compile_locales\.py"):
        texts.__wrapped__(Language.ZH)
