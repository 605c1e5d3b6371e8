"""Over all rounds: the season's standings, and from there the half-year assessment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from scoring.season import Season, season
from storage.contest_file import ContestFile
from ui.console.assessment_dialog import AssessmentDialog
from ui.console.buttons import KeyButton
from ui.console.look import Caption, Words
from ui.console.making import Export
from ui.console.page import buttons_row, page_action
from ui.console.rows import Sorted, Table
from ui.console.season_model import NAME, SeasonModel
from ui.console.tabs import Tabs
from ui.console.words import round_word
from ui.desk import Desk

WIDTH, HEIGHT, MARGIN = 1000, 600, 80


class SeasonDialog(QDialog):
    """Shows one board of the season at a time. While it is open it follows the contest and the language."""

    def __init__(self, desk: Desk, export: Export, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._export = desk, export
        self._season: Season | None = None
        self._title, self._counted, self._meaning = (
            Words(factor=1.25, bold=True),
            Words(wrap=True),
            Caption(factor=1.0, wrap=True),
        )
        self.boards, self.model = Tabs(), SeasonModel(self)
        self.table = Table(Sorted(self.model, self), elastic=(NAME,))
        self.assess, self.leave = page_action(self, "F9"), page_action(self, "Esc")
        self._build()
        self._fit_into(parent.window())
        self.assess.triggered.connect(self._assess)
        self.leave.triggered.connect(self.reject)
        self.boards.currentChanged.connect(self._show)
        desk.changed.connect(self._read)
        self._retranslate()
        self._read()

    def _build(self) -> None:
        self.boards.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, 16)
        box.setSpacing(10)
        for widget in (self._title, self._counted, self.boards):
            box.addWidget(widget)
        box.addWidget(self.table, 1)
        box.addWidget(self._meaning)
        close = KeyButton(self.leave)
        close.setDefault(True)
        row = buttons_row(KeyButton(self.assess))
        row.addWidget(close)
        box.addLayout(row)

    def _fit_into(self, window: QWidget) -> None:
        self.resize(min(WIDTH, window.width() - MARGIN), min(HEIGHT, window.height() - MARGIN))

    def _read(self) -> None:
        self._desk.ask(_season_of, self._take)

    def _take(self, found: Season) -> None:
        self._season = found
        self.boards.setVisible(len(found.boards) > 1)
        self.boards.blockSignals(True)
        while self.boards.count() < len(found.boards):
            self.boards.addTab("")
        for place, board in enumerate(found.boards):
            self.boards.setTabText(place, f"{board.name}  {len(board.rows)}")
        self.boards.blockSignals(False)
        self._show()

    def _show(self) -> None:
        found = self._season
        if found is None:
            return
        place = min(max(0, self.boards.currentIndex()), len(found.boards) - 1)
        self.table.setAccessibleName(found.boards[place].name)
        self.model.show(found, place)
        rounds = "、".join(round_word(number) for number in found.rounds)
        counted = self.tr("Finished rounds: {rounds}").format(rounds=rounds)
        self._counted.setText(counted if found.rounds else self.tr("No round is closed yet."))

    def _assess(self) -> None:
        AssessmentDialog(self._desk, self._export, self).open()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.model.retranslate()
            self._show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Over all rounds"))
        self._title.setText(self.windowTitle())
        meaning = self.tr(
            "Score and rank of every closed round; ⚑ had to come back. The mean is that of the published scores, "
            "rounded once; rounds without a score are left out. On paper: page 7, season standings."
        )
        self._meaning.setText(meaning)
        self.assess.setText(self.tr("Half-year assessment…"))
        self.leave.setText(self.tr("Close"))


def _season_of(file: ContestFile) -> Season:
    return season(file.contest)
