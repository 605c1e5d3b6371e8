"""The last lines of the journal, newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from storage.journal import Record
from ui.console.journal_model import TIME, WHAT, WHY, JournalModel
from ui.console.look import Caption, Words

MOST, GAP = 12, 4
REST_MS = 500
"""How often the lines move, at most: ballots come faster than anybody reads, and each line is laid out anew."""


class LatestRecords(QWidget):
    """Shows what was done last, and why: as many records as there is room for, each of them whole."""

    def __init__(self, journal: JournalModel) -> None:
        super().__init__()
        self._journal = journal
        self._title = Caption()
        self._lines: list[tuple[Words, Words]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self._title)
        box.addLayout(self._grid)
        box.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._follow)
        self._behind = False
        journal.rowsInserted.connect(self._note)
        journal.modelReset.connect(self.refresh)
        journal.dataChanged.connect(self.refresh)

    def _add_line(self) -> None:
        time, text = Caption(), Words(factor=0.92, wrap=True)
        self._grid.addWidget(time, len(self._lines), 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, len(self._lines), 1)
        self._lines.append((time, text))

    def refresh(self) -> None:
        """Say the last records again, as far as there is room for them; of others nothing is worked out."""
        if not self.isVisible():
            return
        self._behind = False
        self._title.setText(self.tr("Journal"))
        records = self._journal.latest(MOST)
        for _ in range(len(records) - len(self._lines)):
            self._add_line()
        room = self.height() - self._title.sizeHint().height() - GAP
        self._title.setVisible(room >= 0)
        for row, (time, text) in enumerate(self._lines):
            record = records[row] if row < len(records) and room >= 0 else None
            if record:
                time.setText(self._journal.text(record, TIME))
                text.setText(self._said(record))
                width = self.width() - time.sizeHint().width() - self._grid.horizontalSpacing()
                room -= text.heightForWidth(width) + GAP
            for label in (time, text):
                label.setVisible(record is not None and room >= 0)

    def _note(self) -> None:
        self._behind = True
        if not self._rest.isActive():
            self._follow()

    def _follow(self) -> None:
        if self._behind:
            self._rest.start()
            self.refresh()

    def _said(self, record: Record) -> str:
        what, why = (self._journal.text(record, column) for column in (WHAT, WHY))
        return self.tr("{what}: {why}").format(what=what, why=why) if why else what

    def hasHeightForWidth(self) -> bool:
        """It takes what room is left, and asks for none."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
