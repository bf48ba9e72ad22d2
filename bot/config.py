"""config.yaml and the environment, validated whole: every problem at once, each with its key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.errors import ConfigError, ConfigProblem
from bot.language import Language

CONFIG_VARIABLE = "BOT_CONFIG"
SEEDS_VARIABLE = "BOT_SEEDS"
DEFAULT_CONFIG = "config.yaml"


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("an IANA time zone such as Asia/Shanghai")
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
Names = tuple[Annotated[str, Field(min_length=2)], ...]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(_Section):
    """A name in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: Language) -> str:
        """The name for a reader of `language`."""
        return self.zh if language is Language.ZH else self.en


class Programme(_Section):
    """A standing programme of the series. `kind` is what its figures belong to."""

    kind: str = Field(pattern="^(expo|contest|cases|award)$")
    name: Wording
    aliases: Names = ()


class Series(_Section):
    """The conference series: how articles call it, and what only sounds like it."""

    name: Wording
    # Names by which an article may call an edition, Simplified Chinese or English; longest match wins.
    aliases: Names
    # The body founded later that holds the series; Chinese or English.
    organisation: Wording
    organisation_aliases: Names = ()
    # Names of the place where editions meet, in both languages.
    place: Wording
    # Meetings of the same organisation that are not editions of this series: their facts are not ours.
    other_meetings: Names = ()
    # Editions that carry a name of their own, by year.
    special_editions: Mapping[int, str] = Field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()


class PlaygroundConfig(_Section):
    """The playground's server."""

    port: int = Field(default=8765, ge=0, le=65535)


class LimitsConfig(_Section):
    """What one reader may ask for."""

    question_characters: int = Field(default=1000, ge=50, le=4096)


class Config(_Section):
    """Everything an operator may change. Built by `load_config`."""

    series: Series
    default_language: Language = Language.ZH
    time_zone: ZoneName = "Asia/Shanghai"
    seeds_directory: str = Field(default="seeds", min_length=1)
    # A block that begins with one of these opens a glossary item.
    glossary_headings: Names = ("每日涨知识",)
    limits: LimitsConfig = LimitsConfig()
    playground: PlaygroundConfig = PlaygroundConfig()

    @property
    def zone(self) -> ZoneInfo:
        """The default time zone."""
        return ZoneInfo(self.time_zone)


def config_path(environment: Mapping[str, str] = os.environ) -> Path:
    """`BOT_CONFIG`, else `config.yaml` of the working folder, else the one beside the package."""
    if named := environment.get(CONFIG_VARIABLE):
        return Path(named)
    local = Path(DEFAULT_CONFIG)
    return local if local.is_file() else Path(__file__).resolve().parent.parent / DEFAULT_CONFIG


def load_config(path: Path | None = None) -> Config:
    """Read and validate. Raises `ConfigError` with every problem: unknown keys, wrong types, missing values."""
    path = path or config_path()
    try:
        data = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    except OSError as error:
        raise ConfigError(str(path), [ConfigProblem("", error.strerror or str(error), "a readable file")]) from None
    except yaml.YAMLError as error:
        raise ConfigError(str(path), [ConfigProblem("", " ".join(str(error).split()), "valid YAML")]) from None
    try:
        return Config.model_validate(data if data is not None else {})
    except ValidationError as error:
        problems = [
            ConfigProblem(
                key=".".join(str(part) for part in item["loc"]),
                found="nothing" if item["type"] == "missing" else repr(item["input"])[:80],
                expected=item["msg"],
            )
            for item in error.errors()
        ]
        raise ConfigError(str(path), problems) from None


def seeds_directory(config: Config, path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """`BOT_SEEDS`, else `seeds_directory` of the configuration, relative to the folder of config.yaml."""
    if named := environment.get(SEEDS_VARIABLE):
        return Path(named)
    return (path or config_path(environment)).resolve().parent / config.seeds_directory
