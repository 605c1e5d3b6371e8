"""`arena-desk panel` in a process of its own, as a judge starts it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.panel.seats import SOON
from tests.patience import PATIENCE
from tests.running import Plain


@pytest.mark.e2e
def test_the_program_takes_its_seat_and_leaves_it_when_it_is_ended_from_the_terminal(
    qtbot: QtBot, desk: Plain, tmp_path: Path
) -> None:
    def linked() -> int:
        return next(int(each["seat"]["linked"]) for each in desk.get("/api/desk")["judges"] if each["code"] == "E3")

    (tmp_path / "home").write_text("no folder: nothing can be written here")
    environment = {**os.environ, "HOME": str(tmp_path / "home")}
    environment |= {f"XDG_{name}_HOME": str(tmp_path / "home" / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    command = [sys.executable, "-m", "arena_desk", "panel", desk.judges["E3"]["url"]]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        qtbot.waitUntil(lambda: linked() == 1, timeout=SOON)
        running.send_signal(signal.SIGTERM)
        _, said = running.communicate(timeout=PATIENCE)
    assert running.returncode == 0
    assert [line for line in said.splitlines() if not line.startswith("This plugin does not support")] == []
    qtbot.waitUntil(lambda: linked() == 0, timeout=SOON)
