"""A ballot of an earlier round is corrected from the page of that round; what follows is read before it is done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from scoring.contest import Signer
from scoring.mark import MarkKind
from storage import ballots, marks, rounds
from tests.contests import score_entry, setup_of
from tests.ui.consoles import CONTESTANTS, FAIR, GOOD, PLAN, POOR, Session, session
from ui.console.ballot_correction import BallotCorrection
from ui.console.dialogs import Question
from ui.console.results import ResultsPage
from ui.console.steps import Page

TOP = {"idea": "40", "plan": "60"}
STAYS = (
    "The line-up of round 2 stays as it is. By the corrected result, 乙单位 should be in it, "
    "丙单位 need not have come back"
)


def first_round(console: Session) -> ResultsPage:
    """The page of results, with round 1 in view."""
    results = console.page(Page.RESULTS)
    assert isinstance(results, ResultsPage)
    results.rounds.setCurrentIndex(0)
    console.qtbot.waitUntil(lambda: results.model.rowCount() == 3)
    return results


def two_rounds(console: Session) -> ResultsPage:
    """Round 1 is closed, signed and published, and 丙单位 is back; the page shows round 1."""
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    rounds.close_round(console.file)
    rounds.sign_off(console.file, {Signer.TELLER: "周敏"})
    console.settle()
    console.desk.note_published(1, console.file.contest.rounds[0].closed or 0)
    rounds.next_round(console.file)
    console.settle()
    return first_round(console)


def ask_about(console: Session, results: ResultsPage, code: str) -> BallotCorrection:
    """Choose a contestant, press the key."""
    results._choose(code)
    console.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    return console.dialog(BallotCorrection)


def fill(dialog: BallotCorrection, judge: str, scores: dict[str, str], reason: str = "") -> None:
    dialog.fill("judge", judge)
    for key, score in scores.items():
        dialog.fill(key, score)
    dialog.fill("reason", reason)


def give(console: Session, results: ResultsPage, judge: str, code: str, scores: dict[str, str]) -> None:
    """The whole of it, once."""
    dialog = ask_about(console, results, code)
    fill(dialog, judge, scores, "录入有误")
    console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    console.settle()


def test_a_mistyped_ballot_of_round_1_is_corrected_while_round_2_runs(console: Session) -> None:
    results = two_rounds(console)
    give(console, results, "L1 领导一", "C", TOP)
    dialog = ask_about(console, results, "C")
    said = dialog._asked.text
    assert "The bulletin that was made is out of date then" in said
    assert "Scores and line-ups of later rounds stay as they are." in said
    assert "reopens" not in said, "the first correction has"
    chosen = dialog._inputs["judge"]
    assert isinstance(chosen, QComboBox)
    console.activate(dialog)
    assert chosen.hasFocus()
    console.qtbot.keyClicks(chosen, "L2")
    assert dialog.judge is not None
    assert (dialog.judge.name, dialog.answers()["idea"]) == ("领导二", "32")
    assert "These are the scores that are stored." in dialog.follows.text()
    fill(dialog, "L2 领导二", TOP)
    console.qtbot.waitUntil(lambda: "Must come back: " in dialog.follows.text())
    assert dialog.follows.text().splitlines() == [
        "·  丙单位: score 86.00 → 92.00, rank 3 → 2, no longer has to come back",
        "·  乙单位: rank 2 → 3, now has to come back in the next round",
        "·  Must come back: 丙单位 → 乙单位",
        f"·  {STAYS}",
    ]
    assert dialog.stands.text().startswith("It replaces the ballot of 领导二 stored at")
    assert not dialog.yes.isEnabled(), "a reason is missing"
    dialog.fill("reason", "录入有误")
    console.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    console.settle()
    first, second = console.file.contest.rounds
    entry = first.entry("C")
    assert entry is not None
    assert entry.ballots["L2"].scores["idea"] == 40
    assert entry.ballots["L2"].source == "paper"
    assert console.file.last.why == "录入有误"
    assert [each.code for each in second.entries] == ["C"]
    assert results.reopened.isVisible()
    console.qtbot.waitUntil(lambda: "乙单位 should be in it" in results.aftermath.corrected.text())
    console.press(Qt.Key.Key_F5)
    console.answer()
    assert console.file.contest.rounds[0].closed is not None


def test_a_correction_of_a_closed_and_signed_round_says_what_falls_with_it(console: Session) -> None:
    results = two_rounds(console)
    said = ask_about(console, results, "C")._asked.text
    assert "Round 1 is closed. This reopens it" in said
    assert "1 signature becomes void" in said


def test_a_judge_who_takes_no_part_is_refused_with_what_to_do_instead(console: Session) -> None:
    marks.mark_judge(console.file, MarkKind.JUDGE_ABSENT, "E2", reason="出差")
    for code, scores in (("A", GOOD), ("B", FAIR)):
        for judge in ("L1", "L2", "E1"):
            ballots.enter_ballot(console.file, judge, code, scores, reason="纸质")
    marks.mark_entry(console.file, MarkKind.NO_SHOW, "C", reason="没来")
    rounds.close_round(console.file)
    rounds.next_round(console.file)
    console.settle()
    dialog = ask_about(console, first_round(console), "C")
    assert "marked as no-show or withdrawn" in dialog._asked.text
    fill(dialog, "E2 专家二", TOP, "补录")
    assert not dialog.yes.isEnabled()
    assert "undo the mark on page 8 first" in dialog._faults["judge"].text()
    fill(dialog, "E1 专家一", TOP, "补录")
    assert dialog.stands.text().startswith("No ballot of this judge stands there")
    console.qtbot.waitUntil(lambda: "No score, rank or grade changes" in dialog.follows.text())
    assert dialog.yes.isEnabled()


def test_a_ballot_that_came_meanwhile_is_not_replaced_unseen(console: Session) -> None:
    results = two_rounds(console)
    dialog = ask_about(console, results, "C")
    fill(dialog, "L1 领导一", TOP, "录入有误")
    entry = console.file.contest.rounds[0].entry("C")
    assert entry is not None
    replaces = entry.ballots["L1"].ballot_id
    ballots.enter_ballot(console.file, "L1", "C", FAIR, reason="更正", replaces=replaces, number=1)
    console.settle()
    console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    assert "The ballot of 领导一 came in meanwhile" in dialog.stands.text()
    assert dialog.isVisible()
    assert dialog.scores(dialog.answers()) == TOP, "what was typed is still there"


def test_a_tie_in_an_earlier_round_is_drawn_on_its_page(console: Session) -> None:
    results = two_rounds(console)
    for judge in ("L1 领导一", "L2 领导二", "E1 专家一"):
        give(console, results, judge, "C", FAIR)
    dialog = ask_about(console, results, "C")
    fill(dialog, "E2 专家二", FAIR, "录入有误")
    console.qtbot.waitUntil(lambda: "it is open who must come back" in dialog.follows.text())
    console.qtbot.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    console.settle()
    console.qtbot.waitUntil(lambda: any(board.needs_draw for board in results._standings.boards))
    results._draw(("B", "C"))
    question = console.dialog(Question)
    assert "Drawn first ranks higher; drawn last returns in the next round." in question._asked.text
    console.answer(seed="七三九一", reason="王监督")
    assert [draw.seed for draw in console.file.contest.rounds[0].draws] == ["七三九一"]
    console.qtbot.waitUntil(results.close_round.isEnabled)


def test_where_all_ballots_come_from_files_the_way_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    crowd = [{"code": f"P{i:04d}", "name": f"群众{i}", "group": "lead"} for i in range(501)]
    group = [{"key": "lead", "name": "群众", "weight": "100"}]
    with session(qtbot, tmp_path, setup=setup_of({**PLAN, "group": group}, CONTESTANTS, crowd)) as console:
        results = console.page(Page.RESULTS)
        assert isinstance(results, ResultsPage)
        console.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        said = console.refusal()
        assert "cannot be corrected one by one" in said
        assert "page 8" in said
