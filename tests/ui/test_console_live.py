"""The live page: what it shows of entries, and the corrections that are made from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from scoring.contest import Attendance, Phase, Screen
from scoring.mark import MarkKind
from storage import ballots, desk, marks, rounds
from storage.ballots import Offer
from storage.sheets import read_setup
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, PLAN, POOR, Session, session, small_setup
from ui.console.buttons import KeyButton
from ui.console.dialogs import Question
from ui.console.latest import LatestRecords
from ui.console.missing import MissingBallots
from ui.console.tile_facts import TileState
from ui.links import Presence


def said(widget: QWidget) -> str:
    """What all its labels say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_last_records_are_shown_also_where_many_come_quickly(console: Session) -> None:
    latest = console.window.findChild(LatestRecords)
    assert latest is not None
    for code in "ABC":
        desk.call(console.file, code)
        console.settle()
    console.qtbot.waitUntil(lambda: "丙单位" in said(latest))
    assert "甲单位" in said(latest)


def test_points_are_added_with_a_reason_and_the_new_score_is_shown_before(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_F6)
    question = console.question()
    question.fill("points", "abc")
    assert not question.yes.isEnabled()
    question.fill("points", "-0.5")
    assert not question.yes.isEnabled()
    question.fill("reason", "超时")
    assert question._note.text() == "Final score 95.00 → 94.50"
    console.answer()
    assert str(console.desk.snapshot.result("A").published) == "94.50"


def test_an_entry_that_did_not_come_is_passed_over(console: Session) -> None:
    console.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert "has to come back" in console.question()._asked.text
    console.answer(reason="请假")
    assert console.file.contest.live_round.entries[0].attendance is Attendance.NO_SHOW
    assert console.primary == "Call 乙单位"


