"""The operator tells results in steps: one key on, one key back, and the room never sees more than was told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scoring.contest import Screen
from storage import desk, public_board, staging
from storage.public_board import State
from tests.contests import score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session
from ui.console.dialogs import Question
from ui.console.judges import JudgesPage
from ui.console.link_dialog import BoardDialog
from ui.console.steps import Page
from ui.console.unveiling import ORDER, PHONES, RETURNS

SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(console: Session, key: Qt.Key) -> None:
    console.press(key)
    console.settle()


def on(console: Session) -> str:
    """What the key for the next step says."""
    return console.live.keys.step_on.text() if console.live.keys.step_on.isEnabled() else ""


def seen(console: Session) -> tuple[str, str]:
    """The screen the room sees, and how far the reveal on it has come."""
    stage = console.desk.snapshot.stage
    return stage.screen.value, stage.reveal.beat if stage.reveal else ""


def test_one_key_tells_a_result_step_by_step_and_another_takes_steps_back(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    assert on(console) == "Reveal 甲单位 in steps"
    console.press(Qt.Key.Key_N)
    assert console.question()._asked.figure == "95.00"
    console.answer()
    told = []
    while on(console):
        told.append((on(console), *seen(console)))
        press(console, Qt.Key.Key_N)
    assert told == [
        ("Show the ballots", "reveal", "sealed"),
        ("Show the group scores", "reveal", "ballots"),
        ("Reveal the score", "reveal", "groups"),
        ("Show its place", "reveal", "place"),
    ]
    assert seen(console)[0] == "leaderboard"
    press(console, Qt.Key.Key_P)
    assert seen(console)[0] == "reveal"
    console.press(Qt.Key.Key_P)
    assert "甲单位" in console.question()._asked.text, "everyone has read the score"
    console.answer()
    assert seen(console) == ("reveal", "groups")
    assert console.file.contest.live_round.entries[0].revealed is None
    press(console, Qt.Key.Key_PageUp)
    assert seen(console) == ("reveal", "ballots"), "a presenter's remote sends page keys"
    press(console, Qt.Key.Key_PageDown)
    console.step()
    console.step()
    assert console.file.contest.live_round.entries[0].revealed is not None, "Space goes on as well"


def test_a_reveal_can_wait_until_the_next_contestant_has_spoken(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_N)
    console.answer()
    press(console, Qt.Key.Key_N)
    press(console, Qt.Key.Key_F9)
    assert (seen(console)[0], on(console)) == ("on-stage", "Back to the reveal")
    assert not console.live.keys.step_back.isEnabled()
    assert console.primary == "Start the timer", "the next step is the speech"
    press(console, Qt.Key.Key_N)
    assert seen(console) == ("reveal", "ballots"), "it comes back where it was"


def finale_begun(console: Session, **answers: str) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
        score_entry(console.file, code, scores)
    console.settle()
    console.press(Qt.Key.Key_F)
    console.answer(**answers)


def told(console: Session) -> list[str]:
    finale = console.desk.snapshot.stage.finale
    assert finale is not None
    return [row.code for row in finale.rows]


def test_a_final_reveal_goes_from_the_last_place_upwards(console: Session) -> None:
    finale_begun(console)
    assert (seen(console)[0], told(console), on(console)) == ("finale", [], "Reveal rank 3")
    press(console, Qt.Key.Key_N)
    assert (told(console), console.primary) == (["C"], "Reveal rank 2")
    console.step()
    press(console, Qt.Key.Key_N)
    assert (told(console), on(console)) == (["A", "B", "C"], "")
    console.press(Qt.Key.Key_P)
    console.answer()
    assert told(console) == ["B", "C"]


def begun(console: Session) -> bool:
    return console.file.contest.staging is not None


def test_a_final_reveal_says_what_phones_can_read_and_switches_the_public_board_off_first(console: Session) -> None:
    for code, scores in (("A", GOOD), ("B", FAIR)):
        score_entry(console.file, code, scores)
        desk.reveal(console.file, code)
    score_entry(console.file, "C", POOR)
    console.settle()
    console.press(Qt.Key.Key_F)
    question = console.question()
    assert "already what has been revealed" in question._asked.text
    assert question.answers()[PHONES] == "off until all is told"
    desk.open_scoring(console.file)  # by another hand, while the question stands
    console.answer()
    assert "not final" in console.refusal()
    assert (public_board.board_is_on(console.file), begun(console)) == (True, False), "what is refused changes nothing"
    desk.close_scoring(console.file)
    desk.reveal(console.file, "C")
    console.settle()
    console.press(Qt.Key.Key_F)
    assert "Phones can read the whole final ranking" in console.question()._asked.text
    heard = []
    console.file.subscribe(lambda change: heard.append(public_board.board_is_on(console.file)))
    console.answer()
    assert begun(console)
    assert heard == [False], "it is off before any phone reads again"
    assert console.live.stage.phones.isVisible()
    assert "comes back by itself" in console.live.stage.phones.text()
    console.press(Qt.Key.Key_F, SHIFT)
    question = console.question()
    assert (PHONES in question.answers(), "Phones" in question._asked.text) == (False, False), "they read nothing now"
    question.reject()
    public_board.switch_board(console.file, True)
    console.press(Qt.Key.Key_F, SHIFT)
    console.answer(**{PHONES: "stays on"})
    assert public_board.board_is_on(console.file)
    assert not console.live.stage.phones.isVisible()


def test_the_public_board_comes_back_by_itself_and_its_dialog_says_how_it_stands(console: Session) -> None:
    for code in "ABC":
        score_entry(console.file, code, {"A": GOOD, "B": FAIR, "C": POOR}[code])
        desk.reveal(console.file, code)
    console.settle()
    console.press(Qt.Key.Key_F)
    console.answer()
    judges = console.page(Page.JUDGES)
    assert isinstance(judges, JudgesPage)
    console.press(Qt.Key.Key_F12)
    dialog = console.dialog(BoardDialog)
    assert [dialog.shown[state].isVisible() for state in State] == [True, True, True]
    assert (dialog.shown[State.HELD].isChecked(), dialog.qr.image().isNull()) == (True, True)
    dialog.shown[State.ON].click()
    console.qtbot.waitUntil(lambda: not dialog.qr.image().isNull())
    assert public_board.board_is_on(console.file), "the organizer's word counts"
    dialog.shown[State.HELD].click()
    console.qtbot.waitUntil(lambda: dialog.qr.image().isNull())
    for _ in range(3):
        staging.step_on(console.file)
    console.settle()
    assert public_board.board_is_on(console.file)
    assert (dialog.shown[State.ON].isChecked(), dialog.shown[State.HELD].isVisible()) == (True, False)
    assert not dialog.qr.image().isNull()
    dialog.reject()
    console.page(Page.LIVE)
    assert not console.live.stage.phones.isVisible()


def test_nothing_is_given_away_before_anything_is_revealed(console: Session) -> None:
    finale_begun(console)
    assert public_board.board_is_on(console.file), "it shows each line as it is told"


def test_those_that_return_can_be_told_last(console: Session) -> None:
    finale_begun(console, **{ORDER: "from the first place downwards", RETURNS: "first of all"})
    for expected in ["C"], ["A", "C"], ["A", "B", "C"]:
        press(console, Qt.Key.Key_N)
        assert told(console) == expected


def test_the_ranking_does_not_break_into_a_final_reveal_without_a_question(console: Session) -> None:
    finale_begun(console)
    press(console, Qt.Key.Key_N)
    console.press(Qt.Key.Key_K)
    question = console.question()
    assert seen(console)[0] == "finale"
    assert console.live.keys.screens[Screen.AUTO].isChecked(), "nothing was chosen yet"
    question.reject()
    console.press(Qt.Key.Key_K)
    console.answer()
    assert seen(console)[0] == "leaderboard"
    assert on(console) == "Back to the reveal"
    press(console, Qt.Key.Key_F)
    assert (seen(console)[0], told(console)) == ("finale", ["C"])
    press(console, Qt.Key.Key_B)
    assert seen(console)[0] == "black", "black is never asked about"
    assert (console.primary, on(console)) == ("Back to the reveal", "Back to the reveal"), "closing can wait"
    assert not console.live.keys.step_back.isEnabled(), "nothing is told behind a dark stage"
    console.step()
    assert (seen(console)[0], told(console), console.primary) == ("finale", ["C"], "Reveal rank 2")
    assert console.live.keys.screens[Screen.AUTO].isChecked(), "the stage follows the session again"


def test_a_final_reveal_waits_for_a_final_ranking(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    assert not console.live.keys.begin_finale.isEnabled()
    console.press(Qt.Key.Key_F)
    said = console.refusal()
    assert "cannot begin yet" in said
    assert "not scored yet: 乙单位, 丙单位" in said, "what is missing"
    assert not console.window.findChildren(Question)
    assert seen(console)[0] == "scoring"
    score_entry(console.file, "B", FAIR)
    score_entry(console.file, "C", POOR)
    desk.open_scoring(console.file)
    console.settle()
    assert not console.live.keys.begin_finale.isEnabled()
    console.press(Qt.Key.Key_F)
    assert "丙单位" in console.refusal()
    desk.close_scoring(console.file)
    console.settle()
    console.press(Qt.Key.Key_F)
    assert "Begin the final reveal?" in console.question()._asked.title


def test_a_score_that_changed_on_the_way_is_said_and_not_told(console: Session) -> None:
    score_entry(console.file, "A", GOOD)
    console.settle()
    console.press(Qt.Key.Key_N)
    console.answer()
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    console.settle()
    press(console, Qt.Key.Key_N)
    assert seen(console) == ("reveal", "sealed")
    assert not console.window.findChildren(Question) or not console.question().isVisible()


def test_everything_of_the_stage_has_a_button_with_its_key(console: Session) -> None:
    panel = console.live.stage
    keys = {button.key for button in panel.findChildren(type(panel.look)) if button.isVisibleTo(panel)}
    assert keys == {*"WLOSRKFUEBA", "N", "P", "Y"}
    with console.qtbot.waitSignal(panel.look_wanted):
        console.press(Qt.Key.Key_Y)
    QApplication.processEvents()
