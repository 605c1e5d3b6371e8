"""The way out of a dialog, in view and under Esc."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

from ui.console.buttons import KeyButton
from ui.console.page import page_action


class CloseButton(KeyButton):
    """Closes its dialog, and says so in the language spoken now."""

    def __init__(self, dialog: QDialog) -> None:
        self.leave = page_action(dialog, "Esc")
        self.leave.triggered.connect(dialog.reject)
        super().__init__(self.leave, dialog)
        self._name()

    def _name(self) -> None:
        self.leave.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
