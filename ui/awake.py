"""Keeps screen and computer awake while the stage shows: no screen saver, no lock, no sleep by itself.

Each system has a way of its own, and each lets go by itself when this program dies.
"""

from __future__ import annotations

import logging
import os
import sys
from abc import ABC, abstractmethod
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QProcess

logger = logging.getLogger(__name__)

ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x00000001, 0x00000002
PROGRAM, REASON = "Arena Desk", "The stage is shown to a room"
SERVICES = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit"),
)
"""Who is asked on a D-Bus session; a desktop answers to one of them, or to both."""


class Awake(QObject):
    """Asks the system to stay awake as long as it is wanted."""

    def __init__(self, parent: QObject | None = None, way: Way | None = None) -> None:
        super().__init__(parent)
        self._way = way or way_here()
        self.kept = False

    def keep(self, wanted: bool) -> None:
        """Keep awake from now on, or no longer. Again changes nothing; what fails is logged, and the stage goes on."""
        if wanted == self.kept:
            return
        self.kept = wanted
        try:
            self._way.begin() if wanted else self._way.end()
        except OSError:
            logger.exception("the system could not be asked to stay awake")


class Way(ABC):
    """How one kind of system is kept awake."""

    @abstractmethod
    def begin(self) -> None:
        """Keep it awake."""

    @abstractmethod
    def end(self) -> None:
        """Let it sleep again."""


class Windows(Way):
    """The thread that shows the stage says that display and system are needed; it is over with the thread."""

    def begin(self) -> None:
        self._say(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED)

    def end(self) -> None:
        self._say(ES_CONTINUOUS)

    def _say(self, state: int) -> None:
        import ctypes

        if not ctypes.windll.kernel32.SetThreadExecutionState(state):  # type: ignore[attr-defined, unused-ignore]
            raise OSError("SetThreadExecutionState was refused")


class Caffeinate(Way):
    """The system's own program, which ends by itself when this one does."""

    def __init__(self, program: str = "/usr/bin/caffeinate") -> None:
        self._program = program
        self._process: QProcess | None = None

    def begin(self) -> None:
        from PySide6.QtCore import QProcess

        self._process = QProcess()
        self._process.start(self._program, ["-d", "-i", "-w", str(os.getpid())])

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.waitForFinished(1000)
            self._process = None


class DBus(Way):
    """A desktop on Linux holds an inhibition as long as the connection that asked for it: a connection of its own."""

    _numbers: ClassVar[count[int]] = count(1)

    def __init__(self) -> None:
        self._name = ""

    def begin(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        self._name = f"arena-desk-awake-{next(self._numbers)}"
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._name)
        for service, path in SERVICES if bus.isConnected() else ():
            question = QDBusMessage.createMethodCall(service, path, service, "Inhibit")
            question.setArguments([PROGRAM, REASON])
            bus.asyncCall(question)

    def end(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.disconnectFromBus(self._name)


def way_here(platform: str = sys.platform) -> Way:
    """How this system is kept awake."""
    match platform:
        case "win32":
            return Windows()
        case "darwin":
            return Caffeinate()
        case _:
            return DBus()
