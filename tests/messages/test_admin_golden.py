"""Whole replies to admins in both languages, kept as files that people read; see `test_golden` for how to renew them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.corpus.problem import Problem, Severity
from bot.facts.fact import GlossaryItem
from bot.knowledge.difference import Difference, FactChange
from bot.language import Language
from bot.messages.html import plain
from bot.messages.message import Message
from bot.messages.reload import (
    added_message,
    in_private_message,
    not_admin_message,
    refused_message,
    reloaded_message,
    rolled_back_message,
)
from bot.messages.splitting import TEXT_LIMIT, utf16_length
from bot.messages.upload import cancelled_message, preview_message, read_choice, upload_refused_message
from bot.messages.voice import Voice, voice
from bot.services.reloading import Refusal
from tests.knowledge_fixtures import config, document, fact, snapshot, vocabulary

GOLDEN = Path(__file__).parent / "golden_admin"

NEW = document("2025-report.md", "2025-11-10", "某报", "https://example.org/1", "2025年峰会闭幕")
OLD = document("archive/2019 <draft>.txt", "2019-10", "某报", "https://example.org/2", "第六届峰会 & 博览会")
GUESTS = fact(NEW, {"subject": "summit:2025", "predicate": "guests", "value": 1600, "approximation": "over"})
FORUMS = [fact(NEW, {"subject": "summit:2025", "predicate": "forum", "value": f"第{n}号论坛"}) for n in range(1, 10)]
BEFORE = fact(OLD, {"subject": "summit:2024", "predicate": "subforums", "value": 23})
AFTER = fact(NEW, {"subject": "summit:2024", "predicate": "subforums", "value": 24})
PERSON = fact(
    NEW, {"subject": "summit:2025", "predicate": "person", "value": "任贤良", "role": "chaired", "title": "秘书长"}
)
MILESTONE = fact(OLD, {"subject": "series", "predicate": "milestone", "value": "2014-11-19", "text": "首届峰会开幕"})
PROBLEMS = (
    Problem("broken.md", 3, Severity.ERROR, "date_bad", {"value": "明天"}),
    Problem("copy.md", 1, Severity.WARNING, "duplicate", {"other": "2025-report.md", "same": "url"}),
)
ITEM = GlossaryItem(term_zh="零信任", term_en="zero trust", definition="默认不相信。", source=GUESTS.sources[0])
KNOWN = snapshot([NEW, OLD], [GUESTS, *FORUMS, AFTER])
FULL = Difference(
    added=(NEW, *(replace(NEW, path=f"new-{n}.md") for n in range(8))),
    changed=(OLD,),
    removed=(replace(OLD, path="gone.md"),),
    rejected=PROBLEMS,
    facts_added=(GUESTS, PERSON, *FORUMS),
    facts_changed=(FactChange(BEFORE, AFTER), FactChange(FORUMS[0], replace(FORUMS[0], note="筹备中"))),
    facts_lost=(MILESTONE,),
)
OFFER = "abcdefghijkl"


def _preview(speaker: Voice) -> Message:
    one = replace(snapshot([NEW], [GUESTS, *FORUMS, PERSON, MILESTONE]), glossary=(ITEM,), problems=PROBLEMS[:1])
    return preview_message("2025-report.md", OFFER, 30, speaker.snapshot, replace(speaker, snapshot=one))


def _empty_preview(speaker: Voice) -> Message:
    return preview_message("notes.txt", OFFER, 1, speaker.snapshot, replace(speaker, snapshot=snapshot([NEW], [])))


REPLIES: dict[str, Callable[[Voice], Message]] = {
    "reload": lambda speaker: reloaded_message(FULL, 7, speaker),
    "reload-unchanged": lambda speaker: reloaded_message(Difference(), 7, speaker),
    "reload-unchanged-rejected": lambda speaker: reloaded_message(Difference(rejected=PROBLEMS), 7, speaker),
    "rollback-upload": lambda speaker: rolled_back_message(
        Difference(removed=(NEW,)), 8, ".removed/2025-report.md", False, speaker
    ),
    "rollback-by-hand": lambda speaker: rolled_back_message(Difference(changed=(OLD,)), 8, "", True, speaker),
    "upload-added": lambda speaker: added_message("2025-report.md", Difference(added=(NEW,)), 8, speaker),
    "upload-preview": _preview,
    "upload-preview-empty": _empty_preview,
    "upload-cancelled": lambda speaker: cancelled_message("2025-report.md", speaker),
    "upload-refused": lambda speaker: upload_refused_message("x.md", "rejected", {}, PROBLEMS[:1], speaker),
    "upload-refused-large": lambda speaker: upload_refused_message("x.md", "large", {"limit": 512}, (), speaker),
    "admin-refused": not_admin_message,
    "admin-anonymous": in_private_message,
    **{
        f"refused-{reason}": (
            lambda speaker, reason=reason: refused_message(reason, PROBLEMS[:1], "empty", speaker)  # type: ignore[misc]
        )
        for reason in Refusal
    },
}


def speaker(language: Language) -> Voice:
    return voice(language, KNOWN, config(), vocabulary())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", REPLIES)
def test_reply(name: str, language: Language) -> None:
    message = REPLIES[name](speaker(language))
    rows = ["  ".join(f"[{button.label} | {button.data}]" for button in row) for row in message.keyboard]
    text = "\n".join([message.html, "", *rows]).rstrip() + "\n"
    path = GOLDEN / f"{name}.{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8"), (
        f"{path.name}: if this is meant, run with UPDATE_GOLDEN=1 and read the difference"
    )


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{name}.{language}.txt" for name in REPLIES for language in Language
    }


@pytest.mark.parametrize("language", Language)
def test_a_reply_of_any_size_is_one_message_that_says_how_much_more_there_is(language: Language) -> None:
    long = replace(NEW, title="长" * 500, path="p" * 150 + ".md")
    many = Difference(
        added=(long,) * 300,
        changed=(long,) * 300,
        removed=(long,) * 300,
        rejected=tuple(replace(PROBLEMS[0], params={"value": "x" * 200}) for _ in range(300)),
        facts_added=tuple(FORUMS * 50),
        facts_changed=tuple([FactChange(BEFORE, AFTER)] * 300),
        facts_lost=tuple(FORUMS * 50),
    )
    text = plain(reloaded_message(many, 7, speaker(language)).html)
    assert utf16_length(text) <= TEXT_LIMIT
    assert "295" in text


@pytest.mark.parametrize(
    ("data", "choice"),
    [
        (f"u:+{OFFER}", (True, OFFER)),
        (f"u:-{OFFER}", (False, OFFER)),
        (f"u:{OFFER}", None),
        ("u:+", None),
        (f"u:+{OFFER}\n", None),
        ("u:+论坛论坛论坛论坛", None),
        (f"u:+{'a' * 80}", None),
        ("s:2024", None),
        ("", None),
    ],
)
def test_only_buttons_of_a_preview_are_read(data: str, choice: tuple[bool, str] | None) -> None:
    assert read_choice(data) == choice


def test_a_preview_shows_where_an_article_says_otherwise() -> None:
    known, other = (document(name, "2025-11-12", url=f"https://example.org/{name}") for name in ("a.md", "b.md"))
    here, there = (
        snapshot([article], [fact(article, {"subject": "summit:2025", "predicate": "guests", "value": guests})])
        for article, guests in ((known, 1600), (other, 1900))
    )
    shown = preview_message("b.md", OFFER, 30, here, voice(Language.ZH, there, config(), vocabulary())).html
    assert "与现有资料不同，1 处" in shown
    assert "本文 1,900 名，现有 1,600 名" in shown
