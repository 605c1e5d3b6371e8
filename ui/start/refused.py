"""A contest that cannot be opened now, because another desk has it for instance: said where a person sees it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from scoring.errors import ArenaError, NotNow
from scoring.text import Language
from ui.console.words import translate
from ui.language import Languages

SCREENS = {"", "cocoa", "wayland", "wayland-egl", "windows", "xcb"}
"""The platforms of Qt on which a person sees a window; empty where Qt chooses by itself."""


def has_screen(environment: Mapping[str, str], system: str) -> bool:
    """Whether a window can be shown at all: without a display, Qt would end the program."""
    if environment.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0] not in SCREENS:
        return False
    display = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return system in ("win32", "darwin") or bool(display)


def tell_refused(application: QApplication, path: Path, error: ArenaError, language: Language) -> None:
    """Say in a dialog why this contest is not opened, until that is read."""
    languages = Languages(language)
    box = refused_box(path, error, language)
    box.finished.connect(application.quit)
    box.open()
    application.exec()
    box.deleteLater()
    languages.remove()


def refused_box(path: Path, error: ArenaError, language: Language) -> QMessageBox:
    """The dialog that says so."""
    head, more = refused_words(path, error, language)
    box = QMessageBox(QMessageBox.Icon.Warning, "Arena Desk", head)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    return box


def refused_words(path: Path | None, error: ArenaError, language: Language) -> tuple[str, str]:
    """A heading, and what is to be known besides."""
    if not isinstance(error, NotNow) or error.code != "in_use":
        head, *rest = error.lines(language)
        return head, "\n".join(rest)
    head = translate("Start", "This contest is open already")
    told = translate(
        "Start",
        "Another Arena Desk on this computer, or one that works on the same shared folder, has {path} open.\n\n"
        "Safe: that one goes on as if nothing had happened; nothing was changed here.\n\n"
        "To do: look for its window in the task bar and go on there. If there is none, end the other program, or "
        "restart the computer, and open the contest again.",
    )
    return head, told.format(path=path)
