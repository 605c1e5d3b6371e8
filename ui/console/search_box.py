"""A line to write in, on a page or in a dialog that also takes a copied table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

PASTE = "edit-paste"
"""What Qt calls the action in the menu of a line."""


class BesideTable(QLineEdit):
    """A line of text. What was copied in a spreadsheet program is no such line: it is left to who wants tables, be it
    pasted by the key or from the menu of the mouse.

    Signals:
        table_pasted(): something is to be pasted, and the clipboard holds a table.
    """

    table_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.take_copied()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """The usual menu of a line, which pastes as the key does."""
        menu = self.createStandardContextMenu()
        paste = menu.findChild(QAction, PASTE)
        assert isinstance(paste, QAction), "Qt names its actions"
        paste.triggered.disconnect()
        paste.triggered.connect(self.take_copied)
        return menu

    def take_copied(self) -> None:
        """Paste what was copied, or say that it is a table."""
        copied = QGuiApplication.clipboard().text()
        if is_table(copied):
            self.table_pasted.emit()
        elif copied.endswith("\n"):  # it would stand in the line as a sign of its own
            self.insert(copied.strip())
        else:
            self.paste()


def is_table(text: str) -> bool:
    """Whether a copied text has several cells; a single one may end its line."""
    return "\t" in text or len(text.strip().splitlines()) > 1
