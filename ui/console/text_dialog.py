"""Dialogs that show lines to be read and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.console.buttons import KeyButton
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.page import page_action

MARGIN = 80


class TextDialog(QDialog):
    """A title, what a subclass puts into `head`, lines, and two buttons: copy and close. It follows the language."""

    def __init__(self, parent: QWidget, width: int, height: int) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._title, self.copied = Words(factor=1.25, bold=True), Caption(factor=1.0)
        self.head, self.row = QVBoxLayout(), QHBoxLayout()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = page_action(self, "F4")
        self.copy.triggered.connect(self._copy)
        self.close_button = CloseButton(self)
        self._lay_out()
        window = parent.window()
        self.resize(min(width, window.width() - MARGIN), min(height, window.height() - MARGIN))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        self.head.setSpacing(10)
        box.addWidget(self._title)
        box.addLayout(self.head)
        box.addWidget(self.text, 1)
        self.row.setSpacing(8)
        self.row.addWidget(KeyButton(self.copy))
        self.row.addWidget(self.copied, 1)
        self.row.addWidget(self.close_button)
        box.addLayout(self.row)

    def lines(self) -> str:
        """What is copied: all that the dialog says."""
        return self.text.toPlainText()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.lines())
        self.copied.setText(self.tr("Copied"))

    def retranslate(self) -> None:
        """Say everything in the language spoken now."""
        raise NotImplementedError

    def entitle(self, title: str) -> None:
        """The words above, and on the buttons below."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.copy.setText(self.tr("Copy"))
        self.copied.setText("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
