"""A score that counts up once when it is announced."""

from __future__ import annotations

from decimal import ROUND_DOWN, Decimal

from PySide6.QtCore import (
    Property,
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QSequentialAnimationGroup,
    QVariantAnimation,
    Signal,
)

PAUSE_MS = 500
COUNT_MS = 1800


class CountUp(QObject):
    """The text of a score on its way up; the end is the announced text itself, never a number put together here.

    Signals:
        changed(): the text changed, or the counting began or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._score = self._text = ""
        self._group = QSequentialAnimationGroup(self)
        self._group.addPause(PAUSE_MS)
        rise = QVariantAnimation(duration=COUNT_MS, startValue=0.0, endValue=1.0)
        rise.setEasingCurve(QEasingCurve.Type.OutCubic)
        rise.valueChanged.connect(self._step)
        self._group.addAnimation(rise)
        self._group.finished.connect(self._end)

    def show(self, score: str) -> None:
        """Show this score at once; a score that is still being counted up to is left to its count."""
        if score != self._score or not self._running():
            self._group.stop()
            self._score = score
            self._end()

    def count(self, score: str) -> None:
        """Count up to this score from nothing."""
        self._group.stop()
        self._score = score
        self._step(0.0)
        self._group.start()
        self.changed.emit()

    def _running(self) -> bool:
        return self._group.state() == QAbstractAnimation.State.Running

    def _step(self, share: float) -> None:
        score = Decimal(self._score)
        self._set(str((score * Decimal(share)).quantize(score, ROUND_DOWN)))

    def _end(self) -> None:
        self._text = self._score
        self.changed.emit()

    def _set(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.changed.emit()

    text = Property(str, lambda self: self._text, notify=changed)
    running = Property(bool, _running, notify=changed)