def test_picking_a_line_brings_that_entry_into_view_and_escape_goes_back(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    desk.call(console.file, "B")
    console.settle()
    view = console.live.lineup_view
    place = view.visualRect(console.live.lineup.index(0, 1)).center()
    console.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert console.live.viewed is not None
    assert console.live.viewed.code == "A"
    assert console.live.board.tile("L1").tile.state is TileState.STORED
    assert console.primary == "Start the timer"
    console.press(Qt.Key.Key_Escape)
    assert console.live.viewed.code == "B"


def test_a_long_line_up_scrolls_to_the_entry_that_is_called(qtbot: QtBot, tmp_path: Path, qingdao: Path) -> None:
    with session(qtbot, tmp_path, setup=read_setup(qingdao)) as console:
        view, model = console.live.lineup_view, console.live.lineup
        desk.call(console.file, "D10")
        console.settle()
        line = view.visualRect(model.index(model.row_of("D10"), 1))
        assert view.viewport().rect().contains(line)


def test_the_corrected_result_of_a_revealed_entry_waits_to_be_revealed_again(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    desk.reveal(console.file, "A")
    marks.adjust(console.file, "A", "-1", reason="超时")
    console.settle()
    assert console.live.lineup.index(0, 2).data() == "under review"
    assert console.primary == "Reveal 甲单位"


def test_a_reveal_is_taken_back_with_a_reason(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    desk.reveal(console.file, "A")
    console.settle()
    console.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    console.answer(reason="念错")
    assert console.file.contest.live_round.entries[0].revealed is None


def test_the_hosts_can_be_told_first(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    console.answer()
    entry = console.file.contest.live_round.entries[0]
    assert entry.announced is not None
    assert entry.revealed is None
    assert console.primary == "Reveal 甲单位"


@pytest.mark.parametrize(("key", "screen"), [(Qt.Key.Key_B, Screen.BLACK), (Qt.Key.Key_K, Screen.LEADERBOARD)])
def test_a_letter_changes_what_the_room_sees(console: Session, key: Qt.Key, screen: Screen) -> None:
    console.press(key)
    console.settle()
    assert console.file.contest.screen is screen
    assert console.live.keys.screens[screen].isChecked()
    console.press(Qt.Key.Key_A)
    console.settle()
    assert console.file.contest.screen is Screen.AUTO


def test_a_late_ballot_is_accepted_with_a_reason(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    made = "2026-05-01T06:00:00.000000Z"
    late = Offer("L1", "late-1", "A", 1, console.file.contest.rounds[0].entries[0].version, FAIR, made, made)
    ballots.offer(console.file, "L1", [late])
    console.settle()
    console.desk.look_for_offers()
    console.qtbot.waitUntil(lambda: bool(console.desk.offers))
    console.qtbot.mouseClick(console.live.offers.accept, Qt.MouseButton.LeftButton)
    assert "It replaces the ballot" in console.question()._asked.text
    console.answer(reason="断网")
    assert console.file.contest.rounds[0].entries[0].ballots["L1"].ballot_id == "late-1"
    console.qtbot.waitUntil(lambda: not console.desk.offers)


def test_a_late_ballot_that_is_declined_makes_room_for_the_next(console: Session) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    made = "2026-05-01T06:00:00.000000Z"
    ballots.offer(console.file, "L1", [Offer("L1", "one", "A", 1, 1, FAIR, made, made)])
    ballots.offer(console.file, "L2", [Offer("L2", "two", "C", 1, 1, FAIR, "", made)])
    console.desk.look_for_offers()
    console.qtbot.waitUntil(lambda: len(console.desk.offers) == 2)
    shift = Qt.KeyboardModifier.ShiftModifier
    console.press(Qt.Key.Key_F3, shift)
    assert "Decline" in console.question()._asked.title
    console.answer(reason="迟到")
    console.qtbot.waitUntil(lambda: [each.ballot_id for each in console.desk.offers] == ["two"])
    rounds.close_round(console.file)
    rounds.next_round(console.file, ["A"])
    console.settle()
    console.desk.look_for_offers()
    console.qtbot.waitUntil(lambda: "of an earlier round" in said(console.live.offers))
    assert not console.live.offers.accept.isVisible()
    console.press(Qt.Key.Key_F3)
    assert QApplication.activeModalWidget() is None, "it cannot land in this round"
    console.press(Qt.Key.Key_F3, shift)
    question = said(console.question())
    assert "of round 1" in question
    assert FAIR["idea"] in question, "what to type where it is corrected"
    console.answer(reason="已更正")
    console.qtbot.waitUntil(lambda: not console.live.offers.isVisible())


def test_ballots_of_a_round_that_this_file_does_not_know_are_said_to_have_come(console: Session) -> None:
    made = "2026-05-01T06:00:00.000000Z"
    ballots.offer(console.file, "L1", [Offer("L1", "later-1", "A", 2, 1, FAIR, made, made)])
    console.desk.look_for_offers()
    console.qtbot.waitUntil(console.live.offers.isVisible)
    assert "1 ballot of a later round has come" in said(console.live.offers)
    assert not console.live.offers.accept.isVisible()
    console.press(Qt.Key.Key_F3)
    assert QApplication.activeModalWidget() is None


def test_an_entry_is_called_again_only_after_a_word(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_F5)
    assert "was on stage before" in console.question()._asked.text
    console.answer()
    assert console.file.contest.live_round.entries[0].phase == "called"
    assert len(console.file.contest.live_round.entries[0].ballots) == 4


def test_scoring_is_opened_again_from_the_keyboard(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_F7)
    console.settle()
    assert console.file.contest.live_round.entries[0].phase == "open"
    assert console.primary == "Close scoring"


def test_a_contestant_withdraws_with_a_reason(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ControlModifier)
    assert "4 stored ballots stop counting" in console.question()._asked.text
    console.answer(reason="退赛")
    assert console.file.contest.live_round.entries[0].attendance is Attendance.WITHDRAWN
    assert console.live.lineup.index(0, 2).data() == "withdrawn"


def test_a_judge_group_is_left_out_with_a_reason_and_shows_as_void(scoring: Session) -> None:
    scoring.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    scoring.question().fill("group", "专家")
    scoring.answer(reason="全组缺席")
    assert scoring.file.contest.live_round.void == {"expert"}
    assert scoring.primary == "Close scoring (2 missing)"
    groups = scoring.live.board._views
    assert groups[1]._rule.text() == "void: not counted this round"


def test_a_refusal_says_what_stands_in_the_way(scoring: Session) -> None:
    scoring.desk.do(desk.call, "B")
    assert "close it first" in scoring.refusal()
    assert scoring.file.contest.live_round.called == "A"


def test_every_button_shows_its_key_and_has_a_name(console: Session) -> None:
    buttons = [each for each in console.live.findChildren(KeyButton) if each.isVisibleTo(console.live)]
    assert len(buttons) > 15
    assert all(button.key and button.accessibleName() for button in buttons)
    keys = [button.key for button in buttons]
    assert len(keys) == len(set(keys))


def test_nothing_is_cut_off_at_1280_by_720(scoring: Session) -> None:
    assert (scoring.window.width(), scoring.window.height()) == (1280, 720)
    for button in scoring.live.row.findChildren(KeyButton):
        assert button.width() >= button.sizeHint().width()
        assert scoring.window.rect().contains(button.mapTo(scoring.window, QPoint(button.width(), button.height())))


def test_marks_about_the_entry_in_view_can_be_undone_from_the_menu(console: Session) -> None:
    marks.mark_entry(console.file, MarkKind.NO_SHOW, "B", reason="请假")
    console.settle()
    console.live._pick("B")
    console.press(Qt.Key.Key_F2)
    console.choose("Undo: 乙单位 did not come")
    console.answer(reason="已到")
    assert console.file.contest.live_round.entries[1].attendance is Attendance.PRESENT


def test_an_open_question_keeps_the_keys_of_the_session_quiet(scoring: Session) -> None:
    scoring.press(Qt.Key.Key_F6)
    question = scoring.question()
    assert isinstance(question, Question)
    scoring.qtbot.keyClick(question, Qt.Key.Key_F9)
    QApplication.processEvents()
    assert scoring.file.contest.live_round.called == "A"
    question.reject()


def test_closing_early_says_who_is_missing_and_what_can_be_done_about_each(scoring: Session) -> None:
    put(scoring.file, "L1", "A", GOOD)
    scoring.links.seats["E1"] = Presence(devices=1, seen=1.0, draft=1)
    scoring.desk.look_at_links()
    scoring.settle()
    scoring.press(Qt.Key.Key_Space)
    question = scoring.dialog(MissingBallots)
    assert [judge.code for judge in question._judges] == ["L2", "E1", "E2"]
    assert line(question, 1) == ["E1  专家一", "filling in 1/2", "From paper…", "Recuse…", "Absent…"]

    press(scoring, question, 0, "Absent…")
    answer_newest(scoring, reason="没有到场")
    press(scoring, question, 1, "Recuse…")
    answer_newest(scoring, reason="同一单位")
    scoring.qtbot.waitUntil(lambda: [judge.code for judge in question._judges] == ["E1"])

    put(scoring.file, "E1", "A", GOOD)
    scoring.settle()
    scoring.qtbot.waitUntil(lambda: not scoring.window.findChildren(MissingBallots))
    assert scoring.primary == "Close scoring"


def test_scoring_is_closed_without_those_who_are_missing_only_after_a_question(scoring: Session) -> None:
    scoring.press(Qt.Key.Key_Space)
    assert "4 ballots are missing" in scoring.dialog(MissingBallots)._asked.text
    scoring.answer()
    entry = scoring.file.contest.live_round.entries[0]
    assert entry.phase is Phase.CLOSED


def line(question: MissingBallots, row: int) -> list[str]:
    items = [question.rows.itemAtPosition(row, column) for column in range(5)]
    return [item.widget().text() for item in items]  # type: ignore[union-attr]


def press(console: Session, question: MissingBallots, row: int, text: str) -> None:
    column = line(question, row).index(text)
    item = question.rows.itemAtPosition(row, column)
    assert item is not None
    console.qtbot.mouseClick(item.widget(), Qt.MouseButton.LeftButton)


def answer_newest(console: Session, **answers: str) -> None:
    """Answer the question that was opened from the list."""
    found = [q for q in console.window.findChildren(Question) if q.isVisible() and not isinstance(q, MissingBallots)]
    for key, text in answers.items():
        found[0].fill(key, text)
    console.qtbot.mouseClick(found[0].yes, Qt.MouseButton.LeftButton)
    console.settle()


def test_the_line_up_picks_nothing_by_itself_when_the_keyboard_comes_to_it(console: Session) -> None:
    desk.call(console.file, "B")
    console.settle()
    console.activate(console.window)
    console.live.row.primary.setFocus()
    view = console.live.lineup_view
    view.setFocus()
    assert view.hasFocus()
    assert console.live.viewed is not None
    assert console.live.viewed.code == "B", "the first line would turn the page away from the stage"
    console.qtbot.keyClick(view, Qt.Key.Key_Down)
    assert console.live.viewed.code == "A"
    console.live.row.primary.setFocus()
    view.setFocus()
    assert console.live.viewed.code == "A", "what a person picked stays picked"


def test_a_screen_chosen_by_hand_says_that_it_stays_and_a_reveal_leaves_it(console: Session) -> None:
    desk.show(console.file, Screen.LINEUP)
    console.settle()
    assert console.live.stage.stays.isVisible()
    assert "until somebody is called" in console.live.stage.stays.text()
    desk.show(console.file, Screen.WELCOME)
    console.settle()
    assert not console.live.stage.stays.isVisible(), "by itself it would show the same"
    score_entry(console.file, "A", GOOD)
    console.settle()
    assert "A: follow the session (Scoring)" in console.live.stage.stays.text()
    console.press(Qt.Key.Key_F8)
    assert "The projector leaves 'Welcome' for it." in said(console.question())
    console.answer()
    console.settle()
    assert (console.file.contest.screen, console.desk.snapshot.stage.screen) == (Screen.AUTO, Screen.REVEAL)
    assert not console.live.stage.stays.isVisible()


@pytest.mark.parametrize("shown", [Screen.LINEUP, Screen.CLOSING])
def test_a_call_leaves_what_is_shown_before_anybody_comes_on(console: Session, shown: Screen) -> None:
    desk.show(console.file, shown)
    console.settle()
    console.step()
    assert console.file.contest.screen is Screen.AUTO
    assert console.desk.snapshot.stage.screen is Screen.ON_STAGE


def test_a_call_leaves_a_black_stage_black(console: Session) -> None:
    desk.show(console.file, Screen.BLACK)
    console.settle()
    console.step()
    assert console.file.contest.live_round.called == "A"
    assert console.desk.snapshot.stage.screen is Screen.BLACK


def test_a_reveal_leaves_the_ranking_where_it_is(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    desk.show(console.file, Screen.LEADERBOARD)
    console.settle()
    console.press(Qt.Key.Key_F8)
    assert "leaves" not in said(console.question())
    console.answer()
    console.settle()
    assert console.file.contest.live_round.entries[0].revealed is not None
    assert console.file.contest.screen is Screen.LEADERBOARD


def test_the_next_is_called_only_after_a_question_where_a_judge_group_was_too_small(
    qtbot: QtBot, tmp_path: Path
) -> None:
    groups = [{**group, "quorum": 2, "drop_high": 1} for group in PLAN["group"]]
    with session(qtbot, tmp_path, setup=small_setup(group=groups)) as console:
        marks.mark_judge(console.file, MarkKind.JUDGE_ABSENT, "E2", reason="病假")
        desk.call(console.file, "A")
        desk.open_scoring(console.file)
        for judge in ("L1", "L2", "E1"):
            put(console.file, judge, "A", GOOD)
        desk.close_scoring(console.file)
        console.settle()
        rules = said(console.live.board)
        assert "专家 has 1 of at least 2 ballots" in said(console.live.strip)
        console.languages.use("zh")
        marks.undo(console.file, 2, reason="到了")
        console.settle()
        assert "E2 专家二 尚未提交；专家只有 1 份评分表，至少要 2 份" in said(console.live.strip)
        console.languages.use("en")
        console.settle()
        assert "; 专家 has 1 of at least 2 ballots" in said(console.live.strip)
        assert ("1 highest dropped" in rules, "none dropped below 2 ballots" in rules) == (True, True)
        console.press(Qt.Key.Key_Space)
        asked = said(console.question())
        assert "甲单位 cannot be revealed yet" in asked
        assert "专家 has 1 of at least 2 ballots" in asked
        assert console.file.contest.live_round.called == "A"
        console.answer()
        console.settle()
        assert console.file.contest.live_round.called == "B"


def test_the_menu_of_the_session_names_every_step_once_and_says_when_it_is_a_second_time(console: Session) -> None:
    def words() -> list[str]:
        console.window._fill_session()
        return [action.text() for action in console.window._session.actions() if action.text()]

    assert [word for word in words() if word.startswith("Call")] == ["Call 甲单位"]
    score_entry(console.file, "A", GOOD)
    desk.reveal(console.file, "A")
    console.settle()
    assert [word for word in words() if word.startswith("Call")] == ["Call 乙单位", "Call 甲单位 again…"]
    assert len(set(words())) == len(words())
