"""config.yaml and the environment, validated whole: every problem at once, each with its key."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from bot.errors import ConfigError, ConfigProblem
from bot.language import Language
from bot.strict_yaml import read_yaml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

CONFIG_VARIABLE = "BOT_CONFIG"
SEEDS_VARIABLE = "BOT_SEEDS"
ADMINS_VARIABLE = "BOT_ADMIN_IDS"
DEFAULT_CONFIG = "config.yaml"

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
FREE_PER_SECOND = 30
# Bot API, User: "at most 52 significant bits".
_USER_ID = re.compile(r"[1-9]\d{0,15}", re.ASCII)


def _known_zone(name: str) -> str:
    # Not `available_timezones`, which reads the whole zone database.
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("time_zone", "an IANA time zone") from None
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
Names = tuple[Annotated[str, Field(min_length=2)], ...]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Wording(_Section):
    """A name in both languages."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def in_language(self, language: Language) -> str:
        """The name for a reader of `language`."""
        return self.zh if language is Language.ZH else self.en


class Programme(_Section):
    """A standing programme of the series. `kind` is what its figures belong to."""

    kind: Literal["expo", "contest", "cases", "award"]
    name: Wording
    aliases: Names = ()
    # What articles on the series call it for short; in other articles the word means something else.
    short_names: Names = ()


class Series(_Section):
    """The conference series: how articles call it, and what only sounds like it."""

    name: Wording
    # Names by which an article may call an edition, Simplified Chinese or English; longest match wins.
    aliases: Names
    # What readers call it for short in a question; in an article the word may mean another meeting.
    short_names: Names = ()
    # The body founded later that holds the series; Chinese or English.
    organisation: Wording
    organisation_aliases: Names = ()
    # Names of the place where editions meet, in both languages.
    place: Wording
    # Regions whose own part in the series (applications, plans) articles report on.
    local_regions: Names = ()
    # Regions that articles print before the place's Chinese name.
    regions: tuple[str, ...] = ()
    # Meetings of the same organisation that are not editions of this series: their facts are not ours.
    other_meetings: Names = ()
    # What the organisation runs under the series' name and is no edition: its awards, committees, academies.
    undertakings: Names = ()
    # The year of the first edition of a yearly series: what 第N届 without a year means.
    first_year: int | None = Field(default=None, ge=1, le=9999)
    # Editions that carry a name of their own, by year.
    special_editions: Mapping[int, str] = Field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()

    def year_of_ordinal(self, ordinal: int) -> int | None:
        """The year of the Nth edition; None if the first year is not configured."""
        return self.first_year + ordinal - 1 if self.first_year and ordinal >= 1 else None


class PlaygroundConfig(_Section):
    """The playground's server."""

    port: int = Field(default=8765, ge=0, le=65535)


class LimitsConfig(_Section):
    """What one reader may ask for."""

    question_characters: int = Field(default=1000, ge=50, le=4096)


class ReloadConfig(_Section):
    """How admins change what the bot knows."""

    # The largest article that may be sent to the bot; the Bot API hands over at most 20 MB.
    upload_kilobytes: int = Field(default=512, ge=1, le=20_000)
    # How long the button under a preview can be pressed.
    offer_minutes: int = Field(default=30, ge=1, le=1440)
    # Whether the seeds folder is looked at from time to time, and read again when a file has changed.
    watch: bool = False
    watch_seconds: int = Field(default=30, ge=1, le=86_400)


class DeliveryConfig(_Section):
    """What is sent by itself."""

    # The local time of a subscription that names none.
    default_time: time = time(9)
    # How often is looked for what is due.
    tick_seconds: int = Field(default=5, ge=1, le=60)
    # How late something may go out; what is later is left out.
    misfire_grace_seconds: int = Field(default=3600, ge=60, le=86_400)
    # What may or may not have arrived (the connection broke before the answer) goes out once more.
    resend_uncertain: bool = True
    # Telegram takes money for each message above 30 a second, and only from bots with enough Stars:
    # https://core.telegram.org/bots/faq#how-can-i-message-all-of-my-bot-39s-subscribers-at-once
    paid_broadcast: bool = False
    # Telegram's limit for one bot; all processes share it. More only with paid broadcasts.
    messages_per_second: int = Field(default=FREE_PER_SECOND, ge=1, le=1000)
    # How long a process that went silent keeps what it took to send. A call may take 20 seconds.
    lease_seconds: int = Field(default=60, ge=30, le=600)
    # In all topics of a chat together.
    subscriptions_per_chat: int = Field(default=20, ge=1, le=1000)
    # How long is kept what was sent, and how.
    keep_days: int = Field(default=90, ge=2, le=3650)

    @field_validator("messages_per_second")
    @classmethod
    def _paid_for(cls, value: int, info: ValidationInfo) -> int:
        if value > FREE_PER_SECOND and not info.data.get("paid_broadcast"):
            raise PydanticCustomError("paid_broadcast", "at most 30 without paid_broadcast")
        return value

    @property
    def grace(self) -> timedelta:
        """`misfire_grace_seconds`."""
        return timedelta(seconds=self.misfire_grace_seconds)

    @property
    def keep(self) -> timedelta:
        """`keep_days`."""
        return timedelta(days=self.keep_days)


