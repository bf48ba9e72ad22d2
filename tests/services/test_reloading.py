"""Changing what is known, with real files and a real thread."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.corpus.history import FOLDER, Record, Step
from bot.errors import SeedsError
from bot.knowledge.build import build
from bot.knowledge.snapshot import Snapshot
from bot.services.background import Background
from bot.services.reloading import Done, Outcome, Refusal, Refused, Reloading
from tests.knowledge_fixtures import config, vocabulary
from tests.services.conftest import BROKEN, FIRST, SECOND


def started(folder: Path, *, durable: bool = True) -> Reloading:
    return Reloading(folder, config(), vocabulary(), Background(), durable=durable)


def forums(reloading: Reloading) -> list[int]:
    return [fact.value.value for fact in reloading.snapshot.find("summit:2021", "subforums")]  # type: ignore[union-attr]


def paths(reloading: Reloading) -> list[str]:
    return sorted(document.path for document in reloading.snapshot.documents.values())


def done(outcome: Outcome | None) -> Done:
    assert isinstance(outcome, Done), outcome
    return outcome


def refusal(outcome: Outcome | None) -> Refusal:
    assert isinstance(outcome, Refused), outcome
    return outcome.refusal


def write(folder: Path, name: str, text: str) -> None:
    """Also when the size stays the same and the file system's clock is coarse, the change is seen."""
    path = folder / name
    before = path.stat().st_mtime_ns if path.exists() else 0
    path.write_text(text, encoding="utf-8")
    after = max(path.stat().st_mtime_ns, before + 1_000_000)
    os.utime(path, ns=(after, after))


async def test_a_reload_tells_what_came_changed_and_went(folder: Path) -> None:
    reloading = started(folder)
    assert reloading.generation == 1
    write(folder, "second.md", SECOND)
    write(folder, "broken.md", BROKEN)
    first = done(await reloading.reload())
    assert [document.path for document in first.difference.added] == ["second.md"]
    assert [(problem.path, problem.code) for problem in first.difference.rejected] == [("broken.md", "date_missing")]
    assert ("summit:2021", "guests") in [(f.subject, f.predicate) for f in first.difference.facts_added]
    assert (first.generation, reloading.generation) == (2, 2)

    write(folder, "first.md", FIRST.replace("20个", "22个"))
    (folder / "second.md").unlink()
    second = done(await reloading.reload())
    assert [document.path for document in second.difference.changed] == ["first.md"]
    assert [document.path for document in second.difference.removed] == ["second.md"]
    (change,) = [c for c in second.difference.facts_changed if c.before.predicate == "subforums"]
    assert (str(change.before.value), str(change.after.value)) == ("20", "22")
    assert forums(reloading) == [22]


async def test_a_reload_without_a_change_keeps_the_generation(folder: Path) -> None:
    reloading = started(folder)
    os.utime(folder / "first.md", ns=(1, 1))  # touched is not changed
    outcome = done(await reloading.reload())
    assert outcome.difference.is_empty
    assert reloading.generation == 1


async def test_a_file_that_is_left_out_is_no_step_to_take_back(folder: Path) -> None:
    reloading = started(folder)
    done(await reloading.add("second.md", SECOND.encode()))
    write(folder, "broken.md", BROKEN)
    outcome = done(await reloading.reload())
    assert outcome.difference.is_empty
    assert [problem.path for problem in outcome.difference.rejected] == ["broken.md"]
    assert outcome.generation == 2
    back = done(await reloading.rollback())
    assert (back.removed, back.pinned) == (".removed/second.md", False)
    assert (folder / "broken.md").exists()


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda folder: (folder / "first.md").write_text(BROKEN, encoding="utf-8"), Refusal.NOTHING_LEFT),
        (lambda folder: (folder / "first.md").unlink(), Refusal.UNREADABLE),
        (lambda folder: folder.rename(folder.with_name("gone")), Refusal.UNREADABLE),
    ],
    ids=["everything rejected", "empty", "missing"],
)
async def test_what_is_not_sound_changes_nothing(
    folder: Path, damage: Callable[[Path], object], expected: Refusal
) -> None:
    reloading = started(folder)
    before = reloading.snapshot
    damage(folder)
    assert refusal(await reloading.reload()) is expected
    assert reloading.snapshot is before
    assert reloading.generation == 1


async def test_a_fault_in_building_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    reloading = started(folder)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a fault in an extractor")

    monkeypatch.setattr("bot.services.reloading.build", broken)
    assert refusal(await reloading.reload()) is Refusal.FAILED
    assert "a fault in an extractor" in caplog.text
    monkeypatch.undo()
    assert done(await reloading.reload()).difference.is_empty


