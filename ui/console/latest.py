"""The last lines of the journal, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.console.journal_model import TIME, WHAT, WHY, JournalModel
from ui.console.look import Caption, Words

MOST, GAP = 12, 4


class LatestRecords(QWidget):
    """Shows what was done last, and why: as many records as there is room for, each of them whole."""

    def __init__(self, journal: JournalModel) -> None:
        super().__init__()
        self._journal = journal
        self._title = Caption()
        self._lines = [(Caption(), Words(factor=0.92)) for _ in range(MOST)]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        for row, (time, text) in enumerate(self._lines):
            text.setWordWrap(True)
            self._grid.addWidget(time, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, row, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._title)
        box.addLayout(self._grid)
        box.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        journal.rowsInserted.connect(self.refresh)
        journal.modelReset.connect(self.refresh)
        journal.dataChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Read the last lines again."""
        self._title.setText(self.tr("Journal"))
        records = self._journal.latest(MOST)
        for row, (time, text) in enumerate(self._lines):
            record = records[row] if row < len(records) else None
            time.setText(self._journal.text(record, TIME) if record else "")
            why = self._journal.text(record, WHY) if record else ""
            said = self._journal.text(record, WHAT) if record else ""
            text.setText(self.tr("{what}: {why}").format(what=said, why=why) if why else said)
        self._fit()

    def _fit(self) -> None:
        """Leave out what there is no room for, oldest first."""
        wide = max(time.sizeHint().width() for time, _ in self._lines)
        room = self.height() - self._title.sizeHint().height() - GAP
        self._title.setVisible(room >= 0)
        for time, text in self._lines:
            room -= text.heightForWidth(self.width() - wide - self._grid.horizontalSpacing()) + GAP
            for label in (time, text):
                label.setVisible(bool(text.text()) and room >= 0)

    def hasHeightForWidth(self) -> bool:
        """It takes what room is left, and asks for none."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
