"""A layout that goes on in the next line where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items at their own size, from the left, line by line; hidden ones take no room. Where one line is not enough
    and the first item is to stand `alone`, it has the first line to itself.
    """

    def __init__(self, parent: QWidget, spacing: int = 8, *, alone: bool = False) -> None:
        super().__init__(parent)
        self._alone = alone
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0), max((size.height() for size in shown), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Put the items into lines of this width; the height they need."""
        x, bottom = rect.x(), rect.y()
        line: list[tuple[QLayoutItem, QRect]] = []
        alone = self._alone and self.sizeHint().width() > rect.width()
        for item in (item for item in self._items if not item.isEmpty()):
            size = item.sizeHint().boundedTo(QSize(rect.width(), 10**6))
            if alone and not line and bottom == rect.y():
                size.setWidth(rect.width())
            if line and x + size.width() > rect.x() + rect.width():
                bottom = self._end_line(line, bottom, move=move) + self.spacing()
                x, line = rect.x(), []
            line.append((item, QRect(QPoint(x, bottom), size)))
            x += size.width() + self.spacing()
        return self._end_line(line, bottom, move=move) - rect.y()

    def _end_line(self, line: list[tuple[QLayoutItem, QRect]], top: int, *, move: bool) -> int:
        """Centre the items of a line on its middle; where the line ends."""
        height = max((place.height() for _, place in line), default=0)
        for item, place in line:
            if move:
                item.setGeometry(place.translated(0, (height - place.height()) // 2))
        return top + height
