"""Whether the file can be believed, and which program this is, asked for and copied in the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from arena_desk.archiving import write_archive
from build_spec.bundling import version
from storage import desk
from storage.contest_file import read_contest
from tests.contests import score_entry
from tests.ui.consoles import GOOD, Session
from ui.console.about_dialog import AboutDialog
from ui.console.check_dialog import CheckDialog
from ui.crash import CrashGuard
from ui.libraries import known_version


def checked(console: Session) -> CheckDialog:
    """The dialog, once it has looked at what it was given."""
    dialog = console.dialog(CheckDialog)
    console.qtbot.waitUntil(lambda: dialog._job is None and dialog._found is not None)
    return dialog


def copied() -> list[str]:
    return QGuiApplication.clipboard().text().splitlines()


def test_the_open_contest_is_checked_at_once_in_the_words_of_the_command_line(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.window.file_menu.check.trigger()
    dialog = checked(console)
    last = read_contest(console.file.path).journal[-1]
    assert dialog.state.text() == f"all is well: {last.number} records, fingerprint {last.number}:{last.digest[:16]}"
    console.activate(dialog)
    console.qtbot.keyClick(dialog, Qt.Key.Key_F4)
    assert copied() == [str(console.file.path), dialog.state.text(), dialog.text.toPlainText()]
    assert dialog.text.toPlainText().endswith(f"in full: {last.digest}")
    console.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    console.qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_fingerprint_from_paper_is_held_against_the_journal(console: Session) -> None:
    console.window.file_menu.show_check()
    dialog = checked(console)
    console.activate(dialog)
    assert dialog.focusWidget() is dialog.printed
    dialog.printed.setText("12")
    console.qtbot.keyClick(dialog.printed, Qt.Key.Key_Return)
    assert checked(console).text.toPlainText().startswith("a fingerprint is NUMBER:HEX")
    dialog.printed.setText("1:" + "0" * 16)
    console.qtbot.keyClick(dialog.printed, Qt.Key.Key_Return)
    assert checked(console).state.text() == "1 thing does not hold:"
    assert dialog.text.toPlainText().startswith("the digest of record 1 is ")
    dialog.printed.setText(f"1：{console.file.last.digest}")
    console.qtbot.keyClick(dialog, Qt.Key.Key_F5)
    assert "agrees" in checked(console).state.text()
    dialog.printed.clear()
    console.qtbot.keyClick(dialog, Qt.Key.Key_F5)
    assert "agrees" not in checked(console).state.text(), "nothing was given"


def test_another_file_or_an_archive_is_checked_too(console: Session, tmp_path: Path) -> None:
    score_entry(console.file, "A", GOOD)
    archive, forged, none = tmp_path / "存档.zip", tmp_path / "改过.arena", tmp_path / "没有.arena"
    write_archive(console.file.path, archive, "zh")
    with closing(sqlite3.connect(console.file.path)) as source, closing(sqlite3.connect(forged)) as copy:
        source.backup(copy)
        copy.execute("UPDATE ballot SET scores = replace(scores, '38', '39')")
        copy.commit()
    console.window.file_menu.show_check()
    dialog = checked(console)
    dialog.other.trigger()
    console.dialog(QFileDialog).close()
    dialog.use(str(archive))
    assert checked(console).state.text().startswith("all is well")
    dialog.use(str(forged))
    assert checked(console).state.text() == "4 things do not hold:"
    assert len(dialog.text.toPlainText().splitlines()) == 4
    dialog.use(str(none))
    assert checked(console).state.text() == "It could not be checked:"
    assert "there is no such file" in dialog.text.toPlainText()
    console.languages.use("zh")
    console.qtbot.waitUntil(lambda: dialog.state.text() == "无法核对：")


def test_whoever_closes_it_early_is_not_waited_for(console: Session) -> None:
    console.window.file_menu.show_check()
    dialog = console.dialog(CheckDialog)
    dialog.start()
    dialog.reject()
    desk.call(console.file, "A")
    console.settle()


def test_about_says_what_somebody_who_helps_wants_to_know(console: Session, tmp_path: Path) -> None:
    guard = CrashGuard(lambda: tmp_path / "arena-desk.log")
    guard.install()
    guard.say_where()
    try:
        console.window._about.trigger()
        about = console.dialog(AboutDialog)
        shown = about.text.toPlainText()
        console.activate(about)
        console.qtbot.keyClick(about, Qt.Key.Key_F4)
        facts = copied()
    finally:
        guard.remove()
        guard.deleteLater()
    assert facts[0] == f"Arena Desk {version()}"
    assert facts[3:] == [f"Contest: {console.file.path}", f"Log: {tmp_path / 'arena-desk.log'}"]
    for words in ("LGPL 2.1", "Permission is hereby granted", "https://code.qt.io", "numpy", "BSD-3-Clause"):
        assert words in shown
    console.qtbot.keyClick(about, Qt.Key.Key_Return)
    console.qtbot.waitUntil(lambda: not about.isVisible())
    assert known_version("no-such-package") == ""
