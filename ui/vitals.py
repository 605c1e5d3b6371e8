"""What the session stands on: the file in its place, room on its disk, power, and a clock that goes evenly."""

from __future__ import annotations

import logging
import shutil
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from scoring.errors import ArenaError
from storage.contest_file import ContestFile

logger = logging.getLogger(__name__)

LOOK_SECONDS = 5.0
JUMP_SECONDS = 3.0
"""By how much the clock may be moved at once before anybody is told: time servers correct it by less."""


@dataclass(frozen=True, slots=True)
class Battery:
    """How full it is, from 0 to 100, and whether the mains feed it."""

    percent: int
    plugged: bool


@dataclass(frozen=True, slots=True)
class Vitals:
    """How it all stands. `free` is in bytes, `behind` says by how many seconds the clock is before the newest record.

    None where it is not known, or where there is none of it.
    """

    in_place: bool = True
    free: int | None = None
    battery: Battery | None = None
    behind: float = 0.0


def steady() -> float:
    """Seconds that go on evenly, also while the computer sleeps, whatever is done to its clock."""
    kind = getattr(time, "CLOCK_BOOTTIME", None) or getattr(time, "CLOCK_MONOTONIC", None)
    return time.monotonic() if kind is None else time.clock_gettime(kind)


class ClockWatch:
    """Notices that somebody moved the clock."""

    def __init__(self, wall: Callable[[], float] = time.time, even: Callable[[], float] = steady) -> None:
        self._wall, self._even = wall, even
        self._ahead = wall() - even()

    def moved(self) -> float:
        """By how many seconds the clock was moved since the last look; 0 where it was not."""
        before, self._ahead = self._ahead, self._wall() - self._even()
        by = self._ahead - before
        return by if abs(by) >= JUMP_SECONDS else 0.0


def look(file: ContestFile) -> Vitals:
    """See how it all stands. Asks the disk, which may take its time."""
    in_place = file.in_place
    return Vitals(in_place, _free(file) if in_place else None, battery(), behind(file))


def behind(file: ContestFile) -> float:
    """By how many seconds the clock is before the newest record: then one of the two was wrong."""
    from datetime import UTC, datetime

    late = (datetime.fromisoformat(file.last.at) - datetime.now(UTC)).total_seconds()
    return late if late >= JUMP_SECONDS else 0.0


def battery() -> Battery | None:
    """The battery of this computer, if it has one."""
    import psutil

    try:
        found = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # systems that know nothing of batteries
        return None
    return Battery(round(found.percent), found.power_plugged is not False) if found else None


def _free(file: ContestFile) -> int | None:
    try:
        return shutil.disk_usage(file.path.parent).free
    except OSError:
        return None


class Watch:
    """Looks every few seconds, on a thread of its own: a disk that hangs must hold up nobody.

    `told` gets what was seen, and by how many seconds the clock was moved, on that thread.
    """

    def __init__(
        self, file: ContestFile, told: Callable[[Vitals, float], object], *, every: float = LOOK_SECONDS
    ) -> None:
        self._file, self._told, self._every = file, told, every
        self._clock = ClockWatch()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="vitals", daemon=True)

    def start(self) -> None:
        """Begin; the first look is at once."""
        self._thread.start()

    def stop(self, patience: float = 2) -> None:
        """End; a disk that hangs is not waited for longer, in seconds."""
        self._told = _unheard
        self._stopping.set()
        if self._thread.ident is not None:
            self._thread.join(patience)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._told(look(self._file), self._clock.moved())
            except (ArenaError, OSError):
                logger.exception("this computer could not be looked at")
            self._stopping.wait(self._every)


def _unheard(vitals: Vitals, moved: float) -> None:
    """Nobody listens any more."""
