"""The console keeps copies where the organizer chose, and says in plain words what endangers the session."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from scoring.errors import BadInput, Fault
from scoring.text import Language, Text
from storage import desk, marks
from storage.backup import find_copies
from storage.contest_file import create_contest, open_contest
from storage.keeper import FOLDER, Pace
from tests.contests import score_entry
from tests.ui.consoles import GOOD, Session, session, small_setup
from ui.console.backups import BackupsDialog
from ui.console.buttons import KeyButton
from ui.console.dialogs import Question
from ui.console.look import Words
from ui.console.questions import show_error
from ui.console.safety import HUNG_SECONDS, LITTLE, Moved, Safety
from ui.console.safety_words import concern_words, room
from ui.vitals import Battery, ClockWatch, Vitals, Watch, behind, look

EAGER = Pace(every=0, look=0.02, again=0)


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console whose copies and looks at the computer are quicker than in a hall."""
    with session(qtbot, tmp_path) as opened:
        opened.safety.keeper._pace = EAGER
        opened.safety._watch._every = 0.02
        opened.safety.start()
        yield opened


@pytest.fixture
def quiet(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console that looks at nothing by itself: the test says how the computer is."""
    with session(qtbot, tmp_path) as opened:
        yield opened


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def backups(console: Session) -> BackupsDialog:
    console.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    return console.dialog(BackupsDialog)


def revisions(folder: Path) -> list[int]:
    return [each.copy.revision for each in find_copies(folder) if each.copy]


def stand(console: Session, vitals: Vitals) -> None:
    """This is how the computer is."""
    console.safety.vitals = vitals
    console.safety.changed.emit()


def test_copies_go_where_the_organizer_says_and_the_strip_says_when(console: Session, stick: Path) -> None:
    health = console.window.health
    assert health.see_to.isVisible()
    assert not console.window.file_menu.copy_now.isEnabled()
    console.qtbot.mouseClick(health.see_to, Qt.MouseButton.LeftButton)
    dialog = console.dialog(BackupsDialog)
    assert dialog.place.text() == "No folder is chosen: there are no copies."
    dialog.choose.trigger()
    picker = console.dialog(QFileDialog)
    picker.selectFile(str(stick))
    picker.accept()
    console.qtbot.waitUntil(lambda: dialog.last.text().endswith("journal #1, 0 ballots."))
    assert dialog.place.text() == str(stick)
    assert "same disk" in dialog.advice.text()
    console.qtbot.waitUntil(lambda: dialog.state.text().endswith("free there."))
    assert health.backup.text().startswith("Backup ")
    assert not health.see_to.isVisible()
    assert console.file.setting(FOLDER) == str(stick)
    score_entry(console.file, "A", GOOD)
    console.qtbot.waitUntil(lambda: revisions(stick)[0] == console.file.contest.revision)
    console.languages.use("zh")
    QApplication.processEvents()
    assert dialog.windowTitle() == "备份"
    assert health.backup.text().startswith("备份 ")
    dialog.end.trigger()
    console.qtbot.waitUntil(health.see_to.isVisible)
    assert not dialog.copy.isEnabled()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_the_dialog_is_cut_off_in_either_language(quiet: Session, stick: Path, language: Language) -> None:
    dialog = backups(quiet)
    quiet.languages.use(language)
    quiet.safety.use(stick)
    quiet.safety._follow_copies()

    def whole() -> bool:
        buttons = dialog.findChildren(KeyButton)
        labels = [label for label in dialog.findChildren(Words) if label.isVisible()]
        wide = all(button.width() >= button.sizeHint().width() for button in buttons)
        return wide and all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    quiet.qtbot.waitUntil(whole)


def test_a_copy_is_made_on_the_spot_and_as_scoring_is_closed(console: Session, stick: Path) -> None:
    console.safety.keeper._pace = Pace(every=1000, look=0.02, again=1000)
    console.safety.use(stick)
    dialog = backups(console)
    console.qtbot.waitUntil(lambda: revisions(stick) == [1])
    console.qtbot.waitUntil(dialog.copy.isEnabled)  # it hears of the folder by an event
    marks.adjust(console.file, "A", "1", reason="超时")
    dialog.copy.trigger()
    console.qtbot.waitUntil(lambda: revisions(stick) == [2, 1])
    dialog.leave.trigger()
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    desk.close_scoring(console.file, force=True)
    console.qtbot.waitUntil(lambda: revisions(stick) == [5, 2, 1])


def test_a_stick_that_is_pulled_is_said_at_once_and_scoring_goes_on(
    console: Session, stick: Path, tmp_path: Path
) -> None:
    bar = console.window.safety_bar
    console.safety.use(stick)
    console.qtbot.waitUntil(lambda: revisions(stick) == [1])
    assert not bar.isVisible()
    away = stick.rename(tmp_path / "拔掉")
    console.qtbot.waitUntil(bar.isVisible)
    assert "the backup folder is gone" in bar.text.text().lower()
    assert "Scoring goes on" in bar.text.text()
    assert console.window.health.backup.text() == "Backup: trouble"
    console.step()
    assert console.file.contest.live_round.called == "A"
    console.qtbot.mouseClick(bar.backups, Qt.MouseButton.LeftButton)
    assert "folder is gone" in console.dialog(BackupsDialog).state.text()
    away.rename(stick)
    console.qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_folder_that_cannot_be_used_is_said_in_the_dialog(console: Session, tmp_path: Path) -> None:
    dialog = backups(console)
    dialog.use(str(tmp_path / "没有"))
    console.qtbot.waitUntil(lambda: "No such file" in dialog.state.text())
    assert console.safety.keeping.folder is None


def test_a_file_whose_stick_is_pulled_is_said_in_a_dialog_until_it_is_back(console: Session, tmp_path: Path) -> None:
    moved = console.file.path.rename(tmp_path / "拔掉.arena")
    console.qtbot.waitUntil(lambda: console.window.lost_file.box is not None)
    box = console.dialog(QMessageBox)
    assert box.text() == "The contest file is gone"
    for words in (str(console.file.path), "Safe:", "To do:"):
        assert words in box.informativeText()
    assert console.window.health.file.text().startswith("File gone")
    assert "no longer in its place" in console.window.safety_bar.text.text()
    box.accept()
    console.step()
    assert "no longer in its place" in console.refusal()
    assert console.file.contest.live_round.called is None
    moved.rename(console.file.path)
    console.qtbot.waitUntil(lambda: not console.window.safety_bar.isVisible())
    assert console.window.health.file.text() == str(console.file.path)
    console.step()
    assert console.file.contest.live_round.called == "A"


def test_the_dialog_goes_away_by_itself_when_the_file_is_back(console: Session, tmp_path: Path) -> None:
    moved = console.file.path.rename(tmp_path / "拔掉.arena")
    console.qtbot.waitUntil(lambda: console.window.lost_file.box is not None)
    moved.rename(console.file.path)
    console.qtbot.waitUntil(lambda: console.window.lost_file.box is None)


def test_a_fault_that_repeats_does_not_bury_the_console_in_dialogs(quiet: Session) -> None:
    error = BadInput([Fault(Text("磁盘坏了", "the disk is broken"))])
    assert show_error(quiet.window, error, "en") is show_error(quiet.window, error, "en")
    quiet.refusal()


def test_low_power_and_a_full_disk_are_said_and_quiet_while_all_is_well(quiet: Session) -> None:
    bar, health = quiet.window.safety_bar, quiet.window.health
    stand(quiet, Vitals(free=50 << 30, battery=Battery(80, plugged=True)))
    assert not bar.isVisible()
    assert (health.disk.text(), health.disk.tone) == ("Disk: 50 GB free", "quiet")
    assert (health.battery.text(), health.battery.tone) == ("Mains, battery 80%", "quiet")
    stand(quiet, Vitals(free=LITTLE - 1, battery=Battery(60, plugged=False)))
    assert "199 MB are left" in bar.text.text()
    stand(quiet, Vitals(free=4096, battery=Battery(60, plugged=False)))
    assert "is full: ballots cannot be stored any more, or soon not" in bar.text.text()
    assert "0 MB" not in bar.text.text()
    assert (health.disk.tone, health.battery.text(), health.battery.tone) == ("bad", "Battery 60%", "warn")
    stand(quiet, Vitals(battery=Battery(20, plugged=False)))
    assert bar.text.text() == "The battery is at 20%: plug this computer in."
    assert health.battery.tone == "bad"
    assert not health.disk.isVisible()
    stand(quiet, Vitals(battery=Battery(20, plugged=True)))
    assert not bar.isVisible()
    assert [room(free) for free in (3 << 29, 20 << 30, 5 << 20)] == ["1.5 GB", "20 GB", "5 MB"]


def test_the_bar_is_as_high_as_its_words_however_many_come_and_go(quiet: Session) -> None:
    label = quiet.window.safety_bar.text

    def fits() -> bool:
        return bool(label.text()) and label.height() >= label.heightForWidth(label.width())

    low = Battery(5, plugged=False)
    for vitals in (
        Vitals(battery=low),
        Vitals(battery=low, free=1, behind=90.0),
        Vitals(free=1),
        Vitals(False, 1, low),
    ):
        stand(quiet, vitals)
        quiet.qtbot.waitUntil(fits)
        quiet.window.lost_file._take_back()


def test_a_clock_that_was_moved_is_said_until_somebody_has_read_it(quiet: Session) -> None:
    bar, health = quiet.window.safety_bar, quiet.window.health
    quiet.safety._follow_vitals(Vitals(), -3600.0)
    assert "set back by 60 min" in bar.text.text()
    health._follow_time()
    assert health.time.tone == "bad"
    quiet.safety._follow_vitals(Vitals(), 0.0)
    assert bar.isVisible()
    quiet.qtbot.mouseClick(bar.read, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    quiet.safety.moved = Moved(5.0, time.time())
    stand(quiet, Vitals())
    assert "set forward by 5 s" in bar.text.text()
    quiet.safety.moved = None
    stand(quiet, Vitals(behind=7200.0))
    assert "2 h behind the newest record" in bar.text.text()
    stand(quiet, Vitals(behind=86400.0 * 400))
    assert "400 days behind" in bar.text.text()
    quiet.languages.use("zh")
    QApplication.processEvents()
    assert "成绩与时钟无关" in bar.text.text()


def test_a_disk_that_does_not_answer_is_said(quiet: Session) -> None:
    safety = quiet.safety
    object.__setattr__(safety.keeping, "began", time.monotonic() - HUNG_SECONDS - 1)
    assert safety.concerns() == ("hung",)
    assert concern_words("hung", safety, "en").startswith("The disk of the backups does not answer.")


def test_a_clock_is_watched_against_one_that_goes_evenly() -> None:
    wall, even = [1000.0], [5.0]
    watch = ClockWatch(lambda: wall[0], lambda: even[0])
    wall[0], even[0] = 1010.0, 15.0
    assert watch.moved() == 0
    wall[0], even[0] = 1021.0, 25.0
    assert watch.moved() == 0, "a second is what time servers correct"
    wall[0], even[0] = 431.0, 35.0
    assert watch.moved() == -600
    assert watch.moved() == 0, "once"


def test_the_computer_is_looked_at_as_it_is(tmp_path: Path, logged_warnings: list[logging.LogRecord]) -> None:
    path = tmp_path / "小擂台.arena"
    create_contest(path, small_setup())
    file = open_contest(path)
    try:
        seen = look(file)
        assert seen.in_place
        assert seen.free
        assert seen.behind == behind(file) == 0
        path.unlink()
        assert (look(file).in_place, look(file).free) == (False, None)
        watch = Watch(file, lambda vitals, moved: None)
        watch.stop()
    finally:
        file.close()


def test_a_rehearsal_is_not_copied_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "演练.arena"
    create_contest(path, small_setup(), rehearsal=True)
    file = open_contest(path)
    console = Session(qtbot, file, "zh")
    try:
        assert not console.window.health.see_to.isVisible()
        menu = console.window.file_menu
        assert not menu.rehearse.isEnabled()
        assert console.window.windowTitle() == "演练 – 小擂台 – 擂台赛控制台"
        dialog = backups(console)
        assert dialog.place.text() == "演练不做备份：评分都是模拟的。"
        assert not dialog.choose.isEnabled()
    finally:
        console.close()
        file.close()


def test_other_contests_and_rehearsals_open_beside_this_desk(quiet: Session) -> None:
    menu = quiet.window.file_menu
    menu.others.trigger()
    desk.call(quiet.file, "A")
    quiet.settle()
    menu.rehearse.trigger()
    asked = quiet.dialog(Question)
    assert "is on stage" in "".join(label.text() for label in asked.findChildren(QLabel))
    asked.no.click()
    assert quiet.launched == [("--lang", "en")], "nothing is begun unasked"
    menu.rehearse.trigger()
    quiet.dialog(Question).yes.click()
    assert quiet.launched == [("--lang", "en"), ("--lang", "en", "rehearse", str(quiet.file.path))]
    assert (menu.rehearse.text(), menu.rehearse.isEnabled()) == ("The rehearsal is starting…", False)
    menu.starting.setInterval(0)
    quiet.qtbot.waitUntil(menu.rehearse.isEnabled)
    menu.rehearse.trigger()
    menu._launch = lambda words: False
    menu.others.trigger()
    assert "This desk goes on" in quiet.refusal()
    quiet.dialog(Question).yes.click()
    assert menu.rehearse.isEnabled(), "it is not starting"


def test_a_keeper_tells_the_windows_nothing_once_it_has_ended(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "小擂台.arena"
    create_contest(path, small_setup())
    file = open_contest(path)
    safety = Safety(file, pace=EAGER, every=0.02)
    with qtbot.waitSignal(safety.changed):
        safety.start()
    safety.stop()
    heard: list[object] = []
    safety._seen.connect(heard.append)
    marks.adjust(file, "A", "1", reason="超时")
    QApplication.processEvents()
    assert heard == []
    file.close()
    safety.deleteLater()
