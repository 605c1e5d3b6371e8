"""A panel opened at the desk on a judge's behalf says whose seat it is, and goes over the link like any other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from arena_desk.link.address import take_place
from arena_desk.link.beside import Link
from storage import desk, seats
from tests.ui.consoles import GOOD, Session, session
from ui.console.judges import JudgesPage
from ui.console.steps import Page
from ui.panel.state import State
from ui.panel.window import PanelWindow


@pytest.fixture
def console(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """A console with a link that answers, on this machine alone."""
    with session(qtbot, tmp_path) as opened:
        link = Link(take_place(opened.file, "127.0.0.1", 0))
        link.start(opened.desk.note_presence, opened.desk.refused.emit)
        link.wait()
        opened.desk.links = link
        yield opened
        opened.window.corrections.panels.close()
        link.stop()


def test_a_ballot_is_given_at_the_desk_on_a_judges_behalf(console: Session) -> None:
    desk.call(console.file, "A")
    desk.open_scoring(console.file)
    page = console.page(Page.JUDGES)
    assert isinstance(page, JudgesPage)
    page.table.selectRow(0)
    console.press(Qt.Key.Key_F11)
    [window] = console.window.corrections.panels.windows.values()
    console.qtbot.waitUntil(lambda: window.state is State.OPEN, timeout=20_000)
    judge = window.session.facts.judge if window.session.facts else ""
    assert f"On behalf of {judge} " in window.behalf.text
    for key, score in GOOD.items():
        window.form.rows[key].put(score)
    window.dock.submit.click()
    console.qtbot.waitUntil(window.review.confirm.isEnabled)
    window.review.confirm.click()
    console.qtbot.waitUntil(lambda: window.state is State.STORED, timeout=20_000)
    assert [dict(e.ballots)[judge].scores for e in console.file.contest.live_round.entries if e.code == "A"]
    console.press(Qt.Key.Key_F11)
    assert list(console.window.corrections.panels.windows.values()) == [window]


def test_panels_opened_at_the_desk_close_with_the_console(console: Session) -> None:
    console.window.corrections.panels.open("E1")
    [window] = console.window.corrections.panels.windows.values()
    assert isinstance(window, PanelWindow)
    with console.qtbot.waitSignal(window.closed):
        console.window.close()
    assert console.window.corrections.panels.windows == {}


def test_a_panel_at_the_desk_needs_no_network_and_follows_a_link_that_was_replaced(console: Session) -> None:
    panels = console.window.corrections.panels
    panels.open("E1")
    old = panels.windows["E1"]
    assert old.address.desk.startswith("http://127.0.0.1:")
    seats.reissue(console.file, "E1", reason="二维码外泄")
    console.qtbot.waitUntil(lambda: old.state is State.REVOKED, timeout=20_000)
    panels.open("E1")
    new = panels.windows["E1"]
    assert new is not old
    console.qtbot.waitUntil(lambda: new.state is State.WAITING, timeout=20_000)
