"""The way to the desk is broken while the desk goes on: no ballot is lost, none is doubled, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.panel.road import Road
from tests.panel.seats import OTHER, SCORES, Seat, open_for
from tests.running import Plain
from ui.panel.state import State


@pytest.fixture
def road(desk: Plain) -> Iterator[Road]:
    """A way to the desk that can be cut."""
    made = Road(desk.url)
    yield made
    made.close()


@pytest.fixture
def seat(qtbot: QtBot, desk: Plain, road: Road, tmp_path: Path) -> Iterator[Seat]:
    """The panel of judge L1 at the end of that road, where scoring is open and everything is typed."""
    open_for(desk, "F01")
    opened = Seat(qtbot, desk, tmp_path / "shelves", url=road.url + "/j#" + desk.token("L1"))
    opened.sees(State.OPEN)
    opened.type(SCORES)
    yield opened
    opened.close()
    opened.languages.remove()


def submit_unheard(seat: Seat, road: Road) -> None:
    """A ballot that cannot reach the desk."""
    road.cut()
    seat.submit()
    seat.reads("不会丢失，也不会重复")
    assert seat.window.state is State.UNSENT


def test_the_window_says_that_the_desk_is_out_of_reach_and_when_it_is_back(seat: Seat, road: Road) -> None:
    road.cut()
    seat.reads("连接中断")
    seat.reads("连不上控制台")
    road.mend()
    seat.reads("已连接")
    seat.until(lambda: "连不上控制台" not in seat.text())
    assert seat.typed() == SCORES


def test_a_ballot_whose_answer_was_lost_is_sent_again_and_is_there_once(seat: Seat, road: Road) -> None:
    road.lose_answers()
    seat.submit()
    seat.until(lambda: road.lost_answers > 0)
    assert not seat.says_stored()
    road.mend()
    seat.sees(State.STORED)
    assert seat.scores() == [SCORES]


def test_a_refused_ballot_comes_back_into_the_fields_when_the_same_contestant_is_open_again(
    seat: Seat, road: Road, desk: Plain
) -> None:
    submit_unheard(seat, road)
    desk.post("close", force=True)
    desk.post("open")
    road.mend()
    seat.sees(State.OPEN)
    seat.reads("请核对下面的分数，再提交一次")
    seat.until(lambda: len(desk.get("/api/desk")["offers"]) == 1)  # by then the panel knows the new version
    assert seat.typed() == SCORES
    seat.submit()
    seat.sees(State.STORED)
    seat.until(lambda: "再提交一次" not in seat.text())
    assert len(seat.history()) == 1


def test_a_ballot_from_paper_is_not_overwritten_by_one_that_was_waiting(seat: Seat, road: Road, desk: Plain) -> None:
    submit_unheard(seat, road)
    desk.post("enter-ballot", judge="L1", entry="F01", scores=OTHER, reason="评委改用纸质")
    road.mend()
    seat.sees(State.CONFLICT)
    assert seat.scores() == [OTHER]
