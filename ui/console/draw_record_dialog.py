"""The record of a round's draws to print and sign: where the file goes, that it is there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from exports.kinds import ABOUT, Kind, Order
from ui.console.close_button import CloseButton
from ui.console.look import Caption, Words
from ui.console.making import Export, Making, writing
from ui.console.page import fit
from ui.console.words import round_word
from ui.desk import Desk


class DrawRecordDialog(QDialog):
    """Makes the record of what was drawn in the live round."""

    def __init__(self, desk: Desk, export: Export, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Record of the draw"))
        self._export, self._number = export, desk.snapshot.round.number
        self.making = Making(desk, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        box.addWidget(Words(self.windowTitle(), factor=1.25, bold=True))
        about = Caption(ABOUT[Kind.DRAWS].purpose.said(desk.language), factor=1.0, wrap=True)
        box.addWidget(about)
        self.making.row.addWidget(CloseButton(self))
        box.addWidget(self.making)
        box.addStretch()
        self.resize(720, self.height())
        self.making.retranslate()
        self.making.make.setText(self.tr("Make the record"))
        name = (desk.snapshot.plan.title, round_word(self._number), ABOUT[Kind.DRAWS].name.said(desk.language))
        self.making.suggest(" ".join(name), "pdf")
        self.making.wanted.connect(self._make)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self)

    def _make(self) -> None:
        self.making.start(writing(self._export, Order(Kind.DRAWS, Path(), self._number)))
