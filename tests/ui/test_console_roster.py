"""The roster is searched, filtered and changed by hand, and says who takes part in this round."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoring.contest import Attendance
from tests.ui.consoles import Session, session, small_setup
from ui.console.import_preview import PreviewDialog
from ui.console.roster import RosterPage
from ui.console.roster_model import PLACE
from ui.console.search_box import PASTE
from ui.console.steps import Page

CATEGORIES = [{"key": "unit", "name": "单位"}, {"key": "area", "name": "区市"}]


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    with session(qtbot, tmp_path, setup=small_setup(category=CATEGORIES)) as opened:
        yield opened


def roster(console: Session) -> RosterPage:
    page = console.page(Page.ROSTER)
    assert isinstance(page, RosterPage)
    return page


def codes(page: RosterPage) -> list[str]:
    return [page.sorted.index(row, 0).data() for row in range(page.sorted.rowCount())]


def attendance(console: Session) -> Attendance:
    return console.file.contest.live_round.entries[0].attendance


def test_a_contestant_is_added_and_what_is_wrong_is_said_while_it_is_typed(console: Session) -> None:
    page = roster(console)
    console.press(Qt.Key.Key_F2)
    question = console.question()
    question.fill("name", "丁区")
    question.fill("code", "Ａ")
    assert question._faults["code"].text() == "A is 甲单位 already"
    assert not question.yes.isEnabled()
    question.fill("category", "区市")
    console.answer(code="Ｄ", lead="王五", members="赵六； 钱七;")
    added = console.file.contest.contestants["D"]
    assert (added.name, added.category, added.lead, added.members) == ("丁区", "area", "王五", ("赵六", "钱七"))
    console.qtbot.waitUntil(lambda: codes(page) == ["A", "B", "C", "D"])
    assert page._count.text() == "4 contestants, 3 in the line-up"


def test_a_contestant_is_renamed_but_keeps_code_and_board(console: Session) -> None:
    page = roster(console)
    page.table.selectRow(1)
    page.table.setFocus()
    console.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    question = console.question()
    assert question.answers() == {"name": "乙单位", "category": "单位", "lead": "", "members": ""}
    question.fill("category", "区市")
    assert "keeps its category" in question._faults["category"].text()
    assert not question.yes.isEnabled()
    question.fill("category", "单位")
    console.answer(name="乙局")
    assert console.file.contest.contestants["B"].name == "乙局"
    assert console.file.last.what == "roster"


def test_the_roster_is_searched_and_shown_by_category(console: Session) -> None:
    page = roster(console)
    console.press(Qt.Key.Key_F2)
    console.answer(code="D", name="丁区", category="区市")
    console.qtbot.waitUntil(lambda: page.category.itemText(2) == "区市  1")
    page.category.setCurrentIndex(2)
    assert codes(page) == ["D"]
    page.category.setCurrentIndex(1)
    console.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page._filter.hasFocus()
    console.qtbot.keyClicks(page._filter, "b")
    assert codes(page) == ["B"]


def test_a_contestant_withdraws_and_takes_part_after_all(console: Session) -> None:
    page = roster(console)
    page.table.selectRow(0)
    console.press(Qt.Key.Key_F7)
    console.answer(reason="来函退出")
    assert attendance(console) is Attendance.WITHDRAWN
    console.qtbot.waitUntil(lambda: page.model.index(0, PLACE).data() == "01 withdrawn")
    assert page.withdraw.text() == "Takes part after all…"
    console.press(Qt.Key.Key_F7)
    console.answer(reason="撤回来函")
    assert attendance(console) is Attendance.PRESENT


@pytest.mark.parametrize("by", ["key", "menu"])
def test_a_copied_table_is_brought_in_also_while_the_search_has_the_focus(console: Session, by: str) -> None:
    page, clipboard = roster(console), QGuiApplication.clipboard()
    console.activate(console.window)
    page.search.trigger()
    assert page._filter.hasFocus()

    def paste() -> None:
        if by == "key":
            console.qtbot.keyClick(page._filter, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            return
        middle = page._filter.rect().center()
        event = QContextMenuEvent(
            QContextMenuEvent.Reason.Mouse, middle, page._filter.mapToGlobal(middle), Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(page._filter, event)
        menu = console.menu()
        action = menu.findChild(QAction, PASTE)
        assert isinstance(action, QAction)
        menu.setActiveAction(action)
        console.qtbot.keyClick(menu, Qt.Key.Key_Return)

    for words in ("乙单位", "乙单位\r\n"):  # a single cell ends its line
        clipboard.setText(words)
        page._filter.clear()
        paste()
        assert page._filter.text().strip() == "乙单位"
        assert codes(page) == ["B"], "the search finds it"
    page._filter.clear()
    clipboard.setText("编号\t名称\t类别\nD\t丁单位\t单位\n")
    paste()
    dialog = console.dialog(PreviewDialog)
    console.qtbot.waitUntil(dialog.yes.isEnabled)
    assert (page._filter.text(), len(codes(page))) == ("", 3), "nothing was searched for"
    dialog.yes.click()
    console.settle()
    assert console.file.contest.contestants["D"].name == "丁单位"


def test_a_copied_table_is_no_reason_for_anything(console: Session) -> None:
    """The dialog that takes ballots from paper has a line for the reason as well."""
    dialog = console.window.imports.ballots()
    QGuiApplication.clipboard().setText("评委\t单位\tidea\tplan\nL1\tA\t38\t57\n")
    dialog.reason.setFocus()
    console.qtbot.keyClick(dialog.reason, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    console.qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.reason.text() == ""


def test_with_nobody_chosen_nothing_can_be_done_to_anybody(console: Session) -> None:
    page = roster(console)
    assert [action.isEnabled() for action in (page.edit, page.add, page.withdraw)] == [False] * 3
    for key in (Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F7):
        console.press(key)
    console.settle()
    assert console.file.contest.revision == 1


def test_the_filtered_roster_keeps_the_rules_of_models(console: Session, qtmodeltester: ModelTester) -> None:
    page = roster(console)
    page.category.setCurrentIndex(1)
    qtmodeltester.check(page.sorted)
