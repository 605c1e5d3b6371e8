"""A device of its own with a panel on it, to be killed: `python -m tests.panel.device URL SHELVES`.

It types the scores, says so, and submits them when it is told to.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.language import Languages
from ui.manual.help import Help
from ui.panel.address import read_address
from ui.panel.state import State
from ui.panel.window import PanelWindow


class Device:
    """One window, moved by what it shows."""

    def __init__(self, url: str, shelves: Path) -> None:
        languages = Languages("zh")
        self.window = PanelWindow(read_address(url), shelves, languages, Help(languages, languages))
        self.typed = False
        self.timer = QTimer(interval=20)
        self.timer.timeout.connect(self.go_on)
        self.timer.start()
        self.window.start()

    def go_on(self) -> None:
        """The next step that can be made."""
        if self.window.state is State.OPEN and not self.typed:
            self.typed = True
            for row, score in zip(self.window.form.rows.values(), ("18.5", "19", "28.5", "28"), strict=True):
                QTest.keyClicks(row.field, score)
            self.say("typed")
            sys.stdin.readline()
            self.window.dock.submit.click()
        elif self.window.review.confirm.isEnabled() and self.window.review.isVisible():
            self.window.review.confirm.click()
            self.say("submitted")

    @staticmethod
    def say(word: str) -> None:
        """Tell the test how far this is."""
        sys.stdout.write(word + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    application = QApplication([])
    device = Device(sys.argv[1], Path(sys.argv[2]))
    application.exec()
