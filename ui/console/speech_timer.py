"""The speech timer of the live page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from scoring.contest import Clock
from scoring.plan import SpeechTimer
from ui.appearance import scaled
from ui.console.buttons import CardButton
from ui.console.look import Elided, Tone, Words
from ui.speech import reading, utc_now

WIDEST = 240
"""Of the name of whose time it is, which is shortened rather than leave the name in view no room."""


class TimerView(QWidget):
    """Shows what is left of the speech, red when it is over, and rings as the warning begins and when time is up.

    Its `buttons` are actions of the live page, and stand where the page puts them. The bell is the system's own, which
    needs no sound library.
    """

    def __init__(
        self,
        actions: list[QAction],
        now: Callable[[], datetime] = utc_now,
        ring: Callable[[], object] = QApplication.beep,
    ) -> None:
        super().__init__()
        self._now, self._ring = now, ring
        self._left: float | None = None
        self._clock, self._timer = Clock(), SpeechTimer()
        self._whose = Elided(factor=0.9, tone="quiet")
        self._whose.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._whose.setMaximumWidth(WIDEST)
        self._whose.hide()
        self._digits = Words()
        self._digits.setFont(scaled(self.font(), 2.9, bold=True, tabular=True))
        self._digits.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._tick = QTimer(self, interval=100)
        self._tick.timeout.connect(self._follow)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._whose, 0, Qt.AlignmentFlag.AlignRight)
        box.addWidget(self._digits)
        self.buttons = _row(actions)

    def show_clock(self, clock: Clock, timer: SpeechTimer) -> None:
        """Follow this clock; what it passed before it was shown is not rung again."""
        if clock != self._clock:
            self._left = None
        self._clock, self._timer = clock, timer
        for part in (self, self.buttons):
            part.setVisible(timer.speech_seconds > 0)
        self._tick.start() if clock.since else self._tick.stop()
        self._follow()

    def say_whose(self, name: str) -> None:
        """Whose time this is, where the page shows somebody else; empty where it is theirs."""
        words = self.tr("On stage: {name}").format(name=name) if name else ""
        self._whose.setText(words)
        self._whose.setVisible(bool(words))
        said = self.tr("Speech timer")
        self._digits.setAccessibleName(f"{said}  {words}" if words else said)

    def digits(self) -> QLabel:
        return self._digits

    def _follow(self) -> None:
        text, left = reading(self._clock, self._now(), self._timer.speech_seconds)
        if text != self._digits.text():
            self._digits.setText(text)
        tone: Tone = "bad" if left < 0 else "warn" if left <= self._timer.warning_seconds else "plain"
        if tone != self._digits.tone:
            self._digits.set_tone(tone)
        if self._left is not None and any(self._left > mark >= left for mark in (self._timer.warning_seconds, 0)):
            self._ring()
        self._left = left


def _row(actions: list[QAction]) -> QWidget:
    buttons = QWidget()
    row = QHBoxLayout(buttons)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for action in actions:
        button = CardButton(action)
        button.setFont(scaled(button.font(), 0.9))
        row.addWidget(button)
    return buttons
