"""Why this score and this rank: opened from the results and the line-up, readable, true while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoring.explain import explain
from scoring.mark import MarkKind
from scoring.plan import Setup
from scoring.text import Language
from storage import ballots, desk, marks, rounds
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, PLAN, POOR, Session, session, small_setup
from ui.appearance import dark_palette
from ui.console.explained import Kind, Line, read_lines
from ui.console.explained_view import ExplainedView
from ui.console.explanation import Explanation
from ui.console.look import look
from ui.console.results import ResultsPage
from ui.console.steps import Page

ONE_GROUP = [{"key": "lead", "name": "领导", "weight": "100", "drop_high": 1, "drop_low": 1}]


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
    console.activate(dialog)
    console.qtbot.keyClick(dialog.text, Qt.Key.Key_Escape)
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
    assert results.table.chosen().code == "C"
    console.press(Qt.Key.Key_F4)
    said(console, "C 丙单位, round 1", "rank 3")


def test_the_entry_in_view_is_explained_on_the_live_page(console: Session) -> None:
    console.live.lineup_view.selectRow(1)
    console.press(Qt.Key.Key_F4)
    said(console, "B 乙单位, round 1")


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_a_line_of_the_line_up_has_a_menu_that_explains_it(console: Session, reason: QContextMenuEvent.Reason) -> None:
    view = console.live.lineup_view
    view.selectRow(1)
    at = view.visualRect(console.live.lineup.index(1, 0)).center()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at)))
    assert any(action.text() == "Call 乙单位 again…" for action in console.menu().actions())
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
    said(console, "C 丙单位　第1轮", "最后得分＝80", "第3名")
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
    said(console, "adjustment −2: 超时", "final score = 78")


def test_who_is_not_in_the_round_is_not_explained(console: Session) -> None:
    Explanation(console.desk, 1, "Z", console.window).open()
    assert "Z" in console.refusal()
    console.qtbot.waitUntil(lambda: not console.window.findChildren(Explanation))


def trimmed(trim_at: str) -> Setup:
    """A contest with one group of four judges that drops its highest and its lowest."""
    setup = small_setup(group=ONE_GROUP, contest={**PLAN["contest"], "trim_at": trim_at})
    return replace(setup, judges=tuple(replace(judge, group="lead") for judge in setup.judges))


def score_differently(console: Session) -> None:
    """L1 highest in 举措, L2 lowest in both, E1 highest in 思路, E2 between the others."""
    ideas, plans = ("36", "30", "38", "36"), ("59", "40", "55", "56")
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    for judge, idea, plan in zip(("L1", "L2", "E1", "E2"), ideas, plans, strict=True):
        put(console.file, judge, "A", {"idea": idea, "plan": plan})
    desk.close_scoring(console.file)
    console.settle()


def struck(view: ExplainedView) -> list[str]:
    """What is struck out, piece by piece."""
    cursor, text, found = QTextCursor(view.document()), view.toPlainText(), ""
    for place, sign in enumerate(text):
        cursor.setPosition(place + 1)
        found += sign if cursor.charFormat().fontStrikeOut() else "\0"
    return [piece for piece in found.split("\0") if piece]


@pytest.mark.parametrize(
    ("trim_at", "language", "pieces", "word"),
    [
        ("total", "en", ["思路 36, 举措 59", "total 95", "思路 30, 举措 40", "total 70"], "dropped as highest"),
        ("total", "zh", ["思路 36、举措 59", "合计 95", "思路 30、举措 40", "合计 70"], "去掉的最高分"),
        ("criterion", "en", ["举措 59", "思路 30", "举措 40", "思路 38"], "思路 dropped as highest"),
        ("criterion", "zh", ["举措 59", "思路 30", "举措 40", "思路 38"], "“思路”作为最高分去掉"),
    ],
)
def test_what_was_dropped_is_struck_and_said(
    qtbot: QtBot, tmp_path: Path, trim_at: str, language: Language, pieces: list[str], word: str
) -> None:
    with session(qtbot, tmp_path, setup=trimmed(trim_at), language=language) as console:
        score_differently(console)
        console.press(Qt.Key.Key_F4)
        dialog = said(console, word)
        assert struck(dialog.text) == pieces


@pytest.mark.parametrize(("language", "word"), [("en", "(from paper)"), ("zh", "（纸质补录）")])
def test_a_ballot_from_paper_says_so_and_only_what_was_dropped_is_struck(
    qtbot: QtBot, tmp_path: Path, language: Language, word: str
) -> None:
    with session(qtbot, tmp_path, setup=trimmed("total"), language=language) as console:
        score_differently(console)
        for judge, ballot in dict(console.file.contest.live_round.entries[0].ballots).items():
            points = {key: str(value) for key, value in ballot.scores.items()}
            ballots.enter_ballot(console.file, judge, "A", points, reason="核对", replaces=ballot.ballot_id)
        console.settle()
        console.press(Qt.Key.Key_F4)
        dialog = said(console, word)
        assert dialog.text.toPlainText().count(word) == 4
        assert len(struck(dialog.text)) == 4, "scores and total of two ballots, and not the words behind"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_is_known_for_what_it_is(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    with session(qtbot, tmp_path, setup=trimmed("total")) as console:
        score_differently(console)
        marks.mark_judge(console.file, MarkKind.JUDGE_ABSENT, "E2", reason="请假")
        marks.adjust(console.file, "A", "-1", reason="超时")
        kinds = [line.kind for line in lines_of(console, "A", language)]
        ballots = [Kind.BALLOT, Kind.DROPPED, Kind.DROPPED, Kind.OUT]
        assert sorted(kinds[2:6], key=str) == sorted(ballots, key=str)
        assert kinds[:2] == [Kind.HEAD, Kind.GROUP]
        assert kinds[6:] == [Kind.GROUP_SCORE, Kind.STEP, Kind.STEP, Kind.FINAL, Kind.OUTCOME, Kind.OUTCOME]
        assert [line.kind for line in lines_of(console, "B", language)][-1] is Kind.OPEN


def lines_of(console: Session, code: str, language: Language) -> list[Line]:
    return read_lines(explain(console.file.contest, 1, code), language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_ballots_stand_in_columns_and_lose_no_word(console: Session, language: Language) -> None:
    texts = explain(console.file.contest, 1, "A")
    for text, line in zip(texts, read_lines(texts, language), strict=True):
        if line.kind is Kind.BALLOT:
            assert len(line.columns) == 4
            assert line.columns[2] in {"思路 38、举措 57", "思路 38, 举措 57"}
        assert _letters(line.text) == _letters(text.said(language))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign not in " \t，;")


def test_where_there_is_no_room_for_columns_the_lines_run_on(console: Session) -> None:
    console.press(Qt.Key.Key_F4)
    dialog = said(console, "rank 3")
    assert "\t" in dialog.text.toPlainText()
    dialog.resize(260, 500)
    console.qtbot.waitUntil(lambda: "\t" not in dialog.text.toPlainText())
    assert "L1  领导一:  思路 32, 举措 48  total 80" in dialog.text.toPlainText()
    dialog.resize(860, 500)
    console.qtbot.waitUntil(lambda: "\t" in dialog.text.toPlainText())


def test_the_colours_follow_light_and_dark(console: Session) -> None:
    console.press(Qt.Key.Key_F4)
    text = said(console, "final score").text
    light = look(text).accent_text
    dialog = console.dialog(Explanation)
    dialog.setPalette(dark_palette())
    cursor = text.document().find("final score")
    assert cursor.charFormat().foreground().color() == look(text).accent_text != light
