"""What is loaded when: nobody waits for what is not needed yet."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from storage.contest_file import create_contest, read_contest
from storage.sheets import read_setup

DOCUMENTS = {"PIL", "fontTools", "matplotlib", "numpy", "openpyxl", "pandas", "pypdfium2", "reportlab", "uharfbuzz"}
WRITING = {"alembic", "pydantic", "sqlalchemy", "sqlmodel"}
LINK = {"asyncio", "fastapi", "httpx", "starlette", "uvicorn", "websockets", "zeroconf"}
LATER = {"ctypes", "platformdirs", "psutil", "ssl"}
WHERE_WANTED = {
    "logging.handlers",
    "scoring.crowd",
    "scoring.views",
    "storage.backup",
    "storage.ballots",
    "storage.seats",
    "ui.console.corrections",
    "ui.console.dialogs",
    "ui.console.rounds",
    "ui.start.recent",
}
WINDOWS = {"PySide6"}
COMMANDS = {"click", "typer"}

CONSOLE = """
import json, sys
from arena_desk import app
from arena_desk.__main__ import main

class Watched(app.Session):
    def open(self):
        from PySide6.QtCore import QEvent, QObject, QTimer

        console, link, told = self.windows.console, self.link, []

        class Eye(QObject):
            def eventFilter(self, watched, event):
                if event.type() is QEvent.Type.Paint and not told:
                    told.append(sorted(sys.modules))
                    QTimer.singleShot(0, console.live.row.primary.click)
                return False

        def look():
            if link._started.is_set() and session.windows.desk.snapshot.on_stage:
                print(json.dumps([told[0], sorted(sys.modules)]))
                console._may_close = True
                console.close()

        session, eye, timer = self, Eye(console), QTimer(console, interval=20)
        console.installEventFilter(eye)
        timer.timeout.connect(look)
        timer.start()
        super().open()

app.Session = Watched
main()
"""

COMMAND = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))
from arena_desk.__main__ import main
main()
"""


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Path:
    path = tmp_path / "擂台赛.arena"
    create_contest(path, read_setup(qingdao))
    return path


def packages(modules: list[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_the_console_is_there_before_anything_it_can_do_without_is_loaded(contest: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CONSOLE, contest], capture_output=True, text=True, check=True)
    painted, ready = json.loads(done.stdout)
    early = packages(painted) & (DOCUMENTS | WRITING | LINK | LATER | COMMANDS)
    assert not early
    assert not {"PySide6.QtQuick", "PySide6.QtQml"} & set(painted)
    assert not WHERE_WANTED & set(painted)
    assert packages(ready) >= {"fastapi", "sqlalchemy"}
    needless = packages(ready) & DOCUMENTS
    assert not needless
    assert read_contest(contest).contest.live_round.called, "the button that was pressed as soon as it was painted"


@pytest.mark.parametrize(
    ("words", "without"),
    [
        (["--help"], DOCUMENTS | WRITING | LINK | WINDOWS),
        (["standings", "{file}"], DOCUMENTS | WRITING - {"pydantic"} | LINK | WINDOWS),  # typer needs pydantic
        (["explain", "{file}", "D01"], DOCUMENTS | WRITING - {"pydantic"} | LINK | WINDOWS),
        (
            ["bulletin", "{file}", "-o", "{file}.pdf"],
            {"fontTools", "matplotlib", "numpy", "openpyxl", "pandas"} | WRITING - {"pydantic"} | LINK | WINDOWS,
        ),
    ],
    ids=lambda words: str(words[0]) if isinstance(words, list) else "",
)
def test_a_command_loads_what_it_needs(contest: Path, words: list[str], without: set[str]) -> None:
    command = [sys.executable, "-c", COMMAND, *(word.format(file=contest) for word in words)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    needless = packages(json.loads(done.stderr)) & without
    assert not needless
