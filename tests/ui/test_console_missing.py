"""Stopping with ballots missing, and ballots from paper, while judges send theirs: nothing is hidden, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from scoring.contest import Phase
from storage import ballots, desk
from tests.contests import put
from tests.ui.consoles import FAIR, GOOD, Session, session
from ui.console.dialogs import Question
from ui.console.missing import MissingBallots


@pytest.fixture
def scoring(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console while 甲单位 is being scored, with 领导二 and 专家二 missing."""
    with session(qtbot, tmp_path) as console:
        desk.call(console.file, "A")
        desk.open_scoring(console.file)
        put(console.file, "L1", "A", GOOD)
        put(console.file, "E1", "A", GOOD)
        console.settle()
        yield console


def words(question: Question) -> str:
    """What can be read in a dialog."""
    return "\n".join(label.text() for label in question.findChildren(QLabel) if label.isVisible())


def from_paper(scoring: Session, question: MissingBallots, name: str) -> Question:
    """Ask for the paper of a judge from the list."""
    ways = (b for b in question.findChildren(QPushButton) if b.accessibleName() == f"{name}: From paper…")
    scoring.qtbot.mouseClick(next(ways), Qt.MouseButton.LeftButton)
    found = [q for q in scoring.window.findChildren(Question) if q.isVisible() and q is not question]
    return found[0]


def type_in(paper: Question) -> None:
    for key, text in {**FAIR, "reason": "纸质"}.items():
        paper.fill(key, text)


def test_the_list_of_missing_judges_follows_while_a_ballot_is_typed_that_the_judge_then_sends(scoring: Session) -> None:
    scoring.press(Qt.Key.Key_Space)
    question = scoring.dialog(MissingBallots)
    assert "2 ballots are missing" in words(question)
    paper = from_paper(scoring, question, "领导二")
    type_in(paper)
    own = put(scoring.file, "L2", "A", GOOD).ballot_id
    scoring.settle()

    assert "The ballot of 领导二 came in meanwhile" in words(paper)
    assert "What you have typed is not stored" in words(paper)
    scoring.activate(paper)
    scoring.qtbot.keyClick(paper, Qt.Key.Key_Return)
    scoring.settle()
    assert paper.isVisible(), "the first Enter was for a seat without a ballot"
    assert paper.answers() == {**FAIR, "reason": "纸质"}
    assert scoring.file.contest.live_round.entries[0].ballots["L2"].ballot_id == own
    paper.reject()

    assert "1 ballot is missing" in words(question)
    assert "专家二" in words(question)
    assert "领导二" not in words(question)
    row = next(b for b in question.findChildren(QPushButton) if b.accessibleName() == "专家二: Absent…")
    assert not row.visibleRegion().isEmpty()
    assert question.height() <= question.sizeHint().height() + 30, "no gap where the others stood"


def test_enter_upon_coming_back_to_the_list_does_not_stop_scoring(scoring: Session) -> None:
    scoring.press(Qt.Key.Key_Space)
    question = scoring.dialog(MissingBallots)
    scoring.activate(question)
    scoring.qtbot.keyClick(question.yes, Qt.Key.Key_Space)
    assert question.isVisible()
    scoring.qtbot.keyClick(question, Qt.Key.Key_Return)
    scoring.settle()
    assert scoring.file.contest.live_round.entries[0].phase is Phase.OPEN

    scoring.press(Qt.Key.Key_Space)
    question = scoring.dialog(MissingBallots)
    scoring.activate(question)
    scoring.qtbot.keyClick(question, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    scoring.qtbot.waitUntil(lambda: scoring.file.contest.live_round.entries[0].phase is Phase.CLOSED)


def test_a_paper_replaces_the_ballot_that_came_meanwhile_once_that_was_read(scoring: Session) -> None:
    scoring.window.corrections.enter_ballot("L2", "A")
    paper = scoring.question()
    type_in(paper)
    put(scoring.file, "L2", "A", GOOD)
    scoring.settle()
    scoring.qtbot.mouseClick(paper.yes, Qt.MouseButton.LeftButton)
    scoring.qtbot.mouseClick(paper.yes, Qt.MouseButton.LeftButton)
    scoring.settle()
    stored = scoring.file.contest.live_round.entries[0].ballots["L2"]
    assert {key: str(value) for key, value in stored.scores.items()} == FAIR
    assert stored.source == "paper"


def test_a_paper_that_is_refused_stays_open_with_what_was_typed_and_names_the_judge(scoring: Session) -> None:
    """The judge's ballot is stored before the console knows of it: the file refuses, not the dialog."""
    scoring.window.corrections.enter_ballot("L2", "A")
    paper = scoring.question()
    type_in(paper)
    ballots.enter_ballot(scoring.file, "L2", "A", GOOD, reason="别处补录")
    scoring.qtbot.mouseClick(paper.yes, Qt.MouseButton.LeftButton)  # before any news was read
    scoring.qtbot.waitUntil(lambda: not scoring.desk.busy)
    assert "A different ballot of 领导二 is stored" in scoring.refusal()
    scoring.settle()
    QApplication.processEvents()
    assert paper.isVisible()
    assert paper.isEnabled()
    assert paper.answers() == {**FAIR, "reason": "纸质"}
    assert "came in meanwhile" in words(paper)
