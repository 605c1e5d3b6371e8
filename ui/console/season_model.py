"""The season as a table: every finished round side by side, mean, best, how often each had to come back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from scoring.contest import Attendance
from scoring.results import Status
from scoring.season import Appearance, Season, SeasonRow
from ui.console.rows import RowsModel
from ui.console.words import attendance_word, round_word

RANK, NAME, FIRST_ROUND = 0, 1, 2
FLAG = "⚑"
NOTHING = "–"
LAST = -1.0
"""What has no number is sorted below all that have one."""


class SeasonModel(RowsModel[SeasonRow]):
    """The rows of one board; a column for each finished round."""

    _rounds: tuple[int, ...] = ()

    @property
    def numbers(self) -> frozenset[int]:  # type: ignore[override]  # they move as rounds are added
        return frozenset(range(FIRST_ROUND + len(self._rounds) + 4)) - {NAME}

    def show(self, season: Season, board: int) -> None:
        """Become a board of this season."""
        if season.rounds != self._rounds:
            self.beginResetModel()
            self._rounds, self._rows = season.rounds, []
            self.endResetModel()
        self.replace(season.boards[board].rows)

    def headers(self) -> tuple[str, ...]:
        return (
            self.tr("Rank"),
            self.tr("Name"),
            *(round_word(number) for number in self._rounds),
            self.tr("Mean"),
            self.tr("Best"),
            self.tr("Came back"),
            self.tr("In a row"),
        )

    def cell(self, row: SeasonRow, column: int) -> str:
        cells = [
            NOTHING if row.rank is None else str(row.rank),
            row.called,
            *(self._round(each) for each in row.course),
            NOTHING if row.published is None else str(row.published),
            NOTHING if row.best is None else str(row.best),
            str(row.returned),
            str(row.run),
        ]
        return cells[column]

    def sort_key(self, row: SeasonRow, column: int) -> object:
        scores = [each.published if each else None for each in row.course]
        values = [
            10**6 if row.rank is None else row.rank,
            row.called,
            *(LAST if score is None else float(score) for score in scores),
            LAST if row.mean is None else float(row.mean),
            LAST if row.best is None else float(row.best),
            row.returned,
            row.run,
        ]
        return values[column]

    def key(self, row: SeasonRow) -> object:
        return row.code

    def extra(self, row: SeasonRow, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole and row.rank == 1:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _round(self, each: Appearance | None) -> str:
        if each is None:
            return NOTHING
        said = self.tr("{score} ({rank})").format(score=each.published, rank=each.rank)
        if each.published is None:
            out = Attendance.WITHDRAWN if each.status is Status.WITHDRAWN else Attendance.NO_SHOW
            said = attendance_word(out)
        return f"{FLAG} {said}" if each.returns else said
