"""Everything that is wrong with what was chosen, at once, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ui.console.buttons import KeyButton
from ui.console.look import Words
from ui.console.page import buttons_row, page_action


class FaultsView(QWidget):
    """A heading, one line a fault, and a button that copies them; hidden while there are none."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.heading, self.lines = Words(tone="bad", bold=True, wrap=True), QPlainTextEdit(readOnly=True)
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(96)
        self.copy = page_action(owner, "F8")
        self.copy.triggered.connect(self._copy)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.heading)
        box.addWidget(self.lines, 1)
        box.addLayout(buttons_row(KeyButton(self.copy)))
        self.show_lines("", ())

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        """Show these faults, or none."""
        self.heading.setText(heading)
        self.lines.setPlainText("\n".join(lines))
        self.lines.setAccessibleName(heading)
        self.copy.setText(self.tr("Copy all"))
        self.copy.setEnabled(bool(lines))
        self.setVisible(bool(lines))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lines.toPlainText())
