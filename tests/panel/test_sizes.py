"""A window as narrow as a phone, with text of twice the size: every word is there, and every fault is in sight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.panel.seats import OTHER, SCORES, Seat, open_for
from tests.running import Plain
from ui.appearance import scaled
from ui.console.look import Words
from ui.panel.pieces import ScoreTable
from ui.panel.state import State


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Text of twice the size, as the desktop may ask for."""
    before = qapp.font()
    qapp.setFont(scaled(before, 2.0))
    yield
    qapp.setFont(before)


@pytest.fixture(params=["zh", "en"])
def narrow(
    request: pytest.FixtureRequest, qtbot: QtBot, desk: Plain, tmp_path: Path, large_text: None
) -> Iterator[Seat]:
    """A panel 320 pixels wide."""
    seat = Seat(qtbot, desk, tmp_path / "shelves", language=request.param)
    seat.window.resize(320, 640)
    yield seat
    seat.close()
    seat.languages.remove()


def both_are_whole(seat: Seat) -> bool:
    """Whether no word of two ballots side by side is cut."""
    tables = [
        table for table in seat.window.findChildren(ScoreTable) if table.isVisible()
    ]  # made anew with each change
    labels = [label for table in tables for label in table.findChildren(Words)]
    return bool(labels) and all(label.width() >= widest_word(label) for label in labels)


def widest_word(label: Words) -> int:
    return max(label.fontMetrics().horizontalAdvance(word) for word in re.findall("[A-Za-z0-9.]+|.", label.text()))


def fits(seat: Seat) -> bool:
    """Whether nothing reaches over the edge of the window."""
    area = seat.window._scroll
    least = area.widget().minimumSizeHint().width()  # type: ignore[union-attr]
    return least <= area.viewport().width() and seat.window.width() == 320


def test_text_of_twice_the_size_loses_nothing_at_320_pixels(narrow: Seat, desk: Plain) -> None:
    narrow.sees(State.WAITING)
    assert fits(narrow)
    open_for(desk, "F01")
    narrow.sees(State.OPEN)
    narrow.type(SCORES)
    assert fits(narrow)
    narrow.click(narrow.window.dock.submit)
    assert fits(narrow)
    narrow.until(narrow.window.review.confirm.isEnabled)
    narrow.click(narrow.window.review.confirm)
    narrow.sees(State.STORED)
    assert fits(narrow)
    narrow.press("修改评分" if narrow.languages.current == "zh" else "Change scores")
    narrow.sees(State.EDITING)
    assert fits(narrow)


@pytest.mark.process
def test_notices_and_decisions_lose_nothing_either(narrow: Seat, desk: Plain) -> None:
    open_for(desk, "F01")
    narrow.sees(State.OPEN)
    narrow.type(SCORES)
    desk.kill()
    narrow.submit()
    narrow.sees(State.UNSENT)
    assert fits(narrow)
    narrow.window.session._timer.stop()  # paper is the faster way
    desk.start()
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="评委改用纸质")
    narrow.window.session.wake()
    narrow.sees(State.CONFLICT)
    narrow.until(lambda: both_are_whole(narrow))
    assert fits(narrow)
    desk.post("close", force=True)
    open_for(desk, "F02")
    narrow.sees(State.OPEN)
    assert fits(narrow)
    desk.post("reissue", judge="L1", reason="二维码外泄")
    narrow.sees(State.REVOKED)
    assert fits(narrow)


def test_what_is_wrong_with_a_score_is_in_sight_beside_it(qtbot: QtBot, desk: Plain, tmp_path: Path) -> None:
    seat = Seat(qtbot, desk, tmp_path / "shelves")
    seat.window.resize(320, 720)
    open_for(desk, "F01")
    seat.sees(State.OPEN)
    seat.type({**SCORES, "targets": "25"})
    seat.click(seat.window.dock.submit)
    fault, viewport = seat.window.form.rows["targets"].fault, seat.window._scroll.viewport()
    seat.until(lambda: viewport.rect().contains(fault.mapTo(viewport, fault.rect().bottomLeft())))
    seat.close()
    seat.languages.remove()