async def test_while_one_builds_the_old_snapshot_answers_and_a_second_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reloading = started(folder)
    begun, go_on = threading.Event(), threading.Event()

    def slow(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(10)
        return build(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.services.reloading.build", slow)
    before = reloading.snapshot
    write(folder, "second.md", SECOND)
    first = asyncio.create_task(reloading.reload())
    await asyncio.to_thread(begun.wait, 10)
    assert reloading.snapshot is before
    for second in (reloading.reload(), reloading.rollback(), reloading.add("third.md", b"x")):
        assert refusal(await second) is Refusal.BUSY
    assert await reloading.look() is None
    go_on.set()
    assert done(await first).generation == 2
    assert paths(reloading) == ["first.md", "second.md"]


async def test_an_added_article_is_there_whole_and_goes_with_a_rollback(folder: Path) -> None:
    reloading = started(folder)
    outcome = done(await reloading.add("second.md", SECOND.encode()))
    assert [document.path for document in outcome.difference.added] == ["second.md"]
    assert (folder / "second.md").read_text(encoding="utf-8") == SECOND
    back = done(await reloading.rollback())
    assert (back.removed, back.pinned, back.generation) == (".removed/second.md", False, 3)
    assert [document.path for document in back.difference.removed] == ["second.md"]
    assert (folder / ".removed/second.md").read_text(encoding="utf-8") == SECOND
    assert not (folder / "second.md").exists()
    # Nothing comes back with the next reload, and there is nothing more to undo.
    assert done(await reloading.reload()).difference.is_empty
    assert refusal(await reloading.rollback()) is Refusal.NO_STEP


async def test_a_file_that_is_there_is_never_overwritten(folder: Path) -> None:
    reloading = started(folder)
    (folder / "second.md").write_text("mine", encoding="utf-8")
    assert refusal(await reloading.add("second.md", SECOND.encode())) is Refusal.EXISTS
    assert (folder / "second.md").read_text(encoding="utf-8") == "mine"
    assert sorted(os.listdir(folder)) == [FOLDER, "first.md", "second.md"]


async def test_removed_files_of_one_name_lie_side_by_side(folder: Path) -> None:
    reloading = started(folder)
    for expected in (".removed/second.md", ".removed/second-2.md", ".removed/second-3.md"):
        done(await reloading.add("second.md", SECOND.encode()))
        assert done(await reloading.rollback()).removed == expected


@pytest.mark.parametrize("restart", [False, True])
async def test_changes_by_hand_are_undone_until_the_next_reload(folder: Path, restart: bool) -> None:
    reloading = started(folder)
    write(folder, "first.md", FIRST.replace("20个", "22个"))
    write(folder, "second.md", SECOND)
    done(await reloading.reload())
    if restart:
        reloading = started(folder)
        assert reloading.generation == 2
    back = done(await reloading.rollback())
    assert (back.removed, back.pinned, back.generation) == ("", True, 3)
    assert forums(reloading) == [20]
    assert paths(reloading) == ["first.md"]
    if restart:  # the rollback itself outlives one too
        reloading = started(folder)
        assert forums(reloading) == [20]
        assert reloading.generation == 3
    again = done(await reloading.reload())
    assert (again.pinned, again.generation) == (False, 4)
    assert forums(reloading) == [22]
    assert paths(reloading) == ["first.md", "second.md"]


async def test_an_upload_is_undone_after_a_restart(folder: Path) -> None:
    done(await started(folder).add("second.md", SECOND.encode()))
    reloading = started(folder)
    assert paths(reloading) == ["first.md", "second.md"]
    assert done(await reloading.rollback()).removed == ".removed/second.md"
    assert paths(started(folder)) == ["first.md"]


async def test_several_changes_are_undone_one_by_one(folder: Path) -> None:
    reloading = started(folder)
    done(await reloading.add("second.md", SECOND.encode()))
    write(folder, "first.md", FIRST.replace("20个", "22个"))
    done(await reloading.reload())
    assert done(await reloading.rollback()).pinned
    assert (forums(reloading), paths(reloading)) == ([20], ["first.md", "second.md"])
    # The upload goes, while the change by hand stays undone.
    back = done(await reloading.rollback())
    assert (back.removed, back.pinned) == (".removed/second.md", True)
    assert (forums(reloading), paths(reloading)) == ([20], ["first.md"])
    assert refusal(await reloading.rollback()) is Refusal.NO_STEP


async def test_changes_while_the_bot_was_down_can_be_undone(folder: Path) -> None:
    started(folder)
    write(folder, "first.md", FIRST.replace("20个", "22个"))
    reloading = started(folder)
    assert (reloading.generation, forums(reloading)) == (2, [22])
    assert done(await reloading.rollback()).pinned
    assert forums(reloading) == [20]


async def test_a_version_that_was_not_kept_cannot_come_back(folder: Path) -> None:
    started(folder)
    for path in (folder / FOLDER).iterdir():
        if path.name != "record.json":
            path.write_bytes(b"damaged")
    write(folder, "first.md", FIRST.replace("20个", "22个"))
    reloading = started(folder)
    assert refusal(await reloading.rollback()) is Refusal.VERSION_LOST
    assert forums(reloading) == [22]


@pytest.mark.parametrize(
    "record", [b"", b"[]", b"{", b'{"form": 1}', b'{"form": 2}', b'{"form":1,"versions":5}', b"\xff"]
)
async def test_a_record_that_cannot_be_read_is_begun_anew_and_that_is_told(
    folder: Path, record: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    (folder / FOLDER).mkdir()
    (folder / FOLDER / "record.json").write_bytes(record)
    reloading = started(folder)
    assert reloading.generation == 1
    assert [line for line in caplog.messages if "damaged" in line]
    assert refusal(await reloading.rollback()) is Refusal.RECORD_DAMAGED

    write(folder, "first.md", FIRST.replace("20个", "22个"))
    done(await reloading.reload())
    done(await reloading.rollback())
    assert forums(reloading) == [20]
    caplog.clear()
    again = started(folder)
    assert not caplog.messages
    assert refusal(await again.rollback()) is Refusal.NO_STEP


async def test_without_a_durable_record_the_way_back_ends_with_the_process(folder: Path) -> None:
    reloading = started(folder, durable=False)
    write(folder, "first.md", FIRST.replace("20个", "22个"))
    done(await reloading.reload())
    assert not (folder / FOLDER).exists()
    assert done(await reloading.rollback()).pinned
    assert forums(reloading) == [20]
    assert refusal(await started(folder, durable=False).rollback()) is Refusal.NO_STEP


async def test_a_change_counts_when_two_looks_see_the_same(folder: Path) -> None:
    reloading = started(folder)
    assert await reloading.look() is None
    write(folder, "second.md", SECOND[:40])  # still being written
    assert await reloading.look() is None
    write(folder, "second.md", SECOND)
    assert await reloading.look() is None
    assert [document.path for document in done(await reloading.look()).difference.added] == ["second.md"]
    assert await reloading.look() is None
    # What a rollback of changes by hand left in the folder is not read again on its own.
    done(await reloading.rollback())
    for _ in range(3):
        assert await reloading.look() is None
    assert paths(reloading) == ["first.md"]


async def test_a_watched_folder_that_vanishes_is_told_once_and_its_return_too(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.services.reloading")
    reloading = started(folder)
    away = folder.with_name("away")
    for _ in range(2):
        caplog.clear()
        await asyncio.to_thread(folder.rename, away)
        for _ in range(3):
            assert await reloading.look() is None
        assert [(line.levelname, "cannot be read" in line.message) for line in caplog.records] == [("WARNING", True)]
        await asyncio.to_thread(away.rename, folder)
        for _ in range(3):
            assert await reloading.look() is None
        assert [line.levelname for line in caplog.records] == ["WARNING", "INFO"]
    assert paths(reloading) == ["first.md"]


def test_a_folder_that_cannot_be_used_is_an_error_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(SeedsError):
        started(tmp_path / "missing")


def test_a_record_goes_forth_and_back() -> None:
    first = Record(1, {"a": "1", "b": "1"})
    second = first.advanced({"a": "2", "c": "1"}, "c")
    assert second == Record(2, {"a": "2", "c": "1"}, (Step({"a": "1", "b": "1", "c": None}, "c"),))
    assert second.undone(pinned=True) == Record(3, first.versions, (), pinned=True)
    many = first
    for number in range(30):
        many = many.advanced({"a": str(number)})
    assert len(many.steps) == 10


async def test_what_answers_need_is_prepared_before_a_snapshot_answers(folder: Path) -> None:
    reloading = started(folder)
    seen: list[tuple[int, bool, bool]] = []

    def prepare(snapshot: Snapshot) -> None:
        in_loop = threading.current_thread() is threading.main_thread()
        seen.append((len(snapshot.documents), snapshot is reloading.snapshot, in_loop))

    reloading.prepare_with(prepare)
    write(folder, "second.md", SECOND)
    assert isinstance(await reloading.reload(), Done)
    assert seen == [(1, True, True), (2, False, False)]
