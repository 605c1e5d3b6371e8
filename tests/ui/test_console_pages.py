"""The pages beside the live one: each does all it offers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exports.kinds import Kind
from scoring.contest import Screen
from scoring.draws import digest, draw_order
from scoring.mark import MarkKind
from storage import desk, marks, public_board, rounds, seats
from storage.journal import Record
from storage.public_board import State
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session, session
from ui.console.dialogs import Question
from ui.console.draw import BEFORE, DrawPage
from ui.console.draw_record_dialog import DrawRecordDialog
from ui.console.journal import JournalPage
from ui.console.journal_model import NUMBER
from ui.console.judges import JudgesPage
from ui.console.link_card import LargeCard
from ui.console.link_dialog import BoardDialog, LinkDialog
from ui.console.next_round import NextRound
from ui.console.qr import QUIET_ZONE, qr_image
from ui.console.results import ResultsPage
from ui.console.roster import RosterPage
from ui.console.steps import Page
from ui.console.words import local_time


def page(console: Session, which: Page, kind: type[QWidget]) -> QWidget:
    shown = console.page(which)
    assert isinstance(shown, kind)
    return shown


def select(console: Session, table: object, row: int) -> None:
    table.selectRow(row)  # type: ignore[attr-defined]


def test_pages_are_built_when_they_are_first_opened(console: Session) -> None:
    assert list(console.window._pages) == [Page.LIVE]
    console.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert console.window.page is Page.RULES
    assert list(console.window._pages) == [Page.LIVE, Page.RULES]


def test_the_keys_of_the_session_work_on_the_live_page_only(console: Session) -> None:
    console.page(Page.ROSTER)
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_F9)
    console.press(Qt.Key.Key_B)
    console.settle()
    assert console.file.contest.revision == 1


@pytest.fixture
def second_round(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console in round 2, in which only 丙单位 comes on so far."""
    with session(qtbot, tmp_path) as opened:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(opened.file, code, scores)
        rounds.close_round(opened.file)
        rounds.next_round(opened.file)
        opened.settle()
        yield opened


def test_a_contestant_is_added_to_the_line_up_from_the_roster(second_round: Session) -> None:
    roster = page(second_round, Page.ROSTER, RosterPage)
    assert isinstance(roster, RosterPage)
    roster._filter.setText("乙")
    assert roster.sorted.rowCount() == 1
    select(second_round, roster.table, 0)
    second_round.press(Qt.Key.Key_F5)
    second_round.answer(reason="增补")
    assert [entry.code for entry in second_round.file.contest.live_round.entries] == ["C", "B"]
    assert not roster.add.isEnabled()


def test_the_next_round_takes_everyone_who_is_ticked(console: Session) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    rounds.close_round(console.file)
    console.settle()
    page(console, Page.RESULTS, ResultsPage)
    console.press(Qt.Key.Key_F9)
    dialog = console.dialog(NextRound)
    dialog._tick_all()
    assert dialog._count.text() == "In the line-up: 3"
    dialog._tick_none()
    assert dialog._count.text() == "In the line-up: 1"
    console.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    console.settle()
    assert [entry.code for entry in console.file.contest.live_round.entries] == ["C"]


def test_a_judge_links_with_the_code_on_the_screen(console: Session) -> None:
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    assert judges.card.qr.image() == qr_image("http://192.168.31.20:8420/j#token-of-L1")
    assert judges.card._code.text() == "482 913"
    select(console, judges.table, 2)
    assert judges.card._name.text() == "专家一"
    console.press(Qt.Key.Key_F4)
    assert QGuiApplication.clipboard().text().endswith("#token-of-E1")


