"""Page 7: the bulletin: where it goes, and that it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from scoring.errors import ArenaError
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.look import Words
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.words import round_word
from ui.desk import Desk

Export: TypeAlias = Callable[[Path, int], object]
"""Writes a document about a round to a path; runs off the GUI thread. Raises `ArenaError`."""

_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


@dataclass(frozen=True, slots=True)
class Made:
    """A bulletin that was written."""

    path: Path
    round: int
    closed: int | None


class BulletinPage(StepPage):
    """Choose the round and the file, make the bulletin, open it."""

    def __init__(self, desk: Desk, export: Export) -> None:
        super().__init__(desk)
        self._export = export
        self._typed = False
        self._last: Path | None = None
        self.rounds, self.path = QComboBox(), QLineEdit()
        self._state, self._result = Words(), Words()
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setMaximumWidth(320)
        self._progress.hide()
        self.make, self.choose, self.open = (page_action(self, f"F{n}") for n in (5, 6, 7))
        self._build()
        self._connect()

    def _build(self) -> None:
        for label in (self._state, self._result):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.rounds)
        row.addWidget(self.path, 1)
        row.addWidget(KeyButton(self.choose))
        self.box.addWidget(self._state)
        self.box.addLayout(row)
        self.box.addLayout(buttons_row(PrimaryButton(self.make), self._progress))
        self.box.addWidget(self._result)
        self.box.addLayout(buttons_row(KeyButton(self.open)))
        self.box.addStretch()

    def _connect(self) -> None:
        self.make.triggered.connect(self._make)
        self.choose.triggered.connect(self._choose)
        self.open.triggered.connect(self._open)
        self.path.textEdited.connect(self._note_typed)
        self.rounds.currentIndexChanged.connect(self._follow_round)

    def refresh(self) -> None:
        purpose = self.tr("The published result as a PDF: ranking, rules in force, who comes back.")
        self.say(self.tr("Bulletin"), purpose)
        self.rounds.setAccessibleName(self.tr("Round"))
        self.path.setAccessibleName(self.tr("File"))
        self.choose.setText(self.tr("Choose…"))
        self.make.setText(self.tr("Make the bulletin"))
        self.open.setText(self.tr("Open it"))
        self.open.setVisible(self._last is not None)
        self._name_rounds()
        self._follow_round()

    def _name_rounds(self) -> None:
        self.rounds.blockSignals(True)
        latest = self.rounds.currentIndex() == self.rounds.count() - 1
        while self.rounds.count() < len(self._desk.snapshot.contest.rounds):
            self.rounds.addItem("")
        for place in range(self.rounds.count()):
            self.rounds.setItemText(place, round_word(place + 1))
        if latest:
            self.rounds.setCurrentIndex(self.rounds.count() - 1)
        self.rounds.blockSignals(False)

    @property
    def _number(self) -> int:
        return self.rounds.currentIndex() + 1

    def _follow_round(self) -> None:
        closed = self._desk.snapshot.contest.rounds[self._number - 1].closed
        if not self._typed:
            self.path.setText(str(self._suggested()))
        if closed is None:
            self._state.setText(self.tr("The round is not closed: the bulletin will say “provisional” on every page."))
        elif self._desk.is_published(self._number):
            self._state.setText(self.tr("The bulletin of this round has been made."))
        else:
            self._state.setText(self.tr("The round is closed; the bulletin can be made."))
        self._state.set_tone("warn" if closed is None else "good")

    def _suggested(self) -> Path:
        title = self._desk.snapshot.plan.title.translate(_UNSAFE)
        name = self.tr("{title} {round} bulletin.pdf").format(title=title, round=round_word(self._number))
        return self._desk.file.path.parent / name

    def _note_typed(self) -> None:
        self._typed = True

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Bulletin"), self.path.text(), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(self.path.text())
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self._typed = True
        self.path.setText(path)

    def _make(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        made = Made(path, self._number, self._desk.snapshot.contest.rounds[self._number - 1].closed)
        self._under_way(True)
        self._result.setText("")
        job = self._desk.slow.run(partial(_export, self._export, made), self._show_made, self._show_failed)
        job.ended.connect(self._has_ended)

    def _has_ended(self) -> None:
        self._under_way(False)

    def _under_way(self, under_way: bool) -> None:
        self._progress.setVisible(under_way)
        self.make.setEnabled(not under_way)

    def _show_made(self, made: Made) -> None:
        self._last = made.path
        self._result.setText(self.tr("The bulletin is at {path}").format(path=made.path))
        self._result.set_tone("good")
        self.open.setVisible(True)
        if made.closed is not None:
            self._desk.note_published(made.round, made.closed)
        self._follow_round()

    def _show_failed(self, error: ArenaError) -> None:
        self._result.setText("\n".join(error.lines(self._desk.language)))
        self._result.set_tone("bad")

    def _open(self) -> None:
        if self._last:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))


def _export(export: Export, made: Made) -> Made:
    export(made.path, made.round)
    return made
