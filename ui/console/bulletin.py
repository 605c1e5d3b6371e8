"""Page 7: the bulletin and everything else on paper or kept: which, of which round, where it goes, that it is there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from exports.kinds import ABOUT, Kind, Order
from exports.letter import SETTING, Letter, letter_of, with_letter
from ui.console.buttons import KeyButton
from ui.console.letter_dialog import LetterDialog
from ui.console.look import Words
from ui.console.making import Export, Making, writing
from ui.console.page import StepPage, page_action
from ui.console.rows import RowsModel, Table
from ui.console.words import round_word
from ui.desk import Desk


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
        self._published: tuple[int, int] | None = None
        self._shown = 0
        self.model = KindsModel(self)
        self.kinds = Table(self.model)
        self.rounds, self.state = QComboBox(), Words(wrap=True)
        self.making = Making(desk, self)
        self.wording = page_action(self, "F9")
        self._letters = desk.file.setting(SETTING)
        self._build()
        self.wording.triggered.connect(self._word)
        self.making.wanted.connect(self._make)
        self.making.made.connect(self._note_made)
        self.rounds.currentIndexChanged.connect(self._follow_choice)
        self.model.show(desk)
        self.kinds.selectRow(0)
        self.kinds.selectionModel().currentRowChanged.connect(self._show_kind)

    def _build(self) -> None:
        self.making.where.insertWidget(0, self.rounds)
        self.box.addWidget(self.state)
        self.box.addWidget(self.kinds, 1)
        self.making.row.insertWidget(1, KeyButton(self.wording))
        self.box.addWidget(self.making)

    def refresh(self) -> None:
        purpose = self.tr("The published result, and all that is printed, signed or kept besides.")
        self.say(self.tr("Bulletin"), purpose)
        self.kinds.setAccessibleName(self.tr("Documents"))
        self.rounds.setAccessibleName(self.tr("Round"))
        self.wording.setText(self.tr("Wording and preview…"))
        self.making.retranslate()
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
        self.making.forget_typed()
        self._follow_choice()

    def _follow_choice(self) -> None:
        if self._shown != self._number:
            self._shown = self._number
            self.making.forget_made()
        about, bulletin = ABOUT[self.kind], self.kind is Kind.BULLETIN
        make = self.tr("Make the bulletin") if bulletin else self.tr("Make this document")
        self.making.make.setText(make)
        self.rounds.setEnabled(not about.whole)
        self.wording.setVisible(bulletin)
        self._say_state()
        parts = [self._desk.snapshot.plan.title, *([] if about.whole else [round_word(self._number)])]
        self.making.suggest(" ".join([*parts, about.name.said(self._desk.language)]), about.ending)

    def _say_state(self) -> None:
        closed = self._desk.snapshot.contest.rounds[self._number - 1].closed
        if closed is None:
            self.state.setText(self.tr("The round is not closed: the bulletin will say 'provisional' on every page."))
        elif self._desk.is_published(self._number):
            self.state.setText(self.tr("The bulletin of this round has been made."))
        else:
            self.state.setText(self.tr("The round is closed; the bulletin can be made."))
        self.state.set_tone("warn" if closed is None else "good")

    def _make(self) -> None:
        closed = self._desk.snapshot.contest.rounds[self._number - 1].closed
        bulletin = self.kind is Kind.BULLETIN and closed is not None
        self._published = (self._number, closed or 0) if bulletin else None
        letter = None if ABOUT[self.kind].whole else self.letter
        self.making.start(writing(self._export, Order(self.kind, Path(), self._number, letter=letter)))

    @property
    def letter(self) -> Letter:
        """How the bulletin of the chosen round shall read."""
        return letter_of(self._letters, self._number)

    def _word(self) -> None:
        dialog = LetterDialog(self._desk, self._export, self._number, self.letter, self)
        dialog.kept.connect(self._keep)
        dialog.open()

    def _keep(self, number: int, letter: Letter) -> None:
        self._letters = with_letter(self._letters, number, letter)
        self._desk.remember(SETTING, self._letters)

    def _note_made(self) -> None:
        if self._published:
            self._desk.note_published(*self._published)
        self._say_state()
