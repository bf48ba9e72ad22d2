"""Puts the questions of a bank to the bot in process, as `python -m bot ask` does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.knowledge.load import load_snapshot
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from bot.messages.ask_json import ask_data
from bot.services.answering import Answering
from bot.services.conversation import ConversationKey
from tests.knowledge_fixtures import FixedClock, config, vocabulary
from tests.questions.scoring import Bank, Entry, Judged, judge

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = Path(__file__).parent / "articles"
SEEDS = "seeds"


def folder(name: str) -> Path:
    """Where a set of articles lies."""
    return ROOT / SEEDS if name == SEEDS else ARTICLES / name


def judged(bank: Bank, where: Callable[[str], Path] = folder) -> Iterator[Judged]:
    """Every question of `bank`, asked and judged, in order."""
    snapshots = {name: load_snapshot(where(name), config()) for name in {entry.articles for entry in bank.entries}}
    for entry in bank.entries:
        yield judge(entry, reply(entry, snapshots[entry.articles]), bank.leaks.get(entry.articles, ()))


def reply(entry: Entry, snapshot: Snapshot) -> Mapping[str, object]:
    """The JSON of the reply to the last line of `entry`."""
    clock = FixedClock(date.fromisoformat(entry.today))
    answering = Answering(lambda: snapshot, config(), vocabulary(), clock)
    conversation = ConversationKey(chat=1, topic=0, user=1)
    for text in entry.turns:
        answered = answering.answered(text, of_text(text, config().default_language), conversation)
    return ask_data(text, answered.answer, answered.message, answered.voice)
