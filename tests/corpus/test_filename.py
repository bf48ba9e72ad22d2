"""Names that may become files of the seeds folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.filename import LONGEST_BYTES, name_problem, same_name


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("2024-wuzhen-summit.md", None),
        ("第十一届 峰会.txt", None),
        ("A.MD", None),
        ("v1.2 (final).md", None),
        ("𠀀.md", None),
        ("", "suffix"),
        ("article", "suffix"),
        ("article.pdf", "suffix"),
        ("article.md.exe", "suffix"),
        ("../a.md", "path"),
        ("/etc/a.md", "path"),
        ("C:\\a.md", "path"),
        ("..", "path"),
        (".md", "hidden"),
        (".a.md", "hidden"),
        ("con.md", "reserved"),
        ("NUL .txt", "reserved"),
        ("com1.x.md", "reserved"),
        ("console.md", None),
        ("a" * (LONGEST_BYTES - 3) + ".md", None),
        ("a" * (LONGEST_BYTES - 2) + ".md", "long"),
        ("峰" * 60 + ".md", "long"),
        ("a\0.md", "characters"),
        ("a\n.md", "characters"),
        ("a\u202e.md", "characters"),
        ("a\u2028.md", "characters"),
        ("a:b.md", "characters"),
        ("a?.md", "characters"),
        (" a.md", "characters"),
        (" .md", "characters"),
        ("\ud800.md", "characters"),
    ],
)
def test_why_a_name_is_refused(name: str, problem: str | None) -> None:
    assert name_problem(name) == problem


@given(st.text(max_size=30), st.sampled_from(["", ".md", ".txt"]))
def test_a_good_name_is_one_file_in_the_folder(name: str, suffix: str) -> None:
    if name_problem(name + suffix) is None:
        path = Path("seeds") / (name + suffix)
        assert path.parent == Path("seeds")
        assert not path.name.startswith(".")
        assert "\0" not in path.name


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("a.md", "a.md", True),
        ("A.md", "a.MD", True),
        ("caf\u00e9.md", "cafe\u0301.md", True),
        ("a.md", "a.txt", False),
        ("sub/a.md", "a.md", False),
    ],
)
def test_names_that_some_systems_take_for_one(first: str, second: str, same: bool) -> None:
    assert same_name(first, second) is same
