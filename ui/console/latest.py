"""The last lines of the journal, newest first."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.console.journal_model import TIME, WHAT, WHY, JournalModel
from ui.console.look import Caption, Elided

LINES = 8


class LatestRecords(QWidget):
    """Shows what was done last, and why."""

    def __init__(self, journal: JournalModel) -> None:
        super().__init__()
        self._journal = journal
        self._title = Caption()
        self._lines = [(Caption(), Elided(factor=0.92)) for _ in range(LINES)]
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (time, text) in enumerate(self._lines):
            text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(time, row, 0)
            grid.addWidget(text, row, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._title)
        box.addLayout(grid)
        box.addStretch()
        journal.rowsInserted.connect(self.refresh)
        journal.modelReset.connect(self.refresh)
        journal.dataChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Read the last lines again."""
        self._title.setText(self.tr("Journal"))
        records = self._journal.latest(LINES)
        for row, (time, text) in enumerate(self._lines):
            record = records[row] if row < len(records) else None
            time.setText(self._journal.text(record, TIME) if record else "")
            why = self._journal.text(record, WHY) if record else ""
            said = self._journal.text(record, WHAT) if record else ""
            text.setText(f"{said}：{why}" if why else said)
