"""The windows as a whole: language, light and dark, the stage beside the console, closing."""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup, QImage, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from arena_desk.app import check_file
from scoring.contest import Screen
from scoring.text import Language
from storage import desk as operations
from storage import staging
from storage.contest_file import create_contest, open_contest
from tests.contests import score_entry
from tests.ui.consoles import GOOD, Session, StillLinks, session, small_setup
from tests.ui.stage_items import contrast, words_on
from ui.appearance import dark_palette, use_appearance
from ui.console.dialogs import Question
from ui.console.look import is_dark, look
from ui.console.safety import Safety
from ui.console.stage_link import StageLink
from ui.console.steps import Page
from ui.console.tile_words import caption
from ui.crash import CrashGuard
from ui.program import Windows
from ui.snapshot import take_snapshot
from ui.stage.model import Stage


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[Windows]:
    create_contest(tmp_path / "小擂台.arena", small_setup())
    file = open_contest(tmp_path / "小擂台.arena")
    safety = Safety(file)
    opened = Windows(
        file,
        StillLinks(),
        export=lambda order, report: None,
        check=check_file,
        safety=safety,
        launch=lambda words: True,
    )
    opened.open()
    qtbot.waitUntil(lambda: opened.stage.stage is not None)
    yield opened
    opened.close()
    file.close()
    opened.console.hide()
    opened.console.deleteLater()
    opened.deleteLater()


def keys_of(widget: QWidget) -> list[str]:
    return [key.toString() for action in widget.actions() for key in action.shortcuts()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_fits_a_small_laptop_without_widening_the_window(console: Session, language: Language) -> None:
    console.languages.use(language)
    for page in Page:
        console.page(page)
        assert (console.window.width(), console.window.height()) == (1280, 720), page


def test_the_language_is_switched_on_every_page_without_restart(console: Session) -> None:
    for page in Page:
        console.page(page)
    console.page(Page.LIVE)
    console.languages.use("zh")
    QApplication.processEvents()
    assert console.primary == "请甲单位上台"
    assert console.live.keys.screens[Screen.WELCOME].text() == "欢迎"
    assert console.window.steps.model().index(2, 0).data() == "3  评委"
    assert caption(console.live.board.tile("L1").tile) == "在线"
    judges = console.page(Page.JUDGES)
    assert judges.accessibleName() == "评委"
    console.languages.use("en")
    QApplication.processEvents()
    assert judges.accessibleName() == "Judges"


def test_every_line_of_the_menus_says_what_it_is_in_both_languages(console: Session) -> None:
    for language in ("zh", "en"):
        console.languages.use(language)
        QApplication.processEvents()
        for menu in console.window._menus.findChildren(QMenu) + console.window.findChildren(QMenu):
            lines = [action for action in menu.actions() if not action.isSeparator()]
            assert all(line.text().strip(" :：") for line in lines), (language, menu.title())
    assert [action.text() for action in console.window._colours.actions()] == ["As the system", "Light", "Dark"]


def test_no_key_of_the_window_is_a_key_of_a_page_as_well(windows: Windows) -> None:
    """Qt would take such a key for ambiguous and do neither."""
    console = windows.console
    everywhere = [key for menu in console.findChildren(QMenu) for key in keys_of(menu)]
    assert {"Alt+1", "Ctrl+B", "Ctrl+Shift+S"} <= set(everywhere)
    assert len(everywhere) == len(set(everywhere))
    for page in Page:
        console.show_page(page)
        own = keys_of(console._pages[page])
        assert own, page
        assert not set(own) & set(everywhere), page


def test_dark_and_light_follow_the_palette_at_once(console: Session) -> None:
    light = look(console.live).good_tint
    use_appearance("dark")
    QApplication.processEvents()
    assert is_dark(console.live.palette())
    assert marked_contrast() >= 4.5
    assert look(console.live).good_tint != light
    caption = console.live._lineup_title
    assert caption.palette().color(QPalette.ColorRole.WindowText) == look(caption).quiet
    use_appearance("light")
    QApplication.processEvents()
    assert look(console.live).good_tint == light
    assert not is_dark(console.live.palette())
    assert marked_contrast() >= 4.5


def marked_contrast() -> float:
    """Between a chosen row and its words."""
    palette = QApplication.palette()
    return contrast(*map(palette.color, (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText)))


def test_the_menu_says_which_look_and_language_are_in_use(console: Session) -> None:
    chosen = [[action for action in group.actions() if action.isChecked()] for group in looks_and_languages(console)]
    assert [[action.data() for action in each] for each in chosen] == [["system"], ["en"]]


def looks_and_languages(console: Session) -> tuple[QActionGroup, QActionGroup]:
    return console.window._looks, console.window._languages


def test_a_dark_palette_keeps_text_readable() -> None:
    palette = dark_palette()
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    assert text.lightness() - ground.lightness() > 150


def test_the_console_asks_before_it_is_closed_while_the_session_runs(console: Session) -> None:
    operations.call(console.file, "A")
    console.settle()
    console.window.close()
    assert console.window.isVisible()
    with console.qtbot.waitSignal(console.window.closed):
        console.answer()
    assert not console.window.isVisible()


def test_whoever_closes_a_rehearsal_is_told_what_becomes_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path, rehearsal=True) as console:
        operations.call(console.file, "A")
        console.settle()
        console.window.close()
        question = console.question()
        assert "rehearsal" in question.windowTitle()
        assert "No contest file was changed" in question._asked.text
        with qtbot.waitSignal(console.window.closed):
            console.answer()


