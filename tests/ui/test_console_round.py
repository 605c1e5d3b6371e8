"""A whole round run from the console: the primary button always holds the next sensible step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt

from scoring import conduct
from scoring.contest import Phase
from storage import ballots, desk
from storage.journal import Record
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session
from ui.console.bulletin import BulletinPage
from ui.console.buttons import PrimaryButton
from ui.console.journal_model import read_journal
from ui.console.missing import MissingBallots
from ui.console.next_round import NextRound
from ui.console.next_step import StepKind
from ui.console.results import ResultsPage
from ui.console.steps import Page


@pytest.fixture
def room() -> Iterator[ThreadPoolExecutor]:
    """The judges' panels: threads of their own, as the link server has."""
    with ThreadPoolExecutor(4) as threads:
        yield threads


def all_vote(console: Session, room: ThreadPoolExecutor, code: str, scores: Mapping[str, str]) -> None:
    judges = [judge.code for judge in console.file.contest.judges]
    for receipt in [room.submit(put, console.file, judge, code, scores) for judge in judges]:
        receipt.result(10)
    console.settle()


def run_entry(console: Session, room: ThreadPoolExecutor, name: str, code: str, scores: Mapping[str, str]) -> None:
    """One contestant, with nothing but Space and Enter."""
    assert console.primary == f"Call {name}"
    console.step()
    assert console.primary == "Start the timer"
    console.step()
    assert console.primary == "Open scoring"
    console.step()
    assert console.primary == "Close scoring (4 missing)"
    all_vote(console, room, code, scores)
    assert console.primary == "Close scoring"
    console.step()
    assert console.primary == f"Reveal {name}"
    console.press(Qt.Key.Key_Space)
    console.question()
    console.answer()


def leading(results: ResultsPage) -> list[str]:
    """What the red buttons of the page say."""
    return [each.text() for each in results.findChildren(PrimaryButton) if each.isVisible() and each.leads]


def test_a_round_is_run_to_the_next_one_with_the_primary_button_alone(
    console: Session, room: ThreadPoolExecutor
) -> None:
    run_entry(console, room, "甲单位", "A", GOOD)
    run_entry(console, room, "乙单位", "B", FAIR)
    run_entry(console, room, "丙单位", "C", POOR)
    assert console.primary == "Close the round"
    console.press(Qt.Key.Key_Space)
    said = console.question()._asked.details
    console.answer()
    assert said == ["总榜: first 甲单位; must come back: 丙单位"]
    assert console.file.contest.live_round.closed is not None

    assert console.primary == "Sign the result"
    console.step()
    results = console.window.findChild(ResultsPage)
    assert results is not None
    assert leading(results) == ["Sign…"]
    console.press(Qt.Key.Key_F7)
    console.answer(**{"chief-judge": "王建国"})
    console.qtbot.waitUntil(lambda: leading(results) == ["Make the bulletin…"])
    assert console.window.conductor.step().kind is StepKind.BULLETIN
    console.press(Qt.Key.Key_F3)
    page = console.window.findChild(BulletinPage)
    assert isinstance(page, BulletinPage)
    assert page.isVisible()
    page.making.make.trigger()
    console.qtbot.waitUntil(lambda: console.desk.is_published(1))
    assert [(order.kind, order.round) for order in console.made] == [("bulletin", 1)]

    console.page(Page.RESULTS)
    assert leading(results) == ["Next round"]
    console.page(Page.LIVE)
    assert console.primary == "Next round"
    console.press(Qt.Key.Key_Space)
    dialog = console.dialog(NextRound)
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    console.settle()
    assert [entry.code for entry in console.file.contest.live_round.entries] == ["C", "A"]
    assert console.primary == "Call 丙单位"


def test_every_step_is_in_the_journal_once(console: Session, room: ThreadPoolExecutor) -> None:
    run_entry(console, room, "甲单位", "A", GOOD)
    whats = [record.what for record in journal(console)]
    assert whats == [
        "created",
        "call",
        "clock",
        "open",
        "ballot",
        "ballot",
        "ballot",
        "ballot",
        "close",
        "clock",
        "reveal",
    ]


def journal(console: Session) -> list[Record]:
    return read_journal(console.file)


def test_space_held_down_or_pressed_twice_does_a_step_once(console: Session) -> None:
    console.press(Qt.Key.Key_Space)
    console.press(Qt.Key.Key_Space)
    console.settle()
    assert console.primary == "Start the timer"


def test_space_twice_never_reveals(console: Session, room: ThreadPoolExecutor) -> None:
    for _ in range(3):
        console.step()
    all_vote(console, room, "A", GOOD)
    console.step()
    console.press(Qt.Key.Key_Space)
    question = console.question()
    console.qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Space)
    console.settle()
    assert console.file.contest.live_round.entries[0].revealed is None


def test_closing_early_names_who_is_missing_and_what_follows(console: Session, room: ThreadPoolExecutor) -> None:
    for _ in range(3):
        console.step()
    put(console.file, "L1", "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_Space)
    question = console.dialog(MissingBallots)
    assert [judge.name for judge in question._judges] == ["领导二", "专家一", "专家二"]
    assert "stays incomplete" in question._asked.text
    console.answer()
    assert console.primary == "Call 乙单位"
    assert console.live.lineup.index(0, 2).data() == "incomplete"


def test_an_earlier_result_can_be_revealed_while_the_next_entry_presents(
    console: Session, room: ThreadPoolExecutor
) -> None:
    for _ in range(3):
        console.step()
    all_vote(console, room, "A", GOOD)
    console.step()
    console.press(Qt.Key.Key_F9)
    console.settle()
    assert console.file.contest.live_round.called == "B"
    assert console.live.row.reveal.text() == "Reveal 甲单位"
    console.press(Qt.Key.Key_F8)
    console.answer()
    assert console.file.contest.live_round.entries[0].revealed is not None
    assert console.primary == "Start the timer"


def test_the_next_step_never_leads_back_to_what_is_revealed_and_reopening_it_asks_first(console: Session) -> None:
    """乙单位 was scored from paper and revealed without coming on stage."""
    for judge in ("L1", "L2", "E1", "E2"):
        ballots.enter_ballot(console.file, judge, "B", GOOD, reason="纸质")
    desk.reveal(console.file, "B")
    console.settle()
    assert console.primary == "Call 甲单位"
    desk.call(console.file, "A")
    console.settle()
    assert console.live.keys.next.toolTip() == "Call 丙单位"
    score_entry(console.file, "A", FAIR)
    desk.reveal(console.file, "A")
    score_entry(console.file, "C", POOR)
    desk.reveal(console.file, "C")
    console.settle()
    assert console.primary == "Close the round"

    console.live._pick("B")
    assert console.live.keys.call.text() == "Call 乙单位…"
    console.press(Qt.Key.Key_F5)
    assert "revealed already" in console.question()._asked.text
    console.answer()
    console.step()
    console.press(Qt.Key.Key_Space)
    question = console.question()
    assert question._asked.title == "Open scoring of 乙单位 again?"
    question.reject()
    entry = console.file.contest.live_round.entry("B")
    assert entry is not None
    assert entry.phase is Phase.CALLED
    console.press(Qt.Key.Key_Space)
    console.answer()
    assert conduct.scoring_open(console.file.contest.live_round) is not None