class WebConfig(_Section):
    """What is served over HTTP beside the bot: health and figures."""

    # Only this machine can ask, unless it is another address of it; 0.0.0.0 in a container.
    host: str = Field(default="127.0.0.1", min_length=1)
    # 0 serves nothing.
    port: int = Field(default=0, ge=0, le=65535)


class QuizConfig(_Section):
    """What is asked in quizzes."""

    # Names of people, or words of titles: neither asked of nor offered.
    exclude_people: Names = (
        "国家主席",
        "总书记",
        "政治局",
        "总理",
        "总统",
        "首相",
        "国王",
        "President",
        "Prime Minister",
    )


class Config(_Section):
    """Everything an operator may change. Built by `load_config`."""

    series: Series
    default_language: Language = Language.ZH
    time_zone: ZoneName = "Asia/Shanghai"
    seeds_directory: str = Field(default="seeds", min_length=1)
    # What the bot writes down while it runs.
    data_directory: str = Field(default="data", min_length=1)
    # A block that begins with one of these opens a glossary item.
    glossary_headings: Names = ("每日涨知识",)
    limits: LimitsConfig = LimitsConfig()
    reload: ReloadConfig = ReloadConfig()
    delivery: DeliveryConfig = DeliveryConfig()
    quiz: QuizConfig = QuizConfig()
    web: WebConfig = WebConfig()
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
    """Read and validate. Raises `ConfigError` with every problem: repeated, unknown, missing keys, and wrong values."""
    path = path or config_path()
    try:
        data, problems = read_yaml(path.read_bytes())
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise ConfigError(str(path), [ConfigProblem("", found, "readable_file")]) from None
    except yaml.YAMLError as error:
        raise ConfigError(str(path), [ConfigProblem("", _place_of(error), "yaml")]) from None
    try:
        # Through JSON because that is the one strict form in which a list may stand for a tuple and a text for an enum;
        # strict, because `port: true` is no port 1.
        config = Config.model_validate_json(json.dumps({} if data is None else data), strict=True)
    except ValidationError as error:
        raise ConfigError(str(path), [*problems, *map(_problem, error.errors())]) from None
    if problems:
        raise ConfigError(str(path), problems)
    return config


def seeds_directory(config: Config, path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """`BOT_SEEDS`, else `seeds_directory` of the configuration, relative to the folder of config.yaml."""
    if named := environment.get(SEEDS_VARIABLE):
        return Path(named)
    return (path or config_path(environment)).resolve().parent / config.seeds_directory


def data_directory(config: Config, path: Path | None = None) -> Path:
    """`data_directory` of the configuration, relative to the folder of config.yaml. It may not be there yet."""
    return (path or config_path()).resolve().parent / config.data_directory


def admin_ids(environment: Mapping[str, str] = os.environ) -> frozenset[int]:
    """`BOT_ADMIN_IDS`: numbers of Telegram users, separated by commas; nobody when it is not set.

    Raises `ConfigError` with every entry that is no user's number; groups and channels, below zero, are none.
    """
    entries = [entry.strip() for entry in environment.get(ADMINS_VARIABLE, "").split(",")]
    if entries == [""]:
        return frozenset()
    bad = [entry for entry in entries if not _USER_ID.fullmatch(entry)]
    if bad:
        problems = [ConfigProblem(ADMINS_VARIABLE, _shortened(entry), "user_ids") for entry in bad]
        raise ConfigError("environment", problems)
    return frozenset(map(int, entries))


def _place_of(error: yaml.YAMLError) -> str:
    """`line 3: mapping values are not allowed here`, without the excerpt and the jargon around it."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return " ".join(str(error).split())


def _problem(item: ErrorDetails) -> ConfigProblem:
    """One finding of the validator, with our code for what was expected."""
    *_, last = item["loc"] or ("",)
    key = ".".join(str(part) for part in item["loc"] if part != "[key]")
    found = "" if item["type"] == "missing" else _shortened(json.dumps(item["input"], ensure_ascii=False))
    if last == "[key]":
        return ConfigProblem(key, found, "number_as_key")
    params = dict(item.get("ctx", {}))
    if "expected" in params:  # 'zh' or 'en'
        params["choices"] = ", ".join(re.findall("'([^']*)'", str(params.pop("expected"))))
    return ConfigProblem(key, found, _EXPECTED.get(item["type"], item["type"]), params)


def _shortened(text: str, limit: int = 80) -> str:
    return text if len(text) <= limit else f"{text[:limit]}…"


# Our code for each kind of finding that this model can have (https://docs.pydantic.dev/latest/errors/validation_errors/).
_EXPECTED: Mapping[str, str] = {
    "missing": "value",
    "extra_forbidden": "no_such_key",
    "string_type": "text",
    "string_too_short": "longer_text",
    "bool_type": "true_or_false",
    "int_type": "whole_number",
    "int_parsing": "whole_number",
    "int_from_float": "whole_number",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "tuple_type": "list",
    "dict_type": "section",
    "model_type": "section",
    "model_attributes_type": "section",
    "enum": "one_of",
    "literal_error": "one_of",
    "time_zone": "time_zone",
    "paid_broadcast": "paid_broadcast",
    "time_type": "local_time",
    "time_parsing": "local_time",
}
