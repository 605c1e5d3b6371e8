"""What the two lines under the header have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.console.look import Hairline, Words


class WarningBar(QWidget):
    """One red line that is there only while something is wrong, with buttons that lead to what to do."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.text = Words(tone="bad", bold=True, wrap=True)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(14)
        row.addWidget(self.text, 1)
        for button in buttons:
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(row)
        box.addWidget(Hairline())

    def refresh(self) -> None:
        """Say how it stands; nothing where all is well."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
