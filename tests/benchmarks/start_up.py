"""From process start to a usable console, beside a bare PySide6 window: `python -m tests.benchmarks.start_up [RUNS]`.

Both are measured from outside: the clock starts before the process is made and stops when its event loop is idle for
the first time after the window was painted. The two take turns, so that a slow moment of the machine hits both. The
console is the real command, `arena-desk FILE`, watched from within (`tests.benchmarks.watched`); what is loaded only
once it is painted is told as well: when the link answers, how long a first click and a first operation take meanwhile,
and for how long the GUI thread was away. Modules run from bytecode, as they do where the program is installed, also
where the environment keeps Python from writing any.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import httpx

from storage.contest_file import create_contest, open_contest
from storage.sheets import read_setup

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, ready))
def ready():
    print(time.monotonic(), flush=True)
    app.quit()
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
POLL_SECONDS = 0.01
MODULE = (sys.executable, "-m", "arena_desk")


def _environment() -> dict[str, str]:
    has_screen = sys.platform in ("win32", "darwin") or {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    return {**os.environ, **({} if has_screen else {"QT_QPA_PLATFORM": "offscreen"})}


def keep_bytecode(folder: Path) -> None:
    """Let every Python from here on write its bytecode, into this folder: the first run of each command fills it."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


def bare() -> float:
    """From making the process to the first idle moment after its window was painted."""
    begun = time.monotonic()
    command = [sys.executable, "-c", BARE]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=_environment())
    return float(done.stdout.split()[0]) - begun


def console(path: Path, *words: str) -> Mapping[str, float]:
    """The same of the console, and what it tells besides; a contest that nobody has touched."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(path, folder))
        begun = time.monotonic()
        command = [sys.executable, "-m", "tests.benchmarks.watched", str(copy), *words]
        program = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=_environment()
        )
        found: dict[str, float] = {}
        assert program.stdout is not None
        for line in program.stdout:
            what, *figures = line.split()
            found[what] = float(figures[0])
            if what == "usable":
                found[what] -= begun
                found["link"] = answers(f"http://127.0.0.1:{figures[2]}/api/health") - begun
        assert program.wait() == 0
        return found


def answers(url: str) -> float:
    """When the link answered for the first time."""
    pause = threading.Event()
    while True:
        try:
            httpx.get(url, timeout=5).raise_for_status()
            return time.monotonic()
        except httpx.TransportError:
            pause.wait(POLL_SECONDS)


def command(*words: str) -> float:
    """How long a command takes from start to end."""
    begun = time.monotonic()
    subprocess.run([*MODULE, *words], capture_output=True, check=True)
    return time.monotonic() - begun


def median(runs: list[Mapping[str, float]], what: str) -> float:
    return statistics.median(run[what] for run in runs)


def main(runs: int) -> None:
    """Print medians and ratios."""
    template = Path(__file__).parents[2] / "arena_desk" / "templates" / "qingdao" / "plan.toml"
    with tempfile.TemporaryDirectory() as folder:
        keep_bytecode(Path(folder) / "bytecode")
        path = Path(folder) / "contest.arena"
        create_contest(path, read_setup(template))
        open_contest(path).close()
        bare()
        console(path)
        pairs = [(bare(), console(path)) for _ in range(runs)]
        operations = [console(path, "space") for _ in range(runs)]
        commands = {words: statistics.median(command(*words) for _ in range(runs)) for words in _commands(path)}
    floor, clicks = statistics.median(each for each, _ in pairs), [each for _, each in pairs]
    ratio = statistics.median(each["usable"] / floor for floor, each in pairs)
    usable = median(clicks, "usable")
    lines = [
        f"bare window {floor:.2f} s, console {usable:.2f} s, ratio {ratio:.2f} (median of {runs} pairs)",
        f"a click at that moment on a page never shown: there after {median(clicks, 'clicked') * 1000:.0f} ms",
        f"the next step at that moment: on disk and shown after {median(operations, 'stored') * 1000:.0f} ms",
        f"GUI thread away in the two seconds after, longest: {median(clicks, 'blocked') * 1000:.0f} ms",
        f"the link answers {median(operations, 'link'):.2f} s after the start",
        *(f"{' '.join(words[:1])}: {seconds:.2f} s" for words, seconds in commands.items()),
    ]
    sys.stdout.write("\n".join([*lines, ""]))


def _commands(path: Path) -> list[tuple[str, ...]]:
    return [("--help",), ("standings", str(path)), ("verify", str(path))]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
