"""The windows of the program, built and handed to each other."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QRhiWidget, QWidget

from scoring.text import Language
from storage.contest_file import ContestFile
from ui.appearance import Appearance, use_appearance, use_font
from ui.calm import Calm
from ui.console.safety import Safety
from ui.console.stage_link import StageLink
from ui.console.window import ConsoleWindow
from ui.desk import Desk
from ui.language import Languages
from ui.links import Links

if TYPE_CHECKING:
    from ui.console.check_dialog import Check
    from ui.console.file_menu import Launch
    from ui.console.making import Export

ICON = Path(__file__).parent / "images" / "arena-desk.png"
LATEST_MS = 1000
"""How long the stage waits at most, once the console was painted, for a moment in which nobody works with it."""
UNSEEN_MS = 3000
"""When all that is loaded at the latest, for a console that nobody sees."""


def make_application(arguments: Sequence[str]) -> QApplication:
    """The one application object, with the font of the windows."""
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there
    app = QApplication(list(arguments))
    app.setApplicationName("arena-desk")
    app.setApplicationDisplayName("Arena Desk")
    app.setWindowIcon(QIcon(str(ICON)))
    # The start window closes before the console opens; both say themselves when to end.
    app.setQuitOnLastWindowClosed(False)
    use_font()
    return app


class Windows(QObject):
    """Console and stage of one contest. `shown` is set once everything is on the screen.

    Signals:
        closed(): the organizer closed the console; the file is not touched any more.
        settled(): everything is on the screen, for the first time.
    """

    closed = Signal()
    settled = Signal()

    def __init__(
        self, file: ContestFile, links: Links, *, export: Export, check: Check, safety: Safety, launch: Launch
    ) -> None:
        super().__init__()
        self.shown, self.calm = threading.Event(), Calm(self)
        self.calm.came.connect(self._go_on)
        use_appearance(cast("Appearance", _kept(file, "appearance", get_args(Appearance))))
        self.languages = Languages(cast("Language", _kept(file, "language", get_args(Language))), self)
        self.desk = Desk(file, links, self.languages, self)
        self.console = ConsoleWindow(self.desk, export, check, safety, launch)
        _expect_qt_quick(self.console)
        self.stage = StageLink(self.desk, self.console)
        self.console.closed.connect(self.close)
        self.languages.changed.connect(self._keep_language)

    def open(self) -> None:
        """Show the console; the stage follows once it is up."""
        self.console.installEventFilter(self)
        self.console.show()
        QTimer.singleShot(UNSEEN_MS, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.calm.start()
            QTimer.singleShot(LATEST_MS, self, self._go_on)
        return False

    def _go_on(self) -> None:
        """The stage first: what is loaded on other threads once all is there would slow it down."""
        self.stage.begin()
        if not self.shown.is_set():
            self.shown.set()
            self.settled.emit()

    def show_stage(self) -> None:
        """Open the stage also where there is only one screen, in a window of its own."""
        self.stage.open()

    def note_presence(self, judge: str) -> None:
        """A judge's device did something. May be called from any thread."""
        self.desk.note_presence(judge)

    def close(self) -> None:
        """Close all windows and wait for what is under way."""
        self.calm.stop()
        self.stage.end()
        self.desk.close()
        self.languages.remove()
        self.closed.emit()

    def dispose(self) -> None:
        """Let go of the windows, once everything that they show has ended."""
        self.console.hide()
        self.console.deleteLater()
        self.deleteLater()

    def _keep_language(self) -> None:
        self.desk.remember("language", self.languages.current)


def _expect_qt_quick(window: QWidget) -> None:
    """A first Qt Quick widget changes how its window is drawn: later on the window would be made anew and flash.

    A widget that needs the same of its window, unless Qt Quick paints by itself, spares loading Qt Quick for it.
    """
    if os.environ.get("QT_QUICK_BACKEND") != "software" and QApplication.platformName() != "offscreen":
        QRhiWidget(window).hide()


def _kept(file: ContestFile, key: str, allowed: tuple[str, ...]) -> str:
    """A setting of this desk, the first allowed value where there is none."""
    value = file.setting(key)
    return value if value in allowed else allowed[0]
