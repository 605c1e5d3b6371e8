"""A judge scores in a window: what they see and can do from the wait for a contestant to the receipt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from storage.contest_file import create_contest
from storage.sheets import read_setup
from tests.panel.seats import OTHER, SCORES, Seat, open_for
from tests.running import Plain, PlainNearDesk
from ui.panel.pieces import TARGET
from ui.panel.state import State


def test_the_window_says_whom_it_waits_for_until_scoring_opens_and_after_it_closes(seat: Seat, desk: Plain) -> None:
    seat.sees(State.WAITING)
    seat.reads("等待下一位上台")
    desk.post("call", entry="F01")
    seat.sees(State.CALLED)
    seat.reads("政法领域")
    desk.post("open")
    seat.sees(State.OPEN)
    desk.post("close", force=True)
    seat.sees(State.CLOSED)
    seat.reads("控制台没有您对“政法领域”的评分表")


def test_the_contestant_stands_in_the_largest_type(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    for width in (320, 460, 1200):
        seat.window.resize(width, 800)
        labels = [label for label in seat.window.findChildren(QLabel) if label.isVisible() and label.text()]
        largest = max(labels, key=lambda label: label.font().pointSizeF())
        assert largest is seat.window.name
        assert largest.text() == "政法领域"


def test_f1_opens_the_page_for_judges_and_what_was_typed_stays(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.asks_for_help(seat.window)
    seat.click(seat.window.bar.help)
    assert seat.manual.window is not None
    assert seat.manual.window.isVisible()
    assert seat.typed() == SCORES


@pytest.mark.process
def test_a_receipt_shows_the_time_and_only_what_the_desk_has_stored(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    assert seat.window.state is State.UNSENT
    seat.reads("正在提交，尚未送达")
    assert not seat.says_stored()
    desk.start()
    seat.sees(State.STORED)
    seat.until(lambda: re.search(r"已存 \d\d:\d\d:\d\d", seat.text()) is not None)
    assert seat.scores() == [SCORES]


def test_nothing_is_sent_before_the_summary_is_confirmed(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.click(seat.window.dock.submit)
    seat.reads("94.0")
    assert not seat.window.dock.isVisible()
    seat.click(seat.window.review.back)
    assert seat.typed() == SCORES
    assert seat.history() == []


def test_a_double_press_on_submit_confirms_nothing(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.click(seat.window.dock.submit)
    seat.click(seat.window.review.confirm)
    assert seat.window.review.isVisible()
    seat.until(seat.window.review.confirm.isEnabled)
    seat.click(seat.window.review.confirm)
    seat.click(seat.window.review.confirm)
    seat.sees(State.STORED)
    assert len(seat.history()) == 1


def test_missing_and_wrong_scores_are_pointed_out_and_nothing_is_sent(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type({**SCORES, "targets": "20.5", "measures": ""})
    assert seat.window.dock.total.text() == "—"
    seat.click(seat.window.dock.submit)
    for words in ("还有 2 项需要填写或更正", "应在 0 至 20 之间", "请填写分数"):
        seat.reads(words)
    assert seat.window.form.rows["targets"].field.hasFocus()
    assert not seat.window.review.isVisible()
    seat.type({"targets": "18.3"})
    seat.reads("应为 0.5 的整数倍，从 0 起")


def test_scores_are_typed_on_the_pad_and_by_steps(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    rows, pad = seat.window.form.rows, seat.window.dock.pad
    for key, keys in (("problems", ["1", "8", ".5"]), ("targets", ["2", "5", "⌫", "0"]), ("approach", ["2", "8"])):
        rows[key].field.setFocus()
        for each in keys:
            seat.click(pad.keys[each])
    for button in (rows["measures"].minus, rows["measures"].minus, rows["measures"].plus):
        seat.click(button)
    assert seat.typed() == {"problems": "18.5", "targets": "20", "approach": "28", "measures": "30"}
    assert seat.window.dock.total.text() == "96.5"


def test_a_ballot_is_filled_in_and_sent_with_the_keyboard_alone(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.window.activateWindow()
    seat.until(seat.window.form.rows["problems"].field.hasFocus)
    for score in SCORES.values():
        seat.qtbot.keyClicks(QApplication.focusWidget(), score)
        seat.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert seat.window.review.hasFocus()
    seat.qtbot.keyClick(seat.window.review, Qt.Key.Key_Escape)
    field = seat.window.form.rows["measures"].field
    field.setFocus()
    seat.qtbot.keyClick(field, Qt.Key.Key_Up)
    seat.qtbot.keyClick(field, Qt.Key.Key_Down)
    seat.qtbot.keyClick(field, Qt.Key.Key_Return)
    seat.qtbot.keyClick(seat.window.review, Qt.Key.Key_Return)
    assert seat.window.review.isVisible(), "Enter pressed twice confirms nothing"
    for button in (seat.window.review.confirm, seat.window.review.back):
        seat.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert button.hasFocus()
    seat.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert seat.history() == []
    seat.qtbot.keyClick(seat.window.review.confirm, Qt.Key.Key_Return)
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]


def test_what_was_pasted_becomes_plain_digits(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    field = seat.window.form.rows["problems"].field
    QGuiApplication.clipboard().setText("１８。５分")
    field.selectAll()
    field.paste()
    assert field.text() == "18.5"


def test_a_stored_ballot_can_be_changed_and_the_change_given_up(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    seat.press("修改评分")
    seat.sees(State.EDITING)
    seat.reads("94.0")
    seat.type({"problems": "10"})
    seat.press("放弃修改")
    seat.sees(State.STORED)
    seat.press("修改评分")
    seat.type(OTHER)
    seat.submit()
    seat.sees(State.STORED)
    seat.until(lambda: seat.scores() == [OTHER, SCORES] or seat.scores() == [SCORES, OTHER])
    assert [ballot["current"] for ballot in seat.history() if ballot["scores"] == OTHER] == [True]


def test_a_returned_ballot_says_why_and_goes_out_again(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    desk.post("return-ballot", judge="L1", entry="F01", reason="第二项疑似笔误")
    seat.sees(State.RETURNED)
    seat.reads("评分表被退回：第二项疑似笔误")
    assert seat.typed() == SCORES
    seat.type({"targets": "18"})
    seat.submit()
    seat.sees(State.STORED)
    assert [b["scores"]["targets"] for b in seat.history() if b["current"]] == ["18"]


def test_with_every_score_filled_in_enter_still_goes_through_the_fields_one_by_one(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    seat.window.activateWindow()
    seat.press("修改评分")
    for key, score in OTHER.items():
        field = seat.window.form.rows[key].field
        seat.until(field.hasFocus)
        seat.qtbot.keyClicks(field, score)
        seat.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert seat.window.review.isVisible()
    assert seat.typed() == OTHER
    seat.qtbot.keyClick(seat.window.review, Qt.Key.Key_Escape)
    seat.qtbot.keyClick(seat.window.form.rows["problems"].field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert seat.window.review.isVisible()
    seat.qtbot.keyClick(seat.window.review, Qt.Key.Key_Escape)
    seat.type({"targets": ""})
    seat.qtbot.keyClick(seat.window.form.rows["measures"].field, Qt.Key.Key_Return)
    assert seat.window.form.rows["targets"].field.hasFocus()
    assert seat.scores() == [SCORES]


@pytest.mark.parametrize("corrected", [False, True], ids=["entered", "corrected"])
def test_a_ballot_that_the_staff_entered_from_paper_is_never_shown_as_the_judges_own(
    seat: Seat, desk: Plain, corrected: bool
) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    replaces = {}
    if corrected:
        seat.type(SCORES)
        seat.submit()
        seat.sees(State.STORED)
        seat.reads("控制台已收到并保存您的评分表。")
        replaces = {"replaces": seat.history()[0]["ballot_id"]}
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="纸质评分表", **replaces)
    word = "更正" if corrected else "录入"
    seat.reads(f"工作人员按纸质评分表{word} ")
    assert seat.window.state is State.STORED
    assert not seat.says_stored()
    seat.window.history.fold.click()
    seat.reads(f"第 1 轮，工作人员按纸质评分表{word} ")
    assert ("后已退回或被替换" in seat.text()) is corrected


@pytest.mark.process
def test_a_ballot_changed_by_another_device_is_never_overwritten_unseen(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.sees(State.UNSENT)
    seat.window.session._timer.stop()  # the other device is the faster one
    desk.start()
    assert desk.put("L1", "F01", "other-device", OTHER).status_code == 201
    seat.window.session.wake()
    seat.sees(State.CONFLICT)
    assert seat.scores() == [OTHER]
    seat.reads("没有覆盖")
    seat.press("用我刚提交的替换")
    seat.sees(State.STORED)
    assert [b["scores"] for b in seat.history() if b["current"]] == [SCORES]


@pytest.mark.process
def test_the_stored_one_of_two_ballots_can_be_kept(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.window.session._timer.stop()
    desk.start()
    desk.put("L1", "F01", "other-device", OTHER)
    seat.window.session.wake()
    seat.sees(State.CONFLICT)
    seat.press("保留控制台已存的")
    seat.sees(State.STORED)
    assert seat.scores() == [OTHER]


def test_a_judge_who_is_recused_or_absent_is_told_and_has_nothing_to_fill_in(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    desk.post("recuse", judge="L1", entry="F01", reason="亲属")
    seat.sees(State.RECUSED)
    seat.reads("您回避这家单位")
    assert not seat.window.dock.isVisible()
    desk.post("judge-absent", judge="L1", reason="请假")
    seat.sees(State.ABSENT)
    seat.reads("您本轮登记为缺席或离场")


def test_a_link_that_was_replaced_says_so_at_once_and_sends_nothing_more(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    desk.post("reissue", judge="L1", reason="二维码外泄")
    seat.sees(State.REVOKED)
    seat.reads("此链接已失效")
    seat.reads("未连接")
    assert not seat.window.dock.isVisible()


def test_the_desk_sees_who_is_there_and_how_much_is_filled_in(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type({"problems": "18", "targets": "19"})

    def linked() -> dict[str, object]:
        return next(dict(j["seat"]) for j in desk.get("/api/desk")["judges"] if j["code"] == "L1")

    seat.until(lambda: linked()["draft"] == 2 and linked()["linked"] == 1)
    seat.until(lambda: linked()["round_trip"] is not None)
    seat.close()
    seat.until(lambda: linked()["linked"] == 0)


def test_the_language_is_switched_while_scores_are_typed(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type({"problems": "18.5"})
    seat.press("English")
    for words in ("Scoring", "No. 01", "0–20, by 0.5", "1 of 4 filled", "Connected"):
        seat.reads(words)
    assert seat.typed()["problems"] == "18.5"
    seat.click(seat.window.dock.submit)
    seat.reads("Please fill in or correct: 3.")
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    seat.reads("The desk has received and saved your ballot.")
    seat.press("中文")
    seat.reads("控制台已收到并保存您的评分表")


def test_everything_can_be_reached_by_thumb_and_by_screen_reader_at_320_pixels(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.window.resize(320, 560)
    assert seat.window.width() == 320
    buttons = [button for button in seat.window.findChildren(QPushButton) if button.isVisible()]
    assert [b.text() for b in buttons if min(b.width(), b.height()) < TARGET] == []
    assert [b for b in buttons if not (b.accessibleName() or b.text())] == []
    row = seat.window.form.rows["problems"]
    assert (row.field.accessibleName(), row.minus.accessibleName()) == ("摆问题, 0–20，每次 0.5", "摆问题，减 0.5")
    inner = seat.window._scroll.viewport().width()
    assert all(each.geometry().right() <= inner for each in seat.window.form.rows.values())


def test_the_ballots_given_so_far_can_be_read_again(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    fold = seat.window.history.fold
    seat.until(lambda: fold.text() == "我的评分表（1）")
    fold.click()
    seat.reads("政法领域   94.0")
    seat.reads("第 1 轮，已存")


@pytest.mark.parametrize(("language", "words"), [("zh", "演练，不计入成绩"), ("en", "Rehearsal, nothing counts")])
def test_a_rehearsal_is_never_taken_for_the_real_thing(
    qtbot: QtBot, tmp_path: Path, qingdao: Path, language: str, words: str
) -> None:
    create_contest(tmp_path / "演练.arena", read_setup(qingdao), rehearsal=True)
    desk = PlainNearDesk(tmp_path / "演练.arena")
    seat = Seat(qtbot, desk, tmp_path / "shelves", language=language)
    seat.reads(words)
    seat.close()
    seat.languages.remove()
    desk.end()


def test_a_second_device_in_the_seat_is_told_and_so_is_its_going(seat: Seat, desk: Plain, tmp_path: Path) -> None:
    seat.sees(State.WAITING)
    twin = Seat(seat.qtbot, desk, seat.shelves)
    twin.sees(State.WAITING)
    other = Seat(seat.qtbot, desk, tmp_path / "another device")
    seat.reads("这个席位正在 2 台设备上打开")
    twin.close()
    other.close()
    seat.until(lambda: "台设备" not in seat.text())
    for each in (twin, other):
        each.languages.remove()


@pytest.mark.process
def test_whoever_takes_over_a_seat_is_told_that_it_has_scored_already(seat: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    seat.submit()
    seat.sees(State.STORED)
    seat.close()
    desk.post("substitute", judge="L1", name="新评委", title="", reason="换人")
    desk.kill()
    desk.start()
    new = Seat(seat.qtbot, desk, seat.shelves)
    new.sees(State.TAKEN)
    new.reads("那份“政法领域”的评分表仍然有效")
    assert "94.0" not in new.text()
    new.close()
    new.languages.remove()
