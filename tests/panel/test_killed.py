"""The whole program is killed, or can write nothing down: what was handed in arrives, and nothing false is promised."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.panel.seats import SCORES, Seat, open_for
from tests.running import Plain
from ui.panel.state import State


class LoneDevice:
    """A panel in a process of its own."""

    def __init__(self, url: str, shelves: Path) -> None:
        command = [sys.executable, "-m", "tests.panel.device", url, str(shelves)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def says(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def submit(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def device(desk: Plain, tmp_path: Path) -> Iterator[LoneDevice]:
    """A device on which judge L1 has typed everything."""
    open_for(desk, "F01")
    started = LoneDevice(desk.judges["L1"]["url"], tmp_path / "shelves")
    assert started.says() == "typed"
    yield started
    started.kill()


def test_what_was_typed_survives_the_death_of_the_program(
    qtbot: QtBot, desk: Plain, device: LoneDevice, tmp_path: Path
) -> None:
    device.kill()
    seat = Seat(qtbot, desk, tmp_path / "shelves")
    seat.sees(State.OPEN)
    assert seat.typed() == SCORES
    assert seat.history() == []
    seat.close()
    seat.languages.remove()


@pytest.mark.process
def test_a_ballot_handed_in_while_the_desk_was_dead_survives_the_death_of_the_program(
    qtbot: QtBot, desk: Plain, device: LoneDevice, tmp_path: Path
) -> None:
    desk.kill()
    device.submit()
    assert device.says() == "submitted"
    device.kill()
    desk.start()
    seat = Seat(qtbot, desk, tmp_path / "shelves")
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]
    seat.close()
    seat.languages.remove()


@pytest.mark.process
def test_an_unsent_ballot_that_is_kept_nowhere_is_not_called_safe_on_closing(
    qtbot: QtBot, desk: Plain, tmp_path: Path, logged_warnings: list[logging.LogRecord]
) -> None:
    (tmp_path / "shelves").write_text("a file where the folder should be")
    open_for(desk, "F01")
    seat = Seat(qtbot, desk, tmp_path / "shelves")
    seat.sees(State.OPEN)
    seat.type(SCORES)
    desk.kill()
    seat.submit()
    seat.sees(State.UNSENT)
    seat.reads("只在这个窗口里")
    seat.reads("连不上控制台")
    assert not any(promise in seat.text() for promise in ("留在本机", "不会丢失"))
    seat.window.close()
    assert "关闭就会丢失" in seat.asked().informativeText()
    seat.close()
    seat.languages.remove()
    logged_warnings.clear()
