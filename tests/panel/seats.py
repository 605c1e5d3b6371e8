"""What the tests of the Qt panel share: a desk in a process of its own, and a judge's hands and eyes on a window."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.running import Plain
from ui.language import Languages
from ui.manual.help import Help
from ui.panel.address import Address, read_address
from ui.panel.state import State
from ui.panel.window import PanelWindow

SCORES = {"problems": "18.5", "targets": "19", "approach": "28.5", "measures": "28"}
OTHER = {"problems": "17", "targets": "18", "approach": "26.5", "measures": "27"}
SOON = 20_000


class Seat:
    """A judge before a window of their own; `shelves` is the device."""

    def __init__(
        self, qtbot: QtBot, desk: Plain, shelves: Path, *, judge: str = "L1", language: Any = "zh", url: str = ""
    ) -> None:
        self.qtbot, self.desk, self.judge, self.shelves = qtbot, desk, judge, shelves
        self.languages = Languages(language)
        self.address: Address = read_address(url or desk.judges[judge]["url"])
        self.manual = Help(self.languages, self.languages)
        self.window = self.open()

    def open(self) -> PanelWindow:
        """Open the window, as after a restart of the device."""
        self.window = PanelWindow(self.address, self.shelves, self.languages, self.manual)
        self.window.closed.connect(self._note_closed)
        self.window.start()
        self.is_open = True
        return self.window

    def _note_closed(self) -> None:
        self.is_open = False

    def close(self) -> None:
        """Close the window without being asked."""
        self.manual.close()
        if self.is_open:
            self.window.leave()

    def sees(self, state: State) -> None:
        """Wait until the window shows a state that the desk has confirmed, or that needs no desk."""
        self.until(lambda: self.window.state is state)

    def until(self, condition: Any) -> None:
        self.qtbot.waitUntil(condition, timeout=SOON)

    def reads(self, text: str) -> None:
        """Wait until a text can be seen somewhere in the window."""
        self.until(lambda: text in self.text())

    def text(self) -> str:
        """All that can be read in the window."""
        labels = [each for each in self.window.findChildren(QLabel) if each.isVisible()]
        return "\n".join(label.text() for label in labels)

    def says_stored(self) -> bool:
        """Whether the window says anywhere that a ballot is stored."""
        return any(word in self.text() for word in ("已存 ", "Stored "))

    def asks_for_help(self, window: QWidget) -> None:
        """Press F1 here, read the judges' page of the manual, and come back."""
        window.activateWindow()
        self.until(window.isActiveWindow)
        self.qtbot.keyClick(window, Qt.Key.Key_F1)
        manual = self.manual.window
        assert manual is not None
        assert (manual.isVisible(), manual.page) == (True, "judges")
        manual.close()

    def type(self, scores: Mapping[str, str]) -> None:
        """Type scores on the keyboard."""
        for key, score in scores.items():
            field = self.window.form.rows[key].field
            field.selectAll()
            self.qtbot.keyClick(field, Qt.Key.Key_Delete)
            self.qtbot.keyClicks(field, score)

    def typed(self) -> dict[str, str]:
        return self.window.form.values()

    def submit(self) -> None:
        """提交, then confirm what the summary shows."""
        self.click(self.window.dock.submit)
        self.until(self.window.review.confirm.isEnabled)
        self.click(self.window.review.confirm)

    def click(self, button: QPushButton) -> None:
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def press(self, text: str) -> None:
        """Press the button with this text."""
        found: list[QPushButton] = []

        def look() -> bool:
            found[:] = [b for b in self.window.findChildren(QPushButton) if b.isVisible() and b.text() == text]
            return len(found) == 1

        self.until(look)
        self.click(found[0])

    def asked(self) -> QMessageBox:
        """The question before the window closes."""
        self.until(lambda: any(box.isVisible() for box in self.window.findChildren(QMessageBox)))
        return next(box for box in self.window.findChildren(QMessageBox) if box.isVisible())

    def history(self) -> list[dict[str, Any]]:
        """This judge's ballots, as the desk has them."""
        ballots: list[dict[str, Any]] = self.desk.get("/api/panel", self.address.token)["history"]
        return ballots

    def scores(self) -> list[Any]:
        return [ballot["scores"] for ballot in self.history()]


def open_for(desk: Plain, entry: str) -> None:
    """Call a contestant to the stage and let ballots in."""
    desk.post("call", entry=entry)
    desk.post("open")
