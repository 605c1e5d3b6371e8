"""A stage that cannot move smoothly does not move at all."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from scoring.contest import Screen
from tests.ui import stage_views as views
from ui.stage.model import Stage
from ui.stage.pace import LEAST_FRAMES, Pace
from ui.stage.window import StageWindow

SCREENS = (Screen.WELCOME, Screen.LINEUP, Screen.ON_STAGE, Screen.SCORING, Screen.REVEAL, Screen.LEADERBOARD)


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


@pytest.fixture
def wall(qtbot: QtBot) -> Iterator[QWindow]:
    """A window in view."""
    window = QWindow()
    window.show()
    qtbot.waitUntil(window.isExposed)
    yield window
    window.close()
    window.deleteLater()


def changes(qtbot: QtBot, stage: Stage, pace: Pace, frames: list[int]) -> None:
    """Another screen for each of these, which so many frames show."""
    for screen, count in zip(SCREENS, frames, strict=False):
        stage.show_view(views.stage_view(screen))
        for _ in range(count):
            pace.frame()
        qtbot.waitUntil(lambda: not pace._look.isActive())


@pytest.mark.parametrize(
    ("frames", "moves"),
    [
        ([60, 60, 60, 60], True),
        ([1, 2, LEAST_FRAMES, 1, 2, 60], True),
        ([60, 2, 1, 0], False),
    ],
)
def test_it_cuts_once_frames_came_too_slowly_three_times_in_a_row(
    qtbot: QtBot, stage: Stage, wall: QWindow, frames: list[int], moves: bool
) -> None:
    pace = Pace(stage, wall, look_ms=10)
    changes(qtbot, stage, pace, frames)
    assert stage.property("animated") is moves


def test_what_nobody_sees_is_not_judged(qtbot: QtBot, stage: Stage, wall: QWindow) -> None:
    wall.hide()
    pace = Pace(stage, wall, look_ms=10)
    changes(qtbot, stage, pace, [0, 0, 0, 0])
    assert stage.property("animated")
    wall.show()
    qtbot.waitUntil(wall.isExposed)
    stage.show_view(views.stage_view(Screen.BLACK))
    wall.hide()
    qtbot.waitUntil(lambda: not pace._look.isActive())
    assert pace._slow == 0, "it was covered meanwhile"


def test_a_window_is_gone_as_soon_as_nobody_holds_it(stage: Stage) -> None:
    """Were it left to the collector of garbage, any thread might take a window down."""
    window = StageWindow(stage)
    window.take_down()
    gone = ref(window)
    gc.disable()
    try:
        del window
        assert gone() is None
    finally:
        gc.enable()


def test_the_window_counts_its_own_frames(qtbot: QtBot, stage: Stage) -> None:
    window = StageWindow(stage)
    window.show()
    stage.show_view(views.stage_view(Screen.WELCOME))
    qtbot.waitUntil(lambda: window._pace._frames > 0)
    window.take_down()
    window.deleteLater()
