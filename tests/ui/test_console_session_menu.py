"""The menu of the session: on whatever page it is opened, it says what would be done now, and nothing else is done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from scoring.contest import Signer
from storage import desk, marks, rounds
from tests.contests import put, score_entry
from tests.ui.consoles import FAIR, GOOD, POOR, Session, session
from ui.console.dialogs import Question
from ui.console.missing import MissingBallots
from ui.console.steps import Page


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console on the page of the results: the first round is closed and signed."""
    with session(qtbot, tmp_path) as opened:
        for code, scores in (("A", GOOD), ("B", FAIR), ("C", POOR)):
            score_entry(opened.file, code, scores)
            desk.reveal(opened.file, code)
        opened.settle()
        rounds.close_round(opened.file)
        opened.settle()
        rounds.sign_off(opened.file, {Signer.TELLER: "周敏"})
        opened.settle()
        assert opened.primary == "Make the bulletin"
        opened.page(Page.RESULTS)
        yield opened


def opened_menu(console: Session) -> QMenu:
    menu = console.window._session
    menu.popup(console.window.mapToGlobal(QPoint(40, 40)))
    console.qtbot.waitUntil(menu.isVisible)
    return menu


def begin_next(console: Session) -> None:
    rounds.next_round(console.file)
    console.settle()


def test_on_another_page_the_menu_says_what_can_be_done_now(console: Session) -> None:
    begin_next(console)
    menu = opened_menu(console)
    first = menu.actions()[0]
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert first.text() == "Call 丙单位"
    assert enabled["Take back the reveal…"] is False
    assert "Make the bulletin" not in enabled
    desk.call(console.file, "C")
    console.settle()
    assert first.text() == "Start the timer", "also while it is open"
    desk.open_scoring(console.file)
    put(console.file, "L1", "C", GOOD)
    console.settle()
    assert first.text() == "Close scoring (3 missing)"
    menu.close()


def test_what_is_chosen_in_the_menu_is_what_it_says(console: Session) -> None:
    begin_next(console)
    menu = opened_menu(console)
    menu.setActiveAction(menu.actions()[0])
    console.qtbot.keyClick(menu, Qt.Key.Key_Return)
    console.settle()
    assert console.file.contest.live_round.called == "C"


def test_what_an_action_promised_is_done_or_nothing_is(console: Session) -> None:
    """The choice arrives after the state has changed: the step it said is over, and the one that comes now was not
    chosen.
    """
    keys = console.live.keys
    begin_next(console)
    before = console.file.contest.revision
    assert keys.primary.text() == "Make the bulletin"
    keys.primary.trigger()
    assert "'Make the bulletin' was not done" in console.refusal()
    assert console.file.contest.revision == before
    assert console.window.page is Page.RESULTS
    assert keys.primary.text() == "Call 丙单位", "the next choice is made with open eyes"


def test_an_action_about_the_contestant_in_view_is_not_done_to_another(console: Session) -> None:
    begin_next(console)
    keys = console.live.keys
    keys.refresh()
    score_entry(console.file, "C", FAIR)
    marks.add_entry(console.file, "A", reason="加赛")
    desk.call(console.file, "A")
    console.settle()
    keys.no_show.trigger()
    assert "'Did not come' was not done" in console.refusal()
    assert not [each for each in console.window.findChildren(Question) if each.isVisible()]


def test_a_ballot_that_came_meanwhile_makes_it_no_other_step(console: Session) -> None:
    begin_next(console)
    desk.call(console.file, "C")
    desk.open_scoring(console.file)
    console.settle()
    keys = console.live.keys
    keys.refresh()
    assert keys.primary.text() == "Close scoring (4 missing)"
    put(console.file, "L1", "C", GOOD)
    console.settle()
    keys.primary.trigger()
    assert "3 ballots are missing" in console.dialog(MissingBallots)._asked.text
