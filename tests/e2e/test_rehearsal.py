"""A rehearsal as `arena-desk demo` runs it: the program's own windows and link, judges who score by themselves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from arena_desk.app import Rehearsal, Session, _made_from_contest
from arena_desk.rehearsal import ALL_KINDS, CALM, SimulatedJudges, copy_for_rehearsal
from storage import desk, rounds
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.sheets import read_setup
from tests.contests import score_entry
from ui.console.dialogs import Question


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    create_contest(tmp_path / "演练.arena", read_setup(qingdao), rehearsal=True)
    file = open_contest(tmp_path / "演练.arena")
    yield file
    file.close()


@contextmanager
def shown(qtbot: QtBot, opened: Session) -> Iterator[Session]:
    """The windows and the link of a rehearsal, from opening to closing."""
    opened.open()
    opened.windows.show_stage()
    qtbot.waitUntil(lambda: opened.windows.stage.window is not None and opened.windows.stage.window.isVisible())
    try:
        yield opened
    finally:
        close(qtbot, opened)


def close(qtbot: QtBot, opened: Session) -> None:
    """Close the console, as a person would, and what belongs to it."""
    opened.windows.console.close()
    for question in opened.windows.console.findChildren(Question):
        qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.windows.console.isVisible())
    opened.close()
    opened.windows.console.deleteLater()
    opened.windows.deleteLater()


@pytest.fixture
def session(qtbot: QtBot, contest: ContestFile) -> Iterator[Session]:
    with shown(qtbot, Session(contest, Rehearsal(CALM))) as opened:
        yield opened


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


@pytest.fixture
def original(tmp_path: Path, qingdao: Path) -> Path:
    return half_way(tmp_path / "real", qingdao)


@pytest.fixture
def copy(tmp_path: Path, original: Path) -> Iterator[ContestFile]:
    copy_for_rehearsal(original, tmp_path / "演练.arena")
    file = open_contest(tmp_path / "演练.arena")
    yield file
    file.close()


@pytest.fixture
def of_every_kind(qtbot: QtBot, copy: ContestFile) -> Iterator[Session]:
    with shown(qtbot, Session(copy, Rehearsal(ALL_KINDS, speed=50))) as opened:
        yield opened


def test_the_stage_of_a_rehearsal_speaks_as_that_of_the_contest_does(tmp_path: Path, original: Path) -> None:
    with closing(open_contest(original)) as file:
        file.remember("stage-language", "en")
    _made_from_contest(original, tmp_path / "演练.arena")
    with closing(open_contest(tmp_path / "演练.arena")) as file:
        assert (file.contest.rehearsal, file.setting("stage-language")) == (True, "en")


def folder_of(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.iterdir()}


def test_a_contest_is_rehearsed_with_judges_of_every_kind_and_stays_as_it_was(
    qtbot: QtBot, original: Path, copy: ContestFile, of_every_kind: Session
) -> None:
    before = folder_of(original)
    assert [entry.code for entry in copy.contest.live_round.entries] == ["F03", "F02", "F01"]
    desk.call(copy, "F02")
    desk.open_scoring(copy)
    qtbot.waitUntil(lambda: of_every_kind.windows.desk.snapshot.stage.ballots_in == 15, timeout=60_000)
    assert of_every_kind.windows.desk.snapshot.stage.rehearsal
    assert folder_of(original) == before


def half_way(folder: Path, plan: Path) -> Path:
    """A contest in its second round, with ballots, as it lies on the disk between two sessions."""
    folder.mkdir()
    path = folder / "擂台赛.arena"
    create_contest(path, replace(read_setup(plan), contestants=read_setup(plan).contestants[:3]))
    file = open_contest(path)
    for number, code in enumerate(("F01", "F02", "F03")):
        score_entry(file, code, {"problems": "18", "targets": "17", "approach": "28", "measures": str(27 - number)})
    rounds.close_round(file)
    rounds.next_round(file, ["F02", "F01"])
    file.close()
    return path


def test_judges_who_cannot_reach_the_desk_go_home_when_told() -> None:
    judges = SimulatedJudges("http://127.0.0.1:9", {"L1": "nobody"}, speed=50, seed=1)
    judges.start()
    judges.stop()
    assert "simulated judges" not in {thread.name for thread in threading.enumerate()}
