"""A name that is always read whole: in the largest type that leaves it so."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent

from ui.appearance import scaled
from ui.console.look import Words, plain_tip

STEPS = ((2.1, 1), (1.85, 1), (1.6, 1), (1.6, 2), (1.4, 2), (1.2, 2), (1.1, 3), (1.0, 4))
"""Types as multiples of the window's, and on how many lines; the first that fits is taken."""
NARROWEST = 160
_BROKEN = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


class FittedName(Words):
    """One line in large type; where that is too wide, smaller, and on two lines or more.

    What would not fit on four, as no name of an office would, ends in dots; the whole is in the tool tip.
    """

    def __init__(self) -> None:
        super().__init__(bold=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        face, lines = self._fitting(width)
        metrics = QFontMetrics(face)
        needed = metrics.boundingRect(QRect(0, 0, width, 1), _BROKEN, self.text()).height()
        return max(metrics.lineSpacing(), min(needed, lines * metrics.lineSpacing()))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._face(STEPS[0][0]))
        width = max(NARROWEST, metrics.horizontalAdvance(self.text()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST, QFontMetrics(self._face(STEPS[-1][0])).lineSpacing())

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def shown(self) -> str:
        """The text as it is painted, with dots where even the smallest type leaves no room."""
        face, lines = self._fitting(self.width())
        if self._fits(self.width(), face, lines):
            return self.text()
        kept = len(self.text())
        while kept and not self._fits(self.width(), face, lines, self.text()[:kept] + "…"):
            kept -= max(1, kept // 50)
        return self.text()[:kept] + "…"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, shown = QPainter(self), self.shown()
        tip = plain_tip(self.text()) if shown != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter.setFont(self._fitting(self.width())[0])
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), _BROKEN | int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _face(self, factor: float) -> QFont:
        return scaled(self.font(), factor)

    def _fitting(self, width: int) -> tuple[QFont, int]:
        faces = ((self._face(factor), lines) for factor, lines in STEPS)
        smallest = self._face(STEPS[-1][0]), STEPS[-1][1]
        return next((each for each in faces if self._fits(width, *each)), smallest)

    def _fits(self, width: int, face: QFont, lines: int, text: str | None = None) -> bool:
        metrics, said = QFontMetrics(face), self.text() if text is None else text
        if lines == 1:
            return metrics.horizontalAdvance(said) <= width
        needed = metrics.boundingRect(QRect(0, 0, width, 1), _BROKEN, said)
        return needed.height() <= lines * metrics.lineSpacing()
