"""The panel as a program of its own: from the address to the window, and back when a link has ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scoring.text import Language
from ui.language import Languages
from ui.manual.help import Help
from ui.panel.address import Address
from ui.panel.finder import Finder
from ui.panel.welcome import Remembered, Welcome
from ui.panel.window import PanelWindow


class PanelProgram(QObject):
    """One judge's panel, asking for desk and code where the address does not name a seat.

    Signals:
        closed(): the last window was closed.
    """

    closed = Signal()

    def __init__(self, shelves: Path, language: Language, finder: Callable[[], Finder] = Finder) -> None:
        super().__init__()
        self.languages = Languages(language, self)
        self.manual = Help(self.languages, self)
        self._shelves, self._finder = shelves, finder
        self._remembered = Remembered(shelves)
        self._going_on = False
        self.welcome: Welcome | None = None
        self.window: PanelWindow | None = None

    def start(self, address: Address | None) -> None:
        """Open the panel of this seat, or ask for what is missing."""
        if address and address.token:
            self._open(address)
        else:
            self._ask(address.desk if address else self._remembered.read())

    def _ask(self, desk: str) -> None:
        self.welcome = Welcome(self.languages, self._finder(), self.manual, desk=desk)
        self.welcome.joined.connect(self._open)
        self.welcome.closed.connect(self._welcome_closed)
        self.welcome.start()

    def _open(self, address: Address) -> None:
        self._going_on = self.welcome is not None
        self._remembered.write(address.desk)
        self.window = PanelWindow(address, self._shelves, self.languages, self.manual)
        self.window.closed.connect(self._window_closed)
        self.window.rejoin.connect(self._rejoin)
        self.window.start()

    def _rejoin(self) -> None:
        window, desk = self.window, self._remembered.read()
        self._going_on = True
        self._ask(desk)
        if window:
            window.leave()

    def _welcome_closed(self) -> None:
        self.welcome = None
        self._end_unless_going_on()

    def _window_closed(self) -> None:
        self.window = None
        self._end_unless_going_on()

    def _end_unless_going_on(self) -> None:
        """The one window closes as the other opens; only then it is not the end."""
        going_on, self._going_on = self._going_on, False
        if not going_on:
            self.manual.close()
            self.closed.emit()

    def close(self) -> None:
        """Close whatever is open; what is kept stays kept."""
        if self.welcome:
            self.welcome.close()
        if self.window:
            self.window.leave()
        self.languages.remove()
