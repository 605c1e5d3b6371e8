"""Judges join and leave the list in the window: who, with which link, from when on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from storage import desk
from storage.contest_file import read_contest
from storage.verify import verify
from tests.contests import score_entry
from tests.ui.consoles import GOOD, Session
from tests.ui.test_console_imports import lines, looked, preview, take_in
from ui.console.import_preview import PreviewDialog
from ui.console.journal_model import WHAT
from ui.console.judges import JudgesPage
from ui.console.steps import Page
from ui.console.tiles import TileView

SHIFT = Qt.KeyboardModifier.ShiftModifier


def page(console: Session) -> JudgesPage:
    console.window.show_page(Page.JUDGES)
    shown = console.window.findChild(JudgesPage)
    assert isinstance(shown, JudgesPage)
    return shown


def test_a_judge_is_added_by_keyboard_and_is_the_one_to_be_linked_next(console: Session) -> None:
    judges = page(console)
    console.press(Qt.Key.Key_F2, SHIFT)
    question = console.question()
    assert question.focusWidget() is question._inputs["name"]
    question.fill("code", "Ｌ１")
    assert "L1 is 领导一 already" in question._faults["code"].text()
    question.fill("code", "")
    question.fill("reason", "名单遗漏")
    question.fill("name", "专家三")
    question.fill("group", "专家")
    assert question._note.text() == "Seat E3"
    console.answer(title="教授")
    judge = console.file.contest.judges[-1]
    assert (judge.code, judge.name, judge.title, judge.group) == ("E3", "专家三", "教授", "expert")
    console.qtbot.waitUntil(lambda: judges.card._name.text() == "专家三")
    console.window.show_page(Page.LIVE)
    desk.call(console.file, "A")
    console.settle()
    assert "专家三" in {tile.tile.judge.name for tile in console.live.findChildren(TileView)}


def test_whoever_was_put_in_by_mistake_goes_again_until_somebody_is_scored(console: Session) -> None:
    judges = page(console)
    judges.table.selectRow(3)
    assert judges.remove.isVisible()
    console.press(Qt.Key.Key_F8, SHIFT)
    console.answer(reason="录入有误")
    assert [judge.code for judge in console.file.contest.judges] == ["L1", "L2", "E1"]
    score_entry(console.file, "A", GOOD)
    console.qtbot.waitUntil(lambda: not judges.remove.isVisible())
    console.press(Qt.Key.Key_F2, SHIFT)
    console.answer(name="后来者", reason="补充评委")
    assert console.file.contest.live_round.absent == {"L3"}
    console.qtbot.waitUntil(lambda: judges.model.index(judges.model.row_of("L3"), 4).data() == "absent")
    said = [console.window.journal.text(record, WHAT) for record in read_contest(console.file.path).journal]
    assert said[1] == "专家二 is removed from the judges, seat E2"
    assert said[-2:] == ["后来者 joins the judges, seat L3", "后来者 is absent"]
    assert verify(console.file.path) == []


def test_a_list_of_judges_is_looked_at_before_it_comes_in(console: Session, tmp_path: Path) -> None:
    page(console)
    console.press(Qt.Key.Key_F6, SHIFT)
    path = tmp_path / "评委.csv"
    path.write_text("编号,姓名,评委组\nL1,领导一,领导\nE3,专家三,专家\nL2,别人,领导\n", encoding="utf-8")
    dialog = preview(console, str(path))
    same, new, wrong = lines(dialog)
    assert (same[1:], new[1:]) == (("= same", "stays as it is"), ("+ new", "专家三 joins 专家, seat E3"))
    assert "'L2' is 领导二 already" in wrong[2]
    assert not dialog.yes.isEnabled()
    dialog.reject()
    score_entry(console.file, "A", GOOD)
    console.settle()
    QGuiApplication.clipboard().setText("编号\t姓名\t评委组\nE3\t专家三\t专家\nE4\t专家四\t专家")
    console.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = looked(console, console.dialog(PreviewDialog))
    assert "from the next round on" in dialog._bringing.purpose()
    dialog.reason.setText("名单遗漏")
    take_in(console, dialog)
    assert [judge.code for judge in console.file.contest.judges[4:]] == ["E3", "E4"]
    assert console.file.contest.live_round.absent == {"E3", "E4"}
    assert verify(console.file.path) == []
