"""Page 8: everything that was done, by whom and why; from here it is taken back where that is safe."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter

from storage.journal import Record, without_packed
from ui.console.buttons import KeyButton
from ui.console.conductor import Conductor
from ui.console.journal_model import NUMBER, TIME, WHAT, WHO, JournalModel
from ui.console.look import Caption
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.rows import Sorted, Table
from ui.console.way_back import Way, WayBack, way_back
from ui.console.words import local_time
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections

LONGEST = 20_000
"""Letters of a record that are shown in full; the contest's first one may hold a crowd of names."""


class NewestFirst(Sorted):
    """The journal as it is sorted and filtered. Newest first is the order that it has by itself: thousands of records
    need not be compared for it.
    """

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column in (NUMBER, TIME) and order is Qt.SortOrder.DescendingOrder:
            super().sort(-1)
        else:
            super().sort(column, order)


class JournalPage(StepPage):
    """The journal as a table, newest first, with a filter; below it one record in full."""

    def __init__(
        self, desk: Desk, corrections: Callable[[], Corrections], conductor: Conductor, journal: JournalModel
    ) -> None:
        super().__init__(desk)
        self._corrections, self._conductor, self._journal = corrections, conductor, journal
        self.sorted = NewestFirst(journal, self)
        self.table = Table(self.sorted)
        self.table.sortByColumn(NUMBER, Qt.SortOrder.DescendingOrder)
        self.filter, self._count = QLineEdit(), Caption(factor=1.0)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(320)
        self.advice = Caption(factor=1.0, wrap=True)
        self._whole = QPlainTextEdit()
        self._whole.setReadOnly(True)
        self.undo = page_action(self, "F5")
        self._build()
        self._connect()

    def _build(self) -> None:
        row = buttons_row(self.filter, KeyButton(self.undo))
        row.addWidget(self._count)
        self.box.addLayout(row)
        self.box.addWidget(self.advice)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(self._whole)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.box.addWidget(split, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.sorted.setFilterFixedString)
        self.undo.triggered.connect(self._undo)
        self.table.selectionModel().currentRowChanged.connect(self._show_choice)
        self._journal.rowsInserted.connect(self._show_count)
        self._journal.modelReset.connect(self._show_count)

    def refresh(self) -> None:
        purpose = self.tr("Nothing is ever removed. A correction is a new record that names the old one.")
        self.say(self.tr("Journal"), purpose)
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.table.setAccessibleName(self.tr("Journal"))
        self._whole.setAccessibleName(self.tr("The record in full"))
        self._journal.read()
        self._show_count()
        self._show_choice()

    def _show_count(self) -> None:
        self._count.setText(self.tr("%n record(s)", "", self._journal.rowCount()))

    def _show_choice(self) -> None:
        record: Record | None = self.table.chosen()
        found = self._way_back(record) if record else None
        self.undo.setText(self.tr("Undo…"))
        self.undo.setToolTip(self.tr("Take back what the record says, with a reason, where that is safe"))
        self.undo.setEnabled(found is not None and found.way is not None)
        unchosen = self.tr("Choose a record to read it in full and to see whether it can be undone.")
        self.advice.setText(
            f"#{record.number}  {found.said.said(self._desk.language)}" if record and found else unchosen
        )
        self._whole.setPlainText(self._in_full(record) if record else "")
        self._whole.setVisible(record is not None)

    def _in_full(self, record: Record) -> str:
        """The record in words, then as it is kept."""
        who, what = (self._journal.text(record, column) for column in (WHO, WHAT))
        head = f"#{record.number}  {local_time(record.at, '%Y-%m-%d %H:%M:%S')}  {who}"
        why = self.tr("Why: {reason}").format(reason=record.why) if record.why else ""
        kept = self.tr("As the journal keeps it, with the time in UTC, for whoever checks it:")
        return "\n".join(line for line in (head, what, why, f"\n{kept}", _kept(record)) if line)

    def _way_back(self, record: Record) -> WayBack:
        return way_back(record, self._desk.snapshot, undone=self._journal.is_undone(record))

    def _undo(self) -> None:
        record: Record | None = self.table.chosen()
        if record is None:
            return
        match self._way_back(record).way:
            case Way.UNDO:
                self._corrections().undo(record, self._journal.text(record, WHAT))
            case Way.RETURN_BALLOT:
                self._corrections().return_ballot(record.after["judge"], record.after["entry"])
            case Way.UNREVEAL:
                self._conductor.unreveal(record.after["entry"])


def _kept(record: Record) -> str:
    """The record as the journal keeps it, and as its digest is made."""
    facts = {"before": record.before, "after": without_packed(record.after)}
    body = json.dumps({key: value for key, value in facts.items() if value}, ensure_ascii=False, indent=2)
    body = body if len(body) <= LONGEST else f"{body[:LONGEST]}…"
    return f"#{record.number}  {record.at}  {record.what}\n{body}\nSHA-256 {record.digest}"
