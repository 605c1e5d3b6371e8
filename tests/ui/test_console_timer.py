"""The speech timer of the live page: running, pausing, ringing, stopping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scoring.contest import Clock
from scoring.plan import SpeechTimer
from storage import desk
from tests.contests import put
from tests.ui.consoles import GOOD, Session
from ui.console.speech_timer import TimerView
from ui.speech import reading


def test_the_speech_timer_runs_pauses_and_is_reset(console: Session) -> None:
    desk.call(console.file, "A")
    console.settle()
    console.press(Qt.Key.Key_T)
    console.settle()
    assert console.file.contest.clock.since is not None
    console.press(Qt.Key.Key_Plus)
    console.settle()
    console.press(Qt.Key.Key_T)
    console.settle()
    clock = console.file.contest.clock
    assert (clock.since, clock.extra) == (None, 30)
    console.press(Qt.Key.Key_0)
    console.settle()
    assert console.file.contest.clock == Clock()


def test_whoever_looks_at_another_contestant_sees_whose_time_runs(console: Session) -> None:
    desk.call(console.file, "A")
    console.settle()
    assert console.live.timer._whose.isHidden()
    console.live._pick("B")
    assert console.live.timer._whose.text() == "On stage: 甲单位"
    assert console.live.timer.digits().accessibleName() == "Speech timer  On stage: 甲单位"
    console.press(Qt.Key.Key_Escape)
    assert console.live.timer._whose.isHidden()
    assert console.live.timer.digits().accessibleName() == "Speech timer"


def test_the_speech_timer_stops_when_scoring_is_closed(scoring: Session) -> None:
    for judge in ("L1", "L2", "E1", "E2"):
        put(scoring.file, judge, "A", GOOD)
    scoring.press(Qt.Key.Key_T)
    scoring.settle()
    assert scoring.file.contest.clock.since
    scoring.step()
    assert scoring.file.contest.clock.since is None
    assert scoring.file.contest.clock.used > 0


def test_nobody_is_told_what_is_missing_while_the_speech_runs(console: Session) -> None:
    desk.call(console.file, "A")
    console.settle()
    assert console.live.strip._state.text() == ""
    desk.open_scoring(console.file)
    desk.close_scoring(console.file, force=True)
    console.settle()
    assert "缺" in console.live.strip._state.text() or "missing" in console.live.strip._state.text()


def test_the_timer_counts_up_in_red_when_the_speech_is_over(console: Session) -> None:
    began = datetime.now(UTC) - timedelta(seconds=75)
    desk.call(console.file, "A")
    desk.set_clock(console.file, Clock(since=began.strftime("%Y-%m-%dT%H:%M:%S.%fZ")))
    console.settle()
    assert console.live.timer.digits().text() in {"+00:15", "+00:16"}
    assert console.live.timer._digits.tone == "bad"


def test_the_bell_rings_once_as_the_warning_begins_and_once_when_time_is_up(qtbot: QtBot) -> None:
    began = datetime(2026, 5, 7, 9, 0, tzinfo=UTC)
    now, rung = [began + timedelta(seconds=45)], list[datetime]()
    view = TimerView([], lambda: now[0], lambda: rung.append(now[0]))
    qtbot.addWidget(view)
    view.show()
    view.show_clock(Clock(since="2026-05-07T09:00:00.000000Z"), SpeechTimer(60, 10))
    for seconds, times in ((49, 0), (51, 1), (55, 1), (61, 2), (90, 2)):
        now[0] = began + timedelta(seconds=seconds)
        shown = reading(Clock(since="2026-05-07T09:00:00.000000Z"), now[0], 60)[0]
        shows(qtbot, view, shown)
        assert len(rung) == times, seconds


def shows(qtbot: QtBot, view: TimerView, text: str) -> None:
    qtbot.waitUntil(lambda: view.digits().text() == text)
