"""The program with its real windows, watched from inside: what was painted when, and how long the GUI thread was away.

`python -m tests.benchmarks.windows FILE [stage]` prints port and tokens as JSON once the link answers, runs until its
standard input ends, and then prints what it saw as one line of JSON. All times are of the machine's monotonic clock.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent

from arena_desk.app import Reached, Session, until_settled
from arena_desk.link.address import LOOPBACK
from storage.contest_file import ContestFile, open_contest
from storage.seats import desk_tokens, seats
from ui.console.tiles import TileView
from ui.program import make_application

BEAT_MS = 5
LARGE = (1800, 2000)
"""So large that a hundred tiles are in view: what is out of sight is not painted."""


class Watch(QObject):
    """Notes every tile that was painted with the ballot it showed, every frame of the stage, and every heartbeat.

    Signals:
        over(): enough was seen. May be emitted from any thread.
    """

    over = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._fresh: list[tuple[str, str]] = []
        self._last = time.monotonic()
        self.tiles: list[tuple[str, str, float]] = []
        self.frames: list[tuple[int, float]] = []
        self.gaps: list[tuple[float, float]] = []
        self._heart = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._heart.timeout.connect(self._beat)
        self._heart.start()
        self.over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def painted(self, tile: TileView) -> None:
        """A tile was painted; it is seen when the whole window has been."""
        if not self._fresh:
            QTimer.singleShot(0, self, self._shown)
        self._fresh.append((tile.tile.judge.code, tile.tile.stored_at))

    def _shown(self) -> None:
        now = time.monotonic()
        self.tiles += [(judge, stored_at, now) for judge, stored_at in self._fresh if stored_at]
        self._fresh = []

    def watch_stage(self) -> None:
        """Note the frames of the stage as well."""
        window = self._session.windows.stage.window
        assert window is not None
        window.frameSwapped.connect(self._frame)

    def _frame(self) -> None:
        self.frames.append((self._session.windows.desk.snapshot.contest.revision, time.monotonic()))

    def _beat(self) -> None:
        now = time.monotonic()
        self.gaps.append((now, now - self._last - BEAT_MS / 1000))
        self._last = now

    def _end(self) -> None:
        self._heart.stop()
        self._session.windows.console._may_close = True
        self._session.windows.console.close()

    def seen(self) -> dict[str, Any]:
        """All of it."""
        return {"tiles": self.tiles, "frames": self.frames, "gaps": self.gaps}


def attend(file: ContestFile, session: Session, watch: Watch) -> None:
    """On a thread: say when the link answers, and end when whoever started this wants no more."""
    until_settled(session.link)
    ready = {
        "port": int(session.link.loopback().rpartition(":")[2]),
        "operator": desk_tokens(file).operator,
        "seats": {seat.judge: seat.token for seat in seats(file)},
    }
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    sys.stdin.read()
    watch.over.emit()


def main(path: Path, *, stage: bool) -> None:
    """Open everything and watch."""
    app = make_application([])
    file = open_contest(path)
    session = Session(file, reached=Reached(LOOPBACK))
    watch = Watch(session)
    paint = TileView.paintEvent

    def painting(tile: TileView, event: QPaintEvent) -> None:
        paint(tile, event)
        watch.painted(tile)

    TileView.paintEvent = painting  # type: ignore[assignment, method-assign]
    session.windows.closed.connect(app.quit)
    session.open()
    session.windows.console.resize(*LARGE)
    if stage:
        session.windows.show_stage()
        QTimer.singleShot(0, watch, watch.watch_stage)
    threading.Thread(target=attend, args=(file, session, watch), daemon=True).start()
    app.exec()
    session.close()
    file.close()
    sys.stdout.write(json.dumps(watch.seen()) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), stage="stage" in sys.argv[2:])
