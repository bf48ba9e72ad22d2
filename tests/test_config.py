"""config.yaml: what is accepted, and how each mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.config import admin_ids, config_path, load_config, seeds_directory
from bot.errors import ConfigError
from bot.language import Language
from bot.messages.errors import error_text

SERIES = """
series:
  name: {zh: 示例大会, en: Example Conference}
  aliases: [示例大会]
  organisation: {zh: 示例组织, en: Example Body}
  place: {zh: 某镇, en: Some Town}
"""


def problems_of(tmp_path: Path, content: str | bytes) -> list[tuple[str, str, str]]:
    path = tmp_path / "config.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert caught.value.path == str(path)
    return [(problem.key, problem.found, problem.expected) for problem in caught.value.problems]


def test_the_shipped_configuration_is_valid_and_complete() -> None:
    config = load_config(Path(__file__).parent.parent / "config.yaml")
    assert config.series.name.in_language(Language.EN)
    assert config.zone.key == config.time_zone


def test_what_is_left_out_has_a_default(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(SERIES, encoding="utf-8")
    config = load_config(tmp_path / "config.yaml")
    assert config.default_language is Language.ZH
    assert config.time_zone == "Asia/Shanghai"
    assert config.series.programmes == ()


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text(SERIES, encoding="utf-8-sig")
    assert load_config(tmp_path / "config.yaml").series.aliases == ("示例大会",)


@pytest.mark.parametrize(
    ("addition", "expected"),
    [
        ("colour: red", ("colour", '"red"', "no_such_key")),
        ("limits: {questions: 5}", ("limits.questions", "5", "no_such_key")),
        ("time_zone: Asia/Wuzhen", ("time_zone", '"Asia/Wuzhen"', "time_zone")),
        ("time_zone: ../../etc/passwd", ("time_zone", '"../../etc/passwd"', "time_zone")),
        ("default_language: fr", ("default_language", '"fr"', "one_of")),
        ("limits: {question_characters: 10}", ("limits.question_characters", "10", "at_least")),
        ("limits: {question_characters: 1e9}", ("limits.question_characters", '"1e9"', "whole_number")),
        ("limits: {question_characters: 99.5}", ("limits.question_characters", "99.5", "whole_number")),
        ("limits: 5", ("limits", "5", "section")),
        ("playground: {port: 70000}", ("playground.port", "70000", "at_most")),
        ("playground: {port: true}", ("playground.port", "true", "whole_number")),
        ('playground: {port: "8765"}', ("playground.port", '"8765"', "whole_number")),
        ("playground: {port: }", ("playground.port", "null", "whole_number")),
        ("glossary_headings: 每日一词", ("glossary_headings", '"每日一词"', "list")),
        ("glossary_headings: [词]", ("glossary_headings.0", '"词"', "longer_text")),
        ('seeds_directory: "  "', ("seeds_directory", '"  "', "longer_text")),
        (
            "default_language: en\ndefault_language: zh",
            ("default_language", "default_language ×2", "once"),
        ),
        (
            "limits:\n  question_characters: 60\n  question_characters: 60",
            ("limits.question_characters", "question_characters ×2", "once"),
        ),
    ],
)
def test_a_mistake_is_named_by_key_with_what_was_expected(
    tmp_path: Path, addition: str, expected: tuple[str, str, str]
) -> None:
    assert problems_of(tmp_path, SERIES + addition + "\n") == [expected]


@pytest.mark.parametrize(
    "value",
    ["no", "on", "12:30", "2024-11-19", "010", "0x1f"],
)
def test_words_that_old_yaml_turns_into_something_else_stay_words(tmp_path: Path, value: str) -> None:
    assert yaml.safe_load(value) != value
    assert problems_of(tmp_path, f"{SERIES}default_language: {value}\n") == [
        ("default_language", f'"{value}"', "one_of")
    ]


def test_every_mistake_is_reported_at_once(tmp_path: Path) -> None:
    content = """
series:
  name: {zh: 2024, en: A}
  aliases: []
  organisation: {zh: 组织}
  special_editions: {first: 论坛}
  programmes: [{kind: fair, name: {zh: a, en: b}}]
  programmes: []
