"""The one way off the GUI thread and back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event
from types import TracebackType
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from scoring.errors import ArenaError

Result = TypeVar("Result")
Trouble: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None]


class Cancelled(Exception):
    """Raised by `Job.report` inside a function that nobody waits for any more."""


class Job(QObject):
    """One piece of work that is under way. It lives on the GUI thread and goes away when it has ended.

    Signals:
        done(object): what the function returned.
        failed(ArenaError): an expected error; anything else goes to `sys.excepthook`.
        progressed(int, int): how much of how much is done.
        ended(): after `done` or `failed`, and also when it was cancelled or went wrong.
    """

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)
    ended = Signal()
    _landed = Signal(object)

    def __init__(self, function: Callable[[Job], object], parent: QObject) -> None:
        super().__init__(parent)
        self._function = function
        self._given_up = Event()
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)

    def report(self, done: int, of: int) -> None:
        """Say how far the work has come; from the function, on its own thread. Raises `Cancelled`."""
        if self._given_up.is_set():
            raise Cancelled
        self.progressed.emit(done, of)

    def cancel(self) -> None:
        """Wait no longer: the function stops at its next report, and its result is passed over."""
        self._given_up.set()

    def work(self) -> None:
        """Run the function; on a thread of the pool."""
        try:
            result = self._function(self)
        except (ArenaError, Cancelled) as error:
            self._landed.emit(error)
        except BaseException:  # noqa: BLE001  (handed to sys.excepthook on the GUI thread)
            self._landed.emit(sys.exc_info())
        else:
            self._landed.emit((result,))

    def _land(self, landed: ArenaError | Cancelled | Trouble | tuple[object]) -> None:
        match landed:
            case Cancelled():
                pass
            case ArenaError():
                self.failed.emit(landed)
            case (kind, error, trace):
                sys.excepthook(kind, error, trace)
            case (result,) if not self._given_up.is_set():
                self.done.emit(result)
        self.ended.emit()
        self.deleteLater()


class Work(QObject):
    """Runs functions on threads of its own, in order if there is but one; results come back on the GUI thread."""

    def __init__(self, *, threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)

    def run(
        self,
        function: Callable[[], Result],
        done: Callable[[Result], object] | None = None,
        failed: Callable[[ArenaError], object] | None = None,
    ) -> Job:
        """Run a function. `done` and `failed` should be methods of a QObject: they are forgotten when it goes."""
        return self.run_reporting(lambda _: function(), done, failed)

    def run_reporting(
        self,
        function: Callable[[Job], Result],
        done: Callable[[Result], object] | None = None,
        failed: Callable[[ArenaError], object] | None = None,
    ) -> Job:
        """Run a function that reports its progress to the job it is given."""
        job = Job(function, self)
        if done:
            job.done.connect(done)
        if failed:
            job.failed.connect(failed)
        self._pool.start(job.work)
        return job

    def finish(self) -> None:
        """Wait until everything that was begun has run; what has not come back by then never will."""
        self._pool.waitForDone()
