"""How many ballots are in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from ui.console.look import look

HEIGHT = 6


class BallotsBar(QProgressBar):
    """A thin bar that fills as ballots come in."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT)

    def show_count(self, stored: int, expected: int) -> None:
        """Show so many of so many."""
        self.setUpdatesEnabled(False)  # or Qt would paint, here and now, all of the window that waits to be painted
        self.setMaximum(max(1, expected))
        self.setValue(stored)
        self.setUpdatesEnabled(True)
        self.setAccessibleName(self.tr("Ballots: {n} of {of}").format(n=stored, of=expected))
        self.setToolTip(self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), look(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(self.rect())
        painter.setBrush(colours.line)
        painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
        if self.value():
            track.setWidth(max(HEIGHT, track.width() * self.value() / self.maximum()))
            painter.setBrush(colours.good)
            painter.drawRoundedRect(track, HEIGHT / 2, HEIGHT / 2)
