"""The tables of the console hold what Qt asks of a model, and touch only what changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoring.mark import MarkKind
from storage import desk, marks
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session
from ui.console.board_model import BoardModel
from ui.console.draw import OrderModel
from ui.console.journal_model import NUMBER, WHAT, WHO, JournalModel
from ui.console.judges import SeatsModel
from ui.console.lineup import NAME, STATE, LineupModel
from ui.console.roster_model import PLACE, RosterModel
from ui.console.rows import OBJECT_ROLE, SORT_ROLE, Table
from ui.console.steps import StepsModel


def test_models_keep_the_rules_of_models(console: Session, qtmodeltester: ModelTester) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    now = console.desk.snapshot
    board = BoardModel(now.plan, console.desk)
    board.replace(now.standings.boards[0].rows)
    roster, seats, order = RosterModel(console.desk), SeatsModel(console.desk), OrderModel(console.desk)
    roster.show(now)
    seats.show(console.desk)
    console.window.journal.read()
    console.qtbot.waitUntil(lambda: console.window.journal.rowCount() > 5)
    window = console.window
    for model in (board, roster, seats, order, console.live.lineup, window.journal, window.steps.model()):
        qtmodeltester.check(model)


def test_a_new_state_touches_only_its_line(console: Session) -> None:
    desk.call(console.file, "B")
    console.settle()
    touched: list[int] = []
    console.live.lineup.dataChanged.connect(lambda first, last: touched.extend((first.row(), last.row())))
    desk.open_scoring(console.file)
    console.settle()
    assert touched == [1, 1]


def test_lines_that_change_together_are_drawn_anew_once_and_not_line_by_line(console: Session) -> None:
    model = console.live.lineup
    lines = [model.row(place) for place in range(3)]
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.replace([replace(line, name=f"{line.name}（新）") for line in lines])
    assert told == [(0, 2)]
    model.replace([lines[0], model.row(1), lines[2]])
    assert told[1:] == [(0, 0), (2, 2)]
    assert [model.index(place, NAME).data(SORT_ROLE) for place in range(3)] == ["甲单位", "乙单位（新）", "丙单位"]


def test_the_line_up_says_how_far_everyone_has_come(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    desk.reveal(console.file, "A")
    score_entry(console.file, "B", FAIR)
    marks.mark_entry(console.file, MarkKind.NO_SHOW, "C", reason="请假")
    console.settle()
    model = console.live.lineup
    assert [model.index(row, STATE).data() for row in range(3)] == ["95.00", "to reveal", "no-show"]
    assert model.index(0, NAME).data(SORT_ROLE) == "甲单位"
    assert model.index(1, NAME).data(OBJECT_ROLE).on_stage


def test_a_board_is_sorted_by_value_not_by_text(console: Session) -> None:
    for code, scores in (("A", POOR), ("B", GOOD), ("C", FAIR)):
        score_entry(console.file, code, scores)
    console.settle()
    model = BoardModel(console.desk.snapshot.plan, console.desk)
    model.replace(console.desk.snapshot.standings.boards[0].rows)
    final = [str(header).strip() for header in _headers(model)].index("Final score")
    assert [model.index(row, final).data() for row in range(3)] == ["95.00", "90.00", "80.00"]
    assert [model.index(row, final).data(SORT_ROLE) for row in range(3)] == [95.0, 90.0, 80.0]
    assert model.index(2, model.columnCount() - 1).data() == "⚑ must come back"


def _headers(model: BoardModel) -> list[object]:
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def test_the_roster_says_who_is_in_the_line_up(console: Session) -> None:
    marks.draw_start_order(console.file, "种子", reason="王监督")
    console.settle()
    model = RosterModel(console.desk)
    model.show(console.desk.snapshot)
    places = [model.index(row, PLACE).data() for row in range(3)]
    assert sorted(places) == ["01", "02", "03"]
    assert [model.index(row, PLACE).data(SORT_ROLE) for row in range(3)] == [int(place) for place in places]


def test_the_journal_grows_at_its_top_and_marks_what_was_undone(console: Session) -> None:
    journal: JournalModel = console.window.journal
    journal.read()
    console.qtbot.waitUntil(lambda: journal.rowCount() == 1)
    adjusted = marks.adjust(console.file, "A", "-1", reason="超时")
    console.settle()
    assert journal.rowCount() == 2
    assert journal.index(0, WHAT).data() == "甲单位: -1 points"
    undo = marks.undo(console.file, adjusted, reason="误操作")
    console.settle()
    assert journal.index(1, WHAT).data() == f"甲单位: -1 points  (undone by {undo})"
    assert not journal.can_undo(journal.index(1, 0).data(OBJECT_ROLE))
    marks.undo(console.file, undo, reason="还是要")
    console.settle()
    assert journal.index(2, WHAT).data() == "甲单位: -1 points"
    assert journal.can_undo(journal.index(2, 0).data(OBJECT_ROLE))


def test_the_journal_reads_as_sentences_with_names(console: Session) -> None:
    console.window.journal.read()
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    put(console.file, "L1", "A", GOOD)
    desk.close_scoring(console.file, force=True)
    marks.recuse(console.file, "E1", "B", reason="亲属")
    console.settle()
    journal = console.window.journal
    console.qtbot.waitUntil(lambda: journal.rowCount() == 6)
    said = [journal.index(row, WHAT).data() for row in range(journal.rowCount())]
    assert said[::-1] == [
        "Contest created",
        "Called 甲单位",
        "Opened scoring of 甲单位",
        "领导一: ballot for 甲单位 stored",
        "Closed scoring of 甲单位, without 3",
        "专家一 recused from 乙单位",
    ]
    assert journal.index(2, WHO).data() == "领导一"
    assert journal.index(4, WHO).data() == "operator"
    assert journal.index(2, NUMBER).data(SORT_ROLE) == 4


def test_the_steps_follow_the_day(console: Session) -> None:
    model = console.window.steps.model()
    assert isinstance(model, StepsModel)

    def states() -> list[str]:
        return [model.index(row).data(OBJECT_ROLE).state for row in range(8)]

    assert states() == ["3", "✓", "4/4", "–", "0/3", "–", "–", "#1"]
    marks.draw_start_order(console.file, "种子", reason="王监督")
    score_entry(console.file, "A", GOOD)
    console.settle()
    assert states()[3:5] == ["✓", "1/3"]


def test_lines_of_another_order_are_read_anew(console: Session) -> None:
    model: LineupModel = console.live.lineup
    with console.qtbot.waitSignal(model.modelReset):
        marks.draw_start_order(console.file, "倒过来", reason="王监督")
    assert model.index(0, 0, QModelIndex()).data() == "01"
    assert model.row_of("A") >= 0
    assert model.row_of("Z") == -1


def test_a_scroll_bar_reaches_the_end_of_a_table_unless_another_one_stands_there(qtbot: QtBot) -> None:
    model, shown = QStandardItemModel(60, 3), QSortFilterProxyModel()
    shown.setSourceModel(model)
    table = Table(shown)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    inside = table.rect().height() - 2 * table.frameWidth()
    qtbot.waitUntil(lambda: table.verticalScrollBar().height() == inside)
    model.setItem(0, 0, QStandardItem("宽" * 100))
    thick = table.horizontalScrollBar().sizeHint().height()
    qtbot.waitUntil(lambda: table.verticalScrollBar().height() == inside - thick)
    assert table.cornerWidget().isVisible()
    model.setItem(0, 0, QStandardItem(""))
    qtbot.waitUntil(lambda: table.verticalScrollBar().height() == inside)
