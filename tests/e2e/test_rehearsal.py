"""A rehearsal as `arena-desk demo` runs it: the program's own windows and link, judges who score by themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from arena_desk.app import Session
from arena_desk.rehearsal import SimulatedJudges
from scoring.plan_file import read_setup
from storage import desk
from storage.contest_file import ContestFile, create_contest, open_contest
from ui.console.dialogs import Question


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "演练.arena", read_setup(qingdao), rehearsal=True)
    file = open_contest(tmp_path / "演练.arena")
    yield file
    file.close()


@pytest.fixture
def session(qtbot: QtBot, contest: ContestFile) -> Iterator[Session]:
    opened = Session(contest, simulated=True)
    opened.open()
    opened.windows.show_stage()
    qtbot.waitUntil(lambda: opened.windows.stage.window is not None and opened.windows.stage.window.isVisible())
    yield opened
    opened.windows.console.close()
    for question in opened.windows.console.findChildren(Question):
        qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.windows.console.isVisible())
    opened.close()
    opened.windows.console.deleteLater()
    opened.windows.deleteLater()


def test_judges_take_their_seats_and_score_whoever_is_called(
    qtbot: QtBot, contest: ContestFile, session: Session
) -> None:
    windows, link = session.windows, session.link
    seated = lambda: sum(seat.devices for seat in windows.desk.presence.values())  # noqa: E731
    qtbot.waitUntil(lambda: seated() == 15, timeout=20_000)
    assert httpx.get(f"{link.loopback()}/api/health").status_code == 200
    assert link.address().endswith(link.loopback().rpartition(":")[2])
    assert link.judge_link("L1").url.startswith(f"{link.address()}/j#")
    assert link.board_url() == f"{link.address()}/board"
    assert link.host_url().startswith(f"{link.address()}/host#")
    desk.call(contest, "D01")
    desk.open_scoring(contest)
    qtbot.waitUntil(lambda: any(seat.draft for seat in windows.desk.presence.values()), timeout=20_000)
    qtbot.waitUntil(lambda: windows.desk.snapshot.stage.ballots_in == 15, timeout=40_000)
    assert windows.desk.snapshot.stage.rehearsal


def test_judges_who_cannot_reach_the_desk_go_home_when_told() -> None:
    judges = SimulatedJudges("http://127.0.0.1:9", {"L1": "nobody"}, speed=50, seed=1)
    judges.start()
    judges.stop()
    assert "simulated judges" not in {thread.name for thread in threading.enumerate()}
