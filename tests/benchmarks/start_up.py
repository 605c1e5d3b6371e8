"""From process start to a usable console, beside a bare PySide6 window: `python -m tests.benchmarks.start_up [RUNS]`.

Both are measured from outside: the clock starts before the process is made and stops when its event loop is idle for
the first time after the window was painted. The two take turns, so that a slow moment of the machine hits both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from storage.contest_file import create_contest
from storage.sheets import read_setup

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
def ready():
    print(time.monotonic(), flush=True)
    app.quit()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, ready))
app.exec()
"""

CONSOLE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from arena_desk.app import Session
from storage.contest_file import open_contest
from ui.program import make_application
app = make_application([])
file = open_contest(Path(sys.argv[1]))
session = Session(file)
session.open()
def ready():
    print(time.monotonic(), flush=True)
    session.windows.console.close()
    app.quit()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, ready))
app.exec()
session.close()
file.close()
"""


def seconds(code: str, *arguments: str) -> float:
    """From making the process to the first idle moment after its window was shown."""
    environment = {**os.environ, **({} if _has_screen() else {"QT_QPA_PLATFORM": "offscreen"})}
    command = [sys.executable, "-c", code, *arguments]
    begun = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return float(done.stdout.split()[0]) - begun


def _has_screen() -> bool:
    return sys.platform in ("win32", "darwin") or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def main(runs: int) -> None:
    """Print the medians and their ratio."""
    template = Path(__file__).parents[2] / "arena_desk" / "templates" / "qingdao" / "plan.toml"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contest.arena"
        create_contest(path, read_setup(template))
        seconds(BARE)
        seconds(CONSOLE, str(path))
        pairs = [(seconds(BARE), seconds(CONSOLE, str(path))) for _ in range(runs)]
    bare, console = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(console / bare for bare, console in pairs)
    sys.stdout.write(f"bare window {bare:.2f} s, console {console:.2f} s, ratio {ratio:.2f} (median of {runs} pairs)\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
