"""A name that is always read whole: in the largest type that leaves it so."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent

from ui.appearance import scaled
from ui.console.look import Words, breaking, plain_tip

STEPS = ((2.1, 1), (1.85, 1), (1.6, 1), (1.6, 2), (1.4, 2), (1.2, 2), (1.1, 3), (1.0, 4))
"""Types as multiples of the window's, and on how many lines; the first that fits is taken."""
NARROWEST = 160


class FittedName(Words):
    """One line in large type; where that is too wide, smaller, and on two lines or more.

    What would not fit on four, as no name of an office would, ends in dots; the whole is in the tool tip.
    """

    def __init__(self) -> None:
        self._steps: dict[int, tuple[float, int]] = {}
        super().__init__(bold=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics, lines = self._fitting(width)
        return ceil(min(_lines(metrics, width, self.text()), lines) * metrics.lineSpacing())

    def sizeHint(self) -> QSize:
        width = max(NARROWEST, ceil(QFontMetricsF(self._face(STEPS[0][0])).horizontalAdvance(self.text())))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, ceil(QFontMetricsF(self._face(STEPS[-1][0])).lineSpacing()))

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._steps.clear()
            self.updateGeometry()

    def shown(self) -> str:
        """The text as it is painted, with dots where even the smallest type leaves no room."""
        metrics, lines = self._fitting(self.width())
        text, kept = self.text(), len(self.text())
        while kept and _lines(metrics, self.width(), text) > lines:
            kept -= max(1, kept // 50)
            text = self.text()[:kept] + "…"
        return text

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), self.shown()
        tip = plain_tip(self.text()) if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        face = self._face(self._step(self.width())[0])
        painter.setFont(face)
        painter.setPen(self.palette().windowText().color())
        flags = breaking(QFontMetricsF(face), self.width(), shown) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self.rect(), flags, shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._steps.clear()
            self.updateGeometry()

    def _face(self, factor: float) -> QFont:
        return scaled(self.font(), factor)

    def _fitting(self, width: int) -> tuple[QFontMetricsF, int]:
        factor, lines = self._step(width)
        return QFontMetricsF(self._face(factor)), lines

    def _step(self, width: int) -> tuple[float, int]:
        """The type for a width; a layout asks for it many times."""
        if width not in self._steps:
            self._steps[width] = next((step for step in STEPS if self._fits(width, *step)), STEPS[-1])
        return self._steps[width]

    def _fits(self, width: int, factor: float, lines: int) -> bool:
        """Whether the text fits without a word being broken."""
        metrics = QFontMetricsF(self._face(factor))
        if lines == 1:
            return metrics.horizontalAdvance(self.text()) <= width
        between = breaking(metrics, width, self.text()) == Qt.TextFlag.TextWordWrap
        return between and _lines(metrics, width, self.text()) <= lines


def _lines(metrics: QFontMetricsF, width: int, text: str) -> int:
    """How many lines of this width a text takes."""
    needed = metrics.boundingRect(QRectF(0, 0, width, 1), breaking(metrics, width, text), text)
    return round(needed.height() / metrics.lineSpacing())
