"""What holds around every program with windows: a log, a crash dialog, and an orderly end."""

from __future__ import annotations

import logging
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

logger = logging.getLogger(__name__)

SIGNAL_MILLISECONDS = 300
TOLD_TO_END = "toldToEnd"


@contextmanager
def guarded(application: QApplication) -> Iterator[None]:
    """Log, crash dialog, and an orderly end where the terminal asks for one."""
    from PySide6.QtCore import QTimer

    from ui.crash import CrashGuard

    guard = CrashGuard(_log_file())
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
    try:
        yield
    finally:
        tick.stop()
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


def _nothing() -> None:
    """Let Python run for a moment."""


def _log_file() -> Path:
    """Log to a file of the person's own, or among temporary ones where the home cannot be written; returns it."""
    path = user_log_path("arena-desk") / "arena-desk.log"
    try:
        handler = _rotating(path)
    except OSError:
        path = Path(tempfile.mkdtemp(prefix="arena-desk-log-")) / "arena-desk.log"
        handler = _rotating(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return path


def _rotating(path: Path) -> RotatingFileHandler:
    path.parent.mkdir(parents=True, exist_ok=True)
    return RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
