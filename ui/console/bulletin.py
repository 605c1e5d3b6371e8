"""Page 7: the bulletin and everything else on paper or kept: which, of which round, where it goes, that it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TypeAlias

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from exports.kinds import ABOUT, Kind, Order, Report
from scoring.errors import ArenaError
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.dialogs import Asked, ask
from ui.console.look import Words
from ui.console.page import StepPage, buttons_row, page_action
from ui.console.rows import RowsModel, Table
from ui.console.words import round_word
from ui.desk import Desk
from ui.work import Job

Export: TypeAlias = Callable[[Order, Report], object]
"""Makes the document that an order asks for; runs off the GUI thread. Raises `ArenaError`."""

_UNSAFE = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was written; `closed` is the record by which its round was closed then."""

    order: Order
    closed: int | None


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of document as it reads."""

    kind: Kind
    name: str
    purpose: str


class KindsModel(RowsModel[KindRow]):
    """All documents that can be made."""

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Document"), self.tr("What it is for"))

    def cell(self, row: KindRow, column: int) -> str:
        return (row.name, row.purpose)[column]

    def key(self, row: KindRow) -> object:
        return row.kind

    def show(self, desk: Desk) -> None:
        """Name every kind in the language spoken now."""
        said = ((kind, about.name, about.purpose) for kind, about in ABOUT.items())
        self.replace([KindRow(kind, name.said(desk.language), what.said(desk.language)) for kind, name, what in said])


class BulletinPage(StepPage):
    """Choose the document, the round and the file; make it, open it. The bulletin is the one offered first."""

    def __init__(self, desk: Desk, export: Export) -> None:
        super().__init__(desk)
        self._export = export
        self._typed = False
        self._last: Path | None = None
        self._asked: Order | None = None
        self._job: Job | None = None
        self._given_up, self._written = False, Event()
        self.model = KindsModel(self)
        self.kinds = Table(self.model)
        self.rounds, self.path = QComboBox(), QLineEdit()
        self._state, self._result = Words(), Words()
        self._progress = QProgressBar()
        self._progress.setMaximumWidth(320)
        self._progress.hide()
        self.make, self.choose, self.open, self.cancel = (page_action(self, f"F{n}") for n in (5, 6, 7, 8))
        self.cancel.setVisible(False)
        self._build()
        self._connect()
        self.model.show(desk)
        self.kinds.selectRow(0)

    def _build(self) -> None:
        for label in (self._state, self._result):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.rounds)
        row.addWidget(self.path, 1)
        row.addWidget(KeyButton(self.choose))
        self.box.addWidget(self._state)
        self.box.addWidget(self.kinds, 1)
        self.box.addLayout(row)
        self.box.addLayout(buttons_row(PrimaryButton(self.make), self._progress, KeyButton(self.cancel)))
        self.box.addWidget(self._result)
        self.box.addLayout(buttons_row(KeyButton(self.open)))

    def _connect(self) -> None:
        self.make.triggered.connect(self._make)
        self.choose.triggered.connect(self._choose)
        self.open.triggered.connect(self._open)
        self.cancel.triggered.connect(self._cancel)
        self.path.textEdited.connect(self._note_typed)
        self.rounds.currentIndexChanged.connect(self._follow_choice)
        self.kinds.selectionModel().currentRowChanged.connect(self._show_kind)

    def refresh(self) -> None:
        purpose = self.tr("The published result, and all that is printed, signed or kept besides.")
        self.say(self.tr("Bulletin"), purpose)
        self.kinds.setAccessibleName(self.tr("Documents"))
        self.rounds.setAccessibleName(self.tr("Round"))
        self.path.setAccessibleName(self.tr("File"))
        self.choose.setText(self.tr("Choose…"))
        self.open.setText(self.tr("Open it"))
        self.cancel.setText(self.tr("Cancel"))
        self.open.setVisible(self._last is not None)
        self.model.show(self._desk)
        self.model.retranslate()
        self._name_rounds()
        self._follow_choice()

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
    def kind(self) -> Kind:
        """The document that is chosen."""
        row: KindRow | None = self.kinds.chosen()
        return row.kind if row else Kind.BULLETIN

    @property
    def _number(self) -> int:
        return self.rounds.currentIndex() + 1

    def _show_kind(self) -> None:
        self._typed = False
        self._follow_choice()

    def _follow_choice(self) -> None:
        bulletin = self.kind is Kind.BULLETIN
        self.make.setText(self.tr("Make the bulletin") if bulletin else self.tr("Make this document"))
        self.rounds.setEnabled(not ABOUT[self.kind].whole)
        if self.rounds.count():
            self._follow_round()

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
        about, language = ABOUT[self.kind], self._desk.language
        parts = (self._desk.snapshot.plan.title, round_word(self._number), about.name.said(language))
        name = " ".join(part for part in parts if not (about.whole and part is parts[1]))
        return self._desk.file.path.parent / f"{name.translate(_UNSAFE)}.{about.ending}"

    def _note_typed(self) -> None:
        self._typed = True

    def _choose(self) -> None:
        about = ABOUT[self.kind]
        name = about.name.said(self._desk.language)
        dialog = QFileDialog(self, name, self.path.text(), f"{name} (*.{about.ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(about.ending)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.selectFile(self.path.text())
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self._typed = True
        self.path.setText(path)

    def _make(self) -> None:
        order = Order(self.kind, Path(self.path.text().strip()).expanduser(), self._number)
        if order.path.is_file():
            text = self.tr("{path} is there already. What it holds now will be gone.").format(path=order.path)
            asked = Asked(self.tr("Replace the file?"), text, self.tr("Replace"))
            self._asked = replace(order, replace=True)
            ask(self, asked, self._replace)
        else:
            self.run(order)

    def _replace(self, answers: object) -> None:
        if self._asked:
            self.run(self._asked)

    def run(self, order: Order) -> None:
        """Make a document off the GUI thread."""
        made = Made(order, self._desk.snapshot.contest.rounds[order.round - 1].closed)
        self._result.setText("")
        self._progress.setRange(0, 0)
        self._given_up, self._written = False, Event()
        work = partial(_exported, self._export, made, self._written)
        self._job = self._desk.slow.run_reporting(work, self._show_made, self._show_failed)
        self._job.progressed.connect(self._show_progress)
        self._job.ended.connect(self._has_ended)
        self._under_way(True)

    def _cancel(self) -> None:
        if self._job:
            self._given_up = True
            self._job.cancel()
            self.cancel.setVisible(False)

    def _has_ended(self) -> None:
        self._job = None
        self._under_way(False)
        if self._given_up:
            late = self.tr("It was written before it could be cancelled.")
            self._result.setText(late if self._written.is_set() else self.tr("Cancelled: nothing was written."))
            self._result.set_tone("warn")

    def _under_way(self, under_way: bool) -> None:
        self._progress.setVisible(under_way)
        self.cancel.setVisible(under_way)
        self.make.setEnabled(not under_way)

    def _show_progress(self, done: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _show_made(self, made: Made) -> None:
        self._last = made.order.path
        self._result.setText(self.tr("It is at {path}").format(path=made.order.path))
        self._result.set_tone("good")
        self.open.setVisible(True)
        if made.closed is not None and made.order.kind is Kind.BULLETIN:
            self._desk.note_published(made.order.round, made.closed)
        self._follow_round()

    def _show_failed(self, error: ArenaError) -> None:
        self._result.setText("\n".join(error.lines(self._desk.language)))
        self._result.set_tone("bad")

    def _open(self) -> None:
        if self._last:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last)))


def _exported(export: Export, made: Made, written: Event, job: Job) -> Made:
    export(made.order, job.report)
    written.set()
    return made
