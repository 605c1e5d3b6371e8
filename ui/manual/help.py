"""The way into the manual; its window is loaded when it is first opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.language import Languages

if TYPE_CHECKING:
    from ui.manual.window import ManualWindow

NAME = "help"


class Help(QObject):
    """Opens the manual, at the place where it is about what is in view; one window, however often it is asked for.

    A question stands in a window of its own, which the keys of the window behind it do not reach: as soon as it is the
    active one, it gets the help of the window that asks.
    """

    def __init__(self, languages: Languages, parent: QObject) -> None:
        super().__init__(parent)
        self._languages = languages
        self.window: ManualWindow | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._reach_question)

    def key(self, window: QWidget) -> QAction:
        """The action that asks for help in a window: F1, there and in every question before it."""
        action = QAction(window)
        action.setObjectName(NAME)
        action.setShortcut(QKeySequence(Qt.Key.Key_F1))
        window.addAction(action)
        return action

    def _reach_question(self) -> None:
        question = QApplication.activeWindow()
        if not isinstance(question, QDialog) or _help_of(question):
            return
        behind = next((found for window in _behind(question) if (found := _help_of(window))), None)
        if behind:
            self.key(question).triggered.connect(behind.trigger)

    def open(self, page: str = "index", number: int = 0) -> None:
        """Show a page; with a number, from the heading on that begins with it."""
        from ui.manual.source import numbered
        from ui.manual.window import ManualWindow

        if self.window is None:
            self.window = ManualWindow(self._languages)
        found = numbered(self._languages.current, page, number) if number else None
        self.window.show_page(page, found.anchor if found else "")
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Take the window away."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None


def _help_of(window: QWidget) -> QAction | None:
    return next((action for action in window.actions() if action.objectName() == NAME), None)


def _behind(question: QWidget) -> Iterator[QWidget]:
    """The widgets that a question belongs to, from the nearest on."""
    widget = question.parentWidget()
    while widget:
        yield widget
        widget = widget.parentWidget()
