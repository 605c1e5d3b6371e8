"""What keeps the session safe, as the windows see it: copies, disk, power, clock, and the file in its place."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Qt, Signal

from storage.contest_file import ContestFile
from storage.keeper import Keeper, Pace
from ui.vitals import LOOK_SECONDS, Vitals, Watch

MEGABYTE = 1 << 20
LITTLE = 200 * MEGABYTE
"""Less room than this on the contest's disk is told."""
LOW_PERCENT = 20
HUNG_SECONDS = 30.0
"""A copy that takes longer hangs on its disk."""

USUAL = Pace()

Kind: TypeAlias = Literal["lost", "full", "copies", "hung", "battery", "clock"]


@dataclass(frozen=True, slots=True)
class Moved:
    """By how many seconds the clock was moved, and what it said then, in seconds since the epoch."""

    seconds: float
    at: float


class Safety(QObject):
    """Keeps copies and looks after what the session stands on. Lives on the GUI thread.

    Signals:
        changed(): something stands otherwise.
    """

    changed = Signal()
    _copied = Signal()
    _seen = Signal(object, float)

    def __init__(self, file: ContestFile, *, pace: Pace = USUAL, every: float = LOOK_SECONDS) -> None:
        super().__init__()
        self.file = file
        self.keeper = Keeper(file, self._copied.emit, pace=pace)
        self.vitals, self.keeping = Vitals(), self.keeper.keeping
        self.moved: Moved | None = None
        self._watch = Watch(file, self._seen.emit, every=every)
        self._copied.connect(self._follow_copies, Qt.ConnectionType.QueuedConnection)
        self._seen.connect(self._follow_vitals, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin to copy and to look."""
        self.keeper.start()
        self._watch.start()

    def stop(self) -> None:
        """End, with a last copy if something changed."""
        self._watch.stop()
        self.keeper.stop()

    def use(self, folder: Path | None) -> None:
        """Copy into this folder from now on; off the GUI thread. Raises `NotNow`."""
        self.keeper.use(folder)

    def concerns(self) -> tuple[Kind, ...]:
        """What somebody should do something about, the worst first; mostly nothing."""
        battery, free, began = self.vitals.battery, self.vitals.free, self.keeping.began
        found: dict[Kind, bool] = {
            "lost": not self.vitals.in_place,
            "full": free is not None and free < LITTLE,
            "copies": self.keeping.trouble is not None and self.vitals.in_place,
            "hung": began is not None and time.monotonic() - began > HUNG_SECONDS,
            "battery": battery is not None and not battery.plugged and battery.percent <= LOW_PERCENT,
            "clock": self.moved is not None or self.vitals.behind > 0,
        }
        return tuple(kind for kind, holds in found.items() if holds)

    def note_read(self) -> None:
        """The organizer has read that the clock was moved."""
        self.moved = None
        self.changed.emit()

    def _follow_copies(self) -> None:
        keeping = self.keeper.keeping
        if keeping != self.keeping:
            self.keeping = keeping
            self.changed.emit()

    def _follow_vitals(self, vitals: Vitals, moved: float) -> None:
        self.vitals = vitals
        if moved:
            self.moved = Moved(moved, time.time())
        self.changed.emit()