port: 1
time_zone: Nowhere
"""
    assert [key for key, _, _ in problems_of(tmp_path, content)] == [
        "series.programmes",
        "port",
        "series.name.zh",
        "series.organisation.en",
        "series.place",
        "series.special_editions.first",
        "time_zone",
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", ""),
        ("- a list", '["a list"]'),
        ("a: [", "line 2: did not find expected node content"),
        ("a: b: c", "line 1: mapping values are not allowed in this context"),
        ("a: &x [*x]", "line 1: a value contains itself"),
        ("? [a]\n: b", "line 1: found unhashable key"),
        ("a: !!python/object:os.system {}", "line 1: could not determine a constructor for the tag"),
        ("\tseries: x", "line 1: found character that cannot start any token"),
    ],
)
def test_a_file_that_is_no_mapping_is_named_by_its_place(tmp_path: Path, content: str, found: str) -> None:
    (problem,) = problems_of(tmp_path, content)
    assert problem[1].startswith(found)


def test_a_file_in_another_encoding_or_not_there_is_named(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "名: 值".encode("gb18030"))[0][2] == "yaml"
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / "missing.yaml")
    assert caught.value.problems[0].found == "No such file or directory"
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert caught.value.problems[0].found == "Is a directory"


def test_the_file_is_that_of_the_environment_then_of_the_folder_then_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert config_path({}) == Path(__file__).resolve().parent.parent / "config.yaml"
    (tmp_path / "config.yaml").write_text(SERIES, encoding="utf-8")
    assert config_path({}).resolve() == tmp_path / "config.yaml"
    assert config_path({"BOT_CONFIG": "/elsewhere/my.yaml"}) == Path("/elsewhere/my.yaml")


def test_the_seeds_folder_is_that_of_the_environment_then_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text(SERIES + "seeds_directory: articles\n", encoding="utf-8")
    config = load_config(tmp_path / "my.yaml")
    assert seeds_directory(config, tmp_path / "my.yaml", {}) == tmp_path / "articles"
    assert seeds_directory(config, None, {"BOT_CONFIG": str(tmp_path / "my.yaml")}) == tmp_path / "articles"
    assert seeds_directory(config, None, {"BOT_SEEDS": "mine"}) == Path("mine")


@pytest.mark.parametrize(
    ("value", "admins"),
    [
        ("", []),
        (" ", []),
        ("5", [5]),
        (" 7100000001, 42 ,", None),
        ("7100000001,42", [42, 7_100_000_001]),
        ("5,5", [5]),
    ],
)
def test_admins_are_numbers_of_users(value: str, admins: list[int] | None) -> None:
    if admins is not None:
        assert admin_ids({"BOT_ADMIN_IDS": value}) == frozenset(admins)
        assert admin_ids({}) == frozenset()
        return
    with pytest.raises(ConfigError):
        admin_ids({"BOT_ADMIN_IDS": value})


@pytest.mark.parametrize("language", Language)
def test_every_admin_that_is_none_is_reported_at_once(language: Language) -> None:
    with pytest.raises(ConfigError) as caught:
        admin_ids({"BOT_ADMIN_IDS": "5,@someone,-1001234,0,1e3,５," + "9" * 17})
    assert [problem.found for problem in caught.value.problems] == ["@someone", "-1001234", "0", "1e3", "５", "9" * 17]
    text = error_text(caught.value, language)
    assert text.count("BOT_ADMIN_IDS") == 6
    assert "12345678" in text


@pytest.mark.parametrize("language", Language)
def test_every_expectation_is_worded_in_every_language(tmp_path: Path, language: Language) -> None:
    """Each kind of mistake above, read as an operator reads it: a code would show as a word with an underscore."""
    path = tmp_path / "config.yaml"
    path.write_text(
        """
series: {name: {zh: 1, en: ""}, aliases: 大会, organisation: [], place: {zh: 镇, en: T}, special_editions: {a: b}}
default_language: fr
default_language: fr
time_zone: Nowhere
limits: {question_characters: 1}
playground: {port: 65536, host: x}
glossary_headings: [词]
reload: {watch: 1, watch_seconds: 0, upload_kilobytes: 30000}
seeds_directory: 5
""",
        encoding="utf-8",
    )
    for config in (path, tmp_path / "missing.yaml"):
        with pytest.raises(ConfigError) as caught:
            load_config(config)
        lines = error_text(caught.value, language).replace(str(config), "").splitlines()
        assert len(lines) == len(caught.value.problems) + 1
        worded = [line.partition("expected" if language is Language.EN else "应为")[2] for line in lines[1:]]
        assert all(worded)
        assert not [line for line in worded if "_" in line or "{" in line]
