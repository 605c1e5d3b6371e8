"""The main job, end to end: real console, real HTTP from fifteen judges, stage, bulletin, the next round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pypdfium2
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from arena_desk.app import check_file, export_document, launch
from arena_desk.link.address import Place, take_place
from arena_desk.link.server import LinkServer
from exports.kinds import Kind, Order, silent
from scoring.conduct import scoring_open
from scoring.contest import Screen
from storage.contest_file import ContestFile, create_contest, open_contest
from storage.desk import show
from storage.seats import seats
from storage.sheets import read_setup
from storage.verify import verify
from ui.console.dialogs import Question
from ui.console.next_round import NextRound
from ui.console.next_step import StepKind
from ui.console.results import ResultsPage
from ui.console.safety import Safety
from ui.console.steps import Page
from ui.program import Windows

DISTRICTS = ("D01", "D02", "D03")
POINTS = {"D01": "27.5", "D02": "29", "D03": "24.5"}
"""What every judge gives for the last two criteria; the first two get full marks."""
SCORES = {"D01": "95.00", "D02": "98.00", "D03": "89.00"}


class LinkOf:
    """The link of a running server, as the windows ask for it."""

    def __init__(self, place: Place, server: LinkServer) -> None:
        self.address, self.judge_link = place.address, place.judge_link
        self.host_url, self.board_url = place.host_url, place.board_url
        self.loopback = place.address
        self.presence, self.reach, self.use_host = server.presence, place.reach, place.use_host
        self.give_way = server.give_way


@pytest.fixture
def contest(tmp_path: Path, qingdao: Path) -> Iterator[ContestFile]:
    """The Qingdao contest with three districts on the line-up."""
    setup = read_setup(qingdao)
    three = tuple(each for each in setup.contestants if each.code in DISTRICTS)
    create_contest(tmp_path / "三区.arena", replace(setup, contestants=three))
    file = open_contest(tmp_path / "三区.arena")
    yield file
    file.close()


@pytest.fixture
def place(contest: ContestFile) -> Place:
    return take_place(contest, "127.0.0.1", 0)


@pytest.fixture
def windows(qtbot: QtBot, contest: ContestFile, place: Place) -> Iterator[Windows]:
    server = LinkServer(place)
    server.start()
    export = partial(export_document, contest)
    opened = Windows(
        contest, LinkOf(place, server), export=export, check=check_file, safety=Safety(contest), launch=launch
    )
    opened.open()
    qtbot.waitExposed(opened.console)
    qtbot.waitUntil(lambda: opened.stage.stage is not None)
    yield opened
    opened.console.close()
    for question in opened.console.findChildren(Question):
        qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not opened.console.isVisible())
    server.stop()
    opened.console.deleteLater()
    opened.deleteLater()


class Organizer:
    """Does at the console what a person would do, and reads what it shows."""

    def __init__(self, qtbot: QtBot, windows: Windows) -> None:
        self.qtbot, self.windows, self.console = qtbot, windows, windows.console

    def step(self, kind: StepKind) -> None:
        """Press the primary button once it offers this step."""
        self.qtbot.waitUntil(lambda: not self.windows.desk.busy and self.console.conductor.step().kind is kind)
        self.qtbot.mouseClick(self.console.live.row.primary, Qt.MouseButton.LeftButton)

    def agree(self, kind: type[QDialog] = Question) -> None:
        """Say yes to the question that is asked."""
        self.qtbot.waitUntil(lambda: bool(self.console.findChildren(kind)))
        (question,) = self.console.findChildren(kind)
        self.qtbot.mouseClick(question.yes, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
        self.qtbot.waitUntil(lambda: not self.console.findChildren(kind))

    def see(self, condition: Callable[[], bool]) -> None:
        """Wait until something shows."""
        self.qtbot.waitUntil(condition, timeout=20_000)


def judges_score(contest: ContestFile, url: str) -> None:
    """Fifteen judges at once, each over HTTP as a panel would."""

    def score(token: str) -> None:
        headers = {"Authorization": f"Bearer {token}"}
        panel = httpx.get(f"{url}/api/panel", headers=headers, timeout=20).json()
        entry = panel["entry"]
        last = POINTS[entry["code"]]
        body = {
            "ballot_id": f"{panel['judge']['code']}-{entry['code']}",
            "version": entry["version"],
            "scores": {"problems": "20", "targets": "20", "approach": last, "measures": last},
        }
        answer = httpx.put(f"{url}/api/ballots/{entry['code']}", headers=headers, json=body, timeout=20)
        assert answer.status_code == 201, answer.text

    with ThreadPoolExecutor(15) as pool:
        list(pool.map(score, [seat.token for seat in seats(contest)]))


def rows_of(model: QAbstractItemModel) -> list[str]:
    """What a table shows, a line a row."""
    columns = range(model.columnCount())
    return [" ".join(str(model.index(row, c).data()) for c in columns) for row in range(model.rowCount())]


def on_the_stage(windows: Windows) -> list[tuple[object, ...]]:
    """The rows of the districts' board as the stage's own objects have them."""
    stage = windows.stage.stage
    assert stage is not None
    board = next(each for each in stage.property("boards") if each.view.key == "district")
    return [(row["rank"], row["code"], row["score"], row["returns"]) for row in board.property("rows").rows()]


def on_stage_is_revealed(windows: Windows) -> bool:
    entry = windows.desk.snapshot.on_stage
    return entry is not None and entry.revealed is not None


def test_a_round_of_three_from_the_first_call_to_the_next_line_up(
    qtbot: QtBot, contest: ContestFile, place: Place, windows: Windows, tmp_path: Path
) -> None:
    organizer = Organizer(qtbot, windows)
    live = windows.console.live
    with ThreadPoolExecutor(1) as hall:
        for _ in DISTRICTS:
            organizer.step(StepKind.CALL)
            organizer.step(StepKind.START_TIMER)
            organizer.step(StepKind.OPEN)
            organizer.see(lambda: scoring_open(contest.contest.live_round) is not None)
            scored = hall.submit(judges_score, contest, place.address())
            organizer.see(scored.done)
            scored.result()
            organizer.see(lambda: live.row.primary.isEnabled() and windows.desk.snapshot.stage.ballots_in == 15)
            organizer.step(StepKind.CLOSE)
            organizer.step(StepKind.REVEAL)
            organizer.agree()
            organizer.see(lambda: on_stage_is_revealed(windows))

    ranking = [(1, "D02", "98.00", False), (2, "D01", "95.00", False), (3, "D03", "89.00", True)]
    windows.desk.do(show, Screen.LEADERBOARD)
    organizer.see(lambda: on_the_stage(windows) == ranking)

    organizer.step(StepKind.CLOSE_ROUND)
    organizer.agree()
    organizer.see(lambda: windows.desk.snapshot.round.closed is not None)
    windows.console.show_page(Page.RESULTS)
    results = windows.console.findChild(ResultsPage)
    assert results is not None
    results.boards.setCurrentIndex(2)
    organizer.see(lambda: results.model.rowCount() == 3)
    texts = rows_of(results.model)
    assert [text.split()[0] for text in texts] == ["1", "2", "3"]
    assert all(SCORES[code] in text for code, text in zip(("D02", "D01", "D03"), texts, strict=True))

    pdf = tmp_path / "通报.pdf"
    export_document(contest, Order(Kind.BULLETIN, pdf, 1), silent)
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "").replace("\n", "")
    document.close()
    assert all(score in text for score in SCORES.values())
    assert "李沧区" in text
    assert "下轮继续打擂" in text

    windows.console.rounds.next_round()
    organizer.agree(NextRound)
    organizer.see(lambda: windows.desk.snapshot.round.number == 2)
    assert [entry.code for entry in contest.contest.live_round.entries] == ["D03"]
    assert verify(contest.path) == []
