"""Why this score and this rank: every step from the ballots to the place of one entry, to read and to copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from scoring.explain import explain
from scoring.text import Text
from storage.contest_file import ContestFile
from ui.console.buttons import KeyButton
from ui.console.explained import read_lines
from ui.console.explained_view import ExplainedView
from ui.console.look import Caption, Words
from ui.console.page import page_action
from ui.desk import Desk

WIDTH, HEIGHT, MARGIN = 860, 780, 80


class Explanation(QDialog):
    """Explains the result of one entry of a round. While it is open it follows the contest and the language."""

    def __init__(self, desk: Desk, number: int, code: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._number, self._code = desk, number, code
        self._texts: list[Text] = []
        self._title, self._copied, self.text = Words(factor=1.25, bold=True), Caption(factor=1.0), ExplainedView()
        self.copy, self.leave = page_action(self, "F4"), page_action(self, "Esc")
        self.copy.setEnabled(False)
        self._build()
        self._fit_into(parent.window())
        self.copy.triggered.connect(self._copy)
        self.leave.triggered.connect(self.reject)
        desk.changed.connect(self._read)
        self._retranslate()
        self._read()

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(self._title)
        box.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        close = KeyButton(self.leave)
        close.setDefault(True)
        row.addWidget(KeyButton(self.copy))
        row.addWidget(self._copied, 1)
        row.addWidget(close)
        box.addLayout(row)
        self.text.setFocus()

    def _fit_into(self, window: QWidget) -> None:
        self.resize(min(WIDTH, window.width() - MARGIN), min(HEIGHT, window.height() - MARGIN))

    def _read(self) -> None:
        """Ask again; whoever is no longer in the line-up has nothing to explain."""
        job = self._desk.ask(partial(_explained, number=self._number, code=self._code), self._take)
        job.failed.connect(self.deleteLater)

    def _take(self, texts: list[Text]) -> None:
        self._texts = texts
        self.copy.setEnabled(True)
        self._show()

    def _show(self) -> None:
        if self._texts:
            self.text.show_lines(read_lines(self._texts, self._desk.language))

    def _copy(self) -> None:
        lines = (text.said(self._desk.language) for text in self._texts)
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._copied.setText(self.tr("Copied"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    def _retranslate(self) -> None:
        title = self.tr("Why this score and this rank")
        self.setWindowTitle(title)
        self._title.setText(title)
        self.text.setAccessibleName(title)
        self.copy.setText(self.tr("Copy"))
        self.leave.setText(self.tr("Close"))
        self._copied.setText("")


def _explained(file: ContestFile, number: int, code: str) -> list[Text]:
    with file.lock:
        contest, known = file.contest, file.standings(number)
    return explain(contest, number, code, known)