def test_a_seats_code_fills_the_window_and_the_arrows_turn_to_the_next(console: Session) -> None:
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    console.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    large = console.dialog(LargeCard)
    assert large.card.qr.image() == judges.card.qr.image()
    console.qtbot.waitUntil(lambda: large.card.qr.height() > 1.5 * judges.card.qr.height())
    console.activate(large)
    console.qtbot.keyClick(large, Qt.Key.Key_Left)
    assert large.card.qr.image() == qr_image("http://192.168.31.20:8420/j#token-of-E2")
    assert judges.card._name.text() == "专家二", "the page follows"
    console.qtbot.keyClick(large, Qt.Key.Key_Right)
    assert large.card._name.text() == "领导一"
    seats.substitute(console.file, "L1", name="新领导", title="", reason="更换")
    console.qtbot.waitUntil(lambda: large.card._name.text() == "新领导")
    console.qtbot.keyClick(large, Qt.Key.Key_Escape)
    console.qtbot.waitUntil(lambda: not large.isVisible())


def test_a_judge_is_recused_before_the_contestant_comes_on(console: Session) -> None:
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    console.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    question = console.question()
    question.fill("reason", "亲属")
    assert not question.yes.isEnabled(), "nobody is chosen unless a person chooses"
    console.answer(entry="B 乙单位")
    assert [entry.recused for entry in console.file.contest.live_round.entries] == [set(), {"L1"}, set()]
    console.qtbot.waitUntil(lambda: judges.model.index(0, 4).data() == "takes part  recused from 乙单位")


def test_a_qr_code_keeps_its_quiet_zone() -> None:
    image = qr_image("http://192.168.31.20:8420/j#token")
    assert image.format() is QImage.Format.Format_Mono
    edge = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(QUIET_ZONE)]
    assert set(edge) == {255}
    assert image.pixelColor(QUIET_ZONE, QUIET_ZONE).lightness() == 0


def test_a_judge_is_marked_absent_and_comes_after_all(console: Session) -> None:
    console.window.journal.read()
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    select(console, judges.table, 1)
    console.press(Qt.Key.Key_F5)
    console.answer(reason="请假")
    assert console.file.contest.live_round.absent == {"L2"}
    assert judges.absent.text() == "Present after all…"
    console.press(Qt.Key.Key_F5)
    console.answer(reason="到了")
    assert console.file.contest.live_round.absent == frozenset()


def test_whoever_marks_the_last_judge_of_a_group_is_told_what_follows(console: Session) -> None:
    marks.mark_judge(console.file, MarkKind.JUDGE_ABSENT, "L1", reason="病假")
    console.settle()
    judges = page(console, Page.JUDGES, JudgesPage)
    select(console, judges.table, 1)  # type: ignore[attr-defined]
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6):
        console.press(key)
        question = console.question()
        assert "The quorum of 领导 is 1" in _words(question)
        assert "甲单位, 乙单位, 丙单位 will have no result" in _words(question)
        question.reject()
        console.qtbot.waitUntil(lambda: not console.window.findChildren(Question))
    console.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    question = console.question()
    question.fill("reason", "亲属")
    assert "quorum" not in _words(question)
    question.fill("entry", "B 乙单位")
    assert ": 乙单位 will have no result" in _words(question)
    question.reject()
    console.window.corrections.recuse("L2", "C")
    assert ": 丙单位 will have no result" in _words(console.question())


def test_a_group_that_nobody_can_complete_is_named_on_the_page_of_the_judges(console: Session) -> None:
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    assert not judges.too_few.isVisible()
    for code in ("L1", "L2"):
        marks.mark_judge(console.file, MarkKind.JUDGE_ABSENT, code, reason="病假")
    console.settle()
    assert judges.too_few.isVisible()
    assert judges.too_few.text().startswith("The quorum of 领导 is 1, but only 0 of its judges")


def _words(question: Question) -> str:
    return "\n".join(label.text() for label in question.findChildren(QLabel) if label.isVisible())


def test_a_seat_gets_another_person_and_a_new_link(console: Session) -> None:
    judges = page(console, Page.JUDGES, JudgesPage)
    assert isinstance(judges, JudgesPage)
    select(console, judges.table, 0)
    console.press(Qt.Key.Key_F8)
    console.answer(name="新领导", title="副市长", reason="临时更换")
    assert console.file.contest.judges[0].name == "新领导"
    console.qtbot.waitUntil(lambda: judges.card._name.text() == "新领导")
    console.press(Qt.Key.Key_F7)
    console.answer(reason="设备丢失")
    assert console.file.last.what == "reissue"