def test_the_console_closes_at_once_when_nothing_runs(console: Session) -> None:
    with console.qtbot.waitSignal(console.window.closed):
        console.window.close()
    assert not console.window.findChildren(Question)


def test_menus_hold_the_steps_of_the_session_only_while_they_are_open(console: Session) -> None:
    menu = console.window._session
    assert menu.actions() == []
    menu.popup(QPoint(0, 0))
    assert console.live.keys.primary in menu.actions()
    menu.close()
    assert menu.actions() == []


def test_the_thumbnail_shows_what_the_room_sees(qtbot: QtBot, windows: Windows) -> None:
    assert windows.stage.thumbnail is not None
    assert windows.stage.stage is not None
    assert windows.console.live.stage._shown.text() == "欢迎"
    operations.call(windows.desk.file, "A")
    qtbot.waitUntil(lambda: windows.console.live.stage._shown.text() == "登台")
    assert "甲单位" in str(windows.stage.stage.property("view"))
    assert windows.stage.thumbnail.isVisible()


def test_the_look_of_the_stage_is_chosen_in_the_console_and_kept(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    link, stage = windows.stage, windows.stage.stage
    assert stage is not None
    link.show_menu()
    menu = QApplication.activePopupWidget()
    assert menu is windows.console.stage_menu
    menu.close()
    next(action for action in link._orders.actions() if action.data() == "side-by-side").trigger()
    assert stage.property("sideBySide")
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.save(str(tmp_path / "标志.png"))
    link._logo.trigger()
    (dialog,) = windows.console.findChildren(QFileDialog)
    dialog.reject()
    link.use_logo(str(tmp_path / "标志.png"))
    assert stage.property("logo").startswith("data:image/png")
    file = windows.desk.file
    qtbot.waitUntil(lambda: (file.setting("logo") or "").startswith("data:") and file.setting("boards") is not None)
    with qtbot.waitSignal(windows.desk.refused):
        link.use_logo(str(tmp_path / "nothing.png"))
    assert stage.property("logo"), "the old one stays"
    link._no_logo.trigger()
    assert not stage.property("logo")
    qtbot.waitUntil(lambda: file.setting("logo") == "")


def test_a_desk_that_was_killed_in_the_middle_of_a_reveal_goes_on_where_the_room_was(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    file = windows.desk.file
    score_entry(file, "A", GOOD)
    staging.begin_reveal(file, "A")
    staging.step_on(file)
    path = tmp_path / "after a crash.arena"
    with sqlite3.connect(tmp_path / "小擂台.arena") as there, sqlite3.connect(path) as copy:
        there.backup(copy)
    again = open_contest(path)
    stage = Stage()
    stage.show_view(take_snapshot(again).stage)
    assert stage.property("view")["screen"] == "reveal"
    assert stage.property("view")["reveal"]["beat"] == "ballots"
    while stage.property("score").property("text") == "":
        staging.step_on(again)
        stage = Stage()
        stage.show_view(take_snapshot(again).stage)
    assert stage.property("score").property("text") == "95.00", "what the room has seen counted is not counted again"
    again.close()


def test_the_computer_stays_awake_while_the_stage_is_shown(qtbot: QtBot, windows: Windows) -> None:
    closed = windows.console.live.stage.closed
    assert not windows.stage._awake.kept
    assert closed.isVisible(), "there is one screen alone"
    assert "Ctrl+Shift+S" in closed.text()
    windows.stage.open()
    assert windows.stage._awake.kept
    assert not closed.isVisible()
    windows.stage._full.trigger()
    assert windows.stage.window is not None
    assert windows.stage.window.is_full_screen()
    windows.stage.window.close()
    assert not windows.stage._awake.kept
    assert closed.isVisible()
    windows.stage.toggle_full_screen()
    assert not windows.stage.window.isVisible(), "a closed stage stays closed"


def test_the_room_is_shown_nothing_before_it_is_revealed(qtbot: QtBot, windows: Windows) -> None:
    score_entry(windows.desk.file, "A", GOOD)
    qtbot.waitUntil(lambda: windows.desk.snapshot.contest.revision == windows.desk.file.contest.revision)
    assert windows.stage.stage is not None
    assert "95" not in str(windows.stage.stage.property("view"))


def test_language_and_theme_are_remembered_in_the_file(qtbot: QtBot, windows: Windows) -> None:
    english = next(action for action in windows.console._languages.actions() if action.data() == "en")
    english.trigger()
    navy = next(action for action in windows.stage._themes.actions() if action.data() == "navy")
    navy.trigger()
    file = windows.desk.file
    qtbot.waitUntil(lambda: (file.setting("language"), file.setting("theme")) == ("en", "navy"))
    assert navy.text() == "Navy"


def test_the_room_reads_its_own_language_whatever_the_organizer_reads(qtbot: QtBot, windows: Windows) -> None:
    link, file = windows.stage, windows.desk.file
    assert link.stage is not None
    link.open()
    windows.desk.do(operations.show, Screen.CLOSING)
    qtbot.waitUntil(lambda: "谢谢大家" in said(link))
    console = {action.data(): action for action in windows.console._languages.actions()}
    stage = {action.data(): action for action in link._speech.actions()}
    console["en"].trigger()
    assert stage["en"].text() == "The stage in English", "the menu speaks with the console"
    QApplication.processEvents()
    assert "谢谢大家" in said(link)
    assert "Thank you" not in said(link), "a switch for one person changes nothing for the room"
    qtbot.waitUntil(lambda: file.setting("stage-language") == "zh")
    stage["en"].trigger()
    qtbot.waitUntil(lambda: "Thank you" in said(link))
    console["zh"].trigger()
    QApplication.processEvents()
    assert "Thank you" in said(link)
    assert (stage["en"].text(), stage["en"].isChecked()) == ("大屏用英文", True)
    qtbot.waitUntil(lambda: file.setting("stage-language") == "en")


def said(link: StageLink) -> str:
    """Everything that the room reads."""
    assert link.window is not None
    return " ".join(words.text for words in words_on(link.window))


def test_a_crash_says_what_is_safe_and_where_the_log_lies(
    qtbot: QtBot, tmp_path: Path, logged_warnings: list[logging.LogRecord]
) -> None:
    guard = CrashGuard(lambda: tmp_path / "arena-desk.log")
    guard.install()
    try:
        sys.excepthook(ValueError, ValueError("boom"), None)
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: guard._box is not None)
    finally:
        guard.remove()
    box = guard._box
    assert isinstance(box, QMessageBox)
    assert "Everything that was acknowledged is on disk" in box.informativeText()
    assert str(tmp_path / "arena-desk.log") in box.informativeText()
    assert box.detailedText() == "ValueError: boom"
    assert len(logged_warnings) == 2
    logged_warnings.clear()
    ok = box.button(QMessageBox.StandardButton.Ok)
    assert isinstance(ok, QPushButton)
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: guard._box is None)
    guard.deleteLater()


def test_the_excepthooks_are_given_back(tmp_path: Path, qapp: object) -> None:
    before = sys.excepthook, threading.excepthook
    guard = CrashGuard(lambda: tmp_path / "arena-desk.log")
    guard.install()
    assert sys.excepthook == guard.take
    guard.remove()
    assert (sys.excepthook, threading.excepthook) == before
