"""The lines of a table that is to come in: what each would do, beside what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from scoring.incoming import Effect
from ui.console.look import look, plain_tip
from ui.console.rows import OBJECT_ROLE, Index, RoomyDelegate, RowsModel

LINE, EFFECT, SAID, FIRST = range(4)


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One line: its number, what it does if that is known, that in words, and its cells as they stand."""

    number: int
    effect: Effect | None
    said: str
    cells: tuple[str, ...]


class PreviewModel(RowsModel[PreviewLine]):
    """All lines of the table; its own columns stand behind what is said of each."""

    numbers = frozenset({LINE})

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[str, ...] = ()

    def headers(self) -> tuple[str, ...]:
        return (self.tr("Line"), self.tr("Effect"), self.tr("What happens"), *self._heads)

    def cell(self, row: PreviewLine, column: int) -> str:
        if column >= FIRST:
            place = column - FIRST
            return row.cells[place] if place < len(row.cells) else ""
        return (str(row.number), self._effect(row.effect), row.said)[column]

    def _effect(self, effect: Effect | None) -> str:
        match effect:
            case None:
                return ""
            case Effect.NEW:
                return self.tr("+ new")
            case Effect.CHANGED:
                return self.tr("~ changed")
            case Effect.SAME:
                return self.tr("= same")
            case Effect.WRONG:
                return self.tr("✗ wrong")

    def sort_key(self, row: PreviewLine, column: int) -> object:
        return row.number if column == LINE else self.cell(row, column)

    def key(self, row: PreviewLine) -> object:
        return row.number, row.cells

    def extra(self, row: PreviewLine, column: int, role: int) -> Any:
        return plain_tip(self.cell(row, column)) or None if role == Qt.ItemDataRole.ToolTipRole else None

    def show(self, heads: tuple[str, ...], lines: Sequence[PreviewLine]) -> None:
        """Show these lines; `heads` stand over the cells of the table itself."""
        if heads != self._heads:
            self.beginResetModel()
            self._heads, self._rows = heads, []
            self.endResetModel()
        self.replace(lines)


class Telling(QSortFilterProxyModel):
    """Leaves out the lines that change nothing, if told to."""

    def __init__(self, source: PreviewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._only = False
        self.setSourceModel(source)

    def show_only_telling(self, only: bool) -> None:
        """Whether lines that change nothing are left out."""
        self.beginFilterChange()
        self._only = only
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index = QModelIndex()) -> bool:  # noqa: B008  (Qt's own default)
        source = self.sourceModel()
        assert isinstance(source, PreviewModel)
        return not self._only or source.row(row).effect is not Effect.SAME


class EffectDelegate(RoomyDelegate):
    """Wrong lines in red, new and changed ones in the colours of what is good and what wants a look."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        view = self.parent()
        assert isinstance(view, QWidget)
        line: PreviewLine = index.data(OBJECT_ROLE)
        if line.effect and index.column() in (EFFECT, SAID):
            palette = option.palette
            palette.setColor(QPalette.ColorRole.Text, effect_colour(view, line.effect))


def effect_colour(widget: QWidget, effect: Effect) -> QColor:
    """The colour of what a line does."""
    colours = look(widget)
    return {
        Effect.NEW: colours.good,
        Effect.CHANGED: colours.warn,
        Effect.SAME: colours.quiet,
        Effect.WRONG: colours.bad,
    }[effect]
