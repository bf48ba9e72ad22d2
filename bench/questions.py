"""Questions answered a second, beside a bare tantivy query for the same words over the same sentences in the same run."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tantivy
import yaml

from bench.articles import write_articles
from bench.table import Row, median
from bot.clock import SystemClock
from bot.config import Config, load_config
from bot.facts.vocabulary import load_vocabulary
from bot.knowledge.load import load_snapshot
from bot.knowledge.passages import indexed, searched_words
from bot.knowledge.snapshot import Snapshot
from bot.language import of_text
from bot.services.answering import Answering

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
BANK = ROOT / "tests" / "questions" / "bank.yaml"
# Besides the shipped articles; the most that `--full` asks for.
SIZES = (0, 1000, 10_000)
# A question counts with the middle of so many runs, which a moment's disturbance does not move.
RUNS = 5
# What the design asks of the slowest of a hundred, in seconds, by the number of articles.
_P99 = {0: 0.003, 10_000: 0.010}
_LIMIT = 10


def rows() -> list[Row]:
    """For each number of articles: every question of the bank."""
    most = int(os.environ.get("BENCH_ARTICLES", "10000"))
    questions = list(_questions())
    return [row for size in SIZES if size <= most for row in _rows(size, questions)]


def _questions() -> Iterator[str]:
    """What people ask: of a short dialogue every line."""
    for entry in yaml.load(BANK.read_bytes(), Loader=yaml.CSafeLoader)["questions"]:
        asked = entry["question"]
        yield from [asked] if isinstance(asked, str) else asked


def _rows(size: int, questions: list[str]) -> list[Row]:
    config = load_config()
    with tempfile.TemporaryDirectory() as name:
        for seed in SEEDS.glob("*.md"):
            shutil.copy(seed, name)
        write_articles(Path(name), size, config.series)
        snapshot = load_snapshot(Path(name), config, indexing=True)
    ask, query = _asking(snapshot, config), _querying(snapshot)
    ask(questions[0])  # what is made once for a snapshot
    pairs = [_pair(text, ask, query) for text in questions]
    asking, querying = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    articles = len(snapshot.documents)
    name = f"with {articles} articles"
    p50, p99 = median(asking), _p99(asking)
    slowest = sorted(zip(asking, questions, strict=True), reverse=True)[:3]
    print(
        f"{name}: p50 {p50 * 1000:.2f} ms, p99 {p99 * 1000:.2f} ms; a bare query {median(querying) * 1000:.2f} ms"
        f" and {_p99(querying) * 1000:.2f} ms; slowest: "
        + ", ".join(f"{text[:30]!r} {seconds * 1000:.1f} ms" for seconds, text in slowest)
    )
    found = [
        Row(name, "questions", 1 / statistics.mean(asking), "a bare query", 1 / statistics.mean(querying)),
        Row(f"p50 {name}", "questions", 1 / p50, "p50 of a bare query", 1 / median(querying)),
        Row(f"p99 {name}", "questions", 1 / p99, "p99 of a bare query", 1 / _p99(querying)),
    ]
    if wanted := _P99.get(size):
        found.append(Row(f"p99 {name}", "questions", 1 / p99, f"one of {wanted * 1000:.0f} ms", 1 / wanted, aim=1))
    return found


def _asking(snapshot: Snapshot, config: Config) -> Callable[[str], object]:
    """From the question to the message, as a chat has it."""
    answering = Answering(lambda: snapshot, config, load_vocabulary(), SystemClock())
    return lambda text: answering.answered(text, of_text(text, config.default_language))


def _querying(snapshot: Snapshot) -> Callable[[str], object]:
    """The best sentences for the words of the question, cut beforehand, in an index of nothing but words."""
    schema = tantivy.SchemaBuilder().add_text_field("words", tokenizer_name="whitespace", index_option="freq").build()
    index = tantivy.Index(schema)
    writer = index.writer(num_threads=1)
    for document in snapshot.documents.values():
        for text in indexed(document):
            writer.add_document(tantivy.Document(words=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def query(text: str) -> object:
        terms = [tantivy.Query.term_query(schema, "words", word) for word in searched_words(text)]
        every = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return searcher.search(every, _LIMIT).hits

    return query


def _pair(text: str, ask: Callable[[str], object], query: Callable[[str], object]) -> tuple[float, float]:
    """Seconds for the answer and for the bare query."""
    runs = [(_seconds(ask, text), _seconds(query, text)) for _ in range(RUNS)]
    return median([run[0] for run in runs]), median([run[1] for run in runs])


def _seconds(work: Callable[[str], object], text: str) -> float:
    """Of the processor: an answer waits for nothing, and what else the machine does is none of its time."""
    begin = time.thread_time()
    work(text)
    return time.thread_time() - begin


def _p99(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=100)[98]
