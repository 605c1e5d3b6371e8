"""Why this score and this rank: opened from the results and the line-up, readable, true while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.explain import explain
from scoring.mark import MarkKind
from scoring.text import Language
from storage import desk, marks, rounds
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, JUDGES, PLAN, POOR, Session, session, small_setup
from ui.appearance import dark_palette
from ui.console.explained import Kind, Line, read_lines
from ui.console.explained_view import ExplainedView
from ui.console.explanation import Explanation
from ui.console.look import look
from ui.console.results import ResultsPage
from ui.console.steps import Page

LEADS = [{"key": "lead", "name": "领导", "weight": "100", "drop_high": 1, "drop_low": 1}]
TRIMMED = {
    "group": [{**LEADS[0], "name": "全体"}],
    "contest": {**PLAN["contest"], "trim_at": "criterion"},
}


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console after all three came on: 甲, 乙, 丙."""
    with session(qtbot, tmp_path) as opened:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(opened.file, code, scores)
        opened.settle()
        yield opened


def results_of(console: Session) -> ResultsPage:
    page = console.page(Page.RESULTS)
    assert isinstance(page, ResultsPage)
    return page


def said(console: Session, *words: str) -> Explanation:
    """The explanation that is open, once all these words are in it."""
    dialog = console.dialog(Explanation)
    console.qtbot.waitUntil(lambda: all(each in dialog.text.toPlainText() for each in words))
    return dialog


def test_the_row_chosen_on_the_results_page_is_explained_by_its_key(console: Session) -> None:
    results = results_of(console)
    results.table.selectRow(1)
    console.press(Qt.Key.Key_F4)
    dialog = said(console, "B 乙单位, round 1", "领导 (weight 60%)", "total 90", "final score = 90", "rank 2")
    assert dialog.text.accessibleName() == dialog.windowTitle() == "Why this score and this rank"
    assert console.qtbot.keyClick(dialog.text, Qt.Key.Key_Escape) is None
    console.qtbot.waitUntil(lambda: not console.window.findChildren(Explanation))


def test_enter_and_a_double_click_explain_a_row(console: Session) -> None:
    results = results_of(console)
    results.table.setFocus()
    console.qtbot.keyClick(results.table, Qt.Key.Key_Down)
    console.qtbot.keyClick(results.table, Qt.Key.Key_Return)
    said(console, "乙单位").reject()
    QApplication.processEvents()
    place = results.table.visualRect(results.sorted.index(2, 1)).center()
    console.qtbot.mouseClick(results.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    console.qtbot.mouseDClick(results.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    said(console, "丙单位", "must compete again in the next round")


def test_the_choice_stays_with_its_row_when_the_board_changes(console: Session) -> None:
    results = results_of(console)
    assert results.table.chosen().code == "A"
    results.table.selectRow(1)
    marks.adjust(console.file, "B", "9", reason="加分")
    console.settle()
    console.qtbot.waitUntil(lambda: results.model.row(0).code == "B")
    assert results.table.chosen().code == "B"


def test_nothing_can_be_explained_where_a_board_is_empty(qtbot: QtBot, tmp_path: Path) -> None:
    categories = [{"key": "unit", "name": "单位"}, {"key": "field", "name": "领域"}]
    plan = {"category": categories, "contest": {**PLAN["contest"], "board": "category"}}
    with session(qtbot, tmp_path, setup=small_setup(**plan)) as console:
        results = results_of(console)
        assert results.why.isEnabled()
        results.boards.setCurrentIndex(1)
        assert not results.why.isEnabled()


def test_a_row_of_an_earlier_round_is_explained_as_of_that_round(console: Session) -> None:
    rounds.close_round(console.file)
    rounds.next_round(console.file)
    console.settle()
    results = results_of(console)
    results.rounds.setCurrentIndex(0)
    console.qtbot.waitUntil(lambda: results.model.rowCount() == 3)
    console.press(Qt.Key.Key_F4)
    said(console, "A 甲单位, round 1", "rank 1")


def test_the_entry_in_view_is_explained_on_the_live_page(console: Session) -> None:
    console.live.lineup_view.selectRow(1)
    console.press(Qt.Key.Key_F4)
    said(console, "B 乙单位, round 1")


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_line_of_the_line_up_has_a_menu_that_explains_it(
    console: Session, reason: QContextMenuEvent.Reason
) -> None:
    view = console.live.lineup_view
    view.selectRow(1)
    at = view.visualRect(console.live.lineup.index(1, 0)).center()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    assert any(action.text() == "Call 乙单位" for action in console.menu().actions())
    console.choose("Why this score")
    said(console, "B 乙单位, round 1")


def test_beside_the_lines_of_the_line_up_there_is_no_menu(console: Session) -> None:
    view = console.live.lineup_view
    below = QPoint(5, view.viewport().height() - 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, view.viewport().mapToGlobal(below))
    QApplication.sendEvent(view.viewport(), event)
    assert QApplication.activePopupWidget() is None


def test_the_explanation_follows_the_language_and_is_copied_as_it_was_written(console: Session) -> None:
    console.press(Qt.Key.Key_F4)
    dialog = said(console, "rank 3")
    console.languages.use("zh")
    said(console, "C 丙单位　第1场", "最后得分＝80", "第3名")
    assert dialog.windowTitle() == "为什么是这个成绩和名次"
    console.activate(dialog)
    console.qtbot.keyClick(dialog.text, Qt.Key.Key_F4)
    lines = explain(console.file.contest, 1, "C")
    assert QGuiApplication.clipboard().text() == "\n".join(line.zh for line in lines)
    assert dialog._copied.text() == "已复制"


def test_the_text_can_be_selected_with_the_keyboard(console: Session) -> None:
    console.press(Qt.Key.Key_F4)
    dialog = said(console, "rank 3")
    console.activate(dialog)
    assert dialog.focusWidget() is dialog.text
    console.qtbot.keyClick(dialog.text, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.text.textCursor().selectedText() == "C 丙单位, round 1"
    console.qtbot.keyClick(dialog.text, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not dialog.text


def test_the_explanation_follows_the_contest_while_it_is_open(console: Session) -> None:
    console.press(Qt.Key.Key_F4)
    said(console, "final score = 80")
    marks.adjust(console.file, "C", "-2", reason="超时")
    said(console, "adjustment -2: 超时", "final score = 78")


def test_who_is_not_in_the_round_is_not_explained(console: Session) -> None:
    Explanation(console.desk, 1, "Z", console.window).open()
    assert "Z" in console.refusal()
    console.qtbot.waitUntil(lambda: not console.window.findChildren(Explanation))


def struck(view: ExplainedView) -> list[str]:
    """What is struck out."""
    found, block = [], view.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            found += [fragment.text()] if _form(fragment.charFormat()) else []
            fragments += 1  # type: ignore[assignment, operator]
        block = block.next()
    return found


def _form(form: QTextCharFormat) -> bool:
    return form.fontStrikeOut()


@pytest.fixture
def four(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Four judges in one group; by criterion the highest and the lowest are dropped."""
    jury = [{**judge, "group": "lead"} for judge in JUDGES]
    setup = small_setup(**TRIMMED)
    setup = type(setup)(setup.plan, setup.contestants, setup_judges(jury))
    with session(qtbot, tmp_path, setup=setup) as opened:
        yield opened
