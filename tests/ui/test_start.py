"""The first window: what was open here, a new contest, a backup taken back, a rehearsal; also from the keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from scoring.errors import NotNow
from scoring.text import Text
from storage import marks
from storage.backup import copy_contest, describe
from storage.contest_file import ContestFile, create_contest, open_contest, read_contest
from tests.files import write_files
from tests.ui.consoles import small_setup
from ui.console.dialogs import Question
from ui.console.words import path_word, read_path
from ui.language import Languages
from ui.start.new_contest import NewContest
from ui.start.recent import Kept, Recents
from ui.start.recent_model import OPENED
from ui.start.refused import has_screen, refused_box, refused_words, tell_refused
from ui.start.restoring import Restoring
from ui.start.target import named
from ui.start.window import Rehearse, StartWindow

Widget = TypeVar("Widget", bound=QWidget)


class Start:
    """The start window as a person sits before it."""

    def __init__(self, qtbot: QtBot, folder: Path, templates: tuple[Path, ...]) -> None:
        self.qtbot, self.languages = qtbot, Languages("en")
        self.recents = Recents(folder / "状态" / "recent.json")
        self.templates = templates
        self.window = self._shown()

    def _shown(self) -> StartWindow:
        window = StartWindow(self.languages, self.recents, self.templates)
        with self.qtbot.waitActive(window):
            window.show()
        return window

    def again(self) -> None:
        """Close the window and open a new one."""
        self.close()
        self.languages = Languages("en")
        self.window = self._shown()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window, key, modifier)

    def dialog(self, kind: type[Widget]) -> Widget:
        """The dialog of a kind that is open."""
        found: list[Widget] = []

        def look() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if each.isVisible()]
            return bool(found)

        self.qtbot.waitUntil(look)
        return found[0]

    def opened(self) -> ContestFile:
        """The contest that was opened; the window is closed."""
        self.qtbot.waitUntil(lambda: self.window.chosen is not None)
        chosen = self.window.chosen
        assert isinstance(chosen, ContestFile)
        assert not self.window.isVisible()
        return chosen

    def listed(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: self.window.model.rowCount() == count)

    def refusal(self) -> str:
        """What the error dialog says; it is closed."""
        box = self.dialog(QMessageBox)
        said = f"{box.text()}\n{box.informativeText()}"
        box.accept()
        return said

    def close(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            dialog.done(0)
        self.window.close()
        self.window.deleteLater()
        self.languages.remove()


@pytest.fixture
def contest(tmp_path: Path) -> Path:
    path = tmp_path / "小擂台.arena"
    create_contest(path, small_setup())
    return path


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, qingdao: Path) -> Iterator[Start]:
    opened = Start(qtbot, tmp_path, (qingdao,))
    yield opened
    if isinstance(opened.window.chosen, ContestFile):
        opened.window.chosen.close()
    opened.close()


def test_the_first_time_it_says_where_to_begin(start: Start) -> None:
    window = start.window
    start.qtbot.waitUntil(lambda: not window.table.isVisible())
    assert "Begin on the right" in window.state.text()
    assert not window.open_.isEnabled()
    window.switch.click()
    QApplication.processEvents()
    assert window.new.text() == "用模板新建…"
    assert start.recents.read().language == "zh"


def test_recent_contests_open_with_enter_and_what_is_gone_says_so(start: Start, contest: Path, tmp_path: Path) -> None:
    start.recents.note(contest, "小擂台", contest=describe(contest).contest)
    start.recents.note(tmp_path / "U盘" / "没了.arena", "没了的擂台")
    start.again()
    start.listed(2)
    window, model = start.window, start.window.model
    assert model.index(0, OPENED).data() == "file gone"
    gone = model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert gone.color() == window.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).endswith("没了.arena")
    assert window.table.currentIndex().row() == 1, "the first that is there is chosen"
    assert window.state.text() == str(contest)
    start.qtbot.keyClick(window.table, Qt.Key.Key_Up)
    assert "is not there" in window.state.text()
    assert not window.open_.isEnabled()
    start.qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert window.chosen is None
    start.qtbot.keyClick(window.table, Qt.Key.Key_Delete)
    start.listed(1)
    assert [each.title for each in start.recents.read().contests] == ["小擂台"]
    start.qtbot.keyClick(window.table, Qt.Key.Key_Return)
    file = start.opened()
    assert file.path == contest
    assert file.setting("language") == "en"


def test_a_contest_that_another_desk_has_open_is_said_plainly_and_the_window_stays(start: Start, contest: Path) -> None:
    other = open_contest(contest)
    try:
        start.window.other.trigger()
        picker = start.dialog(QFileDialog)
        picker.selectFile(str(contest))
        picker.accept()
        said = start.refusal()
    finally:
        other.close()
    assert said.startswith("This contest is open already")
    for words in (str(contest), "Safe:", "To do:"):
        assert words in said
    assert start.window.isVisible()
    start.window.open(contest)
    assert start.opened().path == contest


def test_what_is_no_contest_is_said_and_the_window_stays(start: Start, tmp_path: Path) -> None:
    (tmp_path / "坏.arena").write_text("x", encoding="utf-8")
    start.window.open(tmp_path / "坏.arena")
    assert "is not a contest file" in start.refusal()
    assert start.window.chosen is None


def test_a_new_contest_is_made_from_the_template_and_opened(start: Start, tmp_path: Path) -> None:
    start.press(Qt.Key.Key_F3)
    dialog = start.dialog(NewContest)
    start.qtbot.waitUntil(lambda: "55 contestants" in dialog.found.text())
    assert "15 judges" in dialog.found.text()
    assert "营商环境" in dialog.plan.currentText()
    assert Path(dialog.target.path.text()).name == "“深化作风能力 优化营商环境”专题擂台赛.arena"
    dialog.target.path.selectAll()
    start.qtbot.keyClicks(dialog.target.path, str(tmp_path / "new"))
    start.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    file = start.opened()
    assert file.path == tmp_path / "new.arena"
    assert len(file.contest.contestants) == 55


def test_every_fault_of_my_own_files_is_listed_and_copied_and_nothing_is_created(start: Start, tmp_path: Path) -> None:
    plan = write_files(tmp_path)
    good = plan.read_text(encoding="utf-8")
    plan.write_text(good.replace("[contest]", "[contest]\nwhat = 1\ndecimals = 9", 1), encoding="utf-8")
    start.press(Qt.Key.Key_F4)
    dialog = start.dialog(NewContest)
    picker = start.dialog(QFileDialog)
    picker.selectFile(str(plan))
    picker.accept()
    start.qtbot.waitUntil(dialog.faults.isVisible)
    lines = dialog.faults.lines.toPlainText()
    assert "nothing was created" in dialog.faults.heading.text()
    assert "contest.what: is not a known key" in lines
    assert "contest.decimals" in lines
    assert not dialog.create_.isEnabled()
    dialog.faults.copy.trigger()
    assert QGuiApplication.clipboard().text() == lines
    dialog.choose.trigger()
    again = start.dialog(QFileDialog)
    assert again.directory().absolutePath() == str(tmp_path), "the mended plan lies where the faulty one lay"
    again.reject()
    assert not list(tmp_path.glob("*.arena"))
    start.languages.use("zh")
    QApplication.processEvents()
    assert "什么都没有建立" in dialog.faults.heading.text()
    plan.write_text(good, encoding="utf-8")
    dialog.use_plan(str(plan))
    start.qtbot.waitUntil(dialog.create_.isEnabled)
    assert not dialog.faults.isVisible()
    dialog.target.use("")
    assert not dialog.create_.isEnabled()
    dialog.target.use(str(tmp_path / "我的.arena"))
    dialog.create_.trigger()
    assert start.opened().path == tmp_path / "我的.arena"


def test_whoever_chooses_no_plan_is_back_at_the_start(start: Start) -> None:
    start.press(Qt.Key.Key_F4)
    dialog = start.dialog(NewContest)
    start.dialog(QFileDialog).reject()
    start.qtbot.waitUntil(lambda: not dialog.isVisible())


def test_whoever_chooses_no_folder_of_copies_is_back_at_the_start(start: Start) -> None:
    start.press(Qt.Key.Key_F5)
    dialog = start.dialog(Restoring)
    start.dialog(QFileDialog).reject()
    start.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert start.window.isVisible()


def test_a_file_that_is_there_is_never_overwritten_by_a_new_contest(start: Start, contest: Path) -> None:
    before = contest.read_bytes()
    start.window.new.trigger()
    dialog = start.dialog(NewContest)
    dialog.target.choose.trigger()
    picker = start.dialog(QFileDialog)
    picker.selectFile(str(contest))
    picker.accept()
    start.qtbot.waitUntil(dialog.create_.isEnabled)
    dialog.create_.trigger()
    start.qtbot.waitUntil(dialog.faults.isVisible)
    assert "the file exists and was left alone" in dialog.faults.lines.toPlainText()
    assert contest.read_bytes() == before
    assert named(contest.parent, "小擂台").name == "小擂台 2.arena"


def test_a_backup_is_restored_in_two_clicks_and_what_was_there_is_kept(
    start: Start, contest: Path, tmp_path: Path
) -> None:
    copies = tmp_path / "U盘"
    copies.mkdir()
    first = copy_contest(contest, copies)
    file = open_contest(contest)
    marks.adjust(file, "A", "1", reason="超时")
    copy_contest(contest, copies)
    marks.adjust(file, "A", "2", reason="超时")
    file.close()
    (copies / "坏.arena").write_text("x", encoding="utf-8")
    start.recents.note(contest, "小擂台", contest=first.contest, backups=copies)
    start.again()
    start.listed(1)
    start.press(Qt.Key.Key_F5)
    dialog = start.dialog(Restoring)
    start.qtbot.waitUntil(lambda: dialog.model.rowCount() == 3)
    shown = [dialog.model.index(row, 3).data() for row in range(3)]
    assert shown == ["#2", "#1", ""], "newest first, then what cannot be read"
    assert "is not a contest file" in dialog.model.index(2, 1).data()
    assert dialog.target.path.text() == str(contest)
    dialog.table.selectRow(2)
    assert not dialog.restore.isEnabled()
    dialog.table.selectRow(1)
    start.qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    start.qtbot.waitUntil(lambda: "is kept as" in dialog.state.text())
    aside = next(path for path in contest.parent.glob("*.arena") if "恢复前" in path.name)
    assert aside.name in dialog.state.text()
    assert read_contest(aside).contest.revision == 3
    start.languages.use("zh")
    QApplication.processEvents()
    assert dialog.restore.text() == "打开"
    start.qtbot.keyClick(dialog.go, Qt.Key.Key_Return)
    restored = start.opened()
    assert (restored.path, restored.last.what, restored.contest.revision) == (contest, "restored", 2)


def test_a_backup_is_not_restored_over_a_contest_that_is_open(start: Start, contest: Path, tmp_path: Path) -> None:
    copies = tmp_path / "U盘"
    copies.mkdir()
    copy_contest(contest, copies)
    other = open_contest(contest)
    start.window.backup.trigger()
    dialog = start.dialog(Restoring)
    picker = start.dialog(QFileDialog)
    picker.selectFile(str(copies))
    picker.accept()
    try:
        start.qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
        assert dialog.target.path.text().endswith("小擂台.arena"), "not known here: a place of its own"
        dialog.target.use(str(contest))
        dialog.restore.trigger()
        start.qtbot.waitUntil(lambda: "another desk has the file open" in dialog.state.text())
    finally:
        other.close()
    assert dialog.restore.isEnabled()


def test_a_folder_without_copies_or_without_itself_is_said(start: Start, tmp_path: Path) -> None:
    start.window.backup.trigger()
    dialog = start.dialog(Restoring)
    dialog.use_folder(str(tmp_path / "状态"))
    start.dialog(QFileDialog).reject()
    start.qtbot.waitUntil(lambda: "cannot be read now" in dialog.state.text())
    (tmp_path / "空").mkdir()
    dialog.use_folder(str(tmp_path / "空"))
    start.qtbot.waitUntil(lambda: dialog.state.text() == "There is no copy of a contest in this folder.")
    assert not dialog.restore.isEnabled()


def test_a_rehearsal_is_of_the_contest_chosen_or_of_the_template(start: Start, contest: Path, qingdao: Path) -> None:
    start.recents.note(contest, "小擂台")
    start.again()
    start.listed(1)
    start.press(Qt.Key.Key_F6)
    question = start.dialog(Question)
    question.fill("speed", "10 ×")
    question.yes.click()
    assert start.window.chosen == Rehearse(contest, 10.0)
    start.again()
    start.press(Qt.Key.Key_F6)
    question = start.dialog(Question)
    question.fill("what", "Template City: “深化作风能力 优化营商环境”专题擂台赛")
    question.yes.click()
    assert start.window.chosen == Rehearse(qingdao, 1.0)


def test_escape_leaves_without_a_choice(start: Start) -> None:
    with start.qtbot.waitSignal(start.window.closed):
        start.press(Qt.Key.Key_Escape)
    assert start.window.chosen is None


def test_lists_keep_the_rules_of_models(
    start: Start, contest: Path, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    copy_contest(contest, tmp_path)
    start.recents.note(contest, "小擂台")
    start.again()
    start.listed(1)
    qtmodeltester.check(start.window.model)
    start.window.backup.trigger()
    dialog = start.dialog(Restoring)
    dialog.use_folder(str(tmp_path))
    start.dialog(QFileDialog).reject()
    start.qtbot.waitUntil(lambda: dialog.model.rowCount() == 2)
    qtmodeltester.check(dialog.model)


def test_what_is_remembered_holds_no_token_and_survives_damage(tmp_path: Path, contest: Path) -> None:
    recents = Recents(tmp_path / "a" / "recent.json")
    for number in range(25):
        recents.note(tmp_path / f"{number}.arena", "擂台")
    recents.note(contest, "小擂台", backups=tmp_path)
    recents.note_backups(contest, None)
    kept = recents.read().contests
    assert (len(kept), kept[0].title, kept[0].backups) == (20, "小擂台", "")
    written = (tmp_path / "a" / "recent.json").read_text(encoding="utf-8")
    assert set(json.loads(written)["contests"][0]) == {"path", "title", "opened", "contest", "backups"}
    for damaged in ("", "[]", '{"contests": [{}], "language": "zh"}', '{"contests": 1, "language": 2}'):
        (tmp_path / "a" / "recent.json").write_text(damaged, encoding="utf-8")
        assert recents.read() == Kept()


def test_a_home_that_cannot_be_written_only_forgets() -> None:
    recents = Recents(Path("/proc/1/nothing/recent.json"))
    recents.note(Path("/a.arena"), "擂台")
    recents.use_language("en")
    assert recents.read() == Kept()


def test_places_in_the_own_home_are_short() -> None:
    for path, word in (
        (Path.home() / "文档" / "a.arena", Path("~/文档/a.arena")),
        (Path("/media/KINGSTON/a.arena"),) * 2,
    ):
        assert (path_word(path), read_path(path_word(path))) == (str(word), path)
    assert read_path("~nobody/a.arena") == Path("~nobody/a.arena"), "a name, not somebody's home"


@pytest.mark.parametrize(
    ("environment", "system", "seen"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland;xcb"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "win32", True),
        ({"QT_QPA_PLATFORM": "windows:darkmode=2"}, "win32", True),
    ],
)
def test_no_dialog_is_tried_where_nobody_could_see_it(environment: dict[str, str], system: str, seen: bool) -> None:
    assert has_screen(environment, system) is seen


def test_a_second_copy_waits_until_its_dialog_is_read(qtbot: QtBot, qapp: QApplication, contest: Path) -> None:
    shown: list[str] = []

    def read() -> None:
        for box in QApplication.topLevelWidgets():
            if isinstance(box, QMessageBox) and box.isVisible():
                shown.append(box.informativeText())
                box.accept()

    qapp.setQuitOnLastWindowClosed(False)  # as `make_application` has it
    timer = QTimer(interval=50)
    timer.timeout.connect(read)
    timer.start()
    tell_refused(qapp, contest, NotNow("port_taken", Text("端口被占用", "the port is taken")), "zh")
    timer.stop()
    qapp.setQuitOnLastWindowClosed(True)
    assert shown == [refused_words(contest, NotNow("port_taken", Text("端口被占用", "the port is taken")), "zh")[1]]


def test_a_second_copy_says_what_happened_what_is_safe_and_what_to_do(qtbot: QtBot, contest: Path) -> None:
    languages = Languages("zh")
    other = open_contest(contest)
    with pytest.raises(NotNow) as refused:
        open_contest(contest)
    other.close()
    box = refused_box(contest, refused.value, "zh")
    qtbot.addWidget(box)
    try:
        assert box.text() == "这场擂台赛已经打开了"
        for words in (str(contest), "安全的：", "请这样做："):
            assert words in box.informativeText()
    finally:
        languages.remove()
