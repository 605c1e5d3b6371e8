"""Tabs of which one is seen to be chosen, in the light and in the dark."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from ui.appearance import scaled
from ui.console.look import look, paint_ground

UNDERLINE = 3


class Tabs(QTabBar):
    """Words side by side; the chosen ones are bold, on a ground of their own and underlined."""

    def __init__(self) -> None:
        super().__init__()
        self.setExpanding(False)
        self.setDrawBase(False)

    def tabSizeHint(self, index: int) -> QSize:
        size = super().tabSizeHint(index)
        bold = QFontMetrics(scaled(self.font(), 1.0, bold=True))
        wider = bold.horizontalAdvance(self.tabText(index)) - self.fontMetrics().horizontalAdvance(self.tabText(index))
        return size + QSize(max(0, wider), UNDERLINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint_tab(painter, index, self.tabRect(index))

    def _paint_tab(self, painter: QPainter, index: int, place: QRect) -> None:
        colours, chosen = look(self), index == self.currentIndex()
        if chosen:
            paint_ground(painter, place, colours.accent_tint)
            line = QRect(place.left(), place.bottom() - UNDERLINE + 1, place.width(), UNDERLINE)
            paint_ground(painter, line, colours.accent_text)
        painter.setFont(scaled(self.font(), 1.0, bold=chosen))
        painter.setPen(colours.accent_text if chosen else self.palette().windowText().color())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
        if chosen and self.hasFocus():
            painter.setPen(colours.accent_text)
            painter.drawRect(place.adjusted(2, 2, -3, -UNDERLINE - 3))
