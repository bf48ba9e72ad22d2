"""A folder of seeds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.corpus.document import Block, BlockKind
from bot.corpus.load import load
from bot.errors import SeedsError
from tests.corpus.build import FRONT, document

GOOD = "---\ntitle: 好文\ndate: 2022\n---\n完好的一句。\n"


def write(folder: Path, **files: str | bytes) -> None:
    """Write files; `__` in a name is a folder, the suffix is `.md`."""
    for name, content in files.items():
        path = folder / (name.replace("__", "/") + ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_markdown_and_text_files_load_from_all_folders_but_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.md", "a.TXT", "sub/c.md", "notes.json", ".hidden.md", ".removed/d.md", "sub/.e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(GOOD.replace("好文", name).replace("完好", name), encoding="utf-8")
    corpus = load(tmp_path)
    assert [d.path for d in corpus.documents] == ["a.TXT", "b.md", "sub/c.md"]
    assert corpus.problems == ()


def test_a_missing_or_empty_folder_is_an_error(tmp_path: Path) -> None:
    for folder, reason in ((tmp_path / "none", "missing"), (tmp_path, "empty")):
        with pytest.raises(SeedsError) as error:
            load(folder)
        assert error.value.params == {"path": str(folder), "reason": reason}
    (tmp_path / "file").write_text("x")
    with pytest.raises(SeedsError) as error:
        load(tmp_path / "file")
    assert error.value.params["reason"] == "unreadable"


def test_a_broken_seed_is_reported_and_the_others_load(tmp_path: Path) -> None:
    write(tmp_path, good=GOOD, latin="---\ntitle: caf\xe9\n---\n".encode("latin-1"), dateless="---\ntitle: A\n---\nx\n")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    corpus = load(tmp_path)
    assert [d.path for d in corpus.documents] == ["good.md"]
    assert [(p.path, p.line, p.code) for p in corpus.problems] == [
        ("dateless.md", 1, "date_missing"),
        ("gone.md", 1, "unreadable"),
        ("latin.md", 2, "not_utf8"),
    ]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, good=GOOD, locked=GOOD)
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locked.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    corpus = load(tmp_path)
    assert [d.path for d in corpus.documents] == ["good.md"]
    assert [(p.path, p.code, p.params) for p in corpus.problems] == [
        ("locked.md", "unreadable", {"reason": "Permission denied"})
    ]


def test_only_changed_files_are_read_again(tmp_path: Path) -> None:
    write(
        tmp_path, same=GOOD.replace("好文", "同"), changed=GOOD, touched=GOOD.replace("好文", "触"), removed=GOOD + "去"
    )
    before = load(tmp_path)
    write(tmp_path, changed=GOOD.replace("完好", "改过"), added=GOOD.replace("好文", "增").replace("完好", "新增"))
    os.utime(tmp_path / "touched.md")
    (tmp_path / "removed.md").unlink()
    after = load(tmp_path, before)
    assert after == load(tmp_path)
    for name in ("same.md", "touched.md"):
        assert after.files[name][1] is before.files[name][1]
    assert after.files["changed.md"][1] is not before.files["changed.md"][1]
    assert sorted(after.files) == ["added.md", "changed.md", "same.md", "touched.md"]


BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=300).map(lambda text: (FRONT + text).encode()),
    st.text(st.sampled_from("---\n:：title date2024.[]{}\"'#>*-![](a)乌。“”\r\u2028\ufeff "), max_size=300).map(
        lambda text: ("---\n" + text).encode()
    ),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(BYTES)
def test_no_bytes_stop_the_loader_or_the_other_files(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, bad=content, good=GOOD)
    assert "good.md" in [d.path for d in load(tmp_path).documents]


MARKDOWN = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "\n",
                "\n\n",
                "> ",
                "- ",
                "1. ",
                "# ",
                "**",
                "。",
                "？",
                ". A",
                "“",
                "”",
                "[图](x)",
                "![](y)",
                "\r\n",
                "\u00a0",
                "```\n",
            ]
        ),
        st.text(max_size=12),
        st.sampled_from(["大會開幕", "共有2100多名嘉宾", "微信扫一扫\n", "The U.S. team", "时间：", "（来源：某报）"]),
    ),
    max_size=40,
).map("".join)


@settings(max_examples=300)
@given(MARKDOWN)
def test_every_quote_stands_in_the_file_on_its_line(body: str) -> None:
    text = FRONT + body
    physical = text.split("\n")
    last = 0
    for sentence in document(body).sentences():
        assert sentence.quote == sentence.quote.strip()
        assert sentence.text
        assert last <= sentence.line
        last = sentence.line
        rest = "\n".join(physical[sentence.line - 1 :])
        assert 0 <= rest.find(sentence.quote) <= len(physical[sentence.line - 1])


PARAGRAPHS = st.lists(
    st.sampled_from(
        ["大会开幕。来宾入场。", "# 小标题", "- 一项", "> 引文。", "断开的\n一段话。", "---", "It opened. It closed."]
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)


def shifted(block: Block, lines: int) -> tuple[BlockKind, int, tuple[str, ...]]:
    """What is compared of a block."""
    return block.kind, block.line + lines, tuple(sentence.quote for sentence in block.sentences)


@given(PARAGRAPHS, PARAGRAPHS)
def test_two_bodies_one_behind_the_other_give_the_blocks_of_both(first: str, second: str) -> None:
    joined = [shifted(block, 0) for block in document(f"{first}\n\n{second}").blocks]
    one = [shifted(block, 0) for block in document(first).blocks]
    other = [shifted(block, first.count("\n") + 2) for block in document(second).blocks]
    if one[-1][0] is other[0][0] is BlockKind.SEPARATOR:
        other = other[1:]
    assert joined == one + other
