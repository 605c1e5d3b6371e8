"""A line to write in, on a page or in a dialog that also takes a copied table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class BesideTable(QLineEdit):
    """A line of text. What was copied in a spreadsheet program is no such line: it is left to who wants tables.

    Signals:
        table_pasted(): the key for pasting was pressed, and the clipboard holds a table.
    """

    table_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        copied = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if is_table(copied):
            self.table_pasted.emit()
        elif copied.endswith("\n"):  # it would stand in the line as a sign of its own
            self.insert(copied.strip())
        else:
            super().keyPressEvent(event)


def is_table(text: str) -> bool:
    """Whether a copied text has several cells; a single one may end its line."""
    return "\t" in text or len(text.strip().splitlines()) > 1
