"""What buttons under answers lead to, with data that anybody may send."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.language import Language
from bot.messages.gaps import Report, ReportKind, gaps_message, question_id, read_list_press, read_report
from bot.messages.voice import voice
from bot.services.answering import Answering
from bot.services.gaps import FileGapReports
from bot.services.recent import RecentQuestions
from bot.services.reporting import Reporting
from tests.knowledge_fixtures import FixedClock, config, shipped, vocabulary
from tests.services.test_answering import assert_sendable

ADMIN, READER = 1, 2


def reporting(path: Path, recent: RecentQuestions | None = None) -> tuple[Reporting, FileGapReports]:
    reports = FileGapReports(path / "reports.jsonl")
    recent = recent or RecentQuestions()
    return Reporting(reports, frozenset({ADMIN}), recent, shipped, config(), vocabulary(), FixedClock()), reports


@pytest.mark.parametrize(
    "data",
    [
        "",
        "g:",
        "g:short",
        "e:AAAAAAAAAA",
        "e:aaaaaaaaaaa",
        "r:",
        "r:0",
        "r:1000",
        "r:clear:",
        "r:clear:x",
        "r:1:2",
        "x:aaaaaaaaaa",
    ],
)
def test_altered_data_is_none_of_ours(data: str) -> None:
    assert read_report(data) is None
    assert read_list_press(data) is None
    assert Answering(shipped, config(), vocabulary(), FixedClock()).press(data, Language.ZH) is None


async def test_clearing_what_is_not_there_and_clearing_by_a_reader_change_nothing(tmp_path: Path) -> None:
    service, reports = reporting(tmp_path)
    await service.press("g:aaaaaaaaaa", "资料里没有……的记载。\n可以接着问：", READER, Language.ZH)
    (report,) = reports.newest()
    for data, person in (("r:clear:bbbbbbbbbb", ADMIN), (f"r:clear:{report.id}", READER), ("r:1", READER)):
        assert (await service.press(data, "", person, Language.ZH)).message is None
    assert reports.newest() == (report,)


async def test_a_question_that_is_not_remembered_is_kept_by_what_was_said(tmp_path: Path) -> None:
    recent = RecentQuestions(limit=1)
    service, reports = reporting(tmp_path, recent)
    recent.keep("门票多少钱")
    recent.keep("天气怎么样")
    for question in ("门票多少钱", "天气怎么样"):
        await service.press(f"g:{question_id(question)}", f"回答了{question}\n第二行", READER, Language.ZH)
    assert [(each.question, each.said) for each in reports.newest()] == [
        ("天气怎么样", "回答了天气怎么样"),
        ("", "回答了门票多少钱"),
    ]


async def test_a_report_that_cannot_be_written_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "reports.jsonl.new").mkdir()
    service, reports = reporting(tmp_path)
    pressed = await service.press("g:aaaaaaaaaa", "…", READER, Language.EN)
    assert pressed.toast.startswith("Sorry")
    assert reports.newest() == ()
    assert "could not be written down" in caplog.text


def test_only_admins_see_the_list(tmp_path: Path) -> None:
    service, _ = reporting(tmp_path)
    texts = [service.command(user, Language.ZH).html for user in (ADMIN, READER, None)]
    assert "没有读者报告" in texts[0]
    assert "管理员" in texts[1]
    assert len(set(texts)) == 3


@pytest.mark.parametrize("language", Language)
def test_a_long_list_of_long_reports_can_be_sent(language: Language) -> None:
    reports = [
        Report(ReportKind.ERROR, f"<b>{number}" + "字" * 500, "&" * 300, language, date(2025, 3, 1), 1000)
        for number in range(55)
    ]
    speaker = voice(language, shipped(), config(), vocabulary())
    for page in (1, 2, 6, 99):
        message = gaps_message(reports, speaker, page)
        assert_sendable(message)
        assert read_list_press(message.keyboard[-1][0].data) is not None
