"""Where frames come too slowly to be seen as movement, the stage cuts instead of stuttering."""

from __future__ import annotations

import logging
from weakref import ref

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from ui.stage.model import Stage

logger = logging.getLogger(__name__)

LOOK_MS = 300
"""How long is looked at once another screen comes up: about as long as it fades in."""
LEAST_FRAMES = 6
"""In that time, about twenty a second."""
PATIENCE = 3
"""How many times in a row it may be too slow: the first pictures of an evening are made while shaders are compiled."""


class Pace(QObject):
    """Counts the frames of every change of screens; a computer that has no graphics card to speak of is found out, also
    where it pretends to have one.

    Signals:
        gave_up(): the stage cuts from now on.
    """

    gave_up = Signal()

    def __init__(self, stage: Stage, window: QWindow, look_ms: int = LOOK_MS) -> None:
        super().__init__(window)
        # Not the window itself: a ring of references would leave its end to whichever thread collects garbage.
        self._window = ref(window)
        self._stage = stage
        self._screen, self._frames, self._slow = "", 0, 0
        self._look = QTimer(self, interval=look_ms, singleShot=True)
        self._look.timeout.connect(self._judge)
        stage.changed.connect(self._follow)

    def frame(self) -> None:
        """A frame was shown."""
        self._frames += 1

    def _seen(self) -> bool:
        """Whether the window is in view: what nobody sees has no frames."""
        window = self._window()
        return window is not None and window.isExposed()

    def _follow(self) -> None:
        screen = str(self._stage.property("view")["screen"])
        if screen != self._screen and self._stage.property("animated") and self._seen():
            self._frames = 0
            self._look.start()
        self._screen = screen

    def _judge(self) -> None:
        if not self._seen():
            return
        self._slow = self._slow + 1 if self._frames < LEAST_FRAMES else 0
        if self._slow >= PATIENCE and self._stage.property("animated"):
            logger.info("%s frames in %s ms: the stage cuts from now on", self._frames, self._look.interval())
            self._stage.set_animated(False)
            self.gave_up.emit()
