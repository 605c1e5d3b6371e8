"""The speech timer on the stage, second by second."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from scoring.contest import Clock
from ui.stage.clock import SpeechClock

START = datetime(2024, 11, 20, 1, 30, tzinfo=UTC)


class Hall:
    """A hall whose time of day the test sets."""

    def __init__(self) -> None:
        self.now = START
        self.clock = SpeechClock(lambda: self.now)

    def shows(self) -> tuple[str, str, str]:
        self.clock.tick()
        return tuple(self.clock.property(name) for name in ("text", "phase", "level"))


@pytest.fixture
def hall(qapp: object) -> Iterator[Hall]:
    hall = Hall()
    yield hall
    hall.clock.show(Clock(), 0, 0)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, ("08:00", "running", "calm")),
        (0.4, ("08:00", "running", "calm")),
        (1, ("07:59", "running", "calm")),
        (419.9, ("01:01", "running", "calm")),
        (420, ("01:00", "running", "warning")),
        (479.5, ("00:01", "running", "warning")),
        (480, ("00:00", "running", "warning")),
        (480.5, ("+00:00", "running", "over")),
        (492, ("+00:12", "running", "over")),
    ],
)
def test_it_counts_down_and_then_up(hall: Hall, seconds: float, shown: tuple[str, str, str]) -> None:
    hall.clock.show(Clock(since=START.isoformat()), 480, 60)
    hall.now = START + timedelta(seconds=seconds)
    assert hall.shows() == shown


def test_it_stands_still_while_stopped_and_counts_what_was_granted(hall: Hall) -> None:
    hall.clock.show(Clock(used=100, extra=60), 480, 60)
    hall.now += timedelta(hours=1)
    assert hall.shows() == ("07:20", "paused", "calm")
    assert hall.clock.property("allowed") == 540


def test_it_waits_for_the_speech_and_is_off_without_a_limit(hall: Hall) -> None:
    hall.clock.show(Clock(), 480, 60)
    assert hall.shows() == ("08:00", "ready", "calm")
    hall.clock.show(Clock(), 0, 0)
    assert hall.shows()[1] == "off"


def test_a_running_clock_ticks_by_itself(hall: Hall, qtbot: QtBot) -> None:
    hall.clock.show(Clock(since=START.isoformat()), 480, 60)
    hall.now += timedelta(seconds=1)
    qtbot.waitUntil(lambda: hall.clock.property("text") == "07:59")
