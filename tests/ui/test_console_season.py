"""Over all rounds: the season's standings, and the half-year assessment, from page 6."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from arena_desk.exporting import export
from exports.kinds import Order, Report
from exports.letter import ASSESSMENT_SETTING, letter_of
from scoring.season import season
from storage.assessments import record_rules
from tests.exports.read_pdf import texts
from tests.seasons import THREE, play, play_all, season_setup
from tests.storage.test_assessments import write
from tests.ui.consoles import Session, session
from ui.console.assessment_dialog import AssessmentDialog
from ui.console.journal_model import WHAT
from ui.console.rows import SORT_ROLE
from ui.console.season_dialog import SeasonDialog
from ui.console.season_model import NAME, SeasonModel
from ui.console.steps import Page

VALUES = "A,90\nB,80\nC,70\n"


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=season_setup()) as opened:
        yield opened


def played(console: Session) -> None:
    play_all(console.file, THREE)
    console.settle()


def cells(model: SeasonModel) -> list[list[str]]:
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_season_opens_by_its_key_and_follows_the_contest(console: Session, qtmodeltester: ModelTester) -> None:
    console.page(Page.RESULTS)
    console.press(Qt.Key.Key_F2)
    dialog = console.dialog(SeasonDialog)
    console.qtbot.waitUntil(lambda: dialog._counted.text() == "No round is closed yet.")
    assert cells(dialog.model) == []
    last = dialog.table.model().columnCount() - 1
    assert dialog.table.columnWidth(NAME) > 3 * dialog.table.columnWidth(last), "the names have what room is left"
    played(console)
    console.qtbot.waitUntil(lambda: dialog.model.rowCount() == 3 and dialog.model.columnCount() == 9)
    assert cells(dialog.model) == [
        ["1", "单位A", "90.00 (1)", "85.55 (1)", "85.55 (1)", "87.03", "90.00", "0", "0"],
        ["2", "单位B", "80.50 (2)", "–", "⚑ no-show", "80.50", "80.50", "1", "1"],
        ["3", "单位C", "⚑ 70.00 (3)", "⚑ 75.50 (2)", "⚑ 60.25 (2)", "68.58", "75.50", "3", "3"],
    ]
    assert [dialog.model.index(row, 5).data(SORT_ROLE) for row in range(3)] == [2611 / 30, 80.5, 823 / 12]
    assert [dialog.model.index(1, column).data(SORT_ROLE) for column in (0, 3)] == [2, -1.0]
    qtmodeltester.check(dialog.model)
    assert not dialog.boards.isVisible()
    dialog.leave.trigger()


def test_a_new_round_has_its_column_and_the_words_are_those_spoken_now(console: Session) -> None:
    play(console.file, {"A": "90", "B": "80", "C": "-"})
    model = SeasonModel(console.desk)
    model.show(season(console.file.contest), 0)
    assert model.columnCount() == 7
    assert cells(model)[2][:3] == ["–", "单位C", "⚑ no-show"]
    console.languages.use("zh")
    assert model.headers()[2:4] == ("第 1 轮", "平均分")


@pytest.fixture
def assessing(console: Session) -> AssessmentDialog:
    """The dialog of the assessment, with real documents."""
    played(console)

    def real(order: Order, report: Report) -> None:
        export(console.file.path, order, "en", report)

    dialog = AssessmentDialog(console.desk, real, console.window)
    dialog.open()
    console.qtbot.waitUntil(lambda: "No assessment is recorded yet" in dialog.state.text())
    return dialog


def test_an_assessment_is_looked_at_recorded_and_made(
    console: Session, assessing: AssessmentDialog, tmp_path: Path
) -> None:
    assert not assessing.making.make.isEnabled()
    assessing.use(str(write(tmp_path, VALUES)))
    console.qtbot.waitUntil(lambda: assessing.state.text() == "Provisional until it is recorded.")
    console.qtbot.waitUntil(lambda: assessing.preview.picture is not None, timeout=60_000)
    assert assessing.record.isEnabled()
    assessing.record.trigger()
    console.answer()
    number = console.file.last.number
    assert console.file.last.what == "assess"
    console.qtbot.waitUntil(lambda: assessing.state.text() == f"Recorded: journal record {number}.")
    assert not assessing.record.isEnabled()
    target = tmp_path / "out.pdf"
    assessing.lines["number"].setText("青营商办〔2026〕12号")
    assessing.day.setText("2026-07-01")
    assessing.making.use(str(target))
    assessing.making.make.trigger()
    console.qtbot.waitUntil(lambda: str(target) in assessing.making.result.text(), timeout=60_000)
    text = texts(target.read_bytes())
    assert "青营商办〔2026〕12号" in text
    assert "1 July 2026" in text
    assert "PROVISIONAL" not in text
    console.qtbot.waitUntil(lambda: console.file.setting(ASSESSMENT_SETTING) is not None)
    assert letter_of(console.file.setting(ASSESSMENT_SETTING), 1).number == "青营商办〔2026〕12号"


def test_what_is_wrong_or_missing_is_said_and_nothing_is_recorded(
    console: Session, assessing: AssessmentDialog, tmp_path: Path
) -> None:
    assessing.use(str(write(tmp_path, "A,101\nZ,80\n")))
    console.qtbot.waitUntil(lambda: "'101' must be a number from 0 to 100" in assessing.state.text())
    assert "there is no contestant 'Z'" in assessing.state.text()
    assert not assessing.record.isEnabled()
    assert not assessing.making.make.isEnabled()
    assessing.use(str(write(tmp_path, "A,90\n")))
    console.qtbot.waitUntil(lambda: "B 单位B: no value of 平时工作" in assessing.state.text())
    assert not assessing.record.isEnabled()
    assert console.file.last.what != "assess"


def test_the_one_recorded_last_needs_no_file(console: Session, tmp_path: Path) -> None:
    played(console)
    number = record_rules(console.file, write(tmp_path, VALUES))
    console.settle()
    console.page(Page.RESULTS)
    console.press(Qt.Key.Key_F2)
    console.dialog(SeasonDialog).assess.trigger()
    dialog = console.dialog(AssessmentDialog)
    console.qtbot.waitUntil(lambda: dialog.state.text() == f"Recorded: journal record {number}.")
    assert dialog.making.path.text().endswith("上半年等次评定 Bulletin.pdf")
    assert not dialog.record.isEnabled()


def test_the_words_of_the_record_are_in_the_journal(console: Session, tmp_path: Path) -> None:
    played(console)
    record_rules(console.file, write(tmp_path, VALUES))
    console.settle()
    journal = console.window.journal
    journal.read()
    console.qtbot.waitUntil(lambda: journal.rowCount() == console.file.last.number)
    assert journal.index(0, WHAT).data() == "Recorded the assessment '上半年等次评定'"
