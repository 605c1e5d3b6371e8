"""The speech timer as the stage shows it: down to nothing, then up in red."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Property, QObject, QTimer, Signal

from scoring.contest import Clock
from ui.speech import reading, utc_now


class SpeechClock(QObject):
    """Counts what is left of a speech, from the clock's facts and the time of day.

    Signals:
        changed(): when the text or the state changed.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime] = utc_now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._facts = Clock()
        self._limit = self._warning = 0
        self._shown = ("", "off", "calm")
        self._timer = QTimer(self, interval=100)
        self._timer.timeout.connect(self.tick)

    def show(self, facts: Clock, limit: int, warning: int) -> None:
        """Follow these facts; `limit` and `warning` in seconds, no clock with a limit of 0."""
        self._facts, self._limit, self._warning = facts, limit, warning
        self._timer.start() if facts.since and limit else self._timer.stop()
        self.tick()

    def tick(self) -> None:
        """Say so when what is to be shown has changed."""
        text, left = reading(self._facts, self._now(), self._limit)
        shown = (text, self._phase(), self._level(left))
        if shown != self._shown:
            self._shown = shown
            self.changed.emit()

    def _phase(self) -> str:
        if not self._limit:
            return "off"
        if self._facts.since:
            return "running"
        return "paused" if self._facts.used else "ready"

    def _level(self, left: float) -> str:
        if left < 0:
            return "over"
        return "warning" if left <= self._warning else "calm"

    text = Property(str, lambda self: self._shown[0], notify=changed)
    phase = Property(str, lambda self: self._shown[1], notify=changed)
    """off, ready, running or paused."""
    level = Property(str, lambda self: self._shown[2], notify=changed)
    """calm, warning or over."""
    allowed = Property(int, lambda self: self._limit + self._facts.extra, notify=changed)
    """Seconds granted in all."""
