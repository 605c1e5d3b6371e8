"""What holds around every program with windows: a log, a crash dialog, and an orderly end."""

from __future__ import annotations

import logging
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_log_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SIGNAL_MILLISECONDS = 300


@contextmanager
def guarded(application: QApplication) -> Iterator[None]:
    """Log, crash dialog, and an orderly end where the terminal asks for one."""
    from PySide6.QtCore import QTimer

    from ui.crash import CrashGuard

    guard = CrashGuard(_log_file())
    guard.install()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: QTimer.singleShot(0, application.quit))
    tick = QTimer(interval=SIGNAL_MILLISECONDS)  # Python looks at signals only while it runs
    tick.timeout.connect(_nothing)
    tick.start()
    try:
        yield
    finally:
        tick.stop()
        guard.remove()


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
