"""Every dialog of the console: it shows how to leave it, Esc leaves it, and whatever can be reached has a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from storage.contest_file import ContestFile
from storage.sheets import read_setup
from tests.ui.console_gallery import TEMPLATE, play
from tests.ui.consoles import Session, session
from tests.ui.dialog_gallery import AFTERWARDS, IN_THE_DAY, Ready, close_a_round
from tests.ui.test_console_dialogs import nameable
from ui.console.window import ConsoleWindow

Openers: TypeAlias = Mapping[str, Callable[[ConsoleWindow], Ready]]
WAYS_OUT = ("Close", "Cancel")
PATIENCE_MS = 30_000
"""Charts and their libraries are loaded by the first dialog that shows any."""


def dialogs(console: Session, play_: Callable[[ContestFile], None], openers: Openers) -> Iterator[tuple[str, QDialog]]:
    """Every dialog that these open, with its name; it is to be left by whoever gets it."""
    console.safety.start()
    play_(console.file)
    console.settle()
    for name, opened in openers.items():
        if name.startswith("menu-"):
            continue
        ready = opened(console.window)
        console.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QDialog), timeout=PATIENCE_MS)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        console.qtbot.waitUntil(ready, timeout=PATIENCE_MS)
        console.activate(dialog)
        yield name, dialog


def shows_a_way_out(name: str, dialog: QDialog) -> None:
    buttons = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    words = [button.accessibleName() or button.text() for button in buttons]
    assert set(words) & set(WAYS_OUT), (name, words)
    assert sum(button.isDefault() for button in buttons) == 1, (name, "Enter does one thing")
    assert dialog.windowTitle(), name
    focus = dialog.focusWidget()
    assert focus is not None, name
    assert not (isinstance(focus, QAbstractButton) and focus.text() == "Previous"), name


def names_everything(name: str, dialog: QDialog) -> None:
    for widget in nameable(dialog):
        assert widget.accessibleName() or getattr(widget, "text", str)(), (name, widget)


def left_by_escape(console: Session, name: str, dialog: QDialog) -> None:
    console.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    console.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not dialog)
    assert console.window.isVisible(), name


def test_every_dialog_of_the_day_is_left_as_it_says(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path, setup=read_setup(TEMPLATE)) as console:
        for name, dialog in dialogs(console, play, IN_THE_DAY):
            shows_a_way_out(name, dialog)
            names_everything(name, dialog)
            left_by_escape(console, name, dialog)


def test_every_dialog_after_the_day_is_left_as_it_says(qtbot: QtBot, tmp_path: Path) -> None:
    with session(qtbot, tmp_path) as console:
        for name, dialog in dialogs(console, close_a_round, AFTERWARDS):
            shows_a_way_out(name, dialog)
            names_everything(name, dialog)
            left_by_escape(console, name, dialog)
