"""What the pages beside the live one have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.console.look import Caption, Words
from ui.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

MARGIN = 20
ROOM_FOR_THE_FRAME = QSize(16, 48)
"""Title bar and edges, which the window system adds: what is below must not fall off a small screen."""


class StepPage(QWidget):
    """A page with a title and a line on what it is for; it reads the contest again while it is in view.

    `reworded` while it refreshes for the first time, or since another language is spoken: what it has said is to be
    said anew.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.reworded = True
        self._title, self._purpose = Words(factor=1.5, bold=True), Caption(factor=1.0, wrap=True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.box.setSpacing(10)
        self.box.addWidget(self._title)
        self.box.addWidget(self._purpose)
        desk.changed.connect(self._follow)

    def say(self, title: str, purpose: str) -> None:
        """Say what the page is for."""
        self._title.setText(title)
        self._purpose.setText(purpose)
        self.setAccessibleName(title)

    def refresh(self) -> None:
        """Show the contest as it is now, in the language spoken now."""
        raise NotImplementedError

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
            self.reworded = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.reworded = True
            self._follow()


def buttons_row(*buttons: QWidget) -> QHBoxLayout:
    """Buttons side by side, from the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row


def page_action(page: QWidget, key: str) -> QAction:
    """An action of a page with a key that works while the page is in view."""
    action = QAction(page)
    action.setShortcut(QKeySequence(key))
    page.addAction(action)
    return action


def grow(dialog: QDialog) -> None:
    """Let a dialog become as large as its words need now; it does not do so by itself once it is open."""
    layout = dialog.layout()
    if layout and dialog.isVisible():
        layout.activate()
        width = max(dialog.width(), layout.totalSizeHint().width())
        dialog.resize(width, max(dialog.height(), layout.totalHeightForWidth(width)))


def fit(dialog: QDialog) -> None:
    """Let a dialog become just as high as its words need now."""
    layout = dialog.layout()
    if layout and dialog.isVisible():
        layout.activate()
        dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
        grow(dialog)


def plain_button(button: QPushButton) -> QPushButton:
    """A button that Enter presses when it has the focus."""
    button.setAutoDefault(True)
    return button
