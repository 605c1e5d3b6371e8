"""How judges scored: figures that explain themselves, charts that are sharp, and nothing that slows the windows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester

from exports.kinds import Kind
from storage import desk, marks
from tests.contests import put
from tests.ui.consoles import FAIR, GOOD, POOR, Session
from ui.console.analysis_dialog import AnalysisDialog
from ui.console.rows import SORT_ROLE
from ui.console.steps import Page

SCORES = {
    "A": {"L1": GOOD, "L2": FAIR, "E1": GOOD, "E2": FAIR},
    "B": {"L1": FAIR, "L2": POOR, "E1": FAIR, "E2": FAIR},
    "C": {"L1": POOR, "L2": POOR, "E1": POOR, "E2": FAIR},
}

WAIT = 60_000
"""The first chart of a process loads pandas and matplotlib, and that looks at all fonts of the machine."""


def score(console: Session, *codes: str) -> None:
    for code in codes:
        desk.call(console.file, code)
        desk.open_scoring(console.file)
        for judge, scores in SCORES[code].items():
            put(console.file, judge, code, scores)
        desk.close_scoring(console.file)
    console.settle()


def opened(console: Session) -> AnalysisDialog:
    console.page(Page.RESULTS)
    console.press(Qt.Key.Key_F8)
    dialog = console.dialog(AnalysisDialog)
    console.qtbot.waitUntil(lambda: ready(dialog), timeout=WAIT)
    return dialog


def ready(dialog: AnalysisDialog) -> bool:
    return dialog._job is None and dialog.charts.drawn


def said(dialog: AnalysisDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def lines(dialog: AnalysisDialog, place: int) -> list[list[str]]:
    model = (dialog.judges, dialog.agreements)[place].model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def test_judges_and_how_far_they_agree_are_read_from_the_results(console: Session, qtmodeltester: ModelTester) -> None:
    score(console, "A", "B", "C")
    dialog = opened(console)
    for figures in (dialog.judges, dialog.agreements):
        qtmodeltester.check(figures.model)
    judges = {cells[0]: cells for cells in lines(dialog, 0)}
    assert judges["领导二"] == ["领导二", "领导", "3", "83.33", "5.77", "−5.00", "5.00", "0.87", "0", "0", ""]
    assert judges["专家二"][7:] == [
        *("—", "0", "0"),
        "Order cannot be computed, because this judge gave everyone the same total",
    ]
    assert [cells[:3] for cells in lines(dialog, 1)] == [
        ["All judges", "4", "3"],
        ["领导", "2", "3"],
        ["专家", "2", "3"],
    ]
    model = dialog.judges.model
    assert model.index(3, 7).data(SORT_ROLE) == float("-inf"), "what has no number sorts below all that have"
    assert "0: each to their own; 1: all alike" in said(dialog)
    assert model.index(3, 10).data(Qt.ItemDataRole.ToolTipRole) == judges["专家二"][10]
    dialog.judges.table.selectRow(3)
    assert dialog.judges.remark.text() == f"专家二  {judges['专家二'][10]}", "in full"
    dialog.judges.table.selectRow(0)
    assert dialog.judges.remark.text() == ""
    assert len(dialog.charts.charts) == 2
    picture = dialog.charts.charts[0].pixmap()
    assert picture.devicePixelRatio() == dialog.devicePixelRatioF()
    assert picture.width() > 500


def test_everything_is_reached_by_keys_and_says_itself_in_both_languages(console: Session) -> None:
    score(console, "A", "B", "C")
    dialog = opened(console)
    for place, key in enumerate((Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4)):
        console.qtbot.keyClick(dialog, key)
        assert dialog.views.currentIndex() == dialog.tabs.currentIndex() == place
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: ready(dialog), timeout=WAIT)
    assert dialog.windowTitle() == "评委评分分析"
    assert "0＝评委各评各的，1＝完全一致" in said(dialog)
    assert lines(dialog, 1)[0][0] == "全体评委"
    assert dialog.charts.charts[0].accessibleName() == "各位评委的给分"
    console.qtbot.keyClick(dialog, Qt.Key.Key_F5)
    console.qtbot.waitUntil(lambda: bool(console.made))
    assert (console.made[0].kind, console.made[0].round) == (Kind.ANALYSIS, 1)
    console.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    console.qtbot.waitUntil(lambda: not console.window.findChildren(AnalysisDialog))


def test_what_came_later_is_told_and_taken_in_when_asked_for(console: Session) -> None:
    dialog = opened(console)
    assert "There are no ballots to analyse yet." in said(dialog)
    assert lines(dialog, 0) == []
    assert dialog.charts.charts == []
    score(console, "A", "B")
    marks.adjust(console.file, "A", "-1", reason="超时")
    console.settle()
    assert "other records have come since" in said(dialog)
    console.qtbot.keyClick(dialog, Qt.Key.Key_F9)
    console.qtbot.waitUntil(lambda: bool(lines(dialog, 1)) and ready(dialog), timeout=WAIT)
    assert "other records have come since" not in said(dialog)
    assert lines(dialog, 1)[0][3:] == [
        *("—", "—", "—"),
        "W, ICC(2,k), α cannot be computed, because 2 contestants can be compared, and it takes 3",
    ]


def test_in_the_dark_charts_are_drawn_for_the_dark_and_closing_waits_for_nothing(console: Session) -> None:
    score(console, "A", "B", "C")
    dialog = opened(console)
    light = dialog.charts.charts[0].pixmap().toImage().pixelColor(3, 3)
    palette = QPalette(dialog.palette())
    palette.setColor(QPalette.ColorRole.Base, QColor("#1c1d1f"))
    dialog.setPalette(palette)
    console.qtbot.waitUntil(lambda: ready(dialog), timeout=WAIT)
    dark = dialog.charts.charts[0].pixmap().toImage().pixelColor(3, 3)
    assert light.lightness() > 240
    assert dark.lightness() < 60
    console.qtbot.keyClick(dialog, Qt.Key.Key_F9)
    dialog.reject()
    console.qtbot.waitUntil(lambda: not console.window.findChildren(AnalysisDialog))
    console.desk.slow.finish()
    QApplication.processEvents()