def test_the_host_page_is_linked_by_its_own_code(console: Session) -> None:
    page(console, Page.JUDGES, JudgesPage)
    console.press(Qt.Key.Key_F9)
    dialog = console.dialog(LinkDialog)
    assert dialog.qr.image() == qr_image("http://192.168.31.20:8420/host#token-of-hosts")
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "http://192.168.31.20:8420/host" in shown
    assert "The code holds the key as well: scan it, or copy the link." in shown
    assert "token" not in "".join(shown), "whoever walks past reads no key"
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy the link")
    console.qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().endswith("#token-of-hosts")
    dialog.reject()


def test_the_public_board_is_switched_off_and_on_again(console: Session) -> None:
    page(console, Page.JUDGES, JudgesPage)
    console.press(Qt.Key.Key_F12)
    dialog = console.dialog(BoardDialog)
    assert dialog.qr.image() == qr_image("http://192.168.31.20:8420/board")
    assert dialog.address.text() == "http://192.168.31.20:8420/board"
    assert not any("key" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert not dialog.shown[State.HELD].isVisible(), "there is no final reveal to wait for"
    dialog.shown[State.OFF].click()
    console.qtbot.waitUntil(lambda: dialog.qr.image().isNull())
    assert dialog.address.text() == ""
    assert not public_board.board_is_on(console.file)
    assert any(label.text().startswith("Switched off") for label in dialog.findChildren(QLabel) if label.isVisible())
    dialog.shown[State.ON].click()
    console.qtbot.waitUntil(lambda: not dialog.qr.image().isNull())
    assert public_board.board_is_on(console.file)
    dialog.reject()


def test_the_draw_is_previewed_from_the_seed_and_recorded_with_its_witness(console: Session) -> None:
    draw = page(console, Page.DRAW, DrawPage)
    assert isinstance(draw, DrawPage)
    assert not draw.record.isEnabled()
    assert draw.table.isColumnHidden(BEFORE), "without another order beside it, it says the same twice"
    console.qtbot.keyClicks(draw.seed, "seed 42")
    assert not draw.table.isColumnHidden(BEFORE)
    console.qtbot.keyClicks(draw.witness, "Wang")
    order = draw_order("seed 42", "ABC")
    assert [draw.model.index(row, 1).data() for row in range(3)] == list(order)
    console.press(Qt.Key.Key_F5)
    console.answer()
    round_ = console.file.contest.live_round
    assert [entry.code for entry in round_.entries] == list(order)
    assert round_.start_order is not None
    assert (round_.start_order.seed, round_.start_order.reason) == ("seed 42", "Wang")
    assert "seed 'seed 42'" in draw._recorded.text()
    assert (draw.seed.text(), draw.witness.text()) == ("", "")
    assert draw.model.index(0, 4).data() == digest("seed 42", order[0])[:16] + "…"


def test_the_order_is_shown_to_the_room_and_its_record_made_to_sign(console: Session, tmp_path: Path) -> None:
    draw = page(console, Page.DRAW, DrawPage)
    assert isinstance(draw, DrawPage)
    assert not draw.print.isEnabled()
    marks.draw_start_order(console.file, " 种子 ", reason="王监督")
    console.settle()
    console.press(Qt.Key.Key_F7)
    console.settle()
    assert console.file.contest.screen is Screen.LINEUP
    assert draw.show_room.text() == "The room sees the order"
    assert not draw.show_room.isEnabled()
    console.live.stage.show_open(is_open=False)
    assert draw.no_stage.isVisible()
    assert "the room sees nothing" in draw.no_stage.text()
    assert draw.show_room.text() == "The stage is set to the order", "nobody sees it"
    console.live.stage.show_open(is_open=True)
    assert draw.no_stage.isHidden()
    assert draw.show_room.text() == "The room sees the order"
    console.press(Qt.Key.Key_F6)
    dialog = console.dialog(DrawRecordDialog)
    assert dialog.making.path.text().endswith("小擂台 Round 1 Record of the draw.pdf")
    console.activate(dialog)
    console.qtbot.keyClick(dialog.making.path, Qt.Key.Key_Return)
    console.qtbot.waitUntil(lambda: dialog.making.result.text().startswith("It is at"))
    assert [(order.kind, order.round) for order in console.made] == [(Kind.DRAWS, 1)]


def test_a_second_draw_says_that_it_takes_the_place_of_the_first(console: Session) -> None:
    marks.draw_start_order(console.file, "种子", reason="王监督")
    console.settle()
    draw = page(console, Page.DRAW, DrawPage)
    assert isinstance(draw, DrawPage)
    draw.seed.setText("another")
    draw.witness.setText("Wang")
    console.press(Qt.Key.Key_F5)
    assert "A draw is recorded already" in console.question()._asked.text


def test_results_list_what_is_open_and_offer_the_draw(console: Session) -> None:
    for code in "ABC":
        score_entry(console.file, code, GOOD)
    console.settle()
    results = page(console, Page.RESULTS, ResultsPage)
    assert isinstance(results, ResultsPage)
    assert not results.close_round.isEnabled()
    button = next(each for each in results.findChildren(QPushButton) if each.text().startswith("Draw between"))
    console.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    console.question().fill("seed", "种子 ")
    console.answer(reason="王监督")
    console.qtbot.waitUntil(results.close_round.isEnabled)
    assert console.file.contest.live_round.draws[0].seed == "种子 "  # hashed exactly as typed
    first = draw_order("种子 ", "ABC")[0]
    assert results.model.row(0).code == first
    console.press(Qt.Key.Key_F5)
    console.answer()
    assert results._state.text() == "closed"
    assert results.next_button.isVisible()


def test_results_of_an_earlier_round_can_be_looked_at(second_round: Session) -> None:
    results = page(second_round, Page.RESULTS, ResultsPage)
    assert isinstance(results, ResultsPage)
    assert results.model.rowCount() == 1
    results.rounds.setCurrentIndex(0)
    second_round.qtbot.waitUntil(lambda: results.model.rowCount() == 3)
    assert results._state.text() == "closed"
    assert not results.next_button.isVisible()


def test_a_mark_is_undone_from_the_journal(console: Session) -> None:
    marks.adjust(console.file, "A", "2", reason="加分")
    desk.call(console.file, "A")
    console.settle()
    journal = page(console, Page.JOURNAL, JournalPage)
    assert isinstance(journal, JournalPage)
    console.qtbot.waitUntil(lambda: journal.sorted.rowCount() == 3)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        numbers = [int(journal.sorted.index(row, NUMBER).data()) for row in range(3)]
        assert numbers == [3, 2, 1], "newest first, also after it was sorted otherwise"
        journal.table.sortByColumn(NUMBER, order)
        assert journal.sorted.index(0, NUMBER).data() == ("1" if order is Qt.SortOrder.AscendingOrder else "3")
        journal.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
    select(console, journal.table, 0)
    assert not journal.undo.isEnabled()  # calling is no mark
    journal.filter.setText("加分")
    assert journal.sorted.rowCount() == 1
    select(console, journal.table, 0)
    whole = journal._whole.toPlainText()
    assert '"points": "2"' in whole
    record: Record | None = journal.table.chosen()
    assert record is not None
    at = local_time(record.at, "%Y-%m-%d %H:%M:%S")
    assert whole.startswith(f"#{record.number}  {at}  operator\n甲单位: 2 points\n"), "by the clock on the wall"
    assert whole.index(record.why) < whole.index("As the journal keeps it") < whole.index(record.at)
    console.press(Qt.Key.Key_F5)
    console.answer(reason="误加")
    assert console.file.contest.live_round.entries[0].adjustments == ()


def test_a_correction_after_closing_says_that_it_reopens_the_round(console: Session) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    rounds.close_round(console.file)
    console.settle()
    console.press(Qt.Key.Key_F6)
    assert "reopens it" in console.question()._asked.text
    console.question().fill("points", "-1")
    console.answer(reason="超时")
    assert console.file.contest.live_round.closed is None
