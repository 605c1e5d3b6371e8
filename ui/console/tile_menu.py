"""What can be corrected about one judge and the entry in view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from scoring import conduct
from scoring.contest import Entry
from scoring.mark import MarkKind
from storage.journal import Record
from ui.console.journal_model import WHAT, JournalModel
from ui.console.words import literal
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections


class TileMenu(QMenu):
    """The menu of a judge's tile; only what can be done now is in it."""

    def __init__(
        self, desk: Desk, corrections: Corrections, journal: JournalModel, judge: str, entry: Entry, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._corrections, self._journal = desk, corrections, journal
        self._judge, self._entry = judge, entry
        self._steps: dict[QAction, Callable[[], None]] = {}
        self.triggered.connect(self._run)
        self.aboutToHide.connect(self.deleteLater)
        self._fill()

    def _fill(self) -> None:
        now, judge, code = self._desk.snapshot, self._judge, self._entry.code
        gone = judge in now.round.absent or judge in now.round.left
        out = gone or judge in self._entry.recused
        stored = judge in self._entry.ballots
        self.addSection(conduct.judge_of(now.contest, judge).name)
        if stored and now.round.called == code:
            self._add(self.tr("Return the ballot…"), partial(self._corrections.return_ballot, judge, code))
        if not out:
            text = self.tr("Replace the ballot from paper…") if stored else self.tr("Enter the ballot from paper…")
            self._add(text, partial(self._corrections.enter_ballot, judge, code))
            self._add(self.tr("Panel on their behalf"), partial(self._corrections.panels.open, judge))
            self._add(self.tr("Recuse from this entry…"), partial(self._corrections.recuse, judge, code))
        self.addSeparator()
        if not gone:
            self._add(self.tr("Absent from this round…"), partial(self._corrections.absent, judge))
            self._add(self.tr("Has left…"), partial(self._corrections.left, judge))
        for record in self._standing():
            said = self._journal.text(record, WHAT)
            self._add(self.tr("Undo: {said}…").format(said=said), partial(self._corrections.undo, record, said))
        self.addSeparator()
        self._add(self.tr("New link…"), partial(self._corrections.reissue, judge))
        self._add(self.tr("Another person in this seat…"), partial(self._corrections.substitute, judge))

    def _standing(self) -> list[Record]:
        marks = (
            self._journal.standing(MarkKind.JUDGE_ABSENT, subject=self._judge),
            self._journal.standing(MarkKind.JUDGE_LEFT, subject=self._judge),
            self._journal.standing(MarkKind.RECUSE, subject=self._judge, contestant=self._entry.code),
        )
        return [mark for mark in marks if mark]

    def _add(self, text: str, done: Callable[[], None]) -> None:
        self._steps[self.addAction(literal(text))] = done

    def _run(self, action: QAction) -> None:
        self._steps[action]()
