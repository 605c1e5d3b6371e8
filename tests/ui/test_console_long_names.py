"""Names as they come: very long ones, and ones with a sign that means something to buttons."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from storage import desk, marks
from tests.contests import score_entry, setup_of
from tests.ui.consoles import CONTESTANTS, GOOD, JUDGES, PLAN, Session, session
from ui.console.buttons import KeyButton
from ui.console.results import ResultsPage
from ui.console.roster import RosterPage
from ui.console.rows import Table
from ui.console.steps import Page

LONG = "关于进一步推进城市更新行动暨老旧小区改造提升与历史文化街区保护利用工作领导小组办公室（市住房和城乡建设局）" * 2


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    named = [
        {**CONTESTANTS[0], "name": LONG, "lead": "欧阳某某"},
        {**CONTESTANTS[1], "name": "研发&设计部"},
    ]
    with session(qtbot, tmp_path, setup=setup_of(PLAN, named, JUDGES)) as opened:
        yield opened


def is_all_in_view(table: Table) -> bool:
    """Whether the columns fill the table, and nothing has to be scrolled sideways."""
    filled = table.horizontalHeader().length() == table.viewport().width()
    return table.isVisible() and filled and table.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("width", [1024, 1366])
def test_a_long_name_leaves_room_for_the_other_columns_and_can_be_pointed_at(console: Session, width: int) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.window.resize(width, 720)
    results, roster = console.page(Page.RESULTS), console.page(Page.ROSTER)
    assert isinstance(results, ResultsPage)
    assert isinstance(roster, RosterPage)
    for page, table in ((Page.ROSTER, roster.table), (Page.RESULTS, results.table)):
        console.page(page)
        console.qtbot.waitUntil(partial(is_all_in_view, table))
        cell = table.visualRect(table.model().index(0, 1))
        point = cell.center()
        event = QHelpEvent(QEvent.Type.ToolTip, point, table.viewport().mapToGlobal(point))
        QApplication.sendEvent(table.viewport(), event)
        assert QToolTip.text() == LONG
    room = results.table.viewport().width()
    console.window.resize(width + 1, 720)
    console.qtbot.waitUntil(lambda: results.table.viewport().width() > room and is_all_in_view(results.table))
    last = results.table.model().columnCount() - 1
    assert results.table.columnWidth(last) >= 100, "the remarks"
    QToolTip.hideText()


def test_a_name_with_an_ampersand_reads_so_on_buttons_and_in_the_menu(console: Session) -> None:
    desk.call(console.file, "B")
    console.settle()
    score_entry(console.file, "B", GOOD)
    console.settle()
    buttons = [button for button in console.window.findChildren(KeyButton) if "研发" in button.words]
    assert {button.words for button in buttons} == {"Reveal 研发&设计部", "Reveal 研发&设计部 in steps"}
    assert {button.accessibleName() for button in buttons} == {button.words for button in buttons}
    assert all("&&" in button.text() for button in buttons), "in a menu one sign alone would underline what follows"
    primary = console.live.row.primary
    drawn = primary.grab().toImage()
    primary._action.setText("Reveal 研发＆设计部".replace("＆", "&&"))
    assert primary.grab().toImage() == drawn
    marks.adjust(console.file, "B", "-1", reason="超时")
    console.settle()
    console.live.row.more_wanted.emit()
    (undo,) = (action.text() for action in console.menu().actions() if action.text().startswith("Undo"))
    assert "研发&&设计部" in undo
    console.menu().hide()
    console.press(Qt.Key.Key_Space)
    assert "研发&设计部" in console.question().windowTitle()
