"""What holds around every program with windows: a log, a crash dialog, and an orderly end."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from logging.handlers import RotatingFileHandler

    from PySide6.QtWidgets import QApplication

    from ui.crash import CrashGuard

logger = logging.getLogger(__name__)

SIGNAL_MILLISECONDS = 300
LOG_MILLISECONDS = 1000
"""After how long the log begins where nothing was to be told before."""
TOLD_TO_END = "toldToEnd"


@contextmanager
def guarded(application: QApplication) -> Iterator[None]:
    """Log, crash dialog, and an orderly end where the terminal asks for one."""
    from PySide6.QtCore import QTimer

    from ui.crash import CrashGuard

    log = LogFile()
    root = logging.getLogger()
    root.addHandler(log)
    root.setLevel(logging.INFO)
    guard = CrashGuard(log.path)
    guard.install()
    # Not quit(), which asks the windows: a question would wait for somebody while the system shuts down.
    application.setProperty(TOLD_TO_END, False)
    before = {
        each: signal.signal(each, lambda number, _: QTimer.singleShot(0, partial(_end, application, number)))
        for each in (signal.SIGINT, signal.SIGTERM)
    }
    tick = QTimer(interval=SIGNAL_MILLISECONDS)  # Python looks at signals only while it runs
    tick.timeout.connect(_nothing)
    tick.start()
    begun = QTimer(singleShot=True, interval=LOG_MILLISECONDS)
    begun.timeout.connect(partial(_note_start, guard))
    QTimer.singleShot(0, begun, begun.start)  # from when the event loop runs: the windows come first
    try:
        yield
    finally:
        tick.stop()
        begun.stop()
        for number, handler in before.items():
            signal.signal(number, handler)
        guard.remove()


def told_to_end(application: QApplication) -> bool:
    """Whether the terminal or the system has asked the program to end."""
    return bool(application.property(TOLD_TO_END))


def _end(application: QApplication, number: int) -> None:
    logger.info("told to end by %s", signal.Signals(number).name)
    application.setProperty(TOLD_TO_END, True)
    application.exit(0)


def _note_start(guard: CrashGuard) -> None:
    logger.info("runs on %s, Python %s", sys.platform, sys.version.partition(" ")[0])
    guard.say_where()


def _nothing() -> None:
    """Let Python run for a moment."""


class LogFile(logging.Handler):
    """A log of the person's own, or among temporary files where the home cannot be written; begun, and what turns it
    over loaded, with the first record: the windows come first.
    """

    def path(self) -> Path:
        """Where it lies."""
        return Path(self._file.baseFilename)

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        if "_file" in self.__dict__:
            self._file.close()
        super().close()

    @cached_property
    def _file(self) -> RotatingFileHandler:
        from platformdirs import user_log_path

        try:
            handler = _rotating(user_log_path("arena-desk"))
        except OSError:
            from tempfile import mkdtemp

            handler = _rotating(Path(mkdtemp(prefix="arena-desk-log-")))
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler


def _rotating(folder: Path) -> RotatingFileHandler:
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    return RotatingFileHandler(folder / "arena-desk.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8")
