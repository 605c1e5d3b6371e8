"""What is needed seldom, and what can be taken back about an entry: behind the row of buttons, on the line-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from scoring.contest import Entry
from storage.journal import Record
from ui.console.journal_model import WHAT, JournalModel
from ui.console.words import literal

if TYPE_CHECKING:
    from ui.console.corrections import Corrections


class EntryMenu(QMenu):
    """Actions of the live page, then an undo for every mark about the entry in view that stands."""

    def __init__(
        self,
        actions: list[QAction],
        corrections: Corrections,
        journal: JournalModel,
        entry: Entry | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._corrections, self._journal = corrections, journal
        self._undos: dict[QAction, Record] = {}
        self.addActions(actions)
        self.addSeparator()
        for record in journal.standing_about(entry.code) if entry else ():
            said = journal.text(record, WHAT)
            self._undos[self.addAction(self.tr("Undo: {said}…").format(said=literal(said)))] = record
        self.triggered.connect(self._undo)
        self.aboutToHide.connect(self.deleteLater)

    def _undo(self, action: QAction) -> None:
        record = self._undos.get(action)
        if record:
            self._corrections.undo(record, self._journal.text(record, WHAT))
