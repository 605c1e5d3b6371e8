"""How judges scored and agreed on the boards of a round: tables, charts, and the document to keep."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from exports.analysis_words import JUDGE_SENTENCES, NOTHING, SENTENCES, left_out
from exports.chart_sheets import ChartSheets, chart_sheets, shown_only
from exports.fonts import font_folders
from exports.kinds import ABOUT, Kind, Order
from exports.palette import DARK_INK, PAPER_INK, Ink
from scoring.analysis import Analysis, BoardAnalysis, analyse
from scoring.contest import Contest
from scoring.results import Standings
from scoring.standings import standings
from scoring.text import Language
from ui.console.analysis_model import AgreementsModel, JudgesModel
from ui.console.buttons import KeyButton
from ui.console.charts_view import ChartsView
from ui.console.figures import Figures
from ui.console.look import Caption, Words, is_dark
from ui.console.making import Export, Making, writing
from ui.console.page import page_action
from ui.console.tabs import Tabs
from ui.console.words import round_word
from ui.desk import Desk
from ui.work import Job

WIDTH, HEIGHT, MARGIN = 1120, 720, 40
KIND = Kind.ANALYSIS


@dataclass(frozen=True, slots=True)
class Looked:
    """What was analysed, and what came of it."""

    contest: Contest
    standings: Standings
    analysis: Analysis


class AnalysisDialog(QDialog):
    """Analyses one round as it is now. What comes in later is told, and taken in when it is asked for."""

    def __init__(self, desk: Desk, export: Export, number: int, board: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._export, self._number, self._board = desk, export, number, board
        self.looked: Looked | None = None
        self._job: Job | None = None
        self._left = False
        self._drawn: tuple[Looked, tuple[Language, Ink]] | None = None
        self._title, self._state = Words(factor=1.25, bold=True), Caption(factor=1.0)
        self.boards, self.tabs, self.progress = Tabs(), Tabs(), QProgressBar()
        self.views = QStackedWidget()
        self.judges = Figures(JudgesModel(desk.snapshot.plan, self), JUDGE_SENTENCES)
        self.agreements = Figures(AgreementsModel(self), SENTENCES)
        self.charts = ChartsView(desk)
        self.shown = [page_action(self, key) for key in ("F2", "F3", "F4")]
        self.again, self.leave = page_action(self, "F9"), page_action(self, "Esc")
        self.making = Making(desk, self)
        self._build()
        self._fit_into(parent.window())
        self._connect()
        self._retranslate()
        self.judges.table.setFocus()
        self._look()

    def _build(self) -> None:
        for view in (self.judges, self.agreements, self.charts):
            self.views.addWidget(view)
            self.tabs.addTab("")
        self.progress.setMaximumWidth(220)
        self.progress.setTextVisible(False)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._title)
        head.addWidget(self._state)
        head.addWidget(self.progress)
        head.addStretch()
        head.addWidget(KeyButton(self.again))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 14)
        box.setSpacing(8)
        box.addLayout(head)
        box.addWidget(self.boards)
        box.addWidget(self.tabs)
        box.addWidget(self.views, 1)
        self.making.row.addWidget(KeyButton(self.leave))
        box.addWidget(self.making)

    def _fit_into(self, window: QWidget) -> None:
        self.resize(min(WIDTH, window.width() - MARGIN), min(HEIGHT, window.height() - MARGIN))

    def _connect(self) -> None:
        for place, action in enumerate(self.shown):
            action.triggered.connect(partial(self.tabs.setCurrentIndex, place))
        self.tabs.currentChanged.connect(self.views.setCurrentIndex)
        self.boards.currentChanged.connect(self._choose)
        self.again.triggered.connect(self._look)
        self.leave.triggered.connect(self.reject)
        self.making.wanted.connect(self._make)
        self._desk.changed.connect(self._say_state)

    @property
    def _found(self) -> BoardAnalysis | None:
        """What was found about the board in view."""
        boards = self.looked.analysis.boards if self.looked else ()
        return next((each for each in boards if each.compared.board.key == self._board), None)

    def _look(self) -> None:
        """Analyse the round as it is now."""
        if self._job is None:
            work = partial(_looked, self._desk.snapshot.contest, self._number)
            self._begin(self._desk.slow.run_reporting(work, self._take))

    def _take(self, looked: Looked) -> None:
        self.looked = looked
        self._name_boards()
        self._show()

    def _begin(self, job: Job) -> None:
        self._job = job
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._has_ended)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.again.setEnabled(False)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _has_ended(self) -> None:
        """The figures are there before the charts are drawn."""
        self._job = None
        self.progress.hide()
        self.again.setEnabled(True)
        if not self._left and (self.looked, self._look_of_charts) != self._drawn:
            self._draw()

    @property
    def _look_of_charts(self) -> tuple[Language, Ink]:
        return self._desk.language, DARK_INK if is_dark(self.palette()) else PAPER_INK

    def _draw(self) -> None:
        if self._job is None and self.looked and not self._left:
            self._drawn = (self.looked, self._look_of_charts)
            work = partial(_drawn, self.looked, *self._look_of_charts)
            self._begin(self._desk.slow.run_reporting(work, self.charts.show_sheets))

    def _name_boards(self) -> None:
        boards = self.looked.standings.boards if self.looked else ()
        self.boards.blockSignals(True)
        while self.boards.count():
            self.boards.removeTab(0)
        for place, board in enumerate(boards):
            self.boards.addTab(f"{board.name}  {len(board.rows)}")
            if board.key == self._board:
                self.boards.setCurrentIndex(place)
        self.boards.blockSignals(False)
        self.boards.setVisible(len(boards) > 1)

    def _choose(self, place: int) -> None:
        if self.looked:
            self._board = self.looked.standings.boards[place].key
            self._show()

    def _show(self) -> None:
        """The board in view, in the language spoken now."""
        found, language = self._found, self._desk.language
        self.judges.model.replace(found.judges if found else ())
        self.agreements.model.replace(found.agreements if found else ())
        notes = [NOTHING] if found is None and self.looked else list(left_out(found)) if found else []
        for figures in (self.judges, self.agreements):
            figures.note(notes, language)
        self.charts.show_board(self._board)
        self._say_state()

    def _say_state(self) -> None:
        if self.looked is None:
            self._state.setText(self.tr("Being computed…"))
            return
        said = self.tr("as of record {n}").format(n=self.looked.contest.revision)
        later = self._desk.snapshot.contest.revision > self.looked.contest.revision
        self._state.setText(self.tr("{state}, other records have come since").format(state=said) if later else said)
        self._state.set_tone("warn" if later else "quiet")

    def _make(self) -> None:
        self.making.start(writing(self._export, Order(KIND, Path(), self._number)))

    def done(self, result: int) -> None:
        """Whoever closes the window waits for nothing more."""
        self._left = True
        if self._job:
            self._job.cancel()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._draw()

    def _retranslate(self) -> None:
        language, name = self._desk.language, ABOUT[KIND].name.said(self._desk.language)
        self.setWindowTitle(name)
        self._title.setText(f"{name}  ·  {round_word(self._number)}")
        titles = (self.tr("Judge by judge"), self.tr("How far they agree"), self.tr("Charts"))
        for place, (title, action) in enumerate(zip(titles, self.shown, strict=True)):
            action.setText(title)
            self.tabs.setTabText(place, f"{title}  {action.shortcut().toString()}")
        self.judges.speak(language, titles[0])
        self.agreements.speak(language, titles[1])
        self.charts.setAccessibleName(titles[2])
        self.boards.setAccessibleName(self.tr("Boards"))
        self.tabs.setAccessibleName(self.tr("What is shown"))
        self.progress.setAccessibleName(self.tr("Being computed…"))
        self.again.setText(self.tr("Compute again"))
        self.leave.setText(self.tr("Close"))
        self.making.retranslate()
        self.making.make.setText(self.tr("Make this document"))
        self.making.suggest(f"{self._desk.snapshot.plan.title} {round_word(self._number)} {name}", ABOUT[KIND].ending)
        self._say_state()


def _looked(contest: Contest, number: int, job: Job) -> Looked:
    known = standings(contest, number)
    return Looked(contest, known, analyse(contest, contest.rounds[number - 1], known, job.report))


def _drawn(looked: Looked, language: Language, ink: Ink, job: Job) -> ChartSheets:
    source = shown_only(looked.contest, looked.standings, language)
    return chart_sheets(source, looked.analysis, font_folders(), ink, job.report)
