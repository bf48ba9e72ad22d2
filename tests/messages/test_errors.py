"""Every named error and problem has its sentence in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import errors
from bot.corpus.problem import Problem, Severity
from bot.errors import BotError, ConfigError, ConfigProblem, PortInUseError, SeedsError, TokenMissingError, UsageError
from bot.language import Language
from bot.messages.errors import error_text
from bot.messages.locale import texts
from bot.messages.problems import SHOWN_ERRORS, error_lines, problem_text
from tests.knowledge_fixtures import ROOT


def concrete(base: type[BotError] = BotError) -> list[type[BotError]]:
    return [
        each
        for child in base.__subclasses__()
        for each in (child, *concrete(child))
        if each.__module__ == errors.__name__
    ]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", concrete(), ids=lambda kind: kind.__name__)
def test_every_error_has_wording(kind: type[BotError], language: Language) -> None:
    wording = texts(language)
    assert wording.has(f"error.{kind.code}")


@pytest.mark.parametrize("language", Language)
def test_every_problem_of_the_configuration_is_listed_with_its_key(language: Language) -> None:
    problems = [ConfigProblem("delivery.tick_seconds", "“x”", "int"), ConfigProblem("colour", "1", "nothing_here")]
    text = error_text(ConfigError("config.yaml", problems), language)
    assert text.count("\n") == len(problems)
    assert all(word in text for word in ("config.yaml", "delivery.tick_seconds", "colour", "“x”"))


@pytest.mark.parametrize(
    ("error", "chinese", "english"),
    [
        (SeedsError(path="articles", reason="missing"), "找不到文章目录 articles", "no seeds folder articles"),
        (SeedsError(path="articles", reason="empty"), "没有 .md 或 .txt 文章", "holds no .md or .txt article"),
        (SeedsError(path="articles", reason="rejected"), "没有一篇能用", "Not one article in articles can be used"),
        (SeedsError(path="articles", reason="odd"), "不能用：odd", "cannot be used: odd"),
        (TokenMissingError(), "python -m bot demo", "python -m bot demo"),
        (PortInUseError(port=8765, option="--port"), "端口 8765", "Port 8765"),
        (UsageError(argument="--today", found="x", expected="y"), "--today 不能是 x", "--today cannot be x"),
        (BotError(what="odd"), "internal(what='odd')", "internal(what='odd')"),
    ],
)
def test_an_error_says_what_to_do(error: BotError, chinese: str, english: str) -> None:
    assert chinese in error_text(error, Language.ZH)
    assert english in error_text(error, Language.EN)


def test_control_characters_never_reach_the_terminal() -> None:
    assert "\x1b" not in error_text(SeedsError(path="a\x1b[31mb", reason="missing"), Language.ZH)


def codes() -> list[str]:
    """Codes of problems as the corpus writes them."""
    source = "".join(path.read_text("utf-8") for path in Path(ROOT / "bot/corpus").glob("*.py"))
    return sorted(set(re.findall(r'(?:Problem|Remark)\([^()]*Severity\.\w+, "(\w+)"', source)))


def test_the_codes_are_found() -> None:
    assert {"not_utf8", "duplicate", "value_recovered", "date_missing"} <= set(codes())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", codes())
def test_every_problem_of_a_seed_has_wording(code: str, language: Language) -> None:
    assert texts(language).has(f"problem.{code}")


@pytest.mark.parametrize(
    ("code", "params", "text"),
    [
        ("not_utf8", {"byte": 7}, "不是 UTF-8 编码（从第 7 个字节起）。请另存为 UTF-8。"),
        ("duplicate", {"other": "a.md", "same": "url"}, "与 a.md 网址相同，只用那一篇。"),
        ("duplicate", {"other": "a.md", "same": "odd"}, "与 a.md 重复，只用那一篇。"),
        ("date_bad", {"value": "昨\n天"}, "看不懂 date：“昨 天”。可以写 2024-10-26、2024-10 或 2024。"),
        ("brand_new", {"x": 1}, "brand_new（x=1）"),
    ],
)
def test_a_problem_is_one_line(code: str, params: dict[str, object], text: str) -> None:
    assert problem_text(Problem("b.md", 3, Severity.WARNING, code, params), Language.ZH) == text


def test_errors_of_seeds_are_told_by_line_and_many_are_counted() -> None:
    remark = Problem("a.md", 3, Severity.WARNING, "body_empty")
    errors = [Problem(f"{number:02}.md", 2, Severity.ERROR, "date_missing") for number in range(SHOWN_ERRORS + 2)]
    assert error_lines([remark], Language.EN) == []
    assert [line.partition(": ")[0] for line in error_lines([remark, *errors[:2]], Language.EN)] == [
        "00.md:2",
        "01.md:2",
    ]
    for language in Language:
        *shown, more = error_lines(errors, language)
        assert len(shown) == SHOWN_ERRORS
        assert "2" in more
        assert "python -m bot check" in more


@pytest.mark.parametrize(
    ("language", "said"), [(Language.ZH, "  a.b：现在为空，应为："), (Language.EN, "  a.b: found nothing,")]
)
def test_a_setting_that_is_empty_is_said_to_be(language: Language, said: str) -> None:
    error = ConfigError("config.yaml", [ConfigProblem("a.b", "", "whole_number")])
    assert error_text(error, language).splitlines()[1].startswith(said)
