"""The program with its real windows, watched: when a judge's tile was painted, how long the GUI thread was away.

`python -m tests.benchmarks.windows FILE` prints `{"port": …}` once the link answers, runs until its standard input is
closed, and then prints what it saw as one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

BEAT_MS = 5
HIGH = (1440, 1500)
"""So large that a hundred tiles are in view; what is out of sight is not painted."""


def main(path: Path, *, stage: bool) -> None:
    """Open everything and watch."""
    from PySide6.QtCore import QObject, QTimer, Qt, Signal
    from PySide6.QtGui import QPaintEvent

    from arena_desk.app import Reached, Session
    from arena_desk.link.address import LOOPBACK
    from storage.contest_file import open_contest
    from ui.console.tiles import TileView
    from ui.program import make_application

    painted: list[tuple[str, str]] = []
    seen: list[tuple[str, str, float]] = []
    beats: list[tuple[float, float]] = []
    paint = TileView.paintEvent

    def painting(tile: TileView, event: QPaintEvent) -> None:
        paint(tile, event)
        if not painted:
            QTimer.singleShot(0, shown)
        painted.append((tile.tile.judge.code, tile.tile.stored_at))

    def shown() -> None:
        """The whole window was painted and handed to the screen."""
        now = time.monotonic()
        seen.extend((judge, stored_at, now) for judge, stored_at in painted if stored_at)
        painted.clear()

    TileView.paintEvent = painting  # type: ignore[method-assign]

    class End(QObject):
        come = Signal()

    app = make_application([])
    file = open_contest(path)
    session = Session(file, reached=Reached(LOOPBACK))
    end = End()

    def finish() -> None:
        timer.stop()
        session.windows.console._may_close = True
        session.windows.console.close()
        app.quit()

    end.come.connect(finish, Qt.ConnectionType.QueuedConnection)
    session.open()
    session.windows.console.resize(*HIGH)
    if stage:
        session.windows.show_stage()
    last = time.monotonic()

    def beat() -> None:
        nonlocal last
        now = time.monotonic()
        beats.append((now, now - last - BEAT_MS / 1000))
        last = now

    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()

    def attend() -> None:
        session.link.wait()
        print(json.dumps({"port": int(session.link.loopback().rpartition(":")[2])}), flush=True)
        sys.stdin.read()
        end.come.emit()

    threading.Thread(target=attend, daemon=True).start()
    app.exec()
    session.close()
    file.close()
    print(json.dumps({"painted": seen, "beats": beats}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), stage="stage" in sys.argv[2:])
