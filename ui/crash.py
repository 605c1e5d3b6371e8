"""When something goes wrong that nobody expected: one dialog that says what is safe and where the log lies."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

logger = logging.getLogger(__name__)

LOG = "logFile"
"""The property of the application that says where the log lies."""


class CrashGuard(QObject):
    """Takes the exceptions that nobody caught, of every thread, to the log and to one dialog.

    Signals:
        crashed(str): an exception arrived, in one line; may come from any thread.
    """

    crashed = Signal(str)

    def __init__(self, log: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._box: QMessageBox | None = None
        self._before = (sys.excepthook, threading.excepthook)
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own way, which nobody would see in a windowed program."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def say_where(self) -> None:
        """Let the windows know where the log lies, which begins with that."""
        QApplication.instance().setProperty(LOG, str(self._log()))  # type: ignore[union-attr]

    def remove(self) -> None:
        """Give it back."""
        QApplication.instance().setProperty(LOG, None)  # type: ignore[union-attr]
        sys.excepthook, threading.excepthook = self._before

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an exception and say so."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit()
            return
        logger.critical("nobody expected this", exc_info=(kind, error, trace))
        self.crashed.emit(f"{kind.__name__}: {error}")

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, what: str) -> None:
        """One dialog at a time: a fault that repeats must not bury the console."""
        if self._box is not None:
            return
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.Critical, self.tr("Arena Desk"), self.tr("Something went wrong"))
        box.setParent(QApplication.activeWindow(), Qt.WindowType.Dialog)
        box.setInformativeText(self._text())
        box.setDetailedText(what)
        folder = box.addButton(self.tr("Show the log"), QMessageBox.ButtonRole.HelpRole)
        folder.clicked.disconnect()
        folder.clicked.connect(self._open_log)
        box.addButton(QMessageBox.StandardButton.Ok)
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _text(self) -> str:
        safe = self.tr(
            "Everything that was acknowledged is on disk: every stored ballot, every mark, every reveal. "
            "You can go on. If the console behaves oddly, close it and open the contest again: "
            "it comes back as it was."
        )
        return safe + "\n\n" + self.tr("The log is at {path}").format(path=self._log())

    def _open_log(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log().parent)))

    def _forget(self) -> None:
        if self._box:
            self._box.deleteLater()
        self._box = None
