"""The place of a page in the window: it scrolls where letters are so large that the page is higher than that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class Place(QScrollArea):
    """Holds one page. A scroll area by itself would scroll as soon as the page has less than it likes; this one does
    when it has less than it needs, and never makes the window larger than the screen.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = page
        self.setWidget(page)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        layout, room = self._page.layout(), self.maximumViewportSize()
        assert layout is not None, "a page is laid out"
        width, needed = room.width(), layout.totalMinimumHeightForWidth(room.width())
        if needed > room.height():
            width -= self.verticalScrollBar().sizeHint().width()
            needed = layout.totalMinimumHeightForWidth(width)
        self._page.resize(max(width, layout.totalMinimumSize().width()), max(room.height(), needed))
