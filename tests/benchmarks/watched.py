"""The real program, watched: `python -m tests.benchmarks.watched FILE` runs `arena-desk FILE` and tells of its start.

Lines on standard output: `usable SECONDS PORT` once the console was painted and its event loop is idle, `clicked
SECONDS` once a click on another step of the day, made at that moment, has brought that page to the screen, and
`blocked SECONDS` the longest time the GUI thread was away in the two seconds after. With `space` as second word the
first click is Space instead, and `stored SECONDS` says how long it took until the operation was in the file. All but
the last two kinds of seconds are on the monotonic clock, which all processes share.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from arena_desk.steadiness import begin

begin()  # as `main` does, before anything is loaded

from arena_desk import app  # noqa: E402
from arena_desk.cli.opening import open_desk  # noqa: E402
from arena_desk.cli.speech import utf8  # noqa: E402

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

HEART_MS = 2
WATCHED_MS = 2000


def say(what: str, *figures: float) -> None:
    sys.stdout.write(f"{' '.join([what, *map(str, figures)])}\n")
    sys.stdout.flush()


def when_painted(widget: QWidget, done: Callable[[], None]) -> None:
    """Call `done` once the widget was painted and the event loop has nothing else to do."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class First(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, lambda: QTimer.singleShot(0, done))
            return False

    widget.installEventFilter(First(widget))


class Watch:
    """Follows one session from its opening."""

    def __init__(self, session: app.Session) -> None:
        self.session, self.console = session, session.windows.console
        self.beat, self.longest = 0.0, 0.0
        when_painted(self.console, self.usable)

    def usable(self) -> None:
        from PySide6.QtCore import QTimer

        say("usable", time.monotonic(), time.process_time(), int(self.session.link.loopback().rpartition(":")[2]))
        self.beat = time.monotonic()
        self.heart = QTimer(interval=HEART_MS)
        self.heart.timeout.connect(self._beat)
        QTimer.singleShot(WATCHED_MS, self.console, self.end)
        if SPACE:
            self._press_space()
        else:
            self._click()
            self.heart.start()

    def _click(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from ui.console.steps import Page

        begun, steps = time.monotonic(), self.console.steps
        row = steps.visualRect(steps.model().index(Page.ROSTER, 0)).center()
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row)
        assert self.console.page is Page.ROSTER
        when_painted(self.console._pages[Page.ROSTER], lambda: say("clicked", time.monotonic() - begun))

    def _press_space(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        begun = time.monotonic()
        self.console.windowHandle().requestActivate()
        self.session.windows.desk.changed.connect(lambda _: say("stored", time.monotonic() - begun))
        QTest.keyClick(self.console.live.row.primary, Qt.Key.Key_Space)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest, self.beat = max(self.longest, now - self.beat), now

    def end(self) -> None:
        say("blocked", self.longest)
        self.console._may_close = True
        self.console.close()


class Watched(app.Session):
    """A session that is watched."""

    def open(self) -> None:
        super().open()
        self.watch = Watch(self)


if __name__ == "__main__":
    app.Session = Watched  # type: ignore[misc]
    SPACE = sys.argv[2:] == ["space"]
    utf8()
    open_desk(sys.argv[1:2])
