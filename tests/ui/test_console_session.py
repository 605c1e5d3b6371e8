"""A whole session of ten contestants, run from the console, in which everything goes wrong that does in a hall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.contest import Attendance
from scoring.plan import Setup
from storage.contest_file import create_contest, open_contest
from storage.verify import verify
from tests.contests import put, setup_of
from tests.storage.story import copied
from tests.ui.consoles import JUDGES, PLAN, Session
from ui.console.journal_model import read_journal
from ui.console.next_round import NextRound
from ui.console.results import ResultsPage
from ui.console.steps import Page

TEN = [{"code": f"U{n:02}", "name": f"第{n:02}单位", "category": "unit"} for n in range(1, 11)]
SCORES = {
    each["code"]: {"idea": str(40 - number), "plan": str(58 - number)} for number, each in enumerate(TEN, start=1)
}
LAST_TIE = ("U09", "U10")
"""They get the same scores, so that lots must be drawn for the place that has to come back."""


def setup() -> Setup:
    plan = {
        **PLAN,
        "contest": {"title": "十家擂台", "step": "0.5", "tie_breaks": []},
        "returns": {"ties": "draw", "no_show": True},
    }
    return setup_of(plan, TEN, [*JUDGES, {"code": "E3", "name": "专家三", "group": "expert"}])


@pytest.fixture
def room() -> Iterator[ThreadPoolExecutor]:
    """The judges' panels: threads of their own, as the link server has."""
    with ThreadPoolExecutor(4) as threads:
        yield threads


@contextmanager
def console_on(qtbot: QtBot, path: Path) -> Iterator[Session]:
    file = open_contest(path)
    opened = Session(qtbot, file, "en")
    try:
        yield opened
    finally:
        opened.close()
        file.close()


class Hall:
    """An organizer at the console, and judges at their panels."""

    def __init__(self, console: Session, room: ThreadPoolExecutor) -> None:
        self.console, self.room = console, room

    @property
    def entry(self):
        entry = self.console.file.contest.live_round.on_stage
        assert entry is not None
        return entry

    def bring_on(self) -> str:
        """Call, start the timer, open scoring: three times Space."""
        for _ in range(3):
            self.console.step()
        return self.entry.code

    def vote(self, *judges: str, scores: Mapping[str, str] | None = None) -> None:
        code = self.entry.code
        given = scores or SCORES["U09" if code in LAST_TIE else code]
        for receipt in [self.room.submit(put, self.console.file, judge, code, given) for judge in judges]:
            receipt.result(10)
        self.console.settle()

    def close_and_reveal(self) -> None:
        self.console.step()
        self.console.press(Qt.Key.Key_Space)
        self.console.question()
        self.console.answer()

    def run(self, *judges: str) -> None:
        """One contestant with whom nothing goes wrong."""
        self.bring_on()
        self.vote(*judges)
        self.close_and_reveal()

    def tile(self, judge: str, wanted: str, **answers: str) -> None:
        """Choose something from the menu of a judge's tile."""
        self.console.qtbot.mouseClick(self.console.live.board.tile(judge), Qt.MouseButton.LeftButton)
        self.console.choose(wanted)
        self.console.answer(**answers)

    def results(self) -> ResultsPage:
        page = self.console.page(Page.RESULTS)
        assert isinstance(page, ResultsPage)
        return page


HERE = ("L1", "L2", "E1", "E2")
"""All but E3, who does not come."""


def first_half(hall: Hall) -> None:
    """Five contestants: an absent judge, a recusal, a returned ballot, a no-show, an overtime deduction."""
    console = hall.console
    hall.bring_on()
    hall.vote(*HERE)
    assert console.primary == "Close scoring (1 missing)"
    hall.tile("E3", "Absent", reason="没有到场")
    hall.close_and_reveal()

    hall.bring_on()
    hall.tile("L2", "Recuse", reason="同一单位")
    hall.vote("L1", "E1", "E2")
    hall.close_and_reveal()

    hall.bring_on()
    hall.vote("L1", "L2", "E1", scores={"idea": "1", "plan": "1"})
    hall.tile("E1", "Return the ballot", reason="看错了单位")
    hall.vote("L1", "L2", "E1", "E2")
    hall.close_and_reveal()

    console.step()
    assert hall.entry.code == "U04"
    console.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    console.answer(reason="没有来")
    assert hall.entry.attendance is Attendance.NO_SHOW

    hall.bring_on()
    hall.vote(*HERE)
    console.press(Qt.Key.Key_F6)
    console.answer(points="-0.5", reason="over time")
    hall.close_and_reveal()


def second_half(hall: Hall) -> None:
    """The rest; the last two are tied for the last place, and lots are drawn."""
    console = hall.console
    for _ in ("U07", "U08", *LAST_TIE):
        hall.run(*HERE)
    assert console.primary == "See what is open"
    console.press(Qt.Key.Key_Space)
    results = hall.results()
    assert results.aftermath.sign.isHidden()
    results._draw(LAST_TIE)
    console.answer(seed="七三九一", reason="监督员周敏")


def test_ten_contestants_and_everything_that_goes_wrong_in_a_hall(
    qtbot: QtBot, room: ThreadPoolExecutor, tmp_path: Path
) -> None:
    create_contest(tmp_path / "十家.arena", setup())
    with console_on(qtbot, tmp_path / "十家.arena") as console:
        first_half(Hall(console, room))
        Hall(console, room).bring_on()
        Hall(console, room).vote("L1", "L2")
        found = copied(console.file.path, tmp_path / "after the power cut")
        before = console.file.contest

    with console_on(qtbot, found) as console:
        hall = Hall(console, room)
        assert console.file.contest == before
        assert console.primary == "Close scoring (2 missing)"
        hall.vote("E1", "E2")
        hall.close_and_reveal()
        second_half(hall)
        first_close(hall)
        correction(hall)
        next_round(hall)
        assert verify(console.file.path) == []
        assert [entry.code for entry in console.file.contest.live_round.entries] == ["U04", loser(hall)]


def loser(hall: Hall) -> str:
    """Who drew the last lot."""
    (draw,) = hall.console.file.contest.rounds[0].draws
    return draw.order[-1]


def first_close(hall: Hall) -> None:
    hall.console.window.show_page(Page.LIVE)
    assert hall.console.primary == "Close the round"
    hall.console.press(Qt.Key.Key_Space)
    hall.console.answer()
    round_ = hall.console.file.contest.live_round
    assert round_.closed is not None
    standings = hall.console.file.standings()
    flagged = {row.code for board in standings.boards for row in board.rows if row.returns}
    assert flagged == {"U04", loser(hall)}


def correction(hall: Hall) -> None:
    """A deduction turns out to be wrong after the round was closed; it is undone, and the round closed again."""
    console = hall.console
    adjustment = console.file.contest.live_round.entries[4].adjustments[0].record
    record = next(each for each in read_journal(console.file) if each.number == adjustment)
    console.window.corrections.undo(record, "U05")
    assert "reopens it" in console.question()._asked.text
    console.answer(reason="秒表看错")
    assert console.file.contest.live_round.closed is None
    results = hall.results()
    console.qtbot.waitUntil(results.aftermath.corrected.isVisible)
    assert "第05单位: score" in results.aftermath.corrected.text()
    console.press(Qt.Key.Key_F5)
    console.answer()
    assert console.file.contest.live_round.closed is not None


def next_round(hall: Hall) -> None:
    hall.console.press(Qt.Key.Key_F9)
    dialog = hall.console.dialog(NextRound)
    hall.console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    hall.console.settle()
