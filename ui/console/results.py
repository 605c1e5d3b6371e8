"""Page 6: the boards, what is still open, who comes back; closing the round and beginning the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from scoring.contest import Round
from scoring.plan import LIVE, Component, Plan
from scoring.plan_words import rule_changes
from scoring.results import Row, Standings
from scoring.rounds import may_close_round
from storage.contest_file import ContestFile
from ui.console.aftermath import Aftermath
from ui.console.board_model import NAME, BoardModel
from ui.console.buttons import KeyButton, PrimaryButton
from ui.console.explanation import Explanation
from ui.console.flow import FlowLayout
from ui.console.imports import Imports
from ui.console.look import Caption, Words
from ui.console.making import Export
from ui.console.next_step import StepKind, next_step
from ui.console.open_matters import open_matters
from ui.console.page import StepPage, buttons_row, page_action, plain_button
from ui.console.reopened import Reopened
from ui.console.rows import Sorted, Table
from ui.console.tabs import Tabs
from ui.console.words import literal, round_word
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.console.corrections import Corrections
    from ui.console.rounds import Rounds


class ResultsPage(StepPage):
    """One board at a time, of any round; below it what stands in the way of closing, or who comes back.

    Signals:
        bulletin_wanted(): the closed round is to be published.
    """

    bulletin_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        rounds: Callable[[], Rounds],
        imports: Imports,
        export: Export,
        corrections: Callable[[], Corrections],
    ) -> None:
        super().__init__(desk)
        self._rounds, self._imports, self._export, self._corrections = rounds, imports, export, corrections
        self._standings = desk.snapshot.standings
        self._asked = 0
        self.rounds, self.boards = QComboBox(), Tabs()
        self._state = Words(bold=True)
        self.model = BoardModel(desk.snapshot.plan, self)
        self.sorted = Sorted(self.model, self)
        self.table = Table(self.sorted, elastic=(NAME,))
        self.reopened, self.rules_changed = Reopened(), Words(tone="warn", wrap=True)
        self._head, self._list = Words(bold=True), QVBoxLayout()
        self.close_round, self.bulletin, self.next_round = (page_action(self, key) for key in ("F5", "F3", "F9"))
        self.why, self.ballots, self.analysis = (page_action(self, key) for key in ("F4", "F6", "F8"))
        self.season, self.correct = page_action(self, "F2"), page_action(self, "Shift+F6")
        self.components: list[QAction] = []
        self._build()
        self.close_round.triggered.connect(self._close_round)
        self.bulletin.triggered.connect(self.bulletin_wanted)
        self.next_round.triggered.connect(self._begin_next)
        self.why.triggered.connect(self._explain)
        self.ballots.triggered.connect(imports.ballots)
        self.correct.triggered.connect(self._correct)
        self.analysis.triggered.connect(self._analyse)
        self.season.triggered.connect(self._show_season)
        self.table.activated.connect(self._explain)
        self.rounds.currentIndexChanged.connect(self._read)
        self.boards.currentChanged.connect(self._show_board)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.rounds)
        head.addWidget(self.boards)
        head.addStretch()
        head.addWidget(self._state)
        self.box.addLayout(head)
        self.box.addWidget(self.reopened)
        self.box.addWidget(self.rules_changed)
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self._head)
        self._list.setSpacing(4)
        self.box.addLayout(self._list)
        self.aftermath = Aftermath(self._desk, self)
        self.box.addWidget(self.aftermath)
        self.close_button, self.bulletin_button = PrimaryButton(self.close_round), PrimaryButton(self.bulletin)
        self.next_button = PrimaryButton(self.next_round)
        row = QWidget()
        self._buttons = FlowLayout(row)
        steps = (self.close_button, self.bulletin_button, self.next_button)
        for button in (*steps, *map(KeyButton, (self.why, self.correct, self.ballots, self.analysis))):
            self._buttons.addWidget(button)
        self._buttons.addWidget(KeyButton(self.season))
        self.box.addWidget(row)

    @property
    def _number(self) -> int:
        return self.rounds.currentIndex() + 1 if self.rounds.count() else self._desk.snapshot.round.number

    @property
    def _round(self) -> Round:
        return self._desk.snapshot.contest.rounds[self._standings.round - 1]

    def refresh(self) -> None:
        purpose = self.tr("The results of all ballots so far. The room sees only what has been revealed.")
        self.say(self.tr("Results"), purpose)
        self.reopened.show_contest(self._desk.snapshot.contest)
        self._name_rounds()
        self._read()

    def _name_rounds(self) -> None:
        rounds = self._desk.snapshot.contest.rounds
        self.rounds.setAccessibleName(self.tr("Round"))
        self.rounds.setVisible(len(rounds) > 1)
        self.rounds.blockSignals(True)
        latest = self.rounds.currentIndex() == self.rounds.count() - 1
        while self.rounds.count() < len(rounds):
            self.rounds.addItem("")
        for place in range(len(rounds)):
            self.rounds.setItemText(place, round_word(place + 1))
        if latest:
            self.rounds.setCurrentIndex(len(rounds) - 1)
        self.rounds.blockSignals(False)

    def _read(self) -> None:
        if self._number == self._desk.snapshot.round.number:
            self._show(self._desk.snapshot.standings)
        else:
            self._desk.ask(partial(_standings_of, number=self._number), self._show_asked)

    def _show_asked(self, standings: Standings) -> None:
        if standings.round == self._number:
            self._show(standings)

    def _show(self, standings: Standings) -> None:
        self._standings = standings
        self._name_boards()
        self._show_board()
        self._show_state()
        self._show_open()
        self.aftermath.show_round(self._round, standings)
        self._show_actions()

    def _name_boards(self) -> None:
        names = [board.name for board in self._standings.boards]
        self.boards.setVisible(len(names) > 1)
        self.boards.blockSignals(True)
        if self.boards.count() != len(names):
            while self.boards.count():
                self.boards.removeTab(0)
            for _ in names:
                self.boards.addTab("")
            filled = (place for place, board in enumerate(self._standings.boards) if board.rows)
            self.boards.setCurrentIndex(next(filled, 0))
        for place, name in enumerate(names):
            self.boards.setTabText(place, f"{name}  {len(self._standings.boards[place].rows)}")
        self.boards.blockSignals(False)

    def _show_board(self) -> None:
        board = self._standings.boards[max(0, self.boards.currentIndex())]
        self.table.setAccessibleName(board.name)
        self.model.use(self._desk.snapshot.plan)
        chosen: Row | None = self.table.chosen()
        self.model.replace(board.rows)
        if self.reworded:
            self.model.retranslate()
        self._hide_bare_columns()
        self._choose(chosen.code if chosen else "")
        self.why.setText(self.tr("Why this score…"))
        self.why.setToolTip(self.tr("Every step from the ballots to the score and the rank"))
        self.why.setEnabled(bool(board.rows))
        self.correct.setText(self.tr("Correct a ballot…"))
        self.correct.setToolTip(self.tr("One judge's ballot for the chosen contestant, in the round that is shown"))
        self.correct.setVisible(bool(self._desk.snapshot.plan.groups))
        self.correct.setEnabled(bool(board.rows and self._desk.snapshot.plan.groups))

    def _hide_bare_columns(self) -> None:
        """While nobody got or lost points, or has a grade yet, there is more room for what counts."""
        for column in range(self.model.columnCount()):
            self.table.setColumnHidden(column, self.model.is_bare(column))

    def _choose(self, code: str) -> None:
        """Keep to the row of this entry wherever it is now, or begin with the first."""
        row = self.model.row_of(code)
        place = self.sorted.mapFromSource(self.model.index(row, 0)).row() if row >= 0 else 0
        if place != self.table.currentIndex().row():
            self.table.selectRow(place)

    def _explain(self) -> None:
        row: Row | None = self.table.chosen()
        if row:
            Explanation(self._desk, self._standings.round, row.code, self).open()

    def _correct(self) -> None:
        row: Row | None = self.table.chosen()
        if row:
            self._corrections().correct_ballot(self._standings.round, row.code)

    def _analyse(self) -> None:
        from ui.console.analysis_dialog import AnalysisDialog

        board = self._standings.boards[max(0, self.boards.currentIndex())]
        AnalysisDialog(self._desk, self._export, self._standings.round, board.key, self).open()

    def _show_season(self) -> None:
        from ui.console.season_dialog import SeasonDialog

        SeasonDialog(self._desk, self._export, self).open()

    def _show_state(self) -> None:
        if self._standings.closed:
            self._state.setText(self.tr("closed"))
        else:
            self._state.setText(self.tr("final, not closed") if self._standings.final else self.tr("provisional"))
        self._state.set_tone("good" if self._standings.closed else "warn")
        changes = rule_changes(self._desk.snapshot.contest, self._standings.round)
        self.rules_changed.setText("\n".join(change.said(self._desk.language) for change in changes))
        self.rules_changed.setVisible(bool(changes))

    def _show_open(self) -> None:
        """What stands in the way, with a button for each draw; or who comes back."""
        _clear(self._list)
        blockers = open_matters(self._desk.snapshot.contest, self._round, self._standings)
        draws = [codes for board in self._standings.boards for codes in board.needs_draw]
        if blockers and not self._standings.closed:
            self._head.setText(self.tr("Before the round can be closed"))
            lines = [blocker.said(self._desk.language) for blocker in blockers]
        else:
            self._head.setText(self.tr("Must come back in the next round"))
            lines = self._returning() or [self.tr("nobody")]
        for line in lines[:5]:
            self._list.addWidget(_line(f"·  {line}"))
        if len(lines) > 5:
            self._list.addWidget(_line(self.tr("… and %n more", "", len(lines) - 5)))
        if draws:
            self._list.addLayout(buttons_row(*(self._draw_button(codes) for codes in draws)))

    @property
    def _is_live(self) -> bool:
        return self._standings.round == self._desk.snapshot.round.number

    def _returning(self) -> list[str]:
        return [
            f"{board.name}：{row.called}" if len(self._standings.boards) > 1 else row.called
            for board in self._standings.boards
            for row in board.rows
            if row.returns
        ]

    def _draw_button(self, codes: tuple[str, ...]) -> QPushButton:
        names = literal("、".join(self._desk.snapshot.called(code) for code in codes))
        button = plain_button(QPushButton(self.tr("Draw between {names}…").format(names=names)))
        button.clicked.connect(partial(self._draw, codes))
        return button

    def _begin_next(self) -> None:
        self._rounds().next_round()

    def _draw(self, codes: tuple[str, ...]) -> None:
        self._rounds().draw(codes, self._standings)

    def _add_component(self) -> None:
        place = len(self.components)
        action = page_action(self, f"Ctrl+{place + 1}")
        action.triggered.connect(partial(self._bring_in, place))
        self.components.append(action)
        self._buttons.addWidget(KeyButton(action))

    def _bring_in(self, place: int) -> None:
        self._imports.component(brought_in(self._desk.snapshot.plan)[place].key)

    def _show_components(self) -> None:
        """A button for each component whose values come from outside; the rules may have got more of them, or fewer."""
        parts = brought_in(self._desk.snapshot.plan)
        while len(self.components) < len(parts):
            self._add_component()
        for part, action in zip(parts, self.components, strict=False):
            action.setText(self.tr("Import {component}…").format(component=part.name))
        for place, action in enumerate(self.components):
            action.setVisible(self._is_live and place < len(parts))
            action.setEnabled(self._is_live and place < len(parts))

    def _show_actions(self) -> None:
        self._show_components()
        self.season.setText(self.tr("Over all rounds…"))
        self.season.setToolTip(self.tr("Standings over all closed rounds, and the half-year assessment"))
        self.ballots.setText(self.tr("Ballots from paper…"))
        self.ballots.setVisible(self._is_live and bool(self._desk.snapshot.plan.groups))
        self.analysis.setText(self.tr("How judges scored…"))
        self.analysis.setToolTip(self.tr("How strict judges are and how far they agree, in figures and charts"))
        self.analysis.setVisible(bool(self._desk.snapshot.plan.groups))
        may_close = may_close_round(self._round, self._standings)
        self.close_round.setText(self.tr("Close the round"))
        self.close_round.setVisible(not self._standings.closed)
        self.close_round.setEnabled(not self._standings.closed and may_close)
        self.bulletin.setText(self.tr("Make the bulletin…"))
        self.bulletin.setVisible(self._standings.closed)
        self.bulletin.setEnabled(self._standings.closed)
        self.next_round.setText(self.tr("Next round"))
        self.next_round.setVisible(self._standings.closed and self._is_live)
        self.next_round.setEnabled(self._standings.closed and self._is_live)
        self._show_leader()

    def _show_leader(self) -> None:
        """Of a closed round one button is the next step: it is signed, published, and the next one begins."""
        now = self._desk.snapshot
        step = next_step(now, published=self._desk.is_published(now.round.number)).kind if self._is_live else None
        self.aftermath.sign.lead(step is StepKind.SIGN)
        self.bulletin_button.lead(step is StepKind.BULLETIN)
        self.next_button.lead(step is StepKind.NEXT_ROUND)

    def _close_round(self) -> None:
        self._rounds().close_round(self._standings)


def brought_in(plan: Plan) -> list[Component]:
    """The components whose values come from outside."""
    return [part for part in plan.components if part.key != LIVE]


def _standings_of(file: ContestFile, number: int) -> Standings:
    return file.standings(number)


def _line(text: str) -> Caption:
    return Caption(text, factor=1.0, wrap=True)


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while item := layout.takeAt(0):
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, (QHBoxLayout, QVBoxLayout)):
            _clear(inner)
        if widget:
            widget.deleteLater()
