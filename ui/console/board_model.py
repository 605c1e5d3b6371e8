"""A board as a table: rank, group scores, parts, adjustments, final score, who comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont

from scoring.contest import Attendance
from scoring.plan import Plan
from scoring.points import published
from scoring.results import Row, Status
from ui.console.rows import RowsModel
from ui.console.words import attendance_word

NAME = 1
"""The column of the name, in every plan."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a board: its name, how it reads, what it is sorted by."""

    name: Callable[[], str]
    text: Callable[[Row], str]
    value: Callable[[Row], object]
    number: bool = True
    seldom: bool = False
    """Adjustments and grades: not worth the room while there are none."""


class BoardModel(RowsModel[Row]):
    """The rows of one board; the columns follow from the plan."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(plan)

    def _take(self, plan: Plan) -> None:
        self._plan = plan
        self._columns = self._all_columns()
        self.numbers = frozenset(place for place, column in enumerate(self._columns) if column.number)

    def use(self, plan: Plan) -> None:
        """Have the columns of this plan."""
        if plan != self._plan:
            self.beginResetModel()
            self._take(plan)
            self.endResetModel()

    def headers(self) -> tuple[str, ...]:
        return tuple(column.name() for column in self._columns)

    def is_bare(self, column: int) -> bool:
        """Whether a column that is seldom filled in is blank in every row."""
        found = self._columns[column]
        return found.seldom and not any(found.text(row) for row in self._rows)

    def cell(self, row: Row, column: int) -> str:
        return self._columns[column].text(row)

    def sort_key(self, row: Row, column: int) -> object:
        return self._columns[column].value(row)

    def key(self, row: Row) -> object:
        return row.code

    def extra(self, row: Row, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole and (row.rank == 1 or row.returns):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _all_columns(self) -> list[Column]:
        plan = self._plan
        columns = [
            Column(lambda: self.tr("Rank"), lambda row: str(row.rank or "–"), lambda row: row.rank or 10**6),
            Column(lambda: self.tr("Name"), lambda row: row.called, lambda row: row.called, number=False),
            *(self._group(group.key, group.name) for group in plan.groups),
            *(self._part(part.key, part.name) for part in plan.components),
            Column(
                lambda: self.tr("Adjustments"),
                self._adjustments,
                lambda row: float(row.result.adjustments),
                seldom=True,
            ),
            Column(lambda: self.tr("Final score"), _final, lambda row: float(row.result.exact or -1)),
        ]
        if plan.grades:
            columns.append(Column(lambda: self.tr("Grade"), _grade, _grade, number=False, seldom=True))
        return [*columns, Column(lambda: self.tr("Remarks"), self.remark, self.remark, number=False)]

    def _group(self, key: str, name: str) -> Column:
        def score(row: Row) -> Fraction | None:
            result = row.result.groups.get(key)
            return result.score if result else None

        return Column(lambda: name, lambda row: self._points(score(row)), lambda row: float(score(row) or -1))

    def _part(self, key: str, name: str) -> Column:
        def value(row: Row) -> Fraction | None:
            return row.result.components.get(key)

        return Column(lambda: name, lambda row: self._points(value(row)), lambda row: float(value(row) or -1))

    def _points(self, value: Fraction | None) -> str:
        return "" if value is None else str(published(value, self._plan.decimals))

    def _adjustments(self, row: Row) -> str:
        points = row.result.adjustments
        return f"{published(points, self._plan.decimals):+}" if points else ""

    def remark(self, row: Row) -> str:
        """Whatever else is to be said of a row."""
        words = []
        match row.result.status:
            case Status.INCOMPLETE:
                words.append(self.tr("incomplete"))
            case Status.NO_SHOW:
                words.append(attendance_word(Attendance.NO_SHOW))
            case Status.WITHDRAWN:
                words.append(attendance_word(Attendance.WITHDRAWN))
        if row.returns:
            words.append("⚑ " + self.tr("must come back"))
        if row.returned_before:
            words.append(self.tr("had to come back %n time(s) before", "", row.returned_before))
        if row.tie_break:
            words.append(self.tr("placed by {tie}").format(tie=self._tie(row.tie_break)))
        return "  ·  ".join(words)

    def _tie(self, tie: str) -> str:
        kind, _, key = tie.partition(":")
        plan = self._plan
        named = {criterion.key: criterion.name for criterion in plan.criteria}
        named |= {group.key: group.name for group in plan.groups}
        named |= {part.key: part.name for part in plan.components}
        words = {
            "exact": self.tr("the exact score"),
            "untrimmed": self.tr("the score without dropping"),
            "draw": self.tr("a draw"),
        }
        return words.get(kind) or named.get(key, key)


def _grade(row: Row) -> str:
    return row.grade or ""


def _final(row: Row) -> str:
    return "" if row.result.published is None else str(row.result.published)
