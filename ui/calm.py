"""When the windows have nothing to do: what is loaded beside them waits for such moments."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

BEAT_MS = 10
LATE_SECONDS = 0.03
"""A beat that comes later than this after the one before says that the windows were busy."""
EVEN_BEATS = 5
LISTENS_MS = 10_000
"""For how long the pulse is felt: until then all is loaded."""


class Calm(QObject):
    """The pulse of the GUI thread while the program starts: an even one says that nobody waits for the windows.

    Signals:
        came(): the windows have done what they had to; may come again.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calm = threading.Event()
        self._last, self._even = 0.0, 0
        self._pulse = QTimer(self, interval=BEAT_MS)
        self._pulse.timeout.connect(self._beat)

    def start(self) -> None:
        """Listen from now on."""
        self._last = time.monotonic()
        self._pulse.start()
        QTimer.singleShot(LISTENS_MS, self, self.stop)

    def stop(self) -> None:
        """Listen no more; nobody waits from here on."""
        self._pulse.stop()
        self._calm.set()

    def wait(self, seconds: float) -> None:
        """Until the windows are calm, but not for longer than this; from any thread but theirs."""
        self._calm.wait(seconds)

    def _beat(self) -> None:
        now = time.monotonic()
        self._even = self._even + 1 if now - self._last < LATE_SECONDS else 0
        self._last = now
        if self._even == 0:
            self._calm.clear()
        elif self._even == EVEN_BEATS:
            self._calm.set()
            self.came.emit()
