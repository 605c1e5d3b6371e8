"""The journal as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from scoring.mark import MarkKind
from storage.contest_file import Change, ContestFile
from storage.journal import Record, records
from ui.console.journal_words import MARKS, JournalWords
from ui.console.look import plain_tip
from ui.console.rows import LEFT, OBJECT_ROLE, SORT_ROLE, Index, roomy
from ui.console.words import local_time, round_word
from ui.desk import Desk

NUMBER, TIME, ROUND, WHO, WHAT, WHY = range(6)
UNDONE_ROLE = SORT_ROLE + 2
UNDO = MarkKind.UNDO.value


def read_journal(file: ContestFile) -> list[Record]:
    """All records, oldest first."""
    with file.plain() as connection:
        return list(records(connection))


class JournalModel(QAbstractTableModel):
    """All records, newest first; read once in the background, then kept up to date.

    Signals:
        filled(): the records that were there before are in.
    """

    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._records: list[Record] = []  # oldest first: more are put behind
        self._undone: dict[int, int] = {}
        self._words = JournalWords(desk.languages, self)
        self._reading = False
        desk.changed.connect(self._append)

    def read(self) -> None:
        """Read what was recorded before, once."""
        if not self._reading:
            self._reading = True
            self._desk.ask(read_journal, self._fill)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (self.tr("No."), self.tr("Time"), self.tr("Round"), self.tr("Who"), self.tr("What"), self.tr("Why"))
        return roomy(names[section]) if 0 <= section < len(names) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        record = self._records[-1 - index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(record, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.text(record, index.column())) or None
        if role == SORT_ROLE:
            return record.number if index.column() in (NUMBER, TIME) else self.text(record, index.column())
        if role == UNDONE_ROLE:
            return record.number in self._undone
        return record if role == OBJECT_ROLE else None

    def text(self, record: Record, column: int) -> str:
        """What a cell reads."""
        contest = self._desk.snapshot.contest
        match column:
            case _ if column == NUMBER:
                return str(record.number)
            case _ if column == TIME:
                return local_time(record.at)
            case _ if column == ROUND:
                return round_word(record.round) if record.round else ""
            case _ if column == WHO:
                return self._words.who(record, contest)
            case _ if column == WHAT:
                return self._what(record)
            case _:
                return record.why

    def _what(self, record: Record) -> str:
        said = self._words.said(record, self._desk.snapshot.contest)
        undone = self._undone.get(record.number)
        return f"{said}  " + self.tr("(undone by {record})").format(record=undone) if undone else said

    def latest(self, count: int) -> list[Record]:
        """The newest records, newest first."""
        return self._records[: -count - 1 : -1]

    def is_undone(self, record: Record) -> bool:
        """Whether an undo that stands names this record."""
        return record.number in self._undone

    def can_undo(self, record: Record) -> bool:
        """Whether a record is a mark that still stands."""
        return record.what in MARKS and not self.is_undone(record)

    def standing(self, kind: MarkKind, *, subject: str = "", contestant: str = "") -> Record | None:
        """The latest mark of the live round that says this and still stands."""
        for record in reversed(self._records):
            about = (record.after.get("subject"), record.after.get("contestant"))
            live = record.round == self._desk.snapshot.round.number
            if record.what == kind.value and live and about == (subject, contestant) and self.can_undo(record):
                return record
        return None

    def standing_about(self, contestant: str) -> list[Record]:
        """The marks of the live round about one entry that still stand, oldest first."""
        live = self._desk.snapshot.round.number
        return [
            record
            for record in self._records
            if record.round == live and self.can_undo(record) and record.after.get("contestant") == contestant
        ]

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        if self._records:  # but for numbers and times, by which thousands of lines would be sorted again
            self.dataChanged.emit(self.index(0, ROUND), self.index(len(self._records) - 1, WHY))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WHY)

    def _fill(self, read: list[Record]) -> None:
        later = [record for record in self._records if not read or record.number > read[-1].number]
        self.beginResetModel()
        self._records = [*read, *later]
        self._undone = undone_by(self._records)
        self.endResetModel()
        self.filled.emit()

    def _append(self, change: Change) -> None:
        last = self._records[-1].number if self._records else 0
        new = [record for record in change.records if record.number > last]
        if not new:
            return
        self.beginInsertRows(QModelIndex(), 0, len(new) - 1)
        self._records += new
        self.endInsertRows()
        if any(record.what == UNDO for record in new):
            self._mark_undone()

    def _mark_undone(self) -> None:
        before, self._undone = self._undone, undone_by(self._records)
        changed = {number for number, _ in before.items() ^ self._undone.items()}
        for row, record in enumerate(reversed(self._records)):
            if record.number in changed:
                self.dataChanged.emit(self.index(row, WHAT), self.index(row, WHAT))


def undone_by(journal: Sequence[Record]) -> dict[int, int]:
    """Which record took back which mark; an undo that was itself undone takes back nothing."""
    undone: dict[int, int] = {}
    for record in reversed(journal):
        if record.what == UNDO and record.number not in undone:
            undone.setdefault(record.after["details"]["record"], record.number)
    return undone
