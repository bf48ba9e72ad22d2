"""Writing into the seeds folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.corpus.folder import put_new, take_away, write_whole


def test_a_new_article_is_written_and_never_over_another(tmp_path: Path) -> None:
    put_new(tmp_path, "a.md", b"one")
    with pytest.raises(FileExistsError):
        put_new(tmp_path, "a.md", b"two")
    assert (tmp_path / "a.md").read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a.md"]


def test_also_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: object, target: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    test_a_new_article_is_written_and_never_over_another(tmp_path)


def test_a_file_is_replaced_whole_or_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record.json"
    write_whole(path, b"one")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"two")
    assert path.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["record.json"]


def test_what_is_taken_away_is_kept_under_another_name_if_need_be(tmp_path: Path) -> None:
    for number, expected in enumerate((".removed/a.md", ".removed/a-2.md")):
        put_new(tmp_path, "a.md", str(number).encode())
        assert take_away(tmp_path, "a.md") == expected
        assert (tmp_path / expected).read_bytes() == str(number).encode()
    assert take_away(tmp_path, "a.md") == ""
