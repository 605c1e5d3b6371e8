"""The desk of the soak, a process of its own: console, stage and backups as in a hall, and somebody who looks around.

`python -m tests.endurance.soak_desk FILE FOLDER COMPRESSION` prints port and tokens as JSON once the link answers. Each
line on its standard input is answered with one line of JSON: what the program holds. It ends with its standard input.
"""

from __future__ import annotations

import gc
import json
import sys
import threading
import time
from itertools import cycle
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from arena_desk.app import Reached, Session, until_settled
from arena_desk.link.address import LOOPBACK
from arena_desk.steadiness import give_back
from storage.contest_file import ContestFile, open_contest
from storage.keeper import Pace
from storage.seats import desk_tokens, seats
from ui.console.steps import Page
from ui.program import make_application

BEAT_MS = 10
HALL_SECONDS_BETWEEN_PAGES = 30.0
EVERY, LOOK, AGAIN = 120.0, 5.0, 20.0
"""The pace of the backups in a hall, in seconds."""


class Visitor(QObject):
    """Somebody at the console who turns its pages, changes the language now and then, and notices when it hangs.

    Signals:
        asked(): how does it stand? May be emitted from any thread.
        over(): enough. May be emitted from any thread.
    """

    asked = Signal()
    over = Signal()

    def __init__(self, session: Session, compression: float) -> None:
        super().__init__()
        self._session = session
        self._pages, self._languages = cycle(Page), cycle(("en", "zh"))
        self._last, self._away = time.monotonic(), 0.0
        self._spent, self._busy = time.thread_time(), 0.0
        for interval, act in (
            (BEAT_MS, self._beat),
            (int(1000 * HALL_SECONDS_BETWEEN_PAGES / compression), self._turn),
        ):
            timer = QTimer(self, interval=interval, timerType=Qt.TimerType.PreciseTimer)
            timer.timeout.connect(act)
            timer.start()
        self.asked.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def _beat(self) -> None:
        now = time.monotonic()
        self._away = max(self._away, now - self._last - BEAT_MS / 1000)
        self._last = now
        spent = time.thread_time()
        self._busy = max(self._busy, spent - self._spent)
        self._spent = spent

    def _turn(self) -> None:
        page = next(self._pages)
        self._session.windows.console.show_page(page)
        if page is Page.LIVE:
            self._session.windows.languages.use(next(self._languages))  # type: ignore[arg-type]

    def _tell(self) -> None:
        facts = weight(self._session.file.contest, self._session.windows.console.journal._records)
        give_back()  # as the desk does in each quiet moment, which a compressed day has none of
        held: dict[str, Any] = {
            "blocks": sys.getallocatedblocks(),
            "widgets": len(QApplication.allWidgets()),
            "facts": facts,
            "away": self._away,
            "busy": self._busy,
        }
        self._away, self._last = 0.0, time.monotonic()
        self._spent, self._busy = time.thread_time(), 0.0
        _say(held)

    def _end(self) -> None:
        self._session.windows.console._may_close = True
        self._session.windows.console.close()


def weight(*held: object) -> int:
    """How many bytes these objects take with all that they lead to, each counted once."""
    seen: dict[int, object] = {}
    waiting = list(held)
    while waiting:
        found = waiting.pop()
        if id(found) not in seen and not isinstance(found, (type, ModuleType, FunctionType)):
            seen[id(found)] = found
            waiting += gc.get_referents(found)
    return sum(map(sys.getsizeof, seen.values()))


def _say(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def attend(file: ContestFile, session: Session, visitor: Visitor) -> None:
    """On a thread: say when the link answers, then answer whoever started this until that one is gone."""
    until_settled(session.link)
    tokens = {seat.judge: seat.token for seat in seats(file)}
    port = int(session.link.loopback().rpartition(":")[2])
    _say({"port": port, "operator": desk_tokens(file).operator, "seats": tokens})
    for _ in sys.stdin:
        visitor.asked.emit()
    visitor.over.emit()


def main(path: Path, folder: Path, compression: float) -> None:
    """Open everything, and stay until told to go."""
    app = make_application([])
    file = open_contest(path)
    session = Session(file, reached=Reached(LOOPBACK))
    session.safety.keeper._pace = Pace(EVERY / compression, LOOK / compression, AGAIN / compression)
    session.windows.closed.connect(app.quit)
    session.open()
    session.windows.show_stage()
    session.safety.use(folder)
    visitor = Visitor(session, compression)
    threading.Thread(target=attend, args=(file, session, visitor), name="asked", daemon=True).start()
    app.exec()
    session.close()
    file.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]))
