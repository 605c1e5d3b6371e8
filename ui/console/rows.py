"""What the tables of the console have in common: rows of frozen facts, told apart by key."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.console.look import Sheet, plain_tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")
ROOM = "\u2002"
NARROWEST = 6
"""How many lines' height an elastic column is wide at least."""

DISPLAY_ROLE, ALIGNMENT_ROLE = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.TextAlignmentRole)
SORT_ROLE = int(Qt.ItemDataRole.UserRole)
OBJECT_ROLE = SORT_ROLE + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """A table of rows; a subclass says how the cells of a row read."""

    numbers: frozenset[int] = frozenset()
    """Columns that stand on the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._width: int | None = None
        self.modelReset.connect(self._recount)

    def _recount(self) -> None:
        self._width = None

    def headers(self) -> tuple[str, ...]:
        raise NotImplementedError

    def cell(self, row: Row, column: int) -> str:
        raise NotImplementedError

    def key(self, row: Row) -> object:
        """What stays the same of a row that changes."""
        raise NotImplementedError

    def sort_key(self, row: Row, column: int) -> object:
        return self.cell(row, column)

    def extra(self, row: Row, column: int, role: int) -> Any:
        """The data of any other role."""
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if self._width is None:  # a view asks ten thousand times
            self._width = len(self.headers())
        return 0 if parent.isValid() else self._width

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in self.numbers else LEFT
        return roomy(self.headers()[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == DISPLAY_ROLE:  # a view asks a thousand times
            return self.cell(row, column)
        if role == ALIGNMENT_ROLE:
            return RIGHT if column in self.numbers else LEFT
        if role == SORT_ROLE:
            return self.sort_key(row, column)
        return row if role == OBJECT_ROLE else self.extra(row, column, role)

    def row(self, place: int) -> Row:
        return self._rows[place]

    def row_of(self, key: object) -> int:
        """The place of a row, or −1."""
        return next((place for place, row in enumerate(self._rows) if self.key(row) == key), -1)

    def replace(self, rows: Sequence[Row]) -> None:
        """Become these rows; where they are the same ones, only what is different is touched."""
        if [self.key(row) for row in rows] != [self.key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = list(rows)
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def retranslate(self) -> None:
        """Say everything in the language that is spoken now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """The first and last of neighbours: a view looks at all that it shows again with each change it hears of."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found


class Sorted(QSortFilterProxyModel):
    """Sorts by the sort role and keeps the rows that hold a text."""

    def __init__(self, source: QAbstractTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSourceModel(source)
        self.setSortRole(SORT_ROLE)
        self.setFilterKeyColumn(-1)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)


def roomy(text: str) -> str:
    """A text with a little room on both sides, for cells."""
    return f"{ROOM}{text}{ROOM}"


class RoomyDelegate(QStyledItemDelegate):
    """Cells with a little room on both sides."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        return roomy(super().displayText(value, locale))


LEAST_ROWS = 3


class Table(QTableView):
    """A quiet table of whole rows.

    Columns that are `elastic` share the room that the others leave, so that one long name pushes nothing out of view;
    what is cut off there can be pointed at. What room is still left has the last column, or they where that one is of
    numbers: far from the rest nobody would read them with their row.
    """

    def __init__(
        self,
        model: QAbstractTableModel | QSortFilterProxyModel,
        parent: QWidget | None = None,
        *,
        elastic: Collection[int] = (),
    ) -> None:
        super().__init__(parent)
        self._elastic = frozenset(elastic)
        self._natural: dict[int, int] = {}  # for the elastic ones all columns are measured: each only once
        for told in (model.dataChanged, model.headerDataChanged, model.modelReset, model.layoutChanged):
            told.connect(self._natural.clear)  # before the table hears of it, and measures again
        for told in (model.rowsInserted, model.rowsRemoved):
            told.connect(self._natural.clear)
        self.setItemDelegate(RoomyDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._corner = Sheet(self)  # between two scroll bars: else it has the light ground that frames are drawn on
        self._corner.hide()
        self._bars = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar in self._bars:
            bar.rangeChanged.connect(self._cover_corner, Qt.ConnectionType.QueuedConnection)  # shown or hidden by then
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(60)  # rows; a journal has thousands
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.setModel(model)  # once the header knows all this: with each thing it learns it measures all cells again
        if isinstance(model, QSortFilterProxyModel):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # before: sorting begins with what is chosen there
            self.setSortingEnabled(True)

    def _cover_corner(self) -> None:
        """A corner that is set takes its room also beside a single bar."""
        both = all(bar.isVisibleTo(self) for bar in self._bars)
        self.setCornerWidget(self._corner if both else None)  # type: ignore[arg-type]  # Qt's own stubs know no None

    def minimumSizeHint(self) -> QSize:
        """A few rows are seen also where letters are large."""
        least = super().minimumSizeHint()
        rows = LEAST_ROWS * self.verticalHeader().defaultSectionSize()
        return QSize(least.width(), max(least.height(), self.horizontalHeader().sizeHint().height() + rows))

    def sizeHintForColumn(self, column: int) -> int:
        natural = self._measured(column)
        if column not in self._elastic:
            return natural
        widest, left = self._widest()
        return min(max(natural, self.horizontalHeader().sectionSizeHint(column)), widest) + left

    def _measured(self, column: int) -> int:
        """How wide a column is that is as wide as its widest cell."""
        if column not in self._natural:
            self._natural[column] = super().sizeHintForColumn(column)
        return self._natural[column]

    def _widest(self) -> tuple[int, int]:
        """How wide an elastic column may become, and by how much it is wider than it needs to be."""
        header, model = self.horizontalHeader(), self.model()
        shown = [column for column in range(model.columnCount()) if not self.isColumnHidden(column)]
        needs = {each: max(self._measured(each), header.sectionSizeHint(each)) for each in shown}
        needs[shown[-1]] = max(needs[shown[-1]], header.defaultSectionSize())  # the stretched one takes no less
        elastic = sorted(need for column, need in needs.items() if column in self._elastic)
        room = self.viewport().width() - sum(needs.values()) + sum(elastic)
        while elastic and elastic[0] * len(elastic) <= room:
            room -= elastic.pop(0)
        if elastic:
            return max(NARROWEST * self.fontMetrics().height(), room // len(elastic)), 0
        last = model.headerData(shown[-1], Qt.Orientation.Horizontal, ALIGNMENT_ROLE)
        return max(needs.values()), room // len(self._elastic) if last == RIGHT else 0

    def changeEvent(self, event: QEvent) -> None:
        self._natural.clear()  # perhaps another font
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elastic and event.size().width() != event.oldSize().width():
            self.resizeColumnsToContents()
            header = self.horizontalHeader()
            header.setStretchLastSection(False)  # said once more, the last one fills the room that is left
            header.setStretchLastSection(True)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.column() in self._elastic:
                QToolTip.showText(event.globalPos(), self._whole(index), self)
                return True
        return super().viewportEvent(event)

    def _whole(self, index: QModelIndex) -> str:
        """What a cell says, where it is cut off."""
        needed = self.itemDelegateForIndex(index).sizeHint(self._option(), index).width()
        return plain_tip(str(index.data())) if needed > self.columnWidth(index.column()) else ""

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option

    def chosen(self) -> Any:
        """The object of the row chosen, or None."""
        index = self.currentIndex()
        return index.data(OBJECT_ROLE) if index.isValid() else None
